//! At a provider that lies: whatever is not right is refused, with the reason, and journalled.
use crate::{
    Resident, happened,
    liar::{Key, Liar, parameter},
    pass, start,
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use identity::{Fault, Kind, Start, WrongClaim};
use serde_json::json;
use testing::worlds;

/// The reason as a word, so that a list of cases reads well.
fn reason<T>(outcome: Result<T, Fault>) -> &'static str {
    match outcome {
        Ok(_) => "let in",
        Err(Fault::Nonce) => "nonce",
        Err(Fault::StepUp) => "step up",
        Err(Fault::Stale) => "stale",
        Err(Fault::Audience) => "audience",
        Err(Fault::Issuer) => "issuer",
        Err(Fault::Expired) => "expired",
        Err(Fault::MixUp) => "mix-up",
        Err(Fault::Key) => "key",
        Err(Fault::Signature) => "signature",
        Err(Fault::Malformed) => "malformed",
        Err(Fault::Provider) => "provider",
        Err(Fault::Unavailable) => "unavailable",
        Err(Fault::Who(WrongClaim::Number)) => "number",
        Err(Fault::Who(WrongClaim::Missing)) => "missing",
        Err(Fault::Who(WrongClaim::Rol)) => "role",
        Err(Fault::Who(WrongClaim::Represents)) => "represents",
        Err(other) => panic!("{other}"),
    }
}

#[tokio::test]
async fn claims_that_are_not_right_let_nobody_in() {
    let liar = Liar::start().await;
    for world in worlds(&crate::MIGRATIONS).await {
        let long_ago = world.access.clock().now().as_second() - 3_600;
        let cases = [
            (Kind::Digid, json!({}), "let in"),
            (Kind::Digid, json!({ "nonce": "van een ander" }), "nonce"),
            (Kind::Digid, json!({ "acr": "http://eidas.europa.eu/LoA/low" }), "step up"),
            (Kind::Digid, json!({ "acr": null }), "step up"),
            (Kind::Digid, json!({ "aud": "een-ander" }), "audience"),
            (Kind::Digid, json!({ "aud": ["juistedeur-digid", "een-ander"] }), "audience"),
            (Kind::Digid, json!({ "azp": "een-ander" }), "audience"),
            (Kind::Digid, json!({ "iss": "https://een-ander.example.nl" }), "issuer"),
            (Kind::Digid, json!({ "exp": long_ago }), "expired"),
            (Kind::Digid, json!({ "iat": long_ago }), "expired"),
            (Kind::Digid, json!({ "bsn": "999990018" }), "number"),
            (Kind::Digid, json!({ "bsn": null }), "missing"),
            (Kind::Digid, json!({ "represents": { "iss": "x", "sub": "y" } }), "represents"),
            (Kind::EHerkenning, json!({ "urn:etoegang:1.9:EntityConcernedID:KvKnr": "1" }), "number"),
            (Kind::Medewerkers, json!({ "rollen": ["koning"] }), "role"),
            (Kind::Medewerkers, json!({ "organisatie": "0307" }), "number"),
            (Kind::Medewerkers, json!({}), "let in"),
        ];
        for (kind, change, outcome) in cases {
            let mut resident = Resident::new(&world);
            let finished = liar.admits(&world, &mut resident, start(kind), change.clone()).await;
            assert_eq!(reason(finished), outcome, "{change}");
            assert_eq!(resident.token.is_some(), outcome == "let in");
        }
        let refused = happened(&world).await.into_iter().filter(|action| action.starts_with("aanmelding-geweigerd-")).count();
        assert_eq!(refused, 15, "every refusal is journalled");
    }
}

#[tokio::test]
async fn a_sensitive_act_asks_for_a_sign_in_of_this_moment() {
    let liar = Liar::start().await;
    for world in worlds(&crate::MIGRATIONS).await {
        let ago = |seconds| world.access.clock().now().as_second() - seconds;
        for (auth_time, outcome) in [(json!(ago(10)), "let in"), (json!(ago(600)), "stale"), (json!(null), "stale")] {
            let fresh = Start { fresh: Some(60), ..start(Kind::Digid) };
            let mut resident = Resident::new(&world);
            let finished = liar.admits(&world, &mut resident, fresh, json!({ "auth_time": auth_time })).await;
            assert_eq!(reason(finished), outcome, "{auth_time}");
        }
        let fresh = Start { fresh: Some(60), ..start(Kind::Digid) };
        let question = Resident::new(&world).start(&world, &liar.sign_in(), fresh).await.unwrap();
        assert_eq!(parameter(&question, "max_age"), "60");
    }
}

