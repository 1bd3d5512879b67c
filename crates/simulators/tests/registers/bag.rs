//! The BAG: an address by postcode and number, by its identification, and by words.

use crate::{caller::Caller, spec::Spec};
use serde_json::Value;

const ADRESSEN: &str = "/lvbag/individuelebevragingen/v2/adressen";

fn lines(answer: &Value) -> Vec<String> {
    let all = answer["_embedded"]["adressen"].as_array().map(Vec::as_slice).unwrap_or_default();
    let part = |adres: &Value, name: &str| adres[name].as_str().unwrap_or_default().to_owned();
    let line = |adres: &Value| {
        format!(
            "{} {}{}{}",
            part(adres, "openbareRuimteNaam"),
            adres["huisnummer"],
            part(adres, "huisletter"),
            part(adres, "huisnummertoevoeging")
        )
    };
    all.iter().map(line).collect()
}

#[test]
fn an_address_is_found_by_postcode_and_number_loosely_or_exactly() {
    let caller = Caller::new();
    let found = |query: &str| lines(&caller.get(&format!("{ADRESSEN}?{query}")).json());
    assert_eq!(found("postcode=3811CJ&huisnummer=1"), ["Voorbeeldhof 1"]);
    assert_eq!(found("postcode=3812aa&huisnummer=14"), ["Voorbeeldlaan 14", "Voorbeeldlaan 14A", "Voorbeeldlaan 14bis"]);
    assert_eq!(found("postcode=3511VB&huisnummer=5"), ["Voorbeeldgracht 5", "Voorbeeldgracht 5B"]);
    assert_eq!(found("postcode=3511VB&huisnummer=5&exacteMatch=true"), ["Voorbeeldgracht 5"]);
    assert_eq!(found("postcode=3511VB&huisnummer=5&huisletter=b"), ["Voorbeeldgracht 5B"]);
    assert_eq!(found("postcode=3011VB&huisnummer=24&huisnummertoevoeging=3"), ["Voorbeeldkade 243"]);
    assert_eq!(found("postcode=3811CJ&huisnummer=99"), [""; 0]);
    assert_eq!(found("woonplaatsNaam=rotterdam&openbareRuimteNaam=Boterdiep&huisnummer=31"), ["Boterdiep 31"]);
    assert_eq!(found("adresseerbaarObjectIdentificatie=0599010000208579"), ["Boterdiep 31"]);
}

#[test]
fn an_address_of_a_test_person_is_found_by_the_number_she_has() {
    let caller = Caller::new();
    let persoon = caller.persoon("999993653", &["verblijfplaats.nummeraanduidingIdentificatie"]);
    let number = persoon["verblijfplaats"]["nummeraanduidingIdentificatie"].as_str().unwrap();
    let answer = caller.get(&format!("{ADRESSEN}/{number}"));
    assert_eq!(answer.media, "application/hal+json");
    assert_eq!(answer.json()["postcode"], "3077AW");
    let missing = caller.get(&format!("{ADRESSEN}/0599200000000000"));
    assert_eq!((missing.status, missing.media.as_str()), (404, "application/problem+json"));
}

#[test]
fn words_lead_to_an_address_by_way_of_a_search_result() {
    let caller = Caller::new();
    let found = caller.get(&format!("{ADRESSEN}/zoek?zoek=voorbeeldhof%203%20amersfoort")).json();
    let result = &found["_embedded"]["zoekresultaten"][0];
    assert_eq!(result["omschrijving"], "Voorbeeldhof 3, 3811CJ Amersfoort");
    assert_eq!(found["_embedded"]["zoekresultaten"].as_array().map(Vec::len), Some(1));
    assert_eq!(caller.get(&format!("{ADRESSEN}/zoek?zoek=3811%20cj%203")).json(), found);
    let identification = result["identificatie"].as_str().unwrap();
    let found = caller.get(&format!("{ADRESSEN}?zoekresultaatIdentificatie={identification}")).json();
    assert_eq!(lines(&found), ["Voorbeeldhof 3"]);
}

#[test]
fn a_wrong_question_is_told_what_is_wrong_and_nobody_enters_without_the_key() {
    let mut caller = Caller::new();
    let code = |caller: &Caller, query: &str| {
        let answer = caller.get(&format!("{ADRESSEN}?{query}"));
        assert_eq!(answer.status, 400);
        answer.json()["invalid-params"][0]["code"].as_str().unwrap().to_owned()
    };
    assert_eq!(code(&caller, "postcode=1234&huisnummer=1"), "pattern");
    assert_eq!(code(&caller, "postcode=3811CJ"), "paramsCombination");
    assert_eq!(code(&caller, "postcode=3811CJ&huisnummer=1&straat=x"), "unknownParam");
    caller.key = None;
    assert_eq!(caller.get(&format!("{ADRESSEN}?postcode=3811CJ&huisnummer=1")).status, 401);
}

#[test]
fn every_address_fits_the_specification() {
    let Some(spec) = Spec::shared("bag/bag-individuele-bevragingen-2.openapi.yaml") else { return };
    let caller = Caller::new();
    let rows = crate::caller::table("adressen.csv").into_iter().chain(crate::caller::table("voorbeeld-adressen.csv"));
    let mut count = 0;
    for row in rows {
        let answer = caller.get(&format!("{ADRESSEN}/{}", row["nummeraanduidingIdentificatie"])).json();
        // `Adres` requires `kortNaam`, a slip of the specification: the field is `korteNaam`, and long streets may lack it.
        let faults = spec.faults("AdresIOHal", &answer);
        assert_eq!(faults, [": required: kortNaam"], "{answer:#}");
        count += 1;
    }
    assert_eq!(count, 257 + 23);
    let list = caller.get(&format!("{ADRESSEN}?postcode=3511VB&huisnummer=5")).json();
    assert!(spec.faults("AdresIOHalCollection", &list).iter().all(|fault| fault.ends_with("kortNaam")));
    spec.assert_fits("ZoekResultaatHalCollection", &caller.get(&format!("{ADRESSEN}/zoek?zoek=boterdiep")).json());
}
