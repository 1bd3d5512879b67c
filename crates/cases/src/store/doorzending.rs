//! SQL of what was sent on to another organisation.
use super::{add_status, close, notities::NOBODY, one_row};
use crate::Zaak;
use access::{Error, Op, Result};
use jiff::{Timestamp, civil::Date};
use store::{Row, Value};
use uuid::Uuid;
use values::{Doorzending, Id, Oin};

/// `zaak` as it was, and as it is `there`. Errors: `Conflict` when somebody moved or ended it meanwhile.
pub(crate) async fn move_to(op: &mut Op<'_>, zaak: &Zaak, there: &Zaak) -> Result<()> {
    let values: [Value; 6] = [
        Uuid::now_v7().into(),
        zaak.id.uuid().into(),
        zaak.organisatie.expose().into(),
        there.organisatie.expose().into(),
        received_here(op, zaak).await?.into(),
        op.now().into(),
    ];
    let sql = "INSERT INTO zaak_doorzending (id, zaak, van, naar, ontvangen_op, doorgezonden_op) VALUES ($1, $2, $3, $4, $5, $6)";
    op.exec(sql, &values).await?;
    let values: [Value; 9] = [
        there.organisatie.expose().into(),
        there.zaaktype.into(),
        there.omschrijving.as_str().into(),
        there.startdatum.into(),
        there.einddatum_gepland.into(),
        there.uiterlijke_einddatum_afdoening.into(),
        zaak.id.uuid().into(),
        zaak.organisatie.expose().into(),
        there.werkdatum.into(),
    ];
    let sql = "UPDATE zaak SET organisatie = $1, verantwoordelijke_organisatie = $1, zaaktype = $2, omschrijving = $3, startdatum = $4, \
               einddatum_gepland = $5, uiterlijke_einddatum_afdoening = $6, werkdatum = $9 WHERE id = $7 AND organisatie = $8 AND einddatum IS NULL";
    if op.exec(sql, &values).await? == 0 {
        return Err(Error::Conflict("zaak"));
    }
    add_status(op, there, 1).await?;
    roles(op, there).await?;
    signals(op, there).await?;
    documents(op, there).await
}

/// What nobody may miss goes along, but for what is about the organisation that had it; what colleagues wrote down stays.
async fn signals(op: &mut Op<'_>, there: &Zaak) -> Result<()> {
    let values: [Value; 3] = [there.organisatie.expose().into(), there.id.uuid().into(), NOBODY.into()];
    let sql = "UPDATE zaak_notitie SET organisatie = $1 WHERE zaak = $2 AND medewerker = $3 AND NOT alleen_hier";
    op.exec(sql, &values).await.map(drop)
}

/// Who takes part does so in the roltype of the same kind; the party is known by what it is known by there.
async fn roles(op: &mut Op<'_>, there: &Zaak) -> Result<()> {
    let sql = "UPDATE rol SET roltype = (SELECT n.id FROM roltype o JOIN roltype n ON n.omschrijving_generiek = o.omschrijving_generiek \
               WHERE o.id = rol.roltype AND n.zaaktype = $1) WHERE zaak = $2";
    op.exec(sql, &[there.zaaktype.into(), there.id.uuid().into()]).await?;
    let values: [Value; 3] = [there.party.clone().into(), there.vestiging.clone().into(), there.id.uuid().into()];
    let sql = "UPDATE rol SET betrokkene_hash = $1, vestiging_hash = $2 WHERE zaak = $3 AND betrokkene_hash IS NOT NULL";
    op.exec(sql, &values).await.map(drop)
}

async fn documents(op: &mut Op<'_>, there: &Zaak) -> Result<()> {
    let of = "SELECT informatieobject FROM zaakinformatieobject WHERE zaak = $1";
    for document in op.rows(of, &[there.id.uuid().into()], |r| r.get::<Uuid>(0)).await? {
        let values: [Value; 3] = [there.organisatie.expose().into(), there.zaaktype.into(), document.into()];
        let sql = "UPDATE enkelvoudiginformatieobject SET organisatie = $1, informatieobjecttype = \
                   (SELECT i.id FROM informatieobjecttype i JOIN zaaktype t ON t.catalogus = i.catalogus \
                   WHERE t.id = $2 AND i.omschrijving = 'Bijlage') WHERE id = $3";
        one_row(op.exec(sql, &values).await?, "enkelvoudiginformatieobject")?;
    }
    Ok(())
}

