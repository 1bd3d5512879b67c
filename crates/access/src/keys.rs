//! The key file: one versioned file outside database and backup. Everything else is derived from it.
use base64::{Engine as _, engine::general_purpose::STANDARD};
use ring::{
    aead, hkdf, hmac,
    rand::{SecureRandom, SystemRandom},
    signature::{Ed25519KeyPair, KeyPair},
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, io::Write, path::Path};

/// What is wrong with a key file.
#[derive(Debug, thiserror::Error)]
pub enum KeyFault {
    /// It can't be read or written.
    #[error("the key file {0} can't be opened: {1}")]
    File(String, std::io::Error),
    /// Others than its owner can read it.
    #[error("the key file {0} can be read by others than its owner; run: chmod 600 {0}")]
    Open(String),
    /// It isn't what `juistedeur keys new` writes.
    #[error("the key file {0} is not right: {1}")]
    Content(String, String),
    /// A version is asked for that the file does not have.
    #[error("key version {0} is not in the key file; was an old version removed from it?")]
    NoVersion(i64),
    /// What was sealed was changed, or sealed under another key.
    #[error("sealed content can't be opened")]
    Broken,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    key: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    version: i64,
    secret: String,
}

/// The version of the first key.
const FIRST: i64 = 1;

/// The keys of this installation; the newest version seals, older ones still open.
pub struct KeyRing {
    masters: BTreeMap<i64, [u8; 32]>,
    random: SystemRandom,
}

impl std::fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeyRing").field("versions", &self.masters.keys()).finish_non_exhaustive()
    }
}

impl KeyRing {
    /// Reads the key file. Errors name the file and what to do.
    pub fn load(file: &Path) -> Result<Self, KeyFault> {
        let name = file.display().to_string();
        let text = std::fs::read_to_string(file).map_err(|e| KeyFault::File(name.clone(), e))?;
        only_the_owner_reads(file)?;
        let wrong = |what: &str| KeyFault::Content(name.clone(), what.to_owned());
        let parsed: File = toml::from_str(&text).map_err(|_| wrong("it must hold [[key]] with version and secret"))?;
        let mut masters = BTreeMap::new();
        for entry in parsed.key {
            let bytes = STANDARD.decode(&entry.secret).ok().and_then(|b| <[u8; 32]>::try_from(b).ok());
            let secret = bytes.ok_or_else(|| wrong("a secret must be 32 bytes in base64"))?;
            if entry.version < 1 || masters.insert(entry.version, secret).is_some() {
                return Err(wrong("each key has a version of its own, from 1"));
            }
        }
        // All that is found by a keyed hash hangs on it.
        if !masters.contains_key(&FIRST) {
            return Err(wrong("the key of version 1 is not there"));
        }
        Ok(Self { masters, random: SystemRandom::new() })
    }

    /// Writes a new key file with one key; refuses to overwrite one.
    pub fn create(file: &Path) -> Result<(), KeyFault> {
        use std::os::unix::fs::OpenOptionsExt;
        let fault = |e| KeyFault::File(file.display().to_string(), e);
        let entry = Entry { version: FIRST, secret: STANDARD.encode(random_bytes::<32>(&SystemRandom::new())) };
        let body = toml::to_string(&File { key: vec![entry] }).map_err(|e| fault(std::io::Error::other(e)))?;
        let note = "# Keys of this installation. Keep a copy apart from database and backup: without it nothing can be read.\n\
                    # To renew: add a [[key]] with a higher version; never remove one.\n";
        let mut out = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).map_err(fault)?;
        out.write_all(note.as_bytes()).and_then(|()| out.write_all(body.as_bytes())).and_then(|()| out.sync_all()).map_err(fault)
    }

    /// Keys that exist only in this process, for tests.
    pub fn ephemeral() -> Self {
        let random = SystemRandom::new();
        Self { masters: BTreeMap::from([(FIRST, random_bytes(&random))]), random }
    }

    /// The version that seals now.
    pub fn newest(&self) -> i64 {
        self.masters.keys().next_back().copied().unwrap_or_default()
    }

    /// Random bytes of the operating system.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        random_bytes(&self.random)
    }

    fn derive(&self, version: i64, label: &str, about: &[u8]) -> Result<[u8; 32], KeyFault> {
        let master = self.masters.get(&version).ok_or(KeyFault::NoVersion(version))?;
        let prk = hkdf::Salt::new(hkdf::HKDF_SHA256, b"juistedeur").extract(master);
        let mut key = [0; 32];
        let info = [label.as_bytes(), about];
        prk.expand(&info, hkdf::HKDF_SHA256).and_then(|okm| okm.fill(&mut key)).map_err(|_| KeyFault::Broken)?;
        Ok(key)
    }

    /// A keyed hash, to find a value again without keeping it (a code, an e-mail address). Of version 1, so that it stays findable.
    pub fn index(&self, label: &str, value: &[u8]) -> Result<[u8; 32], KeyFault> {
        let key = self.derive(FIRST, "index", label.as_bytes())?;
        let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &key), value);
        tag.as_ref().try_into().map_err(|_| KeyFault::Broken)
    }

    /// The key that wraps the data key of `about`.
    pub(crate) fn wrapping(&self, version: i64, about: &[u8]) -> Result<[u8; 32], KeyFault> {
        self.derive(version, "wrap", about)
    }

    /// The pair that signs heads of the journal.
    pub(crate) fn signer(&self, version: i64) -> Result<Ed25519KeyPair, KeyFault> {
        Ed25519KeyPair::from_seed_unchecked(&self.derive(version, "sign", b"journal")?).map_err(|_| KeyFault::Broken)
    }

    /// The public half of the pair that signs heads.
    pub(crate) fn verifier(&self, version: i64) -> Result<Vec<u8>, KeyFault> {
        Ok(self.signer(version)?.public_key().as_ref().to_vec())
    }
}

