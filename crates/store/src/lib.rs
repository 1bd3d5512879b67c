//! The only place that knows SQLite and PostgreSQL: one SQL text runs on both.
//!
//! `Db::write` and `Db::read` run a closure in a transaction; inside it only `Tx::exec` and `Tx::rows` may be awaited.
//! What `write` acknowledges is on disk (test `durability.rs`). `dump` writes a backup and `restore` brings it back, on either engine.

mod backup_file;
mod backup_row;
mod db;
mod dump;
mod error;
mod migrate;
mod postgres;
mod restore;
mod row;
mod schema;
mod sqlite;
mod tls;
mod tx;
mod value;

pub use backup_file::DumpSummary;
pub use db::{Db, Settings, Step, Synchronous};
pub use dump::dump;
pub use error::{Error, Failure};
pub use migrate::{Migration, migrate};
pub use restore::restore;
pub use row::{Column, Row};
pub use tx::{Engine, Tx};
pub use value::{Value, places};
