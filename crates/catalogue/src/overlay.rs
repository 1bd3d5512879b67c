//! What one organisation makes of a service: its overlay, from a file or as it was published here.
use crate::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use terms::{Calendar, Counting, Deadline, TermFault};
use values::{InvalidTerm, Term};

/// A promise of an organisation, no law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Norm {
    /// How long: `P10D`.
    pub term: String,
    /// Which days count.
    pub counts: Counting,
    /// Where it stands.
    pub source: String,
}

impl Norm {
    /// The length of the norm; checked when it was loaded.
    pub fn length(&self) -> Term {
        self.term.parse().unwrap_or(Term::days(10))
    }

    /// Its last day for what was received on `received`. Errors: `UnknownYear` when the calendar doesn't reach that far.
    pub fn end(&self, received: Date, calendar: &Calendar) -> Result<Deadline, TermFault> {
        terms::norm_date(received, self.length(), self.counts, calendar)
    }
}

/// What one organisation makes of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overlay {
    /// Made up, for the demo.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub voorbeeld: bool,
    /// Does silence mean yes here? A permit under the Dienstenwet must say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lex_silencio: Option<bool>,
    /// The article of its own rule by which silence does not mean yes, where the law says it does; none while nobody read which one it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lex_silencio_bron: Option<String>,
    /// The team that handles it, as people may read it.
    pub team: Text,
    /// The norm for an answer; none where nothing is answered here, as after a hand-over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub norm: Option<Norm>,
    /// The rule of its own on which it rests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verordening: Option<Verordening>,
    /// What it costs here; what the skeleton says when it is not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leges: Option<Text>,
    /// Its own term for a decision, which goes before that of the law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub termijn: Option<Termijn>,
    /// The organ that decides here, said whole, when it is not that of the organisation itself: of the tax office that a water board shares.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bevoegd_orgaan: Option<Text>,
    /// Who decides for the competent organ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mandaat: Option<Mandaat>,
    /// Which moment counts for the queue, when money is divided in order of receipt (Awb 4:26).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volgorde: Option<Text>,
    /// How the team is reached; as the organisation itself when it is not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
}

impl Overlay {
    /// Is each term a length of time?
    pub(crate) fn terms_are_right(&self) -> Result<(), InvalidTerm> {
        let terms = [self.norm.as_ref().map(|norm| &norm.term), self.termijn.as_ref().map(|own| &own.term)];
        terms.into_iter().flatten().try_for_each(|term| term.parse::<Term>().map(drop))
    }
}

/// A rule of an organisation's own: an ordinance, a scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verordening {
    /// `Parkeerverordening Amersfoort 2023`
    pub naam: String,
    /// `artikel 2.1`; none while nobody read which one it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub artikel: Option<String>,
    /// Since when it is in force, as ISO date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datum: Option<String>,
    /// Where it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Made up for the demo, or not looked into.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub voorbeeld: bool,
}

/// A term for a decision, of an organisation's own rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Termijn {
    /// `P8W`
    pub term: String,
    /// The article that sets it.
    pub grondslag: String,
}

/// Who may decide for the competent organ (Awb 10:1), and which decision gave that power.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mandaat {
    /// The function, in Dutch: `de teammanager Parkeren`.
    pub aan: String,
    /// `Mandaatbesluit Amersfoort 2024, artikel 3`
    pub grondslag: String,
}

/// How an organisation or a team of it is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// `14 033`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telefoon: Option<String>,
    /// An address of the organisation, no person's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Where one can come: `Stadhuisplein 1, 3811 LM Amersfoort`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adres: Option<String>,
    /// When: `maandag tot en met vrijdag van 9 tot 17 uur`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub openingstijden: Option<Text>,
}

impl Contact {
    /// Says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// An overlay and its version.
#[derive(Debug, Clone)]
pub struct ServiceOverlay {
    /// The overlay.
    pub overlay: Overlay,
    /// SHA-256 of skeleton and overlay, and of the publication where it was published here: a published version never changes.
    pub version: String,
}

/// The version that is made of these parts.
pub(crate) fn version(parts: &[&[u8]]) -> String {
    Sha256::digest(parts.join(&b"\0"[..])).iter().map(|byte| format!("{byte:02x}")).collect()
}
