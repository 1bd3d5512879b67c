//! A register that is away, slow, broken or wrong, and the count of calls.

use crate::caller::{Caller, by_bsn};
use serde_json::{Value, json};
use simulators::{Register, Stand};
use std::time::{Duration, Instant};

const PATH: &str = "/haalcentraal/api/brp/personen";

fn question() -> Value {
    by_bsn(&["999993653"], &["burgerservicenummer", "naam"])
}

#[test]
fn a_register_that_is_off_closes_the_connection_and_one_that_is_busy_says_so() {
    let caller = Caller::new();
    caller.turn(Register::Brp, Stand::Uit);
    assert!(caller.try_post(PATH, &question()).is_err());
    assert_eq!(caller.get("/lvbag/individuelebevragingen/v2/adressen?postcode=3811CJ&huisnummer=1").status, 200);
    caller.turn(Register::Brp, Stand::Onbeschikbaar);
    assert_eq!(caller.brp(&question()).status, 503);
    caller.turn(Register::Brp, Stand::Aan);
    assert_eq!(caller.brp(&question()).status, 200);
}

#[test]
fn a_slow_register_answers_after_its_wait() {
    let caller = Caller::new();
    caller.turn(Register::Brp, Stand::Traag(Duration::from_millis(150)));
    let begin = Instant::now();
    assert_eq!(caller.brp(&question()).status, 200);
    assert!(begin.elapsed() >= Duration::from_millis(150));
}

#[test]
fn a_broken_register_sends_a_page_or_half_an_answer() {
    let caller = Caller::new();
    caller.turn(Register::Brp, Stand::Fout);
    let answer = caller.brp(&question());
    assert_eq!((answer.status, answer.media.starts_with("text/html")), (500, true));
    caller.turn(Register::Brp, Stand::Half);
    // The head comes whole; the body breaks off.
    let request =
        caller.agent.post(caller.url(PATH)).header("content-type", "application/json").header("x-api-key", crate::caller::KEY);
    let mut response = request.send(question().to_string()).unwrap();
    assert_eq!(response.status().as_u16(), 200);
    assert!(response.body_mut().read_to_string().is_err());
}

#[test]
fn a_register_that_is_wrong_answers_about_somebody_or_something_else() {
    let caller = Caller::new();
    for register in [Register::Brp, Register::Bag, Register::Kvk, Register::Rdw, Register::Bri] {
        caller.turn(register, Stand::Ander);
    }
    let persoon = caller.brp(&question()).json()["personen"][0].take();
    assert_ne!(persoon["burgerservicenummer"], "999993653");
    assert!(persoon["naam"]["geslachtsnaam"].is_string());
    let adres = caller.get("/lvbag/individuelebevragingen/v2/adressen/0307200000000001").json();
    assert_eq!(adres["nummeraanduidingIdentificatie"], "0307200000000002");
    assert_ne!(caller.get("/api/v1/basisprofielen/69599084").json()["kvkNummer"], "69599084");
    let vehicle = &crate::caller::table("voertuigen.csv")[0];
    let asked = json!({ "kenteken": vehicle["kenteken"], "burgerservicenummer": vehicle["burgerservicenummer"] });
    assert_ne!(caller.post("/rdw/v1/houderschap", &asked).json()["kenteken"].as_str(), Some(vehicle["kenteken"].as_str()));
    let income = &crate::caller::table("inkomens.csv")[0];
    let asked = json!({ "burgerservicenummer": income["burgerservicenummer"], "jaar": 2023 });
    let told = caller.post("/bri/v1/inkomen", &asked).json();
    assert_eq!(told["jaar"], 2023);
    assert_ne!(told["burgerservicenummer"].as_str(), Some(income["burgerservicenummer"].as_str()));
}

#[test]
fn the_switch_is_turned_over_http_and_calls_are_counted_without_their_content() {
    let caller = Caller::new();
    let turned = caller.post("/_schakelaar", &json!({ "register": "kvk", "stand": "traag", "milliseconden": 1 }));
    assert_eq!(turned.status, 204);
    assert_eq!(caller.get("/api/v1/basisprofielen/69599084").status, 200);
    assert_eq!(caller.post("/_schakelaar", &json!({ "register": "kvk", "stand": "fout" })).status, 204);
    assert_eq!(caller.get("/api/v1/basisprofielen/69599084").status, 500);
    assert_eq!(caller.post("/_schakelaar", &json!({ "register": "kvk", "stand": "aan" })).status, 204);
    assert_eq!(caller.get("/api/v1/basisprofielen/69599084").status, 200);
    assert_eq!(caller.post("/_schakelaar", &json!({ "register": "gba", "stand": "aan" })).status, 400);
    caller.brp(&question());
    assert_eq!(caller.get("/_teller").json(), json!({ "brp": 1, "bag": 0, "kvk": 3, "rdw": 0, "bri": 0 }));
    assert_eq!(caller.running().calls(Register::Kvk), 3);
}

#[test]
fn stopped_simulators_answer_nobody() {
    let mut caller = Caller::new();
    let url = caller.url("/_teller");
    caller.stop();
    assert!(caller.agent.get(url).call().is_err());
}
