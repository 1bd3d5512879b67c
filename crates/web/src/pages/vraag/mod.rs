//! Ask a person: a question that somebody owns. Beside it its thread.
pub(crate) mod my_questions;
pub(crate) mod thread;

use self::thread::Opened;
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{
        wayfinding::elsewhere::{Back, Change, not_here},
        wayfinding::urgent::{Urgent, urgent},
        zaak::message,
    },
};
use access::{Context, Error, FieldFault, Purpose};
use askama::Template;
use axum::{extract::Query, response::Response};
use catalogue::{Hosted, Organisatie, OrganisatieSoort, Place, Product};
use right_door::{MAX_VRAAG, NewVraag, Soort, Vraag};
use std::{collections::HashMap, sync::Arc};
use uuid::Uuid;
use values::{Email, Id, Postcode, mask_elfproef};

#[derive(Template)]
#[template(path = "vraag.html")]
struct VraagForm {
    f: Frame,
    /// Whom to call instead of asking.
    urgent: Vec<Urgent>,
    /// Where she who is signed in finds it back, in words.
    kept: Option<&'static str>,
    id: Uuid,
    product: Option<(String, String)>,
    text: String,
    place: String,
    email: String,
}

pub(crate) fn purpose() -> Purpose {
    Purpose::new("vraag beantwoorden", "AVG artikel 6 lid 1 e; Awb artikel 2:3")
}

fn product_named<'a>(ask: &'a Ask, slug: &str) -> Option<&'a Product> {
    ask.app.catalogue.product_at(slug)
}

/// What a product is called on its page.
pub(crate) fn title(ask: &Ask, product: &Product) -> String {
    let service = ask.app.catalogue.service_for(product);
    service.map_or_else(|| product.name.to_string(), |s| s.text(ask.language).title.clone())
}

/// Where she who is signed in finds it back, as the key of a text: who acts for another person asks as nobody.
fn kept(ask: &Ask) -> Option<&'static str> {
    let session = ask.session.as_ref()?;
    let behalf = session.vertegenwoordiging().map(|_| "vraag-behalf");
    session.actor().own_party().map(|_| "vraag-mine").or(behalf)
}

/// The address of the form with this product and this organisation at hand.
pub(crate) fn about(product: Option<&Product>, of: Option<&Hosted>) -> String {
    let at_hand = [("product", product.map(|product| product.slug.as_str())), ("bij", of.map(|hosted| hosted.code.as_str()))];
    let at_hand: Vec<_> = at_hand.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?))).collect();
    format!("/vraag?{}", at_hand.join("&"))
}

/// The empty form, with the product and the municipality at hand (`bij`: its code).
pub(crate) async fn form(ask: Ask, Query(query): Query<HashMap<String, String>>) -> Response {
    let product = query.get("product").and_then(|slug| product_named(&ask, slug));
    let named = query.get("bij").and_then(|code| ask.app.catalogue.organisatie_with_code(code));
    let gemeente = named.filter(|organisatie| organisatie.soort == OrganisatieSoort::Gemeente);
    let known = gemeente.map(|gemeente| ("plaats".to_owned(), gemeente.naam.clone()));
    render(&ask, Uuid::now_v7(), product, &Fields(known.into_iter().collect()), vec![])
}

fn render(ask: &Ask, id: Uuid, product: Option<&Product>, fields: &Fields, faults: Vec<FieldFault>) -> Response {
    let mut f = ask.frame(ask.text("vraag-title"));
    f.faults = faults;
    f.labels = vec![("bericht".into(), ask.text("vraag-label"))];
    let keep = |name: &str| mask_elfproef(fields.get(name));
    let response = page(
        f.status(),
        &VraagForm {
            kept: kept(ask),
            urgent: urgent(ask, fields.get("bericht")),
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
    let email = email(&fields);
    let (text, place, email) = match (text, place, email) {
        (Ok(text), Ok(place), Ok(email)) => (text, place, email),
        (text, place, email) => {
            let faults = [text.err().map(|(_, fault)| fault), place.err(), email.err()].into_iter().flatten().collect();
            return Ok(render(&ask, id, product, &fields, faults));
        }
    };
    let Some(hosted) = ask.app.catalogue.hosted_with_code(&place.code) else {
        let kept = ["product", "bericht", "email"].map(|name| (name, mask_elfproef(fields.get(name))));
        let (what, to) = (&ask.text("noun-vraag"), ask.url("/vraag"));
        return Ok(not_here(&ask, place, Back { what, to, change: Change::Place(kept.to_vec()) }));
    };
    let browser = ask.browser_or_new();
    let new = NewVraag {
        id: Id::from(id),
        soort: Soort::Vraag,
        tekst: text,
        naam: None,
        email,
        product: product.map(|p| p.name.clone()),
        taal: ask.language,
        browser: browser.clone(),
        portal: ask.app.site.portal.clone(),
    };
    put(&ask, ask.asker(new.id.uuid(), hosted.oin.clone(), purpose()), new, hosted).await?;
    Ok(ask.go_with(&format!("/vraag/{id}"), &browser))
}

/// Where an answer may be announced, when that was filled in.
pub(crate) fn email(fields: &Fields) -> Result<Option<Email>, FieldFault> {
    match fields.get("email").trim() {
        "" => Ok(None),
        typed => Email::parse(typed).map(Some).map_err(|_| FieldFault::new("email", "fault-email")),
    }
}

/// Asks it of this organisation, in the name of this context; a second time it is the same question.
pub(crate) async fn put(ask: &Ask, context: Context, new: NewVraag, hosted: &Hosted) -> Result<Vraag, Fault> {
    let (app, hosted) = (ask.app.clone(), hosted.clone());
    let parts = Arc::new((app, new, hosted));
    let put = || {
        let parts = parts.clone();
        ask.app.access.write(context.clone(), move |op| {
            let parts = parts.clone();
            Box::pin(async move { right_door::ask(op, &parts.1, &parts.2, &parts.0.calendar).await })
        })
    };
    // A double click: of two at once the second finds what the first asked.
    let came = match put().await {
        Err(Error::Conflict(_)) => put().await,
        came => came,
    };
    came.map_err(|e| ask.fault(e))
}

/// The receipt, for the browser that asked; for who is signed in, when it is hers.
pub(crate) async fn receipt(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let (id, browser) = (Id::from(id), ask.browser_or_new());
    let asking = ask.asker(id.uuid(), ask.app.site.operator.clone(), purpose());
    let work = ask.read(asking, move |op| {
        let browser = browser.clone();
        Box::pin(async move { right_door::opened(op, id, &browser).await })
    });
    let (of, party) = work.await?;
    let context = match party {
        Some(_) => my_questions::context(&ask, id, purpose()).await?,
        None => ask.holder(id.uuid(), of, purpose()),
    };
    thread::receipt(&ask, &Opened { id, context, path: format!("/vraag/{id}"), mine: false }).await
}
