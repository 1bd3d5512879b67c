//! What the tests of backups share: a schema with everything that is awkward, and rows to match.
use store::{Db, Error, Migration, Row, Value, dump, restore};
use testing::World;
use uuid::Uuid;

/// Every kind of column, a row that a migration puts there, and references to later rows, to the own table and in a circle.
pub const SCHEMA: &[Migration] = &[Migration {
    context: "test",
    number: 1,
    sql: "CREATE TABLE part (id {{uuid}} PRIMARY KEY, whole {{uuid}} NOT NULL REFERENCES part (id), next_to {{uuid}});
          CREATE TABLE thing (
              place {{int}} NOT NULL, t TEXT NOT NULL, at {{ts}}, d {{date}}, j {{json}}, b {{bool}}, raw {{bytes}},
              part {{uuid}} REFERENCES part (id), PRIMARY KEY (t, place)) {{strict}};
          CREATE TABLE tip (id {{int}} PRIMARY KEY, seq {{int}} NOT NULL, hash {{bytes}} NOT NULL) {{strict}};
          INSERT INTO tip (id, seq, hash) VALUES (1, 0, {{empty}});
          CREATE TABLE bare (\"order\" {{date}} PRIMARY KEY) {{strict}};",
}];

pub const NEWER: &[Migration] = &[
    SCHEMA[0],
    Migration {
        context: "test",
        number: 2,
        sql: "ALTER TABLE tip ADD COLUMN doubled {{int}} NOT NULL DEFAULT 0; UPDATE tip SET doubled = seq * 2;",
    },
];

pub const CHANGED: &[Migration] = &[Migration { sql: "CREATE TABLE thing (id {{uuid}} PRIMARY KEY);", ..SCHEMA[0] }];

pub const COLUMNS: &str = "place, t, at, d, j, b, raw, part";

pub type Things = Vec<Vec<Value>>;

pub fn thing(row: &Row<'_>) -> Result<Vec<Value>, Error> {
    Ok(vec![
        row.get::<i64>(0)?.into(),
        row.get::<String>(1)?.into(),
        row.get::<Option<jiff::Timestamp>>(2)?.into(),
        row.get::<Option<jiff::civil::Date>>(3)?.into(),
        row.get::<Option<serde_json::Value>>(4)?.into(),
        row.get::<Option<bool>>(5)?.into(),
        row.get::<Option<Vec<u8>>>(6)?.into(),
        row.get::<Option<Uuid>>(7)?.into(),
    ])
}

/// Two parts that refer to themselves and each other, the tip moved on, and `things`.
pub async fn fill(db: &Db, things: Things) {
    let filled = db.write::<(), Error>(move |tx| {
        let things = things.clone();
        Box::pin(async move {
            let (whole, part) = (Uuid::from_u128(2), Uuid::from_u128(1)); // the part comes first in the file
            for (id, whole) in [(whole, whole), (part, whole)] {
                tx.exec("INSERT INTO part (id, whole) VALUES ($1, $2)", &[id.into(), whole.into()]).await?;
            }
            tx.exec("UPDATE tip SET seq = 21", &[]).await?;
            for values in things {
                let sql = format!("INSERT INTO thing ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
                tx.exec(&sql, &values).await?;
            }
            Ok(())
        })
    });
    filled.await.unwrap();
}

pub async fn things(db: &Db) -> Things {
    let read = db.read::<_, Error>(|tx| {
        Box::pin(async move { tx.rows(&format!("SELECT {COLUMNS} FROM thing ORDER BY place"), &[], thing).await })
    });
    read.await.unwrap()
}

pub async fn number(db: &Db, sql: &'static str) -> Result<i64, Error> {
    let read = db.read::<_, Error>(move |tx| Box::pin(async move { tx.row(sql, &[], |r| r.get(0)).await }));
    read.await.map(|n| n.unwrap())
}

/// Rows that have hurt others: the ends of every range, words of SQL and JSON, all planes of Unicode, NULL everywhere.
pub fn awkward() -> Things {
    let text = |place: i64, t: &str| vec![Value::I64(place), t.into()];
    let mut all = vec![
        text(1, ""),
        text(2, "één\n\"'\\\u{7f}\u{2028}\u{1F600}"),
        text(3, "null"),
        text(4, "Z"),
        text(5, "a"),
        text(6, "["),
    ];
    let timestamps = ["-000500-01-01T00:00:00.000001Z", "1969-12-31T23:59:59.999999Z", "9999-12-30T21:59:59.999999Z"];
    let dates = ["0001-01-01", "1600-02-29", "9999-12-31"];
    let json = ["null", "\"null\"", r#"{"b":[1,-0.1,1e300,null],"a":{"\u00e9":9007199254740993}}"#];
    for (row, place) in all.iter_mut().zip(0..) {
        if place < 3 {
            row.push(timestamps[place].parse::<jiff::Timestamp>().unwrap().into());
            row.push(dates[place].parse::<jiff::civil::Date>().unwrap().into());
            row.push(serde_json::from_str::<serde_json::Value>(json[place]).unwrap().into());
            row.push((place == 1).into());
            row.push([&[][..], &[0, 255, 10], &[b'\n'; 3]][place].into());
            row.push(Uuid::from_u128(1).into());
        }
        row.resize(8, Value::Null);
    }
    all.extend([i64::MIN, i64::MAX].map(|place| {
        let mut row = text(place, "x");
        row.resize(8, Value::Null);
        row
    }));
    all.sort_by_key(|row| if let Value::I64(place) = row[0] { place } else { 0 });
    all
}

/// Nothing at all is in `db`, not even a table.
pub async fn is_empty(db: &Db) -> bool {
    let tables = number(db, "SELECT count(*) FROM thing").await;
    tables.is_err() && number(db, "SELECT count(*) FROM migration").await.unwrap() == 0
}

/// `from` → file → `to` → file: both files, and what is in `to`.
pub async fn round_trip(from: &World, to: &World) -> (Vec<u8>, Vec<u8>, Things) {
    let (one, two) = (from.folder().join("one.backup"), to.folder().join("two.backup"));
    let written = dump(from.access.db(), &one, SCHEMA).await.unwrap();
    assert_eq!(restore(to.access.db(), &one, SCHEMA).await.unwrap(), written);
    assert_eq!(dump(to.access.db(), &two, SCHEMA).await.unwrap(), written);
    (std::fs::read(&one).unwrap(), std::fs::read(&two).unwrap(), things(to.access.db()).await)
}
