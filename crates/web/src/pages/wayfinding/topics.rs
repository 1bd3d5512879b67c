//! Life events with their products, and the list of all products.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    frame::Frame,
    pages::wayfinding::home::events,
};
use access::Error;
use askama::Template;
use axum::{http::HeaderMap, response::Response};
use catalogue::Product;
use std::cmp::Ordering;

/// A heading with links: address, text.
struct Group {
    title: String,
    links: Vec<(String, String)>,
    /// Names as they stand in the list of products: in Dutch.
    names: bool,
}

#[derive(Template)]
#[template(path = "topics.html")]
struct TopicsPage {
    f: Frame,
    intro: String,
    groups: Vec<Group>,
    /// Each group is a letter: one jumps to it.
    letters: bool,
}

fn render(ask: &Ask, title: String, intro: &str, groups: Vec<Group>) -> Result<String, Fault> {
    let letters = groups.iter().any(|group| group.title.chars().count() == 1);
    let page = TopicsPage { f: ask.frame(title), intro: ask.text(intro), groups, letters };
    page.render().map_err(|e| ask.fault(Error::Internal(e.to_string())))
}

/// All life events.
pub(crate) async fn all(ask: Ask, headers: HeaderMap) -> Result<Response, Fault> {
    ask.app.cache.get(&ask, "/onderwerpen", &headers, || {
        let groups = vec![Group { title: String::new(), links: events(&ask), names: false }];
        render(&ask, ask.text("topics-title"), "topics-intro", groups)
    })
}

/// One life event: what can be done here stands first, in the words of the service.
pub(crate) async fn one(ask: Ask, At(slug): At<String>, headers: HeaderMap) -> Result<Response, Fault> {
    let event = ask.app.catalogue.life_events().iter().find(|e| e.slug == slug).ok_or_else(|| ask.fault(Error::NotFound))?;
    ask.app.cache.get(&ask, &ask.path, &headers, || {
        let (mut here, mut also) = (Vec::new(), Vec::new());
        for product in event.products.iter().filter_map(|name| ask.app.catalogue.product(name)) {
            let url = |product: &Product| ask.url(&format!("/product/{}", product.slug));
            let service = ask.app.catalogue.service_for(product).filter(|service| service.offered_by().next().is_some());
            match service.and_then(|service| Some((service, ask.app.catalogue.product(&service.upl)?))) {
                Some((service, main)) => here.push((url(main), service.text(ask.language).title.clone())),
                None => also.push((url(product), capital(product.name.as_str()))),
            }
        }
        here.sort_by(by_name);
        here.dedup();
        also.sort_by(by_name);
        let key = if here.is_empty() { None } else { Some("topic-also") };
        let groups = [
            Group { title: ask.text("topic-here"), links: here, names: false },
            Group { title: key.map(|key| ask.text(key)).unwrap_or_default(), links: also, names: true },
        ];
        let title = ask.language.pick(&event.title_nl, &event.title_en);
        render(&ask, title.clone(), "topic-intro", groups.into_iter().filter(|group| !group.links.is_empty()).collect())
    })
}

/// Every product, by letter.
pub(crate) async fn products(ask: Ask, headers: HeaderMap) -> Result<Response, Fault> {
    ask.app.cache.get(&ask, "/producten", &headers, || {
        let mut groups: Vec<Group> = Vec::new();
        for product in ask.app.catalogue.products() {
            let name = capital(product.name.as_str());
            let letter: String = name.chars().take(1).collect();
            if groups.last().is_none_or(|g| g.title != letter) {
                groups.push(Group { title: letter, links: vec![], names: true });
            }
            if let Some(group) = groups.last_mut() {
                group.links.push((ask.url(&format!("/product/{}", product.slug)), name));
            }
        }
        render(&ask, ask.text("products-title"), "products-intro", groups)
    })
}

fn by_name((_, one): &(String, String), (_, other): &(String, String)) -> Ordering {
    one.cmp(other)
}

/// With a capital at the front: `Verhuismelding`.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
