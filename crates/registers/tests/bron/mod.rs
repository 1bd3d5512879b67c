//! A register of a test: it keeps what it is asked and answers what it is told.
#![allow(dead_code)] // each test file uses its part
use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use registers::{Doel, Doelen, Endpoint, Registers, Settings};
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, LazyLock, Mutex},
    time::Duration,
};
use store::Migration;
use tokio::task::JoinHandle;

pub static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| [access::MIGRATIONS, registers::MIGRATIONS].concat());

/// What a register answers.
#[derive(Clone)]
pub enum Answer {
    Json(u16, String),
    Html(u16),
    /// The line breaks in the middle.
    Cut,
    Slow,
}

/// A question as it came over the line.
#[derive(Clone)]
pub struct Asked {
    pub method: Method,
    pub path: String,
    pub key: Option<String>,
    pub body: Value,
}

type Shared = Arc<Mutex<(HashMap<String, Answer>, Vec<Asked>)>>;

/// Where a GET asks nothing.
const KNOCKS: [&str; 5] = ["/personen", "/adressen", "/v1/basisprofielen", "/rdw/v1/houderschap", "/bri/v1/inkomen"];

pub struct Bron {
    pub base: String,
    shared: Shared,
    server: JoinHandle<()>,
}

impl Bron {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let shared = Shared::default();
        let router = Router::new().fallback(answer).with_state(shared.clone());
        let server = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { base, shared, server }
    }

    /// From now on `register` answers this.
    pub fn set(&self, register: &str, answer: Answer) {
        self.shared.lock().unwrap().0.insert(register.to_owned(), answer);
    }

    pub fn json(&self, register: &str, body: &Value) {
        self.set(register, Answer::Json(200, body.to_string()));
    }

    /// From now on `register` answers this at this path.
    pub fn json_at(&self, register: &str, path: &str, body: &Value) {
        self.json(&format!("{register}{path}"), body);
    }

    /// What was asked since the last look; a knock asks nothing.
    pub fn asked(&self) -> Vec<Asked> {
        std::mem::take(&mut self.shared.lock().unwrap().1)
    }

    /// The registers, all at this place.
    pub fn registers(&self) -> Registers {
        let at = |name: &str| {
            Some(Endpoint { url: format!("{}/{name}", self.base), api_key: Some("sleutel".into()), timeout_seconds: 1 })
        };
        Registers::open(&Settings { brp: at("brp"), bag: at("bag"), kvk: at("kvk"), rdw: at("rdw"), bri: at("bri") }).unwrap()
    }
}

impl Drop for Bron {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn answer(State(shared): State<Shared>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let register = uri.path().split('/').nth(1).unwrap_or_default().to_owned();
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let key = text(if register == "kvk" { "apikey" } else { "x-api-key" });
    let path = uri.to_string().strip_prefix(&format!("/{register}")).unwrap().to_owned();
    let asked = Asked { method, path, key, body: serde_json::from_slice(&body).unwrap_or(Value::Null) };
    let answer = {
        let mut shared = shared.lock().unwrap();
        if asked.method != Method::GET || !KNOCKS.contains(&asked.path.as_str()) {
            shared.1.push(asked);
        }
        shared.0.get(&uri.path()[1..]).or_else(|| shared.0.get(&register)).cloned()
    };
    match answer.unwrap_or(Answer::Html(404)) {
        Answer::Json(status, body) => {
            (StatusCode::from_u16(status).unwrap(), [(header::CONTENT_TYPE, "application/json")], body).into_response()
        }
        Answer::Html(status) => (StatusCode::from_u16(status).unwrap(), "<html>").into_response(),
        // Promises more than it sends; the server then breaks the line.
        Answer::Cut => ([(header::CONTENT_LENGTH, "1000")], r#"{"personen":["#).into_response(),
        Answer::Slow => {
            tokio::time::sleep(Duration::from_secs(3)).await;
            StatusCode::OK.into_response()
        }
    }
}

/// An answer of the BRP with one person.
pub fn one(persoon: &Value) -> Value {
    json!({ "type": "RaadpleegMetBurgerservicenummer", "personen": [persoon] })
}

pub fn doelen() -> Doelen {
    Doelen::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies/doelen.toml")).unwrap_or_else(|e| panic!("{e}"))
}

pub fn doel(name: &str) -> Doel {
    doelen().get(name).unwrap().clone()
}
