//! The SQL of sessions, and nothing else.
use super::{Identified, OwnSession, Session, Token, live_until};
use crate::{
    Kind, Who,
    kind::{self, read_kind, read_level},
    who::Kept,
};
use access::{Assurance, DataKey, Error, Grond, Op, Result, Vertegenwoordiging};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use store::{Row, Value};
use uuid::Uuid;
use values::{Bsn, Id};

/// Rows that one sweep takes away at most, so that it never holds the writer for long.
const BATCH: i64 = 200;

type Read<T> = std::result::Result<T, store::Error>;

/// What is sealed of a session.
#[derive(Serialize, Deserialize)]
struct Identity {
    who: Kept,
    name: Option<String>,
    #[serde(default)]
    chosen: Option<Chosen>,
}

/// For whom she chose to act.
#[derive(Serialize, Deserialize)]
struct Chosen {
    at: Timestamp,
    voor: String,
    naam: String,
    door: String,
    /// The written authority; none when it is parental authority.
    machtiging: Option<Uuid>,
    diensten: Vec<String>,
}

impl Chosen {
    fn of((of, at): (&Vertegenwoordiging, Timestamp)) -> Self {
        let machtiging = if let Grond::Machtiging(id) = of.grond { Some(id) } else { None };
        let (voor, naam, door) = (of.voor.expose().into(), of.naam.clone(), of.door.clone());
        Self { at, voor, naam, door, machtiging, diensten: of.diensten.clone() }
    }
}

impl TryFrom<Chosen> for Vertegenwoordiging {
    type Error = values::InvalidNumber;
    fn try_from(kept: Chosen) -> std::result::Result<Self, Self::Error> {
        let grond = kept.machtiging.map_or(Grond::Gezag, Grond::Machtiging);
        Ok(Self { voor: Bsn::parse(&kept.voor)?, naam: kept.naam, door: kept.door, grond, diensten: kept.diensten })
    }
}

fn sealable(identity: &Identity) -> Result<Vec<u8>> {
    serde_json::to_vec(identity).map_err(|e| Error::Internal(e.to_string()))
}

/// Where an identity is sealed: it can't be opened as that of another session.
fn place(id: Uuid) -> String {
    format!("session.{id}")
}

fn person_hash(op: &Op<'_>, who: &Who) -> Result<Vec<u8>> {
    Ok(op.keys().index("session-person", who.same_person().as_bytes())?.to_vec())
}

pub(super) async fn insert(
    op: &mut Op<'_>,
    new: &Identified,
    chosen: Option<(Vertegenwoordiging, Timestamp)>,
    token: &Token,
) -> Result<Session> {
    let key = DataKey::create(op).await?;
    let (id, kind, now) = (Id::<Session>::new(), new.who.kind(), op.now());
    let kept = chosen.as_ref().map(|(of, at)| Chosen::of((of, *at)));
    let identity = sealable(&Identity { who: Kept::from(&new.who), name: new.name.clone(), chosen: kept })?;
    let values: [Value; 11] = [
        id.uuid().into(),
        token.hash(op.keys())?.into(),
        person_hash(op, &new.who)?.into(),
        kind.word().into(),
        kind::level_word(new.assurance).into(),
        key.id().into(),
        key.seal(op, &place(id.uuid()), &identity)?.into(),
        new.signed_in_at.into(),
        now.into(),
        now.into(),
        live_until(kind, now, now).into(),
    ];
    let sql = "INSERT INTO session (id, token_hash, person_hash, kind, assurance, data_key, sealed, signed_in_at, created, last_seen, \
               live_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    op.exec(sql, &values).await?;
    let (who, name) = (new.who.clone(), new.name.clone());
    let (assurance, signed_in_at) = (new.assurance, new.signed_in_at);
    let (chosen, chosen_at) = chosen.unzip();
    let confirmed = false;
    Ok(Session { id, kind, who, assurance, signed_in_at, name, chosen, chosen_at, confirmed, created: now, last_seen: now })
}

/// A session still sealed.
struct Found {
    id: Uuid,
    kind: Kind,
    assurance: Assurance,
    data_key: Uuid,
    sealed: Vec<u8>,
    signed_in_at: Timestamp,
    created: Timestamp,
    last_seen: Timestamp,
}

fn found(r: &Row<'_>) -> Read<Found> {
    Ok(Found {
        id: r.get(0)?,
        kind: read_kind(&r.get::<String>(1)?)?,
        assurance: read_level(&r.get::<String>(2)?)?,
        data_key: r.get(3)?,
        sealed: r.get(4)?,
        signed_in_at: r.get(5)?,
        created: r.get(6)?,
        last_seen: r.get(7)?,
    })
}

