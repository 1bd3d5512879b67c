//! The only place that knows SQLite and PostgreSQL: one SQL text runs on both.
//!
//! `Db::write` and `Db::read` run a closure in a transaction; inside it only `Tx::exec` and `Tx::rows` may be awaited.
//! What `write` acknowledges is on disk (test `durability.rs`).

mod db;
mod error;
mod migrate;
mod postgres;
mod row;
mod sqlite;
mod tx;
mod value;

pub use db::{Db, Settings, Step, Synchronous};
pub use error::{Error, Failure};
pub use migrate::{Migration, migrate};
pub use row::{Column, Row};
pub use tx::{Engine, Tx};
pub use value::Value;
