//! SQL of this context, and nothing else.
use crate::{Draft, DraftFile, DraftLine, Known, NewDraft, Receipt, draft::Owned};
use access::{Browser, DataKey, Error, FollowCode, Lists, Op, Result};
use cases::{Document, DocumentStatus, Waiting};
use jiff::{Timestamp, ToSpan};
use store::{Row, Value};
use uuid::Uuid;
use values::Oin;

const ANSWERS: &str = "draft.answers";
const KNOWN: &str = "draft.known";
const CODE: &str = "draft.volgcode";
const COPY: &str = "submission.copy";

fn json<T: serde::Serialize>(value: &T) -> Result<Vec<u8>> {
    serde_json::to_vec(value).map_err(|e| Error::Internal(e.to_string()))
}

fn from_json<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    serde_json::from_slice(bytes).map_err(|e| Error::Internal(e.to_string()))
}

pub(crate) async fn insert(
    op: &mut Op<'_>,
    service: &str,
    browser: &Browser,
    (owned, key): (&Owned, &DataKey),
    new: &NewDraft,
) -> Result<()> {
    let values: [Value; 10] = [
        owned.id.into(),
        service.into(),
        browser.hash(op.keys())?.into(),
        key.id().into(),
        key.seal(op, ANSWERS, &json(&new.answers)?)?.into(),
        op.now().into(),
        owned.organisation.expose().into(),
        owned.party.clone().into(),
        key.seal(op, KNOWN, &json(&new.known)?)?.into(),
        owned.vestiging.clone().into(),
    ];
    let sql = "INSERT INTO draft (id, service, browser_hash, data_key, answers_sealed, changed_at, controller, party_hash, known_sealed, \
               vestiging_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    op.exec(sql, &values).await.map(drop)
}

/// Errors: `NotFound` when neither this browser nor the party of the actor began it. What a party began, no browser opens by itself.
pub(crate) async fn check_opener(op: &mut Op<'_>, id: Uuid, browser: &Browser) -> Result<()> {
    let sql = "SELECT browser_hash, controller, party_hash, vestiging_hash, service FROM draft WHERE id = $1";
    let read = |r: &Row<'_>| {
        let owned = (r.get::<Option<String>>(1)?, r.get::<Option<Vec<u8>>>(2)?, r.get(3)?, r.get(4)?);
        Ok((r.get::<Vec<u8>>(0)?, owned))
    };
    let (hash, (controller, party, vestiging, dienst)) = op.one(sql, &[id.into()], read).await?;
    let opens = match (party, controller.as_deref().map(Oin::parse)) {
        (None, _) => hash == browser.hash(op.keys())?,
        (party, Some(Ok(organisation))) => op.is_the_partys(&Owned { id, organisation, party, vestiging, dienst })?,
        (Some(_), _) => false,
    };
    if opens { Ok(()) } else { Err(Error::NotFound) }
}

pub(crate) async fn draft(op: &mut Op<'_>, id: Uuid, browser: &Browser) -> Result<Draft> {
    check_opener(op, id, browser).await?;
    read_draft(op, id).await
}

/// The same for whose it is was decided before.
pub(crate) async fn read_draft(op: &mut Op<'_>, id: Uuid) -> Result<Draft> {
    let sql = "SELECT service, data_key, answers_sealed, changed_at, known_sealed, party_hash IS NOT NULL, volgcode_sealed FROM draft \
               WHERE id = $1 AND answers_sealed IS NOT NULL";
    type Row7 = (String, Uuid, Vec<u8>, Timestamp, Option<Vec<u8>>, bool, Option<Vec<u8>>);
    let read = |r: &Row<'_>| -> std::result::Result<Row7, store::Error> {
        Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?, r.get(5)?, r.get(6)?))
    };
    let (service, data_key, sealed, changed_at, known, signed_in, code) = op.one(sql, &[id.into()], read).await?;
    let key = DataKey::find(op, data_key).await?;
    let answers = from_json(&key.open(ANSWERS, &sealed)?)?;
    let known = known.map(|sealed| from_json(&key.open(KNOWN, &sealed)?)).transpose()?.unwrap_or_default();
    let code = code.map(|sealed| key.open(CODE, &sealed)).transpose()?.and_then(|bytes| FollowCode::from_bytes(&bytes));
    let sql = format!("SELECT {FILE} FROM draft_file WHERE draft = $1 ORDER BY id");
    let files = op.rows(&sql, &[id.into()], read_file).await?;
    Ok(Draft { id, service, answers, files, known, signed_in, code, changed_at, data_key })
}

