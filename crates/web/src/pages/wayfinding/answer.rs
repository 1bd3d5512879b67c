//! The answer to a question in a person's own words. The question stands in no address, log or count.
use crate::{
    ask::Ask,
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::wayfinding::{
        local,
        product::{Who, place, who},
        topics::capital,
        urgent::{Urgent, urgent},
    },
};
use access::FieldFault;
use askama::Template;
use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use catalogue::{Place, Product};
use right_door::{Hit, Leads, MAX_QUESTION};
use values::mask_elfproef;

/// What scores less than this part of the best shares only a small word with the question.
const NEAR: f32 = 0.6;

/// One possibility.
struct Answer {
    name: String,
    url: String,
    who: Who,
    start: Option<String>,
    /// The question names another layer than that of the service here: a person helps on.
    elsewhere: bool,
    achieve: String,
    cost: String,
    norm: String,
}

#[derive(Template)]
#[template(path = "answer.html")]
struct AnswerPage {
    f: Frame,
    /// Whom to call before reading on.
    urgent: Vec<Urgent>,
    question: String,
    place: String,
    first: Option<Answer>,
    others: Vec<Answer>,
    asks_place: bool,
}

fn answer(ask: &Ask, product: &Product, hit: &Hit, at: &Place) -> Answer {
    let catalogue = &*ask.app.catalogue;
    let Leads { layer, service, elsewhere } = hit.leads(catalogue, product);
    let text = service.map(|s| s.text(ask.language));
    let who = who(catalogue, product, (layer, ask.language), at);
    let code = who.code.as_deref();
    let norm = service.and_then(|service| local::norm(catalogue, service, code, ask.language));
    let overlay = local::offered(catalogue, service, code).map(|(overlay, _)| overlay);
    let cost = service.map(|service| service.cost(overlay, ask.language));
    Answer {
        name: text.map_or_else(|| capital(product.name.as_str()), |t| t.title.clone()),
        url: ask.url(&format!("/product/{}", product.slug)),
        start: service.filter(|s| s.offered_by().next().is_some()).map(|s| ask.url(&format!("/beginnen/{}", s.name))),
        elsewhere,
        achieve: text.map(|t| t.achieve.clone()).unwrap_or_default(),
        cost: cost.unwrap_or_default().to_owned(),
        norm: norm.map(|term| texts::text_with(ask.language, "product-norm", &[("term", &term)])).unwrap_or_default(),
        who,
    }
}

/// Answers a question; when nothing is good enough, a person does.
pub(crate) async fn show(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    let question = mask_elfproef(fields.get("vraag").trim());
    let typed: String = mask_elfproef(fields.get("plaats").trim());
    let mut f = ask.frame(ask.text("answer-title"));
    let fault = match question.chars().count() {
        0 => Some(FieldFault::new("vraag", "fault-question-empty")),
        n if n > MAX_QUESTION => {
            Some(FieldFault { field: "vraag".into(), fault: "fault-too-long", limit: Some(MAX_QUESTION as u64) })
        }
        _ => None,
    };
    let at = place(&ask.app.catalogue, &typed);
    let place_fault = (!typed.is_empty() && at.is_none()).then(|| FieldFault::new("plaats", "fault-place-unknown"));
    let at = at.unwrap_or_default();
    let mut answers = vec![];
    let mut good = false;
    if fault.is_none() {
        let found = ask.app.engine.search(&question, 4);
        good = found.good_enough;
        let products = ask.app.catalogue.products();
        let best = found.hits.first().map_or(0.0, |hit| hit.score);
        let near = found.hits.iter().filter(|hit| hit.score >= NEAR * best);
        answers = near.filter_map(|hit| Some(answer(&ask, products.get(hit.product)?, hit, &at))).collect();
        metrics::counter!("questions_total", "good" => if good { "yes" } else { "no" }).increment(1);
    }
    let place_is_wrong = place_fault.is_some();
    f.faults = [fault, place_fault].into_iter().flatten().collect();
    let first = (good && !answers.is_empty()).then(|| answers.remove(0));
    answers.truncate(3);
    let urgent = urgent(&ask, &question);
    // Who may be in danger is not offered guesses.
    if !urgent.is_empty() && !good {
        answers.clear();
    }
    let asks_place = place_is_wrong || first.iter().chain(&answers).any(|a| a.who.needs_place || a.who.likely);
    let status = f.status();
    let page_of = AnswerPage { f, urgent, question, place: typed, first, others: answers, asks_place };
    let mut response = page(status, &page_of);
    // Going back to an answer must work; what was asked is still kept by nobody but the browser.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    Ok(response)
}
