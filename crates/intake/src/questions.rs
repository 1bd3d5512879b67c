//! What each kind of question asks of its answer, and how it is read back. Pure.
use crate::{
    Answers, Known,
    answers::TELEFOON,
    day,
    place::{self, Address},
};
use access::FieldFault;
use catalogue::{Catalogue, Page, Question, QuestionKind};
use jiff::civil::Date;
use terms::Calendar;
use values::{Email, InvalidText, Language, Line, Prose, TextFault};

/// Everything that decides whether an answer is right.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// What was typed.
    pub answers: &'a Answers,
    /// What registers said.
    pub known: &'a Known,
    /// Organisations and places.
    pub catalogue: &'a Catalogue,
    /// Working days.
    pub calendar: &'a Calendar,
    /// The Dutch date of today.
    pub today: Date,
}

/// What is wrong on this page, in the order of its fields.
pub fn check_page(page: &Page, facts: &Facts<'_>) -> Vec<FieldFault> {
    page.question.iter().flat_map(|question| check(question, facts)).collect()
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
            }
            faults
        }
        QuestionKind::Address => place::address(question, facts).err().unwrap_or_default(),
        QuestionKind::Date => day::check(question, facts).err().unwrap_or_default(),
        QuestionKind::People => people(question, facts),
    }
}

fn prose(question: &Question, field: &str, text: &str, required: bool) -> Vec<FieldFault> {
    if text.trim().is_empty() && !required {
        return vec![];
    }
    let parsed = Prose::parse(text, question.max.unwrap_or(1_000) as usize);
    parsed.err().map(|e| text_fault(field, e)).into_iter().collect()
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

pub(crate) fn one(wrong: bool, field: &str, fault: &'static str) -> Vec<FieldFault> {
    if wrong { vec![FieldFault::new(field, fault)] } else { vec![] }
}

fn text_fault(field: &str, InvalidText(fault): InvalidText) -> FieldFault {
    let (fault, limit) = match fault {
        TextFault::Empty => ("fault-empty", None),
        TextFault::TooLong(most) => ("fault-too-long", Some(most as u64)),
        TextFault::Unprintable => ("fault-unprintable", None),
        TextFault::Shape => ("fault-email", None),
    };
    FieldFault { field: field.to_owned(), fault, limit }
}

/// An optional line of at most `most` characters.
pub(crate) fn line(answers: &Answers, field: &str, most: usize) -> Result<Option<String>, Vec<FieldFault>> {
    match answers.get(field).trim() {
        "" => Ok(None),
        text => Line::parse(text, most).map(|l| Some(l.as_str().to_owned())).map_err(|e| vec![text_fault(field, e)]),
    }
}

/// What the person gave to answer her; nothing is asked for.
pub(crate) struct Contact {
    pub naam: Option<String>,
    pub email: Option<Email>,
    pub telefoon: Option<String>,
}

pub(crate) fn contact(answers: &Answers) -> Result<Contact, Vec<FieldFault>> {
    let naam = line(answers, "naam", 200)?;
    let email = match answers.get("email").trim() {
        "" => None,
        text => Some(Email::parse(text).map_err(|_| vec![FieldFault::new("email", "fault-email")])?),
    };
    let telefoon = line(answers, TELEFOON, 20)?;
    let digits = |t: &String| t.chars().filter(char::is_ascii_digit).count();
    let odd = telefoon
        .as_ref()
        .is_some_and(|t| !(8..=15).contains(&digits(t)) || !t.chars().all(|c| "+-() ".contains(c) || c.is_ascii_digit()));
    if odd { Err(vec![FieldFault::new(TELEFOON, "fault-phone")]) } else { Ok(Contact { naam, email, telefoon }) }
}

/// The answers as they are read back to the person: label, answer.
pub fn shown(page: &Page, facts: &Facts<'_>, language: Language) -> Vec<(String, String)> {
    page.question.iter().flat_map(|question| rows(question, facts, language)).collect()
}

fn rows(question: &Question, facts: &Facts<'_>, language: Language) -> Vec<(String, String)> {
    let label = question.label.get(language).to_owned();
    let text = facts.answers.get(&question.id);
    let answer = match question.kind {
        QuestionKind::Danger | QuestionKind::Choice if !text.is_empty() => choice(question, text, language),
        QuestionKind::Prose => text.to_owned(),
        QuestionKind::Place => {
            place::place(facts.answers, facts.catalogue).map(|place| place.shown(language)).unwrap_or_default()
        }
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
                names.collect::<Vec<_>>().join("\n")
            }
            None => text.to_owned(),
        },
        _ => String::new(),
    };
    if answer.is_empty() { vec![] } else { vec![(label, answer)] }
}

/// What a register holds, with where it comes from; and what the person says of it.
fn known(question: &Question, facts: &Facts<'_>, language: Language) -> Vec<(String, String)> {
    let label = question.label.get(language).to_owned();
    let typed = facts.answers.get(&question.id).trim();
    let mut rows = match facts.known.value(&question.concept) {
        Some(value) => vec![(label.clone(), value.text(language).to_owned())],
        None if typed.is_empty() => vec![],
        None => vec![(label.clone(), texts::text_with(language, "form-checked-later", &[("value", typed)]))],
    };
    let differs = facts.answers.get(&format!("{}-anders", question.id)).trim();
    if !differs.is_empty() {
        rows.push((texts::text_with(language, "form-differs-row", &[("label", &label)]), differs.to_owned()));
    }
    rows
}

fn choice(question: &Question, text: &str, language: Language) -> String {
    let of = |nl: &str, en: &str| if language == Language::Nl { nl.to_owned() } else { en.to_owned() };
    match question.options.iter().find(|o| o.id == text) {
        Some(option) => of(&option.nl, &option.en),
        None if text == "ja" => of("Ja", "Yes"),
        None => of("Nee", "No"),
    }
}
