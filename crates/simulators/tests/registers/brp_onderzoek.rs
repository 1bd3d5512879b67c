//! What is under investigation in the BRP stands beside the value, with the date it began, and only when the value was asked for.

use crate::caller::Caller;
use serde_json::{Value, json};

fn datum(iso: &str, long: &str) -> Value {
    json!({ "type": "Datum", "datum": iso, "langFormaat": long })
}

#[test]
fn a_date_of_birth_under_investigation_touches_birth_and_age_and_nothing_else() {
    let caller = Caller::new();
    let since = datum("2010-01-01", "1 januari 2010");
    let told = caller.persoon("999990019", &["geboorte", "leeftijd", "naam"]);
    assert_eq!(told["geboorte"]["inOnderzoek"], json!({ "datum": true, "datumIngangOnderzoek": since }));
    assert_eq!(told["inOnderzoek"], json!({ "leeftijd": true, "datumIngangOnderzoekPersoon": since }));
    assert_eq!(told["naam"].get("inOnderzoek"), None);
    let told = caller.persoon("999990019", &["geboorte.plaats", "burgerservicenummer"]);
    assert_eq!((told["geboorte"].get("inOnderzoek"), told.get("inOnderzoek")), (None, None));
}

#[test]
fn an_address_under_investigation_touches_what_is_made_of_it() {
    let caller = Caller::new();
    let told = caller.persoon("999991632", &["verblijfplaats", "gemeenteVanInschrijving", "adressering"]);
    let since = datum("2021-08-01", "1 augustus 2021");
    assert_eq!(told["verblijfplaats"]["inOnderzoek"]["type"], true);
    assert_eq!(told["verblijfplaats"]["verblijfadres"]["inOnderzoek"]["postcode"], true);
    assert_eq!(told["verblijfplaats"]["verblijfadres"]["inOnderzoek"]["datumIngangOnderzoek"], since);
    assert_eq!(told["inOnderzoek"], json!({ "gemeenteVanInschrijving": true, "datumIngangOnderzoekGemeente": since }));
    assert_eq!(told["adressering"]["inOnderzoek"]["adresregel1"], true);
    assert_eq!(told["adressering"]["inOnderzoek"]["datumIngangOnderzoekVerblijfplaats"], since);
    assert_eq!(told["adressering"]["inOnderzoek"].get("aanhef"), None);
    // Of this address only the house number.
    let told = caller.persoon("999992703", &["verblijfplaats.verblijfadres"]);
    let marks = json!({ "huisnummer": true, "datumIngangOnderzoek": since });
    assert_eq!(told["verblijfplaats"]["verblijfadres"]["inOnderzoek"], marks);
    assert_eq!(told["verblijfplaats"].get("inOnderzoek"), None);
}

#[test]
fn somebody_who_does_not_live_at_her_address_is_told_so() {
    let caller = Caller::new();
    let told = caller.persoon("999992570", &["verblijfplaats.verblijfadres.postcode", "adressering.adresregel1"]);
    assert_eq!(told["verblijfplaats"]["indicatieVastgesteldVerblijftNietOpAdres"], true);
    assert_eq!(told["verblijfplaats"]["inOnderzoek"]["type"], true);
    assert_eq!(told["verblijfplaats"]["verblijfadres"]["inOnderzoek"]["postcode"], true);
    assert_eq!(told["adressering"]["indicatieVastgesteldVerblijftNietOpAdres"], true);
    assert_eq!(told["adressering"]["inOnderzoek"]["adresregel1"], true);
    let told = caller.persoon("999992570", &["gemeenteVanInschrijving"]);
    assert_eq!(told.get("inOnderzoek"), None);
}

#[test]
fn each_parent_child_and_partner_has_her_own_investigation() {
    let caller = Caller::new();
    let since = datum("2015-10-10", "10 oktober 2015");
    let marks = json!({ "voornamen": true, "voorletters": true, "datumIngangOnderzoek": since });
    let told = caller.persoon("999998328", &["ouders.naam", "kinderen.naam", "naam"]);
    for ouder in told["ouders"].as_array().unwrap() {
        assert_eq!(ouder["naam"]["inOnderzoek"], marks);
    }
    assert_eq!(told["kinderen"][0]["naam"]["inOnderzoek"], marks);
    assert_eq!(told["naam"]["inOnderzoek"]["volledigeNaam"], true);
    // Of her parents only the second, since 1994.
    let told = caller.persoon("999992466", &["ouders"]);
    let by_number = |number: &str| {
        told["ouders"].as_array().unwrap().iter().find(|ouder| ouder["ouderAanduiding"] == number).unwrap().clone()
    };
    assert_eq!(by_number("1").get("inOnderzoek"), None);
    assert_eq!(by_number("2")["inOnderzoek"]["datumIngangOnderzoek"]["datum"], "1994-03-10");
    let told = caller.persoon("999991139", &["partners.naam.geslachtsnaam", "adressering.aanhef"]);
    assert_eq!(told["partners"][0]["naam"]["inOnderzoek"]["geslachtsnaam"], true);
    assert_eq!(told["adressering"]["inOnderzoek"]["datumIngangOnderzoekPartner"]["datum"], "1995-11-11");
}

#[test]
fn a_nationality_under_investigation_is_marked_with_its_kind() {
    let caller = Caller::new();
    let told = caller.persoon("999990482", &["nationaliteiten.nationaliteit"]);
    let marks = json!({ "nationaliteit": true, "type": true, "datumIngangOnderzoek": datum("2010-08-22", "22 augustus 2010") });
    assert_eq!(told["nationaliteiten"][0]["inOnderzoek"], marks);
    assert_eq!(told["nationaliteiten"][0]["type"], "Nationaliteit");
}
