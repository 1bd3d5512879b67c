//! `fields`: which paths exist, and which leaves a question asks for. The list of paths is held against the specification by a test.

use crate::{StartError, data, problem::InvalidParam};
use regex_lite::Regex;
use serde::Deserialize;
use serde_json::Value;

const FILE: &str = "velden.csv";
const MOST: usize = 130;
const PATTERN: &str = r"^[a-zA-Z0-9\._]{1,200}$";

/// The last part of a path that may be asked for by a part of its own: asking for the year gives the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Soort {
    Tekst,
    Datum,
    Waarde,
    Titel,
}

impl Soort {
    fn parts(self) -> &'static [&'static str] {
        match self {
            Self::Tekst => &[],
            Self::Datum => &["type", "datum", "langFormaat", "onbekend", "jaar", "maand"],
            Self::Waarde => &["code", "omschrijving"],
            Self::Titel => &["code", "omschrijving", "soort"],
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Beperkt {
    Ja,
    Nee,
}

#[derive(Debug, Deserialize)]
struct Veld {
    pad: String,
    soort: Soort,
    beperkt: Beperkt,
}

/// Whose answer it is: `Persoon` is for a BSN, `PersoonBeperkt` for a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Persoon,
    PersoonBeperkt,
}

/// The leaves a question asks for, as full paths.
#[derive(Debug, Default)]
pub(super) struct Wish {
    /// Asked for as they are.
    pub(super) leaves: Vec<String>,
    /// Asked for only when the person lives in the Netherlands, through the aliases `verblijfplaatsBinnenland` and
    /// `adresseringBinnenland`.
    pub(super) binnenland: Vec<String>,
}

/// All paths.
pub(crate) struct Fields {
    velden: Vec<Veld>,
    pattern: Regex,
}

impl Fields {
    pub(super) fn load() -> Result<Self, StartError> {
        let velden = data::csv(FILE, include_str!("../../data/velden.csv"))?;
        let pattern = Regex::new(PATTERN).map_err(|error| StartError::Data { file: FILE, what: error.to_string() })?;
        Ok(Self { velden, pattern })
    }

    /// Reads the parameter `fields`.
    pub(super) fn wish(&self, given: Option<&Value>, shape: Shape) -> Result<Wish, Vec<InvalidParam>> {
        let fault = |code, reason: &str| vec![InvalidParam::new("fields", code, reason)];
        let paths = match given {
            None | Some(Value::Null) => return Err(vec![InvalidParam::required("fields")]),
            Some(Value::Array(paths)) if paths.is_empty() => return Err(fault("minItems", "Array bevat minder dan 1 items.")),
            Some(Value::Array(paths)) if paths.len() > MOST => return Err(fault("maxItems", "Array bevat meer dan 130 items.")),
            Some(Value::Array(paths)) => paths,
            Some(_) => return Err(fault("array", "Parameter is geen array.")),
        };
        let (mut wish, mut faults) = (Wish::default(), Vec::new());
        for (number, path) in paths.iter().enumerate() {
            let name = format!("fields[{number}]");
            match path.as_str() {
                Some(path) if self.pattern.is_match(path) => self.add(&mut wish, path, shape).unwrap_or_else(|reason| {
                    faults.push(InvalidParam::new(name, "fields", reason));
                }),
                _ => faults.push(InvalidParam::pattern(name, PATTERN)),
            }
        }
        if faults.is_empty() { Ok(wish) } else { Err(faults) }
    }

    fn add(&self, wish: &mut Wish, path: &str, shape: Shape) -> Result<(), &'static str> {
        if comes_by_itself(path) {
            return Err("Parameter bevat een niet toegestane veldnaam.");
        }
        let (path, into, alias) =
            match (path.strip_prefix("verblijfplaatsBinnenland"), path.strip_prefix("adresseringBinnenland")) {
                (Some(rest), _) => (format!("verblijfplaats{rest}"), &mut wish.binnenland, true),
                (_, Some(rest)) => (format!("adressering{rest}"), &mut wish.binnenland, true),
                _ => (path.to_owned(), &mut wish.leaves, false),
            };
        let offered = self.velden.iter().filter(|veld| shape == Shape::Persoon || veld.beperkt == Beperkt::Ja);
        let asked = offered.filter(|veld| !alias || in_the_netherlands(&veld.pad)).filter(|veld| covers(&path, veld));
        let before = into.len();
        into.extend(asked.map(|veld| veld.pad.clone()));
        if into.len() == before { Err("Parameter bevat een niet bestaande veldnaam.") } else { Ok(()) }
    }
}

