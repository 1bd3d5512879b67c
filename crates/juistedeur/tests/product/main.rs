//! The product as it runs: the real binary over HTTP, on SQLite and PostgreSQL, killed, cut off, backed up and searched for secrets.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, clippy::too_many_lines)]

mod around;
mod backup;
mod card;
mod census;
mod database_away;
mod english;
mod fault;
mod fault_around;
mod health;
mod instances;
mod invited;
mod late;
mod lately;
mod level;
mod mail;
mod manage;
mod mandates;
mod passed;
mod running;
mod scanner;
mod search;
mod secrets;
mod starting;
mod take_along;
mod traces;
mod wegwijzer;
mod wrong;

// A resident at her browser stands where the benchmark finds it too.
use testing::browser as resident;
