//! Ask a person: a question that somebody owns, and its thread.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{form::not_here, topics::capital, zaak::message},
};
use access::{Browser, FieldFault, Purpose};
use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use catalogue::{Hosted, Organisatie, Place, Product};
use right_door::{MAX_VRAAG, NewVraag, Stand, Vraag, VraagView};
use std::collections::HashMap;
use uuid::Uuid;
use values::{Email, Id, Oin, Postcode, UplName, mask_elfproef};

#[derive(Template)]
#[template(path = "vraag.html")]
struct VraagForm {
    f: Frame,
    id: Uuid,
    product: Option<(String, String)>,
    text: String,
    place: String,
    email: String,
}

#[derive(Template)]
#[template(path = "thread.html")]
struct Thread {
    f: Frame,
    first: bool,
    number: String,
    organisatie: String,
    received: String,
    promise: String,
    waiting: bool,
    closed: bool,
    product: Option<String>,
    forwarded: Vec<String>,
    messages: Vec<(bool, String, String)>,
    words: Vec<String>,
    follow: String,
    value: String,
}

fn purpose() -> Purpose {
    Purpose::new("vraag beantwoorden", "AVG artikel 6 lid 1 e; Awb artikel 2:3")
}

fn product_named<'a>(ask: &'a Ask, slug: &str) -> Option<&'a Product> {
    ask.app.catalogue.product_at(slug)
}

/// What a product is called on its page.
fn title(ask: &Ask, product: &Product) -> String {
    let service = ask.app.catalogue.service_for(product);
    service.map_or_else(|| product.name.to_string(), |s| s.text(ask.language).title.clone())
}

fn product_title(ask: &Ask, name: &str) -> String {
    let product = UplName::parse(name).ok().and_then(|name| ask.app.catalogue.product(&name));
    product.map_or_else(|| name.to_owned(), |product| title(ask, product))
}

/// The empty form, with the product at hand.
pub(crate) async fn form(ask: Ask, Query(query): Query<HashMap<String, String>>) -> Response {
    let product = query.get("product").and_then(|slug| product_named(&ask, slug));
    render(&ask, Uuid::now_v7(), product, &Fields(vec![]), vec![])
}

fn render(ask: &Ask, id: Uuid, product: Option<&Product>, fields: &Fields, faults: Vec<FieldFault>) -> Response {
    let mut f = ask.frame(ask.text("vraag-title"));
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    f.faults = faults;
    let keep = |name: &str| mask_elfproef(fields.get(name));
    let response = page(
        status,
        &VraagForm {
            f,
            id,
            product: product.map(|p| (p.slug.clone(), title(ask, p))),
            text: keep("bericht"),
            place: keep("plaats"),
            email: keep("email"),
        },
    );
    // Before anything is sent, so that a double click comes from one browser.
    ask.remember(response)
}

/// The municipality of a postcode or name, as it was typed.
fn gemeente<'a>(ask: &'a Ask, typed: &str) -> Result<&'a Organisatie, FieldFault> {
    let fault = |fault| FieldFault::new("plaats", fault);
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(fault("fault-place-needed"));
    }
    let by_name = || ask.app.catalogue.gemeente_named(typed);
    let by_postcode = || {
        let postcode = Postcode::parse(typed).ok();
        ask.app.catalogue.gemeente(&Place { postcode, gemeente: None }).map(|(gemeente, _)| gemeente)
    };
    by_postcode().or_else(by_name).ok_or_else(|| fault("fault-place-unknown"))
}

/// Takes the question from the answer page along, or receives the form.
pub(crate) async fn send(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    let product = product_named(&ask, fields.get("product"));
    if fields.get("stap") == "begin" {
        return Ok(render(&ask, Uuid::now_v7(), product, &fields, vec![]));
    }
    let id = Uuid::parse_str(fields.get("id")).unwrap_or_else(|_| Uuid::now_v7());
    let text = message(&fields, MAX_VRAAG);
    let place = gemeente(&ask, fields.get("plaats"));
    let email = match fields.get("email").trim() {
        "" => Ok(None),
        typed => Email::parse(typed).map(Some).map_err(|_| FieldFault::new("email", "fault-email")),
    };
    let (text, place, email) = match (text, place, email) {
        (Ok(text), Ok(place), Ok(email)) => (text, place, email),
        (text, place, email) => {
            let faults = [text.err().map(|(_, fault)| fault), place.err(), email.err()].into_iter().flatten().collect();
            return Ok(render(&ask, id, product, &fields, faults));
        }
    };
    let Some(hosted) = ask.app.catalogue.hosted_with_code(&place.code) else {
        let kept = ["product", "bericht", "email"].map(|name| (name, mask_elfproef(fields.get(name))));
        return Ok(not_here(&ask, place, ask.url("/vraag"), kept.to_vec()));
    };
    let browser = ask.browser.clone().unwrap_or_else(|| Browser::new(ask.app.access.keys()));
    let new = NewVraag {
        id: Id::from(id),
        tekst: text,
        email,
        product: product.map(|p| p.name.clone()),
        taal: ask.language,
        browser: browser.clone(),
        portal: ask.app.site.portal.clone(),
    };
    match put(&ask, new, hosted).await {
        Ok(_) => Ok(ask.go_with(&format!("/vraag/{id}"), &browser)),
        Err(error) => Err(ask.fault(error)),
    }
}

