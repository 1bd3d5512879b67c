//! Brings a backup back, into an empty database of either engine.
use crate::{
    Db, DumpSummary, Engine, Error, Migration, Tx, Value,
    backup_file::{Line, Reader, damaged},
    migrate,
    migrate::Applied,
    schema::{self, Table, quoted},
};
use std::path::{Path, PathBuf};

/// Rows in one statement at most, parameters in it at most (both engines take twice that), and text of the rows in it at most.
const ROWS: usize = 256;
const PARAMETERS: usize = 16_000;
const BYTES: usize = 4 << 20;

/// Loads the backup `from` into `db`, in one transaction: all of it, or nothing.
/// The migrations of the backup run first, then its rows are loaded, then the newer migrations of this program run over them.
/// Errors: `Backup` when the file is damaged or the database is not empty, `TooNew` when the backup is newer than the program,
/// `Internal` when a migration was changed since. The checksum is checked before the database is touched.
pub async fn restore(db: &Db, from: &Path, migrations: &'static [Migration]) -> Result<DumpSummary, Error> {
    let path = from.to_owned();
    let verified = tokio::task::spawn_blocking(move || verify(&path)).await;
    let (applied, summary) = verified.map_err(|e| Error::Internal(e.to_string()))??;
    let then = migrate::known(migrations, &applied)?;
    let tables = schema::of(&then)?;
    let plan = std::sync::Arc::new(Plan { from: from.to_owned(), tables, then, now: migrations, summary: summary.clone() });
    db.write::<(), Error>(move |tx| {
        let plan = plan.clone();
        Box::pin(async move { plan.run(tx).await })
    })
    .await?;
    Ok(summary)
}

/// Reads the file from begin to end.
fn verify(path: &Path) -> Result<(Vec<Applied>, DumpSummary), Error> {
    let (mut reader, applied) = Reader::open(path)?;
    loop {
        if let Line::End(summary) = reader.next()? {
            return Ok((applied, summary));
        }
    }
}

/// What is to be done, known before the database is touched.
struct Plan {
    from: PathBuf,
    tables: Vec<Table>,
    then: Vec<Migration>,
    now: &'static [Migration],
    summary: DumpSummary,
}

impl Plan {
    async fn run(&self, tx: &mut Tx<'_>) -> Result<(), Error> {
        tx.take_all_time().await?;
        migrate::lock(tx).await?;
        refuse_unless_empty(tx).await?;
        migrate::run(tx, &self.then).await?;
        let references = loosen(tx).await?;
        for table in &self.tables {
            // A migration may have put rows there, and they are in the backup as they have become.
            tx.exec(&format!("DELETE FROM {}", quoted(&table.name)), &[]).await?;
        }
        self.load(tx).await?;
        fasten(tx, references).await?;
        migrate::run(tx, self.now).await.map(drop)
    }

    async fn load(&self, tx: &mut Tx<'_>) -> Result<(), Error> {
        let (mut reader, _) = Reader::open(&self.from)?;
        let mut tables = self.tables.iter();
        let mut batch: Option<Batch<'_>> = None;
        loop {
            match (reader.next()?, &mut batch) {
                (Line::Table(name, columns), _) => {
                    let next = tables.next().filter(|t| t.name == name && t.columns == columns);
                    let next = next.ok_or_else(|| damaged(&format!("its migrations make no such table as its {name}")))?;
                    if let Some(done) = batch.replace(Batch::new(next)) {
                        done.finish(tx).await?;
                    }
                }
                (Line::Row, Some(batch)) => batch.add(tx, &reader).await?,
                (Line::Row, None) => return Err(damaged("a row stands before all tables")),
                (Line::End(summary), _) => {
                    if let Some(done) = batch.take() {
                        done.finish(tx).await?;
                    }
                    let same = summary == self.summary && tables.next().is_none();
                    return if same { Ok(()) } else { Err(damaged("it is not whole, or was changed while it was read")) };
                }
            }
        }
    }
}

/// Rows that wait for one statement.
struct Batch<'a> {
    table: &'a Table,
    rows: usize,
    full: String,
    single: String,
    values: Vec<Value>,
    bytes: usize,
}

