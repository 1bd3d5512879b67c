//! Managing an organisation: what it offers, what it says of itself and who works there. Nothing personal of residents is here.
pub(crate) mod edit;
mod inputs;
pub(crate) mod overview;
pub(crate) mod service;
mod typed;
pub(crate) mod version;
mod words;
pub(crate) mod workers;

use crate::{ask::Ask, fault::Fault, pages::wayfinding::topics::capital};
use access::{Context, Error, Purpose};
use catalogue::{Hosted, ServiceDefinition};
use hosting::{Content, Outcome, Proposal, Standing, Subject, Version};
use values::Id;
use words::Before;

/// A context for who manages her own organisation. Errors: to the page where staff sign in, and then back here.
fn context(ask: &Ask) -> Result<Context, Fault> {
    ask.at_work(Purpose::new("diensten en rollen beheren", "geen persoonsgegevens van inwoners"))
}

/// The organisation where she works. Errors: `NotFound` when it is not hosted here.
fn hosted(ask: &Ask) -> Result<&Hosted, Fault> {
    let organisatie = ask.staff()?.organisatie;
    ask.app.catalogue.hosted_with_oin(organisatie).ok_or_else(|| ask.fault(Error::NotFound))
}

/// What can be changed with a form of fields.
struct Thing<'a> {
    subject: Subject,
    title: String,
    /// Where it is shown.
    path: String,
    /// None for the organisation itself.
    service: Option<&'a ServiceDefinition>,
}

impl<'a> Thing<'a> {
    /// A service that her organisation can offer. Errors: `NotFound` for another.
    fn service(ask: &'a Ask, name: &str) -> Result<Self, Fault> {
        let found = hosting::services(&ask.app.catalogue, hosted(ask)?).find(|service| service.name == name);
        let service = found.ok_or_else(|| ask.fault(Error::NotFound))?;
        let subject = Subject::Service(service.name.clone());
        let (path, title) = place(ask, &subject);
        Ok(Self { subject, title, path, service: Some(service) })
    }

    /// What her organisation says of itself.
    fn organisation(ask: &'a Ask) -> Self {
        let subject = Subject::Organisation;
        let (path, title) = place(ask, &subject);
        Self { subject, title, path, service: None }
    }
}

/// Where a thing is shown, and its name.
fn place(ask: &Ask, subject: &Subject) -> (String, String) {
    match subject {
        Subject::Service(name) => {
            let title = ask.app.catalogue.service(name).map_or_else(|| name.clone(), |s| capital(s.upl.as_str()));
            (format!("/beheer/diensten/{name}"), title)
        }
        Subject::Organisation => ("/beheer/organisatie".into(), ask.text("manage-organisation")),
        Subject::Worker(reference) => {
            ("/beheer/medewerkers".into(), texts::text_with(ask.language, "manage-roles-of", &[("name", reference)]))
        }
    }
}

/// Where all things stand of which something was ever proposed.
async fn standings(ask: &Ask) -> Result<Vec<Standing>, Fault> {
    ask.read(context(ask)?, |op| Box::pin(hosting::standings(op))).await
}

/// Where a thing stands.
async fn standing(ask: &Ask, subject: &Subject) -> Result<Standing, Fault> {
    Ok(standing_in(&standings(ask).await?, subject))
}

/// The same, among those that were read.
fn standing_in(all: &[Standing], subject: &Subject) -> Standing {
    let found = all.iter().find(|standing| standing.subject == *subject).cloned();
    found.unwrap_or_else(|| Standing { subject: subject.clone(), current: None, proposal: None })
}

/// What is in force: what was published, else what the files say.
fn in_force(ask: &Ask, standing: &Standing) -> Result<Option<Content>, Fault> {
    let (organisatie, shipped) = (ask.staff()?.organisatie, ask.app.published().shipped());
    let hosted = shipped.hosted_with_oin(organisatie).ok_or_else(|| ask.fault(Error::NotFound))?;
    Ok(hosting::in_force(&standing.subject, standing.current.as_ref(), (shipped, hosted)))
}

/// What was in force before a service was taken down.
async fn last_known(ask: &Ask, subject: &Subject) -> Result<Option<Content>, Fault> {
    let of = subject.clone();
    let work = ask.read(context(ask)?, move |op| {
        let of = of.clone();
        Box::pin(async move { hosting::versions(op, &of).await })
    });
    let published = |version: &Version| version.decision.as_ref().is_some_and(|d| d.outcome == Outcome::Published);
    let known = work.await?.into_iter().filter(published).map(|version| version.content);
    let known = known.into_iter().find(|content| *content != Content::TakenDown);
    Ok(match known {
        Some(content) => Some(content),
        None => in_force(ask, &standing_in(&[], subject))?,
    })
}

/// What a proposal about this is compared with, where `now` is in force.
async fn before_of(ask: &Ask, (subject, now): (&Subject, Option<Content>)) -> Result<Before, Fault> {
    match now {
        Some(Content::TakenDown) => Ok(Before { content: last_known(ask, subject).await?, stopped: true }),
        content => Ok(Before { content, stopped: false }),
    }
}

/// Is what is in force offered to anybody?
fn offered(now: Option<&Content>) -> bool {
    !matches!(now, None | Some(Content::TakenDown))
}

/// Writes down a proposal of who is at work. The first error is that of a page, the second what is wrong with the proposal.
async fn propose(ask: &Ask, proposal: Proposal) -> Result<access::Result<Id<Version>>, Fault> {
    let (app, name) = (ask.app.clone(), ask.staff()?.name());
    let work = ask.app.access.write(context(ask)?, move |op| {
        let (app, name, proposal) = (app.clone(), name.clone(), proposal.clone());
        Box::pin(async move { hosting::propose(op, &proposal, &name, &app.catalogue).await })
    });
    Ok(work.await)
}

/// What was just decided holds on this instance now; the others see it within seconds.
async fn bring_up_to_date(ask: &Ask) {
    match hosting::refresh(&ask.app.access, ask.app.published(), ask.public()).await {
        Ok(not_served) if not_served.is_empty() => {}
        Ok(not_served) => tracing::error!(?not_served, "what was published is not served"),
        // It is on disk: the worker that follows what is published tries again.
        Err(error) => tracing::warn!(%error, "what was published could not be read"),
    }
}
