//! The log, for who supervises the use of personal data at her organisation: who did and looked at what, and why; never content. All of it,
//! or only that of one zaak.
use super::list::as_written;
use crate::{
    ask::Ask,
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
};
use access::{Error, FieldFault, JournalLine, Purpose};
use askama::Template;
use axum::{extract::Query, response::Response};
use std::collections::HashMap;
use uuid::Uuid;
use values::{Id, mask_elfproef};

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
    /// The number of the zaak of which only it is shown.
    only: Option<String>,
    nummer: String,
    lines: Vec<Line>,
    more: Option<String>,
}

fn purpose() -> Purpose {
    Purpose::new("toezicht op het gebruik van persoonsgegevens", "AVG artikel 39 lid 1 b")
}

/// The log, the newest first.
pub(crate) async fn show(ask: Ask, Query(query): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let id = |key: &str| query.get(key).and_then(|id| Uuid::parse_str(id).ok());
    render(&ask, (id("van"), id("voor")), None).await
}

/// That of the zaak with the number that was typed: it stands in no address.
pub(crate) async fn find(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    let typed = fields.get("nummer").trim();
    let number = as_written(typed);
    let work = ask.app.access.read(ask.at_work(purpose())?, move |op| {
        let number = number.clone();
        Box::pin(async move { cases::find_to_supervise(op, &number).await })
    });
    match work.await {
        Ok(id) => Ok(ask.go(&format!("/balie/logboek?van={id}"))),
        Err(Error::NotFound) => render(&ask, (None, None), Some(mask_elfproef(typed))).await,
        Err(error) => Err(ask.fault(error)),
    }
}

async fn render(ask: &Ask, (of, before): (Option<Uuid>, Option<Uuid>), wrong: Option<String>) -> Result<Response, Fault> {
    let context = ask.at_work(purpose())?;
    let (only, found) = match of {
        Some(id) => {
            let work = ask.write(context, move |op| Box::pin(cases::supervise(op, Id::from(id), before, PAGE + 1)));
            work.await.map(|(number, found)| (Some(number), found))?
        }
        // It holds no personal content, and reading it is what it is for: no line is written for that.
        None => (None, ask.read(context, move |op| Box::pin(access::supervise(op, None, before, PAGE + 1))).await?),
    };
    let (found, more) = access::page(found, PAGE);
    let of = of.map(|id| format!("van={id}&")).unwrap_or_default();
    let more = found.last().filter(|_| more).map(|last| ask.url(&format!("/balie/logboek?{of}voor={}", last.id)));
    let mut f = ask.frame(ask.text("desk-log"));
    f.path = "/balie/logboek".into();
    f.faults = wrong.iter().map(|_| FieldFault::new("nummer", "fault-log-number")).collect();
    let lines = found.iter().map(|found| line(ask, found)).collect();
    Ok(page(f.status(), &LogPage { f, only, nummer: wrong.unwrap_or_default(), lines, more }))
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
