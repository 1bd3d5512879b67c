//! A signed token (JWS, RFC 7515) in compact form, and public keys (JWK, RFC 7517): ES256, PS256 and RS256, and nothing else.
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{rsa, signature};
use serde::Deserialize;
use serde_json::Value;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
enum Alg {
    #[serde(rename = "ES256")]
    Es256,
    #[serde(rename = "PS256")]
    Ps256,
    #[serde(rename = "RS256")]
    Rs256,
}

/// Only what we understand: a header with `crit` asks for more, and is refused.
#[derive(Deserialize)]
struct Header {
    alg: Alg,
    kid: Option<String>,
    crit: Option<Value>,
}

/// A signed token whose signature is still to be checked.
pub(crate) struct Jws<'a> {
    header: Header,
    signed: &'a str,
    signature: Vec<u8>,
    /// What it says; nothing to believe before `is_signed_by`.
    pub payload: Vec<u8>,
}

impl<'a> Jws<'a> {
    /// Reads a token; none when it is no JWS, or one that is signed in a way we don't accept (`none`, HMAC).
    pub fn parse(token: &'a str) -> Option<Self> {
        let (signed, signature) = token.rsplit_once('.')?;
        let (header, payload) = signed.split_once('.')?;
        let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).ok();
        let header: Header = serde_json::from_slice(&bytes(header)?).ok()?;
        let jws = Self { header, signed, signature: bytes(signature)?, payload: bytes(payload)? };
        jws.header.crit.is_none().then_some(jws)
    }

    /// The name of the key that signed it, by its own word.
    pub fn kid(&self) -> Option<&str> {
        self.header.kid.as_deref()
    }

    /// The key that should have signed it: that of its name, or without a name the only one that can.
    pub fn key<'k>(&self, keys: &'k [Jwk]) -> Option<&'k Jwk> {
        let mut fitting =
            keys.iter().filter(|key| key.fits(self.header.alg) && (self.kid().is_none() || self.kid() == key.kid.as_deref()));
        let key = fitting.next()?;
        fitting.next().is_none().then_some(key)
    }

    /// Is the signature that of `key`?
    pub fn is_signed_by(&self, key: &Jwk) -> bool {
        let (message, signature) = (self.signed.as_bytes(), self.signature.as_slice());
        let checked = match (self.header.alg, &key.public) {
            (Alg::Es256, Public::Ec(point)) => {
                signature::UnparsedPublicKey::new(&signature::ECDSA_P256_SHA256_FIXED, point).verify(message, signature)
            }
            (Alg::Ps256, Public::Rsa(public)) => public.verify(&signature::RSA_PSS_2048_8192_SHA256, message, signature),
            (Alg::Rs256, Public::Rsa(public)) => public.verify(&signature::RSA_PKCS1_2048_8192_SHA256, message, signature),
            _ => return false,
        };
        checked.is_ok()
    }
}

enum Public {
    /// On P-256: `04`, x and y.
    Ec(Vec<u8>),
    Rsa(rsa::PublicKeyComponents<Vec<u8>>),
}

/// A public key that checks signatures.
pub(crate) struct Jwk {
    kid: Option<String>,
    /// The only algorithm it is for, when it says so.
    alg: Option<Alg>,
    public: Public,
}

#[derive(Deserialize)]
struct Members {
    kty: String,
    kid: Option<String>,
    alg: Option<Alg>,
    #[serde(rename = "use")]
    used_for: Option<String>,
    crv: Option<String>,
    x: Option<String>,
    y: Option<String>,
    n: Option<String>,
    e: Option<String>,
}

