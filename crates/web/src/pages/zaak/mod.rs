//! A zaak as its person sees it, whichever door she came through: look, say whether it was easy, take the proof along.
//! Beside it its receipt, what is added to it, and its decision with what one can do against it.
mod answer;
pub(crate) mod besluit;
pub(crate) mod contribute;
pub(crate) mod days;
pub(crate) mod dispute;
pub(crate) mod done;
pub(crate) mod follow;
pub(crate) mod genodigden;
pub(crate) mod handover;
pub(crate) mod paper;
pub(crate) mod reasons;
pub(crate) mod receipt;
pub(crate) mod remedy;
pub(crate) mod uitnodiging;
pub(crate) mod withdraw;

use self::{
    answer::{Answer, in_her_words, with_papers},
    contribute::{Form, Papers},
    days::Days,
    done::{Done, Shown},
    genodigden::{Genodigde, of_applicant},
    paper::receipt_pdf,
    reasons::reasons,
};
use crate::{
    ask::Ask,
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::message::{Message, Page, sent_on},
};
use access::{Acting, Context, Error, FieldFault, Role};
use askama::Template;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use cases::{AdviesLine, DocumentStatus, Oordeel, Taak, Zaak, ZaakView};
use catalogue::ServiceDefinition;
use intake::Copy;
use right_door::OverZaak;
use terms::Deadline;
use uuid::Uuid;
use values::{Id, Oin, Prose, mask_elfproef};

/// A zaak and the door through which it is seen.
pub(crate) struct Opened {
    /// Which.
    pub id: Id<Zaak>,
    /// Who looks, for which organisation, and why.
    pub context: Context,
    /// The path of its page, without language.
    pub path: String,
}

impl Opened {
    /// Who looks is signed in as its party, or acts for it; else she holds its words.
    pub fn is_of_party(&self) -> bool {
        !matches!(self.context.actor.acting, Acting::Holder { .. })
    }
}

/// One step of the line.
pub(crate) struct Step {
    pub text: String,
    pub when: String,
    pub done: bool,
    pub current: bool,
}

/// One document, or why it is not shown.
pub(crate) struct Photo {
    pub name: String,
    pub url: String,
    /// It can be shown as a picture.
    pub picture: bool,
    pub instead: Option<String>,
    /// When it was added, of what was added later.
    pub given: Option<String>,
}

/// What she was asked and has not done yet.
struct Task {
    id: Uuid,
    text: String,
    until: String,
    /// Its last day is over: the organisation goes on with what it has.
    late: bool,
    /// What that means for the time in which is decided, where the law gives one.
    clock: &'static str,
}

#[derive(Template)]
#[template(path = "zaak.html")]
struct ZaakPage {
    f: Frame,
    /// What she just did, with where it is told: beside the messages when it was added.
    done: Option<(Done, String)>,
    noun: String,
    at: String,
    number: String,
    organisatie: String,
    received: String,
    /// Where it was sent on to.
    forwarded: Vec<String>,
    /// Whose turn it is and until when, or that a day has passed.
    days: Days,
    /// Why the last day of the law is what it is.
    reasons: Vec<String>,
    open: bool,
    /// It is open, and nobody decided on it, nor the law.
    undecided: bool,
    resultaat: Option<String>,
    steps: Vec<Step>,
    sent: Vec<Answer>,
    messages: Vec<Message>,
    /// The documents that answer none of these.
    photos: Vec<Photo>,
    /// That was advised about it, each in a sentence.
    advice: Vec<String>,
    /// What counts for the queue, where that matters.
    queue: Vec<String>,
    task: Option<Task>,
    /// Whom she named, and who gave.
    genodigden: Vec<Genodigde>,
    besluit: Option<besluit::Letter>,
    /// What she prepared and takes to the counter of another: its name and site.
    handover: Option<(String, String)>,
    /// That she said that she did it there.
    elsewhere: Option<String>,
    /// What she sent about it, a complaint or an objection: address and sentence.
    disputes: Vec<(String, String)>,
    /// The site of the organisation, where one can complain of what was only prepared here.
    site: Option<String>,
    value: String,
    /// What she wrote as her answer to the task.
    answer: String,
    papers: Papers,
    answer_papers: Papers,
    judged: &'static str,
}

