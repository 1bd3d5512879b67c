//! Answers: raw text by field, and what they come to. Pure.
//!
//! A question of kind `place` has the fields `postcode`, `huisnummer`, `straat` and `gemeente`; one of kind `contact` has `naam`,
//! `email` and `telefoon`. Every other question has one field, its own id.
use access::FieldFault;
use cases::Rol;
use catalogue::{Catalogue, Organisatie, Page, Place, Question, QuestionKind, ServiceDefinition};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use values::{Email, InvalidText, Language, Line, Postcode, Prose, TextFault, mask_elfproef};

/// What was typed, by field. Holds wrong answers too, so that a person never types twice.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Answers(BTreeMap<String, String>);

/// A field that may hold a phone number, in which nine digits are no BSN.
const TELEFOON: &str = "telefoon";
/// Most characters that are kept of one field, right or wrong.
const KEEP: usize = 64_000;

impl Answers {
    /// The answer in a field; empty when there is none.
    pub fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    /// Keeps an answer. Numbers that pass the 11-check are masked, except in a phone number.
    pub fn put(&mut self, field: &str, text: &str) {
        let text: String = text.chars().take(KEEP).collect();
        let text = if field == TELEFOON { text } else { mask_elfproef(&text) };
        self.0.insert(field.to_owned(), text);
    }

    /// Takes over the answers of one page.
    pub fn take(&mut self, page: &Answers) {
        self.0.extend(page.0.clone());
    }

    /// The answers to the questions of `page` among `fields`; other fields are dropped.
    pub fn of_page(page: &Page, fields: &[(String, String)]) -> Self {
        let mut answers = Self::default();
        for field in page.question.iter().flat_map(fields_of) {
            let text = fields.iter().find(|(name, _)| *name == field).map_or("", |(_, text)| text);
            answers.put(field, text);
        }
        answers
    }
}

/// The fields of a question.
pub(crate) fn fields_of(question: &Question) -> Vec<&str> {
    match question.kind {
        QuestionKind::Place => vec!["postcode", "huisnummer", "straat", "gemeente"],
        QuestionKind::Contact => vec!["naam", "email", TELEFOON],
        QuestionKind::Photo => vec![],
        _ => vec![&question.id],
    }
}

/// Where it is.
#[derive(Debug, Clone)]
pub struct Where<'a> {
    /// The place in words.
    pub text: String,
    /// The municipality in which it lies.
    pub gemeente: &'a Organisatie,
    /// The municipality follows from the postcode only.
    pub likely: bool,
}

/// Answers that can be sent.
#[derive(Clone)]
pub struct Ready {
    /// Code of the municipality.
    pub gemeente: String,
    /// What it is about and where, in words.
    pub toelichting: String,
    /// The one who reports, when she gave her name.
    pub rollen: Vec<Rol>,
    /// Where a confirmation may go.
    pub email: Option<Email>,
    /// Label and answer, in the language of the person, in order.
    pub rows: Vec<(String, String)>,
}

/// What is wrong on this page, in the order of its fields.
pub fn check_page(page: &Page, answers: &Answers, catalogue: &Catalogue) -> Vec<FieldFault> {
    page.question.iter().flat_map(|question| check(question, answers, catalogue)).collect()
}

fn check(question: &Question, answers: &Answers, catalogue: &Catalogue) -> Vec<FieldFault> {
    let text = answers.get(&question.id);
    match question.kind {
        QuestionKind::Danger => one(!["ja", "nee"].contains(&text), &question.id, "fault-choose"),
        QuestionKind::Choice => {
            let known = question.options.iter().any(|o| o.id == text);
            one(!known && (question.required || !text.is_empty()), &question.id, "fault-choose")
        }
        QuestionKind::Prose => {
            let optional = text.trim().is_empty() && !question.required;
            let parsed = Prose::parse(text, question.max.unwrap_or(1_000) as usize);
            if optional { vec![] } else { parsed.err().map(|e| text_fault(&question.id, e)).into_iter().collect() }
        }
        QuestionKind::Place => place(answers, catalogue).err().unwrap_or_default(),
        QuestionKind::Contact => contact(answers).err().unwrap_or_default(),
        QuestionKind::Photo => vec![],
    }
}

