//! The body of a form that may bring files: read when the handler asks for it, so that of who may not add anything nothing is read.
use crate::{App, fields::Fields};
use axum::{
    extract::{
        DefaultBodyLimit, FromRef, FromRequest, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    http::{HeaderMap, StatusCode, header},
    response::Response,
};

/// Does this request come as a form that may bring files?
pub(crate) fn is_upload(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.to_ascii_lowercase().starts_with("multipart/form-data"))
}

/// Most bytes of a text.
pub(crate) const TEXT: usize = 64 * 1024;

/// Why files can not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unread {
    /// More bytes than are taken.
    TooLarge,
    /// More files than are taken.
    TooMany,
    /// It broke off, or it is no form.
    Broken,
}

impl From<MultipartError> for Unread {
    fn from(error: MultipartError) -> Self {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Self::TooLarge } else { Self::Broken }
    }
}

/// A form, with or without files.
pub(crate) enum Upload {
    /// Text alone.
    Fields(Fields),
    /// Text and files; none when it is no such form after all.
    Parts(Option<Box<Multipart>>),
}

impl Upload {
    /// Of a request that takes so many bytes when it brings files. Errors: the page that says that a form without files is too large.
    pub async fn of(mut request: Request, app: &App, bytes: usize) -> Result<Self, Response> {
        DefaultBodyLimit::max(bytes).apply(&mut request);
        Self::from_request(request, app).await
    }

    /// Its fields, and the files that were chosen: at most so many, together at most so many bytes. What was typed before a file that can't be
    /// read is kept.
    pub async fn read(self, most: usize, bytes: usize) -> (Fields, Result<Vec<Vec<u8>>, Unread>) {
        match self {
            Self::Fields(fields) => (fields, Ok(vec![])),
            Self::Parts(None) => (Fields(vec![]), Err(Unread::Broken)),
            Self::Parts(Some(mut form)) => {
                let mut fields = Vec::new();
                let files = parts(&mut form, &mut fields, (most, bytes)).await;
                (Fields(fields), files)
            }
        }
    }
}

async fn parts(
    form: &mut Multipart,
    fields: &mut Vec<(String, String)>,
    (most, mut left): (usize, usize),
) -> Result<Vec<Vec<u8>>, Unread> {
    let mut files = Vec::new();
    while let Some(part) = form.next_field().await? {
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name() {
            None => fields.push((name, String::from_utf8_lossy(&content(part, TEXT).await?).into_owned())),
            // No file was chosen.
            Some("") => {}
            Some(_) if files.len() == most => return Err(Unread::TooMany),
            Some(_) => {
                let file = content(part, left).await?;
                left -= file.len();
                files.push(file);
            }
        }
    }
    Ok(files)
}

/// The bytes of one part. Errors: `TooLarge` when there are more than `most`.
pub(crate) async fn content(mut part: Field<'_>, most: usize) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await? {
        if bytes.len() + chunk.len() > most {
            return Err(Unread::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

impl<S> FromRequest<S> for Upload
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        if is_upload(request.headers()) {
            return Ok(Self::Parts(Multipart::from_request(request, state).await.ok().map(Box::new)));
        }
        Fields::from_request(request, state).await.map(Self::Fields)
    }
}