impl ZaakPage {
    /// A day has passed and it is not her turn: then she reads what that means.
    fn tells_late(&self) -> bool {
        self.open && self.days.passed && !self.waits()
    }

    /// It is her turn, and there is time.
    fn waits(&self) -> bool {
        self.task.as_ref().is_some_and(|task| !task.late)
    }

    /// Where a paper was asked it is given there; all else that she adds is text. What she sent from an older page is told where she chose it.
    fn adds_papers(&self) -> bool {
        let chosen = |field: &str| [Form::Add.kind(), Form::Add.file()].contains(&field);
        !self.waits() || self.f.faults.iter().any(|fault| chosen(&fault.field))
    }

    /// What she did, told on top.
    fn done_on_top(&self) -> Option<&str> {
        self.done.as_ref().filter(|(done, _)| *done != Done::Added).map(|(_, told)| told.as_str())
    }

    /// What she did, told beside the messages.
    fn done_below(&self) -> Option<&str> {
        self.done.as_ref().filter(|(done, _)| *done == Done::Added).map(|(_, told)| told.as_str())
    }
}

/// The zaak, what she sent, how its last day came about, and what she said about it since.
type Looked = (ZaakView, Option<Copy>, Option<Deadline>, Vec<OverZaak>);

async fn look(ask: &Ask, opened: &Opened) -> Result<Looked, Fault> {
    let id = opened.id;
    let app = ask.app.clone();
    let work = ask.write(opened.context.clone(), move |op| {
        let app = app.clone();
        Box::pin(async move {
            let view = cases::look(op, id).await?;
            let (copy, termijn) = (intake::copy_of(op, id).await?, cases::termijn(op, id, &app.calendar).await?);
            Ok((view, copy, termijn, right_door::over_zaak(op, id.uuid()).await?))
        })
    });
    work.await
}

/// The page of a zaak.
pub(crate) async fn show(ask: &Ask, opened: &Opened, with: Shown) -> Result<Response, Fault> {
    let (done, again) = with.parts();
    let organisatie = ask.name_of(&opened.context.organisation);
    let (view, copy, termijn, over) = look(ask, opened).await?;
    let service = ask.app.catalogue.service(&view.zaak.service);
    let mut f = ask.frame(title(ask, service, &view.zaak.omschrijving));
    f.path.clone_from(&opened.path);
    let typed = |form| again.as_ref().filter(|again| again.form == form);
    let text = |form| typed(form).map(|again| again.text.clone()).unwrap_or_default();
    let papers = |form| Papers::of(ask, service, form, typed(form).map_or("", |again| again.kind.as_str()));
    f.faults = again.iter().map(|again| again.fault.clone()).collect();
    f.labels = Papers::labels(ask);
    let at = ask.url(&opened.path);
    let language = ask.language;
    let noun = noun(ask, service);
    let genodigden = of_applicant(ask, &view, &at);
    let (sent, photos) = with_papers(
        copy.map_or_else(|| sent(&view), in_her_words),
        view.documents.iter().map(|d| own_photo(ask, &at, d)).collect(),
    );
    let shown = ZaakPage {
        done: done.and_then(|done| Some((done, done.told(ask, &view, &noun)?))),
        noun,
        number: view.zaak.identificatie.clone(),
        organisatie,
        received: texts::moment(view.zaak.ontvangen_op, language),
        forwarded: sent_on(ask, &view.doorzendingen),
        days: days::of_zaak(ask, service, &view.zaak, &genodigden::waited_for(&view)),
        reasons: termijn.map(|termijn| reasons(ask, &termijn.reasons, stands_still(ask, &view))).unwrap_or_default(),
        open: view.zaak.einddatum.is_none(),
        undecided: view.zaak.einddatum.is_none() && view.zaak.granted_after(ask.app.access.clock().today()).is_none(),
        resultaat: view.resultaat.as_deref().map(|resultaat| besluit::outcome(resultaat, language)),
        steps: steps(ask, service, &view),
        sent,
        messages: Message::of_zaak(ask, Page::Person, &view),
        photos,
        advice: view.adviezen.iter().map(|line| advised(ask, line)).collect(),
        queue: queue(ask, &view, "queue-person-asked"),
        task: task(ask, &view),
        genodigden,
        besluit: letter(ask, opened, (&view, &over)),
        handover: service.and_then(|service| handover::handed_to(ask, service)),
        elsewhere: handover::done_elsewhere(ask, service, &view.zaak),
        disputes: dispute::sent(ask, opened, &over),
        site: site(ask, &view.zaak.organisatie),
        value: text(Form::Add),
        answer: text(Form::Answer),
        papers: papers(Form::Add),
        answer_papers: papers(Form::Answer),
        judged: view.oordeel.map_or("", Oordeel::word),
        at,
        f,
    };
    Ok(page(shown.f.status(), &shown))
}

