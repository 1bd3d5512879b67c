//! Notes about a question, on both databases: for colleagues of the organisation where they were written, and for nobody else.
#![allow(clippy::unwrap_used, clippy::panic)]
use access::{Actor, Assurance, Browser, Context, Error, Op, Purpose, Role, Step};
use catalogue::{Catalogue, Hosted};
use jiff::ToSpan;
use right_door::{Dossier, NewVraag, Soort, Vraag};
use std::{path::Path, sync::LazyLock};
use store::Migration;
use terms::Calendar;
use testing::{World, worlds};
use values::{Bsn, Clock, Id, Language, Prose};

const NOTE: &str = "Belde boos op; collega Aksoy kent de straat.";

static MIGRATIONS: LazyLock<Vec<Migration>> =
    LazyLock::new(|| [access::MIGRATIONS, letters::MIGRATIONS, right_door::MIGRATIONS].concat());
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Catalogue::load(&root.join("reference"), &root.join("services")).unwrap()
});
static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::shipped().unwrap());

fn hosted(code: &str) -> Hosted {
    CATALOGUE.hosted_with_code(code).unwrap().clone()
}

fn resident() -> Actor {
    Actor::person(Bsn::parse("999990019").unwrap(), Assurance::Substantial)
}

fn front_desk() -> Actor {
    Actor::worker("emre", &[Role::Kcc])
}

