//! Following without an account: whoever has the code sees, adds, withdraws and says whether it was easy.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{paper::receipt_pdf, vraag},
};
use access::{Error, FieldFault, FollowCode, Purpose};
use askama::Template;
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use cases::{DocumentStatus, From, MAX_BERICHT, Oordeel, Zaak, ZaakView};
use uuid::Uuid;
use values::{Id, InvalidText, Language, Oin, Prose, TextFault, mask_elfproef};

#[derive(Template)]
#[template(path = "follow.html")]
struct FollowPage {
    f: Frame,
    value: String,
}

/// One step of the line.
struct Step {
    text: String,
    when: String,
    done: bool,
    current: bool,
}

/// One message.
struct Message {
    theirs: bool,
    when: String,
    text: String,
}

/// One photo, or why it is not shown.
struct Photo {
    name: String,
    url: String,
    instead: Option<String>,
}

#[derive(Template)]
#[template(path = "zaak.html")]
struct ZaakPage {
    f: Frame,
    at: String,
    number: String,
    organisatie: String,
    received: String,
    norm: String,
    open: bool,
    resultaat: Option<String>,
    steps: Vec<Step>,
    toelichting: Vec<(String, String)>,
    messages: Vec<Message>,
    photos: Vec<Photo>,
    value: String,
    judged: &'static str,
}

/// What a code opens.
enum Thing {
    Zaak(Id<Zaak>, Oin),
    Vraag(Id<right_door::Vraag>, Oin),
}

fn purpose() -> Purpose {
    Purpose::new("inzage geven aan wie de volgcode heeft", "AVG artikel 15; Awb artikel 2:25")
}

/// Asks for the code.
pub(crate) async fn ask_code(ask: Ask) -> Response {
    page(StatusCode::OK, &FollowPage { f: ask.frame(ask.text("follow-title")), value: String::new() })
}

/// A code that was typed leads to its page.
pub(crate) async fn find(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    let typed = fields.get("code");
    let fault = match FollowCode::parse(typed) {
        Ok(code) => match thing(&ask, &code.link()).await {
            Err(fault) if fault.is_not_found() => "fault-code-unknown",
            Err(fault) => return Err(fault),
            Ok(_) => return Ok(ask.go(&format!("/volgen/{}", code.link()))),
        },
        Err(_) => "fault-code",
    };
    let mut f = ask.frame(ask.text("follow-title"));
    f.faults = vec![FieldFault::new("code", fault)];
    Ok(page(StatusCode::UNPROCESSABLE_ENTITY, &FollowPage { f, value: mask_elfproef(typed) }))
}

async fn thing(ask: &Ask, code: &str) -> Result<Thing, Fault> {
    let code = FollowCode::parse(code).map_err(|_| ask.fault(Error::NotFound))?;
    let work = ask.app.access.read(ask.public(), move |op| {
        let code = code.clone();
        Box::pin(async move {
            match cases::find_by_code(op, &code).await {
                Ok((id, of)) => Ok(Thing::Zaak(id, of)),
                Err(Error::NotFound) => right_door::find_by_code(op, &code).await.map(|(id, of)| Thing::Vraag(id, of)),
                Err(other) => Err(other),
            }
        })
    });
    work.await.map_err(|e| ask.fault(e))
}

async fn zaak_of(ask: &Ask, code: &str) -> Result<(Id<Zaak>, Oin), Fault> {
    match thing(ask, code).await? {
        Thing::Zaak(id, of) => Ok((id, of)),
        Thing::Vraag(..) => Err(ask.fault(Error::NotFound)),
    }
}

/// The zaak or question of this code.
pub(crate) async fn show(ask: Ask, At(code): At<String>) -> Result<Response, Fault> {
    match thing(&ask, &code).await? {
        Thing::Zaak(id, of) => zaak_page(&ask, id, of, &code, None).await,
        Thing::Vraag(id, of) => vraag::thread(&ask, id, of, &code, None).await,
    }
}

