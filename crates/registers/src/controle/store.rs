//! The SQL of questions that wait, and nothing else.
use super::{Controle, Controlevraag, Uitkomst};
use crate::Register;
use ::store::{Row, Tx, Value};
use access::{DataKey, Error, Op, Result};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;
use values::{Id, Oin};

/// Questions that one worker takes at a time.
const BATCH: i64 = 50;

/// How long a question that was taken is left alone: longer than a batch of answers that all just come in time.
pub(super) const LEASE: SignedDuration = SignedDuration::from_mins(2);

/// How long a question waits at most after an answer that can't be used.
pub(super) const LONGEST_PAUSE: SignedDuration = SignedDuration::from_mins(10);

/// Longer than a question is ever left alone.
pub(super) const LONGEST: SignedDuration = SignedDuration::from_mins(15);

/// A question that this worker took, still sealed.
#[derive(Clone)]
pub(super) struct Claimed {
    pub controle: Controle,
    pub data_key: Uuid,
    pub sealed: Vec<u8>,
    /// How often it was asked.
    pub pogingen: i64,
}

/// Where a question is sealed: it can't be opened as another one.
fn place(id: Id<Controle>) -> String {
    format!("register_controle.{id}")
}

pub(super) async fn insert(op: &mut Op<'_>, key: &DataKey, controle: &Controle, vraag: &Controlevraag) -> Result<()> {
    let plain = serde_json::to_vec(vraag).map_err(|e| Error::Internal(e.to_string()))?;
    let values: [Value; 9] = [
        controle.id.uuid().into(),
        controle.organisatie.expose().into(),
        controle.zaak.into(),
        controle.register.name().into(),
        controle.doel.as_str().into(),
        key.id().into(),
        key.seal(op, &place(controle.id), &plain)?.into(),
        controle.gemaakt_op.into(),
        controle.uitkomst.word().into(),
    ];
    let sql = "INSERT INTO register_controle (id, organisatie, zaak, register, doel, data_key, vraag_sealed, gemaakt_op, uitkomst, \
               pogingen, volgende_poging) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $8)";
    op.exec(sql, &values).await.map(drop)
}

const CONTROLE: &str = "id, organisatie, zaak, register, doel, gemaakt_op, uitkomst";

fn controle(row: &Row<'_>) -> std::result::Result<Controle, ::store::Error> {
    let wrong = |what: &str| ::store::Error::Internal(format!("a controle with an unknown {what}"));
    let uitkomst: String = row.get(6)?;
    Ok(Controle {
        id: Id::from(row.get::<Uuid>(0)?),
        organisatie: row.get(1)?,
        zaak: row.get(2)?,
        register: Register::from_name(&row.get::<String>(3)?).ok_or_else(|| wrong("register"))?,
        doel: row.get(4)?,
        gemaakt_op: row.get(5)?,
        uitkomst: Uitkomst::ALL.into_iter().find(|u| u.word() == uitkomst).ok_or_else(|| wrong("uitkomst"))?,
    })
}

pub(super) async fn of_zaak(op: &mut Op<'_>, zaak: Uuid) -> Result<Vec<Controle>> {
    let values: [Value; 2] = [zaak.into(), op.context().organisation.expose().into()];
    let sql = format!("SELECT {CONTROLE} FROM register_controle WHERE zaak = $1 AND organisatie = $2 ORDER BY id");
    op.rows(&sql, &values, controle).await
}

