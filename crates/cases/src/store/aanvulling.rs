//! SQL of what a person was asked, and of the times in which the term of a decision stood still.
use super::text;
use crate::{Opschorting, Taak, Verzoek, Zaak};
use access::{DataKey, Op, Result};
use jiff::{Timestamp, civil::Date};
use store::{Row, Value};
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

pub(crate) async fn opschortingen(op: &mut Op<'_>, zaak: Id<Zaak>) -> Result<Vec<Opschorting>> {
    let sql = "SELECT sinds, tot FROM zaak_opschorting WHERE zaak = $1 ORDER BY id";
    op.rows(sql, &[zaak.uuid().into()], |r| Ok(Opschorting { sinds: r.get(0)?, tot: r.get(1)? })).await
}
