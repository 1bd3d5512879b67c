//! A complaint about a zaak and an objection to the decision on it, on both databases: by when the law wants it dealt with, who sees it, and
//! where it is found again.
#![allow(clippy::unwrap_used)]
use access::{
    Actor, Assurance, BESLOTEN, Browser, Context, Error, Event, Grond, Op, Purpose, Refusal, Role, Step, Vertegenwoordiging,
};
use catalogue::{Catalogue, Hosted};
use jiff::civil::Date;
use right_door::{Dossier, NewVraag, Over, OverZaak, Part, Soort, Vraag};
use std::{
    path::Path,
    sync::{Arc, LazyLock},
};
use store::Migration;
use terms::Calendar;
use testing::{World, worlds};
use uuid::Uuid;
use values::{Bsn, Email, Id, Language, Prose};

static MIGRATIONS: LazyLock<Vec<Migration>> =
    LazyLock::new(|| [access::MIGRATIONS, letters::MIGRATIONS, right_door::MIGRATIONS].concat());

static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Arc::new(Catalogue::load(&root.join("reference"), &root.join("services")).unwrap())
});

const PERMIT: &str = "parkeervergunning";

fn hosted(code: &str) -> Hosted {
    CATALOGUE.hosted_with_code(code).unwrap().clone()
}

fn person(bsn: &str) -> Actor {
    Actor::person(Bsn::parse(bsn).unwrap(), Assurance::Substantial)
}

fn resident() -> Actor {
    person("999990019")
}

fn neighbour() -> Actor {
    person("999990020")
}

/// The neighbour, with her authority for this service.
fn for_her(dienst: &str) -> Actor {
    let voor = Bsn::parse("999990019").unwrap();
    let diensten = vec![dienst.to_owned()];
    let grond = Grond::Machtiging(Uuid::nil());
    neighbour().on_behalf(Vertegenwoordiging { voor, naam: "Anna".into(), door: "Els".into(), grond, diensten })
}

fn handler() -> Actor {
    Actor::worker("noor", &[Role::Behandelaar])
}

fn colleague() -> Actor {
    Actor::worker("sanne", &[Role::Behandelaar])
}

fn front_desk() -> Actor {
    Actor::worker("emre", &[Role::Kcc])
}

async fn run<T: Send + 'static>(
    world: &World,
    (actor, code): (Actor, &str),
    work: impl for<'a> Fn(&'a mut Op<'_>) -> Step<'a, T> + Send + Sync + 'static,
) -> access::Result<T> {
    let purpose = Purpose::new("test", "test");
    let context = Context { actor, organisation: hosted(code).oin, purpose, trace: "test".into() };
    world.access.write(context, work).await
}

fn over(zaak: Uuid, nummer: &str) -> Over {
    Over { zaak, dienst: PERMIT.into(), nummer: nummer.into() }
}

fn complaint(zaak: Uuid) -> Soort {
    Soort::Klacht(over(zaak, "2026-7K3M-9QX2"))
}

/// An objection to a decision of Monday 23 November 2026.
fn objection(zaak: Uuid) -> Soort {
    Soort::Bezwaar(over(zaak, "B-2026-7K3M-9QX2"), Date::constant(2027, 1, 4))
}

fn sent(world: &World, soort: Soort) -> NewVraag {
    NewVraag {
        id: Id::new(),
        soort,
        tekst: Prose::parse("Ik woon er wel.", 4_000).unwrap(),
        naam: Some("Anna Jansen".into()),
        email: Some(Email::parse("jansen@example.org").unwrap()),
        product: None,
        taal: Language::Nl,
        browser: Browser::new(world.access.keys()),
        portal: "https://loket.example".into(),
    }
}

async fn sends(world: &World, who: Actor, new: &NewVraag) -> access::Result<Vraag> {
    let new = new.clone();
    let work = run(world, (who, "gm0307"), move |op| {
        let new = new.clone();
        Box::pin(async move { right_door::ask(op, &new, &hosted("gm0307"), &Calendar::shipped().unwrap()).await })
    });
    work.await
}

async fn about(world: &World, who: Actor, code: &str, zaak: Uuid) -> Vec<OverZaak> {
    run(world, (who, code), move |op| Box::pin(right_door::over_zaak(op, zaak))).await.unwrap()
}

async fn look(world: &World, who: Actor, id: Id<Vraag>) -> access::Result<right_door::VraagView> {
    run(world, (who, "gm0307"), move |op| Box::pin(right_door::look(op, id))).await
}

async fn letters(world: &World) -> i64 {
    let read = world.access.db().read::<i64, store::Error>(|tx| {
        Box::pin(async move { Ok(tx.row("SELECT COUNT(*) FROM outgoing_letter", &[], |r| r.get(0)).await?.unwrap()) })
    });
    read.await.unwrap()
}

