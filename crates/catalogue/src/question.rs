//! The questions of a form: what kind of field, about what, from which source, on what basis, and why.
use serde::{Deserialize, Serialize};
use values::{Language, Term};

/// A text in all our languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Dutch
    pub nl: String,
    /// English
    pub en: String,
}

impl Text {
    /// The text in this language.
    pub fn get(&self, language: Language) -> &str {
        language.pick(&self.nl, &self.en)
    }
}

/// What kind of field a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// One of `options`.
    Choice,
    /// A text of one or more lines.
    Prose,
    /// Is there danger now? "Yes" leads to the phone.
    Danger,
    /// An address, a crossing or a description.
    Place,
    /// Photos.
    Photo,
    /// Name, e-mail and phone, all free to give.
    Contact,
    /// What a register holds, shown with its source; asked only while that register is away.
    Known,
    /// An address of the BAG: postcode and house number.
    Address,
    /// A day.
    Date,
    /// Which of the people that the register knows beside the one who signed in.
    People,
    /// A text of one line.
    Line,
    /// An e-mail address.
    Email,
    /// A whole number, from `min` to `max`.
    Number,
    /// An amount in euros, cents allowed.
    Money,
    /// A number plate; the RDW is asked whether it is in her name. Its answer as a condition: `op-naam`,
    /// `niet-op-naam`, `onbekend`, or `weg` while it can't be asked.
    Kenteken,
    /// A number of a bank account (IBAN).
    Rekening,
    /// Papers: PDF or photo.
    Document,
    /// One of the organisations that offer this service here, where no register says which serves a place.
    Organisatie,
    /// Several of the same: each a row of `column`.
    List,
}

/// When a question is asked at all.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// The id of a question on an earlier page; or a concept that a register holds (`persoon.partner`), which is known before the first.
    pub question: String,
    /// The answers to it with which this one is asked; of a concept its code, or `weg` while the register could not be asked.
    pub is: Vec<String>,
}

/// The address that a register holds, and that another one may not be.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherThan {
    /// Which: `persoon.adres`.
    pub concept: String,
    /// The question for people in which she must be chosen herself: a child who comes to live with her goes to her own address.
    pub wie: String,
}

/// One column of a list.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its name in the form, after the id of the question and the number of the row.
    pub id: String,
    /// `line`, `email`, `number` or `money`
    pub kind: QuestionKind,
    /// What it is.
    pub label: Text,
    /// What a number counts, told where it is filled in: `euro`.
    pub unit: Option<Text>,
}

impl Column {
    /// What it is, with what a number counts.
    pub fn label_with_unit(&self, language: Language) -> String {
        let unit = self.unit.as_ref().map(|unit| format!(" ({})", unit.get(language))).unwrap_or_default();
        format!("{}{unit}", self.label.get(language))
    }
}

/// Who stands in each row of a list is invited to give her own data, with her own sign-in: as a manager.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uitnodigen {
    /// The purpose under which the register is asked about her (`policies/doelen.toml`): it decides what she gives.
    pub doel: String,
    /// The column with her name.
    pub naam: String,
    /// The column with her e-mail address.
    pub mail: String,
    /// What she is, as it stands in a sentence: `leidinggevende`.
    pub rol: Text,
    /// Why her data are needed, as she reads it.
    pub waarom: Text,
    /// The ground, as she reads it; never that she agrees.
    pub grond: Text,
}

impl Uitnodigen {
    /// What is wrong with it, beside these columns and in a question of this kind.
    pub(crate) fn fault(&self, kind: QuestionKind, columns: &[Column]) -> Option<String> {
        if kind != QuestionKind::List {
            return Some("uitnodigen is for a question of kind \"list\", and for no other".into());
        }
        let is = |id: &String, kind| columns.iter().any(|column| column.id == *id && column.kind == kind);
        let columns = [("naam", &self.naam, QuestionKind::Line, "line"), ("mail", &self.mail, QuestionKind::Email, "email")];
        let lacks = columns.into_iter().find(|(_, id, kind, _)| !is(id, *kind));
        lacks.map(|(key, id, _, kind)| format!("uitnodigen.{key} names no column of kind \"{kind}\" of this list: {id}"))
    }
}

