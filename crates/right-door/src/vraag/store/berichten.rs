//! SQL of the message box.
use super::{mine::known_by, soort};
use crate::vraag::BerichtLine;
use access::{Lists, Op, Result};
use jiff::Timestamp;
use store::{Row, Value, places};
use uuid::Uuid;
use values::Id;

/// Messages of the organisation and receipts, each with its question.
const BERICHTEN: &str = "SELECT b.id AS id, b.op AS op, b.gelezen_op AS gelezen_op, FALSE AS bewijs, b.vraag AS vraag FROM vraag_bericht b \
                         WHERE b.van = 'organisatie'";
const BEWIJZEN: &str = "SELECT v.id AS id, v.eerst_ontvangen_op AS op, v.eerst_ontvangen_op AS gelezen_op, TRUE AS bewijs, v.id AS vraag \
                        FROM vraag v WHERE TRUE";
/// The organisation is the one that had it at that moment.
const COLUMNS: &str = "x.id, x.op, x.gelezen_op, x.bewijs, x.vraag, \
                       COALESCE((SELECT d.van FROM vraag_doorzending d WHERE d.vraag = v.id AND d.doorgezonden_op >= x.op ORDER BY d.id LIMIT 1), \
                       v.organisatie), v.nummer, v.soort, v.onderwerp, v.uniforme_productnaam, v.zaak, v.bezwaar_tot";

fn read(r: &Row<'_>) -> std::result::Result<BerichtLine, store::Error> {
    Ok(BerichtLine {
        id: r.get(0)?,
        op: r.get(1)?,
        gelezen_op: r.get(2)?,
        ontvangstbewijs: r.get(3)?,
        vraag: Id::from(r.get::<Uuid>(4)?),
        organisatie: r.get(5)?,
        nummer: r.get(6)?,
        soort: soort(r, (7, 8), (10, 11))?,
        product: r.get(9)?,
    })
}

/// Those of a party or branch with one of these hashes, before a moment and id.
pub(in crate::vraag) async fn lines(
    op: &mut Op<'_>,
    lists: &Lists,
    before: Option<(Timestamp, Uuid)>,
    most: usize,
) -> Result<Vec<BerichtLine>> {
    if lists.is_empty() {
        return Ok(vec![]);
    }
    let (known_by, places) = (known_by(lists), places(3, lists.len()));
    let sql = format!(
        "SELECT {COLUMNS} FROM ({BERICHTEN} AND b.vraag IN (SELECT o.id FROM vraag o WHERE o.{known_by} IN ({places})) \
         UNION ALL {BEWIJZEN} AND v.{known_by} IN ({places})) x JOIN vraag v ON v.id = x.vraag \
         WHERE (x.op, x.id) < ($1, $2) ORDER BY x.op DESC, x.id DESC LIMIT {most}"
    );
    let (moment, id) = before.unwrap_or((Timestamp::MAX, Uuid::max()));
    let mut values: Vec<Value> = vec![moment.into(), id.into()];
    values.extend(lists.hashes());
    op.rows(&sql, &values, read).await
}

pub(in crate::vraag) async fn unread(op: &mut Op<'_>, lists: &Lists) -> Result<i64> {
    if lists.is_empty() {
        return Ok(0);
    }
    let sql = format!(
        "SELECT COUNT(*) FROM vraag_bericht b JOIN vraag v ON v.id = b.vraag \
         WHERE b.van = 'organisatie' AND b.gelezen_op IS NULL AND v.{} IN ({})",
        known_by(lists),
        places(1, lists.len())
    );
    let values: Vec<Value> = lists.hashes().collect();
    op.one(&sql, &values, |r| r.get(0)).await
}

/// The message with this id, or the receipt of the question with it.
pub(in crate::vraag) async fn line(op: &mut Op<'_>, id: Uuid) -> Result<BerichtLine> {
    let sql = format!(
        "SELECT {COLUMNS} FROM ({BERICHTEN} AND b.id = $1 UNION ALL {BEWIJZEN} AND v.id = $1) x JOIN vraag v ON v.id = x.vraag"
    );
    op.one(&sql, &[id.into()], read).await
}
