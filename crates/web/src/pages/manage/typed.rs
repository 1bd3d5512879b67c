//! Between the fields of the form and what a version says. What is wrong is not put right here: the check says so, with the field.
use crate::fields::Fields;
use catalogue::{Contact, Fg, Hosted, HostedSettings, Mandaat, Norm, Overlay, ServiceDefinition, Termijn, Text, Verordening};
use hosting::Content;
use terms::Counting;
use values::Term;

/// How a length is counted: the word in the form, the letter of ISO 8601, which days.
pub(super) const UNITS: [(&str, char, Counting); 4] = [
    ("werkdagen", 'D', Counting::WorkingDays),
    ("dagen", 'D', Counting::CalendarDays),
    ("weken", 'W', Counting::CalendarDays),
    ("maanden", 'M', Counting::CalendarDays),
];

/// The fields of what is in force, to be changed.
pub(super) fn fields_of(content: &Content) -> Fields {
    let mut fields = Typed(vec![]);
    match content {
        Content::Overlay(overlay) => fields.overlay(overlay),
        Content::Settings(settings) => {
            fields.both("vraag-team", Some(&settings.vraag_team));
            fields.norm("vraag-norm", &settings.vraag_norm);
            fields.contact(settings.contact.as_ref());
            fields.put_some("fg-email", settings.fg.as_ref().and_then(|fg| fg.email.as_ref()));
            fields.put_some("fg-link", settings.fg.as_ref().and_then(|fg| fg.link.as_ref()));
        }
        Content::TakenDown | Content::Roles(_) => {}
    }
    Fields(fields.0)
}

struct Typed(Vec<(String, String)>);

impl Typed {
    fn put(&mut self, name: &str, text: impl Into<String>) {
        self.0.push((name.to_owned(), text.into()));
    }

    fn put_some(&mut self, name: &str, text: Option<&String>) {
        self.put(name, text.cloned().unwrap_or_default());
    }

    fn both(&mut self, name: &str, text: Option<&Text>) {
        self.put_some(&format!("{name}-nl"), text.map(|text| &text.nl));
        self.put_some(&format!("{name}-en"), text.map(|text| &text.en));
    }

    fn norm(&mut self, name: &str, norm: &Norm) {
        self.length(name, &norm.term, norm.counts);
        self.put(&format!("{name}-source"), &norm.source);
    }

    /// As a number and a unit; a length of more than one unit stays as it is written.
    fn length(&mut self, name: &str, term: &str, counts: Counting) {
        let pieces = term.parse::<Term>().ok().map(|t| [(t.days, 'D'), (t.weeks, 'W'), (t.months, 'M'), (t.years, 'Y')]);
        let pieces: Vec<_> = pieces.into_iter().flatten().filter(|(number, _)| *number > 0).collect();
        let unit = |letter| UNITS.iter().find(|(_, of, days)| *of == letter && (*days == counts || letter != 'D'));
        match pieces.as_slice() {
            [(number, letter)] if unit(*letter).is_some() => {
                self.put(&format!("{name}-term"), number.to_string());
                self.put(&format!("{name}-eenheid"), unit(*letter).map_or("dagen", |(word, ..)| word));
            }
            _ => self.put(&format!("{name}-term"), term),
        }
    }

    fn contact(&mut self, contact: Option<&Contact>) {
        self.put_some("contact-telefoon", contact.and_then(|contact| contact.telefoon.as_ref()));
        self.put_some("contact-email", contact.and_then(|contact| contact.email.as_ref()));
        self.put_some("contact-adres", contact.and_then(|contact| contact.adres.as_ref()));
        self.both("contact-openingstijden", contact.and_then(|contact| contact.openingstijden.as_ref()));
    }

