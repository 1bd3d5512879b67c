//! SQL of questions, and nothing else.
use super::{Doorzending, NewVraag, Stand, Steller, Vraag, VraagBericht, VraagView};
use access::{Browser, DataKey, Error, FollowCode, Op, Result};
use jiff::{Timestamp, civil::Date};
use store::{Row, Value};
use uuid::Uuid;
use values::{Id, Language, Oin};

const STELLER: &str = "vraag.steller";
const TEKST: &str = "vraag_bericht.tekst";

type Read<T> = std::result::Result<T, store::Error>;

fn oin(text: &str) -> Read<Oin> {
    Oin::parse(text).map_err(|_| store::Error::Internal("an organisation without OIN".into()))
}

const VRAAG: &str =
    "SELECT id, organisatie, nummer, eerst_ontvangen_op, antwoord_voor, stand, uniforme_productnaam, taal, data_key FROM vraag";

fn read(r: &Row<'_>) -> Read<Vraag> {
    let stand: String = r.get(5)?;
    Ok(Vraag {
        id: Id::from(r.get::<Uuid>(0)?),
        organisatie: oin(&r.get::<String>(1)?)?,
        nummer: r.get(2)?,
        eerst_ontvangen_op: r.get(3)?,
        antwoord_voor: r.get(4)?,
        stand: Stand::ALL
            .into_iter()
            .find(|s| s.word() == stand)
            .ok_or_else(|| store::Error::Internal("unknown stand".into()))?,
        product: r.get(6)?,
        taal: Language::from_code(&r.get::<String>(7)?).unwrap_or_default(),
        data_key: r.get(8)?,
    })
}

pub(super) async fn vraag(op: &mut Op<'_>, id: Id<Vraag>) -> Result<Vraag> {
    op.one(&format!("{VRAAG} WHERE id = $1"), &[id.uuid().into()], read).await
}

pub(super) async fn waiting(op: &mut Op<'_>, after: Option<(Date, Uuid)>, most: usize) -> Result<Vec<Vraag>> {
    let (date, id) = after.unwrap_or((Date::constant(1, 1, 1), Uuid::nil()));
    let values: [Value; 3] = [op.context().organisation.expose().into(), date.into(), id.into()];
    let sql = format!(
        "{VRAAG} WHERE organisatie = $1 AND stand = 'open' AND (antwoord_voor, id) > ($2, $3) ORDER BY antwoord_voor, id LIMIT {most}"
    );
    op.rows(&sql, &values, read).await
}

pub(super) async fn is_of_browser(op: &mut Op<'_>, id: Id<Vraag>, browser: &Browser) -> Result<bool> {
    let hash = browser.hash(op.keys())?;
    let sql = "SELECT id FROM vraag WHERE id = $1 AND browser_hash = $2";
    Ok(!op.rows(sql, &[id.uuid().into(), hash.into()], |r| r.get::<Uuid>(0)).await?.is_empty())
}

/// Stores a new question; `false` when another one has its number. Errors: `Conflict` when it is there already.
pub(super) async fn insert(op: &mut Op<'_>, key: &DataKey, vraag: &Vraag, new: &NewVraag, code: &FollowCode) -> Result<bool> {
    let steller = Steller { email: new.email.as_ref().map(|e| e.as_str().to_owned()), code: *code.expose() };
    let steller = serde_json::to_vec(&steller).map_err(|e| Error::Internal(e.to_string()))?;
    let values: [Value; 12] = [
        vraag.id.uuid().into(),
        vraag.organisatie.expose().into(),
        vraag.nummer.as_str().into(),
        vraag.eerst_ontvangen_op.into(),
        vraag.antwoord_voor.into(),
        vraag.stand.word().into(),
        vraag.product.clone().into(),
        vraag.taal.code().into(),
        key.id().into(),
        key.seal(op, STELLER, &steller)?.into(),
        new.browser.hash(op.keys())?.into(),
        code.hash(op.keys())?.into(),
    ];
    let sql = "INSERT INTO vraag (id, organisatie, nummer, eerst_ontvangen_op, antwoord_voor, stand, uniforme_productnaam, taal, data_key, \
               steller_sealed, browser_hash, volgcode_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
               ON CONFLICT DO NOTHING";
    if op.exec(sql, &values).await? > 0 {
        return Ok(true);
    }
    let sql = "SELECT id FROM vraag WHERE nummer = $1";
    let taken = !op.rows(sql, &[vraag.nummer.as_str().into()], |r| r.get::<Uuid>(0)).await?.is_empty();
    if taken { Ok(false) } else { Err(Error::Conflict("vraag")) }
}

