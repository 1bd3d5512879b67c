//! Reads all reference data and services; what is wrong is told with file and line.
use crate::{
    Bestuurslaag, Contact, Gestopt, HostedSettings, LifeEvent, Organisatie, OrganisatieSoort, Product, ServiceDefinition,
    ServiceOverlay, bevoegdheid,
    hosted::{self, Hosted},
    life_events, organisaties, plaatsen, skeleton, upl,
};
use serde::de::DeserializeOwned;
use std::{collections::HashMap, path::Path};
use values::{Language, Oin, Postcode, UplName};

/// Reference data that can't be read.
#[derive(Debug, thiserror::Error)]
#[error("{file}:{line}: {what}")]
pub struct LoadError {
    /// The file.
    pub file: String,
    /// The line, from 1; 0 when it is the whole file.
    pub line: u64,
    /// What is wrong with it.
    pub what: String,
}

impl LoadError {
    pub(crate) fn at(file: &Path, line: u64, what: impl ToString) -> Self {
        Self { file: file.display().to_string(), line, what: what.to_string() }
    }
}

/// All rows of a CSV file with their line numbers.
pub(crate) fn rows<T: DeserializeOwned>(file: &Path) -> Result<Vec<(u64, T)>, LoadError> {
    let mut reader = csv::Reader::from_path(file).map_err(|e| LoadError::at(file, 0, e))?;
    let mut found = Vec::new();
    for row in reader.deserialize() {
        let line = found.len() as u64 + 2;
        found.push((line, row.map_err(|e: csv::Error| LoadError::at(file, e.position().map_or(line, csv::Position::line), e))?));
    }
    Ok(found)
}

/// Everything we know of products, organisations, places and services.
#[derive(Debug, Clone)]
pub struct Catalogue {
    products: Vec<Product>,
    by_name: HashMap<UplName, usize>,
    by_slug: HashMap<String, usize>,
    organisaties: Vec<Organisatie>,
    by_tooi: HashMap<String, usize>,
    by_code: HashMap<String, usize>,
    gemeente_of_pc4: HashMap<String, String>,
    pub(crate) agencies: HashMap<UplName, bevoegdheid::Agency>,
    life_events: Vec<LifeEvent>,
    hosted: Vec<Hosted>,
    services: Vec<ServiceDefinition>,
}

impl Catalogue {
    /// Reads `reference` and `services`. Errors: the first thing that is wrong, with file and line.
    pub fn load(reference: &Path, services: &Path) -> Result<Self, LoadError> {
        let mut catalogue = Self::load_hosts(reference, services)?;
        catalogue.services = skeleton::load(services, &catalogue)?;
        Ok(catalogue)
    }

    /// The same without the services themselves: to check those.
    pub fn load_hosts(reference: &Path, services: &Path) -> Result<Self, LoadError> {
        let mut catalogue = Self::load_reference(reference)?;
        catalogue.hosted = hosted::hosted(services, &catalogue)?;
        Ok(catalogue)
    }

    fn load_reference(reference: &Path) -> Result<Self, LoadError> {
        let products = upl::load(&reference.join("upl"))?;
        let organisaties = organisaties::load(&reference.join("organisaties"))?;
        let mut catalogue = Self {
            by_name: products.iter().enumerate().map(|(i, p)| (p.name.clone(), i)).collect(),
            by_slug: products.iter().enumerate().map(|(i, p)| (p.slug.clone(), i)).collect(),
            by_tooi: organisaties.iter().enumerate().map(|(i, o)| (o.tooi.clone(), i)).collect(),
            by_code: organisaties.iter().enumerate().map(|(i, o)| (o.code.clone(), i)).collect(),
            gemeente_of_pc4: plaatsen::load(&reference.join("plaatsen"))?,
            agencies: HashMap::new(),
            life_events: life_events::load(&reference.join("levensgebeurtenissen"))?,
            hosted: Vec::new(),
            services: Vec::new(),
            products,
            organisaties,
        };
        catalogue.agencies = bevoegdheid::load(&reference.join("bevoegdheid"), &catalogue)?;
        Ok(catalogue)
    }

    /// All products, by name.
    pub fn products(&self) -> &[Product] {
        &self.products
    }

    /// The product of this name.
    pub fn product(&self, name: &UplName) -> Option<&Product> {
        self.by_name.get(name).map(|i| &self.products[*i])
    }

    /// The product at this address.
    pub fn product_at(&self, slug: &str) -> Option<&Product> {
        self.by_slug.get(slug).map(|i| &self.products[*i])
    }

    /// All organisations that exist now.
    pub fn organisaties(&self) -> &[Organisatie] {
        &self.organisaties
    }

    /// The organisation with this TOOI URI.
    pub fn organisatie(&self, tooi: &str) -> Option<&Organisatie> {
        self.by_tooi.get(tooi).map(|i| &self.organisaties[*i])
    }

