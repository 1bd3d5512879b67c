//! A person's own zaken, on both databases: those she began without signing in become hers by their code; what is written to her is
//! announced, and when it was read is known.
#![allow(clippy::unwrap_used, clippy::panic)]
use access::{Actor, Assurance, Context, DataKey, Error, FollowCode, Grond, Op, Party, Purpose, Role, Vertegenwoordiging};
use cases::{NewZaak, Oordeel, Page, Rol, Zaak, ZaakView};
use catalogue::{Catalogue, Hosted};
use jiff::ToSpan;
use std::{
    collections::BTreeSet,
    path::Path,
    sync::{Arc, LazyLock},
};
use store::Migration;
use terms::Calendar;
use testing::{World, worlds};
use values::{Bsn, Clock, Id, KvkNummer, Language, Oin, Prose, Vestigingsnummer};

static MIGRATIONS: LazyLock<Vec<Migration>> =
    LazyLock::new(|| [access::MIGRATIONS, cases::MIGRATIONS, letters::MIGRATIONS].concat());

static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Arc::new(Catalogue::load(&root.join("reference"), &root.join("services")).unwrap())
});

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::shipped().unwrap());

const SERVICE: &str = "melding-openbare-ruimte";

fn amersfoort() -> Hosted {
    CATALOGUE.hosted_with_code("gm0307").unwrap().clone()
}

async fn as_actor<T: Send + 'static>(
    world: &World,
    actor: Actor,
    work: impl for<'a> Fn(&'a mut Op<'_>) -> access::Step<'a, T> + Send + Sync + 'static,
) -> access::Result<T> {
    let organisation = amersfoort().oin;
    let context = Context { actor, organisation, purpose: Purpose::new("test", "test"), trace: "test".into() };
    world.access.write(context, work).await
}

fn melder(email: &str) -> Rol {
    Rol {
        omschrijving_generiek: "initiator".into(),
        betrokkene_type: "natuurlijk_persoon".into(),
        identificatie: None,
        vestigingsnummer: None,
        naam: Some("J. Jansen".into()),
        email: Some(email.into()),
        telefoon: None,
        indicatie_machtiging: None,
        roltoelichting: None,
    }
}

/// A zaak that was begun without signing in, and its code.
async fn begun(world: &World, rollen: Vec<Rol>) -> (Id<Zaak>, FollowCode) {
    as_actor(world, Actor::machine("publisher"), |op| {
        Box::pin(
            async move { cases::publish(op, CATALOGUE.service(SERVICE).unwrap(), &amersfoort(), "gemeente").await.map(drop) },
        )
    })
    .await
    .unwrap();
    let new = NewZaak { rollen, ..new_zaak(world, None) };
    let (id, volgcode) = (new.id, new.volgcode.clone());
    create(world, Actor::holder(id.uuid()), new).await.unwrap();
    (id, volgcode)
}

/// What comes of a form that this party sent; of none, when nobody signed in.
fn new_zaak(world: &World, party: Option<Party>) -> NewZaak {
    NewZaak {
        id: Id::new(),
        organisatie: amersfoort().oin,
        bronorganisatie: amersfoort().rsin,
        versie: CATALOGUE.service(SERVICE).unwrap().overlay("gm0307").unwrap().version.clone(),
        ontvangen_op: world.clock.now(),
        einddatum_gepland: None,
        uiterlijke_einddatum_afdoening: None,
        toelichting: "Wat\nAfval".into(),
        bijzonder: None,
        rollen: party.iter().map(|party| Rol { identificatie: Some(party.number().into()), ..melder("a@example.org") }).collect(),
        taal: Language::Nl,
        party,
        volgcode: FollowCode::new(world.access.keys()),
        documents: vec![],
    }
}

async fn create(world: &World, who: Actor, new: NewZaak) -> access::Result<Zaak> {
    let work = as_actor(world, who, move |op| {
        let new = new.clone();
        Box::pin(async move {
            let key = DataKey::create(op).await?;
            cases::create(op, &key, new).await
        })
    });
    work.await
}

fn resident() -> Actor {
    Actor::person(Bsn::parse("999990019").unwrap(), Assurance::Substantial)
}

fn neighbour() -> Actor {
    Actor::person(Bsn::parse("999990020").unwrap(), Assurance::Substantial)
}

