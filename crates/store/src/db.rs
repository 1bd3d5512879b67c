//! The database: where it is, and transactions on it.
use crate::{Engine, Error, Failure, Tx, postgres, sqlite};
use std::{future::Future, path::PathBuf, pin::Pin, sync::Arc};

/// What a transaction does; on SQLite it must never wait for anything but `Tx`.
pub type Step<'a, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 'a>>;

/// When SQLite says that a write is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Synchronous {
    /// When it is on the disk. The only one that keeps our promise.
    #[default]
    Full,
    /// When the operating system has it. Only there to prove that the durability test can fail.
    Off,
}

/// Where the database is.
#[derive(Debug, Clone)]
pub enum Settings {
    /// A file on this machine.
    Sqlite {
        /// The file; its folder must exist.
        file: PathBuf,
        /// Threads that read at the same time.
        readers: usize,
        /// When a write is done.
        synchronous: Synchronous,
    },
    /// A server.
    Postgres {
        /// `postgresql://user:password@host/database?sslmode=verify-full&sslrootcert=/path/to/root.pem`. To another machine the line
        /// is TLS unless `sslmode=disable`; on this machine it is open unless `sslmode` or `sslrootcert` is given.
        url: String,
        /// Connections at most.
        connections: usize,
    },
}

/// A database that is open; cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

enum Inner {
    Sqlite(sqlite::Threads),
    Postgres(deadpool_postgres::Pool),
}

/// How often a transaction on PostgreSQL is run before contention is told to the caller.
const TRIES: usize = 8;

impl Db {
    /// Opens the database. Errors: `Unavailable` with what is wrong.
    pub async fn open(settings: &Settings) -> Result<Self, Error> {
        let inner = match settings {
            Settings::Sqlite { file, readers, synchronous } => {
                Inner::Sqlite(sqlite::Threads::start(file, *readers, *synchronous)?)
            }
            Settings::Postgres { url, connections } => Inner::Postgres(postgres::pool(url, *connections).await?),
        };
        Ok(Self(Arc::new(inner)))
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        match &*self.0 {
            Inner::Sqlite(_) => Engine::Sqlite,
            Inner::Postgres(_) => Engine::Postgres,
        }
    }

    /// Runs `work` in a transaction that may write. `Ok` means: committed and on disk. `Err` means: nothing of it happened —
    /// except `Unavailable` on PostgreSQL, where a line that broke during COMMIT leaves that open: make `work` idempotent.
    /// On PostgreSQL `work` may be run more than once.
    pub async fn write<T, E>(
        &self,
        work: impl for<'a> Fn(&'a mut Tx<'_>) -> Step<'a, T, E> + Send + Sync + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: Failure,
    {
        match &*self.0 {
            Inner::Sqlite(threads) => threads.write(work).await,
            Inner::Postgres(pool) => {
                let mut tries = 0;
                loop {
                    tries += 1;
                    match postgres::write(pool, &work).await {
                        Err(error) if tries < TRIES && matches!(error.store(), Some(Error::Contention)) => {}
                        done => return done,
                    }
                }
            }
        }
    }

    /// Runs `work` in a transaction that only reads, on one consistent view.
    pub async fn read<T, E>(
        &self,
        work: impl for<'a> Fn(&'a mut Tx<'_>) -> Step<'a, T, E> + Send + Sync + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: Failure,
    {
        match &*self.0 {
            Inner::Sqlite(threads) => threads.read(work).await,
            Inner::Postgres(pool) => postgres::read(pool, &work).await,
        }
    }
}
