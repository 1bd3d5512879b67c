//! A form, one page at a time: ask, keep whatever was typed, go on when it is right.
use crate::{
    Map,
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{paper::organisation_link, topics::capital},
};
use access::{Browser, Error, FieldFault, Party};
use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use catalogue::{Bevoegd, Organisatie, Page, Question, QuestionKind, ServiceDefinition};
use intake::{Answers, Asking, Draft, DraftFile, Facts, KnownItem, KnownValue};
use registers::Kenteken;
use std::{collections::HashMap, sync::Arc};
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
    /// Id, text, and whether it is chosen.
    pub options: Vec<(String, String, bool)>,
    /// Further fields of a place, address, date or contact, by name.
    pub parts: HashMap<String, String>,
    /// What a register holds.
    pub known: Option<Shown>,
    /// The rows of a list.
    pub rows: Vec<Row>,
    /// The papers that answer it so far.
    pub files: Vec<(Uuid, String, bool)>,
    /// There is room for another.
    pub room: bool,
}

/// One row of a list: its number, and of each column the field, the label and what was typed.
pub(crate) struct Row {
    pub number: usize,
    pub cells: Vec<(String, String, String)>,
}

/// What a register holds, as the form shows it.
pub(crate) struct Shown {
    pub text: String,
    /// `uit de Basisregistratie Personen, 24 november 2026`
    pub source: String,
    /// The source holder doubts it.
    pub in_onderzoek: bool,
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
            QuestionKind::Known => "known",
            QuestionKind::Address => "address",
            QuestionKind::Date => "date",
            QuestionKind::People => "people",
            QuestionKind::Line | QuestionKind::Number | QuestionKind::Money | QuestionKind::Kenteken | QuestionKind::Rekening => {
                "line"
            }
            QuestionKind::Document => "document",
            QuestionKind::Organisatie => "choice",
            QuestionKind::List => "list",
        }
    }

    /// The label, with what a number counts, and that it may be left open.
    pub fn label_with(&self, f: &Frame) -> String {
        let unit = self.question.unit.as_ref().map(|unit| format!(" ({})", unit.get(f.language))).unwrap_or_default();
        let optional = if self.question.required { String::new() } else { format!(" {}", f.t("optional")) };
        format!("{}{unit}{optional}", self.label)
    }

    /// How wide the field is.
    pub fn width(&self) -> &'static str {
        match self.question.kind {
            QuestionKind::Number | QuestionKind::Money | QuestionKind::Kenteken => " jd-input--short",
            _ => "",
        }
    }

    /// The id of one of its fields.
    pub fn own(&self, part: &str) -> String {
        format!("{}-{part}", self.id)
    }

    pub fn part(&self, name: impl AsRef<str>) -> &str {
        self.parts.get(name.as_ref()).map_or("", String::as_str)
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
    photos: Vec<&'a DraftFile>,
    room_for_photos: bool,
    /// To point out a place on, where there is one.
    map: Option<&'a Map>,
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
    fn neighbour(&self, ask: &Ask, at: usize, onwards: bool) -> Option<&Page> {
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
            changing: query.contains_key("wijzig"),
            more: query.get("rij").cloned().unwrap_or_default(),
        },
    ))
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
    let mut open = open;
    open.draft.answers.take(&answers);
    look_up(&ask, &mut open, form_page).await?;
    look_up_vehicle(&ask, &mut open, form_page).await?;
    let faults = intake::check_page(form_page, &open.facts(&ask));
    if !faults.is_empty() {
        let answers = open.draft.answers.clone();
        return Ok(render(&ask, &open, Asked { at, answers, faults, changing, more: String::new() }));
    }
    if decides_who(open.service, form_page) && !is_hosted(&ask, &open) {
        return Ok(ask.go(&format!("/formulier/{id}/elders")));
    }
    // Another row of a list: the same page, with room for it.
    if !fields.get("rij").is_empty() {
        return Ok(ask.go(&format!("/formulier/{id}/{name}?rij={}#{}", fields.get("rij"), fields.get("rij"))));
    }
    let next = open.neighbour(&ask, at, true).filter(|_| !changing).map_or(CHECK, |p| p.id.as_str());
    Ok(ask.go(&format!("/formulier/{id}/{next}")))
}

