//! How a term is counted: from the day after the event, and to a day on which it can end (Atw 1, 2 and 4).
use crate::{Calendar, DayKind};
use jiff::{Span, ToSpan, civil::Date};
use serde::Deserialize;
use std::borrow::Cow;
use values::Term;

/// A date can't be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TermFault {
    /// The year has no known holidays: we don't guess.
    #[error("the holidays of that year are not known")]
    UnknownYear,
    /// Events in an order that can't be: an end before its begin.
    #[error("these events can't follow each other")]
    Order,
}

/// Does the Algemene termijnenwet apply?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Atw {
    /// A term set by law (or by an ordinance, through Gemeentewet 145).
    #[serde(rename = "ja")]
    Applies,
    /// Excluded: by Atw 4, by a special law, or because it is no term of law.
    #[serde(rename = "nee", alias = "nvt")]
    Excluded,
}

/// Which way a term is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From an event onwards.
    Onwards,
    /// Back from an event: Atw 1 lid 2 takes it out of the Atw.
    Back,
}

/// Why a date is what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The term of this article, counted from the day after this date.
    Term {
        /// The term.
        term: Term,
        /// The event.
        from: Date,
        /// The article that sets it: of a law, or of an organisation's own rule.
        article: Cow<'static, str>,
    },
    /// A norm of the organisation, no term of law.
    Norm {
        /// The norm.
        term: Term,
        /// The event.
        from: Date,
    },
    /// The clock stood still for so many days.
    Suspended {
        /// Whole days.
        days: i32,
        /// The article that suspends.
        article: &'static str,
    },
    /// The term was made longer.
    Extended {
        /// By how much.
        term: Term,
        /// The article that allows it.
        article: &'static str,
    },
    /// It would end on a day on which no term can end.
    Moved {
        /// The day on which it would have ended.
        from: Date,
        /// Weekend, or the paragraph of Atw 3.
        kind: DayKind,
    },
    /// A short term that held too few working days (Atw 2).
    TooFewWorkingDays,
}

impl Reason {
    /// The article to cite; empty for a norm.
    pub fn article(&self) -> &str {
        match self {
            Self::Term { article, .. } => article,
            Self::Suspended { article, .. } | Self::Extended { article, .. } => article,
            Self::Norm { .. } => "",
            Self::Moved { .. } => "Algemene termijnenwet, artikel 1 lid 1",
            Self::TooFewWorkingDays => "Algemene termijnenwet, artikel 2",
        }
    }
}

/// The last day of a term, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The last day.
    pub date: Date,
    /// Why, in the order in which it was counted.
    pub reasons: Vec<Reason>,
}

/// The last day of `term` after the event of `from`, set by `article`. Months keep the day of the month, or its last day.
/// Errors: `UnknownYear`.
pub fn end_of_term(
    from: Date,
    term: Term,
    article: impl Into<Cow<'static, str>>,
    (atw, direction): (Atw, Direction),
    calendar: &Calendar,
) -> Result<Deadline, TermFault> {
    let mut reasons = vec![Reason::Term { term, from, article: article.into() }];
    let date = match direction {
        Direction::Onwards => add(from, term)?,
        Direction::Back => return Ok(Deadline { date: back(from, term)?, reasons }),
    };
    let date = if atw == Atw::Applies && within_atw_4(term) {
        let date = with_two_working_days(from, date, term, &mut reasons, calendar)?;
        on_a_day_it_can_end(date, &mut reasons, calendar)?
    } else {
        date
    };
    Ok(Deadline { date, reasons })
}

/// Atw 4 a: no terms in more than 90 days, twelve weeks or three months, or in years.
pub(crate) fn within_atw_4(term: Term) -> bool {
    term.years == 0 && term.months <= 3 && term.weeks <= 12 && term.days <= 90
}

fn span(term: Term) -> Span {
    Span::new()
        .years(i64::from(term.years))
        .months(i64::from(term.months))
        .weeks(i64::from(term.weeks))
        .days(i64::from(term.days))
}

/// `term` after `from`, without any shift. Errors: `UnknownYear` at the end of time.
pub(crate) fn add(from: Date, term: Term) -> Result<Date, TermFault> {
    from.checked_add(span(term)).map_err(|_| TermFault::UnknownYear)
}

fn back(from: Date, term: Term) -> Result<Date, TermFault> {
    from.checked_sub(span(term)).map_err(|_| TermFault::UnknownYear)
}

pub(crate) fn next(date: Date) -> Result<Date, TermFault> {
    date.checked_add(1.days()).map_err(|_| TermFault::UnknownYear)
}

/// Atw 1 lid 1: moves on to the first day on which a term can end.
pub(crate) fn on_a_day_it_can_end(date: Date, reasons: &mut Vec<Reason>, calendar: &Calendar) -> Result<Date, TermFault> {
    let mut day = date;
    loop {
        match calendar.kind(day).ok_or(TermFault::UnknownYear)? {
            DayKind::Ordinary => break,
            kind if day == date => reasons.push(Reason::Moved { from: date, kind }),
            _ => {}
        }
        day = next(day)?;
    }
    Ok(day)
}

/// Atw 2: a term of at least three days holds at least two that are no Saturday, Sunday or holiday.
fn with_two_working_days(
    from: Date,
    end: Date,
    term: Term,
    reasons: &mut Vec<Reason>,
    calendar: &Calendar,
) -> Result<Date, TermFault> {
    if term.days < 3 || term.weeks + term.months > 0 {
        return Ok(end);
    }
    let (mut day, mut working, mut last) = (from, 0, end);
    while day < end || working < 2 {
        day = next(day)?;
        if calendar.kind(day).ok_or(TermFault::UnknownYear)? == DayKind::Ordinary {
            working += 1;
        }
        last = last.max(day);
    }
    if last > end {
        reasons.push(Reason::TooFewWorkingDays);
    }
    Ok(last)
}
