//! Changing a service or what the organisation says of itself: fill in, see what changes, propose.
use super::{
    Thing, before_of, hosted, in_force,
    inputs::{Section, sections},
    last_known, offered, propose,
    service::shown_lines,
    standing, typed,
    words::{Before, Change, changes},
};
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::zaak::prose,
};
use access::{Error, FieldFault, Refusal};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use hosting::{Content, MAX_WHY, Proposal, Standing, Version};
use values::{Id, Prose};

#[derive(Template)]
#[template(path = "manage/edit.html")]
struct EditPage {
    f: Frame,
    name: String,
    back: String,
    action: String,
    /// The version on which it is built; empty for that of the files.
    basis: String,
    sections: Vec<Section>,
    /// What is in force.
    now: Vec<(String, String)>,
    why: String,
    /// A proposal that waits already.
    waits: Option<String>,
}

#[derive(Template)]
#[template(path = "manage/preview.html")]
struct PreviewPage {
    f: Frame,
    name: String,
    action: String,
    /// The service was taken down: what is compared with is what was in force before that.
    stopped: bool,
    changes: Vec<Change>,
    why: String,
    /// All that was typed, to take along.
    kept: Vec<(String, String)>,
}

/// The form for a service.
pub(crate) async fn service(ask: Ask, At(name): At<String>) -> Result<Response, Fault> {
    begin(&ask, &Thing::service(&ask, &name)?).await
}

/// The form for the organisation itself.
pub(crate) async fn organisation(ask: Ask) -> Result<Response, Fault> {
    begin(&ask, &Thing::organisation(&ask)).await
}

/// What was filled in for a service.
pub(crate) async fn service_filled_in(ask: Ask, At(name): At<String>, fields: Fields) -> Result<Response, Fault> {
    filled_in(&ask, &Thing::service(&ask, &name)?, fields).await
}

/// What was filled in for the organisation itself.
pub(crate) async fn organisation_filled_in(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    filled_in(&ask, &Thing::organisation(&ask), fields).await
}

async fn begin(ask: &Ask, thing: &Thing<'_>) -> Result<Response, Fault> {
    let standing = standing(ask, &thing.subject).await?;
    let now = in_force(ask, &standing)?;
    let from = if offered(now.as_ref()) { now.clone() } else { last_known(ask, &thing.subject).await? };
    let typed = from.map_or_else(|| Fields(vec![]), |content| typed::fields_of(&content));
    Ok(form(ask, thing, (&standing, now.as_ref()), (typed, vec![])))
}

fn form(
    ask: &Ask,
    thing: &Thing<'_>,
    (standing, now): (&Standing, Option<&Content>),
    (typed, faults): (Fields, Vec<FieldFault>),
) -> Response {
    let mut f = ask.frame(texts::text_with(ask.language, "manage-edit-title", &[("name", &thing.title)]));
    f.path = format!("{}/wijzigen", thing.path);
    f.faults = faults;
    let sections = sections(ask, thing, &typed);
    f.labels = sections
        .iter()
        .flat_map(|part| &part.inputs)
        .map(|input| (input.id.to_owned(), ask.text(&format!("field-{}", input.id))))
        .collect();
    let shown = EditPage {
        name: thing.title.clone(),
        back: ask.url(&thing.path),
        action: ask.url(&f.path),
        basis: standing.current.as_ref().map(|version| version.id.to_string()).unwrap_or_default(),
        sections,
        now: shown_lines(ask, now),
        why: typed.get("waarom-wijziging").to_owned(),
        waits: standing.proposal.as_ref().map(|version| ask.url(&format!("/beheer/versies/{}", version.id))),
        f,
    };
    page(shown.f.status(), &shown)
}

async fn filled_in(ask: &Ask, thing: &Thing<'_>, fields: Fields) -> Result<Response, Fault> {
    let standing = standing(ask, &thing.subject).await?;
    let before = in_force(ask, &standing)?;
    let content = match thing.service {
        Some(service) => typed::overlay(&fields, (service, hosted(ask)?), before.as_ref()),
        None => typed::settings(&fields, before.as_ref()),
    };
    if fields.get("stap") == "terug" {
        return Ok(form(ask, thing, (&standing, before.as_ref()), (fields, vec![])));
    }
    let why = match checked(ask, thing, &content, &fields) {
        Ok(why) => why,
        Err(faults) => return Ok(form(ask, thing, (&standing, before.as_ref()), (fields, faults))),
    };
    let basis = fields.get("basis").parse::<Id<Version>>().ok();
    let same_basis = basis == standing.current.as_ref().map(|version| version.id);
    if fields.get("stap") != "voorstel" && same_basis {
        let before = before_of(ask, (&thing.subject, before)).await?;
        return Ok(preview(ask, thing, (&before, &content), fields));
    }
    let proposal = Proposal { subject: thing.subject.clone(), basis, content, why };
    match propose(ask, proposal).await? {
        Ok(id) => Ok(ask.go(&format!("/beheer/versies/{id}"))),
        Err(Error::Invalid(faults)) => Ok(form(ask, thing, (&standing, before.as_ref()), (fields, faults))),
        Err(Error::Refused(Refusal(why))) => {
            Ok(form(ask, thing, (&standing, before.as_ref()), (fields, vec![FieldFault::new("dienst", why)])))
        }
        Err(Error::Conflict(_)) => {
            // What was typed stays; it is now built on what is in force.
            let told = if standing.proposal.is_some() { "fault-version-waits" } else { "fault-version-old" };
            let mut again = form(ask, thing, (&standing, before.as_ref()), (fields, vec![FieldFault::new("dienst", told)]));
            *again.status_mut() = StatusCode::CONFLICT;
            Ok(again)
        }
        Err(error) => Err(ask.fault(error)),
    }
}

/// Is all of it right? Errors: each field that is not.
fn checked(ask: &Ask, thing: &Thing<'_>, content: &Content, fields: &Fields) -> Result<Prose, Vec<FieldFault>> {
    let mut faults = match hosting::check(&thing.subject, content, &ask.app.catalogue, ask.app.access.clock().today()) {
        Err(Error::Invalid(faults)) => faults,
        _ => vec![],
    };
    match prose(fields, "waarom-wijziging", MAX_WHY) {
        Ok(why) if faults.is_empty() => Ok(why),
        other => {
            faults.extend(other.err());
            Err(faults)
        }
    }
}

/// What changes, before it is proposed.
fn preview(ask: &Ask, thing: &Thing<'_>, (before, content): (&Before, &Content), fields: Fields) -> Response {
    let mut f = ask.frame(ask.text("manage-preview-title"));
    f.path = format!("{}/wijzigen", thing.path);
    let shown = PreviewPage {
        name: thing.title.clone(),
        action: ask.url(&f.path),
        stopped: before.stopped,
        changes: changes(ask, before, content),
        why: fields.get("waarom-wijziging").to_owned(),
        kept: fields.0.into_iter().filter(|(name, _)| name != "stap").collect(),
        f,
    };
    page(StatusCode::OK, &shown)
}
