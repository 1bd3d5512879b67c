//! What government already knows, for one draft: fetched when it began, shown with its source, never typed again.
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use values::Language;

/// What registers said when they were asked for this draft.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Known {
    /// When they were asked; `None` when nobody signed in.
    pub asked_at: Option<Timestamp>,
    /// By concept: `persoon.naam`.
    pub values: BTreeMap<String, KnownValue>,
    /// What the BAG said of an address that was typed, by question.
    pub addresses: BTreeMap<String, AddressLookup>,
    /// What the RDW said of a number plate that was typed, by question.
    #[serde(default)]
    pub vehicles: BTreeMap<String, VehicleLookup>,
    /// What is typed while a register is away stays as it is: nothing is decided on it here, so nobody looks it up later.
    #[serde(default)]
    pub unchecked: bool,
    /// She asked that her data be not given to third parties: told to who handles it.
    #[serde(default)]
    pub geheimhouding: bool,
}

/// One value as a register has it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct KnownValue {
    /// As people read it, in Dutch.
    pub nl: String,
    /// In English.
    pub en: String,
    /// As programs read it: a code, a date.
    pub code: String,
    /// Where it comes from: the register, `brp`; or how she signed in, `eherkenning`.
    pub bron: String,
    /// The source holder doubts it.
    pub in_onderzoek: bool,
    /// For what is a list: each with an id of its own in this draft.
    pub items: Vec<KnownItem>,
}

/// One of a list, such as a child.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KnownItem {
    /// Its id in this draft: `kind-1`. Never a number of a person.
    pub id: String,
    /// As people read it, in Dutch.
    pub nl: String,
    /// In English.
    pub en: String,
    /// The BSN, when the register gives it; it stays sealed.
    pub identificatie: Option<String>,
}

/// What the BAG said of what was typed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AddressLookup {
    /// What was asked: `3811CJ 1 a bis`.
    pub asked: String,
    /// What it found; `None` when it was away.
    pub found: Option<Vec<FoundAddress>>,
}

/// What the RDW said of what was typed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct VehicleLookup {
    /// The plate: six characters.
    pub asked: String,
    /// Whether it is in her name; `None` when the register was away or can't say.
    pub op_naam: Option<bool>,
    /// The register was away: it is asked later.
    pub away: bool,
}

/// An address that exists.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FoundAddress {
    /// Its id among what was found: `adres-1`.
    pub id: String,
    /// `Stationsplein 1, 3811 CJ Amersfoort`
    pub text: String,
}

impl KnownValue {
    /// As people read it.
    pub fn text(&self, language: Language) -> &str {
        language.pick(&self.nl, &self.en)
    }
}

impl KnownItem {
    /// As people read it.
    pub fn text(&self, language: Language) -> &str {
        language.pick(&self.nl, &self.en)
    }
}

impl Known {
    /// The value of a concept; `None` when the register was away or has none.
    pub fn value(&self, concept: &str) -> Option<&KnownValue> {
        self.values.get(concept)
    }
}
