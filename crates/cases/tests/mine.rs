//! A person's own zaken, on both databases: those she began without signing in become hers by their code.
#![allow(clippy::unwrap_used, clippy::panic)]
use access::{Actor, Assurance, Context, DataKey, Error, FollowCode, Op, Party, Purpose};
use cases::{NewZaak, Page, Rol, Zaak, ZaakView};
use catalogue::{Catalogue, Hosted};
use std::{
    path::Path,
    sync::{Arc, LazyLock},
};
use store::Migration;
use testing::{World, worlds};
use values::{Bsn, Clock, Id, KvkNummer, Oin};

static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| [access::MIGRATIONS, cases::MIGRATIONS].concat());

static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Arc::new(Catalogue::load(&root.join("reference"), &root.join("services")).unwrap())
});

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
        naam: Some("J. Jansen".into()),
        email: Some(email.into()),
        telefoon: None,
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
    let (id, volgcode) = (Id::new(), FollowCode::new(world.access.keys()));
    let new = NewZaak {
        id,
        organisatie: amersfoort().oin,
        bronorganisatie: amersfoort().rsin,
        versie: CATALOGUE.service(SERVICE).unwrap().overlay("gm0307").unwrap().version.clone(),
        ontvangen_op: world.clock.now(),
        einddatum_gepland: None,
        uiterlijke_einddatum_afdoening: None,
        taal: values::Language::Nl,
        toelichting: "Wat\nAfval".into(),
        rollen,
        party: None,
        volgcode: volgcode.clone(),
        documents: vec![],
    };
    let made = as_actor(world, Actor::holder(id.uuid()), move |op| {
        let new = new.clone();
        Box::pin(async move {
            let key = DataKey::create(op).await?;
            cases::create(op, &key, new).await
        })
    });
    made.await.unwrap();
    (id, volgcode)
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
