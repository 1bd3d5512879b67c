//! What an answer costs when nothing is done for it: a bare axum handler with the recorded bytes, status and headers of the product.
use crate::{Result, http};
use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode},
    response::{IntoResponse, Response},
    routing::any,
};
use std::sync::Arc;
use tokio::net::TcpListener;

struct Recorded {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

/// Serves the answers that stand in `folder` as `0`, `1` …, until it is ended.
pub async fn serve(folder: &std::path::Path, listen: &str) -> Result<()> {
    let mut all = Vec::new();
    while let Ok(bytes) = std::fs::read(folder.join(all.len().to_string())) {
        all.push(read(&bytes)?);
    }
    let router = Router::new().route("/{number}", any(answer)).with_state(Arc::new(all));
    Ok(axum::serve(TcpListener::bind(listen).await?, router).await?)
}

fn read(bytes: &[u8]) -> Result<Recorded> {
    let answer = http::whole(bytes)?.ok_or("a recorded answer is not whole")?;
    let mut headers = [httparse::EMPTY_HEADER; 40];
    let mut parsed = httparse::Response::new(&mut headers);
    parsed.parse(bytes)?;
    let mut kept = HeaderMap::new();
    for header in parsed.headers.iter().filter(|h| !["content-length", "date"].contains(&h.name)) {
        kept.append(HeaderName::from_bytes(header.name.as_bytes())?, HeaderValue::from_bytes(header.value)?);
    }
    Ok(Recorded {
        status: StatusCode::from_u16(answer.status)?,
        headers: kept,
        body: Bytes::copy_from_slice(&bytes[answer.head..answer.all]),
    })
}

/// The body is read, as the product has to.
async fn answer(State(all): State<Arc<Vec<Recorded>>>, Path(number): Path<usize>, _form: Bytes) -> Response {
    match all.get(number) {
        Some(known) => (known.status, known.headers.clone(), known.body.clone()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
