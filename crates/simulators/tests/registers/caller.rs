//! Somebody who calls the registers, with the simulators she calls.

use serde_json::{Value, json};
use simulators::{Register, Running, Settings, Stand};
use std::{sync::Arc, time::Duration};
use tokio::runtime::Runtime;
use values::FixedClock;

/// The key of the simulators in tests.
pub const KEY: &str = "voorbeeld";

/// The simulators, with the clock at noon of 24 November 2026, and a client.
pub struct Caller {
    pub running: Option<Running>,
    pub agent: ureq::Agent,
    pub key: Option<&'static str>,
    runtime: Runtime,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub media: String,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON but {}", self.text))
    }
}

impl Caller {
    pub fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let clock = Arc::new(FixedClock::at("2026-11-24T12:00:00Z".parse().unwrap()));
        let settings = Settings { clock, key: Some(KEY.to_owned()), ..Settings::default() };
        let running = runtime.block_on(simulators::start(settings)).unwrap();
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(5)))
            .max_idle_connections(0)
            .build()
            .into();
        Self { running: Some(running), agent, key: Some(KEY), runtime }
    }

    pub fn running(&self) -> &Running {
        self.running.as_ref().unwrap()
    }

    pub fn turn(&self, register: Register, stand: Stand) {
        self.running().turn(register, stand);
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.running().url())
    }

    /// Asks by GET; the key goes in the headers of both kinds.
    pub fn try_get(&self, path: &str) -> Result<Answer, ureq::Error> {
        let mut request = self.agent.get(self.url(path));
        if let Some(key) = self.key {
            request = request.header("x-api-key", key).header("apikey", key);
        }
        read(request.call()?)
    }

    pub fn get(&self, path: &str) -> Answer {
        self.try_get(path).unwrap()
    }

    pub fn try_post(&self, path: &str, body: &Value) -> Result<Answer, ureq::Error> {
        let mut request = self.agent.post(self.url(path)).header("content-type", "application/json");
        if let Some(key) = self.key {
            request = request.header("x-api-key", key);
        }
        read(request.send(body.to_string())?)
    }

    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.try_post(path, body).unwrap()
    }

    /// Asks the BRP.
    pub fn brp(&self, question: &Value) -> Answer {
        self.post("/haalcentraal/api/brp/personen", question)
    }

    /// The one person with this BSN, with these fields.
    pub fn persoon(&self, bsn: &str, fields: &[&str]) -> Value {
        let answer = self.brp(&by_bsn(&[bsn], fields));
        assert_eq!(answer.status, 200, "{}", answer.text);
        let mut body = answer.json();
        assert_eq!(body["personen"].as_array().map(Vec::len), Some(1), "{body}");
        body["personen"][0].take()
    }

    pub fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            self.runtime.block_on(running.stop());
        }
    }
}

fn read(mut response: ureq::http::Response<ureq::Body>) -> Result<Answer, ureq::Error> {
    let media = response.headers().get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    Ok(Answer { status: response.status().as_u16(), media, text: response.body_mut().read_to_string()? })
}

/// A question by BSN.
pub fn by_bsn(bsns: &[&str], fields: &[&str]) -> Value {
    json!({ "type": "RaadpleegMetBurgerservicenummer", "burgerservicenummer": bsns, "fields": fields })
}

/// A table of ours, as its rows by name of the column.
pub fn table(file: &str) -> Vec<std::collections::HashMap<String, String>> {
    let path = format!("{}/data/{file}", env!("CARGO_MANIFEST_DIR"));
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

/// The persons of the data, as they are.
pub fn people() -> Vec<Value> {
    let text = std::fs::read_to_string(format!("{}/data/personen.jsonl", env!("CARGO_MANIFEST_DIR"))).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
