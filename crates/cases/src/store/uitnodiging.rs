//! SQL of invitations.
use crate::{Gegeven, NewUitnodiging, Uitnodiging, Zaak};
use access::{Browser, DataKey, Error, FollowCode, Op, Result};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use store::{Row, Value, places};
use uuid::Uuid;
use values::{Id, Oin};

/// The places to which who is invited and what she gave are bound.
const GENODIGDE: &str = "zaak_uitnodiging.genodigde";
const GEGEVEN: &str = "zaak_uitnodiging.gegeven";

/// What is sealed of who is invited.
#[derive(Serialize, Deserialize)]
struct Genodigde {
    naam: String,
    namens: String,
}

pub(crate) async fn insert(op: &mut Op<'_>, zaak: &Zaak, new: &NewUitnodiging, code: &FollowCode) -> Result<Id<Uitnodiging>> {
    let key = DataKey::find(op, zaak.data_key).await?;
    let genodigde = Genodigde { naam: new.naam.clone(), namens: new.namens.clone() };
    let id = Id::<Uitnodiging>::new();
    let values: [Value; 7] = [
        id.uuid().into(),
        zaak.id.uuid().into(),
        new.doel.as_str().into(),
        new.vraag.as_str().into(),
        code.hash(op.keys())?.into(),
        op.now().into(),
        key.seal(op, GENODIGDE, &json(&genodigde)?)?.into(),
    ];
    let sql = "INSERT INTO zaak_uitnodiging (id, zaak, doel, vraag, code_hash, gevraagd_op, genodigde_sealed) \
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    op.exec(sql, &values).await?;
    Ok(id)
}

fn json(content: &impl Serialize) -> Result<Vec<u8>> {
    serde_json::to_vec(content).map_err(|e| Error::Internal(e.to_string()))
}

const SELECT: &str = "SELECT u.id, u.zaak, z.organisatie, t.identificatie, u.vraag, u.doel, u.gevraagd_op, u.gegeven_op, \
                      z.einddatum, u.gever_hash, z.data_key, u.genodigde_sealed \
                      FROM zaak_uitnodiging u JOIN zaak z ON z.id = u.zaak JOIN zaaktype t ON t.id = z.zaaktype WHERE ";

/// An invitation of which who is invited is still sealed.
type Found = (Uitnodiging, Vec<u8>);

fn read(r: &Row<'_>) -> std::result::Result<Found, store::Error> {
    let found = Uitnodiging {
        id: r.get::<Uuid>(0)?.into(),
        zaak: r.get::<Uuid>(1)?.into(),
        organisatie: r.get::<Oin>(2)?,
        service: r.get(3)?,
        vraag: r.get(4)?,
        doel: r.get(5)?,
        naam: String::new(),
        namens: String::new(),
        gevraagd_op: r.get::<Timestamp>(6)?,
        gegeven_op: r.get(7)?,
        open: r.get::<Option<Date>>(8)?.is_none(),
        gever: r.get(9)?,
        data_key: r.get(10)?,
    };
    Ok((found, r.get(11)?))
}

async fn select(op: &mut Op<'_>, which: &str, values: &[Value]) -> Result<Vec<Uitnodiging>> {
    let rows = op.rows(&format!("{SELECT}{which}"), values, read).await?;
    let mut all = Vec::with_capacity(rows.len());
    for (found, sealed) in rows {
        let plain = DataKey::find(op, found.data_key).await?.open(GENODIGDE, &sealed)?;
        let Genodigde { naam, namens } =
            serde_json::from_slice(&plain).map_err(|_| Error::Internal("an invitation can't be read".into()))?;
        all.push(Uitnodiging { naam, namens, ..found });
    }
    Ok(all)
}

pub(crate) async fn by_code(op: &mut Op<'_>, code: &FollowCode) -> Result<Uitnodiging> {
    let hash = code.hash(op.keys())?;
    select(op, "u.code_hash = $1", &[hash.into()]).await?.pop().ok_or(Error::NotFound)
}

pub(crate) async fn by_id(op: &mut Op<'_>, id: Id<Uitnodiging>) -> Result<Uitnodiging> {
    select(op, "u.id = $1", &[id.uuid().into()]).await?.pop().ok_or(Error::NotFound)
}

