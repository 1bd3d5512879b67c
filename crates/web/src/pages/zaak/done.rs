//! What she just did with her zaak, told once on the page that follows. The address names it by a word of a fixed list, and it is told only when the
//! zaak says so too: a link that somebody made tells nothing that is not so.
use super::contribute::Again;
use crate::ask::Ask;
use cases::{INGETROKKEN, ZaakView};
use std::collections::HashMap;

/// The name in the address.
const NAME: &str = "gedaan";

/// What she did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Done {
    /// She added something.
    Added,
    /// She gave what was asked.
    Answered,
    /// She withdrew it.
    Withdrawn,
}

impl Done {
    const ALL: [Self; 3] = [Self::Added, Self::Answered, Self::Withdrawn];

    fn word(self) -> &'static str {
        match self {
            Self::Added => "toegevoegd",
            Self::Answered => "aangevuld",
            Self::Withdrawn => "ingetrokken",
        }
    }

    /// The address of its page that tells it.
    pub fn at(self, path: &str) -> String {
        format!("{path}?{NAME}={}", self.word())
    }

    /// What an address says was done.
    pub fn of(query: &HashMap<String, String>) -> Option<Self> {
        Self::ALL.into_iter().find(|done| query.get(NAME).is_some_and(|word| word == done.word()))
    }

    /// The sentence; none when it is not so.
    pub fn told(self, ask: &Ask, view: &ZaakView, noun: &str) -> Option<String> {
        let so = match self {
            Self::Added => view.berichten.iter().any(|bericht| bericht.van == cases::From::Persoon),
            Self::Answered => view.taken.iter().any(|taak| taak.vervuld_op.is_some()),
            Self::Withdrawn => view.resultaat.as_deref() == Some(INGETROKKEN),
        };
        let key = if self == Self::Withdrawn { "done-withdrawn" } else { "done-added" };
        so.then(|| texts::text_with(ask.language, key, &[("what", noun)]))
    }
}

/// What the page of a zaak shows beside it.
pub(crate) enum Shown {
    /// Nothing.
    Only,
    /// What she just did.
    Done(Done),
    /// What she typed, and is wrong.
    Again(Again),
}

impl Shown {
    /// What she did, and what is wrong.
    pub fn parts(self) -> (Option<Done>, Option<Again>) {
        match self {
            Self::Only => (None, None),
            Self::Done(done) => (Some(done), None),
            Self::Again(again) => (None, Some(again)),
        }
    }
}

impl From<Option<Done>> for Shown {
    fn from(done: Option<Done>) -> Self {
        done.map_or(Self::Only, Self::Done)
    }
}
