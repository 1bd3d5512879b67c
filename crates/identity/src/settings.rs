//! Which providers there are, and what they call things.
use crate::{Kind, kind};
use access::Assurance;
use serde::{Deserialize, Deserializer, de::Error as _};
use std::{collections::BTreeMap, path::PathBuf};

/// The providers, by way of signing in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// One at most for each way; a way without provider can't be used.
    #[serde(default)]
    pub provider: BTreeMap<Kind, Provider>,
}

/// An OpenID provider, and who we are there.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// Its issuer identifier, exactly as in its discovery document: `https`, or `http` on this machine.
    pub issuer: String,
    /// Who we are there.
    pub client_id: String,
    /// Our private key: PEM, PKCS#8, EC P-256 or RSA; see `SigningKey::create`.
    pub key: PathBuf,
    /// What is asked for; `openid` is always in it.
    #[serde(default = "openid")]
    pub scope: String,
    /// What this provider calls the claims.
    #[serde(default)]
    pub claims: Claims,
    /// What each value of `acr` is worth: `none`, `low`, `substantial` or `high`.
    #[serde(default = "known_levels", deserialize_with = "levels")]
    pub acr: BTreeMap<String, Assurance>,
}

/// Names of claims in the ID token; the defaults are those of eHerkenning and of the demo.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Claims {
    /// Burgerservicenummer.
    pub bsn: String,
    /// Number in the Handelsregister.
    pub kvk: String,
    /// Number of the branch to which a company's representative is limited.
    pub vestiging: String,
    /// OIN of the organisation where staff work.
    pub organisatie: String,
    /// List of roles of staff.
    pub rollen: String,
    /// Name to greet with.
    pub name: String,
}

impl Default for Claims {
    fn default() -> Self {
        Self {
            bsn: "bsn".into(),
            kvk: "urn:etoegang:1.9:EntityConcernedID:KvKnr".into(),
            vestiging: "urn:etoegang:1.9:ServiceRestriction:Vestigingsnr".into(),
            organisatie: "organisatie".into(),
            rollen: "rollen".into(),
            name: "name".into(),
        }
    }
}

fn openid() -> String {
    "openid".into()
}

/// What DigiD, eHerkenning and eIDAS call their levels (DigiD: koppelvlakspecificatie SAML; eHerkenning: afsprakenstelsel;
/// eIDAS: SAML attribute profile, 3.2). DigiD Midden is worth eIDAS low; DigiD Basis, a password alone, is worth none of them and is not
/// here: nobody signs in with it.
pub fn known_levels() -> BTreeMap<String, Assurance> {
    use Assurance::{High, Low, Substantial};
    let digid = "urn:oasis:names:tc:SAML:2.0:ac:classes:";
    let eherkenning = "urn:etoegang:core:assurance-class:";
    let eidas = "http://eidas.europa.eu/LoA/";
    let all = [
        (digid, "MobileTwoFactorContract", Low),
        (digid, "Smartcard", Substantial),
        (digid, "SmartcardPKI", High),
        (eherkenning, "loa2", Low),
        (eherkenning, "loa2plus", Low),
        (eherkenning, "loa3", Substantial),
        (eherkenning, "loa4", High),
        (eidas, "low", Low),
        (eidas, "substantial", Substantial),
        (eidas, "high", High),
    ];
    all.into_iter().map(|(prefix, name, level)| (format!("{prefix}{name}"), level)).collect()
}

fn levels<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, Assurance>, D::Error> {
    let words = BTreeMap::<String, String>::deserialize(from)?;
    let level =
        |word: &str| kind::level(word).ok_or_else(|| D::Error::unknown_variant(word, &["none", "low", "substantial", "high"]));
    words.into_iter().map(|(acr, word)| Ok((acr, level(&word)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_needs_three_lines_and_what_it_calls_otherwise() {
        let text = r#"
            [provider.digid]
            issuer = "https://tvs.example.nl"
            client_id = "portaal"
            key = "digid.pem"

            [provider.eherkenning]
            issuer = "https://broker.example.nl"
            client_id = "portaal"
            key = "eh.pem"
            claims = { kvk = "kvk_nummer" }
            acr = { "urn:example:hoog" = "high" }
        "#;
        let settings: Settings = toml::from_str(text).unwrap();
        let digid = &settings.provider[&Kind::Digid];
        assert_eq!(digid.claims.bsn, "bsn");
        let worth = |name: &str| digid.acr.get(&format!("urn:oasis:names:tc:SAML:2.0:ac:classes:{name}"));
        assert_eq!(worth("Smartcard"), Some(&Assurance::Substantial));
        assert_eq!((worth("MobileTwoFactorContract"), worth("PasswordProtectedTransport")), (Some(&Assurance::Low), None));
        let eherkenning = &settings.provider[&Kind::EHerkenning];
        assert_eq!((eherkenning.claims.kvk.as_str(), eherkenning.claims.name.as_str()), ("kvk_nummer", "name"));
        assert_eq!(eherkenning.acr, BTreeMap::from([("urn:example:hoog".into(), Assurance::High)]));
        assert!(toml::from_str::<Settings>(&text.replace("\"high\"", "\"very high\"")).is_err());
        assert!(toml::from_str::<Settings>(&text.replace("client_id", "client")).is_err());
        assert!(toml::from_str::<Settings>(&text.replace("digid]", "facebook]")).is_err());
    }
}