/// Those of a zaak, in the order in which they were named.
pub(crate) async fn of_zaak(op: &mut Op<'_>, zaak: &Zaak) -> Result<Vec<Uitnodiging>> {
    select(op, "u.zaak = $1 ORDER BY u.id", &[zaak.id.uuid().into()]).await
}

/// Those to which a party with one of these hashes gave, the newest first.
pub(crate) async fn of_givers(op: &mut Op<'_>, hashes: &[[u8; 32]]) -> Result<Vec<Uitnodiging>> {
    if hashes.is_empty() {
        return Ok(vec![]);
    }
    let which = format!("u.gever_hash IN ({}) ORDER BY u.id DESC LIMIT 300", places(1, hashes.len()));
    let values: Vec<Value> = hashes.iter().map(|hash| Value::from(hash.to_vec())).collect();
    select(op, &which, &values).await
}

pub(crate) async fn set_code(op: &mut Op<'_>, id: Id<Uitnodiging>, code: &FollowCode) -> Result<()> {
    let values: [Value; 2] = [code.hash(op.keys())?.into(), id.uuid().into()];
    op.exec("UPDATE zaak_uitnodiging SET code_hash = $1 WHERE id = $2 AND gegeven_op IS NULL", &values).await.map(drop)
}

/// In which browser one goes on with it.
pub(crate) async fn set_browser(op: &mut Op<'_>, id: Id<Uitnodiging>, browser: Option<&Browser>) -> Result<()> {
    let hash = browser.map(|browser| browser.hash(op.keys())).transpose()?;
    let sql = "UPDATE zaak_uitnodiging SET browser_hash = $1 WHERE id = $2 AND gegeven_op IS NULL";
    op.exec(sql, &[hash.into(), id.uuid().into()]).await.map(drop)
}

/// Does one go on with it in this browser?
pub(crate) async fn is_opened_in(op: &mut Op<'_>, id: Id<Uitnodiging>, browser: &Browser) -> Result<bool> {
    let sql = "SELECT id FROM zaak_uitnodiging WHERE id = $1 AND browser_hash = $2";
    let values: [Value; 2] = [id.uuid().into(), browser.hash(op.keys())?.into()];
    Ok(!op.rows(sql, &values, |r| r.get::<Uuid>(0)).await?.is_empty())
}

/// It is given by the party of `thing`. Errors: `Conflict` when it was before.
pub(crate) async fn give(op: &mut Op<'_>, thing: &Uitnodiging, gegeven: &Gegeven) -> Result<()> {
    let key = DataKey::find(op, thing.data_key).await?;
    let values: [Value; 4] =
        [op.now().into(), thing.gever.clone().into(), key.seal(op, GEGEVEN, &json(gegeven)?)?.into(), thing.id.uuid().into()];
    let sql =
        "UPDATE zaak_uitnodiging SET gegeven_op = $1, gever_hash = $2, gegeven_sealed = $3 WHERE id = $4 AND gegeven_op IS NULL";
    if op.exec(sql, &values).await? == 0 { Err(Error::Conflict("uitnodiging")) } else { Ok(()) }
}

/// What was given, if anything.
pub(crate) async fn gegeven(op: &mut Op<'_>, of: &Uitnodiging) -> Result<Option<Gegeven>> {
    let sql = "SELECT gegeven_sealed FROM zaak_uitnodiging WHERE id = $1 AND gegeven_sealed IS NOT NULL";
    let Some(sealed) = op.rows(sql, &[of.id.uuid().into()], |r| r.get::<Vec<u8>>(0)).await?.pop() else { return Ok(None) };
    let plain = DataKey::find(op, of.data_key).await?.open(GEGEVEN, &sealed)?;
    serde_json::from_slice(&plain).map(Some).map_err(|_| Error::Internal("what was given can't be read".into()))
}

pub(crate) async fn set_gever(op: &mut Op<'_>, id: Id<Uitnodiging>, hash: Vec<u8>) -> Result<()> {
    op.exec("UPDATE zaak_uitnodiging SET gever_hash = $1 WHERE id = $2", &[hash.into(), id.uuid().into()]).await.map(drop)
}

/// Takes those of a zaak away; gives their ids.
pub(crate) async fn take_all(op: &mut Op<'_>, zaak: &Zaak) -> Result<Vec<Uuid>> {
    op.rows("DELETE FROM zaak_uitnodiging WHERE zaak = $1 RETURNING id", &[zaak.id.uuid().into()], |r| r.get(0)).await
}
