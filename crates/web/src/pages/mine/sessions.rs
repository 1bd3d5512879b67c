//! Where one is signed in: one's own sessions, at home and at work, and an end to those elsewhere. They are one's own whomever one acts for.
use crate::{
    ask::Ask,
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
};
use access::{Context, Error, Purpose};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use identity::{OwnSession, Session};
use std::sync::Arc;
use uuid::Uuid;
use values::Id;

/// What a form says to end all but this one.
const OTHERS: &str = "andere";

/// One of them.
struct Line {
    id: Uuid,
    /// The one in which she looks.
    here: bool,
    began: String,
    seen: String,
}

#[derive(Template)]
#[template(path = "sessions.html")]
struct SessionsPage {
    f: Frame,
    /// The address of this page.
    at: String,
    staff: bool,
    sessions: Vec<Line>,
    /// What to do when one is not hers.
    doubt: String,
    idle: String,
}

fn purpose() -> Purpose {
    Purpose::new("eigen sessies tonen en beëindigen", "AVG artikel 32")
}

/// Of a person, or who acts for a company.
pub(crate) async fn show(ask: Ask) -> Result<Response, Fault> {
    list(&ask, ask.chooser(purpose())?).await
}

/// Of who is at work.
pub(crate) async fn show_at_work(ask: Ask) -> Result<Response, Fault> {
    list(&ask, ask.at_work(purpose())?).await
}

/// Ends one, or all others.
pub(crate) async fn end(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    end_of(&ask, ask.chooser(purpose())?, &fields).await
}

/// The same at work.
pub(crate) async fn end_at_work(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    end_of(&ask, ask.at_work(purpose())?, &fields).await
}

/// The session in which she looks.
fn here(ask: &Ask) -> Result<&Session, Fault> {
    ask.session.as_ref().ok_or_else(|| ask.fault(Error::NotFound))
}

async fn list(ask: &Ask, context: Context) -> Result<Response, Fault> {
    let session = here(ask)?;
    let (who, kind) = (Arc::new(session.who.clone()), session.kind);
    let work = ask.read(context, move |op| {
        let who = who.clone();
        Box::pin(async move { identity::own(op, &who).await })
    });
    let mut sessions = work.await?;
    // This one first, then the newest.
    sessions.sort_by_key(|one| (one.id == session.id, one.created));
    let way = ask.text(&format!("sessions-way-{}", kind.word()));
    let line = |one: &OwnSession| {
        let moment = |at| texts::moment(at, ask.language);
        let began = [("way", way.as_str()), ("moment", &moment(one.created))];
        Line {
            id: one.id.uuid(),
            here: one.id == session.id,
            began: texts::text_with(ask.language, "sessions-began", &began),
            seen: texts::text_with(ask.language, "sessions-seen", &[("moment", &moment(one.last_seen))]),
        }
    };
    let minutes = kind.idle().as_mins().to_string();
    let shown = SessionsPage {
        f: ask.frame(ask.text("sessions-title")),
        at: ask.url(&ask.path),
        staff: kind == identity::Kind::Medewerkers,
        sessions: sessions.iter().rev().map(line).collect(),
        doubt: ask.text(&format!("sessions-doubt-{}", kind.word())),
        idle: texts::text_with(ask.language, "sessions-idle", &[("minutes", &minutes)]),
    };
    Ok(page(StatusCode::OK, &shown))
}

async fn end_of(ask: &Ask, context: Context, fields: &Fields) -> Result<Response, Fault> {
    let session = here(ask)?;
    let (which, keep) = (fields.get("welke"), session.id);
    let one = Uuid::parse_str(which).ok().map(Id::from);
    if one.is_none() && which != OTHERS {
        return Ok(ask.go(&ask.path));
    }
    let who = Arc::new(session.who.clone());
    let work = ask.write(context, move |op| {
        let who = who.clone();
        Box::pin(async move {
            match one {
                Some(id) => identity::end_own(op, &who, id).await,
                None => identity::end_others(op, &who, keep).await.map(drop),
            }
        })
    });
    work.await?;
    Ok(ask.go(&ask.path))
}
