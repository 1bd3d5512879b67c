//! What a product is, who does it for you, where to go, and the law behind it.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{
        vraag,
        wayfinding::{local, topics::capital},
        zaak::{handover, paper::organisation_link},
    },
};
use access::{Error, FieldFault};
use askama::Template;
use axum::{
    http::{HeaderMap, StatusCode},
    response::Response,
};
use catalogue::{
    Audience, Bestuurslaag, Bevoegd, Catalogue, Competence, Grondslag, Norm, Organisatie, Place, Product, ServiceDefinition,
    ServiceText,
};
use terms::Counting;
use values::{Language, Postcode, Term, mask_elfproef};

/// Who does it: the answer of the catalogue in words.
pub(crate) struct Who {
    /// Layer, as a key of the texts.
    pub layer: String,
    pub name: Option<String>,
    pub website: Option<String>,
    pub likely: bool,
    pub needs_place: bool,
    /// Its code, where it is known.
    pub code: Option<String>,
    /// It takes this here.
    pub here: bool,
    /// It takes other things here.
    pub hosted: bool,
    /// How it is reached.
    pub reach: Option<String>,
    /// The rule of its own, and where it can be read.
    pub rule: Option<local::Rule>,
}

impl Who {
    /// All we know is the layer.
    fn unknown(layer: Bestuurslaag) -> Self {
        Self {
            layer: format!("layer-{}", layer.word()),
            name: None,
            website: None,
            likely: false,
            needs_place: false,
            code: None,
            here: false,
            hosted: false,
            reach: None,
            rule: None,
        }
    }

    /// This organisation does it.
    fn known(
        catalogue: &Catalogue,
        product: &Product,
        (layer, language): (Bestuurslaag, Language),
        organisatie: &Organisatie,
    ) -> Self {
        let service = catalogue.service_for(product);
        // Where a service hands over, everybody is called by one name: the one in the law.
        let of_law = service.filter(|_| layer == Bestuurslaag::Rijk).and_then(|service| service.overdracht.as_ref());
        let by_law = of_law.map(|to| to.naam.get(language).to_owned());
        let hosted = catalogue.hosted_with_code(&organisatie.code);
        let here = local::offered(catalogue, service, Some(&organisatie.code));
        let contact = here.map(|(overlay, hosted)| hosted.contact_of(overlay)).or(hosted.map(|hosted| &hosted.contact));
        Self {
            name: Some(by_law.unwrap_or_else(|| organisatie.in_words(language))),
            website: organisation_link(organisatie),
            code: Some(organisatie.code.clone()),
            here: here.is_some(),
            hosted: hosted.is_some(),
            reach: contact.and_then(|contact| local::reach(contact, language)),
            rule: here.and_then(|(overlay, _)| Some(local::rule(overlay.verordening.as_ref()?, language))),
            ..Self::unknown(layer)
        }
    }
}

/// Who does `product` in `layer` at `place`.
pub(crate) fn who(catalogue: &Catalogue, product: &Product, (layer, language): (Bestuurslaag, Language), place: &Place) -> Who {
    match catalogue.competent(product, layer, place) {
        Competence::Known { organisatie, website, likely } => {
            let known = Who::known(catalogue, product, (layer, language), organisatie);
            Who { website: website.map(str::to_owned).or(known.website), likely, ..known }
        }
        Competence::AskPlace(_) => Who { needs_place: true, ..Who::unknown(layer) },
        Competence::Unknown(_) => Who::unknown(layer),
    }
}

/// Who takes here what one says oneself who is competent for; none for another service.
fn to_choose(catalogue: &Catalogue, product: &Product, language: Language) -> Vec<Who> {
    let service = catalogue.service_for(product).filter(|service| service.bevoegd == Bevoegd::Keuze);
    let takers = service.into_iter().flat_map(|service| catalogue.takers(service));
    takers.map(|taker| Who::known(catalogue, product, (taker.layer().unwrap_or(Bestuurslaag::Rijk), language), taker)).collect()
}