async fn look(ask: &Ask, id: Id<Zaak>, of: Oin) -> Result<ZaakView, Fault> {
    let context = ask.holder(id.uuid(), of, purpose());
    let work = ask.app.access.write(context, move |op| Box::pin(async move { cases::look(op, id).await }));
    work.await.map_err(|e| ask.fault(e))
}

async fn zaak_page(ask: &Ask, id: Id<Zaak>, of: Oin, code: &str, wrong: Option<(String, FieldFault)>) -> Result<Response, Fault> {
    let organisatie = right_door::name_of(&ask.app.catalogue, &of, ask.language);
    let view = look(ask, id, of).await?;
    let mut f = ask.frame(view.zaak.omschrijving.clone());
    f.path = format!("/volgen/{code}");
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let value = wrong.map(|(value, fault)| {
        f.faults = vec![fault];
        value
    });
    let at = ask.url(&format!("/volgen/{code}"));
    let language = ask.language;
    let message = |b: &cases::Bericht| Message {
        theirs: b.van == From::Organisatie,
        when: texts::moment(b.op, language),
        text: b.tekst.clone(),
    };
    let shown = ZaakPage {
        number: view.zaak.identificatie.clone(),
        organisatie,
        received: texts::moment(view.zaak.ontvangen_op, language),
        norm: view.zaak.einddatum_gepland.map(|d| texts::date(d, language)).unwrap_or_default(),
        open: view.zaak.einddatum.is_none(),
        resultaat: view.resultaat.clone(),
        steps: steps(ask, &view),
        toelichting: view
            .toelichting
            .split("\n\n")
            .filter_map(|p| p.split_once('\n'))
            .map(|(l, a)| (l.into(), a.into()))
            .collect(),
        messages: view.berichten.iter().map(message).collect(),
        photos: view.documents.iter().map(|d| photo_of(ask, &at, d)).collect(),
        value: value.unwrap_or_default(),
        judged: view.oordeel.map_or("", Oordeel::word),
        at,
        f,
    };
    Ok(page(status, &shown))
}

fn photo_of(ask: &Ask, at: &str, document: &cases::Document) -> Photo {
    let instead = match document.status {
        DocumentStatus::Definitief => None,
        DocumentStatus::InBewerking => Some("zaak-photo-waits"),
        DocumentStatus::Gearchiveerd => Some("zaak-photo-infected"),
    };
    let url = format!("{at}/foto/{}", document.id);
    Photo { name: document.titel.clone(), url, instead: instead.map(|key| ask.text(key)) }
}

/// The steps as a person reads them; the last one that was set is where it stands.
fn steps(ask: &Ask, view: &ZaakView) -> Vec<Step> {
    let words = |omschrijving: &str| {
        let types = ask.app.catalogue.services().iter().flat_map(|s| &s.statuses);
        let found = types
            .filter(|s| s.omschrijving == omschrijving)
            .map(|s| if ask.language == Language::Nl { &s.nl } else { &s.en })
            .next();
        found.cloned().unwrap_or_else(|| omschrijving.to_owned())
    };
    let last = view.stappen.iter().rposition(|s| s.gezet.is_some());
    let make = |(at, stap): (usize, &cases::Stap)| Step {
        text: words(&stap.omschrijving),
        when: stap.gezet.map(|at| texts::moment(at, ask.language)).unwrap_or_default(),
        done: stap.gezet.is_some(),
        current: Some(at) == last,
    };
    let over = view.zaak.einddatum.is_some();
    view.stappen.iter().enumerate().filter(|(_, s)| !over || s.gezet.is_some()).map(make).collect()
}

/// A message that was typed. Errors: what is wrong with it.
pub(crate) fn message(fields: &Fields, most: usize) -> Result<Prose, (String, FieldFault)> {
    let typed = mask_elfproef(fields.get("bericht"));
    Prose::parse(&typed, most).map_err(|InvalidText(fault)| {
        let fault = match fault {
            TextFault::TooLong(most) => FieldFault { field: "bericht".into(), fault: "fault-too-long", limit: Some(most as u64) },
            TextFault::Unprintable => FieldFault::new("bericht", "fault-unprintable"),
            TextFault::Empty | TextFault::Shape => FieldFault::new("bericht", "fault-empty"),
        };
        (typed, fault)
    })
}

