//! SQL of questions, and nothing else.
pub(super) mod berichten;
pub(super) mod destroy;
pub(super) mod mine;
pub(super) mod notities;

use super::{Soort, Stand, Steller, Vraag, VraagBericht, VraagView, destroy::due_date};
use access::{Browser, DataKey, Error, FollowCode, Op, Result};
use jiff::{SignedDuration, Timestamp, civil::Date};
use store::{Row, Value};
use uuid::Uuid;
use values::{Doorzending, Id, Language, Oin, dutch_date};

const STELLER: &str = "vraag.steller";
/// Within this time the same words are the same message.
const AGAIN: SignedDuration = SignedDuration::from_mins(1);
const TEKST: &str = "vraag_bericht.tekst";

type Read<T> = std::result::Result<T, store::Error>;

const VRAAG: &str = "SELECT id, organisatie, nummer, eerst_ontvangen_op, antwoord_voor, stand, uniforme_productnaam, taal, data_key, \
                     party_hash, uiterlijk_op, soort, onderwerp, vestiging_hash, zaak, bezwaar_tot FROM vraag";

fn read(r: &Row<'_>) -> Read<Vraag> {
    let stand: String = r.get(5)?;
    Ok(Vraag {
        id: Id::from(r.get::<Uuid>(0)?),
        organisatie: r.get(1)?,
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
        party: r.get(9)?,
        uiterlijk_op: r.get(10)?,
        soort: soort(r, (11, 12), (14, 15))?,
        vestiging: r.get(13)?,
    })
}

/// The kind, of its columns: word and subject, zaak and last day to object.
fn soort(r: &Row<'_>, (word, onderwerp): (usize, usize), (zaak, tot): (usize, usize)) -> Read<Soort> {
    let over = (r.get::<Option<Uuid>>(zaak)?, r.get::<Option<Date>>(tot)?);
    Soort::of_row(&r.get::<String>(word)?, r.get::<Option<String>>(onderwerp)?.as_deref(), over)
        .ok_or_else(|| store::Error::Internal("unknown soort".into()))
}

pub(super) async fn vraag(op: &mut Op<'_>, id: Id<Vraag>) -> Result<Vraag> {
    op.one(&format!("{VRAAG} WHERE id = $1"), &[id.uuid().into()], read).await
}

/// Nobody else moves it, sends it on or writes in it until this operation is done. Gives it as it is now: what is decided is decided on that.
/// Errors: `Conflict` when somebody sent it on since it was read.
pub(super) async fn hold(op: &mut Op<'_>, read: &Vraag) -> Result<Vraag> {
    let sql = "UPDATE vraag SET organisatie = organisatie WHERE id = $1 AND organisatie = $2";
    moved(op.exec(sql, &[read.id.uuid().into(), read.organisatie.expose().into()]).await?)?;
    vraag(op, read.id).await
}

/// What is about this zaak. Ids are ordered by time.
pub(super) async fn over_zaak(op: &mut Op<'_>, zaak: Uuid) -> Result<Vec<Vraag>> {
    op.rows(&format!("{VRAAG} WHERE zaak = $1 ORDER BY id"), &[zaak.into()], read).await
}

/// As `Vraag::bites`.
const BITES: &str = "CASE WHEN zaak IS NOT NULL OR uiterlijk_op < antwoord_voor THEN COALESCE(uiterlijk_op, antwoord_voor) \
                     ELSE antwoord_voor END";
/// As `Vraag::waits`.
const WAITS: &str = "(stand = 'open' OR (stand = 'beantwoord' AND zaak IS NOT NULL))";

pub(super) async fn waiting(op: &mut Op<'_>, after: Option<(Date, Uuid)>, most: usize) -> Result<Vec<Vraag>> {
    let (date, id) = after.unwrap_or((Date::constant(1, 1, 1), Uuid::nil()));
    let values: [Value; 3] = [op.context().organisation.expose().into(), date.into(), id.into()];
    let sql =
        format!("{VRAAG} WHERE organisatie = $1 AND {WAITS} AND ({BITES}, id) > ($2, $3) ORDER BY {BITES}, id LIMIT {most}");
    op.rows(&sql, &values, read).await
}

