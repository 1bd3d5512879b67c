//! Somebody who works for an organisation. Staff sign in for pages of their own, and there are none yet: here the way in is opened from
//! the database of the product, so that residents' pages can be shown to keep them out.
use crate::{resident::Resident, running::Product};
use access::{Access, Actor, Assurance, Context, KeyRing, Purpose};
use identity::{Claims, Kind, LocalPath, Provider, Settings, SignIn, Start, Visitor, known_levels};
use std::sync::Arc;
use store::{Db, Synchronous};
use values::{Oin, SystemClock};

/// Signs this browser in as a worker of Amersfoort, at a product on SQLite.
pub fn staff_at(product: &Product, browser: &Resident) {
    // The browser has a secret as soon as it has seen the page.
    browser.get("/inloggen").unwrap();
    let question = tokio::runtime::Runtime::new().unwrap().block_on(start(product, browser));
    let choice = browser.get(&question).unwrap();
    let back = browser.chooses(&choice, "Noor Zandstra");
    assert!(back.address.starts_with("/inloggen?naar="), "a worker has no pages of a resident: {}", back.address);
    assert!(browser.cookie("jd_session").is_some(), "the worker is not signed in");
}

async fn start(product: &Product, browser: &Resident) -> String {
    let data = product.folder.join("data");
    let file = data.join("juistedeur.db");
    let db = Db::open(&store::Settings::Sqlite { file, readers: 1, synchronous: Synchronous::Full }).await.unwrap();
    let access = Access::new(db, Arc::new(KeyRing::load(&data.join("keys.toml")).unwrap()), Arc::new(SystemClock));
    let provider = Provider {
        issuer: product.setting("SIGN_IN__PROVIDER__MEDEWERKERS__ISSUER").unwrap(),
        client_id: "juistedeur-medewerkers".into(),
        key: product.folder.join("sign-in.pem"),
        scope: "openid".into(),
        claims: Claims::default(),
        acr: known_levels(),
    };
    let settings = Settings { provider: [(Kind::Medewerkers, provider)].into() };
    let sign_in = SignIn::open(settings, &product.base.parse().unwrap()).unwrap();
    let organisation = Oin::parse("00000001800000092000").unwrap();
    let context =
        Context { actor: Actor::anonymous(), organisation, purpose: Purpose::new("inloggen", "test"), trace: "test".into() };
    let start =
        Start { kind: Kind::Medewerkers, at_least: Assurance::Low, fresh: None, return_to: LocalPath::parse("/mijn").unwrap() };
    let secret = browser.secret().unwrap();
    sign_in.start(&access, start, Visitor { browser: &secret, session: None, context }).await.unwrap().to_string()
}
