//! What a person adds to her zaak, or gives when it was asked of her: words, papers, or both. Papers are scanned for viruses, and on the disk,
//! sealed, before the page says so.
use super::{
    Opened,
    done::{Done, Shown},
    prose, show,
};
use crate::{
    ask::Ask,
    fault::Fault,
    upload::{Unread, Upload},
};
use access::{Acting, Error, FieldFault};
use axum::response::Response;
use cases::{Bijdrage, Bijlage, Document, MAX_BERICHT, MAX_DOCUMENTS};
use catalogue::{Question, QuestionKind, ServiceDefinition};
use intake::{FileKind, MAX_PHOTO, Photo};
use std::sync::Arc;
use uuid::Uuid;
use values::mask_elfproef;

/// Most files at once.
const MOST: usize = 10;
/// What is none of the kinds that the service names.
const OTHER: &str = "anders";

/// On which of the forms of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// She adds something.
    Add,
    /// She gives what was asked.
    Answer,
}

impl Form {
    /// Its field for words.
    pub fn text(self) -> &'static str {
        if self == Self::Add { "bericht" } else { "antwoord" }
    }

    /// Its field for the kind of paper.
    pub fn kind(self) -> &'static str {
        if self == Self::Add { "soort" } else { "antwoord-soort" }
    }

    /// Its field for files.
    pub fn file(self) -> &'static str {
        if self == Self::Add { "document" } else { "antwoord-document" }
    }
}

/// What was typed and chosen, and is wrong.
pub(crate) struct Again {
    pub form: Form,
    pub text: String,
    pub kind: String,
    pub fault: FieldFault,
}

/// The part of a form in which one adds papers.
pub(crate) struct Papers {
    pub form: Form,
    /// Ids and names of the kinds of paper; none where the service asks for none.
    pub kinds: Vec<(String, String)>,
    pub chosen: String,
    /// What a closed compartment means, where there is one.
    pub closed: Option<String>,
    pub hint: String,
}

impl Papers {
    pub fn of(ask: &Ask, service: Option<&ServiceDefinition>, form: Form, chosen: &str) -> Self {
        let told = |key: &str, name: &str, value: &str| texts::text_with(ask.language, key, &[(name, value)]);
        let all = kinds(service);
        let label = |question: &Question| question.label.get(ask.language).to_owned();
        let name = |question: &Question| match question.besloten {
            true => told("zaak-documents-kind-closed", "kind", &label(question)),
            false => label(question),
        };
        let closed: Vec<_> = all.iter().filter(|question| question.besloten).map(|question| label(question)).collect();
        let mut kinds: Vec<_> = all.iter().map(|question| (question.id.clone(), name(question))).collect();
        if !kinds.is_empty() {
            kinds.push((OTHER.to_owned(), ask.text("zaak-documents-other")));
        }
        let closed = (!closed.is_empty()).then(|| told("zaak-documents-closed", "kinds", &closed.join(", ")));
        let hint = told("zaak-documents-hint", "most", &MOST.to_string());
        Self { form, kinds, chosen: chosen.to_owned(), closed, hint }
    }

    /// What its fields are called where is told what is wrong.
    pub fn labels(ask: &Ask) -> Vec<(String, String)> {
        let named = |form: Form| [(form.kind(), "zaak-documents-kind"), (form.file(), "zaak-documents-title")];
        let all = [Form::Add, Form::Answer].into_iter().flat_map(named).chain([("bericht", "zaak-add-label")]);
        all.map(|(field, key)| (field.to_owned(), ask.text(key))).collect()
    }
}

/// The questions of a service that take papers, where it asks for any: each is a kind of paper.
fn kinds(service: Option<&ServiceDefinition>) -> Vec<&Question> {
    let questions = service.iter().flat_map(|service| &service.pages).flat_map(|page| &page.question);
    let takes: Vec<_> = questions.filter(|q| matches!(q.kind, QuestionKind::Photo | QuestionKind::Document)).collect();
    if takes.iter().any(|question| question.kind == QuestionKind::Document) { takes } else { vec![] }
}

/// Adds something.
pub(crate) async fn add(ask: &Ask, opened: &Opened, upload: Upload) -> Result<Response, Fault> {
    let id = opened.id;
    let (sent, again) = match read(ask, opened, upload, Form::Add).await? {
        Ok(sent) => sent,
        Err(again) => return show(ask, opened, Shown::Again(again)).await,
    };
    let work = ask.app.access.write(opened.context.clone(), move |op| {
        let sent = sent.clone();
        Box::pin(async move { cases::add_bericht(op, id, sent).await })
    });
    done(ask, opened, work.await, (again, format!("{}#berichten", Done::Added.at(&opened.path)))).await
}

/// Gives what was asked.
pub(crate) async fn fulfil(ask: &Ask, opened: &Opened, taak: Uuid, upload: Upload) -> Result<Response, Fault> {
    let (app, id) = (ask.app.clone(), opened.id);
    let (sent, again) = match read(ask, opened, upload, Form::Answer).await? {
        Ok(sent) => sent,
        Err(again) => return show(ask, opened, Shown::Again(again)).await,
    };
    let work = ask.app.access.write(opened.context.clone(), move |op| {
        let (app, sent) = (app.clone(), sent.clone());
        Box::pin(async move { cases::fulfil(op, id, taak, sent, &app.calendar).await })
    });
    done(ask, opened, work.await, (again, Done::Answered.at(&opened.path))).await
}

