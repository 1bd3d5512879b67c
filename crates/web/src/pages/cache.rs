//! Pages that are the same for everyone are made once, plain and packed. The catalogue never changes while the program runs.
use crate::{ask::Ask, assets::accepts_gzip};
use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, Response, header},
};
use std::{
    collections::HashMap,
    io::Write,
    sync::{Arc, RwLock},
};
use values::Language;

/// Rendered pages by language and path.
#[derive(Default)]
pub(crate) struct Cache(RwLock<HashMap<(Language, String), Arc<Entry>>>);

struct Entry {
    plain: Bytes,
    packed: Bytes,
}

impl Cache {
    /// The page at `path`; `make` is asked once. Who is signed in gets a page of her own: its head bears her name.
    pub fn get<E>(
        &self,
        ask: &Ask,
        path: &str,
        headers: &HeaderMap,
        make: impl FnOnce() -> Result<String, E>,
    ) -> Result<Response<axum::body::Body>, E> {
        if ask.session.is_some() {
            return Ok(own(make()?));
        }
        let key = (ask.language, path.to_owned());
        let known = self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner).get(&key).cloned();
        let entry = match known {
            Some(entry) => entry,
            None => {
                let html = make()?;
                let entry = Arc::new(Entry { packed: pack(html.as_bytes()), plain: html.into() });
                self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner).insert(key, entry.clone());
                entry
            }
        };
        Ok(answer(&entry, accepts_gzip(headers)))
    }
}

/// A page for one person: kept by nobody.
fn own(html: String) -> Response<axum::body::Body> {
    let mut response = Response::new(html.into());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn answer(entry: &Entry, gzip: bool) -> Response<axum::body::Body> {
    let gzip = gzip && !entry.packed.is_empty();
    let body = if gzip { entry.packed.clone() } else { entry.plain.clone() };
    let mut response = Response::new(body.into());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding, cookie"));
    if gzip {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

/// Empty when packing fails: then the page goes plain.
fn pack(html: &[u8]) -> Bytes {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(html).and_then(|()| packer.finish()).map(Bytes::from).unwrap_or_default()
}