/// The decision on it; what she could do against it until a day that has passed is told as what it was.
fn letter(ask: &Ask, opened: &Opened, (view, over): (&ZaakView, &[OverZaak])) -> Option<besluit::Letter> {
    let letter = besluit::letter(ask, view, ask.language)?;
    let besluit = view.besluit.as_ref()?;
    let remedy = remedy::over(ask, besluit, &view.zaak).unwrap_or(letter.remedy);
    Some(besluit::Letter { remedy, object: dispute::objects_at(ask, opened, besluit, over), ..letter })
}

/// The site of an organisation that is hosted here, where a register knows it.
fn site(ask: &Ask, oin: &Oin) -> Option<String> {
    let catalogue = &ask.app.catalogue;
    catalogue.organisatie_with_code(&catalogue.hosted_with_oin(oin)?.code)?.website.clone()
}

/// Questions and answers of what was sent, as the desk reads them.
pub(crate) fn sent(view: &ZaakView) -> Vec<(String, String)> {
    answers(&view.toelichting)
}

/// The questions and answers of what was sent.
pub(crate) fn answers(toelichting: &str) -> Vec<(String, String)> {
    let pairs = toelichting.split("\n\n").filter_map(|pair| pair.split_once('\n'));
    pairs.map(|(label, answer)| (label.to_owned(), answer.to_owned())).collect()
}

/// That somebody advised, and how she gets to know what.
fn advised(ask: &Ask, line: &AdviesLine) -> String {
    let key = if line.adviseur == Role::MedischAdviseur { "zaak-advice-medical" } else { "zaak-advice-bibob" };
    texts::text_with(ask.language, key, &[("moment", &texts::moment(line.op, ask.language))])
}

/// Does she still have time for something that was asked? Then a term of law stands still.
pub(crate) fn stands_still(ask: &Ask, view: &ZaakView) -> bool {
    let today = ask.app.access.clock().today();
    view.zaak.einddatum.is_none() && view.taken.iter().any(|taak| taak.waits(today))
}

/// Which moment counts for the queue and which day that is now, where that matters; and, with the words of `asked`, what moves it.
pub(crate) fn queue(ask: &Ask, view: &ZaakView, asked: &str) -> Vec<String> {
    let Some(rule) = &view.volgorde else { return vec![] };
    let day = texts::text_with(ask.language, "queue-day", &[("date", &texts::date(view.complete_on(), ask.language))]);
    let moves = view.zaak.einddatum.is_none() && view.taken.iter().any(Taak::is_open);
    [Some(rule.get(ask.language).to_owned()), Some(day), moves.then(|| ask.text(asked))].into_iter().flatten().collect()
}

/// What she must do, as long as it is open.
fn task(ask: &Ask, view: &ZaakView) -> Option<Task> {
    let today = ask.app.access.clock().today();
    // What the law granted needs nothing more.
    let open = view.zaak.einddatum.is_none() && view.zaak.granted_after(today).is_none();
    let taak = view.taken.last().filter(|taak| open && taak.is_open())?;
    let late = taak.uiterlijk < today;
    let clock = match (view.zaak.uiterlijke_einddatum_afdoening, late) {
        (Some(_), false) => "zaak-task-clock",
        (Some(_), true) => "zaak-task-clock-on",
        (None, false) => "zaak-task-free",
        (None, true) => "zaak-task-free-late",
    };
    Some(Task { id: taak.id, text: taak.gevraagd.clone(), until: texts::date(taak.uiterlijk, ask.language), late, clock })
}

/// What kind of zaak it is, in the language of the reader.
pub(crate) fn title(ask: &Ask, service: Option<&ServiceDefinition>, omschrijving: &str) -> String {
    service.map_or_else(|| omschrijving.to_owned(), |s| s.text(ask.language).title.clone())
}

