//! A register is away: a person types it herself, the case goes on, and what she typed is compared when the register is back.
#![allow(clippy::unwrap_used, clippy::panic)]
mod bron;

use access::{Actor, DataKey, Error};
use bron::{Answer, Bron, MIGRATIONS, doel, doelen, one};
use jiff::ToSpan;
use registers::{
    AdresVraag, Controle, Controlevraag, Datum, Gecontroleerd, Getypt, GetyptBedrijf, Kenteken, Register, Registers, Settings,
    Uitkomst, of_zaak, recheck_once, settle,
};
use serde_json::{Value, json};
use store::Row;
use testing::{World, worlds};
use uuid::Uuid;
use values::{Bsn, Clock, KvkNummer, Postcode, Vestigingsnummer};

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
    let getypt = Getypt {
        achternaam: Some(achternaam.to_owned()),
        geboortedatum: Some(Datum::parse(geboortedatum).unwrap()),
        adres: Some(format!("Boterdiep {huisnummer}, 3077 aw")),
        gezin: None,
    };
    Controlevraag::Persoon { bsn: bsn(), getypt, minstens: Some(16) }
}

/// Is this car in her name?
fn vehicle() -> Controlevraag {
    Controlevraag::Houderschap { kenteken: Kenteken::parse("X349DU").unwrap(), bsn: bsn() }
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
        assert_eq!(bron.asked().len(), 0, "of a register that is away nothing is asked");
        assert_eq!(controles(&world, 1, right).await[0].uitkomst, Uitkomst::Open);
        bron.json("brp", &suzanne());
        pass(&world, 9);
        assert!(recheck_once(&registers, &world.access, &doelen).await.unwrap().is_empty(), "left alone for ten seconds");
        pass(&world, 2);
        let known = recheck_once(&registers, &world.access, &doelen).await.unwrap();
        let told: Vec<_> = known.iter().map(|k| (k.controle.zaak, k.controle.uitkomst, k.verschillen.clone())).collect();
        assert_eq!(told, [(right, Uitkomst::Klopt, vec![]), (wrong, Uitkomst::Verschilt, vec!["geboortedatum", "adres"])]);
        for (known, organisation) in known.iter().zip([1, 2]) {
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
            "controle-klopt",
            "controle-verschilt",
        ];
        assert_eq!(lines, expected);
    }
}

#[tokio::test]
async fn an_answer_that_was_not_settled_is_asked_for_again_and_all_day_some_hundreds_of_times() {
    for world in worlds(&MIGRATIONS).await {
        let bron = Bron::start().await;
        bron.json("brp", &suzanne());
        let (registers, doelen) = (bron.registers(), doelen());
        later(&world, 1, "verhuismelding", typed("Moulin", "1985-12-01", "31 B")).await;
        assert_eq!(recheck_once(&registers, &world.access, &doelen).await.unwrap().len(), 1);
        assert_eq!(recheck_once(&registers, &world.access, &doelen).await.unwrap().len(), 0, "another worker leaves it alone");
        pass(&world, 121);
        assert_eq!(recheck_once(&registers, &world.access, &doelen).await.unwrap().len(), 1);
        for _ in 0..86_400 / 120 {
            pass(&world, 120);
            recheck_once(&registers, &world.access, &doelen).await.unwrap();
        }
        let lines = lines_about_her(&world).await;
        assert!((200..300).contains(&lines), "{lines}");
    }
}

