//! Within which term a complaint is dealt with and an objection is decided. Dated data with sources in `reference/regimes/geschil.csv`. How
//! long one has to object stands in the regime of the remedy.
use crate::{Atw, Calendar, Deadline, Direction, TermFault, end_of_term};
use jiff::civil::Date;
use std::sync::LazyLock;
use values::Term;

const TABLE: &str = include_str!("../../../reference/regimes/geschil.csv");

static SHIPPED: LazyLock<Vec<GeschilRegime>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(TABLE.as_bytes());
    reader.records().filter_map(|row| parse(&row.ok()?)).collect()
});

/// The regime of a complaint or an objection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GeschilRegime {
    /// `klacht`, `bezwaar`
    pub soort: String,
    /// The term to deal with it.
    pub termijn: Term,
    /// The article that sets it.
    pub termijn_bron: String,
    /// The term where a committee advises.
    pub commissie: Term,
    /// The articles of that.
    pub commissie_bron: String,
    /// By how much it may be put off.
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
        SHIPPED.iter().filter(|regime| regime.soort == soort && regime.vanaf <= on).max_by_key(|regime| regime.vanaf)
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

fn parse(row: &csv::StringRecord) -> Option<GeschilRegime> {
    let text = |index: usize| row.get(index).map(str::to_owned);
    let term = |index: usize| row.get(index)?.parse().ok();
    Some(GeschilRegime {
        soort: text(0)?,
        termijn: term(1)?,
        termijn_bron: text(2)?,
        commissie: term(3)?,
        commissie_bron: text(4)?,
        verdaging: term(5)?,
        verdaging_bron: text(6)?,
        bevestiging_bron: text(7)?,
        vanaf: row.get(8)?.parse().ok()?,
    })
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
