//! A register is away: a person types it herself, the case goes on, and what she typed is compared when the register is back.
#![allow(clippy::unwrap_used, clippy::panic)]
mod bron;

use access::{Actor, DataKey, Error};
use bron::{Answer, Bron, MIGRATIONS, doel, doelen, one};
use jiff::ToSpan;
use registers::{
    AdresVraag, Controle, Controlevraag, Datum, Gecontroleerd, Getypt, Kenteken, Register, Registers, Settings, Uitkomst,
    of_zaak, recheck_once, settle,
};
use serde_json::{Value, json};
use store::Row;
use testing::{World, worlds};
use uuid::Uuid;
use values::{Bsn, Clock, KvkNummer, Postcode};

fn bsn() -> Bsn {
    Bsn::parse("999993653").unwrap()
}

/// The person as the register has her.
fn suzanne() -> Value {
    one(&json!({
        "burgerservicenummer": "999993653",
        "naam": { "voornamen": "Suzanne", "voorvoegsel": "van der", "geslachtsnaam": "Moulin" },
        "geboorte": { "datum": { "type": "Datum", "datum": "1985-12-01" } },
        "verblijfplaats": { "type": "Adres", "verblijfadres": {
            "korteStraatnaam": "Boterdiep", "huisnummer": 31, "huisletter": "B", "postcode": "3077AW" } },
    }))
}

fn typed(achternaam: &str, geboortedatum: &str, huisnummer: &str) -> Controlevraag {
    let some = |text: &str| Some(text.to_owned());
    let getypt = Getypt {
        achternaam: some(achternaam),
        geboortedatum: Some(Datum::parse(geboortedatum).unwrap()),
        postcode: some("3077 aw"),
        huisnummer: some(huisnummer),
    };
    Controlevraag::Persoon { bsn: bsn(), getypt }
}

/// A zaak goes on without the register; gives the zaak and the id of its key.
async fn later(world: &World, organisation: u8, doel_name: &str, vraag: Controlevraag) -> (Uuid, Uuid) {
    let doel = doel(doel_name);
    let work = world.access.write(world.context(Actor::anonymous(), organisation), move |op| {
        let (doel, vraag) = (doel.clone(), vraag.clone());
        Box::pin(async move {
            let (key, zaak) = (DataKey::create(op).await?, Uuid::now_v7());
            registers::later(op, &key, &doel, zaak, &vraag).await?;
            Ok((zaak, key.id()))
        })
    });
    work.await.unwrap()
}

async fn settled(world: &World, organisation: u8, known: Gecontroleerd) -> access::Result<bool> {
    let work = world.access.write(world.context(Actor::machine("registers"), organisation), move |op| {
        let known = known.clone();
        Box::pin(async move { settle(op, &known).await })
    });
    work.await
}

async fn controles(world: &World, organisation: u8, zaak: Uuid) -> Vec<Controle> {
    let work = world
        .access
        .read(world.context(Actor::machine("test"), organisation), move |op| Box::pin(async move { of_zaak(op, zaak).await }));
    work.await.unwrap()
}

