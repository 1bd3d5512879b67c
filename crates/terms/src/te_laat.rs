//! What the law gives when a decision does not come in time, and after how long. Dated data with sources in `reference/regimes/te-laat.csv`.
use crate::{
    Atw, Calendar, Direction, TermFault, end_of_term,
    tabel::{self, Dated},
};
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::LazyLock;
use values::Term;

const TABLE: &str = include_str!("../../../reference/regimes/te-laat.csv");
static SHIPPED: LazyLock<Vec<TeLaat>> = LazyLock::new(|| tabel::read(TABLE));

/// What comes of it that there is no decision in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gevolg {
    /// The organ owes money for each day, so long after it received a notice of default.
    Ingebrekestelling,
    /// One may appeal without a decision, so long after that notice.
    Beroep,
    /// What was granted by law comes into force, so long after the end of the term.
    Inwerking,
    /// What was granted by law is made known, within so long after it was granted.
    Bekendmaking,
    /// An application can't be left unhandled any more, so long after it was supplemented or the time for that passed unused.
    BuitenBehandeling,
}

/// After how long that is, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct TeLaat {
    /// What comes of it.
    pub gevolg: Gevolg,
    /// After how long, or within which time.
    #[serde(deserialize_with = "tabel::parsed")]
    pub termijn: Term,
    /// The article.
    pub bron: String,
    /// Since when it is so, or from when the text is that was read.
    pub vanaf: Date,
    /// Read in the text of the law, or known only.
    #[serde(rename = "gecontroleerd", deserialize_with = "tabel::in_the_law")]
    pub read_in_the_law: bool,
}

impl TeLaat {
    /// What holds on this day; none when the law we know gives nothing.
    pub fn of(gevolg: Gevolg, on: Date) -> Option<&'static Self> {
        tabel::in_force(&SHIPPED, |one| one.gevolg == gevolg, on)
    }

    /// The last day of that time after `from`, for what must be done within it. Errors: `UnknownYear`.
    pub fn last_day(&'static self, from: Date, calendar: &Calendar) -> Result<Date, TermFault> {
        let end = end_of_term(from, self.termijn, self.bron.as_str(), (Atw::Applies, Direction::Onwards), calendar)?;
        Ok(end.date)
    }
}

impl Dated for TeLaat {
    fn vanaf(&self) -> Date {
        self.vanaf
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_is_granted_by_law_comes_into_force_on_the_third_day_after_the_term() {
        assert_eq!(SHIPPED.len(), TABLE.trim().lines().count() - 1, "every line is read");
        let last = date(2027, 1, 18);
        assert_eq!(TeLaat::of(Gevolg::Inwerking, last).unwrap().termijn.after(last), Some(date(2027, 1, 21)));
        assert_eq!(TeLaat::of(Gevolg::Ingebrekestelling, last).unwrap().termijn, Term::weeks(2));
        assert_eq!(TeLaat::of(Gevolg::Beroep, date(2025, 12, 31)), None);
    }

    #[test]
    fn what_must_be_done_within_a_time_can_be_done_until_its_last_day_which_is_no_day_off() {
        let calendar = Calendar::shipped().unwrap();
        let until = |gevolg, from| TeLaat::of(gevolg, from).unwrap().last_day(from, &calendar).unwrap();
        assert_eq!(until(Gevolg::BuitenBehandeling, date(2026, 12, 14)), date(2027, 1, 11));
        // Four weeks after Friday 27 November 2026 is the first day of Christmas; then the second, and Sunday.
        assert_eq!(until(Gevolg::BuitenBehandeling, date(2026, 11, 27)), date(2026, 12, 28));
        assert_eq!(until(Gevolg::Bekendmaking, date(2027, 1, 18)), date(2027, 2, 1));
    }
}
