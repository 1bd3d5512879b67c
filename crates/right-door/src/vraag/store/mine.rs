//! SQL of one's own questions.
use super::{VRAAG, read, seal};
use crate::vraag::{Part, Steller, Vraag};
use access::{DataKey, Lists, Op, Result};
use store::{Value, places};
use uuid::Uuid;

/// Where one finds what is of these lists by its hash.
pub(in crate::vraag) fn known_by(lists: &Lists) -> &'static str {
    if lists.vestiging.is_some() { "vestiging_hash" } else { "party_hash" }
}

/// The questions of a party or branch with one of these hashes. Ids are ordered by time.
pub(in crate::vraag) async fn list(op: &mut Op<'_>, lists: &Lists, part: Part, most: usize) -> Result<Vec<Vraag>> {
    if lists.is_empty() {
        return Ok(vec![]);
    }
    let closed = if part.closed { "=" } else { "<>" };
    let places = places(2, lists.len());
    let known_by = known_by(lists);
    let sql =
        format!("{VRAAG} WHERE {known_by} IN ({places}) AND stand {closed} 'gesloten' AND id < $1 ORDER BY id DESC LIMIT {most}");
    let mut values: Vec<Value> = vec![part.before.unwrap_or(Uuid::max()).into()];
    values.extend(lists.hashes());
    op.rows(&sql, &values, read).await
}

/// The services of what a party or branch with one of these hashes sent about a zaak.
pub(in crate::vraag) async fn diensten(op: &mut Op<'_>, lists: &Lists) -> Result<Vec<String>> {
    if lists.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!("{VRAAG} WHERE zaak IS NOT NULL AND {} IN ({})", known_by(lists), places(1, lists.len()));
    let found = op.rows(&sql, &lists.hashes().collect::<Vec<_>>(), read).await?;
    Ok(found.into_iter().filter_map(|vraag| vraag.soort.over().map(|over| over.dienst.clone())).collect())
}

/// It is this party's from now on.
pub(in crate::vraag) async fn join(op: &mut Op<'_>, key: &DataKey, vraag: &Vraag, steller: &Steller) -> Result<()> {
    let (party, vestiging) = (vraag.party.clone(), vraag.vestiging.clone());
    let values: [Value; 4] = [party.into(), vestiging.into(), seal(op, key, steller)?.into(), vraag.id.uuid().into()];
    let sql = "UPDATE vraag SET party_hash = $1, vestiging_hash = $2, steller_sealed = $3 WHERE id = $4";
    op.exec(sql, &values).await.map(drop)
}
