//! The registers as a caller meets them: over HTTP, held against the published specifications.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bag;
mod binary;
mod brp;
mod brp_gezag;
mod brp_onderzoek;
mod brp_spec;
mod caller;
mod kvk;
mod own_apis;
mod spec;
mod switches;
