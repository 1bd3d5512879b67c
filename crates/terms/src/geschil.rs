//! Within which term a complaint is dealt with and an objection is decided. Dated data with sources in `reference/regimes/geschil.csv`. How
//! long one has to object stands in the regime of the remedy.
use crate::{
    Atw, Calendar, Deadline, Direction, TermFault, end_of_term,
    tabel::{self, Dated},
};
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::LazyLock;
use values::Term;

const TABLE: &str = include_str!("../../../reference/regimes/geschil.csv");
static SHIPPED: LazyLock<Vec<GeschilRegime>> = LazyLock::new(|| tabel::read(TABLE));

/// The regime of a complaint or an objection.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct GeschilRegime {
    /// `klacht`, `bezwaar`
    pub soort: String,
    /// The term to deal with it.
    #[serde(deserialize_with = "tabel::parsed")]
    pub termijn: Term,
    /// The article that sets it.
    pub termijn_bron: String,
    /// The term where a committee advises.
    #[serde(deserialize_with = "tabel::parsed")]
    pub commissie: Term,
    /// The articles of that.
    pub commissie_bron: String,
    /// By how much it may be put off.
    #[serde(deserialize_with = "tabel::parsed")]
    pub verdaging: Term,
    /// The article that allows that.
    pub verdaging_bron: String,
    /// The article by which its receipt is confirmed in writing.
    pub bevestiging_bron: String,
    /// Since when it is so, or from when the text is that was read.
    pub vanaf: Date,
}

impl GeschilRegime {
    /// The regime of this kind on this day; none when the law we know gives none.
    pub fn of(soort: &str, on: Date) -> Option<&'static Self> {
        tabel::in_force(&SHIPPED, |regime| regime.soort == soort, on)
    }

    /// The last day to deal with it. The term counts from the day after `from`: of a complaint the day it was received, of an objection the
    /// last day of the term to object, whenever it came. Errors: `UnknownYear`.
    pub fn last_day(&'static self, from: Date, calendar: &Calendar) -> Result<Deadline, TermFault> {
        end(from, (self.termijn, &self.termijn_bron), calendar)
    }

    /// The same where a committee advises. Errors: `UnknownYear`.
    pub fn last_day_with_committee(&'static self, from: Date, calendar: &Calendar) -> Result<Deadline, TermFault> {
        end(from, (self.commissie, &self.commissie_bron), calendar)
    }
}

fn end(from: Date, (term, article): (Term, &'static str), calendar: &Calendar) -> Result<Deadline, TermFault> {
    end_of_term(from, term, article, (Atw::Applies, Direction::Onwards), calendar)
}

impl Dated for GeschilRegime {
    fn vanaf(&self) -> Date {
        self.vanaf
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_complaint_counts_from_receipt_and_an_objection_from_the_end_of_the_term_to_object() {
        assert_eq!(SHIPPED.len(), TABLE.trim().lines().count() - 1, "every line is read");
        let calendar = Calendar::shipped().unwrap();
        let klacht = GeschilRegime::of("klacht", date(2026, 11, 30)).unwrap();
        // Six weeks after Monday 30 November 2026.
        assert_eq!(klacht.last_day(date(2026, 11, 30), &calendar).unwrap().date, date(2027, 1, 11));
        // Six weeks after Friday 13 November 2026 is the first day of Christmas; then the second, and Sunday.
        assert_eq!(klacht.last_day(date(2026, 11, 13), &calendar).unwrap().date, date(2026, 12, 28));
        let bezwaar = GeschilRegime::of("bezwaar", date(2026, 11, 30)).unwrap();
        let until = date(2026, 12, 28);
        assert_eq!(bezwaar.last_day(until, &calendar).unwrap().date, date(2027, 2, 8));
        assert_eq!(bezwaar.last_day_with_committee(until, &calendar).unwrap().date, date(2027, 3, 22));
        assert_eq!((klacht.verdaging, bezwaar.verdaging), (Term::weeks(4), Term::weeks(6)));
    }

    #[test]
    fn of_what_we_do_not_know_there_is_none() {
        assert_eq!(GeschilRegime::of("administratief beroep", date(2026, 11, 30)), None);
        assert_eq!(GeschilRegime::of("klacht", date(2025, 12, 31)), None);
    }
}
