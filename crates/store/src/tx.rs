//! A transaction: the only thing that can run SQL.
use crate::{Error, Row, Value};
use tokio_postgres::types::ToSql;

/// Which engine runs, for the few statements that differ (all of them in this crate).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Embedded, one machine.
    Sqlite,
    /// A server, many machines.
    Postgres,
}

/// Rows that PostgreSQL sends at a time where all of them may not fit in memory.
const AT_ONCE: i32 = 500;

/// An open transaction on one of the two engines.
pub enum Tx<'a> {
    /// On SQLite: futures are ready at once, they never wait.
    Sqlite(&'a mut rusqlite::Connection),
    /// On PostgreSQL.
    Postgres(&'a deadpool_postgres::Transaction<'a>),
}

impl Tx<'_> {
    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        match self {
            Tx::Sqlite(_) => Engine::Sqlite,
            Tx::Postgres(_) => Engine::Postgres,
        }
    }

    /// The same transaction for a shorter while.
    pub fn reborrow(&mut self) -> Tx<'_> {
        match self {
            Tx::Sqlite(connection) => Tx::Sqlite(connection),
            Tx::Postgres(transaction) => Tx::Postgres(transaction),
        }
    }

    /// Runs a statement; gives the number of rows it touched.
    pub async fn exec(&mut self, sql: &str, values: &[Value]) -> Result<u64, Error> {
        match self {
            Tx::Sqlite(connection) => {
                let touched = connection.prepare_cached(&numbered(sql))?.execute(rusqlite::params_from_iter(values))?;
                Ok(touched as u64)
            }
            Tx::Postgres(transaction) => {
                let statement = transaction.prepare_cached(sql).await?;
                Ok(transaction.execute(&statement, &postgres(values)).await?)
            }
        }
    }

    /// Runs a query (or a statement with RETURNING); `read` makes a `T` of each row.
    pub async fn rows<T>(
        &mut self,
        sql: &str,
        values: &[Value],
        read: fn(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        match self {
            Tx::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(&numbered(sql))?;
                let mut rows = statement.query(rusqlite::params_from_iter(values))?;
                let mut found = Vec::new();
                while let Some(row) = rows.next()? {
                    found.push(read(&Row::Sqlite(row))?);
                }
                Ok(found)
            }
            Tx::Postgres(transaction) => {
                let statement = transaction.prepare_cached(sql).await?;
                let rows = transaction.query(&statement, &postgres(values)).await?;
                rows.iter().map(|row| read(&Row::Postgres(row))).collect()
            }
        }
    }

    /// The first row, if there is one.
    pub async fn row<T>(
        &mut self,
        sql: &str,
        values: &[Value],
        read: fn(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        Ok(self.rows(sql, values, read).await?.into_iter().next())
    }

    /// Shows `see` every row of a query, without holding all of them at once.
    pub(crate) async fn each(
        &mut self,
        sql: &str,
        see: &mut (dyn FnMut(&Row<'_>) -> Result<(), Error> + Send),
    ) -> Result<(), Error> {
        match self {
            Tx::Sqlite(connection) => {
                let mut statement = connection.prepare(&numbered(sql))?;
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    see(&Row::Sqlite(row))?;
                }
            }
            Tx::Postgres(transaction) => {
                let statement = transaction.prepare(sql).await?;
                let portal = transaction.bind(&statement, &[]).await?;
                loop {
                    let rows = transaction.query_portal(&portal, AT_ONCE).await?;
                    rows.iter().try_for_each(|row| see(&Row::Postgres(row)))?;
                    if rows.is_empty() {
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    /// For a backup: no limit to how long this one transaction may take.
    pub(crate) async fn take_all_time(&mut self) -> Result<(), Error> {
        match self {
            Tx::Sqlite(_) => Ok(()),
            Tx::Postgres(_) => {
                self.batch("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0").await
            }
        }
    }

    /// Runs several statements without parameters (migrations).
    pub(crate) async fn batch(&mut self, sql: &str) -> Result<(), Error> {
        match self {
            Tx::Sqlite(connection) => Ok(connection.execute_batch(sql)?),
            Tx::Postgres(transaction) => Ok(transaction.batch_execute(sql).await?),
        }
    }
}

/// SQLite numbers `$n` by first appearance, PostgreSQL by the number; `?n` is SQLite's way to go by the number too
/// (test `a_parameter_is_known_by_its_number`).
fn numbered(sql: &str) -> String {
    sql.replace('$', "?")
}

fn postgres(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|v| v as &(dyn ToSql + Sync)).collect()
}
