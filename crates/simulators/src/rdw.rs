//! Who holds a vehicle. The RDW publishes no such API; ours is described in `openapi/rdw-houderschap.openapi.yaml`.

use crate::{
    StartError, World, data,
    door::Door,
    problem::{self, InvalidParam},
    switches::{Register, Stand},
};
use axum::{Router, body::Bytes, extract::State, http::StatusCode, response::Response, routing::post};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;
use values::{Bsn, KvkNummer};

const HOUDERSCHAP: &str = "/rdw/v1/houderschap";
const VOERTUIGEN: &str = "/rdw/v1/voertuigen";
const MEDIA: &str = "application/json";

/// A vehicle and its holder; of the two numbers one is empty.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Voertuig {
    kenteken: String,
    burgerservicenummer: String,
    kvk_nummer: String,
    merk: String,
    handelsbenaming: String,
    voertuigsoort: String,
}

/// All vehicles.
pub(crate) struct Voertuigen(Vec<Voertuig>);

impl Voertuigen {
    pub(crate) fn load() -> Result<Self, StartError> {
        data::csv("voertuigen.csv", include_str!("../data/voertuigen.csv")).map(Self)
    }
}

pub(crate) fn routes(world: &Arc<World>) -> Router {
    let routes = Router::new().route(HOUDERSCHAP, post(houderschap)).route(VOERTUIGEN, post(voertuigen));
    Door::new(world, Register::Rdw, "x-api-key", problem::unauthorized).before(routes)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Houderschap {
    kenteken: String,
    burgerservicenummer: Option<String>,
    kvk_nummer: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Houder {
    burgerservicenummer: String,
}

async fn houderschap(State(world): State<Arc<World>>, body: Bytes) -> Response {
    let Ok(asked) = serde_json::from_slice::<Houderschap>(&body) else { return unreadable(HOUDERSCHAP) };
    let faults = asked.faults();
    if !faults.is_empty() {
        return problem::invalid(HOUDERSCHAP, "invalidParams", faults);
    }
    let plate = bare(&asked.kenteken);
    let vehicles = &world.vehicles.0;
    let other = usize::from(world.board.stand(Register::Rdw) == Stand::Ander);
    let place = vehicles.iter().position(|vehicle| vehicle.kenteken == plate);
    let vehicle = place.map(|place| &vehicles[(place + other) % vehicles.len()]);
    let body = json!({
        "kenteken": vehicle.map_or(plate.as_str(), |vehicle| &vehicle.kenteken),
        "opNaam": vehicle.map(|vehicle| asked.is_holder(vehicle)),
        "voertuig": vehicle.map(Voertuig::json),
        "peilmoment": world.clock.now().to_string(),
    });
    problem::json(StatusCode::OK, MEDIA, &body)
}

async fn voertuigen(State(world): State<Arc<World>>, body: Bytes) -> Response {
    let Ok(asked) = serde_json::from_slice::<Houder>(&body) else { return unreadable(VOERTUIGEN) };
    if Bsn::parse(&asked.burgerservicenummer).is_err() {
        return problem::invalid(VOERTUIGEN, "invalidParams", vec![not_a_bsn()]);
    }
    let vehicles = &world.vehicles.0;
    let other = usize::from(world.board.stand(Register::Rdw) == Stand::Ander);
    let own = (0..vehicles.len()).filter(|place| vehicles[*place].burgerservicenummer == asked.burgerservicenummer);
    let list: Vec<Value> = own.map(|place| vehicles[(place + other) % vehicles.len()].with_plate()).collect();
    problem::json(StatusCode::OK, MEDIA, &json!({ "voertuigen": list, "peilmoment": world.clock.now().to_string() }))
}

fn unreadable(path: &str) -> Response {
    problem::simple(StatusCode::BAD_REQUEST, path, "De vraag is niet te lezen.")
}

fn not_a_bsn() -> InvalidParam {
    InvalidParam::new("burgerservicenummer", "bsn", "Waarde is geen geldig burgerservicenummer.")
}

/// A plate without dashes and spaces, in capitals.
fn bare(kenteken: &str) -> String {
    kenteken.chars().filter(|letter| !matches!(letter, '-' | ' ')).map(|letter| letter.to_ascii_uppercase()).collect()
}

impl Houderschap {
    fn faults(&self) -> Vec<InvalidParam> {
        let plate = bare(&self.kenteken);
        let mut faults = Vec::new();
        if plate.len() != 6 || !plate.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            faults.push(InvalidParam::pattern("kenteken", "^[A-Z0-9]{6}$"));
        }
        match (&self.burgerservicenummer, &self.kvk_nummer) {
            (Some(bsn), None) if Bsn::parse(bsn).is_err() => faults.push(not_a_bsn()),
            (None, Some(kvk)) if KvkNummer::parse(kvk).is_err() => faults.push(InvalidParam::pattern("kvkNummer", "^[0-9]{8}$")),
            (Some(_), None) | (None, Some(_)) => {}
            _ => {
                let reason = "Geef een burgerservicenummer of een kvkNummer, en niet allebei.";
                faults.push(InvalidParam::new("burgerservicenummer", "paramsCombination", reason));
            }
        }
        faults
    }

    fn is_holder(&self, vehicle: &Voertuig) -> bool {
        self.burgerservicenummer.as_ref().is_some_and(|bsn| *bsn == vehicle.burgerservicenummer)
            || self.kvk_nummer.as_ref().is_some_and(|kvk| *kvk == vehicle.kvk_nummer)
    }
}

impl Voertuig {
    fn json(&self) -> Value {
        json!({ "merk": self.merk, "handelsbenaming": self.handelsbenaming, "voertuigsoort": self.voertuigsoort })
    }

    fn with_plate(&self) -> Value {
        let mut vehicle = self.json();
        vehicle["kenteken"] = self.kenteken.as_str().into();
        vehicle
    }
}
