//! Answers: raw text by field, right or wrong.
//!
//! A question of kind `place` has the fields `postcode`, `huisnummer`, `straat`, `gemeente` and `punt` (on the map); an `address` has
//! `postcode`, `huisnummer`, `huisletter` and `toevoeging`; a `contact` has `naam`, `email` and `telefoon`; a `date` has its id with `-dag`, `-maand` and `-jaar`.
//! What a register holds has its id with `-anders`, for what is not right; a list has its id, the number of the row and the column.
use catalogue::{Page, Question, QuestionKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use values::mask_elfproef;

/// What was typed, by field. Holds wrong answers too, so that a person never types twice.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Answers(BTreeMap<String, String>);

/// A field that may hold a phone number, in which nine digits are no BSN.
pub(crate) const TELEFOON: &str = "telefoon";
/// Most characters that are kept of one field, right or wrong.
const KEEP: usize = 64_000;

/// Most answers of one field that can be ticked.
const MOST_TICKS: usize = 50;

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

    /// The answers to the questions of `page` among `fields`; other fields are dropped. What can be ticked more than once is kept as
    /// one text with commas.
    pub fn of_page(page: &Page, fields: &[(String, String)]) -> Self {
        let mut answers = Self::default();
        for field in page.question.iter().flat_map(fields_of) {
            let given = fields.iter().filter(|(name, _)| *name == field).map(|(_, text)| text.as_str());
            answers.put(&field, &given.take(MOST_TICKS).collect::<Vec<_>>().join(","));
        }
        answers
    }

    /// What was ticked in a field that can hold more than one.
    pub fn ticked(&self, field: &str) -> impl Iterator<Item = &str> {
        self.get(field).split(',').filter(|text| !text.is_empty())
    }
}

/// The fields of a question.
pub(crate) fn fields_of(question: &Question) -> Vec<String> {
    let own = |parts: &[&str]| parts.iter().map(|part| format!("{}{part}", question.id)).collect();
    let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    match question.kind {
        QuestionKind::Place => named(&["postcode", "huisnummer", "straat", "gemeente", "punt"]),
        QuestionKind::Address => named(&["postcode", "huisnummer", "huisletter", "toevoeging", &question.id]),
        QuestionKind::Contact => named(&["naam", "email", TELEFOON]),
        QuestionKind::Date => own(&["-dag", "-maand", "-jaar"]),
        QuestionKind::Known => own(&["", "-anders"]),
        QuestionKind::Photo | QuestionKind::Document => vec![],
        QuestionKind::List => {
            rows_of(question).flat_map(|row| question.column.iter().map(move |c| cell(question, row, &c.id))).collect()
        }
        _ => own(&[""]),
    }
}

/// The numbers of the rows that a list can have.
pub(crate) fn rows_of(question: &Question) -> std::ops::RangeInclusive<usize> {
    1..=usize::try_from(question.max.unwrap_or(5)).unwrap_or(5).min(20)
}

/// The field of one cell of a list.
pub fn cell(question: &Question, row: usize, column: &str) -> String {
    format!("{}-{row}-{column}", question.id)
}
