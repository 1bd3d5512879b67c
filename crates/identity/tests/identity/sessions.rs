//! How long one stays signed in, and how it ends.
use crate::{MIGRATIONS, Resident, happened, liar::Liar, nobody, pass, start};
use access::Op;
use identity::{Kind, OwnSession, Session, Token, Who, current, end_others, end_own, own, sweep};
use serde_json::json;
use std::{future::Future, pin::Pin};
use testing::{World, worlds};
use values::{Clock, Id};

async fn who(world: &World, token: &Token) -> Option<Session> {
    current(&world.access, nobody(world), token).await.unwrap()
}

async fn signed_in(world: &World, liar: &Liar, resident: &mut Resident, kind: Kind) -> Token {
    liar.admits(world, resident, start(kind), json!({})).await.unwrap().token
}

/// Runs an operation about this person.
async fn about<T: Send + 'static>(
    world: &World,
    who: &Who,
    work: impl for<'a> Fn(&'a mut Op<'_>, Who) -> Pin<Box<dyn Future<Output = access::Result<T>> + Send + 'a>> + Send + Sync + 'static,
) -> access::Result<T> {
    let who = who.clone();
    world.access.write(nobody(world), move |op| work(op, who.clone())).await
}

async fn list(world: &World, who: &Who) -> Vec<OwnSession> {
    about(world, who, |op, who| Box::pin(async move { own(op, &who).await })).await.unwrap()
}

async fn swept(world: &World) -> usize {
    world.access.write(nobody(world), |op| Box::pin(async move { sweep(op).await })).await.unwrap()
}

async fn rows(world: &World, table: &'static str) -> i64 {
    let read = world.access.read(nobody(world), move |op| {
        Box::pin(async move { op.one(&format!("SELECT count(*) FROM {table}"), &[], |r| r.get::<i64>(0)).await })
    });
    read.await.unwrap()
}

#[tokio::test]
async fn a_session_lives_while_it_is_used_and_not_longer_than_its_kind_may() {
    let liar = Liar::start().await;
    for world in worlds(&MIGRATIONS).await {
        for (kind, idle, longest) in [(Kind::Digid, 15, 120), (Kind::EHerkenning, 15, 120), (Kind::Medewerkers, 30, 720)] {
            let token = signed_in(&world, &liar, &mut Resident::new(&world), kind).await;
            pass(&world, idle - 1);
            assert!(who(&world, &token).await.is_some(), "used in time");
            pass(&world, idle - 1);
            assert!(who(&world, &token).await.is_some(), "and again");
            pass(&world, idle);
            assert!(who(&world, &token).await.is_none(), "{kind:?} not used for {idle} minutes");

            let token = signed_in(&world, &liar, &mut Resident::new(&world), kind).await;
            for _ in 0..longest / 10 - 1 {
                pass(&world, 10);
                assert!(who(&world, &token).await.is_some());
            }
            pass(&world, 10);
            assert!(who(&world, &token).await.is_none(), "{kind:?} used all the time, for {longest} minutes");
        }
    }
}

#[tokio::test]
async fn that_it_was_used_is_written_at_most_once_a_minute() {
    let liar = Liar::start().await;
    for world in worlds(&MIGRATIONS).await {
        let token = signed_in(&world, &liar, &mut Resident::new(&world), Kind::Digid).await;
        let session = who(&world, &token).await.unwrap();
        let begun = world.clock.now();
        for (seconds, seen) in [(59, 0), (60, 60), (110, 60), (120, 120)] {
            world.clock.set(begun.checked_add(jiff::SignedDuration::from_secs(seconds)).unwrap());
            who(&world, &token).await.unwrap();
            let [listed] = list(&world, &session.who).await.try_into().unwrap();
            assert_eq!(listed.last_seen.duration_since(begun).as_secs(), seen, "after {seconds} seconds");
        }
    }
}

