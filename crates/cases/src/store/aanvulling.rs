//! SQL of what a person was asked, and of the times in which the term of a decision stood still.
use super::text;
use crate::{NIET_IN_BEHANDELING, Opschorting, Taak, Verzoek, Zaak, buiten_behandeling::Gelegenheid};
use access::{DataKey, Op, Result};
use jiff::{Timestamp, civil::Date};
use store::{Row, Value, places};
use uuid::Uuid;
use values::Id;

/// The place to which what was asked is bound.
const GEVRAAGD: &str = "zaak_taak.gevraagd";

/// The task; gives its id.
pub(crate) async fn insert(op: &mut Op<'_>, key: &DataKey, zaak: Id<Zaak>, verzoek: &Verzoek) -> Result<Uuid> {
    let taak = Uuid::now_v7();
    let sealed = key.seal(op, GEVRAAGD, verzoek.gevraagd.as_str().as_bytes())?;
    let values: [Value; 5] = [taak.into(), zaak.uuid().into(), op.now().into(), verzoek.uiterlijk.into(), sealed.into()];
    let sql = "INSERT INTO zaak_taak (id, zaak, gevraagd_op, uiterlijk, gevraagd_sealed) VALUES ($1, $2, $3, $4, $5)";
    op.exec(sql, &values).await?;
    Ok(taak)
}

/// The suspension that comes with a task.
pub(crate) async fn suspend(op: &mut Op<'_>, zaak: Id<Zaak>, taak: Uuid, verzoek: &Verzoek) -> Result<()> {
    let values: [Value; 5] =
        [Uuid::now_v7().into(), zaak.uuid().into(), taak.into(), op.today().into(), verzoek.uiterlijk.into()];
    let sql = "INSERT INTO zaak_opschorting (id, zaak, taak, grond, sinds, tot) VALUES ($1, $2, $3, 'aanvulling', $4, $5)";
    op.exec(sql, &values).await.map(drop)
}

/// It was done; the suspension ended with it, unless its time had passed before.
pub(crate) async fn fulfil(op: &mut Op<'_>, taak: Uuid) -> Result<()> {
    op.exec("UPDATE zaak_taak SET vervuld_op = $1 WHERE id = $2", &[op.now().into(), taak.into()]).await?;
    end_suspension(op, taak).await
}

/// It was asked by mistake; the suspension ended with it, unless its time had passed before.
pub(crate) async fn withdraw(op: &mut Op<'_>, taak: Uuid) -> Result<()> {
    op.exec("UPDATE zaak_taak SET ingetrokken_op = $1 WHERE id = $2", &[op.now().into(), taak.into()]).await?;
    end_suspension(op, taak).await
}

async fn end_suspension(op: &mut Op<'_>, taak: Uuid) -> Result<()> {
    let values: [Value; 2] = [op.today().into(), taak.into()];
    op.exec("UPDATE zaak_opschorting SET tot = $1 WHERE taak = $2 AND tot > $1", &values).await.map(drop)
}

/// The last day of the law, and the date that bites.
pub(crate) async fn set_last_day(op: &mut Op<'_>, zaak: Id<Zaak>, (day, werkdatum): (Date, Date)) -> Result<()> {
    let sql = "UPDATE zaak SET uiterlijke_einddatum_afdoening = $1, werkdatum = $2 WHERE id = $3";
    op.exec(sql, &[day.into(), werkdatum.into(), zaak.uuid().into()]).await.map(drop)
}

pub(crate) async fn taken(op: &mut Op<'_>, key: &DataKey, zaak: Id<Zaak>) -> Result<Vec<Taak>> {
    type Found = (Uuid, Timestamp, Date, [Option<Timestamp>; 2], Vec<u8>);
    let read = |r: &Row<'_>| -> std::result::Result<Found, store::Error> {
        Ok((r.get(0)?, r.get(1)?, r.get(2)?, [r.get(3)?, r.get(4)?], r.get(5)?))
    };
    let sql = "SELECT id, gevraagd_op, uiterlijk, vervuld_op, ingetrokken_op, gevraagd_sealed FROM zaak_taak WHERE zaak = $1 ORDER BY id";
    let rows = op.rows(sql, &[zaak.uuid().into()], read).await?;
    rows.into_iter()
        .map(|(id, gevraagd_op, uiterlijk, [vervuld_op, ingetrokken_op], sealed)| {
            Ok(Taak { id, gevraagd: text(key, GEVRAAGD, &sealed)?, gevraagd_op, uiterlijk, vervuld_op, ingetrokken_op })
        })
        .collect()
}

/// The opportunities to supplement that the organisation that has these zaken now gave and did not take back, where an application can be left
/// unhandled within a term of law.
pub(crate) async fn gelegenheden(op: &mut Op<'_>, zaken: &[Id<Zaak>]) -> Result<Vec<(Id<Zaak>, Gelegenheid)>> {
    if zaken.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT k.zaak, k.uiterlijk, k.vervuld_op FROM zaak_taak k JOIN zaak z ON z.id = k.zaak JOIN zaaktype t ON t.id = z.zaaktype \
         WHERE k.ingetrokken_op IS NULL AND t.doorlooptijd IS NOT NULL \
         AND EXISTS (SELECT 1 FROM resultaattype y WHERE y.zaaktype = t.id AND y.omschrijving = $1) \
         AND k.gevraagd_op >= COALESCE((SELECT d.doorgezonden_op FROM zaak_doorzending d WHERE d.zaak = z.id ORDER BY d.id DESC LIMIT 1), \
         z.ontvangen_op) AND k.zaak IN ({})",
        places(2, zaken.len())
    );
    let values: Vec<Value> =
        std::iter::once(Value::from(NIET_IN_BEHANDELING)).chain(zaken.iter().map(|id| id.uuid().into())).collect();
    let read = |r: &Row<'_>| -> std::result::Result<_, store::Error> {
        Ok((Id::from(r.get::<Uuid>(0)?), Gelegenheid { uiterlijk: r.get(1)?, vervuld_op: r.get(2)? }))
    };
    op.rows(&sql, &values, read).await
}

pub(crate) async fn opschortingen(op: &mut Op<'_>, zaak: Id<Zaak>) -> Result<Vec<Opschorting>> {
    let sql = "SELECT sinds, tot FROM zaak_opschorting WHERE zaak = $1 ORDER BY id";
    op.rows(sql, &[zaak.uuid().into()], |r| Ok(Opschorting { sinds: r.get(0)?, tot: r.get(1)? })).await
}
