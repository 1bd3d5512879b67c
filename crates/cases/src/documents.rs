//! Files of zaken: sealed, named after their content, on the disk before their row.
use access::{DataKey, Error, Op, Result};
use sha2::{Digest, Sha256};
use std::{io::Write, path::PathBuf, sync::Arc};
use uuid::Uuid;

/// One file of a zaak (ZGW: EnkelvoudigInformatieObject).
#[derive(Debug, Clone)]
pub struct Document {
    /// Its id.
    pub id: Uuid,
    /// Its title: `Foto 1`.
    pub titel: String,
    /// Its media type, found by inspection.
    pub formaat: String,
    /// Its size in bytes, unsealed.
    pub bestandsomvang: i64,
    /// Name of the sealed file.
    pub bestand: String,
}

/// The folder with sealed files. Cheap to clone.
#[derive(Clone)]
pub struct Documents(Arc<PathBuf>);

impl Documents {
    /// Opens the folder, and makes it when it is not there. Errors: `Unavailable`.
    pub fn open(folder: PathBuf) -> Result<Self> {
        std::fs::create_dir_all(&folder).map_err(|e| unavailable(&e))?;
        Ok(Self(Arc::new(folder)))
    }

    /// Where they are.
    pub fn folder(&self) -> &std::path::Path {
        &self.0
    }

    /// Seals `content` in memory; give the result to `put`.
    pub fn seal(op: &Op<'_>, key: &DataKey, id: Uuid, content: &[u8]) -> Result<Vec<u8>> {
        key.seal(op, &place(id), content)
    }

    /// Writes what `seal` made, and comes back when it is on the disk. Gives its name.
    pub async fn put(&self, sealed: Vec<u8>) -> Result<String> {
        let folder = self.0.clone();
        let work = tokio::task::spawn_blocking(move || put_blocking(&folder, &sealed));
        work.await.map_err(|e| Error::Internal(e.to_string()))?.map_err(|e| unavailable(&e))
    }

    /// Reads and opens a file. Errors: `Unavailable` when it is not there, `Internal` when it was changed.
    pub async fn get(&self, document: &Document, key: &DataKey) -> Result<Vec<u8>> {
        let sealed = tokio::fs::read(self.0.join(&document.bestand)).await.map_err(|e| unavailable(&e))?;
        key.open(&place(document.id), &sealed)
    }

    /// Names of all files.
    pub fn names(&self) -> Result<Vec<String>> {
        let entries = std::fs::read_dir(&*self.0).map_err(|e| unavailable(&e))?;
        Ok(entries.filter_map(|e| e.ok()?.file_name().into_string().ok()).collect())
    }

    /// Removes the files that stood here at `before` and are not in use. Ask for `before` first and `in_use` after: a file that came
    /// in between has no row yet. Gives how many.
    pub fn sweep(&self, before: &[String], in_use: &[String]) -> Result<usize> {
        let in_use: std::collections::HashSet<_> = in_use.iter().collect();
        let orphans: Vec<_> = before.iter().filter(|name| !in_use.contains(name)).collect();
        for name in &orphans {
            std::fs::remove_file(self.0.join(name)).map_err(|e| unavailable(&e))?;
        }
        Ok(orphans.len())
    }
}

fn put_blocking(folder: &std::path::Path, sealed: &[u8]) -> std::io::Result<String> {
    let name: String = Sha256::digest(sealed).iter().map(|b| format!("{b:02x}")).collect();
    let half = folder.join(format!("{name}.half"));
    let mut file = std::fs::File::create(&half)?;
    file.write_all(sealed)?;
    file.sync_all()?;
    std::fs::rename(&half, folder.join(&name))?;
    std::fs::File::open(folder)?.sync_all()?;
    Ok(name)
}

fn place(id: Uuid) -> String {
    format!("document {id}")
}

fn unavailable(error: &std::io::Error) -> Error {
    Error::Unavailable(format!("folder of documents: {error}"))
}
