//! A request to correct a register at the desk, on both databases: whose it is, for who must carry it out, and by when.
#![allow(clippy::unwrap_used, clippy::panic)]
use access::{Actor, Assurance, Browser, Context, Error, Op, Purpose, Role, Step};
use catalogue::{Catalogue, Hosted};
use jiff::ToSpan;
use right_door::{NewVraag, Onderwerp, Soort, Vraag, Vrager};
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

static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Arc::new(Catalogue::load(&root.join("reference"), &root.join("services")).unwrap())
});

fn hosted(code: &str) -> Hosted {
    CATALOGUE.hosted_with_code(code).unwrap().clone()
}

fn resident() -> Actor {
    Actor::person(Bsn::parse("999990019").unwrap(), Assurance::Substantial)
}

fn handler() -> Actor {
    Actor::worker("noor", &[Role::Behandelaar])
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

fn new(world: &World, soort: Soort) -> NewVraag {
    NewVraag {
        id: Id::new(),
        soort,
        tekst: Prose::parse("Wat moet er staan?\nJansen, met één s.", 4_000).unwrap(),
        naam: Some("Anna Jansen".into()),
        email: Some(Email::parse("jansen@example.org").unwrap()),
        product: None,
        taal: Language::Nl,
        browser: Browser::new(world.access.keys()),
        portal: "https://loket.example".into(),
    }
}

fn asked(new: NewVraag) -> impl for<'a> Fn(&'a mut Op<'_>) -> Step<'a, Vraag> + Send + Sync + 'static {
    move |op| {
        let new = new.clone();
        Box::pin(async move { right_door::ask(op, &new, &hosted("gm0307"), &Calendar::shipped().unwrap()).await })
    }
}

async fn asks(world: &World, soort: Soort) -> Vraag {
    run(world, (resident(), "gm0307"), asked(new(world, soort))).await.unwrap()
}

fn of_the_name() -> Soort {
    Soort::Correctie(Onderwerp { register: "brp".into(), veld: "naam".into() })
}

async fn sees(world: &World, who: Actor, code: &str, id: Id<Vraag>) -> access::Result<Option<Vrager>> {
    run(world, (who, code), move |op| Box::pin(async move { Ok(right_door::dossier(op, id, &CATALOGUE).await?.wie) })).await
}

async fn identifies(world: &World, who: Actor, code: &str, id: Id<Vraag>) -> access::Result<Vrager> {
    run(world, (who, code), move |op| Box::pin(right_door::identify(op, id))).await
}

/// Sends it on, with why.
async fn forwards(op: &mut Op<'_>, id: Id<Vraag>, to: &Hosted) -> access::Result<()> {
    let (why, calendar) = (Prose::parse("De brug is van Utrecht.", 100).unwrap(), Calendar::shipped().unwrap());
    right_door::forward(op, id, (to, &CATALOGUE), &why, (&calendar, "https://loket.example")).await
}

