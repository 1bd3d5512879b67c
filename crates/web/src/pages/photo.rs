//! Photos of a draft: on the disk, sealed, before the page says so.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    pages::form::open,
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

/// Adds one photo and shows the page again.
pub(crate) async fn add(ask: Ask, At(id): At<Uuid>, form: Result<Multipart, MultipartRejection>) -> Result<Response, Fault> {
    let opened = open(&ask, id).await?;
    let broken = |_| ask.fault(Error::Invalid(vec![FieldFault::new("fotos", "fault-photo-broken")]));
    let form = form.map_err(broken)?;
    let asked =
        opened.service.pages.iter().find_map(|p| p.question.iter().find(|q| q.kind == QuestionKind::Photo).map(|q| (p, q)));
    let (form_page, question) = asked.ok_or_else(|| ask.fault(Error::NotFound))?;
    let (address, most) = (format!("/formulier/{id}/{}", form_page.id), question.max.unwrap_or(1) as usize);
    let Some(bytes) = file(form).await.map_err(|e| ask.fault(e))? else { return Ok(ask.go(&address)) };
    let photo = Photo::parse(bytes).map_err(|e| ask.fault(e))?;
    let (file, secret, seen) = (Uuid::now_v7(), opened.browser.clone(), photo.clone());
    let sealing = ask.app.access.read(ask.filling_in(id), move |op| {
        let (secret, photo) = (secret.clone(), seen.clone());
        Box::pin(async move { intake::seal_photo(op, id, &secret, file, &photo).await })
    });
    let sealed = sealing.await.map_err(|e| ask.fault(e))?;
    let bestand = ask.app.documents.put(sealed).await.map_err(|e| ask.fault(e))?;
    let number = (opened.draft.files.len() + 1).to_string();
    let row = DraftFile {
        id: file,
        titel: texts::text_with(ask.language, "photo-name", &[("number", &number)]),
        formaat: photo.formaat.into(),
        bestandsomvang: i64::try_from(photo.bytes.len()).unwrap_or(i64::MAX),
        bestand,
    };
    let secret = opened.browser.clone();
    let adding = ask.app.access.write(ask.filling_in(id), move |op| {
        let (secret, row) = (secret.clone(), row.clone());
        Box::pin(async move { intake::add_file(op, id, &secret, &row, most).await })
    });
    adding.await.map_err(|e| ask.fault(e))?;
    Ok(ask.go(&address))
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
