//! What happens to every request: a trace id, who may change something, headers that keep browsers safe, a log line and a count.
use crate::{
    App, Map,
    ask::{Trace, language_of},
    drain::Drained,
    fault,
    upload::is_upload,
};
use axum::{
    extract::{ConnectInfo, MatchedPath, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};
use std::{
    net::{IpAddr, SocketAddr},
    time::Instant,
};
use uuid::Uuid;

/// Nothing from elsewhere, nothing inline, in nobody's frame. A form may lead to the providers of sign-in: a browser holds the address to
/// which a form is redirected against this too. A page with a map may run our script, and show the pictures of that map.
pub(crate) fn csp(providers: &[String], map: Option<&Map>) -> HeaderValue {
    let (scripts, pictures) = map.map_or_else(Default::default, |map| ("script-src 'self'; ", format!(" {}", map.origin)));
    let forms = [&["'self'".to_owned()], providers].concat().join(" ");
    let policy = format!(
        "default-src 'none'; {scripts}style-src 'self'; font-src 'self'; img-src 'self'{pictures}; form-action {forms}; frame-ancestors 'none'; base-uri 'none'"
    );
    // An address that can be no header is none to send people to either.
    HeaderValue::from_str(&policy).unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"))
}

pub(crate) async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let begin = Instant::now();
    let trace = Uuid::now_v7().simple().to_string();
    let mut request = request.map(Drained::body);
    request.extensions_mut().insert(Trace(trace.clone()));
    let method = request.method().clone();
    // Only the template of the path: codes and ids never reach a log or a metric.
    let route = request.extensions().get::<MatchedPath>().map_or("none", |m| m.as_str()).to_owned();
    let mut response = match turned_away(&app, &request) {
        Some(response) => response,
        None => next.run(request).await,
    };
    // A page with a map has a policy of its own.
    response.headers_mut().entry("content-security-policy").or_insert_with(|| app.csp.clone());
    harden(response.headers_mut(), app.site.secure(), &trace);
    let status = response.status().as_u16();
    let seconds = begin.elapsed().as_secs_f64();
    metrics::counter!("http_requests_total", "method" => method.to_string(), "route" => route.clone(), "status" => status.to_string()).increment(1);
    metrics::histogram!("http_request_seconds", "route" => route.clone()).record(seconds);
    tracing::info!(target: "http", %trace, %method, route, status, ms = seconds * 1000.0, "request");
    response
}

fn turned_away(app: &App, request: &Request) -> Option<Response> {
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if !changes {
        return None;
    }
    let (language, path) = language_of(request.uri().path());
    let away = |status, kind| Some(fault::simple(status, kind, language, path, &app.site));
    if !from_our_own_page(request.headers()) {
        return away(StatusCode::FORBIDDEN, "cross-site");
    }
    match address(app.site.behind_proxy, request) {
        Some(address) if !allowed(app, address, request.headers()) => {
            away(StatusCode::TOO_MANY_REQUESTS, "too-many").map(|mut response| {
                response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
                response
            })
        }
        _ => None,
    }
}

/// May this address send another one? What may bring a file is counted for itself too: it costs room on the disk.
fn allowed(app: &App, address: IpAddr, headers: &HeaderMap) -> bool {
    app.limits.allows(address) && (!is_upload(headers) || app.upload_limits.allows(address))
}

/// Was the form on a page of ours? Browsers say so in `Sec-Fetch-Site`, older ones in `Origin`; what is no browser carries no cookie
/// by accident.
fn from_our_own_page(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).map(|v: &HeaderValue| v.to_str().unwrap_or("?"));
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return site == "same-origin" || site == "none";
    }
    match (text(header::ORIGIN), text(header::HOST)) {
        (None, _) => true,
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, of)| of == host),
        (Some(_), None) => false,
    }
}

fn address(behind_proxy: bool, request: &Request) -> Option<IpAddr> {
    let direct = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|c| c.0.ip());
    if !behind_proxy {
        return direct;
    }
    let last = request.headers().get_all("x-forwarded-for").iter().next_back();
    let forwarded = last.and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
    // What came past the proxy counts by its own address.
    forwarded.or(direct)
}

fn harden(headers: &mut HeaderMap, secure: bool, trace: &str) {
    let fixed = [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
        ("x-frame-options", "DENY"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if secure {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000; includeSubDomains"));
    }
    if let Ok(trace) = HeaderValue::from_str(trace) {
        headers.insert("x-trace-id", trace);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_form_of_our_own_changes_something() {
        let ask = |pairs: &[(&'static str, &'static str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in pairs {
                headers.insert(*name, HeaderValue::from_static(value));
            }
            from_our_own_page(&headers)
        };
        assert!(ask(&[("sec-fetch-site", "same-origin")]));
        assert!(!ask(&[("sec-fetch-site", "cross-site"), ("origin", "https://loket.example"), ("host", "loket.example")]));
        assert!(!ask(&[("sec-fetch-site", "same-site")]));
        assert!(ask(&[("origin", "https://loket.example"), ("host", "loket.example")]));
        assert!(!ask(&[("origin", "https://kwaad.example"), ("host", "loket.example")]));
        assert!(!ask(&[("origin", "null"), ("host", "loket.example")]));
        assert!(ask(&[("host", "loket.example")]));
    }

    #[test]
    fn every_request_counts_by_an_address_also_where_the_proxy_names_none() {
        let direct = SocketAddr::from(([192, 0, 2, 1], 443));
        let counts = |behind_proxy, forwarded: Option<&'static str>| {
            let mut request = Request::default();
            request.extensions_mut().insert(ConnectInfo(direct));
            if let Some(forwarded) = forwarded {
                request.headers_mut().insert("x-forwarded-for", HeaderValue::from_static(forwarded));
            }
            address(behind_proxy, &request).unwrap().to_string()
        };
        assert_eq!(counts(true, Some("198.51.100.9, 203.0.113.7")), "203.0.113.7");
        for said in [None, Some(""), Some("unknown")] {
            assert_eq!(counts(true, said), "192.0.2.1", "{said:?}");
        }
        assert_eq!(counts(false, Some("203.0.113.7")), "192.0.2.1");
    }

    #[test]
    fn only_a_page_with_a_map_runs_a_script_and_shows_pictures_from_elsewhere() {
        let providers = ["https://inloggen.example".to_owned()];
        let policy = |map: Option<&Map>| csp(&providers, map).to_str().unwrap().to_owned();
        let map = Map {
            tiles: "https://tiles.example/{z}/{x}/{y}.png".into(),
            origin: "https://tiles.example".into(),
            attribution: "© iemand".into(),
            centre: values::Point::parse("52.15517, 5.38721").unwrap(),
            zoom: 8,
        };
        let (without, with) = (policy(None), policy(Some(&map)));
        assert!(!without.contains("script-src") && without.contains("img-src 'self';"), "{without}");
        assert!(with.contains("script-src 'self';") && with.contains("img-src 'self' https://tiles.example;"), "{with}");
        assert_eq!(with.replace("script-src 'self'; ", "").replace(" https://tiles.example", ""), without);
    }
}
