//! Photos and papers of a draft. What was chosen on a page is taken along by whichever of its buttons is pressed: scanned for viruses, and on the
//! disk, sealed, before the next page says so.
use crate::{
    ask::Ask,
    fault::Fault,
    fields::Fields,
    pages::form::Open,
    upload::{TEXT, Unread, Upload, content},
};
use access::{Error, FieldFault};
use axum::extract::multipart::Field;
use catalogue::{Page, Question, QuestionKind};
use intake::{DraftFile, FileKind, MAX_PHOTO, Photo};
use uuid::Uuid;

/// The button that adds a file and stays: its value is the question.
pub(crate) const ADD: &str = "bestand-erbij";
/// The button that takes a file out again and stays: its value is the id of the file.
pub(crate) const REMOVE: &str = "bestand-weg";
/// Most bytes of all that is no file.
const FORM: usize = 1024 * 1024;
/// Most fields that are no file.
const MOST_FIELDS: usize = 100;

/// What was sent with a page.
pub(crate) struct Sent {
    pub fields: Fields,
    /// What is wrong with the files.
    pub faults: Vec<FieldFault>,
    /// All of it could be read: what is not among the fields was not on the page.
    pub whole: bool,
    /// The questions that got a file.
    added: Vec<String>,
}

impl Sent {
    fn wrong(&mut self, question: Option<&Question>, why: Unread) {
        let question = question.filter(|question| !self.faults.iter().any(|fault| fault.field == question.id));
        self.faults.extend(question.map(|question| unread(why, &question.id)));
    }
}

/// Is it answered with files?
pub(crate) fn takes_files(question: &Question) -> bool {
    matches!(question.kind, QuestionKind::Photo | QuestionKind::Document)
}

/// Most bytes of this page with a file at each question that takes one.
pub(crate) fn most_bytes(page: &Page) -> usize {
    FORM + page.question.iter().filter(|question| takes_files(question)).count() * MAX_PHOTO
}

/// Reads a page and adds its files, one by one. Of a question whose file is wrong no other is read.
pub(crate) async fn read(ask: &Ask, opened: &mut Open<'_>, page: &Page, upload: Upload) -> Result<Sent, Fault> {
    let mut sent = Sent { fields: Fields(vec![]), faults: vec![], whole: false, added: vec![] };
    let mut form = match upload {
        Upload::Fields(fields) => return Ok(Sent { fields, whole: true, ..sent }),
        Upload::Parts(form) => form,
    };
    // It may come slowly: what was stopped meanwhile is not written.
    let there = format!("/formulier/{}/{}", opened.draft.id, page.id);
    // At which question it broke off, if it does.
    let mut at = page.question.iter().find(|question| takes_files(question));
    let why = loop {
        let Some(form) = &mut form else { break Unread::Broken };
        let part = match form.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => {
                ask.still(&there).await?;
                return Ok(Sent { whole: true, ..sent });
            }
            Err(error) => break error.into(),
        };
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name() {
            None if sent.fields.0.len() == MOST_FIELDS => {}
            None => match content(part, TEXT).await {
                Ok(text) => sent.fields.0.push((name, String::from_utf8_lossy(&text).into_owned())),
                Err(why) => break why,
            },
            // No file was chosen.
            Some("") => {}
            Some(_) => {
                let Some(question) = page.question.iter().find(|q| q.id == name && takes_files(q)) else { continue };
                at = Some(question);
                if sent.faults.iter().any(|fault| fault.field == name) {
                    continue;
                }
                let came = file(opened, part, question).await;
                ask.still(&there).await?;
                let added = match came {
                    Ok(bytes) => put(ask, opened, bytes, question).await,
                    Err(error) => Err(error),
                };
                match added {
                    Ok(()) => sent.added.push(name),
                    Err(Error::Invalid(faults)) => sent.faults.extend(faults),
                    Err(error) => return Err(ask.fault(error)),
                }
            }
        }
    };
    sent.wrong(at, why);
    Ok(sent)
}

