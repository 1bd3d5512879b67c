//! The organisations that take submissions here (`services/organisaties.toml`).
use crate::{Catalogue, Contact, Norm, Overlay, Text, load::LoadError, skeleton::read};
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
    /// How it is reached.
    pub contact: Contact,
    /// Where one reaches its data-protection officer; none when we do not know.
    pub fg: Option<Fg>,
}

impl Hosted {
    /// How the team of this overlay is reached: in a way of its own, else as the organisation itself.
    pub fn contact_of<'a>(&'a self, overlay: &'a Overlay) -> &'a Contact {
        overlay.contact.as_ref().unwrap_or(&self.contact)
    }

    /// What it says of itself.
    pub fn settings(&self) -> HostedSettings {
        let Self { vraag_norm, vraag_team, contact, fg, .. } = self.clone();
        HostedSettings { vraag_team, vraag_norm, contact: Some(contact).filter(|contact| !contact.is_empty()), fg }
    }

    /// The same organisation with what it published of itself. What it does not say of its officer stays as it was known.
    #[must_use]
    pub fn with(self, settings: &HostedSettings) -> Self {
        let HostedSettings { vraag_norm, vraag_team, contact, fg } = settings.clone();
        Self { vraag_norm, vraag_team, contact: contact.unwrap_or_default(), fg: fg.or(self.fg), ..self }
    }
}

/// What an organisation says of itself and may change here: who answers questions, how soon, and how it and its officer are reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HostedSettings {
    /// The team that answers questions.
    pub vraag_team: Text,
    /// The norm for an answer to a question.
    pub vraag_norm: Norm,
    /// How it is reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// Where one reaches its data-protection officer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fg: Option<Fg>,
}

/// Where one reaches a functionaris voor gegevensbescherming (AVG 37 lid 7): by e-mail, or through a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fg {
    /// The address that was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The page on which the organisation tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Where it was found, or that the organisation says so itself.
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
    contact: Contact,
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
            contact: line.contact,
            fg: line.fg,
        })
    };
    parsed.organisatie.into_iter().map(make).collect()
}