fn company() -> Actor {
    let party = Party::Company(KvkNummer::parse("69599084").unwrap());
    Actor::representative("pseudonym", party, Assurance::Substantial)
}

/// Who may act for one branch of that company only.
fn at_branch(last: &str) -> Actor {
    let branch = Vestigingsnummer::parse(&format!("00003850950{last}")).unwrap();
    Actor::at_branch("pseudonym", (KvkNummer::parse("69599084").unwrap(), branch), Assurance::Substantial)
}

async fn join(world: &World, who: Actor, code: &FollowCode) -> access::Result<Id<Zaak>> {
    let code = code.clone();
    as_actor(world, who, move |op| {
        let code = code.clone();
        Box::pin(async move { cases::join(op, &code).await })
    })
    .await
}

async fn look(world: &World, who: Actor, id: Id<Zaak>) -> access::Result<ZaakView> {
    as_actor(world, who, move |op| Box::pin(cases::look(op, id))).await
}

/// Ids of her open zaken.
async fn list(world: &World, who: Actor) -> Vec<uuid::Uuid> {
    let lines = as_actor(world, who, |op| {
        Box::pin(async move { cases::mine(op, &[amersfoort().oin], Page { ended: false, before: None }).await })
    });
    lines.await.unwrap().0.iter().map(|line| line.id.uuid()).collect()
}

async fn actions(world: &World, who: Actor) -> Vec<String> {
    let organisations: Arc<[Oin]> = Arc::new([amersfoort().oin]);
    let looks = as_actor(world, who, move |op| {
        let organisations = organisations.clone();
        Box::pin(async move { access::looks(op, &organisations, None, 100).await })
    });
    looks.await.unwrap().into_iter().map(|look| look.action).collect()
}