/// Asks the BAG about an address that was typed on this page, when that was not done yet.
async fn look_up(ask: &Ask, open: &mut Open<'_>, form_page: &Page) -> Result<(), Fault> {
    let question = form_page.question.iter().find_map(|q| intake::address_question(q, &open.draft.answers));
    let doel = open.service.inloggen.as_ref().and_then(|i| ask.app.doelen.get(&i.doel));
    let (Some(question), Some(doel)) = (question, doel) else { return Ok(()) };
    let done = open.draft.known.addresses.get(&question.question);
    if done.is_some_and(|done| done.asked == question.key && done.found.is_some()) {
        return Ok(());
    }
    let context = ask.filling_in(open.draft.id);
    let asking = Asking { registers: &ask.app.registers, access: &ask.app.access, context: &context, doel };
    let lookup = intake::look_up(asking, &question).await;
    open.draft.known.addresses.insert(question.question.clone(), lookup.clone());
    let (id, secret, parts) = (open.draft.id, open.browser.clone(), Arc::new((question.question, lookup)));
    let work = ask.app.access.write(context.clone(), move |op| {
        let (secret, parts) = (secret.clone(), parts.clone());
        Box::pin(async move { intake::looked_up(op, id, &secret, &parts.0, &parts.1).await })
    });
    work.await.map_err(|e| ask.fault(e))
}

/// Asks the RDW about a number plate that was typed on this page, when that was not done yet.
async fn look_up_vehicle(ask: &Ask, open: &mut Open<'_>, form_page: &Page) -> Result<(), Fault> {
    let question = form_page.question.iter().find(|q| q.kind == QuestionKind::Kenteken);
    let doel = open.service.inloggen.as_ref().and_then(|i| ask.app.doelen.get(&i.doel));
    let (Some(question), Some(doel)) = (question, doel) else { return Ok(()) };
    let Ok(plate) = Kenteken::parse(open.draft.answers.get(&question.id)) else { return Ok(()) };
    let context = ask.filling_in(open.draft.id);
    let Some(Party::Person(bsn)) = context.actor.party() else { return Ok(()) };
    let done = open.draft.known.vehicles.get(&question.id);
    if done.is_some_and(|done| done.asked == plate.expose() && !done.away) {
        return Ok(());
    }
    let asking = Asking { registers: &ask.app.registers, access: &ask.app.access, context: &context, doel };
    let lookup = intake::look_up_vehicle(asking, &bsn, &plate).await;
    open.draft.known.vehicles.insert(question.id.clone(), lookup.clone());
    let (id, secret, parts) = (open.draft.id, open.browser.clone(), Arc::new((question.id.clone(), lookup)));
    let work = ask.app.access.write(context.clone(), move |op| {
        let (secret, parts) = (secret.clone(), parts.clone());
        Box::pin(async move { intake::vehicle_looked_up(op, id, &secret, &parts.0, &parts.1).await })
    });
    work.await.map_err(|e| ask.fault(e))
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

/// The page of a file once more, with what is wrong with the one that was chosen.
pub(crate) fn file_again(ask: &Ask, open: &Open<'_>, question: &Question, faults: Vec<FieldFault>) -> Result<Response, Fault> {
    let pages = &open.service.pages;
    let at = pages.iter().position(|p| p.question.iter().any(|q| q.id == question.id));
    let at = at.ok_or_else(|| ask.fault(Error::NotFound))?;
    Ok(render(ask, open, Asked { at, answers: open.draft.answers.clone(), faults, changing: false, more: String::new() }))
}

fn render(ask: &Ask, open: &Open<'_>, asked: Asked) -> Response {
    let Asked { at, answers, faults, changing, more } = asked;
    let service = open.service;
    let form_page = &service.pages[at];
    let id = open.draft.id;
    let mut f = ask.frame(form_page.title.get(ask.language));
    f.path = format!("/formulier/{id}/{}", form_page.id);
    f.ask_path = format!("/vraag?product={}", ask.app.catalogue.product(&service.upl).map_or("", |p| p.slug.as_str()));
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    f.faults = faults;
    f.labels = form_page.question.iter().map(|q| (q.id.clone(), q.label.get(ask.language).to_owned())).collect();
    let back = match open.neighbour(ask, at, false) {
        _ if changing => ask.url(&format!("/formulier/{id}/{CHECK}")),
        Some(before) => ask.url(&format!("/formulier/{id}/{}", before.id)),
        None => ask.url(&format!("/product/{}", ask.app.catalogue.product(&service.upl).map_or("", |p| p.slug.as_str()))),
    };
    let photo = form_page.question.iter().find(|q| q.kind == QuestionKind::Photo);
    let most = photo.and_then(|q| q.max).unwrap_or(0);
    let photos: Vec<_> = open.draft.files.iter().filter(|file| photo.is_some_and(|q| q.id == file.question)).collect();
    let step = texts::text_with(
        ask.language,
        "form-step",
        &[("step", &(at + 1).to_string()), ("of", &(service.pages.len() + 1).to_string())],
    );
    for question in &form_page.question {
        f.labels.extend(own_labels(&f, question));
    }
    let facts = open.facts_with(ask, &answers);
    let asked = form_page.question.iter().filter(|q| intake::is_asked(q, &facts));
    let fields =
        asked.map(|q| Field { rows: rows(q, &answers, more == q.id, ask.language), ..field((service, q), &facts, &f) }).collect();
    let map = ask.app.map.as_ref().filter(|_| form_page.question.iter().any(|q| q.kind == QuestionKind::Place));
    let mut response = page(
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
            room_for_photos: (photos.len() as u64) < most,
            photos,
            map,
            f,
        },
    );
    if map.is_some() {
        response.headers_mut().insert("content-security-policy", ask.app.map_csp.clone());
    }
    response
}

