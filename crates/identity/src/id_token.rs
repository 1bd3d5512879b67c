//! What an ID token must say before we believe it (OpenID NLGov, ID Tokens; OpenID Connect Core, 3.1.3.7). Pure: time comes in.
use crate::{Fault, Provider};
use access::Assurance;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value};

/// Seconds that the clocks of provider and us may differ.
const SKEW: i64 = 30;

/// Seconds that a token may be old: it is fetched at once after it was made.
const OLDEST: i64 = 300;

/// What was asked.
pub(crate) struct Asked<'a> {
    pub provider: &'a Provider,
    pub nonce: &'a str,
    pub at_least: Assurance,
    /// Seconds that the sign-in may be old.
    pub fresh: Option<i64>,
    pub now: Timestamp,
}

/// What is believed.
#[derive(Debug)]
pub(crate) struct Believed {
    pub claims: Map<String, Value>,
    pub assurance: Assurance,
    pub signed_in_at: Timestamp,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

#[derive(Deserialize)]
struct Standard {
    iss: String,
    aud: Audience,
    azp: Option<String>,
    exp: i64,
    iat: i64,
    nbf: Option<i64>,
    nonce: Option<String>,
    acr: Option<String>,
    auth_time: Option<i64>,
}

/// Checks the payload of a token whose signature was checked.
pub(crate) fn check(payload: &[u8], asked: &Asked<'_>) -> Result<Believed, Fault> {
    let claims: Map<String, Value> = serde_json::from_slice(payload).map_err(|_| Fault::Malformed)?;
    let said = Standard::deserialize(Value::Object(claims.clone())).map_err(|_| Fault::Malformed)?;
    if said.iss != asked.provider.issuer {
        return Err(Fault::Issuer);
    }
    if !is_for(&said, &asked.provider.client_id) {
        return Err(Fault::Audience);
    }
    let now = asked.now.as_second();
    in_time(&said, now)?;
    if said.nonce.as_deref() != Some(asked.nonce) {
        return Err(Fault::Nonce);
    }
    let assurance = said.acr.and_then(|acr| asked.provider.acr.get(&acr).copied()).unwrap_or(Assurance::None);
    if assurance < asked.at_least {
        return Err(Fault::StepUp);
    }
    let signed_in_at = signed_in_at(said.auth_time, asked.fresh, now)?;
    Ok(Believed { claims, assurance, signed_in_at })
}

/// For us alone: one audience, and the party for which it was made is us too.
fn is_for(said: &Standard, client: &str) -> bool {
    let audience = match &said.aud {
        Audience::One(one) => one == client,
        Audience::Many(many) => matches!(many.as_slice(), [one] if one == client),
    };
    audience && said.azp.as_deref().is_none_or(|azp| azp == client)
}

fn in_time(said: &Standard, now: i64) -> Result<(), Fault> {
    let begun = said.iat <= now.saturating_add(SKEW) && said.nbf.is_none_or(|nbf| nbf <= now.saturating_add(SKEW));
    let over = said.exp <= now.saturating_sub(SKEW) || said.iat < now.saturating_sub(OLDEST + SKEW);
    if begun && !over { Ok(()) } else { Err(Fault::Expired) }
}

/// When she showed who she is; never, for what asks that she did so lately, when the provider does not say and nobody asked.
fn signed_in_at(auth_time: Option<i64>, fresh: Option<i64>, now: i64) -> Result<Timestamp, Fault> {
    let at = match (auth_time, fresh) {
        (None, Some(_)) => return Err(Fault::Stale),
        (None, None) => return Ok(Timestamp::UNIX_EPOCH),
        (Some(at), _) => at.min(now),
    };
    if fresh.is_some_and(|fresh| at < now.saturating_sub(fresh.saturating_add(SKEW))) {
        return Err(Fault::Stale);
    }
    Timestamp::from_second(at).map_err(|_| Fault::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Claims, known_levels};
    use serde_json::json;

    const NOW: i64 = 1_795_000_000;
    const SUBSTANTIAL: &str = "http://eidas.europa.eu/LoA/substantial";

    fn provider() -> Provider {
        Provider {
            issuer: "https://tvs.example.nl".into(),
            client_id: "portaal".into(),
            key: "none".into(),
            scope: "openid".into(),
            claims: Claims::default(),
            acr: known_levels(),
        }
    }

    fn good() -> Value {
        json!({ "iss": "https://tvs.example.nl", "aud": "portaal", "sub": "a", "exp": NOW + 300, "iat": NOW, "nonce": "eens",
                "acr": SUBSTANTIAL, "auth_time": NOW - 5 })
    }

    /// A good token with this changed; `null` takes a claim away.
    fn with(change: Value, fresh: Option<i64>) -> &'static str {
        let mut claims = good();
        for (name, value) in change.as_object().unwrap() {
            claims[name] = value.clone();
        }
        claims.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        let now = Timestamp::from_second(NOW).unwrap();
        let provider = provider();
        let asked = Asked { provider: &provider, nonce: "eens", at_least: Assurance::Substantial, fresh, now };
        match check(claims.to_string().as_bytes(), &asked) {
            Ok(_) => "believed",
            Err(Fault::Issuer) => "issuer",
            Err(Fault::Audience) => "audience",
            Err(Fault::Expired) => "expired",
            Err(Fault::Nonce) => "nonce",
            Err(Fault::StepUp) => "step up",
            Err(Fault::Stale) => "stale",
            Err(_) => "malformed",
        }
    }

