//! A question with an owner, on both databases: number, first receipt, date, thread, sent on with both dates.
#![allow(clippy::unwrap_used, clippy::panic)]
use access::{Actor, Assurance, Browser, Context, Error, Op, Purpose, Role};
use catalogue::{Catalogue, Hosted};
use jiff::ToSpan;
use right_door::{NewVraag, Onderwerp, Part, Soort, Stand, Vraag, VraagView};
use std::{
    path::Path,
    sync::{Arc, LazyLock},
};
use store::Migration;
use terms::Calendar;
use testing::{World, worlds};
use values::{Bsn, Clock, Email, Id, KvkNummer, Language, Oin, Prose, Vestigingsnummer};

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
        soort: Soort::Vraag,
        tekst: Prose::parse("Mag ik een boom planten op de stoep?", 4_000).unwrap(),
        naam: None,
        email: Some(Email::parse("resident@example.org").unwrap()),
        product: None,
        taal: Language::Nl,
        browser: Browser::new(world.access.keys()),
        portal: "https://loket.example".into(),
    }
}

async fn ask(world: &World, new: &NewVraag, to: &Hosted) -> access::Result<Vraag> {
    ask_as(world, Actor::holder(new.id.uuid()), new, to).await
}

async fn ask_as(world: &World, who: Actor, new: &NewVraag, to: &Hosted) -> access::Result<Vraag> {
    let (new, to) = (new.clone(), to.clone());
    let work = world.access.write(context(who, &to.oin), move |op| {
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

/// Sends it on, with why.
async fn forwards(op: &mut Op<'_>, id: Id<Vraag>, to: &Hosted) -> access::Result<()> {
    let (why, calendar) = (Prose::parse("De brug is van Utrecht.", 100).unwrap(), Calendar::shipped().unwrap());
    right_door::forward(op, id, (to, &CATALOGUE), &why, (&calendar, "https://loket.example")).await
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
            Box::pin(async move { right_door::opened(op, id, &browser).await })
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
        assert!(matches!(close(utrecht.clone()).await, Err(Error::NotFound)));
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
            Box::pin(async move { forwards(op, id, &to).await })
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

fn resident() -> Actor {
    Actor::person(Bsn::parse("999990019").unwrap(), Assurance::Substantial)
}

fn neighbour() -> Actor {
    Actor::person(Bsn::parse("999990020").unwrap(), Assurance::Substantial)
}

fn company() -> Actor {
    let party = access::Party::Company(KvkNummer::parse("69599084").unwrap());
    Actor::representative("pseudonym", party, Assurance::Substantial)
}

/// Who may act for one branch of that company only.
fn at_branch(last: char) -> Actor {
    let branch = Vestigingsnummer::parse(&format!("00003850950{last}")).unwrap();
    Actor::at_branch("other-pseudonym", (KvkNummer::parse("69599084").unwrap(), branch), Assurance::Substantial)
}

const OPEN: Part = Part { closed: false, before: None };

/// Her list, over both municipalities.
async fn list(world: &World, who: Actor, part: Part) -> Vec<Vraag> {
    let organisations = Arc::new([hosted("gm0307").oin, hosted("gm0344").oin]);
    let work = world.access.write(context(who, &hosted("gm0599").oin), move |op| {
        let organisations = organisations.clone();
        Box::pin(async move { right_door::mine(op, &*organisations, part).await })
    });
    work.await.unwrap().0
}

async fn look_as(world: &World, who: Actor, of: &Hosted, id: Id<Vraag>) -> access::Result<VraagView> {
    world.access.write(context(who, &of.oin), move |op| Box::pin(right_door::look(op, id))).await
}

async fn opens(world: &World, who: Actor, of: &Hosted, new: &NewVraag) -> bool {
    let (id, browser) = (new.id, new.browser.clone());
    let work = world.access.read(context(who, &of.oin), move |op| {
        let browser = browser.clone();
        Box::pin(async move { right_door::opened(op, id, &browser).await })
    });
    work.await.is_ok()
}

/// The journal lines about a party, as she reads them: organisation and action, the oldest first.
async fn lines_about(world: &World, who: Actor) -> Vec<(Oin, String)> {
    let organisations = Arc::new([hosted("gm0307").oin, hosted("gm0344").oin]);
    let work = world.access.read(context(who, &hosted("gm0307").oin), move |op| {
        let organisations = organisations.clone();
        Box::pin(async move { access::looks(op, &*organisations, None, 100).await })
    });
    let looks = work.await.unwrap();
    looks.into_iter().rev().map(|look| (look.organisation, look.action)).collect()
}

#[tokio::test]
async fn what_was_asked_signed_in_is_found_among_ones_own_and_by_nobody_else() {
    for world in worlds(&MIGRATIONS).await {
        let (amersfoort, utrecht) = (hosted("gm0307"), hosted("gm0344"));
        let (here, there) = (question(&world, Id::new()), question(&world, Id::new()));
        ask_as(&world, resident(), &here, &amersfoort).await.unwrap();
        ask_as(&world, resident(), &there, &utrecht).await.unwrap();
        ask_as(&world, company(), &question(&world, Id::new()), &utrecht).await.unwrap();
        ask(&world, &question(&world, Id::new()), &utrecht).await.unwrap();
        let hers: Vec<_> = list(&world, resident(), OPEN).await.iter().map(|v| v.id.uuid()).collect();
        assert_eq!(hers, [there.id.uuid(), here.id.uuid()], "the newest first");
        assert_eq!(list(&world, company(), OPEN).await.len(), 1);
        assert!(list(&world, neighbour(), OPEN).await.is_empty());
        assert!(matches!(look_as(&world, neighbour(), &utrecht, there.id).await, Err(Error::NotFound)));
        assert!(look_as(&world, resident(), &utrecht, there.id).await.is_ok());

        answer(&world, &utrecht, there.id).await.unwrap();
        as_worker_close(&world, utrecht.clone(), there.id).await.unwrap();
        assert_eq!(list(&world, resident(), OPEN).await.len(), 1);
        let closed = list(&world, resident(), Part { closed: true, before: None }).await;
        assert_eq!(closed.len(), 1);
        let before = Part { closed: true, before: Some(there.id.uuid()) };
        assert!(list(&world, resident(), before).await.is_empty());

        let told: Vec<_> = lines_about(&world, resident()).await.into_iter().map(|(_, action)| action).collect();
        for action in ["vraag-ontvangen", "vragen-bekeken", "vraag-gelezen", "vraag-beantwoord", "vraag-gesloten"] {
            assert!(told.contains(&action.to_owned()), "{action}: {told:?}");
        }
    }
}

#[tokio::test]
async fn what_was_asked_signed_in_no_browser_opens_by_itself() {
    for world in worlds(&MIGRATIONS).await {
        let (amersfoort, new) = (hosted("gm0307"), question(&world, Id::new()));
        ask_as(&world, resident(), &new, &amersfoort).await.unwrap();
        assert!(opens(&world, resident(), &amersfoort, &new).await);
        assert!(!opens(&world, Actor::anonymous(), &amersfoort, &new).await, "somebody else at the same computer, signed out");
        assert!(!opens(&world, neighbour(), &amersfoort, &new).await);
        let again = NewVraag { browser: Browser::new(world.access.keys()), ..new.clone() };
        assert_eq!(
            ask_as(&world, resident(), &again, &amersfoort).await.unwrap().id.uuid(),
            new.id.uuid(),
            "from another device"
        );
        assert!(matches!(ask_as(&world, neighbour(), &new, &amersfoort).await, Err(Error::Conflict(_))));
    }
}

#[tokio::test]
async fn sent_on_it_stays_hers_and_the_other_organisation_knows_her_by_a_hash_of_its_own() {
    for world in worlds(&MIGRATIONS).await {
        let (amersfoort, utrecht, new) = (hosted("gm0307"), hosted("gm0344"), question(&world, Id::new()));
        let before = ask_as(&world, resident(), &new, &amersfoort).await.unwrap();
        let (id, to) = (new.id, utrecht.clone());
        let forward = as_worker(&world, &amersfoort, move |op| {
            let to = to.clone();
            Box::pin(async move { forwards(op, id, &to).await })
        });
        forward.await.unwrap();
        let after = look_as(&world, resident(), &utrecht, id).await.unwrap().vraag;
        assert_ne!(after.party, before.party);
        assert_eq!(list(&world, resident(), OPEN).await.len(), 1);
        let lines = lines_about(&world, resident()).await;
        assert!(lines.contains(&(amersfoort.oin.clone(), "vraag-doorgezonden".into())), "{lines:?}");
        assert!(lines.contains(&(utrecht.oin.clone(), "vraag-ontvangen-van-ander".into())), "{lines:?}");
    }
}

fn ids(list: &[Vraag]) -> Vec<uuid::Uuid> {
    list.iter().map(|vraag| vraag.id.uuid()).collect()
}

/// A question of branch 4 is there for that branch and for the company, and for nobody else.
async fn is_of_branch_4(world: &World, of: &Hosted, id: Id<Vraag>) {
    assert_eq!(ids(&list(world, at_branch('4'), OPEN).await), [id.uuid()]);
    assert!(list(world, at_branch('5'), OPEN).await.is_empty());
    for (who, finds) in [(company(), true), (at_branch('4'), true), (at_branch('5'), false), (resident(), false)] {
        assert_eq!(look_as(world, who.clone(), of, id).await.is_ok(), finds, "{who:?}");
    }
}

#[tokio::test]
async fn who_acts_for_one_branch_has_the_questions_of_that_branch_and_the_company_has_all() {
    for world in worlds(&MIGRATIONS).await {
        let (amersfoort, utrecht) = (hosted("gm0307"), hosted("gm0344"));
        let (whole, new) = (question(&world, Id::new()), question(&world, Id::new()));
        ask_as(&world, company(), &whole, &amersfoort).await.unwrap();
        let id = ask_as(&world, at_branch('4'), &new, &amersfoort).await.unwrap().id;
        assert_eq!(ids(&list(&world, company(), OPEN).await), [id.uuid(), whole.id.uuid()]);
        assert!(matches!(look_as(&world, at_branch('4'), &amersfoort, whole.id).await, Err(Error::NotFound)));
        is_of_branch_4(&world, &amersfoort, id).await;
        for (who, opened) in [(at_branch('4'), true), (at_branch('5'), false), (Actor::anonymous(), false)] {
            assert_eq!(opens(&world, who, &amersfoort, &new).await, opened);
        }
        assert!(matches!(ask_as(&world, at_branch('5'), &new, &amersfoort).await, Err(Error::Conflict(_))));
        // The other organisation knows the branch by a hash of its own.
        let to = utrecht.clone();
        let forward = as_worker(&world, &amersfoort, move |op| {
            let to = to.clone();
            Box::pin(async move { forwards(op, id, &to).await })
        });
        forward.await.unwrap();
        is_of_branch_4(&world, &utrecht, id).await;
    }
}

#[tokio::test]
async fn a_code_makes_a_question_that_of_the_branch_for_which_one_acts() {
    for world in worlds(&MIGRATIONS).await {
        let (amersfoort, new) = (hosted("gm0307"), question(&world, Id::new()));
        let id = ask(&world, &new, &amersfoort).await.unwrap().id;
        let code = look(&world, &amersfoort, id).await.unwrap().code().unwrap();
        for (who, joins) in [(at_branch('4'), true), (at_branch('4'), true), (at_branch('5'), false), (company(), true)] {
            let code = code.clone();
            let joined = world.access.write(context(who.clone(), &amersfoort.oin), move |op| {
                let code = code.clone();
                Box::pin(async move { right_door::join(op, &code).await })
            });
            assert_eq!(joined.await.is_ok(), joins, "{who:?}");
        }
        is_of_branch_4(&world, &amersfoort, id).await;
    }
}

#[tokio::test]
async fn a_code_makes_a_question_hers_once_and_keeps_working() {
    for world in worlds(&MIGRATIONS).await {
        let (amersfoort, new) = (hosted("gm0307"), question(&world, Id::new()));
        let id = ask(&world, &new, &amersfoort).await.unwrap().id;
        let code = look(&world, &amersfoort, id).await.unwrap().code().unwrap();
        let join = |who: Actor| {
            let code = code.clone();
            world.access.write(context(who, &amersfoort.oin), move |op| {
                let code = code.clone();
                Box::pin(async move { right_door::join(op, &code).await })
            })
        };
        assert!(matches!(join(Actor::anonymous()).await, Err(Error::NotFound)));
        assert!(list(&world, resident(), OPEN).await.is_empty());
        assert_eq!(join(resident()).await.unwrap().uuid(), id.uuid());
        assert_eq!(join(resident()).await.unwrap().uuid(), id.uuid(), "a second time changes nothing");
        assert!(matches!(join(neighbour()).await, Err(Error::Refused(r)) if r.0 == "refused-of-another"));
        assert!(matches!(join(company()).await, Err(Error::Refused(_))));
        assert_eq!(list(&world, resident(), OPEN).await.len(), 1);
        assert!(
            !opens(&world, Actor::anonymous(), &amersfoort, &new).await,
            "the browser that asked it opens it no more by itself"
        );
        assert!(look_as(&world, Actor::holder(id.uuid()), &amersfoort, id).await.is_ok(), "the code keeps working");
        let joined = lines_about(&world, resident()).await.into_iter().filter(|(_, action)| action == "vraag-verbonden").count();
        assert_eq!(joined, 1);
        // It goes along when it is sent on.
        let to = hosted("gm0344");
        let forward = as_worker(&world, &amersfoort, move |op| {
            let to = to.clone();
            Box::pin(async move { forwards(op, id, &to).await })
        });
        forward.await.unwrap();
        assert_eq!(list(&world, resident(), OPEN).await[0].organisatie, hosted("gm0344").oin);
    }
}

#[tokio::test]
async fn of_two_who_join_at_once_one_is_told_that_it_is_hers_and_she_keeps_it_where_it_is_sent_on_to() {
    for world in worlds(&MIGRATIONS).await {
        let (amersfoort, utrecht) = (hosted("gm0307"), hosted("gm0344"));
        for _ in 0..6 {
            let id = ask(&world, &question(&world, Id::new()), &amersfoort).await.unwrap().id;
            let code = look(&world, &amersfoort, id).await.unwrap().code().unwrap();
            let join = |who: Actor| {
                let code = code.clone();
                world.access.write(context(who, &amersfoort.oin), move |op| {
                    let code = code.clone();
                    Box::pin(async move { right_door::join(op, &code).await })
                })
            };
            let to = utrecht.clone();
            let sends_on = as_worker(&world, &amersfoort, move |op| {
                let to = to.clone();
                Box::pin(async move { forwards(op, id, &to).await })
            });
            let (she, he, sent_on) = tokio::join!(join(resident()), join(neighbour()), sends_on);
            sent_on.unwrap();
            assert!(!(she.is_ok() && he.is_ok()), "one of the two at most");
            for (who, hers) in [(resident(), she.is_ok()), (neighbour(), he.is_ok())] {
                let found = look_as(&world, who.clone(), &utrecht, id).await.is_ok();
                assert_eq!(found, hers, "{who:?}");
                assert_eq!(list(&world, who, OPEN).await.iter().any(|vraag| vraag.id == id), hers);
            }
        }
    }
}

#[tokio::test]
async fn a_request_to_correct_the_register_has_a_last_day_by_law() {
    for world in worlds(&MIGRATIONS).await {
        let (amersfoort, utrecht) = (hosted("gm0307"), hosted("gm0344"));
        let soort = Soort::Correctie(Onderwerp { register: "brp".into(), veld: "naam".into() });
        let new = NewVraag { soort: soort.clone(), ..question(&world, Id::new()) };
        assert!(matches!(ask(&world, &new, &amersfoort).await, Err(Error::NotAllowed)), "who it is must be sure");
        let made = ask_as(&world, resident(), &new, &amersfoort).await.unwrap();
        // Four weeks by law, and three working days that are a promise, after Monday 23 November 2026.
        let days = |v: &Vraag| (v.uiterlijk_op.unwrap().to_string(), v.antwoord_voor.to_string());
        assert_eq!(days(&made), ("2026-12-21".into(), "2026-11-26".into()));
        let view = look_as(&world, resident(), &amersfoort, made.id).await.unwrap();
        assert_eq!((view.vraag.soort, view.vraag.uiterlijk_op), (soort, made.uiterlijk_op));
        // Sent on: the term runs from when the other received it.
        world.clock.set(world.clock.now() + 48.hours());
        let (id, to) = (made.id, utrecht.clone());
        let forward = as_worker(&world, &amersfoort, move |op| {
            let to = to.clone();
            Box::pin(async move { forwards(op, id, &to).await })
        });
        forward.await.unwrap();
        let after = look_as(&world, resident(), &utrecht, id).await.unwrap().vraag;
        assert_eq!(days(&after), ("2026-12-23".into(), "2026-11-30".into()));
        // Of a register of which we know no term nothing is made.
        let unknown = Soort::Correctie(Onderwerp { register: "onbekend".into(), veld: "naam".into() });
        let unknown = NewVraag { soort: unknown, ..question(&world, Id::new()) };
        assert!(matches!(ask_as(&world, resident(), &unknown, &amersfoort).await, Err(Error::Internal(_))));
    }
}

async fn letters(world: &World) -> i64 {
    let read = world.access.db().read::<i64, store::Error>(|tx| {
        Box::pin(
            async move { Ok(tx.row("SELECT COUNT(*) FROM outgoing_letter WHERE announces", &[], |r| r.get(0)).await?.unwrap()) },
        )
    });
    read.await.unwrap()
}

#[tokio::test]
async fn an_answer_is_announced_once_until_the_letter_left_and_when_it_was_read_is_kept() {
    for world in worlds(&MIGRATIONS).await {
        let (amersfoort, new) = (hosted("gm0307"), question(&world, Id::new()));
        let id = ask_as(&world, resident(), &new, &amersfoort).await.unwrap().id;
        // A form that was sent twice, and another answer.
        answer(&world, &amersfoort, id).await.unwrap();
        answer(&world, &amersfoort, id).await.unwrap();
        world.clock.set(world.clock.now() + 2.minutes());
        answer(&world, &amersfoort, id).await.unwrap();
        assert_eq!(letters(&world).await, 1);
        world.clock.set(world.clock.now() + 1.hour());
        let read = look_as(&world, resident(), &amersfoort, id).await.unwrap().berichten;
        let read: Vec<_> = read.iter().map(|b| b.gelezen_op).collect();
        assert_eq!(read, [None, Some(world.clock.now()), Some(world.clock.now())]);
        let by_them = look(&world, &amersfoort, id).await.unwrap().berichten;
        assert_eq!(by_them[0].gelezen_op, Some(world.clock.now()), "what she wrote, by who answers");
    }
}

#[tokio::test]
async fn she_takes_along_all_that_is_hers_and_nothing_of_another() {
    for world in worlds(&MIGRATIONS).await {
        let (amersfoort, utrecht) = (hosted("gm0307"), hosted("gm0344"));
        let soort = Soort::Correctie(Onderwerp { register: "brp".into(), veld: "naam".into() });
        let correction = NewVraag { soort, ..question(&world, Id::new()) };
        ask_as(&world, resident(), &correction, &utrecht).await.unwrap();
        let over = question(&world, Id::new());
        let id = ask_as(&world, resident(), &over, &amersfoort).await.unwrap().id;
        answer(&world, &amersfoort, id).await.unwrap();
        as_worker_close(&world, amersfoort.clone(), id).await.unwrap();
        ask_as(&world, neighbour(), &question(&world, Id::new()), &utrecht).await.unwrap();
        let organisations = Arc::new([amersfoort.oin.clone(), utrecht.oin.clone()]);
        let all = world.access.write(context(resident(), &amersfoort.oin), move |op| {
            let organisations = organisations.clone();
            Box::pin(async move { right_door::everything(op, &*organisations).await })
        });
        let all = all.await.unwrap();
        let all = all.as_array().unwrap();
        let told: Vec<_> = all.iter().map(|v| (v["soort"].as_str().unwrap(), v["stand"].as_str().unwrap())).collect();
        assert_eq!(told, [("correctie", "open"), ("vraag", "gesloten")]);
        assert_eq!((all[0]["onderwerp"].as_str(), all[0]["uiterlijk_op"].as_str()), (Some("brp/naam"), Some("2026-12-21")));
        assert_eq!(all[1]["berichten"][1]["tekst"], "Ja, met een vergunning.");
        let given = lines_about(&world, resident()).await.into_iter().filter(|(_, action)| action == "vraag-meegegeven").count();
        assert_eq!(given, 2);
        // At the counter of each town what she asked there is found by her number, and nothing of another.
        let finds = |who: Actor, town: &Hosted| {
            let party = resident().party().unwrap();
            world.access.write(context(who, &town.oin), move |op| {
                let party = party.clone();
                Box::pin(async move { right_door::of_party(op, &party).await })
            })
        };
        let desk = || Actor::worker("emre", &[Role::Kcc]);
        assert_eq!(finds(desk(), &amersfoort).await.unwrap().0.iter().map(|v| v.id).collect::<Vec<_>>(), [id]);
        assert_eq!(finds(desk(), &utrecht).await.unwrap().0.len(), 1);
        assert!(matches!(finds(neighbour(), &amersfoort).await, Err(Error::NotFound)));
        let found = lines_about(&world, resident()).await.into_iter().filter(|(_, action)| action == "vragen-gezocht").count();
        assert_eq!(found, 2);
    }
}

#[tokio::test]
async fn nobody_but_staff_finds_it_nobody_but_her_adds_to_it_and_nobody_but_its_owner_sends_it_on() {
    for world in worlds(&MIGRATIONS).await {
        let (amersfoort, utrecht, new) = (hosted("gm0307"), hosted("gm0344"), question(&world, Id::new()));
        let of_staff = ask_as(&world, Actor::worker("kcc-1", &[Role::Kcc]), &question(&world, Id::new()), &amersfoort).await;
        assert!(matches!(of_staff, Err(Error::NotAllowed)), "who works here asks nothing of her own organisation");
        let Vraag { id, nummer, .. } = ask(&world, &new, &amersfoort).await.unwrap();
        let finds = |role: Role| {
            let nummer = nummer.clone();
            world.access.write(context(Actor::worker("a", &[role]), &amersfoort.oin), move |op| {
                let nummer = nummer.clone();
                Box::pin(async move {
                    let found = right_door::find_by_number(op, &nummer).await;
                    let listed = right_door::waiting(op, None).await.map(|(list, _)| list.len());
                    Ok((found, listed))
                })
            })
        };
        assert!(matches!(finds(Role::Kcc).await.unwrap(), (Ok(found), Ok(1)) if found == id));
        for role in [Role::Beheerder, Role::Fg, Role::MedischAdviseur] {
            assert!(matches!(finds(role).await.unwrap(), (Err(Error::NotFound), Err(Error::NotFound))), "{role:?}");
        }
        let neighbour = || Actor::person(Bsn::parse("999990020").unwrap(), Assurance::Substantial);
        let adds = |who: Actor| {
            world.access.write(context(who, &amersfoort.oin), move |op| {
                Box::pin(async move {
                    let (text, calendar) = (Prose::parse("Nog iets.", 100).unwrap(), Calendar::shipped().unwrap());
                    right_door::contribute(op, id, &text, (&CATALOGUE, &calendar)).await
                })
            })
        };
        assert!(matches!(adds(neighbour()).await, Err(Error::NotFound)));
        assert!(matches!(adds(Actor::worker("kcc-1", &[Role::Kcc])).await, Err(Error::NotAllowed)));
        let sends_on = |who: Actor, of: &Hosted| {
            let to = utrecht.clone();
            world.access.write(context(who, &of.oin), move |op| {
                let to = to.clone();
                Box::pin(async move { forwards(op, id, &to).await })
            })
        };
        assert!(matches!(sends_on(Actor::holder(id.uuid()), &amersfoort).await, Err(Error::NotAllowed)));
        assert!(matches!(sends_on(Actor::worker("kcc-1", &[Role::Kcc]), &utrecht).await, Err(Error::NotFound)));
        let view = look(&world, &amersfoort, id).await.unwrap();
        assert_eq!((view.berichten.len(), view.doorzendingen.len()), (1, 0));
    }
}
