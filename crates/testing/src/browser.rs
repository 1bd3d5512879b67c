//! A resident at her browser, without the browser: keeps her cookies, follows where she is sent, reads what she sees. What goes wrong
//! ends the test.
use ureq::{Agent, http::Response};
use values::Clock as _;

/// What she sees.
pub struct Page {
    /// The HTTP status.
    pub status: u16,
    /// Where she is: without the host when that is the product.
    pub address: String,
    /// The page itself.
    pub text: String,
    /// The same as it came: what is a paper is no text.
    pub bytes: Vec<u8>,
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
    /// The number of her zaak.
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
    /// Someone who comes to the product at this address.
    pub fn at(base: &str) -> Self {
        let config = Agent::config_builder().http_status_as_error(false).max_redirects(0).build();
        Self { agent: config.new_agent(), base: base.to_owned() }
    }

    /// The same browser at another instance.
    pub fn moves_to(&mut self, base: &str) {
        base.clone_into(&mut self.base);
    }

    /// Follows where she is sent, also to the provider and back.
    fn see(&self, url: &str, response: Result<Response<ureq::Body>, ureq::Error>) -> Result<Page, ureq::Error> {
        let mut response = response?;
        if let Some(to) = response.headers().get("location") {
            let to = to.to_str().unwrap();
            let host = url.match_indices('/').nth(2).map_or(url, |(end, _)| &url[..end]);
            return self.get(&if to.starts_with('/') { format!("{host}{to}") } else { to.to_owned() });
        }
        let status = response.status().as_u16();
        let bytes = response.body_mut().read_to_vec()?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Ok(Page { status, address: url.strip_prefix(&self.base).unwrap_or(url).to_owned(), text, bytes })
    }

    /// A whole address, or one at the product.
    fn url(&self, address: &str) -> String {
        let address = address.split('#').next().unwrap();
        if address.starts_with('/') { format!("{}{address}", self.base) } else { address.to_owned() }
    }

    /// Opens a page. Errors: the line broke.
    pub fn get(&self, address: &str) -> Result<Page, ureq::Error> {
        let url = self.url(address);
        self.see(&url, self.agent.get(&url).call())
    }

    /// Sends a form. Errors: the line broke.
    pub fn post(&self, address: &str, fields: &[(&str, &str)]) -> Result<Page, ureq::Error> {
        let url = self.url(address);
        self.see(&url, self.agent.post(&url).send_form(fields.iter().copied()))
    }

    /// Signs in as the first whom the provider finds with these words, and comes to where she wanted to be.
    pub fn signs_in(&self, way: &str, words: &str, to: &str) -> Page {
        let choice = self.post(&format!("/inloggen/{way}"), &[("naar", to)]).unwrap();
        self.chooses(&choice, words)
    }

    /// The same at this level: `substantieel`.
    pub fn signs_in_at(&self, niveau: &str, (way, words): (&str, &str), to: &str) -> Page {
        let choice = self.post(&format!("/inloggen/{way}"), &[("naar", to), ("niveau", niveau)]).unwrap();
        self.chooses(&choice, words)
    }

    /// Chooses who she is, on the page of the provider.
    pub fn chooses(&self, choice: &Page, words: &str) -> Page {
        let (number, level) = self.finds(choice, words);
        self.post(&choice.address, &[("persoon", &number), ("niveau", &level)]).unwrap()
    }

    /// The first whom the provider finds with these words, and how sure it is of her.
    pub fn finds(&self, choice: &Page, words: &str) -> (String, String) {
        self.tries_to_find(choice, words).unwrap_or_else(|| panic!("the provider finds nobody with {words}"))
    }

    fn tries_to_find(&self, choice: &Page, words: &str) -> Option<(String, String)> {
        let found = self.post(&choice.address, &[("zoek", words), ("doe", "zoek")]).ok()?;
        let number = found.between("name=\"persoon\" value=\"", "\"")?;
        let mut levels = found.text.split("name=\"niveau\" value=\"").skip(1);
        let level = levels.find(|radio| radio.split('>').next().is_some_and(|tag| tag.contains(" checked")))?;
        Some((number, level.split('"').next()?.to_owned()))
    }

