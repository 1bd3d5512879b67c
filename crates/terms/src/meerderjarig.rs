//! From which age one is an adult. Dated data with its source in `reference/regimes/meerderjarig.csv`.
use jiff::civil::Date;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../reference/regimes/meerderjarig.csv");

static SHIPPED: LazyLock<Vec<Meerderjarigheid>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(TABLE.as_bytes());
    reader.records().filter_map(|row| parse(&row.ok()?)).collect()
});

/// From which age one is an adult.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        SHIPPED.iter().filter(|one| one.vanaf <= day).max_by_key(|one| one.vanaf)
    }

    /// What holds by the newest text.
    pub fn newest() -> Option<&'static Self> {
        Self::on(Date::MAX)
    }
}

fn parse(row: &csv::StringRecord) -> Option<Meerderjarigheid> {
    Some(Meerderjarigheid { leeftijd: row.get(0)?.parse().ok()?, bron: row.get(1)?.to_owned(), vanaf: row.get(2)?.parse().ok()? })
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
