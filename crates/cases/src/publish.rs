//! A published service becomes a zaaktype in the catalogus of its organisation; a version never changes.
use crate::store;
use access::{Event, Op, Result};
use catalogue::{Hosted, ServiceDefinition, Soort};
use uuid::Uuid;

/// Publishes `service` for `hosted`, when its version is not there yet. Gives the id of the zaaktype; `None` when it has no overlay.
pub async fn publish(op: &mut Op<'_>, service: &ServiceDefinition, hosted: &Hosted, naam: &str) -> Result<Option<Uuid>> {
    let Some(overlay) = service.overlay(&hosted.code) else { return Ok(None) };
    if let Some(known) = store::zaaktype::with_version(op, &overlay.version).await? {
        return Ok(Some(known));
    }
    let catalogus = store::zaaktype::catalogus(op, hosted, naam).await?;
    let handling = match service.soort {
        Soort::Melding => "Melden",
        Soort::Aangifte => "Aangeven",
        Soort::Overdracht => "Voorbereiden",
        _ => "Aanvragen",
    };
    let new = store::zaaktype::NewZaaktype {
        catalogus,
        service,
        overlay: &overlay.overlay,
        decision: service.decision_term(&overlay.overlay, op.today()),
        version: overlay.version.clone(),
        handling,
    };
    let id = store::zaaktype::insert(op, new).await?;
    op.record(Event::of("zaaktype-gepubliceerd", "zaaktype", id)).await?;
    Ok(Some(id))
}

/// Nothing of this service begins any more at the organisation of the operation: its zaaktype is no longer valid. Zaken that run keep it.
pub async fn unpublish(op: &mut Op<'_>, service: &str) -> Result<()> {
    for id in store::zaaktype::end(op, service).await? {
        op.record(Event::of("zaaktype-beeindigd", "zaaktype", id)).await?;
    }
    Ok(())
}
