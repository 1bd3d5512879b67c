//! Hosting an organisation: who manages there changes what it offers, what it says of itself and who works there, always with four eyes.
//!
//! A change is a version: proposed by one, published by another, then never changed. What is in force goes before the files.

mod content;
mod refresh;
mod seal;
mod store;
mod version;

pub use content::{Content, check};
pub use refresh::{NotServed, refresh};
pub use version::{Colleague, Decision, Outcome, Subject, Version};

use ::store::Migration;
use access::{Acting, Action, Error, Event, Op, Refusal, Result, Role};
use catalogue::{Catalogue, Hosted, ServiceDefinition};
use values::{Id, Oin, Prose};
use version::not_her_own;

/// The tables of this context.
pub const MIGRATIONS: &[Migration] =
    &[Migration { context: "hosting", number: 1, sql: include_str!("../migrations/0001_hosting.sql") }];

/// Most characters of why something changes or is rejected.
pub const MAX_WHY: usize = 400;

/// What somebody proposes.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// About what.
    pub subject: Subject,
    /// The version that she saw in force; none is that of the files.
    pub basis: Option<Id<Version>>,
    /// What it will say.
    pub content: Content,
    /// What changes and why, for the colleague who publishes it.
    pub why: Prose,
}

/// Where a thing stands.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Which thing.
    pub subject: Subject,
    /// What is in force; none when that is what the files say.
    pub current: Option<Version>,
    /// What waits for a second pair of eyes.
    pub proposal: Option<Version>,
}

/// Proposes a version; `name` is that of who proposes. Errors: `Invalid` with each field that is wrong, by the same check as `juistedeur
/// check services`; `Refused` when it changes nothing or is about her own roles; `Conflict` when something waits already or when another
/// version was published since she looked.
pub async fn propose(op: &mut Op<'_>, proposal: &Proposal, name: &str, catalogue: &Catalogue) -> Result<Id<Version>> {
    op.may_here(Action::Manage)?;
    let (by, hosted) = (colleague(op, name)?, hosted(op, catalogue)?);
    not_her_own(&proposal.subject, &by)?;
    if let Subject::Service(service) = &proposal.subject {
        services(catalogue, hosted).find(|known| known.name == *service).ok_or(Error::NotFound)?;
    }
    content::check(&proposal.subject, &proposal.content, catalogue, op.today())?;
    let organisatie = op.context().organisation.clone();
    let current = store::current(op, &organisatie, &proposal.subject).await?;
    if in_force(&proposal.subject, current.as_ref(), (catalogue, hosted)).as_ref() == Some(&proposal.content) {
        return refused("refused-nothing-changes");
    }
    let Proposal { subject, basis, content, why } = proposal.clone();
    let why = why.as_str().to_owned();
    let version = Version { id: Id::new(), organisatie, subject, content, basis, why, by, at: op.now(), decision: None };
    store::begin(op, &version.subject).await?;
    store::insert(op, &version).await?;
    store::wait(op, &version).await?;
    op.record(Event::of("versie-voorgesteld", "versie", version.id.uuid())).await?;
    Ok(version.id)
}

/// Publishes what a colleague proposed; `name` is that of who publishes. A service is then offered so, at once. Errors: `Refused` for who
/// proposed it, for one's own roles, or when it was decided already; `Conflict` when another version was published since it was proposed.
pub async fn publish(op: &mut Op<'_>, id: Id<Version>, name: &str, catalogue: &Catalogue) -> Result<Version> {
    let version = store::version(op, id).await?;
    op.may(Action::Manage, &version)?;
    let decision = version.publish(colleague(op, name)?, op.now())?;
    let hosted = hosted(op, catalogue)?;
    let offers = |name: &String| services(catalogue, hosted).any(|service| service.name == *name);
    let not_its_service = matches!(&version.subject, Subject::Service(name) if !offers(name));
    if not_its_service || content::check(&version.subject, &version.content, catalogue, op.today()).is_err() {
        // The rules may have changed since it was proposed.
        return refused("refused-version-wrong");
    }
    store::decide(op, id, &decision).await?;
    store::put_in_force(op, &version).await?;
    if let (Subject::Service(service), Content::Overlay(_)) = (&version.subject, &version.content) {
        let service = catalogue.service(service).ok_or(Error::NotFound)?;
        let overlay = service.published(&version.content.text()?, &id.to_string()).map_err(Error::Internal)?;
        let service = service.clone().with_overlay(&hosted.code, overlay);
        let naam = catalogue.organisatie_with_code(&hosted.code).map(|o| o.naam_met_soort.as_str()).unwrap_or_default();
        cases::publish(op, &service, hosted, naam).await?;
    }
    op.record(Event::of("versie-gepubliceerd", "versie", id.uuid())).await?;
    Ok(Version { decision: Some(decision), ..version })
}

