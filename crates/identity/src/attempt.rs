//! A sign-in that was begun: what must come back, in which browser, within ten minutes, once.
mod store;

use crate::{Fault, Kind, LocalPath};
use access::{Assurance, Event, Op, Result};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How long a sign-in may take.
pub(crate) const LONGEST: SignedDuration = SignedDuration::from_mins(10);

/// What only the token and the token endpoint get to see.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Secrets {
    pub nonce: String,
    /// PKCE, RFC 7636.
    pub verifier: String,
}

impl Secrets {
    /// The challenge that goes with the browser: `S256`.
    pub fn challenge(&self) -> String {
        URL_SAFE_NO_PAD.encode(digest(&SHA256, self.verifier.as_bytes()))
    }
}

/// An attempt to be kept.
pub(crate) struct Begun {
    pub kind: Kind,
    pub at_least: Assurance,
    /// Seconds that the sign-in may be old.
    pub fresh: Option<i64>,
    pub return_to: LocalPath,
    pub state_hash: Vec<u8>,
    pub browser_hash: Vec<u8>,
    pub secrets: Secrets,
}

/// An attempt that is being ended.
pub(crate) struct Attempt {
    pub id: Uuid,
    pub kind: Kind,
    pub browser_hash: Vec<u8>,
    pub at_least: Assurance,
    pub fresh: Option<i64>,
    pub return_to: LocalPath,
    pub created: Timestamp,
    pub secrets: Secrets,
}

pub(crate) async fn begin(op: &mut Op<'_>, begun: &Begun) -> Result<()> {
    store::insert(op, begun).await
}

/// Takes an attempt for use. It is used up also when it is refused: a state that was seen in another browser has leaked.
pub(crate) async fn take(op: &mut Op<'_>, state_hash: &[u8], browser_hash: &[u8]) -> Result<std::result::Result<Attempt, Fault>> {
    let (id, fault) = match store::take(op, state_hash).await? {
        Some(attempt) if attempt.browser_hash != browser_hash => (attempt.id, Fault::OtherBrowser),
        Some(attempt) if op.now().duration_since(attempt.created) > LONGEST => (attempt.id, Fault::Late),
        Some(attempt) => return Ok(Ok(attempt)),
        None => match store::id(op, state_hash).await? {
            Some(id) => (id, Fault::Replayed),
            // Nothing of ours is touched; a line for each would let anybody fill the journal.
            None => return Ok(Err(Fault::Unknown)),
        },
    };
    refuse(op, id, &fault).await?;
    Ok(Err(fault))
}

/// Where this browser wanted to go on.
pub(crate) async fn wanted(op: &mut Op<'_>, state_hash: &[u8], browser_hash: &[u8]) -> Result<Option<LocalPath>> {
    store::wanted(op, state_hash, browser_hash).await
}

/// Writes down why an attempt came to nothing.
pub(crate) async fn refuse(op: &mut Op<'_>, id: Uuid, fault: &Fault) -> Result<()> {
    op.record(Event::of(fault.action(), "aanmelding", id)).await
}

pub(crate) async fn sweep(op: &mut Op<'_>) -> Result<usize> {
    store::sweep(op).await
}