/// Seals `plain` under `key`; `about` binds it to its place. Shape: 12 bytes nonce, content, 16 bytes tag (AES-256-GCM).
pub(crate) fn seal(keys: &KeyRing, key: &[u8; 32], about: &[u8], plain: &[u8]) -> Result<Vec<u8>, KeyFault> {
    let nonce: [u8; 12] = keys.random();
    let mut out = Vec::with_capacity(plain.len() + 28);
    out.extend_from_slice(plain);
    let tag = sealing(key)?
        .seal_in_place_separate_tag(aead::Nonce::assume_unique_for_key(nonce), aead::Aad::from(about), &mut out)
        .map_err(|_| KeyFault::Broken)?;
    out.extend_from_slice(tag.as_ref());
    out.splice(0..0, nonce);
    Ok(out)
}

/// Opens what `seal` made. Errors: `Broken` when key, place or content is another.
pub(crate) fn open(key: &[u8; 32], about: &[u8], sealed: &[u8]) -> Result<Vec<u8>, KeyFault> {
    let (nonce, content) = sealed.split_at_checked(12).ok_or(KeyFault::Broken)?;
    let nonce = aead::Nonce::try_assume_unique_for_key(nonce).map_err(|_| KeyFault::Broken)?;
    let mut content = content.to_vec();
    let plain = sealing(key)?.open_in_place(nonce, aead::Aad::from(about), &mut content).map_err(|_| KeyFault::Broken)?;
    Ok(plain.to_vec())
}

fn sealing(key: &[u8; 32]) -> Result<aead::LessSafeKey, KeyFault> {
    aead::UnboundKey::new(&aead::AES_256_GCM, key).map(aead::LessSafeKey::new).map_err(|_| KeyFault::Broken)
}

/// Invariant: the operating system always has randomness; a machine without it can do nothing safely, so an all-zero key would be
/// worse than stopping. The loop ends at once on every real machine.
fn random_bytes<const N: usize>(random: &SystemRandom) -> [u8; N] {
    let mut bytes = [0; N];
    while random.fill(&mut bytes).is_err() {
        std::thread::yield_now();
    }
    bytes
}

fn only_the_owner_reads(file: &Path) -> Result<(), KeyFault> {
    use std::os::unix::fs::PermissionsExt;
    let name = file.display().to_string();
    let mode = std::fs::metadata(file).map_err(|e| KeyFault::File(name.clone(), e))?.permissions().mode();
    if mode & 0o077 == 0 { Ok(()) } else { Err(KeyFault::Open(name)) }
}

impl From<KeyFault> for crate::Error {
    fn from(fault: KeyFault) -> Self {
        crate::Error::Internal(fault.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_is_made_once_and_only_its_owner_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = std::env::temp_dir().join(format!("keys-{}", uuid::Uuid::now_v7()));
        std::fs::create_dir(&folder).unwrap();
        let file = folder.join("keys.toml");
        KeyRing::create(&file).unwrap();
        assert!(matches!(KeyRing::create(&file), Err(KeyFault::File(..))));
        let (first, second) = (KeyRing::load(&file).unwrap(), KeyRing::load(&file).unwrap());
        assert_eq!(first.index("code", b"x").unwrap(), second.index("code", b"x").unwrap());
        assert_ne!(first.index("code", b"x").unwrap(), first.index("mail", b"x").unwrap());
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(KeyRing::load(&file), Err(KeyFault::Open(_))));
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn what_is_sealed_opens_only_in_its_own_place() {
        let keys = KeyRing::ephemeral();
        let key = keys.wrapping(1, b"case").unwrap();
        let sealed = seal(&keys, &key, b"here", b"secret").unwrap();
        assert_eq!(open(&key, b"here", &sealed).unwrap(), b"secret");
        assert!(open(&key, b"there", &sealed).is_err());
        assert!(open(&keys.wrapping(1, b"other").unwrap(), b"here", &sealed).is_err());
        assert!(open(&key, b"here", &sealed[..5]).is_err());
    }
}
