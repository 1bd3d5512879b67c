//! A browser without a screen: it keeps cookies, follows where it is sent, and stops at the portal.
use crate::PORTAL;
use http::{Request, Response, StatusCode, header};
use identity::Answer;
use outbound::{Kind, Outbound, Target};
use std::{collections::BTreeMap, time::Duration};
use url::{Url, form_urlencoded};

/// Where the browser stands.
pub enum Page {
    /// A page of the provider, at this address.
    Html(Url, String),
    /// Sent back to the portal.
    Portal(Url),
}

/// A browser, with the cookies of one site.
pub struct WebBrowser {
    way: Outbound,
    /// By name: value and path.
    cookies: BTreeMap<String, (String, String)>,
    /// Every address it was at.
    pub visited: Vec<Url>,
}

impl WebBrowser {
    pub fn new() -> Self {
        let way = Outbound::open(Target { name: "browser".into(), timeout: Duration::from_secs(20) }).unwrap();
        Self { way, cookies: BTreeMap::new(), visited: Vec::new() }
    }

    pub async fn get(&mut self, url: &Url) -> Page {
        let request = self.request("GET", url).body(vec![]).unwrap();
        self.follow(url.clone(), request).await
    }

    pub async fn post(&mut self, url: &Url, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let form = self.request("POST", url).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let request = form.body(body.into_bytes()).unwrap();
        self.follow(url.clone(), request).await
    }

    /// Chooses somebody at the provider: searches, takes the first whose button has this name, at this level.
    pub async fn choose(&mut self, question: &Url, name: &str, acr: &str) -> Answer {
        let Page::Html(page, _) = self.get(question).await else { panic!("no page to choose on") };
        let Page::Html(page, html) = self.post(&page, &[("zoek", name), ("niveau", acr), ("doe", "zoek")]).await else {
            panic!()
        };
        let number = button(&html, name).unwrap_or_else(|| panic!("{name} is not on the page: {html}"));
        let Page::Portal(back) = self.post(&page, &[("zoek", name), ("niveau", acr), ("persoon", &number)]).await else {
            panic!()
        };
        answer(&back)
    }

    fn request(&mut self, method: &str, url: &Url) -> http::request::Builder {
        self.visited.push(url.clone());
        let fitting = self.cookies.iter().filter(|(_, (_, path))| url.path().starts_with(path.as_str()));
        let cookies: Vec<String> = fitting.map(|(name, (value, _))| format!("{name}={value}")).collect();
        Request::builder().method(method).uri(url.as_str()).header(header::COOKIE, cookies.join("; "))
    }

    async fn follow(&mut self, mut url: Url, mut request: Request<Vec<u8>>) -> Page {
        for _ in 0..10 {
            let answer = self.way.call(request, Kind::Once).await.unwrap();
            self.keep(&answer);
            let Some(to) = answer.headers().get(header::LOCATION) else {
                let html = String::from_utf8(answer.body().clone()).unwrap();
                assert_eq!(answer.status(), StatusCode::OK, "{url}: {html}");
                return Page::Html(url, html);
            };
            url = url.join(to.to_str().unwrap()).unwrap();
            if url.as_str().starts_with(PORTAL) {
                return Page::Portal(url);
            }
            request = self.request("GET", &url).body(vec![]).unwrap();
        }
        panic!("sent round and round, last to {url}");
    }

    fn keep(&mut self, answer: &Response<Vec<u8>>) {
        for cookie in answer.headers().get_all(header::SET_COOKIE) {
            let mut parts = cookie.to_str().unwrap().split("; ");
            let (name, value) = parts.next().unwrap().split_once('=').unwrap();
            let path = parts.find_map(|part| part.strip_prefix("path=")).unwrap_or("/");
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.into(), (value.into(), path.into()));
            }
        }
    }
}

/// The number of the button that begins with this name.
fn button(html: &str, name: &str) -> Option<String> {
    let buttons = html.split("<button name=\"persoon\" value=\"").skip(1);
    buttons.filter_map(|button| button.split_once("\">")).find(|(_, text)| text.starts_with(name)).map(|(n, _)| n.to_owned())
}

/// What the address says with which the provider sends somebody back.
pub fn answer(back: &Url) -> Answer {
    assert_eq!(back.path(), identity::CALLBACK);
    let get = |name: &str| back.query_pairs().find(|(n, _)| n == name).map(|(_, value)| value.into_owned());
    Answer { state: get("state"), code: get("code"), iss: get("iss"), error: get("error") }
}
