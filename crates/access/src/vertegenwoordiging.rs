//! Acting for another natural person (Awb 2:1): for whom, on which ground, and for which services only.
use std::fmt;
use uuid::Uuid;
use values::Bsn;

/// On which ground somebody acts for another person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grond {
    /// Parental authority or guardianship over a minor, as the BRP told it (BW boek 1, titel 14).
    Gezag,
    /// Her own written authority, with its id.
    Machtiging(Uuid),
}

/// Somebody for whom another acts. It covers the services that are named in it and nothing else of hers.
#[derive(Clone, PartialEq, Eq)]
pub struct Vertegenwoordiging {
    /// For whom.
    pub voor: Bsn,
    /// By which name she is called on the pages of who acts.
    pub naam: String,
    /// The name of who acts, as the other side and the receipt have it.
    pub door: String,
    /// On which ground.
    pub grond: Grond,
    /// Names of the services: `verhuismelding`.
    pub diensten: Vec<String>,
}

impl Vertegenwoordiging {
    /// Does it cover this service?
    pub fn covers(&self, dienst: &str) -> bool {
        self.diensten.iter().any(|own| own == dienst)
    }
}

impl fmt::Debug for Vertegenwoordiging {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Vertegenwoordiging({:?}, {:?})", self.grond, self.diensten)
    }
}