/// Invariant: what a party asked, no browser opens by itself (test `what_was_asked_signed_in_no_browser_opens_by_itself`).
pub(super) async fn opens(op: &mut Op<'_>, id: Id<Vraag>, browser: &Browser) -> Result<bool> {
    let vraag = match vraag(op, id).await {
        Err(Error::NotFound) => return Ok(false),
        found => found?,
    };
    if vraag.party.is_some() {
        return op.is_the_partys(&vraag);
    }
    let sql = "SELECT browser_hash FROM vraag WHERE id = $1";
    Ok(op.one(sql, &[id.uuid().into()], |r| r.get::<Vec<u8>>(0)).await? == browser.hash(op.keys())?)
}

/// Stores a new question; `false` when another one has its number. Errors: `Conflict` when it is there already.
pub(super) async fn insert(
    op: &mut Op<'_>,
    key: &DataKey,
    vraag: &Vraag,
    (steller, code, browser): (&Steller, &FollowCode, &Browser),
) -> Result<bool> {
    let values: [Value; 19] = [
        vraag.id.uuid().into(),
        vraag.organisatie.expose().into(),
        vraag.nummer.as_str().into(),
        vraag.eerst_ontvangen_op.into(),
        vraag.antwoord_voor.into(),
        vraag.stand.word().into(),
        vraag.product.clone().into(),
        vraag.taal.code().into(),
        key.id().into(),
        seal(op, key, steller)?.into(),
        browser.hash(op.keys())?.into(),
        code.hash(op.keys())?.into(),
        vraag.party.clone().into(),
        vraag.uiterlijk_op.into(),
        vraag.soort.word().into(),
        vraag.soort.onderwerp().into(),
        vraag.vestiging.clone().into(),
        vraag.soort.over().map(|over| over.zaak).into(),
        vraag.soort.bezwaar_tot().into(),
    ];
    let sql = "INSERT INTO vraag (id, organisatie, nummer, eerst_ontvangen_op, antwoord_voor, stand, uniforme_productnaam, taal, data_key, \
               steller_sealed, browser_hash, volgcode_hash, party_hash, uiterlijk_op, soort, onderwerp, vestiging_hash, zaak, bezwaar_tot) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) ON CONFLICT DO NOTHING";
    if op.exec(sql, &values).await? > 0 {
        return Ok(true);
    }
    let sql = "SELECT id FROM vraag WHERE nummer = $1";
    let taken = !op.rows(sql, &[vraag.nummer.as_str().into()], |r| r.get::<Uuid>(0)).await?.is_empty();
    if taken { Ok(false) } else { Err(Error::Conflict("vraag")) }
}

