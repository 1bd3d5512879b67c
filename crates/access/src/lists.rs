//! Lists: a page at a time; and what a party is shown of many organisations at once, with a line in the journal of each.
use crate::{Event, Op, Party, Result, party::vestiging_hash};
use values::{Oin, Vestigingsnummer};

/// Whose lists one may see, and which part of them.
pub struct Lists {
    /// Whose.
    pub party: Party,
    /// Of these services only; of all when there are none named.
    pub diensten: Option<Vec<String>>,
    /// Of this branch of the company only.
    pub vestiging: Option<Vestigingsnummer>,
}

impl Lists {
    /// By which each of these organisations knows the branch when there is one, else the party.
    pub fn hashes(&self, op: &Op<'_>, organisations: &[Oin]) -> Result<Vec<[u8; 32]>> {
        match &self.vestiging {
            Some(own) => organisations.iter().map(|of| Ok(vestiging_hash(op.keys(), of, own)?)).collect(),
            None => party_hashes(op, &self.party, organisations),
        }
    }
}

/// By which each of these organisations knows this party.
pub fn party_hashes(op: &Op<'_>, party: &Party, organisations: &[Oin]) -> Result<Vec<[u8; 32]>> {
    organisations.iter().map(|of| Ok(party.hash(op.keys(), of)?)).collect()
}

/// Writes that something of this party was shown of each of these organisations, once in the part of each.
pub async fn shown(
    op: &mut Op<'_>,
    party: &Party,
    action: &'static str,
    organisations: impl Iterator<Item = &Oin>,
) -> Result<()> {
    let mut seen: Vec<&Oin> = organisations.collect();
    seen.sort();
    seen.dedup();
    for organisation in seen {
        let id = party.id(op.keys(), organisation)?;
        op.record(Event::of(action, party.kind(), id).at(organisation)).await?;
    }
    Ok(())
}

/// The first `most` of a list of which one more was asked than a page holds; the second is `true` when there are more.
pub fn page<T>(mut list: Vec<T>, most: usize) -> (Vec<T>, bool) {
    let more = list.len() > most;
    list.truncate(most);
    (list, more)
}