/// Takes questions that are due, the longest waiting first; and those that wait for longer than any wait is, for they were written down
/// by a clock that was wrong. Of no organisation, like the mailer's letters: nothing is opened here.
/// Whoever comes second on PostgreSQL waits for the row, sees that it is no longer due and leaves it.
pub(super) async fn claim(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<Claimed>> {
    let sql = format!(
        "UPDATE register_controle SET volgende_poging = $1 \
         WHERE uitkomst = 'open' AND (volgende_poging <= $2 OR volgende_poging > $4) AND id IN \
         (SELECT id FROM register_controle WHERE uitkomst = 'open' AND (volgende_poging <= $2 OR volgende_poging > $4) \
         ORDER BY volgende_poging, id LIMIT $3) \
         RETURNING {CONTROLE}, data_key, vraag_sealed, pogingen"
    );
    let values: [Value; 4] = [after(now, LEASE)?.into(), now.into(), BATCH.into(), after(now, LONGEST)?.into()];
    let read = |row: &Row<'_>| {
        Ok(Claimed { controle: controle(row)?, data_key: row.get(7)?, sealed: row.get(8)?, pogingen: row.get(9)? })
    };
    let mut taken = tx.rows(&sql, &values, read).await?;
    // RETURNING keeps no order.
    taken.sort_by_key(|claimed| (claimed.controle.gemaakt_op, claimed.controle.id.uuid()));
    Ok(taken)
}

/// The question itself; none when its key was destroyed.
pub(super) async fn open(op: &mut Op<'_>, claimed: &Claimed) -> Result<Option<Controlevraag>> {
    let key = match DataKey::find(op, claimed.data_key).await {
        Err(Error::NotFound) => return Ok(None),
        found => found?,
    };
    let plain = key.open(&place(claimed.controle.id), &claimed.sealed)?;
    serde_json::from_slice(&plain).map(Some).map_err(|_| Error::Internal("a controle can't be read".into()))
}

/// Leaves one question for another time, after it was asked: no answer came that can be used, or its zaak was not told of it by then.
pub(super) async fn asked(tx: &mut Tx<'_>, id: Id<Controle>, until: Timestamp) -> Result<()> {
    let sql = "UPDATE register_controle SET volgende_poging = $1, pogingen = pogingen + 1 WHERE id = $2 AND uitkomst = 'open'";
    Ok(tx.exec(sql, &[until.into(), id.uuid().into()]).await.map(drop)?)
}

/// Leaves the questions to a register that is away for another time: those that are due and those that were taken and not asked.
pub(super) async fn postpone_all(tx: &mut Tx<'_>, register: Register, now: Timestamp, until: Timestamp) -> Result<()> {
    let values: [Value; 3] = [until.into(), register.name().into(), after(now, LEASE)?.into()];
    let sql =
        "UPDATE register_controle SET volgende_poging = $1 WHERE register = $2 AND uitkomst = 'open' AND volgende_poging <= $3";
    Ok(tx.exec(sql, &values).await.map(drop)?)
}

/// Keeps the outcome and forgets what was typed; tells whether it was still open.
pub(super) async fn settle(op: &mut Op<'_>, id: Id<Controle>, uitkomst: Uitkomst) -> Result<bool> {
    let sql = "UPDATE register_controle SET uitkomst = $1, vraag_sealed = $2 WHERE id = $3 AND uitkomst = 'open'";
    Ok(op.exec(sql, &[uitkomst.word().into(), Vec::<u8>::new().into(), id.uuid().into()]).await? > 0)
}

/// Takes a question away that nobody can read any more.
pub(super) async fn drop_one(op: &mut Op<'_>, id: Id<Controle>) -> Result<bool> {
    Ok(op.exec("DELETE FROM register_controle WHERE id = $1 AND uitkomst = 'open'", &[id.uuid().into()]).await? > 0)
}

pub(super) async fn sent_on(op: &mut Op<'_>, zaak: Uuid, to: &Oin) -> Result<()> {
    op.exec("UPDATE register_controle SET organisatie = $1 WHERE zaak = $2", &[to.expose().into(), zaak.into()]).await.map(drop)
}

/// Takes all questions about a zaak away.
pub(super) async fn forget(op: &mut Op<'_>, zaak: Uuid) -> Result<()> {
    op.exec("DELETE FROM register_controle WHERE zaak = $1", &[zaak.into()]).await.map(drop)
}

/// A moment later. Errors: the end of time.
pub(super) fn after(now: Timestamp, wait: SignedDuration) -> Result<Timestamp> {
    now.checked_add(wait).map_err(|e| Error::Internal(e.to_string()))
}
