//! What each kind of question asks of its answer, and how it is read back. Pure.
use crate::{
    Answers, DraftFile, Known, KnownValue, VehicleLookup,
    answers::{TELEFOON, cell, rows_of},
    day, money,
    place::{self, Address},
};
use access::FieldFault;
use catalogue::{Catalogue, Page, Question, QuestionKind, ServiceDefinition};
use jiff::civil::Date;
use registers::Kenteken;
use terms::Calendar;
use values::{Bsn, Email, Iban, Language, Line, Prose};

/// Everything that decides whether an answer is right.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// What was typed.
    pub answers: &'a Answers,
    /// What registers said.
    pub known: &'a Known,
    /// The files that were added.
    pub files: &'a [DraftFile],
    /// Organisations and places.
    pub catalogue: &'a Catalogue,
    /// Working days.
    pub calendar: &'a Calendar,
    /// The Dutch date of today.
    pub today: Date,
}

/// Is this question asked, after what was answered before?
pub fn is_asked(question: &Question, facts: &Facts<'_>) -> bool {
    let Some(when) = &question.when else { return true };
    // No id of a question has a dot; every concept that a register holds has.
    let concept = when.question.contains('.').then(|| facts.known.value(&when.question));
    if let Some(known) = concept {
        return when.is.iter().any(|is| is == known.map_or("weg", |value| value.code.as_str()));
    }
    let answer = match facts.vehicle_lookup(&when.question) {
        Some(VehicleLookup { op_naam: Some(true), .. }) => "op-naam",
        Some(VehicleLookup { op_naam: Some(false), .. }) => "niet-op-naam",
        Some(VehicleLookup { away: true, .. }) => "weg",
        Some(_) => "onbekend",
        None => facts.answers.get(&when.question),
    };
    when.is.iter().any(|is| is == answer)
}

/// Is anything asked on this page?
pub fn is_page_asked(page: &Page, facts: &Facts<'_>) -> bool {
    page.question.iter().any(|question| is_asked(question, facts))
}

/// May what is answered on these pages lead to more of them than are asked now?
pub fn may_grow(pages: &[Page], facts: &Facts<'_>) -> bool {
    let answered = |id: &str| pages.iter().flat_map(|page| &page.question).any(|question| question.id == id);
    let mut waiting = pages.iter().filter(|page| !is_page_asked(page, facts)).flat_map(|page| &page.question);
    waiting.any(|question| question.when.as_ref().is_some_and(|when| answered(&when.question)))
}

/// What is wrong on this page, in the order of its fields.
pub fn check_page(page: &Page, facts: &Facts<'_>) -> Vec<FieldFault> {
    page.question.iter().filter(|question| is_asked(question, facts)).flat_map(|question| check(question, facts)).collect()
}

fn plate(text: &str) -> Option<String> {
    Kenteken::parse(text).ok().map(|plate| plate.expose().to_owned())
}

fn check(question: &Question, facts: &Facts<'_>) -> Vec<FieldFault> {
    let answers = facts.answers;
    let text = answers.get(&question.id);
    match question.kind {
        QuestionKind::Danger => one(!["ja", "nee"].contains(&text), &question.id, "fault-choose"),
        QuestionKind::Choice => {
            let known = question.options.iter().any(|o| o.id == text);
            one(!known && (question.required || !text.is_empty()), &question.id, "fault-choose")
        }
        QuestionKind::Prose => prose(question, &question.id, text, question.required),
        QuestionKind::Place => place::place(answers, facts.catalogue).err().unwrap_or_default(),
        QuestionKind::Contact => contact(answers).err().unwrap_or_default(),
        QuestionKind::Photo => vec![],
        QuestionKind::Known => {
            let differs = format!("{}-anders", question.id);
            let mut faults = prose(question, &differs, answers.get(&differs), false);
            // What we hold is never required; what we could not ask is.
            if facts.known.value(&question.concept).is_none() {
                faults.extend(prose(question, &question.id, text, question.required));
                let nowhere = place::is_address(&question.concept) && place::gemeente_of_typed(text, facts.catalogue).is_none();
                faults.extend(one(nowhere && faults.is_empty(), &question.id, "fault-address-with-postcode"));
            }
            faults
        }
        QuestionKind::Address => place::new_address(question, facts).err().unwrap_or_default(),
        QuestionKind::Date => day::check(question, facts).err().unwrap_or_default(),
        QuestionKind::People => people(question, facts),
        QuestionKind::Line | QuestionKind::Email | QuestionKind::Number | QuestionKind::Money => {
            one_line((question.kind, &question.id), text, question, question.required)
        }
        QuestionKind::Kenteken => {
            let wrong = plate(text).is_none() && (question.required || !text.trim().is_empty());
            one(wrong, &question.id, "fault-kenteken")
        }
        QuestionKind::Rekening => {
            let wrong = Iban::parse(text).is_err() && (question.required || !text.trim().is_empty());
            one(wrong, &question.id, "fault-iban")
        }
        QuestionKind::Document => {
            let none = !facts.files.iter().any(|file| file.question == question.id);
            one(question.required && none, &question.id, "fault-document-needed")
        }
        QuestionKind::Organisatie => one(facts.catalogue.hosted_with_code(text).is_none(), &question.id, "fault-choose"),
        QuestionKind::List => list(question, facts),
    }
}