fn drafts_by(known_by: &str) -> String {
    format!(
        "SELECT id, service, changed_at FROM draft WHERE {known_by} = $1 AND answers_sealed IS NOT NULL AND changed_at >= $2 \
         ORDER BY id DESC LIMIT 50"
    )
}

pub(crate) async fn drafts(op: &mut Op<'_>, lists: &Lists, hours: i64) -> Result<Vec<DraftLine>> {
    let since = before(op, hours)?;
    let sql = drafts_by(if lists.vestiging.is_some() { "vestiging_hash" } else { "party_hash" });
    let read = |r: &Row<'_>| Ok(DraftLine { id: r.get(0)?, service: r.get(1)?, changed_at: r.get(2)? });
    let values: Vec<Value> = lists.hashes().chain([since.into()]).collect();
    op.rows(&sql, &values, read).await
}

pub(crate) async fn save_known(op: &mut Op<'_>, draft: &Draft) -> Result<()> {
    let key = DataKey::find(op, draft.data_key).await?;
    let known: &Known = &draft.known;
    let sealed = key.seal(op, KNOWN, &json(known)?)?;
    let sql = "UPDATE draft SET known_sealed = $1, changed_at = $2 WHERE id = $3 AND answers_sealed IS NOT NULL";
    op.exec(sql, &[sealed.into(), op.now().into(), draft.id.into()]).await.map(drop)
}

pub(crate) async fn keep(op: &mut Op<'_>, draft: &Draft, code: &FollowCode) -> Result<()> {
    let key = DataKey::find(op, draft.data_key).await?;
    let values: [Value; 3] = [code.hash(op.keys())?.into(), key.seal(op, CODE, code.expose())?.into(), draft.id.into()];
    op.exec("UPDATE draft SET volgcode_hash = $1, volgcode_sealed = $2 WHERE id = $3", &values).await.map(drop)
}

pub(crate) async fn by_code(op: &mut Op<'_>, hash: Vec<u8>) -> Result<Uuid> {
    let sql = "SELECT id FROM draft WHERE volgcode_hash = $1 AND answers_sealed IS NOT NULL";
    op.one(sql, &[hash.into()], |r| r.get(0)).await
}

/// It is this browser's from now on.
pub(crate) async fn hand_to(op: &mut Op<'_>, id: Uuid, browser: &Browser) -> Result<()> {
    let values: [Value; 2] = [browser.hash(op.keys())?.into(), id.into()];
    op.exec("UPDATE draft SET browser_hash = $1 WHERE id = $2 AND party_hash IS NULL", &values).await.map(drop)
}

/// Takes a draft that was not sent, for this operation alone: whoever comes second waits here, and finds it as the first left it. Is it
/// still there?
pub(crate) async fn lock(op: &mut Op<'_>, id: Uuid) -> Result<bool> {
    let sql = "UPDATE draft SET changed_at = changed_at WHERE id = $1 AND answers_sealed IS NOT NULL";
    Ok(op.exec(sql, &[id.into()]).await? > 0)
}

/// Throws away a draft that was not sent; gives the names of its sealed files, and `None` when it was not there.
pub(crate) async fn discard(op: &mut Op<'_>, id: Uuid) -> Result<Option<Vec<String>>> {
    if !lock(op, id).await? {
        return Ok(None);
    }
    let files = op.rows("DELETE FROM draft_file WHERE draft = $1 RETURNING bestand", &[id.into()], |r| r.get(0)).await?;
    op.exec("DELETE FROM draft WHERE id = $1", &[id.into()]).await?;
    Ok(Some(files))
}

fn before(op: &Op<'_>, hours: i64) -> Result<Timestamp> {
    op.now().saturating_sub(hours.hours()).map_err(|e| Error::Internal(e.to_string()))
}

const FILE: &str = "id, titel, formaat, bestandsomvang, bestand, status, question, besloten";

fn read_file(r: &Row<'_>) -> std::result::Result<DraftFile, store::Error> {
    Ok(DraftFile {
        id: r.get(0)?,
        titel: r.get(1)?,
        formaat: r.get(2)?,
        bestandsomvang: r.get(3)?,
        bestand: r.get(4)?,
        status: DocumentStatus::of_row(&r.get::<String>(5)?)?,
        question: r.get(6)?,
        besloten: r.get(7)?,
    })
}

