//! The right door: from a question in a person's own words to the product and organisation that answer it; and, when no page does,
//! a question with an owner (`vraag`) that a human answers.

mod engine;
mod vraag;

pub use engine::{Engine, EngineError, Found, Hit};
pub use vraag::{
    Doorzending, MAX_VRAAG, NewVraag, Stand, Vraag, VraagBericht, VraagView, answer, ask, close, contribute, find_by_code,
    find_by_number, forward, look, name_of, organisation_of, waiting,
};

use ::store::Migration;

/// The tables of this context.
pub const MIGRATIONS: &[Migration] =
    &[Migration { context: "right-door", number: 1, sql: include_str!("../migrations/0001_vraag.sql") }];

/// Most characters of a question to the search box.
pub const MAX_QUESTION: usize = 1_000;
