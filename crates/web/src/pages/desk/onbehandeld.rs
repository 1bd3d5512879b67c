//! Until when an application can be left unhandled, and why it can't (Awb 4:5), as staff read it.
use super::dates::{Due, today};
use crate::{ask::Ask, pages::wayfinding::product::term_in_words};
use cases::{Dossier, NogNiet, WorkLine};
use jiff::civil::Date;
use terms::{Counting, Gevolg, TeLaat};

/// What she must know of it before she decides; none where it can't end so, and where the law sets no day.
pub(super) fn told(ask: &Ask, dossier: &Dossier) -> Option<String> {
    let date = |date| texts::date(date, ask.language);
    match dossier.nog_niet {
        None => dossier.onbehandeld_tot.map(|until| within(ask, "desk-unhandled-until", until)),
        Some(NogNiet::Vragen) => Some(ask.text("desk-unhandled-ask")),
        Some(NogNiet::Wachten(until)) => Some(texts::text_with(ask.language, "desk-unhandled-wait", &[("date", &date(until))])),
        Some(NogNiet::Voorbij(until)) => Some(within(ask, "desk-unhandled-past", until)),
        Some(NogNiet::TeLaat) => Some(ask.text("desk-unhandled-late")),
    }
}

/// A sentence with that day, the time of the law and its article.
fn within(ask: &Ask, key: &str, until: Date) -> String {
    let law = TeLaat::of(Gevolg::BuitenBehandeling, until);
    let term = law.map(|law| term_in_words(law.termijn, Counting::CalendarDays, ask.language)).unwrap_or_default();
    let basis = law.map(|law| texts::ground(ask.language, &law.bron)).unwrap_or_default();
    let values = [("date", &*texts::date(until, ask.language)), ("term", &term), ("basis", &basis)];
    texts::text_with(ask.language, key, &values)
}

/// The same in short, in the list: she may, so nothing is late.
pub(super) fn in_the_list(ask: &Ask, line: &WorkLine) -> Option<Due> {
    let until = line.onbehandeld_tot(today(ask), &ask.app.calendar).ok().flatten()?;
    Some(may_until(ask, until))
}

/// The day above the page of the zaak and in the list.
pub(super) fn may_until(ask: &Ask, until: Date) -> Due {
    let text = texts::text_with(ask.language, "desk-may-leave", &[("date", &texts::date(until, ask.language))]);
    Due { text, due: String::new(), late: false }
}
