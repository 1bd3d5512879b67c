//! A day that was typed in three fields: does it exist, does it lie in its window, is it in time? Pure.
use crate::{Answers, Facts, is_asked};
use access::FieldFault;
use catalogue::{DateRule, Question, QuestionKind, ServiceDefinition, VANDAAG};
use jiff::{Span, civil::Date};
use terms::{Atw, Direction, end_of_term};
use values::{Language, Term};

/// The day of a question; `None` when nothing was typed. Errors: it does not exist.
pub fn typed(question: &Question, answers: &Answers) -> Result<Option<Date>, Vec<FieldFault>> {
    typed_in(&question.id, answers).map_err(|what| fault(question, what))
}

/// The day in the fields of the question with this id.
fn typed_in(question: &str, answers: &Answers) -> Result<Option<Date>, &'static str> {
    let text = |part: &str| answers.get(&format!("{question}-{part}")).trim().to_owned();
    let (day, month, year) = (text("dag"), text("maand"), text("jaar"));
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Ok(None);
    }
    let number = |text: &str, most: usize| text.parse::<i16>().ok().filter(|n| *n > 0 && text.len() <= most);
    let date = number(&day, 2).zip(number(&month, 2)).zip(number(&year, 4).filter(|_| year.len() == 4));
    let date = date.and_then(|((d, m), y)| Date::new(y, i8::try_from(m).ok()?, i8::try_from(d).ok()?).ok());
    date.map(Some).ok_or("fault-date")
}

fn fault(question: &Question, what: &'static str) -> Vec<FieldFault> {
    vec![FieldFault::new(format!("{}-dag", question.id), what)]
}

/// Errors: nothing typed where a day must be, a day that does not exist, or one that lies too far ahead.
pub(crate) fn check(question: &Question, facts: &Facts<'_>) -> Result<(), Vec<FieldFault>> {
    let Some(day) = typed(question, facts.answers)? else {
        return if question.required { Err(fault(question, "fault-date-empty")) } else { Ok(()) };
    };
    let too_early = |ahead: Term| day > facts.today.checked_add(span(ahead)).unwrap_or(Date::MAX);
    if question.datum.as_ref().and_then(DateRule::ahead).is_some_and(too_early) {
        return Err(fault(question, "fault-date-ahead"));
    }
    match question.datum.as_ref().and_then(|rule| rule.niet_voor.as_deref()) {
        Some(VANDAAG) if day < facts.today => return Err(fault(question, "fault-date-past")),
        Some(other) if typed_in(other, facts.answers).is_ok_and(|other| other.is_some_and(|other| day < other)) => {
            return Err(fault(question, "fault-date-before"));
        }
        _ => {}
    }
    // Nobody alive has an older day to tell.
    if day < facts.today.saturating_sub(Span::new().years(120)) { Err(fault(question, "fault-date")) } else { Ok(()) }
}

/// Until when it is in time: by law, so a last day in the weekend moves (Atw 1).
fn last_in_time(day: Date, rule: &DateRule, facts: &Facts<'_>) -> Option<Date> {
    let how = (Atw::Applies, Direction::Onwards);
    end_of_term(day, rule.in_time()?, "", how, facts.calendar).ok().map(|end| end.date)
}

/// Does the day that was typed come too late?
pub fn is_late(question: &Question, facts: &Facts<'_>) -> bool {
    let (Some(rule), Ok(Some(day))) = (&question.datum, typed(question, facts.answers)) else { return false };
    last_in_time(day, rule, facts).is_some_and(|last| facts.today > last)
}

/// The day as it is read back, and which day counts when it is late.
pub(crate) fn rows(question: &Question, facts: &Facts<'_>, language: Language) -> Vec<(String, String)> {
    let Ok(Some(day)) = typed(question, facts.answers) else { return vec![] };
    let mut rows = vec![(question.label.get(language).to_owned(), texts::date(day, language))];
    if let Some(rule) = question.datum.as_ref().filter(|_| is_late(question, facts)) {
        let means = rule.te_laat.as_ref().map(|late| late.get(language)).unwrap_or_default();
        let counts = format!("{}. {means}", texts::date(facts.today, language));
        rows.push((texts::text(language, "form-date-counts"), counts));
    }
    rows
}

/// The days that wait for the decision and lie before its last day: label and day.
pub fn before_decision(
    service: &ServiceDefinition,
    (last, facts): (Date, &Facts<'_>),
    language: Language,
) -> Vec<(String, Date)> {
    let waits = |question: &&Question| {
        let rule = question.datum.as_ref().is_some_and(|rule| rule.na_besluit);
        rule && question.kind == QuestionKind::Date && is_asked(question, facts)
    };
    let day = |question: &Question| typed(question, facts.answers).ok().flatten().filter(|day| *day < last);
    service.questions().filter(waits).filter_map(|q| Some((q.label.get(language).to_owned(), day(q)?))).collect()
}

/// A date that somebody wrote on one line: `1-12-1985`, `1 december 1985`, `1985-12-01`; `None` when it is not one of these.
pub(crate) fn written(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let (day, month, year) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (day, month, year),
        [day, month, year] if year.len() == 4 => (day, month, year),
        _ => return None,
    };
    let (day, year) = (day.parse().ok()?, year.parse().ok()?);
    let named = |number: &i8| {
        let name = |language| Some(texts::day(Date::new(year, *number, 1).ok()?, language).split(' ').nth(1)?.to_lowercase());
        [Language::Nl, Language::En].into_iter().any(|language| name(language) == Some(month.to_lowercase()))
    };
    let month = month.parse().ok().or_else(|| (1..=12).find(named))?;
    Date::new(year, month, day).ok()
}

/// A term as days of the calendar are counted with it.
pub(crate) fn span(term: Term) -> Span {
    Span::new()
        .years(i64::from(term.years))
        .months(i64::from(term.months))
        .weeks(i64::from(term.weeks))
        .days(i64::from(term.days))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_date_on_one_line_is_read_as_people_write_it() {
        for text in ["1-12-1985", "01/12/1985", "1 december 1985", "1 December 1985", "1985-12-01", " 1 . 12 . 1985 "] {
            assert_eq!(written(text), Some(date(1985, 12, 1)), "{text}");
        }
        for text in ["", "1985", "december 1985", "1-13-1985", "31-2-1985", "1-12-85", "1 winter 1985", "1-12-1985 of later"] {
            assert_eq!(written(text), None, "{text}");
        }
    }
}