impl<'a> Batch<'a> {
    fn new(table: &'a Table) -> Self {
        let rows = (PARAMETERS / table.columns.len()).clamp(1, ROWS);
        Self { table, rows, full: table.insert(rows), single: table.insert(1), values: Vec::new(), bytes: 0 }
    }

    async fn add(&mut self, tx: &mut Tx<'_>, reader: &Reader) -> Result<(), Error> {
        self.bytes += reader.row(self.table, &mut self.values)?;
        let rows = self.values.len() / self.table.columns.len();
        if rows == self.rows {
            self.put(tx, rows).await
        } else if self.bytes > BYTES {
            self.put(tx, 1).await
        } else {
            Ok(())
        }
    }

    async fn finish(mut self, tx: &mut Tx<'_>) -> Result<(), Error> {
        self.put(tx, 1).await
    }

    /// Puts what waits, `at_once` rows in a statement: as many as wait, or one. There are but two statements per table, so that a
    /// connection does not fill up with prepared ones of every length.
    async fn put(&mut self, tx: &mut Tx<'_>, at_once: usize) -> Result<(), Error> {
        let sql = if at_once == self.rows { &self.full } else { &self.single };
        for rows in self.values.chunks(at_once * self.table.columns.len()) {
            tx.exec(sql, rows).await.map_err(|e| self.fault(e))?;
        }
        self.values.clear();
        self.bytes = 0;
        Ok(())
    }

    fn fault(&self, error: Error) -> Error {
        match error {
            Error::Internal(what) => Error::Internal(format!("table {}: {what}", self.table.name)),
            other => other,
        }
    }
}

/// Invariant: what was there is never mixed with a backup (test `a_database_that_is_not_empty_is_refused`).
async fn refuse_unless_empty(tx: &mut Tx<'_>) -> Result<(), Error> {
    let sql = match tx.engine() {
        Engine::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name",
        Engine::Postgres => {
            "SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
             ORDER BY relname"
        }
    };
    let mut tables: Vec<String> = tx.rows(sql, &[], |r| r.get(0)).await?;
    if tables == ["migration"] && migrate::applied(tx).await?.is_empty() {
        tables.clear(); // the ledger of a program without migrations
    }
    match tables.first() {
        Some(table) => Err(Error::Backup(format!("the database is not empty (it has table {table}); restore into a new one"))),
        None => Ok(()),
    }
}

/// A reference between tables of PostgreSQL: table, name, definition.
type Reference = (String, String, String);

/// A row may refer to one that comes later in the file, also of its own table: references are checked when all rows are there.
async fn loosen(tx: &mut Tx<'_>) -> Result<Vec<Reference>, Error> {
    if tx.engine() == Engine::Sqlite {
        tx.batch("PRAGMA defer_foreign_keys = ON").await?;
        return Ok(Vec::new());
    }
    let sql = "SELECT conrelid::regclass::text, conname::text, pg_get_constraintdef(oid) FROM pg_constraint
               WHERE contype = 'f' AND conparentid = 0 AND connamespace = current_schema()::regnamespace ORDER BY 1, 2";
    let references: Vec<Reference> = tx.rows(sql, &[], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).await?;
    for (table, name, _) in &references {
        tx.batch(&format!("ALTER TABLE {table} DROP CONSTRAINT {}", quoted(name))).await?;
    }
    Ok(references)
}

/// Puts the references back; each looks at all rows when it is.
async fn fasten(tx: &mut Tx<'_>, references: Vec<Reference>) -> Result<(), Error> {
    if tx.engine() == Engine::Sqlite {
        tx.batch("PRAGMA defer_foreign_keys = OFF").await?; // others may share the transaction
        let broken = tx.row("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", &[], |r| r.get::<String>(0)).await?;
        return broken.map_or(Ok(()), |table| Err(Error::Constraint(table)));
    }
    for (table, name, definition) in references {
        tx.batch(&format!("ALTER TABLE {table} ADD CONSTRAINT {} {definition}", quoted(&name))).await?;
    }
    Ok(())
}
