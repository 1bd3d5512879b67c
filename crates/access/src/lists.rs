//! Lists: a page at a time; and what a party is shown of many organisations at once, with a line in the journal of each.
use crate::{Action, Error, Event, Op, Party, Result, party::vestiging_hash};
use store::Value;
use values::{Oin, Vestigingsnummer};

/// Whose lists of some organisations one may see, and which part of them.
pub struct Lists {
    /// Whose.
    pub party: Party,
    /// Of these services only; of all when there are none named.
    pub diensten: Option<Vec<String>>,
    /// Of this branch of the company only.
    pub vestiging: Option<Vestigingsnummer>,
    /// By which each of the organisations knows the branch when there is one, else the party.
    hashes: Vec<[u8; 32]>,
}

impl Lists {
    /// Those of the actor at these organisations. Errors: `NotFound` for who did not sign in.
    pub fn of(op: &Op<'_>, organisations: &[Oin]) -> Result<Self> {
        let actor = &op.context().actor;
        let party = actor.concerns().ok_or(Error::NotFound)?;
        let diensten = actor.vertegenwoordiging().map(|of| of.diensten.clone());
        let vestiging = actor.vestiging().cloned();
        let hashes = match &vestiging {
            Some(own) => organisations.iter().map(|of| Ok(vestiging_hash(op.keys(), of, own)?)).collect::<Result<_>>()?,
            None => party_hashes(op, &party, organisations)?,
        };
        Ok(Self { party, diensten, vestiging, hashes })
    }

    /// The same of what is of no service. Errors: `NotFound` also for who acts for another person.
    pub fn own(op: &Op<'_>, organisations: &[Oin]) -> Result<Self> {
        op.context().actor.own_party().ok_or(Error::NotFound)?;
        Self::of(op, organisations)
    }

    /// Those of this party at the organisation of the operation, for who may read there what people send. Errors: `NotFound` for who may not.
    pub fn at_work(op: &Op<'_>, party: &Party) -> Result<Self> {
        op.may_here(Action::Read)?;
        let here = std::slice::from_ref(&op.context().organisation);
        Ok(Self { party: party.clone(), diensten: None, vestiging: None, hashes: party_hashes(op, party, here)? })
    }

    /// For how many organisations; for none there is nothing to ask.
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// There is no organisation to ask.
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// By which each of the organisations knows the branch when there is one, else the party: values for a query.
    pub fn hashes(&self) -> impl Iterator<Item = Value> {
        self.hashes.iter().map(|hash| Value::from(hash.to_vec()))
    }
}

/// By which each of these organisations knows this party.
pub fn party_hashes(op: &Op<'_>, party: &Party, organisations: &[Oin]) -> Result<Vec<[u8; 32]>> {
    organisations.iter().map(|of| Ok(party.hash(op.keys(), of)?)).collect()
}

/// Writes that something of this party was shown of each of these organisations, once in the part of each, about the party, whoever it was shown to.
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
        let (id, hash) = (party.id(op.keys(), organisation)?, party.hash(op.keys(), organisation)?);
        op.record(Event::of(action, party.kind(), id).at(organisation).about(Some(&hash))).await?;
    }
    Ok(())
}

/// The first `most` of a list of which one more was asked than a page holds; the second is `true` when there are more.
pub fn page<T>(mut list: Vec<T>, most: usize) -> (Vec<T>, bool) {
    let more = list.len() > most;
    list.truncate(most);
    (list, more)
}