/// Adds something to a zaak or question.
pub(crate) async fn add(ask: Ask, At(code): At<String>, fields: Fields) -> Result<Response, Fault> {
    let thing = thing(&ask, &code).await?;
    let text = message(&fields, MAX_BERICHT);
    let done = match (thing, text) {
        (Thing::Zaak(id, of), Err(wrong)) => return zaak_page(&ask, id, of, &code, Some(wrong)).await,
        (Thing::Vraag(id, of), Err(wrong)) => return vraag::thread(&ask, id, of, &code, Some(wrong)).await,
        (Thing::Zaak(id, of), Ok(text)) => {
            let work = ask.app.access.write(ask.holder(id.uuid(), of, purpose()), move |op| {
                let text = text.clone();
                Box::pin(async move { cases::add_bericht(op, id, &text).await })
            });
            work.await
        }
        (Thing::Vraag(id, of), Ok(text)) => {
            let work = ask.app.access.write(ask.holder(id.uuid(), of, purpose()), move |op| {
                let text = text.clone();
                Box::pin(async move { right_door::contribute(op, id, &text).await })
            });
            work.await
        }
    };
    done.map_err(|e| ask.fault(e))?;
    Ok(ask.go(&format!("/volgen/{code}#berichten")))
}

/// Withdraws a zaak.
pub(crate) async fn withdraw(ask: Ask, At(code): At<String>) -> Result<Response, Fault> {
    let (id, of) = zaak_of(&ask, &code).await?;
    let context = ask.holder(id.uuid(), of, purpose());
    let work = ask.app.access.write(context, move |op| Box::pin(async move { cases::withdraw(op, id).await }));
    work.await.map_err(|e| ask.fault(e))?;
    Ok(ask.go(&format!("/volgen/{code}")))
}

/// Says whether it was easy.
pub(crate) async fn judge(ask: Ask, At(code): At<String>, fields: Fields) -> Result<Response, Fault> {
    let (id, of) = zaak_of(&ask, &code).await?;
    let fault = || ask.fault(Error::Invalid(vec![FieldFault::new("oordeel", "fault-choose")]));
    let oordeel = Oordeel::from_word(fields.get("oordeel")).ok_or_else(fault)?;
    let context = ask.holder(id.uuid(), of, purpose());
    let work = ask.app.access.write(context, move |op| Box::pin(async move { cases::rate(op, id, oordeel).await }));
    work.await.map_err(|e| ask.fault(e))?;
    Ok(ask.go(&format!("/volgen/{code}#oordeel")))
}

/// The receipt of a zaak on paper.
pub(crate) async fn pdf(ask: Ask, At(code): At<String>) -> Result<Response, Fault> {
    let (id, of) = zaak_of(&ask, &code).await?;
    let context = ask.holder(id.uuid(), of, purpose());
    let work = ask.app.access.write(context, move |op| Box::pin(async move { intake::receipt_of(op, id).await }));
    let receipt = work.await.map_err(|e| ask.fault(e))?;
    receipt_pdf(&ask, &receipt)
}

/// One photo of a zaak.
pub(crate) async fn photo(ask: Ask, At((code, document)): At<(String, Uuid)>) -> Result<Response, Fault> {
    let (id, of) = zaak_of(&ask, &code).await?;
    let context = ask.holder(id.uuid(), of, purpose());
    let work = ask.app.access.write(context, move |op| Box::pin(async move { cases::document(op, id, document).await }));
    let (document, key) = work.await.map_err(|e| ask.fault(e))?;
    let bytes = ask.app.documents.get(&document, &key).await.map_err(|e| ask.fault(e))?;
    let headers = [(header::CONTENT_TYPE, document.formaat), (header::CACHE_CONTROL, "no-store".to_owned())];
    Ok((headers, bytes).into_response())
}
