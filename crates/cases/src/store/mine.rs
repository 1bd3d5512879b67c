//! SQL of the list of one's own zaken.
use crate::{Page, ZaakLine, store::oin};
use access::{Op, Result};
use store::{Row, Value};
use uuid::Uuid;
use values::Id;

/// The zaken in which a party with one of these hashes is the initiator. Ids are ordered by time.
pub(crate) async fn lines(op: &mut Op<'_>, hashes: &[[u8; 32]], page: Page, most: usize) -> Result<Vec<ZaakLine>> {
    let ended = if page.ended { "IS NOT NULL" } else { "IS NULL" };
    let places = (2..hashes.len() + 2).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT z.id, z.organisatie, z.identificatie, z.omschrijving, t.identificatie, z.ontvangen_op, z.einddatum_gepland, \
         z.uiterlijke_einddatum_afdoening, z.einddatum, \
         (SELECT s.omschrijving FROM status g JOIN statustype s ON s.id = g.statustype WHERE g.zaak = z.id ORDER BY g.id DESC LIMIT 1), \
         (SELECT MIN(k.uiterlijk) FROM zaak_taak k WHERE k.zaak = z.id AND k.vervuld_op IS NULL) \
         FROM rol r JOIN zaak z ON z.id = r.zaak JOIN zaaktype t ON t.id = z.zaaktype \
         WHERE r.betrokkene_hash IN ({places}) AND z.einddatum {ended} AND z.id < $1 ORDER BY z.id DESC LIMIT {most}"
    );
    let mut values: Vec<Value> = vec![page.before.unwrap_or(Uuid::max()).into()];
    values.extend(hashes.iter().map(|hash| Value::from(hash.to_vec())));
    if hashes.is_empty() {
        return Ok(vec![]);
    }
    op.rows(&sql, &values, read).await
}

fn read(r: &Row<'_>) -> std::result::Result<ZaakLine, store::Error> {
    Ok(ZaakLine {
        id: Id::from(r.get::<Uuid>(0)?),
        organisatie: oin(&r.get::<String>(1)?)?,
        identificatie: r.get(2)?,
        omschrijving: r.get(3)?,
        service: r.get(4)?,
        ontvangen_op: r.get(5)?,
        einddatum_gepland: r.get(6)?,
        uiterlijke_einddatum_afdoening: r.get(7)?,
        einddatum: r.get(8)?,
        status: r.get::<Option<String>>(9)?.unwrap_or_default(),
        taak: r.get(10)?,
    })
}
