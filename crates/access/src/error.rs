//! Everything that can go wrong, in seven kinds; the edges turn each into a status or a page, in one place each.
use values::{InvalidText, TextFault};

/// What an operation gives.
pub type Result<T> = std::result::Result<T, Error>;

/// One field and what is wrong with it; the edges make the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// Name of the field in the form or message.
    pub field: String,
    /// What is wrong, as a key of the texts: `fault-empty`, `fault-too-long`.
    pub fault: &'static str,
    /// A figure for the sentence (a maximum), when the fault has one.
    pub limit: Option<u64>,
}

impl FieldFault {
    /// A fault without a figure.
    pub fn new(field: impl Into<String>, fault: &'static str) -> Self {
        Self { field: field.into(), fault, limit: None }
    }

    /// What is wrong with a text that was typed.
    pub fn of_text(field: &str, InvalidText(fault): InvalidText) -> Self {
        match fault {
            TextFault::Empty => Self::new(field, "fault-empty"),
            TextFault::TooLong(most) => Self { limit: Some(most as u64), ..Self::new(field, "fault-too-long") },
            TextFault::Unprintable => Self::new(field, "fault-unprintable"),
            TextFault::Shape => Self::new(field, "fault-email"),
        }
    }
}

/// Why a context refuses something that was well formed: a key of the texts (`refused-already-withdrawn`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal(pub &'static str);

impl Refusal {
    /// For whom she acts, the register says, has died; with that her authority ended (BW 3:72 a).
    pub const BEHALF_DECEASED: Self = Self("refused-behalf-deceased");
}

/// A failure of an operation. Its texts hold nothing that a person typed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// It does not exist, or not for you.
    #[error("not found")]
    NotFound,
    /// You may see it, but not do this.
    #[error("not allowed")]
    NotAllowed,
    /// Fields that are not right.
    #[error("{} field(s) are not right", .0.len())]
    Invalid(Vec<FieldFault>),
    /// Well formed, but the rules say no.
    #[error("refused: {}", .0.0)]
    Refused(Refusal),
    /// Somebody was before you.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// Something we need is away: the same may work later.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// A fault of ours.
    #[error("internal: {0}")]
    Internal(String),
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Unavailable(what) => Self::Unavailable(what),
            store::Error::Contention => Self::Unavailable(CONTENTION.into()),
            // Of two that change one thing at once the second comes too late.
            store::Error::Unique(_) => Self::Conflict("a row"),
            store::Error::Constraint(name) => Self::Internal(format!("constraint {name}")),
            other => Self::Internal(other.to_string()),
        }
    }
}

/// Contention that lasts is told as "unavailable"; the store recognises it and tries again.
const CONTENTION: &str = "others were at work on the same thing";

impl store::Failure for Error {
    fn store(&self) -> Option<&store::Error> {
        match self {
            Self::Unavailable(what) if what == CONTENTION => Some(&store::Error::Contention),
            _ => None,
        }
    }
}
