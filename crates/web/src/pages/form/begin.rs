//! Beginning a form: makes a draft, with what registers know already when one signs in for it.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{
        form::CHECK,
        mine::namens,
        site::sign_in,
        wayfinding::elsewhere::{Back, Change, not_here},
        zaak::handover,
    },
};
use access::{Error, Purpose, Refusal};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use catalogue::{Bevoegd, Inloggen, QuestionKind, ServiceDefinition};
use intake::{Answers, Asking, DraftLine, Facts, Known, NewDraft};
use std::sync::Arc;
use uuid::Uuid;
use values::mask_elfproef;

#[derive(Template)]
#[template(path = "begin.html")]
struct BeginPage<'a> {
    f: Frame,
    start: String,
    /// What she had begun already: where it goes on, and when it last changed.
    drafts: Vec<(String, String)>,
    /// What she typed in the question box, to come along.
    question: String,
    needs: &'a [String],
    signed_in: Option<String>,
    action: String,
    privacy: String,
}

/// The service of this name. Errors: `Refused` when no organisation offers it here any more.
fn service_of<'a>(ask: &'a Ask, name: &str) -> Result<&'a ServiceDefinition, Fault> {
    let service = ask.app.catalogue.service(name).ok_or_else(|| ask.fault(Error::NotFound))?;
    match service.offered_by().next() {
        Some(_) => Ok(service),
        None => Err(ask.fault(Error::Refused(Refusal("refused-not-hosted")))),
    }
}

/// What is needed, and the button that begins. Who came back from signing in goes on here.
pub(crate) async fn show(ask: Ask, At(name): At<String>) -> Result<Response, Fault> {
    let service = service_of(&ask, &name)?;
    covered(&ask, service)?;
    let drafts = drafts(&ask, service).await?;
    Ok(start(&ask, service, drafts, String::new()))
}

fn start(ask: &Ask, service: &ServiceDefinition, drafts: Vec<DraftLine>, question: String) -> Response {
    let name = &service.name;
    let f = ask.frame(service.text(ask.language).title.clone());
    let signed_in = f.visitor.as_ref().and_then(|visitor| visitor.name.clone());
    let action = ask.url(&format!("/beginnen/{name}"));
    let privacy = ask.url(&format!("/privacy/{name}"));
    let start = f.t(if drafts.is_empty() { format!("start-{name}") } else { "begin-again".into() });
    let first = service.pages.first().map_or(CHECK, |page| page.id.as_str());
    let draft =
        |line: DraftLine| (ask.url(&format!("/formulier/{}/{first}", line.id)), texts::moment(line.changed_at, ask.language));
    let drafts = drafts.into_iter().map(draft).collect();
    page(
        StatusCode::OK,
        &BeginPage { start, drafts, question, f, needs: &service.text(ask.language).needs, signed_in, action, privacy },
    )
}

/// What who is signed in began of this service and did not send.
async fn drafts(ask: &Ask, service: &ServiceDefinition) -> Result<Vec<DraftLine>, Fault> {
    let resident = ask.session.as_ref().is_some_and(|session| session.kind != identity::Kind::Medewerkers);
    if !resident || service.inloggen.is_none() {
        return Ok(vec![]);
    }
    let purpose = Purpose::new(&service.purpose, &service.basis);
    let work = ask.read(ask.resident_here(purpose)?, |op| Box::pin(async move { intake::drafts(op).await }));
    let mut drafts = work.await?;
    drafts.retain(|draft| draft.service == service.name);
    Ok(drafts)
}

