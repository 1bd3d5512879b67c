//! Check and send: everything on one page, one button, sent once.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{
        form::{CHECK, Open, field::own_labels, open, step_in_words},
        zaak::{
            handover::{Rough, rough},
            paper,
        },
    },
};
use access::{Error, FieldFault, Purpose};
use askama::Template;
use axum::response::Response;
use catalogue::{QuestionKind, ServiceOverlay};
use intake::{DraftFile, Receipt, Sending};
use uuid::Uuid;

/// One page of the form, read back.
struct Part {
    title: String,
    change: String,
    rows: Vec<(String, String)>,
    /// What is wrong on it, each with its field.
    faults: Vec<String>,
}

#[derive(Template)]
#[template(path = "check.html")]
struct CheckPage<'a> {
    f: Frame,
    service: &'a str,
    noun: &'a str,
    step: String,
    at: usize,
    of: usize,
    /// For whom, and by whom, when that is another.
    filed_by: Vec<(String, String)>,
    parts: Vec<Part>,
    /// What she should know before she sends.
    cautions: Vec<String>,
    team: String,
    likely: bool,
    gemeente: String,
    norm: String,
    /// What that day is, and the last one of the law.
    promise: Option<String>,
    cost: &'a str,
    /// Of a service that hands over: to whom, and what it comes to roughly.
    handover: Option<(String, Option<Rough>)>,
    back: String,
    action: String,
    /// The version that applies: what is sent under another is shown again first.
    version: String,
    ready: bool,
}

fn parts(ask: &Ask, open: &Open<'_>, f: &Frame) -> Vec<Part> {
    let (language, id, facts) = (ask.language, open.draft.id, open.facts(ask));
    let photos = |page: &catalogue::Page| {
        let of_page = |f: &&DraftFile| page.question.iter().any(|q| q.id == f.question && q.kind == QuestionKind::Photo);
        open.draft.files.iter().filter(of_page).map(|f| f.titel.clone()).collect::<Vec<_>>().join(", ")
    };
    let make = |form_page: &catalogue::Page| {
        let mut rows = intake::shown(form_page, &facts, language);
        if form_page.question.iter().any(|q| q.kind == QuestionKind::Photo) {
            let photos = photos(form_page);
            let given = if photos.is_empty() { ask.text("check-no-photo") } else { photos };
            rows.push((ask.text("check-photos"), given));
        }
        let faults = intake::check_page(form_page, &facts);
        if rows.is_empty() && faults.is_empty() {
            rows.push((form_page.title.get(language).to_owned(), ask.text("check-nothing")));
        }
        Part {
            title: form_page.title.get(language).to_owned(),
            change: ask.url(&format!("/formulier/{id}/{}?wijzig=1", form_page.id)),
            rows,
            faults: faults.iter().map(|fault| in_words(f, form_page.title.get(language), fault)).collect(),
        }
    };
    open.service.pages.iter().filter(|page| intake::is_page_asked(page, &facts)).map(make).collect()
}

/// What is wrong with a field, after its name where the page has another.
fn in_words(f: &Frame, title: &str, fault: &FieldFault) -> String {
    let label = f.label(&fault.field);
    if label == title { f.fault(fault) } else { format!("{label} – {}", f.fault(fault)) }
}

/// Everything that was answered, with a way to change it.
pub(crate) async fn check(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let open = open(&ask, id).await?;
    show(&ask, &open, None).await
}

/// The overlay that applies; none while it is not known who is competent, or where that takes nothing here.
fn overlay_of<'a>(ask: &Ask, open: &Open<'a>) -> Option<&'a ServiceOverlay> {
    let place = intake::competent(open.service, &open.facts(ask)).ok()?;
    open.service.overlay(&place.organisatie.code)
}

