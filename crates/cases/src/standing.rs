//! How it stands with the days of a zaak that runs: what was promised and what the law gives, and what it means that one has passed.
use crate::{WorkLine, Zaak, ZaakLine};
use jiff::civil::Date;

/// How it stands on some day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// What was promised, and the last day of the law: both are still to come.
    InTime(Option<Date>, Option<Date>),
    /// The day that was promised has passed; the last day of the law has not.
    Later(Date, Option<Date>),
    /// The last day of the law has passed.
    TooLate(Date),
    /// It has, and silence means yes: what was asked is granted by law (Dienstenwet 28, Awb 4:20b).
    Granted(Date),
}

impl Standing {
    /// On this day, with what was promised and the last day of the law. Pure.
    pub fn on(today: Date, (promised, law): (Option<Date>, Option<Date>), silence_is_yes: bool) -> Self {
        match (promised, law) {
            (_, Some(last)) if last < today && silence_is_yes => Self::Granted(last),
            (_, Some(last)) if last < today => Self::TooLate(last),
            (Some(promised), law) if promised < today => Self::Later(promised, law),
            (promised, law) => Self::InTime(promised, law),
        }
    }
}

impl Zaak {
    /// How it stands on this day.
    pub fn standing(&self, today: Date) -> Standing {
        let days = (self.einddatum_gepland, self.uiterlijke_einddatum_afdoening);
        Standing::on(today, counting(days, self.werkdatum), self.lex_silencio)
    }

    /// The last day of the law, when that passed without a decision and what was asked is granted by law.
    pub fn granted_after(&self, today: Date) -> Option<Date> {
        match self.standing(today) {
            Standing::Granted(last) if self.einddatum.is_none() => Some(last),
            _ => None,
        }
    }
}

impl ZaakLine {
    /// How it stands on this day.
    pub fn standing(&self, today: Date) -> Standing {
        let days = (self.einddatum_gepland, self.uiterlijke_einddatum_afdoening);
        Standing::on(today, counting(days, self.werkdatum), self.lex_silencio)
    }
}

impl WorkLine {
    /// As `Zaak::granted_after`.
    pub fn granted_after(&self, today: Date) -> Option<Date> {
        let days = (self.einddatum_gepland, self.uiterlijke_einddatum_afdoening);
        match Standing::on(today, counting(days, self.op), self.lex_silencio) {
            Standing::Granted(last) => Some(last),
            _ => None,
        }
    }
}

/// Without what was promised where that counts no more, as the term of the law stood still since: then a later day bites.
fn counting((promised, law): (Option<Date>, Option<Date>), bites: Date) -> (Option<Date>, Option<Date>) {
    (promised.filter(|promised| law.is_none() || *promised >= bites), law)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_that_has_passed_is_never_told_as_one_to_come() {
        let (promised, law) = (date(2026, 12, 7), date(2027, 1, 18));
        let both = (Some(promised), Some(law));
        let on = |day| Standing::on(day, both, false);
        assert_eq!(on(promised), Standing::InTime(Some(promised), Some(law)));
        assert_eq!(on(date(2026, 12, 8)), Standing::Later(promised, Some(law)));
        assert_eq!(on(law), Standing::Later(promised, Some(law)), "on the last day itself it is in time");
        assert_eq!(on(date(2027, 1, 19)), Standing::TooLate(law));
        assert_eq!(Standing::on(law, both, true), Standing::Later(promised, Some(law)));
        assert_eq!(Standing::on(date(2027, 1, 19), both, true), Standing::Granted(law));
        // A report has what was promised only, and silence about it means nothing.
        assert_eq!(Standing::on(law, (Some(promised), None), true), Standing::Later(promised, None));
    }

    #[test]
    fn what_was_promised_before_the_term_stood_still_is_not_held_against_anybody() {
        let (promised, law) = (date(2026, 12, 7), date(2027, 2, 1));
        assert_eq!(counting((Some(promised), Some(law)), law), (None, Some(law)));
        assert_eq!(counting((Some(promised), Some(law)), promised), (Some(promised), Some(law)));
        assert_eq!(counting((Some(promised), None), promised), (Some(promised), None));
    }
}
