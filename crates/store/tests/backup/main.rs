//! What was backed up comes back, the same on both engines and from one to the other; what is damaged, newer or in the way is refused.
#![allow(clippy::unwrap_used)]

mod refused;
mod world;

use proptest::{prelude::*, test_runner::TestRunner};
use store::{Db, Error, Settings, Synchronous, Value, dump, migrate, restore};
use testing::worlds;
use uuid::Uuid;
use world::*;

#[tokio::test]
async fn a_backup_of_either_engine_comes_back_on_either_engine() {
    let mut files = Vec::new();
    for from in worlds(SCHEMA).await {
        fill(from.access.db(), awkward()).await;
        for to in worlds(&[]).await {
            let (one, two, found) = round_trip(&from, &to).await;
            assert!(one == two);
            assert!(found == awkward());
            assert_eq!(number(to.access.db(), "SELECT seq FROM tip").await.unwrap(), 21);
            assert_eq!(number(to.access.db(), "SELECT count(*) FROM part").await.unwrap(), 2);
            files.push(one);
        }
    }
    assert!(files.windows(2).all(|pair| pair[0] == pair[1]), "the same content is the same bytes, whichever engine held it");
}

/// A restore into a file of its own, as an operator does it.
#[tokio::test]
async fn a_backup_comes_back_into_a_file_that_did_not_exist() {
    let from = worlds(SCHEMA).await.swap_remove(0);
    fill(from.access.db(), awkward()).await;
    let (file, new) = (from.folder().join("a.backup"), from.folder().join("new.db"));
    dump(from.access.db(), &file, SCHEMA).await.unwrap();
    let settings = Settings::Sqlite { file: new, readers: 1, synchronous: Synchronous::Full };
    restore(&Db::open(&settings).await.unwrap(), &file, SCHEMA).await.unwrap();
    assert!(things(&Db::open(&settings).await.unwrap()).await == awkward());
}

#[tokio::test]
async fn references_hold_again_after_a_restore() {
    for (from, to) in worlds(SCHEMA).await.into_iter().zip(worlds(&[]).await) {
        fill(from.access.db(), Vec::new()).await;
        round_trip(&from, &to).await;
        let orphan = to.access.db().write::<u64, Error>(|tx| {
            Box::pin(async move {
                let sql = "INSERT INTO part (id, whole) VALUES ($1, $2)";
                tx.exec(sql, &[Uuid::from_u128(8).into(), Uuid::from_u128(9).into()]).await
            })
        });
        assert!(matches!(orphan.await, Err(Error::Constraint(_))));
    }
}

#[tokio::test]
async fn an_older_backup_is_brought_up_to_date_and_a_newer_one_refused() {
    for ((from, to), other) in worlds(SCHEMA).await.into_iter().zip(worlds(&[]).await).zip(worlds(&[]).await) {
        fill(from.access.db(), Vec::new()).await;
        let (old, new) = (from.folder().join("old.backup"), from.folder().join("new.backup"));
        dump(from.access.db(), &old, NEWER).await.unwrap(); // by the newer program, before it migrates
        restore(to.access.db(), &old, NEWER).await.unwrap();
        assert_eq!(number(to.access.db(), "SELECT doubled FROM tip").await.unwrap(), 42, "newer migrations see the rows");
        assert_eq!(migrate(to.access.db(), NEWER).await.unwrap(), 0);
        dump(to.access.db(), &new, NEWER).await.unwrap();
        assert!(matches!(restore(other.access.db(), &new, SCHEMA).await, Err(Error::TooNew(what)) if what == "test 2"));
        assert!(matches!(restore(other.access.db(), &old, CHANGED).await, Err(Error::Internal(_))));
        assert!(matches!(dump(to.access.db(), &old, SCHEMA).await, Err(Error::TooNew(_))));
        assert!(is_empty(other.access.db()).await);
    }
}

/// Every thing is written together with its number on the tip: a backup in which these differ is not of one moment.
#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_of_one_moment_while_others_write() {
    for world in worlds(SCHEMA).await {
        let (db, file) = (world.access.db().clone(), world.folder().join("live.backup"));
        let writer = tokio::spawn(async move {
            for n in 1.. {
                let both = db.write::<_, Error>(move |tx| {
                    Box::pin(async move {
                        tx.exec("INSERT INTO thing (place, t) VALUES ($1, 'x')", &[n.into()]).await?;
                        tx.exec("UPDATE tip SET seq = $1", &[n.into()]).await
                    })
                });
                both.await.unwrap();
            }
        });
        let db = world.access.db();
        while number(db, "SELECT seq FROM tip").await.unwrap() < 20 {}
        for _ in 0..30 {
            let things = dump(db, &file, SCHEMA).await.unwrap().rows - 1;
            let tip = format!("\n[1,{things},\"\"]\n");
            assert!(things >= 20 && std::fs::read_to_string(&file).unwrap().contains(&tip));
        }
        let during = number(db, "SELECT seq FROM tip").await.unwrap();
        assert!(during > 20, "somebody wrote meanwhile");
        writer.abort();
    }
}

