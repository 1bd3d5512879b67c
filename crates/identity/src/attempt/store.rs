//! The SQL of sign-ins that were begun, and nothing else.
use super::{Attempt, Begun, LONGEST, Secrets};
use crate::{
    LocalPath,
    kind::{self, read_kind, read_level},
};
use access::{DataKey, Error, Op, Result};
use store::{Row, Value};
use uuid::Uuid;

/// Rows that one sweep takes away at most, so that it never holds the writer for long.
const BATCH: i64 = 200;

/// Where secrets are sealed: they can't be opened as those of another attempt.
fn place(id: Uuid) -> String {
    format!("sign_in_attempt.{id}")
}

pub(super) async fn insert(op: &mut Op<'_>, begun: &Begun) -> Result<()> {
    let key = DataKey::create(op).await?;
    let id = Uuid::now_v7();
    let secrets = serde_json::to_vec(&begun.secrets).map_err(|e| Error::Internal(e.to_string()))?;
    let values: [Value; 10] = [
        id.into(),
        begun.state_hash.clone().into(),
        begun.kind.word().into(),
        begun.browser_hash.clone().into(),
        kind::level_word(begun.at_least).into(),
        begun.fresh.into(),
        begun.return_to.as_str().into(),
        key.id().into(),
        key.seal(op, &place(id), &secrets)?.into(),
        op.now().into(),
    ];
    let sql = "INSERT INTO sign_in_attempt (id, state_hash, kind, browser_hash, at_least, fresh, return_to, data_key, sealed, created) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    op.exec(sql, &values).await.map(drop)
}

/// An attempt whose secrets are still sealed.
struct Found {
    attempt: Attempt,
    data_key: Uuid,
    sealed: Vec<u8>,
}

fn found(r: &Row<'_>) -> std::result::Result<Found, store::Error> {
    let return_to = LocalPath::parse(&r.get::<String>(5)?).map_err(|e| store::Error::Internal(e.to_string()))?;
    let attempt = Attempt {
        id: r.get(0)?,
        kind: read_kind(&r.get::<String>(1)?)?,
        browser_hash: r.get(2)?,
        at_least: read_level(&r.get::<String>(3)?)?,
        fresh: r.get(4)?,
        return_to,
        created: r.get(6)?,
        secrets: Secrets::default(),
    };
    Ok(Found { attempt, data_key: r.get(7)?, sealed: r.get(8)? })
}

/// Takes the attempt with this state for use, once: its secrets come out and their key is destroyed.
/// Invariant: of two at once one gets it; whoever comes second on PostgreSQL waits for the row and sees that it was used
/// (test `an_answer_that_comes_twice_at_once_signs_in_once`).
pub(super) async fn take(op: &mut Op<'_>, state_hash: &[u8]) -> Result<Option<Attempt>> {
    let sql = "UPDATE sign_in_attempt SET used = $1 WHERE state_hash = $2 AND used IS NULL \
               RETURNING id, kind, browser_hash, at_least, fresh, return_to, created, data_key, sealed";
    let Some(found) = op.rows(sql, &[op.now().into(), state_hash.to_vec().into()], found).await?.pop() else { return Ok(None) };
    let key = DataKey::find(op, found.data_key).await?;
    let secrets = key.open(&place(found.attempt.id), &found.sealed)?;
    DataKey::destroy(op, found.data_key).await?;
    let secrets = serde_json::from_slice(&secrets).map_err(|_| Error::Internal("secrets can't be read".into()))?;
    Ok(Some(Attempt { secrets, ..found.attempt }))
}

/// The id of an attempt with this state, used or not.
pub(super) async fn id(op: &mut Op<'_>, state_hash: &[u8]) -> Result<Option<Uuid>> {
    let sql = "SELECT id FROM sign_in_attempt WHERE state_hash = $1";
    Ok(op.rows(sql, &[state_hash.to_vec().into()], |r| r.get(0)).await?.pop())
}

/// Where this browser wanted to go on with an attempt, used or not.
pub(super) async fn wanted(op: &mut Op<'_>, state_hash: &[u8], browser_hash: &[u8]) -> Result<Option<LocalPath>> {
    let sql = "SELECT return_to FROM sign_in_attempt WHERE state_hash = $1 AND browser_hash = $2";
    let found = op.rows(sql, &[state_hash.to_vec().into(), browser_hash.to_vec().into()], |r| r.get::<String>(0)).await?.pop();
    Ok(found.and_then(|path| LocalPath::parse(&path).ok()))
}

/// Takes away attempts that are over, with their keys.
pub(super) async fn sweep(op: &mut Op<'_>) -> Result<usize> {
    let before = op.now().checked_sub(LONGEST).map_err(|e| Error::Internal(e.to_string()))?;
    let sql = "DELETE FROM sign_in_attempt WHERE id IN \
               (SELECT id FROM sign_in_attempt WHERE created <= $1 ORDER BY created, id LIMIT $2) RETURNING data_key";
    let keys = op.rows(sql, &[before.into(), BATCH.into()], |r| r.get::<Uuid>(0)).await?;
    for key in &keys {
        DataKey::destroy(op, *key).await?;
    }
    Ok(keys.len())
}
