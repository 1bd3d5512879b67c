//! Accounting for personal data: the register of processing (AVG 30) and the notices (AVG 13), made of the services, the purposes and the
//! organisations that this program runs on.

mod regels;
mod verwerking;

pub use regels::{Algemeen, RegelFault, Regels};
pub use verwerking::{Betrokkene, Bevraging, Bewaren, Gegeven, Ontvanger, Verwerking};

use catalogue::{Bestuurslaag, Catalogue, Fg, Hosted, Text};
use jiff::civil::Date;
use regels::Van;
use registers::Doelen;
use serde::Serialize;
use values::{Language, Oin};

/// Who runs this portal: responsible for what was not sent yet, for signing in and for Mijn overheid.
pub struct Beheerder<'a> {
    /// Its name.
    pub naam: &'a str,
    /// Its number.
    pub oin: &'a Oin,
}

/// Who is responsible (AVG 4 onder 7), and how one reaches her.
#[derive(Debug, Clone, Serialize)]
pub struct Verantwoordelijke {
    /// TOOI code; none for who runs this portal.
    pub code: Option<String>,
    /// As it stands in a sentence.
    pub naam: Text,
    /// Its number in the government's directory.
    pub oin: String,
    /// Its own site, where a register says so.
    pub website: Option<String>,
    /// Where one reaches its data-protection officer; none when we do not know.
    pub fg: Option<Fg>,
    /// Made up, for the demo.
    pub voorbeeld: bool,
}

/// The part of the register of one who is responsible.
#[derive(Debug, Clone, Serialize)]
pub struct Deel {
    /// Who.
    pub verantwoordelijke: Verantwoordelijke,
    /// What she is responsible for.
    pub verwerkingen: Vec<Verwerking>,
}

/// The register of processing: one part for each hosted organisation, and at the end that of who runs this portal. Pure.
pub fn register(catalogue: &Catalogue, doelen: &Doelen, regels: &Regels, beheerder: &Beheerder<'_>, today: Date) -> Vec<Deel> {
    let others = |is: &dyn Fn(Van) -> bool| {
        let ours = regels.verwerking.iter().filter(|entry| is(entry.van));
        ours.filter_map(|entry| verwerking::of_entry(entry, doelen, today)).collect::<Vec<_>>()
    };
    let part = |hosted: &Hosted| {
        // What is not offered any more stays: its data are kept for as long as it says, and what runs goes on.
        let of_service = |service| verwerking::of_service(service, &hosted.code, doelen, regels);
        let mut verwerkingen: Vec<_> = catalogue.services().iter().filter_map(of_service).collect();
        let gemeente = catalogue.layer_of(hosted) == Bestuurslaag::Gemeente;
        verwerkingen.extend(others(&|van| van == Van::Organisatie || (gemeente && van == Van::Gemeente)));
        Deel { verantwoordelijke: organisatie(catalogue, hosted), verwerkingen }
    };
    let mut all: Vec<_> = catalogue.hosted().iter().map(part).collect();
    let own = Verantwoordelijke {
        code: None,
        naam: Text { nl: beheerder.naam.to_owned(), en: beheerder.naam.to_owned() },
        oin: beheerder.oin.expose().to_owned(),
        website: None,
        fg: None,
        voorbeeld: false,
    };
    all.push(Deel { verantwoordelijke: own, verwerkingen: others(&|van| van == Van::Portaal) });
    all
}

fn organisatie(catalogue: &Catalogue, hosted: &Hosted) -> Verantwoordelijke {
    let known = catalogue.organisatie_with_code(&hosted.code);
    let naam = |language: Language| known.map(|o| o.in_words(language)).unwrap_or_default();
    Verantwoordelijke {
        code: Some(hosted.code.clone()),
        naam: Text { nl: naam(Language::Nl), en: naam(Language::En) },
        oin: hosted.oin.expose().to_owned(),
        website: known.and_then(|o| o.website.clone()),
        fg: hosted.fg.clone(),
        voorbeeld: hosted.voorbeeld,
    }
}

/// The notice of one processing (AVG 13): each who is responsible for it with what it is there, at most one a part of the register. Empty when
/// there is no such processing.
pub fn notice<'a>(register: &'a [Deel], naam: &str) -> Vec<(&'a Verantwoordelijke, &'a Verwerking)> {
    let named = |deel: &'a Deel| Some((&deel.verantwoordelijke, deel.verwerkingen.iter().find(|v| v.naam == naam)?));
    register.iter().filter_map(named).collect()
}
