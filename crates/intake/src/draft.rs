//! A draft: what a person is filling in.
use crate::{Answers, Known};
use access::{Error, FieldFault, FollowCode, Protected};
use cases::{Document, DocumentStatus};
use jiff::Timestamp;
use uuid::Uuid;
use values::Oin;

/// What a person is filling in.
#[derive(Clone)]
pub struct Draft {
    /// Its id, and later that of the zaak.
    pub id: Uuid,
    /// The service.
    pub service: String,
    /// What was answered so far, right or wrong.
    pub answers: Answers,
    /// Photos so far.
    pub files: Vec<DraftFile>,
    /// What registers said.
    pub known: Known,
    /// It was begun by who signed in.
    pub signed_in: bool,
    /// The words by which another device goes on with it, where she asked for them.
    pub code: Option<FollowCode>,
    /// When it last changed.
    pub changed_at: Timestamp,
    pub(crate) data_key: Uuid,
}

impl Draft {
    /// Is there room for another file at this question? Errors: `Invalid` when there are `most` already.
    pub fn room_for(&self, question: &str, most: usize) -> access::Result<()> {
        if self.files.iter().filter(|file| file.question == question).count() < most {
            return Ok(());
        }
        let fault = FieldFault { limit: Some(most as u64), ..FieldFault::new(question, "fault-too-many-files") };
        Err(Error::Invalid(vec![fault]))
    }
}

/// What a draft begins with.
#[derive(Clone)]
pub struct NewDraft {
    /// Its id, and later that of the zaak.
    pub id: Uuid,
    /// What comes along from the page before.
    pub answers: Answers,
    /// What registers said of who signed in.
    pub known: Known,
}

/// A draft in a list of one's own.
#[derive(Debug, Clone)]
pub struct DraftLine {
    /// Its id.
    pub id: Uuid,
    /// The service.
    pub service: String,
    /// When it last changed.
    pub changed_at: Timestamp,
}

/// A photo of a draft; its sealed file stands in the folder of documents.
#[derive(Debug, Clone)]
pub struct DraftFile {
    /// Its id.
    pub id: Uuid,
    /// `Foto 1`
    pub titel: String,
    /// `image/jpeg`
    pub formaat: String,
    /// Bytes.
    pub bestandsomvang: i64,
    /// Name of the sealed file.
    pub bestand: String,
    /// That of the document it will be.
    pub status: DocumentStatus,
    /// The question it answers.
    pub question: String,
    /// It goes to the closed compartment.
    pub besloten: bool,
}

impl DraftFile {
    /// Does it wait for the virus scanner?
    pub fn waits(&self) -> bool {
        self.status == DocumentStatus::InBewerking
    }

    pub(crate) fn document(&self) -> Document {
        Document {
            id: self.id,
            titel: self.titel.clone(),
            formaat: self.formaat.clone(),
            bestandsomvang: self.bestandsomvang,
            bestand: self.bestand.clone(),
            status: self.status,
            besloten: self.besloten,
            toegevoegd: None,
        }
    }
}

/// For the rules of access: a draft is its own browser's, or its party's.
pub(crate) struct Owned {
    pub id: Uuid,
    pub organisation: Oin,
    pub party: Option<Vec<u8>>,
    pub vestiging: Option<Vec<u8>>,
    pub dienst: String,
}

impl Protected for Owned {
    fn id(&self) -> Uuid {
        self.id
    }
    fn organisation(&self) -> &Oin {
        &self.organisation
    }
    fn party(&self) -> Option<&[u8]> {
        self.party.as_deref()
    }
    fn vestiging(&self) -> Option<&[u8]> {
        self.vestiging.as_deref()
    }
    fn dienst(&self) -> Option<&str> {
        Some(&self.dienst)
    }
}
