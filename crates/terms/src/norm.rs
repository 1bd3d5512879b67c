//! The date that follows from a norm of service: a promise, no term of law.
use crate::{
    Calendar, DayKind, Deadline, Reason, TermFault,
    counting::{add, next},
};
use jiff::civil::Date;
use values::Term;

/// Which days of a norm count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counting {
    /// Monday to Friday that are no holiday; of the term its days count, and five for each week. Months and years do not.
    WorkingDays,
    /// All days.
    CalendarDays,
}

/// The last day of a norm for what was received on `received`. Errors: `UnknownYear`.
pub fn norm_date(received: Date, term: Term, counting: Counting, calendar: &Calendar) -> Result<Deadline, TermFault> {
    let date = match counting {
        Counting::CalendarDays => add(received, term)?,
        Counting::WorkingDays => {
            let (mut day, mut left) = (received, u32::from(term.days) + 5 * u32::from(term.weeks));
            while left > 0 {
                day = next(day)?;
                if calendar.kind(day).ok_or(TermFault::UnknownYear)? == DayKind::Ordinary {
                    left -= 1;
                }
            }
            day
        }
    };
    Ok(Deadline { date, reasons: vec![Reason::Norm { term, from: received }] })
}
