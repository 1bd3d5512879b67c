//! A question with an owner, on both databases: number, first receipt, date, thread, sent on with both dates.
#![allow(clippy::unwrap_used, clippy::panic)]
use access::{Actor, Browser, Context, Error, Op, Purpose, Role};
use catalogue::{Catalogue, Hosted};
use jiff::ToSpan;
use right_door::{NewVraag, Stand, Vraag, VraagView};
use std::{
    path::Path,
    sync::{Arc, LazyLock},
};
use store::Migration;
use terms::Calendar;
use testing::{World, worlds};
use values::{Clock, Email, Id, Language, Oin, Prose};

static MIGRATIONS: LazyLock<Vec<Migration>> =
    LazyLock::new(|| [access::MIGRATIONS, letters::MIGRATIONS, right_door::MIGRATIONS].concat());

static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Arc::new(Catalogue::load(&root.join("reference"), &root.join("services")).unwrap())
});

fn hosted(code: &str) -> Hosted {
    CATALOGUE.hosted_with_code(code).unwrap().clone()
}

fn context(actor: Actor, organisation: &Oin) -> Context {
    Context { actor, organisation: organisation.clone(), purpose: Purpose::new("test", "test"), trace: "test".into() }
}

fn question(world: &World, id: Id<Vraag>) -> NewVraag {
    NewVraag {
        id,
        tekst: Prose::parse("Mag ik een boom planten op de stoep?", 4_000).unwrap(),
        email: Some(Email::parse("resident@example.org").unwrap()),
        product: None,
        taal: Language::Nl,
        browser: Browser::new(world.access.keys()),
        portal: "https://loket.example".into(),
    }
}

async fn ask(world: &World, new: &NewVraag, to: &Hosted) -> access::Result<Vraag> {
    let (new, to) = (new.clone(), to.clone());
    let work = world.access.write(context(Actor::holder(new.id.uuid()), &to.oin), move |op| {
        let (new, to) = (new.clone(), to.clone());
        Box::pin(async move { right_door::ask(op, &new, &to, &Calendar::shipped().unwrap()).await })
    });
    work.await
}

async fn as_worker<T: Send + 'static>(
    world: &World,
    of: &Hosted,
    work: impl for<'a> Fn(&'a mut Op<'_>) -> access::Step<'a, T> + Send + Sync + 'static,
) -> access::Result<T> {
    world.access.write(context(Actor::worker("kcc-1", &[Role::Kcc]), &of.oin), work).await
}

async fn answer(world: &World, of: &Hosted, id: Id<Vraag>) -> access::Result<()> {
    as_worker(world, of, move |op| {
        Box::pin(async move {
            right_door::answer(op, id, &Prose::parse("Ja, met een vergunning.", 100).unwrap(), "https://loket.example").await
        })
    })
    .await
}

async fn look(world: &World, of: &Hosted, id: Id<Vraag>) -> access::Result<VraagView> {
    as_worker(world, of, move |op| Box::pin(right_door::look(op, id))).await
}

#[tokio::test]
async fn asked_once_whatever_happens_on_the_line() {
    for world in worlds(&MIGRATIONS).await {
        let (amersfoort, new) = (hosted("gm0307"), question(&world, Id::new()));
        let first = ask(&world, &new, &amersfoort).await.unwrap();
        let again = ask(&world, &new, &amersfoort).await.unwrap();
        assert_eq!(first.nummer, again.nummer);
        // Three working days after Monday 23 November 2026.
        assert_eq!(first.antwoord_voor.to_string(), "2026-11-26");
        // The same id from another browser is nobody's.
        let thief = NewVraag { browser: Browser::new(world.access.keys()), ..new.clone() };
        assert!(matches!(ask(&world, &thief, &amersfoort).await, Err(Error::Conflict(_))));
        let browser = thief.browser.clone();
        let whose = world.access.read(context(Actor::anonymous(), &amersfoort.oin), move |op| {
            let browser = browser.clone();
            let id = first.id;
            Box::pin(async move { right_door::organisation_of(op, id, &browser).await })
        });
        assert!(matches!(whose.await, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn answered_and_closed_by_its_owner_and_by_nobody_else() {
    for world in worlds(&MIGRATIONS).await {
        let (amersfoort, utrecht, new) = (hosted("gm0307"), hosted("gm0344"), question(&world, Id::new()));
        let id = ask(&world, &new, &amersfoort).await.unwrap().id;
        let close = |of: Hosted| as_worker_close(&world, of, id);
        assert!(matches!(answer(&world, &utrecht, id).await, Err(Error::NotFound)));
        assert!(matches!(close(amersfoort.clone()).await, Err(Error::Refused(r)) if r.0 == "refused-not-answered"));
        answer(&world, &amersfoort, id).await.unwrap();
        let view = look(&world, &amersfoort, id).await.unwrap();
        assert_eq!((view.vraag.stand, view.berichten.len()), (Stand::Beantwoord, 2));
        assert!(view.berichten[1].van_organisatie);
        close(amersfoort.clone()).await.unwrap();
        assert!(matches!(answer(&world, &amersfoort, id).await, Err(Error::Refused(r)) if r.0 == "refused-vraag-closed"));
    }
}

async fn as_worker_close(world: &World, of: Hosted, id: Id<Vraag>) -> access::Result<()> {
    as_worker(world, &of, move |op| Box::pin(right_door::close(op, id))).await
}

#[tokio::test]
async fn sent_on_with_both_dates_and_a_line_in_both_journals() {
    for world in worlds(&MIGRATIONS).await {
        let (amersfoort, utrecht, new) = (hosted("gm0307"), hosted("gm0344"), question(&world, Id::new()));
        let id = ask(&world, &new, &amersfoort).await.unwrap().id;
        let received = world.clock.now();
        world.clock.set(received + 48.hours());
        let to = utrecht.clone();
        let forward = as_worker(&world, &amersfoort, move |op| {
            let to = to.clone();
            Box::pin(async move { right_door::forward(op, id, &to, &Calendar::shipped().unwrap()).await })
        });
        forward.await.unwrap();
        assert!(matches!(look(&world, &amersfoort, id).await, Err(Error::NotFound)), "it is no longer theirs");
        let view = look(&world, &utrecht, id).await.unwrap();
        assert_eq!(view.vraag.eerst_ontvangen_op, received);
        // Three working days after Wednesday 25 November 2026.
        assert_eq!(view.vraag.antwoord_voor.to_string(), "2026-11-30");
        let sent = &view.doorzendingen[0];
        assert_eq!((sent.ontvangen_op, sent.doorgezonden_op), (received, received + 48.hours()));
        let lines = world.access.db().read::<Vec<(String, String)>, store::Error>(|tx| {
            let sql = "SELECT organisation, action FROM journal_line WHERE action IN ('vraag-doorgezonden', 'vraag-ontvangen-van-ander') ORDER BY id";
            Box::pin(async move { tx.rows(sql, &[], |r| Ok((r.get(0)?, r.get(1)?))).await })
        });
        let expected = [
            (amersfoort.oin.expose().to_owned(), "vraag-doorgezonden".to_owned()),
            (utrecht.oin.expose().to_owned(), "vraag-ontvangen-van-ander".to_owned()),
        ];
        assert_eq!(lines.await.unwrap(), expected);
    }
}
