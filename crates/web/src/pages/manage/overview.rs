//! The organisation at a glance: its services with their version, what waits for a second pair of eyes, and who may do what.
use super::{hosted, in_force, offered, place, service::state, standing_in, standings};
use crate::{
    ask::Ask,
    fault::Fault,
    frame::{Frame, page},
    pages::wayfinding::topics::capital,
};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use hosting::Subject;

/// One line.
struct Line {
    url: String,
    name: String,
    offered: bool,
    state: String,
}

/// A proposal that waits.
struct Waiting {
    url: String,
    what: String,
    who: String,
    /// She proposed it: a colleague must look.
    own: bool,
}

#[derive(Template)]
#[template(path = "manage/overview.html")]
struct OverviewPage {
    f: Frame,
    organisation: String,
    waiting: Vec<Waiting>,
    services: Vec<Line>,
    itself: String,
}

/// The page.
pub(crate) async fn show(ask: Ask) -> Result<Response, Fault> {
    let (all, hosted) = (standings(&ask).await?, hosted(&ask)?);
    let of = |subject: &Subject| -> Result<Line, Fault> {
        let standing = standing_in(&all, subject);
        let now = in_force(&ask, &standing)?;
        let (path, name) = place(&ask, subject);
        Ok(Line { url: ask.url(&path), name, offered: offered(now.as_ref()), state: state(&ask, &standing, now.as_ref()) })
    };
    let services = hosting::services(&ask.app.catalogue, hosted).map(|service| of(&Subject::Service(service.name.clone())));
    let her = ask.staff()?.reference;
    let waiting = all.iter().filter_map(|standing| standing.proposal.as_ref()).map(|version| Waiting {
        url: ask.url(&format!("/beheer/versies/{}", version.id)),
        what: place(&ask, &version.subject).1,
        who: texts::text_with(
            ask.language,
            "manage-proposed",
            &[("name", &version.by.name), ("date", &texts::moment(version.at, ask.language))],
        ),
        own: version.by.reference == her,
    });
    let (waiting, services) = (waiting.collect(), services.collect::<Result<_, _>>()?);
    let mut f = ask.frame(ask.text("manage-title"));
    f.path = "/beheer".into();
    let organisation = capital(&ask.name_of(&hosted.oin));
    let itself = of(&Subject::Organisation)?.state;
    Ok(page(StatusCode::OK, &OverviewPage { f, organisation, waiting, services, itself }))
}
