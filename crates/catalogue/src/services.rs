//! A service is a national skeleton (`services/<name>.toml`) with an overlay per organisation (`services/overlays/<code>/<name>.toml`).
use crate::{Catalogue, DecisionTerm, Namens, Overlay, Page, Planning, Question, ServiceOverlay, Text, load::LoadError, overlay};
use access::Role;
use jiff::civil::Date;
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};
use terms::{Calendar, SoortRegime, TermFault};
use values::{Language, Term, UplName};

/// The legal kind of a service; it decides terms and remedies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Soort {
    /// Duty to report.
    Aangifte,
    /// Tip-off about a fact.
    Melding,
    /// Application that ends in a beschikking.
    Aanvraag,
    /// Permit under the Dienstenwet.
    DienstenwetVergunning,
    /// Collection matter.
    Invordering,
    /// Allowance.
    Toeslag,
    /// Subsidy.
    Subsidie,
    /// Hand-over to another body's counter.
    Overdracht,
}

impl Soort {
    /// That of a skeleton that may be wrong elsewhere.
    pub(crate) fn of_skeleton(text: &str) -> Option<Self> {
        #[derive(Deserialize)]
        struct Only {
            soort: Soort,
        }
        toml::from_str::<Only>(text).ok().map(|only| only.soort)
    }

    /// The word by which texts and regimes know it: `dienstenwet-vergunning`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Aangifte => "aangifte",
            Self::Melding => "melding",
            Self::Aanvraag => "aanvraag",
            Self::DienstenwetVergunning => "dienstenwet-vergunning",
            Self::Invordering => "invordering",
            Self::Toeslag => "toeslag",
            Self::Subsidie => "subsidie",
            Self::Overdracht => "overdracht",
        }
    }
}

/// The resultaat, and the last status, of what was handed over.
pub const OVERGEDRAGEN: &str = "Overgedragen";

/// What a kind of service must say of its remedy.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regime {
    /// `klacht`, `bezwaar`, `administratief beroep`
    pub naam: String,
    /// The article that gives it.
    pub grondslag: String,
}

/// With what one signs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Middel {
    /// DigiD, for people.
    Digid,
    /// eHerkenning, for companies and institutions.
    Eherkenning,
}

/// How sure one must be of who signs in (eIDAS).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Niveau {
    /// eIDAS low.
    Laag,
    /// eIDAS substantial.
    Substantieel,
    /// eIDAS high.
    Hoog,
}

/// How one signs in for a service.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inloggen {
    /// With what.
    pub middelen: Vec<Middel>,
    /// How sure at least.
    pub minstens: Niveau,
    /// Why that level.
    pub waarom: String,
    /// The purpose under which registers are asked (`policies/doelen.toml`).
    pub doel: String,
    /// The youngest age at which one may do it oneself; the law stands in `wie_mag`.
    #[serde(default)]
    pub vanaf_leeftijd: Option<u8>,
}

/// To whose counter a service hands over, and why it ends there: of a service of kind `overdracht`. Which organisation that is follows
/// from the product.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overdracht {
    /// What the law calls who decides there, as it stands in a sentence: `Dienst Toeslagen`.
    pub naam: Text,
    /// The article that says that only it takes the application.
    pub grondslag: String,
    /// The legal kind it has there (`reference/regimes`): decides which remedy is told.
    pub soort_daar: String,
    /// What can be calculated roughly before.
    pub raming: Option<Raming>,
}

/// What can be calculated roughly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Raming {
    /// Wet op de zorgtoeslag.
    Zorgtoeslag,
}

/// Which fact decides which organisation is competent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bevoegd {
    /// The place of the question of kind `place`.
    #[default]
    Plaats,
    /// The address of the question of kind `address`.
    Adres,
    /// The municipality where the person is registered.
    Woonplaats,
    /// The municipality of the company's branch.
    Vestiging,
    /// The organisation that is chosen in the question of kind `organisatie`.
    Keuze,
}

/// A status that a zaak of this service can have, in order (ZGW: StatusType).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusType {
    /// ZGW `omschrijving`.
    pub omschrijving: String,
    /// What it means for the person.
    pub nl: String,
    /// The same in English.
    pub en: String,
}

/// What a person reads about a service.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceText {
    /// As an action: "Melden dat er iets kapot of vies is op straat".
    pub title: String,
    /// What one sends, as a noun with "de" in Dutch: "melding".
    pub noun: String,
    /// What you achieve.
    pub achieve: String,
    /// For whom it is.
    pub for_whom: String,
    /// What it costs.
    pub cost: String,
    /// What you need.
    pub needs: Vec<String>,
    /// What happens after sending.
    pub steps: Vec<String>,
    /// What this service is not for, and where that goes.
    pub not_this: Vec<String>,
}

