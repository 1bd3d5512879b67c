//! Reads the skeletons of services and the overlays beside them.
use crate::{
    Bestuurslaag, Bevoegd, Catalogue, Inloggen, Namens, Overdracht, Overlay, Page, Rechtsmiddel, ServiceDefinition,
    ServiceOverlay, ServiceText, Soort, StatusType, Text, Wetsartikel, load::LoadError, overlay,
};
use access::Role;
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};
use values::{Term, UplName};

/// What all organisations share of a service.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Skeleton {
    upl: String,
    #[serde(default)]
    ook: Vec<String>,
    soort: Soort,
    bevoegd_orgaan: Text,
    wie_mag: String,
    purpose: String,
    basis: String,
    bewaartermijn: String,
    #[serde(default)]
    bewaartermijn_bron: String,
    beslistermijn: Option<String>,
    #[serde(default)]
    grondslag: Vec<Wetsartikel>,
    #[serde(default)]
    rechtsmiddel: Vec<Rechtsmiddel>,
    overdracht: Option<Overdracht>,
    #[serde(default)]
    bevoegd: Bevoegd,
    #[serde(default)]
    bestuurslagen: Vec<Bestuurslaag>,
    inloggen: Option<Inloggen>,
    adviseur: Option<String>,
    #[serde(default)]
    namens: Namens,
    nl: ServiceText,
    en: ServiceText,
    status: Vec<StatusType>,
    resultaat: Vec<String>,
    motivering: Option<Text>,
    #[serde(default)]
    blijft_gelden: Vec<String>,
    bewaartermijn_na_verval: Option<String>,
    geldt_hoogstens: Option<String>,
    besluit_bij: Option<Vec<String>>,
    page: Vec<Page>,
}

impl Skeleton {
    fn adviseur(&self) -> Result<Option<Role>, &'static str> {
        let closed = self.page.iter().flat_map(|page| &page.question).any(|question| question.besloten);
        adviseur(self.adviseur.as_deref(), closed)
    }

    /// What is wrong with whom a list invites.
    fn wrongly_invites(&self) -> Option<String> {
        let asked = self.page.iter().flat_map(|page| &page.question);
        asked.filter_map(|q| Some((q, q.uitnodigen.as_ref()?))).find_map(|(question, uitnodigen)| {
            let what = uitnodigen.fault(question.kind, &question.column)?;
            Some(format!("question \"{}\": {what}", question.id))
        })
    }

    /// How far ahead a date may be and how long it is in time, of each question for one.
    fn lengths_of_dates(&self) -> impl Iterator<Item = &str> {
        let rules = self.page.iter().flat_map(|page| &page.question).filter_map(|question| question.datum.as_ref());
        rules.flat_map(|rule| [rule.vooruit.as_deref(), rule.op_tijd.as_deref()].into_iter().flatten())
    }
}

pub(crate) fn read<T: serde::de::DeserializeOwned>(file: &Path) -> Result<(T, String), LoadError> {
    let text = std::fs::read_to_string(file).map_err(|e| LoadError::at(file, 0, e))?;
    let parsed = toml::from_str(&text).map_err(|e| {
        let line = e.span().map_or(0, |span| text[..span.start].matches('\n').count() as u64 + 1);
        LoadError::at(file, line, e.message())
    })?;
    Ok((parsed, text))
}

/// The skeletons in a folder, by name.
pub(crate) fn skeleton_files(folder: &Path) -> Result<Vec<(String, std::path::PathBuf)>, LoadError> {
    let entries = std::fs::read_dir(folder).map_err(|e| LoadError::at(folder, 0, e))?;
    let mut found: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "toml") && path.file_stem().is_some_and(|s| s != "organisaties"))
        .filter_map(|path| Some((path.file_stem()?.to_str()?.to_owned(), path)))
        .collect();
    found.sort();
    Ok(found)
}

pub(crate) fn load(folder: &Path, catalogue: &Catalogue) -> Result<Vec<ServiceDefinition>, LoadError> {
    let found = skeleton_files(folder)?;
    found.into_iter().map(|(name, file)| service(folder, name, &file, catalogue)).collect()
}

/// A skeleton that invites nobody in a wrong way.
fn right(file: &Path) -> Result<(Skeleton, String), LoadError> {
    let (skeleton, text) = read::<Skeleton>(file)?;
    skeleton.wrongly_invites().map_or(Ok((skeleton, text)), |what| Err(LoadError::at(file, 0, what)))
}