async fn actions(world: &World) -> Vec<String> {
    let read = world.access.db().read::<Vec<String>, store::Error>(|tx| {
        Box::pin(async move { tx.rows("SELECT action FROM journal_line ORDER BY id", &[], |r| r.get(0)).await })
    });
    read.await.unwrap()
}

#[tokio::test]
async fn a_complaint_has_six_weeks_from_receipt_and_an_objection_six_from_the_end_of_the_term_to_object() {
    for world in worlds(&MIGRATIONS).await {
        let zaak = Uuid::now_v7();
        let klacht = sends(&world, resident(), &sent(&world, complaint(zaak))).await.unwrap();
        let bezwaar = sends(&world, resident(), &sent(&world, objection(zaak))).await.unwrap();
        // Both were received on Monday 23 November 2026.
        assert_eq!(klacht.uiterlijk_op.unwrap().to_string(), "2027-01-04");
        assert_eq!(bezwaar.uiterlijk_op.unwrap().to_string(), "2027-02-15");
        assert_eq!(letters(&world).await, 2, "receipt is confirmed in writing (Awb 6:14, 9:6)");
        assert_eq!(actions(&world).await, ["klacht-ontvangen", "bezwaar-ontvangen"]);
        // A week too late: the term counts as if it were not. So late that its day has passed: the law gives none.
        world.clock.set("2027-01-11T09:00:00Z".parse().unwrap());
        let late = sends(&world, resident(), &sent(&world, objection(zaak))).await.unwrap();
        assert_eq!(late.uiterlijk_op, bezwaar.uiterlijk_op);
        world.clock.set("2027-02-15T09:00:00Z".parse().unwrap());
        assert_eq!(sends(&world, resident(), &sent(&world, objection(zaak))).await.unwrap().uiterlijk_op, None);
        let view = look(&world, resident(), bezwaar.id).await.unwrap();
        assert_eq!(view.vraag.soort, objection(zaak), "and it is kept as it was sent");
    }
}

#[tokio::test]
async fn sent_twice_it_is_one_and_it_stands_with_the_zaak_for_her_and_at_the_desk_that_decided() {
    for world in worlds(&MIGRATIONS).await {
        let (zaak, other) = (Uuid::now_v7(), Uuid::now_v7());
        let new = sent(&world, objection(zaak));
        let first = sends(&world, resident(), &new).await.unwrap();
        let again = sends(&world, resident(), &new).await.unwrap();
        assert_eq!((first.nummer, letters(&world).await), (again.nummer, 1));
        sends(&world, resident(), &sent(&world, complaint(other))).await.unwrap();
        let ids = |all: Vec<OverZaak>| all.iter().map(|one| one.vraag.id).collect::<Vec<_>>();
        for (who, code) in [(resident(), "gm0307"), (handler(), "gm0307")] {
            assert_eq!(ids(about(&world, who, code, zaak).await), [new.id]);
        }
        for (who, code) in [(neighbour(), "gm0307"), (handler(), "gm0344"), (Actor::holder(other), "gm0307")] {
            assert!(about(&world, who.clone(), code, zaak).await.is_empty(), "{who:?}");
        }
        assert!(matches!(look(&world, neighbour(), new.id).await, Err(Error::NotFound)));
        let part = Part { closed: false, before: None };
        let mine = run(&world, (resident(), "gm0307"), move |op| {
            Box::pin(async move { right_door::mine(op, &[hosted("gm0307").oin], part).await })
        });
        assert_eq!(mine.await.unwrap().0.len(), 2, "among her questions");
        let waiting = run(&world, (handler(), "gm0307"), |op| Box::pin(right_door::waiting(op, None))).await.unwrap().0;
        assert!(waiting.iter().any(|one| one.id == new.id), "somebody must answer it");
        for (who, services) in [(resident(), vec![PERMIT]), (neighbour(), vec![])] {
            let work = run(&world, (who, "gm0307"), |op| {
                Box::pin(async move { right_door::diensten(op, &[hosted("gm0307").oin]).await })
            });
            assert_eq!(work.await.unwrap(), services);
        }
        let wie = dossier(&world, handler(), new.id).await.wie;
        assert_eq!(wie.unwrap().naam.as_deref(), Some("Anna Jansen"), "who decides knows who objects (Awb 6:5)");
        // Of her zaak, so no words open it that a zaak for which one signs in has not.
        assert!(look(&world, resident(), new.id).await.unwrap().code().is_none());
    }
}