/// What one sends with this service: "melding".
pub(crate) fn noun(ask: &Ask, service: Option<&ServiceDefinition>) -> String {
    service.map_or_else(|| ask.text("noun-zaak"), |s| s.text(ask.language).noun.clone())
}

/// A document of the page at `at`, under this word.
pub(crate) fn photo_of(ask: &Ask, (at, word): (&str, &str), document: &cases::Document) -> Photo {
    let instead = match document.status {
        DocumentStatus::Definitief => None,
        DocumentStatus::InBewerking => Some("zaak-photo-waits"),
        DocumentStatus::Gearchiveerd => Some("zaak-photo-infected"),
    };
    Photo {
        name: document.titel.clone(),
        url: format!("{at}/{word}/{}", document.id),
        picture: document.formaat.starts_with("image/"),
        instead: instead.map(|key| ask.text(key)),
        given: None,
    }
}

/// A document as its person sees it.
fn own_photo(ask: &Ask, at: &str, document: &cases::Document) -> Photo {
    let key = if document.besloten { "zaak-document-given-closed" } else { "zaak-document-given" };
    let told = |at| texts::text_with(ask.language, key, &[("moment", &texts::moment(at, ask.language))]);
    Photo { given: document.toegevoegd.map(|toegevoegd| told(toegevoegd.op)), ..photo_of(ask, (at, "foto"), document) }
}

/// The steps as a person reads them; the last one that was set is where it stands.
pub(crate) fn steps(ask: &Ask, service: Option<&ServiceDefinition>, view: &ZaakView) -> Vec<Step> {
    let words = |omschrijving: &str| status_in_words(ask, service, omschrijving);
    let last = view.stappen.iter().rposition(|s| s.gezet.is_some());
    let early = view.ended_early();
    let make = |(at, stap): (usize, &cases::Stap)| Step {
        text: if early && Some(at) == last { ask.text("zaak-step-over") } else { words(&stap.omschrijving) },
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
    let words = found.map(|status| ask.language.pick(&status.nl, &status.en));
    words.cloned().unwrap_or_else(|| omschrijving.to_owned())
}

/// A message that was typed. Errors: what is wrong with it.
pub(crate) fn message(fields: &Fields, most: usize) -> Result<Prose, (String, FieldFault)> {
    prose(fields, "bericht", most).map_err(|fault| (mask_elfproef(fields.get("bericht")), fault))
}

/// What was typed in a field for prose; numbers that may be somebody's are masked. Errors: what is wrong with it.
pub(crate) fn prose(fields: &Fields, field: &str, most: usize) -> Result<Prose, FieldFault> {
    Prose::parse(&mask_elfproef(fields.get(field)), most).map_err(|e| FieldFault::of_text(field, e))
}

/// Says whether it was easy.
pub(crate) async fn judge(ask: &Ask, opened: &Opened, fields: &Fields) -> Result<Response, Fault> {
    let fault = || ask.fault(Error::Invalid(vec![FieldFault::new("oordeel", "fault-choose")]));
    let oordeel = Oordeel::from_word(fields.get("oordeel")).ok_or_else(fault)?;
    let id = opened.id;
    let work = ask.write(opened.context.clone(), move |op| Box::pin(async move { cases::rate(op, id, oordeel).await }));
    work.await?;
    Ok(ask.go(&format!("{}#oordeel", opened.path)))
}

/// The receipt on paper.
pub(crate) async fn pdf(ask: &Ask, opened: &Opened) -> Result<Response, Fault> {
    let id = opened.id;
    let work = ask.write(opened.context.clone(), move |op| Box::pin(async move { intake::receipt_of(op, id).await }));
    let receipt = work.await?;
    receipt_pdf(ask, &receipt)
}

/// One photo.
pub(crate) async fn photo(ask: &Ask, opened: &Opened, document: Uuid) -> Result<Response, Fault> {
    let id = opened.id;
    let work = ask.write(opened.context.clone(), move |op| Box::pin(async move { cases::document(op, id, document).await }));
    let (document, key) = work.await?;
    let bytes = ask.app.documents.get(&document, &key).await.map_err(|e| ask.fault(e))?;
    let headers = [(header::CONTENT_TYPE, document.formaat), (header::CACHE_CONTROL, "no-store".to_owned())];
    Ok((headers, bytes).into_response())
}