/// Rejects what waits, with a reason; who proposed it may withdraw it so. Errors: `Refused` when it was decided already.
pub async fn reject(op: &mut Op<'_>, id: Id<Version>, name: &str, reason: &Prose) -> Result<Version> {
    let version = store::version(op, id).await?;
    op.may(Action::Manage, &version)?;
    let decision = version.reject(colleague(op, name)?, op.now(), reason.as_str())?;
    store::decide(op, id, &decision).await?;
    store::wait_no_longer(op, &version).await?;
    op.record(Event::of("versie-afgewezen", "versie", id.uuid())).await?;
    Ok(Version { decision: Some(decision), ..version })
}

/// Takes a service down, at once and by one: what is wrong must not stay until a colleague is there. Putting it back takes two. Zaken that
/// run go on. Errors: `Refused` when it is not offered, `Conflict` when another version was published at the same moment.
pub async fn take_down(
    op: &mut Op<'_>,
    service: &str,
    (name, why): (&str, &Prose),
    catalogue: &Catalogue,
) -> Result<Id<Version>> {
    op.may_here(Action::Manage)?;
    let (by, hosted) = (colleague(op, name)?, hosted(op, catalogue)?);
    let subject = Subject::Service(service.to_owned());
    let organisatie = op.context().organisation.clone();
    let current = store::current(op, &organisatie, &subject).await?;
    if !matches!(in_force(&subject, current.as_ref(), (catalogue, hosted)), Some(Content::Overlay(_))) {
        return refused("refused-not-offered");
    }
    let basis = current.map(|version| version.id);
    let (id, at, why) = (Id::new(), op.now(), why.as_str().to_owned());
    let decision = Decision { outcome: Outcome::Published, by: by.clone(), at, reason: String::new() };
    let version = Version { id, organisatie, subject, content: Content::TakenDown, basis, why, by, at, decision: None };
    store::begin(op, &version.subject).await?;
    store::insert(op, &version).await?;
    store::decide(op, id, &decision).await?;
    store::put_before_all(op, &version).await?;
    cases::unpublish(op, service).await?;
    op.record(Event::of("dienst-stopgezet", "versie", id.uuid())).await?;
    Ok(id)
}

/// Where everything of the organisation stands on which something was ever proposed.
pub async fn standings(op: &mut Op<'_>) -> Result<Vec<Standing>> {
    op.may_here(Action::Manage)?;
    store::standings(op).await
}

/// One version. Errors: `NotFound` for who manages elsewhere.
pub async fn version(op: &mut Op<'_>, id: Id<Version>) -> Result<Version> {
    let version = store::version(op, id).await?;
    op.may(Action::Manage, &version)?;
    Ok(version)
}

/// The newest hundred versions about one thing, the newest first.
pub async fn versions(op: &mut Op<'_>, subject: &Subject) -> Result<Vec<Version>> {
    op.may_here(Action::Manage)?;
    store::versions(op, subject).await
}

/// The roles that were published here for somebody at work; `None` when there never were any: then those of sign-in count. Asks for no
/// role: it is how roles are known at all.
pub async fn roles_of(op: &mut Op<'_>, organisatie: &Oin, reference: &str) -> Result<Option<Vec<Role>>> {
    let current = store::current(op, organisatie, &Subject::Worker(reference.to_owned())).await?;
    match current {
        Some(version) if !version.is_published() => seal::broken("roles that were never published"),
        Some(Version { content: Content::Roles(roles), .. }) => Ok(Some(roles)),
        _ => Ok(None),
    }
}

/// The services that this organisation can offer: those of its layer of government.
pub fn services<'a>(catalogue: &'a Catalogue, hosted: &'a Hosted) -> impl Iterator<Item = &'a ServiceDefinition> {
    let layer = catalogue.layer_of(hosted);
    catalogue.services().iter().filter(move |service| service.bestuurslagen.contains(&layer))
}

/// What is in force: what was published here, else what the files say. None for what the organisation does not offer, and for roles of
/// which only sign-in knows.
pub fn in_force(subject: &Subject, current: Option<&Version>, (catalogue, hosted): (&Catalogue, &Hosted)) -> Option<Content> {
    if let Some(version) = current {
        return Some(version.content.clone());
    }
    match subject {
        Subject::Service(name) => {
            let known = catalogue.service(name)?.overlay(&hosted.code)?;
            Some(Content::Overlay(Box::new(known.overlay.clone())))
        }
        Subject::Organisation => Some(Content::Settings(Box::new(hosted.settings()))),
        Subject::Worker(_) => None,
    }
}

fn hosted<'a>(op: &Op<'_>, catalogue: &'a Catalogue) -> Result<&'a Hosted> {
    catalogue.hosted_with_oin(&op.context().organisation).ok_or(Error::NotFound)
}

/// Who acts, as colleagues know her. Errors: `NotAllowed` for who is no person at work.
fn colleague(op: &Op<'_>, name: &str) -> Result<Colleague> {
    match &op.context().actor.acting {
        Acting::Worker { reference, .. } => Ok(Colleague { reference: reference.clone(), name: name.to_owned() }),
        _ => Err(Error::NotAllowed),
    }
}

fn refused<T>(why: &'static str) -> Result<T> {
    Err(Error::Refused(Refusal(why)))
}
