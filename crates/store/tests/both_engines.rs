//! What goes in comes out, what is acknowledged is there, and a database that is newer than the program is refused: on both engines.
#![allow(clippy::unwrap_used)]

use store::{Db, Error, Migration, Value, migrate};
use testing::worlds;
use uuid::Uuid;

const ONE: &[Migration] = &[Migration {
    context: "test",
    number: 1,
    sql: "CREATE TABLE thing (id {{uuid}} PRIMARY KEY, n {{int}}, t TEXT, at {{ts}}, d {{date}}, j {{json}}, b {{bool}}, raw {{bytes}}) {{strict}};",
}];
const TWO: &[Migration] = &[ONE[0], Migration { context: "test", number: 2, sql: "ALTER TABLE thing ADD COLUMN more TEXT;" }];
const CHANGED: &[Migration] = &[Migration { sql: "CREATE TABLE thing (id {{uuid}});", ..ONE[0] }];

async fn insert(db: &Db, n: i64) -> Result<(), Error> {
    db.write(move |tx| {
        Box::pin(async move {
            let sql = "INSERT INTO thing (id, n) VALUES ($1, $2)";
            tx.exec(sql, &[Uuid::now_v7().into(), n.into()]).await.map(drop)
        })
    })
    .await
}

async fn count(db: &Db) -> i64 {
    let counted = db.read(|tx| Box::pin(async move { tx.row("SELECT count(*) FROM thing", &[], |r| r.get(0)).await }));
    counted.await.map(|n: Option<i64>| n.unwrap()).map_err(|e: Error| e).unwrap()
}

#[tokio::test]
async fn every_kind_of_value_comes_back_as_it_went() {
    for world in worlds(ONE).await {
        let all: Vec<Value> = vec![
            Uuid::now_v7().into(),
            i64::MIN.into(),
            "één 'tekst'; -- \u{1F600}".into(),
            "1969-07-20T20:17:40.123456Z".parse::<jiff::Timestamp>().unwrap().into(),
            "1600-02-29".parse::<jiff::civil::Date>().unwrap().into(),
            serde_json::json!({ "a": [1, null, "é"] }).into(),
            true.into(),
            vec![0_u8, 255].into(),
        ];
        let expected = all.clone();
        let read = world.access.db().write(move |tx| {
            let all = all.clone();
            Box::pin(async move {
                tx.exec("INSERT INTO thing (id, n, t, at, d, j, b, raw) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", &all).await?;
                tx.exec("INSERT INTO thing (id) VALUES ($1)", &[Uuid::now_v7().into()]).await?;
                tx.rows("SELECT id, n, t, at, d, j, b, raw FROM thing ORDER BY id", &[], |r| {
                    let row: Vec<Value> = vec![
                        r.get::<Uuid>(0)?.into(),
                        r.get::<Option<i64>>(1)?.into(),
                        r.get::<Option<String>>(2)?.into(),
                        r.get::<Option<jiff::Timestamp>>(3)?.into(),
                        r.get::<Option<jiff::civil::Date>>(4)?.into(),
                        r.get::<Option<serde_json::Value>>(5)?.into(),
                        r.get::<Option<bool>>(6)?.into(),
                        r.get::<Option<Vec<u8>>>(7)?.into(),
                    ];
                    Ok(row)
                })
                .await
            })
        });
        let rows = read.await.map_err(|e: Error| e).unwrap();
        assert!(rows[0] == expected);
        assert!(rows[1][1..].iter().all(|v| *v == Value::Null));
    }
}

#[tokio::test]
async fn one_that_fails_does_not_take_the_others_along() {
    for world in worlds(ONE).await {
        let db = world.access.db().clone();
        let all: Vec<_> = (0..200)
            .map(|n| {
                let db = db.clone();
                tokio::spawn(async move {
                    let fails = n % 10 == 0;
                    let done = db.write(move |tx| {
                        Box::pin(async move {
                            tx.exec("INSERT INTO thing (id, n) VALUES ($1, $2)", &[Uuid::now_v7().into(), Value::I64(n)]).await?;
                            if fails { Err(Error::Internal("no".into())) } else { Ok(()) }
                        })
                    });
                    assert_eq!(done.await.is_err(), fails);
                })
            })
            .collect();
        for one in all {
            one.await.unwrap();
        }
        assert_eq!(count(&db).await, 180);
    }
}

#[tokio::test]
async fn a_panic_in_a_transaction_is_an_error_and_the_store_lives_on() {
    for world in worlds(ONE).await {
        let db = world.access.db().clone();
        let other = db.clone();
        let panics = tokio::spawn(async move {
            other
                .write::<(), Error>(|tx| {
                    Box::pin(async move {
                        tx.exec("INSERT INTO thing (id) VALUES ($1)", &[Uuid::now_v7().into()]).await?;
                        panic!("a fault of the program")
                    })
                })
                .await
        });
        assert!(!matches!(panics.await, Ok(Ok(()))));
        insert(&db, 1).await.unwrap();
        assert_eq!(count(&db).await, 1);
    }
}

#[tokio::test]
async fn a_row_that_must_be_unique_is_refused_by_name() {
    for world in worlds(ONE).await {
        let twice = world.access.db().write::<(), Error>(|tx| {
            Box::pin(async move {
                for _ in 0..2 {
                    tx.exec("INSERT INTO thing (id) VALUES ($1)", &[Uuid::nil().into()]).await?;
                }
                Ok(())
            })
        });
        assert!(matches!(twice.await, Err(Error::Unique(name)) if name.contains("thing")));
        assert_eq!(count(world.access.db()).await, 0);
    }
}

#[tokio::test]
async fn migrations_run_once_forwards_and_refuse_what_is_newer_or_changed() {
    for world in worlds(ONE).await {
        let db = world.access.db();
        insert(db, 1).await.unwrap();
        assert_eq!(migrate(db, TWO).await.unwrap(), 1);
        assert_eq!(migrate(db, TWO).await.unwrap(), 0);
        assert!(matches!(migrate(db, ONE).await, Err(Error::TooNew(what)) if what == "test 2"));
        assert!(matches!(migrate(db, CHANGED).await, Err(Error::Internal(_))));
        assert_eq!(count(db).await, 1);
    }
}

#[tokio::test]
async fn two_instances_that_start_at_once_migrate_once() {
    for world in worlds(&[]).await {
        let other = Db::open(&world.settings).await.unwrap();
        let (one, two) = tokio::join!(migrate(world.access.db(), TWO), migrate(&other, TWO));
        assert_eq!(one.unwrap() + two.unwrap(), 2);
    }
}

#[tokio::test]
async fn a_parameter_is_known_by_its_number() {
    for world in worlds(ONE).await {
        let read = world.access.db().write(|tx| {
            Box::pin(async move {
                let sql = "INSERT INTO thing (id, t, n) SELECT $3, $2, $1 WHERE $2 <> 'another'";
                tx.exec(sql, &[Value::I64(7), "seven".into(), Uuid::now_v7().into()]).await?;
                tx.row("SELECT n, t FROM thing", &[], |r| Ok((r.get::<i64>(0)?, r.get::<String>(1)?))).await
            })
        });
        let read: Result<_, Error> = read.await;
        assert_eq!(read.unwrap(), Some((7, "seven".to_owned())));
    }
}
