//! A form, one page at a time: ask, keep whatever was typed, go on when it is right. Beside it how it begins, is finished later and is sent.
pub(crate) mod begin;
mod field;
pub(crate) mod kept;
pub(crate) mod photo;
pub(crate) mod send;

use self::field::{Field, field, own_labels};
use crate::{
    Map,
    ask::{Ask, At},
    fault::Fault,
    frame::{Frame, page},
    pages::{
        site::sign_in,
        vraag,
        wayfinding::elsewhere::{Back, Change, not_here},
        zaak::handover,
    },
    upload::Upload,
};
use access::{Assurance, Browser, Error, FieldFault};
use askama::Template;
use axum::{
    extract::{Query, Request},
    http::StatusCode,
    response::Response,
};
use catalogue::{Bevoegd, Page, QuestionKind, ServiceDefinition};
use intake::{Answers, Asking, Draft, Facts};
use std::{collections::HashMap, sync::Arc};
use uuid::Uuid;

/// The address of the page on which everything is read back.
pub(crate) const CHECK: &str = "controle";
/// Says that a page was opened from the check page, and leads back to it.
pub(crate) const CHANGING: &str = "wijzig";

#[derive(Template)]
#[template(path = "form.html")]
struct FormPage<'a> {
    f: Frame,
    service: &'a str,
    step: String,
    at: usize,
    of: usize,
    back: String,
    action: String,
    changing: bool,
    fields: Vec<Field<'a>>,
    /// To point out a place on, where there is one.
    map: Option<&'a Map>,
}

impl FormPage<'_> {
    /// Is a file asked on it?
    fn takes_files(&self) -> bool {
        self.fields.iter().any(|field| photo::takes_files(field.question))
    }
}

#[derive(Template)]
#[template(path = "danger.html")]
struct DangerPage {
    f: Frame,
    on: String,
    back: String,
}

/// A draft with its service.
pub(crate) struct Open<'a> {
    pub draft: Draft,
    pub service: &'a ServiceDefinition,
    pub browser: Browser,
}

impl Open<'_> {
    /// What decides whether its answers are right.
    pub fn facts<'f>(&'f self, ask: &'f Ask) -> Facts<'f> {
        self.facts_with(ask, &self.draft.answers)
    }

    fn facts_with<'f>(&'f self, ask: &'f Ask, answers: &'f Answers) -> Facts<'f> {
        let (catalogue, calendar, today) = (&*ask.app.catalogue, &ask.app.calendar, ask.app.access.clock().today());
        Facts { answers, known: &self.draft.known, files: &self.draft.files, catalogue, calendar, today }
    }

    /// The page after `at`, or before it, on which anything is asked.
    pub fn neighbour(&self, ask: &Ask, at: usize, onwards: bool) -> Option<&Page> {
        let facts = self.facts(ask);
        let asked = |page: &&Page| intake::is_page_asked(page, &facts);
        if onwards {
            self.service.pages.iter().skip(at + 1).find(asked)
        } else {
            self.service.pages.iter().take(at).rev().find(asked)
        }
    }
}

/// Opens the draft of this browser, or of who is signed in.
pub(crate) async fn open<'a>(ask: &'a Ask, id: Uuid) -> Result<Open<'a>, Fault> {
    let browser = ask.browser_or_new();
    let secret = browser.clone();
    let work = ask.read(ask.filling_in(id), move |op| {
        let secret = secret.clone();
        Box::pin(async move {
            match intake::open(op, id, &secret).await {
                Err(Error::NotFound) if intake::was_sent(op, id, &secret).await? => Ok(None),
                opened => opened.map(Some),
            }
        })
    });
    // What is sent from no page of its own is done from the check page.
    let back = if ask.back == "/" { format!("/formulier/{id}/{CHECK}") } else { ask.back.clone() };
    // Whoever goes back after sending sees the receipt.
    let to_receipt = || ask.fault(Error::NotFound).to(&format!("/bewijs/{id}"));
    let draft = match work.await {
        // Signed out meanwhile: she signs in, and finds it as she left it.
        Err(fault) if fault.is_not_found() && ask.signed_in().is_err() && is_a_partys(ask, id).await? => {
            return Err(ask.fault(Error::NotFound).to(&sign_in::path(&back, Assurance::None)));
        }
        found => found?.ok_or_else(to_receipt)?,
    };
    let service = ask.app.catalogue.service(&draft.service).ok_or_else(|| ask.fault(Error::NotFound))?;
    ask.at_least(intake::at_least(service), &back)?;
    Ok(Open { draft, service, browser })
}

