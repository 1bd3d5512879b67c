//! The page that leads to an organisation that does not take something here.
use crate::{
    ask::Ask,
    frame::{Frame, page},
    pages::{
        wayfinding::{local, topics::capital},
        zaak::paper::organisation_link,
    },
};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use catalogue::Organisatie;

/// What was typed, to take along to another place: name and text.
type Kept = Vec<(&'static str, String)>;

/// What made this organisation the one, and how that can be another.
pub(crate) enum Change {
    /// Where she lives or her company is, by a register: not for her to choose.
    Home,
    /// An address that she typed.
    Address,
    /// A place or organisation that she chose.
    Place(Kept),
}

/// From where one came.
pub(crate) struct Back<'a> {
    /// What one would send, as a noun with "de": `aanvraag`.
    pub what: &'a str,
    /// Where one came from.
    pub to: String,
    pub change: Change,
}

#[derive(Template)]
#[template(path = "elsewhere.html")]
struct ElsewherePage {
    f: Frame,
    text: String,
    reach: Option<String>,
    website: Option<String>,
    back: String,
    /// What leads to another organisation.
    change: String,
    /// Where a register says where she lives.
    home: Option<String>,
    kept: Kept,
}

/// The page that leads to an organisation that does not take this here: one that takes nothing here, or that stopped this service.
pub(crate) fn not_here(ask: &Ask, organisatie: &Organisatie, from: Back<'_>) -> Response {
    let hosted = ask.app.catalogue.hosted_with_code(&organisatie.code);
    let (title, text) = match hosted {
        Some(_) => ("elsewhere-stopped-title", "elsewhere-stopped-text"),
        None => ("elsewhere-title", "elsewhere-text"),
    };
    let title = texts::text_with(ask.language, title, &[("name", &capital(&organisatie.in_words(ask.language)))]);
    let change = if matches!(from.change, Change::Address) { "elsewhere-change-address" } else { "elsewhere-change" };
    let (home, kept) = match from.change {
        Change::Home => (Some(ask.url("/mijn/gegevens")), vec![]),
        Change::Address => (None, vec![]),
        Change::Place(kept) => (None, kept),
    };
    let shown = ElsewherePage {
        f: ask.frame(title),
        text: texts::text_with(ask.language, text, &[("what", from.what)]),
        reach: hosted.and_then(|hosted| local::reach(&hosted.contact, ask.language)),
        website: organisation_link(organisatie),
        back: from.to,
        change: ask.text(change),
        home,
        kept,
    };
    page(StatusCode::OK, &shown)
}
