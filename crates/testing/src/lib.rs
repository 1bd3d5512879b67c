//! The world of a test: a database of each engine, a clock that stands still until it is set, keys of its own; a mail server
//! that keeps what it is sent; and a virus scanner that knows one signature. Only for tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

mod clamd;
mod smtp_sink;
mod world;

pub use clamd::{Clamd, jpeg};
pub use smtp_sink::SmtpSink;
pub use world::{World, new_database, worlds};
