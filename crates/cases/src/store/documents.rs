//! SQL of documents.
use super::one_row;
use crate::{Document, DocumentStatus, Gever, Toegevoegd, Waiting, Zaak};
use access::{DataKey, Error, Op, Result};
use store::{Row, Value};
use uuid::Uuid;
use values::Id;

/// The level of confidentiality of the closed compartment.
const BESLOTEN: &str = "geheim";
const DOCUMENT: &str = "SELECT d.id, d.titel, d.formaat, d.bestandsomvang, d.bestand, d.status, z.zaak, d.data_key, d.vertrouwelijkheidaanduiding, \
                        z.registratiedatum, d.auteur, d.inhoud_hash IS NOT NULL \
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
        toegevoegd: if r.get::<bool>(11)? {
            Some(Toegevoegd { op: r.get(9)?, door: Gever::of_word(&r.get::<String>(10)?) })
        } else {
            None
        },
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

/// What it is called that has this in it, as `Bijlage::hash` has it; one that was taken away is not there.
pub(crate) async fn title_of(op: &mut Op<'_>, zaak: Id<Zaak>, inhoud: &[u8; 32]) -> Result<Option<String>> {
    let sql = "SELECT d.titel FROM zaakinformatieobject z JOIN enkelvoudiginformatieobject d ON d.id = z.informatieobject \
               WHERE z.zaak = $1 AND d.inhoud_hash = $2 AND d.status <> 'gearchiveerd'";
    Ok(op.rows(sql, &[zaak.uuid().into(), inhoud.to_vec().into()], |r| r.get(0)).await?.pop())
}

/// With what is in it as `Bijlage::hash` has it, when the zaak ran already.
pub(crate) async fn insert(
    op: &mut Op<'_>,
    key: &DataKey,
    zaak: &Zaak,
    document: &Document,
    inhoud: Option<&[u8; 32]>,
) -> Result<()> {
    let level = if document.besloten { BESLOTEN } else { "zaakvertrouwelijk" };
    let auteur = document.toegevoegd.map_or(Gever::Melder, |toegevoegd| toegevoegd.door);
    let values: [Value; 14] = [
        document.id.into(),
        zaak.organisatie.expose().into(),
        document.id.simple().to_string().into(),
        op.today().into(),
        document.titel.as_str().into(),
        document.formaat.as_str().into(),
        document.bestandsomvang.into(),
        key.id().into(),
        document.bestand.as_str().into(),
        zaak.id.uuid().into(),
        document.status.word().into(),
        level.into(),
        auteur.word().into(),
        inhoud.map(|hash| hash.to_vec()).into(),
    ];
    let sql = "INSERT INTO enkelvoudiginformatieobject (id, organisatie, identificatie, versie, bronorganisatie, informatieobjecttype, \
               creatiedatum, titel, auteur, taal, formaat, bestandsomvang, vertrouwelijkheidaanduiding, status, data_key, bestand, inhoud_hash) \
               SELECT $1, $2, $3, 1, z.bronorganisatie, i.id, $4, $5, $13, 'nld', $6, $7, $12, $11, $8, $9, $14 \
               FROM zaak z JOIN zaaktype t ON t.id = z.zaaktype JOIN informatieobjecttype i ON i.catalogus = t.catalogus \
               WHERE z.id = $10 AND i.omschrijving = 'Bijlage'";
    one_row(op.exec(sql, &values).await?, "enkelvoudiginformatieobject")?;
    let values: [Value; 4] = [Uuid::now_v7().into(), zaak.id.uuid().into(), document.id.into(), op.now().into()];
    let sql = "INSERT INTO zaakinformatieobject (id, zaak, informatieobject, registratiedatum) VALUES ($1, $2, $3, $4)";
    op.exec(sql, &values).await.map(drop)
}
