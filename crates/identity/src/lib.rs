//! Signing in: the relying party of OpenID Connect by the Dutch government's profile, and the sessions that come of it.
//!
//! `SignIn` sends a person to her provider and takes her back; `current` tells who is there; `end` signs out; `sweep` cleans up.

mod attempt;
mod fault;
mod id_token;
mod jws;
mod kind;
mod local_path;
mod peer;
mod session;
mod settings;
mod sign_in;
mod signing_key;
mod who;

pub use fault::Fault;
pub use kind::Kind;
pub use local_path::{LocalPath, NotLocal};
pub use session::{OwnSession, Session, Token, choose, current, end, end_others, end_own, own, session, sweep};
pub use settings::{Claims, Provider, Settings, known_levels};
pub use sign_in::{Answer, CALLBACK, Finished, JWKS, OpenFault, SIGNED_OUT, SignIn, Start, Visitor};
pub use signing_key::{KeyFileFault, SigningKey, jwks};
pub use who::{Who, WrongClaim};

/// The tables of this context.
pub const MIGRATIONS: &[store::Migration] =
    &[store::Migration { context: "identity", number: 1, sql: include_str!("../migrations/0001_identity.sql") }];