/// Labels of the fields of a question that are no question of their own.
fn own_labels(f: &Frame, question: &Question) -> Vec<(String, String)> {
    let label = question.label.get(f.language).to_owned();
    match question.kind {
        QuestionKind::Date => vec![(format!("{}-dag", question.id), label)],
        QuestionKind::Known => vec![(format!("{}-anders", question.id), f.t("form-differs-label"))],
        QuestionKind::List => (1..=20)
            .flat_map(|row| {
                question.column.iter().map(move |c| (intake::cell(question, row, &c.id), c.label.get(f.language).to_owned()))
            })
            .collect(),
        _ => vec![],
    }
}

fn field<'a>((service, question): (&ServiceDefinition, &'a Question), facts: &Facts<'_>, f: &Frame) -> Field<'a> {
    let (language, answers) = (f.language, facts.answers);
    let value = answers.get(&question.id).to_owned();
    let of = |c: &'a catalogue::Choice| if language == Language::Nl { c.nl.clone() } else { c.en.clone() };
    let known = facts.known.value(&question.concept).filter(|_| question.kind == QuestionKind::Known);
    let options = match question.kind {
        QuestionKind::People => people(question, facts, language),
        QuestionKind::Address => addresses(question, facts),
        QuestionKind::Organisatie => organisations(service, facts, (language, &value)),
        _ => question.options.iter().map(|c| (c.id.clone(), of(c), c.id == value)).collect(),
    };
    let named = ["postcode", "huisnummer", "huisletter", "toevoeging", "straat", "gemeente", "punt", "naam", "email", "telefoon"];
    let own = ["dag", "maand", "jaar", "anders"].map(|part| format!("{}-{part}", question.id));
    Field {
        id: &question.id,
        label: question.label.get(language),
        hint: question.hint.as_ref().map_or("", |h| h.get(language)),
        why: question.why.get(language),
        fault: f.fault_at(&question.id),
        options,
        parts: named.iter().map(|p| (*p).to_owned()).chain(own).map(|p| (p.clone(), answers.get(&p).to_owned())).collect(),
        known: known.map(|value| Shown {
            text: value.text(language).to_owned(),
            source: source(value, facts, f),
            in_onderzoek: value.in_onderzoek,
        }),
        rows: vec![],
        files: files(question, facts.files),
        room: (facts.files.iter().filter(|file| file.question == question.id).count() as u64) < question.max.unwrap_or(1),
        value,
        question,
    }
}

/// The papers that answer a question: id, name, and whether it waits for the virus scanner.
fn files(question: &Question, all: &[DraftFile]) -> Vec<(Uuid, String, bool)> {
    let own = all.iter().filter(|file| file.question == question.id);
    own.map(|file| (file.id, file.titel.clone(), file.waits())).collect()
}

