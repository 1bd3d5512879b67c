//! Files of zaken: sealed, named after their content, on the disk before their row.
use crate::{Toegevoegd, Verdict};
use access::{DataKey, Error, Op, Refusal, Result};
use sha2::{Digest, Sha256};
use std::{collections::HashSet, io::Write, path::PathBuf, sync::Arc};
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
    /// Name of the sealed file; empty when the file was taken away.
    pub bestand: String,
    /// How far it is.
    pub status: DocumentStatus,
    /// In the closed compartment: the person herself opens it and the adviser of its zaak, no handler and no front desk
    /// (ZGW: vertrouwelijkheidaanduiding `geheim`).
    pub besloten: bool,
    /// That it was added when the zaak ran already; `None` for what came with the form.
    pub toegevoegd: Option<Toegevoegd>,
}

impl Document {
    /// Invariant: only a document that is `definitief` is handed out (tests `a_photo_that_waits_for_the_scanner_is_handed_out_to_nobody`
    /// and those of `product/scanner.rs`). Errors: `Refused`.
    pub fn may_leave(&self) -> Result<()> {
        match self.status {
            DocumentStatus::Definitief => Ok(()),
            DocumentStatus::InBewerking => Err(Error::Refused(Refusal("refused-document-waits"))),
            DocumentStatus::Gearchiveerd => Err(Error::Refused(Refusal("refused-document-infected"))),
        }
    }
}

/// How far a document is (ZGW `status`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentStatus {
    /// It waits for the virus scanner.
    InBewerking,
    /// The virus scanner found nothing, or there is none.
    Definitief,
    /// The virus scanner found something; its file is gone.
    Gearchiveerd,
}

impl DocumentStatus {
    /// What a document becomes after this verdict.
    pub fn after(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Away => Self::InBewerking,
            Verdict::Clean => Self::Definitief,
            Verdict::Infected => Self::Gearchiveerd,
        }
    }

    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::InBewerking => "in_bewerking",
            Self::Definitief => "definitief",
            Self::Gearchiveerd => "gearchiveerd",
        }
    }

    /// The status of a word in a row. Errors: `Internal` for another word.
    pub fn of_row(word: &str) -> std::result::Result<Self, store::Error> {
        let all = [Self::InBewerking, Self::Definitief, Self::Gearchiveerd];
        let broken = || store::Error::Internal("a document with an unknown status".into());
        all.into_iter().find(|s| s.word() == word).ok_or_else(broken)
    }
}

/// A file that waits for the virus scanner, with the key that opens it.
pub struct Waiting {
    /// The draft or zaak it belongs to; they share an id.
    pub of: Uuid,
    /// The file.
    pub document: Document,
    /// The key it was sealed with.
    pub key: DataKey,
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
        blocking(move || put_blocking(&folder, &sealed)).await
    }

    /// Reads and opens a file. Errors: `Unavailable` when it is not there, `Internal` when it was changed.
    pub async fn get(&self, document: &Document, key: &DataKey) -> Result<Vec<u8>> {
        let sealed = tokio::fs::read(self.0.join(&document.bestand)).await.map_err(|e| unavailable(&e))?;
        key.open(&place(document.id), &sealed)
    }

    /// Removes a file that no row names any more. One that is gone already is no fault.
    pub async fn remove(&self, bestand: &str) -> Result<()> {
        match tokio::fs::remove_file(self.0.join(bestand)).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(unavailable(&error)),
            _ => Ok(()),
        }
    }

    /// Names of all files.
    pub async fn names(&self) -> Result<HashSet<String>> {
        let folder = self.0.clone();
        blocking(move || {
            let entries = std::fs::read_dir(&*folder)?;
            Ok(entries.filter_map(|e| e.ok()?.file_name().into_string().ok()).collect())
        })
        .await
    }

    /// Removes the files that stood here at `before` and are not in use. Ask for `before` first and `in_use` after: a file that came
    /// in between has no row yet. Gives how many.
    pub async fn sweep(&self, mut before: HashSet<String>, in_use: &[String]) -> Result<usize> {
        for name in in_use {
            before.remove(name);
        }
        let folder = self.0.clone();
        blocking(move || {
            for name in &before {
                match std::fs::remove_file(folder.join(name)) {
                    Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
                    _ => {}
                }
            }
            Ok(before.len())
        })
        .await
    }
}

/// Work on the disk, where it holds up nobody who waits for the network.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> std::io::Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|e| Error::Internal(e.to_string()))?.map_err(|e| unavailable(&e))
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
