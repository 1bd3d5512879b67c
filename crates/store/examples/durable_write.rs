//! Writes rows to a SQLite file and says of each when it begins and when it was acknowledged: what `tests/durability.rs` watches.
//! `durable_write <file> <full|off> <number of rows>`
use std::{io::Write, path::PathBuf};
use store::{Db, Error, Migration, Settings, Synchronous, Value, migrate};

const SCHEMA: &[Migration] = &[Migration {
    context: "durable",
    number: 1,
    sql: "CREATE TABLE thing (n {{int}} PRIMARY KEY, t TEXT NOT NULL) {{strict}};",
}];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(file), Some(mode), Some(rows)) = (arguments.next(), arguments.next(), arguments.next()) else {
        return Err("usage: durable_write <file> <full|off> <number of rows>".into());
    };
    let synchronous = if mode == "off" { Synchronous::Off } else { Synchronous::Full };
    let db = Db::open(&Settings::Sqlite { file: PathBuf::from(file), readers: 1, synchronous }).await?;
    migrate(&db, SCHEMA).await?;
    for n in 0..rows.parse::<i64>()? {
        say(&format!("begin {n}\n"))?;
        let written = db.write::<u64, Error>(move |tx| {
            Box::pin(async move { tx.exec("INSERT INTO thing (n, t) VALUES ($1, $2)", &[Value::I64(n), "written".into()]).await })
        });
        written.await?;
        say(&format!("ack {n}\n"))?;
    }
    Ok(())
}

/// One system call, which the watcher finds between those of the database.
fn say(line: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(line.as_bytes())?;
    out.flush()
}
