//! One zaak as staff see it: what was sent, by whom, how far it is, what was written, and why its date is what it is.
use super::{
    advies::Advice,
    brief,
    dates::{self, Due, dues_or_granted, example, mover, today},
    naar::others,
    onbehandeld,
    signalen::Signals,
    stukken::Papers,
    verval::Ends,
    vraag::about_zaak,
};
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{
        back::Back,
        message::{Message, Page, sent_on},
        wayfinding::topics::capital,
        zaak::{
            self, Opened, Photo, Step,
            besluit::{self, Signed},
            genodigden::{Genodigde, at_the_desk},
            photo_of, queue,
            reasons::reasons,
            sent, stands_still, steps,
        },
    },
    staff::role_key,
};
use access::{Context, Error, Purpose, Role};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use cases::{Dossier, Gever, Rol, Taak, ZaakView};
use catalogue::ServiceDefinition;
use right_door::OverZaak;
use uuid::Uuid;
use values::{Id, Notitie};

/// Who takes part.
pub(super) struct Betrokkene {
    /// What to call each fact, and the fact.
    pub facts: Vec<(String, String)>,
}

/// What she was asked.
struct Task {
    text: String,
    when: String,
    /// The letter that asks it, on paper, as long as she has time for it.
    letter: Option<String>,
    /// Where it can be taken back.
    back: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/zaak.html")]
struct DossierPage {
    f: Frame,
    at: String,
    number: String,
    received: String,
    /// Where it was sent on to.
    forwarded: Vec<String>,
    open: bool,
    resultaat: Option<String>,
    /// The days before which it must be done.
    dues: Vec<Due>,
    reasons: Vec<String>,
    mover: String,
    steps: Vec<Step>,
    /// Steps to which it can be brought.
    next_steps: Vec<String>,
    toelichting: Vec<(String, String)>,
    /// There is more, which is not for who looks.
    shielded: bool,
    photos: Vec<Photo>,
    betrokkenen: Vec<Betrokkene>,
    /// Whom the applicant named, and what they gave.
    genodigden: Vec<Genodigde>,
    /// Numbers are masked, and she may see them whole.
    can_identify: bool,
    messages: Vec<Message>,
    notes: Vec<(String, String, String)>,
    /// What must not be missed.
    signals: Signals,
    /// Complaints about it and objections to the decision on it: where, what, and by when.
    disputes: Vec<(String, String, String)>,
    advice: Advice,
    tasks: Vec<Task>,
    /// She may handle it, not only read.
    handles: bool,
    /// That nothing leaves of what is written, and what to do.
    unreached: Option<String>,
    /// Nothing was asked of the person that she still has to do.
    asks: bool,
    /// What happens with the term of the decision while she is asked.
    ask_hint: String,
    /// How it can end without a decision, and with one.
    resultaten: Vec<String>,
    besluiten: Vec<String>,
    /// Until when what is granted holds.
    ends: Ends,
    /// What the reasons of a decision must name.
    decide_hint: String,
    signed: Option<Signed>,
    /// That the law has decided already.
    granted: Option<String>,
    /// Until when it can be left unhandled, or why it can't.
    unhandled: Option<String>,
    /// What counts for the queue, where that matters.
    queue: Vec<String>,
    /// It was sent on to who does not take it here: the papers must follow.
    papers: Papers,
    /// The law gives a term to decide.
    has_term: bool,
    /// To whom it can be sent on: code and name.
    others: Vec<(String, String)>,
    besluit: Option<besluit::Letter>,
    typed: Fields,
}

impl DossierPage {
    /// What was typed before, to be put right.
    fn typed(&self, name: &str) -> &str {
        self.typed.get(name)
    }