#[tokio::test]
async fn a_code_makes_a_zaak_hers_once_and_keeps_working() {
    for world in worlds(&MIGRATIONS).await {
        // With who reported it, and without anybody.
        for (rollen, who) in [(vec![melder("resident@example.org")], resident()), (vec![], company())] {
            let (id, code) = begun(&world, rollen).await;
            assert!(matches!(join(&world, Actor::anonymous(), &code).await, Err(Error::NotFound)));
            assert!(matches!(look(&world, who.clone(), id).await, Err(Error::NotFound)));
            assert_eq!(join(&world, who.clone(), &code).await.unwrap().uuid(), id.uuid());
            assert_eq!(list(&world, who.clone()).await, [id.uuid()]);
            assert_eq!(join(&world, who.clone(), &code).await.unwrap().uuid(), id.uuid(), "a second time changes nothing");
            assert!(matches!(join(&world, neighbour(), &code).await, Err(Error::Refused(r)) if r.0 == "refused-of-another"));
            assert!(matches!(look(&world, neighbour(), id).await, Err(Error::NotFound)));
            assert!(look(&world, Actor::holder(id.uuid()), id).await.is_ok(), "the code keeps working");
            let told = actions(&world, who.clone()).await;
            assert_eq!(told.iter().filter(|action| *action == "zaak-verbonden").count(), 1);
            assert!(told.contains(&"zaak-gelezen".to_owned()), "from now on she sees who looks: {told:?}");
        }
        let unknown = FollowCode::new(world.access.keys());
        assert!(matches!(join(&world, resident(), &unknown).await, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn of_two_who_join_with_the_same_words_at_once_one_is_told_that_it_is_hers_and_keeps_it() {
    for world in worlds(&MIGRATIONS).await {
        for _ in 0..6 {
            let (id, code) = begun(&world, vec![melder("resident@example.org")]).await;
            let (she, he) = tokio::join!(join(&world, resident(), &code), join(&world, neighbour(), &code));
            assert_ne!(she.is_ok(), he.is_ok(), "one of the two");
            let other = if she.is_ok() { &he } else { &she };
            assert!(matches!(other, Err(Error::Refused(r)) if r.0 == "refused-of-another"), "{other:?}");
            for (who, hers) in [(resident(), she.is_ok()), (neighbour(), he.is_ok())] {
                assert_eq!(look(&world, who, id).await.is_ok(), hers);
            }
        }
    }
}

#[tokio::test]
async fn what_she_joined_while_it_was_sent_on_is_hers_where_it_is_now() {
    for world in worlds(&MIGRATIONS).await {
        utrecht_takes_it_too(&world).await;
        for _ in 0..6 {
            let (id, code) = begun(&world, vec![melder("resident@example.org")]).await;
            let (joined, sent_on) = tokio::join!(join(&world, resident(), &code), to_utrecht(&world, id));
            sent_on.unwrap();
            match joined {
                Ok(_) => assert_eq!(look(&world, resident(), id).await.unwrap().zaak.organisatie, utrecht().oin),
                Err(error) => assert!(matches!(error, Error::Conflict(_)), "{error}"),
            }
        }
    }
}

#[tokio::test]
async fn who_acts_for_one_branch_has_the_zaken_of_that_branch_and_the_company_has_all() {
    for world in worlds(&MIGRATIONS).await {
        begun(&world, vec![]).await;
        let whole = create(&world, company(), new_zaak(&world, company().party())).await.unwrap().id;
        let branch = create(&world, at_branch("4"), new_zaak(&world, company().party())).await.unwrap().id;
        assert_eq!(list(&world, company()).await, [branch.uuid(), whole.uuid()]);
        assert_eq!(list(&world, at_branch("4")).await, [branch.uuid()]);
        assert!(list(&world, at_branch("5")).await.is_empty());
        for (who, id, finds) in [
            (company(), branch, true),
            (at_branch("4"), branch, true),
            (at_branch("5"), branch, false),
            (at_branch("4"), whole, false),
        ] {
            assert_eq!(look(&world, who, id).await.is_ok(), finds);
        }
        answers(&world, branch, "Wij komen kijken.").await;
        answers(&world, whole, "Wij komen kijken.").await;
        for (who, lines, unread) in [(company(), 4, 2), (at_branch("4"), 2, 1), (at_branch("5"), 0, 0)] {
            let opened = as_actor(&world, who, |op| {
                Box::pin(async move {
                    let all = [amersfoort().oin];
                    Ok((cases::berichten(op, &all, None).await?.0, cases::unread(op, &all).await?))
                })
            });
            let (found, new) = opened.await.unwrap();
            assert_eq!((found.len(), new), (lines, unread));
        }
        for (who, proven) in [(company(), true), (at_branch("4"), true), (at_branch("5"), false)] {
            let proof = as_actor(&world, who, move |op| Box::pin(cases::bewijs(op, branch.uuid())));
            assert_eq!(proof.await.is_ok(), proven);
        }
        // To take all of it along is for the company itself.
        for (who, takes) in [(company(), true), (at_branch("4"), false)] {
            let services = as_actor(&world, who.clone(), |op| {
                Box::pin(async move { cases::services(op, &[amersfoort().oin]).await.map(drop) })
            });
            let everything = as_actor(&world, who, |op| {
                Box::pin(async move { cases::everything(op, &[amersfoort().oin], cases::Page::default()).await.map(drop) })
            });
            assert_eq!((services.await.is_ok(), everything.await.is_ok()), (takes, takes));
        }
    }
}

#[tokio::test]
async fn who_acts_for_another_person_reads_his_zaak_and_not_his_box_and_joins_nothing() {
    let voor = Bsn::parse("999990019").unwrap();
    let (naam, door, diensten) = ("Jan".into(), "Els".into(), vec![SERVICE.to_owned()]);
    let for_him = neighbour().on_behalf(Vertegenwoordiging { voor, naam, door, grond: Grond::Gezag, diensten });
    for world in worlds(&MIGRATIONS).await {
        let (_, code) = begun(&world, vec![]).await;
        let id = create(&world, resident(), new_zaak(&world, resident().party())).await.unwrap().id;
        answers(&world, id, "Wij komen kijken.").await;
        assert_eq!(list(&world, for_him.clone()).await, [id.uuid()]);
        assert!(look(&world, for_him.clone(), id).await.is_ok());
        for (who, opens) in [(resident(), true), (for_him.clone(), false)] {
            let all = || [amersfoort().oin];
            let box_of = as_actor(&world, who.clone(), move |op| {
                Box::pin(async move { cases::berichten(op, &all(), None).await.map(drop) })
            });
            let unread = as_actor(&world, who.clone(), move |op| Box::pin(async move { cases::unread(op, &all()).await }));
            let proof = as_actor(&world, who.clone(), move |op| Box::pin(cases::bewijs(op, id.uuid())));
            assert_eq!((box_of.await.is_ok(), unread.await.is_ok(), proof.await.is_ok()), (opens, opens, opens), "{who:?}");
            if !opens {
                assert!(matches!(join(&world, who, &code).await, Err(Error::NotFound)));
            }
        }
    }
}

#[tokio::test]
async fn a_code_makes_a_zaak_that_of_the_branch_for_which_one_acts() {
    for world in worlds(&MIGRATIONS).await {
        // With who reported it, and without anybody.
        for rollen in [vec![melder("resident@example.org")], vec![]] {
            let (id, code) = begun(&world, rollen).await;
            for (who, joins) in [(at_branch("4"), true), (at_branch("4"), true), (at_branch("5"), false), (company(), true)] {
                assert_eq!(join(&world, who.clone(), &code).await.is_ok(), joins, "{who:?}");
                assert_eq!(look(&world, who, id).await.is_ok(), joins);
            }
            assert_eq!(list(&world, at_branch("4")).await[0], id.uuid());
            let rollen = as_actor(&world, worker(), move |op| Box::pin(cases::identify(op, id))).await.unwrap();
            let of = (rollen[0].betrokkene_type.as_str(), rollen[0].vestigingsnummer.as_deref());
            assert_eq!((rollen.len(), of), (1, ("vestiging", Some("000038509504"))));
        }
    }
}

#[tokio::test]
async fn what_is_of_one_branch_stays_that_branchs_when_it_is_sent_on() {
    for world in worlds(&MIGRATIONS).await {
        begun(&world, vec![]).await;
        let rol = Rol {
            betrokkene_type: "vestiging".into(),
            identificatie: Some("69599084".into()),
            vestigingsnummer: Some("000038509504".into()),
            ..melder("a@example.org")
        };
        let new = NewZaak { rollen: vec![rol], ..new_zaak(&world, company().party()) };
        let id = create(&world, at_branch("4"), new).await.unwrap().id;
        utrecht_takes_it_too(&world).await;
        to_utrecht(&world, id).await.unwrap();
        for who in [at_branch("4"), company()] {
            assert_eq!(look(&world, who, id).await.unwrap().zaak.organisatie, utrecht().oin);
        }
        for who in [worker(), resident()] {
            assert!(matches!(look(&world, who, id).await, Err(Error::NotFound)));
        }
    }
}

fn utrecht() -> &'static Hosted {
    CATALOGUE.hosted_with_code("gm0344").unwrap()
}

async fn utrecht_takes_it_too(world: &World) {
    let published = as_actor(world, Actor::machine("publisher"), |op| {
        Box::pin(cases::publish(op, CATALOGUE.service(SERVICE).unwrap(), utrecht(), "gemeente"))
    });
    published.await.unwrap();
}

/// Sends it on.
async fn to_utrecht(world: &World, id: Id<Zaak>) -> access::Result<cases::Waarheen> {
    let work = as_actor(world, worker(), move |op| {
        Box::pin(async move {
            let (desk, reden) = (cases::Desk { calendar: &CALENDAR, portal: "" }, Prose::parse("Van Utrecht.", 2_000).unwrap());
            cases::send_on(op, id, (CATALOGUE.organisatie_with_code("gm0344").unwrap(), &CATALOGUE), &reden, desk).await
        })
    });
    work.await
}

fn worker() -> Actor {
    Actor::worker("a", &[Role::Behandelaar])
}

async fn answers(world: &World, id: Id<Zaak>, text: &'static str) {
    let work = as_actor(world, worker(), move |op| {
        let text = Prose::parse(text, 100).unwrap();
        Box::pin(async move { cases::answer(op, id, &text, "https://loket.example").await })
    });
    work.await.unwrap();
}

async fn count(world: &World, sql: &'static str) -> i64 {
    let read = world
        .access
        .db()
        .read::<i64, store::Error>(move |tx| Box::pin(async move { Ok(tx.row(sql, &[], |r| r.get(0)).await?.unwrap()) }));
    read.await.unwrap()
}

const LETTERS: &str = "SELECT COUNT(*) FROM outgoing_letter";

#[tokio::test]
async fn what_is_written_to_her_is_announced_once_until_the_letter_left() {
    for world in worlds(&MIGRATIONS).await {
        let (id, _) = begun(&world, vec![melder("resident@example.org")]).await;
        answers(&world, id, "Wij komen kijken.").await;
        answers(&world, id, "Morgen om tien uur.").await;
        assert_eq!(count(&world, LETTERS).await, 1, "one that has not left yet announces both");
        let left = world.access.db().write::<(), store::Error>(|tx| {
            Box::pin(async move { tx.exec("UPDATE outgoing_letter SET sent_at = next_at", &[]).await.map(drop) })
        });
        left.await.unwrap();
        as_actor(&world, Actor::machine("registers"), move |op| {
            Box::pin(async move { cases::tell(op, id, "Wij hebben het nagekeken.", "https://loket.example").await })
        })
        .await
        .unwrap();
        assert_eq!(count(&world, LETTERS).await, 2, "what came after it left is announced again");
        as_actor(&world, worker(), move |op| {
            let text = Prose::parse("Het is weg.", 100).unwrap();
            Box::pin(async move { cases::close(op, id, "Opgelost", &text, "https://loket.example").await })
        })
        .await
        .unwrap();
        assert_eq!(count(&world, LETTERS).await, 2);
        // Who left no address is sent nothing.
        let (silent, _) = begun(&world, vec![]).await;
        answers(&world, silent, "Wij komen kijken.").await;
        assert_eq!(count(&world, LETTERS).await, 2);
    }
}

#[tokio::test]
async fn when_the_other_side_first_read_a_message_is_kept() {
    for world in worlds(&MIGRATIONS).await {
        let (id, _) = begun(&world, vec![]).await;
        answers(&world, id, "Wij komen kijken.").await;
        let contribute = as_actor(&world, Actor::holder(id.uuid()), move |op| {
            let text = Prose::parse("Dank u.", 100).unwrap();
            Box::pin(async move { cases::add_bericht(op, id, &text).await })
        });
        contribute.await.unwrap();
        let written = world.clock.now();
        let read_at = |view: ZaakView| view.berichten.iter().map(|b| b.gelezen_op).collect::<Vec<_>>();
        world.clock.set("2026-11-24T09:00:00Z".parse().unwrap());
        let by_her = world.clock.now();
        assert_eq!(read_at(look(&world, Actor::holder(id.uuid()), id).await.unwrap()), [Some(by_her), None]);
        world.clock.set("2026-11-25T09:00:00Z".parse().unwrap());
        let dossier = as_actor(&world, worker(), move |op| Box::pin(cases::dossier(op, id, &CALENDAR)));
        let view = dossier.await.unwrap().view;
        assert!(view.berichten.iter().all(|b| b.op == written));
        assert_eq!(read_at(view), [Some(by_her), Some(world.clock.now())]);
        world.clock.set("2026-11-26T09:00:00Z".parse().unwrap());
        let again = read_at(look(&world, Actor::holder(id.uuid()), id).await.unwrap());
        assert_eq!(again[0], Some(by_her), "the first time counts");
    }
}

#[tokio::test]
async fn a_zaak_is_begun_by_whose_it_is_and_by_nobody_else() {
    for world in worlds(&MIGRATIONS).await {
        begun(&world, vec![]).await;
        let hers = || new_zaak(&world, resident().party());
        for (who, new) in [
            (neighbour(), hers()),
            (company(), hers()),
            (resident(), new_zaak(&world, None)),
            (Actor::holder(Id::<Zaak>::new().uuid()), hers()),
            (Actor::worker("balie-3", &[Role::Behandelaar]), hers()),
            (Actor::machine("publisher"), hers()),
        ] {
            let came = create(&world, who.clone(), new).await;
            assert!(matches!(came, Err(Error::NotFound | Error::NotAllowed)), "{who:?}");
        }
        create(&world, resident(), hers()).await.unwrap();
    }
}

#[tokio::test]
async fn nobody_else_adds_to_it_withdraws_judges_moves_or_closes_it() {
    for world in worlds(&MIGRATIONS).await {
        begun(&world, vec![]).await;
        let id = create(&world, resident(), new_zaak(&world, resident().party())).await.unwrap().id;
        let text = || Prose::parse("Klaar", 100).unwrap();
        let kcc = || Actor::worker("balie-3", &[Role::Kcc]);
        for who in [neighbour(), company(), Actor::holder(Id::<Zaak>::new().uuid()), kcc(), Actor::machine("mailer")] {
            let all: [access::Result<()>; 5] = [
                as_actor(&world, who.clone(), move |op| Box::pin(async move { cases::add_bericht(op, id, &text()).await })).await,
                as_actor(&world, who.clone(), move |op| Box::pin(cases::withdraw(op, id))).await,
                as_actor(&world, who.clone(), move |op| Box::pin(cases::rate(op, id, Oordeel::Makkelijk))).await,
                as_actor(&world, who.clone(), move |op| Box::pin(cases::set_status(op, id, "In behandeling"))).await,
                as_actor(&world, who.clone(), move |op| {
                    Box::pin(async move { cases::close(op, id, "Opgelost", &text(), "http://localhost").await })
                })
                .await,
            ];
            for (at, came) in all.iter().enumerate() {
                assert!(matches!(came, Err(Error::NotFound | Error::NotAllowed)), "{who:?}: {at}: {came:?}");
            }
        }
        let handler = Actor::worker("balie-4", &[Role::Behandelaar]);
        let moved = as_actor(&world, handler, move |op| Box::pin(cases::set_status(op, id, "In behandeling")));
        moved.await.unwrap();
        as_actor(&world, resident(), move |op| Box::pin(cases::rate(op, id, Oordeel::Makkelijk))).await.unwrap();
        as_actor(&world, resident(), move |op| Box::pin(cases::withdraw(op, id))).await.unwrap();
    }
}

#[tokio::test]
async fn what_ended_while_something_was_asked_stands_among_what_ended() {
    for world in worlds(&MIGRATIONS).await {
        begun(&world, vec![]).await;
        let id = create(&world, resident(), new_zaak(&world, resident().party())).await.unwrap().id;
        let sql = "INSERT INTO zaak_taak (id, zaak, gevraagd_op, uiterlijk, gevraagd_sealed) VALUES ($1, $2, $3, $4, $5)";
        let (until, now) = (world.clock.today().saturating_add(5.days()), world.clock.now());
        let asked = as_actor(&world, Actor::machine("test"), move |op| {
            let values = [Id::<Zaak>::new().uuid().into(), id.uuid().into(), now.into(), until.into(), vec![1_u8].into()];
            Box::pin(async move { op.exec(sql, &values).await })
        });
        asked.await.unwrap();
        let lines = |ended| {
            as_actor(&world, resident(), move |op| {
                let page = Page { ended, before: None };
                Box::pin(async move { Ok(cases::mine(op, &[amersfoort().oin], page).await?.0) })
            })
        };
        assert_eq!(lines(false).await.unwrap()[0].taak, Some(until), "she must move");
        as_actor(&world, resident(), move |op| Box::pin(cases::withdraw(op, id))).await.unwrap();
        assert_eq!(lines(true).await.unwrap()[0].taak, None, "nothing is asked any more");
    }
}

#[tokio::test]
async fn she_takes_along_each_zaak_once_however_many_there_are() {
    for world in worlds(&MIGRATIONS).await {
        begun(&world, vec![]).await;
        let mut ids = BTreeSet::new();
        for number in 0..=2 * cases::PAGE {
            let zaak = create(&world, resident(), new_zaak(&world, resident().party())).await.unwrap();
            if number % 2 == 0 {
                as_actor(&world, resident(), move |op| Box::pin(cases::withdraw(op, zaak.id))).await.unwrap();
            }
            assert!(ids.insert(zaak.identificatie));
        }
        let (mut taken, mut next, mut pages) = (Vec::new(), Some(Page::default()), 0);
        while let Some(page) = next {
            let part = as_actor(&world, resident(), move |op| {
                Box::pin(async move { cases::everything(op, &[amersfoort().oin], page).await })
            });
            let part = part.await.unwrap();
            taken.extend(part.zaken.iter().map(|zaak| zaak["identificatie"].as_str().unwrap().to_owned()));
            (next, pages) = (part.next, pages + 1);
        }
        assert_eq!((taken.len(), pages), (ids.len(), 3), "one page of what is open, two of what ended");
        assert_eq!(taken.into_iter().collect::<BTreeSet<_>>(), ids);
    }
}
