//! Who signed in, as the provider tells it: read from the claims, or refused with the reason.
use crate::{Claims, Kind};
use access::{Actor, Assurance, Party, Role};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use values::{Bsn, KvkNummer, Oin, Vestigingsnummer};

/// Who signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// A citizen.
    Burger {
        /// The citizen.
        bsn: Bsn,
    },
    /// Somebody for a company or institution.
    Bedrijf {
        /// The company.
        kvk: KvkNummer,
        /// The branch to which it is limited; none is the whole company.
        vestiging: Option<Vestigingsnummer>,
        /// Pseudonym of the acting person.
        subject: String,
    },
    /// Somebody at work for an organisation.
    Medewerker {
        /// The organisation.
        organisatie: Oin,
        /// The organisation's own reference of this person.
        reference: String,
        /// What this person may do there; at sign-in at least one.
        rollen: Vec<Role>,
    },
}

/// What is wrong with the claims about a person; holds no value of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrongClaim {
    /// One that is needed is not there, or is no text.
    #[error("a claim is missing")]
    Missing,
    /// A number that can't be one: a BSN must pass the 11-check.
    #[error("a number is not right")]
    Number,
    /// A role that we don't know, or none at all.
    #[error("a role is not known")]
    Rol,
    /// Acts for another person, which is not supported: never to be taken for acting for oneself (OpenID NLGov, `represents`).
    #[error("acts for somebody else")]
    Represents,
}

impl Who {
    /// Reads the claims of a token.
    pub(crate) fn of_claims(kind: Kind, names: &Claims, claims: &Map<String, Value>) -> Result<Self, WrongClaim> {
        if claims.contains_key("represents") {
            return Err(WrongClaim::Represents);
        }
        let subject = text(claims, "sub")?.to_owned();
        match kind {
            Kind::Digid => {
                let bsn = Bsn::parse(text(claims, &names.bsn)?).map_err(|_| WrongClaim::Number)?;
                Ok(Self::Burger { bsn })
            }
            Kind::EHerkenning => {
                let kvk = KvkNummer::parse(text(claims, &names.kvk)?).map_err(|_| WrongClaim::Number)?;
                Ok(Self::Bedrijf { kvk, vestiging: vestiging(claims, &names.vestiging)?, subject })
            }
            Kind::Medewerkers => {
                let organisatie = Oin::parse(text(claims, &names.organisatie)?).map_err(|_| WrongClaim::Number)?;
                Ok(Self::Medewerker { organisatie, reference: subject, rollen: rollen(claims, &names.rollen)? })
            }
        }
    }

    /// How she signed in.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Burger { .. } => Kind::Digid,
            Self::Bedrijf { .. } => Kind::EHerkenning,
            Self::Medewerker { .. } => Kind::Medewerkers,
        }
    }

    /// Who acts, and for whom, when she does something. Staff act for the organisation of the context: make that the one where
    /// they work.
    pub fn actor(&self, assurance: Assurance) -> Actor {
        match self {
            Self::Burger { bsn } => Actor::person(bsn.clone(), assurance),
            Self::Bedrijf { kvk, vestiging: None, subject } => {
                Actor::representative(subject, Party::Company(kvk.clone()), assurance)
            }
            Self::Bedrijf { kvk, vestiging: Some(own), subject } => {
                Actor::at_branch(subject, (kvk.clone(), own.clone()), assurance)
            }
            Self::Medewerker { reference, rollen, .. } => Actor { assurance, ..Actor::worker(reference, rollen) },
        }
    }

    /// What makes it the same person, to be hashed under a key; roles and branch do not.
    pub(crate) fn same_person(&self) -> String {
        match self {
            Self::Burger { bsn } => format!("burger {}", bsn.expose()),
            Self::Bedrijf { kvk, subject, .. } => format!("bedrijf {} {subject}", kvk.expose()),
            Self::Medewerker { organisatie, reference, .. } => format!("medewerker {} {reference}", organisatie.expose()),
        }
    }
}

fn text<'a>(claims: &'a Map<String, Value>, name: &str) -> Result<&'a str, WrongClaim> {
    claims.get(name).and_then(Value::as_str).filter(|text| !text.is_empty() && text.len() <= 255).ok_or(WrongClaim::Missing)
}

/// None when there is no such claim.
fn vestiging(claims: &Map<String, Value>, name: &str) -> Result<Option<Vestigingsnummer>, WrongClaim> {
    if !claims.contains_key(name) {
        return Ok(None);
    }
    Vestigingsnummer::parse(text(claims, name)?).map(Some).map_err(|_| WrongClaim::Number)
}

fn rollen(claims: &Map<String, Value>, name: &str) -> Result<Vec<Role>, WrongClaim> {
    let list = claims.get(name).ok_or(WrongClaim::Missing)?.as_array().ok_or(WrongClaim::Rol)?;
    let known = list.iter().map(|word| word.as_str().and_then(Role::of_word));
    let mut rollen = known.collect::<Option<Vec<_>>>().ok_or(WrongClaim::Rol)?;
    rollen.sort_unstable();
    rollen.dedup();
    if rollen.is_empty() { Err(WrongClaim::Rol) } else { Ok(rollen) }
}

/// How an identity is kept, sealed: roles by their words.
#[derive(Serialize, Deserialize)]
pub(crate) enum Kept {
    Burger(String),
    Bedrijf(String, Option<String>, String),
    Medewerker(String, String, Vec<String>),
}

