//! A form of who is not signed in any more, or not surely enough: what was typed is shown once more, to copy. Nothing was sent, and nothing
//! of it is kept here.
use crate::{
    App, Site,
    ask::language_of,
    fault,
    fields::{Fields, MOST},
    frame::{Frame, page},
};
use askama::Template;
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};
use http_body_util::{BodyExt, Limited};
use values::{Language, mask_elfproef};

/// Fewer characters are typed again in no time, and one word alone as well.
const WORTH: usize = 20;

/// The fields of more than one word that one chooses, and does not type: how a zaak ends.
const CHOSEN: [&str; 1] = ["resultaat"];

/// On a response that leads to the page where one signs in: its address.
#[derive(Clone)]
pub(crate) struct SignInFirst(pub String);

#[derive(Template)]
#[template(path = "session_over.html")]
struct OverPage {
    f: Frame,
    words: Vec<String>,
    there: String,
}

/// Reads a form without files before anything else is asked, so that who may send it is asked when all of it came. Of staff or of who was
/// signed in, shows what was typed when she must sign in first.
pub(crate) async fn keep(State(app): State<App>, request: Request, next: Next) -> Response {
    let whole = request.uri().path().to_owned();
    let (language, path) = language_of(&whole);
    if *request.method() != Method::POST || !is_plain_form(request.headers()) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let Ok(body) = Limited::new(body, MOST).collect().await else {
        return fault::simple(StatusCode::PAYLOAD_TOO_LARGE, "too-large", language, path, &app.site);
    };
    let bytes = body.to_bytes();
    let response = next.run(Request::from_parts(parts, Body::from(bytes.clone()))).await;
    if !asks_a_session(path) {
        return response;
    }
    told(response, &Fields::parse(&bytes), (language, path), &app.site)
}

/// The same response, or a page with what was typed when it leads to where one signs in.
pub(crate) fn told(response: Response, fields: &Fields, (language, path): (Language, &str), site: &Site) -> Response {
    let Some(SignInFirst(there)) = response.extensions().get::<SignInFirst>().cloned() else { return response };
    let worth = |text: &&str| text.chars().count() > WORTH && text.contains(char::is_whitespace);
    let typed = fields.0.iter().filter(|(name, _)| !CHOSEN.contains(&name.as_str()));
    let words: Vec<_> = typed.map(|(_, text)| text.trim()).filter(worth).map(mask_elfproef).collect();
    if words.is_empty() {
        return response;
    }
    let mut f = Frame::new(language, path, String::new(), site);
    f.title = f.t("session-over-title");
    page(StatusCode::FORBIDDEN, &OverPage { f, words, there })
}

fn is_plain_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
}

fn asks_a_session(path: &str) -> bool {
    ["/balie/", "/beheer/", "/mijn/"].iter().any(|start| path.starts_with(start))
}
