//! One's own question, in Mijn overheid.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    pages::{
        mine::purpose,
        vraag::thread::{self, Opened},
    },
};
use access::{Context, Error, Purpose};
use axum::response::Response;
use right_door::Vraag;
use uuid::Uuid;
use values::Id;

/// A context for a question of who is signed in; for what was sent about a zaak as surely as the service of that asks. Errors: to the page
/// where one signs in, and then back here; `NotFound` for what is not hers; `NotAllowed` for what is of no service, for who acts for another.
pub(crate) async fn context(ask: &Ask, id: Id<Vraag>, purpose: Purpose) -> Result<Context, Fault> {
    let context = ask.resident_here(purpose)?;
    let found = ask.app.access.read(context.clone(), move |op| Box::pin(right_door::may_read(op, id))).await;
    let (organisation, soort) = match found {
        Err(Error::NotFound) => {
            ask.own()?;
            return Err(ask.fault(Error::NotFound));
        }
        found => found.map_err(|e| ask.fault(e))?,
    };
    if let Some(over) = soort.over() {
        ask.at_least(ask.level_of(&over.dienst), &ask.back)?;
    }
    Ok(Context { organisation, ..context })
}

/// Whose it is decides the operation: for another it does not exist.
async fn opened(ask: &Ask, id: Uuid) -> Result<Opened, Fault> {
    let id = Id::from(id);
    Ok(Opened { id, context: context(ask, id, purpose()).await?, path: format!("/mijn/vragen/{id}"), mine: true })
}

/// The question with its thread.
pub(crate) async fn show(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    thread::show(&ask, &opened(&ask, id).await?, None).await
}

/// Writes back.
pub(crate) async fn add(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    thread::add(&ask, &opened(&ask, id).await?, &fields).await
}
