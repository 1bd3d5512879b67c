//! Why a term ends when it does, in words.
use crate::ask::Ask;
use jiff::civil::Date;
use terms::Reason;
use values::Term;

/// Why a term ends when it does, a sentence for each reason, with its article. While it `stands_still`, as something was asked, the last time
/// that it did is not over.
pub(crate) fn reasons(ask: &Ask, all: &[Reason], stands_still: bool) -> Vec<String> {
    let still = all.iter().rposition(|reason| matches!(reason, Reason::Suspended { .. })).filter(|_| stands_still);
    all.iter().enumerate().map(|(at, reason)| sentence(ask, reason, Some(at) == still)).collect()
}

fn sentence(ask: &Ask, reason: &Reason, still: bool) -> String {
    let date = |date: &Date| texts::date(*date, ask.language);
    let article = texts::ground(ask.language, reason.article());
    let (key, values) = match reason {
        Reason::Term { term, from, .. } => ("reason-term", vec![("term", in_words(ask, *term)), ("date", date(from))]),
        Reason::Norm { term, from } => ("reason-norm", vec![("term", in_words(ask, *term)), ("date", date(from))]),
        Reason::Suspended { days, .. } => {
            (if still { "reason-suspends" } else { "reason-suspended" }, vec![("n", days.to_string())])
        }
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
