//! Wie keek naar mijn gegevens: every look, by whom, when and why; also those by machines.
use crate::{
    ask::Ask,
    fault::Fault,
    frame::{Frame, page},
    pages::mine::organisations,
};
use access::{By, Look, Party, Purpose};
use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use catalogue::ServiceDefinition;
use std::{collections::HashMap, sync::Arc};
use uuid::Uuid;
use values::Oin;

/// Lines on one page.
const PAGE: usize = 50;

/// One line.
struct Line {
    when: String,
    who: String,
    what: String,
    why: String,
    basis: String,
}

#[derive(Template)]
#[template(path = "looked.html")]
struct LookedPage {
    f: Frame,
    lines: Vec<Line>,
    more: Option<String>,
    /// What she did herself stands there too; and where it is the other way round.
    all: bool,
    other: String,
    /// A person looks, not a company: she has a family.
    person: bool,
}

/// The query that shows what she did herself too.
const ALL: &str = "alles";

/// The list, the newest first: what others did, and on request what she did herself too.
pub(crate) async fn show(ask: Ask, Query(query): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let before = query.get("voor").and_then(|id| Uuid::parse_str(id).ok());
    let all = query.contains_key(ALL);
    let mut organisations = organisations(&ask);
    organisations.push(ask.app.site.operator.clone());
    let organisations = Arc::new(organisations);
    let purpose = Purpose::new("tonen wie heeft gekeken", "AVG artikel 15 lid 1; Wet BRP artikel 3.22");
    // To look here is no look at somebody's data: it shows what stands in the journal, which is not written in by reading it.
    let work = ask.read(ask.itself_here(purpose)?, move |op| {
        let organisations = organisations.clone();
        Box::pin(async move {
            match all {
                true => access::looks(op, &organisations, before, PAGE + 1).await,
                false => access::looks_of_others(op, &organisations, before, PAGE + 1).await,
            }
        })
    });
    let (looks, more) = access::page(work.await?, PAGE);
    let more = looks
        .last()
        .filter(|_| more)
        .map(|last| ask.url(&format!("/mijn/inzage?voor={}{}", last.id, if all { "&alles" } else { "" })));
    let other = ask.url(if all { "/mijn/inzage" } else { "/mijn/inzage?alles" });
    let lines = looks.iter().map(|look| line(&ask, look)).collect();
    let person = matches!(ask.party()?, Party::Person(_));
    Ok(page(StatusCode::OK, &LookedPage { f: ask.frame(ask.text("looked-title")), lines, more, all, other, person }))
}

/// Who acted, for which organisation.
pub(crate) fn in_words(ask: &Ask, by: By, of: &Oin) -> String {
    let key = match by {
        By::Oneself => "looked-oneself",
        By::Vertegenwoordiger => "looked-representative",
        By::Noemer => "looked-namer",
        By::Holder => "looked-holder",
        By::Worker => "looked-worker",
        By::Machine => "looked-machine",
    };
    texts::text_with(ask.language, key, &[("name", &ask.name_of(of))])
}

fn line(ask: &Ask, look: &Look) -> Line {
    Line {
        when: texts::moment(look.at, ask.language),
        who: in_words(ask, look.by, &look.organisation),
        what: texts::find(ask.language, &format!("action-{}", look.action)).unwrap_or_else(|| look.action.clone()),
        why: purpose_in_words(ask, &look.purpose),
        basis: look.basis.clone(),
    }
}

/// The service whose purpose this is.
pub(super) fn service_for<'a>(ask: &'a Ask, purpose: &str) -> Option<&'a ServiceDefinition> {
    ask.app.catalogue.services().iter().find(|service| service.purpose == purpose)
}

/// A purpose in the language of who reads it: of a service, of the policies, or one of our own.
fn purpose_in_words(ask: &Ask, purpose: &str) -> String {
    if let Some(service) = service_for(ask, purpose) {
        return texts::text_with(
            ask.language,
            "doel-of-service",
            &[("title", &service.text(ask.language).title), ("purpose", purpose)],
        );
    }
    let letters = purpose.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
    texts::find(ask.language, &format!("doel-{}", letters.collect::<String>())).unwrap_or_else(|| purpose.to_owned())
}
