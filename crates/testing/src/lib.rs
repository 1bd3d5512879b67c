//! The world of a test: a database of each engine, a clock that stands still until it is set, keys of its own. Only for tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

mod world;

pub use world::{World, worlds};
