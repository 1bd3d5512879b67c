//! The income of a person in a year (basisregistratie inkomen). The Belastingdienst publishes no open API for it; ours is described in
//! `openapi/bri-inkomen.openapi.yaml`.

use crate::{
    StartError, World, data,
    door::Door,
    problem::{self, InvalidParam},
    switches::{Register, Stand},
};
use axum::{Router, body::Bytes, extract::State, http::StatusCode, response::Response, routing::post};
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;
use values::Bsn;

const PATH: &str = "/bri/v1/inkomen";

/// An income as registered: whole euros a year.
#[derive(Debug, Deserialize)]
struct Inkomen {
    burgerservicenummer: String,
    jaar: i16,
    inkomen: u32,
    /// `definitief` or `voorlopig`.
    status: String,
}

/// All incomes.
pub(crate) struct Inkomens(Vec<Inkomen>);

impl Inkomens {
    pub(crate) fn load() -> Result<Self, StartError> {
        data::csv("inkomens.csv", include_str!("../data/inkomens.csv")).map(Self)
    }
}

pub(crate) fn routes(world: &Arc<World>) -> Router {
    Door::new(world, Register::Bri, "x-api-key", problem::unauthorized).before(Router::new().route(PATH, post(inkomen)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vraag {
    burgerservicenummer: String,
    jaar: i16,
}

async fn inkomen(State(world): State<Arc<World>>, body: Bytes) -> Response {
    let Ok(asked) = serde_json::from_slice::<Vraag>(&body) else {
        return problem::simple(StatusCode::BAD_REQUEST, PATH, "De vraag is niet te lezen.");
    };
    let mut faults = Vec::new();
    if Bsn::parse(&asked.burgerservicenummer).is_err() {
        faults.push(InvalidParam::new("burgerservicenummer", "bsn", "Waarde is geen geldig burgerservicenummer."));
    }
    // The register began with the incomes of 2006; a year that has not ended has no income yet.
    if asked.jaar < 2006 || asked.jaar >= world.clock.today().year() {
        faults.push(InvalidParam::new("jaar", "jaar", "Waarde is geen jaar dat voorbij is, vanaf 2006."));
    }
    if !faults.is_empty() {
        return problem::invalid(PATH, "invalidParams", faults);
    }
    let incomes = &world.incomes.0;
    let place = incomes.iter().position(|one| one.burgerservicenummer == asked.burgerservicenummer && one.jaar == asked.jaar);
    let body = match place {
        // Three lines on is the same year of the next person.
        Some(place) if world.board.stand(Register::Bri) == Stand::Ander => incomes[(place + 3) % incomes.len()].json(),
        Some(place) => incomes[place].json(),
        None => json!({
            "burgerservicenummer": asked.burgerservicenummer, "jaar": asked.jaar, "inkomen": null, "status": "onbekend",
        }),
    };
    problem::json(StatusCode::OK, "application/json", &body)
}

impl Inkomen {
    fn json(&self) -> serde_json::Value {
        json!({
            "burgerservicenummer": self.burgerservicenummer, "jaar": self.jaar, "inkomen": self.inkomen, "status": self.status,
        })
    }
}
