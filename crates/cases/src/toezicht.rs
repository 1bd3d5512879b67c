//! The journal of one zaak, for who supervises the use of personal data (AVG 39 lid 1 b). She sees nothing of the zaak itself but its number.
use crate::{Zaak, doorzending::known_there, store};
use access::{Action, Error, Event, JournalLine, Op, Protected, Result};
use std::collections::HashMap;
use uuid::Uuid;
use values::Id;

/// The zaak of this number that the organisation of the operation has, or had and sent on. Errors: `NotFound` when it never had it, and for
/// who does not supervise.
pub async fn find_to_supervise(op: &mut Op<'_>, number: &str) -> Result<Id<Zaak>> {
    op.may_here(Action::Supervise)?;
    match store::by_number(op, number).await {
        Err(Error::NotFound) => store::doorzending::from_here(op, number).await.map(|(id, _)| id),
        found => found,
    }
}

/// What the organisation of the operation did with this zaak and who looked, the newest first, `most` at a time; and its number. Writes a
/// line in the journal, which the person reads as well. Errors: `NotFound` where it never had it, and for who does not supervise.
pub async fn supervise(op: &mut Op<'_>, id: Id<Zaak>, before: Option<Uuid>, most: usize) -> Result<(String, Vec<JournalLine>)> {
    if access::supervise(op, Some(id.uuid()), None, 1).await?.is_empty() {
        return Err(Error::NotFound);
    }
    let zaak = store::zaak(op, id).await?;
    let here = op.context().organisation.clone();
    let party = if zaak.organisatie == here { zaak.party().map(Vec::from) } else { known_there(op, &zaak, &here).await?.0 };
    op.record(Event::of("logboek-bekeken", "zaak", id.uuid()).about(party.as_deref())).await?;
    Ok((zaak.identificatie, access::supervise(op, Some(id.uuid()), before, most).await?))
}

/// The numbers of the zaken in these lines of the journal, as far as they are not destroyed. Errors: as `access::numbers`.
pub async fn numbers(op: &mut Op<'_>, lines: &[JournalLine]) -> Result<HashMap<Uuid, String>> {
    access::numbers(op, lines, ("zaak", store::NUMBERS)).await
}
