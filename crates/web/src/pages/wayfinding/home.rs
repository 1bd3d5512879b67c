//! The front page: one question box, then what happens in a life.
use crate::{ask::Ask, fault::Fault, frame::Frame};
use access::Error;
use askama::Template;
use axum::{http::HeaderMap, response::Response};

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    f: Frame,
    events: Vec<(String, String)>,
}

/// The front page.
pub(crate) async fn show(ask: Ask, headers: HeaderMap) -> Result<Response, Fault> {
    ask.app.cache.get(&ask, "/", &headers, || {
        let f = ask.frame(ask.text("home-title"));
        HomePage { events: events(&ask), f }.render().map_err(|e| ask.fault(Error::Internal(e.to_string())))
    })
}

/// Address and title of each life event.
pub(crate) fn events(ask: &Ask) -> Vec<(String, String)> {
    let title = |e: &catalogue::LifeEvent| ask.language.pick(&e.title_nl, &e.title_en).clone();
    ask.app.catalogue.life_events().iter().map(|e| (ask.url(&format!("/onderwerpen/{}", e.slug)), title(e))).collect()
}