async fn sends_on(world: &World, (from, to): (&str, &'static str), id: Id<Vraag>) {
    let work = run(world, (handler(), from), move |op| Box::pin(async move { forwards(op, id, &hosted(to)).await }));
    work.await.unwrap();
}

async fn lines(world: &World) -> Vec<String> {
    let read = world.access.db().read::<Vec<String>, store::Error>(|tx| {
        let sql = "SELECT action FROM journal_line WHERE actor = 'worker:noor' AND data_subject IS NOT NULL ORDER BY id";
        Box::pin(async move { tx.rows(sql, &[], |r| r.get(0)).await })
    });
    read.await.unwrap()
}

#[tokio::test]
async fn who_must_carry_it_out_sees_whose_it_is_and_the_whole_number_by_an_act_of_its_own() {
    for world in worlds(&MIGRATIONS).await {
        let id = asks(&world, of_the_name()).await.id;
        let wie = sees(&world, handler(), "gm0307", id).await.unwrap().unwrap();
        assert_eq!((wie.naam.as_deref(), wie.nummer.as_str()), (Some("Anna Jansen"), "••••••019"));
        assert_eq!(wie.email.as_deref(), Some("jansen@example.org"));
        assert_eq!(identifies(&world, handler(), "gm0307", id).await.unwrap().nummer, "999990019");
        assert_eq!(lines(&world).await, ["correctie-gelezen", "nummer-getoond"], "she reads both");

        assert!(sees(&world, front_desk(), "gm0307", id).await.unwrap().is_none(), "who only answers needs it not");
        for (who, code) in [(front_desk(), "gm0307"), (resident(), "gm0307"), (handler(), "gm0344")] {
            let came = identifies(&world, who.clone(), code, id).await;
            assert!(matches!(came, Err(Error::NotAllowed | Error::NotFound)), "{who:?}");
        }
        sends_on(&world, ("gm0307", "gm0344"), id).await;
        assert!(matches!(identifies(&world, handler(), "gm0307", id).await, Err(Error::NotFound)), "theirs no longer");
        assert_eq!(identifies(&world, handler(), "gm0344", id).await.unwrap().nummer, "999990019");
    }
}

#[tokio::test]
async fn whose_another_question_is_nobody_at_work_sees() {
    for world in worlds(&MIGRATIONS).await {
        let id = asks(&world, Soort::Vraag).await.id;
        assert!(sees(&world, handler(), "gm0307", id).await.unwrap().is_none());
        assert!(matches!(identifies(&world, handler(), "gm0307", id).await, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn the_list_has_the_last_day_of_the_law_too_when_that_comes_first() {
    for world in worlds(&MIGRATIONS).await {
        let correctie = asks(&world, of_the_name()).await;
        let answers = run(&world, (handler(), "gm0307"), move |op| {
            let tekst = Prose::parse("Hoe schrijft u het?", 4_000).unwrap();
            Box::pin(async move { right_door::answer(op, correctie.id, &tekst, "https://loket.example").await })
        });
        answers.await.unwrap();
        // She writes back on the last day of the law but one: the promise begins anew, the law does not.
        world.clock.set(world.clock.now() + (24 * 27).hours());
        let vraag = asks(&world, Soort::Vraag).await;
        let back = run(&world, (resident(), "gm0307"), move |op| {
            let tekst = Prose::parse("Met een c.", 4_000).unwrap();
            let calendar = Calendar::shipped().unwrap();
            Box::pin(async move { right_door::contribute(op, correctie.id, &tekst, (&CATALOGUE, &calendar)).await })
        });
        back.await.unwrap();
        let list = run(&world, (handler(), "gm0307"), |op| Box::pin(right_door::waiting(op, None))).await.unwrap().0;
        let order: Vec<_> = list.iter().map(|v| (v.id, v.bites().to_string())).collect();
        assert_eq!(order, [(correctie.id, "2026-12-21".into()), (vraag.id, vraag.antwoord_voor.to_string())]);
        assert!(list[0].antwoord_voor >= list[1].antwoord_voor, "by the promise alone it would not come first");
        let after = (list[0].bites(), list[0].id.uuid());
        let next = run(&world, (handler(), "gm0307"), move |op| Box::pin(right_door::waiting(op, Some(after)))).await.unwrap().0;
        assert_eq!(next.iter().map(|v| v.id).collect::<Vec<_>>(), [vraag.id], "and pages follow it");
    }
}

#[tokio::test]
async fn what_comes_back_keeps_its_last_day() {
    for world in worlds(&MIGRATIONS).await {
        let made = asks(&world, of_the_name()).await;
        world.clock.set(world.clock.now() + 48.hours());
        sends_on(&world, ("gm0307", "gm0344"), made.id).await;
        sends_on(&world, ("gm0344", "gm0307"), made.id).await;
        let back = run(&world, (handler(), "gm0307"), move |op| Box::pin(right_door::look(op, made.id))).await.unwrap().vraag;
        assert_eq!(back.uiterlijk_op, made.uiterlijk_op);
    }
}

#[tokio::test]
async fn what_is_asked_signed_in_has_no_words_that_open_it() {
    for world in worlds(&MIGRATIONS).await {
        for soort in [of_the_name(), Soort::Vraag] {
            let id = asks(&world, soort).await.id;
            let view = run(&world, (resident(), "gm0307"), move |op| Box::pin(right_door::look(op, id))).await.unwrap();
            assert!(view.code().is_none(), "{:?}", view.vraag.soort);
        }
        // Nor do the words of before.
        let new = new(&world, Soort::Vraag);
        let (id, holder) = (new.id, Actor::holder(new.id.uuid()));
        run(&world, (holder.clone(), "gm0307"), asked(new)).await.unwrap();
        let view = run(&world, (holder, "gm0307"), move |op| Box::pin(right_door::look(op, id))).await.unwrap();
        let code = view.code().unwrap();
        let find = || {
            let code = code.clone();
            run(&world, (Actor::anonymous(), "gm0307"), move |op| {
                let code = code.clone();
                Box::pin(async move { right_door::find_by_code(op, &code).await.map(drop) })
            })
        };
        assert!(find().await.is_ok());
        let becomes = world.access.db().write::<u64, store::Error>(|tx| {
            let sql = "UPDATE vraag SET soort = 'correctie', onderwerp = 'brp/naam' WHERE party_hash IS NULL";
            Box::pin(async move { tx.exec(sql, &[]).await })
        });
        assert_eq!(becomes.await.unwrap(), 1);
        assert!(matches!(find().await, Err(Error::NotFound)));
    }
}