fn prose(text: &str) -> Prose {
    Prose::parse(text, 4_000).unwrap()
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

async fn asks(world: &World) -> Id<Vraag> {
    let new = NewVraag {
        id: Id::new(),
        soort: Soort::Vraag,
        tekst: prose("Mag ik een boom planten op de stoep?"),
        naam: None,
        email: None,
        product: None,
        taal: Language::Nl,
        browser: Browser::new(world.access.keys()),
        portal: "https://loket.example".into(),
    };
    let work = run(world, (resident(), "gm0307"), move |op| {
        let new = new.clone();
        Box::pin(async move { right_door::ask(op, &new, &hosted("gm0307"), &CALENDAR).await })
    });
    work.await.unwrap().id
}

async fn notes(world: &World, who: (Actor, &str), id: Id<Vraag>) -> access::Result<()> {
    run(world, who, move |op| Box::pin(async move { right_door::note(op, id, "Emre Aksoy", &prose(NOTE)).await })).await
}

async fn dossier(world: &World, who: (Actor, &str), id: Id<Vraag>) -> access::Result<Dossier> {
    run(world, who, move |op| Box::pin(async move { right_door::dossier(op, id, &CATALOGUE).await })).await
}

async fn count(world: &World, of: &'static str) -> i64 {
    let read = world.access.db().read::<i64, store::Error>(move |tx| {
        let sql = format!("SELECT COUNT(*) FROM {of}");
        Box::pin(async move { Ok(tx.row(&sql, &[], |r| r.get(0)).await?.unwrap()) })
    });
    read.await.unwrap()
}

#[tokio::test]
async fn a_note_is_for_colleagues_and_never_seen_by_the_person() {
    for world in worlds(&MIGRATIONS).await {
        let id = asks(&world).await;
        let noted = || notes(&world, (front_desk(), "gm0307"), id);
        let (one, two) = tokio::join!(noted(), noted());
        one.and(two).unwrap();
        for (roles, code) in [(&[Role::Fg][..], "gm0307"), (&[Role::MedischAdviseur], "gm0307"), (&[Role::Kcc], "gm0344")] {
            let who = || Actor::worker("a", roles);
            assert!(matches!(notes(&world, (who(), code), id).await, Err(Error::NotFound)), "{roles:?}");
            assert!(matches!(dossier(&world, (who(), code), id).await.map(drop), Err(Error::NotFound)), "{roles:?}");
        }
        assert!(matches!(notes(&world, (resident(), "gm0307"), id).await, Err(Error::NotAllowed)));
        assert!(matches!(dossier(&world, (resident(), "gm0307"), id).await.map(drop), Err(Error::NotAllowed)));

        let seen = dossier(&world, (Actor::worker("noor", &[Role::Behandelaar]), "gm0307"), id).await.unwrap();
        let [note] = seen.notities.as_slice() else { panic!("sent twice within a minute is one note") };
        assert_eq!((note.medewerker.as_str(), note.tekst.as_str()), ("Emre Aksoy", NOTE));
        assert_eq!(count(&world, "journal_line WHERE action = 'notitie-gemaakt' AND data_subject IS NOT NULL").await, 1);

        let view = run(&world, (resident(), "gm0307"), move |op| Box::pin(right_door::look(op, id))).await.unwrap();
        assert_eq!(view.berichten.len(), 1, "only her own question");
        let download = run(&world, (resident(), "gm0307"), |op| {
            Box::pin(async move { right_door::everything(op, &[hosted("gm0307").oin]).await })
        });
        let download = download.await.unwrap().to_string();
        assert!(download.contains("boom") && !download.contains("boos"), "{download}");
        world.clock.set(world.clock.now() + 24.hours());
        notes(&world, (front_desk(), "gm0307"), id).await.unwrap();
        assert_eq!(count(&world, "vraag_notitie").await, 2, "the same words on another day are said again");
    }
}

#[tokio::test]
async fn a_note_stays_where_it_was_written_also_when_the_question_is_closed_and_is_destroyed_with_it() {
    for world in worlds(&MIGRATIONS).await {
        let id = asks(&world).await;
        notes(&world, (front_desk(), "gm0307"), id).await.unwrap();
        let sends = |from: &'static str, to: &'static str| {
            run(&world, (front_desk(), from), move |op| {
                Box::pin(async move {
                    let why = Prose::parse("Die is van u.", 100).unwrap();
                    right_door::forward(op, id, (&hosted(to), &CATALOGUE), &why, (&CALENDAR, "https://loket.example")).await
                })
            })
        };
        sends("gm0307", "gm0344").await.unwrap();
        assert!(dossier(&world, (front_desk(), "gm0344"), id).await.unwrap().notities.is_empty(), "theirs");
        sends("gm0344", "gm0307").await.unwrap();
        let answers = run(&world, (front_desk(), "gm0307"), move |op| {
            Box::pin(async move {
                right_door::answer(op, id, &prose("Ja, dat mag."), "https://loket.example").await?;
                right_door::close(op, id).await
            })
        });
        answers.await.unwrap();
        world.clock.set(world.clock.now() + 24.hours());
        notes(&world, (front_desk(), "gm0307"), id).await.unwrap();
        assert_eq!(dossier(&world, (front_desk(), "gm0307"), id).await.unwrap().notities.len(), 2);
        world.clock.set(world.clock.now() + (24 * 366).hours());
        let destroys = run(&world, (Actor::machine("sweeper"), "gm0307"), move |op| Box::pin(right_door::destroy(op, id)));
        destroys.await.unwrap();
        assert_eq!(count(&world, "vraag_notitie").await, 0);
    }
}

#[tokio::test]
async fn who_supervises_reads_the_number_of_a_question_in_the_log_and_nothing_else() {
    for world in worlds(&MIGRATIONS).await {
        let id = asks(&world).await;
        let officer = || Actor::worker("willem", &[Role::Fg]);
        let log = run(&world, (officer(), "gm0307"), |op| Box::pin(access::supervise(op, None, None, 10))).await.unwrap();
        let numbers = |who: Actor| {
            let log = log.clone();
            run(&world, (who, "gm0307"), move |op| {
                let log = log.clone();
                Box::pin(async move { right_door::numbers(op, &log).await })
            })
        };
        let told = numbers(officer()).await.unwrap();
        let seen = dossier(&world, (front_desk(), "gm0307"), id).await.unwrap();
        assert_eq!(told, [(id.uuid(), seen.view.vraag.nummer)].into());
        for other in [front_desk(), resident()] {
            assert!(matches!(numbers(other).await, Err(Error::NotFound | Error::NotAllowed)));
        }
    }
}
