//! Who looked at one's data, and why: the journal as the person it is about may read it.
use crate::{Action, Error, Op, Party, Protected, Result};
use jiff::Timestamp;
use std::collections::{BTreeSet, HashMap};
use store::{Row, Value, places};
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
    /// Another person, who named her in what she sent.
    Noemer,
    /// Somebody with the code of a receipt.
    Holder,
    /// Somebody at work for the organisation.
    Worker,
    /// A part of this program.
    Machine,
}

impl By {
    /// The actor of a line about this party, of what happened.
    fn of_row(actor: &str, about: Option<Uuid>, action: &str) -> Self {
        if action == GENOEMD {
            return Self::Noemer;
        }
        match (actor.split_once(':').unwrap_or((actor, "")), about) {
            (("worker", _), _) => Self::Worker,
            (("machine", _), _) => Self::Machine,
            (("holder", _), _) => Self::Holder,
            (("person", who), Some(about)) if who != about.to_string() => Self::Vertegenwoordiger,
            _ => Self::Oneself,
        }
    }
}

/// What is written down of whoever is named in the zaak of another; from then on she reads when somebody at work read that zaak, its
/// receipt, or what was sent along.
pub const GENOEMD: &str = "genoemd-in-zaak";

/// The lines about the party of the actor at these organisations, and when somebody at work there read a zaak of another in which she was named
/// (`genoemd-gelezen`); the newest first, `most` at a time. Errors: `NotFound` for who did not sign in.
pub async fn looks(op: &mut Op<'_>, organisations: &[Oin], before: Option<Uuid>, most: usize) -> Result<Vec<Look>> {
    lines(op, organisations, true, (before, most)).await
}

/// The same without what the party did itself; but that a register gave her data to an organisation stays, whoever set that off. Errors: as `looks`.
pub async fn looks_of_others(op: &mut Op<'_>, organisations: &[Oin], before: Option<Uuid>, most: usize) -> Result<Vec<Look>> {
    lines(op, organisations, false, (before, most)).await
}

/// When, since a moment, another named the natural person who acts for herself in what was sent to these organisations; the newest first. Nothing
/// for who acts for somebody else.
pub async fn named_since(op: &mut Op<'_>, organisations: &[Oin], since: Timestamp) -> Result<Vec<Look>> {
    let Some(bsn) = op.context().actor.oneself().cloned() else { return Ok(vec![]) };
    let ids = ids(op, &Party::Person(bsn), organisations)?;
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT id, at, organisation, actor, purpose, basis, action, data_subject FROM journal_line \
         WHERE data_subject IN ({}) AND action = '{GENOEMD}' AND at >= $1 ORDER BY id DESC",
        places(2, ids.len())
    );
    let values: Vec<Value> = [since.into()].into_iter().chain(ids.into_iter().map(Value::from)).collect();
    op.rows(&sql, &values, read).await
}

/// By which the journal of each of these organisations knows this party.
fn ids(op: &Op<'_>, party: &Party, of: &[Oin]) -> Result<Vec<Uuid>> {
    of.iter().map(|of| Ok(party.id(op.keys(), of)?)).collect()
}

/// A register was asked for an organisation.
const GIVEN: &str = "action LIKE 'register-bevraagd-%'";

async fn lines(op: &mut Op<'_>, of: &[Oin], with_own: bool, (before, most): (Option<Uuid>, usize)) -> Result<Vec<Look>> {
    let party = op.context().actor.party().ok_or(Error::NotFound)?;
    let ids = ids(op, &party, of)?;
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let acting: Vec<_> = ids.iter().map(|id| Value::from(format!("person:{id}"))).collect();
    let (others, acting) = match &party {
        _ if with_own => (String::new(), vec![]),
        Party::Person(_) => (format!("AND (actor NOT IN ({}) OR {GIVEN})", places(2 + ids.len(), ids.len())), acting),
        Party::Company(_) => (format!("AND (actor NOT LIKE 'representative:%' OR {GIVEN})"), vec![]),
    };
    let places = places(2, ids.len());
    let page = format!("id < $1 ORDER BY id DESC LIMIT {most}");
    let sql = format!(
        "SELECT * FROM (SELECT id, at, organisation, actor, purpose, basis, action, data_subject FROM journal_line \
         WHERE data_subject IN ({places}) {others} AND {page}) AS own \
         UNION ALL SELECT * FROM (SELECT id, at, organisation, actor, purpose, basis, 'genoemd-gelezen' AS action, data_subject \
         FROM journal_line WHERE subject IN (SELECT subject FROM journal_line WHERE data_subject IN ({places}) AND action = '{GENOEMD}') \
         AND action IN ('zaak-gelezen', 'ontvangstbewijs-gelezen', 'document-gelezen') AND actor LIKE 'worker:%' AND {page}) AS named \
         ORDER BY id DESC LIMIT {most}"
    );
    let mut values: Vec<Value> = vec![before.unwrap_or(Uuid::max()).into()];
    values.extend(ids.into_iter().map(Value::from).chain(acting));
    op.rows(&sql, &values, read).await
}

