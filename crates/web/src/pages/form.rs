//! A form, one page at a time: begin, ask, keep whatever was typed, go on when it is right.
use crate::{
    App,
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{paper::organisation_link, topics::capital},
};
use access::{Browser, Error, FieldFault};
use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use catalogue::{Organisatie, Page, Question, QuestionKind, ServiceDefinition};
use intake::{Answers, Draft, DraftFile};
use std::collections::HashMap;
use uuid::Uuid;
use values::Language;

/// The address of the page on which everything is read back.
pub(crate) const CHECK: &str = "controle";

/// A field as the template shows it.
pub(crate) struct Field<'a> {
    pub question: &'a Question,
    pub id: &'a str,
    pub label: &'a str,
    pub hint: &'a str,
    pub why: &'a str,
    pub value: String,
    pub fault: Option<String>,
    pub options: Vec<(&'a str, &'a str, bool)>,
    /// Further fields of a place or contact, by name.
    pub parts: HashMap<&'static str, String>,
}

impl Field<'_> {
    pub fn kind(&self) -> &'static str {
        match self.question.kind {
            QuestionKind::Choice => "choice",
            QuestionKind::Prose => "prose",
            QuestionKind::Danger => "danger",
            QuestionKind::Place => "place",
            QuestionKind::Photo => "photo",
            QuestionKind::Contact => "contact",
        }
    }

    pub fn part(&self, name: &str) -> &str {
        self.parts.get(name).map_or("", String::as_str)
    }
}

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
    photo_action: String,
    changing: bool,
    fields: Vec<Field<'a>>,
    photos: &'a [DraftFile],
    room_for_photos: bool,
}

#[derive(Template)]
#[template(path = "danger.html")]
struct DangerPage {
    f: Frame,
    on: String,
    back: String,
}

#[derive(Template)]
#[template(path = "elsewhere.html")]
struct ElsewherePage {
    f: Frame,
    website: Option<String>,
    back: String,
    /// What was typed, to take along to another place: name and text.
    kept: Vec<(&'static str, String)>,
}

/// A draft with its service.
pub(crate) struct Open<'a> {
    pub draft: Draft,
    pub service: &'a ServiceDefinition,
    pub browser: Browser,
}

/// Opens the draft of this browser.
pub(crate) async fn open<'a>(ask: &'a Ask, id: Uuid) -> Result<Open<'a>, Fault> {
    let browser = ask.browser()?;
    let secret = browser.clone();
    let work = ask.app.access.read(ask.filling_in(id), move |op| {
        let secret = secret.clone();
        Box::pin(async move {
            match intake::open(op, id, &secret).await {
                Err(Error::NotFound) if intake::was_sent(op, id, &secret).await? => Ok(None),
                opened => opened.map(Some),
            }
        })
    });
    // Whoever goes back after sending sees the receipt.
    let to_receipt = || ask.fault(Error::NotFound).to(&format!("/bewijs/{id}"));
    let draft = work.await.map_err(|e| ask.fault(e))?.ok_or_else(to_receipt)?;
    let service = ask.app.catalogue.service(&draft.service).ok_or_else(|| ask.fault(Error::NotFound))?;
    Ok(Open { draft, service, browser })
}

/// Begins: makes a draft and gives the browser its secret. A text from the question box comes along.
pub(crate) async fn begin(ask: Ask, At(name): At<String>, fields: Fields) -> Result<Response, Fault> {
    let service = ask.app.catalogue.service(&name).ok_or_else(|| ask.fault(Error::NotFound))?;
    let browser = ask.browser.clone().unwrap_or_else(|| Browser::new(ask.app.access.keys()));
    let (id, mut answers) = (Uuid::now_v7(), Answers::default());
    if let Some(question) = service.questions().find(|q| q.kind == QuestionKind::Prose) {
        answers.put(&question.id, fields.get("vraag"));
    }
    let first = service.pages.first().map_or(CHECK, |p| p.id.as_str()).to_owned();
    let (secret, app) = (browser.clone(), ask.app.clone());
    let work = ask.app.access.write(ask.filling_in(id), move |op| {
        let (secret, answers, app, name) = (secret.clone(), answers.clone(), app.clone(), name.clone());
        Box::pin(async move {
            let service = app.catalogue.service(&name).ok_or(Error::NotFound)?;
            intake::begin(op, id, service, &secret, &answers).await
        })
    });
    work.await.map_err(|e| ask.fault(e))?;
    Ok(ask.go_with(&format!("/formulier/{id}/{first}"), &browser))
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
    Ok(render(&ask, &open, Asked { at, answers, faults: vec![], changing: query.contains_key("wijzig") }))
}

