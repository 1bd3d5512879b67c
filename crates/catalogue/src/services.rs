//! A service is a national skeleton (`services/<name>.toml`) with an overlay per organisation (`services/overlays/<code>/<name>.toml`).
use crate::{Bestuurslaag, Namens, Overlay, Page, Question, ServiceOverlay, Text, overlay};
use access::Role;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use terms::SoortRegime;
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

/// The resultaat of what the person withdrew.
pub const INGETROKKEN: &str = "Ingetrokken";

/// The resultaat of a permit that is there because nobody decided in time (Awb 4:20b): only where silence means yes.
pub const VAN_RECHTSWEGE: &str = "Van rechtswege verleend";
/// The resultaat of an application that was not complete and is left unhandled, after she could supplement it (Awb 4:5).
pub const NIET_IN_BEHANDELING: &str = "Niet in behandeling";

/// The resultaat, and the last status, of what was handed over.
pub const OVERGEDRAGEN: &str = "Overgedragen";

/// One thing a person can do when she does not agree. How long she has for it stands in the regime of its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rechtsmiddel {
    /// `klacht`, `bezwaar`, `administratief beroep`
    pub naam: String,
    /// The article that gives it.
    pub grondslag: String,
    /// Whose regime gives its term, when it is not against the decision of the service itself: `heffing`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub soort: Option<String>,
    /// Against what, as it stands in a sentence: `het bedrag`; the decision when it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tegen: Option<Text>,
    /// At which organ, as it stands in a sentence: `de heffingsambtenaar`; the organisation when it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub orgaan: Option<Text>,
}

/// An article on which a service rests, and for which part of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wetsartikel {
    /// `Gemeentewet artikel 149`
    pub artikel: String,
    /// `de vergunning`
    pub voor: Text,
    /// Where it can be read.
    pub link: String,
}

impl Wetsartikel {
    /// `Gemeentewet artikel 149 (de vergunning)`
    pub fn in_words(&self, language: Language) -> String {
        format!("{} ({})", self.artikel, self.voor.get(language))
    }
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
    /// The organ that is competent, of whichever organisation: `de burgemeester`.
    pub bevoegd_orgaan: Text,
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
    /// The articles on which it rests, where the list of products does not name them all.
    pub grondslagen: Vec<Wetsartikel>,
    /// The remedies, where the law gives any; the first is against the decision itself.
    pub rechtsmiddelen: Vec<Rechtsmiddel>,
    /// To whose counter it hands over; of a service of kind `overdracht`, and of no other.
    pub overdracht: Option<Overdracht>,
    /// Which fact decides who is competent.
    pub bevoegd: Bevoegd,
    /// The layers of government whose organisations can offer it.
    pub bestuurslagen: Vec<Bestuurslaag>,
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
    /// What the reasons of a decision must name, for who writes them.
    pub motivering: Option<Text>,
    /// Which of these give something that holds on after the zaak: it is not destroyed before that ends.
    pub blijft_gelden: Vec<String>,
    /// How long it is kept after that; as long as the rest where it is not said.
    pub bewaartermijn_na_verval: Option<Term>,
    /// How long that holds at most, where the law says so: then its decision says its last day.
    pub geldt_hoogstens: Option<Term>,
    /// Which of these are decisions, where not all are that the organisation gives.
    pub(crate) besluit_bij: Option<Vec<String>>,
    /// The pages of the form.
    pub pages: Vec<Page>,
    pub(crate) nl: ServiceText,
    pub(crate) en: ServiceText,
    /// The text of the skeleton itself, of which each version is made.
    pub(crate) skeleton: String,
    pub(crate) overlays: BTreeMap<String, ServiceOverlay>,
    /// Who offered it and does so no more, by code.
    pub(crate) gestopt: BTreeMap<String, Gestopt>,
}

/// An organisation offered a service and does so no more. What it holds of it, it keeps for as long as the service says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Gestopt {
    /// Since when; none where that is not known.
    pub sinds: Option<Date>,
}

impl ServiceDefinition {
    /// The texts in this language.
    pub fn text(&self, language: Language) -> &ServiceText {
        language.pick(&self.nl, &self.en)
    }

    /// Is ending with this resultaat a decision: with reasons, and with a remedy against it? What the person ends herself is none.
    pub fn is_besluit(&self, resultaat: &str) -> bool {
        let given = SoortRegime::newest(self.soort.word()).is_some_and(SoortRegime::gives_remedy);
        let against = given && !self.rechtsmiddelen.is_empty() && resultaat != INGETROKKEN;
        against && self.besluit_bij.as_ref().is_none_or(|some| some.iter().any(|one| one == resultaat))
    }

    /// Can it end with a decision?
    pub fn decides(&self) -> bool {
        self.resultaten.iter().any(|resultaat| self.is_besluit(resultaat))
    }

    /// What the organisation with this code makes of it; none when it does not offer it here.
    pub fn overlay(&self, code: &str) -> Option<&ServiceOverlay> {
        self.overlays.get(code)
    }

    /// What it costs at an organisation: as that says, else as it is everywhere. The second also where it is not known which one it is.
    pub fn cost<'a>(&'a self, overlay: Option<&'a Overlay>, language: Language) -> &'a str {
        let leges = overlay.and_then(|overlay| overlay.leges.as_ref());
        leges.map_or(self.text(language).cost.as_str(), |leges| leges.get(language))
    }

    /// The overlay that was published here with this text, under an id of its own. Errors: what is wrong with the text.
    pub fn published(&self, text: &str, id: &str) -> Result<ServiceOverlay, String> {
        let overlay: Overlay = toml::from_str(text).map_err(|e| e.message().to_owned())?;
        overlay.terms_are_right().map_err(|e| e.to_string())?;
        let version = overlay::version(&[self.skeleton.as_bytes(), text.as_bytes(), id.as_bytes()]);
        Ok(ServiceOverlay { overlay, version })
    }

    /// The same service with what the organisation with this code published.
    pub fn with_overlay(mut self, code: &str, overlay: ServiceOverlay) -> Self {
        self.overlays.insert(code.to_owned(), overlay);
        self.gestopt.remove(code);
        self
    }

    /// The same service, which the organisation with this code does not offer any more.
    pub fn without_overlay(mut self, code: &str, gestopt: Gestopt) -> Self {
        self.overlays.remove(code);
        self.gestopt.insert(code.to_owned(), gestopt);
        self
    }

    /// Since when the organisation with this code does not offer it any more; none where it does, or never did.
    pub fn gestopt(&self, code: &str) -> Option<Gestopt> {
        self.gestopt.get(code).copied()
    }

    /// The codes of the organisations that offer it here.
    pub fn offered_by(&self) -> impl Iterator<Item = &str> {
        self.overlays.keys().map(String::as_str)
    }

    /// All questions, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.pages.iter().flat_map(|page| &page.question)
    }

    /// Does it ask about health or the like (AVG 9)?
    pub fn asks_bijzonder(&self) -> bool {
        self.questions().any(|question| question.bijzonder)
    }
}
