//! SQL of documents.
use super::{one_row, zaaktype::Zaaktype};
use crate::{Document, DocumentStatus, Waiting, Zaak};
use access::{DataKey, Error, Op, Result};
use store::{Row, Value};
use uuid::Uuid;
use values::Id;

/// The level of confidentiality of the closed compartment.
const BESLOTEN: &str = "geheim";
const DOCUMENT: &str = "SELECT d.id, d.titel, d.formaat, d.bestandsomvang, d.bestand, d.status, z.zaak, d.data_key, d.vertrouwelijkheidaanduiding \
                        FROM zaakinformatieobject z JOIN enkelvoudiginformatieobject d ON d.id = z.informatieobject";

fn read(r: &Row<'_>) -> std::result::Result<Document, store::Error> {
    Ok(Document {
        id: r.get(0)?,
        titel: r.get(1)?,
        formaat: r.get(2)?,
        bestandsomvang: r.get(3)?,
        bestand: r.get(4)?,
        status: DocumentStatus::of_row(&r.get::<String>(5)?)?,
        besloten: r.get::<String>(8)? == BESLOTEN,
    })
}

pub(crate) async fn waiting(op: &mut Op<'_>) -> Result<Vec<Waiting>> {
    let sql = format!("{DOCUMENT} WHERE d.organisatie = $1 AND d.status = 'in_bewerking' ORDER BY d.id LIMIT 500");
    let waits = |r: &Row<'_>| Ok((r.get::<Uuid>(6)?, read(r)?, r.get::<Uuid>(7)?));
    let organisation: [Value; 1] = [op.context().organisation.expose().into()];
    let mut all = Vec::new();
    for (of, document, key) in op.rows(&sql, &organisation, waits).await? {
        all.push(Waiting { of, document, key: DataKey::find(op, key).await? });
    }
    Ok(all)
}

/// Those of a zaak, the oldest first.
pub(crate) async fn of(op: &mut Op<'_>, zaak: Id<Zaak>) -> Result<Vec<Document>> {
    let sql = format!("{DOCUMENT} WHERE z.zaak = $1 ORDER BY d.id");
    op.rows(&sql, &[zaak.uuid().into()], read).await
}

/// A document that is archived names no file any more, so that one that is left behind is swept.
pub(crate) async fn set_status(op: &mut Op<'_>, id: Uuid, status: DocumentStatus) -> Result<()> {
    let sql = "UPDATE enkelvoudiginformatieobject SET status = $1, bestand = CASE WHEN $1 = 'gearchiveerd' THEN '' ELSE bestand END \
               WHERE id = $2 AND status = 'in_bewerking'";
    match op.exec(sql, &[status.word().into(), id.into()]).await? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

pub(crate) async fn one(op: &mut Op<'_>, zaak: Id<Zaak>, id: Uuid) -> Result<Document> {
    let sql = format!("{DOCUMENT} WHERE z.zaak = $1 AND d.id = $2");
    op.one(&sql, &[zaak.uuid().into(), id.into()], read).await
}

pub(crate) async fn insert(op: &mut Op<'_>, key: &DataKey, zaak: &Zaak, type_: &Zaaktype, document: &Document) -> Result<()> {
    let level = if document.besloten { BESLOTEN } else { "zaakvertrouwelijk" };
    let values: [Value; 13] = [
        document.id.into(),
        zaak.organisatie.expose().into(),
        document.id.simple().to_string().into(),
        op.today().into(),
        document.titel.as_str().into(),
        document.formaat.as_str().into(),
        document.bestandsomvang.into(),
        key.id().into(),
        document.bestand.as_str().into(),
        type_.catalogus.into(),
        zaak.id.uuid().into(),
        document.status.word().into(),
        level.into(),
    ];
    let sql = "INSERT INTO enkelvoudiginformatieobject (id, organisatie, identificatie, versie, bronorganisatie, informatieobjecttype, \
               creatiedatum, titel, auteur, taal, formaat, bestandsomvang, vertrouwelijkheidaanduiding, status, data_key, bestand) \
               SELECT $1, $2, $3, 1, z.bronorganisatie, t.id, $4, $5, 'melder', 'nld', $6, $7, $13, $12, $8, $9 \
               FROM informatieobjecttype t JOIN zaak z ON z.id = $11 WHERE t.catalogus = $10 AND t.omschrijving = 'Bijlage'";
    one_row(op.exec(sql, &values).await?, "enkelvoudiginformatieobject")?;
    let values: [Value; 4] = [Uuid::now_v7().into(), zaak.id.uuid().into(), document.id.into(), op.now().into()];
    let sql = "INSERT INTO zaakinformatieobject (id, zaak, informatieobject, registratiedatum) VALUES ($1, $2, $3, $4)";
    op.exec(sql, &values).await.map(drop)
}
