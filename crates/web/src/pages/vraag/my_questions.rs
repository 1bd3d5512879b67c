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
use axum::response::Response;
use uuid::Uuid;
use values::Id;

/// Whose it is decides the operation: for another it does not exist.
async fn opened(ask: &Ask, id: Uuid) -> Result<Opened, Fault> {
    ask.own()?;
    let id = Id::from(id);
    let whose = ask.read(ask.public(), move |op| Box::pin(async move { right_door::whose(op, id).await }));
    let (organisation, _) = whose.await?;
    Ok(Opened { id, context: ask.resident(organisation, purpose())?, path: format!("/mijn/vragen/{id}"), mine: true })
}

/// The question with its thread.
pub(crate) async fn show(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    thread::show(&ask, &opened(&ask, id).await?, None).await
}

/// Writes back.
pub(crate) async fn add(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    thread::add(&ask, &opened(&ask, id).await?, &fields).await
}