/// What it came to: on to the page, or back to what was typed.
async fn done(ask: &Ask, opened: &Opened, came: access::Result<()>, (typed, there): (Typed, String)) -> Result<Response, Fault> {
    match came {
        Ok(()) => Ok(ask.go(&there)),
        Err(Error::Invalid(faults)) => {
            let fault = faults.into_iter().next().ok_or_else(|| ask.fault(Error::Invalid(vec![])))?;
            show(ask, opened, Shown::Again(typed.again(FieldFault { field: typed.form.file().into(), ..fault }))).await
        }
        Err(error) => Err(ask.fault(error)),
    }
}

/// What was typed and chosen.
#[derive(Clone)]
struct Typed {
    form: Form,
    text: String,
    kind: String,
}

impl Typed {
    fn again(&self, fault: FieldFault) -> Again {
        Again { form: self.form, text: self.text.clone(), kind: self.kind.clone(), fault }
    }

    /// What is wrong with the files, where there is room for so many.
    fn unread(&self, why: Unread, room: usize) -> Again {
        let (fault, limit) = match why {
            Unread::TooLarge => ("fault-documents-too-large", Some(10)),
            Unread::TooMany if room < MOST => ("fault-too-many-documents", Some(MAX_DOCUMENTS as u64)),
            Unread::TooMany => ("fault-too-many-at-once", Some(MOST as u64)),
            Unread::Broken => ("fault-photo-broken", None),
        };
        self.again(FieldFault { field: self.form.file().into(), fault, limit })
    }
}

type Sent = Result<(Bijdrage, Typed), Again>;

/// What was sent, its papers on the disk; or what is wrong with it.
async fn read(ask: &Ask, opened: &Opened, upload: Upload, form: Form) -> Result<Sent, Fault> {
    let id = opened.id;
    // Before it is read and scanned: whoever may not add costs nothing.
    let room = match upload {
        Upload::Fields(_) => 0,
        Upload::Parts(_) => ask.read(opened.context.clone(), move |op| Box::pin(cases::room_for_documents(op, id))).await?,
    };
    let (fields, files) = upload.read(room.min(MOST), MAX_PHOTO).await;
    let kind = fields.get(form.kind()).to_owned();
    let typed = Typed { form, text: mask_elfproef(fields.get(form.text())), kind };
    let files = match files {
        Ok(files) => files,
        Err(why) => return Ok(Err(typed.unread(why, room))),
    };
    let tekst = match prose(&fields, form.text(), MAX_BERICHT) {
        Ok(tekst) => Some(tekst),
        Err(_) if typed.text.trim().is_empty() && !files.is_empty() => None,
        // Who chose a kind only forgot the file.
        Err(_) if typed.text.trim().is_empty() && !typed.kind.is_empty() => None,
        Err(fault) => return Ok(Err(typed.again(fault))),
    };
    let papers = papers(ask, opened, &typed, files).await;
    // It may have come slowly; words open it whoever is signed in.
    if !matches!(opened.context.actor.acting, Acting::Holder { .. }) {
        ask.still(&opened.path).await?;
    }
    match papers {
        Ok(bijlagen) => Ok(Ok((Bijdrage { tekst, bijlagen }, typed))),
        Err(Error::Invalid(mut faults)) if !faults.is_empty() => Ok(Err(typed.again(faults.remove(0)))),
        Err(error) => Err(ask.fault(error)),
    }
}

/// Files as papers of the kind that was chosen: inspected, scanned, sealed, on the disk. Errors: `Invalid` when one of them is none.
async fn papers(ask: &Ask, opened: &Opened, typed: &Typed, files: Vec<Vec<u8>>) -> access::Result<Vec<Bijlage>> {
    let wrong = |field: &str, fault| Error::Invalid(vec![FieldFault::new(field, fault)]);
    let form = typed.form;
    if files.is_empty() {
        return if typed.kind.is_empty() { Ok(vec![]) } else { Err(wrong(form.file(), "fault-file-choose")) };
    }
    let id = opened.id;
    let work = ask.app.access.read(opened.context.clone(), move |op| Box::pin(cases::service_of(op, id)));
    let kinds = kinds(ask.app.catalogue.service(&work.await?.1));
    let kind = kinds.iter().find(|question| question.id == typed.kind);
    if kind.is_none() && !kinds.is_empty() && typed.kind != OTHER {
        return Err(wrong(form.kind(), "fault-kind-choose"));
    }
    let takes = if kind.is_some_and(|q| q.kind == QuestionKind::Photo) { FileKind::Photo } else { FileKind::Document };
    let mut found = Vec::new();
    for bytes in files {
        let photo = Photo::parse(bytes, takes, form.file())?;
        let status = photo.scanned(ask.app.scanner.as_ref(), form.file()).await?;
        found.push((photo.formaat, status, (Uuid::now_v7(), photo.bytes)));
    }
    let contents: Arc<Vec<_>> = Arc::new(found.iter().map(|(_, _, paper)| paper.clone()).collect());
    let sealing = ask.app.access.read(opened.context.clone(), move |op| {
        let contents = contents.clone();
        Box::pin(async move { cases::seal_documents(op, id, &contents).await })
    });
    let titel = kind.map_or_else(|| ask.text("zaak-documents-name"), |question| question.label.get(ask.language).to_owned());
    let mut bijlagen = Vec::new();
    for ((formaat, status, (id, bytes)), sealed) in found.into_iter().zip(sealing.await?) {
        let document = Document {
            id,
            titel: titel.clone(),
            formaat: formaat.into(),
            bestandsomvang: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
            bestand: ask.app.documents.put(sealed).await?,
            status,
            besloten: kind.is_some_and(|question| question.besloten),
            toegevoegd: None,
        };
        bijlagen.push(Bijlage::new(document, kind.map_or(OTHER, |question| question.id.as_str()), &bytes));
    }
    Ok(bijlagen)
}