fn seal(op: &Op<'_>, key: &DataKey, steller: &Steller) -> Result<Vec<u8>> {
    let plain = serde_json::to_vec(steller).map_err(|e| Error::Internal(e.to_string()))?;
    key.seal(op, STELLER, &plain)
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

/// What `van` wrote (`persoon`, `organisatie`) was read by the other, now when it was not before.
pub(super) async fn mark_read(op: &mut Op<'_>, id: Id<Vraag>, van: &str) -> Result<()> {
    let sql = "UPDATE vraag_bericht SET gelezen_op = $1 WHERE vraag = $2 AND van = $3 AND gelezen_op IS NULL";
    op.exec(sql, &[op.now().into(), id.uuid().into(), van.into()]).await.map(drop)
}

/// From `vraag`, as it was read, to this stand and this date, and until when it is kept. Errors: `Conflict` when somebody moved it meanwhile.
pub(super) async fn set_stand(op: &mut Op<'_>, vraag: &Vraag, (stand, antwoord_voor): (Stand, Date)) -> Result<()> {
    let sql = "UPDATE vraag SET stand = $1, antwoord_voor = $2, archiefactiedatum = $3 WHERE id = $4 AND organisatie = $5 AND stand = $6";
    let values: [Value; 6] = [
        stand.word().into(),
        antwoord_voor.into(),
        due_date(vraag.soort.word(), stand, op.today()).into(),
        vraag.id.uuid().into(),
        vraag.organisatie.expose().into(),
        vraag.stand.word().into(),
    ];
    moved(op.exec(sql, &values).await?)
}

fn moved(rows: u64) -> Result<()> {
    if rows > 0 { Ok(()) } else { Err(Error::Conflict("vraag")) }
}

/// `vraag` as it was, and as it is `there`.
pub(super) async fn forward(op: &mut Op<'_>, vraag: &Vraag, there: &Vraag) -> Result<()> {
    let values: [Value; 6] = [
        Uuid::now_v7().into(),
        vraag.id.uuid().into(),
        vraag.organisatie.expose().into(),
        there.organisatie.expose().into(),
        received_here(op, vraag).await?.into(),
        op.now().into(),
    ];
    let sql =
        "INSERT INTO vraag_doorzending (id, vraag, van, naar, ontvangen_op, doorgezonden_op) VALUES ($1, $2, $3, $4, $5, $6)";
    op.exec(sql, &values).await?;
    let values: [Value; 9] = [
        there.organisatie.expose().into(),
        there.antwoord_voor.into(),
        there.stand.word().into(),
        there.party.clone().into(),
        there.uiterlijk_op.into(),
        there.id.uuid().into(),
        vraag.organisatie.expose().into(),
        vraag.stand.word().into(),
        there.vestiging.clone().into(),
    ];
    // The other must move: it is kept.
    let sql = "UPDATE vraag SET organisatie = $1, antwoord_voor = $2, stand = $3, party_hash = $4, uiterlijk_op = $5, \
               vestiging_hash = $9, archiefactiedatum = NULL WHERE id = $6 AND organisatie = $7 AND stand = $8";
    moved(op.exec(sql, &values).await?)
}

/// The day on which this organisation first received it; `None` when it never had it.
pub(super) async fn first_receipt(op: &mut Op<'_>, vraag: &Vraag, there: &Oin) -> Result<Option<Date>> {
    let all = doorzendingen(op, vraag.id).await?;
    let at = match all.first() {
        Some(first) if first.van == *there => Some(vraag.eerst_ontvangen_op),
        _ => all.iter().find(|sent_on| sent_on.naar == *there).map(|sent_on| sent_on.doorgezonden_op),
    };
    Ok(at.map(dutch_date))
}

/// Where it was sent on to, the oldest first.
async fn doorzendingen(op: &mut Op<'_>, id: Id<Vraag>) -> Result<Vec<Doorzending>> {
    let sql = "SELECT van, naar, ontvangen_op, doorgezonden_op FROM vraag_doorzending WHERE vraag = $1 ORDER BY id";
    op.rows(sql, &[id.uuid().into()], sent_on).await
}

/// The question of this number that the organisation of the operation sent on, and where it last did. Errors: `NotFound` for another.
pub(super) async fn from_here(op: &mut Op<'_>, number: &str) -> Result<(Id<Vraag>, Doorzending)> {
    let sql = "SELECT d.van, d.naar, d.ontvangen_op, d.doorgezonden_op, v.id FROM vraag_doorzending d JOIN vraag v ON v.id = d.vraag \
               WHERE v.nummer = $1 AND d.van = $2 ORDER BY d.id DESC LIMIT 1";
    let values: [Value; 2] = [number.into(), op.context().organisation.expose().into()];
    op.one(sql, &values, |r| Ok((Id::from(r.get::<Uuid>(4)?), sent_on(r)?))).await
}

fn sent_on(r: &Row<'_>) -> Read<Doorzending> {
    Ok(Doorzending { van: r.get(0)?, naar: r.get(1)?, ontvangen_op: r.get(2)?, doorgezonden_op: r.get(3)? })
}

/// When the organisation that has it now received it.
async fn received_here(op: &mut Op<'_>, vraag: &Vraag) -> Result<Timestamp> {
    let sql = "SELECT doorgezonden_op FROM vraag_doorzending WHERE vraag = $1 ORDER BY id DESC LIMIT 1";
    let last = op.rows(sql, &[vraag.id.uuid().into()], |r| r.get(0)).await?.pop();
    Ok(last.unwrap_or(vraag.eerst_ontvangen_op))
}

pub(super) async fn by_code(op: &mut Op<'_>, hash: Vec<u8>) -> Result<(Id<Vraag>, Oin)> {
    // Of what needs a party no words were handed out.
    let sql = "SELECT id, organisatie FROM vraag WHERE volgcode_hash = $1 AND soort NOT IN ('correctie', 'bezwaar')";
    op.one(sql, &[hash.into()], |r| Ok((Id::from(r.get::<Uuid>(0)?), r.get(1)?))).await
}

pub(super) async fn by_number(op: &mut Op<'_>, number: &str) -> Result<Id<Vraag>> {
    let values: [Value; 2] = [number.into(), op.context().organisation.expose().into()];
    op.one("SELECT id FROM vraag WHERE nummer = $1 AND organisatie = $2", &values, |r| Ok(Id::from(r.get::<Uuid>(0)?))).await
}

/// The number of each.
pub(super) const NUMBERS: &str = "SELECT id, nummer FROM vraag";

pub(super) async fn steller(op: &mut Op<'_>, key: &DataKey, id: Id<Vraag>) -> Result<Steller> {
    let sealed = op.one("SELECT steller_sealed FROM vraag WHERE id = $1", &[id.uuid().into()], |r| r.get::<Vec<u8>>(0)).await?;
    serde_json::from_slice(&key.open(STELLER, &sealed)?).map_err(|e| Error::Internal(e.to_string()))
}

async fn berichten(op: &mut Op<'_>, key: &DataKey, id: Id<Vraag>) -> Result<Vec<VraagBericht>> {
    let sql = "SELECT van, op, tekst_sealed, gelezen_op FROM vraag_bericht WHERE vraag = $1 ORDER BY id";
    let read = |r: &Row<'_>| Ok((r.get::<String>(0)?, r.get(1)?, r.get::<Vec<u8>>(2)?, r.get(3)?));
    let rows = op.rows(sql, &[id.uuid().into()], read).await?;
    let open = |(van, at, sealed, gelezen_op): (String, Timestamp, Vec<u8>, Option<Timestamp>)| {
        Ok(VraagBericht { van_organisatie: van == "organisatie", op: at, tekst: text(key, TEKST, &sealed)?, gelezen_op })
    };
    rows.into_iter().map(open).collect()
}

fn text(key: &DataKey, place: &str, sealed: &[u8]) -> Result<String> {
    String::from_utf8(key.open(place, sealed)?).map_err(|_| Error::Internal(format!("{place} is no text")))
}

/// Was it less than a minute ago?
pub(super) fn is_again(op: &Op<'_>, at: Timestamp) -> bool {
    op.now().duration_since(at).abs() < AGAIN
}

/// Did this side write the same words less than a minute ago? Then the form was sent twice. Ask while the question is held.
pub(super) async fn just_written(
    op: &mut Op<'_>,
    key: &DataKey,
    id: Id<Vraag>,
    (van_organisatie, tekst): (bool, &str),
) -> Result<bool> {
    let sql = "SELECT op, tekst_sealed FROM vraag_bericht WHERE vraag = $1 AND van = $2 ORDER BY id DESC LIMIT 1";
    let read = |r: &Row<'_>| Ok((r.get::<Timestamp>(0)?, r.get::<Vec<u8>>(1)?));
    let van = if van_organisatie { "organisatie" } else { "persoon" };
    let Some((at, sealed)) = op.rows(sql, &[id.uuid().into(), van.into()], read).await?.pop() else { return Ok(false) };
    Ok(is_again(op, at) && key.open(TEKST, &sealed)? == tekst.as_bytes())
}

pub(super) async fn view(op: &mut Op<'_>, vraag: Vraag) -> Result<VraagView> {
    let key = DataKey::find(op, vraag.data_key).await?;
    let code = steller(op, &key, vraag.id).await?.code;
    let berichten = berichten(op, &key, vraag.id).await?;
    let doorzendingen = doorzendingen(op, vraag.id).await?;
    Ok(VraagView { vraag, berichten, doorzendingen, code })
}
