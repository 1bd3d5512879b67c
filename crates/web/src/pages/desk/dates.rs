//! Dates as staff read them: how near, who must move, and why a term ends when it does.
use crate::ask::Ask;
use cases::From;
use jiff::civil::Date;
use terms::Reason;
use values::Term;

/// The Dutch date of now.
pub(super) fn today(ask: &Ask) -> Date {
    ask.app.access.clock().today()
}

/// `over 3 dagen`, `vandaag`, `2 dagen te laat`; and whether it is too late.
pub(super) fn due(ask: &Ask, date: Date) -> (String, bool) {
    let days = today(ask).until(date).map_or(0, |span| span.get_days());
    let key = match days {
        0 => return (ask.text("due-today"), false),
        1.. => "due-in",
        _ => "due-late",
    };
    (texts::text_with(ask.language, key, &[("n", &days.unsigned_abs().to_string())]), days < 0)
}

/// Who must move now: the person as long as she has time for what she was asked, else the organisation.
pub(super) fn mover(ask: &Ask, taak: Option<Date>, last: Option<From>) -> String {
    match (taak, last) {
        (Some(until), _) if until >= today(ask) => {
            texts::text_with(ask.language, "desk-mover-person", &[("date", &texts::date(until, ask.language))])
        }
        (Some(_), _) => ask.text("desk-mover-unused"),
        (None, Some(From::Persoon)) => ask.text("desk-mover-answer"),
        (None, _) => ask.text("desk-mover-us"),
    }
}

/// Why a term ends when it does, a sentence for each reason, with its article.
pub(super) fn reasons(ask: &Ask, all: &[Reason]) -> Vec<String> {
    all.iter().map(|reason| sentence(ask, reason)).collect()
}

fn sentence(ask: &Ask, reason: &Reason) -> String {
    let date = |date: &Date| texts::date(*date, ask.language);
    let article = reason.article().to_owned();
    let (key, values) = match reason {
        Reason::Term { term, from, .. } => ("reason-term", vec![("term", in_words(ask, *term)), ("date", date(from))]),
        Reason::Norm { term, from } => ("reason-norm", vec![("term", in_words(ask, *term)), ("date", date(from))]),
        Reason::Suspended { days, .. } => ("reason-suspended", vec![("n", days.to_string())]),
        Reason::Extended { term, .. } => ("reason-extended", vec![("term", in_words(ask, *term))]),
        Reason::Moved { from, .. } => ("reason-moved", vec![("date", date(from))]),
        Reason::TooFewWorkingDays => ("reason-short", vec![]),
    };
    let mut given: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    given.push(("article", &article));
    texts::text_with(ask.language, key, &given)
}

/// `8 weken`, `1 maand en 3 dagen`
pub(crate) fn in_words(ask: &Ask, term: Term) -> String {
    let parts = [("years", term.years), ("months", term.months), ("weeks", term.weeks), ("days", term.days)];
    let words = |(unit, n): &(&str, u16)| texts::text_with(ask.language, &format!("term-{unit}"), &[("n", &n.to_string())]);
    parts.iter().filter(|(_, n)| *n > 0).map(words).collect::<Vec<_>>().join(&format!(" {} ", ask.text("and")))
}
