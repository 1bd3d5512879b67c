//! What a body owes when it decides too late (Awb 4:17). The amounts are dated data: reference/bedragen/dwangsom.csv.
use crate::TermFault;
use jiff::{ToSpan, civil::Date};

/// The amounts from a date on, in cents a day for each step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// The first day on which they hold.
    pub from: Date,
    /// Days in a step.
    pub days_per_step: i32,
    /// Cents a day, in the order of the steps.
    pub cents: Vec<i64>,
}

/// All rates that are known.
#[derive(Debug, Clone)]
pub struct DwangsomRates(Vec<Rate>);

/// A dwangsom that runs or ran.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dwangsom {
    /// The first day for which something is owed.
    pub first_day: Date,
    /// Days that count, at most 42.
    pub days: i32,
    /// What is owed, in cents.
    pub cents: i64,
}

impl DwangsomRates {
    /// Reads rates: `vanaf,dagen,eerste_cent,tweede_cent,derde_cent,dagen_per_trap,bron`. Lines that are not right are left out.
    pub fn parse(csv: &str) -> Self {
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let rate = |row: csv::StringRecord| {
            let number = |index: usize| row.get(index)?.parse::<i64>().ok();
            Some(Rate {
                from: row.get(0)?.parse().ok()?,
                days_per_step: i32::try_from(number(5)?).ok()?,
                cents: vec![number(2)?, number(3)?, number(4)?],
            })
        };
        Self(reader.records().filter_map(|row| rate(row.ok()?)).collect())
    }

    /// The rates that are shipped.
    pub fn shipped() -> Self {
        Self::parse(include_str!("../../../reference/bedragen/dwangsom.csv"))
    }

    /// What is owed on `today`: from two weeks after the later of the end of the term and the *receipt* of the notice of default, until
    /// the day of the decision, at most 42 days; the Atw does not apply to those (Awb 4:17 lid 1–3).
    /// None while nothing is owed. Errors: `UnknownYear` when no rate of that date is known.
    pub fn owed(
        &self,
        end_of_term: Date,
        notice_received: Date,
        decided: Option<Date>,
        today: Date,
    ) -> Result<Option<Dwangsom>, TermFault> {
        let later = end_of_term.max(notice_received);
        let first_day = later.checked_add(15.days()).map_err(|_| TermFault::UnknownYear)?;
        let until = decided.map_or(today, |day| day.min(today));
        if until < first_day {
            return Ok(None);
        }
        let rate = self.0.iter().filter(|r| r.from <= first_day).max_by_key(|r| r.from).ok_or(TermFault::UnknownYear)?;
        let most = rate.days_per_step * i32::try_from(rate.cents.len()).unwrap_or(3);
        let days = first_day.until(until).map_err(|_| TermFault::UnknownYear)?.get_days() + 1;
        let days = days.min(most);
        let cents = rate
            .cents
            .iter()
            .zip(0..)
            .map(|(cents, step)| cents * i64::from((days - step * rate.days_per_step).clamp(0, rate.days_per_step)));
        Ok(Some(Dwangsom { first_day, days, cents: cents.sum() }))
    }
}
