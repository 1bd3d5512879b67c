//! The only way out to another system: a time-out, one more try where that is safe, a circuit breaker, a count.

mod breaker;

use breaker::Breaker;
use http::{Request, Response, StatusCode};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// Most bytes of an answer.
const MOST: usize = 4 * 1024 * 1024;

/// A system that is asked.
#[derive(Debug, Clone)]
pub struct Target {
    /// What it is called in counts and log lines: `brp`.
    pub name: String,
    /// How long one call may take, from connecting to the last byte.
    pub timeout: Duration,
}

/// May a call be made twice?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Asking twice changes nothing: it is tried once more when the line breaks.
    Safe,
    /// It must arrive once at most.
    Once,
}

/// Why there is no answer. Says nothing of what was asked or where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Away {
    /// No answer in time.
    #[error("no answer in time")]
    Timeout,
    /// Nobody takes the call.
    #[error("no connection")]
    Refused,
    /// It failed so often that it is left alone for a moment.
    #[error("left alone for a moment after failing again and again")]
    Open,
    /// The answer broke off or was too long.
    #[error("the answer broke off or was too long")]
    Broken,
}

/// The way to one target. Cheap to clone; clones share connections and breaker.
#[derive(Debug, Clone)]
pub struct Outbound(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    target: Target,
    client: reqwest::Client,
    breaker: Breaker,
}

impl Outbound {
    /// Opens the way to `target`; makes no connection yet. Errors: TLS can't be set up on this machine.
    pub fn open(target: Target) -> Result<Self, String> {
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls()?)
            .timeout(target.timeout)
            .connect_timeout(target.timeout.min(Duration::from_secs(2)))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .map_err(|e| format!("no HTTP client for {}: {e}", target.name))?;
        Ok(Self(Arc::new(Inner { target, client, breaker: Breaker::default() })))
    }

    /// Asks. Every status is an answer; those of 500 and above count as a failure for the breaker. Errors: why there is no answer.
    pub async fn call(&self, request: Request<Vec<u8>>, kind: Kind) -> Result<Response<Vec<u8>>, Away> {
        self.measured(request, kind, |status| status.is_server_error()).await
    }

    /// Is anybody there? The request asks nothing. Every answer says so, but that of a gateway that finds nobody behind it; and only that
    /// one counts as a failure for the breaker, for a target may answer a knock as it likes.
    pub async fn knock(&self, request: Request<Vec<u8>>) -> bool {
        self.measured(request, Kind::Safe, nobody).await.is_ok_and(|answer| !nobody(answer.status()))
    }

    async fn measured(
        &self,
        request: Request<Vec<u8>>,
        kind: Kind,
        failed: fn(StatusCode) -> bool,
    ) -> Result<Response<Vec<u8>>, Away> {
        let name = self.0.target.name.clone();
        let begin = Instant::now();
        let answer = self.guarded(request, kind, failed).await;
        let result = match &answer {
            Ok(response) => response.status().as_str().to_owned(),
            Err(away) => format!("{away:?}").to_lowercase(),
        };
        if let Err(away) = &answer {
            tracing::warn!(target = name, %away, "no answer from another system");
        }
        metrics::counter!("outbound_requests_total", "target" => name.clone(), "result" => result).increment(1);
        metrics::histogram!("outbound_request_seconds", "target" => name).record(begin.elapsed().as_secs_f64());
        answer
    }

    async fn guarded(
        &self,
        request: Request<Vec<u8>>,
        kind: Kind,
        failed: fn(StatusCode) -> bool,
    ) -> Result<Response<Vec<u8>>, Away> {
        if !self.0.breaker.lets_through(Instant::now()) {
            return Err(Away::Open);
        }
        let mut answer = self.once(request.clone()).await;
        if kind == Kind::Safe && matches!(answer, Err(Away::Refused | Away::Broken)) {
            answer = self.once(request).await;
        }
        let failed = answer.as_ref().map_or(true, |response| failed(response.status()));
        self.0.breaker.saw(failed, Instant::now());
        answer
    }

    async fn once(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Away> {
        let request = reqwest::Request::try_from(request).map_err(|_| Away::Refused)?;
        let mut answer = self.0.client.execute(request).await.map_err(away)?;
        let mut response = Response::builder().status(answer.status());
        if let Some(headers) = response.headers_mut() {
            headers.extend(answer.headers().clone());
        }
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(away)? {
            if body.len() + chunk.len() > MOST {
                return Err(Away::Broken);
            }
            body.extend_from_slice(&chunk);
        }
        response.body(body).map_err(|_| Away::Broken)
    }
}

/// What a gateway says of a target that it can't reach, or that is closed.
fn nobody(status: StatusCode) -> bool {
    matches!(status, StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT)
}

fn away(error: reqwest::Error) -> Away {
    match error {
        e if e.is_timeout() => Away::Timeout,
        e if e.is_connect() => Away::Refused,
        _ => Away::Broken,
    }
}

/// TLS that knows the CAs this machine trusts.
fn tls() -> Result<rustls::ClientConfig, String> {
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    Ok(config.map_err(|e| format!("TLS: {e}"))?.with_root_certificates(roots).with_no_client_auth())
}

/// Does what goes to this address go over a closed line, or stay on this machine?
pub fn is_safe(address: &http::Uri) -> bool {
    let host = address.host().map(|host| host.trim_matches(['[', ']']).parse::<std::net::IpAddr>());
    let here = host.is_some_and(|ip| ip.is_ok_and(|ip| ip.is_loopback()));
    address.scheme_str() == Some("https") || (address.scheme_str() == Some("http") && here)
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn an_open_line_is_for_this_machine_alone() {
        let safe = |address: &str| is_safe(&address.parse().unwrap());
        assert!(["https://brp.example/a", "http://127.0.0.1:8090/a", "http://[::1]:80/"].map(safe).iter().all(|safe| *safe));
        let open = ["http://brp.example/a", "http://127.0.0.1.example/", "http://10.0.0.1/", "/a", "ftp://127.0.0.1/"];
        assert!(open.map(safe).iter().all(|safe| !*safe));
    }
}
