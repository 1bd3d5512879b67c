//! The organisations of government that exist now, from the TOOI register (which has Amstel, Gooi en Vecht twice: the one under its own code is kept).
use crate::{
    Bestuurslaag,
    load::{LoadError, rows},
};
use serde::Deserialize;
use std::{collections::HashMap, path::Path};
use values::Language;

/// What kind of organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Soort {
    /// gemeente
    Gemeente,
    /// provincie
    Provincie,
    /// waterschap
    Waterschap,
    /// A service or agency of the State, a zelfstandig bestuursorgaan, a partnership, or a Caribbean public body.
    Anders,
}

/// An organisation of government.
#[derive(Debug, Clone)]
pub struct Organisatie {
    /// Its URI in the TOOI register: what identifies it.
    pub tooi: String,
    /// What kind.
    pub soort: Soort,
    /// `gm0307`
    pub code: String,
    /// `Amersfoort`
    pub naam: String,
    /// `gemeente Amersfoort`
    pub naam_met_soort: String,
    /// The province it lies in, where the register says so.
    pub provincie: Option<String>,
    /// Its own site, where a register says so.
    pub website: Option<String>,
}

impl Organisatie {
    /// The layer of government that it is of; of a body of the State, and of a partnership, the register does not say it.
    pub fn layer(&self) -> Option<Bestuurslaag> {
        match self.soort {
            Soort::Gemeente => Some(Bestuurslaag::Gemeente),
            Soort::Provincie => Some(Bestuurslaag::Provincie),
            Soort::Waterschap => Some(Bestuurslaag::Waterschap),
            Soort::Anders => None,
        }
    }

    /// As it stands in a sentence: `de gemeente Amersfoort`, `the municipality of Amersfoort`.
    pub fn in_words(&self, language: Language) -> String {
        match (self.soort, language) {
            (Soort::Gemeente, Language::Nl) => format!("de gemeente {}", self.naam),
            (Soort::Gemeente, Language::En) => format!("the municipality of {}", self.naam),
            (Soort::Provincie, Language::Nl) => format!("de provincie {}", self.naam),
            (Soort::Provincie, Language::En) => format!("the province of {}", self.naam),
            _ => self.naam_met_soort.clone(),
        }
    }
}

#[derive(Deserialize)]
struct Line {
    tooi_uri: String,
    soort: String,
    organisatiecode: String,
    naam: String,
    naam_met_soort: String,
    provincie: String,
    einddatum: String,
}

#[derive(Deserialize)]
struct Site {
    #[serde(alias = "gemeentecode", alias = "organisatiecode")]
    code: String,
    website: String,
}

/// Reads the register; leaves out what has ended.
pub(crate) fn load(folder: &Path) -> Result<Vec<Organisatie>, LoadError> {
    // Of municipalities a register has the sites; of others only those that were found elsewhere.
    let all = ["gemeenten-cbs-2026.csv", "sites.csv"].map(|file| rows::<Site>(&folder.join(file)));
    let mut sites = HashMap::new();
    for file in all {
        let found = file?.into_iter().filter_map(|(_, site)| Some((site.code.to_lowercase(), front_page(&site.website)?)));
        sites.extend(found);
    }
    let all = rows::<Line>(&folder.join("organisaties-tooi.csv"))?;
    let current = all.into_iter().map(|(_, line)| line).filter(|line| line.einddatum.is_empty());
    let current = current.filter(|line| line.soort != "waterschap" || line.tooi_uri.ends_with(&line.organisatiecode));
    Ok(current
        .map(|line| Organisatie {
            soort: match line.soort.as_str() {
                "gemeente" => Soort::Gemeente,
                "provincie" => Soort::Provincie,
                "waterschap" => Soort::Waterschap,
                _ => Soort::Anders,
            },
            website: sites.get(&line.organisatiecode).cloned(),
            provincie: (!line.provincie.is_empty()).then_some(line.provincie),
            tooi: line.tooi_uri,
            code: line.organisatiecode,
            naam: line.naam,
            naam_met_soort: line.naam_met_soort,
        })
        .collect())
}

/// The front page of a site: some addresses in the register point deep into it.
fn front_page(website: &str) -> Option<String> {
    let host = website.strip_prefix("https://")?.split('/').next()?;
    Some(format!("https://{host}"))
}