/// Each makes four databases.
const CASES: u32 = 24;

fn any_thing() -> impl Strategy<Value = Vec<Value>> {
    // U+0000 is a character that PostgreSQL can't hold in text.
    let text = || "[^\u{0}]{0,12}";
    let second = -60_000_000_000_i64..250_000_000_000;
    let at = (second, 0..1_000_000_i64).prop_map(|(s, micro)| jiff::Timestamp::from_microsecond(s * 1_000_000 + micro).unwrap());
    let day = (1..=9999_i16, 1..=12_i8, 1..=28_i8).prop_map(|(y, m, d)| jiff::civil::date(y, m, d));
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<i64>().prop_map(Into::into),
        // PostgreSQL knows no minus zero, and keeps 1e16 as the whole number that it is.
        any::<f64>().prop_filter("the same on both", |f| *f != 0.0 && !(1e15..1e20).contains(&f.abs())).prop_map(Into::into),
        text().prop_map(Into::into),
    ];
    let json = leaf.prop_recursive(3, 12, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
            prop::collection::vec((text(), inner), 0..4).prop_map(|pairs| serde_json::Value::Object(pairs.into_iter().collect())),
        ]
    });
    let cell = |value: BoxedStrategy<Value>| prop_oneof![1 => Just(Value::Null), 4 => value];
    (
        text().prop_map(Value::Text),
        cell(at.prop_map(Value::Timestamp).boxed()),
        cell(day.prop_map(Value::Date).boxed()),
        cell(json.prop_map(Value::Json).boxed()),
        cell(any::<bool>().prop_map(Value::Bool).boxed()),
        cell(prop::collection::vec(any::<u8>(), 0..40).prop_map(Value::Bytes).boxed()),
    )
        .prop_map(|(t, at, d, j, b, raw)| vec![Value::Null, t, at, d, j, b, raw, Value::Null])
}

#[test]
fn dump_restore_dump_gives_the_same_bytes_whatever_the_rows() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut runner = TestRunner::new(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() });
    let done = runner.run(&prop::collection::vec(any_thing(), 0..40), |mut rows| {
        for (row, place) in rows.iter_mut().zip(0..) {
            row[0] = Value::I64(place);
        }
        runtime.block_on(async {
            for (from, to) in worlds(SCHEMA).await.into_iter().zip(worlds(&[]).await.into_iter().rev()) {
                fill(from.access.db(), rows.clone()).await;
                let (one, two, found) = round_trip(&from, &to).await;
                prop_assert!(one == two && found == rows);
            }
            Ok(())
        })
    });
    done.unwrap();
}

/// Run by hand, in a release build: `cargo test --release -p store --test backup -- --ignored --nocapture`.
#[tokio::test]
#[ignore = "a measurement"]
async fn speed_of_a_hundred_thousand_rows() {
    for (from, to) in worlds(SCHEMA).await.into_iter().zip(worlds(&[]).await) {
        for part in 0..100 {
            let filled = from.access.db().write::<(), Error>(move |tx| {
                Box::pin(async move {
                    for n in 0..1000 {
                        let at: jiff::Timestamp =
                            "2026-11-23T09:00:00.123456Z".parse().map_err(|_| Error::Internal("".into()))?;
                        let values = [Value::I64(part * 1000 + n), "een gewone tekst".into(), at.into(), vec![7_u8; 200].into()];
                        tx.exec("INSERT INTO thing (place, t, at, raw) VALUES ($1, $2, $3, $4)", &values).await?;
                    }
                    Ok(())
                })
            });
            filled.await.unwrap();
        }
        let file = from.folder().join("speed.backup");
        let start = std::time::Instant::now();
        dump(from.access.db(), &file, SCHEMA).await.unwrap();
        let (dumped, start) = (start.elapsed(), std::time::Instant::now());
        restore(to.access.db(), &file, SCHEMA).await.unwrap();
        let size = std::fs::metadata(&file).unwrap().len() / 1_000_000;
        eprintln!("{:?}: {size} MB, dump {dumped:?}, restore {:?}", from.access.db().engine(), start.elapsed());
    }
}