#[tokio::test]
async fn every_register_has_its_own_comparison() {
    for world in worlds(&MIGRATIONS).await {
        let bron = Bron::start().await;
        let (registers, doelen) = (bron.registers(), doelen());
        let adres = AdresVraag::new(&Postcode::parse("3077AW").unwrap(), 31, None, None).unwrap();
        let kvk_nummer = KvkNummer::parse("69599084").unwrap();
        let company = |naam: &str, rechtsvorm: &str, adres: &str| Controlevraag::Onderneming {
            kvk_nummer: kvk_nummer.clone(),
            vestiging: None,
            getypt: GetyptBedrijf {
                naam: Some(naam.to_owned()),
                rechtsvorm: Some(rechtsvorm.to_owned()),
                adres: Some(adres.to_owned()),
            },
        };
        const HORECA: &str = "horeca-exploitatievergunning";
        let vehicle = vehicle();
        let expected = [
            ("verhuismelding", Controlevraag::Adres(adres), "niet-gevonden", vec![]),
            (HORECA, company("tweede handelsnaam", "eenmanszaak", "Kade 12 a, 3077 AW Rotterdam"), "klopt", vec![]),
            (HORECA, company("De Kade", "BV", "Kade 12, 3077 AW"), "verschilt", vec!["naam", "rechtsvorm", "adres"]),
            ("parkeervergunning", vehicle, "verschilt", vec!["houderschap"]),
        ];
        bron.json("bag", &json!({ "_embedded": { "adressen": [] } }));
        bron.json(
            "kvk",
            &json!({
                "kvkNummer": "69599084", "naam": "Dagobert", "handelsnamen": [{ "naam": "Tweede Handelsnaam" }],
                "_embedded": {
                    "eigenaar": { "rechtsvorm": "Eenmanszaak" },
                    "hoofdvestiging": { "vestigingsnummer": "000037178598", "adressen": [{
                        "type": "bezoekadres", "indAfgeschermd": "Nee", "straatnaam": "Kade", "huisnummer": 12, "huisletter": "A",
                        "postcode": "3077AW", "plaats": "Rotterdam" }] },
                },
            }),
        );
        bron.json("rdw", &json!({ "kenteken": "X349DU", "opNaam": null }));
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
        bron.json("rdw", &json!({ "kenteken": "X349DU", "opNaam": null }));
        let (registers, doelen) = (bron.registers(), doelen());
        later(&world, 1, "verhuismelding", typed("Moulin", "1985-12-01", "31B")).await;
        later(&world, 1, "parkeervergunning", vehicle()).await;
        let known = recheck_once(&registers, &world.access, &doelen).await.unwrap();
        assert_eq!(known.iter().map(|k| k.controle.register).collect::<Vec<_>>(), [Register::Rdw]);
        bron.json("brp", &suzanne());
        pass(&world, 31);
        let known = recheck_once(&registers, &world.access, &doelen).await.unwrap();
        assert_eq!(known.iter().map(|k| k.controle.uitkomst).collect::<Vec<_>>(), [Uitkomst::Klopt]);
    }
}

#[tokio::test]
async fn of_a_branch_its_own_address_counts_and_that_it_is_one_of_the_company() {
    for world in worlds(&MIGRATIONS).await {
        let bron = Bron::start().await;
        let (registers, doelen) = (bron.registers(), doelen());
        let branch = || Controlevraag::Onderneming {
            kvk_nummer: KvkNummer::parse("69599084").unwrap(),
            vestiging: Some(Vestigingsnummer::parse("000037178598").unwrap()),
            getypt: GetyptBedrijf { adres: Some("Haven 3, 3077 AW".into()), ..GetyptBedrijf::default() },
        };
        let company = json!({ "kvkNummer": "69599084", "naam": "Dagobert" });
        for (kvk_nummer, verschillen) in [("69599084", vec![]), ("90000749", vec!["vestiging"])] {
            let at = json!({ "type": "bezoekadres", "indAfgeschermd": "Nee", "straatnaam": "Haven", "huisnummer": 3, "postcode": "3077AW" });
            let found = json!({ "vestigingsnummer": "000037178598", "kvkNummer": kvk_nummer, "adressen": [at] });
            bron.json_at("kvk", "/v1/basisprofielen/69599084", &company);
            bron.json_at("kvk", "/v1/vestigingsprofielen/000037178598", &found);
            later(&world, 1, "horeca-exploitatievergunning", branch()).await;
            let known = recheck_once(&registers, &world.access, &doelen).await.unwrap().remove(0);
            assert_eq!(known.verschillen, verschillen);
            settled(&world, 1, known).await.unwrap();
        }
    }
}

