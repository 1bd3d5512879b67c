//! The log, for who supervises the use of personal data at her organisation: who did and looked at what, and why; never content. All of it,
//! or only that of one zaak.
use super::list::as_written;
use crate::{
    ask::Ask,
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::wayfinding::topics::capital,
};
use access::{Error, FieldFault, JournalLine, Op, Purpose};
use askama::Template;
use axum::{extract::Query, response::Response};
use std::collections::HashMap;
use uuid::Uuid;
use values::{Id, mask_elfproef};

/// Lines on one page.
const PAGE: usize = 100;

/// The number of a zaak or question.
type Numbers = HashMap<Uuid, String>;

/// One line.
struct Line {
    when: String,
    who: String,
    what: String,
    why: String,
    /// Of what, and where all that happened with it stands.
    of: String,
    url: Option<String>,
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

/// The number of the zaak of which only it is read, the lines, and the numbers of what they are about.
async fn read(
    op: &mut Op<'_>,
    of: Option<Uuid>,
    before: Option<Uuid>,
) -> access::Result<(Option<String>, Vec<JournalLine>, Numbers)> {
    let (only, lines) = match of {
        Some(id) => {
            let (number, lines) = cases::supervise(op, Id::from(id), before, PAGE + 1).await?;
            (Some(number), lines)
        }
        None => (None, access::supervise(op, None, before, PAGE + 1).await?),
    };
    let mut numbers = cases::numbers(op, &lines).await?;
    numbers.extend(right_door::numbers(op, &lines).await?);
    Ok((only, lines, numbers))
}

async fn render(ask: &Ask, (of, before): (Option<Uuid>, Option<Uuid>), wrong: Option<String>) -> Result<Response, Fault> {
    let context = ask.at_work(purpose())?;
    let (only, found, numbers) = match of {
        Some(_) => ask.write(context, move |op| Box::pin(read(op, of, before))).await?,
        // It holds no personal content, and reading it is what it is for: no line is written for that.
        None => ask.read(context, move |op| Box::pin(read(op, None, before))).await?,
    };
    let (found, more) = access::page(found, PAGE);
    let of = of.map(|id| format!("van={id}&")).unwrap_or_default();
    let more = found.last().filter(|_| more).map(|last| ask.url(&format!("/balie/logboek?{of}voor={}", last.id)));
    let mut f = ask.frame(ask.text("desk-log"));
    f.path = "/balie/logboek".into();
    f.faults = wrong.iter().map(|_| FieldFault::new("nummer", "fault-log-number")).collect();
    let lines = found.iter().map(|found| line(ask, found, &numbers)).collect();
    Ok(page(f.status(), &LogPage { f, only, nummer: wrong.unwrap_or_default(), lines, more }))
}

fn line(ask: &Ask, found: &JournalLine, numbers: &Numbers) -> Line {
    let number = numbers.get(&found.subject);
    let name = number.cloned().unwrap_or_else(|| short(&found.subject.to_string()));
    Line {
        when: texts::moment(found.at, ask.language),
        who: actor(ask, &found.actor),
        what: in_words(&found.action),
        why: found.purpose.clone(),
        of: match found.subject_kind.as_str() {
            "person" | "company" => named(ask, &found.subject_kind, &name),
            kind => format!("{} {name}", capital(kind)),
        },
        url: number.filter(|_| found.subject_kind == "zaak").map(|_| ask.url(&format!("/balie/logboek?van={}", found.subject))),
    }
}

/// `zaak-gelezen` as it reads: Zaak gelezen.
fn in_words(action: &str) -> String {
    capital(&action.replace('-', " "))
}

/// Who acted, as the journal names her: of who works here her reference, of who does not a pseudonym.
fn actor(ask: &Ask, actor: &str) -> String {
    let (kind, name) = actor.split_once(':').unwrap_or((actor, ""));
    let name = if matches!(kind, "person" | "representative") { short(name) } else { name.to_owned() };
    named(ask, kind, &name)
}

fn named(ask: &Ask, kind: &str, name: &str) -> String {
    texts::text_with(ask.language, &format!("desk-log-{kind}"), &[("name", name)])
}

/// The end of an id: enough to see that two lines are about the same.
fn short(id: &str) -> String {
    id.get(id.len().saturating_sub(8)..).unwrap_or_default().to_owned()
}
