//! The message box of questions, on both databases: answers and receipts of the party alone, and the proof of each.
#![allow(clippy::unwrap_used)]
use access::{Actor, Assurance, Browser, Context, Error, Grond, Op, Party, Purpose, Role, Vertegenwoordiging};
use catalogue::{Catalogue, Hosted};
use jiff::ToSpan;
use right_door::{BerichtLine, NewVraag, Soort, Vraag};
use std::{
    path::Path,
    sync::{Arc, LazyLock},
};
use store::Migration;
use terms::Calendar;
use testing::{World, worlds};
use values::{Bsn, Clock, Email, Id, KvkNummer, Language, Prose, Vestigingsnummer};

static MIGRATIONS: LazyLock<Vec<Migration>> =
    LazyLock::new(|| [access::MIGRATIONS, letters::MIGRATIONS, right_door::MIGRATIONS].concat());

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Catalogue::load(&root.join("reference"), &root.join("services")).unwrap()
});

fn hosted(code: &str) -> Hosted {
    CATALOGUE.hosted_with_code(code).unwrap().clone()
}

async fn run<T: Send + 'static>(
    world: &World,
    actor: Actor,
    code: &str,
    work: impl for<'a> Fn(&'a mut Op<'_>) -> access::Step<'a, T> + Send + Sync + 'static,
) -> access::Result<T> {
    let purpose = Purpose::new("test", "test");
    world.access.write(Context { actor, organisation: hosted(code).oin, purpose, trace: "test".into() }, work).await
}

fn person(bsn: &str) -> Actor {
    Actor::person(Bsn::parse(bsn).unwrap(), Assurance::Substantial)
}

fn resident() -> Actor {
    person("999990019")
}

async fn asked(world: &World, code: &'static str) -> Id<Vraag> {
    asked_by(world, resident(), code).await
}

async fn asked_by(world: &World, who: Actor, code: &'static str) -> Id<Vraag> {
    let new = Arc::new(NewVraag {
        id: Id::new(),
        soort: Soort::Vraag,
        tekst: Prose::parse("Mag ik een boom planten op de stoep?", 4_000).unwrap(),
        naam: None,
        email: Some(Email::parse("resident@example.org").unwrap()),
        product: None,
        taal: Language::Nl,
        browser: Browser::new(world.access.keys()),
        portal: "https://loket.example".into(),
    });
    let id = new.id;
    let work = run(world, who, code, move |op| {
        let new = new.clone();
        Box::pin(async move { right_door::ask(op, &new, &hosted(code), &Calendar::shipped().unwrap()).await.map(drop) })
    });
    work.await.unwrap();
    id
}

async fn answered(world: &World, code: &str, id: Id<Vraag>) {
    let work = run(world, Actor::worker("kcc-1", &[Role::Kcc]), code, move |op| {
        let text = Prose::parse("Ja, met een vergunning.", 100).unwrap();
        Box::pin(async move { right_door::answer(op, id, &text, "https://loket.example").await })
    });
    work.await.unwrap();
}

/// Sends it on, with why.
async fn forwards(op: &mut Op<'_>, id: Id<Vraag>, to: &Hosted) -> access::Result<()> {
    let (why, calendar) = (Prose::parse("De brug is van Utrecht.", 100).unwrap(), Calendar::shipped().unwrap());
    right_door::forward(op, id, (to, &CATALOGUE), &why, (&calendar, "https://loket.example")).await
}

/// Her box at both municipalities, and how many messages she has not read.
async fn opens(world: &World, who: Actor) -> (Vec<BerichtLine>, i64) {
    let work = run(world, who, "gm0599", |op| {
        let all = [hosted("gm0307").oin, hosted("gm0344").oin];
        Box::pin(async move { Ok((right_door::berichten(op, &all, None).await?.0, right_door::unread(op, &all).await?)) })
    });
    work.await.unwrap()
}

