//! What somebody does in the organisation she works for; `rules` says what that allows.

/// A role at an organisation, as it grants it to who works there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Decides zaken.
    Behandelaar,
    /// Klantcontactcentrum: answers questions, sees how far a zaak is.
    Kcc,
    /// Manages services and settings; sees nothing personal.
    Beheerder,
    /// Functionaris voor gegevensbescherming (AVG 37): supervises by the journal, sees no zaak.
    Fg,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Behandelaar, Self::Kcc, Self::Beheerder, Self::Fg];

    /// Its name where it is written down, the same as in a token of sign-in.
    pub fn word(self) -> &'static str {
        match self {
            Self::Behandelaar => "behandelaar",
            Self::Kcc => "kcc",
            Self::Beheerder => "beheerder",
            Self::Fg => "functionaris-gegevensbescherming",
        }
    }

    /// The role of this name.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}