#[tokio::test]
async fn a_token_that_the_provider_did_not_sign_lets_nobody_in() {
    let liar = Liar::start().await;
    for world in worlds(&crate::MIGRATIONS).await {
        let sign_in = liar.sign_in();
        let forger = Key::new("een");
        let stranger = Key::new("twee");
        for case in 0..5 {
            let mut resident = Resident::new(&world);
            let question = resident.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
            let claims = liar.claims(&world, &question, json!({}));
            let true_token = liar.key.sign(&claims);
            let changed = liar.claims(&world, &question, json!({ "bsn": "999993653" })).to_string();
            let parts: Vec<&str> = true_token.split('.').collect();
            let none = URL_SAFE_NO_PAD.encode(r#"{"alg":"none"}"#);
            let (token, outcome) = match case {
                0 => (forger.sign(&claims), "signature"),
                1 => (stranger.sign(&claims), "key"),
                2 => (format!("{}.{}.{}", parts[0], URL_SAFE_NO_PAD.encode(changed), parts[2]), "signature"),
                3 => (format!("{none}.{}.", parts[1]), "key"),
                _ => (true_token.clone(), "let in"),
            };
            liar.gives(token);
            assert_eq!(reason(resident.finish(&world, &sign_in, liar.answer(&question)).await), outcome, "case {case}");
        }
    }
}

#[tokio::test]
async fn an_unknown_key_is_looked_for_once_and_a_new_one_is_found() {
    for world in worlds(&crate::MIGRATIONS).await {
        let liar = Liar::start().await;
        let (sign_in, mut resident) = (liar.sign_in(), Resident::new(&world));
        let next = Key::new("twee");
        for (listed, outcome, asked) in [(false, "key", 2), (true, "let in", 3), (true, "let in", 3)] {
            let question = resident.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
            if listed {
                liar.lists(&[&liar.key, &next]);
            }
            liar.gives(next.sign(&liar.claims(&world, &question, json!({}))));
            assert_eq!(reason(resident.finish(&world, &sign_in, liar.answer(&question)).await), outcome);
            assert_eq!(liar.asked_for_keys(), asked);
        }
        pass(&world, 61);
        resident.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
        assert_eq!(liar.asked_for_keys(), 4, "what we know is an hour old at most");
    }
}

#[tokio::test]
async fn an_answer_of_another_provider_is_never_taken_to_this_one() {
    let liar = Liar::start().await;
    for world in worlds(&crate::MIGRATIONS).await {
        let (sign_in, mut resident) = (liar.sign_in(), Resident::new(&world));
        for iss in [Some("https://een-ander.example.nl"), None] {
            for error in [None, Some("access_denied")] {
                let question = resident.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
                liar.gives(liar.key.sign(&liar.claims(&world, &question, json!({}))));
                let (iss, error) = (iss.map(str::to_owned), error.map(str::to_owned));
                let answer = identity::Answer { iss, error, ..liar.answer(&question) };
                assert_eq!(reason(resident.finish(&world, &sign_in, answer).await), "mix-up");
            }
        }
    }
}

#[tokio::test]
async fn a_provider_that_is_not_what_its_settings_promise_is_not_spoken_with() {
    let world = worlds(&crate::MIGRATIONS).await.remove(0);
    let liar = Liar::start().await;
    let cases = [
        json!({ "issuer": "https://een-ander.example.nl" }),
        json!({ "token_endpoint": "http://een-ander.example.nl/token" }),
        json!({ "authorization_endpoint": "http://een-ander.example.nl/auth" }),
        json!({ "jwks_uri": null }),
    ];
    for change in cases {
        liar.publishes(change.clone());
        let begun = Resident::new(&world).start(&world, &liar.sign_in(), start(Kind::Digid)).await;
        assert_eq!(reason(begun), "malformed", "{change}");
    }
}

#[tokio::test]
async fn an_answer_that_comes_twice_at_once_signs_in_once() {
    let liar = Liar::start().await;
    for world in worlds(&crate::MIGRATIONS).await {
        let (sign_in, resident) = (liar.sign_in(), Resident::new(&world));
        let question = resident.start(&world, &sign_in, start(Kind::Digid)).await.unwrap();
        liar.gives(liar.key.sign(&liar.claims(&world, &question, json!({}))));
        let finish = || sign_in.finish(&world.access, liar.answer(&question), resident.visitor(&world));
        let (one, two) = tokio::join!(finish(), finish());
        let replayed = [&one, &two].into_iter().filter(|outcome| matches!(outcome, Err(Fault::Replayed))).count();
        assert_eq!((replayed, [one, two].into_iter().filter(Result::is_ok).count()), (1, 1));
    }
}
