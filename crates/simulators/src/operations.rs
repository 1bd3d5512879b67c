//! `POST /_schakelaar` puts a register in another state, `GET /_teller` tells how often each was called: for tests and demo.

use crate::{
    World, problem,
    switches::{Register, Stand},
};
use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::{sync::Arc, time::Duration};

pub(crate) fn routes(world: &Arc<World>) -> Router {
    Router::new().route("/_schakelaar", post(turn)).route("/_teller", get(calls)).with_state(world.clone())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Switch {
    register: Register,
    stand: Word,
    milliseconden: Option<u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Word {
    Aan,
    Uit,
    Onbeschikbaar,
    Traag,
    Fout,
    Half,
    Ander,
    Overleden,
}

/// How long `traag` waits when no time is given.
const SLOW: Duration = Duration::from_secs(3);

async fn turn(State(world): State<Arc<World>>, body: Bytes) -> Response {
    let switch: Switch = match serde_json::from_slice(&body) {
        Ok(switch) => switch,
        Err(error) => return problem::simple(StatusCode::BAD_REQUEST, "/_schakelaar", &error.to_string()),
    };
    let stand = match switch.stand {
        Word::Aan => Stand::Aan,
        Word::Uit => Stand::Uit,
        Word::Onbeschikbaar => Stand::Onbeschikbaar,
        Word::Traag => Stand::Traag(switch.milliseconden.map_or(SLOW, Duration::from_millis)),
        Word::Fout => Stand::Fout,
        Word::Half => Stand::Half,
        Word::Ander => Stand::Ander,
        Word::Overleden => Stand::Overleden,
    };
    world.board.turn(switch.register, stand);
    StatusCode::NO_CONTENT.into_response()
}

async fn calls(State(world): State<Arc<World>>) -> Response {
    let calls: Map<String, Value> =
        Register::ALL.into_iter().map(|register| (register.name().to_owned(), world.board.calls(register).into())).collect();
    problem::json(StatusCode::OK, "application/json", &Value::Object(calls))
}
