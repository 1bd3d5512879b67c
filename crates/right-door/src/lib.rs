//! The right door: from a question in a person's own words to the product and organisation that answer it; and, when no page does,
//! a question with an owner (`vraag`) that a human answers.

mod engine;
mod vraag;

pub use engine::{Engine, EngineError, Found, Hit, Leads, Noodhulp};
pub use vraag::{
    BerichtLine, Dossier, MAX_VRAAG, NewVraag, Onderwerp, Over, OverZaak, PAGE, Part, Soort, Stand, Vraag, VraagBericht,
    VraagView, Vrager, answer, ask, berichten, bewijs, close, contribute, destroy, diensten, dossier, due_for_destruction,
    everything, find_by_code, find_by_number, forward, identify, join, look, may_read, mine, note, numbers, of_party, opened,
    over_zaak, sent_on_to, unread, vraag_of_bericht, waiting,
};

use ::store::Migration;

/// The tables of this context.
pub const MIGRATIONS: &[Migration] = &[
    Migration { context: "right-door", number: 1, sql: include_str!("../migrations/0001_vraag.sql") },
    Migration { context: "right-door", number: 2, sql: include_str!("../migrations/0002_party.sql") },
    Migration { context: "right-door", number: 3, sql: include_str!("../migrations/0003_correctie.sql") },
    Migration { context: "right-door", number: 4, sql: include_str!("../migrations/0004_gelezen.sql") },
    Migration { context: "right-door", number: 5, sql: include_str!("../migrations/0005_bewaren.sql") },
    Migration { context: "right-door", number: 6, sql: include_str!("../migrations/0006_vestiging.sql") },
    Migration { context: "right-door", number: 7, sql: include_str!("../migrations/0007_notitie.sql") },
    Migration { context: "right-door", number: 8, sql: include_str!("../migrations/0008_over_zaak.sql") },
];

/// Most characters of a question to the search box.
pub const MAX_QUESTION: usize = 1_000;
