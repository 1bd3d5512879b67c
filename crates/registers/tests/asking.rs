//! Asking registers: exactly what the purpose may have, after a line in the journal; and every way in which they fail.
#![allow(clippy::unwrap_used, clippy::panic)]
mod bron;

use access::{Actor, Party, Purpose, Role};
use axum::http::Method;
use bron::{Answer, Asked, Bron, MIGRATIONS, doel, doelen, one};
use registers::{AdresVraag, Doel, InkomenStatus, Kenteken, OpNaam, Persoon, Register, Registers, Settings, Vraagfout};
use serde_json::{Value, json};
use store::Row;
use testing::{World, worlds};
use uuid::Uuid;
use values::Vestigingsnummer;
use values::{Bsn, KvkNummer, Postcode};

fn bsn() -> Bsn {
    Bsn::parse("999990421").unwrap()
}

fn recorded(name: &str) -> Value {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/answers").join(name);
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

async fn persoon(world: &World, registers: &Registers, doel: &Doel) -> Result<Persoon, Vraagfout> {
    registers.persoon(&world.access, &world.context(Actor::machine("test"), 1), doel, &bsn()).await
}

/// The journal: action, kind and id of the subject, purpose, basis, and the last digits that tell the organisation.
async fn journal(world: &World) -> Vec<(String, String, Uuid, String, String, String)> {
    let work = world.access.read(world.context(Actor::machine("test"), 1), |op| {
        Box::pin(async move {
            let sql = "SELECT action, subject_kind, subject, purpose, basis, organisation FROM journal_line ORDER BY id";
            let read =
                |r: &Row<'_>| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?, r.get::<String>(5)?[15..17].to_owned()));
            op.rows(sql, &[], read).await
        })
    });
    work.await.unwrap()
}

/// Asks everything that can be asked, for one purpose.
async fn ask_all(world: &World, registers: &Registers, doel: &Doel) {
    let (access, context) = (&world.access, &world.context(Actor::machine("test"), 1));
    let adres = AdresVraag::new(&Postcode::parse("3077AW").unwrap(), 31, None, None).unwrap();
    let kenteken = Kenteken::parse("X-349-DU").unwrap();
    let _ = registers.persoon(access, context, doel, &bsn()).await;
    let _ = registers.adressen(access, context, doel, &adres).await;
    let _ = registers.onderneming(access, context, doel, &KvkNummer::parse("69599084").unwrap()).await;
    let _ = registers.vestiging(access, context, doel, &Vestigingsnummer::parse("000037178598").unwrap()).await;
    let _ = registers.houderschap(access, context, doel, (&kenteken, &bsn())).await;
    let _ = registers.inkomen(access, context, doel, (&bsn(), 2025)).await;
}

#[tokio::test]
async fn every_purpose_asks_exactly_what_its_policy_says() {
    let bron = Bron::start().await;
    let world = worlds(&MIGRATIONS).await.remove(0);
    let registers = bron.registers();
    let paths = [
        (Register::Bag, "adres", "/adressen?postcode=3077AW&huisnummer=31&pageSize=100"),
        (Register::Kvk, "basisprofiel", "/v1/basisprofielen/69599084"),
        (Register::Kvk, "vestigingsprofiel", "/v1/vestigingsprofielen/000037178598"),
        (Register::Rdw, "houderschap", "/rdw/v1/houderschap"),
        (Register::Bri, "inkomen", "/bri/v1/inkomen"),
    ];
    let (doelen, mut lines) = (doelen(), 0);
    assert!(doelen.iter().count() >= 9);
    for doel in doelen.iter() {
        ask_all(&world, &registers, doel).await;
        let asked = bron.asked();
        let persons = (!doel.fields(Register::Brp).is_empty()).then_some("/personen");
        let others = paths.iter().filter(|(register, field, _)| doel.fields(*register).iter().any(|f| f == field));
        let expected: Vec<&str> = persons.into_iter().chain(others.map(|(_, _, path)| *path)).collect();
        let came: Vec<&str> = asked.iter().map(|a| a.path.as_str()).collect();
        assert_eq!(came, expected, "{}", doel.purpose().name);
        for Asked { body, key, .. } in &asked {
            assert_eq!(key.as_deref(), Some("sleutel"));
            let fields = body.get("fields").map(|f| serde_json::from_value::<Vec<String>>(f.clone()).unwrap());
            assert!(fields.is_none_or(|sent| sent == doel.fields(Register::Brp)), "{}", doel.purpose().name);
        }
        assert!(came.iter().all(|path| !path.contains("999990421")), "no BSN in a URL");
        lines += came.len();
    }
    assert_eq!(journal(&world).await.len(), lines, "what was asked has a line, what was not asked has none");
}

#[tokio::test]
async fn a_question_stands_in_the_journal_of_the_organisation_that_asks() {
    for world in worlds(&MIGRATIONS).await {
        let bron = Bron::start().await;
        bron.json("brp", &recorded("brp-overleden.json"));
        let (registers, doel) = (bron.registers(), doel("verhuismelding"));
        for organisation in [1, 2] {
            let context = world.context(Actor::worker("balie", &[Role::Behandelaar]), organisation);
            registers.persoon(&world.access, &context, &doel, &bsn()).await.unwrap();
        }
        let lines = journal(&world).await;
        let id = |organisation| {
            let context = world.context(Actor::worker("balie", &[Role::Behandelaar]), organisation);
            Party::Person(bsn()).id(world.access.keys(), &context.organisation).unwrap()
        };
        for (line, (organisation, digits)) in lines.iter().zip([(1, "01"), (2, "02")]) {
            let Purpose { name, basis } = doel.purpose().clone();
            let expected = ("register-bevraagd-brp".into(), "persoon".into(), id(organisation), name, basis, digits.to_owned());
            assert_eq!(*line, expected);
        }
        assert_ne!(lines[0].2, lines[1].2, "each organisation knows her by an id of its own");
    }
}

#[tokio::test]
async fn no_journal_no_question() {
    // A database without the tables of the journal: nothing can be written down.
    for world in worlds(&[]).await {
        let bron = Bron::start().await;
        bron.json("brp", &recorded("brp-overleden.json"));
        let answer = persoon(&world, &bron.registers(), &doel("verhuismelding")).await;
        assert!(matches!(answer, Err(Vraagfout::Internal(_))), "{answer:?}");
        assert_eq!(bron.asked().len(), 0);
    }
}

#[tokio::test]
async fn what_a_purpose_may_not_ask_is_not_asked() {
    let bron = Bron::start().await;
    let world = worlds(&MIGRATIONS).await.remove(0);
    let context = world.context(Actor::machine("test"), 1);
    let doel = doel("parkeervergunning");
    let answer = bron.registers().inkomen(&world.access, &context, &doel, (&bsn(), 2025)).await;
    assert!(matches!(answer, Err(Vraagfout::Internal(_))));
    assert_eq!((bron.asked().len(), journal(&world).await.len()), (0, 0));
}

#[tokio::test]
async fn a_register_fails_in_its_own_way_and_says_nothing_of_the_person() {
    let bron = Bron::start().await;
    let world = worlds(&MIGRATIONS).await.remove(0);
    let doel = doel("verhuismelding");
    let json = |status, body: Value| Answer::Json(status, body.to_string());
    let whole = recorded("brp-overleden.json");
    let half = whole.to_string().split_at(400).0.to_owned();
    let other = one(&json!({ "burgerservicenummer": "999990019", "naam": { "geslachtsnaam": "Holthuizen" } }));
    let two = json!({ "personen": [{ "burgerservicenummer": "999990421" }, { "burgerservicenummer": "999990421" }] });
    let with = |part: Value| {
        let mut persoon = json!({ "burgerservicenummer": "999990421" });
        persoon.as_object_mut().unwrap().extend(part.as_object().unwrap().clone());
        json(200, one(&persoon))
    };
    let cases = [
        (json(200, json!({ "type": "RaadpleegMetBurgerservicenummer", "personen": [] })), "knows of none"),
        (json(404, json!({ "title": "Niet gevonden" })), "knows of none"),
        (json(200, other), "about another"),
        (json(200, one(&json!({ "naam": { "geslachtsnaam": "Holthuizen" } }))), "about another"),
        (json(200, two), "about another"),
        (Answer::Json(200, half), "can't be read"),
        (json(200, json!({ "type": "RaadpleegMetBurgerservicenummer" })), "can't be read"),
        (with(json!({ "geboorte": { "datum": { "type": "Datum", "datum": "gisteren" } } })), "can't be read"),
        (with(json!({ "verblijfplaats": { "type": "Ruimtestation" } })), "can't be read"),
        (with(json!({ "partners": [{ "burgerservicenummer": "123" }] })), "can't be read"),
        (with(json!({ "naam": "Holthuizen" })), "can't be read"),
        (Answer::Html(200), "can't be read"),
        (Answer::Html(404), "is away"),
        (json(403, json!({ "title": "U bent niet geautoriseerd voor 999990421" })), "is away"),
        (json(503, json!({})), "is away"),
        (Answer::Cut, "is away"),
        (Answer::Slow, "is away"),
        (json(400, json!({ "detail": "999990421" })), "does not understand"),
    ];
    for (answer, told) in cases {
        bron.set("brp", answer);
        // A new connection each time: the breaker counts per connection.
        let fault = persoon(&world, &bron.registers(), &doel).await.unwrap_err();
        let texts = format!("{fault} {fault:?} {:?}", access::Error::from(fault.clone()));
        assert!(fault.to_string().contains(told), "{fault}, not: {told}");
        assert!(!texts.contains("99999") && !texts.contains("Holthuizen"), "{texts}");
    }
}

#[tokio::test]
async fn a_register_that_is_not_connected_or_not_there_is_away() {
    let world = worlds(&MIGRATIONS).await.remove(0);
    let doel = doel("verhuismelding");
    let none = Registers::open(&Settings::default()).unwrap();
    assert!(matches!(persoon(&world, &none, &doel).await, Err(Vraagfout::Weg(Register::Brp))));
    assert_eq!(journal(&world).await.len(), 0, "nothing left, so nothing is written");
    let bron = Bron::start().await;
    let registers = bron.registers();
    drop(bron);
    assert!(matches!(persoon(&world, &registers, &doel).await, Err(Vraagfout::Weg(Register::Brp))));
}

#[tokio::test]
async fn after_five_failures_a_register_is_left_alone() {
    let bron = Bron::start().await;
    let world = worlds(&MIGRATIONS).await.remove(0);
    let (registers, doel) = (bron.registers(), doel("verhuismelding"));
    bron.set("brp", Answer::Json(503, "{}".into()));
    for _ in 0..8 {
        assert!(matches!(persoon(&world, &registers, &doel).await, Err(Vraagfout::Weg(Register::Brp))));
    }
    assert_eq!(bron.asked().len(), 5);
}

#[tokio::test]
async fn a_person_is_read_with_what_is_under_investigation() {
    let bron = Bron::start().await;
    let world = worlds(&MIGRATIONS).await.remove(0);
    let mut answer = recorded("brp-overleden.json");
    answer["personen"][0]["verblijfplaats"]["verblijfadres"]["inOnderzoek"] = json!({ "postcode": true });
    bron.json("brp", &answer);
    let persoon = persoon(&world, &bron.registers(), &doel("mijn-gegevens")).await.unwrap();
    assert_eq!(persoon.naam.volledig().as_deref(), Some("Adrianus Hendrikus Holthuizen"));
    assert_eq!(persoon.naam.met_voorletters().as_deref(), Some("A.H. Holthuizen"));
    assert_eq!(persoon.adrestekst().as_deref(), Ok("Nieuwe Parklaan 58, 2597 LD 's-Gravenhage"));
    assert!(persoon.is_overleden());
    let day = persoon.geboorte.as_ref().unwrap().datum.unwrap().volledig().unwrap();
    assert_eq!((day.to_string().as_str(), persoon.leeftijd(day)), ("1904-02-15", None), "who died has no age");
    assert_eq!(persoon.partners[0].aangegaan.unwrap().to_string(), "1926-07-15");
    let adres = persoon.bekend("verblijfplaats", |p| p.adres().cloned()).unwrap();
    assert!(adres.in_onderzoek && !persoon.bekend("naam", |p| p.naam.volledig()).unwrap().in_onderzoek);
    assert_eq!((adres.bron, adres.gevraagd_op), (Register::Brp, world.access.clock().now()));
    assert_eq!(format!("{persoon:?} {:?} {adres:?}", persoon.naam).matches("Holthuizen").count(), 0, "Debug shows nothing");
}

#[tokio::test]
async fn a_family_is_read_and_who_has_authority() {
    let bron = Bron::start().await;
    let world = worlds(&MIGRATIONS).await.remove(0);
    let mut answer = recorded("brp-gezin.json");
    let gezin = &mut answer["personen"][0];
    gezin["burgerservicenummer"] = json!("999990421");
    gezin["partners"][0]["ontbindingHuwelijkPartnerschap"] = Value::Null;
    gezin["gezag"] = json!([
        { "type": "GezamenlijkOuderlijkGezag", "minderjarige": { "burgerservicenummer": "999970409" },
          "ouders": [{ "burgerservicenummer": "999970124" }, { "burgerservicenummer": "999970136" }], "inOnderzoek": true },
        { "type": "EenNieuweSoort", "minderjarige": { "burgerservicenummer": "999970161" } },
    ]);
    bron.json("brp", &answer);
    let persoon = persoon(&world, &bron.registers(), &doel("mijn-gegevens")).await.unwrap();
    let names: Vec<_> = persoon.kinderen.iter().filter_map(|kind| kind.naam.volledig()).collect();
    assert_eq!(names, ["Pero van Paassen", "Peet van Paassen", "Pelle van Paassen", "Pep van Paassen"]);
    assert_eq!(persoon.partner().unwrap().persoon.naam.volledig().as_deref(), Some("Pia Pauw"));
    assert_eq!(persoon.gezag[0].gezaghebbenden.len(), 2);
    assert!(persoon.in_onderzoek("gezag.0") && !persoon.in_onderzoek("gezag.1"));
    assert_eq!(persoon.gezag[1].soort, registers::GezagSoort::NietTeBepalen);
    assert_eq!(persoon.verblijf, None, "what was not answered is missing, not unknown");
}

#[tokio::test]
async fn who_died_is_asked_of_many_at_once_and_nothing_else_is() {
    let (bron, world) = (Bron::start().await, worlds(&MIGRATIONS).await.remove(0));
    let (context, doel) = (world.context(Actor::anonymous(), 1), doel("verhuismelding"));
    let registers = bron.registers();
    let bsn = |number| Bsn::parse(number).unwrap();
    let (lives, died, unknown) = (bsn("999990019"), bsn("999990408"), bsn("999993653"));
    let gone = json!({ "burgerservicenummer": died.expose(), "opschortingBijhouding": { "reden": { "code": "O" } } });
    bron.json("brp", &json!({ "personen": [{ "burgerservicenummer": lives.expose() }, gone] }));
    let all = [lives.clone(), died.clone(), unknown];
    assert!(registers.overleden(&world.access, &context, &doel, &all).await.unwrap() == [died.clone()]);
    let asked = &bron.asked()[0].body;
    assert_eq!(asked["fields"], json!(["burgerservicenummer"]));
    assert_eq!(asked["burgerservicenummer"].as_array().unwrap().len(), 3);
    let about: Vec<_> = journal(&world).await.into_iter().map(|(action, kind, subject, ..)| (action, kind, subject)).collect();
    let each = all.map(|bsn| Party::Person(bsn).id(world.access.keys(), &context.organisation).unwrap());
    let line = |id| ("register-bevraagd-brp".to_owned(), "persoon".to_owned(), id);
    assert_eq!(about, each.map(line), "each of them can see that she was looked up");
    // Somebody who was not asked for, or one twice: nothing of it is used.
    for strange in [json!([{ "burgerservicenummer": "999993653" }]), json!([gone, gone])] {
        bron.json("brp", &json!({ "personen": strange }));
        let answer = registers.overleden(&world.access, &context, &doel, &[lives.clone(), died.clone()]).await;
        assert!(matches!(answer, Err(Vraagfout::AnderePersoon(Register::Brp))));
    }
    assert!(registers.overleden(&world.access, &context, &doel, &[]).await.unwrap().is_empty());
    assert_eq!(bron.asked().len(), 2, "for nobody nothing is asked");
}

#[tokio::test]
async fn an_address_is_chosen_from_the_bag() {
    let bron = Bron::start().await;
    let world = worlds(&MIGRATIONS).await.remove(0);
    let (context, doel) = (world.context(Actor::anonymous(), 1), doel("verhuismelding"));
    let registers = bron.registers();
    let vraag = AdresVraag::new(&Postcode::parse("3077 AW").unwrap(), 31, None, None).unwrap();
    let adres = json!({ "openbareRuimteNaam": "Boterdiep", "korteNaam": "Boterdiep", "huisnummer": 31, "postcode": "3077AW",
        "woonplaatsNaam": "Rotterdam", "nummeraanduidingIdentificatie": "0599200000219678",
        "adresseerbaarObjectIdentificatie": "0599010000208579" });
    let mut second = adres.clone();
    second["huisletter"] = json!("A");
    second["inonderzoek"] = json!({ "huisletter": true });
    bron.json("bag", &json!({ "_embedded": { "adressen": [adres, second] } }));
    let found = registers.adressen(&world.access, &context, &doel, &vraag).await.unwrap();
    assert_eq!(found[0].waarde.op_een_regel().as_deref(), Some("Boterdiep 31, 3077 AW Rotterdam"));
    assert_eq!(found[0].waarde.nummeraanduiding.as_deref(), Some("0599200000219678"));
    assert_eq!((found[0].in_onderzoek, found[1].in_onderzoek), (false, true));
    assert_eq!(bron.asked()[0].method, Method::GET);
    for none in [json!({ "_embedded": { "adressen": [] } }), json!({ "_links": {} })] {
        bron.json("bag", &none);
        let answer = registers.adressen(&world.access, &context, &doel, &vraag).await;
        assert!(matches!(answer, Err(Vraagfout::NietGevonden(Register::Bag))));
    }
    bron.json("bag", &json!({ "_embedded": { "adressen": [{ "huisnummer": 32, "postcode": "3077AW" }] } }));
    let answer = registers.adressen(&world.access, &context, &doel, &vraag).await;
    assert!(matches!(answer, Err(Vraagfout::AnderePersoon(Register::Bag))));
}

#[tokio::test]
async fn companies_and_branches_are_read_as_the_kvk_writes_them() {
    let bron = Bron::start().await;
    let world = worlds(&MIGRATIONS).await.remove(0);
    let (access, context, doel) = (&world.access, &world.context(Actor::anonymous(), 1), &doel("horeca-exploitatievergunning"));
    let registers = bron.registers();
    let number = |text| KvkNummer::parse(text).unwrap();
    bron.json("kvk", &recorded("kvk-69599084.json"));
    let company = registers.onderneming(access, context, doel, &number("69599084")).await.unwrap();
    assert_eq!((company.naam.as_deref(), company.rechtsvorm.as_deref()), (Some("Test EMZ Dagobert"), Some("Eenmanszaak")));
    assert_eq!((company.handelsnamen.len(), company.aanvang.unwrap().to_string().as_str()), (8, "2017-01-08"));
    let head = company.hoofdvestiging.unwrap();
    assert!(head.hoofdvestiging && !head.adressen[0].afgeschermd);
    assert_eq!(head.adressen[0].regels, ["Abebe Bikilalaan 17M", "1034 WL Amsterdam"]);
    assert!(matches!(
        registers.onderneming(access, context, doel, &number("90000749")).await,
        Err(Vraagfout::AnderePersoon(Register::Kvk))
    ));
    bron.json("kvk", &recorded("kvk-90000749.json"));
    let club = registers.onderneming(access, context, doel, &number("90000749")).await.unwrap();
    assert_eq!((club.rsin.unwrap().expose(), club.hoofdvestiging, club.adressen.len()), ("992340597", None, 1));
    bron.set("kvk", Answer::Json(404, recorded("kvk-geen.json").to_string()));
    let none = registers.onderneming(access, context, doel, &number("12345678")).await;
    assert!(matches!(none, Err(Vraagfout::NietGevonden(Register::Kvk))));
    bron.json("kvk", &recorded("kvk-000037178598.json"));
    let nummer = Vestigingsnummer::parse("000037178598").unwrap();
    let branch = registers.vestiging(access, context, doel, &nummer).await.unwrap();
    assert_eq!(branch.adressen[0].regels, ["Postbus 200", "1000 AE Rommeldam"]);
    assert_eq!(branch.adressen[1].regels, ["Hizzaarderlaan 3-A", "8823 SJ Lollum"]);
    assert_eq!((branch.kvk_nummer.unwrap().expose(), branch.activiteiten[0].hoofd), ("68750110", true));
}

#[tokio::test]
async fn a_vehicle_is_in_her_name_or_not_or_nobody_knows() {
    let bron = Bron::start().await;
    let world = worlds(&MIGRATIONS).await.remove(0);
    let (context, doel) = (world.context(Actor::anonymous(), 1), doel("parkeervergunning"));
    let (registers, kenteken) = (bron.registers(), Kenteken::parse("X-349-DU").unwrap());
    for (said, expected) in [(json!(true), OpNaam::Ja), (json!(false), OpNaam::Nee), (Value::Null, OpNaam::Onbekend)] {
        bron.json(
            "rdw",
            &json!({ "kenteken": "X349DU", "opNaam": said, "voertuig": { "merk": "PEUGEOT" },
            "peilmoment": "2026-11-23T09:00:00Z" }),
        );
        let answer = registers.houderschap(&world.access, &context, &doel, (&kenteken, &bsn())).await.unwrap();
        assert_eq!((answer.op_naam, answer.voertuig.unwrap().merk.as_deref()), (expected, Some("PEUGEOT")));
    }
    assert_eq!(bron.asked()[0].body, json!({ "kenteken": "X349DU", "burgerservicenummer": "999990421" }));
    bron.json("rdw", &json!({ "kenteken": "R145HA", "opNaam": true }));
    let answer = registers.houderschap(&world.access, &context, &doel, (&kenteken, &bsn())).await;
    assert!(matches!(answer, Err(Vraagfout::AnderePersoon(Register::Rdw))));
}

#[tokio::test]
async fn an_income_is_of_the_person_and_the_year_that_were_asked() {
    let bron = Bron::start().await;
    let world = worlds(&MIGRATIONS).await.remove(0);
    let (context, doel) = (world.context(Actor::anonymous(), 1), doel("zorgtoeslag"));
    let registers = bron.registers();
    let ask = |jaar| {
        let bsn = bsn();
        let (registers, access, context, doel) = (&registers, &world.access, &context, &doel);
        async move { registers.inkomen(access, context, doel, (&bsn, jaar)).await }
    };
    let income = json!({ "burgerservicenummer": "999990421", "jaar": 2025, "inkomen": 19998, "status": "definitief" });
    bron.json("bri", &income);
    let answer = ask(2025).await.unwrap();
    assert_eq!((answer.inkomen, answer.status), (19998, Some(InkomenStatus::Definitief)));
    assert!(matches!(ask(2024).await, Err(Vraagfout::AnderePersoon(Register::Bri))));
    let with = |name: &str, value: Value| {
        let mut other = income.clone();
        other[name] = value;
        bron.json("bri", &other);
    };
    // Whose it is must be said, in so many words.
    for other in [json!("999990019"), json!(999_990_019), json!(999_990_421), Value::Null] {
        with("burgerservicenummer", other);
        assert!(matches!(ask(2025).await, Err(Vraagfout::AnderePersoon(Register::Bri))));
    }
    with("inkomen", Value::Null);
    assert!(matches!(ask(2025).await, Err(Vraagfout::NietGevonden(Register::Bri))));
    with("status", json!("geschat"));
    assert!(matches!(ask(2025).await, Err(Vraagfout::Onleesbaar(Register::Bri))));
}