async fn texts(world: &World, sql: &'static str) -> Vec<String> {
    let work = world.access.read(world.context(Actor::machine("test"), 1), move |op| {
        Box::pin(async move { op.rows(sql, &[], |r: &Row<'_>| r.get(0)).await })
    });
    work.await.unwrap()
}

async fn sealed(world: &World) -> Vec<u8> {
    let work = world.access.read(world.context(Actor::machine("test"), 1), |op| {
        Box::pin(async move { op.one("SELECT vraag_sealed FROM register_controle", &[], |r: &Row<'_>| r.get(0)).await })
    });
    work.await.unwrap()
}

fn pass(world: &World, seconds: i64) {
    world.clock.set(world.clock.now().checked_add(seconds.seconds()).unwrap());
}

#[tokio::test]
async fn within_a_minute_of_the_return_of_the_register_it_is_known() {
    for world in worlds(&MIGRATIONS).await {
        let bron = Bron::start().await;
        bron.set("brp", Answer::Json(503, "{}".into()));
        let (registers, doelen) = (bron.registers(), doelen());
        let (right, _) = later(&world, 1, "verhuismelding", typed("Van der Moulin", "1985-12-01", "31b")).await;
        let (wrong, _) = later(&world, 2, "verhuismelding", typed("Moulin", "1985-12-02", "31")).await;
        assert!(recheck_once(&registers, &world.access, &doelen).await.unwrap().is_empty());
        assert_eq!(bron.asked().len(), 1, "the first finds it away, the second is not asked");
        assert_eq!(controles(&world, 1, right).await[0].uitkomst, Uitkomst::Open);
        pass(&world, 9);
        assert!(recheck_once(&registers, &world.access, &doelen).await.unwrap().is_empty());
        assert_eq!(bron.asked().len(), 0, "left alone for ten seconds");
        bron.json("brp", &suzanne());
        pass(&world, 2);
        let mut known = recheck_once(&registers, &world.access, &doelen).await.unwrap();
        assert_eq!(known.len(), 1, "another goes first than the one that found it away");
        pass(&world, 5);
        known.extend(recheck_once(&registers, &world.access, &doelen).await.unwrap());
        let told: Vec<_> = known.iter().map(|k| (k.controle.zaak, k.controle.uitkomst, k.verschillen.clone())).collect();
        assert_eq!(told, [(wrong, Uitkomst::Verschilt, vec!["geboortedatum", "adres"]), (right, Uitkomst::Klopt, vec![])]);
        for (known, organisation) in known.iter().zip([2, 1]) {
            let elsewhere = settled(&world, 3 - organisation, known.clone()).await;
            assert!(matches!(elsewhere, Err(Error::NotFound)), "another organisation has nothing to do with it");
            assert!(settled(&world, organisation, known.clone()).await.unwrap());
            assert!(!settled(&world, organisation, known.clone()).await.unwrap(), "the zaak is told once");
        }
        assert_eq!(controles(&world, 1, right).await[0].uitkomst, Uitkomst::Klopt);
        assert_eq!(controles(&world, 2, wrong).await[0].uitkomst, Uitkomst::Verschilt);
        assert_eq!(controles(&world, 1, wrong).await, [], "of another organisation");
        pass(&world, 3600);
        assert!(recheck_once(&registers, &world.access, &doelen).await.unwrap().is_empty());
        let lines = texts(&world, "SELECT action FROM journal_line ORDER BY id").await;
        let expected = [
            "controle-uitgesteld",
            "controle-uitgesteld",
            "register-bevraagd-brp",
            "register-bevraagd-brp",
            "register-bevraagd-brp",
            "controle-verschilt",
            "controle-klopt",
        ];
        assert_eq!(lines, expected);
    }
}

#[tokio::test]
async fn an_answer_that_was_not_settled_is_asked_for_again() {
    for world in worlds(&MIGRATIONS).await {
        let bron = Bron::start().await;
        bron.json("brp", &suzanne());
        let (registers, doelen) = (bron.registers(), doelen());
        later(&world, 1, "verhuismelding", typed("Moulin", "1985-12-01", "31 B")).await;
        assert_eq!(recheck_once(&registers, &world.access, &doelen).await.unwrap().len(), 1);
        assert_eq!(recheck_once(&registers, &world.access, &doelen).await.unwrap().len(), 0, "another worker leaves it alone");
        pass(&world, 121);
        assert_eq!(recheck_once(&registers, &world.access, &doelen).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn every_register_has_its_own_comparison() {
    for world in worlds(&MIGRATIONS).await {
        let bron = Bron::start().await;
        let (registers, doelen) = (bron.registers(), doelen());
        let adres = AdresVraag::new(&Postcode::parse("3077AW").unwrap(), 31, None, None).unwrap();
        let kvk_nummer = KvkNummer::parse("69599084").unwrap();
        let company = |naam: &str| Controlevraag::Onderneming { kvk_nummer: kvk_nummer.clone(), naam: Some(naam.to_owned()) };
        let vehicle = Controlevraag::Houderschap { kenteken: Kenteken::parse("X349DU").unwrap(), bsn: bsn() };
        let income = |inkomen| Controlevraag::Inkomen { bsn: bsn(), jaar: 2025, inkomen };
        let expected = [
            ("verhuismelding", Controlevraag::Adres(adres), "niet-gevonden", vec![]),
            ("horeca-exploitatievergunning", company("tweede handelsnaam"), "klopt", vec![]),
            ("horeca-exploitatievergunning", company("De Kade"), "verschilt", vec!["naam"]),
            ("parkeervergunning", vehicle, "verschilt", vec!["houderschap"]),
            ("zorgtoeslag", income(20_391), "klopt", vec![]),
            ("zorgtoeslag", income(20_000), "verschilt", vec!["inkomen"]),
        ];
        bron.json("bag", &json!({ "_embedded": { "adressen": [] } }));
        bron.json(
            "kvk",
            &json!({ "kvkNummer": "69599084", "naam": "Dagobert", "handelsnamen": [{ "naam": "Tweede Handelsnaam" }] }),
        );
        bron.json("rdw", &json!({ "kenteken": "X349DU", "opNaam": null }));
        bron.json("bri", &json!({ "jaar": 2025, "inkomen": 20_391, "status": "definitief" }));
        for (doel, vraag, ..) in &expected {
            later(&world, 1, doel, vraag.clone()).await;
        }
        let known = recheck_once(&registers, &world.access, &doelen).await.unwrap();
        let told: Vec<_> = known.iter().map(|k| (k.controle.uitkomst.word(), k.verschillen.clone())).collect();
        assert_eq!(told, expected.map(|(_, _, uitkomst, verschillen)| (uitkomst, verschillen)));
    }
}

#[tokio::test]
async fn what_she_typed_stands_nowhere_readable_and_is_forgotten_when_it_is_known() {
    for world in worlds(&MIGRATIONS).await {
        let bron = Bron::start().await;
        bron.json("brp", &suzanne());
        later(&world, 1, "verhuismelding", typed("Moulin", "1985-12-01", "31B")).await;
        let bytes = sealed(&world).await;
        assert!(!bytes.is_empty() && !String::from_utf8_lossy(&bytes).contains("Moulin"));
        let known = recheck_once(&bron.registers(), &world.access, &doelen()).await.unwrap().remove(0);
        assert!(!format!("{known:?}").contains("Moulin"));
        settled(&world, 1, known).await.unwrap();
        assert!(sealed(&world).await.is_empty());
    }
}

#[tokio::test]
async fn a_question_whose_key_was_destroyed_falls_away() {
    for world in worlds(&MIGRATIONS).await {
        let bron = Bron::start().await;
        let (zaak, key) = later(&world, 1, "verhuismelding", typed("Moulin", "1985-12-01", "31B")).await;
        let destroy = world
            .access
            .write(world.context(Actor::machine("test"), 1), move |op| Box::pin(async move { DataKey::destroy(op, key).await }));
        destroy.await.unwrap();
        assert!(recheck_once(&bron.registers(), &world.access, &doelen()).await.unwrap().is_empty());
        assert_eq!((controles(&world, 1, zaak).await.len(), bron.asked().len()), (0, 0));
        let lines = texts(&world, "SELECT action FROM journal_line WHERE subject_kind = 'zaak' ORDER BY id").await;
        assert_eq!(lines, ["controle-uitgesteld", "controle-vervallen"]);
    }
}

#[tokio::test]
async fn one_answer_that_can_not_be_used_holds_nobody_else_up() {
    for world in worlds(&MIGRATIONS).await {
        let bron = Bron::start().await;
        bron.json("brp", &json!({ "personen": [{ "burgerservicenummer": "999990019" }] }));
        bron.json("bri", &json!({ "jaar": 2025, "inkomen": 1 }));
        let (registers, doelen) = (bron.registers(), doelen());
        later(&world, 1, "verhuismelding", typed("Moulin", "1985-12-01", "31B")).await;
        later(&world, 1, "zorgtoeslag", Controlevraag::Inkomen { bsn: bsn(), jaar: 2025, inkomen: 1 }).await;
        let known = recheck_once(&registers, &world.access, &doelen).await.unwrap();
        assert_eq!(known.iter().map(|k| k.controle.register).collect::<Vec<_>>(), [Register::Bri]);
        bron.json("brp", &suzanne());
        pass(&world, 31);
        let known = recheck_once(&registers, &world.access, &doelen).await.unwrap();
        assert_eq!(known.iter().map(|k| k.controle.uitkomst).collect::<Vec<_>>(), [Uitkomst::Klopt]);
    }
}

#[tokio::test]
async fn two_workers_ask_each_question_once() {
    for world in worlds(&MIGRATIONS).await {
        let bron = Bron::start().await;
        bron.json("brp", &suzanne());
        for _ in 0..20 {
            later(&world, 1, "verhuismelding", typed("Moulin", "1985-12-01", "31B")).await;
        }
        let (registers, doelen) = (bron.registers(), doelen());
        let one = recheck_once(&registers, &world.access, &doelen);
        let other = recheck_once(&registers, &world.access, &doelen);
        let (one, other) = tokio::join!(one, other);
        assert_eq!((one.unwrap().len() + other.unwrap().len(), bron.asked().len()), (20, 20));
    }
}

#[tokio::test]
async fn a_register_that_is_not_connected_is_waited_for_and_a_purpose_asks_no_more_than_it_may() {
    for world in worlds(&MIGRATIONS).await {
        let none = Registers::open(&Settings::default()).unwrap();
        let (zaak, _) = later(&world, 1, "verhuismelding", typed("Moulin", "1985-12-01", "31B")).await;
        assert!(recheck_once(&none, &world.access, &doelen()).await.unwrap().is_empty());
        assert_eq!(controles(&world, 1, zaak).await[0].uitkomst, Uitkomst::Open);
        assert_eq!(texts(&world, "SELECT action FROM journal_line").await, ["controle-uitgesteld"], "nothing was asked");
        let work = world.access.write(world.context(Actor::anonymous(), 1), |op| {
            Box::pin(async move {
                let key = DataKey::create(op).await?;
                let vraag = Controlevraag::Inkomen { bsn: bsn(), jaar: 2025, inkomen: 1 };
                registers::later(op, &key, &doel("verhuismelding"), Uuid::now_v7(), &vraag).await
            })
        });
        assert!(matches!(work.await, Err(Error::Internal(_))));
    }
}
