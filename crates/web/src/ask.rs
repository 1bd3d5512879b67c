//! What a request says of itself: language, trace, browser, session; and how its answer goes back.
use crate::{
    App, behalf,
    fault::Fault,
    frame::{Frame, Home, Visitor, in_language, see_other},
    pages::wayfinding::topics::capital,
    routes,
    staff::role_key,
};
use access::{Browser, Context, Error, Op, Refusal, Role, Step};
use axum::{
    extract::{FromRef, FromRequestParts, MatchedPath, Path},
    http::{HeaderMap, HeaderValue, Method, header, request::Parts},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use identity::{Session, Token, Who};
use registers::{Doel, Vraagfout};
use values::{Language, Oin};

/// The cookie that holds the secret of a browser.
const COOKIE: &str = "jd_browser";
/// The cookie that holds the secret of a session.
const SESSION: &str = "jd_session";

/// The name under which a browser keeps a cookie: over https one that no other host, and no page without it, can set (RFC 6265bis, 4.1.3.2).
fn cookie_name(name: &str, secure: bool) -> String {
    if secure { format!("__Host-{name}") } else { name.to_owned() }
}

/// Trace id of the request, put there by the guard.
#[derive(Clone)]
pub(crate) struct Trace(pub String);

/// A request, read.
pub(crate) struct Ask {
    pub app: App,
    pub language: Language,
    /// The path without the language.
    pub path: String,
    /// Where one goes on after signing in: this page; after something was sent, the page from which it was.
    pub back: String,
    pub trace: String,
    pub browser: Option<Browser>,
    /// The secret of a session, if it sent one.
    pub token: Option<Token>,
    /// Who is signed in.
    pub session: Option<Session>,
}

impl<S> FromRequestParts<S> for Ask
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let (language, path) = language_of(parts.uri.path());
        let pattern = parts.extensions.get::<MatchedPath>().map_or(path, |matched| language_of(matched.as_str()).1);
        let back = if parts.method == Method::POST { routes::page_above(pattern, path) } else { path };
        let app = App::from_ref(state).now();
        let sent = |name| secret(&parts.headers, &cookie_name(name, app.site.secure()));
        let (browser, token) = (sent(COOKIE), sent(SESSION));
        let mut ask = Self {
            app,
            language,
            path: path.to_owned(),
            back: back.to_owned(),
            trace: parts.extensions.get::<Trace>().map(|t| t.0.clone()).unwrap_or_default(),
            browser: browser.and_then(|bytes| Browser::from_bytes(&bytes)),
            token: token.and_then(|bytes| Token::from_bytes(&bytes)),
            session: None,
        };
        if let Some(token) = &ask.token {
            // Whom we can't look up is not signed in: the page then says what that means.
            match ask.current(token).await {
                Ok(Some(session)) => ask.session = Some(behalf::confirm(&mut ask, session).await?),
                Ok(None) => {}
                Err(error) => tracing::warn!(%error, "a session could not be looked up"),
            }
        }
        Ok(ask)
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

fn secret(headers: &HeaderMap, name: &str) -> Option<Vec<u8>> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(';'));
    let ours = cookies.filter_map(|c| c.trim().split_once('=')).find(|(of, _)| *of == name)?;
    URL_SAFE_NO_PAD.decode(ours.1).ok()
}

impl Ask {
    /// The secret of this browser, or a new one that opens nothing: who is signed in opens what is hers without.
    pub fn browser_or_new(&self) -> Browser {
        self.browser.clone().unwrap_or_else(|| Browser::new(self.app.access.keys()))
    }

    /// The frame of a page with this heading.
    pub fn frame(&self, title: impl Into<String>) -> Frame {
        Frame { visitor: self.visitor(), ..Frame::new(self.language, &self.path, title.into(), &self.app.site) }
    }

    fn visitor(&self) -> Option<Visitor> {
        let session = self.session.as_ref()?;
        let (home, acts_for) = match &session.who {
            Who::Burger { .. } => {
                let acts_for = |name: &str| texts::text_with(self.language, "acts-for-person", &[("name", name)]);
                (Home::Mine, session.vertegenwoordiging().map(|of| acts_for(&of.naam)))
            }
            Who::Bedrijf { kvk, vestiging, .. } => {
                let (key, branch) = match vestiging {
                    Some(own) => ("acts-for-branch", own.expose()),
                    None => ("acts-for-company", ""),
                };
                let company = texts::text_with(self.language, key, &[("kvk", kvk.expose()), ("vestiging", branch)]);
                (Home::Mine, Some(texts::text_with(self.language, "acts-for", &[("name", &company)])))
            }
            Who::Medewerker { organisatie, rollen, .. } => {
                let name = capital(&self.name_of(organisatie));
                let roles: Vec<_> = rollen.iter().map(|rol| self.text(role_key(*rol))).collect();
                let home = if rollen.as_slice() == [Role::Beheerder] { Home::Manage } else { Home::Desk };
                (home, Some(if roles.is_empty() { name } else { format!("{name} · {}", roles.join(", ")) }))
            }
        };
        let can_stop = session.vertegenwoordiging().is_some();
        let branch = session.actor().vestiging().is_some();
        Some(Visitor { name: session.name.clone(), acts_for, can_stop, branch, home })
    }

