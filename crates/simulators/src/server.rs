//! Accepts connections and hands requests to the routes. A route can have its connection closed without an answer.

use axum::{Router, body::Body, http::Request, response::Response};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use std::time::Duration;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinSet,
};
use tower::ServiceExt;

/// In the extensions of a response: close the connection instead of sending it.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the connection is closed on purpose")]
pub(crate) struct HangUp;

/// Serves until `stop` changes or its sender is gone; then cuts what is open.
pub(crate) async fn serve(listener: TcpListener, routes: Router, mut stop: watch::Receiver<bool>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => { connections.spawn(connection(stream, routes.clone())); }
                // Out of file descriptors, mostly: wait for connections to end.
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            },
            Some(_) = connections.join_next() => {}
            _ = stop.changed() => break,
        }
    }
    connections.shutdown().await;
}

async fn connection(stream: TcpStream, routes: Router) {
    let service = service_fn(|request: Request<Incoming>| answer(routes.clone(), request));
    // A fault of the connection is the caller's to notice.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}

async fn answer(routes: Router, request: Request<Incoming>) -> Result<Response, HangUp> {
    let Ok(response) = routes.oneshot(request.map(Body::new)).await;
    match response.extensions().get::<HangUp>() {
        Some(hang_up) => Err(*hang_up),
        None => Ok(response),
    }
}
