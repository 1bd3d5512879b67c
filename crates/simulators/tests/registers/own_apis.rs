//! RDW and BRI, which have an API of ours: a vehicle on somebody's name, and an income.

use crate::{
    caller::{Caller, table},
    spec::Spec,
};
use serde_json::{Value, json};

#[test]
fn a_vehicle_is_on_the_name_of_its_holder_and_of_nobody_else() {
    let (caller, spec) = (Caller::new(), Spec::own("rdw-houderschap.openapi.yaml"));
    let ask = |question: Value| {
        let answer = caller.post("/rdw/v1/houderschap", &question).json();
        spec.assert_fits("Houderschap", &answer);
        answer
    };
    let vehicles = table("voertuigen.csv");
    let (own, other) = (&vehicles[0], &vehicles[1]);
    let dashed = format!("{}-{}-{}", &own["kenteken"][..1], &own["kenteken"][1..4], &own["kenteken"][4..]).to_lowercase();
    let answer = ask(json!({ "kenteken": dashed, "burgerservicenummer": own["burgerservicenummer"] }));
    assert_eq!(answer["opNaam"], true);
    assert_eq!(answer["kenteken"].as_str(), Some(own["kenteken"].as_str()));
    assert_eq!(answer["voertuig"]["merk"].as_str(), Some(own["merk"].as_str()));
    assert_eq!(answer["peilmoment"], "2026-11-24T12:00:00Z");
    let answer = ask(json!({ "kenteken": own["kenteken"], "burgerservicenummer": other["burgerservicenummer"] }));
    assert_eq!(answer["opNaam"], false);
    let answer = ask(json!({ "kenteken": "X000XX", "burgerservicenummer": own["burgerservicenummer"] }));
    assert_eq!((&answer["opNaam"], &answer["voertuig"]), (&Value::Null, &Value::Null));
    let company = vehicles.iter().find(|one| one["kvkNummer"] == "99990010").unwrap();
    assert_eq!(ask(json!({ "kenteken": company["kenteken"], "kvkNummer": "99990010" }))["opNaam"], true);
    assert_eq!(ask(json!({ "kenteken": company["kenteken"], "kvkNummer": "99990028" }))["opNaam"], false);
}

#[test]
fn somebody_has_the_vehicles_that_are_on_her_name() {
    let (caller, spec) = (Caller::new(), Spec::own("rdw-houderschap.openapi.yaml"));
    let vehicles = table("voertuigen.csv");
    let holder = &vehicles[0]["burgerservicenummer"];
    let answer = caller.post("/rdw/v1/voertuigen", &json!({ "burgerservicenummer": holder })).json();
    spec.assert_fits("Voertuigen", &answer);
    let own: Vec<&str> = answer["voertuigen"].as_array().unwrap().iter().map(|one| one["kenteken"].as_str().unwrap()).collect();
    let wanted: Vec<&str> =
        vehicles.iter().filter(|one| &one["burgerservicenummer"] == holder).map(|one| one["kenteken"].as_str()).collect();
    assert_eq!(own, wanted);
    assert_eq!(own.len(), 2);
    let nobody = caller.post("/rdw/v1/voertuigen", &json!({ "burgerservicenummer": "123456782" })).json();
    assert_eq!(nobody["voertuigen"], json!([]));
}

#[test]
fn an_income_is_definitive_or_provisional_or_not_known() {
    let (caller, spec) = (Caller::new(), Spec::own("bri-inkomen.openapi.yaml"));
    let ask = |bsn: &str, jaar: i32| {
        let answer = caller.post("/bri/v1/inkomen", &json!({ "burgerservicenummer": bsn, "jaar": jaar })).json();
        spec.assert_fits("Inkomen", &answer);
        answer
    };
    let incomes = table("inkomens.csv");
    for row in &incomes[..30] {
        let answer = ask(&row["burgerservicenummer"], row["jaar"].parse().unwrap());
        assert_eq!(answer["inkomen"].to_string(), row["inkomen"]);
        assert_eq!(answer["status"].as_str(), Some(row["status"].as_str()));
    }
    let bsn = &incomes[0]["burgerservicenummer"];
    let unknown = json!({ "burgerservicenummer": bsn, "jaar": 2010, "inkomen": null, "status": "onbekend" });
    assert_eq!(ask(bsn, 2010), unknown);
}

#[test]
fn wrong_questions_are_refused_without_being_repeated() {
    let mut caller = Caller::new();
    let vehicle = |bsn: &str| json!({ "kenteken": "G412AE", "burgerservicenummer": bsn });
    let wrong = [
        ("/rdw/v1/houderschap", vehicle("999990018")),
        ("/rdw/v1/houderschap", json!({ "kenteken": "G412AE" })),
        ("/rdw/v1/houderschap", json!({ "kenteken": "G412AE", "burgerservicenummer": "999990019", "kvkNummer": "99990010" })),
        ("/rdw/v1/houderschap", json!({ "kenteken": "te lang kenteken", "burgerservicenummer": "999990019" })),
        ("/rdw/v1/voertuigen", json!({ "burgerservicenummer": "999990018" })),
        ("/bri/v1/inkomen", json!({ "burgerservicenummer": "999990019", "jaar": 2026 })),
        ("/bri/v1/inkomen", json!({ "burgerservicenummer": "999990018", "jaar": 2024 })),
        ("/bri/v1/inkomen", json!({ "bsn": "999990019", "jaar": 2024 })),
    ];
    let spec = Spec::own("bri-inkomen.openapi.yaml");
    for (path, question) in &wrong {
        let answer = caller.post(path, question);
        assert_eq!((answer.status, answer.media.as_str()), (400, "application/problem+json"), "{question}");
        assert!(!answer.text.contains("9999900"), "{question}");
        spec.assert_fits("Fout", &answer.json());
    }
    caller.key = None;
    for (path, question) in &wrong {
        assert_eq!(caller.post(path, question).status, 401);
    }
}

#[test]
fn all_vehicles_and_incomes_are_examples_of_living_test_persons() {
    let people = crate::caller::people();
    let known =
        |bsn: &str| people.iter().any(|one| one["burgerservicenummer"] == bsn && one.get("opschortingBijhouding").is_none());
    let (vehicles, incomes) = (table("voertuigen.csv"), table("inkomens.csv"));
    for row in vehicles.iter().chain(&incomes) {
        assert_eq!(row["soort"], "voorbeeld");
        assert!(row["burgerservicenummer"].is_empty() || known(&row["burgerservicenummer"]));
    }
    // No plate can be that of a real car: the RDW issues no vowel in that place.
    assert!(vehicles.iter().all(|one| "AEUO".contains(&one["kenteken"][5..])));
    assert_eq!((vehicles.len(), incomes.len()), (63, 600));
}
