//! What is wrong with a request, as `application/problem+json` (RFC 9457).
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

/// A problem; it repeats nothing that was sent.
#[derive(Debug, Serialize)]
pub(crate) struct Problem {
    r#type: String,
    title: &'static str,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[serde(rename = "invalidParams")]
    invalid: Vec<Invalid>,
}

/// One parameter and what is wrong with it.
#[derive(Debug, Serialize)]
struct Invalid {
    name: &'static str,
    code: &'static str,
    reason: String,
}

impl Problem {
    pub fn new(status: u16, kind: &str, title: &'static str, detail: impl Into<String>) -> Self {
        Self { r#type: format!("urn:juistedeur:fout:{kind}"), title, status, detail: detail.into(), invalid: vec![] }
    }

    /// A parameter that is not right.
    pub fn parameter(name: &'static str, code: &'static str, reason: impl Into<String>) -> Self {
        let reason = reason.into();
        let mut problem = Self::new(400, "ongeldige-parameter", "Een parameter klopt niet", format!("{name}: {reason}"));
        problem.invalid.push(Invalid { name, code, reason });
        problem
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(&self).unwrap_or_default();
        (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}
