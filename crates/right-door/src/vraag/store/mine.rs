//! SQL of one's own questions.
use super::{VRAAG, read, seal};
use crate::vraag::{Part, Steller, Vraag};
use access::{DataKey, Op, Result};
use store::{Value, places};
use uuid::Uuid;

/// The questions of a party with one of these hashes. Ids are ordered by time.
pub(in crate::vraag) async fn list(op: &mut Op<'_>, hashes: &[[u8; 32]], part: Part, most: usize) -> Result<Vec<Vraag>> {
    if hashes.is_empty() {
        return Ok(vec![]);
    }
    let closed = if part.closed { "=" } else { "<>" };
    let places = places(2, hashes.len());
    let sql =
        format!("{VRAAG} WHERE party_hash IN ({places}) AND stand {closed} 'gesloten' AND id < $1 ORDER BY id DESC LIMIT {most}");
    let mut values: Vec<Value> = vec![part.before.unwrap_or(Uuid::max()).into()];
    values.extend(hashes.iter().map(|hash| Value::from(hash.to_vec())));
    op.rows(&sql, &values, read).await
}

/// It is this party's from now on.
pub(in crate::vraag) async fn join(op: &mut Op<'_>, key: &DataKey, vraag: &Vraag, steller: &Steller) -> Result<()> {
    let values: [Value; 3] = [vraag.party.clone().into(), seal(op, key, steller)?.into(), vraag.id.uuid().into()];
    op.exec("UPDATE vraag SET party_hash = $1, steller_sealed = $2 WHERE id = $3", &values).await.map(drop)
}
