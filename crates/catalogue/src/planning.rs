//! By when an organisation answers: the term of law for a decision, and its own norm.
use crate::{Overlay, ServiceDefinition, Soort};
use jiff::{ToSpan, civil::Date};
use serde::Deserialize;
use terms::{Atw, Calendar, Direction, SoortRegime, TermFault};
use values::Term;

/// The term for a decision and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionTerm {
    /// How long.
    pub term: Term,
    /// The article.
    pub grondslag: String,
    /// Does the Algemene termijnenwet move its end?
    pub atw: bool,
}

impl DecisionTerm {
    /// The last day for what was received on `received`. Errors: `UnknownYear` when the calendar does not reach that far.
    pub fn last_day(&self, received: Date, calendar: &Calendar) -> Result<Date, TermFault> {
        let atw = if self.atw { Atw::Applies } else { Atw::Excluded };
        terms::end_of_term(received, self.term, "", (atw, Direction::Onwards), calendar).map(|end| end.date)
    }
}

/// By when an organisation answers what it received on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planning {
    /// The last day of its norm; none where nothing is answered here.
    pub einddatum_gepland: Option<Date>,
    /// The last day of the law, where it gives one.
    pub uiterlijke_einddatum_afdoening: Option<Date>,
}

/// What of a skeleton decides by when there must be a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Base {
    /// Its legal kind.
    pub soort: Soort,
    /// The legal term for a decision, where the law gives one.
    pub beslistermijn: Option<Term>,
}

impl Base {
    /// That of a skeleton that may be wrong elsewhere.
    pub(crate) fn of_skeleton(text: &str) -> Option<Self> {
        #[derive(Deserialize)]
        struct Only {
            soort: Soort,
            beslistermijn: Option<String>,
        }
        let Only { soort, beslistermijn } = toml::from_str(text).ok()?;
        Some(Self { soort, beslistermijn: beslistermijn.and_then(|term| term.parse().ok()) })
    }

    fn decision_term(self, overlay: &Overlay, on: Date) -> Option<DecisionTerm> {
        let regime = SoortRegime::of(self.soort.word(), on)?;
        let atw = regime.atw?;
        let own = overlay.termijn.as_ref().and_then(|own| Some((own.term.parse().ok()?, own.grondslag.clone())));
        let (term, grondslag) = own.or_else(|| Some((self.beslistermijn?, regime.beslistermijn_bron.clone())))?;
        Some(DecisionTerm { term, grondslag, atw })
    }

    /// Within how many days there must be a decision, when the norm promises an answer after that for what is received on some day of the
    /// year from `today`: working days run on past holidays, months are not of one length. None when the norm is right, or when there is
    /// no term for a decision.
    pub(crate) fn days_that_the_norm_passes(self, overlay: &Overlay, today: Date, calendar: &Calendar) -> Option<u64> {
        let (norm, term) = (overlay.norm.as_ref()?, self.decision_term(overlay, today)?);
        let year = today.series(1.day()).take(366);
        let passed = year.filter_map(|received| {
            let last = term.last_day(received, calendar).ok()?;
            let bare = received.until(last).ok()?.get_days();
            (norm.end(received, calendar).ok()?.date > last).then_some(bare)
        });
        passed.min().map(|days| u64::from(days.unsigned_abs()))
    }
}

impl ServiceDefinition {
    pub(crate) fn base(&self) -> Base {
        Base { soort: self.soort, beslistermijn: self.beslistermijn }
    }

    /// The term for a decision at an organisation, by what holds on this day: of its own rule, else of the law of this kind; none where the
    /// law gives none.
    pub fn decision_term(&self, overlay: &Overlay, on: Date) -> Option<DecisionTerm> {
        self.base().decision_term(overlay, on)
    }

    /// By when an organisation answers what it received on `received`. Errors: `UnknownYear` when the calendar does not reach that far.
    pub fn planning(&self, overlay: &Overlay, received: Date, calendar: &Calendar) -> Result<Planning, TermFault> {
        let norm = overlay.norm.as_ref().map(|norm| norm.end(received, calendar)).transpose()?;
        let term = self.decision_term(overlay, received);
        Ok(Planning {
            einddatum_gepland: norm.map(|end| end.date),
            uiterlijke_einddatum_afdoening: term.map(|term| term.last_day(received, calendar)).transpose()?,
        })
    }
}
