//! Lengths of time as laws and service norms give them.
use jiff::{ToSpan, civil::Date};
use std::{fmt, str::FromStr};

/// This is no ISO 8601 duration of whole years, months, weeks or days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an ISO 8601 duration of years, months, weeks or days, such as P8W or P10D")]
pub struct InvalidTerm;

/// A term in whole years, months, weeks and days (ISO 8601 duration: `P8W`, `P1Y2M10D`), never empty, never negative.
/// Whether its days are working days is said where it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Term {
    /// Whole years.
    pub years: u16,
    /// Whole months.
    pub months: u16,
    /// Whole weeks.
    pub weeks: u16,
    /// Whole days.
    pub days: u16,
}

impl Term {
    /// A term of weeks.
    pub const fn weeks(weeks: u16) -> Self {
        Self { years: 0, months: 0, weeks, days: 0 }
    }

    /// A term of days.
    pub const fn days(days: u16) -> Self {
        Self { years: 0, months: 0, weeks: 0, days }
    }

    /// The day this long after `day`, by the calendar: what a term of keeping ends on. `None` beyond the end of time.
    pub fn after(self, day: Date) -> Option<Date> {
        let span = i64::from(self.years).years().months(i64::from(self.months));
        day.checked_add(span.weeks(i64::from(self.weeks)).days(i64::from(self.days))).ok()
    }
}

impl FromStr for Term {
    type Err = InvalidTerm;

    fn from_str(text: &str) -> Result<Self, InvalidTerm> {
        let mut rest = text.strip_prefix('P').ok_or(InvalidTerm)?;
        let mut term = Self { years: 0, months: 0, weeks: 0, days: 0 };
        if rest.is_empty() {
            return Err(InvalidTerm);
        }
        for (unit, field) in [('Y', &mut term.years), ('M', &mut term.months), ('W', &mut term.weeks), ('D', &mut term.days)] {
            let Some(at) = rest.find(unit) else { continue };
            let number = &rest[..at];
            if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
                return Err(InvalidTerm);
            }
            *field = number.parse().map_err(|_| InvalidTerm)?;
            rest = &rest[at + 1..];
        }
        let empty = term.years == 0 && term.months == 0 && term.weeks == 0 && term.days == 0;
        if rest.is_empty() && !empty { Ok(term) } else { Err(InvalidTerm) }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        for (n, unit) in [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')] {
            if n > 0 {
                write!(f, "{n}{unit}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_read_and_written_as_iso_8601() {
        for text in ["P8W", "P10D", "P1Y2M10D", "P13W", "P1Y8W"] {
            assert_eq!(text.parse::<Term>().unwrap().to_string(), text);
        }
        for wrong in ["", "P", "8W", "P8", "PT8H", "P0D", "P-8W", "P8W ", "P99999999D", "P8D1W", "P٨W", "P1.5D"] {
            assert_eq!(wrong.parse::<Term>(), Err(InvalidTerm), "{wrong}");
        }
    }
}