#[derive(Template)]
#[template(path = "product.html")]
struct ProductPage<'a> {
    f: Frame,
    name: String,
    what: Vec<String>,
    audience: String,
    service: Option<(&'a str, &'a ServiceText)>,
    /// One signs in for it, so a page comes before the form.
    signs_in: bool,
    /// It can be begun here: somebody offers it, or the organisation of the place that was said.
    begins: bool,
    norm: String,
    cost: String,
    /// Of a service that hands over: which remedy there is, and who takes the application.
    handover: Vec<String>,
    whos: Vec<Who>,
    /// These are who it can be done with here: one chooses the one that is competent.
    chosen: bool,
    /// How it can be done without this site.
    other_ways: String,
    asks_place: bool,
    place: String,
    laws: Vec<Law>,
    /// The rule of who does it is shown.
    own_rule: bool,
}

/// A law behind it.
struct Law {
    label: String,
    link: Option<String>,
    /// What one must know of it, as a key of the texts.
    note: Option<&'static str>,
}

fn render(ask: &Ask, product: &Product, place: &Place, typed: &str, faults: Vec<FieldFault>) -> Result<String, Fault> {
    let catalogue = &*ask.app.catalogue;
    let service = catalogue.service_for(product);
    let mut f = ask.frame(service.map_or_else(|| capital(product.name.as_str()), |s| s.text(ask.language).title.clone()));
    f.ask_path = vraag::about(Some(product), None);
    f.faults = faults;
    let layers = catalogue.layers(product);
    let own = layers == [Bestuurslaag::Gemeente];
    let mut whos = to_choose(catalogue, product, ask.language);
    let chosen = !whos.is_empty();
    if !chosen {
        whos = layers.into_iter().map(|layer| who(catalogue, product, (layer, ask.language), place)).collect();
    }
    // What is known first, what depends on the place next.
    whos.sort_by_key(|w| (w.name.is_none(), !w.needs_place));
    let audience = match product.audience.as_slice() {
        [Audience::Burger] => "audience-burger",
        [Audience::Bedrijf] => "audience-bedrijf",
        [] => "audience-unknown",
        _ => "audience-both",
    };
    // What differs is that of who does it here; where one chooses who that is, of the only one.
    let does_it = whos.iter().filter(|_| !chosen || whos.len() == 1).max_by_key(|who| (who.here, who.code.is_some()));
    let code = does_it.and_then(|who| who.code.as_deref());
    let asks_place = whos.iter().any(|w| w.needs_place || w.likely) || !typed.is_empty();
    let norm = service.filter(|service| service.overdracht.is_none()).map(|service| {
        match local::norm(catalogue, service, code, ask.language) {
            Some(term) => f.t1("product-norm", "term", &term),
            None if asks_place => f.t("product-norm-differs"),
            None => String::new(),
        }
    });
    let stopped = !chosen && whos.iter().any(|who| who.hosted && !who.here && !who.likely);
    let overlay = local::offered(catalogue, service, code).map(|(overlay, _)| overlay);
    let cost = service.map(|service| service.cost(overlay, ask.language));
    let own_rule = whos.iter().any(|who| who.rule.is_some());
    let shown = ProductPage {
        name: product.name.to_string(),
        what: product.kinds.iter().map(|kind| f.t(format!("kind-{kind}"))).collect(),
        audience: f.t(audience),
        service: service.map(|s| (s.name.as_str(), s.text(ask.language))),
        signs_in: service.is_some_and(|s| s.inloggen.is_some()),
        begins: service.is_some_and(|s| s.offered_by().next().is_some()) && !stopped,
        norm: norm.unwrap_or_default(),
        cost: cost.unwrap_or_default().to_owned(),
        handover: service.map(|s| handover::remedy_of(s, ask.language)).unwrap_or_default(),
        asks_place,
        chosen,
        other_ways: match service {
            Some(service) if service.overdracht.is_some() => f.t("product-other-ways-handover"),
            Some(_) if own => f.t("product-other-ways-text"),
            Some(_) => f.t("product-other-ways-organisation"),
            None => String::new(),
        },
        whos,
        place: typed.to_owned(),
        laws: laws(product, service, own_rule, ask.language),
        own_rule,
        f,
    };
    shown.render().map_err(|e| ask.fault(Error::Internal(e.to_string())))
}

