//! The fields of a form page: what each question shows, and what was typed in it.
use crate::{frame::Frame, pages::wayfinding::topics::capital};
use catalogue::{Question, QuestionKind, ServiceDefinition};
use intake::{Answers, DraftFile, Facts, KnownItem, KnownValue};
use uuid::Uuid;
use values::Language;

/// A field as the template shows it.
pub(crate) struct Field<'a> {
    pub question: &'a Question,
    pub id: &'a str,
    pub label: &'a str,
    pub hint: &'a str,
    pub why: &'a str,
    pub value: String,
    pub fault: Option<String>,
    /// Id, text, and whether it is chosen.
    pub options: Vec<(String, String, bool)>,
    /// What was typed on its page, also in the further fields of a place, address, date or contact.
    answers: &'a Answers,
    /// What a register holds.
    pub known: Option<Shown>,
    /// What is typed here is passed on to nobody and looked up by nobody later.
    unchecked: bool,
    /// A register said her name already. Whoever signs in for a company may name somebody to reach there.
    pub named: bool,
    /// The rows of a list.
    pub rows: Vec<Row>,
    /// The papers that answer it so far.
    pub files: Vec<(Uuid, String, bool)>,
    /// There is room for another.
    pub room: bool,
}

/// One row of a list: its number, and of each column the field, the label, what was typed and the kind of input.
pub(crate) struct Row {
    pub number: usize,
    pub cells: Vec<(String, String, String, &'static str)>,
}

/// What a register holds, as the form shows it.
pub(crate) struct Shown {
    pub text: String,
    /// `uit de Basisregistratie Personen, 24 november 2026`
    pub source: String,
    /// The source holder doubts it.
    pub in_onderzoek: bool,
}

impl Field<'_> {
    pub fn kind(&self) -> &'static str {
        match self.question.kind {
            QuestionKind::Choice => "choice",
            QuestionKind::Prose => "prose",
            QuestionKind::Danger => "danger",
            QuestionKind::Place => "place",
            QuestionKind::Photo => "photo",
            QuestionKind::Contact => "contact",
            QuestionKind::Known => "known",
            QuestionKind::Address => "address",
            QuestionKind::Date => "date",
            QuestionKind::People => "people",
            QuestionKind::Line
            | QuestionKind::Email
            | QuestionKind::Number
            | QuestionKind::Money
            | QuestionKind::Kenteken
            | QuestionKind::Rekening => "line",
            QuestionKind::Document => "document",
            QuestionKind::Organisatie => "choice",
            QuestionKind::List => "list",
        }
    }

    /// The label, with what a number counts, and that it may be left open.
    pub fn label_with(&self, f: &Frame) -> String {
        let unit = self.question.unit.as_ref().map(|unit| format!(" ({})", unit.get(f.language))).unwrap_or_default();
        let optional = if self.question.required { String::new() } else { format!(" {}", f.t("optional")) };
        format!("{}{unit}{optional}", self.label)
    }

    /// What is said while a register is away.
    pub fn away(&self) -> &'static str {
        match self.unchecked {
            true => "form-away-unchecked",
            false if self.question.kind == QuestionKind::People => "form-away-people",
            false => "form-away",
        }
    }

    /// What becomes of it when she says that a register is wrong.
    pub fn differs(&self) -> &'static str {
        if self.unchecked { "form-differs-unchecked" } else { "form-differs-hint" }
    }

    /// Does it tell where one has a register corrected? Not to who acts for another person: she can't ask that for her.
    pub fn tells_source(&self, f: &Frame) -> bool {
        !self.unchecked && f.visitor.as_ref().is_some_and(|visitor| !visitor.can_stop)
    }

    /// How wide the field is.
    pub fn width(&self) -> &'static str {
        match self.question.kind {
            QuestionKind::Number | QuestionKind::Money | QuestionKind::Kenteken => " jd-input--short",
            _ => "",
        }
    }

    /// What a browser may fill in, when one types what a register that is away holds.
    pub fn autocomplete(&self) -> &'static str {
        match self.question.concept.rsplit_once('.') {
            Some(("persoon" | "aanvrager", "naam")) => "name",
            Some(("persoon" | "aanvrager", "adres")) => "street-address",
            _ => "off",
        }
    }

    /// The id of one of its fields.
    pub fn own(&self, part: &str) -> String {
        format!("{}-{part}", self.id)
    }

    /// What was typed in one of its fields.
    pub fn part(&self, name: impl AsRef<str>) -> &str {
        self.answers.get(name.as_ref())
    }
}

/// Labels of the fields of a question that are no question of their own.
pub(super) fn own_labels(f: &Frame, question: &Question) -> Vec<(String, String)> {
    let label = question.label.get(f.language).to_owned();
    match question.kind {
        QuestionKind::Date => vec![(format!("{}-dag", question.id), label)],
        QuestionKind::Known => vec![(format!("{}-anders", question.id), f.t("form-differs-label"))],
        QuestionKind::List => intake::rows_of(question)
            .flat_map(|row| {
                question.column.iter().map(move |c| (intake::cell(question, row, &c.id), c.label.get(f.language).to_owned()))
            })
            .collect(),
        _ => vec![],
    }
}

