//! What is under investigation: from the designations of LO3 (category, group, element) to `inOnderzoek` beside each value.

use super::personen::Persoon;
use super::{fields::Wish, leeftijd};
use crate::{StartError, data};
use serde::Deserialize;
use serde_json::{Value, json};

/// Established: she does not live at the address of the register (LO3 08.83.10).
const NOT_AT_ADDRESS: &str = "089999";

/// One investigation that goes on, as the test set has it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Onderzoek {
    pub(super) burgerservicenummer: String,
    /// `01` to `13`.
    categorie: String,
    /// Which one of a category that occurs more often, from 1.
    volgnummer: usize,
    /// Category, group and element; `00` is all of it: `010310`, `010300`, `010000`.
    aanduiding: String,
    /// When it began, eight digits.
    datum_ingang: String,
}

impl Onderzoek {
    fn covers(&self, rubriek: &str, rule: &Rule) -> bool {
        let (category, group) = (&rubriek[..2], &rubriek[..4]);
        let all = self.aanduiding == format!("{category}0000")
            || (self.aanduiding == NOT_AT_ADDRESS && ["verblijfplaats", "adressering"].contains(&rule.root()));
        self.categorie == category && (all || self.aanduiding == rubriek || self.aanduiding == format!("{group}00"))
    }
}

/// Which elements of LO3 a field of the API is made of.
#[derive(Debug, Deserialize)]
struct Rule {
    pad: String,
    /// The kind of verblijfplaats or nationaliteit it goes for; empty for all.
    r#type: String,
    /// Six digits each, spaces between. Of a parent those of ouder 1; ouder 2 has `03` for `02`.
    rubrieken: String,
}

impl Rule {
    fn root(&self) -> &str {
        self.pad.split('.').next().unwrap_or_default()
    }

    fn is_about(&self, leaf: &str) -> bool {
        leaf.strip_prefix(self.pad.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

/// All rules; a test holds them against the specification.
pub(super) struct Rules(Vec<Rule>);

/// The groups that occur more often, with their category.
const LISTS: [(&str, &str); 4] = [("ouders", "02"), ("nationaliteiten", "04"), ("partners", "05"), ("kinderen", "09")];

impl Rules {
    pub(super) fn load() -> Result<Self, StartError> {
        let file = "in-onderzoek-velden.csv";
        let rules: Vec<Rule> = data::csv(file, include_str!("../../data/in-onderzoek-velden.csv"))?;
        let odd = |rubriek: &str| rubriek.len() != 6 || !rubriek.bytes().all(|byte| byte.is_ascii_digit());
        match rules.iter().find(|rule| rule.rubrieken.split(' ').any(odd)) {
            Some(rule) => Err(StartError::Data { file, what: format!("{}: not six digits", rule.pad) }),
            None => Ok(Self(rules)),
        }
    }

    /// Does the field come from this category (`01`)?
    pub(super) fn is_from(&self, leaf: &str, category: &str) -> bool {
        let mut rules = self.0.iter().filter(|rule| rule.is_about(leaf));
        rules.any(|rule| rule.rubrieken.split(' ').any(|rubriek| rubriek.starts_with(category)))
    }

    /// Puts `inOnderzoek` beside each value asked for that is under investigation. `partners` are the places, in the register, of
    /// the partners in the answer.
    pub(super) fn mark(&self, answer: &mut Value, persoon: &Persoon, wish: &Wish, partners: &[usize]) {
        if persoon.onderzoeken.is_empty() {
            return;
        }
        for rule in self.0.iter().filter(|rule| wish.leaves.iter().any(|leaf| rule.is_about(leaf))) {
            match LISTS.iter().find(|(list, _)| *list == rule.root()) {
                Some((list, _)) => {
                    let items = answer.get_mut(list).and_then(Value::as_array_mut);
                    for (place, item) in items.into_iter().flatten().enumerate() {
                        let number = if *list == "partners" { partners.get(place).copied() } else { Some(place) };
                        mark_item(rule, item, persoon, number.unwrap_or(place) + 1);
                    }
                }
                None => mark_root(rule, answer, persoon),
            }
        }
    }
}

fn mark_item(rule: &Rule, item: &mut Value, persoon: &Persoon, number: usize) {
    if !rule.r#type.is_empty() && item["type"] != rule.r#type {
        return;
    }
    let second = rule.root() == "ouders" && ouder_of(persoon, number) == Some("2");
    let path = rule.pad.split_once('.').map_or("", |(_, rest)| rest);
    for rubriek in rule.rubrieken.split(' ') {
        let rubriek = if second { format!("03{}", &rubriek[2..]) } else { rubriek.to_owned() };
        // A parent has a category of its own, so there is no number to it.
        let is_this = |onderzoek: &&Onderzoek| rule.root() == "ouders" || onderzoek.volgnummer == number;
        if let Some(found) = persoon.onderzoeken.iter().filter(is_this).find(|onderzoek| onderzoek.covers(&rubriek, rule)) {
            put(item, path, "datumIngangOnderzoek", found);
        }
    }
}

fn ouder_of(persoon: &Persoon, number: usize) -> Option<&str> {
    persoon.json["ouders"][number - 1]["ouderAanduiding"].as_str()
}

fn mark_root(rule: &Rule, answer: &mut Value, persoon: &Persoon) {
    if !rule.r#type.is_empty() && answer[rule.root()]["type"] != rule.r#type {
        return;
    }
    for rubriek in rule.rubrieken.split(' ') {
        let Some(found) = persoon.onderzoeken.iter().find(|onderzoek| onderzoek.covers(rubriek, rule)) else { continue };
        let since = match (rule.pad.contains('.'), rule.root(), &rubriek[..2]) {
            (true, "adressering", "01") | (false, _, "01") => "datumIngangOnderzoekPersoon",
            (true, "adressering", "05") => "datumIngangOnderzoekPartner",
            (true, "adressering", _) => "datumIngangOnderzoekVerblijfplaats",
            (false, _, "08") => "datumIngangOnderzoekGemeente",
            (false, ..) => "datumIngangOnderzoekGezag",
            (true, ..) => "datumIngangOnderzoek",
        };
        if rule.root() == "adressering" && answer.get("adressering").is_none() {
            answer["adressering"] = json!({});
        }
        put(answer, &rule.pad, since, found);
    }
}

/// Marks the last part of the path in `inOnderzoek` of its group; a group that is not in the answer has nothing to mark.
fn put(whole: &mut Value, path: &str, since: &str, onderzoek: &Onderzoek) {
    let (group, field) = path.rsplit_once('.').map_or(("", path), |(group, field)| (group, field));
    let pointer = if group.is_empty() { String::new() } else { format!("/{}", group.replace('.', "/")) };
    let Some(Value::Object(group)) = whole.pointer_mut(&pointer) else { return };
    let marks = group.entry("inOnderzoek").or_insert_with(|| json!({}));
    marks[field] = true.into();
    if let Some(datum) = leeftijd::datum(&onderzoek.datum_ingang) {
        marks[since] = datum;
    }
}

/// Was it established that she does not live at the address of the register?
pub(super) fn not_at_address(persoon: &Persoon) -> bool {
    persoon.onderzoeken.iter().any(|onderzoek| onderzoek.aanduiding == NOT_AT_ADDRESS)
}
