//! Signing in and out: choose how, go to the provider, come back, and go on where one was.
use crate::{
    ask::{Ask, At, language_of},
    fault::{self, Fault},
    fields::Fields,
    frame::{Frame, in_language, page, see_other},
    pages::{form::begin::takes, zaak::uitnodiging::OPENED},
    staff::STAFF_AT_LEAST,
};
use access::{Assurance, Error};
use askama::Template;
use axum::{
    extract::Query,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use catalogue::ServiceDefinition;
use identity::{Answer, Kind, LocalPath, Session, SignIn, Start};
use std::collections::HashMap;
use values::Language;

/// Where one goes on when nothing else was asked.
const HOME: &str = "/mijn";

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    f: Frame,
    /// Why a try came to nothing.
    trouble: Option<String>,
    /// How, as a word in the address; and whether that is offered here.
    ways: Vec<&'static str>,
    /// What she wants to do takes this way alone.
    only: Option<&'static str>,
    /// She came in another way than what she wants to do takes.
    otherwise: bool,
    /// For whom she acts and must show once more who she is herself.
    acting: Option<String>,
    /// Where it says what that is, and who to go to.
    about: Option<String>,
    to: String,
    /// She comes to give what is asked of her alone.
    invited: bool,
    level: String,
    again: bool,
    /// For staff.
    desk: bool,
}

#[derive(Template)]
#[template(path = "signed_out.html")]
struct SignedOutPage {
    f: Frame,
}

/// Where to go on, how sure one must be, and whether one must show who one is once more.
#[derive(Clone, Default)]
struct Wish {
    naar: Option<String>,
    niveau: Option<String>,
    opnieuw: bool,
}

/// Where one shows once more who one is, no less surely than before, to go on to `to`.
pub(crate) fn path_again(to: &str, at_least: Assurance) -> String {
    format!("{}&opnieuw=ja", path(to, at_least))
}

/// Does the path lead to where staff come, by a way of their own?
fn is_desk(path: &str) -> bool {
    let path = path.strip_prefix("/en").unwrap_or(path);
    ["/balie", "/beheer"].iter().any(|of| path.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// Does the path lead to an invitation, which a natural person opens for herself?
fn is_invitation(path: &str) -> bool {
    language_of(path).1.starts_with(OPENED)
}

/// The ways that are offered here and that lead to where one goes on.
fn ways(ask: &Ask, to: &str, service: Option<&ServiceDefinition>) -> Vec<Kind> {
    let kinds = ask.app.sign_in.as_ref().map(SignIn::kinds).unwrap_or_default();
    let inloggen = service.and_then(|service| service.inloggen.as_ref());
    let fits = |kind: &Kind| {
        let invited = !is_invitation(to) || *kind == Kind::Digid;
        (*kind == Kind::Medewerkers) == is_desk(to) && invited && inloggen.is_none_or(|of| takes(of, *kind))
    };
    kinds.into_iter().filter(fits).collect()
}

/// The service that one signs in for.
fn service<'a>(ask: &'a Ask, to: &str) -> Option<&'a ServiceDefinition> {
    let (_, path) = language_of(to);
    ask.app.catalogue.service(path.strip_prefix("/beginnen/")?)
}

/// The way of what takes one alone.
fn only(to: &str, service: Option<&ServiceDefinition>) -> Option<Kind> {
    if is_invitation(to) {
        return Some(Kind::Digid);
    }
    let inloggen = service?.inloggen.as_ref()?;
    let mut taken = Kind::ALL.into_iter().filter(|kind| takes(inloggen, *kind));
    taken.next().filter(|_| taken.next().is_none())
}

/// The levels that one can be asked for, as a word in the address.
const LEVELS: [(&str, Assurance); 2] = [("substantieel", Assurance::Substantial), ("hoog", Assurance::High)];

/// The level that was asked, of those that exist; low when none was.
fn level(word: &str) -> Assurance {
    LEVELS.iter().find(|(known, _)| *known == word).map_or(Assurance::Low, |(_, level)| *level)
}

/// Where one signs in at this level, to go on to `to`.
pub(crate) fn path(to: &str, at_least: Assurance) -> String {
    let word = LEVELS.iter().find(|(_, level)| *level == at_least);
    format!("/inloggen?naar={to}{}", word.map(|(word, _)| format!("&niveau={word}")).unwrap_or_default())
}

