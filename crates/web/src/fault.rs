//! What went wrong, as a page: one place for all seven kinds.
use crate::{
    Site,
    frame::{Frame, page, see_other},
    pages::site::sign_in,
    session_over::SignInFirst,
};
use access::Error;
use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use values::Language;

/// An error on its way to a page.
#[derive(Debug)]
pub(crate) struct Fault {
    error: Error,
    frame: Box<Frame>,
    trace: String,
    /// Not a fault after all: this is where it went.
    to: Option<String>,
}

#[derive(Template)]
#[template(path = "fault.html")]
struct FaultPage<'a> {
    f: Frame,
    text: String,
    next: String,
    trace: &'a str,
}

impl Fault {
    pub fn new(error: Error, frame: Frame, trace: &str) -> Self {
        Self { error, frame: Box::new(frame), trace: trace.to_owned(), to: None }
    }

    /// The thing went on to another page, in the language of the request.
    pub fn to(mut self, path: &str) -> Self {
        self.to = Some(self.frame.url(path));
        self
    }

    /// It is not there, and leads nowhere else.
    pub fn is_not_found(&self) -> bool {
        matches!(self.error, Error::NotFound) && self.to.is_none()
    }
}

/// The key of the texts of an error for who works here.
fn at_work(kind: &'static str) -> &'static str {
    match kind {
        "not-found" => "desk-not-found",
        "not-allowed" => "desk-not-allowed",
        "refused" => "desk-refused",
        kind => kind,
    }
}

/// The status of an error.
pub(crate) fn status_of(error: &Error) -> StatusCode {
    told(error).0
}

/// Status and key of the texts of an error.
fn told(error: &Error) -> (StatusCode, &'static str) {
    match error {
        Error::NotFound => (StatusCode::NOT_FOUND, "not-found"),
        Error::NotAllowed => (StatusCode::FORBIDDEN, "not-allowed"),
        Error::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid"),
        Error::Refused(_) => (StatusCode::CONFLICT, "refused"),
        Error::Conflict(_) => (StatusCode::CONFLICT, "conflict"),
        Error::Unavailable(_) => (StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
        Error::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, "internal"),
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        if let Some(to) = self.to {
            let mut response = see_other(&to);
            if sign_in::leads_to(&to) {
                response.extensions_mut().insert(SignInFirst(to));
            }
            return response;
        }
        let (status, kind) = match (told(&self.error), &self.frame.visitor) {
            // What is not part of her authority she does for herself, or not at all.
            ((status, "not-allowed"), Some(visitor)) if visitor.can_stop => (status, "not-for-another"),
            ((status, "not-allowed"), Some(visitor)) if visitor.branch => (status, "not-for-branch"),
            ((status, "not-allowed"), Some(visitor)) if visitor.for_company() => (status, "not-for-company"),
            // Words for residents lead nowhere here.
            ((status, kind), Some(visitor)) if visitor.at_work(&self.frame.path) => (status, at_work(kind)),
            (told, _) => told,
        };
        if status.is_server_error() {
            tracing::error!(trace = %self.trace, error = %self.error, "request failed");
        }
        let mut f = *self.frame;
        let text = match (&self.error, f.t(format!("error-{kind}-text"))) {
            (Error::Refused(refusal), _) => f.t(refusal.0),
            (Error::Invalid(faults), text) => faults.first().map_or(text, |fault| f.fault(fault)),
            (_, text) => text,
        };
        f.title = f.t(format!("error-{kind}-title"));
        let next = f.t(format!("error-{kind}-next"));
        let trace = if status.is_server_error() { self.trace.as_str() } else { "" };
        let mut response = page(status, &FaultPage { f, text, next, trace });
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("30"));
        }
        response
    }
}

/// A page for what went wrong before a handler was reached.
pub(crate) fn simple(status: StatusCode, kind: &str, language: Language, path: &str, site: &Site) -> Response {
    let mut f = Frame::new(language, path, String::new(), site);
    f.title = f.t(format!("error-{kind}-title"));
    let (text, next) = (f.t(format!("error-{kind}-text")), f.t(format!("error-{kind}-next")));
    page(status, &FaultPage { f, text, next, trace: "" })
}
