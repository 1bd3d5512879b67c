//! Every person against the official specification, and our lists of fields against it too.

use crate::{
    caller::{Caller, by_bsn, people, table},
    spec::{Spec, reference},
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const SPEC: &str = "haal-centraal/brp-personen-2.7.0.openapi.yaml";
const OLD_SPEC: &str = "haal-centraal/brp-personen-2.1.openapi.yaml";

/// Persons with a value that breaks the specification.
const HARD: usize = 24;

/// All paths, at most 130 of them.
fn groups() -> Vec<String> {
    let roots: BTreeSet<String> =
        table("velden.csv").iter().map(|row| row["pad"].split('.').next().unwrap().to_owned()).collect();
    roots.into_iter().collect()
}

/// Everybody in full, twenty at a time.
fn everybody(caller: &Caller) -> Vec<Value> {
    let (people, groups) = (people(), groups());
    let fields: Vec<&str> = groups.iter().map(String::as_str).collect();
    let bsns: Vec<&str> = people.iter().filter_map(|one| one["burgerservicenummer"].as_str()).collect();
    bsns.chunks(20).map(|some| caller.brp(&by_bsn(some, &fields)).json()).collect()
}

#[test]
fn every_person_in_full_fits_the_specification_but_for_the_hard_names() {
    let caller = Caller::new();
    let answers = everybody(&caller);
    for file in [SPEC, OLD_SPEC] {
        let Some(spec) = Spec::shared(file) else { return };
        let mut odd: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for answer in &answers {
            // Authority came after 2.1: who asks by that version does not ask for it.
            let known = |fault: &String| file != OLD_SPEC || !fault.ends_with("/gezag: unknown");
            for fault in spec.faults("PersonenQueryResponse", answer).into_iter().filter(known) {
                let place: usize = fault.split('/').nth(2).unwrap().parse().unwrap();
                let bsn = answer["personen"][place]["burgerservicenummer"].as_str().unwrap().to_owned();
                odd.entry(bsn).or_default().push(fault);
            }
        }
        // The set breaks patterns on purpose (`@tenborough`, places at sea, 91 December); it never breaks the structure.
        let of_value = |fault: &String| [": pattern", ": length: ", ": format"].iter().any(|kind| fault.contains(kind));
        assert!(odd.values().flatten().all(of_value), "{file}: {odd:#?}");
        assert_eq!(odd.len(), HARD, "{file}: {odd:#?}");
        let persons: usize = answers.iter().map(|answer| answer["personen"].as_array().unwrap().len()).sum();
        assert_eq!(persons, 680);
    }
}

#[test]
fn the_answer_to_a_search_fits_the_specification() {
    let Some(spec) = Spec::shared(SPEC) else { return };
    let caller = Caller::new();
    let fields = ["burgerservicenummer", "naam", "geboorte", "leeftijd", "geslacht", "adressering"];
    let mut told = 0;
    for one in people() {
        let (name, born) = (&one["naam"]["geslachtsnaam"], &one["geboorte"]["datum"]["datum"]);
        if !(name.is_string() && born.is_string()) || one["burgerservicenummer"].as_str().is_none_or(|bsn| !bsn.ends_with('2')) {
            continue;
        }
        let answer = caller.brp(&serde_json::json!({
            "type": "ZoekMetGeslachtsnaamEnGeboortedatum", "geslachtsnaam": name, "geboortedatum": born,
            "inclusiefOverledenPersonen": true, "fields": fields,
        }));
        if answer.status == 200 {
            let faults = spec.faults("PersonenQueryResponse", &answer.json());
            assert!(faults.iter().all(|fault| fault.ends_with(": pattern")), "{faults:#?}");
            told += answer.json()["personen"].as_array().unwrap().len();
        }
    }
    assert!(told > 40, "{told}");
}

/// What the caller does not ask for because it comes by itself.
const NOT_ASKED: [&str; 6] = [
    "inOnderzoek",
    "geheimhoudingPersoonsgegevens",
    "opschortingBijhouding",
    "rni",
    "verificatie",
    "indicatieVastgesteldVerblijftNietOpAdres",
];

/// All leaves of a schema: path to kind, as `velden.csv` has it.
fn leaves(spec: &Spec, schema: &Value, path: &str, found: &mut BTreeMap<String, String>) {
    let kind = match schema["$ref"].as_str().and_then(|name| name.rsplit('/').next()) {
        Some("Waardetabel") => Some("waarde"),
        Some("AdellijkeTitelPredicaatType") => Some("titel"),
        Some("AbstractDatum") => Some("datum"),
        _ => None,
    };
    let resolved = spec.resolve(schema);
    if resolved["type"] == "array" && path != "gezag" {
        return leaves(spec, &resolved["items"], path, found);
    }
    // Authority is asked as a whole.
    let fields = if path == "gezag" { vec![] } else { spec.fields(schema, &[]) };
    match kind {
        Some(kind) => drop(found.insert(path.to_owned(), kind.to_owned())),
        None if fields.is_empty() => drop(found.insert(path.to_owned(), "tekst".to_owned())),
        None => {
            for (name, field) in fields.into_iter().filter(|(name, _)| !NOT_ASKED.contains(name)) {
                let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
                leaves(spec, field, &path, found);
            }
        }
    }
}

#[test]
fn our_list_of_fields_is_that_of_the_specification() {
    let Some(spec) = Spec::shared(SPEC) else { return };
    let rows = table("velden.csv");
    for (schema, some) in [("Persoon", false), ("PersoonBeperkt", true)] {
        let mut wanted = BTreeMap::new();
        leaves(&spec, &reference(schema), "", &mut wanted);
        let ours: BTreeMap<String, String> = rows
            .iter()
            .filter(|row| !some || row["beperkt"] == "ja")
            .map(|row| (row["pad"].clone(), row["soort"].clone()))
            .collect();
        assert_eq!(ours, wanted, "{schema}");
    }
}

/// Every field that can be marked, as a path without `inOnderzoek`.
fn markable(spec: &Spec, schema: &Value, path: &str, seen: &[String], found: &mut BTreeSet<String>) {
    let name = schema["$ref"].as_str().unwrap_or_default().to_owned();
    if !name.is_empty() && seen.contains(&name) {
        return;
    }
    let seen: Vec<String> = seen.iter().cloned().chain([name]).collect();
    let resolved = spec.resolve(schema);
    if resolved["type"] == "array" {
        return markable(spec, &resolved["items"], path, &seen, found);
    }
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    for (name, field) in spec.fields(schema, &[]).into_iter().filter(|(name, _)| *name != "gezag") {
        if name == "inOnderzoek" {
            let marks = spec.fields(field, &[]).into_iter().filter(|(_, mark)| spec.resolve(mark)["type"] == "boolean");
            found.extend(marks.map(|(mark, _)| below(mark)));
        } else {
            markable(spec, field, &below(name), &seen, found);
        }
    }
}

#[test]
fn every_field_that_can_be_under_investigation_has_its_elements_of_lo3() {
    let Some(spec) = Spec::shared(SPEC) else { return };
    let mut wanted = BTreeSet::new();
    markable(&spec, &reference("Persoon"), "", &[], &mut wanted);
    let ours: BTreeSet<String> = table("in-onderzoek-velden.csv").iter().map(|row| row["pad"].clone()).collect();
    assert_eq!(ours, wanted);
}
