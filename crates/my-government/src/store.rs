//! SQL of this context, and nothing else.
use crate::{
    Machtiging, NewMachtiging, Stand,
    machtiging::{KEPT, Moments, OFFER},
};
use access::{DataKey, Error, FollowCode, Op, Result};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Row, Value};
use uuid::Uuid;
use values::{Bsn, Id, Oin, dutch_date};

/// Rows that one sweep takes away at most, so that it never holds the writer for long.
const BATCH: i64 = 200;

const CONTENT: &str = "machtiging";

/// What is sealed of a machtiging.
#[derive(Serialize, Deserialize)]
pub(crate) struct Content {
    gever: String,
    pub gever_naam: String,
    bedoeld_voor: String,
    pub diensten: Vec<String>,
    gemachtigde: Option<String>,
    pub gemachtigde_naam: Option<String>,
    /// The words, until they are used.
    code: Option<[u8; 16]>,
}

impl Content {
    /// The number of who gives it.
    pub fn gever(&self) -> Result<Bsn> {
        Bsn::parse(&self.gever).map_err(|e| Error::Internal(e.to_string()))
    }
}

/// A machtiging as it stands in the table.
pub(crate) struct Found {
    pub id: Id<Machtiging>,
    pub organisatie: Oin,
    pub gever: Vec<u8>,
    pub gemachtigde: Option<Vec<u8>>,
    pub moments: Moments,
    gegeven_op: Timestamp,
    data_key: Uuid,
    sealed: Vec<u8>,
}

const COLUMNS: &str = "id, organisatie, gever_hash, gemachtigde_hash, code_tot, geldig_tot, aangenomen_op, geeindigd_op, gegeven_op, \
                       data_key, sealed";

fn read(r: &Row<'_>) -> std::result::Result<Found, store::Error> {
    let (code_tot, geldig_tot) = (r.get(4)?, r.get(5)?);
    let moments = Moments { code_tot, geldig_tot, aangenomen_op: r.get(6)?, geeindigd_op: r.get(7)? };
    Ok(Found {
        id: r.get::<Uuid>(0)?.into(),
        organisatie: r.get(1)?,
        gever: r.get(2)?,
        gemachtigde: r.get(3)?,
        moments,
        gegeven_op: r.get(8)?,
        data_key: r.get(9)?,
        sealed: r.get(10)?,
    })
}

impl Found {
    /// Opens what is sealed.
    pub async fn open(&self, op: &mut Op<'_>) -> Result<(DataKey, Content)> {
        let key = DataKey::find(op, self.data_key).await?;
        let content = key.open(CONTENT, &self.sealed)?;
        let content = serde_json::from_slice(&content).map_err(|e| Error::Internal(e.to_string()))?;
        Ok((key, content))
    }

    /// As this side may see it.
    pub async fn view(&self, op: &mut Op<'_>, side: Side) -> Result<Machtiging> {
        let (_, content) = self.open(op).await?;
        let stand = self.moments.stand(op.now());
        let words = matches!((side, stand), (Side::Gever, Stand::Aangeboden(_)));
        Ok(Machtiging {
            code: content.code.filter(|_| words).and_then(|code| FollowCode::from_bytes(&code)),
            id: self.id,
            gever: content.gever_naam,
            bedoeld_voor: content.bedoeld_voor,
            gemachtigde: content.gemachtigde_naam,
            diensten: content.diensten,
            gegeven_op: self.gegeven_op,
            geldig_tot: self.moments.geldig_tot,
            stand,
        })
    }
}

fn sealed(op: &Op<'_>, key: &DataKey, content: &Content) -> Result<Vec<u8>> {
    let bytes = serde_json::to_vec(content).map_err(|e| Error::Internal(e.to_string()))?;
    key.seal(op, CONTENT, &bytes)
}