/// Keeps the answers of a page; goes on when they are right, shows them again with what is wrong when not.
pub(crate) async fn save(ask: Ask, At((id, name)): At<(Uuid, String)>, fields: Fields) -> Result<Response, Fault> {
    let open = open(&ask, id).await?;
    let (at, form_page) = page_at(&ask, open.service, &name)?;
    let answers = Answers::of_page(form_page, &fields.0);
    let (secret, kept) = (open.browser.clone(), answers.clone());
    let work = ask.app.access.write(ask.filling_in(id), move |op| {
        let (secret, kept) = (secret.clone(), kept.clone());
        Box::pin(async move { intake::save(op, id, &secret, &kept).await })
    });
    work.await.map_err(|e| ask.fault(e))?;
    let changing = !fields.get("wijzig").is_empty();
    let has = |kind| form_page.question.iter().find(|q| q.kind == kind);
    if has(QuestionKind::Danger).is_some_and(|q| answers.get(&q.id) == "ja") {
        return Ok(ask.go(&format!("/formulier/{id}/gevaar{}", if changing { "?wijzig=1" } else { "" })));
    }
    let faults = intake::check_page(form_page, &answers, &ask.app.catalogue);
    if !faults.is_empty() {
        return Ok(render(&ask, &open, Asked { at, answers, faults, changing }));
    }
    if has(QuestionKind::Place).is_some() && !is_hosted(&ask.app, open.service, &answers) {
        return Ok(ask.go(&format!("/formulier/{id}/elders")));
    }
    let next = open.service.pages.get(at + 1).filter(|_| !changing).map_or(CHECK, |p| p.id.as_str());
    Ok(ask.go(&format!("/formulier/{id}/{next}")))
}

fn is_hosted(app: &App, service: &ServiceDefinition, answers: &Answers) -> bool {
    intake::place(answers, &app.catalogue).is_ok_and(|place| service.overlay(&place.gemeente.code).is_some())
}

/// One page as it is asked now.
struct Asked {
    /// Which page, from 0.
    at: usize,
    answers: Answers,
    faults: Vec<FieldFault>,
    /// From the check page, and back to it.
    changing: bool,
}

/// The page of the photos once more, with what is wrong with the one that was chosen.
pub(crate) fn photo_again(ask: &Ask, open: &Open<'_>, faults: Vec<FieldFault>) -> Result<Response, Fault> {
    let pages = &open.service.pages;
    let at = pages.iter().position(|p| p.question.iter().any(|q| q.kind == QuestionKind::Photo));
    let at = at.ok_or_else(|| ask.fault(Error::NotFound))?;
    Ok(render(ask, open, Asked { at, answers: open.draft.answers.clone(), faults, changing: false }))
}

