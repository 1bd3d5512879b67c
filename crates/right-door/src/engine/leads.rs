//! Where a hit leads: the layer that does it, and the service for it here.
use super::Hit;
use catalogue::{Bestuurslaag, Catalogue, Organisatie, Product, ServiceDefinition};

/// Where a hit leads.
#[derive(Debug, Clone, Copy)]
pub struct Leads<'a> {
    /// The layer that does it.
    pub layer: Bestuurslaag,
    /// The service for it here, whoever offers that.
    pub service: Option<&'a ServiceDefinition>,
    /// The question names another layer than that of the service here: a person helps on.
    pub elsewhere: bool,
}

impl Hit {
    /// Where it leads; `product` is its product. A service says itself who does it, unless the question says that it is about another; where
    /// there is none, what is usual in practice stands.
    pub fn leads<'a>(&self, catalogue: &'a Catalogue, product: &Product) -> Leads<'a> {
        let service = catalogue.service_for(product);
        let layers = service.map(|_| catalogue.layers(product)).unwrap_or_default();
        match layers.first() {
            Some(_) if layers.contains(&self.layer) => Leads { layer: self.layer, service, elsewhere: false },
            Some(layer) if !self.layer_named => Leads { layer: *layer, service, elsewhere: false },
            other => Leads { layer: self.layer, service: None, elsewhere: other.is_some() },
        }
    }
}

impl Leads<'_> {
    /// Can it be begun here? When it is known who does it, only where that organisation offers it; who hands over takes it for another.
    pub fn can_be_done_here(&self, does_it: Option<&Organisatie>) -> bool {
        self.service.is_some_and(|service| {
            let known = does_it.filter(|_| service.overdracht.is_none());
            known.map_or_else(|| service.offered_by().next().is_some(), |known| service.overlay(&known.code).is_some())
        })
    }
}
