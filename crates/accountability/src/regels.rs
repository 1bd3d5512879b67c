//! What belongs to no service and yet to the register (`policies/verwerkingen.toml`), read and checked.
use crate::{Betrokkene, Ontvanger};
use catalogue::{Middel, Text};
use jiff::civil::Date;
use registers::Doelen;
use serde::{Deserialize, Serialize};
use std::path::Path;
use terms::BewaarRegime;

/// A file that can't be used.
#[derive(Debug, thiserror::Error)]
#[error("{file}:{line}: {what}")]
pub struct RegelFault {
    /// The file.
    pub file: String,
    /// The line, from 1; 0 when it is the whole file.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

/// What holds for every processing, and those that belong to no service.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regels {
    /// What holds for all.
    pub algemeen: Algemeen,
    nummer: Nummer,
    /// What who is invited gives of what a register says of her.
    pub(crate) genodigde: Text,
    pub(crate) verwerking: Vec<Entry>,
}

/// What holds for every processing.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Algemeen {
    /// To which third countries data go (AVG 30 lid 1 e).
    pub doorgifte: Text,
    /// Measures of security, in general (AVG 30 lid 1 g).
    pub beveiliging: Vec<Text>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Nummer {
    digid: Text,
    eherkenning: Text,
}

/// Who is responsible for a processing that belongs to no service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Van {
    /// Every hosted organisation.
    Organisatie,
    /// Every hosted municipality.
    Gemeente,
    /// Whoever runs this portal.
    Portaal,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub naam: String,
    pub van: Van,
    pub titel: Text,
    pub doel: Text,
    pub grondslag: String,
    pub betrokkenen: Vec<Betrokkene>,
    pub ontvangers: Vec<Ontvanger>,
    /// A regime of `terms::BewaarRegime`.
    #[serde(default)]
    pub bewaart: Option<String>,
    /// In words, where no list gives a term.
    #[serde(default)]
    pub bewaren: Option<Text>,
    /// A purpose of `policies/doelen.toml`.
    #[serde(default)]
    pub vraagt: Option<String>,
    pub gegeven: Vec<EntryGegeven>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EntryGegeven {
    pub wat: Text,
    #[serde(default)]
    pub verplicht: bool,
    #[serde(default)]
    pub uit_register: bool,
    pub grondslag: String,
}

impl Regels {
    /// Reads the file. Errors: the first thing that is wrong, with file and line: what can't be read, a name that stands there twice, a
    /// purpose that is not there, and a processing without ground or without a time on `today`.
    pub fn load(path: &Path, doelen: &Doelen, today: Date) -> Result<Self, RegelFault> {
        let fault = |line, what: String| RegelFault { file: path.display().to_string(), line, what };
        let text = std::fs::read_to_string(path).map_err(|e| fault(0, e.to_string()))?;
        let line = |at: usize| text.get(..at).map_or(0, |before| before.matches('\n').count() + 1);
        let regels: Self =
            toml::from_str(&text).map_err(|e| fault(e.span().map_or(0, |span| line(span.start)), e.message().to_owned()))?;
        for (at, entry) in regels.verwerking.iter().enumerate() {
            let stands = text.find(&format!("naam = \"{}\"", entry.naam)).map_or(0, line);
            let told = |what: &str| fault(stands, format!("{}: {what}", entry.naam));
            if regels.verwerking[..at].iter().any(|other| other.naam == entry.naam) {
                return Err(told("stands here twice"));
            }
            if entry.grondslag.trim().is_empty() || entry.gegeven.iter().any(|g| g.grondslag.trim().is_empty()) {
                return Err(told("without a ground nothing may be used"));
            }
            let timed = entry.bewaart.as_deref().is_none_or(|soort| BewaarRegime::of(soort, today).is_some());
            if !timed || entry.bewaart.is_some() == entry.bewaren.is_some() {
                return Err(told(
                    "say how long it is kept: `bewaart` names a regime that we know, or `bewaren` says it in words",
                ));
            }
            if entry.vraagt.as_deref().is_some_and(|doel| doelen.get(doel).is_none()) {
                return Err(told("there is no such purpose in policies/doelen.toml"));
            }
        }
        Ok(regels)
    }

    /// The number that comes with a way of signing in.
    pub(crate) fn nummer(&self, middel: Middel) -> &Text {
        match middel {
            Middel::Digid => &self.nummer.digid,
            Middel::Eherkenning => &self.nummer.eherkenning,
        }
    }
}