    /// Tries to sign in with DigiD, where that may not work; is she signed in?
    pub fn tries_to_sign_in(&self, words: &str) -> bool {
        let tries = || {
            let choice = self.post("/inloggen/digid", &[("naar", "/mijn/inzage")]).ok()?;
            let (number, level) = self.tries_to_find(&choice, words)?;
            self.post(&choice.address, &[("persoon", &number), ("niveau", &level)]).ok()
        };
        tries().is_some_and(|page| page.status == 200 && page.address == "/mijn/inzage")
    }

    /// What the product keeps in her browser, as she sends it back.
    pub fn cookies(&self) -> String {
        let jar = self.agent.cookie_jar_lock();
        let ours = jar.iter().filter(|cookie| cookie.name().starts_with("jd_"));
        ours.map(|cookie| format!("{}={}", cookie.name(), cookie.value())).collect::<Vec<_>>().join("; ")
    }

    /// Who signed in moves to number 1 of the street of examples in Amersfoort, today; gives the page of the receipt.
    pub fn moves(&self, contact: &[(&str, &str)]) -> Page {
        let draft = self.fills_in_move(contact).expect("a move that is ready to be sent");
        let receipt = self.post(&format!("{draft}/versturen"), &[]).unwrap();
        assert!(receipt.address.starts_with("/bewijs/"), "{}: {}", receipt.address, receipt.text);
        receipt
    }

    /// Fills in that move, ready to be sent; gives the address of the draft, or nothing when something did not work.
    pub fn fills_in_move(&self, contact: &[(&str, &str)]) -> Option<String> {
        let begun = self.post("/beginnen/verhuismelding", &[]).ok()?;
        let draft = begun.address.strip_suffix("/wie")?.to_owned();
        // Only read where the register of persons is away.
        let who = [("verhuizers", "ik"), ("naam", "Iemand"), ("huidig-adres", "Ergens 1, 3811 CJ")];
        let today = values::dutch_date(values::SystemClock.now());
        let [day, month, year] = [today.day().into(), today.month().into(), today.year()].map(|n: i16| n.to_string());
        let day = [("verhuisdatum-dag", day.as_str()), ("verhuisdatum-maand", &month), ("verhuisdatum-jaar", &year)];
        let pages: [(&str, &[(&str, &str)]); 4] =
            [("wie", &who), ("adres", &[("postcode", "3811 CJ"), ("huisnummer", "1")]), ("datum", &day), ("contact", contact)];
        let mut last = begun;
        for (page, fields) in pages {
            last = self.post(&format!("{draft}/{page}"), fields).ok()?;
        }
        (last.status == 200 && last.address.ends_with("/controle")).then_some(draft)
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

    /// Adds a photo to a draft of a melding.
    pub fn adds_photo(&self, draft: &str, photo: &[u8]) -> Result<Page, ureq::Error> {
        self.adds_file(draft, ("foto", "fotos"), photo)
    }

    /// Adds a photo or paper to a draft, on this page at this question, and stays there.
    pub fn adds_file(&self, draft: &str, (page, question): (&str, &str), photo: &[u8]) -> Result<Page, ureq::Error> {
        self.uploads(&format!("{draft}/{page}"), question, photo)
    }

    /// Adds a document to what was sent.
    pub fn adds_document(&self, follow: &str, document: &[u8]) -> Result<Page, ureq::Error> {
        self.uploads(&format!("{follow}/bericht"), "document", document)
    }

    fn uploads(&self, path: &str, field: &str, file: &[u8]) -> Result<Page, ureq::Error> {
        let head = format!(
            "--grens\r\nContent-Disposition: form-data; name=\"bestand-erbij\"\r\n\r\n{field}\r\n\
             --grens\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"foto.jpg\"\r\n\r\n"
        );
        let body = [head.as_bytes(), file, b"\r\n--grens--\r\n"].concat();
        let url = self.url(path);
        let request = self.agent.post(&url);
        self.see(&url, request.content_type("multipart/form-data; boundary=grens").send(&body))
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