pub(super) async fn insert_bericht(
    op: &mut Op<'_>,
    key: &DataKey,
    id: Id<Vraag>,
    van_organisatie: bool,
    tekst: &str,
) -> Result<()> {
    let van = if van_organisatie { "organisatie" } else { "persoon" };
    let sealed = key.seal(op, TEKST, tekst.as_bytes())?;
    let values: [Value; 5] = [Uuid::now_v7().into(), id.uuid().into(), van.into(), op.now().into(), sealed.into()];
    op.exec("INSERT INTO vraag_bericht (id, vraag, van, op, tekst_sealed) VALUES ($1, $2, $3, $4, $5)", &values).await.map(drop)
}

pub(super) async fn set_stand(op: &mut Op<'_>, id: Id<Vraag>, stand: Stand) -> Result<()> {
    op.exec("UPDATE vraag SET stand = $1 WHERE id = $2", &[stand.word().into(), id.uuid().into()]).await.map(drop)
}

pub(super) async fn forward(op: &mut Op<'_>, vraag: &Vraag, to: &Oin, until: Date) -> Result<()> {
    let values: [Value; 6] = [
        Uuid::now_v7().into(),
        vraag.id.uuid().into(),
        vraag.organisatie.expose().into(),
        to.expose().into(),
        received_here(op, vraag).await?.into(),
        op.now().into(),
    ];
    let sql =
        "INSERT INTO vraag_doorzending (id, vraag, van, naar, ontvangen_op, doorgezonden_op) VALUES ($1, $2, $3, $4, $5, $6)";
    op.exec(sql, &values).await?;
    let values: [Value; 3] = [to.expose().into(), until.into(), vraag.id.uuid().into()];
    op.exec("UPDATE vraag SET organisatie = $1, antwoord_voor = $2, stand = 'open' WHERE id = $3", &values).await.map(drop)
}

/// When the organisation that has it now received it.
async fn received_here(op: &mut Op<'_>, vraag: &Vraag) -> Result<Timestamp> {
    let sql = "SELECT doorgezonden_op FROM vraag_doorzending WHERE vraag = $1 ORDER BY id DESC LIMIT 1";
    let last = op.rows(sql, &[vraag.id.uuid().into()], |r| r.get(0)).await?.pop();
    Ok(last.unwrap_or(vraag.eerst_ontvangen_op))
}

pub(super) async fn by_code(op: &mut Op<'_>, hash: Vec<u8>) -> Result<(Id<Vraag>, Oin)> {
    let sql = "SELECT id, organisatie FROM vraag WHERE volgcode_hash = $1";
    op.one(sql, &[hash.into()], |r| Ok((Id::from(r.get::<Uuid>(0)?), oin(&r.get::<String>(1)?)?))).await
}

pub(super) async fn by_number(op: &mut Op<'_>, number: &str) -> Result<Id<Vraag>> {
    let values: [Value; 2] = [number.into(), op.context().organisation.expose().into()];
    op.one("SELECT id FROM vraag WHERE nummer = $1 AND organisatie = $2", &values, |r| Ok(Id::from(r.get::<Uuid>(0)?))).await
}

pub(super) async fn steller(op: &mut Op<'_>, key: &DataKey, id: Id<Vraag>) -> Result<Steller> {
    let sealed = op.one("SELECT steller_sealed FROM vraag WHERE id = $1", &[id.uuid().into()], |r| r.get::<Vec<u8>>(0)).await?;
    serde_json::from_slice(&key.open(STELLER, &sealed)?).map_err(|e| Error::Internal(e.to_string()))
}

pub(super) async fn view(op: &mut Op<'_>, vraag: Vraag) -> Result<VraagView> {
    let id: Value = vraag.id.uuid().into();
    let key = DataKey::find(op, vraag.data_key).await?;
    let code = steller(op, &key, vraag.id).await?.code;
    let sql = "SELECT van, op, tekst_sealed FROM vraag_bericht WHERE vraag = $1 ORDER BY id";
    let rows = op.rows(sql, std::slice::from_ref(&id), |r| Ok((r.get::<String>(0)?, r.get(1)?, r.get::<Vec<u8>>(2)?))).await?;
    let mut berichten = Vec::with_capacity(rows.len());
    for (van, at, sealed) in rows {
        let tekst = String::from_utf8(key.open(TEKST, &sealed)?).map_err(|e| Error::Internal(e.to_string()))?;
        berichten.push(VraagBericht { van_organisatie: van == "organisatie", op: at, tekst });
    }
    let sql = "SELECT van, naar, ontvangen_op, doorgezonden_op FROM vraag_doorzending WHERE vraag = $1 ORDER BY id";
    let read = |r: &Row<'_>| {
        let (van, naar) = (oin(&r.get::<String>(0)?)?, oin(&r.get::<String>(1)?)?);
        Ok(Doorzending { van, naar, ontvangen_op: r.get(2)?, doorgezonden_op: r.get(3)? })
    };
    let doorzendingen = op.rows(sql, &[id], read).await?;
    Ok(VraagView { vraag, berichten, doorzendingen, code })
}