    /// Is something wrong in one of these fields, or was it typed and not taken? Then its form stands open.
    fn wrong(&self, names: &[&str]) -> bool {
        let fault = self.f.faults.iter().any(|fault| names.contains(&fault.field.as_str()));
        fault || names.iter().any(|name| !self.typed(name).is_empty())
    }
}

/// Who looks, for her own organisation, and why: the purpose is that of the service.
pub(super) async fn context(ask: &Ask, id: Uuid) -> Result<Context, Fault> {
    ask.staff()?;
    let work = ask.read(ask.public(), move |op| Box::pin(async move { cases::service_of(op, Id::from(id)).await }));
    let (_, service) = work.await?;
    let purpose = match ask.app.catalogue.service(&service) {
        Some(service) => Purpose::new(&service.purpose, &service.basis),
        None => Purpose::new("zaak behandelen", "AVG artikel 6 lid 1 e"),
    };
    ask.at_work(purpose)
}

/// What a zaak is about, by the name of its product.
pub(super) fn product_name(service: Option<&ServiceDefinition>, omschrijving: &str) -> String {
    service.map_or_else(|| omschrijving.to_owned(), |s| capital(s.upl.as_str()))
}

/// The page.
pub(crate) async fn show(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    again(&ask, id, Fields(vec![]), vec![]).await
}

/// The page with what was typed and could not be done.
pub(super) async fn again(ask: &Ask, id: Uuid, typed: Fields, back: impl Into<Back>) -> Result<Response, Fault> {
    let (app, context) = (ask.app.clone(), context(ask, id).await?);
    let work = ask.write(context, move |op| {
        let app = app.clone();
        Box::pin(async move {
            let dossier = cases::dossier(op, Id::from(id), &app.calendar).await?;
            Ok((dossier, right_door::over_zaak(op, id).await?))
        })
    });
    let (dossier, over) = work.await?;
    let shown = dossier_page(ask, (&dossier, &over), typed, back.into());
    Ok(page(shown.f.status(), &shown))
}

/// The page with the whole number of who takes part: a look that is written down by itself.
pub(crate) async fn identify(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let (app, context) = (ask.app.clone(), context(&ask, id).await?);
    ask.lately(&format!("/balie/zaken/{id}"))?;
    let work = ask.write(context, move |op| {
        let app = app.clone();
        Box::pin(async move {
            let whole = cases::identify(op, Id::from(id)).await?;
            let dossier = cases::dossier(op, Id::from(id), &app.calendar).await?;
            Ok((whole, dossier, right_door::over_zaak(op, id).await?))
        })
    });
    let (betrokkenen, dossier, over) = work.await?;
    let dossier = Dossier { betrokkenen, ..dossier };
    let shown = DossierPage { can_identify: false, ..dossier_page(&ask, (&dossier, &over), Fields(vec![]), vec![].into()) };
    Ok(page(StatusCode::OK, &shown))
}

/// The zaak at the desk, for what its page has in common with that of its person.
async fn opened(ask: &Ask, id: Uuid) -> Result<Opened, Fault> {
    Ok(Opened { id: Id::from(id), context: context(ask, id).await?, path: format!("/balie/zaken/{id}") })
}

/// One of its documents.
pub(crate) async fn document(ask: Ask, At((id, document)): At<(Uuid, Uuid)>) -> Result<Response, Fault> {
    zaak::photo(&ask, &opened(&ask, id).await?, document).await
}

/// What was sent, on paper.
pub(crate) async fn pdf(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    zaak::pdf(&ask, &opened(&ask, id).await?).await
}

/// The decision on it, on paper.
pub(crate) async fn besluit(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    besluit::pdf(&ask, &opened(&ask, id).await?).await
}

fn dossier_page(ask: &Ask, (dossier, over): (&Dossier, &[OverZaak]), typed: Fields, back: Back) -> DossierPage {
    let (view, language) = (&dossier.view, ask.language);
    let (zaak, service) = (&view.zaak, ask.app.catalogue.service(&view.zaak.service));
    let mut f = ask.frame(product_name(service, &zaak.omschrijving));
    f.path = format!("/balie/zaken/{}", zaak.id);
    let at = ask.url(&f.path);
    let (today, law) = (today(ask), zaak.uiterlijke_einddatum_afdoening);
    let waits = view.taken.iter().filter(|taak| taak.is_open()).map(|taak| taak.uiterlijk).max();
    let open = zaak.einddatum.is_none();
    let handles = dossier.handles && open;
    // A term that is over can't stand still, and one thing is asked at a time.
    let asks = handles && law.is_none_or(|last| last >= today) && waits.is_none_or(|until| until < today);
    let lost = |name: &&str| !handles || (*name == "gevraagd" && !asks);
    let kept = ["bericht", "gevraagd", "uitleg", "reden"].iter().filter(|name| lost(name)).map(|name| typed.get(name).to_owned());
    back.tell(ask, &mut f, kept.chain(Signals::lost(dossier, &typed)).collect());
    let (resultaten, besluiten) = endings(dossier);
    f.labels = labels(ask, (&resultaten, &besluiten), &typed);
    let signals = Signals::of(ask, (dossier, &at), &typed, &mut f);
    DossierPage {
        number: zaak.identificatie.clone(),
        received: texts::moment(zaak.ontvangen_op, language),
        forwarded: sent_on(ask, &view.doorzendingen),
        open,
        resultaat: view.resultaat.as_deref().map(|resultaat| besluit::outcome(resultaat, language)),
        dues: dues_of(ask, dossier),
        reasons: reasons_of(ask, dossier),
        mover: mover(ask, waits, view.berichten.last().map(|b| b.van)),
        steps: steps(ask, None, view),
        next_steps: next_steps(view),
        toelichting: sent(view),
        shielded: view.afgeschermd,
        photos: view.documents.iter().map(|d| document_of(ask, (&at, zaak.adviseur), d)).collect(),
        can_identify: dossier.handles && dossier.betrokkenen.iter().any(is_masked),
        genodigden: at_the_desk(ask, dossier, today),
        betrokkenen: dossier.betrokkenen.iter().map(|rol| betrokkene(ask, rol)).collect(),
        messages: Message::of_zaak(ask, Page::Desk, view),
        notes: dossier.notities.iter().map(|note| written(ask, note)).collect(),
        signals,
        disputes: over.iter().map(|one| about_zaak(ask, one)).collect(),
        advice: Advice::of(ask, dossier),
        tasks: view.taken.iter().map(|taak| task(ask, (&at, handles), taak)).collect(),
        handles,
        unreached: brief::unreached(ask, dossier),
        asks,
        ask_hint: ask_hint(ask, dossier.termijn.is_some()),
        resultaten,
        besluiten,
        ends: Ends::of(ask, dossier),
        decide_hint: decide_hint(ask, service),
        unhandled: onbehandeld::told(ask, dossier),
        queue: queue(ask, view, "queue-desk-asked"),
        has_term: dossier.termijn.is_some(),
        signed: dossier.ondertekening.as_ref().map(|by| Signed::of(ask, by, &zaak.organisatie, language)),
        granted: zaak.granted_after(today).map(|last| dates::granted(ask, last)),
        papers: Papers::of(ask, dossier),
        others: others(ask, &zaak.organisatie, |to| service.is_some_and(|service| service.overlay(&to.code).is_some())),
        besluit: besluit::letter(ask, view, language),
        typed,
        at,
        f,
    }
}

/// What belongs in the reasons of every decision, and in those of this service.
fn decide_hint(ask: &Ask, service: Option<&ServiceDefinition>) -> String {
    let own = service.and_then(|service| service.motivering.as_ref()).map(|text| text.get(ask.language).to_owned());
    [ask.text("desk-decide-hint")].into_iter().chain(own).collect::<Vec<_>>().join(" ")
}

/// The days before which it must be done, and until which it can be left unhandled.
fn dues_of(ask: &Ask, dossier: &Dossier) -> Vec<Due> {
    let zaak = &dossier.view.zaak;
    let days = (zaak.einddatum_gepland, zaak.uiterlijke_einddatum_afdoening);
    let must = dues_or_granted(ask, zaak.granted_after(today(ask)), days, zaak.werkdatum);
    let may = dossier.onbehandeld_tot.map(|until| onbehandeld::may_until(ask, until));
    must.into_iter().chain(may).collect()
}

/// Why the last day for the decision is what it is.
fn reasons_of(ask: &Ask, dossier: &Dossier) -> Vec<String> {
    let still = stands_still(ask, &dossier.view);
    dossier.termijn.as_ref().map(|termijn| reasons(ask, &termijn.reasons, still)).unwrap_or_default()
}

fn is_masked(rol: &Rol) -> bool {
    rol.identificatie.as_deref().is_some_and(|number| number.starts_with('•'))
}

/// The steps to which it can go on, short of its end.
fn next_steps(view: &ZaakView) -> Vec<String> {
    let stands = view.stappen.iter().rposition(|stap| stap.gezet.is_some()).unwrap_or(0);
    let middle = view.stappen.iter().take(view.stappen.len().saturating_sub(1)).skip(stands + 1);
    middle.map(|stap| stap.omschrijving.clone()).collect()
}

/// How it can end without a decision, and with one, but for what can't be decided yet.
fn endings(dossier: &Dossier) -> (Vec<String>, Vec<String>) {
    let decides = |one: &&String| dossier.nog_niet.is_none() || one.as_str() != cases::NIET_IN_BEHANDELING;
    (dossier.resultaten.clone(), dossier.besluiten.iter().filter(decides).cloned().collect())
}

/// What fields are called in the form that was sent, where one has another name in another form.
fn labels(ask: &Ask, (resultaten, besluiten): (&[String], &[String]), typed: &Fields) -> Vec<(String, String)> {
    let decided = resultaten.is_empty() || besluiten.iter().any(|one| one == typed.get("resultaat"));
    let ending = if decided { "desk-decide-label" } else { "desk-close-label" };
    [("bericht", "desk-answer-label"), ("uitleg", ending)].map(|(id, key)| (id.to_owned(), ask.text(key))).into()
}

/// What happens with the term while she is asked, and a day that can be typed.
fn ask_hint(ask: &Ask, has_term: bool) -> String {
    let key = if has_term { "desk-ask-until-hint" } else { "desk-ask-until-free" };
    let example = texts::text_with(ask.language, "desk-ask-until-example", &[("example", &example(today(ask)))]);
    format!("{} {example}", ask.text(key))
}

/// What lies in the closed compartment is named, but not for her to open.
fn document_of(ask: &Ask, (at, adviseur): (&str, Option<Role>), document: &cases::Document) -> Photo {
    let shown = photo_of(ask, (at, "document"), document);
    let who = adviseur.map(|role| ask.text(role_key(role))).unwrap_or_default();
    let closed = document.besloten.then(|| texts::text_with(ask.language, "desk-document-closed", &[("who", &who)]));
    Photo { instead: closed.or(shown.instead), given: given(ask, document), ..shown }
}

/// When a document was added, and by whom; none for what came with the form.
pub(super) fn given(ask: &Ask, document: &cases::Document) -> Option<String> {
    let toegevoegd = document.toegevoegd?;
    let who = match toegevoegd.door {
        Gever::Melder => "desk-given-melder",
        Gever::Vertegenwoordiger => "desk-given-vertegenwoordiger",
        Gever::Houder => "desk-given-houder",
    };
    let told = [("moment", &*texts::moment(toegevoegd.op, ask.language)), ("who", &ask.text(who))];
    Some(texts::text_with(ask.language, "desk-document-given", &told))
}

pub(super) fn betrokkene(ask: &Ask, rol: &Rol) -> Betrokkene {
    let number = if rol.betrokkene_type == "natuurlijk_persoon" { "field-bsn" } else { "my-data-kvknummer" };
    let facts = [
        ("my-data-naam", &rol.naam),
        (number, &rol.identificatie),
        ("desk-branch", &rol.vestigingsnummer),
        ("desk-acts-as", &rol.roltoelichting),
        ("desk-email", &rol.email),
        ("desk-phone", &rol.telefoon),
    ];
    let known = facts.into_iter().filter_map(|(key, value)| Some((ask.text(key), value.clone()?)));
    Betrokkene { facts: known.collect() }
}

/// By whom, when, and what a colleague wrote down.
pub(super) fn written(ask: &Ask, note: &Notitie) -> (String, String, String) {
    (note.medewerker.clone(), texts::moment(note.op, ask.language), note.tekst.clone())
}

fn task(ask: &Ask, (at, handles): (&str, bool), taak: &Taak) -> Task {
    let until = || texts::date(taak.uiterlijk, ask.language);
    let (key, date) = match (taak.vervuld_op, taak.ingetrokken_op) {
        (Some(at), _) => ("desk-task-done", texts::moment(at, ask.language)),
        (None, Some(at)) => ("desk-task-withdrawn", texts::moment(at, ask.language)),
        (None, None) if taak.waits(today(ask)) => ("desk-task-until", until()),
        (None, None) => ("desk-task-unused", until()),
    };
    let letter = (handles && taak.waits(today(ask))).then(|| format!("{at}/aanvulling/{}", taak.id));
    let back = letter.as_ref().map(|letter| format!("{letter}/intrekken"));
    Task { text: taak.gevraagd.clone(), when: texts::text_with(ask.language, key, &[("date", &date)]), letter, back }
}

/// What an operation of the desk came to: on to the page, or back to what was typed.
pub(super) async fn done(
    ask: &Ask,
    id: Uuid,
    typed: Fields,
    (came, anchor): (access::Result<()>, &str),
) -> Result<Response, Fault> {
    match came {
        Ok(()) => Ok(ask.go(&format!("/balie/zaken/{id}{anchor}"))),
        Err(error) => overtaken(ask, id, typed, error).await,
    }
}

/// Back on the page with why not and what was typed, where the zaak is still hers to see.
pub(super) async fn overtaken(ask: &Ask, id: Uuid, typed: Fields, error: Error) -> Result<Response, Fault> {
    match Back::of(error) {
        Ok(back) => again(ask, id, typed, back).await,
        Err(error) => Err(ask.fault(error)),
    }
}