/// A text, number or amount in one field.
fn one_line((kind, field): (QuestionKind, &str), text: &str, question: &Question, required: bool) -> Vec<FieldFault> {
    let text = text.trim();
    if text.is_empty() {
        return one(required, field, "fault-empty");
    }
    match kind {
        QuestionKind::Number => number(text, field, question),
        QuestionKind::Email => one(Email::parse(text).is_err(), field, "fault-email"),
        QuestionKind::Money => one(money::parse(text).is_none(), field, "fault-money"),
        _ => {
            // The most of a list is its rows, not the length of what stands in them.
            let most = question.max.filter(|_| question.kind != QuestionKind::List).unwrap_or(200).min(400);
            Line::parse(text, most as usize).err().map(|e| FieldFault::of_text(field, e)).into_iter().collect()
        }
    }
}

fn number(text: &str, field: &str, question: &Question) -> Vec<FieldFault> {
    let Some(number) = text.parse::<u64>().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit())) else {
        return one(true, field, "fault-number");
    };
    let of_column = question.kind == QuestionKind::List;
    let (least, most) = if of_column { (0, u64::MAX) } else { (question.min.unwrap_or(0), question.max.unwrap_or(u64::MAX)) };
    let fault = |fault, limit| vec![FieldFault { field: field.to_owned(), fault, limit: Some(limit) }];
    match number {
        n if n < least => fault("fault-number-least", least),
        n if n > most => fault("fault-number-most", most),
        _ => vec![],
    }
}

/// The rows of a list in which something was typed.
pub fn filled_rows(question: &Question, answers: &Answers) -> Vec<usize> {
    let filled = |row: &usize| question.column.iter().any(|c| !answers.get(&cell(question, *row, &c.id)).trim().is_empty());
    rows_of(question).filter(filled).collect()
}

/// A row is filled in whole or not at all.
fn list(question: &Question, facts: &Facts<'_>) -> Vec<FieldFault> {
    let rows = filled_rows(question, facts.answers);
    if rows.is_empty() {
        let first = question.column.first().map(|c| cell(question, 1, &c.id)).unwrap_or_default();
        return one(question.required, &first, "fault-empty");
    }
    let cells = rows.into_iter().flat_map(|row| question.column.iter().map(move |column| (row, column)));
    let faults = cells.flat_map(|(row, column)| {
        let field = cell(question, row, &column.id);
        one_line((column.kind, &field), facts.answers.get(&field), question, true)
    });
    faults.collect()
}

fn prose(question: &Question, field: &str, text: &str, required: bool) -> Vec<FieldFault> {
    if text.trim().is_empty() && !required {
        return vec![];
    }
    let parsed = Prose::parse(text, question.max.unwrap_or(1_000) as usize);
    parsed.err().map(|e| FieldFault::of_text(field, e)).into_iter().collect()
}

/// Someone must be ticked, and only who stands in the list; who could not be looked up is written down.
fn people(question: &Question, facts: &Facts<'_>) -> Vec<FieldFault> {
    let Some(list) = facts.known.value(&question.concept) else {
        return prose(question, &question.id, facts.answers.get(&question.id), question.required);
    };
    let ticked: Vec<_> = facts.answers.ticked(&question.id).collect();
    let strange = ticked.iter().any(|id| !list.items.iter().any(|item| item.id == *id));
    one(strange || (question.required && ticked.is_empty()), &question.id, "fault-people")
}

/// Whom she named of the people that the register knows beside her, by their number.
pub(crate) fn named<'a>(service: &'a ServiceDefinition, facts: &'a Facts<'a>) -> impl Iterator<Item = Bsn> + 'a {
    let lists = service.questions().filter(|question| question.kind == QuestionKind::People && is_asked(question, facts));
    let of_list = |question: &'a Question| {
        let items = facts.known.value(&question.concept).into_iter().flat_map(|list| &list.items);
        items.filter(|item| facts.answers.ticked(&question.id).any(|id| item.id == id))
    };
    lists.flat_map(of_list).filter_map(|item| Bsn::parse(item.identificatie.as_deref()?).ok())
}