/// It ends with this resultaat, which a zaaktype gets when it is first needed: no handler chooses it, and it is kept as long as the others.
pub(crate) async fn end(op: &mut Op<'_>, zaak: &Zaak, resultaat: &str) -> Result<()> {
    let values: [Value; 3] = [Uuid::now_v7().into(), resultaat.into(), zaak.zaaktype.into()];
    let sql = "INSERT INTO resultaattype (id, zaaktype, omschrijving, archiefnominatie, archiefactietermijn) \
               SELECT $1, zaaktype, $2, archiefnominatie, archiefactietermijn FROM resultaattype WHERE zaaktype = $3 ORDER BY id LIMIT 1 \
               ON CONFLICT (zaaktype, omschrijving) DO NOTHING";
    op.exec(sql, &values).await?;
    close(op, zaak, resultaat).await
}

/// What the other asked holds no longer: tasks that were not done, and the times in which its term stood still. Tells whether there
/// was such a task.
pub(crate) async fn drop_tasks(op: &mut Op<'_>, zaak: Id<Zaak>) -> Result<bool> {
    op.exec("DELETE FROM zaak_opschorting WHERE zaak = $1", &[zaak.uuid().into()]).await?;
    Ok(op
        .exec("DELETE FROM zaak_taak WHERE zaak = $1 AND vervuld_op IS NULL AND ingetrokken_op IS NULL", &[zaak.uuid().into()])
        .await?
        > 0)
}

/// The day on which this organisation first received it; `None` when it never had it.
pub(crate) async fn first_receipt(op: &mut Op<'_>, zaak: &Zaak, there: &Oin) -> Result<Option<Date>> {
    let all = all(op, zaak.id).await?;
    let at = match all.first() {
        Some(first) if first.van == *there => Some(zaak.ontvangen_op),
        _ => all.iter().find(|sent_on| sent_on.naar == *there).map(|sent_on| sent_on.doorgezonden_op),
    };
    Ok(at.map(values::dutch_date))
}

/// When the organisation that has it now received it.
pub(crate) async fn received_here(op: &mut Op<'_>, zaak: &Zaak) -> Result<Timestamp> {
    Ok(all(op, zaak.id).await?.pop().map_or(zaak.ontvangen_op, |last| last.doorgezonden_op))
}

/// Where it was sent on to, the oldest first.
pub(crate) async fn all(op: &mut Op<'_>, zaak: Id<Zaak>) -> Result<Vec<Doorzending>> {
    let sql = "SELECT van, naar, ontvangen_op, doorgezonden_op FROM zaak_doorzending WHERE zaak = $1 ORDER BY id";
    op.rows(sql, &[zaak.uuid().into()], sent_on).await
}

/// The zaak of this number that the organisation of the operation sent on, and where it last did. Errors: `NotFound` for another.
pub(crate) async fn from_here(op: &mut Op<'_>, number: &str) -> Result<(Id<Zaak>, Doorzending)> {
    let sql = "SELECT d.van, d.naar, d.ontvangen_op, d.doorgezonden_op, z.id FROM zaak_doorzending d JOIN zaak z ON z.id = d.zaak \
               WHERE z.identificatie = $1 AND d.van = $2 ORDER BY d.id DESC LIMIT 1";
    let values: [Value; 2] = [number.into(), op.context().organisation.expose().into()];
    op.one(sql, &values, |r| Ok((Id::from(r.get::<Uuid>(4)?), sent_on(r)?))).await
}

fn sent_on(r: &Row<'_>) -> std::result::Result<Doorzending, store::Error> {
    Ok(Doorzending { van: r.get(0)?, naar: r.get(1)?, ontvangen_op: r.get(2)?, doorgezonden_op: r.get(3)? })
}