#[tokio::test]
async fn who_is_authorised_for_the_service_objects_for_her_and_who_is_not_gets_at_nothing() {
    for world in worlds(&MIGRATIONS).await {
        let zaak = Uuid::now_v7();
        let new = sent(&world, objection(zaak));
        let refused = sends(&world, for_her("verhuismelding"), &new).await;
        assert!(matches!(refused, Err(Error::NotAllowed)), "another service");
        let made = sends(&world, for_her(PERMIT), &new).await.unwrap();
        for who in [for_her(PERMIT), resident()] {
            assert!(look(&world, who.clone(), made.id).await.is_ok(), "{who:?}");
            assert_eq!(about(&world, who, "gm0307", zaak).await.len(), 1);
        }
        for who in [for_her("verhuismelding"), neighbour()] {
            assert!(matches!(look(&world, who.clone(), made.id).await, Err(Error::NotFound)), "{who:?}");
            assert!(about(&world, who, "gm0307", zaak).await.is_empty());
        }
    }
}

#[tokio::test]
async fn who_handles_it_and_did_not_decide_answers_an_objection_and_nobody_sends_it_on() {
    for world in worlds(&MIGRATIONS).await {
        let zaak = Uuid::now_v7();
        let decides = run(&world, (handler(), "gm0307"), move |op| {
            Box::pin(async move { op.record(Event::of(BESLOTEN, "zaak", zaak)).await })
        });
        decides.await.unwrap();
        let bezwaar = sends(&world, resident(), &sent(&world, objection(zaak))).await.unwrap().id;
        let klacht = sends(&world, resident(), &sent(&world, complaint(zaak))).await.unwrap().id;
        for id in [bezwaar, klacht] {
            assert!(matches!(answer(&world, front_desk(), id).await, Err(Error::NotAllowed)));
            assert!(matches!(close(&world, front_desk(), id).await, Err(Error::NotAllowed)));
            assert!(matches!(look(&world, front_desk(), id).await.map(drop), Err(Error::NotAllowed)));
            assert_eq!(dossier(&world, front_desk(), id).await.weigering.unwrap().0, "refused-not-handler");
            for who in [front_desk(), handler()] {
                let refused = send_on(&world, who, id).await;
                assert!(matches!(refused, Err(Error::Refused(Refusal("refused-dispute-forward")))), "{refused:?}");
            }
        }
        let own = answer(&world, handler(), bezwaar).await;
        assert!(matches!(own, Err(Error::Refused(Refusal("refused-own-decision")))), "{own:?}");
        assert_eq!(dossier(&world, handler(), bezwaar).await.weigering.unwrap().0, "refused-own-decision");
        answer(&world, handler(), klacht).await.unwrap();
        assert!(dossier(&world, colleague(), bezwaar).await.weigering.is_none());
        answer(&world, colleague(), bezwaar).await.unwrap();
        let own = close(&world, handler(), bezwaar).await;
        assert!(matches!(own, Err(Error::Refused(Refusal("refused-own-decision")))), "{own:?}");
        close(&world, colleague(), bezwaar).await.unwrap();
    }
}

#[tokio::test]
async fn what_can_be_about_health_is_read_by_who_handles_it() {
    for world in worlds(&MIGRATIONS).await {
        let about = |dienst: &str| Soort::Klacht(Over { dienst: dienst.into(), ..over(Uuid::now_v7(), "2026-7K3M-9QX2") });
        for (dienst, read_by_all) in [(PERMIT, true), ("gehandicaptenparkeerkaart", false), ("a-service-of-before", false)] {
            let id = sends(&world, resident(), &sent(&world, about(dienst))).await.unwrap().id;
            let seen = dossier(&world, front_desk(), id).await;
            assert_eq!((seen.afgeschermd, seen.view.berichten.len()), (!read_by_all, usize::from(read_by_all)), "{dienst}");
            let read = || async { look(&world, resident(), id).await.unwrap().berichten[0].gelezen_op };
            assert_eq!(read().await.is_some(), read_by_all, "{dienst}: what she did not see was not read");
            let seen = dossier(&world, handler(), id).await;
            assert_eq!((seen.afgeschermd, seen.view.berichten.len()), (false, 1), "{dienst}");
            assert!(read().await.is_some());
        }
        let lines = actions(&world).await;
        assert!(
            lines.iter().any(|line| line == "klacht-gelezen") && !lines.iter().any(|line| line.starts_with("vraag-")),
            "{lines:?}"
        );
    }
}

