//! Mijn overheid: all zaken of who is signed in, at all organisations; who must move, first. And one of them.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{
        topics::capital,
        zaak::{self, Opened, status_in_words},
    },
};
use access::Purpose;
use askama::Template;
use axum::{
    extract::Query,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use cases::{Page, ZaakLine};
use intake::DraftLine;
use std::{collections::HashMap, sync::Arc};
use uuid::Uuid;
use values::{Id, Oin};

/// One zaak in the list.
struct Line {
    url: String,
    title: String,
    number: String,
    organisatie: String,
    status: String,
    /// What is promised, or when it ended.
    when: String,
}

/// Something that was not sent yet.
struct Unsent {
    url: String,
    discard: String,
    title: String,
    when: String,
}

#[derive(Template)]
#[template(path = "mine.html")]
struct MinePage {
    f: Frame,
    unsent: Vec<Unsent>,
    /// Where she must do something.
    todo: Vec<Line>,
    open: Vec<Line>,
    ended: Vec<Line>,
    /// Where the lists go on.
    more_open: Option<String>,
    more_ended: Option<String>,
    /// This is no first page.
    further: bool,
}

fn purpose() -> Purpose {
    Purpose::new("eigen zaken tonen", "AVG artikel 15; Awb artikel 2:1")
}

/// Every organisation that keeps zaken here.
pub(crate) fn organisations(ask: &Ask) -> Vec<Oin> {
    ask.app.catalogue.hosted().iter().map(|hosted| hosted.oin.clone()).collect()
}

/// The list.
pub(crate) async fn show(ask: Ask, Query(query): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let from = |name: &str| query.get(name).and_then(|id| Uuid::parse_str(id).ok());
    let (open_before, ended_before) = (from("lopend"), from("afgerond"));
    let organisations = Arc::new(organisations(&ask));
    let work = ask.app.access.write(ask.resident_here(purpose())?, move |op| {
        let organisations = organisations.clone();
        Box::pin(async move {
            let open = cases::mine(op, &organisations, Page { ended: false, before: open_before }).await?;
            let ended = cases::mine(op, &organisations, Page { ended: true, before: ended_before }).await?;
            Ok((open, ended, intake::drafts(op).await?))
        })
    });
    let ((open, more_open), (ended, more_ended), drafts) = work.await.map_err(|e| ask.fault(e))?;
    let next = |list: &[ZaakLine], more: bool, name: &str| {
        list.last().filter(|_| more).map(|last| ask.url(&format!("/mijn?{name}={}", last.id)))
    };
    let further = open_before.is_some() || ended_before.is_some();
    let shown = MinePage {
        f: ask.frame(ask.text("mine-title")),
        unsent: drafts.iter().filter(|_| !further).filter_map(|draft| unsent(&ask, draft)).collect(),
        more_open: next(&open, more_open, "lopend"),
        more_ended: next(&ended, more_ended, "afgerond"),
        todo: open.iter().filter(|line| line.taak.is_some()).map(|line| of_zaak(&ask, line)).collect(),
        open: open.iter().filter(|line| line.taak.is_none()).map(|line| of_zaak(&ask, line)).collect(),
        ended: ended.iter().map(|line| of_zaak(&ask, line)).collect(),
        further,
    };
    Ok(page(StatusCode::OK, &shown))
}

fn of_zaak(ask: &Ask, line: &ZaakLine) -> Line {
    let service = ask.app.catalogue.service(&line.service);
    let told = |key: &str, date| texts::text_with(ask.language, key, &[("date", &texts::date(date, ask.language))]);
    let when = match (line.einddatum, line.uiterlijke_einddatum_afdoening, line.einddatum_gepland) {
        (Some(ended), ..) => told("mine-ended", ended),
        (None, ..) if line.taak.is_some() => line.taak.map(|until| told("mine-task", until)).unwrap_or_default(),
        (None, Some(last), _) => told("mine-deadline", last),
        (None, None, Some(norm)) => told("mine-norm", norm),
        (None, None, None) => String::new(),
    };
    Line {
        url: ask.url(&format!("/mijn/zaken/{}", line.id)),
        title: service.map_or_else(|| line.omschrijving.clone(), |s| s.text(ask.language).title.clone()),
        number: line.identificatie.clone(),
        organisatie: capital(&right_door::name_of(&ask.app.catalogue, &line.organisatie, ask.language)),
        status: status_in_words(ask, service, &line.status),
        when,
    }
}

fn unsent(ask: &Ask, draft: &DraftLine) -> Option<Unsent> {
    let service = ask.app.catalogue.service(&draft.service)?;
    let first = service.pages.first()?;
    Some(Unsent {
        url: ask.url(&format!("/formulier/{}/{}", draft.id, first.id)),
        discard: ask.url(&format!("/mijn/concepten/{}/weg", draft.id)),
        title: service.text(ask.language).title.clone(),
        when: texts::moment(draft.changed_at, ask.language),
    })
}

/// Throws away what was not sent.
pub(crate) async fn discard(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let (browser, context) = (ask.browser_or_new(), ask.resident_here(purpose())?);
    let work = ask.app.access.write(context, move |op| {
        let browser = browser.clone();
        Box::pin(async move { intake::discard(op, id, &browser).await })
    });
    work.await.map_err(|e| ask.fault(e))?;
    Ok(ask.go("/mijn"))
}

/// One's own zaak. Whose it is decides the operation: for another it does not exist.
async fn opened(ask: &Ask, id: Uuid) -> Result<Opened, Fault> {
    ask.signed_in()?;
    let whose = ask.app.access.read(ask.public(), move |op| Box::pin(async move { cases::whose(op, Id::from(id)).await }));
    let (organisation, _) = whose.await.map_err(|e| ask.fault(e))?;
    Ok(Opened { id: Id::from(id), context: ask.resident(organisation, purpose())?, path: format!("/mijn/zaken/{id}") })
}

/// One's own zaak.
pub(crate) async fn zaak(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    zaak::show(&ask, &opened(&ask, id).await?, None).await
}

/// Adds something to it.
pub(crate) async fn add(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    zaak::add(&ask, &opened(&ask, id).await?, &fields).await
}

/// Gives what was asked.
pub(crate) async fn fulfil(ask: Ask, At((id, taak)): At<(Uuid, Uuid)>, fields: Fields) -> Result<Response, Fault> {
    zaak::fulfil(&ask, &opened(&ask, id).await?, taak, &fields).await
}

/// Withdraws it.
pub(crate) async fn withdraw(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    zaak::withdraw(&ask, &opened(&ask, id).await?).await
}

/// Says whether it was easy.
pub(crate) async fn judge(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    zaak::judge(&ask, &opened(&ask, id).await?, &fields).await
}

/// Its receipt on paper.
pub(crate) async fn pdf(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    zaak::pdf(&ask, &opened(&ask, id).await?).await
}

/// One of its photos.
pub(crate) async fn photo(ask: Ask, At((id, document)): At<(Uuid, Uuid)>) -> Result<Response, Fault> {
    zaak::photo(&ask, &opened(&ask, id).await?, document).await
}

/// Everything in one file (AVG 15 and 20): zaken with what was sent and written.
pub(crate) async fn download(ask: Ask) -> Result<Response, Fault> {
    let purpose = Purpose::new("eigen gegevens meegeven", "AVG artikel 15 en 20");
    let organisations = Arc::new(organisations(&ask));
    let work = ask.app.access.write(ask.resident_here(purpose)?, move |op| {
        let organisations = organisations.clone();
        Box::pin(async move { cases::everything(op, &organisations).await })
    });
    let all = work.await.map_err(|e| ask.fault(e))?;
    let body = serde_json::to_vec_pretty(&all).map_err(|e| ask.fault(access::Error::Internal(e.to_string())))?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"mijn-overheid.json\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, body).into_response())
}
