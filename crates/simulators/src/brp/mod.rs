//! BRP API Personen 2.x: `POST /haalcentraal/api/brp/personen`, as the Haal Centraal specification and its features say.
//! Not offered: fields per authorisation of the caller, and `gezag` in a search.

mod adressering;
mod answer;
mod fields;
mod gezag;
mod leeftijd;
mod naam;
mod onderzoek;
mod personen;
mod question;
mod titel;

pub(crate) use personen::Personen;

use crate::{
    World,
    door::Door,
    problem::{self, Problem},
    switches::{Register, Stand},
};
use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{
        HeaderMap, StatusCode,
        header::{ACCEPT, CONTENT_TYPE},
    },
    response::Response,
    routing::post,
};
use personen::Persoon;
use question::Question;
use serde_json::{Value, json};
use std::sync::Arc;

/// The path of the API, which is also the `instance` of its problems.
const PATH: &str = "/haalcentraal/api/brp/personen";

pub(crate) fn routes(world: &Arc<World>) -> Router {
    Door::new(world, Register::Brp, "x-api-key", problem::unauthorized).before(Router::new().route(PATH, post(personen)))
}

async fn personen(State(world): State<Arc<World>>, headers: HeaderMap, body: Bytes) -> Response {
    if let Some((status, detail)) = wrong_media(&headers) {
        return problem::simple(status, PATH, detail);
    }
    let question = match Question::parse(&body, world.people.fields()) {
        Ok(question) => question,
        Err(faults) => return problem::invalid(PATH, "invalidParams", faults),
    };
    let mut found = world.people.find(&question.criteria);
    if question.limit.is_some_and(|limit| found.len() > limit) {
        return too_many(question.limit.unwrap_or_default());
    }
    if world.board.stand(Register::Brp) == Stand::Ander {
        found = found.into_iter().map(|persoon| world.people.another(persoon)).collect();
    }
    let today = world.clock.today();
    let mut personen: Vec<Value> =
        found.into_iter().map(|persoon: &Persoon| world.people.answer(persoon, &question, today)).collect();
    if world.board.stand(Register::Brp) == Stand::Overleden {
        for persoon in &mut personen {
            persoon["opschortingBijhouding"] = json!({ "reden": { "code": "O", "omschrijving": "overlijden" } });
        }
    }
    problem::json(StatusCode::OK, "application/json; charset=utf-8", &json!({ "type": question.kind, "personen": personen }))
}

/// Only JSON goes in and out.
fn wrong_media(headers: &HeaderMap) -> Option<(StatusCode, &'static str)> {
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_ascii_lowercase();
    let accept = header(ACCEPT);
    if !(accept.is_empty() || accept.contains("application/json") || accept.contains("*/*")) {
        return Some((StatusCode::NOT_ACCEPTABLE, "Alleen application/json wordt geleverd."));
    }
    let is_json = header(CONTENT_TYPE).starts_with("application/json");
    (!is_json).then_some((StatusCode::UNSUPPORTED_MEDIA_TYPE, "Alleen application/json wordt gelezen."))
}

fn too_many(limit: usize) -> Response {
    let detail = format!("Meer dan maximum van {limit} zoekresultaten gevonden. Verfijn de zoekopdracht.");
    let (status, title) = (StatusCode::BAD_REQUEST, "Teveel zoekresultaten.");
    Problem { status, title, detail: &detail, code: "tooManyResults", instance: PATH }.response()
}