#[tokio::test]
async fn who_would_not_have_been_let_in_and_what_must_not_be_missed_comes_out_as_well() {
    for world in worlds(&MIGRATIONS).await {
        let bron = Bron::start().await;
        let (registers, doelen) = (bron.registers(), doelen());
        let mut kept = suzanne();
        kept["personen"][0]["geheimhoudingPersoonsgegevens"] = json!(true);
        kept["personen"][0]["verblijfplaats"]["verblijfadres"]["inOnderzoek"] = json!({ "huisnummer": true });
        let mut died = suzanne();
        died["personen"][0]["opschortingBijhouding"] = json!({ "reden": { "code": "O" } });
        let mut left = suzanne();
        left["personen"][0]["opschortingBijhouding"] = json!({ "reden": { "code": "E" } });
        let mut young = suzanne();
        // Sixteen on the day after she sent it.
        young["personen"][0]["geboorte"]["datum"]["datum"] = json!("2010-11-24");
        let told = [
            (kept, "1985-12-01", Uitkomst::Klopt, vec![], vec!["geheimhouding", "onderzoek"]),
            (died, "1985-12-01", Uitkomst::Verschilt, vec!["overlijden"], vec![]),
            (left, "1985-12-01", Uitkomst::Verschilt, vec!["emigratie"], vec![]),
            (young, "2010-11-24", Uitkomst::Verschilt, vec!["leeftijd"], vec![]),
        ];
        for (answer, born, uitkomst, verschillen, bijzonder) in told {
            bron.json("brp", &answer);
            later(&world, 1, "verhuismelding", typed("Moulin", born, "31B")).await;
            // The register is away for days: the day that she sent it counts.
            pass(&world, 5 * 86_400);
            let known = recheck_once(&registers, &world.access, &doelen).await.unwrap().remove(0);
            pass(&world, -5 * 86_400);
            assert_eq!((known.controle.uitkomst, &known.verschillen, &known.bijzonder), (uitkomst, &verschillen, &bijzonder));
            settled(&world, 1, known).await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_register_that_answered_wrongly_for_an_hour_is_asked_again_within_a_minute_and_not_by_all_at_once() {
    for world in worlds(&MIGRATIONS).await {
        let bron = Bron::start().await;
        bron.json("brp", &json!({ "personen": [{ "burgerservicenummer": "999990019" }] }));
        let (registers, doelen) = (bron.registers(), doelen());
        for _ in 0..20 {
            later(&world, 1, "verhuismelding", typed("Moulin", "1985-12-01", "31B")).await;
        }
        for _ in 0..100 {
            assert!(recheck_once(&registers, &world.access, &doelen).await.unwrap().is_empty());
            assert!(bron.asked().len() <= 5, "a register that is wrong is not asked for all that wait");
            pass(&world, 36);
        }
        bron.json("brp", &suzanne());
        let mut told = 0;
        for _ in 0..12 {
            told += recheck_once(&registers, &world.access, &doelen).await.unwrap().len();
            pass(&world, 5);
        }
        assert_eq!(told, 20, "within a minute");
    }
}

/// How often a register was asked about her.
async fn lines_about_her(world: &World) -> usize {
    texts(world, "SELECT action FROM journal_line WHERE action LIKE 'register-bevraagd-%'").await.len()
}

#[tokio::test]
async fn a_day_without_a_register_is_no_line_about_her_and_makes_her_wait_no_longer_for_what_it_answers_then() {
    for world in worlds(&MIGRATIONS).await {
        let (bron, doelen) = (Bron::start().await, doelen());
        later(&world, 1, "verhuismelding", typed("Moulin", "1985-12-01", "31B")).await;
        for away in [Answer::Json(502, "{}".into()), Answer::Json(503, "{}".into()), Answer::Html(504), Answer::Cut, Answer::Slow]
        {
            bron.set("brp", away);
            let registers = bron.registers();
            for _ in 0..60 {
                assert!(recheck_once(&registers, &world.access, &doelen).await.unwrap().is_empty());
                pass(&world, 5 * 60);
            }
        }
        assert_eq!((lines_about_her(&world).await, bron.asked().len()), (0, 0));
        // It is back, and not itself yet: asked in the first round, and again as soon as on the first day.
        let registers = bron.registers();
        bron.set("brp", Answer::Json(500, "{}".into()));
        assert!(recheck_once(&registers, &world.access, &doelen).await.unwrap().is_empty());
        assert_eq!((lines_about_her(&world).await, bron.asked().len()), (1, 1));
        bron.json("brp", &suzanne());
        pass(&world, 15);
        let known = recheck_once(&registers, &world.access, &doelen).await.unwrap();
        assert_eq!(known.iter().map(|k| k.controle.uitkomst).collect::<Vec<_>>(), [Uitkomst::Klopt]);
    }
}

#[tokio::test]
async fn a_register_that_is_there_and_gives_no_answer_all_day_is_asked_about_her_some_hundreds_of_times() {
    let another = json!({ "personen": [{ "burgerservicenummer": "999990019" }] }).to_string();
    for answer in [Answer::Json(200, another), Answer::Json(500, "{}".into()), Answer::Html(401)] {
        for world in worlds(&MIGRATIONS).await {
            let (bron, doelen) = (Bron::start().await, doelen());
            let registers = bron.registers();
            bron.set("brp", answer.clone());
            later(&world, 1, "verhuismelding", typed("Moulin", "1985-12-01", "31B")).await;
            for _ in 0..86_400 / 36 {
                assert!(recheck_once(&registers, &world.access, &doelen).await.unwrap().is_empty());
                pass(&world, 36);
            }
            let lines = lines_about_her(&world).await;
            assert!((200..300).contains(&lines) && bron.asked().len() == lines, "{lines}");
            bron.json("brp", &suzanne());
            pass(&world, 10 * 60);
            assert_eq!(recheck_once(&registers, &world.access, &doelen).await.unwrap().len(), 1);
        }
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
                registers::later(op, &key, &doel("verhuismelding"), Uuid::now_v7(), &vehicle()).await
            })
        });
        assert!(matches!(work.await, Err(Error::Internal(_))));
    }
}
