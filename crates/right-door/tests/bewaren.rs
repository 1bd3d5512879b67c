//! A question is destroyed after its retention, on both databases, and the journal proves itself afterwards.
#![allow(clippy::unwrap_used)]
use access::{Actor, Assurance, Browser, Context, DataKey, Error, FollowCode, Op, Purpose, Role};
use catalogue::{Catalogue, Hosted};
use right_door::{NewVraag, Onderwerp, Soort, Vraag};
use std::{
    path::Path,
    sync::{Arc, LazyLock},
};
use store::Migration;
use terms::Calendar;
use testing::{World, worlds};
use values::{Bsn, Clock, Email, Id, Language, Prose};

static MIGRATIONS: LazyLock<Vec<Migration>> =
    LazyLock::new(|| [access::MIGRATIONS, letters::MIGRATIONS, right_door::MIGRATIONS].concat());

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Catalogue::load(&root.join("reference"), &root.join("services")).unwrap()
});

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::shipped().unwrap());

const AMERSFOORT: &str = "gm0307";

fn hosted(code: &str) -> Hosted {
    CATALOGUE.hosted_with_code(code).unwrap().clone()
}

async fn run<T: Send + 'static>(
    world: &World,
    actor: Actor,
    of: &str,
    work: impl for<'a> Fn(&'a mut Op<'_>) -> access::Step<'a, T> + Send + Sync + 'static,
) -> access::Result<T> {
    let purpose = Purpose::new("test", "test");
    world.access.write(Context { actor, organisation: hosted(of).oin, purpose, trace: "test".into() }, work).await
}

fn resident() -> Actor {
    Actor::person(Bsn::parse("999990019").unwrap(), Assurance::Substantial)
}

fn staff() -> Actor {
    Actor::worker("kcc-1", &[Role::Kcc])
}

/// Asked signed in.
async fn asked(world: &World, soort: Soort) -> Id<Vraag> {
    asked_by(world, |_| resident(), soort).await
}

/// Asked without signing in, and made hers by its words; with those.
async fn became_hers(world: &World) -> (Id<Vraag>, FollowCode) {
    let holder = |id: Id<Vraag>| Actor::holder(id.uuid());
    let id = asked_by(world, holder, Soort::Vraag).await;
    let view = run(world, holder(id), AMERSFOORT, move |op| Box::pin(right_door::look(op, id))).await.unwrap();
    let code = view.code().unwrap();
    let words = code.clone();
    let joins = run(world, resident(), AMERSFOORT, move |op| {
        let words = words.clone();
        Box::pin(async move { right_door::join(op, &words).await.map(drop) })
    });
    joins.await.unwrap();
    (id, code)
}

async fn asked_by(world: &World, who: impl Fn(Id<Vraag>) -> Actor, soort: Soort) -> Id<Vraag> {
    let new = Arc::new(NewVraag {
        id: Id::new(),
        soort,
        tekst: Prose::parse("Mag ik een boom planten op de stoep?", 4_000).unwrap(),
        naam: None,
        email: Some(Email::parse("resident@example.org").unwrap()),
        product: None,
        taal: Language::Nl,
        browser: Browser::new(world.access.keys()),
        portal: "https://loket.example".into(),
    });
    let id = new.id;
    let work = run(world, who(id), AMERSFOORT, move |op| {
        let new = new.clone();
        Box::pin(async move { right_door::ask(op, &new, &hosted(AMERSFOORT), &CALENDAR).await.map(drop) })
    });
    work.await.unwrap();
    id
}

async fn answered(world: &World, id: Id<Vraag>) {
    let work = run(world, staff(), AMERSFOORT, move |op| {
        let text = Prose::parse("Ja, met een vergunning.", 100).unwrap();
        Box::pin(async move { right_door::answer(op, id, &text, "https://loket.example").await })
    });
    work.await.unwrap();
}

/// What the worker destroys on this day.
async fn destroyed_on(world: &World, day: &str, of: &str) -> usize {
    world.clock.set(format!("{day}T12:00:00Z").parse().unwrap());
    let due = run(world, Actor::machine("sweeper"), of, |op| Box::pin(right_door::due_for_destruction(op, None))).await.unwrap();
    for id in &due {
        let id = *id;
        run(world, Actor::machine("sweeper"), of, move |op| Box::pin(right_door::destroy(op, id))).await.unwrap();
    }
    due.len()
}

async fn count(world: &World, table: &'static str) -> i64 {
    let read = world.access.db().read::<i64, store::Error>(move |tx| {
        let sql = format!("SELECT COUNT(*) FROM {table}");
        Box::pin(async move { Ok(tx.row(&sql, &[], |r| r.get(0)).await?.unwrap()) })
    });
    read.await.unwrap()
}