/// Takes the photos out of the draft, to be sent. Taken, not read: one that is found infected at the same moment goes either here or
/// away, never both.
pub(crate) async fn take_files(op: &mut Op<'_>, id: Uuid) -> Result<Vec<DraftFile>> {
    let sql = format!("DELETE FROM draft_file WHERE draft = $1 RETURNING {FILE}");
    let mut files = op.rows(&sql, &[id.into()], read_file).await?;
    files.sort_by_key(|file| file.id);
    Ok(files)
}

pub(crate) async fn waiting(op: &mut Op<'_>) -> Result<Vec<Waiting>> {
    let sql = "SELECT f.id, f.titel, f.formaat, f.bestandsomvang, f.bestand, f.status, f.question, f.besloten, f.draft, d.data_key \
               FROM draft_file f JOIN draft d ON d.id = f.draft WHERE f.status = 'in_bewerking' ORDER BY f.id LIMIT 500";
    let read = |r: &Row<'_>| Ok((r.get::<Uuid>(8)?, read_file(r)?.document(), r.get::<Uuid>(9)?));
    let rows: Vec<(Uuid, Document, Uuid)> = op.rows(sql, &[], read).await?;
    let mut all = Vec::new();
    for (of, document, key) in rows {
        all.push(Waiting { of, document, key: DataKey::find(op, key).await? });
    }
    Ok(all)
}

pub(crate) async fn file_scanned(op: &mut Op<'_>, id: Uuid, status: DocumentStatus) -> Result<()> {
    let rows = match status {
        DocumentStatus::Gearchiveerd => {
            op.exec("DELETE FROM draft_file WHERE id = $1 AND status = 'in_bewerking'", &[id.into()]).await?
        }
        _ => {
            let sql = "UPDATE draft_file SET status = $1 WHERE id = $2 AND status = 'in_bewerking'";
            op.exec(sql, &[status.word().into(), id.into()]).await?
        }
    };
    if rows == 0 { Err(Error::NotFound) } else { Ok(()) }
}

