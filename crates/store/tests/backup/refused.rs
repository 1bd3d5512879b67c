//! What is damaged, forged, or in the way is refused, and leaves everything as it was.
use crate::world::*;
use std::path::Path;
use store::{Error, Value, dump, restore};
use testing::worlds;

#[tokio::test]
async fn a_damaged_file_is_refused_and_the_database_stays_empty() {
    for (from, to) in worlds(SCHEMA).await.into_iter().zip(worlds(&[]).await) {
        fill(from.access.db(), awkward()).await;
        let file = from.folder().join("whole.backup");
        dump(from.access.db(), &file, SCHEMA).await.unwrap();
        let whole = std::fs::read(&file).unwrap();
        let mut damaged: Vec<Vec<u8>> = (0..whole.len()).map(|end| whole[..end].to_vec()).collect();
        damaged.extend((0..whole.len()).map(|at| {
            let mut flipped = whole.clone();
            flipped[at] ^= 1 << (at % 8);
            flipped
        }));
        damaged.push([&whole[..], b"\n"].concat());
        damaged.push([&whole[..], &whole[..]].concat());
        let bad = to.folder().join("bad.backup");
        for bytes in damaged {
            std::fs::write(&bad, &bytes).unwrap();
            let refused = restore(to.access.db(), &bad, SCHEMA).await;
            assert!(matches!(refused, Err(Error::Backup(_))), "{refused:?}: {}", String::from_utf8_lossy(&bytes));
        }
        assert!(is_empty(to.access.db()).await);
        restore(to.access.db(), &file, SCHEMA).await.unwrap(); // and it would have worked
    }
}

/// A file whose checksum fits, and whose content does not: made by another program, or by a fault in this one.
#[tokio::test]
async fn a_file_that_fits_its_checksum_but_not_the_schema_leaves_the_database_empty() {
    for (from, to) in worlds(SCHEMA).await.into_iter().zip(worlds(&[]).await) {
        fill(from.access.db(), awkward()).await;
        let file = from.folder().join("forged.backup");
        dump(from.access.db(), &file, SCHEMA).await.unwrap();
        let whole = std::fs::read_to_string(&file).unwrap();
        let orphan = ("\"00000000-0000-0000-0000-000000000002\"]", "\"00000000-0000-0000-0000-000000000009\"]");
        for (old, new) in [("[1,21,", "[\"1\",21,"), ("{\"table\":\"tip\"", "{\"table\":\"top\""), ("[1,21,", "[1,"), orphan] {
            let old = if new == orphan.1 { orphan.0.replace("]", ",null]") } else { old.to_owned() };
            let new = if new == orphan.1 { new.replace("]", ",null]") } else { new.to_owned() };
            std::fs::write(&file, signed(&whole, &old, &new)).unwrap();
            let refused = restore(to.access.db(), &file, SCHEMA).await;
            assert!(matches!(refused, Err(Error::Backup(_) | Error::Constraint(_) | Error::Unique(_))), "{refused:?}: {new}");
            assert!(is_empty(to.access.db()).await);
        }
    }
}

/// `whole` with `old` replaced by `new`, and a checksum that fits.
fn signed(whole: &str, old: &str, new: &str) -> String {
    use sha2::Digest;
    assert!(whole.contains(old), "{old}");
    let (content, end) = whole.trim_end().rsplit_once('\n').unwrap();
    let content = format!("{}\n", content.replace(old, new));
    let hash: String = sha2::Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
    let (counts, _) = end.split_once("\"sha256\"").unwrap();
    format!("{content}{counts}\"sha256\":\"{hash}\"}}\n")
}

#[tokio::test]
async fn a_database_that_is_not_empty_is_refused() {
    for world in worlds(SCHEMA).await {
        let db = world.access.db();
        fill(db, awkward()).await;
        let file = world.folder().join("own.backup");
        dump(db, &file, SCHEMA).await.unwrap();
        let refused = restore(db, &file, SCHEMA).await;
        assert!(matches!(refused, Err(Error::Backup(why)) if why.contains("not empty")));
        assert!(things(db).await == awkward());
    }
}

#[tokio::test]
async fn a_table_that_no_migration_made_stops_the_backup() {
    for world in worlds(SCHEMA).await {
        let db = world.access.db();
        for sql in ["CREATE TABLE stray (id TEXT PRIMARY KEY)", "ALTER TABLE tip ADD COLUMN stray TEXT"] {
            let added = db.write::<_, Error>(move |tx| Box::pin(async move { tx.exec(sql, &[]).await }));
            added.await.unwrap();
            let refused = dump(db, &world.folder().join("stray.backup"), SCHEMA).await;
            assert!(matches!(refused, Err(Error::Internal(why)) if why.contains("stray")));
            let undo = "DROP TABLE IF EXISTS stray";
            let dropped = db.write::<_, Error>(move |tx| Box::pin(async move { tx.exec(undo, &[]).await }));
            dropped.await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_backup_that_fails_leaves_the_older_one() {
    for world in worlds(SCHEMA).await {
        let db = world.access.db();
        let file = world.folder().join("nightly.backup");
        dump(db, &file, SCHEMA).await.unwrap();
        let older = std::fs::read(&file).unwrap();
        assert!(dump(db, &file, &[]).await.is_err());
        assert!(dump(db, Path::new("/no/such/folder/a.backup"), SCHEMA).await.is_err());
        assert!(std::fs::read(&file).unwrap() == older);
        let names = std::fs::read_dir(world.folder()).unwrap().map(|entry| entry.unwrap().file_name());
        assert_eq!(names.filter(|name| name.to_string_lossy().contains("nightly")).count(), 1, "nothing is left behind");
        #[cfg(unix)]
        {
            let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&file).unwrap().permissions());
            assert_eq!(mode & 0o777, 0o600);
        }
    }
}

/// SQLite holds U+0000 in text and PostgreSQL does not: a refusal that says so, and not half a restore.
#[tokio::test]
async fn text_that_the_other_engine_cannot_hold_is_refused_whole() {
    let Some((from, to)) = worlds(SCHEMA).await.into_iter().next().zip(worlds(&[]).await.pop()) else { return };
    let mut row: Vec<Value> = vec![1.into(), "a\u{0}b".into()];
    row.resize(8, Value::Null);
    fill(from.access.db(), vec![row]).await;
    let file = from.folder().join("nul.backup");
    dump(from.access.db(), &file, SCHEMA).await.unwrap();
    match (to.access.db().engine(), restore(to.access.db(), &file, SCHEMA).await) {
        (store::Engine::Sqlite, done) => assert!(done.is_ok()),
        (store::Engine::Postgres, done) => {
            assert!(matches!(done, Err(Error::Internal(why)) if why.contains("thing")));
            assert!(is_empty(to.access.db()).await);
        }
    }
}