/// Makes a draft. A text from the question box comes along; who must sign in first goes there.
pub(crate) async fn begin(ask: Ask, At(name): At<String>, fields: Fields) -> Result<Response, Fault> {
    let service = service_of(&ask, &name)?;
    covered(&ask, service)?;
    let known = match &service.inloggen {
        Some(inloggen) => {
            enters(&ask, service, inloggen)?;
            // From the answer page she did not see that she had begun already.
            let question = fields.get("vraag");
            if !question.is_empty() && fields.get("opnieuw").is_empty() {
                let drafts = drafts(&ask, service).await?;
                if !drafts.is_empty() {
                    return Ok(start(&ask, service, drafts, mask_elfproef(question)));
                }
            }
            known(&ask, service, inloggen).await?
        }
        None => Known::default(),
    };
    if let Some(elsewhere) = elsewhere(&ask, service, &known) {
        return Ok(elsewhere);
    }
    let browser = ask.browser_or_new();
    let mut new = NewDraft { id: Uuid::now_v7(), answers: Answers::default(), known };
    if let Some(question) = service.questions().find(|q| q.kind == QuestionKind::Prose) {
        new.answers.put(&question.id, fields.get("vraag"));
    }
    let (id, parts) = (new.id, Arc::new((browser.clone(), new, ask.app.clone(), name)));
    let first = service.pages.first().map_or(CHECK, |p| p.id.as_str()).to_owned();
    // A service without sign-in is begun without: then it can be followed with its words alone.
    let context = if service.inloggen.is_some() { ask.filling_in(id) } else { ask.filling_in_unnamed(id) };
    let work = ask.write(context, move |op| {
        let parts = parts.clone();
        Box::pin(async move {
            let (browser, new, app, name) = &*parts;
            let service = app.catalogue.service(name).ok_or(Error::NotFound)?;
            intake::begin(op, service, browser, new).await
        })
    });
    work.await?;
    Ok(ask.go_with(&format!("/formulier/{id}/{first}"), &browser))
}

/// Is this one of the services that she may do for whom she acts now? Errors: `NotAllowed` when it is not.
fn covered(ask: &Ask, service: &ServiceDefinition) -> Result<(), Fault> {
    let of = ask.session.as_ref().and_then(identity::Session::vertegenwoordiging);
    match of {
        Some(of) if service.inloggen.is_some() && !of.covers(&service.name) => Err(ask.fault(Error::NotAllowed)),
        _ => Ok(()),
    }
}

/// Is somebody signed in, in the right way and surely enough? Errors: to where one signs in.
fn enters(ask: &Ask, service: &ServiceDefinition, inloggen: &Inloggen) -> Result<(), Fault> {
    let level = intake::at_least(service);
    let there = sign_in::path(&format!("/beginnen/{}", service.name), level);
    let right = |session: &identity::Session| session.assurance >= level && takes(inloggen, session.kind);
    match ask.signed_in() {
        Ok(session) if right(session) => Ok(()),
        _ => Err(ask.fault(Error::NotFound).to(&there)),
    }
}

/// Does this service take who signed in in this way?
pub(crate) fn takes(inloggen: &Inloggen, kind: identity::Kind) -> bool {
    let middel = match kind {
        identity::Kind::Digid => catalogue::Middel::Digid,
        identity::Kind::EHerkenning => catalogue::Middel::Eherkenning,
        identity::Kind::Medewerkers => return false,
    };
    inloggen.middelen.contains(&middel)
}

/// The page that leads to the organisation that is competent, when a register says which that is and it takes nothing here: told before
/// anything is asked.
fn elsewhere(ask: &Ask, service: &ServiceDefinition, known: &Known) -> Option<Response> {
    if !matches!(service.bevoegd, Bevoegd::Woonplaats | Bevoegd::Vestiging) {
        return None;
    }
    let (catalogue, calendar, today) = (&*ask.app.catalogue, &ask.app.calendar, ask.app.access.clock().today());
    let facts = Facts { answers: &Answers::default(), known, files: &[], catalogue, calendar, today };
    let place = intake::competent(service, &facts).ok()?;
    let offers = service.overlay(&place.organisatie.code).is_some();
    if offers {
        return None;
    }
    let product = catalogue.product(&service.upl).map_or("", |product| product.slug.as_str());
    let (what, to) = (&service.text(ask.language).noun, ask.url(&format!("/product/{product}")));
    let there = || not_here(ask, place.organisatie, Back { what, to, change: Change::Home });
    handover::elsewhere(ask, service).or_else(|| Some(there()))
}

/// Asks the registers what need not be asked. Errors: she can't do this here. When for whom she acts died, that authority ends with it.
async fn known(ask: &Ask, service: &ServiceDefinition, inloggen: &Inloggen) -> Result<Known, Fault> {
    let doel = ask.doel(&inloggen.doel)?;
    let context = ask.resident_here(doel.purpose().clone())?;
    let asking = Asking { registers: &ask.app.registers, access: &ask.app.access, context: &context, doel };
    let known = intake::prefill(asking, service, &ask.app.catalogue).await;
    if known.as_ref().err() == Some(&Refusal::BEHALF_DECEASED) {
        namens::died(ask).await?;
    }
    known.map_err(|refusal| ask.fault(Error::Refused(refusal)))
}