    /// Runs an operation that may write; `Ok` means that it is on disk. Errors: as a page.
    pub async fn write<T: Send + 'static>(
        &self,
        context: Context,
        work: impl for<'a> Fn(&'a mut Op<'_>) -> Step<'a, T> + Send + Sync + 'static,
    ) -> Result<T, Fault> {
        self.app.access.write(context, work).await.map_err(|e| self.fault(e))
    }

    /// Runs an operation that only reads what is nobody's. Errors: as a page.
    pub async fn read<T: Send + 'static>(
        &self,
        context: Context,
        work: impl for<'a> Fn(&'a mut Op<'_>) -> Step<'a, T> + Send + Sync + 'static,
    ) -> Result<T, Fault> {
        self.app.access.read(context, work).await.map_err(|e| self.fault(e))
    }

    /// The purpose with this name, for which registers are asked.
    pub fn doel(&self, name: &str) -> Result<&Doel, Fault> {
        self.app.doelen.get(name).ok_or_else(|| self.fault(Error::Internal(format!("no purpose {name} in the policies"))))
    }

    /// What a register told; `None` when it gave no answer that can be used. Errors: `Refused` with `not_found` for what it does not hold.
    pub fn told<T>(&self, answer: Result<T, Vraagfout>, not_found: &'static str) -> Result<Option<T>, Fault> {
        match answer {
            Ok(found) => Ok(Some(found)),
            Err(Vraagfout::NietGevonden(_)) => Err(self.fault(Error::Refused(Refusal(not_found)))),
            Err(Vraagfout::Internal(error)) => Err(self.fault(error)),
            Err(fault) => {
                tracing::warn!(trace = %self.trace, %fault, "a register did not answer");
                Ok(None)
            }
        }
    }

    /// An organisation within a sentence: `de gemeente Amersfoort`.
    pub fn name_of(&self, oin: &Oin) -> String {
        self.name_in(oin, self.language)
    }

    /// The same in another language than that of the page.
    pub fn name_in(&self, oin: &Oin, language: Language) -> String {
        let catalogue = &self.app.catalogue;
        // Whoever runs the door need not be hosted here.
        if catalogue.hosted_with_oin(oin).is_none() && *oin == self.app.site.operator {
            return self.app.site.operator_name.clone();
        }
        catalogue.hosted_name(oin, language)
    }

    /// The text of a key.
    pub fn text(&self, key: &str) -> String {
        texts::text(self.language, key)
    }

    /// An address in the language of the request.
    pub fn url(&self, path: &str) -> String {
        in_language(self.language, path)
    }

    /// To another page, after something changed.
    pub fn go(&self, path: &str) -> Response {
        see_other(&self.url(path))
    }

    /// The same, with the secret of the browser kept for a day.
    pub fn go_with(&self, path: &str, browser: &Browser) -> Response {
        let mut response = self.go(path);
        self.keep(&mut response, browser);
        response
    }

    /// Gives a browser that has none a secret with this page.
    pub fn remember(&self, response: Response) -> Response {
        if self.browser.is_none() { self.remember_as(response, &self.browser_or_new()) } else { response }
    }

    /// Gives the browser this secret with this page.
    pub fn remember_as(&self, mut response: Response, browser: &Browser) -> Response {
        self.keep(&mut response, browser);
        response
    }

    fn keep(&self, response: &mut Response, browser: &Browser) {
        self.set_cookie(response, COOKIE, &URL_SAFE_NO_PAD.encode(browser.expose()), "; Max-Age=86400");
    }

    /// Keeps the session until the browser closes; the server ends it sooner.
    pub fn keep_session(&self, response: &mut Response, token: &Token) {
        self.set_cookie(response, SESSION, &URL_SAFE_NO_PAD.encode(token.expose()), "");
    }

    /// The session is over for this browser.
    pub fn forget_session(&self, response: &mut Response) {
        self.set_cookie(response, SESSION, "", "; Max-Age=0");
    }

    fn set_cookie(&self, response: &mut Response, name: &str, value: &str, how_long: &str) {
        let secure = if self.app.site.secure() { "; Secure" } else { "" };
        let name = cookie_name(name, self.app.site.secure());
        let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{how_long}{secure}");
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }

    /// What went wrong, to be told in the language of the request.
    pub fn fault(&self, error: Error) -> Fault {
        Fault::new(error, self.frame(""), &self.trace)
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
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        match Path::<T>::from_request_parts(parts, state).await {
            Ok(Path(pieces)) => Ok(Self(pieces)),
            Err(_) => {
                let ask = Ask::from_request_parts(parts, state).await?;
                Err(ask.fault(Error::NotFound).into_response())
            }
        }
    }
}
