//! The organisations that take submissions here (`services/organisaties.toml`).
use crate::{
    Catalogue, Text,
    load::LoadError,
    services::{Norm, read},
};
use serde::{Deserialize, Serialize};
use std::path::Path;
use values::{Oin, Rsin, Term};

/// An organisation that takes submissions here.
#[derive(Debug, Clone)]
pub struct Hosted {
    /// Its code in TOOI: `gm0307`.
    pub code: String,
    /// Its RSIN.
    pub rsin: Rsin,
    /// Its OIN, made of the RSIN.
    pub oin: Oin,
    /// Made up, for the demo: its RSIN is fictitious.
    pub voorbeeld: bool,
    /// The norm for an answer to a question.
    pub vraag_norm: Norm,
    /// The team that answers questions.
    pub vraag_team: Text,
    /// Where one reaches its data-protection officer; none when we do not know.
    pub fg: Option<Fg>,
}

/// Where one reaches a functionaris voor gegevensbescherming (AVG 37 lid 7): by e-mail, or through a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fg {
    /// The address that was published.
    #[serde(default)]
    pub email: Option<String>,
    /// The page on which the organisation tells it.
    #[serde(default)]
    pub link: Option<String>,
    /// Where it was found.
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HostedFile {
    organisatie: Vec<HostedLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HostedLine {
    code: String,
    rsin: String,
    #[serde(default)]
    voorbeeld: bool,
    vraag_norm: Norm,
    vraag_team: Text,
    #[serde(default)]
    fg: Option<Fg>,
}

pub(crate) fn hosted(folder: &Path, catalogue: &Catalogue) -> Result<Vec<Hosted>, LoadError> {
    let file = folder.join("organisaties.toml");
    let (parsed, _) = read::<HostedFile>(&file)?;
    let make = |line: HostedLine| {
        let rsin = Rsin::parse(&line.rsin).map_err(|e| LoadError::at(&file, 0, format!("{}: rsin {e}", line.code)))?;
        catalogue
            .organisatie_with_code(&line.code)
            .ok_or_else(|| LoadError::at(&file, 0, format!("{}: unknown code", line.code)))?;
        line.vraag_norm.term.parse::<Term>().map_err(|e| LoadError::at(&file, 0, format!("{}: {e}", line.code)))?;
        Ok(Hosted {
            oin: Oin::of_rsin(&rsin),
            rsin,
            code: line.code,
            voorbeeld: line.voorbeeld,
            vraag_norm: line.vraag_norm,
            vraag_team: line.vraag_team,
            fg: line.fg,
        })
    };
    parsed.organisatie.into_iter().map(make).collect()
}
