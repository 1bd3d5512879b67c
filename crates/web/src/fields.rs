//! The body of a form as name and text, whatever the bytes are.
use crate::{App, ask::language_of, fault};
use axum::{
    extract::{FromRef, FromRequest, Request},
    http::StatusCode,
    response::Response,
};
use http_body_util::{BodyExt, Limited};

/// Most bytes of a form without files.
pub(crate) const MOST: usize = 64 * 1024;

/// Fields of a form, in order.
pub(crate) struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// Those of a form without files, whatever the bytes are.
    pub fn parse(bytes: &[u8]) -> Self {
        Self(form_urlencoded::parse(bytes).into_owned().take(100).collect())
    }

    /// The text of the first field of this name; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, text)| text.as_str())
    }

    /// The texts of all fields of this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, text)| text.as_str())
    }
}

impl<S> FromRequest<S> for Fields
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let path = request.uri().path().to_owned();
        let body = Limited::new(request.into_body(), MOST).collect().await.map_err(|_| {
            let (language, path) = language_of(&path);
            fault::simple(StatusCode::PAYLOAD_TOO_LARGE, "too-large", language, path, &App::from_ref(state).site)
        })?;
        Ok(Self::parse(&body.to_bytes()))
    }
}