    /// The organisation with this code (`gm0307`).
    pub fn organisatie_with_code(&self, code: &str) -> Option<&Organisatie> {
        self.by_code.get(code).map(|i| &self.organisaties[*i])
    }

    /// The municipality in which this postcode probably lies.
    pub fn gemeente_of(&self, postcode: &Postcode) -> Option<&Organisatie> {
        self.organisatie_with_code(self.gemeente_of_pc4.get(postcode.pc4())?)
    }

    /// The municipality of this name, as people type it.
    pub fn gemeente_named(&self, name: &str) -> Option<&Organisatie> {
        let plain = |text: &str| text.to_lowercase().trim_start_matches("gemeente ").replace(['-', '\'', ' '], "");
        let wanted = match plain(name).as_str() {
            "sgravenhage" => "denhaag".to_owned(),
            "denbosch" => "shertogenbosch".to_owned(),
            other => other.to_owned(),
        };
        self.organisaties.iter().find(|o| o.soort == OrganisatieSoort::Gemeente && plain(&o.naam) == wanted)
    }

    /// The life events.
    pub fn life_events(&self) -> &[LifeEvent] {
        &self.life_events
    }

    /// The organisations that take submissions here.
    pub fn hosted(&self) -> &[Hosted] {
        &self.hosted
    }

    /// How this organisation is hosted, if it is.
    pub fn hosted_with_code(&self, code: &str) -> Option<&Hosted> {
        self.hosted.iter().find(|h| h.code == code)
    }

    /// Puts in the place of its file what the organisation with this code published of itself.
    pub fn put_settings(&mut self, code: &str, settings: &HostedSettings) {
        for hosted in self.hosted.iter_mut().filter(|hosted| hosted.code == code) {
            *hosted = hosted.clone().with(settings);
        }
    }

    /// Puts in the place of its file what the organisation with this code published of this service.
    pub fn put_overlay(&mut self, code: &str, service: &str, overlay: &ServiceOverlay) {
        for known in self.services.iter_mut().filter(|known| known.name == service) {
            *known = known.clone().with_overlay(code, overlay.clone());
        }
    }

    /// Takes off what the organisation with this code offered of this service.
    pub fn take_off(&mut self, code: &str, service: &str, gestopt: Gestopt) {
        for known in self.services.iter_mut().filter(|known| known.name == service) {
            *known = known.clone().without_overlay(code, gestopt);
        }
    }

    /// The layer of government of a hosted organisation.
    pub fn layer_of(&self, hosted: &Hosted) -> Bestuurslaag {
        match self.organisatie_with_code(&hosted.code).map(|o| o.soort) {
            Some(OrganisatieSoort::Gemeente) => Bestuurslaag::Gemeente,
            Some(OrganisatieSoort::Provincie) => Bestuurslaag::Provincie,
            Some(OrganisatieSoort::Waterschap) => Bestuurslaag::Waterschap,
            _ => Bestuurslaag::Rijk,
        }
    }

    /// The hosted organisation with this OIN.
    pub fn hosted_with_oin(&self, oin: &Oin) -> Option<&Hosted> {
        self.hosted.iter().find(|h| h.oin == *oin)
    }

    /// The name of an organisation that is hosted here, as it stands in a sentence; empty for another.
    pub fn hosted_name(&self, oin: &Oin, language: Language) -> String {
        let hosted = self.hosted_with_oin(oin).and_then(|hosted| self.organisatie_with_code(&hosted.code));
        hosted.map(|organisatie| organisatie.in_words(language)).unwrap_or_default()
    }

    /// How one reaches an organisation that is hosted here about a service: as the team that handles it, else as the organisation itself.
    pub fn contact(&self, service: &str, oin: &Oin) -> Option<&Contact> {
        let hosted = self.hosted_with_oin(oin)?;
        let overlay = self.service(service).and_then(|service| service.overlay(&hosted.code));
        Some(overlay.map_or(&hosted.contact, |overlay| hosted.contact_of(&overlay.overlay)))
    }

    /// The services that can be done here.
    pub fn services(&self) -> &[ServiceDefinition] {
        &self.services
    }

    /// The service of this name (`melding-openbare-ruimte`), the version that is published now.
    pub fn service(&self, name: &str) -> Option<&ServiceDefinition> {
        self.services.iter().find(|s| s.name == name)
    }

    /// The service for this product, if it can be done here.
    pub fn service_for(&self, product: &Product) -> Option<&ServiceDefinition> {
        self.services.iter().find(|s| s.upl == product.name || s.ook.contains(&product.name))
    }

    /// The layer that most likely does this product for a person: the nearest that the list marks.
    pub fn likely_layer(product: &Product) -> Bestuurslaag {
        product.layers.last().copied().unwrap_or(Bestuurslaag::Gemeente)
    }
}
