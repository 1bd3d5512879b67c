//! Complaining about one's own zaak, and objecting to the decision on it.
use super::zaak::opened;
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    pages::zaak::dispute::{self, Kind},
};
use axum::response::Response;
use uuid::Uuid;

/// The form of a complaint.
pub(crate) async fn complain(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    dispute::form(&ask, &opened(&ask, id).await?, Kind::Klacht).await
}

/// Complains.
pub(crate) async fn complained(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    dispute::send(&ask, &opened(&ask, id).await?, Kind::Klacht, &fields).await
}

/// The form of an objection.
pub(crate) async fn object(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    dispute::form(&ask, &opened(&ask, id).await?, Kind::Bezwaar).await
}

/// Objects.
pub(crate) async fn objected(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    dispute::send(&ask, &opened(&ask, id).await?, Kind::Bezwaar, &fields).await
}
