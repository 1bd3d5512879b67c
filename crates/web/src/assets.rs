//! Style sheets, fonts and the script of the map, inside the program.
use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

/// A file that is there packed as well.
struct Packed {
    plain: &'static [u8],
    gzip: &'static [u8],
    kind: &'static str,
}

const CSS: Packed = Packed {
    plain: include_bytes!("../../../assets/dist/app.css"),
    gzip: include_bytes!("../../../assets/dist/app.css.gz"),
    kind: "text/css; charset=utf-8",
};
const MAP_CSS: Packed = Packed {
    plain: include_bytes!("../../../assets/dist/map.css"),
    gzip: include_bytes!("../../../assets/dist/map.css.gz"),
    kind: "text/css; charset=utf-8",
};
const MAP_JS: Packed = Packed {
    plain: include_bytes!("../../../assets/dist/map.js"),
    gzip: include_bytes!("../../../assets/dist/map.js.gz"),
    kind: "text/javascript; charset=utf-8",
};
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
const ICON: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 0 32 32"><path fill="#ffd100" d="M5 2h18v28H5z"/><path d="M1 30h4V2h18v28h4" fill="none" stroke="#1f5a45" stroke-width="2"/><path fill="#1f5a45" d="M5 2l11 4v26L5 30z"/><circle cx="12.8" cy="18.5" r="1.4" fill="#fff"/></svg>"##;
const FOREVER: &str = "public, max-age=31536000, immutable";

/// The address of the style sheet; it changes with its content.
pub(crate) fn css_path() -> &'static str {
    static PATH: OnceLock<String> = OnceLock::new();
    PATH.get_or_init(|| CSS.path("app.css"))
}

/// The addresses of the style sheet and the script of the map; they change with their content.
pub(crate) fn map_paths() -> &'static [String; 2] {
    static PATHS: OnceLock<[String; 2]> = OnceLock::new();
    PATHS.get_or_init(|| [MAP_CSS.path("map.css"), MAP_JS.path("map.js")])
}

impl Packed {
    fn path(&self, name: &str) -> String {
        let hash: String = Sha256::digest(self.plain).iter().take(6).map(|b| format!("{b:02x}")).collect();
        format!("/static/{name}?v={hash}")
    }

    fn answer(&self, headers: &HeaderMap) -> Response {
        let kind = [(header::CONTENT_TYPE, self.kind), (header::CACHE_CONTROL, FOREVER), (header::VARY, "accept-encoding")];
        match accepts_gzip(headers) {
            true => (kind, [(header::CONTENT_ENCODING, "gzip")], self.gzip).into_response(),
            false => (kind, self.plain).into_response(),
        }
    }
}

pub(crate) async fn css(headers: HeaderMap) -> Response {
    CSS.answer(&headers)
}

pub(crate) async fn map_css(headers: HeaderMap) -> Response {
    MAP_CSS.answer(&headers)
}

pub(crate) async fn map_js(headers: HeaderMap) -> Response {
    MAP_JS.answer(&headers)
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

/// Names and licences of what style sheets, fonts and script contain.
pub(crate) async fn third_party() -> Response {
    const NOTICES: &str = include_str!("../../../assets/dist/third-party.txt");
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], NOTICES).into_response()
}

pub(crate) async fn icon() -> Response {
    ([(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")], ICON).into_response()
}
