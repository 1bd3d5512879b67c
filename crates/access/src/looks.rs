//! Who looked at one's data, and why: the journal as the person it is about may read it.
use crate::{Action, Error, Op, Result};
use jiff::Timestamp;
use store::{Row, Value};
use uuid::Uuid;
use values::Oin;

/// One line about a party, as it may read it: organisation, moment and purpose, no name of who works there.
#[derive(Debug, Clone)]
pub struct Look {
    /// Its id, to read on from.
    pub id: Uuid,
    /// When.
    pub at: Timestamp,
    /// For which organisation.
    pub organisation: Oin,
    /// Who acted.
    pub by: By,
    /// Why.
    pub purpose: String,
    /// The ground.
    pub basis: String,
    /// What: `zaak-gelezen`.
    pub action: String,
}

/// Who acted, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The person herself, or who acts for the company.
    Oneself,
    /// Another person: who acts for her, or is about to.
    Vertegenwoordiger,
    /// Somebody with the code of a receipt.
    Holder,
    /// Somebody at work for the organisation.
    Worker,
    /// A part of this program.
    Machine,
}

/// The lines about the party of the actor at these organisations, the newest first, `most` at a time. Errors: `NotFound` for who did not
/// sign in.
pub async fn looks(op: &mut Op<'_>, organisations: &[Oin], before: Option<Uuid>, most: usize) -> Result<Vec<Look>> {
    let party = op.context().actor.party().ok_or(Error::NotFound)?;
    let ids = organisations.iter().map(|of| party.id(op.keys(), of)).collect::<std::result::Result<Vec<_>, _>>()?;
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let places = (2..ids.len() + 2).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT id, at, organisation, actor, purpose, basis, action, data_subject FROM journal_line \
         WHERE data_subject IN ({places}) AND id < $1 ORDER BY id DESC LIMIT {most}"
    );
    let mut values: Vec<Value> = vec![before.unwrap_or(Uuid::max()).into()];
    values.extend(ids.into_iter().map(Value::from));
    op.rows(&sql, &values, read).await
}

fn read(r: &Row<'_>) -> std::result::Result<Look, store::Error> {
    let organisation = Oin::parse(&r.get::<String>(2)?).map_err(|_| store::Error::Internal("a line without OIN".into()))?;
    let actor = r.get::<String>(3)?;
    let by = match actor.split_once(':').unwrap_or((&actor, "")) {
        ("worker", _) => By::Worker,
        ("machine", _) => By::Machine,
        ("holder", _) => By::Holder,
        ("person", who) if who != r.get::<Uuid>(7)?.to_string() => By::Vertegenwoordiger,
        _ => By::Oneself,
    };
    Ok(Look { id: r.get(0)?, at: r.get(1)?, organisation, by, purpose: r.get(4)?, basis: r.get(5)?, action: r.get(6)? })
}

/// One line of an organisation's part of the journal, for who supervises it.
#[derive(Debug, Clone)]
pub struct JournalLine {
    /// Its id, to read on from.
    pub id: Uuid,
    /// When.
    pub at: Timestamp,
    /// Who acted: `worker:noor`, `machine:mailer`, `person:` and an id.
    pub actor: String,
    /// Why.
    pub purpose: String,
    /// What: `zaak-gelezen`.
    pub action: String,
    /// To what kind of thing.
    pub subject_kind: String,
    /// To which.
    pub subject: Uuid,
}

/// The part of the journal of the organisation of the operation, the newest first, `most` at a time. It holds no content. Errors:
/// `NotFound` for who does not supervise.
pub async fn supervise(op: &mut Op<'_>, before: Option<Uuid>, most: usize) -> Result<Vec<JournalLine>> {
    op.may_here(Action::Supervise)?;
    let sql = format!(
        "SELECT id, at, actor, purpose, action, subject_kind, subject FROM journal_line \
         WHERE organisation = $1 AND id < $2 ORDER BY id DESC LIMIT {most}"
    );
    let values: [Value; 2] = [op.context().organisation.expose().into(), before.unwrap_or(Uuid::max()).into()];
    let read = |r: &Row<'_>| {
        let (actor, purpose) = (r.get(2)?, r.get(3)?);
        let (action, subject_kind, subject) = (r.get(4)?, r.get(5)?, r.get(6)?);
        Ok(JournalLine { id: r.get(0)?, at: r.get(1)?, actor, purpose, action, subject_kind, subject })
    };
    op.rows(&sql, &values, read).await
}