/// Is this leaf the path, below it, or the one that the path names a part of?
fn covers(path: &str, veld: &Veld) -> bool {
    let below = veld.pad.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let part = path.strip_prefix(&veld.pad).and_then(|rest| rest.strip_prefix('.'));
    below || part.is_some_and(|part| veld.soort.parts().contains(&part))
}

fn in_the_netherlands(path: &str) -> bool {
    let abroad = [".land", ".regel1", ".regel2", ".regel3"].iter().any(|end| path.ends_with(end));
    let adressering = ["adressering.adresregel1", "adressering.adresregel2"].contains(&path);
    adressering || (path.starts_with("verblijfplaats.") && !abroad)
}

/// Fields that are in the answer without being asked for may not be asked for.
fn comes_by_itself(path: &str) -> bool {
    let by_itself = ["geheimhoudingPersoonsgegevens", "opschortingBijhouding", "rni", "verificatie"];
    let mut parts = path.split('.');
    parts.clone().next().is_some_and(|first| by_itself.contains(&first))
        || parts.any(|part| part == "inOnderzoek" || part == "indicatieVastgesteldVerblijftNietOpAdres")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn leaves(fields: Value, shape: Shape) -> Result<Vec<String>, Vec<InvalidParam>> {
        Fields::load().unwrap().wish(Some(&fields), shape).map(|wish| wish.leaves)
    }

    #[test]
    fn a_group_is_all_its_fields_and_a_part_is_the_whole_value() {
        let geboorte = leaves(json!(["geboorte"]), Shape::Persoon).unwrap();
        assert_eq!(geboorte, ["geboorte.datum", "geboorte.land", "geboorte.plaats"]);
        assert_eq!(leaves(json!(["geboorte.datum.jaar"]), Shape::Persoon).unwrap(), ["geboorte.datum"]);
        assert_eq!(leaves(json!(["geslacht.code"]), Shape::PersoonBeperkt).unwrap(), ["geslacht"]);
        assert_eq!(leaves(json!(["geboorte"]), Shape::PersoonBeperkt).unwrap(), ["geboorte.datum"]);
    }

    #[test]
    fn a_path_that_does_not_exist_or_comes_by_itself_is_refused_with_its_place() {
        let faults = leaves(json!(["naam", "anummer", "naam.inOnderzoek", "a*", "naam.voor"]), Shape::Persoon).unwrap_err();
        let told: Vec<(&str, &str)> = faults.iter().map(|fault| (fault.name.as_str(), fault.reason.as_str())).collect();
        assert_eq!(
            told,
            [
                ("fields[1]", "Parameter bevat een niet bestaande veldnaam."),
                ("fields[2]", "Parameter bevat een niet toegestane veldnaam."),
                ("fields[3]", r"Waarde voldoet niet aan patroon ^[a-zA-Z0-9\._]{1,200}$."),
                ("fields[4]", "Parameter bevat een niet bestaande veldnaam."),
            ]
        );
        assert!(leaves(json!(["aNummer"]), Shape::PersoonBeperkt).is_err());
        assert!(leaves(json!(["verblijfplaatsBinnenland.verblijfadres.land"]), Shape::Persoon).is_err());
    }
}