impl From<&Who> for Kept {
    fn from(who: &Who) -> Self {
        match who.clone() {
            Who::Burger { bsn } => Self::Burger(bsn.expose().into()),
            Who::Bedrijf { kvk, vestiging, subject } => {
                Self::Bedrijf(kvk.expose().into(), vestiging.map(|own| own.expose().into()), subject)
            }
            Who::Medewerker { organisatie, reference, rollen } => {
                let words = rollen.into_iter().map(|role| role.word().to_owned()).collect();
                Self::Medewerker(organisatie.expose().into(), reference, words)
            }
        }
    }
}

impl TryFrom<Kept> for Who {
    type Error = values::InvalidNumber;
    fn try_from(kept: Kept) -> Result<Self, Self::Error> {
        Ok(match kept {
            Kept::Burger(bsn) => Self::Burger { bsn: Bsn::parse(&bsn)? },
            Kept::Bedrijf(kvk, vestiging, subject) => {
                let vestiging = vestiging.as_deref().map(Vestigingsnummer::parse).transpose()?;
                Self::Bedrijf { kvk: KvkNummer::parse(&kvk)?, vestiging, subject }
            }
            Kept::Medewerker(organisatie, reference, words) => {
                let rollen = words.iter().filter_map(|word| Role::of_word(word)).collect();
                Self::Medewerker { organisatie: Oin::parse(&organisatie)?, reference, rollen }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(kind: Kind, claims: Value) -> Result<Who, WrongClaim> {
        Who::of_claims(kind, &Claims::default(), claims.as_object().unwrap())
    }

    #[test]
    fn a_citizen_has_a_bsn_that_passes_the_11_check_and_acts_for_herself() {
        let who = read(Kind::Digid, json!({ "sub": "a", "bsn": "999990019" })).unwrap();
        assert_eq!(who, Who::Burger { bsn: Bsn::parse("999990019").unwrap() });
        assert_eq!(format!("{who:?}"), "Burger { bsn: Bsn(…) }");
        assert_eq!(read(Kind::Digid, json!({ "sub": "a", "bsn": "999990018" })), Err(WrongClaim::Number));
        assert_eq!(read(Kind::Digid, json!({ "sub": "a" })), Err(WrongClaim::Missing));
        assert_eq!(read(Kind::Digid, json!({ "bsn": "999990019" })), Err(WrongClaim::Missing));
        let other = json!({ "sub": "a", "bsn": "999990019", "represents": { "sub": "b", "iss": "c" } });
        assert_eq!(read(Kind::Digid, other), Err(WrongClaim::Represents));
    }

    #[test]
    fn a_company_may_be_limited_to_a_branch() {
        let (kvk, branch) = ("urn:etoegang:1.9:EntityConcernedID:KvKnr", "urn:etoegang:1.9:ServiceRestriction:Vestigingsnr");
        let vestiging = |claims| match read(Kind::EHerkenning, claims) {
            Ok(Who::Bedrijf { vestiging, .. }) => Ok(vestiging),
            Ok(_) => panic!("no company"),
            Err(wrong) => Err(wrong),
        };
        assert_eq!(vestiging(json!({ "sub": "a", kvk: "69599084" })), Ok(None));
        assert_eq!(
            vestiging(json!({ "sub": "a", kvk: "69599084", branch: "000038509504" })),
            Ok(Some(Vestigingsnummer::parse("000038509504").unwrap()))
        );
        assert_eq!(vestiging(json!({ "sub": "a", kvk: "69599084", branch: "38509504" })), Err(WrongClaim::Number));
        assert_eq!(vestiging(json!({ "sub": "a", kvk: "69599084", branch: null })), Err(WrongClaim::Missing));
        assert_eq!(vestiging(json!({ "sub": "a", kvk: "6959908" })), Err(WrongClaim::Number));
    }

    #[test]
    fn staff_have_roles_that_we_know() {
        let staff =
            |rollen| read(Kind::Medewerkers, json!({ "sub": "a", "organisatie": "00000001800000109000", "rollen": rollen }));
        let Ok(Who::Medewerker { rollen, .. }) = staff(json!(["kcc", "functionaris-gegevensbescherming", "kcc"])) else {
            panic!()
        };
        assert_eq!(rollen, [Role::Kcc, Role::Fg]);
        assert_eq!(staff(json!(["behandelaar", "koning"])), Err(WrongClaim::Rol));
        assert_eq!(staff(json!([])), Err(WrongClaim::Rol));
        assert_eq!(staff(json!("kcc")), Err(WrongClaim::Rol));
    }

    #[test]
    fn what_is_kept_comes_back() {
        let all = [
            json!({ "sub": "a", "bsn": "999990019" }),
            json!({ "sub": "a", "urn:etoegang:1.9:EntityConcernedID:KvKnr": "69599084" }),
            json!({ "sub": "a", "organisatie": "00000001800000109000", "rollen": ["beheerder"] }),
        ];
        for (kind, claims) in Kind::ALL.into_iter().zip(all) {
            let who = read(kind, claims).unwrap();
            let bytes = serde_json::to_vec(&Kept::from(&who)).unwrap();
            assert_eq!(Who::try_from(serde_json::from_slice::<Kept>(&bytes).unwrap()).unwrap(), who);
            assert_eq!(who.kind(), kind);
        }
    }
}
