//! The world of a test: a database of each engine, a clock that stands still until it is set, keys of its own; a mail server
//! that keeps what it is sent; a virus scanner that knows one signature; a provider where
//! test persons sign in, and a browser for them. Only for tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

pub mod browser;
mod clamd;
mod cluster;
mod port;
mod provider;
mod smtp_sink;
mod world;

pub use clamd::{Clamd, jpeg};
pub use cluster::Cluster;
pub use port::free_port;
pub use provider::Provider;
pub use smtp_sink::SmtpSink;
pub use world::{World, new_database, worlds};
