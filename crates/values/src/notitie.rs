//! What staff write down for each other.
use jiff::Timestamp;

/// A note of staff about a zaak or question, for each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notitie {
    /// Who wrote it, by the name the organisation gives.
    pub medewerker: String,
    /// When.
    pub op: Timestamp,
    /// What.
    pub tekst: String,
}
