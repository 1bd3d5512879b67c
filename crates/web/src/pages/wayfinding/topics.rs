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

/// A heading with links: address, text.
struct Group {
    title: String,
    links: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "topics.html")]
struct TopicsPage {
    f: Frame,
    intro: String,
    groups: Vec<Group>,
}

fn render(ask: &Ask, title: String, intro: &str, groups: Vec<Group>) -> Result<String, Fault> {
    let page = TopicsPage { f: ask.frame(title), intro: ask.text(intro), groups };
    page.render().map_err(|e| ask.fault(Error::Internal(e.to_string())))
}

/// All life events.
pub(crate) async fn all(ask: Ask, headers: HeaderMap) -> Result<Response, Fault> {
    ask.app.cache.get(&ask, "/onderwerpen", &headers, || {
        let groups = vec![Group { title: String::new(), links: events(&ask) }];
        render(&ask, ask.text("topics-title"), "topics-intro", groups)
    })
}

/// One life event.
pub(crate) async fn one(ask: Ask, At(slug): At<String>, headers: HeaderMap) -> Result<Response, Fault> {
    let event = ask.app.catalogue.life_events().iter().find(|e| e.slug == slug).ok_or_else(|| ask.fault(Error::NotFound))?;
    ask.app.cache.get(&ask, &ask.path, &headers, || {
        let products = event.products.iter().filter_map(|name| ask.app.catalogue.product(name));
        let links = products.map(|p| (ask.url(&format!("/product/{}", p.slug)), capital(p.name.as_str()))).collect();
        let title = ask.language.pick(&event.title_nl, &event.title_en);
        render(&ask, title.clone(), "topic-intro", vec![Group { title: String::new(), links }])
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
                groups.push(Group { title: letter, links: vec![] });
            }
            if let Some(group) = groups.last_mut() {
                group.links.push((ask.url(&format!("/product/{}", product.slug)), name));
            }
        }
        render(&ask, ask.text("products-title"), "products-intro", groups)
    })
}

/// With a capital at the front: `Verhuismelding`.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
