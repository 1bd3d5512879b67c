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

/// A migration that ran: context, number, checksum.
pub(crate) type Applied = (String, i64, String);

/// One at a time migrates; the others wait here. On SQLite there is but one writer.
pub(crate) async fn lock(tx: &mut Tx<'_>) -> Result<(), Error> {
    if tx.engine() == Engine::Postgres {
        tx.rows("SELECT pg_advisory_xact_lock(7341)", &[], |_| Ok(())).await?;
    }
    Ok(())
}

/// What ran on this database, in order of context and number.
pub(crate) async fn applied(tx: &mut Tx<'_>) -> Result<Vec<Applied>, Error> {
    let sql = "SELECT context, number, checksum FROM migration";
    let mut applied = tx.rows(sql, &[], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).await?;
    applied.sort_unstable(); // not in SQL: engines order text each in their own way
    Ok(applied)
}

/// Those of `migrations` that are `applied`, in the order in which they ran. Errors: `TooNew` and `Internal`, as `migrate`.
pub(crate) fn known(migrations: &[Migration], applied: &[Applied]) -> Result<Vec<Migration>, Error> {
    let mut left: BTreeMap<(&str, i64), &str> = applied.iter().map(|(c, n, sum)| ((c.as_str(), *n), sum.as_str())).collect();
    let mut known = Vec::new();
    for migration in migrations {
        match left.remove(&(migration.context, migration.number)) {
            Some(sum) if sum == checksum(migration.sql) => known.push(*migration),
            Some(_) => return Err(changed(migration)),
            None => {}
        }
    }
    match left.into_keys().next() {
        Some((context, number)) => Err(Error::TooNew(format!("{context} {number}"))),
        None => Ok(known),
    }
}

/// Runs those of `migrations` that did not run yet, in the transaction of the caller.
pub(crate) async fn run(tx: &mut Tx<'_>, migrations: &[Migration]) -> Result<usize, Error> {
    lock(tx).await?;
    let ledger = spell(LEDGER, tx.engine());
    tx.batch(&ledger).await?;
    let applied = applied(tx).await?;
    known(migrations, &applied)?;
    let mut ran = 0;
    for migration in migrations {
        if applied.iter().any(|(context, number, _)| context == migration.context && *number == migration.number) {
            continue;
        }
        let sql = spell(migration.sql, tx.engine());
        tx.batch(&sql).await.map_err(|e| Error::Internal(format!("migration {}: {e}", name(migration))))?;
        let values: [Value; 3] = [migration.context.into(), migration.number.into(), checksum(migration.sql).into()];
        tx.exec("INSERT INTO migration (context, number, checksum) VALUES ($1, $2, $3)", &values).await?;
        ran += 1;
    }
    Ok(ran)
}

fn changed(migration: &Migration) -> Error {
    Error::Internal(format!("migration {} was changed after it ran", name(migration)))
}

fn name(migration: &Migration) -> String {
    format!("{} {}", migration.context, migration.number)
}

/// FNV-1a, 64 bits: finds a changed file, not an enemy.
fn checksum(sql: &str) -> String {
    let hash = sql.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

const MARKS: [&str; 9] =
    ["{{uuid}}", "{{ts}}", "{{date}}", "{{json}}", "{{bool}}", "{{int}}", "{{bytes}}", "{{empty}}", "{{strict}}"];

/// The SQL as this engine spells its types.
fn spell(sql: &str, engine: Engine) -> String {
    replace(
        sql,
        match engine {
            Engine::Sqlite => ["BLOB", "INTEGER", "TEXT", "TEXT", "INTEGER", "INTEGER", "BLOB", "x''", "STRICT"],
            Engine::Postgres => ["uuid", "timestamptz", "date", "jsonb", "boolean", "bigint", "bytea", "''", ""],
        },
    )
}

/// The SQL for a SQLite that only learns the schema: types under our own names (`schema::Kind`).
pub(crate) fn spell_kinds(sql: &str) -> String {
    replace(sql, ["kind_uuid", "kind_ts", "kind_date", "kind_json", "kind_bool", "kind_int", "kind_bytes", "x''", ""])
}

fn replace(sql: &str, words: [&str; 9]) -> String {
    MARKS.iter().zip(words).fold(sql.to_owned(), |sql, (mark, word)| sql.replace(mark, word))
}