impl Jwk {
    /// Reads a key; none when it is of a kind that we don't use or is for something else (RFC 7517, 5: to be passed over).
    pub fn parse(jwk: &Value) -> Option<Self> {
        let m = Members::deserialize(jwk).ok()?;
        let bytes = |text: Option<String>| URL_SAFE_NO_PAD.decode(text?).ok();
        let public = match (m.kty.as_str(), m.crv.as_deref()) {
            ("EC", Some("P-256")) => {
                let (x, y) = (bytes(m.x)?, bytes(m.y)?);
                (x.len() == 32 && y.len() == 32).then(|| Public::Ec([&[4][..], &x, &y].concat()))?
            }
            ("RSA", None) => Public::Rsa(rsa::PublicKeyComponents { n: bytes(m.n)?, e: bytes(m.e)? }),
            _ => return None,
        };
        let signs = m.used_for.is_none_or(|used_for| used_for == "sig");
        signs.then_some(Self { kid: m.kid, alg: m.alg, public })
    }

    fn fits(&self, alg: Alg) -> bool {
        let kind = matches!(&self.public, Public::Ec(_)) == (alg == Alg::Es256);
        kind && self.alg.is_none_or(|only| only == alg)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn token(header: &Value) -> String {
        let text = |text: &str| URL_SAFE_NO_PAD.encode(text);
        format!("{}.{}.{}", text(&header.to_string()), text("{}"), text("x"))
    }

    #[test]
    fn what_is_not_signed_or_with_a_shared_secret_or_asks_for_more_is_no_token() {
        assert!(Jws::parse(&token(&json!({ "alg": "ES256" }))).is_some());
        for header in [json!({ "alg": "none" }), json!({ "alg": "HS256" }), json!({}), json!({ "alg": "ES256", "crit": ["b64"] })]
        {
            assert!(Jws::parse(&token(&header)).is_none(), "{header}");
        }
        for broken in ["", ".", "..", "a.b.c", "e30.e30", &format!("{}.e30", token(&json!({ "alg": "ES256" })))] {
            assert!(Jws::parse(broken).is_none(), "{broken}");
        }
    }

    /// RFC 7515, appendices A.2 (RS256) and A.3 (ES256): the published examples.
    #[test]
    fn the_published_examples_are_signed_by_their_keys_and_by_no_other() {
        let claims = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        let es256 = format!(
            "eyJhbGciOiJFUzI1NiJ9.{claims}.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
        );
        let ec = json!({ "kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                         "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0" });
        let rsa = json!({ "kty": "RSA", "e": "AQAB", "n": "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddx\
             HmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63\
             kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNm\
             oudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ" });
        let (ec, rsa) = (Jwk::parse(&ec).unwrap(), Jwk::parse(&rsa).unwrap());
        let jws = Jws::parse(&es256).unwrap();
        assert!(jws.is_signed_by(&ec));
        assert!(!jws.is_signed_by(&rsa));
        let changed = es256.replacen("eyJpc3Mi", "eyJpc3Nj", 1);
        assert!(!Jws::parse(&changed).unwrap().is_signed_by(&ec));
        let rs256 = format!(
            "eyJhbGciOiJSUzI1NiJ9.{claims}.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"
        );
        assert!(Jws::parse(&rs256).unwrap().is_signed_by(&rsa));
    }

    #[test]
    fn a_key_is_found_by_its_name_and_only_if_it_can_sign_so() {
        let ec = |kid: &str, more: Value| {
            let mut jwk = json!({ "kty": "EC", "crv": "P-256", "kid": kid, "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                                  "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0" });
            jwk.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            jwk
        };
        let set = [
            ec("a", json!({})),
            ec("b", json!({ "alg": "ES256", "use": "sig" })),
            ec("c", json!({ "use": "enc" })),
            json!({ "kty": "oct", "kid": "d", "k": "AAAA" }),
        ];
        let keys: Vec<Jwk> = set.iter().filter_map(Jwk::parse).collect();
        assert_eq!(keys.len(), 2);
        let found = |header| Jws::parse(&token(&header)).unwrap().key(&keys).and_then(|key| key.kid.clone());
        assert_eq!(found(json!({ "alg": "ES256", "kid": "b" })), Some("b".into()));
        assert_eq!(found(json!({ "alg": "ES256", "kid": "c" })), None);
        assert_eq!(found(json!({ "alg": "RS256", "kid": "a" })), None);
        assert_eq!(found(json!({ "alg": "ES256" })), None, "two can");
    }
}
