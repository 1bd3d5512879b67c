//! What somebody does in the organisation she works for; `rules` says what that allows.

/// A role at an organisation, as it grants it to who works there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