fn one(wrong: bool, field: &str, fault: &'static str) -> Vec<FieldFault> {
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
fn line(answers: &Answers, field: &str, most: usize) -> Result<Option<String>, Vec<FieldFault>> {
    match answers.get(field).trim() {
        "" => Ok(None),
        text => Line::parse(text, most).map(|l| Some(l.as_str().to_owned())).map_err(|e| vec![text_fault(field, e)]),
    }
}

/// Where it is: a postcode (with house number), or a street, crossing or description with the municipality. A municipality that the
/// person gives goes before the one that follows from the postcode.
pub fn place<'a>(answers: &Answers, catalogue: &'a Catalogue) -> Result<Where<'a>, Vec<FieldFault>> {
    let straat = line(answers, "straat", 300)?;
    let huisnummer = line(answers, "huisnummer", 20)?;
    let fault = |field: &str, fault| vec![FieldFault::new(field, fault)];
    let postcode = match answers.get("postcode").trim() {
        "" => None,
        text => Some(Postcode::parse(text).map_err(|_| fault("postcode", "fault-postcode"))?),
    };
    let chosen = match answers.get("gemeente").trim() {
        "" => None,
        name => Some(catalogue.gemeente_named(name).ok_or_else(|| fault("gemeente", "fault-gemeente"))?),
    };
    if postcode.is_none() && straat.is_none() {
        return Err(fault("postcode", "fault-place"));
    }
    if let (Some(postcode), None) = (&postcode, &straat) {
        let exact = postcode.is_complete() && huisnummer.is_some();
        if !exact {
            return Err(fault("huisnummer", "fault-place-number"));
        }
    }
    let by_postcode = postcode.as_ref().and_then(|p| catalogue.gemeente(&Place { postcode: Some(p.clone()), gemeente: None }));
    let (gemeente, likely) = match (chosen, by_postcode) {
        (Some(gemeente), _) => (gemeente, false),
        (None, Some((gemeente, _))) => (gemeente, true),
        (None, None) if postcode.is_some() => return Err(fault("postcode", "fault-postcode-unknown")),
        (None, None) => return Err(fault("gemeente", "fault-gemeente-needed")),
    };
    let address = postcode.map(|p| [Some(p.to_string()), huisnummer].into_iter().flatten().collect::<Vec<_>>().join(" "));
    let parts = [straat, address, Some(gemeente.naam.clone())];
    Ok(Where { text: parts.into_iter().flatten().collect::<Vec<_>>().join(", "), gemeente, likely })
}

/// What the person gave to answer her; nothing is asked for.
struct Contact {
    naam: Option<String>,
    email: Option<Email>,
    telefoon: Option<String>,
}

fn contact(answers: &Answers) -> Result<Contact, Vec<FieldFault>> {
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

/// The answers as they are read back to the person: page, label, answer.
pub fn shown(page: &Page, answers: &Answers, catalogue: &Catalogue, language: Language) -> Vec<(String, String)> {
    let label = |question: &Question| question.label.get(language).to_owned();
    let mut rows = Vec::new();
    for question in &page.question {
        let text = answers.get(&question.id).trim();
        match question.kind {
            QuestionKind::Danger | QuestionKind::Choice => rows.push((label(question), choice(question, text, language))),
            QuestionKind::Prose if !text.is_empty() => rows.push((label(question), text.to_owned())),
            QuestionKind::Place => {
                if let Ok(place) = place(answers, catalogue) {
                    rows.push((label(question), place.text));
                }
            }
            QuestionKind::Contact => {
                let given: Vec<_> =
                    fields_of(question).into_iter().map(|f| answers.get(f).trim()).filter(|t| !t.is_empty()).collect();
                if !given.is_empty() {
                    rows.push((label(question), given.join("\n")));
                }
            }
            _ => {}
        }
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

/// Everything checked once more, over all pages. Errors: what is wrong.
pub fn decide(
    service: &ServiceDefinition,
    answers: &Answers,
    catalogue: &Catalogue,
    language: Language,
) -> Result<Ready, Vec<FieldFault>> {
    let faults: Vec<_> = service.pages.iter().flat_map(|page| check_page(page, answers, catalogue)).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let place = place(answers, catalogue)?;
    let Contact { naam, email, telefoon } = contact(answers)?;
    let rows = |language| service.pages.iter().flat_map(|page| shown(page, answers, catalogue, language)).collect::<Vec<_>>();
    let contact_labels: Vec<_> =
        service.questions().filter(|q| q.kind == QuestionKind::Contact).map(|q| q.label.get(Language::Nl)).collect();
    let about = rows(Language::Nl).into_iter().filter(|(label, _)| !contact_labels.contains(&label.as_str()));
    let known = naam.is_some() || email.is_some() || telefoon.is_some();
    let melder = Rol {
        omschrijving_generiek: "initiator".into(),
        betrokkene_type: "natuurlijk_persoon".into(),
        naam,
        email: email.as_ref().map(|e| e.as_str().to_owned()),
        telefoon,
    };
    Ok(Ready {
        gemeente: place.gemeente.code.clone(),
        toelichting: about.map(|(label, answer)| format!("{label}\n{answer}")).collect::<Vec<_>>().join("\n\n"),
        rollen: if known { vec![melder] } else { vec![] },
        email,
        rows: rows(language),
    })
}
