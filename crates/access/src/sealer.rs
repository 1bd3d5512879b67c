//! The sealer: numbers, chains and signs the lines that were written since it last looked. Writers never wait for it, and two
//! processes can't fork the chain: whoever updates the tip holds it until its transaction ends.
use crate::{Head, KeyRing, Result, journal};
use jiff::Timestamp;
use std::sync::Arc;
use store::{Db, Tx, Value};

/// Lines that are sealed in one go.
const BATCH: i64 = 500;

/// Seals what waits, at most one batch; gives how many lines it sealed.
pub async fn seal_once(db: &Db, keys: &Arc<KeyRing>, now: Timestamp) -> Result<usize> {
    let keys = keys.clone();
    db.write(move |tx| {
        let keys = keys.clone();
        Box::pin(async move { seal_batch(tx, &keys, now).await })
    })
    .await
}

/// The oldest lines that wait. Number and hash are filled in together; see `0003_waiting.sql` for why it asks for the hash.
fn waiting() -> String {
    format!("SELECT {} FROM journal_line WHERE hash IS NULL ORDER BY id LIMIT $1", journal::COLUMNS)
}

async fn seal_batch(tx: &mut Tx<'_>, keys: &KeyRing, now: Timestamp) -> Result<usize> {
    // Taking the tip first makes this the only sealer, and lets it see all that was sealed before.
    let tip = "UPDATE journal_tip SET seq = seq WHERE id = 1 RETURNING seq, hash";
    let Some((mut seq, mut hash)) = tx.row(tip, &[], |r| Ok((r.get::<i64>(0)?, r.get::<Vec<u8>>(1)?))).await? else {
        return Err(crate::Error::Internal("the journal has no tip".into()));
    };
    let lines = tx.rows(&waiting(), &[BATCH.into()], journal::line).await?;
    for line in &lines {
        seq += 1;
        hash = line.chained(seq, &hash);
        let values: [Value; 3] = [seq.into(), hash.clone().into(), line.id.into()];
        tx.exec("UPDATE journal_line SET seq = $1, hash = $2 WHERE id = $3", &values).await?;
    }
    if !lines.is_empty() {
        let head = Head::sign(keys, seq, hash.clone(), now)?;
        tx.exec("UPDATE journal_tip SET seq = $1, hash = $2 WHERE id = 1", &[seq.into(), hash.into()]).await?;
        head.insert(tx).await?;
    }
    Ok(lines.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// After a night in which nothing was sealed, a batch must not cost as much as all that waits.
    #[tokio::test]
    async fn a_batch_reads_no_more_lines_than_it_seals() {
        let world = testing::worlds(crate::MIGRATIONS).await.swap_remove(0); // SQLite
        let plan = world.access.db().read::<Vec<String>, store::Error>(|tx| {
            Box::pin(async move { tx.rows(&format!("EXPLAIN QUERY PLAN {}", waiting()), &[BATCH.into()], |r| r.get(3)).await })
        });
        assert_eq!(plan.await.unwrap(), ["SCAN journal_line USING INDEX journal_line_waiting"]);
    }
}