#[tokio::test]
async fn answers_and_receipts_stand_in_her_box_also_when_a_question_was_sent_on() {
    for world in worlds(&MIGRATIONS).await {
        let id = asked(&world, "gm0307").await;
        let forward = run(&world, Actor::worker("kcc-1", &[Role::Kcc]), "gm0307", move |op| {
            Box::pin(async move { forwards(op, id, &hosted("gm0344")).await })
        });
        forward.await.unwrap();
        world.clock.set(world.clock.now() + 1.hour());
        answered(&world, "gm0344", id).await;
        let (lines, unread) = opens(&world, resident()).await;
        assert_eq!(unread, 2);
        let told: Vec<_> = lines.iter().map(|l| (l.ontvangstbewijs, l.gelezen_op.is_some(), l.organisatie.clone())).collect();
        let (first, now) = (hosted("gm0307").oin, hosted("gm0344").oin);
        assert_eq!(told, [(false, false, now), (false, false, first.clone()), (true, true, first)], "of who placed it");
        assert!(lines.iter().all(|l| l.vraag == id));
        assert!(opens(&world, person("999990020")).await.0.is_empty());
        run(&world, resident(), "gm0344", move |op| Box::pin(async move { right_door::look(op, id).await.map(drop) }))
            .await
            .unwrap();
        assert_eq!(opens(&world, resident()).await.1, 0);
    }
}

#[tokio::test]
async fn the_box_of_one_branch_holds_what_is_of_that_branch() {
    let kvk = || KvkNummer::parse("69599084").unwrap();
    let at_branch = |last: &str| {
        let branch = Vestigingsnummer::parse(&format!("00003850950{last}")).unwrap();
        Actor::at_branch("pseudonym", (kvk(), branch), Assurance::Substantial)
    };
    let company = || Actor::representative("pseudonym", Party::Company(kvk()), Assurance::Substantial);
    for world in worlds(&MIGRATIONS).await {
        asked_by(&world, company(), "gm0307").await;
        let id = asked_by(&world, at_branch("4"), "gm0344").await;
        answered(&world, "gm0344", id).await;
        for (who, lines, unread) in [(at_branch("4"), 2, 1), (at_branch("5"), 0, 0), (company(), 3, 1)] {
            let (found, new) = opens(&world, who.clone()).await;
            assert_eq!((found.len(), new), (lines, unread), "{who:?}");
        }
        let message = opens(&world, at_branch("4")).await.0[0].id;
        for (who, proven) in [(at_branch("4"), true), (at_branch("5"), false), (company(), true)] {
            let proof = run(&world, who.clone(), "gm0307", move |op| Box::pin(right_door::bewijs(op, message)));
            assert_eq!(proof.await.is_ok(), proven, "{who:?}");
        }
    }
}

#[tokio::test]
async fn who_acts_for_another_person_has_no_part_in_his_questions() {
    let voor = Bsn::parse("999990019").unwrap();
    let (naam, door, diensten) = ("Jan".into(), "Els".into(), vec!["verhuismelding".to_owned()]);
    let for_him = person("999990020").on_behalf(Vertegenwoordiging { voor, naam, door, grond: Grond::Gezag, diensten });
    for world in worlds(&MIGRATIONS).await {
        let id = asked(&world, "gm0307").await;
        answered(&world, "gm0307", id).await;
        let message = opens(&world, resident()).await.0[0].id;
        let part = right_door::Part { closed: false, before: None };
        for (who, finds) in [(resident(), true), (for_him.clone(), false)] {
            let all = || [hosted("gm0307").oin];
            let mine = run(&world, who.clone(), "gm0307", move |op| {
                Box::pin(async move { right_door::mine(op, &all(), part).await.map(drop) })
            });
            let box_of = run(&world, who.clone(), "gm0307", move |op| {
                Box::pin(async move { right_door::berichten(op, &all(), None).await.map(drop) })
            });
            let unread = run(&world, who.clone(), "gm0307", move |op| {
                Box::pin(async move { right_door::unread(op, &all()).await.map(drop) })
            });
            let proof = run(&world, who.clone(), "gm0307", move |op| Box::pin(right_door::bewijs(op, message)));
            let found = (mine.await.is_ok(), box_of.await.is_ok(), unread.await.is_ok(), proof.await.is_ok());
            assert_eq!(found, (finds, finds, finds, finds), "{who:?}");
        }
    }
}