/// A question as it is asked now; the list `more` gets another row.
pub(super) fn field<'a>(
    (service, question): (&ServiceDefinition, &'a Question),
    more: &str,
    facts: &Facts<'a>,
    f: &Frame,
) -> Field<'a> {
    let (language, answers) = (f.language, facts.answers);
    let value = answers.get(&question.id).to_owned();
    let of = |c: &'a catalogue::Choice| language.pick(&c.nl, &c.en).clone();
    let known =
        facts.known.value(&question.concept).filter(|_| matches!(question.kind, QuestionKind::Known | QuestionKind::People));
    let options = match question.kind {
        QuestionKind::People => people(question, facts, language),
        QuestionKind::Address => addresses(question, facts),
        QuestionKind::Organisatie => organisations(service, facts, (language, &value)),
        _ => question.options.iter().map(|c| (c.id.clone(), of(c), c.id == value)).collect(),
    };
    Field {
        id: &question.id,
        label: question.label.get(language),
        hint: question.hint.as_ref().map_or("", |h| h.get(language)),
        why: question.why.get(language),
        fault: f.fault_at(&question.id),
        options,
        answers,
        known: known.map(|value| Shown {
            text: value.text(language).to_owned(),
            source: source(value, facts, f),
            in_onderzoek: value.in_onderzoek,
        }),
        unchecked: facts.known.unchecked,
        named: facts.known.value("persoon.naam").is_some(),
        rows: rows(question, answers, more == question.id, language),
        files: files(question, facts.files),
        room: (facts.files.iter().filter(|file| file.question == question.id).count() as u64) < question.max.unwrap_or(1),
        value,
        question,
    }
}

/// The papers that answer a question: id, name, and whether it waits for the virus scanner.
fn files(question: &Question, all: &[DraftFile]) -> Vec<(Uuid, String, bool)> {
    let own = all.iter().filter(|file| file.question == question.id);
    own.map(|file| (file.id, file.titel.clone(), file.waits())).collect()
}

/// The rows of a list that were filled in, and an empty one when there is none or another was asked.
fn rows(question: &Question, answers: &Answers, more: bool, language: Language) -> Vec<Row> {
    if question.kind != QuestionKind::List {
        return vec![];
    }
    let mut numbers = intake::filled_rows(question, answers);
    let next = numbers.last().map_or(1, |last| last + 1);
    if (numbers.is_empty() || more) && intake::rows_of(question).contains(&next) {
        numbers.push(next);
    }
    let cells = |row: usize| {
        let one = |column: &catalogue::Column| {
            let field = intake::cell(question, row, &column.id);
            let typed = answers.get(&field).to_owned();
            let input = if column.kind == QuestionKind::Email { "email" } else { "text" };
            (field, column.label_with_unit(language), typed, input)
        };
        question.column.iter().map(one).collect()
    };
    numbers.into_iter().map(|number| Row { number, cells: cells(number) }).collect()
}

/// The organisations that take this service here, where one must choose.
fn organisations(
    service: &ServiceDefinition,
    facts: &Facts<'_>,
    (language, chosen): (Language, &str),
) -> Vec<(String, String, bool)> {
    let named = |code: &str| Some(capital(&facts.catalogue.organisatie_with_code(code)?.in_words(language)));
    service.offered_by().filter_map(|code| Some((code.to_owned(), named(code)?, code == chosen))).collect()
}

/// Where a value comes from: `uit de Basisregistratie Personen, 24 november 2026`.
fn source(value: &KnownValue, facts: &Facts<'_>, f: &Frame) -> String {
    let day = facts.known.asked_at.map(|at| texts::day(values::dutch_date(at), f.language)).unwrap_or_default();
    texts::text_with(f.language, &format!("source-{}", value.bron), &[("date", &day)])
}

/// Who can be ticked: herself at first, or all where the question says so.
fn people(question: &Question, facts: &Facts<'_>, language: Language) -> Vec<(String, String, bool)> {
    let ticked: Vec<_> = facts.answers.ticked(&question.id).collect();
    let list = facts.known.value(&question.concept).map(|value| value.items.as_slice()).unwrap_or_default();
    let first = |at: usize| ticked.is_empty() && (at == 0 || question.iedereen);
    let one = |(at, item): (usize, &KnownItem)| {
        (item.id.clone(), item.text(language).to_owned(), first(at) || ticked.contains(&item.id.as_str()))
    };
    list.iter().enumerate().map(one).collect()
}

/// The addresses to choose from, when there are more with what was typed.
fn addresses(question: &Question, facts: &Facts<'_>) -> Vec<(String, String, bool)> {
    let lookup = facts.address_lookup(question);
    let found = lookup.and_then(|lookup| lookup.found.as_deref()).filter(|found| found.len() > 1).unwrap_or_default();
    let chosen = facts.answers.get(&question.id);
    found.iter().map(|address| (address.id.clone(), address.text.clone(), address.id == chosen)).collect()
}
