//! The secret of a browser: opens what that browser began, to nobody else.
use crate::{KeyFault, KeyRing};

/// The secret of a browser: 32 random bytes in a cookie. Never shown, stored only as a keyed hash.
#[derive(Clone)]
pub struct Browser([u8; 32]);

impl Browser {
    /// A new secret.
    pub fn new(keys: &KeyRing) -> Self {
        Self(keys.random())
    }

    /// The secret of these bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The bytes, for the cookie.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// What is stored of it.
    pub fn hash(&self, keys: &KeyRing) -> Result<Vec<u8>, KeyFault> {
        Ok(keys.index("browser", &self.0)?.to_vec())
    }
}

impl std::fmt::Debug for Browser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Browser(…)")
    }
}