/// What all organisations share of a service.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Skeleton {
    upl: String,
    #[serde(default)]
    ook: Vec<String>,
    soort: Soort,
    bevoegd_orgaan: String,
    wie_mag: String,
    purpose: String,
    basis: String,
    bewaartermijn: String,
    #[serde(default)]
    bewaartermijn_bron: String,
    beslistermijn: Option<String>,
    rechtsmiddel: Option<Regime>,
    overdracht: Option<Overdracht>,
    #[serde(default)]
    bevoegd: Bevoegd,
    inloggen: Option<Inloggen>,
    adviseur: Option<String>,
    #[serde(default)]
    namens: Namens,
    nl: ServiceText,
    en: ServiceText,
    status: Vec<StatusType>,
    resultaat: Vec<String>,
    page: Vec<Page>,
}

impl Skeleton {
    fn adviseur(&self) -> Result<Option<Role>, &'static str> {
        let closed = self.page.iter().flat_map(|page| &page.question).any(|question| question.besloten);
        adviseur(self.adviseur.as_deref(), closed)
    }
}

/// A service with the overlays of the organisations that offer it here.
#[derive(Debug, Clone)]
pub struct ServiceDefinition {
    /// `melding-openbare-ruimte`
    pub name: String,
    /// Its product.
    pub upl: UplName,
    /// Other products of the list that one arranges with it.
    pub ook: Vec<UplName>,
    /// Its legal kind.
    pub soort: Soort,
    /// The organ that is competent.
    pub bevoegd_orgaan: String,
    /// Who may do it.
    pub wie_mag: String,
    /// Purpose of the processing, for the journal.
    pub purpose: String,
    /// Ground of the processing.
    pub basis: String,
    /// How long it is kept.
    pub bewaartermijn: Term,
    /// The list or rule that says so. Empty is a finding.
    pub bewaartermijn_bron: String,
    /// The legal term for a decision, where the law gives one.
    pub beslistermijn: Option<Term>,
    /// The remedy, where the law gives one.
    pub rechtsmiddel: Option<Regime>,
    /// To whose counter it hands over; of a service of kind `overdracht`, and of no other.
    pub overdracht: Option<Overdracht>,
    /// Which fact decides who is competent.
    pub bevoegd: Bevoegd,
    /// How one signs in; none where anyone may do it without.
    pub inloggen: Option<Inloggen>,
    /// Who opens its closed compartment; none where nothing goes there.
    pub adviseur: Option<Role>,
    /// For whom else than oneself.
    pub namens: Namens,
    /// The statuses.
    pub statuses: Vec<StatusType>,
    /// How it can end (ZGW: ResultaatType).
    pub resultaten: Vec<String>,
    /// The pages of the form.
    pub pages: Vec<Page>,
    nl: ServiceText,
    en: ServiceText,
    /// The text of the skeleton itself, of which each version is made.
    pub(crate) skeleton: String,
    overlays: BTreeMap<String, ServiceOverlay>,
}

impl ServiceDefinition {
    /// The texts in this language.
    pub fn text(&self, language: Language) -> &ServiceText {
        language.pick(&self.nl, &self.en)
    }

    /// What the organisation with this code makes of it; none when it does not offer it here.
    pub fn overlay(&self, code: &str) -> Option<&ServiceOverlay> {
        self.overlays.get(code)
    }

    /// The term for a decision at an organisation: of its own rule, else of the law of this kind; none where the law gives none.
    pub fn decision_term(&self, overlay: &Overlay) -> Option<DecisionTerm> {
        let regime = SoortRegime::of(self.soort.word())?;
        let atw = regime.atw?;
        let own = overlay.termijn.as_ref().and_then(|own| Some((own.term.parse().ok()?, own.grondslag.clone())));
        let (term, grondslag) = own.or_else(|| Some((self.beslistermijn?, regime.beslistermijn_bron)))?;
        Some(DecisionTerm { term, grondslag, atw })
    }

    /// By when an organisation answers what it received on `received`. Errors: `UnknownYear` when the calendar does not reach that far.
    pub fn planning(&self, overlay: &Overlay, received: Date, calendar: &Calendar) -> Result<Planning, TermFault> {
        let norm = overlay.norm.as_ref().map(|norm| norm.end(received, calendar)).transpose()?;
        let term = self.decision_term(overlay);
        Ok(Planning {
            einddatum_gepland: norm.map(|end| end.date),
            uiterlijke_einddatum_afdoening: term.map(|term| term.last_day(received, calendar)).transpose()?,
        })
    }

