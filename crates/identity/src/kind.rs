//! The ways to sign in, and how long one stays signed in.
use access::Assurance;
use jiff::SignedDuration;
use serde::Deserialize;

/// A way to sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Citizens.
    Digid,
    /// Companies and institutions.
    EHerkenning,
    /// People who work for an organisation.
    Medewerkers,
}

impl Kind {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Digid, Self::EHerkenning, Self::Medewerkers];

    /// In settings, table and address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Digid => "digid",
            Self::EHerkenning => "eherkenning",
            Self::Medewerkers => "medewerkers",
        }
    }

    /// The way of this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// How long a session lives without being used. Our choice: for people at the strict end of the 15 to 30 minutes that assessments
    /// of DigiD connections go by.
    pub fn idle(self) -> SignedDuration {
        match self {
            Self::Digid | Self::EHerkenning => SignedDuration::from_mins(15),
            Self::Medewerkers => SignedDuration::from_mins(30),
        }
    }

    /// How long a session lives at most, used or not: people two hours, staff a working day.
    pub fn longest(self) -> SignedDuration {
        match self {
            Self::Digid | Self::EHerkenning => SignedDuration::from_hours(2),
            Self::Medewerkers => SignedDuration::from_hours(12),
        }
    }
}

const LEVELS: [(Assurance, &str); 4] =
    [(Assurance::None, "none"), (Assurance::Low, "low"), (Assurance::Substantial, "substantial"), (Assurance::High, "high")];

/// The word of a level, in settings and table.
pub(crate) fn level_word(level: Assurance) -> &'static str {
    LEVELS.iter().find(|(l, _)| *l == level).map_or("none", |(_, word)| word)
}

/// The level of a word.
pub(crate) fn level(word: &str) -> Option<Assurance> {
    LEVELS.iter().find(|(_, w)| *w == word).map(|(level, _)| *level)
}

/// Reads a column that holds a way to sign in.
pub(crate) fn read_kind(word: &str) -> Result<Kind, store::Error> {
    Kind::of_word(word).ok_or_else(|| store::Error::Internal("an unknown way to sign in".into()))
}

/// Reads a column that holds a level.
pub(crate) fn read_level(word: &str) -> Result<Assurance, store::Error> {
    level(word).ok_or_else(|| store::Error::Internal("an unknown level".into()))
}
