//! Following without an account: whoever has the code sees, adds, withdraws and says whether it was easy.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{
        vraag,
        zaak::{self, Opened, message},
    },
};
use access::{Error, FieldFault, FollowCode, Purpose};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use cases::{MAX_BERICHT, Zaak};
use uuid::Uuid;
use values::{Id, Oin, mask_elfproef};

#[derive(Template)]
#[template(path = "follow.html")]
struct FollowPage {
    f: Frame,
    value: String,
}

/// What a code opens.
enum Thing {
    Zaak(Id<Zaak>, Oin),
    Vraag(Id<right_door::Vraag>, Oin),
}

fn purpose() -> Purpose {
    Purpose::new("inzage geven aan wie de volgcode heeft", "AVG artikel 15; Awb artikel 2:25")
}

/// Asks for the code.
pub(crate) async fn ask_code(ask: Ask) -> Response {
    page(StatusCode::OK, &FollowPage { f: ask.frame(ask.text("follow-title")), value: String::new() })
}

/// A code that was typed leads to its page.
pub(crate) async fn find(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    let typed = fields.get("code");
    let fault = match FollowCode::parse(typed) {
        Ok(code) => match thing(&ask, &code.link()).await {
            Err(fault) if fault.is_not_found() => "fault-code-unknown",
            Err(fault) => return Err(fault),
            Ok(_) => return Ok(ask.go(&format!("/volgen/{}", code.link()))),
        },
        Err(_) => "fault-code",
    };
    let mut f = ask.frame(ask.text("follow-title"));
    f.faults = vec![FieldFault::new("code", fault)];
    Ok(page(StatusCode::UNPROCESSABLE_ENTITY, &FollowPage { f, value: mask_elfproef(typed) }))
}

async fn thing(ask: &Ask, code: &str) -> Result<Thing, Fault> {
    let code = FollowCode::parse(code).map_err(|_| ask.fault(Error::NotFound))?;
    let work = ask.app.access.read(ask.public(), move |op| {
        let code = code.clone();
        Box::pin(async move {
            match cases::find_by_code(op, &code).await {
                Ok((id, of)) => Ok(Thing::Zaak(id, of)),
                Err(Error::NotFound) => right_door::find_by_code(op, &code).await.map(|(id, of)| Thing::Vraag(id, of)),
                Err(other) => Err(other),
            }
        })
    });
    work.await.map_err(|e| ask.fault(e))
}

/// The zaak of this code, for who holds it.
async fn opened(ask: &Ask, code: &str) -> Result<Opened, Fault> {
    match thing(ask, code).await? {
        Thing::Zaak(id, of) => Ok(of_code(ask, code, (id, of))),
        Thing::Vraag(..) => Err(ask.fault(Error::NotFound)),
    }
}

fn of_code(ask: &Ask, code: &str, (id, of): (Id<Zaak>, Oin)) -> Opened {
    Opened { id, context: ask.holder(id.uuid(), of, purpose()), path: format!("/volgen/{code}") }
}

/// The zaak or question of this code.
pub(crate) async fn show(ask: Ask, At(code): At<String>) -> Result<Response, Fault> {
    match thing(&ask, &code).await? {
        Thing::Zaak(id, of) => zaak::show(&ask, &of_code(&ask, &code, (id, of)), None).await,
        Thing::Vraag(id, of) => vraag::thread(&ask, id, of, &code, None).await,
    }
}

/// Adds something to a zaak or question.
pub(crate) async fn add(ask: Ask, At(code): At<String>, fields: Fields) -> Result<Response, Fault> {
    let (id, of) = match thing(&ask, &code).await? {
        Thing::Zaak(id, of) => return zaak::add(&ask, &of_code(&ask, &code, (id, of)), &fields).await,
        Thing::Vraag(id, of) => (id, of),
    };
    let text = match message(&fields, MAX_BERICHT) {
        Ok(text) => text,
        Err(wrong) => return vraag::thread(&ask, id, of, &code, Some(wrong)).await,
    };
    let work = ask.app.access.write(ask.holder(id.uuid(), of, purpose()), move |op| {
        let text = text.clone();
        Box::pin(async move { right_door::contribute(op, id, &text).await })
    });
    work.await.map_err(|e| ask.fault(e))?;
    Ok(ask.go(&format!("/volgen/{code}#berichten")))
}

/// Gives what was asked in a zaak.
pub(crate) async fn fulfil(ask: Ask, At((code, taak)): At<(String, Uuid)>, fields: Fields) -> Result<Response, Fault> {
    zaak::fulfil(&ask, &opened(&ask, &code).await?, taak, &fields).await
}

/// Withdraws a zaak.
pub(crate) async fn withdraw(ask: Ask, At(code): At<String>) -> Result<Response, Fault> {
    zaak::withdraw(&ask, &opened(&ask, &code).await?).await
}

/// Says whether it was easy.
pub(crate) async fn judge(ask: Ask, At(code): At<String>, fields: Fields) -> Result<Response, Fault> {
    zaak::judge(&ask, &opened(&ask, &code).await?, &fields).await
}

/// The receipt of a zaak on paper.
pub(crate) async fn pdf(ask: Ask, At(code): At<String>) -> Result<Response, Fault> {
    zaak::pdf(&ask, &opened(&ask, &code).await?).await
}

/// One photo of a zaak.
pub(crate) async fn photo(ask: Ask, At((code, document)): At<(String, Uuid)>) -> Result<Response, Fault> {
    zaak::photo(&ask, &opened(&ask, &code).await?, document).await
}
