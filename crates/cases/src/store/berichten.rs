//! SQL of the message box.
use super::mine::known_by;
use crate::{BerichtLine, Onderwerp};
use access::{Lists, Op, Result};
use jiff::Timestamp;
use store::{Row, Value, places};
use uuid::Uuid;
use values::Id;

/// Messages of the organisation and receipts, each with its zaak.
const BERICHTEN: &str = "SELECT b.id AS id, b.op AS op, b.gelezen_op AS gelezen_op, FALSE AS bewijs, b.zaak AS zaak, \
                         b.onderwerp AS onderwerp FROM zaak_bericht b \
                         WHERE b.van = 'organisatie'";
const BEWIJZEN: &str = "SELECT z.id AS id, z.ontvangen_op AS op, z.ontvangen_op AS gelezen_op, TRUE AS bewijs, z.id AS zaak, \
                        NULL AS onderwerp FROM zaak z \
                        WHERE TRUE";
/// The organisation is the one that had it at that moment.
const COLUMNS: &str = "x.id, x.op, x.gelezen_op, x.bewijs, x.zaak, \
                       COALESCE((SELECT d.van FROM zaak_doorzending d WHERE d.zaak = z.id AND d.doorgezonden_op >= x.op ORDER BY d.id LIMIT 1), \
                       z.organisatie), z.identificatie, z.omschrijving, t.identificatie, x.onderwerp";

fn read(r: &Row<'_>) -> std::result::Result<BerichtLine, store::Error> {
    Ok(BerichtLine {
        id: r.get(0)?,
        op: r.get(1)?,
        gelezen_op: r.get(2)?,
        ontvangstbewijs: r.get(3)?,
        zaak: Id::from(r.get::<Uuid>(4)?),
        organisatie: r.get(5)?,
        identificatie: r.get(6)?,
        omschrijving: r.get(7)?,
        service: r.get(8)?,
        onderwerp: r.get::<Option<String>>(9)?.as_deref().and_then(Onderwerp::of_word),
    })
}

/// Those of a party or branch with one of these hashes, before a moment and id.
pub(crate) async fn lines(
    op: &mut Op<'_>,
    lists: &Lists,
    before: Option<(Timestamp, Uuid)>,
    most: usize,
) -> Result<Vec<BerichtLine>> {
    if lists.is_empty() {
        return Ok(vec![]);
    }
    let own = own(lists, 3);
    let sql = format!(
        "SELECT {COLUMNS} FROM ({BERICHTEN} AND b.zaak IN ({own}) UNION ALL {BEWIJZEN} AND z.id IN ({own})) x \
         JOIN zaak z ON z.id = x.zaak JOIN zaaktype t ON t.id = z.zaaktype \
         WHERE (x.op, x.id) < ($1, $2) ORDER BY x.op DESC, x.id DESC LIMIT {most}"
    );
    let (moment, id) = before.unwrap_or((Timestamp::MAX, Uuid::max()));
    let mut values: Vec<Value> = vec![moment.into(), id.into()];
    values.extend(lists.hashes());
    op.rows(&sql, &values, read).await
}

/// The zaken of a party or branch with one of these hashes, which are the values from `first` on.
fn own(lists: &Lists, first: usize) -> String {
    format!("SELECT r.zaak FROM rol r WHERE r.{} IN ({})", known_by(lists), places(first, lists.len()))
}

pub(crate) async fn unread(op: &mut Op<'_>, lists: &Lists) -> Result<i64> {
    if lists.is_empty() {
        return Ok(0);
    }
    let sql = format!(
        "SELECT COUNT(*) FROM zaak_bericht b WHERE b.van = 'organisatie' AND b.gelezen_op IS NULL AND b.zaak IN ({})",
        own(lists, 1)
    );
    let values: Vec<Value> = lists.hashes().collect();
    op.one(&sql, &values, |r| r.get(0)).await
}

/// The message with this id, or the receipt of the zaak with it.
pub(crate) async fn line(op: &mut Op<'_>, id: Uuid) -> Result<BerichtLine> {
    let sql = format!(
        "SELECT {COLUMNS} FROM ({BERICHTEN} AND b.id = $1 UNION ALL {BEWIJZEN} AND z.id = $1) x \
         JOIN zaak z ON z.id = x.zaak JOIN zaaktype t ON t.id = z.zaaktype"
    );
    op.one(&sql, &[id.into()], read).await
}