pub(crate) fn one(wrong: bool, field: &str, fault: &'static str) -> Vec<FieldFault> {
    if wrong { vec![FieldFault::new(field, fault)] } else { vec![] }
}

/// An optional line of at most `most` characters.
pub(crate) fn line(answers: &Answers, field: &str, most: usize) -> Result<Option<String>, Vec<FieldFault>> {
    match answers.get(field).trim() {
        "" => Ok(None),
        text => Line::parse(text, most).map(|l| Some(l.as_str().to_owned())).map_err(|e| vec![FieldFault::of_text(field, e)]),
    }
}

/// What the person gave to answer her; nothing is asked for.
pub(crate) struct Contact {
    pub naam: Option<String>,
    pub email: Option<Email>,
    pub telefoon: Option<String>,
}

/// Errors: all that is wrong, in the order of the fields.
pub(crate) fn contact(answers: &Answers) -> Result<Contact, Vec<FieldFault>> {
    let email = match answers.get("email").trim() {
        "" => Ok(None),
        text => Email::parse(text).map(Some).map_err(|_| vec![FieldFault::new("email", "fault-email")]),
    };
    match (line(answers, "naam", 200), email, phone(answers)) {
        (Ok(naam), Ok(email), Ok(telefoon)) => Ok(Contact { naam, email, telefoon }),
        (naam, email, telefoon) => Err([naam.err(), email.err(), telefoon.err()].into_iter().flatten().flatten().collect()),
    }
}

fn phone(answers: &Answers) -> Result<Option<String>, Vec<FieldFault>> {
    let telefoon = line(answers, TELEFOON, 20)?;
    let digits = |t: &String| t.chars().filter(char::is_ascii_digit).count();
    let odd = telefoon
        .as_ref()
        .is_some_and(|t| !(8..=15).contains(&digits(t)) || !t.chars().all(|c| "+-() ".contains(c) || c.is_ascii_digit()));
    if odd { Err(vec![FieldFault::new(TELEFOON, "fault-phone")]) } else { Ok(telefoon) }
}

/// The answers as they are read back to the person: label, answer.
pub fn shown(page: &Page, facts: &Facts<'_>, language: Language) -> Vec<(String, String)> {
    page.question
        .iter()
        .filter(|question| is_asked(question, facts))
        .flat_map(|question| rows(question, facts, language))
        .collect()
}

/// One question as it is read back.
pub(crate) fn rows(question: &Question, facts: &Facts<'_>, language: Language) -> Vec<(String, String)> {
    let label = question.label.get(language).to_owned();
    let text = facts.answers.get(&question.id);
    let answer = match question.kind {
        QuestionKind::Danger | QuestionKind::Choice if !text.is_empty() => choice(question, text, language),
        QuestionKind::Prose => text.to_owned(),
        QuestionKind::Place => place::shown(facts.answers, facts.catalogue, language).unwrap_or_default(),
        QuestionKind::Contact => {
            let given = ["naam", "email", TELEFOON].map(|field| facts.answers.get(field).trim());
            given.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
        }
        QuestionKind::Known => return known(question, facts, language),
        QuestionKind::Address => match place::address(question, facts) {
            Ok(Address::Known(found)) => found.text.clone(),
            Ok(Address::Unchecked(typed)) => texts::text_with(language, "form-checked-later", &[("value", &typed)]),
            Err(_) => String::new(),
        },
        QuestionKind::Date => return day::rows(question, facts, language),
        QuestionKind::People => match facts.known.value(&question.concept) {
            Some(list) => {
                let ticked = facts.answers.ticked(&question.id);
                let names = ticked.filter_map(|id| list.items.iter().find(|item| item.id == id)).map(|item| item.text(language));
                doubted(list, names.collect::<Vec<_>>().join("\n"), language)
            }
            None => typed_instead(question, facts, language),
        },
        QuestionKind::Document => {
            let names = facts.files.iter().filter(|file| file.question == question.id).map(|file| file.titel.as_str());
            names.collect::<Vec<_>>().join(", ")
        }
        QuestionKind::Organisatie => {
            facts.catalogue.organisatie_with_code(text).map(|o| o.in_words(language)).unwrap_or_default()
        }
        QuestionKind::Kenteken => vehicle(question, facts, language),
        QuestionKind::List => list_in_words(question, facts, language),
        QuestionKind::Line | QuestionKind::Email | QuestionKind::Number | QuestionKind::Money | QuestionKind::Rekening => {
            in_words(question.kind, text, (question.unit.as_ref().map(|unit| unit.get(language)), language))
        }
        _ => String::new(),
    };
    if answer.is_empty() { vec![] } else { vec![(label, answer)] }
}

