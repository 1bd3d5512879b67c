//! Following without an account: whoever has the code sees, adds, withdraws and says whether it was easy.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, Wrong, page},
    pages::{
        form::kept,
        vraag::thread,
        zaak::{self, Opened, besluit, contribute, dispute, done::Done, genodigden, withdraw},
    },
    upload::Upload,
};
use access::{Error, FieldFault, FollowCode, Purpose};
use askama::Template;
use axum::{extract::Query, response::Response};
use cases::Zaak;
use right_door::Vraag;
use std::collections::HashMap;
use uuid::Uuid;
use values::{Id, Oin, mask_elfproef};

#[derive(Template)]
#[template(path = "follow.html")]
struct FollowPage {
    f: Frame,
    value: String,
}

/// What a code opens.
pub(crate) enum Thing {
    Zaak(Id<Zaak>, Oin),
    Vraag(Id<Vraag>, Oin),
    /// A form that was not sent yet.
    Concept(Uuid),
}

fn purpose() -> Purpose {
    Purpose::new("inzage geven aan wie de volgcode heeft", "AVG artikel 15; Awb artikel 2:25")
}

/// Asks for the code.
pub(crate) async fn ask_code(ask: Ask) -> Response {
    form(&ask, None)
}

fn form(ask: &Ask, wrong: Wrong) -> Response {
    let mut f = ask.frame(ask.text("follow-title"));
    let value = f.take(wrong);
    page(f.status(), &FollowPage { f, value })
}

/// A code that was typed leads to its page.
pub(crate) async fn find(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    match typed(&ask, &fields).await? {
        Ok((code, Thing::Concept(id))) => kept::resume(&ask, id, &code).await,
        Ok((code, _)) => Ok(ask.go(&format!("/volgen/{}", code.link()))),
        Err(wrong) => Ok(form(&ask, Some(wrong))),
    }
}

/// The code that was typed and what it opens; or what was typed and what is wrong with it.
pub(crate) async fn typed(ask: &Ask, fields: &Fields) -> Result<Result<(FollowCode, Thing), (String, FieldFault)>, Fault> {
    let typed = fields.get("code");
    let wrong = |fault| Ok(Err((mask_elfproef(typed), FieldFault::new("code", fault))));
    let Ok(code) = FollowCode::parse(typed) else { return wrong("fault-code") };
    match thing(ask, &code.link()).await {
        Err(fault) if fault.is_not_found() => wrong("fault-code-unknown"),
        Err(fault) => Err(fault),
        Ok(thing) => Ok(Ok((code, thing))),
    }
}

async fn thing(ask: &Ask, code: &str) -> Result<Thing, Fault> {
    let code = FollowCode::parse(code).map_err(|_| ask.fault(Error::NotFound))?;
    let work = ask.read(ask.public(), move |op| {
        let code = code.clone();
        Box::pin(async move {
            match cases::find_by_code(op, &code).await {
                Ok((id, of)) => Ok(Thing::Zaak(id, of)),
                Err(Error::NotFound) => match right_door::find_by_code(op, &code).await {
                    Err(Error::NotFound) => intake::find_by_code(op, &code).await.map(Thing::Concept),
                    found => found.map(|(id, of)| Thing::Vraag(id, of)),
                },
                Err(other) => Err(other),
            }
        })
    });
    work.await
}

/// The zaak of this code, for who holds it.
async fn opened(ask: &Ask, code: &str) -> Result<Opened, Fault> {
    match thing(ask, code).await? {
        Thing::Zaak(id, of) => Ok(of_code(ask, code, (id, of))),
        Thing::Vraag(..) | Thing::Concept(_) => Err(ask.fault(Error::NotFound)),
    }
}

fn of_code(ask: &Ask, code: &str, (id, of): (Id<Zaak>, Oin)) -> Opened {
    Opened { id, context: ask.holder(id.uuid(), of, purpose()), path: format!("/volgen/{code}") }
}

