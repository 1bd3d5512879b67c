//! The message box of a person, on both databases: what was placed for her, newest first, by pages; and the proof of each, for her alone.
#![allow(clippy::unwrap_used)]
use access::{Actor, Assurance, By, Context, DataKey, Error, FollowCode, Op, Party, Purpose, Role};
use cases::{NewZaak, Rol, Zaak};
use catalogue::{Catalogue, Hosted};
use jiff::{Timestamp, ToSpan};
use letters::{Letter, Mailer, Smtp, Tls, Words};
use std::{
    path::Path,
    sync::{Arc, LazyLock},
};
use store::Migration;
use testing::{SmtpSink, World, worlds};
use uuid::Uuid;
use values::{Bsn, Clock, Id, Language, Prose};

static CALENDAR: LazyLock<terms::Calendar> = LazyLock::new(|| terms::Calendar::shipped().unwrap());
static MIGRATIONS: LazyLock<Vec<Migration>> =
    LazyLock::new(|| [access::MIGRATIONS, cases::MIGRATIONS, letters::MIGRATIONS].concat());

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Catalogue::load(&root.join("reference"), &root.join("services")).unwrap()
});

const SERVICE: &str = "melding-openbare-ruimte";

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

fn resident() -> Actor {
    Actor::person(Bsn::parse("999990019").unwrap(), Assurance::Substantial)
}

fn neighbour() -> Actor {
    Actor::person(Bsn::parse("999990020").unwrap(), Assurance::Substantial)
}

/// A zaak of hers at this organisation.
async fn sent(world: &World, code: &'static str, email: Option<&str>) -> Id<Zaak> {
    let rol = Rol {
        omschrijving_generiek: "initiator".into(),
        betrokkene_type: "natuurlijk_persoon".into(),
        identificatie: None,
        vestigingsnummer: None,
        naam: None,
        email: email.map(str::to_owned),
        telefoon: None,
        indicatie_machtiging: None,
        roltoelichting: None,
    };
    let id = Id::new();
    let new = NewZaak {
        id,
        organisatie: hosted(code).oin,
        bronorganisatie: hosted(code).rsin,
        versie: CATALOGUE.service(SERVICE).unwrap().overlay(code).unwrap().version.clone(),
        ontvangen_op: world.clock.now(),
        einddatum_gepland: None,
        uiterlijke_einddatum_afdoening: None,
        toelichting: "Afval".into(),
        bijzonder: None,
        rollen: vec![rol],
        taal: Language::Nl,
        party: Some(Party::Person(Bsn::parse("999990019").unwrap())),
        volgcode: FollowCode::new(world.access.keys()),
        documents: vec![],
    };
    let publish = run(world, Actor::machine("publisher"), code, move |op| {
        Box::pin(
            async move { cases::publish(op, CATALOGUE.service(SERVICE).unwrap(), &hosted(code), "gemeente").await.map(drop) },
        )
    });
    publish.await.unwrap();
    let made = run(world, resident(), code, move |op| {
        let new = new.clone();
        Box::pin(async move {
            let key = DataKey::create(op).await?;
            cases::create(op, &key, new).await.map(drop)
        })
    });
    made.await.unwrap();
    id
}

async fn writes(world: &World, code: &str, id: Id<Zaak>) {
    says(world, code, id, "Wij komen morgen.").await;
}

async fn says(world: &World, code: &str, id: Id<Zaak>, text: &str) {
    let text = Prose::parse(text, 100).unwrap();
    let work = run(world, Actor::worker("noor", &[Role::Behandelaar]), code, move |op| {
        let text = text.clone();
        Box::pin(async move { cases::answer(op, id, &text, "https://loket.example").await })
    });
    work.await.unwrap();
}

async fn reads(world: &World, id: Id<Zaak>) {
    run(world, resident(), "gm0307", move |op| Box::pin(async move { cases::look(op, id).await.map(drop) })).await.unwrap();
}

/// As who handles it reads it.
async fn came_back(world: &World, id: Id<Zaak>) -> bool {
    let handler = Actor::worker("noor", &[Role::Behandelaar]);
    run(world, handler, "gm0307", move |op| Box::pin(cases::dossier(op, id, &CALENDAR))).await.unwrap().teruggekomen
}

