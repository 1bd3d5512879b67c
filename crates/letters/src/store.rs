//! The SQL of letters that wait, and nothing else.
use crate::{Kennisgeving, Letter, Says, proof::masked};
use access::{DataKey, Error, Op, Result};
use jiff::{SignedDuration, Timestamp};
use store::{Row, Tx, Value};
use uuid::Uuid;
use values::Oin;

/// Letters that one mailer takes at a time.
pub(crate) const BATCH: i64 = 20;

/// How long a letter that was taken is left alone; a mailer that died has its letters taken over after that.
pub(crate) const LEASE: SignedDuration = SignedDuration::from_mins(5);

/// A letter that this mailer took, still sealed.
#[derive(Clone)]
pub(crate) struct Claimed {
    pub id: Uuid,
    pub organisatie: Oin,
    pub subject: Uuid,
    /// `vraag`, `zaak` or `uitnodiging`
    pub subject_kind: &'static str,
    pub data_key: Uuid,
    pub sealed: Vec<u8>,
    /// Counts this attempt too.
    pub attempts: i64,
}

/// Where a letter is sealed: it can't be opened as another one.
fn place(id: Uuid) -> String {
    format!("outgoing_letter.{id}")
}

pub(crate) async fn insert(
    op: &mut Op<'_>,
    key: &DataKey,
    (kind, subject): (&str, Uuid),
    (letter, says): (&Letter, Says),
) -> Result<()> {
    let id = Uuid::now_v7();
    let plain = serde_json::to_vec(letter).map_err(|e| Error::Internal(e.to_string()))?;
    let values: [Value; 8] = [
        id.into(),
        op.context().organisation.expose().into(),
        kind.into(),
        subject.into(),
        key.id().into(),
        key.seal(op, &place(id), &plain)?.into(),
        op.now().into(),
        (says == Says::ThereIsSomething).into(),
    ];
    let sql = "INSERT INTO outgoing_letter (id, organisatie, subject_kind, subject, data_key, sealed, attempts, next_at, queued_at, \
               announces) VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $7, $8)";
    op.exec(sql, &values).await.map(drop)
}

/// Does an announcement about this subject wait to leave?
pub(crate) async fn announced(op: &mut Op<'_>, subject: Uuid) -> Result<bool> {
    let sql = "SELECT id FROM outgoing_letter WHERE subject = $1 AND announces AND sent_at IS NULL LIMIT 1";
    Ok(!op.rows(sql, &[subject.into()], |r| r.get::<Uuid>(0)).await?.is_empty())
}

