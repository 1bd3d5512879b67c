//! What a party is shown of many organisations at once: found by the hash of each, and a line in the journal of each.
use crate::{Error, Event, Op, Result};
use values::Oin;

/// By which each of these organisations knows the party of the actor. Errors: `NotFound` for who did not sign in.
pub fn party_hashes(op: &Op<'_>, organisations: &[Oin]) -> Result<Vec<[u8; 32]>> {
    organisations.iter().map(|of| op.party_at(of)?.ok_or(Error::NotFound)).collect()
}

/// Writes that the party of the actor was shown something of each of these organisations, once in the part of each. Errors: `NotFound` for who
/// did not sign in.
pub async fn shown(op: &mut Op<'_>, action: &'static str, organisations: impl Iterator<Item = &Oin>) -> Result<()> {
    let party = op.context().actor.party().ok_or(Error::NotFound)?;
    let mut seen: Vec<&Oin> = organisations.collect();
    seen.sort();
    seen.dedup();
    for organisation in seen {
        let id = party.id(op.keys(), organisation)?;
        op.record(Event::of(action, party.kind(), id).at(organisation)).await?;
    }
    Ok(())
}
