//! Photos and papers of a draft: scanned for viruses, and on the disk, sealed, before the page says so.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    pages::form::{CHANGING, Open, changing, file_again, open},
    upload::{Unread, content},
};
use access::{Error, FieldFault};
use axum::{
    extract::{Multipart, Query, multipart::MultipartRejection},
    response::Response,
};
use catalogue::{Page, Question, QuestionKind};
use intake::{DraftFile, FileKind, MAX_PHOTO, Photo};
use std::collections::HashMap;
use uuid::Uuid;

/// Adds one file and shows the page again, with what is wrong when it is none that this question takes.
pub(crate) async fn add(
    ask: Ask,
    At((id, name)): At<(Uuid, String)>,
    Query(query): Query<HashMap<String, String>>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Fault> {
    let opened = open(&ask, id).await?;
    let (form_page, question) = asked(&opened, &name).ok_or_else(|| ask.fault(Error::NotFound))?;
    let came = match ready(&ask, &opened, form, question).await {
        Ok(Some(row)) => {
            // It may have come slowly.
            ask.still(&format!("/formulier/{id}/{}", form_page.id)).await?;
            put(&ask, &opened, row, question).await
        }
        Ok(None) => Ok(()),
        Err(error) => Err(error),
    };
    match came {
        Ok(()) => Ok(ask.go(&format!("/formulier/{id}/{}{}#{}", form_page.id, changing(&query), question.id))),
        Err(Error::Invalid(faults)) => file_again(&ask, &opened, question, (faults, query.contains_key(CHANGING))),
        Err(error) => Err(ask.fault(error)),
    }
}

/// The question for files of this name, and its page.
fn asked<'a>(opened: &Open<'a>, name: &str) -> Option<(&'a Page, &'a Question)> {
    let takes = |q: &&Question| q.id == name && matches!(q.kind, QuestionKind::Photo | QuestionKind::Document);
    opened.service.pages.iter().find_map(|page| page.question.iter().find(takes).map(|question| (page, question)))
}

/// Most files at a question.
fn most(question: &Question) -> usize {
    question.max.unwrap_or(1) as usize
}

/// The file that was sent, looked at and on the disk; none when none was chosen.
async fn ready(
    ask: &Ask,
    opened: &Open<'_>,
    form: Result<Multipart, MultipartRejection>,
    question: &Question,
) -> access::Result<Option<DraftFile>> {
    let (field, most) = (question.id.as_str(), most(question));
    // Before it is read and written: whoever sends five hundred costs no more than she should.
    opened.draft.room_for(field, most)?;
    let form = form.map_err(|_| Error::Invalid(vec![FieldFault::new(field, "fault-photo-broken")]))?;
    let Some(bytes) = file(form, field).await? else { return Ok(None) };
    let kind = if question.kind == QuestionKind::Photo { FileKind::Photo } else { FileKind::Document };
    let photo = Photo::parse(bytes, kind, field)?;
    let status = photo.scanned(ask.app.scanner.as_ref(), field).await?;
    let (id, file, secret, seen) = (opened.draft.id, Uuid::now_v7(), opened.browser.clone(), photo.clone());
    let sealing = ask.app.access.read(ask.filling_in(id), move |op| {
        let (secret, photo) = (secret.clone(), seen.clone());
        Box::pin(async move { intake::seal_photo(op, id, &secret, file, &photo).await })
    });
    let bestand = ask.app.documents.put(sealing.await?).await?;
    Ok(Some(DraftFile {
        id: file,
        titel: free_name(ask, opened, question, most),
        formaat: photo.formaat.into(),
        bestandsomvang: i64::try_from(photo.bytes.len()).unwrap_or(i64::MAX),
        bestand,
        status,
        question: question.id.clone(),
        besloten: question.besloten,
    }))
}

async fn put(ask: &Ask, opened: &Open<'_>, row: DraftFile, question: &Question) -> access::Result<()> {
    let (id, secret, most, written) = (opened.draft.id, opened.browser.clone(), most(question), row.bestand.clone());
    let adding = ask.app.access.write(ask.filling_in(id), move |op| {
        let (secret, row) = (secret.clone(), row.clone());
        Box::pin(async move { intake::add_file(op, id, &secret, &row, most).await })
    });
    let added = adding.await;
    // It was sent, or full, meanwhile: no row names the file. After another error one may.
    if let Err(Error::NotFound | Error::Invalid(_)) = added {
        remove_all(ask, &[written]).await;
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

/// The bytes of the field `foto`; none when no file was chosen.
async fn file(mut form: Multipart, of: &str) -> Result<Option<Vec<u8>>, Error> {
    let fault = |fault, limit| Error::Invalid(vec![FieldFault { field: of.into(), fault, limit }]);
    let unread = |why: Unread| match why {
        Unread::TooLarge => fault("fault-photo-too-large", Some(10)),
        Unread::TooMany | Unread::Broken => fault("fault-photo-broken", None),
    };
    while let Some(field) = form.next_field().await.map_err(|e| unread(e.into()))? {
        if field.name() != Some("foto") {
            continue;
        }
        let bytes = content(field, MAX_PHOTO).await.map_err(unread)?;
        return Ok((!bytes.is_empty()).then_some(bytes));
    }
    Ok(None)
}

/// Takes a file out again.
pub(crate) async fn remove(
    ask: Ask,
    At((id, file)): At<(Uuid, Uuid)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Fault> {
    let opened = open(&ask, id).await?;
    let known = opened.draft.files.iter().find(|known| known.id == file);
    let (form_page, _) = known.and_then(|known| asked(&opened, &known.question)).ok_or_else(|| ask.fault(Error::NotFound))?;
    let secret = opened.browser.clone();
    let work = ask.write(ask.filling_in(id), move |op| {
        let secret = secret.clone();
        Box::pin(async move { intake::remove_file(op, id, &secret, file).await })
    });
    remove_all(&ask, work.await?.as_slice()).await;
    Ok(ask.go(&format!("/formulier/{id}/{}{}", form_page.id, changing(&query))))
}