/// Takes letters that are due, the longest waiting first. Of no organisation, like the sealer of the journal: nothing is opened here.
/// Invariant: a letter is taken by one mailer; whoever comes second on PostgreSQL waits for the row, sees that it is no longer due
/// and leaves it (test `two_mailers_at_once_send_each_letter_once`).
pub(crate) async fn claim(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<Claimed>> {
    let sql = "UPDATE outgoing_letter SET next_at = $1, attempts = attempts + 1 \
               WHERE sent_at IS NULL AND next_at <= $2 AND id IN \
               (SELECT id FROM outgoing_letter WHERE sent_at IS NULL AND next_at <= $2 ORDER BY next_at, id LIMIT $3) \
               RETURNING id, organisatie, subject, data_key, sealed, attempts, subject_kind";
    let until = later(now, LEASE)?;
    Ok(tx.rows(sql, &[until.into(), now.into(), BATCH.into()], claimed).await?)
}

fn claimed(row: &Row<'_>) -> std::result::Result<Claimed, store::Error> {
    let (id, organisatie, subject, data_key) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
    // The journal names kinds by words that stand in the code.
    let subject_kind = match row.get::<String>(6)?.as_str() {
        "vraag" => "vraag",
        "uitnodiging" => "uitnodiging",
        _ => "zaak",
    };
    Ok(Claimed { id, organisatie, subject, subject_kind, data_key, sealed: row.get(4)?, attempts: row.get(5)? })
}

/// The letter itself; none when its key was destroyed.
pub(crate) async fn open(op: &mut Op<'_>, claimed: &Claimed) -> Result<Option<Letter>> {
    let key = match DataKey::find(op, claimed.data_key).await {
        Err(Error::NotFound) => return Ok(None),
        found => found?,
    };
    unsealed(&key, claimed.id, &claimed.sealed).map(Some)
}

/// Nothing has to be done for it any more; also when it was refused. Tells whether that was news, so that it is journalled once.
pub(crate) async fn done(op: &mut Op<'_>, id: Uuid, refused: bool) -> Result<bool> {
    let sql = "UPDATE outgoing_letter SET sent_at = $1, refused = $3 WHERE id = $2 AND sent_at IS NULL";
    Ok(op.exec(sql, &[op.now().into(), id.into(), refused.into()]).await? > 0)
}

/// Was the last letter about this subject that is over refused?
pub(crate) async fn came_back(op: &mut Op<'_>, subject: Uuid) -> Result<bool> {
    let sql = "SELECT refused FROM outgoing_letter WHERE subject = $1 AND sent_at IS NOT NULL ORDER BY id DESC LIMIT 1";
    Ok(op.rows(sql, &[subject.into()], |r| r.get(0)).await?.pop().unwrap_or(false))
}

/// How many letters of the organisation of the operation were put in line at `since` or before, and wait.
pub(crate) async fn waiting_since(op: &mut Op<'_>, since: Timestamp) -> Result<i64> {
    let values: [Value; 2] = [since.into(), op.context().organisation.expose().into()];
    let sql = "SELECT COUNT(*) FROM outgoing_letter WHERE sent_at IS NULL AND queued_at <= $1 AND organisatie = $2";
    op.one(sql, &values, |r| r.get(0)).await
}

/// The letter that told of what was placed at this moment: its own, or an announcement that waited then and so told of this too.
pub(crate) async fn announcement(
    op: &mut Op<'_>,
    key: &DataKey,
    subject: Uuid,
    placed: Timestamp,
) -> Result<Option<Kennisgeving>> {
    let sql = "SELECT id, sealed, queued_at, sent_at, attempts, refused FROM outgoing_letter WHERE subject = $1 AND (queued_at = $2 \
               OR (announces AND queued_at <= $2 AND (sent_at IS NULL OR sent_at >= $2))) ORDER BY queued_at DESC, id DESC LIMIT 1";
    let read = |r: &Row<'_>| Ok((r.get::<Uuid>(0)?, r.get::<Vec<u8>>(1)?, r.get(2)?, r.get(3)?, r.get(4)?, r.get(5)?));
    let found = op.rows(sql, &[subject.into(), placed.into()], read).await?.pop();
    let Some((id, sealed, klaargezet_op, over, pogingen, refused)) = found else { return Ok(None) };
    let aan = masked(&unsealed(key, id, &sealed)?.to);
    let (geweigerd_op, verzonden_op) = if refused { (over, None) } else { (None, over) };
    Ok(Some(Kennisgeving { aan, klaargezet_op, verzonden_op, geweigerd_op, pogingen }))
}

fn unsealed(key: &DataKey, id: Uuid, sealed: &[u8]) -> Result<Letter> {
    let plain = key.open(&place(id), sealed)?;
    serde_json::from_slice(&plain).map_err(|_| Error::Internal("a letter can't be read".into()))
}

/// Takes all letters about this subject away; gives how many had not left.
pub(crate) async fn forget(op: &mut Op<'_>, subject: Uuid) -> Result<usize> {
    let sql = "DELETE FROM outgoing_letter WHERE subject = $1 RETURNING sent_at";
    let sent = op.rows(sql, &[subject.into()], |r| r.get::<Option<Timestamp>>(0)).await?;
    Ok(sent.iter().filter(|at| at.is_none()).count())
}

/// Leaves it for another time; does nothing when another mailer took it over meanwhile.
pub(crate) async fn postpone(op: &mut Op<'_>, claimed: &Claimed, wait: SignedDuration) -> Result<()> {
    let sql = "UPDATE outgoing_letter SET next_at = $1 WHERE id = $2 AND attempts = $3 AND sent_at IS NULL";
    op.exec(sql, &[later(op.now(), wait)?.into(), claimed.id.into(), claimed.attempts.into()]).await.map(drop)
}

fn later(now: Timestamp, wait: SignedDuration) -> Result<Timestamp> {
    now.checked_add(wait).map_err(|e| Error::Internal(e.to_string()))
}