async fn put(ask: &Ask, new: NewVraag, hosted: &Hosted) -> access::Result<Vraag> {
    let (app, hosted) = (ask.app.clone(), hosted.clone());
    let context = ask.holder(new.id.uuid(), hosted.oin.clone(), purpose());
    let work = ask.app.access.write(context, move |op| {
        let (app, new, hosted) = (app.clone(), new.clone(), hosted.clone());
        Box::pin(async move { right_door::ask(op, &new, &hosted, &app.calendar).await })
    });
    work.await
}

/// The receipt, for the browser that asked.
pub(crate) async fn receipt(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let (id, browser) = (Id::from(id), ask.browser()?);
    let whose = ask.app.access.read(ask.public(), move |op| {
        let browser = browser.clone();
        Box::pin(async move { right_door::organisation_of(op, id, &browser).await })
    });
    let of = whose.await.map_err(|e| ask.fault(e))?;
    let view = look(&ask, id, of).await?;
    Ok(render_thread(&ask, &view, Shown { path: ask.path.clone(), first: true, wrong: None }))
}

async fn look(ask: &Ask, id: Id<Vraag>, of: Oin) -> Result<VraagView, Fault> {
    let context = ask.holder(id.uuid(), of, purpose());
    let work = ask.app.access.write(context, move |op| Box::pin(async move { right_door::look(op, id).await }));
    work.await.map_err(|e| ask.fault(e))
}

/// The thread, for who holds the code.
pub(crate) async fn thread(
    ask: &Ask,
    id: Id<Vraag>,
    of: Oin,
    code: &str,
    wrong: Option<(String, FieldFault)>,
) -> Result<Response, Fault> {
    let view = look(ask, id, of).await?;
    let (path, first) = (format!("/volgen/{code}"), false);
    Ok(render_thread(ask, &view, Shown { path, first, wrong }))
}

/// That it was sent on, from whom to whom and when.
pub(crate) fn sent_on(ask: &Ask, d: &right_door::Doorzending) -> String {
    let name = |oin: &Oin| right_door::name_of(&ask.app.catalogue, oin, ask.language);
    let (from, to, when) = (name(&d.van), name(&d.naar), texts::moment(d.doorgezonden_op, ask.language));
    texts::text_with(ask.language, "thread-forwarded", &[("from", &from), ("to", &to), ("when", &when)])
}

/// How a thread is shown.
struct Shown {
    path: String,
    /// As the receipt, right after it was asked.
    first: bool,
    /// A text that could not be added, and why.
    wrong: Option<(String, FieldFault)>,
}

fn render_thread(ask: &Ask, view: &VraagView, shown: Shown) -> Response {
    let Shown { path, first, wrong } = shown;
    let language = ask.language;
    let vraag = &view.vraag;
    let mut f = ask.frame(ask.text(if first { "vraag-receipt-title" } else { "thread-title" }));
    f.path = path;
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let value = wrong.map(|(value, fault)| {
        f.faults = vec![fault];
        value
    });
    let (words, link) = view.code().map(|c| (c.words(), c.link())).unwrap_or_default();
    let owner = capital(&right_door::name_of(&ask.app.catalogue, &vraag.organisatie, language));
    let date = texts::date(vraag.antwoord_voor, language);
    let messages = view.berichten.iter().map(|b| (b.van_organisatie, texts::moment(b.op, language), b.tekst.clone()));
    page(
        status,
        &Thread {
            first,
            number: vraag.nummer.clone(),
            promise: texts::text_with(language, "thread-date-text", &[("name", &owner), ("date", &date)]),
            organisatie: owner,
            received: texts::moment(vraag.eerst_ontvangen_op, language),
            waiting: vraag.stand == Stand::Open,
            closed: vraag.stand == Stand::Gesloten,
            product: vraag.product.as_deref().map(|name| product_title(ask, name)),
            forwarded: view.doorzendingen.iter().map(|d| sent_on(ask, d)).collect(),
            messages: messages.collect(),
            words,
            follow: ask.url(&format!("/volgen/{link}")),
            value: value.unwrap_or_default(),
            f,
        },
    )
}
