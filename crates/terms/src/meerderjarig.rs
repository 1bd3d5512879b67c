//! From which age one is an adult. Dated data with its source in `reference/regimes/meerderjarig.csv`.
use crate::tabel::{self, Dated};
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../reference/regimes/meerderjarig.csv");
static SHIPPED: LazyLock<Vec<Meerderjarigheid>> = LazyLock::new(|| tabel::read(TABLE));

/// From which age one is an adult.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Meerderjarigheid {
    /// In years.
    pub leeftijd: i16,
    /// The article that says so.
    pub bron: String,
    /// Since when it is so.
    pub vanaf: Date,
}

impl Meerderjarigheid {
    /// What holds on this day; none when the law we know says nothing of it, and then nobody is taken for an adult.
    pub fn on(day: Date) -> Option<&'static Self> {
        tabel::in_force(&SHIPPED, |_| true, day)
    }

    /// What holds by the newest text.
    pub fn newest() -> Option<&'static Self> {
        Self::on(Date::MAX)
    }
}

impl Dated for Meerderjarigheid {
    fn vanaf(&self) -> Date {
        self.vanaf
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn one_is_an_adult_at_the_age_of_that_day() {
        assert_eq!(SHIPPED.len(), TABLE.trim().lines().count() - 1, "every line is read");
        assert_eq!(Meerderjarigheid::on(date(2026, 11, 30)).map(|one| one.leeftijd), Some(18));
        assert_eq!(Meerderjarigheid::on(date(1987, 12, 31)), None);
    }
}
