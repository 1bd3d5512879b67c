//! One zaak of who is signed in: the same pages as by its code, for her own.
use super::purpose;
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    pages::zaak::{self, Opened, besluit, contribute, done::Done, genodigden, withdraw},
    session_over,
    upload::Upload,
};
use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use std::collections::HashMap;
use uuid::Uuid;
use values::Id;

/// One's own zaak. Whose it is decides the operation: for another it does not exist.
pub(super) async fn opened(ask: &Ask, id: Uuid) -> Result<Opened, Fault> {
    let (id, path) = (Id::from(id), format!("/mijn/zaken/{id}"));
    Ok(Opened { id, context: ask.own_zaak(id, purpose()).await?, path })
}

/// One's own zaak.
pub(crate) async fn show(ask: Ask, At(id): At<Uuid>, Query(query): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    zaak::show(&ask, &opened(&ask, id).await?, Done::of(&query).into()).await
}

/// Adds something to it.
pub(crate) async fn add(ask: Ask, At(id): At<Uuid>, upload: Upload) -> Result<Response, Fault> {
    match opened(&ask, id).await {
        Ok(opened) => contribute::add(&ask, &opened, upload).await,
        Err(fault) => Ok(not_sent(&ask, fault, upload).await),
    }
}

/// Gives what was asked.
pub(crate) async fn fulfil(ask: Ask, At((id, taak)): At<(Uuid, Uuid)>, upload: Upload) -> Result<Response, Fault> {
    match opened(&ask, id).await {
        Ok(opened) => contribute::fulfil(&ask, &opened, taak, upload).await,
        Err(fault) => Ok(not_sent(&ask, fault, upload).await),
    }
}

/// Why nothing was added; with what was typed when she is not signed in any more.
async fn not_sent(ask: &Ask, fault: Fault, upload: Upload) -> Response {
    let (fields, _) = upload.read(0, 0).await;
    session_over::told(fault.into_response(), &fields, (ask.language, &ask.path), &ask.app.site)
}

/// Asks whether she is sure that she withdraws it.
pub(crate) async fn sure(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    withdraw::sure(&ask, &opened(&ask, id).await?).await
}

/// Withdraws it.
pub(crate) async fn withdraw(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    withdraw::withdraw(&ask, &opened(&ask, id).await?).await
}

/// Says whether it was easy.
pub(crate) async fn judge(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    zaak::judge(&ask, &opened(&ask, id).await?, &fields).await
}

/// Says that she did elsewhere what she prepared here.
pub(crate) async fn done_elsewhere(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let opened = opened(&ask, id).await?;
    let id = opened.id;
    ask.write(opened.context, move |op| Box::pin(cases::done_elsewhere(op, id))).await?;
    Ok(ask.go(&opened.path))
}

/// Makes new words for somebody whom she named in it.
pub(crate) async fn new_words(ask: Ask, At((id, uitnodiging)): At<(Uuid, Uuid)>) -> Result<Response, Fault> {
    genodigden::new_words(&ask, &opened(&ask, id).await?, uitnodiging).await
}

/// Its receipt on paper.
pub(crate) async fn pdf(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    zaak::pdf(&ask, &opened(&ask, id).await?).await
}

/// The decision on it, on paper.
pub(crate) async fn besluit(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    besluit::pdf(&ask, &opened(&ask, id).await?).await
}

/// One of its photos.
pub(crate) async fn photo(ask: Ask, At((id, document)): At<(Uuid, Uuid)>) -> Result<Response, Fault> {
    zaak::photo(&ask, &opened(&ask, id).await?, document).await
}
