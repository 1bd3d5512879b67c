//! The days on which a term of law can't end: Saturdays, Sundays, generally recognised holidays and days made equal to them (Atw 3).
use jiff::civil::{Date, Weekday};
use std::collections::BTreeMap;

/// A list of holidays that can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarFault {
    /// A line that has no date where one should be.
    #[error("line {0} of the list of holidays holds no date")]
    Line(usize),
    /// No days at all.
    #[error("the list of holidays is empty")]
    Empty,
}

/// What kind of day it is for the Algemene termijnenwet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayKind {
    /// A day on which a term can end.
    Ordinary,
    /// Saturday or Sunday (Atw 1 lid 1).
    Weekend,
    /// A holiday, or a day made equal to one: the paragraph of Atw 3 that says so.
    Holiday(String),
}

/// The holidays of the years that are known.
#[derive(Debug, Clone)]
pub struct Calendar {
    holidays: BTreeMap<Date, String>,
    first: i16,
    last: i16,
}

impl Calendar {
    /// Reads lists with a header and the date in the first column; the last column but a note names the paragraph of Atw 3.
    /// The years from the first to the last date are known, other years are not.
    pub fn parse(lists: &[&str]) -> Result<Self, CalendarFault> {
        let mut holidays = BTreeMap::new();
        for list in lists {
            let mut reader = csv::Reader::from_reader(list.as_bytes());
            for (index, row) in reader.records().enumerate() {
                let fault = CalendarFault::Line(index + 2);
                let row = row.map_err(|_| fault.clone())?;
                let date = row.get(0).and_then(|d| d.parse::<Date>().ok()).ok_or(fault)?;
                let ground = row.iter().find(|cell| cell.starts_with("art. 3")).unwrap_or("art. 3");
                holidays.entry(date).or_insert_with(|| ground.to_owned());
            }
        }
        let (first, last) = holidays.keys().next().zip(holidays.keys().next_back()).ok_or(CalendarFault::Empty)?;
        Ok(Self { first: first.year(), last: last.year(), holidays })
    }

    /// The calendar that is shipped: 2015–2040, with the days equated by decree that are known.
    pub fn shipped() -> Result<Self, CalendarFault> {
        Self::parse(&[
            include_str!("../../../reference/feestdagen/feestdagen-algemene-termijnenwet-2015-2040.csv"),
            include_str!("../../../reference/feestdagen/gelijkgestelde-dagen.csv"),
        ])
    }

    /// What kind of day this is; none when the year is not known.
    pub fn kind(&self, date: Date) -> Option<DayKind> {
        if !(self.first..=self.last).contains(&date.year()) {
            return None;
        }
        Some(match self.holidays.get(&date) {
            Some(ground) => DayKind::Holiday(ground.clone()),
            None if matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) => DayKind::Weekend,
            None => DayKind::Ordinary,
        })
    }
}
