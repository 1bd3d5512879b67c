//! A date of which the day, the month or all may be unknown: registers hold such dates, of people from abroad above all.
use jiff::civil::{Date, date};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;

/// This is no date, not even an incomplete one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date: a full one, a month of a year, a year, or nothing known")]
pub struct InvalidDatum;

/// A full date, a month of a year, a year, or unknown. Years 1 … 9999. Never shown in `Debug`: it may be a birth date.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Datum(Known);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Known {
    Nothing,
    Jaar(i16),
    Maand(i16, i8),
    Dag(Date),
}

impl Datum {
    /// Nothing is known.
    pub const ONBEKEND: Self = Self(Known::Nothing);

    /// A year, perhaps with its month, perhaps with its day. Errors: no such month or day, or a day without a month.
    pub fn of(jaar: i16, maand: Option<i8>, dag: Option<i8>) -> Result<Self, InvalidDatum> {
        let known = match (maand, dag) {
            (None, None) => Known::Jaar(jaar),
            (Some(maand), None) => Known::Maand(jaar, maand),
            (Some(maand), Some(dag)) => Known::Dag(Date::new(jaar, maand, dag).map_err(|_| InvalidDatum)?),
            (None, Some(_)) => return Err(InvalidDatum),
        };
        let exists = (1..=9999).contains(&jaar) && Date::new(jaar, maand.unwrap_or(1), 1).is_ok();
        if exists { Ok(Self(known)) } else { Err(InvalidDatum) }
    }

    /// Reads `2017-07-10`, `2017-07`, `2017`, `onbekend`, and the form of the registers, `20170710`, in which zeroes are unknown.
    pub fn parse(text: &str) -> Result<Self, InvalidDatum> {
        let bare: Vec<&str> = match text.as_bytes() {
            b"onbekend" => return Ok(Self::ONBEKEND),
            digits if digits.len() == 8 && digits.iter().all(u8::is_ascii_digit) => vec![&text[..4], &text[4..6], &text[6..]],
            _ => text.split('-').collect(),
        };
        let number = |part: &&str, length: usize| -> Result<Option<i16>, InvalidDatum> {
            let ok = part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
            let number: i16 = if ok { part.parse().map_err(|_| InvalidDatum)? } else { return Err(InvalidDatum) };
            Ok(Some(number).filter(|n| *n != 0))
        };
        let small = |part: Option<&&str>| -> Result<Option<i8>, InvalidDatum> {
            let number = part.map(|part| number(part, 2)).transpose()?.flatten();
            number.map(|n| i8::try_from(n).map_err(|_| InvalidDatum)).transpose()
        };
        let (jaar, maand, dag) = (bare.first().ok_or(InvalidDatum)?, small(bare.get(1))?, small(bare.get(2))?);
        match (number(jaar, 4)?, bare.len()) {
            (_, 4..) => Err(InvalidDatum),
            (Some(jaar), _) => Self::of(jaar, maand, dag),
            (None, _) if maand.is_none() && dag.is_none() => Ok(Self::ONBEKEND),
            (None, _) => Err(InvalidDatum),
        }
    }

    /// The date, when all of it is known.
    pub fn volledig(self) -> Option<Date> {
        if let Known::Dag(date) = self.0 { Some(date) } else { None }
    }

    /// The year, when it is known.
    pub fn jaar(self) -> Option<i16> {
        match self.0 {
            Known::Nothing => None,
            Known::Jaar(jaar) | Known::Maand(jaar, _) => Some(jaar),
            Known::Dag(date) => Some(date.year()),
        }
    }

    /// The month (1 … 12), when it is known.
    pub fn maand(self) -> Option<i8> {
        match self.0 {
            Known::Nothing | Known::Jaar(_) => None,
            Known::Maand(_, maand) => Some(maand),
            Known::Dag(date) => Some(date.month()),
        }
    }

    /// The first and the last day that it can be.
    fn bounds(self) -> Option<(Date, Date)> {
        match self.0 {
            Known::Nothing => None,
            Known::Jaar(jaar) => Some((date(jaar, 1, 1), date(jaar, 12, 31))),
            Known::Maand(jaar, maand) => Some((date(jaar, maand, 1), date(jaar, maand, 1).last_of_month())),
            Known::Dag(date) => Some((date, date)),
        }
    }

    /// The age in whole years on `day` of who was born on this date; none when it is not known, or `day` is before the birth.
    /// Born on 29 February one is a year older on 1 March.
    pub fn leeftijd(self, day: Date) -> Option<i16> {
        let (first, last) = self.bounds()?;
        let (most, least) = (years(first, day), years(last, day));
        (most == least && least >= 0).then_some(least)
    }

