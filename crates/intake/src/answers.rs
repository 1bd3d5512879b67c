//! Answers: raw text by field, right or wrong.
//!
//! A question of kind `place` has the fields `postcode`, `huisnummer`, `straat`, `gemeente` and `punt` (on the map); an `address` has
//! `postcode`, `huisnummer`, `huisletter` and `toevoeging`; a `contact` has `naam`, `email` and `telefoon`; a `date` has its id with `-dag`, `-maand` and `-jaar`.
//! What a register holds has its id with `-anders`, for what is not right; a list has its id, the number of the row and the column.
use catalogue::{Page, Question, QuestionKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use values::{Iban, mask_elfproef};

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

    /// Nothing is asked that one types or chooses.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes over the answers of one page.
    pub fn take(&mut self, page: &Answers) {
        self.0.extend(page.0.clone());
    }

    /// The answers to the questions of `page` among `fields`; other fields are dropped. What can be ticked more than once is kept as
    /// one text with commas.
    pub fn of_page(page: &Page, fields: &[(String, String)]) -> Self {
        let mut answers = Self::default();
        for (question, field) in page.question.iter().flat_map(|q| fields_of(q).into_iter().map(move |field| (q, field))) {
            let given = fields.iter().filter(|(name, _)| *name == field).map(|(_, text)| text.as_str());
            let given = given.take(MOST_TICKS).collect::<Vec<_>>().join(",");
            match Iban::parse(&given) {
                // Of ten digits of an account nine may pass the 11-check; they are no BSN.
                Ok(iban) if question.kind == QuestionKind::Rekening => {
                    answers.0.insert(field, iban.to_string());
                }
                _ => answers.put(&field, &given),
            }
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
pub fn rows_of(question: &Question) -> std::ops::RangeInclusive<usize> {
    1..=usize::try_from(question.max.unwrap_or(5)).unwrap_or(5).min(20)
}

/// The field of one cell of a list.
pub fn cell(question: &Question, row: usize, column: &str) -> String {
    format!("{}-{row}-{column}", question.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A page with one question of this kind.
    fn page(kind: &str) -> Page {
        let text = json!({ "nl": "x", "en": "x" });
        let question = json!({ "id": "rekening", "kind": kind, "concept": "x", "label": text, "why": text });
        serde_json::from_value(json!({ "id": "x", "title": text, "question": [question] })).unwrap()
    }

    #[test]
    fn an_account_number_is_kept_whole_though_nine_of_its_digits_look_like_a_bsn() {
        let typed = [("rekening".to_owned(), "nl40 ingb 0001 9348 38".to_owned())];
        assert_eq!(Answers::of_page(&page("rekening"), &typed).get("rekening"), "NL40 INGB 0001 9348 38");
        assert!(Answers::of_page(&page("line"), &typed).get("rekening").contains('•'));
    }

    #[test]
    fn what_is_no_account_number_is_masked_there_too() {
        let typed = [("rekening".to_owned(), "999994670".to_owned())];
        assert_eq!(Answers::of_page(&page("rekening"), &typed).get("rekening"), "•••••••••");
    }
}