    #[test]
    fn a_token_is_believed_only_if_everything_in_it_is_right() {
        let cases = [
            (json!({}), "believed"),
            (json!({ "iss": "https://tvs.example.nl/" }), "issuer"),
            (json!({ "iss": null }), "malformed"),
            (json!({ "aud": "ander" }), "audience"),
            (json!({ "aud": ["portaal"], "azp": "portaal" }), "believed"),
            (json!({ "aud": ["portaal", "ander"], "azp": "portaal" }), "audience"),
            (json!({ "aud": [] }), "audience"),
            (json!({ "azp": "ander" }), "audience"),
            (json!({ "exp": NOW - 29 }), "believed"),
            (json!({ "exp": NOW - 30 }), "expired"),
            (json!({ "exp": null }), "malformed"),
            (json!({ "iat": NOW + 30 }), "believed"),
            (json!({ "iat": NOW + 31 }), "expired"),
            (json!({ "iat": NOW - 331 }), "expired"),
            (json!({ "iat": i64::MIN }), "expired"),
            (json!({ "nbf": NOW + 31 }), "expired"),
            (json!({ "nonce": "twee" }), "nonce"),
            (json!({ "nonce": null }), "nonce"),
            (json!({ "acr": "http://eidas.europa.eu/LoA/low" }), "step up"),
            (json!({ "acr": "http://eidas.europa.eu/LoA/high" }), "believed"),
            (json!({ "acr": "urn:example:heel-hoog" }), "step up"),
            (json!({ "acr": null }), "step up"),
            (json!({ "auth_time": null }), "believed"),
        ];
        for (change, outcome) in cases {
            assert_eq!(with(change.clone(), None), outcome, "{change}");
        }
    }

    #[test]
    fn a_fresh_sign_in_is_fresh_and_says_so() {
        assert_eq!(with(json!({ "auth_time": NOW - 90 }), Some(60)), "believed");
        assert_eq!(with(json!({ "auth_time": NOW - 91 }), Some(60)), "stale");
        assert_eq!(with(json!({ "auth_time": null }), Some(60)), "stale");
    }

    #[test]
    fn a_moment_that_is_still_to_come_is_now() {
        assert_eq!(signed_in_at(Some(NOW + 20), None, NOW).unwrap().as_second(), NOW);
        assert!(signed_in_at(Some(i64::MIN), None, NOW).is_err());
    }

    #[test]
    fn who_did_not_say_when_she_signed_in_did_not_lately() {
        assert_eq!(signed_in_at(None, None, NOW).unwrap(), Timestamp::UNIX_EPOCH);
    }
}
