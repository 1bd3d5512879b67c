//! What the law gives when a decision does not come in time, and after how long. Dated data with sources in `reference/regimes/te-laat.csv`.
use crate::tabel::{self, Dated};
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
}