    /// Is who was born on this date at least so many years old on `day`? None when that can't be said.
    pub fn minstens(self, jaren: i16, day: Date) -> Option<bool> {
        let (first, last) = self.bounds()?;
        match (years(first, day) >= jaren, years(last, day) >= jaren) {
            (yes, also) if yes == also => Some(yes),
            _ => None,
        }
    }
}

/// Whole years from a birth to a day; below zero before the birth.
fn years(born: Date, day: Date) -> i16 {
    let had_birthday = (day.month(), day.day()) >= (born.month(), born.day());
    day.year() - born.year() - i16::from(!had_birthday)
}

impl From<Date> for Datum {
    fn from(date: Date) -> Self {
        Self(Known::Dag(date))
    }
}

/// `2017-07-10`, `2017-07`, `2017` or `onbekend`; `parse` reads it back.
impl fmt::Display for Datum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Known::Nothing => f.write_str("onbekend"),
            Known::Jaar(jaar) => write!(f, "{jaar:04}"),
            Known::Maand(jaar, maand) => write!(f, "{jaar:04}-{maand:02}"),
            Known::Dag(date) => write!(f, "{date}"),
        }
    }
}

impl fmt::Debug for Datum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Datum(…)")
    }
}

impl Serialize for Datum {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Datum {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(input)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn datum(text: &str) -> Datum {
        Datum::parse(text).unwrap()
    }

    #[test]
    fn what_is_not_known_of_a_date_stays_unknown() {
        assert_eq!(datum("1985-12-01").volledig(), Some(date(1985, 12, 1)));
        assert_eq!(
            (datum("20111200").jaar(), datum("20111200").maand(), datum("2011-12").volledig()),
            (Some(2011), Some(12), None)
        );
        assert_eq!((datum("19680000"), datum("00000000")), (datum("1968"), Datum::ONBEKEND));
        for wrong in
            ["", "1985-13-01", "2026-02-29", "1985-00-12", "0000-01-01", "85", "1985-12-01-01", "١٩٨٥", "1985-1-1", "20260230"]
        {
            assert_eq!(Datum::parse(wrong), Err(InvalidDatum), "{wrong}");
        }
    }

    #[test]
    fn an_age_is_told_only_when_it_is_certain() {
        let day = date(2026, 11, 23);
        assert_eq!(datum("2010-11-23").leeftijd(day), Some(16));
        assert_eq!(datum("2010-11-24").leeftijd(day), Some(15));
        assert_eq!(datum("2010-10").leeftijd(day), Some(16));
        assert_eq!(datum("2010-11").leeftijd(day), None, "in the month of birth one can't say");
        assert_eq!(datum("2010").leeftijd(day), None);
        assert_eq!(datum("2027").leeftijd(day), None);
        assert_eq!(
            (datum("2008-02-29").leeftijd(date(2026, 2, 28)), datum("2008-02-29").leeftijd(date(2026, 3, 1))),
            (Some(17), Some(18))
        );
        assert_eq!((datum("1950").minstens(16, day), datum("2010").minstens(16, day)), (Some(true), None));
        assert_eq!((datum("2020").minstens(16, day), Datum::ONBEKEND.minstens(16, day)), (Some(false), None));
    }

    fn any_datum() -> impl Strategy<Value = Datum> {
        (1_i16..=9999, prop::option::of((1_i8..=12, prop::option::of(1_i8..=31))))
            .prop_filter_map("no such day", |(jaar, rest)| Datum::of(jaar, rest.map(|r| r.0), rest.and_then(|r| r.1)).ok())
    }

    proptest! {
        #[test]
        fn parsing_never_panics(text in "[0-9-]{0,12}|.*") {
            let _ = Datum::parse(&text);
        }

        #[test]
        fn what_is_written_is_read_back(datum in any_datum()) {
            prop_assert!(Datum::parse(&datum.to_string()) == Ok(datum));
            let digits = format!("{:0<8}", datum.to_string().replace('-', ""));
            prop_assert!(Datum::parse(&digits) == Ok(datum), "the form with zeroes says the same");
        }

        #[test]
        fn knowing_less_never_tells_another_age(datum in any_datum(), days in 0_i32..60_000) {
            let day = date(2026, 1, 1).saturating_add(jiff::Span::new().days(days));
            if let (Some(full), Some(jaar)) = (datum.volledig(), datum.jaar()) {
                for less in [Datum::of(jaar, datum.maand(), None).unwrap(), Datum::of(jaar, None, None).unwrap()] {
                    if let Some(age) = less.leeftijd(day) {
                        prop_assert_eq!(Some(age), Datum::from(full).leeftijd(day));
                    }
                    if let Some(old) = less.minstens(18, day) {
                        prop_assert_eq!(Some(old), Datum::from(full).minstens(18, day));
                    }
                }
            }
        }
    }
}
