//! The days of what runs, as its person reads them: what was promised, what the law gives, and what she can do when such a day has passed.
use crate::ask::Ask;
use crate::pages::wayfinding::product::term_in_words;
use cases::{Standing, Zaak};
use catalogue::ServiceDefinition;
use jiff::civil::Date;
use terms::{Counting, Gevolg, LateRegime, SoortRegime, TeLaat};
use values::Language;

/// What her zaak says of its days.
pub(crate) struct Days {
    /// Whose turn it is, and until when; or that a day has passed.
    pub lead: Vec<String>,
    /// What that means for her, when one has.
    pub more: Vec<String>,
    /// The last day of the law, as long as that is to come.
    pub law: Option<String>,
    /// A day has passed on which something had to be there.
    pub passed: bool,
}

/// Of a zaak that runs, with whom she named and who must still give their own data.
pub(crate) fn of_zaak(ask: &Ask, service: Option<&ServiceDefinition>, zaak: &Zaak, waited_for: &[&str]) -> Days {
    let told = |key: &str, date: Date| texts::text_with(ask.language, key, &[("date", &texts::date(date, ask.language))]);
    let standing = zaak.standing(ask.app.access.clock().today());
    let ask_us = || vec![ask.text("zaak-late-ask")];
    let law = match standing {
        Standing::InTime(_, law) | Standing::Later(_, law) => law.map(|last| {
            let moves = service.and_then(|service| may_move(service.soort.word(), zaak.startdatum, ask.language));
            [told("zaak-deadline", last)].into_iter().chain(moves).collect::<Vec<_>>().join(" ")
        }),
        Standing::TooLate(_) | Standing::Granted(_) => None,
    };
    let names = waited_for.join(", ");
    let remind = (!names.is_empty()).then(|| texts::text_with(ask.language, "zaak-mover-genodigden", &[("names", &names)]));
    let (lead, more) = match standing {
        Standing::InTime(promised, last) => {
            let before_law = |promised: Date| last.is_some_and(|last| promised < last);
            let promised = promised.map(|date| told(if before_law(date) { "zaak-norm-or-law" } else { "zaak-norm" }, date));
            let mover = remind.unwrap_or_else(|| ask.text("zaak-mover-them"));
            ([Some(mover), promised, law.clone()].into_iter().flatten().collect(), vec![])
        }
        Standing::Later(promised, _) => {
            let lead = [Some(told("zaak-later", promised)), law.clone()].into_iter().flatten().collect();
            (lead, remind.into_iter().chain(ask_us()).collect())
        }
        Standing::TooLate(last) => {
            (vec![told("zaak-too-late", last)], notice(ask, service, zaak).into_iter().chain(ask_us()).collect())
        }
        Standing::Granted(last) => granted(ask, zaak, last),
    };
    Days { lead, more, law, passed: !matches!(standing, Standing::InTime(..)) }
}

/// That the last day of what was received on `from` may move once, where the law of its kind gives that.
pub(crate) fn may_move(soort: &str, from: Date, language: Language) -> Option<String> {
    let basis = SoortRegime::of(soort, from)?.verlenging_bron.as_ref()?;
    Some(texts::text_with(language, "deadline-moves", &[("basis", &texts::ground(language, basis))]))
}

/// What she can do against an organ that is too late, where the law of its kind gives that (Awb 4:17 and 6:12).
fn notice(ask: &Ask, service: Option<&ServiceDefinition>, zaak: &Zaak) -> Vec<String> {
    let regime = service.and_then(|service| SoortRegime::of(service.soort.word(), zaak.startdatum));
    if regime.is_none_or(|regime| regime.dwangsom != LateRegime::Awb) {
        return vec![];
    }
    let today = ask.app.access.clock().today();
    let told = |(key, gevolg)| Some(after(ask, (key, TeLaat::of(gevolg, today)?), ("number", &zaak.identificatie)));
    [("zaak-late-notice", Gevolg::Ingebrekestelling), ("zaak-late-appeal", Gevolg::Beroep)].into_iter().filter_map(told).collect()
}

/// That she has it by law, from when it holds, and what the organisation must still do.
fn granted(ask: &Ask, zaak: &Zaak, last: Date) -> (Vec<String>, Vec<String>) {
    let date = |date| texts::date(date, ask.language);
    let since = last.tomorrow().unwrap_or(last);
    let lead = texts::text_with(ask.language, "zaak-granted", &[("date", &date(since)), ("last", &date(last))]);
    let from = TeLaat::of(Gevolg::Inwerking, last).and_then(|after| Some((after.termijn.after(last)?, after)));
    let from = from.map(|(day, after)| {
        let basis = texts::ground(ask.language, &after.bron);
        texts::text_with(ask.language, "zaak-granted-from", &[("date", &date(day)), ("basis", &basis)])
    });
    let name = ask.name_of(&zaak.organisatie);
    let publish = TeLaat::of(Gevolg::Bekendmaking, last);
    let publish = publish.map(|within| after(ask, ("zaak-granted-publish", within), ("name", &name)));
    (vec![lead], from.into_iter().chain(publish).collect())
}

/// A sentence with the time of the law and its article; what was not read in the law says so.
fn after(ask: &Ask, (key, late): (&str, &TeLaat), own: (&str, &str)) -> String {
    let term = term_in_words(late.termijn, Counting::CalendarDays, ask.language);
    let basis = texts::ground(ask.language, &late.bron);
    let said = texts::text_with(ask.language, key, &[("term", &term), ("basis", &basis), own]);
    if late.read_in_the_law { said } else { format!("{said} {}", ask.text("remedy-unread")) }
}

/// What must be there on the last day of the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Due {
    /// A decision.
    Besluit,
    /// An answer that is no decision.
    Klacht,
}

/// The same in the list of all that is hers.
pub(crate) fn in_short(ask: &Ask, standing: Standing, due: Due) -> String {
    let (by_law, too_late) = match due {
        Due::Besluit => ("mine-deadline", "mine-too-late"),
        Due::Klacht => ("mine-klacht-deadline", "mine-klacht-too-late"),
    };
    let told = |key: &str, date: Date| texts::text_with(ask.language, key, &[("date", &texts::date(date, ask.language))]);
    let law = |law: Option<Date>| law.map(|last| told(by_law, last));
    let parts = match standing {
        Standing::InTime(promised, last) => {
            // What was promised after the last day of the law says nothing more.
            let promised = promised.filter(|promised| last.is_none_or(|last| *promised < last));
            [promised.map(|date| told("mine-norm", date)), law(last)]
        }
        Standing::Later(promised, last) => [Some(told("mine-later", promised)), law(last)],
        Standing::TooLate(last) => [Some(told(too_late, last)), None],
        Standing::Granted(last) => [last.tomorrow().ok().map(|since| told("mine-granted", since)), None],
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
