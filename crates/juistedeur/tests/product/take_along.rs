//! What she takes along is everything: also what she did not send yet, and each time somebody looked.
use crate::{
    around::Around,
    card::{AAD, LEVEL, applies},
    resident::Resident,
    running::{On, Product},
};
use jiff::Timestamp;
use serde_json::Value;
use std::collections::BTreeSet;

/// More than is read at a time.
const LOOKED: usize = 210;

#[test]
fn the_file_holds_every_look_and_what_was_not_sent_yet() {
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let he = Resident::at(&product.base);
    assert_eq!(he.signs_in_at(LEVEL, ("digid", AAD), "/mijn").status, 200);
    let card = applies(&he);
    for _ in 0..LOOKED {
        assert_eq!(he.get(&format!("/mijn/zaken/{}", card.zaak)).unwrap().status, 200);
    }
    let began = he.post("/beginnen/verhuismelding", &[]).unwrap();
    let draft = began.address.split('/').take(3).collect::<Vec<_>>().join("/");
    let saved = he.post(&format!("{draft}/wie"), &[("verhuizers", "ik")]).unwrap();
    assert!(saved.address.starts_with(&draft), "{}", saved.address);

    let file: Value = serde_json::from_str(&he.get("/mijn/download").unwrap().text).unwrap();
    let list = |name: &str| file[name].as_array().unwrap().clone();
    assert_eq!(list("concepten").len(), 1);
    assert_eq!(list("concepten")[0]["antwoorden"]["verhuizers"], "ik");
    let looks = list("inzage");
    let own = looks.iter().filter(|one| one["wat"] == "zaak-gelezen" && one["wie"] == "uzelf").count();
    assert!(own >= LOOKED, "{own} of {}", looks.len());
    // As moments: as text `…38.93Z` comes after `…38.934Z`.
    let times: Vec<Timestamp> = looks.iter().map(|one| one["op"].as_str().unwrap().parse().unwrap()).collect();
    assert!(times.is_sorted_by(|a, b| a >= b), "the newest first");
    let different: BTreeSet<_> = looks.iter().map(|one| (one["op"].to_string(), one["wat"].to_string())).collect();
    assert!(different.len() > LOOKED, "no line twice: {} of {}", different.len(), looks.len());
    assert!(!list("documenten").is_empty());
}
