//! Letters to residents: a letter is put in the transaction of what it tells, and leaves after commit, at least once; and documents
//! on paper (PDF/A).

mod letter;
mod mailer;
mod pdf;
mod proof;
mod smtp;
mod store;

pub use letter::Letter;
pub use mailer::{Mailer, Words};
pub use pdf::{Block, Fonts, PdfDocument, pdf};
pub use proof::{Bewijs, Kennisgeving, prove};
pub use smtp::{Smtp, Tls};

use ::store::Migration;
use access::{Action, DataKey, Error, Event, Op, Result};
use jiff::SignedDuration;
use uuid::Uuid;

/// The tables of this context.
pub const MIGRATIONS: &[Migration] = &[
    Migration { context: "letters", number: 1, sql: include_str!("../migrations/0001_outgoing.sql") },
    Migration { context: "letters", number: 2, sql: include_str!("../migrations/0002_announces.sql") },
    Migration { context: "letters", number: 3, sql: include_str!("../migrations/0003_queued.sql") },
    Migration { context: "letters", number: 4, sql: include_str!("../migrations/0004_refused.sql") },
];

/// Puts a letter in line, sealed under the key of its subject, in the transaction of the change that it tells.
pub async fn enqueue(op: &mut Op<'_>, key: &DataKey, subject: (&str, Uuid), letter: &Letter) -> Result<()> {
    store::insert(op, key, subject, (letter, Says::Something)).await
}

/// The same for a letter that says only that there is something to read (Awb 2:10): nothing is added when one about this subject has not
/// left yet, which announces this too.
pub async fn announce(op: &mut Op<'_>, key: &DataKey, subject: (&str, Uuid), letter: &Letter) -> Result<()> {
    if store::announced(op, subject.1).await? {
        return Ok(());
    }
    store::insert(op, key, subject, (letter, Says::ThereIsSomething)).await
}

/// Within which time a message must be announced (Awb 2:10 lid 1, since 1 January 2026).
pub const ANNOUNCED_WITHIN: SignedDuration = SignedDuration::from_hours(48);

/// How many letters of the organisation of the operation wait longer than the law gives (`ANNOUNCED_WITHIN`): somebody must look. Errors:
/// `NotFound` for who may not see its work.
pub async fn late(op: &mut Op<'_>) -> Result<i64> {
    op.may_here(Action::Read)?;
    let since = op.now().checked_sub(ANNOUNCED_WITHIN).map_err(|e| Error::Internal(e.to_string()))?;
    store::waiting_since(op, since).await
}

/// Did the last letter about this subject come back: refused by its address, or given up? Ask for who may see the subject.
pub async fn came_back(op: &mut Op<'_>, subject: Uuid) -> Result<bool> {
    store::came_back(op, subject).await
}

/// Takes away the letters about what was destroyed. One that had not left yet never will: the journal says so.
pub async fn forget(op: &mut Op<'_>, (kind, subject): (&'static str, Uuid)) -> Result<()> {
    for _ in 0..store::forget(op, subject).await? {
        op.record(Event::of("brief-vervallen", kind, subject)).await?;
    }
    Ok(())
}

/// What a letter says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    Something,
    ThereIsSomething,
}
