//! Migrations: run by themselves, forwards only, and refuse a database that is newer than the program.
use crate::{Db, Engine, Error, Tx, Value};
use std::collections::BTreeMap;

/// One step of the schema of a context. `{{uuid}} {{ts}} {{date}} {{json}} {{bool}} {{int}} {{bytes}} {{empty}} {{strict}}` are spelled per engine.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// The context whose tables these are: `cases`.
    pub context: &'static str,
    /// Counts from 1 within the context.
    pub number: i64,
    /// Statements, ended by `;`.
    pub sql: &'static str,
}

const LEDGER: &str = "CREATE TABLE IF NOT EXISTS migration (
    context TEXT NOT NULL, number {{int}} NOT NULL, checksum TEXT NOT NULL, PRIMARY KEY (context, number)) {{strict}};";

/// Brings the schema up to date; `migrations` in the order in which they must run. Gives the number that ran.
/// Errors: `TooNew` when the database knows a migration that we don't, `Internal` when one was changed after it ran.
pub async fn migrate(db: &Db, migrations: &'static [Migration]) -> Result<usize, Error> {
    db.write::<usize, Error>(move |tx| Box::pin(run(tx, migrations))).await
}

async fn run(tx: &mut Tx<'_>, migrations: &[Migration]) -> Result<usize, Error> {
    if tx.engine() == Engine::Postgres {
        tx.rows("SELECT pg_advisory_xact_lock(7341)", &[], |_| Ok(())).await?; // one instance at a time
    }
    let ledger = spell(LEDGER, tx.engine());
    tx.batch(&ledger).await?;
    let mut done: BTreeMap<(String, i64), String> = tx
        .rows("SELECT context, number, checksum FROM migration", &[], |r| Ok(((r.get(0)?, r.get(1)?), r.get(2)?)))
        .await?
        .into_iter()
        .collect();
    let mut ran = 0;
    for migration in migrations {
        let checksum = checksum(migration.sql);
        match done.remove(&(migration.context.to_owned(), migration.number)) {
            Some(known) if known == checksum => continue,
            Some(_) => return Err(Error::Internal(format!("migration {} was changed after it ran", name(migration)))),
            None => {}
        }
        let sql = spell(migration.sql, tx.engine());
        tx.batch(&sql).await.map_err(|e| Error::Internal(format!("migration {}: {e}", name(migration))))?;
        let values: [Value; 3] = [migration.context.into(), migration.number.into(), checksum.into()];
        tx.exec("INSERT INTO migration (context, number, checksum) VALUES ($1, $2, $3)", &values).await?;
        ran += 1;
    }
    match done.into_keys().next() {
        Some((context, number)) => Err(Error::TooNew(format!("{context} {number}"))),
        None => Ok(ran),
    }
}

fn name(migration: &Migration) -> String {
    format!("{} {}", migration.context, migration.number)
}

/// FNV-1a, 64 bits: finds a changed file, not an enemy.
fn checksum(sql: &str) -> String {
    let hash = sql.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// The SQL as this engine spells its types.
fn spell(sql: &str, engine: Engine) -> String {
    let words = match engine {
        Engine::Sqlite => ["BLOB", "INTEGER", "TEXT", "TEXT", "INTEGER", "INTEGER", "BLOB", "x''", "STRICT"],
        Engine::Postgres => ["uuid", "timestamptz", "date", "jsonb", "boolean", "bigint", "bytea", "''", ""],
    };
    let marks = ["{{uuid}}", "{{ts}}", "{{date}}", "{{json}}", "{{bool}}", "{{int}}", "{{bytes}}", "{{empty}}", "{{strict}}"];
    marks.iter().zip(words).fold(sql.to_owned(), |sql, (mark, word)| sql.replace(mark, word))
}