/// The rows of a list that were filled in, and an empty one when there is none or another was asked.
fn rows(question: &Question, answers: &Answers, more: bool, language: Language) -> Vec<Row> {
    if question.kind != QuestionKind::List {
        return vec![];
    }
    let mut numbers = intake::filled_rows(question, answers);
    let next = numbers.last().map_or(1, |last| last + 1);
    if (numbers.is_empty() || more) && next as u64 <= question.max.unwrap_or(5) {
        numbers.push(next);
    }
    let cells = |row: usize| {
        let one = |column: &catalogue::Column| {
            let field = intake::cell(question, row, &column.id);
            let typed = answers.get(&field).to_owned();
            (field, column.label.get(language).to_owned(), typed)
        };
        question.column.iter().map(one).collect()
    };
    numbers.into_iter().map(|number| Row { number, cells: cells(number) }).collect()
}

/// The organisations that take this service here, where one must choose.
fn organisations(
    service: &ServiceDefinition,
    facts: &Facts<'_>,
    (language, chosen): (Language, &str),
) -> Vec<(String, String, bool)> {
    let named = |code: &str| Some(capital(&facts.catalogue.organisatie_with_code(code)?.in_words(language)));
    service.offered_by().filter_map(|code| Some((code.to_owned(), named(code)?, code == chosen))).collect()
}

/// Where a value comes from: `uit de Basisregistratie Personen, 24 november 2026`.
fn source(value: &KnownValue, facts: &Facts<'_>, f: &Frame) -> String {
    let day = facts.known.asked_at.map(|at| texts::day(values::dutch_date(at), f.language)).unwrap_or_default();
    texts::text_with(f.language, &format!("source-{}", value.bron), &[("date", &day)])
}

/// Who can be ticked: herself at first.
fn people(question: &Question, facts: &Facts<'_>, language: Language) -> Vec<(String, String, bool)> {
    let ticked: Vec<_> = facts.answers.ticked(&question.id).collect();
    let list = facts.known.value(&question.concept).map(|value| value.items.as_slice()).unwrap_or_default();
    let first = |at: usize| ticked.is_empty() && at == 0;
    let one = |(at, item): (usize, &KnownItem)| {
        (item.id.clone(), item.text(language).to_owned(), first(at) || ticked.contains(&item.id.as_str()))
    };
    list.iter().enumerate().map(one).collect()
}

/// The addresses to choose from, when there are more with what was typed.
fn addresses(question: &Question, facts: &Facts<'_>) -> Vec<(String, String, bool)> {
    let asked = intake::address_question(question, facts.answers);
    let lookup = facts.known.addresses.get(&question.id).filter(|lookup| asked.is_some_and(|asked| asked.key == lookup.asked));
    let found = lookup.and_then(|lookup| lookup.found.as_deref()).filter(|found| found.len() > 1).unwrap_or_default();
    let chosen = facts.answers.get(&question.id);
    found.iter().map(|address| (address.id.clone(), address.text.clone(), address.id == chosen)).collect()
}

/// There is danger now: the phone goes first; whoever has called may go on.
pub(crate) async fn danger(ask: Ask, At(id): At<Uuid>, Query(query): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let open = open(&ask, id).await?;
    let pages = &open.service.pages;
    let at = pages.iter().position(|p| p.question.iter().any(|q| q.kind == QuestionKind::Danger)).unwrap_or(0);
    let changing = query.contains_key("wijzig");
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

/// The municipality doesn't take it here: to its own place.
pub(crate) async fn elsewhere(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let open = open(&ask, id).await?;
    let back = open.service.pages.iter().find(|p| decides_who(open.service, p));
    let back = ask.url(&format!("/formulier/{id}/{}", back.map_or(CHECK, |p| p.id.as_str())));
    let place = intake::competent(open.service, &open.facts(&ask)).map_err(|faults| ask.fault(Error::Invalid(faults)))?;
    Ok(not_here(&ask, place.organisatie, back, vec![]))
}

/// The page that leads to an organisation that takes nothing here.
pub(crate) fn not_here(ask: &Ask, gemeente: &Organisatie, back: String, kept: Vec<(&'static str, String)>) -> Response {
    let title = texts::text_with(ask.language, "elsewhere-title", &[("name", &capital(&gemeente.in_words(ask.language)))]);
    page(StatusCode::OK, &ElsewherePage { f: ask.frame(title), website: organisation_link(gemeente), back, kept })
}