/// In which window a day must lie, when it is late, and what it waits for. Each rule is there only where the service says it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateRule {
    /// How far ahead it may lie: `P4W`.
    pub vooruit: Option<String>,
    /// The day before which it may not lie: `vandaag`, or the id of the question for another day, above it on its page.
    pub niet_voor: Option<String>,
    /// It waits for the decision: before sending is told when it lies before the last day for that.
    #[serde(default)]
    pub na_besluit: bool,
    /// How long after the day it is still in time: `P5D`, by the Algemene termijnenwet.
    pub op_tijd: Option<String>,
    /// The article of what is too far ahead and what is late.
    pub grondslag: Option<String>,
    /// What it means when it is late, before sending.
    pub te_laat: Option<Text>,
}

/// In `niet_voor`: it may not lie in the past.
pub const VANDAAG: &str = "vandaag";

impl DateRule {
    /// How far ahead it may lie; checked when it was loaded.
    pub fn ahead(&self) -> Option<Term> {
        self.vooruit.as_deref()?.parse().ok()
    }

    /// How long after it is still in time; checked when it was loaded.
    pub fn in_time(&self) -> Option<Term> {
        self.op_tijd.as_deref()?.parse().ok()
    }
}

/// One of the answers to a choice.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What is stored.
    pub id: String,
    /// Dutch
    pub nl: String,
    /// English
    pub en: String,
}

/// A question of a form.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its name in the form.
    pub id: String,
    /// What kind of field.
    pub kind: QuestionKind,
    /// What it is about, as data: `locatie`.
    pub concept: String,
    /// Where the answer comes from: `persoon` or a register. Empty is a finding.
    #[serde(default)]
    pub source: String,
    /// The law that allows asking, or why it may be asked. Empty is a finding.
    #[serde(default)]
    pub basis: String,
    /// Must it be answered?
    #[serde(default)]
    pub required: bool,
    /// Characters at most, for a text; number of files or rows; the most a number may be.
    #[serde(default)]
    pub max: Option<u64>,
    /// The question.
    pub label: Text,
    /// Help under the question.
    #[serde(default)]
    pub hint: Option<Text>,
    /// Why it is asked.
    pub why: Text,
    /// The answers to choose from.
    #[serde(default)]
    pub options: Vec<Choice>,
    /// The window of a day.
    #[serde(default)]
    pub datum: Option<DateRule>,
    /// Of people: everybody is ticked at first, not herself alone.
    #[serde(default)]
    pub iedereen: bool,
    /// Of an address: which one it may not be.
    #[serde(default)]
    pub ander_dan: Option<OtherThan>,
    /// Of a place: the id of the question for the organisation in whose area it should lie.
    #[serde(default)]
    pub binnen: Option<String>,
    /// The least a number may be.
    #[serde(default)]
    pub min: Option<u64>,
    /// What a number counts: `m²`.
    #[serde(default)]
    pub unit: Option<Text>,
    /// Only asked when an earlier answer says so.
    #[serde(default)]
    pub when: Option<When>,
    /// The columns of a list.
    #[serde(default)]
    pub column: Vec<Column>,
    /// Of a list: who stands in a row is invited to give her own data.
    #[serde(default)]
    pub uitnodigen: Option<Uitnodigen>,
    /// Goes to a closed compartment, which neither handler nor front desk can open.
    #[serde(default)]
    pub besloten: bool,
    /// Asks about health or the like (AVG 9): only who handles it reads the answer, not who answers questions about it.
    #[serde(default)]
    pub bijzonder: bool,
    /// The answer can be consent, which can be withdrawn (AVG 7 lid 3, 13 lid 2 c).
    #[serde(default)]
    pub toestemming: bool,
}

/// One page of a form.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// The end of its address.
    pub id: String,
    /// Its heading.
    pub title: Text,
    /// Its questions.
    pub question: Vec<Question>,
}
