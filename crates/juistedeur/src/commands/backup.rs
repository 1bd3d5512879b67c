//! Backup and restore: the database in one file that both engines read, and the sealed documents beside it.
use crate::{settings::Settings, wiring};
use std::{fs, path::Path, process::ExitCode};

const ROWS: &str = "database.dump";
const DOCUMENTS: &str = "documents";

fn at<T>(path: &Path, result: std::io::Result<T>) -> Result<T, String> {
    result.map_err(|e| format!("{}: {e}", path.display()))
}

/// Copies everything into `folder`. Rows first: every file that a row names was on the disk before the row.
pub async fn backup(settings: &Settings, folder: &Path) -> Result<ExitCode, String> {
    if folder.exists() {
        return Err(format!("{}: exists already; give a folder that does not", folder.display()));
    }
    at(folder, fs::create_dir_all(folder.join(DOCUMENTS)))?;
    let db = wiring::database(settings).await?;
    let summary = store::dump(&db, &folder.join(ROWS), &wiring::MIGRATIONS).await.map_err(|e| e.to_string())?;
    let files = copy(wiring::documents(settings)?.folder(), &folder.join(DOCUMENTS))?;
    println!("{}: {} rows, {files} documents. The keys are not in it.", folder.display(), summary.rows);
    Ok(ExitCode::SUCCESS)
}

/// Puts a backup back. Files first, so that no row names a file that is not there.
pub async fn restore(settings: &Settings, folder: &Path) -> Result<ExitCode, String> {
    let documents = wiring::documents(settings)?;
    if !documents.names().await.map_err(|e| e.to_string())?.is_empty() {
        return Err(format!("{}: holds documents already; restore only into an empty folder", documents.folder().display()));
    }
    let db = wiring::database(settings).await?;
    let files = copy(&folder.join(DOCUMENTS), documents.folder())?;
    let summary = store::restore(&db, &folder.join(ROWS), &wiring::MIGRATIONS).await.map_err(|e| e.to_string())?;
    println!("{}: {} rows and {files} documents are back.", folder.display(), summary.rows);
    Ok(ExitCode::SUCCESS)
}

fn copy(from: &Path, to: &Path) -> Result<usize, String> {
    let mut files = 0;
    for entry in at(from, fs::read_dir(from))? {
        let entry = at(from, entry)?;
        let target = to.join(entry.file_name());
        // While people work, what is being written has no name yet, and what was thrown away is gone: neither is part of the rows.
        if entry.path().extension().is_some_and(|end| end == "half") {
            continue;
        }
        match fs::copy(entry.path(), &target) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && !entry.path().exists() => continue,
            copied => at(&target, copied)?,
        };
        at(&target, fs::File::open(&target).and_then(|file| file.sync_all()))?;
        files += 1;
    }
    at(to, fs::File::open(to).and_then(|folder| folder.sync_all()))?;
    Ok(files)
}
