//! The official test persons of the BRP: every one is read, and shows where she lives or says why not.
#![allow(clippy::unwrap_used, clippy::panic)]
mod bron;

use access::Actor;
use bron::{Bron, MIGRATIONS, doel, one};
use registers::GeenAdrestekst;
use serde_json::Value;
use std::{collections::BTreeMap, path::Path};
use testing::worlds;
use values::Bsn;

/// The persons in answer form, when they lie beside this program.
fn personen() -> Option<Vec<Value>> {
    let places =
        Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|a| a.join("shared/data/brp/personen-haal-centraal-v2.json"));
    let text = std::fs::read_to_string(places.into_iter().find(|file| file.exists())?).unwrap();
    Some(serde_json::from_str(&text).unwrap())
}

#[tokio::test]
async fn every_test_person_is_read_and_shows_an_address_or_says_why_not() {
    let Some(personen) = personen() else { return println!("SKIPPED: the test persons are absent") };
    let bron = Bron::start().await;
    let world = worlds(MIGRATIONS).await.remove(0);
    let (registers, doel, context) = (bron.registers(), doel("mijn-gegevens"), world.context(Actor::machine("test"), 1));
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    for wire in personen.iter().filter(|p| p.get("burgerservicenummer").is_some()) {
        bron.json("brp", &one(wire));
        let bsn = Bsn::parse(wire["burgerservicenummer"].as_str().unwrap()).unwrap();
        let a_nummer = &wire["aNummer"];
        let persoon = registers.persoon(&world.access, &context, &doel, &bsn).await;
        let persoon = persoon.unwrap_or_else(|fault| panic!("{a_nummer}: {fault}"));
        let count = |name: &str| wire.get(name).and_then(Value::as_array).map_or(0, Vec::len);
        let read = (persoon.partners.len(), persoon.kinderen.len(), persoon.ouders.len(), persoon.nationaliteiten.len());
        assert_eq!(read, (count("partners"), count("kinderen"), count("ouders"), count("nationaliteiten")), "{a_nummer}");
        let naam = &wire["naam"];
        if let (Some(full), None) = (naam["volledigeNaam"].as_str(), naam.get("adellijkeTitelPredicaat")) {
            let ours = persoon.naam.volledig().unwrap_or_default();
            assert_eq!(ours.split_whitespace().collect::<String>(), full.split_whitespace().collect::<String>(), "{a_nummer}");
        }
        let why = match persoon.adrestekst() {
            Ok(text) => {
                assert!(!text.trim().is_empty() && !text.starts_with(','), "{a_nummer}");
                "an address".to_owned()
            }
            Err(why) => format!("{why:?}"),
        };
        *told.entry(why).or_default() += 1;
    }
    println!("{told:?}");
    assert_eq!(told.get("an address"), Some(&675));
    assert_eq!(told.get(&format!("{:?}", GeenAdrestekst::Leeg)), Some(&2));
    assert_eq!(told.get(&format!("{:?}", GeenAdrestekst::Onbekend)), Some(&3));
    assert_eq!(told.values().sum::<usize>(), 680, "two have no BSN: nobody can be asked about them");
}
