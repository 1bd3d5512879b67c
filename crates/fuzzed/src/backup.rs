//! Backups, as somebody may have damaged or written them.
use crate::world::{folder, wait};
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};
use store::{Db, Error, Settings, Synchronous};

/// The first line of a backup of this version of the tables.
static HEADER: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let file = file();
    wait(async {
        let db = open(&file.with_extension("db")).await;
        store::migrate(&db, access::MIGRATIONS).await.expect("the tables");
        store::dump(&db, &file, access::MIGRATIONS).await.expect("a backup");
    });
    let bytes = fs::read(&file).expect("a backup");
    bytes[..=bytes.iter().position(|b| *b == b'\n').expect("a line")].to_vec()
});

fn file() -> PathBuf {
    folder("backup").join(format!("{:?}.backup", std::thread::current().id()))
}

async fn open(file: &Path) -> Db {
    let settings = Settings::Sqlite { file: file.to_owned(), readers: 1, synchronous: Synchronous::Off };
    Db::open(&settings).await.expect("a database")
}

/// The tables and rows of a backup, which gets a right header and checksum here so that they are read at all; or a whole backup, when it
/// begins like one. It comes back, or nothing of it does.
pub fn backup(bytes: &[u8]) {
    let whole = bytes.starts_with(b"{\"format\"");
    let text = if whole { bytes.to_vec() } else { finished(bytes) };
    let file = file();
    fs::write(&file, text).expect("a file");
    wait(async {
        let db = open(Path::new(":memory:")).await; // quick, and enough for as long as only the writer is asked
        if let Err(error) = store::restore(&db, &file, access::MIGRATIONS).await {
            assert!(!error.to_string().contains("panicked"), "{error}");
            assert_eq!(tables(&db).await, 0, "something of a refused backup is left: {error}");
        }
    });
}

fn finished(body: &[u8]) -> Vec<u8> {
    let mut text = [&HEADER[..], body].concat();
    if text.last() != Some(&b'\n') {
        text.push(b'\n');
    }
    let lines = || text.split_inclusive(|b| *b == b'\n').skip(1);
    let rows = lines().filter(|line| line.starts_with(b"[")).count();
    let (tables, hash) = (lines().count() - rows, Sha256::digest(&text));
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    text.extend(format!("{{\"rows\":{rows},\"tables\":{tables},\"sha256\":\"{hash}\"}}\n").bytes());
    text
}

async fn tables(db: &Db) -> i64 {
    let sql = "SELECT COUNT(*) FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'";
    let count = db.write::<_, Error>(move |tx| Box::pin(async move { tx.row(sql, &[], |r| r.get::<i64>(0)).await }));
    count.await.expect("a count").unwrap_or_default()
}
