//! Pages about the site itself: accessibility, privacy, service status; and what machines ask for.
use crate::{ask::Ask, fault, frame::Frame, frame::page};
use access::Error;
use askama::Template;
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

#[derive(Template)]
#[template(path = "info.html")]
struct InfoPage {
    f: Frame,
    /// Keys of the texts: a heading and its paragraphs, in order.
    parts: Vec<(String, Vec<String>)>,
    /// Where one reads on: path and key of the text.
    links: &'static [(&'static str, &'static str)],
}

/// `name-1-title`, `name-1-text`, `name-2-title` … as far as they go. A text of more lines is more paragraphs.
fn info(ask: &Ask, name: &str, arguments: &[(&str, &str)]) -> Response {
    info_with(ask, name, arguments, &[])
}

fn info_with(ask: &Ask, name: &str, arguments: &[(&str, &str)], links: &'static [(&'static str, &'static str)]) -> Response {
    let known = texts::keys(ask.language);
    let text = |key: &str| texts::text_with(ask.language, key, arguments);
    let parts = (1..20)
        .map(|n| (format!("{name}-{n}-title"), format!("{name}-{n}-text")))
        .take_while(|(title, _)| known.contains(title))
        .map(|(title, body)| (text(&title), text(&body).lines().filter(|l| !l.is_empty()).map(str::to_owned).collect()))
        .collect();
    page(StatusCode::OK, &InfoPage { f: ask.frame(ask.text(&format!("{name}-title"))), parts, links })
}

/// What does and what doesn't work for everyone.
pub(crate) async fn accessibility(ask: Ask) -> Response {
    info(&ask, "accessibility", &[])
}

/// Who is controller, what is kept, and for how long.
pub(crate) async fn privacy(ask: Ask) -> Response {
    let links = &[("/verwerkingen", "privacy-register-link")];
    info_with(&ask, "privacy", &[("operator", &ask.app.site.operator_name)], links)
}

/// Does it work now?
pub(crate) async fn status(ask: Ask) -> Response {
    let name = if ask.app.access.reachable().await { "status-good" } else { "status-bad" };
    let moment = texts::moment(ask.app.access.clock().now(), ask.language);
    info(&ask, name, &[("moment", &moment)])
}

/// Where leaks can be told (RFC 9116).
pub(crate) async fn security(ask: Ask) -> Response {
    let (contact, portal) = (&ask.app.site.security_contact, &ask.app.site.portal);
    let expires = ask.app.access.clock().today().year() + 1;
    let text = format!(
        "Contact: {contact}\nExpires: {expires}-01-01T00:00:00Z\nPreferred-Languages: nl, en\nCanonical: {portal}/.well-known/security.txt\n"
    );
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// What robots may read: nothing that is somebody's.
pub(crate) async fn robots() -> Response {
    let text = "User-agent: *\nDisallow: /formulier/\nDisallow: /bewijs/\nDisallow: /volgen/\nDisallow: /vraag/\n";
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// There is no such page.
pub(crate) async fn nothing(ask: Ask) -> Response {
    let fault = ask.fault(Error::NotFound);
    match ask.path.strip_suffix('/') {
        // An address with a slash too many.
        Some(path) if !path.is_empty() && !path.ends_with('/') => fault.to(path).into_response(),
        _ => fault.into_response(),
    }
}

/// The page is there, but not for this method.
pub(crate) async fn wrong_method(ask: Ask) -> Response {
    fault::simple(StatusCode::METHOD_NOT_ALLOWED, "method", ask.language, &ask.path, &ask.app.site)
}