    fn overlay(&mut self, overlay: &Overlay) {
        self.both("team", Some(&overlay.team));
        if let Some(norm) = &overlay.norm {
            self.norm("norm", norm);
        }
        self.both("leges", overlay.leges.as_ref());
        if let Some(rule) = &overlay.verordening {
            self.put("verordening-naam", &rule.naam);
            self.put_some("verordening-artikel", rule.artikel.as_ref());
            self.put_some("verordening-datum", rule.datum.as_ref().map(|day| turned(day)).as_ref());
            self.put_some("verordening-link", rule.link.as_ref());
        }
        if let Some(own) = &overlay.termijn {
            self.length("termijn", &own.term, Counting::CalendarDays);
            self.put("termijn-grondslag", &own.grondslag);
        }
        if let Some(yes) = overlay.lex_silencio {
            self.put("lex-silencio", if yes { "ja" } else { "nee" });
        }
        self.put_some("lex-silencio-bron", overlay.lex_silencio_bron.as_ref());
        if let Some(mandaat) = &overlay.mandaat {
            self.put("mandaat-aan", &mandaat.aan);
            self.put("mandaat-grondslag", &mandaat.grondslag);
        }
        self.both("bevoegd-orgaan", overlay.bevoegd_orgaan.as_ref());
        self.both("volgorde", overlay.volgorde.as_ref());
        self.contact(overlay.contact.as_ref());
    }
}