pub(crate) async fn save(op: &mut Op<'_>, draft: &Draft) -> Result<()> {
    let key = DataKey::find(op, draft.data_key).await?;
    let sealed = key.seal(op, ANSWERS, &json(&draft.answers)?)?;
    let sql = "UPDATE draft SET answers_sealed = $1, changed_at = $2 WHERE id = $3 AND answers_sealed IS NOT NULL";
    match op.exec(sql, &[sealed.into(), op.now().into(), draft.id.into()]).await? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

/// What was typed is gone from the draft: the zaak has it now.
pub(crate) async fn sent(op: &mut Op<'_>, id: Uuid) -> Result<()> {
    op.exec("DELETE FROM draft_file WHERE draft = $1", &[id.into()]).await?;
    let sql = "UPDATE draft SET answers_sealed = NULL, known_sealed = NULL, volgcode_hash = NULL, volgcode_sealed = NULL, changed_at = $1 \
               WHERE id = $2 AND answers_sealed IS NOT NULL";
    match op.exec(sql, &[op.now().into(), id.into()]).await? {
        0 => Err(Error::Conflict("draft")),
        _ => Ok(()),
    }
}

pub(crate) async fn insert_file(op: &mut Op<'_>, draft: Uuid, file: &DraftFile) -> Result<()> {
    let values: [Value; 9] = [
        file.id.into(),
        draft.into(),
        file.titel.as_str().into(),
        file.formaat.as_str().into(),
        file.bestandsomvang.into(),
        file.bestand.as_str().into(),
        file.status.word().into(),
        file.question.as_str().into(),
        file.besloten.into(),
    ];
    let sql = "INSERT INTO draft_file (id, draft, titel, formaat, bestandsomvang, bestand, status, question, besloten) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    op.exec(sql, &values).await.map(drop)
}

/// Gives the name of its sealed file, when it was there.
pub(crate) async fn remove_file(op: &mut Op<'_>, draft: Uuid, file: Uuid) -> Result<Option<String>> {
    let sql = "DELETE FROM draft_file WHERE draft = $1 AND id = $2 RETURNING bestand";
    Ok(op.rows(sql, &[draft.into(), file.into()], |r| r.get(0)).await?.pop())
}

pub(crate) async fn insert_submission(op: &mut Op<'_>, key: &DataKey, receipt: &Receipt) -> Result<()> {
    let sealed = key.seal(op, COPY, &json(receipt)?)?;
    let sql = "INSERT INTO submission (zaak, copy_sealed) VALUES ($1, $2)";
    op.exec(sql, &[receipt.zaak.into(), sealed.into()]).await.map(drop)
}

pub(crate) async fn receipt(op: &mut Op<'_>, id: Uuid) -> Result<Option<Receipt>> {
    let sql = "SELECT s.copy_sealed, z.data_key FROM submission s JOIN draft z ON z.id = s.zaak WHERE s.zaak = $1";
    let found = op.rows(sql, &[id.into()], |r| Ok((r.get::<Vec<u8>>(0)?, r.get::<Uuid>(1)?))).await?.pop();
    let Some((sealed, data_key)) = found else { return Ok(None) };
    let key = DataKey::find(op, data_key).await?;
    from_json(&key.open(COPY, &sealed)?).map(Some)
}

pub(crate) async fn is_a_partys(op: &mut Op<'_>, id: Uuid) -> Result<bool> {
    let sql = "SELECT id FROM draft WHERE id = $1 AND party_hash IS NOT NULL AND answers_sealed IS NOT NULL";
    Ok(!op.rows(sql, &[id.into()], |r| r.get::<Uuid>(0)).await?.is_empty())
}

pub(crate) async fn is_sent(op: &mut Op<'_>, id: Uuid) -> Result<bool> {
    Ok(!op.rows("SELECT zaak FROM submission WHERE zaak = $1", &[id.into()], |r| r.get::<Uuid>(0)).await?.is_empty())
}

/// Hours for what only one browser opens, and for what is kept.
pub(crate) async fn sweep(op: &mut Op<'_>, (hours, kept): (i64, i64)) -> Result<usize> {
    let values: [Value; 2] = [before(op, hours)?.into(), before(op, kept)?.into()];
    let sql = "SELECT id, data_key FROM draft WHERE answers_sealed IS NOT NULL AND \
               (changed_at < $2 OR (party_hash IS NULL AND volgcode_hash IS NULL AND changed_at < $1)) LIMIT 500";
    let old = op.rows(sql, &values, |r| Ok((r.get::<Uuid>(0)?, r.get::<Uuid>(1)?))).await?;
    for (id, data_key) in &old {
        // One that was sent at this moment keeps its key.
        if discard(op, *id).await?.is_some() {
            DataKey::destroy(op, *data_key).await?;
        }
    }
    Ok(old.len())
}

pub(crate) async fn files_in_use(op: &mut Op<'_>) -> Result<Vec<String>> {
    op.rows("SELECT bestand FROM draft_file", &[], |r| r.get(0)).await
}

/// What intake still holds of a zaak that was destroyed.
pub(crate) async fn destroy(op: &mut Op<'_>, id: Uuid) -> Result<()> {
    op.exec("DELETE FROM submission WHERE zaak = $1", &[id.into()]).await?;
    op.exec("DELETE FROM draft_file WHERE draft = $1", &[id.into()]).await?;
    op.exec("DELETE FROM draft WHERE id = $1", &[id.into()]).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::store::Migration;
    use access::Actor;
    use std::sync::LazyLock;

    #[tokio::test]
    async fn the_drafts_of_a_company_or_a_branch_are_found_without_reading_all_drafts() {
        static ALL: LazyLock<Vec<Migration>> = LazyLock::new(|| [access::MIGRATIONS, crate::MIGRATIONS].concat());
        let world = testing::worlds(&ALL).await.swap_remove(0); // SQLite
        for (known_by, index) in [("party_hash", "draft_party"), ("vestiging_hash", "draft_vestiging")] {
            let plan = world.access.read(world.context(Actor::machine("test"), 1), move |op| {
                let values: [Value; 2] = [vec![0_u8; 32].into(), op.now().into()];
                let sql = format!("EXPLAIN QUERY PLAN {}", drafts_by(known_by));
                Box::pin(async move { op.rows(&sql, &values, |r| r.get::<String>(3)).await })
            });
            assert_eq!(plan.await.unwrap(), [format!("SEARCH draft USING INDEX {index} ({known_by}=?)")]);
        }
    }
}
