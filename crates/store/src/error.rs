//! What can go wrong in a store, in seven kinds.

/// A failure of the store. Texts never hold values of rows, only names of tables, constraints and files.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The database can't be reached, is too busy, or its disk is full: the same may work later.
    #[error("the database is unavailable: {0}")]
    Unavailable(String),
    /// A row that must be unique is there already: somebody was before; the name of the constraint where the engine tells.
    #[error("a row that must be unique is there already: {0}")]
    Unique(String),
    /// Another constraint refused the row; its name where the engine tells.
    #[error("a row that must be whole is not: {0}")]
    Constraint(String),
    /// Two transactions got in each other's way; the store tries again by itself before it says so.
    #[error("transactions got in each other's way")]
    Contention,
    /// The database, or the backup, holds migrations that this program does not know: it is newer than the program.
    #[error(
        "the database or backup is newer than this program: it holds {0}; start the newer program or restore an older backup"
    )]
    TooNew(String),
    /// A backup that can't be restored: damaged, or there is something in the database already. The database is as it was.
    #[error("the backup can't be used: {0}")]
    Backup(String),
    /// A fault of the program or its SQL.
    #[error("fault in the store: {0}")]
    Internal(String),
}

/// An error of a transaction that may come from the store, so that the store can try again.
pub trait Failure: From<Error> + Send + 'static {
    /// The store's own error inside, if that is what it is.
    fn store(&self) -> Option<&Error>;
}

impl Failure for Error {
    fn store(&self) -> Option<&Error> {
        Some(self)
    }
}

/// SQLite's codes of a row that must be unique: by its own constraint, or by its primary key.
const UNIQUE: [i32; 2] = [rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE, rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY];

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{CannotOpen, ConstraintViolation, DatabaseBusy, DatabaseLocked, DiskFull, SystemIoFailure};
        let extended = error.sqlite_error().map(|e| e.extended_code);
        match error.sqlite_error_code() {
            Some(ConstraintViolation) if extended.is_some_and(|code| UNIQUE.contains(&code)) => {
                Self::Unique(constraint_name(&error))
            }
            Some(ConstraintViolation) => Self::Constraint(constraint_name(&error)),
            Some(DatabaseBusy | DatabaseLocked) => Self::Contention,
            Some(DiskFull | SystemIoFailure | CannotOpen) => Self::Unavailable(error.to_string()),
            _ => Self::Internal(error.to_string()),
        }
    }
}

/// `UNIQUE constraint failed: zaak.identificatie` names columns, not values.
fn constraint_name(error: &rusqlite::Error) -> String {
    error.to_string()
}

impl From<tokio_postgres::Error> for Error {
    fn from(error: tokio_postgres::Error) -> Self {
        let Some(db) = error.as_db_error() else {
            // No answer of the server: the line is broken, or the program sent what it can't.
            return if error.is_closed() || std::error::Error::source(&error).is_some_and(|s| s.is::<std::io::Error>()) {
                Self::Unavailable("connection lost".into())
            } else {
                Self::Internal(error.to_string())
            };
        };
        match db.code().code() {
            "40001" | "40P01" => Self::Contention,
            "23505" => Self::Unique(db.constraint().unwrap_or("constraint").to_owned()),
            code if code.starts_with("23") => Self::Constraint(db.constraint().unwrap_or("constraint").to_owned()),
            code if code.starts_with("08") || code.starts_with("57P") || code.starts_with("53") => {
                Self::Unavailable(db.message().to_owned())
            }
            "57014" | "55P03" | "25006" => Self::Unavailable(db.message().to_owned()),
            code => Self::Internal(format!("{code} {}", db.message())),
        }
    }
}

impl From<deadpool_postgres::PoolError> for Error {
    fn from(error: deadpool_postgres::PoolError) -> Self {
        match error {
            deadpool_postgres::PoolError::Backend(e) if e.as_db_error().is_some() => e.into(),
            deadpool_postgres::PoolError::Backend(e) => Self::Unavailable(with_causes(&e)),
            other => Self::Unavailable(other.to_string()),
        }
    }
}

/// "error performing TLS handshake" alone tells nobody what to do.
fn with_causes(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |e| e.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
