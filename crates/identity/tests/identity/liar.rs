//! A provider of our own that says whatever a test wants: it can lie, and it can sign with whatever key.
use crate::{PORTAL, Resident, settings};
use axum::{
    Router,
    extract::State,
    routing::{get, post},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use identity::{Answer, Fault, Finished, Kind, SignIn, SigningKey, Start};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};
use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};
use testing::World;
use tokio::net::TcpListener;
use url::Url;

/// A key of ES256 with a name.
pub struct Key {
    pair: EcdsaKeyPair,
    name: String,
}

impl Key {
    pub fn new(name: &str) -> Self {
        let random = SystemRandom::new();
        let der = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, der.as_ref(), &random).unwrap();
        Self { pair, name: name.into() }
    }

    pub fn public(&self) -> Value {
        let (x, y) = self.pair.public_key().as_ref()[1..].split_at(32);
        let text = |bytes| URL_SAFE_NO_PAD.encode(bytes);
        json!({ "kty": "EC", "crv": "P-256", "kid": self.name, "x": text(x), "y": text(y) })
    }

    pub fn sign(&self, claims: &Value) -> String {
        let text = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", text(&json!({ "alg": "ES256", "kid": self.name })), text(claims));
        let signature = self.pair.sign(&SystemRandom::new(), signed.as_bytes()).unwrap();
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

/// What it answers.
#[derive(Default)]
struct Words {
    metadata: Value,
    keys: Vec<Value>,
    token: String,
    asked_for_keys: usize,
}

/// The liar; its door stays open until the test ends.
pub struct Liar {
    pub issuer: String,
    pub key: Key,
    words: Arc<Mutex<Words>>,
    folder: PathBuf,
}

type Shared = State<Arc<Mutex<Words>>>;

impl Liar {
    /// One that is honest until it is told what to say.
    pub async fn start() -> Self {
        let words = Arc::new(Mutex::new(Words::default()));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(async |State(w): Shared| w.lock().unwrap().metadata.to_string()))
            .route("/jwks", get(jwks))
            .route("/token", post(async |State(w): Shared| json!({ "id_token": w.lock().unwrap().token }).to_string()))
            .with_state(words.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        let folder = std::env::temp_dir().join(format!("juistedeur-liar-{}", uuid::Uuid::now_v7()));
        std::fs::create_dir(&folder).unwrap();
        for kind in Kind::ALL {
            SigningKey::create(&folder.join(format!("{}.pem", kind.word()))).unwrap();
        }
        let liar = Self { issuer, key: Key::new("een"), words, folder };
        liar.publishes(json!({}));
        liar.lists(&[&liar.key]);
        liar
    }

    /// Its discovery document, with this changed; `null` takes a member away.
    pub fn publishes(&self, change: Value) {
        let at = |path: &str| format!("{}{path}", self.issuer);
        let mut metadata = json!({
            "issuer": self.issuer, "authorization_endpoint": at("/auth"), "token_endpoint": at("/token"), "jwks_uri": at("/jwks"),
            "authorization_response_iss_parameter_supported": true,
        });
        merge(&mut metadata, change);
        self.words.lock().unwrap().metadata = metadata;
    }

    /// The keys it shows.
    pub fn lists(&self, keys: &[&Key]) {
        self.words.lock().unwrap().keys = keys.iter().map(|key| key.public()).collect();
    }

    /// The token it gives for the next code.
    pub fn gives(&self, token: String) {
        self.words.lock().unwrap().token = token;
    }

    /// How often somebody fetched its keys.
    pub fn asked_for_keys(&self) -> usize {
        self.words.lock().unwrap().asked_for_keys
    }

    /// We, at this provider.
    pub fn sign_in(&self) -> SignIn {
        SignIn::open(settings(&self.issuer, &self.folder), &Url::parse(PORTAL).unwrap()).unwrap()
    }

    /// True claims for this question, with this changed; `null` takes a claim away.
    pub fn claims(&self, world: &World, question: &Url, change: Value) -> Value {
        let now = world.access.clock().now().as_second();
        let mut claims = json!({
            "iss": self.issuer, "aud": parameter(question, "client_id"), "nonce": parameter(question, "nonce"), "sub": "iemand",
            "exp": now + 300, "iat": now, "auth_time": now, "acr": "http://eidas.europa.eu/LoA/substantial", "bsn": "999990019",
            "organisatie": "00000001800000109000", "rollen": ["behandelaar"], "name": "Jo",
            "urn:etoegang:1.9:EntityConcernedID:KvKnr": "69599084",
        });
        merge(&mut claims, change);
        claims
    }

    /// The answer to this question, with a code.
    pub fn answer(&self, question: &Url) -> Answer {
        Answer {
            state: Some(parameter(question, "state")),
            code: Some("code".into()),
            iss: Some(self.issuer.clone()),
            error: None,
        }
    }

    /// Signs somebody in, in one go, with the claims changed so.
    pub async fn admits(&self, world: &World, resident: &mut Resident, start: Start, change: Value) -> Result<Finished, Fault> {
        let sign_in = self.sign_in();
        let question = resident.start(world, &sign_in, start).await?;
        self.gives(self.key.sign(&self.claims(world, &question, change)));
        resident.finish(world, &sign_in, self.answer(&question)).await
    }
}

impl Drop for Liar {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

async fn jwks(State(words): Shared) -> String {
    let mut words = words.lock().unwrap();
    words.asked_for_keys += 1;
    json!({ "keys": words.keys }).to_string()
}

/// A parameter of an address.
pub fn parameter(url: &Url, name: &str) -> String {
    url.query_pairs().find(|(n, _)| n == name).unwrap().1.into_owned()
}

fn merge(into: &mut Value, change: Value) {
    let into = into.as_object_mut().unwrap();
    into.extend(change.as_object().unwrap().clone());
    into.retain(|_, value| !value.is_null());
}
