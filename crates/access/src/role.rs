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
    /// Advises who decides about what is medical; a doctor, or who works for one.
    MedischAdviseur,
    /// Looks into the integrity of who applies (Wet Bibob), and advises who decides.
    BibobCoordinator,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Behandelaar, Self::Kcc, Self::Beheerder, Self::Fg, Self::MedischAdviseur, Self::BibobCoordinator];

    /// Its name where it is written down, the same as in a token of sign-in.
    pub fn word(self) -> &'static str {
        match self {
            Self::Behandelaar => "behandelaar",
            Self::Kcc => "kcc",
            Self::Beheerder => "beheerder",
            Self::Fg => "functionaris-gegevensbescherming",
            Self::MedischAdviseur => "medisch-adviseur",
            Self::BibobCoordinator => "bibob-coordinator",
        }
    }

    /// Does it open a closed compartment, to advise who decides?
    pub fn advises(self) -> bool {
        matches!(self, Self::MedischAdviseur | Self::BibobCoordinator)
    }

    /// May somebody have these roles at once? Not both an adviser's and one who reads or handles zaken: who decides opens no closed
    /// compartment.
    pub fn go_together(roles: &[Self]) -> bool {
        let works = |role: &Self| matches!(role, Self::Behandelaar | Self::Kcc);
        !(roles.iter().any(|role| role.advises()) && roles.iter().any(works))
    }

    /// Is the data-protection officer free of a conflict of interests (AVG 38 lid 6)? By the journal she supervises what is done in every
    /// other role here, so she has none of these.
    pub fn officer_stands_apart(roles: &[Self]) -> bool {
        !roles.contains(&Self::Fg) || roles.iter().all(|role| *role == Self::Fg)
    }

    /// The role of this name.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}