/// Stores a new one, of this giver with this name.
pub(crate) async fn insert(
    op: &mut Op<'_>,
    (own, bsn, naam): (&[u8; 32], &Bsn, String),
    new: &NewMachtiging,
    code: &FollowCode,
) -> Result<Id<Machtiging>> {
    let (id, key) = (Id::<Machtiging>::new(), DataKey::create(op).await?);
    let content = Content {
        gever: bsn.expose().to_owned(),
        gever_naam: naam,
        bedoeld_voor: new.bedoeld_voor.as_str().to_owned(),
        diensten: new.diensten.clone(),
        gemachtigde: None,
        gemachtigde_naam: None,
        code: Some(*code.expose()),
    };
    let until = op.now().checked_add(OFFER).map_err(|e| Error::Internal(e.to_string()))?;
    let values: [Value; 9] = [
        id.uuid().into(),
        op.context().organisation.expose().into(),
        own.to_vec().into(),
        code.hash(op.keys())?.into(),
        until.into(),
        new.geldig_tot.into(),
        op.now().into(),
        key.id().into(),
        sealed(op, &key, &content)?.into(),
    ];
    let sql = "INSERT INTO machtiging (id, organisatie, gever_hash, code_hash, code_tot, geldig_tot, gegeven_op, data_key, sealed) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    op.exec(sql, &values).await?;
    Ok(id)
}

pub(crate) async fn by_id(op: &mut Op<'_>, id: Id<Machtiging>) -> Result<Found> {
    op.one(&format!("SELECT {COLUMNS} FROM machtiging WHERE id = $1"), &[id.uuid().into()], read).await
}

/// Errors: `NotFound` for words that were used, or of nothing.
pub(crate) async fn by_code(op: &mut Op<'_>, code: &FollowCode) -> Result<Found> {
    let sql = format!("SELECT {COLUMNS} FROM machtiging WHERE code_hash = $1");
    op.one(&sql, &[code.hash(op.keys())?.into()], read).await
}

/// Which side of it.
#[derive(Clone, Copy)]
pub(crate) enum Side {
    Gever,
    Gemachtigde,
}

/// All of this party, the newest first; some hundreds at most.
pub(crate) async fn of(op: &mut Op<'_>, side: Side, party: &[u8; 32]) -> Result<Vec<Found>> {
    let column = match side {
        Side::Gever => "gever_hash",
        Side::Gemachtigde => "gemachtigde_hash",
    };
    let sql = format!("SELECT {COLUMNS} FROM machtiging WHERE {column} = $1 ORDER BY id DESC LIMIT 300");
    op.rows(&sql, &[party.to_vec().into()], read).await
}

/// It is accepted by this person, and its words are used up. Errors: `Conflict` when somebody was before.
pub(crate) async fn accept(op: &mut Op<'_>, found: &Found, (own, bsn, naam): (&[u8; 32], &Bsn, String)) -> Result<()> {
    let (key, content) = found.open(op).await?;
    let content = Content { gemachtigde: Some(bsn.expose().to_owned()), gemachtigde_naam: Some(naam), code: None, ..content };
    let values: [Value; 4] = [own.to_vec().into(), op.now().into(), sealed(op, &key, &content)?.into(), found.id.uuid().into()];
    let sql = "UPDATE machtiging SET gemachtigde_hash = $1, aangenomen_op = $2, sealed = $3, code_hash = NULL \
               WHERE id = $4 AND aangenomen_op IS NULL AND geeindigd_op IS NULL";
    if op.exec(sql, &values).await? == 0 { Err(Error::Conflict("machtiging")) } else { Ok(()) }
}

pub(crate) async fn end(op: &mut Op<'_>, id: Id<Machtiging>) -> Result<()> {
    let sql = "UPDATE machtiging SET geeindigd_op = $1, code_hash = NULL WHERE id = $2 AND geeindigd_op IS NULL";
    op.exec(sql, &[op.now().into(), id.uuid().into()]).await.map(drop)
}

/// Takes away what nobody accepted in time and what was over long enough, with its key. Gives which, and whose it was.
pub(crate) async fn take_old(op: &mut Op<'_>) -> Result<Vec<Found>> {
    let long_ago = op.now().checked_sub(KEPT).map_err(|e| Error::Internal(e.to_string()))?;
    let sql = format!(
        "DELETE FROM machtiging WHERE id IN (SELECT id FROM machtiging WHERE (aangenomen_op IS NULL AND code_tot <= $1) \
         OR geldig_tot < $2 OR geeindigd_op < $3 ORDER BY id LIMIT $4) RETURNING {COLUMNS}"
    );
    let values: [Value; 4] = [op.now().into(), dutch_date(long_ago).into(), long_ago.into(), BATCH.into()];
    let gone = op.rows(&sql, &values, read).await?;
    for found in &gone {
        DataKey::destroy(op, found.data_key).await?;
    }
    Ok(gone)
}
