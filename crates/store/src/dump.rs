//! A backup: all tables as they were at one moment, in one file that both engines can restore.
use crate::{
    Db, DumpSummary, Error, Migration, Tx,
    backup_file::{Writer, unwritable},
    migrate, schema,
};
use std::{
    fs::File,
    path::{Path, PathBuf},
};
use uuid::Uuid;

/// Writes all rows of all tables to `out`, as one view of the database; others go on writing meanwhile. `migrations` are all that the
/// program has, so that a database which is not yet up to date can be backed up before it is.
/// `Ok` means: the whole file is on disk under its name, readable by its owner only; an older file of that name is replaced then and
/// no sooner. Documents and keys are not in the database, and so not in this file.
/// Errors: `Unavailable` when the disk refuses, `TooNew` when the database is, `Internal` when it holds what no migration made.
pub async fn dump(db: &Db, out: &Path, migrations: &'static [Migration]) -> Result<DumpSummary, Error> {
    let part = Part::beside(out)?;
    let path = part.path.clone();
    let written = db.read::<(File, DumpSummary), Error>(move |tx| {
        let path = path.clone();
        Box::pin(async move { write(tx, &path, migrations).await })
    });
    let (file, summary) = written.await?;
    let out = out.to_owned();
    // Waiting for the disk would hold up everything else that this thread serves.
    let kept = tokio::task::spawn_blocking(move || part.keep(&file, &out)).await;
    kept.map_err(|e| Error::Internal(e.to_string()))?.map_err(unwritable)?;
    Ok(summary)
}

/// The file is written between two questions to the database: what it costs is a copy to the operating system.
async fn write(tx: &mut Tx<'_>, path: &Path, migrations: &[Migration]) -> Result<(File, DumpSummary), Error> {
    tx.take_all_time().await?;
    let applied = migrate::applied(tx).await?;
    let tables = schema::of(&migrate::known(migrations, &applied)?)?;
    schema::check(tx, &tables).await?;
    let mut writer = Writer::start(create(path).map_err(unwritable)?, applied)?;
    for table in &tables {
        writer.table(table)?;
        tx.each(&table.select(tx.engine()), &mut |row| writer.row(table, row)).await?;
    }
    writer.finish()
}

/// A new file for its owner alone: it holds who asked what.
fn create(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// The file while it is being written: gone when it does not come to an end.
struct Part {
    path: PathBuf,
}

impl Part {
    /// In the same folder, for a name can only be given within one disk; its own for each backup, for two may run at once.
    fn beside(out: &Path) -> Result<Self, Error> {
        let name = out.file_name().ok_or_else(|| Error::Unavailable("the backup needs the name of a file".into()))?;
        let name = format!("{}.{}.part", name.to_string_lossy(), Uuid::now_v7().simple());
        Ok(Self { path: out.with_file_name(name) })
    }

    /// Invariant: under the name of a backup stands a whole backup (test `a_backup_that_fails_leaves_the_older_one`).
    fn keep(self, file: &File, out: &Path) -> std::io::Result<()> {
        file.sync_all()?;
        std::fs::rename(&self.path, out)?;
        let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all() // the name is in the folder, and the folder is on disk
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path); // not there any more when it was kept
    }
}
