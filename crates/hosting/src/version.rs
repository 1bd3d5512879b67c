//! A version: what was proposed about what, by whom, and what became of it. A published one never changes.
use crate::Content;
use access::{Error, Protected, Refusal, Result};
use jiff::Timestamp;
use uuid::Uuid;
use values::{Id, Oin};

/// About what a version is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The overlay of the service of this name.
    Service(String),
    /// What the organisation says of itself.
    Organisation,
    /// The roles of the colleague with this reference at the organisation.
    Worker(String),
}

impl Subject {
    /// Kind and name, as a row has them.
    pub(crate) fn in_row(&self) -> (&'static str, &str) {
        match self {
            Self::Service(name) => ("service", name),
            Self::Organisation => ("organisation", ""),
            Self::Worker(reference) => ("worker", reference),
        }
    }

    pub(crate) fn of_row(kind: &str, name: String) -> Option<Self> {
        Some(match kind {
            "service" => Self::Service(name),
            "organisation" => Self::Organisation,
            "worker" => Self::Worker(name),
            _ => return None,
        })
    }
}

/// Somebody who manages, as colleagues know her.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// The organisation's own reference of her.
    pub reference: String,
    /// Her name.
    pub name: String,
}

/// What became of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is, or was, in force.
    Published,
    /// It never was.
    Rejected,
}

impl Outcome {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Rejected => "rejected",
        }
    }

    pub(crate) fn of_word(word: &str) -> Option<Self> {
        [Self::Published, Self::Rejected].into_iter().find(|outcome| outcome.word() == word)
    }
}

/// The decision on a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What became of it.
    pub outcome: Outcome,
    /// Who decided.
    pub by: Colleague,
    /// When.
    pub at: Timestamp,
    /// Why; empty where nothing was said.
    pub reason: String,
}

/// A version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its id.
    pub id: Id<Version>,
    /// Whose it is.
    pub organisatie: Oin,
    /// About what it is.
    pub subject: Subject,
    /// What it says.
    pub content: Content,
    /// The version that was in force when it was proposed; none is that of the files.
    pub basis: Option<Id<Version>>,
    /// What changes and why, for colleagues.
    pub why: String,
    /// Who proposed it.
    pub by: Colleague,
    /// When.
    pub at: Timestamp,
    /// What became of it; none while it waits.
    pub decision: Option<Decision>,
}

impl Protected for Version {
    fn id(&self) -> Uuid {
        self.id.uuid()
    }
    fn organisation(&self) -> &Oin {
        &self.organisatie
    }
}

impl Version {
    /// Four eyes: another than who proposed it, and never about her own roles.
    pub(crate) fn publish(&self, by: Colleague, at: Timestamp) -> Result<Decision> {
        self.waits()?;
        if self.by.reference == by.reference {
            return Err(Error::Refused(Refusal("refused-four-eyes")));
        }
        not_her_own(&self.subject, &by)?;
        Ok(Decision { outcome: Outcome::Published, by, at, reason: String::new() })
    }

    /// By any who manages, also by who proposed it and thinks again.
    pub(crate) fn reject(&self, by: Colleague, at: Timestamp, reason: &str) -> Result<Decision> {
        self.waits()?;
        Ok(Decision { outcome: Outcome::Rejected, by, at, reason: reason.to_owned() })
    }

    /// Is it in force, or was it?
    pub(crate) fn is_published(&self) -> bool {
        self.decision.as_ref().is_some_and(|decision| decision.outcome == Outcome::Published)
    }

    fn waits(&self) -> Result<()> {
        if self.decision.is_some() { Err(Error::Refused(Refusal("refused-decided"))) } else { Ok(()) }
    }
}

/// Nobody gives or takes roles of her own.
pub(crate) fn not_her_own(subject: &Subject, by: &Colleague) -> Result<()> {
    match subject {
        Subject::Worker(reference) if *reference == by.reference => Err(Error::Refused(Refusal("refused-own-roles"))),
        _ => Ok(()),
    }
}
