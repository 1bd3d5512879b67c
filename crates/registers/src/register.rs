//! The base registers that can be asked.
use serde::{Deserialize, Serialize};
use std::fmt;

/// A base register (or, for the last two, a restricted service of its keeper).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Register {
    /// Basisregistratie personen.
    Brp,
    /// Basisregistratie adressen en gebouwen.
    Bag,
    /// Handelsregister.
    Kvk,
    /// Kentekenregister of the RDW.
    Rdw,
    /// Basisregistratie inkomen.
    Bri,
}

impl Register {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Brp, Self::Bag, Self::Kvk, Self::Rdw, Self::Bri];

    /// Its name in settings, policies and tables: `brp`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Brp => "brp",
            Self::Bag => "bag",
            Self::Kvk => "kvk",
            Self::Rdw => "rdw",
            Self::Bri => "bri",
        }
    }

    /// The register with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|register| register.name() == name)
    }

    /// Where its questions go, after the address in the settings.
    pub(crate) fn questions(self) -> &'static str {
        match self {
            Self::Brp => "/personen",
            Self::Bag => "/adressen",
            Self::Kvk => "/v1/basisprofielen",
            Self::Rdw => "/rdw/v1/houderschap",
            Self::Bri => "/bri/v1/inkomen",
        }
    }

    /// What the journal says of a question to it.
    pub(crate) fn asked(self) -> &'static str {
        match self {
            Self::Brp => "register-bevraagd-brp",
            Self::Bag => "register-bevraagd-bag",
            Self::Kvk => "register-bevraagd-kvk",
            Self::Rdw => "register-bevraagd-rdw",
            Self::Bri => "register-bevraagd-bri",
        }
    }
}

impl fmt::Display for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
