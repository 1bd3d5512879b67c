//! By when an organisation answers: the term of law for a decision, and its own norm.
use crate::{Overlay, ServiceDefinition};
use jiff::civil::Date;
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

impl ServiceDefinition {
    /// The term for a decision at an organisation, by what holds on this day: of its own rule, else of the law of this kind; none where the
    /// law gives none.
    pub fn decision_term(&self, overlay: &Overlay, on: Date) -> Option<DecisionTerm> {
        let regime = SoortRegime::of(self.soort.word(), on)?;
        let atw = regime.atw?;
        let own = overlay.termijn.as_ref().and_then(|own| Some((own.term.parse().ok()?, own.grondslag.clone())));
        let (term, grondslag) = own.or_else(|| Some((self.beslistermijn?, regime.beslistermijn_bron.clone())))?;
        Some(DecisionTerm { term, grondslag, atw })
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
