//! The desk, for staff of a hosted organisation: dense, quiet, the next thing to do on top, the date that bites in front.
pub(crate) mod acts;
pub(crate) mod advies;
pub(crate) mod brief;
pub(crate) mod dates;
mod found;
pub(crate) mod list;
pub(crate) mod log;
mod naar;
mod onbehandeld;
mod signalen;
pub(crate) mod stukken;
pub(crate) mod verval;
pub(crate) mod vraag;
pub(crate) mod zaak;