async fn show(ask: &Ask, open: &Open<'_>, changed: Option<FieldFault>) -> Result<Response, Fault> {
    let (id, language) = (open.draft.id, ask.language);
    let mut f = ask.frame(ask.text("check-title"));
    f.path = format!("/formulier/{id}/{CHECK}");
    f.labels = open.service.questions().map(|q| (q.id.clone(), q.label.get(language).to_owned())).collect();
    for question in open.service.questions() {
        f.labels.extend(own_labels(&f, question));
    }
    let parts = parts(ask, open, &f);
    let place = intake::competent(open.service, &open.facts(ask)).ok();
    let overlay = place.as_ref().and_then(|p| open.service.overlay(&p.organisatie.code));
    if place.is_some() && overlay.is_none() {
        return Ok(ask.go(&format!("/formulier/{id}/elders")));
    }
    let today = ask.app.access.clock().today();
    let term = overlay.and_then(|o| open.service.decision_term(&o.overlay, today));
    let last_day = term.and_then(|term| term.last_day(today, &ask.app.calendar).ok());
    let mut cautions = intake::cautions(open.service, &open.facts(ask), last_day, language);
    cautions.extend(running(ask, open).await?);
    let norm = overlay.and_then(|o| o.overlay.norm.as_ref()?.end(today, &ask.app.calendar).ok()).map(|end| end.date);
    let steps = parts.len() + 1;
    let ready = parts.iter().all(|p| p.faults.is_empty());
    let last = open.neighbour(ask, open.service.pages.len(), false).map_or(CHECK, |p| p.id.as_str());
    let filed_by = if open.draft.signed_in { intake::filed_by(&ask.filling_in(id).actor, language) } else { vec![] };
    f.faults = changed.into_iter().collect();
    if !ready {
        f.faults = vec![FieldFault::new("check", "check-not-complete")];
    }
    Ok(page(
        f.status(),
        &CheckPage {
            f,
            service: &open.service.text(language).title,
            noun: &open.service.text(language).noun,
            step: step_in_words(ask, (steps, steps), false),
            at: steps,
            of: steps,
            filed_by,
            parts,
            cautions,
            team: overlay.map(|o| o.overlay.team.get(language).to_owned()).unwrap_or_default(),
            likely: place.as_ref().is_some_and(|p| p.likely),
            gemeente: place.map(|p| p.organisatie.in_words(language)).unwrap_or_default(),
            norm: norm.map(|norm| texts::date(norm, language)).unwrap_or_default(),
            promise: paper::promise(norm, last_day, language),
            cost: open.service.cost(overlay.map(|o| &o.overlay), language),
            handover: open.service.overdracht.as_ref().map(|to| (to.naam.get(language).to_owned(), rough_of(ask, open))),
            back: ask.url(&format!("/formulier/{id}/{last}")),
            action: ask.url(&format!("/formulier/{id}/versturen")),
            version: overlay.map(|o| o.version.clone()).unwrap_or_default(),
            ready,
        },
    ))
}

/// That she has one of these at this organisation already, with its number, when that is not over.
async fn running(ask: &Ask, open: &Open<'_>) -> Result<Option<String>, Fault> {
    let place = intake::competent(open.service, &open.facts(ask)).ok();
    let hosted = place.and_then(|place| ask.app.catalogue.hosted_with_code(&place.organisatie.code));
    let Some(hosted) = hosted.filter(|_| open.draft.signed_in) else { return Ok(None) };
    let purpose = Purpose::new(&open.service.purpose, &open.service.basis);
    let (context, service) = (ask.owner(open.draft.id, hosted.oin.clone(), purpose), open.service.name.clone());
    let work = ask.write(context, move |op| {
        let service = service.clone();
        Box::pin(async move { cases::running(op, &service).await })
    });
    let numbers = work.await?.join(", ");
    let values = [("what", open.service.text(ask.language).noun.as_str()), ("numbers", &numbers)];
    Ok((!numbers.is_empty()).then(|| texts::text_with(ask.language, "check-running", &values)))
}

/// What it comes to on these answers, when that can be calculated.
fn rough_of(ask: &Ask, open: &Open<'_>) -> Option<Rough> {
    intake::estimate(open.service, &open.facts(ask)).map(|estimate| rough(&estimate, ask.language))
}

/// Sends, once: a double click, the back button or an answer that got lost all end at the same receipt.
pub(crate) async fn send(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    let open = match open(&ask, id).await {
        Ok(open) => open,
        Err(fault) if fault.is_not_found() => return Ok(ask.go(&format!("/bewijs/{id}"))),
        Err(fault) => return Err(fault),
    };
    let (seen, applies) = (fields.get("versie"), overlay_of(&ask, &open));
    if !seen.is_empty() && applies.is_some_and(|overlay| overlay.version != seen) {
        return show(&ask, &open, Some(FieldFault::new("check", "check-changed"))).await;
    }
    match submit(&ask, &open).await {
        Ok(_) | Err(Error::Conflict(_)) => Ok(ask.go_with(&format!("/bewijs/{id}"), &open.browser)),
        Err(Error::Invalid(_)) => show(&ask, &open, None).await,
        // It was taken down between the check and this.
        Err(Error::Refused(_)) => Ok(ask.go(&format!("/formulier/{id}/elders"))),
        Err(error) => Err(ask.fault(error)),
    }
}

async fn submit(ask: &Ask, open: &Open<'_>) -> access::Result<Receipt> {
    let place = intake::competent(open.service, &open.facts(ask)).map_err(Error::Invalid)?;
    let hosted = ask.app.catalogue.hosted_with_code(&place.organisatie.code);
    let organisation = hosted.ok_or(Error::Refused(access::Refusal("refused-not-hosted")))?.oin.clone();
    let purpose = Purpose::new(&open.service.purpose, &open.service.basis);
    let (id, app, language, name) = (open.draft.id, ask.app.clone(), ask.language, open.draft.service.clone());
    let secret = open.browser.clone();
    let context = if open.draft.signed_in { ask.owner(id, organisation, purpose) } else { ask.holder(id, organisation, purpose) };
    let work = ask.app.access.write(context, move |op| {
        let (secret, app, name) = (secret.clone(), app.clone(), name.clone());
        Box::pin(async move {
            let service = app.catalogue.service(&name).ok_or(Error::NotFound)?;
            let (catalogue, calendar, portal) = (&*app.catalogue, &app.calendar, app.site.portal.as_str());
            let sending = Sending { service, catalogue, calendar, language, portal, doelen: &app.doelen };
            intake::submit(op, id, &secret, sending).await
        })
    });
    work.await
}
