//! How long what is over is kept before it is destroyed. Dated data with sources in `reference/regimes/bewaren.csv`; of a service its own
//! file says it.
use crate::tabel::{self, Dated};
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::LazyLock;
use values::Term;

const TABLE: &str = include_str!("../../../reference/regimes/bewaren.csv");
static SHIPPED: LazyLock<Vec<BewaarRegime>> = LazyLock::new(|| tabel::read(TABLE));

/// How long one kind of thing is kept.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct BewaarRegime {
    /// `vraag`, `correctie`, `klacht`, `bezwaar`
    pub soort: String,
    /// How long, from the day it was over.
    #[serde(deserialize_with = "tabel::parsed")]
    pub term: Term,
    /// The list that says so.
    pub bron: String,
    /// Since when it is so.
    pub vanaf: Date,
}

impl BewaarRegime {
    /// The regime of this kind for what was over on this day; none when we know none, and then nothing is destroyed.
    pub fn of(soort: &str, on: Date) -> Option<&'static Self> {
        tabel::in_force(&SHIPPED, |regime| regime.soort == soort, on)
    }

    /// The first day on which what was over on `day` may be destroyed.
    pub fn until(&self, day: Date) -> Option<Date> {
        self.term.after(day)
    }
}

impl Dated for BewaarRegime {
    fn vanaf(&self) -> Date {
        self.vanaf
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_question_is_kept_a_year_a_request_to_correct_and_an_objection_five_and_a_complaint_ten() {
        assert_eq!(SHIPPED.len(), TABLE.trim().lines().count() - 1, "every line is read");
        let until = |soort: &str| BewaarRegime::of(soort, date(2026, 11, 25)).and_then(|regime| regime.until(date(2026, 11, 25)));
        assert_eq!(until("vraag"), Some(date(2027, 11, 25)));
        assert_eq!(until("correctie"), Some(date(2031, 11, 25)));
        assert_eq!(until("bezwaar"), Some(date(2031, 11, 25)));
        assert_eq!(until("klacht"), Some(date(2036, 11, 25)));
        assert_eq!(
            BewaarRegime::of("vraag", date(2020, 2, 29)).and_then(|r| r.until(date(2020, 2, 29))),
            Some(date(2021, 2, 28))
        );
    }

    #[test]
    fn of_what_no_list_says_nothing_is_destroyed() {
        assert_eq!(BewaarRegime::of("vraag", date(2020, 2, 25)), None);
        assert_eq!(BewaarRegime::of("zaak", date(2026, 11, 25)), None);
    }
}
