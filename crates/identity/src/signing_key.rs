//! Our own key at a provider: a file of PEM (PKCS#8), with which we sign who we are; and its public half, for the provider.
use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use ring::{
    digest::{SHA256, digest},
    error::Unspecified,
    rand::{SecureRandom, SystemRandom},
    rsa,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair, RSA_PSS_SHA256, RsaKeyPair},
};
use rustls_pki_types::{PrivatePkcs8KeyDer, pem::PemObject};
use serde_json::{Value, json};
use std::{io::Write, path::Path};

/// What is wrong with a key file.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileFault {
    /// It can't be read or written.
    #[error("the key file {0} can't be opened: {1}")]
    File(String, std::io::Error),
    /// Others than its owner can read it.
    #[error("the key file {0} can be read by others than its owner; run: chmod 600 {0}")]
    Open(String),
    /// It is no such key.
    #[error("the key file {0} is not right: it must be PEM, PKCS#8, with an EC key on P-256 or an RSA key of 2048 bits or more")]
    Content(String),
}

enum Pair {
    Ec(EcdsaKeyPair),
    Rsa(RsaKeyPair),
}

/// A private key that signs: ES256 with an EC key, PS256 with an RSA key.
pub struct SigningKey {
    pair: Pair,
    jwk: Value,
    kid: String,
    random: SystemRandom,
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SigningKey({}, …)", self.kid)
    }
}

impl SigningKey {
    /// Writes a new key (EC, P-256) to a file that only its owner reads; refuses to overwrite one.
    pub fn create(file: &Path) -> Result<(), KeyFileFault> {
        use std::os::unix::fs::OpenOptionsExt;
        let fault = |e| KeyFileFault::File(file.display().to_string(), e);
        let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new())
            .map_err(|_| fault(std::io::Error::other("no randomness")))?;
        let text = STANDARD.encode(key.as_ref());
        let lines: Vec<&str> = (0..text.len()).step_by(64).map(|at| &text[at..text.len().min(at + 64)]).collect();
        let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", lines.join("\n"));
        let mut out = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).map_err(fault)?;
        out.write_all(pem.as_bytes()).and_then(|()| out.sync_all()).map_err(fault)
    }

    /// Reads a key. Errors name the file and what to do.
    pub fn load(file: &Path) -> Result<Self, KeyFileFault> {
        use std::os::unix::fs::PermissionsExt;
        let name = file.display().to_string();
        let fault = |e| KeyFileFault::File(name.clone(), e);
        if std::fs::metadata(file).map_err(fault)?.permissions().mode() & 0o077 != 0 {
            return Err(KeyFileFault::Open(name));
        }
        let pem = std::fs::read(file).map_err(fault)?;
        let der = PrivatePkcs8KeyDer::from_pem_slice(&pem).map_err(|_| KeyFileFault::Content(name.clone()))?;
        Self::of_pkcs8(der.secret_pkcs8_der()).ok_or(KeyFileFault::Content(name))
    }

    fn of_pkcs8(der: &[u8]) -> Option<Self> {
        let random = SystemRandom::new();
        let pair = match EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, der, &random) {
            Ok(pair) => Pair::Ec(pair),
            Err(_) => Pair::Rsa(RsaKeyPair::from_pkcs8(der).ok()?),
        };
        let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let (mut jwk, alg) = match &pair {
            Pair::Ec(pair) => {
                let (x, y) = pair.public_key().as_ref().get(1..)?.split_at_checked(32)?;
                (json!({ "crv": "P-256", "kty": "EC", "x": text(x), "y": text(y) }), "ES256")
            }
            Pair::Rsa(pair) => {
                let public = rsa::PublicKeyComponents::<Vec<u8>>::from(pair.public());
                (json!({ "e": text(&public.e), "kty": "RSA", "n": text(&public.n) }), "PS256")
            }
        };
        // The required members in alphabetical order, as `json!` writes them: RFC 7638.
        let kid = text(digest(&SHA256, jwk.to_string().as_bytes()).as_ref());
        for (name, value) in [("alg", alg), ("kid", &kid), ("use", "sig")] {
            jwk[name] = value.into();
        }
        Some(Self { pair, jwk, kid, random })
    }

    /// The public half, as a JWK (RFC 7517); its `kid` is its thumbprint (RFC 7638).
    pub fn public(&self) -> &Value {
        &self.jwk
    }

    /// Signs claims: a JWS in compact form.
    pub(crate) fn sign(&self, claims: &Value) -> Result<String, Unspecified> {
        let alg = if matches!(self.pair, Pair::Ec(_)) { "ES256" } else { "PS256" };
        let header = json!({ "alg": alg, "kid": self.kid, "typ": "JWT" });
        let text = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", text(&header), text(claims));
        let signature = match &self.pair {
            Pair::Ec(pair) => pair.sign(&self.random, signed.as_bytes())?.as_ref().to_vec(),
            Pair::Rsa(pair) => {
                let mut signature = vec![0; pair.public().modulus_len()];
                pair.sign(&RSA_PSS_SHA256, &self.random, signed.as_bytes(), &mut signature)?;
                signature
            }
        };
        Ok(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature)))
    }

    /// A word that nobody guesses and that is used once: 128 bits.
    pub(crate) fn once(&self) -> Result<String, Unspecified> {
        let mut bytes = [0; 16];
        self.random.fill(&mut bytes)?;
        Ok(URL_SAFE_NO_PAD.encode(bytes))
    }
}

/// Public keys as a JWK Set, each once: for `jwks_uri`, or for the file that a provider is given.
pub fn jwks<'a>(keys: impl IntoIterator<Item = &'a SigningKey>) -> Value {
    let mut set: Vec<&Value> = keys.into_iter().map(SigningKey::public).collect();
    set.sort_by_key(|jwk| jwk["kid"].as_str());
    set.dedup();
    json!({ "keys": set })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jws::{Jwk, Jws};

    fn in_folder(work: impl Fn(&Path)) {
        let folder = std::env::temp_dir().join(format!("juistedeur-{}", uuid::Uuid::now_v7()));
        std::fs::create_dir(&folder).unwrap();
        work(&folder);
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_key_that_was_made_is_read_and_signs_what_its_public_half_checks() {
        in_folder(|folder| {
            let file = folder.join("sleutel.pem");
            SigningKey::create(&file).unwrap();
            assert!(matches!(SigningKey::create(&file), Err(KeyFileFault::File(..))), "never overwritten");
            let key = SigningKey::load(&file).unwrap();
            let token = key.sign(&json!({ "sub": "wij" })).unwrap();
            let jws = Jws::parse(&token).unwrap();
            let public = Jwk::parse(key.public()).unwrap();
            assert!(jws.is_signed_by(&public));
            assert_eq!(jws.payload, br#"{"sub":"wij"}"#);
            assert_eq!(jws.kid(), key.public()["kid"].as_str());
            assert_eq!(jwks([&key, &key])["keys"].as_array().unwrap().len(), 1);
            assert!(!format!("{key:?} {}", key.public()).contains("\"d\""));
        });
    }

    #[test]
    fn a_key_that_others_can_read_or_that_is_no_key_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        in_folder(|folder| {
            let file = folder.join("sleutel.pem");
            SigningKey::create(&file).unwrap();
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
            assert!(matches!(SigningKey::load(&file), Err(KeyFileFault::Open(_))));
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
            std::fs::write(&file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n").unwrap();
            assert!(matches!(SigningKey::load(&file), Err(KeyFileFault::Content(_))));
        });
    }
}
