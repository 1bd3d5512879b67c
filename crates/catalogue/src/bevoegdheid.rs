//! Who is competent: by layer, product and place. What the data can't say is said to be unknown, never guessed.
use crate::{
    Bestuurslaag, Catalogue, Organisatie, OrganisatieSoort, Product, ServiceDefinition,
    load::{LoadError, rows},
};
use serde::Deserialize;
use std::{collections::HashMap, path::Path};
use values::{Postcode, UplName};

/// What we know of where a person lives or has her company.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// A postcode, whole or four digits.
    pub postcode: Option<Postcode>,
    /// A municipality that the person chose herself; goes before the postcode.
    pub gemeente: Option<String>,
}

/// Who does a product for a person.
#[derive(Debug, Clone)]
pub enum Competence<'a> {
    /// This organisation. `likely` says that it follows from the postcode and may be another.
    Known {
        /// The organisation.
        organisatie: &'a Organisatie,
        /// Where to go.
        website: Option<&'a str>,
        /// Only probably: by postcode.
        likely: bool,
    },
    /// It depends on the place, which we don't know yet: ask for the postcode.
    AskPlace(Bestuurslaag),
    /// Our data doesn't say; the layer is all we know.
    Unknown(Bestuurslaag),
}

/// The agency that does a State product.
#[derive(Debug, Clone)]
pub(crate) struct Agency {
    tooi: String,
    website: String,
}

impl Agency {
    /// Its URI in the TOOI register.
    pub(crate) fn tooi(&self) -> &str {
        &self.tooi
    }

    /// Is its site called so? `uwv` for `https://www.uwv.nl`.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        let host = self.website.strip_prefix("https://").map(|host| host.strip_prefix("www.").unwrap_or(host));
        host.and_then(|host| host.split('.').next()) == Some(name)
    }
}

#[derive(Deserialize)]
struct Line {
    uniforme_productnaam: String,
    tooi_uri: String,
    website: String,
    bron: String,
}

/// Reads who does which State product; every line must name a product, an organisation and a source.
pub(crate) fn load(folder: &Path, catalogue: &Catalogue) -> Result<HashMap<UplName, Agency>, LoadError> {
    let file = folder.join("rijk.csv");
    let mut agencies = HashMap::new();
    for (line, row) in rows::<Line>(&file)? {
        let wrong = |what: &str| LoadError::at(&file, line, what);
        let name = UplName::parse(&row.uniforme_productnaam).map_err(|e| LoadError::at(&file, line, e))?;
        let product = catalogue.product(&name).ok_or_else(|| wrong("no such product in the UPL"))?;
        catalogue.organisatie(&row.tooi_uri).ok_or_else(|| wrong("no such organisation in TOOI"))?;
        if row.bron.is_empty() {
            return Err(wrong("a source is missing"));
        }
        if agencies.insert(product.name.clone(), Agency { tooi: row.tooi_uri, website: row.website }).is_some() {
            return Err(wrong("two organisations for one product"));
        }
    }
    Ok(agencies)
}

impl Catalogue {
    /// The layers that do `product`: of those in the national list the ones that its service names, where there is a service.
    pub fn layers(&self, product: &Product) -> Vec<Bestuurslaag> {
        let Some(service) = self.service_for(product) else { return product.layers.clone() };
        let named = if service.overdracht.is_some() { &vec![Bestuurslaag::Rijk] } else { &service.bestuurslagen };
        let layers: Vec<_> = product.layers.iter().copied().filter(|layer| named.contains(layer)).collect();
        if layers.is_empty() { product.layers.clone() } else { layers }
    }

    /// The organisations that take this service here.
    pub fn takers(&self, service: &ServiceDefinition) -> impl Iterator<Item = &Organisatie> {
        service.offered_by().filter_map(|code| self.organisatie_with_code(code))
    }

    /// Who does `product`, in `layer`, for someone at `place`.
    pub fn competent(&self, product: &Product, layer: Bestuurslaag, place: &Place) -> Competence<'_> {
        match layer {
            Bestuurslaag::Rijk => match self.agencies.get(&product.name) {
                Some(agency) => match self.organisatie(&agency.tooi) {
                    Some(organisatie) => Competence::Known {
                        organisatie,
                        website: Some(agency.website.as_str()).filter(|w| !w.is_empty()),
                        likely: false,
                    },
                    None => Competence::Unknown(layer),
                },
                None => Competence::Unknown(layer),
            },
            Bestuurslaag::Gemeente => self.gemeente(place).map_or(Competence::AskPlace(layer), |(o, likely)| known(o, likely)),
            Bestuurslaag::Provincie => self.province(place).map_or(Competence::AskPlace(layer), |(o, likely)| known(o, likely)),
            // No open table says which water board serves a place.
            Bestuurslaag::Waterschap => Competence::Unknown(layer),
        }
    }

    /// Who takes what this service prepares, and where to go; of a service that hands over to a body of the State.
    pub fn receiver(&self, service: &ServiceDefinition) -> Option<(&Organisatie, &str)> {
        service.overdracht.as_ref()?;
        self.agency(&service.upl)
    }

    /// The body of the State that does this product, and its site, when both are known.
    pub(crate) fn agency(&self, product: &UplName) -> Option<(&Organisatie, &str)> {
        let agency = self.agencies.get(product).filter(|agency| !agency.website.is_empty())?;
        Some((self.organisatie(&agency.tooi)?, agency.website.as_str()))
    }

    /// The municipality of a place; `true` when it only follows from the postcode.
    pub fn gemeente(&self, place: &Place) -> Option<(&Organisatie, bool)> {
        if let Some(code) = &place.gemeente {
            return self.organisatie_with_code(code).filter(|o| o.soort == OrganisatieSoort::Gemeente).map(|o| (o, false));
        }
        place.postcode.as_ref().and_then(|p| self.gemeente_of(p)).map(|o| (o, true))
    }

    /// Does this municipality lie in the area of an organisation? `None` where no list says so.
    pub fn lies_in(&self, gemeente: &Organisatie, of: &Organisatie) -> Option<bool> {
        match of.soort {
            OrganisatieSoort::Gemeente => Some(gemeente.code == of.code),
            OrganisatieSoort::Provincie => gemeente.provincie.as_ref().map(|name| *name == of.naam),
            _ => None,
        }
    }

    fn province(&self, place: &Place) -> Option<(&Organisatie, bool)> {
        let (gemeente, likely) = self.gemeente(place)?;
        let name = gemeente.provincie.as_deref()?;
        let found = self.organisaties().iter().find(|o| o.soort == OrganisatieSoort::Provincie && o.naam == name)?;
        Some((found, likely))
    }
}

fn known(organisatie: &Organisatie, likely: bool) -> Competence<'_> {
    Competence::Known { organisatie, website: organisatie.website.as_deref(), likely }
}
