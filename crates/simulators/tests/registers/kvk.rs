//! The Handelsregister: the recorded answers of the test API, and three examples of ours.

use crate::{
    caller::Caller,
    spec::{Spec, shared},
};
use serde_json::Value;

#[test]
fn the_recorded_questions_have_the_recorded_answers() {
    let Some(file) = shared("data/kvk/kvk-test-api-antwoorden.json") else { return };
    let recorded: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let caller = Caller::new();
    for pair in &recorded {
        let path = pair["pad"].as_str().unwrap();
        let answer = caller.get(path);
        assert_eq!(u64::from(answer.status), pair["status"], "{path}");
        let same = answer.text.replace(&caller.url("/api"), "https://api.kvk.nl/test/api");
        assert_eq!(serde_json::from_str::<Value>(&same).unwrap(), pair["antwoord"], "{path}");
    }
    assert_eq!(recorded.len(), 13);
}

#[test]
fn the_cafe_the_school_and_the_association_are_found_by_number_name_and_place() {
    let caller = Caller::new();
    let found = |query: &str| {
        let answer = caller.get(&format!("/api/v2/zoeken?{query}")).json();
        answer["resultaten"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| one["kvkNummer"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(found("naam=voorbeeldcafe"), ["99990010"]);
    assert_eq!(found("postcode=3511VB&huisnummer=1"), ["99990028"]);
    assert_eq!(found("plaats=amersfoort"), ["99990036"]);
    assert_eq!(found("kvkNummer=99990010&type=nevenvestiging"), [""; 0]);
    let cafe = caller.get("/api/v1/basisprofielen/99990010").json();
    assert_eq!(cafe["_embedded"]["eigenaar"]["rechtsvorm"], "Eenmanszaak");
    let branch = cafe["_embedded"]["hoofdvestiging"]["vestigingsnummer"].as_str().unwrap();
    assert_eq!(caller.get(&format!("/api/v1/vestigingsprofielen/{branch}")).json()["adressen"][0]["plaats"], "Rotterdam");
    assert_eq!(caller.get("/api/v1/basisprofielen/99990028/eigenaar").json()["rechtsvorm"], "Stichting");
    let branches = caller.get("/api/v1/basisprofielen/99990036/vestigingen").json();
    assert_eq!(
        (branches["totaalAantalVestigingen"].as_u64(), branches["aantalCommercieleVestigingen"].as_u64()),
        (Some(1), Some(0))
    );
}

#[test]
fn the_numbers_of_our_examples_can_be_read_and_are_nobodys_bsn() {
    let caller = Caller::new();
    let people = crate::caller::people();
    for kvk in ["99990010", "99990028", "99990036"] {
        assert!(values::KvkNummer::parse(kvk).is_ok());
        let owner = caller.get(&format!("/api/v1/basisprofielen/{kvk}/eigenaar")).json();
        if let Some(rsin) = owner["rsin"].as_str() {
            assert!(values::Rsin::parse(rsin).is_ok(), "{kvk}");
            assert!(people.iter().all(|one| one["burgerservicenummer"] != rsin));
        }
    }
}

#[test]
fn the_answers_fit_the_specifications() {
    let caller = Caller::new();
    let Some(spec) = Spec::shared("kvk/kvk-basisprofiel-1.4.openapi.yaml") else { return };
    for kvk in ["69599084", "90000749", "68750110", "99990010", "99990028", "99990036"] {
        let path = format!("/api/v1/basisprofielen/{kvk}");
        spec.assert_fits("Basisprofiel", &caller.get(&path).json());
        spec.assert_fits("Eigenaar", &caller.get(&format!("{path}/eigenaar")).json());
        spec.assert_fits("VestigingList", &caller.get(&format!("{path}/vestigingen")).json());
    }
    let Some(spec) = Spec::shared("kvk/kvk-zoeken-2.1.0.openapi.yaml") else { return };
    spec.assert_fits("Resultaat", &caller.get("/api/v2/zoeken?naam=test").json());
    spec.assert_fits("Error", &caller.get("/api/v2/zoeken?naam=bestaatniet").json());
    spec.assert_fits("Error", &caller.get("/api/v2/zoeken?naamm=test").json());
}

#[test]
fn nobody_enters_without_the_key() {
    let mut caller = Caller::new();
    caller.key = None;
    let refused = caller.get("/api/v1/basisprofielen/69599084");
    assert_eq!((refused.status, refused.json()["fout"][0]["code"].as_str()), (401, Some("401")));
}
