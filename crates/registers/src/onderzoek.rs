//! What is under investigation (`inOnderzoek` in the answers of BRP and BAG): whoever uses such a value must be told.
use serde_json::Value;
use std::collections::BTreeSet;

/// Paths of values that are under investigation: `verblijfplaats.verblijfadres.postcode`, `partners.0.naam.geslachtsnaam`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Onderzoek(BTreeSet<String>);

impl Onderzoek {
    /// Reads them from an answer: each `inOnderzoek` tells of the object that it stands in.
    pub fn read(answer: &Value) -> Self {
        let mut found = Self::default();
        found.walk("", answer);
        found
    }

    /// Is `path`, something in it or that of which it is a part under investigation?
    pub fn holds(&self, path: &str) -> bool {
        let in_other =
            |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        self.0.iter().any(|known| in_other(known, path) || in_other(path, known))
    }

    /// Is anything?
    pub fn any(&self) -> bool {
        !self.0.is_empty()
    }

    fn walk(&mut self, path: &str, value: &Value) {
        let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        match value {
            Value::Array(all) => all.iter().enumerate().for_each(|(index, one)| self.walk(&below(&index.to_string()), one)),
            Value::Object(all) => {
                for (key, one) in all {
                    match (key.to_lowercase().as_str(), one) {
                        ("inonderzoek", Value::Bool(true)) => drop(self.0.insert(path.to_owned())),
                        ("inonderzoek", Value::Object(which)) => {
                            // `type` is the value as a whole: whether it is an address or a place abroad.
                            let paths = which.iter().filter(|(_, is)| **is == Value::Bool(true));
                            self.0.extend(paths.map(|(key, _)| if key == "type" { path.to_owned() } else { below(key) }));
                        }
                        _ => self.walk(&below(key), one),
                    }
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_value_is_under_investigation_with_its_parts_and_with_its_whole() {
        let onderzoek = Onderzoek::read(&json!({
            "inOnderzoek": { "geslacht": true, "burgerservicenummer": false, "datumIngangOnderzoekPersoon": { "type": "JaarDatum" } },
            "verblijfplaats": { "verblijfadres": { "inOnderzoek": { "postcode": true } } },
            "partners": [ { "naam": {} }, { "naam": { "inOnderzoek": { "geslachtsnaam": true } } } ],
            "nationaliteiten": [ { "inOnderzoek": { "type": true } } ],
            "gezag": [ { "inOnderzoek": true } ],
        }));
        for path in [
            "geslacht",
            "verblijfplaats",
            "verblijfplaats.verblijfadres.postcode",
            "partners",
            "partners.1",
            "partners.1.naam.geslachtsnaam",
            "nationaliteiten.0.nationaliteit",
            "gezag.0.minderjarige",
        ] {
            assert!(onderzoek.holds(path), "{path}");
        }
        for path in ["burgerservicenummer", "verblijfplaats.verblijfadres.huisnummer", "partners.0", "partners.10", "naam", "ges"]
        {
            assert!(!onderzoek.holds(path), "{path}");
        }
    }
}