fn text(fields: &Fields, name: &str) -> String {
    fields.get(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn some(fields: &Fields, name: &str) -> Option<String> {
    Some(text(fields, name)).filter(|text| !text.is_empty())
}

/// `31-12-2026` as `2026-12-31`, and back; what is no day stays what it is.
fn turned(day: &str) -> String {
    let parts: Vec<_> = day.split('-').collect();
    match parts.as_slice() {
        [one, two, three] if parts.iter().all(|part| !part.is_empty()) => format!("{three:0>2}-{two:0>2}-{one:0>2}"),
        _ => day.to_owned(),
    }
}

/// Both languages, when there is one of them.
fn both(fields: &Fields, name: &str) -> Option<Text> {
    let (nl, en) = (text(fields, &format!("{name}-nl")), text(fields, &format!("{name}-en")));
    (!nl.is_empty() || !en.is_empty()).then_some(Text { nl, en })
}

fn length(fields: &Fields, name: &str) -> (String, Counting) {
    let (number, unit) = (text(fields, &format!("{name}-term")), fields.get(&format!("{name}-eenheid")));
    let (_, letter, counts) = UNITS.iter().find(|(word, ..)| *word == unit).copied().unwrap_or(UNITS[1]);
    if number.starts_with('P') { (number, counts) } else { (format!("P{number}{letter}"), counts) }
}

fn norm(fields: &Fields, name: &str) -> Norm {
    let (term, counts) = length(fields, name);
    Norm { term, counts, source: text(fields, &format!("{name}-source")) }
}

fn contact(fields: &Fields) -> Option<Contact> {
    let contact = Contact {
        telefoon: some(fields, "contact-telefoon"),
        email: some(fields, "contact-email"),
        adres: some(fields, "contact-adres"),
        openingstijden: both(fields, "contact-openingstijden"),
    };
    (!contact.is_empty()).then_some(contact)
}

/// What an organisation says of itself, as it was typed. How its officer is reached keeps its source as long as it is the same.
pub(super) fn settings(fields: &Fields, before: Option<&Content>) -> Content {
    let vraag_team = both(fields, "vraag-team").unwrap_or(Text { nl: String::new(), en: String::new() });
    let known = match before {
        Some(Content::Settings(settings)) => settings.fg.clone(),
        _ => None,
    };
    let (email, link) = (some(fields, "fg-email"), some(fields, "fg-link"));
    let same = known.filter(|known| (&known.email, &known.link) == (&email, &link));
    let fg = same.unwrap_or_else(|| Fg { email, link, source: "De organisatie zelf, in haar beheer".into() });
    Content::Settings(Box::new(HostedSettings {
        vraag_team,
        vraag_norm: norm(fields, "vraag-norm"),
        contact: contact(fields),
        fg: Some(fg).filter(|fg| fg.email.is_some() || fg.link.is_some()),
    }))
}

/// An overlay as it was typed. What an example organisation makes is an example; what only hands over promises no answer.
pub(super) fn overlay(fields: &Fields, (service, hosted): (&ServiceDefinition, &Hosted), before: Option<&Content>) -> Content {
    let before = match before {
        Some(Content::Overlay(overlay)) => overlay.verordening.as_ref(),
        _ => None,
    };
    let rule = Verordening {
        naam: text(fields, "verordening-naam"),
        artikel: some(fields, "verordening-artikel"),
        datum: some(fields, "verordening-datum").map(|day| turned(&day)),
        link: some(fields, "verordening-link"),
        // As long as it is the same one.
        voorbeeld: before.is_some_and(|before| {
            let same = before.naam == text(fields, "verordening-naam") && before.artikel == some(fields, "verordening-artikel");
            before.voorbeeld && same
        }),
    };
    let has_rule = !rule.naam.is_empty() || rule.artikel.is_some() || rule.datum.is_some() || rule.link.is_some();
    let has = |names: &[&str]| names.iter().any(|name| !text(fields, name).is_empty());
    let termijn = || Termijn { term: length(fields, "termijn").0, grondslag: text(fields, "termijn-grondslag") };
    let mandaat = || Mandaat { aan: text(fields, "mandaat-aan"), grondslag: text(fields, "mandaat-grondslag") };
    Content::Overlay(Box::new(Overlay {
        voorbeeld: hosted.voorbeeld,
        lex_silencio: match fields.get("lex-silencio") {
            "ja" => Some(true),
            "nee" => Some(false),
            _ => None,
        },
        // What makes it a no says nothing of a yes.
        lex_silencio_bron: some(fields, "lex-silencio-bron").filter(|_| fields.get("lex-silencio") != "ja"),
        team: both(fields, "team").unwrap_or(Text { nl: String::new(), en: String::new() }),
        norm: service.overdracht.is_none().then(|| norm(fields, "norm")),
        verordening: has_rule.then_some(rule),
        leges: both(fields, "leges"),
        termijn: has(&["termijn-term", "termijn-grondslag"]).then(termijn),
        bevoegd_orgaan: both(fields, "bevoegd-orgaan"),
        mandaat: has(&["mandaat-aan", "mandaat-grondslag"]).then(mandaat),
        volgorde: both(fields, "volgorde"),
        contact: contact(fields),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::Catalogue;
    use std::path::Path;

    #[test]
    fn what_is_in_force_comes_through_the_form_unchanged() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let catalogue = Catalogue::load(&root.join("reference"), &root.join("services")).unwrap();
        for hosted in catalogue.hosted() {
            let of_itself = Content::Settings(Box::new(hosted.settings()));
            assert_eq!(settings(&fields_of(&of_itself), Some(&of_itself)), of_itself);
            for service in catalogue.services() {
                let Some(known) = service.overlay(&hosted.code) else { continue };
                let content = Content::Overlay(Box::new(known.overlay.clone()));
                assert_eq!(
                    overlay(&fields_of(&content), (service, hosted), Some(&content)),
                    content,
                    "{} of {}",
                    service.name,
                    hosted.code
                );
            }
        }
    }

    #[test]
    fn a_length_is_a_number_and_a_unit_and_what_is_no_number_stays_what_it_is() {
        let typed = |number: &str, unit: &str| {
            length(&Fields(vec![("norm-term".into(), number.into()), ("norm-eenheid".into(), unit.into())]), "norm").0
        };
        assert_eq!(typed(" 10 ", "werkdagen"), "P10D");
        assert_eq!(typed("6", "weken"), "P6W");
        assert_eq!(typed("P1M2W", "dagen"), "P1M2W");
        assert_eq!(typed("tien", "weken"), "PtienW");
    }

    #[test]
    fn a_day_is_typed_as_people_write_it() {
        assert_eq!(turned("1-7-2026"), "2026-07-01");
        assert_eq!(turned("2026-07-01"), "01-07-2026");
        assert_eq!(turned("1 juli"), "1 juli");
    }
}