/// Is this address, in either language, the page where one signs in?
pub(crate) fn leads_to(path: &str) -> bool {
    path.strip_prefix("/en").unwrap_or(path).starts_with("/inloggen?")
}

/// A path of this site, or that of her own pages.
fn local(text: Option<&str>) -> &str {
    text.filter(|text| LocalPath::parse(text).is_ok()).unwrap_or(HOME)
}

fn render(ask: &Ask, status: StatusCode, wish: &Wish, trouble: Option<&str>) -> Response {
    let to = local(wish.naar.as_deref()).to_owned();
    let (desk, service) = (is_desk(&to), service(ask, &to));
    let mut f = ask.frame(ask.text(if desk { "sign-in-desk-title" } else { "sign-in-title" }));
    f.path = "/inloggen".into();
    let level = wish.niveau.clone().filter(|word| level(word) > Assurance::Low).unwrap_or_default();
    let only = only(&to, service);
    let invited = is_invitation(&to);
    let product = service.and_then(|service| ask.app.catalogue.product(&service.upl));
    // Who shows once more who she is does so in the way in which she is signed in, unless this takes another.
    let once_more = ask.session.as_ref().filter(|session| trouble.is_some() && only.is_none_or(|only| session.kind == only));
    let acting = once_more.and_then(|session| session.vertegenwoordiging()).map(|of| of.naam.clone());
    let mut ways = ways(ask, &to, service);
    if let Some(kind) = once_more.map(|session| session.kind).filter(|kind| ways.contains(kind)) {
        ways = vec![kind];
    }
    let shown = SignInPage {
        acting: acting.map(|name| texts::text_with(ask.language, "sign-in-acting", &[("name", &name)])),
        trouble: trouble.map(|key| ask.text(key)),
        ways: ways.into_iter().map(Kind::word).collect(),
        only: only.map(Kind::word),
        otherwise: only.zip(ask.session.as_ref()).is_some_and(|(only, session)| session.kind != only),
        about: product.filter(|_| only.is_some()).map(|product| f.url(format!("/product/{}", product.slug))),
        f,
        to,
        invited,
        level,
        again: wish.opnieuw,
        desk,
    };
    // The browser that begins must be the one that comes back.
    ask.remember(page(status, &shown))
}

/// Choose how to sign in.
pub(crate) async fn choose(ask: Ask, Query(mut query): Query<HashMap<String, String>>) -> Response {
    let wish = Wish { naar: query.remove("naar"), niveau: query.remove("niveau"), opnieuw: query.contains_key("opnieuw") };
    let trouble = ask.session.as_ref().and_then(|session| trouble(&ask, session, &wish));
    render(&ask, StatusCode::OK, &wish, trouble)
}

/// Why who is signed in comes here: in another way than this takes, not lately, or not surely enough.
fn trouble(ask: &Ask, session: &Session, wish: &Wish) -> Option<&'static str> {
    let to = local(wish.naar.as_deref());
    let only = only(to, service(ask, to));
    let higher = wish.niveau.as_deref().is_some_and(|word| level(word) > session.assurance);
    match only.filter(|only| session.kind != *only) {
        Some(Kind::Digid) => Some("sign-in-only-digid-now"),
        Some(Kind::EHerkenning) => Some("sign-in-only-eherkenning-now"),
        _ if wish.opnieuw => Some("sign-in-lately"),
        _ if session.kind == Kind::EHerkenning => higher.then_some("sign-in-step-up-company"),
        _ => higher.then_some("sign-in-step-up"),
    }
}

/// To the provider.
pub(crate) async fn start(ask: Ask, At(way): At<String>, fields: Fields) -> Result<Response, Fault> {
    let kind = Kind::of_word(&way).ok_or_else(|| ask.fault(Error::NotFound))?;
    let opnieuw = !fields.get("opnieuw").is_empty();
    let wish = Wish { naar: Some(fields.get("naar").to_owned()), niveau: Some(fields.get("niveau").to_owned()), opnieuw };
    let Some(sign_in) = &ask.app.sign_in else {
        return Ok(render(&ask, StatusCode::NOT_FOUND, &wish, Some("sign-in-not-offered")));
    };
    let browser = ask.browser_or_new();
    let staff = kind == Kind::Medewerkers;
    let to = local(wish.naar.as_deref());
    if is_desk(to) != staff {
        return Err(ask.fault(Error::NotFound));
    }
    let return_to = LocalPath::parse(&ask.url(to)).map_err(|_| ask.fault(Error::NotFound))?;
    let asked = level(fields.get("niveau"));
    let known = ask.session.as_ref().filter(|_| opnieuw).map_or(Assurance::Low, |session| session.assurance);
    let at_least = if staff { asked.max(STAFF_AT_LEAST) } else { asked.max(known) };
    // Once more means now, whatever the provider remembers.
    let fresh = opnieuw.then_some(0);
    let start = Start { kind, at_least, fresh, return_to };
    let visitor = identity::Visitor { browser: &browser, session: ask.token.as_ref(), context: ask.signing_in() };
    match sign_in.start(&ask.app.access, start, visitor).await {
        Ok(url) => Ok(ask.remember_as(see_other(url.as_str()), &browser)),
        Err(fault) => Ok(failed(&ask, &wish, &fault)),
    }
}