/// A value of a register, with that its holder doubts it.
fn doubted(value: &KnownValue, text: String, language: Language) -> String {
    let doubt = value.in_onderzoek && !text.is_empty();
    if doubt { texts::text_with(language, "form-doubted-row", &[("value", &text)]) } else { text }
}

/// What was typed because a register had no answer, with what becomes of it.
fn typed_instead(question: &Question, facts: &Facts<'_>, language: Language) -> String {
    let typed = facts.answers.get(&question.id).trim();
    let promised = !facts.known.unchecked && !typed.is_empty();
    if promised { texts::text_with(language, "form-checked-later", &[("value", typed)]) } else { typed.to_owned() }
}

/// What a register holds, and what the person says of it.
fn known(question: &Question, facts: &Facts<'_>, language: Language) -> Vec<(String, String)> {
    let label = question.label.get(language).to_owned();
    let answer = match facts.known.value(&question.concept) {
        Some(value) => doubted(value, value.text(language).to_owned(), language),
        None => typed_instead(question, facts, language),
    };
    let mut rows = if answer.is_empty() { vec![] } else { vec![(label.clone(), answer)] };
    let differs = facts.answers.get(&format!("{}-anders", question.id)).trim();
    if !differs.is_empty() {
        rows.push((texts::text_with(language, "form-differs-row", &[("label", &label)]), differs.to_owned()));
    }
    rows
}

/// One value as it is read back.
fn in_words(kind: QuestionKind, text: &str, (unit, language): (Option<&str>, Language)) -> String {
    let text = text.trim();
    match kind {
        QuestionKind::Money => money::parse(text).map_or_else(|| text.to_owned(), |cents| money::in_words(cents, language)),
        _ if text.is_empty() => String::new(),
        _ => [text, unit.unwrap_or_default()].join(" ").trim().to_owned(),
    }
}

fn list_in_words(question: &Question, facts: &Facts<'_>, language: Language) -> String {
    let row = |row: usize| {
        let one = |column: &catalogue::Column| {
            let text = in_words(column.kind, facts.answers.get(&cell(question, row, &column.id)), (None, language));
            format!("{}: {text}", column.label.get(language))
        };
        question.column.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    filled_rows(question, facts.answers).into_iter().map(row).collect::<Vec<_>>().join("\n")
}

/// The plate, and what the register says of it.
fn vehicle(question: &Question, facts: &Facts<'_>, language: Language) -> String {
    let Some(plate) = plate(facts.answers.get(&question.id)) else { return String::new() };
    let key = match facts.vehicle_lookup(&question.id) {
        Some(VehicleLookup { op_naam: Some(true), .. }) => "vehicle-yours",
        Some(VehicleLookup { op_naam: Some(false), .. }) => "vehicle-not-yours",
        Some(VehicleLookup { away: false, .. }) => "vehicle-unknown",
        _ => return texts::text_with(language, "form-checked-later", &[("value", &plate)]),
    };
    texts::text_with(language, key, &[("plate", &plate)])
}

fn choice(question: &Question, text: &str, language: Language) -> String {
    let of = |nl: &str, en: &str| language.pick(nl, en).to_owned();
    match question.options.iter().find(|o| o.id == text) {
        Some(option) => of(&option.nl, &option.en),
        None if text == "ja" => of("Ja", "Yes"),
        None => of("Nee", "No"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn all_that_is_wrong_with_how_she_is_reached_is_told_at_once() {
        let typed = |email: &str, phone: &str| {
            let mut answers = Answers::default();
            answers.put("email", email);
            answers.put(TELEFOON, phone);
            let faults = contact(&answers).err().unwrap_or_default();
            faults.into_iter().map(|fault| fault.field).collect::<Vec<_>>()
        };
        assert_eq!(typed("geen adres", "abc"), ["email", TELEFOON]);
        assert_eq!(typed("geen adres", ""), ["email"]);
        assert!(typed("saskia@voorbeeld.nl", "06 12345678").is_empty());
    }

    #[test]
    fn the_most_rows_of_a_list_say_nothing_of_how_long_a_line_in_it_may_be() {
        let text = json!({ "nl": "x", "en": "x" });
        let asked = |kind| {
            let question = json!({ "id": "q", "kind": kind, "concept": "x", "label": text, "why": text, "max": 5 });
            let question: Question = serde_json::from_value(question).unwrap();
            one_line((QuestionKind::Line, "q-1-wie"), "Saskia Tapper", &question, true)
        };
        assert!(asked("list").is_empty());
        assert_eq!(asked("line").first().map(|fault| fault.limit), Some(Some(5)));
    }
}
