//! Who may do what: the roles of colleagues, given and taken with four eyes, never one's own.
use super::{standing, standings, words::in_words};
use crate::{
    ask::Ask,
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::zaak::prose,
    staff::role_key,
};
use access::{Error, FieldFault, Refusal, Role};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use hosting::{Content, MAX_WHY, Proposal, Standing, Subject};
use values::Line as OneLine;

/// Most characters of the reference of somebody at work (OpenID Connect Core, `sub`).
const MAX_REFERENCE: usize = 255;

/// A colleague whose roles were published here.
struct Colleague {
    reference: String,
    roles: String,
    since: String,
    /// What waits about her.
    waits: Option<String>,
}

#[derive(Template)]
#[template(path = "manage/workers.html")]
struct WorkersPage {
    f: Frame,
    colleagues: Vec<Colleague>,
    reference: String,
    /// Word, name, chosen.
    roles: Vec<(&'static str, String, bool)>,
    why: String,
}

/// The page.
pub(crate) async fn show(ask: Ask) -> Result<Response, Fault> {
    render(&ask, &Fields(vec![]), (StatusCode::OK, vec![])).await
}

/// Proposes the roles of a colleague.
pub(crate) async fn propose(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    let proposal = match proposal(&ask, &fields).await? {
        Ok(proposal) => proposal,
        Err(faults) => return render(&ask, &fields, (StatusCode::UNPROCESSABLE_ENTITY, faults)).await,
    };
    let one = |key| vec![FieldFault::new("medewerker", key)];
    match super::propose(&ask, proposal).await? {
        Ok(id) => Ok(ask.go(&format!("/beheer/versies/{id}"))),
        Err(Error::Invalid(faults)) => render(&ask, &fields, (StatusCode::UNPROCESSABLE_ENTITY, faults)).await,
        Err(Error::Refused(Refusal(why))) => render(&ask, &fields, (StatusCode::CONFLICT, one(why))).await,
        Err(Error::Conflict(_)) => render(&ask, &fields, (StatusCode::CONFLICT, one("fault-version-waits"))).await,
        Err(error) => Err(ask.fault(error)),
    }
}

/// What was filled in. Errors: each field that is wrong.
async fn proposal(ask: &Ask, fields: &Fields) -> Result<Result<Proposal, Vec<FieldFault>>, Fault> {
    let reference = OneLine::parse(fields.get("medewerker"), MAX_REFERENCE).map_err(|e| FieldFault::of_text("medewerker", e));
    let why = prose(fields, "waarom-wijziging", MAX_WHY);
    let (reference, why) = match (reference, why) {
        (Ok(reference), Ok(why)) => (reference, why),
        (reference, why) => return Ok(Err(reference.err().into_iter().chain(why.err()).collect())),
    };
    let subject = Subject::Worker(reference.as_str().to_owned());
    let basis = standing(ask, &subject).await?.current.map(|version| version.id);
    Ok(Ok(Proposal { subject, basis, content: Content::Roles(chosen(fields)), why }))
}

fn chosen(fields: &Fields) -> Vec<Role> {
    Role::ALL.into_iter().filter(|role| fields.all("rollen").any(|word| word == role.word())).collect()
}

async fn render(ask: &Ask, typed: &Fields, (status, faults): (StatusCode, Vec<FieldFault>)) -> Result<Response, Fault> {
    let all = standings(ask).await?;
    let colleagues = all.iter().filter_map(|standing| colleague(ask, standing)).collect();
    let mut f = ask.frame(ask.text("manage-workers-title"));
    f.path = "/beheer/medewerkers".into();
    f.faults = faults;
    let chosen = chosen(typed);
    let roles = Role::ALL.into_iter().map(|role| (role.word(), ask.text(role_key(role)), chosen.contains(&role))).collect();
    let (reference, why) = (typed.get("medewerker").to_owned(), typed.get("waarom-wijziging").to_owned());
    Ok(page(status, &WorkersPage { f, colleagues, reference, roles, why }))
}

fn colleague(ask: &Ask, standing: &Standing) -> Option<Colleague> {
    let Subject::Worker(reference) = &standing.subject else { return None };
    let (roles, since) = match &standing.current {
        Some(version) => {
            let Content::Roles(roles) = &version.content else { return None };
            let at = version.decision.as_ref().map(|decision| texts::moment(decision.at, ask.language));
            (in_words(ask, roles), at.unwrap_or_default())
        }
        None => (ask.text("manage-roles-sign-in"), String::new()),
    };
    let waits = standing.proposal.as_ref().map(|version| ask.url(&format!("/beheer/versies/{}", version.id)));
    Some(Colleague { reference: reference.clone(), roles, since, waits })
}