    /// The overlay that was published here with this text, under an id of its own. Errors: what is wrong with the text.
    pub fn published(&self, text: &str, id: &str) -> Result<ServiceOverlay, String> {
        let overlay: Overlay = toml::from_str(text).map_err(|e| e.message().to_owned())?;
        overlay.terms_are_right().map_err(|e| e.to_string())?;
        let version = overlay::version(&[self.skeleton.as_bytes(), text.as_bytes(), id.as_bytes()]);
        Ok(ServiceOverlay { overlay, version })
    }

    /// The same service with what the organisation with this code published; `None` takes it off.
    pub fn with_overlay(mut self, code: &str, overlay: Option<ServiceOverlay>) -> Self {
        match overlay {
            Some(overlay) => self.overlays.insert(code.to_owned(), overlay),
            None => self.overlays.remove(code),
        };
        self
    }

    /// The codes of the organisations that offer it here.
    pub fn offered_by(&self) -> impl Iterator<Item = &str> {
        self.overlays.keys().map(String::as_str)
    }

    /// All questions, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.pages.iter().flat_map(|page| &page.question)
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

fn service(folder: &Path, name: String, file: &Path, catalogue: &Catalogue) -> Result<ServiceDefinition, LoadError> {
    let (skeleton, text) = read::<Skeleton>(file)?;
    let wrong = |what: String| LoadError::at(file, 0, what);
    let upl = UplName::parse(&skeleton.upl).map_err(|e| wrong(e.to_string()))?;
    catalogue.product(&upl).ok_or_else(|| wrong(format!("no product {upl} in the UPL")))?;
    let other = |name: &String| {
        let name = UplName::parse(name).map_err(|e| wrong(e.to_string()))?;
        catalogue.product(&name).map(|p| p.name.clone()).ok_or_else(|| wrong(format!("no product {name} in the UPL")))
    };
    let ook = skeleton.ook.iter().map(other).collect::<Result<_, _>>()?;
    let term = |text: &str| text.parse::<Term>().map_err(|e| wrong(format!("{text}: {e}")));
    for rule in skeleton.page.iter().flat_map(|page| &page.question).filter_map(|q| q.datum.as_ref()) {
        term(&rule.vooruit)?;
        term(&rule.op_tijd)?;
    }
    let hands_over = skeleton.soort == Soort::Overdracht;
    if skeleton.overdracht.is_some() != hands_over {
        return Err(wrong("[overdracht] belongs to the kind overdracht, and to no other".into()));
    }
    if hands_over && catalogue.agency(&upl).is_none() {
        return Err(wrong(format!("nobody is known to hand {upl} over to")));
    }
    let mut overlays = BTreeMap::new();
    for hosted in catalogue.hosted() {
        let file = folder.join("overlays").join(&hosted.code).join(format!("{name}.toml"));
        if file.exists() {
            let (own, source) = read::<Overlay>(&file)?;
            if own.norm.is_some() == hands_over {
                return Err(LoadError::at(&file, 0, norm_fault(hands_over)));
            }
            own.terms_are_right().map_err(|e| LoadError::at(&file, 0, e))?;
            let version = overlay::version(&[text.as_bytes(), source.as_bytes()]);
            overlays.insert(hosted.code.clone(), ServiceOverlay { overlay: own, version });
        }
    }
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
        rechtsmiddel: skeleton.rechtsmiddel,
        overdracht: skeleton.overdracht,
        bevoegd: skeleton.bevoegd,
        inloggen: skeleton.inloggen,
        namens: skeleton.namens,
        statuses: skeleton.status,
        resultaten: skeleton.resultaat,
        pages: skeleton.page,
        nl: skeleton.nl,
        en: skeleton.en,
        skeleton: text,
        overlays,
    })
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

/// What is wrong with the norm of an overlay.
pub(crate) fn norm_fault(hands_over: bool) -> &'static str {
    if hands_over {
        "a hand-over has no norm: nothing is answered here"
    } else {
        "[norm] is missing: until when is there an answer?"
    }
}

/// Parses a skeleton only to hear what is wrong with it.
pub(crate) fn read_skeleton(text: &str) -> Result<(), toml::de::Error> {
    toml::from_str::<Skeleton>(text).map(drop)
}