type Line = (Uuid, Timestamp, bool, bool);

/// Her box: id, moment, whether it is a receipt, whether it was read; and whether there is more.
async fn opens(world: &World, who: Actor, before: Option<(Timestamp, Uuid)>) -> (Vec<Line>, bool) {
    let work = run(world, who, "gm0599", move |op| {
        let all = [hosted("gm0307").oin, hosted("gm0344").oin];
        Box::pin(async move { cases::berichten(op, &all, before).await })
    });
    let (lines, more) = work.await.unwrap();
    (lines.iter().map(|b| (b.id, b.op, b.ontvangstbewijs, b.gelezen_op.is_some())).collect(), more)
}

async fn unread(world: &World) -> i64 {
    let work = run(world, resident(), "gm0599", |op| {
        let all = [hosted("gm0307").oin, hosted("gm0344").oin];
        Box::pin(async move { cases::unread(op, &all).await })
    });
    work.await.unwrap()
}

fn later(world: &World, minutes: i64) {
    world.clock.set(world.clock.now() + minutes.minutes());
}

#[tokio::test]
async fn receipts_and_messages_of_all_organisations_newest_first_and_hers_alone() {
    for world in worlds(&MIGRATIONS).await {
        let here = sent(&world, "gm0307", None).await;
        later(&world, 1);
        let there = sent(&world, "gm0344", None).await;
        later(&world, 1);
        writes(&world, "gm0307", here).await;
        let (box_, more) = opens(&world, resident(), None).await;
        assert!(!more);
        assert_eq!(box_.iter().map(|b| (b.2, b.3)).collect::<Vec<_>>(), [(false, false), (true, true), (true, true)]);
        assert_eq!((box_[1].0, box_[2].0), (there.uuid(), here.uuid()));
        assert_eq!(unread(&world).await, 1);
        // What she writes herself is no message for her.
        let own = run(&world, resident(), "gm0307", move |op| {
            let text = Prose::parse("Het ligt er nog.", 100).unwrap();
            Box::pin(async move { cases::add_bericht(op, here, &text).await })
        });
        own.await.unwrap();
        assert_eq!(opens(&world, resident(), None).await.0.len(), 3);
        reads(&world, here).await;
        assert_eq!(unread(&world).await, 0);
        assert!(opens(&world, resident(), None).await.0[0].3);
        assert!(opens(&world, neighbour(), None).await.0.is_empty());
        let nobody = run(&world, Actor::holder(here.uuid()), "gm0307", |op| {
            Box::pin(async move { cases::berichten(op, &[hosted("gm0307").oin], None).await })
        });
        assert!(matches!(nobody.await, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn a_box_of_many_messages_is_read_by_pages_and_none_is_missed() {
    for world in worlds(&MIGRATIONS).await {
        let id = sent(&world, "gm0307", None).await;
        for n in 0..60 {
            // Several at one moment: the page must not end between two of them and lose one.
            later(&world, i64::from(n % 3 == 0));
            says(&world, "gm0307", id, &format!("Bericht {n}")).await;
        }
        let (first, more) = opens(&world, resident(), None).await;
        assert_eq!((first.len(), more), (50, true));
        let last = first.last().unwrap();
        let (rest, more) = opens(&world, resident(), Some((last.1, last.0))).await;
        assert_eq!((rest.len(), more), (11, false));
        let mut all: Vec<_> = first.iter().chain(&rest).map(|b| b.0).collect();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 61);
        assert_eq!(rest.last().unwrap().0, id.uuid(), "the receipt is the oldest");
    }
}

struct Plain;
impl Words for Plain {
    fn subject(&self, letter: &Letter) -> String {
        letter.kind.clone()
    }
    fn body(&self, letter: &Letter) -> String {
        letter.kind.clone()
    }
}

fn mailer(world: &World, port: u16) -> Mailer {
    let smtp =
        Smtp { host: "127.0.0.1".into(), port, tls: Tls::None, user: None, password: None, from: "post@voorbeeld.nl".into() };
    Mailer::new(world.access.clone(), &smtp, Arc::new(Plain)).unwrap()
}

async fn proves(world: &World, who: Actor, id: Uuid) -> access::Result<letters::Bewijs> {
    run(world, who, "gm0307", move |op| Box::pin(async move { Ok(cases::bewijs(op, id).await?.1) })).await
}

#[tokio::test]
async fn she_proves_when_it_was_placed_announced_and_read_and_nobody_else_does() {
    for world in worlds(&MIGRATIONS).await {
        let sink = SmtpSink::start().await;
        let mailer = mailer(&world, sink.port());
        let id = sent(&world, "gm0307", Some("resident@example.org")).await;
        later(&world, 60);
        let placed = world.clock.now();
        writes(&world, "gm0307", id).await;
        later(&world, 1);
        let message = opens(&world, resident(), None).await.0[0].0;
        let waiting = proves(&world, resident(), message).await.unwrap();
        let told = waiting.kennisgeving.unwrap();
        assert_eq!((told.aan.as_str(), told.klaargezet_op, told.verzonden_op), ("r•••@example.org", placed, None));
        assert_eq!((waiting.geplaatst_op, waiting.gelezen_op), (placed, None));
        // A second message, before the first was announced: one e-mail tells of both.
        later(&world, 4);
        writes(&world, "gm0307", id).await;
        later(&world, 5);
        assert_eq!(mailer.send_due().await.unwrap(), 1);
        let announced = world.clock.now();
        later(&world, 90);
        reads(&world, id).await;
        let read = world.clock.now();
        later(&world, 1);
        while access::seal_once(world.access.db(), world.access.keys(), world.clock.now()).await.unwrap() > 0 {}
        let second = opens(&world, resident(), None).await.0[0].0;
        for (message, placed) in [(message, placed), (second, placed + 5.minutes())] {
            let proof = proves(&world, resident(), message).await.unwrap();
            let told = proof.kennisgeving.unwrap();
            assert_eq!((proof.geplaatst_op, told.verzonden_op, proof.gelezen_op), (placed, Some(announced), Some(read)));
            let lines: Vec<_> = proof.regels.iter().map(|l| (l.action.as_str(), l.by, l.at, l.sealed.is_some())).collect();
            assert_eq!(
                lines,
                [
                    ("zaak-bericht-gestuurd", By::Worker, placed, true),
                    ("brief-verzonden", By::Machine, announced, true),
                    ("zaak-gelezen", By::Oneself, read, true)
                ]
            );
        }
        // What her address does not take is told as such, and not as a letter that waits.
        writes(&world, "gm0307", id).await;
        sink.refuse_with(1, "550 5.1.1 no such mailbox");
        assert_eq!(mailer.send_due().await.unwrap(), 0);
        let refused = proves(&world, resident(), opens(&world, resident(), None).await.0[0].0).await.unwrap();
        let told = refused.kennisgeving.unwrap();
        assert_eq!((told.verzonden_op, told.geweigerd_op), (None, Some(world.clock.now())));
        assert!(refused.regels.iter().any(|line| line.action == "brief-geweigerd"), "{:?}", refused.regels);
        assert!(came_back(&world, id).await, "who writes to her reads that it does not arrive");
        later(&world, 2);
        writes(&world, "gm0307", id).await;
        assert_eq!(mailer.send_due().await.unwrap(), 1);
        assert!(!came_back(&world, id).await, "the next one does");
        // The receipt of a zaak is proved too; nobody but she gets any of it.
        assert_eq!(proves(&world, resident(), id.uuid()).await.unwrap().regels[0].action, "zaak-ontvangen");
        let worker = Actor::worker("noor", &[Role::Behandelaar]);
        for who in [neighbour(), worker, Actor::holder(id.uuid()), Actor::anonymous(), Actor::machine("x")] {
            assert!(matches!(proves(&world, who, message).await, Err(Error::NotFound)));
        }
        assert!(matches!(proves(&world, resident(), Uuid::now_v7()).await, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn without_an_address_there_was_no_announcement_and_the_proof_says_so() {
    for world in worlds(&MIGRATIONS).await {
        let id = sent(&world, "gm0307", None).await;
        later(&world, 1);
        writes(&world, "gm0307", id).await;
        let message = opens(&world, resident(), None).await.0[0].0;
        let proof = proves(&world, resident(), message).await.unwrap();
        assert!(proof.kennisgeving.is_none() && proof.gelezen_op.is_none());
        assert_eq!(proof.regels.len(), 1);
    }
}
