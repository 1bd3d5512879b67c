//! The style sheet and fonts, inside the program.
use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

const CSS: &[u8] = include_bytes!("../../../assets/dist/app.css");
const FONTS: [(&str, &[u8]); 2] = [
    (
        "source-sans-pro-latin-400-normal.woff2",
        include_bytes!("../../../assets/dist/fonts/source-sans-pro-latin-400-normal.woff2"),
    ),
    (
        "source-sans-pro-latin-700-normal.woff2",
        include_bytes!("../../../assets/dist/fonts/source-sans-pro-latin-700-normal.woff2"),
    ),
];
const CSS_GZ: &[u8] = include_bytes!("../../../assets/dist/app.css.gz");
const ICON: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 0 32 32"><path fill="#ffd100" d="M5 2h18v28H5z"/><path d="M1 30h4V2h18v28h4" fill="none" stroke="#1f5a45" stroke-width="2"/><path fill="#1f5a45" d="M5 2l11 4v26L5 30z"/><circle cx="12.8" cy="18.5" r="1.4" fill="#fff"/></svg>"##;
const FOREVER: &str = "public, max-age=31536000, immutable";

/// The address of the style sheet; it changes with its content.
pub(crate) fn css_path() -> &'static str {
    static PATH: OnceLock<String> = OnceLock::new();
    PATH.get_or_init(|| {
        let hash: String = Sha256::digest(CSS).iter().take(6).map(|b| format!("{b:02x}")).collect();
        format!("/static/app.css?v={hash}")
    })
}

pub(crate) async fn css(headers: HeaderMap) -> Response {
    let gzip = accepts_gzip(&headers);
    let kind =
        [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, FOREVER), (header::VARY, "accept-encoding")];
    if gzip { (kind, [(header::CONTENT_ENCODING, "gzip")], CSS_GZ).into_response() } else { (kind, CSS).into_response() }
}

pub(crate) fn accepts_gzip(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains("gzip"))
}

pub(crate) async fn font(Path(file): Path<String>) -> Response {
    match FONTS.iter().find(|(name, _)| *name == file) {
        Some((_, bytes)) => ([(header::CONTENT_TYPE, "font/woff2"), (header::CACHE_CONTROL, FOREVER)], *bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Names and licences of what the style sheet and fonts contain.
pub(crate) async fn third_party() -> Response {
    const NOTICES: &str = include_str!("../../../assets/dist/third-party.txt");
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], NOTICES).into_response()
}

pub(crate) async fn icon() -> Response {
    ([(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")], ICON).into_response()
}
