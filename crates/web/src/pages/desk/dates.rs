//! Dates as staff read them: how near, and who must move.
use crate::ask::Ask;
use cases::From;
use jiff::civil::Date;

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