pub(super) async fn session(op: &mut Op<'_>, token: &Token) -> Result<Option<Session>> {
    let sql = "SELECT id, kind, assurance, data_key, sealed, signed_in_at, created, last_seen FROM session \
               WHERE token_hash = $1 AND live_until > $2 AND created <= $3 AND last_seen <= $3";
    let values: [Value; 3] = [token.hash(op.keys())?.into(), op.now().into(), ahead(op)?.into()];
    let Some(found) = op.rows(sql, &values, found).await?.pop() else { return Ok(None) };
    let key = DataKey::find(op, found.data_key).await?;
    let identity = key.open(&place(found.id), &found.sealed)?;
    let identity: Identity =
        serde_json::from_slice(&identity).map_err(|_| Error::Internal("an identity can't be read".into()))?;
    let broken = |e: values::InvalidNumber| Error::Internal(e.to_string());
    let who = Who::try_from(identity.who).map_err(broken)?;
    let chosen_at = identity.chosen.as_ref().map(|chosen| chosen.at);
    let chosen = identity.chosen.map(Vertegenwoordiging::try_from).transpose().map_err(broken)?;
    let Found { kind, assurance, signed_in_at, created, last_seen, .. } = found;
    let (id, name, confirmed) = (found.id.into(), identity.name, false);
    Ok(Some(Session { id, kind, who, assurance, signed_in_at, name, chosen, chosen_at, confirmed, created, last_seen }))
}

/// Seals the identity anew with for whom she acts.
pub(super) async fn choose(op: &mut Op<'_>, token: &Token, session: &Session, of: Option<&Vertegenwoordiging>) -> Result<()> {
    let sql = "SELECT data_key FROM session WHERE token_hash = $1";
    let token: Value = token.hash(op.keys())?.into();
    let key: Uuid = op.one(sql, std::slice::from_ref(&token), |r| r.get(0)).await?;
    let key = DataKey::find(op, key).await?;
    let identity =
        Identity { who: Kept::from(&session.who), name: session.name.clone(), chosen: of.map(|of| Chosen::of((of, op.now()))) };
    let sealed = key.seal(op, &place(session.id.uuid()), &sealable(&identity)?)?;
    op.exec("UPDATE session SET sealed = $1 WHERE token_hash = $2", &[sealed.into(), token]).await.map(drop)
}

/// What lies further ahead than this was written by a clock that was wrong: such a session is over.
fn ahead(op: &Op<'_>) -> Result<Timestamp> {
    op.now().checked_add(SignedDuration::from_mins(1)).map_err(|e| Error::Internal(e.to_string()))
}

/// Does nothing when it ended meanwhile.
pub(super) async fn touch(op: &mut Op<'_>, id: Id<Session>, live_until: Timestamp) -> Result<()> {
    let sql = "UPDATE session SET last_seen = $1, live_until = $2 WHERE id = $3 AND live_until > $1";
    op.exec(sql, &[op.now().into(), live_until.into(), id.uuid().into()]).await.map(drop)
}

pub(super) async fn own(op: &mut Op<'_>, who: &Who) -> Result<Vec<OwnSession>> {
    let sql =
        "SELECT id, created, last_seen FROM session WHERE person_hash = $1 AND live_until > $2 ORDER BY created, id LIMIT 100";
    let values: [Value; 2] = [person_hash(op, who)?.into(), op.now().into()];
    let read = |r: &Row<'_>| Ok(OwnSession { id: r.get::<Uuid>(0)?.into(), created: r.get(1)?, last_seen: r.get(2)? });
    op.rows(sql, &values, read).await
}

pub(super) async fn take_by_token(op: &mut Op<'_>, token: &Token) -> Result<Vec<Id<Session>>> {
    let hash = token.hash(op.keys())?;
    take(op, "DELETE FROM session WHERE token_hash = $1 RETURNING id, data_key", &[hash.into()]).await
}

/// The one of a person's sessions that is named.
pub(super) async fn take_own(op: &mut Op<'_>, who: &Who, id: Id<Session>) -> Result<Vec<Id<Session>>> {
    let sql = "DELETE FROM session WHERE person_hash = $1 AND id = $2 RETURNING id, data_key";
    take(op, sql, &[person_hash(op, who)?.into(), id.uuid().into()]).await
}

/// All of a person's sessions but one.
pub(super) async fn take_others(op: &mut Op<'_>, who: &Who, keep: Id<Session>) -> Result<Vec<Id<Session>>> {
    let sql = "DELETE FROM session WHERE person_hash = $1 AND id <> $2 RETURNING id, data_key";
    take(op, sql, &[person_hash(op, who)?.into(), keep.uuid().into()]).await
}

pub(super) async fn take_expired(op: &mut Op<'_>) -> Result<Vec<Id<Session>>> {
    let sql = "DELETE FROM session WHERE id IN (SELECT id FROM session WHERE live_until <= $1 OR created > $3 OR last_seen > $3 \
               ORDER BY live_until, id LIMIT $2) RETURNING id, data_key";
    let values: [Value; 3] = [op.now().into(), BATCH.into(), ahead(op)?.into()];
    take(op, sql, &values).await
}

/// Runs a statement that deletes and returns ids and keys, and destroys those keys.
async fn take(op: &mut Op<'_>, sql: &str, values: &[Value]) -> Result<Vec<Id<Session>>> {
    let gone = op.rows(sql, values, |r| Ok((r.get::<Uuid>(0)?, r.get::<Uuid>(1)?))).await?;
    for (_, key) in &gone {
        DataKey::destroy(op, *key).await?;
    }
    Ok(gone.into_iter().map(|(id, _)| Id::from(id)).collect())
}