#[tokio::test]
async fn a_question_is_destroyed_a_year_after_it_was_over_and_the_journal_still_proves_itself() {
    for world in worlds(&MIGRATIONS).await {
        let (id, code) = became_hers(&world).await;
        answered(&world, id).await;
        run(&world, staff(), AMERSFOORT, move |op| Box::pin(right_door::close(op, id))).await.unwrap();
        // Over on Monday 23 November 2026.
        assert_eq!(destroyed_on(&world, "2027-11-22", AMERSFOORT).await, 0);
        assert_eq!(destroyed_on(&world, "2027-11-23", "gm0344").await, 0, "each destroys its own");
        let neighbour = Actor::person(Bsn::parse("999990020").unwrap(), Assurance::Substantial);
        let by_her = run(&world, neighbour, AMERSFOORT, move |op| Box::pin(right_door::destroy(op, id))).await;
        assert!(matches!(by_her, Err(Error::NotFound)), "who has nothing to do with it destroys nothing");
        assert_eq!(destroyed_on(&world, "2027-11-23", AMERSFOORT).await, 1);
        for table in ["vraag", "vraag_bericht", "outgoing_letter", "data_key"] {
            assert_eq!(count(&world, table).await, 0, "{table}");
        }
        // The receipt and the announcement that never left stand in the journal as dropped.
        assert_eq!(count(&world, "journal_line WHERE action = 'brief-vervallen'").await, 2);
        // The code finds nothing any more, and neither does she; that it was destroyed she reads in the journal.
        let find = run(&world, Actor::anonymous(), AMERSFOORT, move |op| {
            let code = code.clone();
            Box::pin(async move { right_door::find_by_code(op, &code).await.map(drop) })
        });
        assert!(matches!(find.await, Err(Error::NotFound)));
        let look = run(&world, resident(), AMERSFOORT, move |op| Box::pin(right_door::look(op, id)));
        assert!(matches!(look.await.map(drop), Err(Error::NotFound)));
        let looks = run(&world, resident(), AMERSFOORT, |op| {
            Box::pin(async move { access::looks(op, &[hosted(AMERSFOORT).oin], None, 100).await })
        });
        assert_eq!(looks.await.unwrap()[0].action, "vraag-vernietigd");
        while access::seal_once(world.access.db(), world.access.keys(), world.clock.now()).await.unwrap() > 0 {}
        let (lines, findings) = access::check_journal(world.access.db(), world.access.keys(), vec![]).await.unwrap();
        assert!(lines > 5 && findings.is_empty(), "{findings:?}");
    }
}

#[tokio::test]
async fn what_waits_for_an_answer_or_was_written_back_to_is_kept() {
    for world in worlds(&MIGRATIONS).await {
        let waits = asked(&world, Soort::Vraag).await;
        let back = asked(&world, Soort::Vraag).await;
        let over = asked(&world, Soort::Vraag).await;
        answered(&world, back).await;
        answered(&world, over).await;
        let work = run(&world, resident(), AMERSFOORT, move |op| {
            let text = Prose::parse("En een struik?", 100).unwrap();
            Box::pin(async move { right_door::contribute(op, back, &text, (&CATALOGUE, &CALENDAR)).await })
        });
        work.await.unwrap();
        // Answered and nothing came back: over, also when nobody closed it.
        assert_eq!(destroyed_on(&world, "2030-01-01", AMERSFOORT).await, 1);
        for kept in [waits, back] {
            assert!(run(&world, resident(), AMERSFOORT, move |op| Box::pin(right_door::look(op, kept))).await.is_ok());
        }
    }
}

#[tokio::test]
async fn a_request_to_correct_is_kept_five_years_and_what_had_no_date_gets_one() {
    for world in worlds(&MIGRATIONS).await {
        let about = Onderwerp { register: "brp".into(), veld: "naam".into() };
        let id = asked(&world, Soort::Correctie(about)).await;
        answered(&world, id).await;
        let old = world.access.db().write::<u64, store::Error>(|tx| {
            Box::pin(async move { tx.exec("UPDATE vraag SET archiefactiedatum = NULL", &[]).await })
        });
        assert_eq!(old.await.unwrap(), 1);
        // As of a database from before questions had a date: it counts from when the worker first sees it.
        assert_eq!(destroyed_on(&world, "2026-11-24", AMERSFOORT).await, 0);
        assert_eq!(destroyed_on(&world, "2031-11-23", AMERSFOORT).await, 0);
        assert_eq!(destroyed_on(&world, "2031-11-24", AMERSFOORT).await, 1);
    }
}

/// The key of one question opens nothing of another: destroying it takes one question away and no more.
#[tokio::test]
async fn destroying_one_question_leaves_the_others_readable() {
    for world in worlds(&MIGRATIONS).await {
        let gone = asked(&world, Soort::Vraag).await;
        answered(&world, gone).await;
        let stays = asked(&world, Soort::Vraag).await;
        assert_eq!(destroyed_on(&world, "2027-11-23", AMERSFOORT).await, 1);
        let view = run(&world, resident(), AMERSFOORT, move |op| Box::pin(right_door::look(op, stays))).await.unwrap();
        assert_eq!(view.berichten[0].tekst, "Mag ik een boom planten op de stoep?");
        let keys = run(&world, staff(), AMERSFOORT, |op| {
            Box::pin(async move {
                let ids = op.rows("SELECT id FROM data_key", &[], |r| r.get::<uuid::Uuid>(0)).await?;
                for id in &ids {
                    DataKey::find(op, *id).await?;
                }
                Ok(ids.len())
            })
        });
        assert_eq!(keys.await.unwrap(), 1);
    }
}
