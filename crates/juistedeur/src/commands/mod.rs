//! Sub-commands besides `serve`.
pub mod backup;
pub mod vraag;
pub mod zaak;

use crate::{settings::Settings, wiring};
use access::{Head, KeyRing};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Makes a file with keys.
pub fn keys_new(file: &Path) -> Result<ExitCode, String> {
    KeyRing::create(file).map_err(|e| e.to_string())?;
    println!(
        "{}: made. Keep a copy where the database and its backups are not: without it nobody can read them.",
        file.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// Brings the database up to date.
pub async fn migrate(settings: &Settings) -> Result<ExitCode, String> {
    let db = wiring::database(settings).await?;
    let ran = store::migrate(&db, &wiring::MIGRATIONS).await.map_err(|e| e.to_string())?;
    println!("{ran} migrations ran; the database is up to date.");
    Ok(ExitCode::SUCCESS)
}

/// Is every line of the journal there, as it was written?
pub async fn check_journal(settings: &Settings, heads: &[PathBuf]) -> Result<ExitCode, String> {
    let read = |file: &PathBuf| -> Result<Head, String> {
        let text = std::fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
        serde_json::from_str(&text).map_err(|e| format!("{}: this is no head of a journal: {e}", file.display()))
    };
    let kept = heads.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let (db, keys) = (wiring::database(settings).await?, wiring::keys(settings)?);
    let (lines, findings) = access::check_journal(&db, &keys, kept).await.map_err(|e| e.to_string())?;
    for finding in &findings {
        println!("{finding}");
    }
    println!("{lines} lines, {} findings", findings.len());
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What is wrong with the services.
pub fn check_services(settings: &Settings, folder: Option<PathBuf>) -> Result<ExitCode, String> {
    let folder = folder.unwrap_or_else(|| settings.services.clone());
    let catalogue = catalogue::Catalogue::load_hosts(&settings.reference, &folder).map_err(|e| e.to_string())?;
    let findings = catalogue::check_services(&folder, &catalogue, values::Clock::today(&values::SystemClock));
    let doelen = wiring::doelen(settings)?;
    // Only what can be loaded says for which purposes it invites.
    let loaded = findings.is_empty().then(|| catalogue::Catalogue::load(&settings.reference, &folder).ok()).flatten();
    let unknown = loaded.and_then(|loaded| intake::unknown_doel(&loaded, &doelen));
    let findings: Vec<_> = findings.iter().map(ToString::to_string).chain(unknown).collect();
    for finding in &findings {
        println!("{finding}");
    }
    println!("{} findings", findings.len());
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Is everything there to serve?
pub fn check_settings(settings: &Settings) -> Result<ExitCode, String> {
    let lacks = settings.lacks();
    for lack in &lacks {
        println!("{lack}");
    }
    println!("{} settings are missing or wrong", lacks.len());
    Ok(if lacks.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The newest signed head, on standard output.
pub async fn export_head(settings: &Settings) -> Result<ExitCode, String> {
    let access = wiring::access(settings).await?;
    while access::seal_once(access.db(), access.keys(), access.clock().now()).await.map_err(|e| e.to_string())? > 0 {}
    let head = access::newest_head(access.db()).await.map_err(|e| e.to_string())?.ok_or("the journal has no lines yet")?;
    println!("{}", serde_json::to_string(&head).map_err(|e| e.to_string())?);
    Ok(ExitCode::SUCCESS)
}