#[tokio::test]
async fn a_new_sign_in_gives_a_new_secret_and_the_old_one_opens_nothing() {
    let liar = Liar::start().await;
    for world in worlds(&MIGRATIONS).await {
        let mut resident = Resident::new(&world);
        let first = signed_in(&world, &liar, &mut resident, Kind::Digid).await;
        let second = signed_in(&world, &liar, &mut resident, Kind::Digid).await;
        assert_ne!(first.expose(), second.expose());
        assert!(who(&world, &first).await.is_none());
        assert!(who(&world, &second).await.is_some());
        assert!(who(&world, &Token::from_bytes(&[0; 32]).unwrap()).await.is_none());
    }
}

#[tokio::test]
async fn a_person_sees_her_own_sessions_and_ends_them_and_nobody_elses() {
    let liar = Liar::start().await;
    for world in worlds(&MIGRATIONS).await {
        let at_home = signed_in(&world, &liar, &mut Resident::new(&world), Kind::Digid).await;
        pass(&world, 1);
        let at_work = signed_in(&world, &liar, &mut Resident::new(&world), Kind::Digid).await;
        let other =
            liar.admits(&world, &mut Resident::new(&world), start(Kind::Digid), json!({ "bsn": "999993653" })).await.unwrap();
        let (me, id) = (who(&world, &at_home).await.unwrap().who, other.session.id);
        assert_eq!(list(&world, &me).await.len(), 2);
        let taken = about(&world, &me, move |op, me| Box::pin(async move { end_own(op, &me, id).await })).await;
        assert!(matches!(taken, Err(access::Error::NotFound)));
        let home: Id<Session> = list(&world, &me).await[0].id;
        about(&world, &me, move |op, me| Box::pin(async move { end_own(op, &me, home).await })).await.unwrap();
        assert!(who(&world, &at_home).await.is_none());
        assert!(who(&world, &at_work).await.is_some());
        let elsewhere = signed_in(&world, &liar, &mut Resident::new(&world), Kind::Digid).await;
        let here = who(&world, &at_work).await.unwrap().id;
        let ended = about(&world, &me, move |op, me| Box::pin(async move { end_others(op, &me, here).await })).await.unwrap();
        assert_eq!(ended, 1);
        assert!(who(&world, &elsewhere).await.is_none());
        assert!(who(&world, &at_work).await.is_some() && who(&world, &other.token).await.is_some());
        assert_eq!(happened(&world).await.iter().filter(|action| *action == "sessie-beeindigd").count(), 2);
    }
}

#[tokio::test]
async fn what_is_over_is_swept_away_with_its_key() {
    let liar = Liar::start().await;
    for world in worlds(&MIGRATIONS).await {
        let resident = Resident::new(&world);
        resident.start(&world, &liar.sign_in(), start(Kind::Digid)).await.unwrap();
        signed_in(&world, &liar, &mut Resident::new(&world), Kind::Digid).await;
        assert_eq!((rows(&world, "sign_in_attempt").await, rows(&world, "data_key").await), (2, 2), "a used attempt has no key");
        assert_eq!(swept(&world).await, 0);
        pass(&world, 10);
        assert_eq!(swept(&world).await, 2);
        let token = signed_in(&world, &liar, &mut Resident::new(&world), Kind::Digid).await;
        pass(&world, 10);
        assert_eq!(swept(&world).await, 2, "a session and an attempt");
        assert!(who(&world, &token).await.is_some());
        assert_eq!((rows(&world, "session").await, rows(&world, "data_key").await), (1, 1));
        assert_eq!(happened(&world).await, ["ingelogd", "ingelogd", "sessie-verlopen"]);
    }
}

#[tokio::test]
async fn no_number_of_a_person_stands_readable_in_the_database() {
    let liar = Liar::start().await;
    let world = worlds(&MIGRATIONS).await.remove(0);
    let token = signed_in(&world, &liar, &mut Resident::new(&world), Kind::Digid).await;
    let session = who(&world, &token).await.unwrap();
    let Who::Burger { bsn } = &session.who else { panic!() };
    assert!(!format!("{session:?} {token:?}").contains(bsn.expose()));
    let mut seen = 0;
    for file in std::fs::read_dir(world.folder()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        seen += bytes.len();
        assert!(!bytes.windows(9).any(|window| window == bsn.expose().as_bytes()));
        assert!(!bytes.windows(32).any(|window| window == token.expose()));
    }
    assert!(seen > 0);
}
