//! A zaak as its person sees it, whichever door she came through: look, add, withdraw, say whether it was easy, take the proof along.
use crate::{
    ask::Ask,
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{paper::receipt_pdf, thread::read_at},
};
use access::{Context, Error, FieldFault};
use askama::Template;
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use cases::{DocumentStatus, From, Oordeel, Zaak, ZaakView};
use catalogue::ServiceDefinition;
use uuid::Uuid;
use values::{Id, InvalidText, Language, Prose, TextFault, mask_elfproef};

/// A zaak and the door through which it is seen.
pub(crate) struct Opened {
    /// Which.
    pub id: Id<Zaak>,
    /// Who looks, for which organisation, and why.
    pub context: Context,
    /// The path of its page, without language.
    pub path: String,
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
    read: Option<String>,
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
    noun: String,
    at: String,
    number: String,
    organisatie: String,
    received: String,
    norm: String,
    deadline: String,
    open: bool,
    resultaat: Option<String>,
    steps: Vec<Step>,
    toelichting: Vec<(String, String)>,
    messages: Vec<Message>,
    photos: Vec<Photo>,
    value: String,
    judged: &'static str,
}

/// The page of a zaak, with what was typed and is wrong.
pub(crate) async fn show(ask: &Ask, opened: &Opened, wrong: Option<(String, FieldFault)>) -> Result<Response, Fault> {
    let organisatie = right_door::name_of(&ask.app.catalogue, &opened.context.organisation, ask.language);
    let id = opened.id;
    let look = ask.app.access.write(opened.context.clone(), move |op| Box::pin(async move { cases::look(op, id).await }));
    let view = look.await.map_err(|e| ask.fault(e))?;
    let service = ask.app.catalogue.service(&view.zaak.service);
    let mut f = ask.frame(title(ask, service, &view.zaak));
    f.path.clone_from(&opened.path);
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let value = wrong.map(|(value, fault)| {
        f.faults = vec![fault];
        value
    });
    let at = ask.url(&opened.path);
    let language = ask.language;
    let message = |b: &cases::Bericht| Message {
        theirs: b.van == From::Organisatie,
        when: texts::moment(b.op, language),
        text: b.tekst.clone(),
        read: b.gelezen_op.map(|at| read_at(ask, b.van == From::Organisatie, at)),
    };
    let date = |date: Option<jiff::civil::Date>| date.map(|d| texts::date(d, language)).unwrap_or_default();
    let shown = ZaakPage {
        noun: noun(ask, service),
        number: view.zaak.identificatie.clone(),
        organisatie,
        received: texts::moment(view.zaak.ontvangen_op, language),
        norm: date(view.zaak.einddatum_gepland),
        deadline: date(view.zaak.uiterlijke_einddatum_afdoening),
        open: view.zaak.einddatum.is_none(),
        resultaat: view.resultaat.clone(),
        steps: steps(ask, service, &view),
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

/// What kind of zaak it is, in the language of the reader.
fn title(ask: &Ask, service: Option<&ServiceDefinition>, zaak: &Zaak) -> String {
    service.map_or_else(|| zaak.omschrijving.clone(), |s| s.text(ask.language).title.clone())
}

/// What one sends with this service: "melding".
pub(crate) fn noun(ask: &Ask, service: Option<&ServiceDefinition>) -> String {
    service.map_or_else(|| ask.text("noun-zaak"), |s| s.text(ask.language).noun.clone())
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
fn steps(ask: &Ask, service: Option<&ServiceDefinition>, view: &ZaakView) -> Vec<Step> {
    let words = |omschrijving: &str| status_in_words(ask, service, omschrijving);
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

/// A status as its service tells it to a person.
pub(crate) fn status_in_words(ask: &Ask, service: Option<&ServiceDefinition>, omschrijving: &str) -> String {
    let found = service.and_then(|s| s.statuses.iter().find(|status| status.omschrijving == omschrijving));
    let words = found.map(|status| if ask.language == Language::Nl { &status.nl } else { &status.en });
    words.cloned().unwrap_or_else(|| omschrijving.to_owned())
}

/// A message that was typed. Errors: what is wrong with it.
pub(crate) fn message(fields: &Fields, most: usize) -> Result<Prose, (String, FieldFault)> {
    prose(fields, "bericht", most)
}

/// A text that was typed in this field. Errors: what is wrong with it.
pub(crate) fn prose(fields: &Fields, field: &str, most: usize) -> Result<Prose, (String, FieldFault)> {
    let typed = mask_elfproef(fields.get(field));
    Prose::parse(&typed, most).map_err(|InvalidText(fault)| {
        let fault = match fault {
            TextFault::TooLong(most) => FieldFault { field: field.into(), fault: "fault-too-long", limit: Some(most as u64) },
            TextFault::Unprintable => FieldFault::new(field, "fault-unprintable"),
            TextFault::Empty | TextFault::Shape => FieldFault::new(field, "fault-empty"),
        };
        (typed, fault)
    })
}

/// Adds something.
pub(crate) async fn add(ask: &Ask, opened: &Opened, fields: &Fields) -> Result<Response, Fault> {
    let text = match message(fields, cases::MAX_BERICHT) {
        Ok(text) => text,
        Err(wrong) => return show(ask, opened, Some(wrong)).await,
    };
    let id = opened.id;
    let work = ask.app.access.write(opened.context.clone(), move |op| {
        let text = text.clone();
        Box::pin(async move { cases::add_bericht(op, id, &text).await })
    });
    work.await.map_err(|e| ask.fault(e))?;
    Ok(ask.go(&format!("{}#berichten", opened.path)))
}

/// Withdraws it.
pub(crate) async fn withdraw(ask: &Ask, opened: &Opened) -> Result<Response, Fault> {
    let id = opened.id;
    let work = ask.app.access.write(opened.context.clone(), move |op| Box::pin(async move { cases::withdraw(op, id).await }));
    work.await.map_err(|e| ask.fault(e))?;
    Ok(ask.go(&opened.path))
}

/// Says whether it was easy.
pub(crate) async fn judge(ask: &Ask, opened: &Opened, fields: &Fields) -> Result<Response, Fault> {
    let fault = || ask.fault(Error::Invalid(vec![FieldFault::new("oordeel", "fault-choose")]));
    let oordeel = Oordeel::from_word(fields.get("oordeel")).ok_or_else(fault)?;
    let id = opened.id;
    let work =
        ask.app.access.write(opened.context.clone(), move |op| Box::pin(async move { cases::rate(op, id, oordeel).await }));
    work.await.map_err(|e| ask.fault(e))?;
    Ok(ask.go(&format!("{}#oordeel", opened.path)))
}

/// The receipt on paper.
pub(crate) async fn pdf(ask: &Ask, opened: &Opened) -> Result<Response, Fault> {
    let id = opened.id;
    let work = ask.app.access.write(opened.context.clone(), move |op| Box::pin(async move { intake::receipt_of(op, id).await }));
    let receipt = work.await.map_err(|e| ask.fault(e))?;
    receipt_pdf(ask, &receipt)
}

/// One photo.
pub(crate) async fn photo(ask: &Ask, opened: &Opened, document: Uuid) -> Result<Response, Fault> {
    let id = opened.id;
    let work =
        ask.app.access.write(opened.context.clone(), move |op| Box::pin(async move { cases::document(op, id, document).await }));
    let (document, key) = work.await.map_err(|e| ask.fault(e))?;
    let bytes = ask.app.documents.get(&document, &key).await.map_err(|e| ask.fault(e))?;
    let headers = [(header::CONTENT_TYPE, document.formaat), (header::CACHE_CONTROL, "no-store".to_owned())];
    Ok((headers, bytes).into_response())
}