fn service(folder: &Path, name: String, file: &Path, catalogue: &Catalogue) -> Result<ServiceDefinition, LoadError> {
    let (skeleton, text) = right(file)?;
    let wrong = |what: String| LoadError::at(file, 0, what);
    let upl = UplName::parse(&skeleton.upl).map_err(|e| wrong(e.to_string()))?;
    catalogue.product(&upl).ok_or_else(|| wrong(format!("no product {upl} in the UPL")))?;
    let other = |name: &String| {
        let name = UplName::parse(name).map_err(|e| wrong(e.to_string()))?;
        catalogue.product(&name).map(|p| p.name.clone()).ok_or_else(|| wrong(format!("no product {name} in the UPL")))
    };
    let ook = skeleton.ook.iter().map(other).collect::<Result<_, _>>()?;
    let term = |text: &str| text.parse::<Term>().map_err(|e| wrong(format!("{text}: {e}")));
    skeleton.lengths_of_dates().try_for_each(|length| term(length).map(drop))?;
    let hands_over = skeleton.soort == Soort::Overdracht;
    if skeleton.overdracht.is_some() != hands_over {
        return Err(wrong("[overdracht] belongs to the kind overdracht, and to no other".into()));
    }
    if hands_over && catalogue.agency(&upl).is_none() {
        return Err(wrong(format!("nobody is known to hand {upl} over to")));
    }
    let bestuurslagen = bestuurslagen(skeleton.bevoegd, &skeleton.bestuurslagen).map_err(|what| wrong(what.into()))?;
    let overlays = overlays((folder, &name), &text, (&bestuurslagen, hands_over), catalogue)?;
    Ok(ServiceDefinition {
        adviseur: skeleton.adviseur().map_err(|what| wrong(what.into()))?,
        bewaartermijn: term(&skeleton.bewaartermijn)?,
        bewaartermijn_bron: skeleton.bewaartermijn_bron,
        beslistermijn: skeleton.beslistermijn.as_deref().map(term).transpose()?,
        name,
        upl,
        ook,
        soort: skeleton.soort,
        bevoegd_orgaan: skeleton.bevoegd_orgaan,
        wie_mag: skeleton.wie_mag,
        purpose: skeleton.purpose,
        basis: skeleton.basis,
        grondslagen: skeleton.grondslag,
        rechtsmiddelen: skeleton.rechtsmiddel,
        overdracht: skeleton.overdracht,
        bevoegd: skeleton.bevoegd,
        bestuurslagen,
        inloggen: skeleton.inloggen,
        namens: skeleton.namens,
        statuses: skeleton.status,
        resultaten: skeleton.resultaat,
        motivering: skeleton.motivering,
        blijft_gelden: skeleton.blijft_gelden,
        bewaartermijn_na_verval: skeleton.bewaartermijn_na_verval.as_deref().map(term).transpose()?,
        geldt_hoogstens: skeleton.geldt_hoogstens.as_deref().map(term).transpose()?,
        besluit_bij: skeleton.besluit_bij,
        pages: skeleton.page,
        nl: skeleton.nl,
        en: skeleton.en,
        skeleton: text,
        overlays,
        gestopt: BTreeMap::new(),
    })
}

/// The overlays in `folder` of the service of this name.
fn overlays(
    (folder, name): (&Path, &str),
    text: &str,
    (bestuurslagen, hands_over): (&[Bestuurslaag], bool),
    catalogue: &Catalogue,
) -> Result<BTreeMap<String, ServiceOverlay>, LoadError> {
    let mut overlays = BTreeMap::new();
    for hosted in catalogue.hosted() {
        let file = folder.join("overlays").join(&hosted.code).join(format!("{name}.toml"));
        if file.exists() {
            if !bestuurslagen.contains(&catalogue.layer_of(hosted)) {
                return Err(LoadError::at(&file, 0, not_its_service(catalogue.layer_of(hosted))));
            }
            let (own, source) = read::<Overlay>(&file)?;
            if own.norm.is_some() == hands_over {
                return Err(LoadError::at(&file, 0, norm_fault(hands_over)));
            }
            own.terms_are_right().map_err(|e| LoadError::at(&file, 0, e))?;
            let version = overlay::version(&[text.as_bytes(), source.as_bytes()]);
            overlays.insert(hosted.code.clone(), ServiceOverlay { overlay: own, version });
        }
    }
    Ok(overlays)
}

/// Who opens the closed compartment of a service. Errors: what is wrong.
pub(crate) fn adviseur(word: Option<&str>, closed: bool) -> Result<Option<Role>, &'static str> {
    match (word, closed) {
        (None, true) => Err("adviseur is missing: who opens what goes to the closed compartment?"),
        (Some(_), false) => Err("adviseur is for a service with a question that is besloten, and for no other"),
        (None, false) => Ok(None),
        (Some(word), true) => {
            let role = Role::of_word(word).filter(|role| role.advises());
            role.map(Some).ok_or("adviseur is no role that advises: medisch-adviseur or bibob-coordinator")
        }
    }
}

/// The layers of government whose organisations can offer a service. Errors: what is wrong with what it says of that.
pub(crate) fn bestuurslagen(bevoegd: Bevoegd, said: &[Bestuurslaag]) -> Result<Vec<Bestuurslaag>, &'static str> {
    match (bevoegd, said) {
        (Bevoegd::Keuze, []) => Err("bestuurslagen is missing: organisations of which layers can one choose from?"),
        (Bevoegd::Keuze, said) => Ok(said.to_vec()),
        // A place, an address and a register of residents or companies lead to a municipality.
        (_, []) => Ok(vec![Bestuurslaag::Gemeente]),
        (_, _) => Err("bestuurslagen is for a service where one chooses (bevoegd = \"keuze\"): all else leads to a municipality"),
    }
}

/// What is wrong with an overlay of an organisation of this layer, for a service that is of another.
pub(crate) fn not_its_service(layer: Bestuurslaag) -> String {
    format!("a {} does not offer this: the service is of another layer of government", layer.word())
}

/// What is wrong with the norm of an overlay.
pub(crate) fn norm_fault(hands_over: bool) -> &'static str {
    if hands_over {
        "a hand-over has no norm: nothing is answered here"
    } else {
        "[norm] is missing: until when is there an answer?"
    }
}

/// What is wrong with whom a skeleton invites, of one that can be parsed.
pub(crate) fn wrongly_invites(text: &str) -> Option<String> {
    toml::from_str::<Skeleton>(text).ok()?.wrongly_invites()
}

/// Parses a skeleton only to hear what is wrong with it.
pub(crate) fn read_skeleton(text: &str) -> Result<(), toml::de::Error> {
    toml::from_str::<Skeleton>(text).map(drop)
}
