//! Answers in JSON: what was asked, or what is wrong (problem+json, RFC 9457). No body repeats a BSN of the question.

use axum::{
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

/// An answer with this JSON as its body.
pub(crate) fn json(status: StatusCode, media: &'static str, value: &Value) -> Response {
    (status, [(CONTENT_TYPE, media)], value.to_string()).into_response()
}

/// One thing that is wrong with a parameter, in the words of the Haal Centraal specifications.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InvalidParam {
    /// The parameter: `fields[0]`.
    pub(crate) name: String,
    /// The kind of fault: `required`.
    pub(crate) code: &'static str,
    /// What is wrong, for people.
    pub(crate) reason: String,
}

impl InvalidParam {
    pub(crate) fn new(name: impl Into<String>, code: &'static str, reason: impl Into<String>) -> Self {
        Self { name: name.into(), code, reason: reason.into() }
    }

    /// A parameter that must be there is not.
    pub(crate) fn required(name: &str) -> Self {
        Self::new(name, "required", "Parameter is verplicht.")
    }

    /// A parameter does not fit its pattern.
    pub(crate) fn pattern(name: impl Into<String>, pattern: &str) -> Self {
        Self::new(name, "pattern", format!("Waarde voldoet niet aan patroon {pattern}."))
    }

    fn json(&self) -> Value {
        json!({ "name": self.name, "code": self.code, "reason": self.reason })
    }
}

/// What the answer says besides its status.
pub(crate) struct Problem<'a> {
    pub(crate) status: StatusCode,
    pub(crate) title: &'a str,
    pub(crate) detail: &'a str,
    pub(crate) code: &'a str,
    /// The path that was called, without its query.
    pub(crate) instance: &'a str,
}

impl Problem<'_> {
    fn body(&self) -> Value {
        let section = match self.status.as_u16() {
            401 => "7235#section-3.1",
            403 => "7231#section-6.5.3",
            404 => "7231#section-6.5.4",
            406 => "7231#section-6.5.6",
            415 => "7231#section-6.5.13",
            500 => "7231#section-6.6.1",
            503 => "7231#section-6.6.4",
            _ => "7231#section-6.5.1",
        };
        json!({
            "type": format!("https://datatracker.ietf.org/doc/html/rfc{section}"),
            "title": self.title,
            "status": self.status.as_u16(),
            "detail": self.detail,
            "code": self.code,
            "instance": self.instance,
        })
    }

    /// As a response.
    pub(crate) fn response(&self) -> Response {
        json(self.status, "application/problem+json", &self.body())
    }
}

/// Parameters are wrong; `list` is how the API calls its list of faults: the BRP `invalidParams`, the BAG `invalid-params`.
pub(crate) fn invalid(instance: &str, list: &str, mut faults: Vec<InvalidParam>) -> Response {
    faults.sort_by(|a, b| a.name.cmp(&b.name));
    let names: Vec<&str> = faults.iter().map(|fault| fault.name.as_str()).collect();
    let detail = format!("De foutieve parameter(s) zijn: {}.", names.join(", "));
    let title = "Een of meerdere parameters zijn niet correct.";
    let status = StatusCode::BAD_REQUEST;
    let mut body = Problem { status, title, detail: &detail, code: "paramsValidation", instance }.body();
    body[list] = faults.iter().map(InvalidParam::json).collect();
    json(status, "application/problem+json", &body)
}

/// The caller did not say who it is.
pub(crate) fn unauthorized(instance: &str) -> Response {
    let (status, title) = (StatusCode::UNAUTHORIZED, "Niet correct geauthenticeerd.");
    Problem { status, title, detail: "Er is geen geldige sleutel meegestuurd.", code: "authentication", instance }.response()
}

/// Any other problem.
pub(crate) fn simple(status: StatusCode, instance: &str, detail: &str) -> Response {
    let title = status.canonical_reason().unwrap_or("Fout");
    let code = match status {
        StatusCode::NOT_FOUND => "notFound",
        StatusCode::SERVICE_UNAVAILABLE => "notAvailable",
        StatusCode::NOT_ACCEPTABLE => "notAcceptable",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "unsupported",
        _ => "paramsValidation",
    };
    Problem { status, title, detail, code, instance }.response()
}