fn render(ask: &Ask, open: &Open<'_>, asked: Asked) -> Response {
    let Asked { at, answers, faults, changing } = asked;
    let service = open.service;
    let form_page = &service.pages[at];
    let id = open.draft.id;
    let mut f = ask.frame(form_page.title.get(ask.language));
    f.path = format!("/formulier/{id}/{}", form_page.id);
    f.ask_path = format!("/vraag?product={}", ask.app.catalogue.product(&service.upl).map_or("", |p| p.slug.as_str()));
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    f.faults = faults;
    f.labels = form_page.question.iter().map(|q| (q.id.clone(), q.label.get(ask.language).to_owned())).collect();
    let back = match at.checked_sub(1).and_then(|before| service.pages.get(before)) {
        _ if changing => ask.url(&format!("/formulier/{id}/{CHECK}")),
        Some(before) => ask.url(&format!("/formulier/{id}/{}", before.id)),
        None => ask.url(&format!("/product/{}", ask.app.catalogue.product(&service.upl).map_or("", |p| p.slug.as_str()))),
    };
    let most = form_page.question.iter().find(|q| q.kind == QuestionKind::Photo).and_then(|q| q.max).unwrap_or(0);
    let step = texts::text_with(
        ask.language,
        "form-step",
        &[("step", &(at + 1).to_string()), ("of", &(service.pages.len() + 1).to_string())],
    );
    let fields = form_page.question.iter().map(|q| field(q, &answers, &f)).collect();
    page(
        status,
        &FormPage {
            service: &service.text(ask.language).title,
            step,
            at: at + 1,
            of: service.pages.len() + 1,
            back,
            action: ask.url(&format!("/formulier/{id}/{}", form_page.id)),
            photo_action: ask.url(&format!("/formulier/{id}/bijlage")),
            changing,
            fields,
            photos: &open.draft.files,
            room_for_photos: (open.draft.files.len() as u64) < most,
            f,
        },
    )
    .into_response()
}

fn field<'a>(question: &'a Question, answers: &Answers, f: &Frame) -> Field<'a> {
    let language = f.language;
    let value = answers.get(&question.id).to_owned();
    let of = |c: &'a catalogue::Choice| if language == Language::Nl { c.nl.as_str() } else { c.en.as_str() };
    let parts = ["postcode", "huisnummer", "straat", "gemeente", "naam", "email", "telefoon"];
    Field {
        id: &question.id,
        label: question.label.get(language),
        hint: question.hint.as_ref().map_or("", |h| h.get(language)),
        why: question.why.get(language),
        fault: f.fault_at(&question.id),
        options: question.options.iter().map(|c| (c.id.as_str(), of(c), c.id == value)).collect(),
        parts: parts.into_iter().map(|p| (p, answers.get(p).to_owned())).collect(),
        value,
        question,
    }
}

/// There is danger now: the phone goes first; whoever has called may go on.
pub(crate) async fn danger(ask: Ask, At(id): At<Uuid>, Query(query): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let open = open(&ask, id).await?;
    let pages = &open.service.pages;
    let at = pages.iter().position(|p| p.question.iter().any(|q| q.kind == QuestionKind::Danger)).unwrap_or(0);
    let changing = query.contains_key("wijzig");
    let back = pages.get(at).map_or(CHECK, |p| p.id.as_str());
    // What else stands on that page must be answered first.
    let complete = pages.get(at).is_none_or(|p| intake::check_page(p, &open.draft.answers, &ask.app.catalogue).is_empty());
    let on = match pages.get(at + 1).filter(|_| !changing) {
        _ if !complete => back,
        next => next.map_or(CHECK, |p| p.id.as_str()),
    };
    let at = |page: &str| ask.url(&format!("/formulier/{id}/{page}{}", if changing && page != CHECK { "?wijzig=1" } else { "" }));
    let page_of = DangerPage { f: ask.frame(ask.text("danger-title")), on: at(on), back: at(back) };
    Ok(page(StatusCode::OK, &page_of))
}

/// The municipality doesn't take it here: to its own place.
pub(crate) async fn elsewhere(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let open = open(&ask, id).await?;
    let back = open.service.pages.iter().find(|p| p.question.iter().any(|q| q.kind == QuestionKind::Place));
    let back = ask.url(&format!("/formulier/{id}/{}", back.map_or(CHECK, |p| p.id.as_str())));
    let place = intake::place(&open.draft.answers, &ask.app.catalogue).map_err(|faults| ask.fault(Error::Invalid(faults)))?;
    Ok(not_here(&ask, place.gemeente, back, vec![]))
}

/// The page that leads to an organisation that takes nothing here.
pub(crate) fn not_here(ask: &Ask, gemeente: &Organisatie, back: String, kept: Vec<(&'static str, String)>) -> Response {
    let title = texts::text_with(ask.language, "elsewhere-title", &[("name", &capital(&gemeente.in_words(ask.language)))]);
    page(StatusCode::OK, &ElsewherePage { f: ask.frame(title), website: organisation_link(gemeente), back, kept })
}
