//! The door for machines: REST, OpenAPI, problem+json. Speaks HTTP and JSON, decides nothing.

mod problem;
mod wegwijzer;

use axum::{
    Router,
    extract::{MatchedPath, Request, State},
    http::{HeaderValue, Method, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use catalogue::Current;
use problem::Problem;
use std::{sync::Arc, time::Instant};

/// What the interfaces need. Cheap to clone.
#[derive(Clone)]
pub struct Api {
    /// Products, organisations, services, as they are published now.
    pub catalogue: Current,
    /// From question to product.
    pub engine: Arc<right_door::Engine>,
    /// Where the portal is: `https://loket.example`.
    pub portal: Arc<str>,
}

/// The version of the interface, told in every answer (API Design Rules, /core/version-header).
pub const VERSION: &str = "1.1.0";
const OPENAPI: &str = include_str!("../openapi/wegwijzer.json");

/// Paths of this router; everyone may enter, all of it is open data.
pub const ROUTES: &[&str] = &["/wegwijzer/api/v1/wegwijzingen", "/wegwijzer/api/v1/openapi.json"];

/// The interfaces.
pub fn router(api: Api) -> Router {
    let wrong_method = || async { Problem::new(405, "method-not-allowed", "Deze methode bestaat hier niet", "Gebruik GET.") };
    Router::new()
        .route(ROUTES[0], get(wegwijzer::wegwijzingen))
        .route(ROUTES[1], get(openapi))
        .method_not_allowed_fallback(wrong_method)
        .layer(middleware::from_fn_with_state(api.clone(), guard))
        .with_state(api)
}

async fn openapi() -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    (headers, OPENAPI).into_response()
}

/// A log line and a count, by template of the path only: a query holds what a person typed.
async fn guard(State(api): State<Api>, request: Request, next: Next) -> Response {
    let begin = Instant::now();
    let trace = uuid::Uuid::now_v7().simple().to_string();
    let route = request.extensions().get::<MatchedPath>().map_or("none", |m| m.as_str()).to_owned();
    let method: Method = request.method().clone();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert("api-version", HeaderValue::from_static(VERSION));
    headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    headers.insert("referrer-policy", HeaderValue::from_static("no-referrer"));
    headers.insert("access-control-allow-origin", HeaderValue::from_static("*"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if api.portal.starts_with("https://") {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000; includeSubDomains"));
    }
    let status = response.status().as_u16();
    let seconds = begin.elapsed().as_secs_f64();
    metrics::counter!("http_requests_total", "method" => method.to_string(), "route" => route.clone(), "status" => status.to_string()).increment(1);
    metrics::histogram!("http_request_seconds", "route" => route.clone()).record(seconds);
    tracing::info!(target: "http", %trace, %method, route, status, ms = seconds * 1000.0, "request");
    response
}
