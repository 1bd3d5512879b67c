//! The seal of a row: a keyed hash of all that it says, with a key that is not in the database.
use crate::{Decision, store::Found};
use access::{Error, KeyRing, Result};
use uuid::Uuid;

/// What is sealed, each part with its length before it.
pub(crate) struct Kept {
    label: &'static str,
    bytes: Vec<u8>,
}

impl Kept {
    pub fn version(of: &Found) -> Self {
        let at = of.at.as_microsecond().to_be_bytes();
        let texts = [&of.organisatie, &of.kind, &of.name, &of.content, &of.why, &of.by.reference, &of.by.name];
        let basis = of.basis.unwrap_or_default();
        let parts = [of.id.as_bytes().as_slice(), basis.as_bytes(), &at].into_iter();
        Self::of("hosting-version", parts.chain(texts.into_iter().map(|text| text.as_bytes())))
    }

    pub fn decision(version: Uuid, of: &Decision) -> Self {
        let at = of.at.as_microsecond().to_be_bytes();
        let texts = [of.outcome.word(), &of.by.reference, &of.by.name, &of.reason];
        let parts = [version.as_bytes().as_slice(), &at].into_iter();
        Self::of("hosting-decision", parts.chain(texts.into_iter().map(str::as_bytes)))
    }

    fn of<'a>(label: &'static str, parts: impl Iterator<Item = &'a [u8]>) -> Self {
        let bytes = parts.flat_map(|part| [&(part.len() as u64).to_be_bytes(), part].concat()).collect();
        Self { label, bytes }
    }

    pub fn seal(&self, keys: &KeyRing) -> Result<Vec<u8>> {
        Ok(keys.index(self.label, &self.bytes)?.to_vec())
    }
}

pub(crate) fn broken<T>(what: &str) -> Result<T> {
    Err(Error::Internal(what.to_owned()))
}