fn read(r: &Row<'_>) -> std::result::Result<Look, store::Error> {
    let action: String = r.get(6)?;
    let by = By::of_row(&r.get::<String>(3)?, r.get(7)?, &action);
    let (organisation, purpose, basis) = (r.get(2)?, r.get(4)?, r.get(5)?);
    Ok(Look { id: r.get(0)?, at: r.get(1)?, organisation, by, purpose, basis, action })
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

/// The numbers of the things of this kind that these lines are about, as far as they are not destroyed; `select` is the context's own
/// `SELECT id, number FROM table`. Errors: `NotFound` or `NotAllowed` for who does not supervise.
pub async fn numbers(op: &mut Op<'_>, lines: &[JournalLine], (kind, select): (&str, &str)) -> Result<HashMap<Uuid, String>> {
    op.may_here(Action::Supervise)?;
    let ids: BTreeSet<Uuid> = lines.iter().filter(|line| line.subject_kind == kind).map(|line| line.subject).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!("{select} WHERE id IN ({})", places(1, ids.len()));
    let values: Vec<Value> = ids.into_iter().map(Value::from).collect();
    Ok(op.rows(&sql, &values, |r| Ok((r.get(0)?, r.get(1)?))).await?.into_iter().collect())
}

/// The part of the journal of the organisation of the operation, all of it or only about one thing, the newest first, `most` at a time. It
/// holds no content. Errors: `NotFound` for who does not supervise.
pub async fn supervise(op: &mut Op<'_>, of: Option<Uuid>, before: Option<Uuid>, most: usize) -> Result<Vec<JournalLine>> {
    op.may_here(Action::Supervise)?;
    let mut values: Vec<Value> = vec![op.context().organisation.expose().into(), before.unwrap_or(Uuid::max()).into()];
    values.extend(of.map(Value::from));
    let about = if of.is_some() { "AND subject = $3" } else { "" };
    let sql = format!(
        "SELECT id, at, actor, purpose, action, subject_kind, subject FROM journal_line \
         WHERE organisation = $1 AND id < $2 {about} ORDER BY id DESC LIMIT {most}"
    );
    let read = |r: &Row<'_>| {
        let (actor, purpose) = (r.get(2)?, r.get(3)?);
        let (action, subject_kind, subject) = (r.get(4)?, r.get(5)?, r.get(6)?);
        Ok(JournalLine { id: r.get(0)?, at: r.get(1)?, actor, purpose, action, subject_kind, subject })
    };
    op.rows(&sql, &values, read).await
}

/// A line of the journal as a proof: what happened when, and by which number and hash it can be found in the sealed journal.
#[derive(Debug, Clone)]
pub struct ProofLine {
    /// When.
    pub at: Timestamp,
    /// Who acted.
    pub by: By,
    /// What: `zaak-gelezen`.
    pub action: String,
    /// Number and hash; none in the second before it is sealed.
    pub sealed: Option<(i64, Vec<u8>)>,
}

/// The lines about a thing at these moments, the oldest first. Errors: `NotFound` for who may not see the thing.
pub async fn proof_lines(op: &mut Op<'_>, thing: &impl Protected, moments: &[Timestamp]) -> Result<Vec<ProofLine>> {
    op.may(Action::Read, thing)?;
    if moments.is_empty() {
        return Ok(vec![]);
    }
    let places = places(2, moments.len());
    let sql = format!(
        "SELECT at, actor, action, seq, hash, data_subject FROM journal_line WHERE subject = $1 AND at IN ({places}) ORDER BY id"
    );
    let mut values: Vec<Value> = vec![thing.id().into()];
    values.extend(moments.iter().map(|at| Value::from(*at)));
    let read = |r: &Row<'_>| {
        let sealed = r.get::<Option<i64>>(3)?.zip(r.get::<Option<Vec<u8>>>(4)?);
        let action: String = r.get(2)?;
        Ok(ProofLine { at: r.get(0)?, by: By::of_row(&r.get::<String>(1)?, r.get(5)?, &action), action, sealed })
    };
    op.rows(&sql, &values, read).await
}