/// The zaak or question of this code.
pub(crate) async fn show(
    ask: Ask,
    At(code): At<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Fault> {
    match thing(&ask, &code).await? {
        Thing::Zaak(id, of) => zaak::show(&ask, &of_code(&ask, &code, (id, of)), Done::of(&query).into()).await,
        Thing::Vraag(id, of) => thread::show(&ask, &question_of_code(&ask, &code, (id, of)), None).await,
        // To go on with it here is something one does, not something one looks at.
        Thing::Concept(_) => {
            let f = ask.frame(ask.text("follow-title"));
            Ok(page(f.status(), &FollowPage { f, value: code.replace('-', " ") }))
        }
    }
}

fn question_of_code(ask: &Ask, code: &str, (id, of): (Id<Vraag>, Oin)) -> thread::Opened {
    thread::Opened { id, context: ask.holder(id.uuid(), of, purpose()), path: format!("/volgen/{code}"), mine: false }
}

/// Adds something to a zaak or question.
pub(crate) async fn add(ask: Ask, At(code): At<String>, upload: Upload) -> Result<Response, Fault> {
    match thing(&ask, &code).await? {
        Thing::Zaak(id, of) => contribute::add(&ask, &of_code(&ask, &code, (id, of)), upload).await,
        // A question takes no files.
        Thing::Vraag(id, of) => {
            let (fields, _) = upload.read(0, 0).await;
            thread::add(&ask, &question_of_code(&ask, &code, (id, of)), &fields).await
        }
        Thing::Concept(_) => Err(ask.fault(Error::NotFound)),
    }
}

/// Gives what was asked in a zaak.
pub(crate) async fn fulfil(ask: Ask, At((code, taak)): At<(String, Uuid)>, upload: Upload) -> Result<Response, Fault> {
    contribute::fulfil(&ask, &opened(&ask, &code).await?, taak, upload).await
}

/// Asks whether she is sure that she withdraws a zaak.
pub(crate) async fn sure(ask: Ask, At(code): At<String>) -> Result<Response, Fault> {
    withdraw::sure(&ask, &opened(&ask, &code).await?).await
}

/// Withdraws a zaak.
pub(crate) async fn withdraw(ask: Ask, At(code): At<String>) -> Result<Response, Fault> {
    withdraw::withdraw(&ask, &opened(&ask, &code).await?).await
}

/// The form of a complaint about a zaak.
pub(crate) async fn complain(ask: Ask, At(code): At<String>) -> Result<Response, Fault> {
    dispute::form(&ask, &opened(&ask, &code).await?, dispute::Kind::Klacht).await
}

/// Complains about a zaak.
pub(crate) async fn complained(ask: Ask, At(code): At<String>, fields: Fields) -> Result<Response, Fault> {
    dispute::send(&ask, &opened(&ask, &code).await?, dispute::Kind::Klacht, &fields).await
}

/// Says whether it was easy.
pub(crate) async fn judge(ask: Ask, At(code): At<String>, fields: Fields) -> Result<Response, Fault> {
    zaak::judge(&ask, &opened(&ask, &code).await?, &fields).await
}

/// Makes new words for somebody who was named in a zaak.
pub(crate) async fn new_words(ask: Ask, At((code, uitnodiging)): At<(String, Uuid)>) -> Result<Response, Fault> {
    genodigden::new_words(&ask, &opened(&ask, &code).await?, uitnodiging).await
}

/// The receipt of a zaak on paper.
pub(crate) async fn pdf(ask: Ask, At(code): At<String>) -> Result<Response, Fault> {
    zaak::pdf(&ask, &opened(&ask, &code).await?).await
}

/// The decision on a zaak, on paper.
pub(crate) async fn besluit(ask: Ask, At(code): At<String>) -> Result<Response, Fault> {
    besluit::pdf(&ask, &opened(&ask, &code).await?).await
}

/// One photo of a zaak.
pub(crate) async fn photo(ask: Ask, At((code, document)): At<(String, Uuid)>) -> Result<Response, Fault> {
    zaak::photo(&ask, &opened(&ask, &code).await?, document).await
}
