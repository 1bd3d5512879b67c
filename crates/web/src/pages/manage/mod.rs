//! Managing an organisation: what it offers, what it says of itself and who works there. Nothing personal of residents is here.
pub(crate) mod edit;
mod inputs;
pub(crate) mod overview;
pub(crate) mod service;
mod typed;
pub(crate) mod version;
mod words;
pub(crate) mod workers;

use crate::{ask::Ask, fault::Fault, pages::topics::capital};
use access::{Context, Error, Purpose};
use catalogue::{Hosted, ServiceDefinition};
use hosting::{Content, Standing, Subject};

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
        let (subject, path) = (Subject::Service(service.name.clone()), format!("/beheer/diensten/{}", service.name));
        Ok(Self { subject, title: capital(service.upl.as_str()), path, service: Some(service) })
    }

    /// What her organisation says of itself.
    fn organisation(ask: &'a Ask) -> Self {
        let (title, path) = (ask.text("manage-organisation"), "/beheer/organisatie".to_owned());
        Self { subject: Subject::Organisation, title, path, service: None }
    }

    /// What is in force of it.
    fn in_force(&self, ask: &Ask, standing: &Standing) -> Result<Option<Content>, Fault> {
        let with = (&**ask.app.published().shipped(), hosted_in_files(ask)?);
        Ok(hosting::in_force(&self.subject, standing.current.as_ref(), with))
    }
}

/// Her organisation as the files have it.
fn hosted_in_files(ask: &Ask) -> Result<&Hosted, Fault> {
    let organisatie = ask.staff()?.organisatie;
    ask.app.published().shipped().hosted_with_oin(organisatie).ok_or_else(|| ask.fault(Error::NotFound))
}

/// Where a thing stands.
async fn standing(ask: &Ask, subject: &Subject) -> Result<Standing, Fault> {
    let all = ask.read(context(ask)?, |op| Box::pin(hosting::standings(op))).await?;
    let found = all.into_iter().find(|standing| standing.subject == *subject);
    Ok(found.unwrap_or_else(|| Standing { subject: subject.clone(), current: None, proposal: None }))
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
