//! Which tables the migrations make, and of which kind each column is: SQLite's own tables can't tell a date from a text.
//!
//! SQLite reads the migrations for us: they run on a scratch database in memory, with our kinds as the types.
use crate::{Engine, Error, Migration, Tx, migrate, places};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a column holds, under the name it has in migrations and in backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Uuid,
    Ts,
    Date,
    Json,
    Bool,
    Int,
    Bytes,
    Text,
}

impl Kind {
    /// Prefixed, for SQLite has words of its own for `int` and `date`.
    fn of(declared: &str) -> Option<Self> {
        Some(match declared {
            "kind_uuid" => Self::Uuid,
            "kind_ts" => Self::Ts,
            "kind_date" => Self::Date,
            "kind_json" => Self::Json,
            "kind_bool" => Self::Bool,
            "kind_int" => Self::Int,
            "kind_bytes" => Self::Bytes,
            "TEXT" => Self::Text,
            _ => return None,
        })
    }
}

/// A table: its columns in the order in which they were made, and which of them are the primary key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) columns: Vec<(String, Kind)>,
    key: Vec<usize>,
}

impl Table {
    /// All rows, in the same order on both engines.
    pub(crate) fn select(&self, engine: Engine) -> String {
        let order = self.key.iter().map(|&index| {
            let (name, kind) = &self.columns[index];
            let by_bytes = *kind == Kind::Text && engine == Engine::Postgres;
            format!("{}{}", quoted(name), if by_bytes { " COLLATE \"C\"" } else { "" })
        });
        let order = order.collect::<Vec<_>>().join(", ");
        format!("SELECT {} FROM {} ORDER BY {order}", self.names(), quoted(&self.name))
    }

    /// Adds `rows` rows in one statement.
    pub(crate) fn insert(&self, rows: usize) -> String {
        let width = self.columns.len();
        let row = |row: usize| format!("({})", places(row * width + 1, width));
        let rows = (0..rows).map(row).collect::<Vec<_>>().join(", ");
        format!("INSERT INTO {} ({}) VALUES {rows}", quoted(&self.name), self.names())
    }

    fn names(&self) -> String {
        self.columns.iter().map(|(name, _)| quoted(name)).collect::<Vec<_>>().join(", ")
    }
}

/// A name as SQL takes it, whatever it is.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The tables that `migrations` make, by name. Errors: `Internal` for a table without a primary key (in which order would its rows
/// stand?) and for a type that is not one of ours.
pub(crate) fn of(migrations: &[Migration]) -> Result<Vec<Table>, Error> {
    let scratch = Connection::open_in_memory()?;
    for migration in migrations {
        let run = scratch.execute_batch(&migrate::spell_kinds(migration.sql));
        run.map_err(|e| Error::Internal(format!("migration {} {}: {e}", migration.context, migration.number)))?;
    }
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name";
    let names: Vec<String> = scratch.prepare(sql)?.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?;
    names.into_iter().map(|name| table(&scratch, name)).collect()
}

fn table(scratch: &Connection, name: String) -> Result<Table, Error> {
    let mut statement = scratch.prepare("SELECT name, type, pk FROM pragma_table_info($1) ORDER BY cid")?;
    let mut rows = statement.query([&name])?;
    let (mut columns, mut key) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        let (column, declared, place): (String, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let kind = Kind::of(&declared)
            .ok_or_else(|| Error::Internal(format!("column {name}.{column} is of type {declared}, which has no {{{{name}}}}")))?;
        if place > 0 {
            key.push((place, columns.len()));
        }
        columns.push((column, kind));
    }
    if key.is_empty() {
        return Err(Error::Internal(format!("table {name} has no primary key, so its rows have no order to back them up in")));
    }
    key.sort_unstable();
    Ok(Table { name, columns, key: key.into_iter().map(|(_, index)| index).collect() })
}

/// Invariant: a backup leaves out no table and no column (test `a_table_that_no_migration_made_stops_the_backup`).
/// Errors: `Internal` when the database holds something else than `tables`.
pub(crate) async fn check(tx: &mut Tx<'_>, tables: &[Table]) -> Result<(), Error> {
    let sql = match tx.engine() {
        Engine::Sqlite => {
            "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
             WHERE t.type = 'table' AND substr(t.name, 1, 7) <> 'sqlite_' AND t.name <> 'migration'"
        }
        Engine::Postgres => {
            "SELECT c.relname::text, a.attname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
             WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0
             AND NOT a.attisdropped AND c.relname <> 'migration'"
        }
    };
    let found: BTreeSet<(String, String)> = tx.rows(sql, &[], |r| Ok((r.get(0)?, r.get(1)?))).await?.into_iter().collect();
    let known: BTreeSet<(String, String)> =
        tables.iter().flat_map(|t| t.columns.iter().map(|(column, _)| (t.name.clone(), column.clone()))).collect();
    match found.symmetric_difference(&known).next() {
        Some((table, column)) => {
            Err(Error::Internal(format!("the database is not what its migrations made of it: see column {table}.{column}")))
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn migration(sql: &'static str) -> Migration {
        Migration { context: "test", number: 1, sql }
    }

    #[test]
    fn the_schema_is_what_all_migrations_together_make() {
        let made = of(&[
            migration(
                "CREATE TABLE b (n {{int}}, t TEXT, PRIMARY KEY (t, n)) {{strict}}; CREATE TABLE gone (id {{uuid}} PRIMARY KEY);",
            ),
            migration(
                "ALTER TABLE b ADD COLUMN d {{date}}; ALTER TABLE b RENAME TO a; DROP TABLE gone; CREATE INDEX i ON a (d);",
            ),
        ]);
        let columns = vec![("n".into(), Kind::Int), ("t".into(), Kind::Text), ("d".into(), Kind::Date)];
        let made = made.unwrap();
        assert_eq!(made, [Table { name: "a".into(), columns, key: vec![1, 0] }]);
        let select = made[0].select(Engine::Postgres);
        assert_eq!(select, r#"SELECT "n", "t", "d" FROM "a" ORDER BY "t" COLLATE "C", "n""#);
        assert_eq!(made[0].insert(2), r#"INSERT INTO "a" ("n", "t", "d") VALUES ($1, $2, $3), ($4, $5, $6)"#);
    }

    #[test]
    fn a_type_of_one_engine_or_a_table_without_key_is_a_fault() {
        for sql in ["CREATE TABLE a (id {{uuid}} PRIMARY KEY, n BIGINT);", "CREATE TABLE a (id {{uuid}});"] {
            assert!(matches!(of(&[migration(sql)]), Err(Error::Internal(_))), "{sql}");
        }
    }
}
