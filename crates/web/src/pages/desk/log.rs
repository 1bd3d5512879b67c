//! The log, for who supervises the use of personal data at her organisation: who did and looked at what, and why; never content.
use crate::{
    ask::Ask,
    fault::Fault,
    frame::{Frame, page},
};
use access::{JournalLine, Purpose};
use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use std::collections::HashMap;
use uuid::Uuid;

/// Lines on one page.
const PAGE: usize = 100;

/// One line.
struct Line {
    when: String,
    who: String,
    what: String,
    why: String,
    of: String,
}

#[derive(Template)]
#[template(path = "desk/log.html")]
struct LogPage {
    f: Frame,
    lines: Vec<Line>,
    more: Option<String>,
}

/// The log, the newest first.
pub(crate) async fn show(ask: Ask, Query(query): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let before = query.get("voor").and_then(|id| Uuid::parse_str(id).ok());
    let purpose = Purpose::new("toezicht op het gebruik van persoonsgegevens", "AVG artikel 39 lid 1 b");
    // It holds no personal content, and reading it is what it is for: no line is written for that.
    let work = ask.read(ask.at_work(purpose)?, move |op| Box::pin(access::supervise(op, before, PAGE + 1)));
    let (found, more) = access::page(work.await?, PAGE);
    let more = found.last().filter(|_| more).map(|last| ask.url(&format!("/balie/logboek?voor={}", last.id)));
    let lines = found.iter().map(|found| line(&ask, found)).collect();
    Ok(page(StatusCode::OK, &LogPage { f: ask.frame(ask.text("desk-log")), lines, more }))
}

fn line(ask: &Ask, found: &JournalLine) -> Line {
    Line {
        when: texts::moment(found.at, ask.language),
        who: found.actor.clone(),
        what: found.action.clone(),
        why: found.purpose.clone(),
        of: format!("{} {}", found.subject_kind, found.subject),
    }
}