#[tokio::test]
async fn who_holds_the_words_of_a_report_complains_with_words_of_its_own_and_objects_to_nothing() {
    for world in worlds(&MIGRATIONS).await {
        let zaak = Uuid::now_v7();
        let holder = || Actor::holder(zaak);
        let refused = sends(&world, holder(), &sent(&world, objection(zaak))).await;
        assert!(matches!(refused, Err(Error::NotAllowed)), "whose it is must be sure");
        let refused = sends(&world, Actor::holder(Uuid::now_v7()), &sent(&world, complaint(zaak))).await;
        assert!(matches!(refused, Err(Error::NotFound)), "the words of something else");
        let made = sends(&world, holder(), &sent(&world, complaint(zaak))).await.unwrap();
        let found = about(&world, holder(), "gm0307", zaak).await.pop().unwrap();
        let code = found.code.unwrap();
        let by_code = run(&world, (Actor::anonymous(), "gm0307"), move |op| {
            let code = code.clone();
            Box::pin(async move { right_door::find_by_code(op, &code).await })
        });
        assert_eq!(by_code.await.unwrap().0, made.id);
        assert!(look(&world, Actor::holder(made.id.uuid()), made.id).await.is_ok());
        assert!(matches!(look(&world, resident(), made.id).await, Err(Error::NotFound)), "it is nobody's");
        let signed_in = sends(&world, resident(), &sent(&world, complaint(zaak))).await.unwrap();
        assert!(
            matches!(look(&world, holder(), signed_in.id).await, Err(Error::NotFound)),
            "hers is not opened by the words of the zaak"
        );
    }
}

#[tokio::test]
async fn an_objection_waits_at_the_desk_with_its_day_by_law_until_it_is_closed() {
    for world in worlds(&MIGRATIONS).await {
        let made = sends(&world, resident(), &sent(&world, objection(Uuid::now_v7()))).await.unwrap();
        let waiting = || async {
            let list = run(&world, (handler(), "gm0307"), |op| Box::pin(right_door::waiting(op, None))).await.unwrap().0;
            list.iter().map(|one| one.bites().to_string()).collect::<Vec<_>>()
        };
        assert_eq!(waiting().await, ["2027-02-15"]);
        answer(&world, handler(), made.id).await.unwrap();
        assert_eq!(waiting().await, ["2027-02-15"], "that somebody wrote decides nothing");
        let after = (Date::constant(2027, 2, 15), made.id.uuid());
        let next = run(&world, (handler(), "gm0307"), move |op| Box::pin(right_door::waiting(op, Some(after))));
        assert!(next.await.unwrap().0.is_empty(), "and pages follow it");
        close(&world, handler(), made.id).await.unwrap();
        assert!(waiting().await.is_empty());
    }
}

async fn answer(world: &World, who: Actor, id: Id<Vraag>) -> access::Result<()> {
    let work = run(world, (who, "gm0307"), move |op| {
        let tekst = Prose::parse("U krijgt gelijk.", 100).unwrap();
        Box::pin(async move { right_door::answer(op, id, &tekst, "https://loket.example").await })
    });
    work.await
}

async fn close(world: &World, who: Actor, id: Id<Vraag>) -> access::Result<()> {
    run(world, (who, "gm0307"), move |op| Box::pin(right_door::close(op, id))).await
}

async fn send_on(world: &World, who: Actor, id: Id<Vraag>) -> access::Result<()> {
    let work = run(world, (who, "gm0307"), move |op| {
        let why = Prose::parse("Utrecht besloot.", 100).unwrap();
        Box::pin(async move {
            let with = (&Calendar::shipped().unwrap(), "https://loket.example");
            right_door::forward(op, id, (&hosted("gm0344"), &CATALOGUE), &why, with).await
        })
    });
    work.await
}

async fn dossier(world: &World, who: Actor, id: Id<Vraag>) -> Dossier {
    let work = run(world, (who, "gm0307"), move |op| Box::pin(async move { right_door::dossier(op, id, &CATALOGUE).await }));
    work.await.unwrap()
}

#[tokio::test]
async fn a_complaint_is_kept_ten_years_after_its_answer_and_an_objection_five() {
    for world in worlds(&MIGRATIONS).await {
        let zaak = Uuid::now_v7();
        for soort in [complaint(zaak), objection(zaak)] {
            let id = sends(&world, resident(), &sent(&world, soort)).await.unwrap().id;
            answer(&world, handler(), id).await.unwrap();
        }
        for (day, left) in [("2031-11-22", 2), ("2031-11-23", 1), ("2036-11-22", 1), ("2036-11-23", 0)] {
            let noon = day.parse::<Date>().unwrap().at(12, 0, 0, 0).in_tz("Europe/Amsterdam").unwrap();
            world.clock.set(noon.timestamp());
            let destroys = run(&world, (Actor::machine("destroyer"), "gm0307"), |op| {
                Box::pin(async move {
                    for id in right_door::due_for_destruction(op, None).await? {
                        right_door::destroy(op, id).await?;
                    }
                    Ok(())
                })
            });
            destroys.await.unwrap();
            assert_eq!(about(&world, resident(), "gm0307", zaak).await.len(), left, "{day}");
        }
    }
}
