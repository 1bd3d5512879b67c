//! The answer about one person: exactly the fields asked for, and what comes with them by itself.

use super::{
    adressering,
    fields::Wish,
    leeftijd,
    naam::Naam,
    onderzoek,
    personen::{Personen, Persoon},
    question::Question,
    titel::Geslacht,
};
use jiff::civil::Date;
use serde_json::{Map, Value, json};

/// Groups whose `type` is always told, because it says how to read the rest.
const TYPED: [&str; 2] = ["verblijfplaats", "nationaliteiten"];

/// The categories whose RNI participant is told, with their names.
const RNI: [(&str, &str); 4] = [("01", "Persoon"), ("04", "Nationaliteit"), ("06", "Overlijden"), ("08", "Verblijfplaats")];

impl Personen {
    /// The answer about a person, on a day.
    pub(super) fn answer(&self, persoon: &Persoon, question: &Question, today: Date) -> Value {
        let wish = wish_for(persoon, &question.wish);
        let partners = partners(&persoon.json);
        let mut answer = pick(&complete(persoon, &partners, today), &wish.leaves.iter().map(String::as_str).collect::<Vec<_>>());
        if wish.leaves.iter().any(|leaf| leaf == "gezag") {
            let gezag = self.gezag(persoon, today);
            if gezag != json!([]) {
                answer["gezag"] = gezag;
            }
        }
        for alias in wish.binnenland.iter().filter_map(|leaf| leaf.split('.').next()) {
            answer[alias] = json!({});
        }
        for by_itself in ["geheimhoudingPersoonsgegevens", "opschortingBijhouding"] {
            if let Some(value) = persoon.json.get(by_itself) {
                answer[by_itself] = value.clone();
            }
        }
        if let Some(verificatie) = &persoon.verificatie {
            answer["verificatie"] = verificatie.clone();
        }
        self.rules().mark(&mut answer, persoon, &wish, &partners);
        self.add_rni(&mut answer, persoon, &wish);
        if onderzoek::not_at_address(persoon) {
            add_not_at_address(&mut answer, &wish);
        }
        answer
    }

    fn add_rni(&self, answer: &mut Value, persoon: &Persoon, wish: &Wish) {
        let asked = |category: &str| wish.leaves.iter().any(|leaf| self.rules().is_from(leaf, category));
        let mut told = Vec::new();
        for (category, name) in RNI.into_iter().filter(|(category, _)| asked(category)) {
            for one in persoon.rni.iter().filter(|one| one.categorie == category) {
                let mut deelnemer = json!({ "code": one.code });
                if !one.omschrijving.is_empty() {
                    deelnemer["omschrijving"] = one.omschrijving.as_str().into();
                }
                told.push(json!({ "deelnemer": deelnemer, "categorie": name }));
            }
        }
        if !told.is_empty() {
            answer["rni"] = told.into();
        }
    }
}

/// The wish as it is for this person: aliases are for who lives in the Netherlands, and types come with their groups.
fn wish_for(persoon: &Persoon, wish: &Wish) -> Wish {
    let mut leaves = wish.leaves.clone();
    let mut binnenland = wish.binnenland.clone();
    if matches!(persoon.text("/verblijfplaats/type"), Some("Adres" | "Locatie")) {
        leaves.append(&mut binnenland);
    }
    for group in TYPED {
        if leaves.iter().any(|leaf| leaf.starts_with(group)) {
            leaves.push(format!("{group}.type"));
        }
    }
    Wish { leaves, binnenland }
}

/// The places of the partners the API tells: all of now, else the last that was.
fn partners(persoon: &Value) -> Vec<usize> {
    let all = persoon["partners"].as_array().map(Vec::as_slice).unwrap_or_default();
    let current: Vec<usize> = (0..all.len()).filter(|place| adressering::is_current(&all[*place])).collect();
    if current.is_empty() {
        return (0..all.len()).max_by_key(|place| adressering::since(&all[*place], "ontbinding")).into_iter().collect();
    }
    current
}

/// The person with all that is worked out.
fn complete(persoon: &Persoon, partners: &[usize], today: Date) -> Value {
    let mut whole = persoon.json.clone();
    let geslacht = Geslacht::of(persoon.text("/geslacht/code"));
    if !partners.is_empty() {
        whole["partners"] = partners.iter().map(|place| persoon.json["partners"][*place].clone()).collect();
    }
    match Naam::of(&persoon.json["naam"]).full(geslacht) {
        Some(full) => whole["naam"]["volledigeNaam"] = full.into(),
        None => {
            whole["naam"].as_object_mut().map(|naam| naam.remove("volledigeNaam"));
        }
    }
    if let Some(age) = leeftijd::leeftijd(&persoon.json["geboorte"]["datum"], today).filter(|_| !persoon.is_dead()) {
        whole["leeftijd"] = age.into();
    }
    if persoon.json["immigratie"].get("datumVestigingInNederland").is_some() {
        whole["immigratie"]["indicatieVestigingVanuitBuitenland"] = true.into();
    }
    if persoon.text("/immigratie/landVanwaarIngeschreven/code") == Some("0000") {
        whole["immigratie"]["vanuitVerblijfplaatsOnbekend"] = true.into();
    }
    let adressering = adressering::adressering(&whole, geslacht);
    if adressering != json!({}) {
        whole["adressering"] = adressering;
    }
    whole
}

/// What of this value the leaves name. A group that is there but has nothing of it comes as an empty group.
fn pick(value: &Value, leaves: &[&str]) -> Value {
    match value {
        Value::Array(items) => items.iter().map(|item| pick(item, leaves)).collect(),
        Value::Object(fields) => {
            let mut picked = Map::new();
            for (name, field) in fields {
                let below: Vec<&str> = leaves.iter().filter_map(|leaf| leaf.strip_prefix(name.as_str())).collect();
                if below.contains(&"") {
                    picked.insert(name.clone(), field.clone());
                } else {
                    let below: Vec<&str> = below.into_iter().filter_map(|rest| rest.strip_prefix('.')).collect();
                    if !below.is_empty() {
                        picked.insert(name.clone(), pick(field, &below));
                    }
                }
            }
            Value::Object(picked)
        }
        other => other.clone(),
    }
}

fn add_not_at_address(answer: &mut Value, wish: &Wish) {
    let asked = |begin: &str| wish.leaves.iter().any(|leaf| leaf.starts_with(begin));
    for (group, begin) in [("verblijfplaats", "verblijfplaats."), ("adressering", "adressering.adresregel")] {
        if asked(begin) && answer.get(group).is_some() {
            answer[group]["indicatieVastgesteldVerblijftNietOpAdres"] = true.into();
        }
    }
}
