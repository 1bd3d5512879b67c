//! Dates as staff read them: how near, and who must move.
use crate::{ask::Ask, pages::wayfinding::product::term_in_words};
use cases::From;
use jiff::{ToSpan, civil::Date};
use terms::{Counting, Gevolg, TeLaat};

/// The Dutch date of now.
pub(super) fn today(ask: &Ask) -> Date {
    ask.app.access.clock().today()
}

/// A day that was typed or picked: `14-12-2026`, or as a browser sends it: `2026-12-14`.
pub(super) fn typed(text: &str) -> Option<Date> {
    let text = text.trim();
    text.parse().ok().or_else(|| {
        let mut parts = text.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty());
        let (day, month, year) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        if parts.next().is_some() { None } else { Date::new(year, month, day).ok() }
    })
}

/// A day in two weeks, as it can be typed.
pub(super) fn example(today: Date) -> String {
    let day = today.checked_add(2.weeks()).unwrap_or(today);
    format!("{}-{}-{}", day.day(), day.month(), day.year())
}

/// A day before which something must be there.
pub(super) struct Due {
    /// `beloofd voor 7 december 2026`
    pub text: String,
    /// How near it is; empty for a promise that does not count any more.
    pub due: String,
    pub late: bool,
}

/// What was promised and the last day of the law; of what the law granted after that day only until when it is made known: nothing else is late.
pub(super) fn dues_or_granted(ask: &Ask, granted: Option<Date>, days: (Option<Date>, Option<Date>), bites: Date) -> Vec<Due> {
    let Some(last) = granted else { return dues(ask, days, bites) };
    match made_known_by(ask, last) {
        Some((date, _)) => {
            let text = texts::text_with(ask.language, "desk-granted-by", &[("date", &texts::date(date, ask.language))]);
            let (due, late) = due(ask, date);
            vec![Due { text, due, late }]
        }
        None => vec![Due { text: ask.text("desk-granted-short"), due: String::new(), late: false }],
    }
}

/// That the law granted it after this last day, and until when that is made known.
pub(super) fn granted(ask: &Ask, last: Date) -> String {
    let date = |date| texts::date(date, ask.language);
    let was = texts::text_with(ask.language, "desk-granted", &[("date", &date(last))]);
    let Some((by, law)) = made_known_by(ask, last) else { return was };
    let term = term_in_words(law.termijn, Counting::CalendarDays, ask.language);
    let values = [("date", &*date(by)), ("term", &term), ("basis", &texts::ground(ask.language, &law.bron))];
    format!("{was} {}", texts::text_with(ask.language, "desk-granted-publish", &values))
}

/// The last day to make known what was granted by law when the term was over, counted from its last day; and the time of the law.
fn made_known_by(ask: &Ask, last: Date) -> Option<(Date, &'static TeLaat)> {
    let law = TeLaat::of(Gevolg::Bekendmaking, last)?;
    Some((law.last_day(last, &ask.app.calendar).ok()?, law))
}

/// What was promised and the last day of the law, the first of them first. Of a promise that bites no longer, as the term stood still, is said so.
pub(super) fn dues(ask: &Ask, (promised, law): (Option<Date>, Option<Date>), bites: Date) -> Vec<Due> {
    let told = |key: &str, date: Date| texts::text_with(ask.language, key, &[("date", &texts::date(date, ask.language))]);
    let counts = |date: Date, key: &str| {
        let (due, late) = due(ask, date);
        Due { text: told(key, date), due, late }
    };
    let void = |date: Date| law.is_some() && date < bites;
    let promise = promised.map(|date| match void(date) {
        true => (date, Due { text: told("desk-promised-void", date), due: String::new(), late: false }),
        false => (date, counts(date, "desk-promised")),
    });
    let mut all: Vec<_> = promise.into_iter().chain(law.map(|date| (date, counts(date, "desk-by-law")))).collect();
    all.sort_by_key(|(date, _)| *date);
    all.into_iter().map(|(_, due)| due).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_can_be_typed_and_so_can_a_day_in_other_ways() {
        let today = Date::constant(2026, 11, 30);
        assert_eq!(typed(&example(today)), Some(Date::constant(2026, 12, 14)));
        for text in ["2026-12-04", " 4-12-2026", "04/12/2026", "4 12 2026", "4.12.2026"] {
            assert_eq!(typed(text), Some(Date::constant(2026, 12, 4)), "{text}");
        }
        for text in ["", "morgen", "31-11-2026", "4-12", "4-12-2026-1", "4 december 2026"] {
            assert_eq!(typed(text), None, "{text}");
        }
    }
}
