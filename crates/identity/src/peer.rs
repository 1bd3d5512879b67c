//! One provider as it is now: its discovery document and keys, fetched when they are needed, and the exchange of a code.
use crate::{Fault, Kind, Provider, SigningKey, jws::Jwk};
use http::{Request, Response, StatusCode, header};
use jiff::{SignedDuration, Timestamp};
use outbound::{Kind as Call, Outbound};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::sync::{Arc, PoisonError, RwLock};
use url::{Url, form_urlencoded};

/// How long a discovery document and keys are used before they are fetched again.
const KEEP: SignedDuration = SignedDuration::from_hours(1);

/// Seconds that our proof of who we are is valid.
const PROOF: i64 = 60;

/// What we use of a discovery document (OpenID Connect Discovery, 3).
#[derive(Deserialize)]
pub(crate) struct Metadata {
    issuer: String,
    pub authorization_endpoint: Url,
    token_endpoint: Url,
    jwks_uri: Url,
    pub end_session_endpoint: Option<Url>,
    #[serde(default)]
    pub acr_values_supported: Vec<String>,
    /// RFC 9207: every answer says whose it is.
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
}

/// A discovery document and the keys that go with it.
pub(crate) struct Known {
    pub metadata: Metadata,
    pub keys: Vec<Jwk>,
    at: Timestamp,
}

/// A code to be exchanged.
pub(crate) struct Grant<'a> {
    pub code: &'a str,
    pub verifier: &'a str,
    pub redirect_uri: &'a Url,
}

/// A provider that we speak with.
pub(crate) struct Peer {
    pub kind: Kind,
    pub settings: Provider,
    pub key: SigningKey,
    out: Outbound,
    known: RwLock<Option<Arc<Known>>>,
}

impl Peer {
    pub fn new(kind: Kind, settings: Provider, key: SigningKey, out: Outbound) -> Self {
        Self { kind, settings, key, out, known: RwLock::default() }
    }

    /// The discovery document and keys, at most an hour old.
    pub async fn known(&self, now: Timestamp) -> Result<Arc<Known>, Fault> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner).clone();
        match known {
            Some(known) if now.duration_since(known.at).abs() < KEEP => Ok(known),
            _ => self.fetch(now).await,
        }
    }

    /// The same, fetched now: a key was used that we did not know yet.
    pub async fn fetch(&self, now: Timestamp) -> Result<Arc<Known>, Fault> {
        let address = format!("{}/.well-known/openid-configuration", self.settings.issuer.trim_end_matches('/'));
        let metadata: Metadata = self.get(&address).await?;
        let endpoints = [&metadata.authorization_endpoint, &metadata.token_endpoint, &metadata.jwks_uri];
        let safe = endpoints.into_iter().chain(&metadata.end_session_endpoint).all(is_safe);
        if metadata.issuer != self.settings.issuer || !safe {
            return Err(Fault::Malformed);
        }
        let set: Value = self.get(metadata.jwks_uri.as_str()).await?;
        let keys = set["keys"].as_array().ok_or(Fault::Malformed)?.iter().filter_map(Jwk::parse).collect();
        let known = Arc::new(Known { metadata, keys, at: now });
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Some(known.clone());
        Ok(known)
    }

    async fn get<T: DeserializeOwned>(&self, address: &str) -> Result<T, Fault> {
        let request = Request::get(address).header(header::ACCEPT, "application/json").body(vec![]);
        let answer = self.call(request, Call::Safe).await?;
        if answer.status() != StatusCode::OK {
            return Err(Fault::Malformed);
        }
        serde_json::from_slice(answer.body()).map_err(|_| Fault::Malformed)
    }

    /// Exchanges a code for an ID token, once. We prove who we are with our key (`private_key_jwt`).
    pub async fn exchange(&self, metadata: &Metadata, grant: &Grant<'_>, now: Timestamp) -> Result<String, Fault> {
        #[derive(Deserialize)]
        struct Tokens {
            id_token: String,
        }
        let proof = self.proof(&metadata.token_endpoint, now)?;
        let body = form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "authorization_code")
            .append_pair("code", grant.code)
            .append_pair("redirect_uri", grant.redirect_uri.as_str())
            .append_pair("code_verifier", grant.verifier)
            .append_pair("client_id", &self.settings.client_id)
            .append_pair("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
            .append_pair("client_assertion", &proof)
            .finish();
        let request = Request::post(metadata.token_endpoint.as_str())
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ACCEPT, "application/json")
            .body(body.into_bytes());
        let answer = self.call(request, Call::Once).await?;
        if answer.status() != StatusCode::OK {
            self.tell_why(answer.body());
            return Err(Fault::Provider);
        }
        serde_json::from_slice::<Tokens>(answer.body()).map(|tokens| tokens.id_token).map_err(|_| Fault::Malformed)
    }

    /// NL GOV OAuth, 2.3.3: who we are, for this endpoint, now, once.
    fn proof(&self, endpoint: &Url, now: Timestamp) -> Result<String, Fault> {
        let (client, now) = (&self.settings.client_id, now.as_second());
        let ours = |_| Fault::Ours(access::Error::Internal("signing failed".into()));
        let jti = self.key.once().map_err(ours)?;
        let claims =
            json!({ "iss": client, "sub": client, "aud": endpoint.as_str(), "jti": jti, "iat": now, "exp": now + PROOF });
        self.key.sign(&claims).map_err(ours)
    }

    /// The word of OAuth for why it was refused, for the log; what the provider adds in words of its own stays out.
    fn tell_why(&self, body: &[u8]) {
        let said = serde_json::from_slice::<Value>(body).unwrap_or_default();
        let known = ["invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type"];
        let why = known.into_iter().find(|word| said["error"] == *word).unwrap_or("another reason");
        tracing::warn!(kind = self.kind.word(), why, "the provider refused to exchange a code");
    }

    async fn call(&self, request: http::Result<Request<Vec<u8>>>, kind: Call) -> Result<Response<Vec<u8>>, Fault> {
        let request = request.map_err(|_| Fault::Malformed)?;
        let answer = self.out.call(request, kind).await.map_err(|_| Fault::Unavailable)?;
        if answer.status().is_server_error() { Err(Fault::Unavailable) } else { Ok(answer) }
    }
}

/// Nothing goes over an open line, except on this machine itself.
pub(crate) fn is_safe(url: &Url) -> bool {
    url.as_str().parse().is_ok_and(|address| outbound::is_safe(&address))
}
