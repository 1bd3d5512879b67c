//! Dates as the BRP has them, of which day, month or all may be unknown, and the age that follows.

use jiff::{ToSpan, civil::Date};
use serde_json::{Value, json};

const MONTHS: [&str; 12] =
    ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

/// A date of LO3 (`20120920`, `20120900`, `20120000`, `00000000`) in the form of the API; nothing when it is none of these.
pub(super) fn datum(digits: &str) -> Option<Value> {
    let part = |from, to| digits.get(from..to)?.parse::<i16>().ok();
    let (jaar, maand, dag) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    if jaar == 0 {
        return Some(json!({ "type": "DatumOnbekend", "onbekend": true, "langFormaat": "onbekend" }));
    }
    if maand == 0 {
        return Some(json!({ "type": "JaarDatum", "jaar": jaar, "langFormaat": jaar.to_string() }));
    }
    let name = MONTHS.get(usize::try_from(maand - 1).ok()?)?;
    if dag == 0 {
        return Some(json!({ "type": "JaarMaandDatum", "jaar": jaar, "maand": maand, "langFormaat": format!("{name} {jaar}") }));
    }
    let day = Date::new(jaar, i8::try_from(maand).ok()?, i8::try_from(dag).ok()?).ok()?;
    Some(json!({ "type": "Datum", "datum": day.to_string(), "langFormaat": format!("{dag} {name} {jaar}") }))
}

/// The age in years on a day; nothing when the date of birth does not tell it.
pub(super) fn leeftijd(geboorte: &Value, today: Date) -> Option<i16> {
    let age = match geboorte["type"].as_str()? {
        "Datum" => {
            let born: Date = geboorte["datum"].as_str()?.parse().ok()?;
            let years = today.year() - born.year();
            // A birthday on 29 February is on 1 March in other years.
            let early = born.month() == 2 && born.day() == 29 && !today.in_leap_year();
            let birthday = if early { Date::new(today.year(), 3, 1).ok()? } else { born.checked_add(years.years()).ok()? };
            if today < birthday { years - 1 } else { years }
        }
        "JaarMaandDatum" => {
            let (year, month) = (geboorte["jaar"].as_i64()?, geboorte["maand"].as_i64()?);
            let years = today.year() - i16::try_from(year).ok()?;
            match i64::from(today.month()).cmp(&month) {
                std::cmp::Ordering::Less => years - 1,
                std::cmp::Ordering::Equal => return None,
                std::cmp::Ordering::Greater => years,
            }
        }
        _ => return None,
    };
    (age >= 0).then_some(age)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn age(born: &str, today: &str) -> Option<i16> {
        leeftijd(&datum(born).unwrap(), today.parse().unwrap())
    }

    #[test]
    fn an_age_counts_birthdays_also_of_29_february() {
        assert_eq!(age("19830526", "2026-05-25"), Some(42));
        assert_eq!(age("19830526", "2026-05-26"), Some(43));
        assert_eq!(age("19960229", "2016-02-28"), Some(19));
        assert_eq!(age("19960229", "2016-02-29"), Some(20));
        assert_eq!(age("19960229", "2017-02-28"), Some(20));
        assert_eq!(age("19960229", "2017-03-01"), Some(21));
    }

    #[test]
    fn a_date_that_is_partly_unknown_tells_an_age_only_when_it_is_sure() {
        assert_eq!(age("19830500", "2026-05-31"), None);
        assert_eq!(age("19830500", "2026-04-30"), Some(42));
        assert_eq!(age("19830500", "2026-06-01"), Some(43));
        assert_eq!(age("19830000", "2026-06-01"), None);
        assert_eq!(age("00000000", "2026-06-01"), None);
    }

    #[test]
    fn each_kind_of_date_has_its_own_form() {
        assert_eq!(datum("19941000").unwrap()["langFormaat"], "oktober 1994");
        assert_eq!(datum("20120920").unwrap()["langFormaat"], "20 september 2012");
        assert_eq!(datum("20120000").unwrap()["jaar"], 2012);
        assert_eq!(datum("00000000").unwrap()["type"], "DatumOnbekend");
        assert_eq!(datum("20121332"), None);
        assert_eq!(datum(""), None);
    }
}
