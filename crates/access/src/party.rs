//! Whose a thing is: a person or a company, known to each organisation by an id of its own.
use crate::{KeyFault, KeyRing};
use uuid::Uuid;
use values::{Bsn, KvkNummer, Oin, Vestigingsnummer};

/// A natural person, or a company or institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Party {
    /// A natural person.
    Person(Bsn),
    /// A company or institution of the Handelsregister.
    Company(KvkNummer),
}

impl Party {
    /// By which `organisation` finds this party again without keeping its number: a keyed hash that differs per organisation, so that
    /// nothing can be laid side by side.
    pub fn hash(&self, keys: &KeyRing, organisation: &Oin) -> Result<[u8; 32], KeyFault> {
        hash(keys, organisation, self.kind(), self.number())
    }

    /// Its number, to be sealed with what is this party's.
    pub fn number(&self) -> &str {
        match self {
            Self::Person(bsn) => bsn.expose(),
            Self::Company(kvk) => kvk.expose(),
        }
    }

    /// The party of what `kind` and `number` gave; `None` for anything else.
    pub fn of_number(kind: &str, number: &str) -> Option<Self> {
        match kind {
            "person" => Bsn::parse(number).ok().map(Self::Person),
            "company" => KvkNummer::parse(number).ok().map(Self::Company),
            _ => None,
        }
    }

    /// What this party is called in the journal of `organisation`: the first half of its hash as an id (RFC 9562, version 8).
    pub fn id(&self, keys: &KeyRing, organisation: &Oin) -> Result<Uuid, KeyFault> {
        Ok(id_of(&self.hash(keys, organisation)?))
    }

    /// The id of a party that is known by its hash; `None` when that is no hash.
    pub(crate) fn id_of(hash: &[u8]) -> Option<Uuid> {
        hash.try_into().ok().map(id_of)
    }

    /// `person` or `company`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Person(_) => "person",
            Self::Company(_) => "company",
        }
    }

    /// What someone who acts for a company is called in the journal of `organisation`.
    pub(crate) fn of_subject(keys: &KeyRing, organisation: &Oin, subject: &str) -> Result<Uuid, KeyFault> {
        Ok(id_of(&hash(keys, organisation, "subject", subject)?))
    }
}

fn hash(keys: &KeyRing, organisation: &Oin, kind: &str, number: &str) -> Result<[u8; 32], KeyFault> {
    keys.index("party", format!("{} {kind} {number}", organisation.expose()).as_bytes())
}

/// By which an organisation knows a party, and the branch of it: `Protected::party`, `Protected::vestiging`.
pub type KnownBy = (Option<Vec<u8>>, Option<Vec<u8>>);

/// By which `organisation` finds a branch again, as `Party::hash`.
pub(crate) fn vestiging_hash(keys: &KeyRing, organisation: &Oin, vestiging: &Vestigingsnummer) -> Result<[u8; 32], KeyFault> {
    hash(keys, organisation, "vestiging", vestiging.expose())
}

/// What a branch is called in the journal of `organisation`.
pub(crate) fn vestiging_id(keys: &KeyRing, organisation: &Oin, vestiging: &Vestigingsnummer) -> Result<Uuid, KeyFault> {
    Ok(id_of(&vestiging_hash(keys, organisation, vestiging)?))
}

fn id_of(hash: &[u8; 32]) -> Uuid {
    let mut half = [0; 16];
    half.copy_from_slice(&hash[..16]);
    uuid::Builder::from_custom_bytes(half).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_organisation_knows_a_party_by_an_id_of_its_own() {
        let keys = KeyRing::ephemeral();
        let oin = |digit: &str| Oin::parse(&digit.repeat(20)).unwrap();
        let person = Party::Person(Bsn::parse("999990019").unwrap());
        let company = Party::Company(KvkNummer::parse("69599084").unwrap());
        assert_eq!(person.id(&keys, &oin("1")).unwrap(), person.id(&keys, &oin("1")).unwrap());
        assert_ne!(person.id(&keys, &oin("1")).unwrap(), person.id(&keys, &oin("2")).unwrap());
        assert_ne!(person.hash(&keys, &oin("1")).unwrap(), company.hash(&keys, &oin("1")).unwrap());
        assert_ne!(person.id(&keys, &oin("1")).unwrap(), person.id(&KeyRing::ephemeral(), &oin("1")).unwrap());
        for party in [person, company] {
            assert_eq!(Party::of_number(party.kind(), party.number()), Some(party));
        }
        assert_eq!(Party::of_number("person", "69599084"), None);
    }
}
