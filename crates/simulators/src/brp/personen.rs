//! The persons: who there are, and who fits a question.

use super::{
    fields::Fields,
    onderzoek::{Onderzoek, Rules},
    question::Criteria,
};
use crate::{StartError, data, words};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;

/// One person: what the API tells as the register has it, and what goes with it.
pub(super) struct Persoon {
    /// In the form of the API, without what is worked out per question.
    pub(super) json: Value,
    /// What is under investigation.
    pub(super) onderzoeken: Vec<Onderzoek>,
    /// Participants of the RNI, with the category they gave.
    pub(super) rni: Vec<RniDeelnemer>,
    /// When and how the data of a person in the RNI were verified.
    pub(super) verificatie: Option<Value>,
}

/// A participant of the RNI gave the data of a category.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct RniDeelnemer {
    burgerservicenummer: String,
    /// `01`, `04`, `06` or `08`.
    pub(super) categorie: String,
    /// Its code in the national table.
    pub(super) code: String,
    /// Its name; empty when the table does not know the code.
    pub(super) omschrijving: String,
}

#[derive(Debug, Deserialize)]
struct Verificatie {
    burgerservicenummer: String,
    datum: String,
    omschrijving: String,
}

impl Persoon {
    /// A text somewhere in the person: `/naam/geslachtsnaam`.
    pub(super) fn text(&self, pointer: &str) -> Option<&str> {
        self.json.pointer(pointer)?.as_str()
    }

    /// Did she die? The list is closed for that reason, or there is a death.
    pub(super) fn is_dead(&self) -> bool {
        self.text("/opschortingBijhouding/reden/code") == Some("O") || self.json.get("overlijden").is_some()
    }

    /// A list that was wiped or was a mistake is not told to anybody.
    fn is_told(&self) -> bool {
        !matches!(self.text("/opschortingBijhouding/reden/code"), Some("W" | "F"))
    }

    fn fits(&self, asked: &Criteria) -> bool {
        let given = |name: &str, pointer: &str, fits: fn(&str, &str) -> bool| {
            asked.text(name).is_none_or(|asked| self.text(pointer).is_some_and(|own| fits(&asked, own)))
        };
        let exact = |asked: &str, own: &str| asked == own;
        let bsn = asked.bsns().is_none_or(|bsns| self.text("/burgerservicenummer").is_some_and(|own| bsns.contains(&own)));
        let huisnummer = asked.text("huisnummer").is_none_or(|asked| {
            self.json.pointer("/verblijfplaats/verblijfadres/huisnummer").is_some_and(|own| asked.parse().ok() == own.as_u64())
        });
        let straat = given("straat", "/verblijfplaats/verblijfadres/korteStraatnaam", words::fits)
            || given("straat", "/verblijfplaats/verblijfadres/officieleStraatnaam", words::fits);
        bsn && huisnummer
            && straat
            && given("geslachtsnaam", "/naam/geslachtsnaam", words::fits)
            && given("voornamen", "/naam/voornamen", words::fits)
            && given("voorvoegsel", "/naam/voorvoegsel", words::fits)
            && given("geslacht", "/geslacht/code", words::fits)
            && given("geboortedatum", "/geboorte/datum/datum", exact)
            && given("postcode", "/verblijfplaats/verblijfadres/postcode", |asked, own| words::fits(&asked.replace(' ', ""), own))
            && given("huisletter", "/verblijfplaats/verblijfadres/huisletter", words::fits)
            && given("huisnummertoevoeging", "/verblijfplaats/verblijfadres/huisnummertoevoeging", words::fits)
            && given("nummeraanduidingIdentificatie", "/verblijfplaats/nummeraanduidingIdentificatie", exact)
            && given("adresseerbaarObjectIdentificatie", "/verblijfplaats/adresseerbaarObjectIdentificatie", exact)
            && given("gemeenteVanInschrijving", "/gemeenteVanInschrijving/code", exact)
    }
}

/// All persons, in the order of their BSN.
pub(crate) struct Personen {
    all: Vec<Persoon>,
    fields: Fields,
    rules: Rules,
}

impl Personen {
    pub(crate) fn load() -> Result<Self, StartError> {
        let people: Vec<Value> = data::json_lines("personen.jsonl", include_str!("../../data/personen.jsonl"))?;
        let onderzoeken: Vec<Onderzoek> = data::csv("in-onderzoek.csv", include_str!("../../data/in-onderzoek.csv"))?;
        let rni: Vec<RniDeelnemer> = data::csv("rni.csv", include_str!("../../data/rni.csv"))?;
        let verified: Vec<Verificatie> = data::csv("verificatie.csv", include_str!("../../data/verificatie.csv"))?;
        let mut onderzoeken = by_bsn(onderzoeken, |row| &row.burgerservicenummer);
        let mut rni = by_bsn(rni, |row| &row.burgerservicenummer);
        let mut verified = by_bsn(verified, |row| &row.burgerservicenummer);
        let mut all: Vec<Persoon> = people
            .into_iter()
            .map(|json| {
                let bsn = json["burgerservicenummer"].as_str().unwrap_or_default();
                Persoon {
                    onderzoeken: onderzoeken.remove(bsn).unwrap_or_default(),
                    rni: rni.remove(bsn).unwrap_or_default(),
                    verificatie: verified.remove(bsn).and_then(|rows| rows.first().map(verificatie)),
                    json,
                }
            })
            .collect();
        all.sort_by(|a, b| a.text("/burgerservicenummer").cmp(&b.text("/burgerservicenummer")));
        Ok(Self { all, fields: Fields::load()?, rules: Rules::load()? })
    }

    pub(super) fn fields(&self) -> &Fields {
        &self.fields
    }

    pub(super) fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Who fits, in the order of the BSN.
    pub(super) fn find(&self, asked: &Criteria) -> Vec<&Persoon> {
        let told = |persoon: &&Persoon| persoon.is_told() && (asked.with_the_dead() || !persoon.is_dead());
        self.all.iter().filter(told).filter(|persoon| persoon.fits(asked)).collect()
    }

    /// The person with this number; none when she is not told to anybody.
    pub(super) fn by_bsn(&self, bsn: &str) -> Option<&Persoon> {
        self.all.iter().find(|persoon| persoon.is_told() && persoon.text("/burgerservicenummer") == Some(bsn))
    }

    /// Somebody else than this person, always the same one.
    pub(super) fn another(&self, persoon: &Persoon) -> &Persoon {
        let here = self.all.iter().position(|other| std::ptr::eq(other, persoon)).unwrap_or_default();
        &self.all[(here + 1) % self.all.len()]
    }
}

fn by_bsn<T>(rows: Vec<T>, bsn: fn(&T) -> &String) -> HashMap<String, Vec<T>> {
    let mut found: HashMap<String, Vec<T>> = HashMap::new();
    for row in rows {
        found.entry(bsn(&row).clone()).or_default().push(row);
    }
    found
}

fn verificatie(row: &Verificatie) -> Value {
    let mut verificatie = json!({ "omschrijving": row.omschrijving });
    if let Some(datum) = super::leeftijd::datum(&row.datum) {
        verificatie["datum"] = datum;
    }
    verificatie
}