/// The law behind it: what its service names with for what, else what the list of products names; not the model of a rule beside the rule itself.
fn laws(product: &Product, service: Option<&ServiceDefinition>, own_rule: bool, language: Language) -> Vec<Law> {
    match service.map(|service| service.grondslagen.as_slice()) {
        None | Some([]) => {
            let named = product.grondslagen.iter().filter(|law| !(law.model && own_rule));
            named.map(|law| Law { label: law.label.clone(), link: law.link.clone(), note: note(law) }).collect()
        }
        Some(all) => {
            all.iter().map(|one| Law { label: one.in_words(language), link: Some(one.link.clone()), note: None }).collect()
        }
    }
}

fn note(law: &Grondslag) -> Option<&'static str> {
    match law {
        Grondslag { replaced_by_omgevingswet: true, .. } => Some("product-law-replaced"),
        Grondslag { model: true, .. } => Some("product-law-model"),
        _ => None,
    }
}

/// `10 werkdagen`, `3 weken`
pub(crate) fn norm_in_words(norm: &Norm, language: Language) -> String {
    term_in_words(norm.length(), norm.counts, language)
}

/// The same of a length of time: its largest pieces first.
pub(crate) fn term_in_words(term: Term, counts: Counting, language: Language) -> String {
    let days = if counts == Counting::WorkingDays { "norm-working-days" } else { "norm-days" };
    let pieces = [(term.years, "norm-years"), (term.months, "norm-months"), (term.weeks, "norm-weeks"), (term.days, days)];
    let said = pieces.into_iter().filter(|(number, _)| *number > 0);
    said.map(|(number, key)| texts::text_with(language, key, &[("n", &number.to_string())])).collect::<Vec<_>>().join(", ")
}

/// The page of a product, for everyone the same.
pub(crate) async fn show(ask: Ask, At(slug): At<String>, headers: HeaderMap) -> Result<Response, Fault> {
    let product = ask.app.catalogue.product_at(&slug).ok_or_else(|| ask.fault(Error::NotFound))?;
    ask.app.cache.get(&ask, &ask.path, &headers, || render(&ask, product, &Place::default(), "", vec![]))
}

/// The same for someone who said where she lives; her postcode stands in no address and is kept nowhere.
pub(crate) async fn show_at(ask: Ask, At(slug): At<String>, fields: Fields) -> Result<Response, Fault> {
    let product = ask.app.catalogue.product_at(&slug).ok_or_else(|| ask.fault(Error::NotFound))?;
    let typed: String = mask_elfproef(fields.get("plaats").trim());
    let (place, faults) = match place(&ask.app.catalogue, &typed) {
        Some(place) => (place, vec![]),
        None => (Place::default(), vec![FieldFault::new("plaats", "fault-place-unknown")]),
    };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let html = render(&ask, product, &place, if typed.is_empty() { " " } else { &typed }, faults)?;
    Ok(page(status, &Raw(html)))
}

/// A postcode or the name of a municipality.
pub(crate) fn place(catalogue: &Catalogue, typed: &str) -> Option<Place> {
    let by_postcode = Postcode::parse(typed).ok().map(|p| Place { postcode: Some(p), gemeente: None });
    by_postcode
        .filter(|p| catalogue.gemeente(p).is_some())
        .or_else(|| catalogue.gemeente_named(typed).map(|g| Place { postcode: None, gemeente: Some(g.code.clone()) }))
}

/// A page that was rendered already.
#[derive(Template)]
#[template(source = "{{ self.0|safe }}", ext = "html")]
struct Raw(String);
