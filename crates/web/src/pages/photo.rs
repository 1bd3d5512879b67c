//! Photos of a draft: scanned for viruses, and on the disk, sealed, before the page says so.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    pages::form::{Open, open, photo_again},
};
use access::{Error, FieldFault};
use axum::{
    extract::{
        Multipart,
        multipart::{MultipartError, MultipartRejection},
    },
    http::StatusCode,
    response::Response,
};
use catalogue::QuestionKind;
use intake::{DraftFile, MAX_PHOTO, Photo};
use uuid::Uuid;

/// Adds one photo and shows the page again, with what is wrong when it is no photo.
pub(crate) async fn add(ask: Ask, At(id): At<Uuid>, form: Result<Multipart, MultipartRejection>) -> Result<Response, Fault> {
    let opened = open(&ask, id).await?;
    let asked =
        opened.service.pages.iter().find_map(|p| p.question.iter().find(|q| q.kind == QuestionKind::Photo).map(|q| (p, q)));
    let (form_page, question) = asked.ok_or_else(|| ask.fault(Error::NotFound))?;
    match put(&ask, &opened, form, question.max.unwrap_or(1) as usize).await {
        Ok(()) => Ok(ask.go(&format!("/formulier/{id}/{}", form_page.id))),
        Err(Error::Invalid(faults)) => photo_again(&ask, &opened, faults),
        Err(error) => Err(ask.fault(error)),
    }
}

async fn put(ask: &Ask, opened: &Open<'_>, form: Result<Multipart, MultipartRejection>, most: usize) -> access::Result<()> {
    let form = form.map_err(|_| Error::Invalid(vec![FieldFault::new("fotos", "fault-photo-broken")]))?;
    let Some(bytes) = file(form).await? else { return Ok(()) };
    let photo = Photo::parse(bytes)?;
    let status = photo.scanned(ask.app.scanner.as_ref()).await?;
    let (id, file, secret, seen) = (opened.draft.id, Uuid::now_v7(), opened.browser.clone(), photo.clone());
    let sealing = ask.app.access.read(ask.filling_in(id), move |op| {
        let (secret, photo) = (secret.clone(), seen.clone());
        Box::pin(async move { intake::seal_photo(op, id, &secret, file, &photo).await })
    });
    let bestand = ask.app.documents.put(sealing.await?).await?;
    let named = |n: usize| texts::text_with(ask.language, "photo-name", &[("number", &n.to_string())]);
    let free = |n: &usize| opened.draft.files.iter().all(|file| file.titel != named(*n));
    let row = DraftFile {
        id: file,
        titel: named((1..=most + 1).find(free).unwrap_or(most)),
        formaat: photo.formaat.into(),
        bestandsomvang: i64::try_from(photo.bytes.len()).unwrap_or(i64::MAX),
        bestand,
        status,
    };
    let secret = opened.browser.clone();
    let adding = ask.app.access.write(ask.filling_in(id), move |op| {
        let (secret, row) = (secret.clone(), row.clone());
        Box::pin(async move { intake::add_file(op, id, &secret, &row, most).await })
    });
    adding.await
}

/// The bytes of the field `foto`; none when no file was chosen.
async fn file(mut form: Multipart) -> Result<Option<Vec<u8>>, Error> {
    let fault = |fault, limit| Error::Invalid(vec![FieldFault { field: "fotos".into(), fault, limit }]);
    let broken = |e: MultipartError| match e.status() {
        StatusCode::PAYLOAD_TOO_LARGE => fault("fault-photo-too-large", Some(10)),
        _ => fault("fault-photo-broken", None),
    };
    while let Some(mut field) = form.next_field().await.map_err(broken)? {
        if field.name() != Some("foto") {
            continue;
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = field.chunk().await.map_err(broken)? {
            if bytes.len() + chunk.len() > MAX_PHOTO {
                return Err(fault("fault-photo-too-large", Some(10)));
            }
            bytes.extend_from_slice(&chunk);
        }
        return Ok((!bytes.is_empty()).then_some(bytes));
    }
    Ok(None)
}

/// Takes a photo out again.
pub(crate) async fn remove(ask: Ask, At((id, file)): At<(Uuid, Uuid)>) -> Result<Response, Fault> {
    let opened = open(&ask, id).await?;
    let secret = opened.browser.clone();
    let work = ask.app.access.write(ask.filling_in(id), move |op| {
        let secret = secret.clone();
        Box::pin(async move { intake::remove_file(op, id, &secret, file).await })
    });
    work.await.map_err(|e| ask.fault(e))?;
    let form_page = opened.service.pages.iter().find(|p| p.question.iter().any(|q| q.kind == QuestionKind::Photo));
    Ok(ask.go(&format!("/formulier/{id}/{}", form_page.map_or("controle", |p| p.id.as_str()))))
}
