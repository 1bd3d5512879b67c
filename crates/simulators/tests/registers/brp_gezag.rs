//! Who has authority over a minor, in families of the test set (on 23 November 2026).

use crate::caller::Caller;
use serde_json::{Value, json};

/// Each relation as its kind and the numbers of who have it, and of whom it is.
fn told(caller: &Caller, bsn: &str) -> Vec<(String, String, Vec<String>)> {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let of = |relatie: &Value| {
        let one = |key: &str| relatie.get(key).into_iter().cloned().collect::<Vec<_>>();
        let many = relatie["ouders"].as_array().cloned().unwrap_or_default();
        let holders = many.into_iter().chain(one("ouder")).map(|ouder| text(&ouder["burgerservicenummer"])).collect();
        (text(&relatie["type"]), text(&relatie["minderjarige"]["burgerservicenummer"]), holders)
    };
    caller.persoon(bsn, &["gezag"])["gezag"].as_array().into_iter().flatten().map(of).collect()
}

fn kind(caller: &Caller, bsn: &str) -> (String, Vec<String>) {
    let (kind, about, holders) = told(caller, bsn).remove(0);
    assert_eq!(about, bsn);
    (kind, holders)
}

#[test]
fn parents_who_are_or_were_married_have_it_together() {
    let caller = Caller::new();
    let both = |one: &str, other: &str| ("GezamenlijkOuderlijkGezag".to_owned(), vec![one.to_owned(), other.to_owned()]);
    assert_eq!(kind(&caller, "999995807"), both("999993112", "999994542"), "Zoey den Braber");
    assert_eq!(kind(&caller, "999992557"), both("999994967", "999993045"), "divorced after her birth");
    // A parent is told each of her own children, and nothing of herself.
    let about: Vec<_> = told(&caller, "999994542").into_iter().map(|(_, about, _)| about).collect();
    assert_eq!(about, ["999995807", "999995832"]);
}

#[test]
fn an_unmarried_mother_has_it_alone_and_a_court_goes_before_all() {
    let caller = Caller::new();
    let alone = |bsn: &str| ("EenhoofdigOuderlijkGezag".to_owned(), vec![bsn.to_owned()]);
    assert_eq!(kind(&caller, "999996502"), alone("999996691"), "acknowledged before 2023");
    assert_eq!(told(&caller, "999993641").len(), 0, "her father has none");
    assert_eq!(kind(&caller, "999996460"), alone("999993082"), "a lone parent");
    assert_eq!(kind(&caller, "999990408"), alone("999990792"), "a court gave it to his father");
}

#[test]
fn what_can_not_be_told_is_said_and_of_who_is_of_age_or_died_there_is_none() {
    let caller = Caller::new();
    assert_eq!(kind(&caller, "999999370").0, "GezagNietTeBepalen", "a word of the court that the table does not know");
    let none = [("999993112", "an adult, over herself"), ("999996356", "who died")];
    for (bsn, who) in none {
        assert!(told(&caller, bsn).iter().all(|(_, about, _)| about != bsn), "{who}");
    }
    assert_eq!(caller.persoon("999995807", &["naam.voornamen"]), json!({ "naam": { "voornamen": "Zoey" } }), "only when asked");
}
