//! The door of a register: counts, asks for the key, and does what its switch says.

use crate::{
    World, problem,
    server::HangUp,
    switches::{Register, Stand},
};
use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderName, StatusCode, header::CONTENT_LENGTH},
    middleware::{Next, from_fn_with_state},
    response::{Html, IntoResponse, Response},
};
use futures_util::stream;
use std::{io, sync::Arc, time::Duration};

/// How a register lets callers in.
#[derive(Clone)]
pub(crate) struct Door {
    world: Arc<World>,
    register: Register,
    header: HeaderName,
    refuse: fn(&str) -> Response,
}

impl Door {
    /// A door with the key in this header (in lower case); `refuse` gets the path.
    pub(crate) fn new(world: &Arc<World>, register: Register, header: &'static str, refuse: fn(&str) -> Response) -> Self {
        Self { world: world.clone(), register, header: HeaderName::from_static(header), refuse }
    }

    /// Puts the door before these routes.
    pub(crate) fn before(self, routes: Router<Arc<World>>) -> Router {
        let world = self.world.clone();
        routes.layer(from_fn_with_state(self, enter)).with_state(world)
    }

    fn knows(&self, request: &Request) -> bool {
        self.world.key.as_ref().is_none_or(|key| request.headers().get(&self.header).is_some_and(|given| given == key))
    }
}

async fn enter(State(door): State<Door>, request: Request, next: Next) -> Response {
    door.world.board.count(door.register);
    let stand = door.world.board.stand(door.register);
    let path = request.uri().path().to_owned();
    match stand {
        Stand::Uit => return hang_up(),
        Stand::Onbeschikbaar => {
            return problem::simple(StatusCode::SERVICE_UNAVAILABLE, &path, "De bron is tijdelijk niet beschikbaar.");
        }
        Stand::Fout => {
            return (StatusCode::INTERNAL_SERVER_ERROR, Html("<html><body><h1>Internal Server Error</h1></body></html>"))
                .into_response();
        }
        Stand::Traag(wait) => tokio::time::sleep(wait).await,
        Stand::Aan | Stand::Half | Stand::Ander | Stand::Overleden => {}
    }
    if !door.knows(&request) {
        return (door.refuse)(&path);
    }
    let response = next.run(request).await;
    if stand == Stand::Half { cut(response).await } else { response }
}

fn hang_up() -> Response {
    let mut response = Response::default();
    response.extensions_mut().insert(HangUp);
    response
}

/// Promises the whole body, sends half of it, and breaks off.
async fn cut(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(whole) = to_bytes(body, usize::MAX).await else { return hang_up() };
    parts.headers.insert(CONTENT_LENGTH, whole.len().into());
    let half = whole.slice(..whole.len() / 2);
    Response::from_parts(parts, Body::from_stream(stream::unfold(Some(half), broken)))
}

async fn broken(half: Option<Bytes>) -> Option<(io::Result<Bytes>, Option<Bytes>)> {
    match half {
        Some(half) => Some((Ok(half), None)),
        None => {
            // Long enough for the half to be on its way.
            tokio::time::sleep(Duration::from_millis(20)).await;
            Some((Err(io::ErrorKind::ConnectionReset.into()), None))
        }
    }
}
