//! The organisation at a glance: its services with their version, what waits for a second pair of eyes, and who may do what.
use super::{context, hosted, hosted_in_files, service::state};
use crate::{
    ask::Ask,
    fault::Fault,
    frame::{Frame, page},
    pages::topics::capital,
};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use hosting::{Content, Standing, Subject};

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
    let all = ask.read(context(&ask)?, |op| Box::pin(hosting::standings(op))).await?;
    let (hosted, in_files) = (hosted(&ask)?, hosted_in_files(&ask)?);
    let of = |subject: Subject| {
        let known = all.iter().find(|standing| standing.subject == subject).cloned();
        let standing = known.unwrap_or(Standing { subject, current: None, proposal: None });
        let now = hosting::in_force(&standing.subject, standing.current.as_ref(), (ask.app.published().shipped(), in_files));
        let offered = !matches!(now, None | Some(Content::TakenDown));
        (offered, state(&ask, &standing, now.as_ref()))
    };
    let services = hosting::services(&ask.app.catalogue, hosted).map(|service| {
        let (offered, state) = of(Subject::Service(service.name.clone()));
        let url = ask.url(&format!("/beheer/diensten/{}", service.name));
        Line { url, name: capital(service.upl.as_str()), offered, state }
    });
    let her = ask.staff()?.reference;
    let waiting = all.iter().filter_map(|standing| standing.proposal.as_ref()).map(|version| Waiting {
        url: ask.url(&format!("/beheer/versies/{}", version.id)),
        what: match &version.subject {
            Subject::Service(name) => ask.app.catalogue.service(name).map_or_else(|| name.clone(), |s| capital(s.upl.as_str())),
            Subject::Organisation => ask.text("manage-organisation"),
            Subject::Worker(reference) => texts::text_with(ask.language, "manage-roles-of", &[("name", reference)]),
        },
        who: texts::text_with(
            ask.language,
            "manage-proposed",
            &[("name", &version.by.name), ("date", &texts::moment(version.at, ask.language))],
        ),
        own: version.by.reference == her,
    });
    let (waiting, services) = (waiting.collect(), services.collect());
    let mut f = ask.frame(ask.text("manage-title"));
    f.path = "/beheer".into();
    let organisation = capital(&ask.name_of(&hosted.oin));
    let itself = of(Subject::Organisation).1;
    Ok(page(StatusCode::OK, &OverviewPage { f, organisation, waiting, services, itself }))
}
