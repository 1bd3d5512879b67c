//! SQL of notes.
use super::text;
use crate::vraag::Vraag;
use access::{DataKey, Op, Result};
use jiff::Timestamp;
use store::{Row, Value};
use uuid::Uuid;
use values::Notitie;

/// The place to which a note is bound.
const NOTITIE: &str = "vraag_notitie.tekst";

pub(in crate::vraag) async fn insert(
    op: &mut Op<'_>,
    key: &DataKey,
    vraag: &Vraag,
    (medewerker, tekst): (&str, &str),
) -> Result<()> {
    let sealed = key.seal(op, NOTITIE, tekst.as_bytes())?;
    let values: [Value; 6] = [
        Uuid::now_v7().into(),
        vraag.id.uuid().into(),
        vraag.organisatie.expose().into(),
        medewerker.into(),
        op.now().into(),
        sealed.into(),
    ];
    let sql = "INSERT INTO vraag_notitie (id, vraag, organisatie, medewerker, op, tekst_sealed) VALUES ($1, $2, $3, $4, $5, $6)";
    op.exec(sql, &values).await.map(drop)
}

/// What was written down at the organisation that has it now, the oldest first; what colleagues elsewhere wrote is theirs.
pub(in crate::vraag) async fn here(op: &mut Op<'_>, key: &DataKey, vraag: &Vraag) -> Result<Vec<Notitie>> {
    type Found = (String, Timestamp, Vec<u8>);
    let read = |r: &Row<'_>| -> std::result::Result<Found, store::Error> { Ok((r.get(0)?, r.get(1)?, r.get(2)?)) };
    let sql = "SELECT medewerker, op, tekst_sealed FROM vraag_notitie WHERE vraag = $1 AND organisatie = $2 ORDER BY id";
    let rows = op.rows(sql, &[vraag.id.uuid().into(), vraag.organisatie.expose().into()], read).await?;
    let open = |(medewerker, op, sealed): Found| Ok(Notitie { medewerker, op, tekst: text(key, NOTITIE, &sealed)? });
    rows.into_iter().map(open).collect()
}
