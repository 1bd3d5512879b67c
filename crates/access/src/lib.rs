//! Who may do what, on whose behalf and why; and the journal of everything that happened.
//!
//! Without an `Actor` there is no `Op`, without an `Op` no table. `Access::write` and `Access::read` run an operation.

mod actor;
mod browser;
mod check;
mod code;
mod error;
mod journal;
mod keys;
mod lists;
mod looks;
mod op;
mod party;
mod role;
mod rules;
mod sealer;
mod steady;
mod vault;
mod vertegenwoordiging;

pub use actor::{Acting, Actor, Assurance, Context, Purpose, Represented};
pub use browser::Browser;
pub use check::{Finding, Head, check_journal, newest_head};
pub use code::{FollowCode, WrongCode};
pub use error::{Error, FieldFault, Refusal, Result};
pub use journal::{BESLOTEN, Event};
pub use keys::{KeyFault, KeyRing};
pub use lists::{Lists, page, party_hashes, shown};
pub use looks::{
    By, GENOEMD, JournalLine, Look, ProofLine, looks, looks_of_others, named_since, numbers, proof_lines, supervise,
};
pub use op::{Access, Op, Step};
pub use party::{KnownBy, Party};
pub use role::Role;
pub use rules::{Action, Protected, may};
pub use sealer::seal_once;
pub use steady::clock_is_steady;
pub use vault::DataKey;
pub use vertegenwoordiging::{Grond, Vertegenwoordiging};

/// The tables of this context.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration { context: "access", number: 1, sql: include_str!("../migrations/0001_journal.sql") },
    store::Migration { context: "access", number: 2, sql: include_str!("../migrations/0002_data_subject.sql") },
    store::Migration { context: "access", number: 3, sql: include_str!("../migrations/0003_waiting.sql") },
    store::Migration { context: "access", number: 4, sql: include_str!("../migrations/0004_supervise.sql") },
    store::Migration { context: "access", number: 5, sql: include_str!("../migrations/0005_clock_day.sql") },
    store::Migration { context: "access", number: 6, sql: include_str!("../migrations/0006_genoemd.sql") },
];
