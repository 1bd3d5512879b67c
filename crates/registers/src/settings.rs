//! Where each register is. One that is not in the settings is away, always.
use serde::Deserialize;
use std::{fmt, time::Duration};

/// Where the registers are.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// BRP API Personen 2: up to and with the part before `/personen`.
    pub brp: Option<Endpoint>,
    /// BAG API Individuele Bevragingen 2: up to and with the part before `/adressen`.
    pub bag: Option<Endpoint>,
    /// KVK API's: up to and with the part before `/v1/basisprofielen`.
    pub kvk: Option<Endpoint>,
    /// RDW: up to and with the part before `/rdw/v1/houderschap`.
    pub rdw: Option<Endpoint>,
    /// BRI: up to and with the part before `/bri/v1/inkomen`.
    pub bri: Option<Endpoint>,
}

/// Where one register is, and our key there.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endpoint {
    /// `https://host/path`
    pub url: String,
    /// The key that the register gave us.
    #[serde(default)]
    pub api_key: Option<String>,
    /// How long we wait for an answer, in seconds.
    #[serde(default = "two_seconds")]
    pub timeout_seconds: u8,
}

fn two_seconds() -> u8 {
    2
}

impl Endpoint {
    pub(crate) fn timeout(&self) -> Duration {
        Duration::from_secs(self.timeout_seconds.into())
    }
}

/// Never shows the key.
impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Endpoint({}, …)", self.url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_and_what_is_misspelled_is_named() {
        let settings: Settings =
            toml::from_str("brp = { url = 'https://brp.example/haalcentraal/api/brp', api_key = 'geheim' }").unwrap();
        let brp = settings.brp.unwrap();
        assert_eq!((brp.timeout(), settings.bag.is_none()), (Duration::from_secs(2), true));
        assert!(!format!("{brp:?}").contains("geheim"));
        let fault = toml::from_str::<Settings>("brp = { url = 'https://brp.example', apikey = 'x' }").unwrap_err();
        assert!(fault.message().contains("apikey"), "{fault}");
    }
}
