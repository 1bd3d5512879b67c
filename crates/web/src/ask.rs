//! What a request says of itself: language, trace, browser; and the context of the operation it leads to.
use crate::{
    App, behalf,
    fault::Fault,
    frame::{Frame, Home, Visitor, in_language, see_other},
    pages::{sign_in, topics::capital},
    staff::{STAFF_AT_LEAST, Staff, desk_page, role_key},
};
use access::{Actor, Assurance, Browser, Context, Error, Op, Party, Purpose, Refusal, Role, Step};
use axum::{
    extract::{FromRef, FromRequestParts, Path},
    http::{HeaderMap, HeaderValue, header, request::Parts},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use identity::{Kind, Session, Token, Who};
use jiff::SignedDuration;
use registers::{Doel, Vraagfout};
use uuid::Uuid;
use values::{Language, Oin};

/// The cookie that holds the secret of a browser.
const COOKIE: &str = "jd_browser";
/// The cookie that holds the secret of a session.
const SESSION: &str = "jd_session";

/// Trace id of the request, put there by the guard.
#[derive(Clone)]
pub(crate) struct Trace(pub String);

/// How long ago one may have shown who one is, for what is sensitive.
pub(crate) const LATELY: SignedDuration = SignedDuration::from_mins(5);

/// A request, read.
pub(crate) struct Ask {
    pub app: App,
    pub language: Language,
    /// The path without the language.
    pub path: String,
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
        let mut ask = Self {
            app: App::from_ref(state).now(),
            language,
            path: path.to_owned(),
            trace: parts.extensions.get::<Trace>().map(|t| t.0.clone()).unwrap_or_default(),
            browser: secret(&parts.headers, COOKIE).and_then(|bytes| Browser::from_bytes(&bytes)),
            token: secret(&parts.headers, SESSION).and_then(|bytes| Token::from_bytes(&bytes)),
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
    /// A context for what is nobody's.
    pub fn public(&self) -> Context {
        self.as_actor(
            Actor::anonymous(),
            self.app.site.operator.clone(),
            Purpose::new("openbare informatie tonen", "geen persoonsgegevens"),
        )
    }

    /// A context for someone who is signing in or out.
    pub fn signing_in(&self) -> Context {
        let purpose = Purpose::new("inloggen", "Wet digitale overheid; AVG artikel 6 lid 1 e");
        self.as_actor(Actor::anonymous(), self.app.site.operator.clone(), purpose)
    }

    /// A context for who signs out: staff at the organisation where they work.
    pub fn signing_out(&self) -> Context {
        let context = self.signing_in();
        let Some(session) = &self.session else { return context };
        let organisation = match &session.who {
            Who::Medewerker { organisatie, .. } => organisatie.clone(),
            _ => context.organisation.clone(),
        };
        Context { actor: session.oneself(), organisation, ..context }
    }

    /// A context for who is at work, always for her own organisation. Errors: to the page where staff sign in, and then back to the desk.
    pub fn at_work(&self, purpose: Purpose) -> Result<Context, Fault> {
        let staff = self.staff()?;
        Ok(self.as_actor(staff.session.actor(), staff.organisatie.clone(), purpose))
    }

    /// Who is at work, at least as sure as the desk asks. Errors: to the page where staff sign in, and then back to the desk.
    pub fn staff(&self) -> Result<Staff<'_>, Fault> {
        let there = || self.fault(Error::NotFound).to(&sign_in::path(&desk_page(&self.path), STAFF_AT_LEAST));
        let session = self.session.as_ref().filter(|session| session.assurance >= STAFF_AT_LEAST).ok_or_else(there)?;
        match &session.who {
            Who::Medewerker { organisatie, reference, .. } => Ok(Staff { session, organisatie, reference }),
            _ => Err(there()),
        }
    }

    /// A context for someone who fills in a form: until it is sent, whoever runs the door is the controller.
    pub fn filling_in(&self, draft: Uuid) -> Context {
        let purpose = Purpose::new("formulier laten invullen", "AVG artikel 6 lid 1 e");
        self.as_actor(self.resident_or_holder(draft), self.app.site.operator.clone(), purpose)
    }

    /// The same for a form that one fills in without saying who one is, signed in or not.
    pub fn filling_in_unnamed(&self, draft: Uuid) -> Context {
        Context { actor: Actor::holder(draft), ..self.filling_in(draft) }
    }

    /// A context for the holder of one thing of an organisation.
    pub fn holder(&self, of: Uuid, organisation: Oin, purpose: Purpose) -> Context {
        self.as_actor(Actor::holder(of), organisation, purpose)
    }

    /// A context for a thing that came of a form: of who is signed in when it is a party's, else of the browser that sent it. Errors: to
    /// the page where one signs in.
    pub fn resident_or(&self, of: Uuid, partys: bool, organisation: Oin, purpose: Purpose) -> Result<Context, Fault> {
        if partys { self.resident(organisation, purpose) } else { Ok(self.holder(of, organisation, purpose)) }
    }

    /// A context for the thing that came of a draft: of who is signed in, or of the browser that began it.
    pub fn owner(&self, of: Uuid, organisation: Oin, purpose: Purpose) -> Context {
        self.as_actor(self.resident_or_holder(of), organisation, purpose)
    }

    /// A context for who is signed in. Errors: to the page where one signs in, and then back here.
    pub fn resident(&self, organisation: Oin, purpose: Purpose) -> Result<Context, Fault> {
        Ok(self.as_actor(self.signed_in()?.actor(), organisation, purpose))
    }

    /// The same for what whoever runs the door does for her.
    pub fn resident_here(&self, purpose: Purpose) -> Result<Context, Fault> {
        self.resident(self.app.site.operator.clone(), purpose)
    }

    /// A context for what only the party itself does, for whoever runs the door. Errors: to the page where one signs in; `NotAllowed` for
    /// who acts for another person, or for one branch of a company.
    pub fn itself_here(&self, purpose: Purpose) -> Result<Context, Fault> {
        Ok(self.as_actor(self.itself()?.actor(), self.app.site.operator.clone(), purpose))
    }

    /// A context for who chooses for whom she acts: as herself, whomever she acts for now. Errors: to the page where one signs in.
    pub fn chooser(&self, purpose: Purpose) -> Result<Context, Fault> {
        Ok(self.as_actor(self.signed_in()?.oneself(), self.app.site.operator.clone(), purpose))
    }

    /// A context for who asks a question: of who is signed in, or of the browser; a question is part of nobody's authority.
    pub fn asker(&self, of: Uuid, organisation: Oin, purpose: Purpose) -> Context {
        match &self.session {
            Some(session) if session.actor().party().is_none() => self.holder(of, organisation, purpose),
            _ => self.owner(of, organisation, purpose),
        }
    }

    /// Who is signed in and acts for all that is her party's. Errors: to the page where one signs in; `NotAllowed` for who acts for another
    /// person, or for one branch of a company.
    pub fn itself(&self) -> Result<&Session, Fault> {
        let session = self.signed_in()?;
        if session.actor().party().is_some() { Ok(session) } else { Err(self.fault(Error::NotAllowed)) }
    }

    fn resident_or_holder(&self, of: Uuid) -> Actor {
        self.resident_session().map_or_else(|| Actor::holder(of), Session::actor)
    }

    /// The session of a person or a company's representative; staff sign in for other pages.
    fn resident_session(&self) -> Option<&Session> {
        self.session.as_ref().filter(|session| session.kind != Kind::Medewerkers)
    }

    /// Who is signed in. Errors: to the page where one signs in, and then back here.
    pub fn signed_in(&self) -> Result<&Session, Fault> {
        let there = || self.fault(Error::NotFound).to(&sign_in::path(&self.path, Assurance::None));
        self.resident_session().ok_or_else(there)
    }

    /// Somebody is signed in, and showed not long ago who she is: for what must not be done from a screen that was left open. Errors: to
    /// the page where one signs in, and then to `there`.
    pub fn lately(&self, there: &str) -> Result<(), Fault> {
        let since = |session: &Session| self.app.access.clock().now().duration_since(session.signed_in_at);
        // A moment that has still to come is that of a clock that was wrong.
        match &self.session {
            Some(session) if since(session).abs() <= LATELY => Ok(()),
            session => {
                let level = session.as_ref().map_or(Assurance::None, |session| session.assurance);
                Err(self.fault(Error::NotFound).to(&sign_in::path_again(there, level)))
            }
        }
    }

    /// Are we this sure of who is signed in? Errors: to where one signs in more surely, and then to `there`.
    pub fn at_least(&self, level: Assurance, there: &str) -> Result<(), Fault> {
        match self.resident_session() {
            Some(session) if session.assurance < level => Err(self.fault(Error::NotFound).to(&sign_in::path(there, level))),
            _ => Ok(()),
        }
    }

    pub(crate) fn as_actor(&self, actor: Actor, organisation: Oin, purpose: Purpose) -> Context {
        Context { actor, organisation, purpose, trace: self.trace.clone() }
    }

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
                (home, Some(format!("{name} · {}", roles.join(", "))))
            }
        };
        let can_stop = session.vertegenwoordiging().is_some();
        let branch = session.actor().vestiging().is_some();
        Some(Visitor { name: session.name.clone(), acts_for, can_stop, branch, home })
    }

    /// The party that is signed in itself. Errors: to the page where one signs in; `NotAllowed` for who acts for another person, or for
    /// one branch of a company.
    pub fn party(&self) -> Result<Party, Fault> {
        self.itself()?.actor().party().ok_or_else(|| self.fault(Error::NotFound))
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