/// The question at which one stays after a button that adds a file or takes one out; `None` for another button. Takes it out; that there is none to
/// add is told.
pub(crate) async fn stays(ask: &Ask, opened: &mut Open<'_>, page: &Page, sent: &mut Sent) -> Result<Option<String>, Fault> {
    let of_page = |id: &str| page.question.iter().any(|question| question.id == id && takes_files(question));
    let adds = Some(sent.fields.get(ADD).to_owned()).filter(|id| of_page(id));
    if let Some(question) = &adds {
        let told = sent.added.contains(question) || sent.faults.iter().any(|fault| fault.field == *question);
        sent.faults.extend((!told).then(|| FieldFault::new(question, "fault-file-none")));
        return Ok(adds);
    }
    let Ok(file) = Uuid::parse_str(sent.fields.get(REMOVE)) else { return Ok(None) };
    // What another tab took out is gone already.
    let found = opened.draft.files.iter().find(|known| known.id == file).map(|known| known.question.clone());
    let Some(question) = found.filter(|question| of_page(question)) else {
        return Ok(page.question.iter().find(|question| takes_files(question)).map(|question| question.id.clone()));
    };
    let (id, secret) = (opened.draft.id, opened.browser.clone());
    let work = ask.write(ask.filling_in(id), move |op| {
        let secret = secret.clone();
        Box::pin(async move { intake::remove_file(op, id, &secret, file).await })
    });
    remove_all(ask, work.await?.as_slice()).await;
    opened.draft.files.retain(|known| known.id != file);
    Ok(Some(question))
}

/// Most files at a question.
fn most(question: &Question) -> usize {
    question.max.unwrap_or(1) as usize
}

/// The bytes of a file. That there is room is looked at before: whoever sends five hundred costs no more than she should.
async fn file(opened: &Open<'_>, part: Field<'_>, question: &Question) -> access::Result<Vec<u8>> {
    opened.draft.room_for(&question.id, most(question))?;
    content(part, MAX_PHOTO).await.map_err(|why| Error::Invalid(vec![unread(why, &question.id)]))
}

/// Seals a file, and adds it.
async fn put(ask: &Ask, opened: &mut Open<'_>, bytes: Vec<u8>, question: &Question) -> access::Result<()> {
    let (field, most) = (question.id.as_str(), most(question));
    let kind = if question.kind == QuestionKind::Photo { FileKind::Photo } else { FileKind::Document };
    let photo = Photo::parse(bytes, kind, field)?;
    let status = photo.scanned(ask.app.scanner.as_ref(), field).await?;
    let (id, file, secret, seen) = (opened.draft.id, Uuid::now_v7(), opened.browser.clone(), photo.clone());
    let sealing = ask.app.access.read(ask.filling_in(id), move |op| {
        let (secret, photo) = (secret.clone(), seen.clone());
        Box::pin(async move { intake::seal_photo(op, id, &secret, file, &photo).await })
    });
    let bestand = ask.app.documents.put(sealing.await?).await?;
    let row = DraftFile {
        id: file,
        titel: free_name(ask, opened, question, most),
        formaat: photo.formaat.into(),
        bestandsomvang: i64::try_from(photo.bytes.len()).unwrap_or(i64::MAX),
        bestand,
        status,
        question: question.id.clone(),
        besloten: question.besloten,
    };
    let (secret, added) = (opened.browser.clone(), row.clone());
    let adding = ask.app.access.write(ask.filling_in(id), move |op| {
        let (secret, added) = (secret.clone(), added.clone());
        Box::pin(async move { intake::add_file(op, id, &secret, &added, most).await })
    });
    let added = adding.await;
    match &added {
        Ok(()) => opened.draft.files.push(row),
        // It was sent, or full, meanwhile: no row names the file. After another error one may.
        Err(Error::NotFound | Error::Invalid(_)) => remove_all(ask, &[row.bestand]).await,
        Err(_) => {}
    }
    added
}

/// Removes files that no row names any more. One that can't be removed now is swept later.
pub(crate) async fn remove_all(ask: &Ask, files: &[String]) {
    for bestand in files {
        if let Err(error) = ask.app.documents.remove(bestand).await {
            tracing::warn!(%error, "a file that was taken out could not be removed; it is swept later");
        }
    }
}

/// `Foto 1`, or what the question asks with a number: the first that no other file has.
fn free_name(ask: &Ask, opened: &Open<'_>, question: &Question, most: usize) -> String {
    let named = |n: usize| match question.kind {
        QuestionKind::Photo => texts::text_with(ask.language, "photo-name", &[("number", &n.to_string())]),
        _ if most == 1 => question.label.get(ask.language).to_owned(),
        _ => format!("{} {n}", question.label.get(ask.language)),
    };
    let free = |n: &usize| opened.draft.files.iter().all(|file| file.titel != named(*n));
    named((1..=most + 1).find(free).unwrap_or(most))
}

fn unread(why: Unread, field: &str) -> FieldFault {
    let (fault, limit) = match why {
        Unread::TooLarge => ("fault-photo-too-large", Some(10)),
        Unread::TooMany | Unread::Broken => ("fault-photo-broken", None),
    };
    FieldFault { field: field.into(), fault, limit }
}