/// Back from the provider.
pub(crate) async fn back(mut ask: Ask, Query(mut query): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let mut taken = |name: &str| query.remove(name);
    let answer = Answer { state: taken("state"), code: taken("code"), iss: taken("iss"), error: taken("error") };
    let sign_in = ask.app.sign_in.clone().ok_or_else(|| ask.fault(Error::NotFound))?;
    let browser = ask.browser_or_new();
    let state = answer.state.clone().unwrap_or_default();
    let visitor = |ask: &Ask| identity::Visitor { browser: &browser, session: None, context: ask.signing_in() };
    let with_session = identity::Visitor { session: ask.token.as_ref(), ..visitor(&ask) };
    match sign_in.finish(&ask.app.access, answer, with_session).await {
        Ok(finished) => {
            let mut response = see_other(finished.return_to.as_str());
            ask.keep_session(&mut response, &finished.token);
            Ok(response)
        }
        Err(fault) => {
            // The provider knows one address of ours: the language, and where she wanted to be, are those of where she began.
            let wanted = sign_in.wanted(&ask.app.access, &state, visitor(&ask)).await;
            let wanted = wanted.as_ref().map(|path| language_of(path.as_str()));
            ask.language = wanted.map_or(ask.language, |(language, _)| language);
            Ok(failed(&ask, &Wish { naar: wanted.map(|(_, path)| path.to_owned()), ..Wish::default() }, &fault))
        }
    }
}

fn failed(ask: &Ask, wish: &Wish, why: &identity::Fault) -> Response {
    let status = match why {
        identity::Fault::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        identity::Fault::Cancelled => StatusCode::OK,
        identity::Fault::NotOffered => StatusCode::NOT_FOUND,
        identity::Fault::Ours(error) => fault::status_of(error),
        _ => StatusCode::FORBIDDEN,
    };
    let wish = &Wish { opnieuw: wish.opnieuw || matches!(why, identity::Fault::Stale), ..wish.clone() };
    tracing::warn!(trace = %ask.trace, fault = %why, "a sign-in came to nothing");
    render(ask, status, wish, Some(why.text()))
}

/// Signs out, here and at the provider.
pub(crate) async fn out(ask: Ask) -> Result<Response, Fault> {
    let mut to = ask.url(identity::SIGNED_OUT);
    if let Some(token) = ask.token.clone() {
        let work = ask.write(ask.signing_out(), move |op| {
            let token = token.clone();
            Box::pin(async move { identity::end(op, &token).await })
        });
        let kind = work.await?;
        if let (Some(kind), Some(sign_in)) = (kind, &ask.app.sign_in)
            && let Some(url) = sign_in.sign_out(&ask.app.access, kind, ask.language.code()).await
        {
            to = url.to_string();
        }
    }
    let mut response = see_other(&to);
    ask.forget_session(&mut response);
    Ok(response)
}

/// Signed out. The provider sends everybody to one address, with the language that we gave it.
pub(crate) async fn signed_out(ask: Ask, Query(query): Query<HashMap<String, String>>) -> Response {
    if ask.language == Language::Nl && query.get("state").is_some_and(|state| state == Language::En.code()) {
        return see_other(&in_language(Language::En, identity::SIGNED_OUT));
    }
    page(StatusCode::OK, &SignedOutPage { f: ask.frame(ask.text("signed-out-title")) })
}

/// Our public keys, for the providers.
pub(crate) async fn keys(ask: Ask) -> Response {
    let keys = ask.app.sign_in.as_ref().map_or_else(|| serde_json::json!({ "keys": [] }), SignIn::jwks);
    ([(header::CONTENT_TYPE, "application/json")], keys.to_string()).into_response()
}
