//! Pages that are the same for everyone are made once, plain and packed; and again when another catalogue takes the place of this one.
use crate::{ask::Ask, assets::accepts_gzip};
use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, Response, header},
};
use catalogue::Catalogue;
use std::{
    collections::HashMap,
    io::Write,
    sync::{Arc, PoisonError, RwLock},
};
use values::Language;

/// Pages that were made of one catalogue.
#[derive(Default)]
pub(crate) struct Cache(RwLock<Made>);

/// Rendered pages by language and path.
type Pages = HashMap<(Language, String), Arc<Entry>>;

#[derive(Default)]
struct Made {
    of: Option<Arc<Catalogue>>,
    pages: Pages,
}

impl Made {
    fn is_of(&self, catalogue: &Arc<Catalogue>) -> bool {
        self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, catalogue))
    }

    /// The pages of this catalogue; those of another are gone.
    fn pages_of(&mut self, catalogue: &Arc<Catalogue>) -> &mut Pages {
        if !self.is_of(catalogue) {
            *self = Self { of: Some(catalogue.clone()), pages: HashMap::new() };
        }
        &mut self.pages
    }
}

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
        let (key, catalogue) = ((ask.language, path.to_owned()), &ask.app.catalogue);
        let known = {
            let made = self.0.read().unwrap_or_else(PoisonError::into_inner);
            if made.is_of(catalogue) { made.pages.get(&key).cloned() } else { None }
        };
        let entry = match known {
            Some(entry) => entry,
            None => {
                let html = make()?;
                let entry = Arc::new(Entry { packed: pack(html.as_bytes()), plain: html.into() });
                self.0.write().unwrap_or_else(PoisonError::into_inner).pages_of(catalogue).insert(key, entry.clone());
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
