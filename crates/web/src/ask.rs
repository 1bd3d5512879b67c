//! What a request says of itself: language, trace, browser; and the context of the operation it leads to.
use crate::{App, fault::Fault, frame::Frame};
use access::{Actor, Browser, Context, Error, Purpose};
use axum::{
    extract::{FromRef, FromRequestParts, Path},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use uuid::Uuid;
use values::{Language, Oin};

/// The cookie that holds the secret of a browser.
const COOKIE: &str = "jd_browser";

/// Trace id of the request, put there by the guard.
#[derive(Clone)]
pub(crate) struct Trace(pub String);

/// A request, read.
pub(crate) struct Ask {
    pub app: App,
    pub language: Language,
    /// The path without the language.
    pub path: String,
    pub trace: String,
    pub browser: Option<Browser>,
}

impl<S> FromRequestParts<S> for Ask
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let (language, path) = language_of(parts.uri.path());
        Ok(Self {
            app: App::from_ref(state),
            language,
            path: path.to_owned(),
            trace: parts.extensions.get::<Trace>().map(|t| t.0.clone()).unwrap_or_default(),
            browser: browser_of(&parts.headers),
        })
    }
}

/// The language of a path, and the path without it.
pub(crate) fn language_of(path: &str) -> (Language, &str) {
    match path.strip_prefix("/en") {
        Some("") => (Language::En, "/"),
        Some(rest) if rest.starts_with('/') => (Language::En, rest),
        _ => (Language::Nl, path),
    }
}

fn browser_of(headers: &HeaderMap) -> Option<Browser> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(';'));
    let ours = cookies.filter_map(|c| c.trim().split_once('=')).find(|(name, _)| *name == COOKIE)?;
    Browser::from_bytes(&URL_SAFE_NO_PAD.decode(ours.1).ok()?)
}

impl Ask {
    /// A context for what is nobody's.
    pub fn public(&self) -> Context {
        self.as_actor(
            Actor::anonymous(),
            self.app.site.operator.clone(),
            Purpose::new("openbare informatie tonen", "geen persoonsgegevens"),
        )
    }

    /// A context for someone who fills in a form: until it is sent, whoever runs the door is the controller.
    pub fn filling_in(&self, draft: Uuid) -> Context {
        let purpose = Purpose::new("formulier laten invullen", "AVG artikel 6 lid 1 e");
        self.as_actor(Actor::holder(draft), self.app.site.operator.clone(), purpose)
    }

    /// A context for the holder of one thing of an organisation.
    pub fn holder(&self, of: Uuid, organisation: Oin, purpose: Purpose) -> Context {
        self.as_actor(Actor::holder(of), organisation, purpose)
    }

    fn as_actor(&self, actor: Actor, organisation: Oin, purpose: Purpose) -> Context {
        Context { actor, organisation, purpose, trace: self.trace.clone() }
    }

    /// The secret of this browser. Errors: `NotFound` for a browser that began nothing.
    pub fn browser(&self) -> Result<Browser, Fault> {
        self.browser.clone().ok_or_else(|| self.fault(Error::NotFound))
    }

    /// The frame of a page with this heading.
    pub fn frame(&self, title: impl Into<String>) -> Frame {
        Frame::new(self.language, &self.path, title.into(), &self.app.site)
    }

    /// The text of a key.
    pub fn text(&self, key: &str) -> String {
        texts::text(self.language, key)
    }

    /// An address in the language of the request.
    pub fn url(&self, path: &str) -> String {
        match self.language {
            Language::Nl => path.to_owned(),
            Language::En => format!("/en{path}"),
        }
    }

    /// To another page, after something changed.
    pub fn go(&self, path: &str) -> Response {
        (StatusCode::SEE_OTHER, [(header::LOCATION, self.url(path))]).into_response()
    }

    /// The same, with the secret of the browser kept for a day.
    pub fn go_with(&self, path: &str, browser: &Browser) -> Response {
        let mut response = self.go(path);
        self.keep(&mut response, browser);
        response
    }

    /// Gives a browser that has none a secret with this page.
    pub fn remember(&self, mut response: Response) -> Response {
        if self.browser.is_none() {
            self.keep(&mut response, &Browser::new(self.app.access.keys()));
        }
        response
    }

    fn keep(&self, response: &mut Response, browser: &Browser) {
        let secure = if self.app.site.secure() { "; Secure" } else { "" };
        let value = URL_SAFE_NO_PAD.encode(browser.expose());
        let cookie = format!("{COOKIE}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400{secure}");
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().insert(header::SET_COOKIE, cookie);
        }
    }

    /// What went wrong, to be told in the language of the request.
    pub fn fault(&self, error: Error) -> Fault {
        Fault::new(error, self.language, &self.path, &self.trace, &self.app.site)
    }
}

/// The pieces of a path. What is no id or no text at all leads nowhere: the page is not there.
pub(crate) struct At<T>(pub T);

impl<S, T> FromRequestParts<S> for At<T>
where
    App: FromRef<S>,
    S: Send + Sync,
    T: serde::de::DeserializeOwned + Send,
{
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        match Path::<T>::from_request_parts(parts, state).await {
            Ok(Path(pieces)) => Ok(Self(pieces)),
            Err(_) => {
                let Ok(ask) = Ask::from_request_parts(parts, state).await;
                Err(ask.fault(Error::NotFound))
            }
        }
    }
}