/// Was this form begun by who signed in, and not sent yet?
async fn is_a_partys(ask: &Ask, id: Uuid) -> Result<bool, Fault> {
    ask.read(ask.public(), move |op| Box::pin(async move { intake::is_a_partys(op, id).await })).await
}

fn page_at<'a>(ask: &Ask, service: &'a ServiceDefinition, name: &str) -> Result<(usize, &'a Page), Fault> {
    service.pages.iter().enumerate().find(|(_, page)| page.id == name).ok_or_else(|| ask.fault(Error::NotFound))
}

/// One page of the form.
pub(crate) async fn show(
    ask: Ask,
    At((id, name)): At<(Uuid, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Fault> {
    let open = open(&ask, id).await?;
    let (at, _) = page_at(&ask, open.service, &name)?;
    let answers = open.draft.answers.clone();
    Ok(render(
        &ask,
        &open,
        Asked {
            at,
            answers,
            faults: vec![],
            changing: query.contains_key(CHANGING),
            more: query.get("rij").cloned().unwrap_or_default(),
        },
    ))
}

/// Keeps the answers of a page, and the files that were chosen on it; goes on when all is right, shows them again with what is wrong when not.
pub(crate) async fn save(ask: Ask, At((id, name)): At<(Uuid, String)>, request: Request) -> Result<Response, Fault> {
    let mut open = open(&ask, id).await?;
    let (at, form_page) = page_at(&ask, open.service, &name)?;
    let upload = match Upload::of(request, &ask.app, photo::most_bytes(form_page)).await {
        Ok(upload) => upload,
        Err(too_large) => return Ok(too_large),
    };
    let mut sent = photo::read(&ask, &mut open, form_page, upload).await?;
    let changing = !sent.fields.get(CHANGING).is_empty();
    let again = |open: &Open<'_>, faults| {
        render(&ask, open, Asked { at, answers: open.draft.answers.clone(), faults, changing, more: String::new() })
    };
    // What was on the page and did not come through is not taken away.
    if !sent.whole {
        return Ok(again(&open, sent.faults));
    }
    let answers = Answers::of_page(form_page, &sent.fields.0);
    if !answers.is_empty() {
        let (secret, kept) = (open.browser.clone(), answers.clone());
        let work = ask.write(ask.filling_in(id), move |op| {
            let (secret, kept) = (secret.clone(), kept.clone());
            Box::pin(async move { intake::save(op, id, &secret, &kept).await })
        });
        work.await?;
    }
    let stays = photo::stays(&ask, &mut open, form_page, &mut sent).await?;
    let (fields, mut faults) = (sent.fields, sent.faults);
    let later = !fields.get("later").is_empty();
    if later && faults.is_empty() {
        return kept::keep(&ask, &open).await;
    }
    let has = |kind| form_page.question.iter().find(|q| q.kind == kind);
    if has(QuestionKind::Danger).is_some_and(|q| answers.get(&q.id) == "ja") {
        return Ok(ask.go_with(&format!("/formulier/{id}/gevaar{}", if changing { "?wijzig=1" } else { "" }), &open.browser));
    }
    open.draft.answers.take(&answers);
    if !later && stays.is_none() {
        look_up(&ask, &mut open, form_page).await?;
        let of_files = |fault: &FieldFault| faults.iter().any(|of| of.field == fault.field);
        let wrong: Vec<_> =
            intake::check_page(form_page, &open.facts(&ask)).into_iter().filter(|fault| !of_files(fault)).collect();
        faults.extend(wrong);
    }
    if !faults.is_empty() {
        return Ok(again(&open, faults));
    }
    if let Some(question) = stays {
        let on = if changing { "?wijzig=1" } else { "" };
        return Ok(ask.go_with(&format!("/formulier/{id}/{name}{on}#{question}"), &open.browser));
    }
    if decides_who(open.service, form_page) && !is_hosted(&ask, &open) {
        return Ok(ask.go_with(&format!("/formulier/{id}/elders"), &open.browser));
    }
    // Another row of a list: the same page, with room for it.
    if !fields.get("rij").is_empty() {
        let (row, on) = (fields.get("rij"), if changing { "&wijzig=1" } else { "" });
        return Ok(ask.go_with(&format!("/formulier/{id}/{name}?rij={row}{on}#{row}"), &open.browser));
    }
    let next = open.neighbour(&ask, at, true).filter(|_| !changing).map_or(CHECK, |p| p.id.as_str());
    Ok(ask.go_with(&format!("/formulier/{id}/{next}"), &open.browser))
}

/// Asks registers what they know of what was typed on this page, as far as that was not done yet.
async fn look_up(ask: &Ask, open: &mut Open<'_>, form_page: &Page) -> Result<(), Fault> {
    let Some(doel) = open.service.inloggen.as_ref().and_then(|i| ask.app.doelen.get(&i.doel)) else { return Ok(()) };
    let (id, context) = (open.draft.id, ask.filling_in(open.draft.id));
    for unasked in intake::unasked(form_page, &open.facts(ask), context.actor.party_for(&open.service.name).as_ref()) {
        let asking = Asking { registers: &ask.app.registers, access: &ask.app.access, context: &context, doel };
        let learned = intake::look_up(asking, unasked).await;
        open.draft.known.learn(learned.clone());
        let parts = Arc::new((open.browser.clone(), learned));
        let work = ask.write(context.clone(), move |op| {
            let parts = parts.clone();
            Box::pin(async move { intake::learn(op, id, &parts.0, &parts.1).await })
        });
        work.await?;
    }
    Ok(())
}

/// Does this page hold what decides which organisation is competent?
fn decides_who(service: &ServiceDefinition, form_page: &Page) -> bool {
    let kind = match service.bevoegd {
        Bevoegd::Plaats => QuestionKind::Place,
        Bevoegd::Adres => QuestionKind::Address,
        Bevoegd::Keuze => QuestionKind::Organisatie,
        // What a register says decides: on whichever page.
        Bevoegd::Woonplaats | Bevoegd::Vestiging => return true,
    };
    form_page.question.iter().any(|q| q.kind == kind)
}

fn is_hosted(ask: &Ask, open: &Open<'_>) -> bool {
    let place = intake::competent(open.service, &open.facts(ask));
    place.is_ok_and(|place| open.service.overlay(&place.organisatie.code).is_some())
}

/// One page as it is asked now.
struct Asked {
    /// Which page, from 0.
    at: usize,
    answers: Answers,
    faults: Vec<FieldFault>,
    /// From the check page, and back to it.
    changing: bool,
    /// The list that gets another row.
    more: String,
}

fn render(ask: &Ask, open: &Open<'_>, asked: Asked) -> Response {
    let Asked { at, answers, faults, changing, more } = asked;
    let service = open.service;
    let form_page = &service.pages[at];
    let id = open.draft.id;
    let mut f = ask.frame(form_page.title.get(ask.language));
    f.path = format!("/formulier/{id}/{}", form_page.id);
    f.ask_path = vraag::about(ask.app.catalogue.product(&service.upl), None);
    f.faults = faults;
    f.labels = form_page.question.iter().map(|q| (q.id.clone(), q.label.get(ask.language).to_owned())).collect();
    let back = match open.neighbour(ask, at, false) {
        _ if changing => ask.url(&format!("/formulier/{id}/{CHECK}")),
        Some(before) => ask.url(&format!("/formulier/{id}/{}", before.id)),
        None => ask.url(&format!("/product/{}", ask.app.catalogue.product(&service.upl).map_or("", |p| p.slug.as_str()))),
    };
    for question in &form_page.question {
        f.labels.extend(own_labels(&f, question));
    }
    let facts = open.facts_with(ask, &answers);
    // Pages on which nothing is asked of her are no steps; the last step is to read it all back.
    let steps = |pages: &[Page]| pages.iter().filter(|page| intake::is_page_asked(page, &facts)).count() + 1;
    let (step_at, steps) = (steps(&service.pages[..at]), steps(&service.pages));
    let more_steps = intake::may_grow(&service.pages[at..], &facts);
    let asked = form_page.question.iter().filter(|q| intake::is_asked(q, &facts));
    let fields = asked.map(|q| field((service, q), &more, &facts, &f)).collect();
    let map = ask.app.map.as_ref().filter(|_| form_page.question.iter().any(|q| q.kind == QuestionKind::Place));
    let mut response = page(
        f.status(),
        &FormPage {
            service: &service.text(ask.language).title,
            step: step_in_words(ask, (step_at, steps), more_steps),
            at: step_at,
            of: steps,
            back,
            action: ask.url(&format!("/formulier/{id}/{}", form_page.id)),
            changing,
            fields,
            map,
            f,
        },
    );
    if map.is_some() {
        response.headers_mut().insert("content-security-policy", ask.app.map_csp.clone());
    }
    response
}

/// `Stap 2 van 5`; `Stap 2 van 5 of meer` where an answer that is still to come may lead to more questions.
fn step_in_words(ask: &Ask, (at, of): (usize, usize), or_more: bool) -> String {
    let key = if or_more { "form-step-or-more" } else { "form-step" };
    texts::text_with(ask.language, key, &[("step", &at.to_string()), ("of", &of.to_string())])
}

/// There is danger now: the phone goes first; whoever has called may go on.
pub(crate) async fn danger(ask: Ask, At(id): At<Uuid>, Query(query): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let open = open(&ask, id).await?;
    let pages = &open.service.pages;
    let at = pages.iter().position(|p| p.question.iter().any(|q| q.kind == QuestionKind::Danger)).unwrap_or(0);
    let changing = query.contains_key(CHANGING);
    let back = pages.get(at).map_or(CHECK, |p| p.id.as_str());
    // What else stands on that page must be answered first.
    let complete = pages.get(at).is_none_or(|p| intake::check_page(p, &open.facts(&ask)).is_empty());
    let on = match open.neighbour(&ask, at, true).filter(|_| !changing) {
        _ if !complete => back,
        next => next.map_or(CHECK, |p| p.id.as_str()),
    };
    let at = |page: &str| ask.url(&format!("/formulier/{id}/{page}{}", if changing && page != CHECK { "?wijzig=1" } else { "" }));
    let page_of = DangerPage { f: ask.frame(ask.text("danger-title")), on: at(on), back: at(back) };
    Ok(page(StatusCode::OK, &page_of))
}

/// The organisation that is competent doesn't take it here: to its own place.
pub(crate) async fn elsewhere(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let open = open(&ask, id).await?;
    if let Some(there) = handover::elsewhere(&ask, open.service) {
        return Ok(there);
    }
    let back = open.service.pages.iter().find(|p| decides_who(open.service, p));
    let back = ask.url(&format!("/formulier/{id}/{}", back.map_or(CHECK, |p| p.id.as_str())));
    let place = intake::competent(open.service, &open.facts(&ask)).map_err(|faults| ask.fault(Error::Invalid(faults)))?;
    let by_register = open.draft.known.values.keys().any(|concept| concept.ends_with(".adres"));
    let change = match open.service.bevoegd {
        Bevoegd::Woonplaats | Bevoegd::Vestiging if by_register => Change::Home,
        Bevoegd::Woonplaats | Bevoegd::Vestiging | Bevoegd::Adres => Change::Address,
        Bevoegd::Plaats | Bevoegd::Keuze => Change::Place(vec![]),
    };
    Ok(not_here(&ask, place.organisatie, Back { what: &open.service.text(ask.language).noun, to: back, change }))
}
