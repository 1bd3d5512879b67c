//! The fields of the form, in parts, for a service of this kind or for the organisation itself.
use super::{Thing, typed::UNITS};
use crate::{ask::Ask, fields::Fields};
use catalogue::Soort;
use terms::SoortRegime;

/// What must be filled in; the rest may stay empty.
const NEEDED: [&str; 15] = [
    "team-nl",
    "team-en",
    "norm-term",
    "norm-eenheid",
    "norm-source",
    "vraag-team-nl",
    "vraag-team-en",
    "vraag-norm-term",
    "vraag-norm-eenheid",
    "vraag-norm-source",
    "termijn-eenheid",
    "verordening-artikel",
    "lex-silencio",
    "volgorde-nl",
    "volgorde-en",
];

/// How a field is filled in.
pub(super) enum Kind {
    /// One line; the type of the input.
    Line(&'static str),
    /// One of these: value and words.
    OneOf(Vec<(&'static str, String)>),
}

/// A field.
pub(super) struct Input {
    pub id: &'static str,
    pub label: String,
    pub hint: String,
    pub kind: Kind,
    pub value: String,
}

impl Input {
    /// The type of the input; none for a choice.
    pub fn line(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Line(of) => Some(of),
            Kind::OneOf(_) => None,
        }
    }

    /// How wide it is: as wide as what is typed.
    pub fn width(&self) -> &'static str {
        match self.id {
            "norm-term" | "vraag-norm-term" | "termijn-term" => " jd-input--short",
            "verordening-datum" | "contact-telefoon" => " jd-input--middle",
            _ => "",
        }
    }

    /// What one can choose from: value, words, chosen.
    pub fn choices(&self) -> Vec<(&'static str, &str, bool)> {
        match &self.kind {
            Kind::Line(_) => vec![],
            Kind::OneOf(all) => all.iter().map(|(value, words)| (*value, words.as_str(), *value == self.value)).collect(),
        }
    }
}

/// Fields that belong together.
pub(super) struct Section {
    pub title: String,
    pub inputs: Vec<Input>,
}

/// The form of this thing, with what was typed.
pub(super) fn sections(ask: &Ask, thing: &Thing<'_>, typed: &Fields) -> Vec<Section> {
    let make = Make { ask, typed };
    let Some(service) = thing.service else {
        return vec![
            make.section("manage-part-questions", vec![make.lines(&["vraag-team-nl", "vraag-team-en"]), make.norm("vraag-norm")]),
            make.section("manage-part-contact", vec![make.contact()]),
            make.section("manage-part-officer", vec![make.officer()]),
        ];
    };
    let has_term = SoortRegime::newest(service.soort.word()).is_some_and(|regime| regime.atw.is_some());
    let norm = if service.overdracht.is_none() { make.norm("norm") } else { vec![] };
    let mut parts = vec![
        make.section("manage-part-answer", vec![make.lines(&["team-nl", "team-en"]), norm]),
        make.section("manage-part-cost", vec![make.lines(&["leges-nl", "leges-en"])]),
        make.section("manage-part-rule", vec![make.rule()]),
    ];
    if has_term {
        parts.push(make.section("manage-part-term", vec![make.term(service.soort)]));
    }
    // What is there already is never lost.
    if service.decides() || !typed.get("mandaat-aan").is_empty() || !typed.get("bevoegd-orgaan-nl").is_empty() {
        parts.push(make.section(
            "manage-part-decision",
            vec![make.lines(&["mandaat-aan", "mandaat-grondslag", "bevoegd-orgaan-nl", "bevoegd-orgaan-en"])],
        ));
    }
    parts.push(make.section("manage-part-contact", vec![make.contact()]));
    parts
}

struct Make<'a> {
    ask: &'a Ask,
    typed: &'a Fields,
}

impl Make<'_> {
    fn section(&self, title: &str, inputs: Vec<Vec<Input>>) -> Section {
        Section { title: self.ask.text(title), inputs: inputs.into_iter().flatten().collect() }
    }

    fn one(&self, id: &'static str, kind: Kind) -> Input {
        let hint = texts::find(self.ask.language, &format!("field-{id}-hint")).unwrap_or_default();
        let name = self.ask.text(&format!("field-{id}"));
        let label = if NEEDED.contains(&id) { name } else { format!("{name} {}", self.ask.text("optional")) };
        Input { id, label, hint, kind, value: self.typed.get(id).to_owned() }
    }

    fn line(&self, id: &'static str) -> Input {
        self.one(id, Kind::Line("text"))
    }

    fn lines(&self, ids: &[&'static str]) -> Vec<Input> {
        ids.iter().map(|id| self.line(id)).collect()
    }

    fn units(&self, id: &'static str, from: usize) -> Input {
        let words = |(word, ..): &(&'static str, char, terms::Counting)| (*word, self.ask.text(&format!("unit-{word}")));
        self.one(id, Kind::OneOf(UNITS[from..].iter().map(words).collect()))
    }

    fn norm(&self, of: &str) -> Vec<Input> {
        match of {
            "norm" => vec![self.line("norm-term"), self.units("norm-eenheid", 0), self.line("norm-source")],
            _ => vec![self.line("vraag-norm-term"), self.units("vraag-norm-eenheid", 0), self.line("vraag-norm-source")],
        }
    }

    fn rule(&self) -> Vec<Input> {
        let mut inputs = self.lines(&["verordening-naam", "verordening-artikel", "verordening-datum"]);
        inputs.push(self.one("verordening-link", Kind::Line("url")));
        inputs
    }

    fn term(&self, soort: Soort) -> Vec<Input> {
        let mut inputs = vec![self.line("termijn-term"), self.units("termijn-eenheid", 1), self.line("termijn-grondslag")];
        // What is there already is never lost.
        if soort == Soort::DienstenwetVergunning || !self.typed.get("lex-silencio").is_empty() {
            let answers = vec![("", self.ask.text("manage-choose")), ("ja", self.ask.text("yes")), ("nee", self.ask.text("no"))];
            inputs.push(self.one("lex-silencio", Kind::OneOf(answers)));
            inputs.push(self.line("lex-silencio-bron"));
        }
        if soort == Soort::Subsidie || !self.typed.get("volgorde-nl").is_empty() {
            inputs.extend(self.lines(&["volgorde-nl", "volgorde-en"]));
        }
        inputs
    }

    fn contact(&self) -> Vec<Input> {
        let mut inputs = vec![
            self.one("contact-telefoon", Kind::Line("tel")),
            self.one("contact-email", Kind::Line("email")),
            self.line("contact-adres"),
        ];
        inputs.extend(self.lines(&["contact-openingstijden-nl", "contact-openingstijden-en"]));
        inputs
    }

    fn officer(&self) -> Vec<Input> {
        vec![self.one("fg-email", Kind::Line("email")), self.one("fg-link", Kind::Line("url"))]
    }
}
