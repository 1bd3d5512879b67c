//! A resident at her browser: keeps her cookie, follows where she is sent, reads what she sees.
use ureq::{Agent, http::Response};

/// What she sees.
pub struct Page {
    pub status: u16,
    pub address: String,
    pub text: String,
}

impl Page {
    /// What stands between two pieces of the page.
    pub fn between(&self, before: &str, after: &str) -> Option<String> {
        let start = self.text.find(before)? + before.len();
        let end = self.text[start..].find(after)?;
        Some(self.text[start..start + end].trim().to_owned())
    }
}

/// What she has when she is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    pub number: String,
    /// The address of the page to follow it, without the host.
    pub follow: String,
}

/// A browser.
pub struct Resident {
    agent: Agent,
    base: String,
}

impl Resident {
    pub fn at(base: &str) -> Self {
        let config = Agent::config_builder().http_status_as_error(false).max_redirects(0).build();
        Self { agent: config.new_agent(), base: base.to_owned() }
    }

    /// The same browser at another instance.
    pub fn moves_to(&mut self, base: &str) {
        base.clone_into(&mut self.base);
    }

    fn see(&self, address: &str, response: Result<Response<ureq::Body>, ureq::Error>) -> Result<Page, ureq::Error> {
        let mut response = response?;
        if response.status() == 303 {
            let to = response.headers()["location"].to_str().unwrap().to_owned();
            return self.get(&to);
        }
        let status = response.status().as_u16();
        let text = String::from_utf8_lossy(&response.body_mut().read_to_vec()?).into_owned();
        Ok(Page { status, address: address.to_owned(), text })
    }

    pub fn get(&self, address: &str) -> Result<Page, ureq::Error> {
        let address = address.split('#').next().unwrap();
        self.see(address, self.agent.get(format!("{}{address}", self.base)).call())
    }

    pub fn post(&self, address: &str, fields: &[(&str, &str)]) -> Result<Page, ureq::Error> {
        self.see(address, self.agent.post(format!("{}{address}", self.base)).send_form(fields.iter().copied()))
    }

    /// Begins a melding and answers everything; gives the address of the draft.
    pub fn fills_in(&self, what: &str, extra: &[(&str, &str)]) -> Result<String, ureq::Error> {
        let page = self.post("/beginnen/melding-openbare-ruimte", &[("vraag", what)])?;
        let draft = page.address.rsplit_once('/').unwrap().0.to_owned();
        self.post(&format!("{draft}/wat"), &[("gevaar", "nee"), ("soort", "afval"), ("omschrijving", what)])?;
        self.post(&format!("{draft}/waar"), &[("postcode", "3811 CJ"), ("huisnummer", "1")])?;
        self.post(&format!("{draft}/foto"), &[])?;
        let check = self.post(&format!("{draft}/contact"), extra)?;
        assert_eq!(check.status, 200, "{}", check.text);
        Ok(draft)
    }

    /// Adds a photo to a draft.
    pub fn adds_photo(&self, draft: &str, photo: &[u8]) -> Result<Page, ureq::Error> {
        let head = "--grens\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"foto.jpg\"\r\n\r\n";
        let body = [head.as_bytes(), photo, b"\r\n--grens--\r\n"].concat();
        let address = format!("{draft}/bijlage");
        let request = self.agent.post(format!("{}{address}", self.base));
        self.see(&address, request.content_type("multipart/form-data; boundary=grens").send(&body))
    }

    /// Sends; `Err` when the line broke, `Ok(None)` when the product says that it does not work now.
    pub fn sends(&self, draft: &str) -> Result<Option<Proof>, ureq::Error> {
        let page = self.post(&format!("{draft}/versturen"), &[])?;
        match page.status {
            200 => Ok(Some(proof(&page))),
            503 => Ok(None),
            other => panic!("sending gave {other}: {}", page.text),
        }
    }
}

/// Number and code of a receipt.
pub fn proof(page: &Page) -> Proof {
    let number = page.between("Uw nummer</dt><dd>", "</dd>").unwrap_or_else(|| panic!("no number: {}", page.text));
    let follow = page.between("href=\"/volgen/", "\"").unwrap();
    Proof { number, follow: format!("/volgen/{follow}") }
}