#[tokio::test]
async fn she_proves_when_an_answer_was_placed_and_read_and_nobody_else_does() {
    for world in worlds(&MIGRATIONS).await {
        let id = asked(&world, "gm0307").await;
        let step = || world.clock.set(world.clock.now() + 1.hour());
        step();
        let placed = world.clock.now();
        answered(&world, "gm0307", id).await;
        step();
        let read = world.clock.now();
        run(&world, resident(), "gm0307", move |op| Box::pin(async move { right_door::look(op, id).await.map(drop) }))
            .await
            .unwrap();
        step();
        let message = opens(&world, resident()).await.0[0].id;
        let prove = |who: Actor| run(&world, who, "gm0307", move |op| Box::pin(right_door::bewijs(op, message)));
        let (line, proof) = prove(resident()).await.unwrap();
        assert!(!line.ontvangstbewijs);
        let told = proof.kennisgeving.unwrap();
        assert_eq!(
            (proof.geplaatst_op, told.klaargezet_op, told.verzonden_op, proof.gelezen_op),
            (placed, placed, None, Some(read))
        );
        assert_eq!(told.aan, "r•••@example.org");
        let lines: Vec<_> = proof.regels.iter().map(|l| l.action.as_str()).collect();
        assert_eq!(lines, ["vraag-beantwoord", "vraag-gelezen"]);
        for who in [person("999990020"), Actor::worker("kcc-1", &[Role::Kcc]), Actor::holder(id.uuid()), Actor::machine("x")] {
            assert!(matches!(prove(who).await.map(drop), Err(Error::NotFound)));
        }
    }
}

async fn column(world: &World, sql: &'static str) -> Vec<String> {
    let rows = world
        .access
        .db()
        .read::<Vec<String>, store::Error>(move |tx| Box::pin(async move { tx.rows(sql, &[], |r| r.get(0)).await }));
    rows.await.unwrap()
}

#[tokio::test]
async fn who_asked_is_told_at_once_why_and_where_to_it_was_sent_on() {
    for world in worlds(&MIGRATIONS).await {
        let id = asked(&world, "gm0307").await;
        let before = column(&world, "SELECT subject_kind FROM outgoing_letter").await.len();
        run(&world, Actor::worker("kcc-1", &[Role::Kcc]), "gm0307", move |op| {
            Box::pin(async move { forwards(op, id, &hosted("gm0344")).await })
        })
        .await
        .unwrap();
        let message = opens(&world, resident()).await.0[0].id;
        let (line, proof) = run(&world, resident(), "gm0344", move |op| Box::pin(right_door::bewijs(op, message))).await.unwrap();
        assert_eq!((line.organisatie, line.op), (hosted("gm0307").oin, world.clock.now()));
        assert_eq!(proof.kennisgeving.unwrap().klaargezet_op, world.clock.now(), "a letter of its own tells of it");
        assert_eq!(column(&world, "SELECT subject_kind FROM outgoing_letter").await.len(), before + 1);
        let thread = run(&world, resident(), "gm0344", move |op| Box::pin(right_door::look(op, id))).await.unwrap().berichten;
        let told = &thread[1];
        assert!(told.van_organisatie && told.tekst.starts_with("De brug is van Utrecht.\n\n"), "{}", told.tekst);
        assert!(told.tekst.contains("doorgestuurd naar de gemeente Utrecht"), "{}", told.tekst);
    }
}

#[tokio::test]
async fn who_sent_it_on_reads_where_to_by_its_number_and_nothing_more() {
    for world in worlds(&MIGRATIONS).await {
        let id = asked(&world, "gm0307").await;
        let number = opens(&world, resident()).await.0[0].nummer.clone();
        let looks_up = |role: Role, code: &'static str| {
            let number = number.clone();
            run(&world, Actor::worker("a", &[role]), code, move |op| {
                let number = number.clone();
                Box::pin(async move { right_door::sent_on_to(op, &number).await })
            })
        };
        assert!(matches!(looks_up(Role::Kcc, "gm0307").await, Err(Error::NotFound)), "it is here");
        let forward = run(&world, Actor::worker("kcc-1", &[Role::Kcc]), "gm0307", move |op| {
            Box::pin(async move { forwards(op, id, &hosted("gm0344")).await })
        });
        forward.await.unwrap();
        let sent_on = looks_up(Role::Kcc, "gm0307").await.unwrap();
        assert_eq!((sent_on.naar, sent_on.doorgezonden_op), (hosted("gm0344").oin, world.clock.now()));
        for (role, code) in
            [(Role::Kcc, "gm0344"), (Role::Kcc, "gm0599"), (Role::Fg, "gm0307"), (Role::MedischAdviseur, "gm0307")]
        {
            assert!(matches!(looks_up(role, code).await, Err(Error::NotFound)), "{role:?} of {code}");
        }
        let hers = "SELECT action FROM journal_line WHERE action = 'doorzending-opgezocht' AND data_subject IN \
                    (SELECT data_subject FROM journal_line WHERE action = 'vraag-ontvangen')";
        assert_eq!(column(&world, hers).await.len(), 1, "she can see that it was looked up");
    }
}
