//! From a service definition to a zaak: draft, answers, photos, check, send once, receipt.
//!
//! A draft is opened by the secret of the browser that began it, or that went on with it by its words; one that was begun by who signed in,
//! by her alone, on every device.
//! The zaak has the id of its draft, so sending twice makes one zaak.

mod answers;
mod caution;
mod day;
mod decide;
mod draft;
mod handover;
mod known;
mod later;
mod lookup;
mod means;
mod money;
mod namens;
mod notes;
mod photo;
mod place;
mod prefill;
mod questions;
mod receipt;
mod resume;
mod signals;
mod store;
mod uitnodiging;

pub use answers::{Answers, cell, rows_of};
pub use caution::cautions;
pub use day::is_late;
pub use decide::{Ready, decide};
pub use draft::{Draft, DraftFile, DraftLine, NewDraft};
pub use handover::{Estimate, Handover, estimate};
pub use known::{AddressLookup, FoundAddress, Known, KnownItem, KnownValue, VehicleLookup};
pub use lookup::{Learned, Unasked, look_up, unasked};
pub use means::signed_in_words as income_in_words;
pub use money::in_words as euros_in_words;
pub use namens::filed_by;
pub use photo::{FileKind, MAX_PHOTO, Photo};
pub use place::{Address, TypedAddress, Where, address, competent, place};
pub use prefill::{Asking, datum_in_words, prefill};
pub use questions::{Facts, check_page, filled_rows, is_asked, is_page_asked, may_grow, shown};
pub use receipt::{Copy, CopyRow, Receipt};
pub use resume::{find_by_code, keep, resume};
pub use uitnodiging::{gegeven_van, geven, reached, unknown_doel};

use ::store::Migration;
use access::{Action, Assurance, Browser, DataKey, Error, Event, FollowCode, GENOEMD, Lists, Op, Party, Refusal, Result};
use cases::{Desk, DocumentStatus, Documents, NewZaak, Verdict, Waarheen, Waiting, Zaak};
use catalogue::{Catalogue, Hosted, Niveau, Organisatie, ServiceDefinition, ServiceOverlay};
use jiff::ToSpan;
use registers::{Doelen, Gecontroleerd};
use terms::Calendar;
use uuid::Uuid;
use values::{Bsn, Id, Language, Oin, Prose};

/// The tables of this context.
pub const MIGRATIONS: &[Migration] = &[
    Migration { context: "intake", number: 1, sql: include_str!("../migrations/0001_draft.sql") },
    Migration { context: "intake", number: 2, sql: include_str!("../migrations/0002_signed_in.sql") },
    Migration { context: "intake", number: 3, sql: include_str!("../migrations/0003_documents.sql") },
    Migration { context: "intake", number: 4, sql: include_str!("../migrations/0004_vestiging.sql") },
    Migration { context: "intake", number: 5, sql: include_str!("../migrations/0005_volgcode.sql") },
    Migration { context: "intake", number: 6, sql: include_str!("../migrations/0006_drafts_of_a_branch.sql") },
];

/// How long a draft that only its own browser opens is kept after the last change, in hours.
pub const DRAFT_HOURS: i64 = 24;
/// How long one of who signed in is, and one with words of its own, in hours: 30 days.
pub const KEPT_DRAFT_HOURS: i64 = 30 * 24;

/// How sure one must be of who begins, opens or sends a form of this service.
pub fn at_least(service: &ServiceDefinition) -> Assurance {
    match service.inloggen.as_ref().map(|inloggen| inloggen.minstens) {
        None => Assurance::None,
        Some(Niveau::Laag) => Assurance::Low,
        Some(Niveau::Substantieel) => Assurance::Substantial,
        Some(Niveau::Hoog) => Assurance::High,
    }
}

/// Begins a draft for this browser, or for the party for whom the actor acts when somebody signed in. Invariant: it is that party's, so
/// what was begun for her she finishes herself (test `what_was_begun_for_him_is_his`). Errors: `NotAllowed` for who did not sign in where
/// one must, or acts for another in other services.
pub async fn begin(op: &mut Op<'_>, service: &ServiceDefinition, browser: &Browser, new: &NewDraft) -> Result<()> {
    let organisation = op.context().organisation.clone();
    let party = op.party_for_at(&service.name, &organisation)?.map(Vec::from);
    if op.context().actor.assurance < at_least(service) || (service.inloggen.is_some() && party.is_none()) {
        return Err(Error::NotAllowed);
    }
    let vestiging = op.vestiging_at(&organisation)?.map(Vec::from);
    let owned = draft::Owned { id: new.id, organisation, party, vestiging, dienst: service.name.clone() };
    op.may(Action::Create, &owned)?;
    let key = DataKey::create(op).await?;
    store::insert(op, &service.name, browser, (&owned, &key), new).await
}

/// The draft, for whoever began it. Errors: `NotFound` for another, for a draft that was sent or one that is too old.
pub async fn open(op: &mut Op<'_>, id: Uuid, browser: &Browser) -> Result<Draft> {
    let draft = store::draft(op, id, browser).await?;
    let hours = if draft.signed_in || draft.code.is_some() { KEPT_DRAFT_HOURS } else { DRAFT_HOURS };
    if draft.changed_at.saturating_add(hours.hours()).is_ok_and(|end| end < op.now()) {
        return Err(Error::NotFound);
    }
    Ok(draft)
}

/// The same for who changes it: nobody else changes or sends it until this operation is done. What changes it asks for it here, so that of two
/// tabs at once neither undoes what the other was told is kept (tests in `twee_tabs.rs`). Errors: `NotFound` as `open`.
async fn held(op: &mut Op<'_>, id: Uuid, browser: &Browser) -> Result<Draft> {
    if store::lock(op, id).await? { open(op, id, browser).await } else { Err(Error::NotFound) }
}

/// Was this draft begun by who signed in, and not sent? Gives nothing personal.
pub async fn is_a_partys(op: &mut Op<'_>, id: Uuid) -> Result<bool> {
    store::is_a_partys(op, id).await
}

/// What the party of the actor has not sent yet, the newest first. Errors: `NotFound` for who did not sign in.
pub async fn drafts(op: &mut Op<'_>) -> Result<Vec<DraftLine>> {
    let organisation = op.context().organisation.clone();
    let lists = Lists::of(op, &[organisation])?;
    let mut drafts = store::drafts(op, &lists, KEPT_DRAFT_HOURS).await?;
    drafts.retain(|draft| lists.diensten.as_ref().is_none_or(|named| named.contains(&draft.service)));
    Ok(drafts)
}

/// What the party of the actor has not sent yet, with what she answered and the files she chose, to take along (AVG 15 and 20). Errors: as `drafts`.
pub async fn unsent(op: &mut Op<'_>) -> Result<Vec<Draft>> {
    let mut all = Vec::new();
    for line in drafts(op).await? {
        all.push(store::read_draft(op, line.id).await?);
    }
    Ok(all)
}

/// Throws away what was not sent, with its key. Gives the names of its sealed files: no row names them any more, so remove them after it.
/// Errors: `NotFound` for another.
pub async fn discard(op: &mut Op<'_>, id: Uuid, browser: &Browser) -> Result<Vec<String>> {
    let draft = open(op, id, browser).await?;
    let files = store::discard(op, id).await?.ok_or(Error::Conflict("draft"))?;
    DataKey::destroy(op, draft.data_key).await?;
    Ok(files)
}

/// Was the draft of this browser, or of the party of the actor, sent?
pub async fn was_sent(op: &mut Op<'_>, id: Uuid, browser: &Browser) -> Result<bool> {
    match store::check_opener(op, id, browser).await {
        Ok(()) => store::is_sent(op, id).await,
        Err(Error::NotFound) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Keeps the answers of one page, right or wrong, so that nothing a person typed is lost.
pub async fn save(op: &mut Op<'_>, id: Uuid, browser: &Browser, page: &Answers) -> Result<()> {
    let mut draft = held(op, id, browser).await?;
    draft.answers.take(page);
    store::save(op, &draft).await
}

/// Keeps what a register said of what was typed.
pub async fn learn(op: &mut Op<'_>, id: Uuid, browser: &Browser, learned: &Learned) -> Result<()> {
    let mut draft = held(op, id, browser).await?;
    draft.known.learn(learned.clone());
    store::save_known(op, &draft).await
}

/// Adds a photo that stands on the disk already. Errors: `Invalid` when there are too many.
pub async fn add_file(op: &mut Op<'_>, id: Uuid, browser: &Browser, file: &DraftFile, most: usize) -> Result<()> {
    held(op, id, browser).await?.room_for(&file.question, most)?;
    store::insert_file(op, id, file).await
}

/// Seals a photo in memory, under the key of its draft.
pub async fn seal_photo(op: &mut Op<'_>, id: Uuid, browser: &Browser, file: Uuid, photo: &Photo) -> Result<Vec<u8>> {
    let draft = open(op, id, browser).await?;
    let key = DataKey::find(op, draft.data_key).await?;
    Documents::seal(op, &key, file, &photo.bytes)
}

/// Takes a photo out again. Gives the name of its sealed file: no row names it any more, so remove it after this.
pub async fn remove_file(op: &mut Op<'_>, id: Uuid, browser: &Browser, file: Uuid) -> Result<Option<String>> {
    held(op, id, browser).await?;
    store::remove_file(op, id, file).await
}

/// What sending needs besides the draft.
#[derive(Clone, Copy)]
pub struct Sending<'a> {
    /// The service.
    pub service: &'a ServiceDefinition,
    /// Organisations and places.
    pub catalogue: &'a Catalogue,
    /// Working days.
    pub calendar: &'a Calendar,
    /// The language in which the person sent it.
    pub language: Language,
    /// Where the portal is: `https://loket.example`.
    pub portal: &'a str,
    /// For which purposes registers may be asked later.
    pub doelen: &'a Doelen,
}

/// Sends the draft: makes the zaak, keeps the exact copy, and lets a confirmation leave when there is an address. Sending twice gives
/// the same receipt. Errors: `Invalid` with what still lacks, `Refused` when the organisation doesn't take it here, `Conflict` when
/// another request is sending it (ask for the receipt).
pub async fn submit(op: &mut Op<'_>, id: Uuid, browser: &Browser, with: Sending<'_>) -> Result<Receipt> {
    store::check_opener(op, id, browser).await?;
    if !store::lock(op, id).await? {
        // It was sent, perhaps a moment ago.
        return read_receipt(op, id).await;
    }
    let mut draft = open(op, id, browser).await?;
    let party = op.context().actor.party_for(&with.service.name);
    if op.context().actor.assurance < at_least(with.service) || (with.service.inloggen.is_some() && party.is_none()) {
        return Err(Error::NotAllowed);
    }
    let (catalogue, calendar, today) = (with.catalogue, with.calendar, op.today());
    let files = draft.files.clone();
    let facts = Facts { answers: &draft.answers, known: &draft.known, files: &files, catalogue, calendar, today };
    let ready = decide(with.service, &facts, &op.context().actor, with.language).map_err(Error::Invalid)?;
    let not_here = || Error::Refused(Refusal("refused-not-hosted"));
    let hosted = with.catalogue.hosted_with_code(&ready.organisatie).ok_or_else(not_here)?;
    let overlay = with.service.overlay(&hosted.code).ok_or_else(not_here)?;
    if op.context().organisation != hosted.oin {
        return Err(Error::Conflict("organisation of the draft"));
    }
    let later = later::questions(with.service, &facts, &op.context().actor, op.today());
    let mut signals = signals::of_sent(with.service, &facts);
    let named: Vec<_> = questions::named(with.service, &facts).collect();
    let genodigden = uitnodiging::genodigden(with.service, &facts);
    let applicant = uitnodiging::applicant(with.service, &facts, (&ready.rollen, party.as_ref()));
    let key = DataKey::find(op, draft.data_key).await?;
    let running =
        if draft.signed_in && ready.handover.is_none() { cases::running(op, &with.service.name).await? } else { vec![] };
    signals.extend(signals::of_running(&running));
    draft.files = store::take_files(op, id).await?;
    let code = draft.code.clone().unwrap_or_else(|| FollowCode::new(op.keys()));
    let new = new_zaak(op, &draft, (&ready, party), (hosted, overlay), (&code, &with))?;
    let zaak = cases::create(op, &key, new).await?;
    tell_named(op, (zaak.id.uuid(), &zaak.organisatie), &named).await?;
    if ready.handover.is_some() {
        cases::hand_over(op, zaak.id).await?;
    } else {
        for signaal in &signals {
            cases::signal(op, zaak.id, signaal).await?;
        }
    }
    uitnodiging::invite(op, (&key, &zaak), (&genodigden, &applicant), &with).await?;
    let receipt = receipt::of(&receipt::Sent { zaak: &zaak, ready: &ready, draft: &draft, code }, hosted, overlay, &with);
    store::insert_submission(op, &key, &receipt).await?;
    let receipt = receipt.shown_to(&op.context().actor, true);
    if let Some(doel) = with.service.inloggen.as_ref().and_then(|i| with.doelen.get(&i.doel)) {
        for vraag in &later {
            registers::later(op, &key, doel, id, vraag).await?;
        }
    }
    if let Some(letter) = receipt::letter(&receipt, &ready, with.portal) {
        letters::enqueue(op, &key, ("zaak", id), &letter).await?;
    }
    store::sent(op, id).await?;
    Ok(receipt)
}

/// Whoever is named in what another sends, such as who moves along, reads that in her own journal. That her name stands among the data of
/// another, she does not read there: it is held about the other (Wet BRP 2.7 lid 1 a), and it would tell a former partner that somebody is
/// moving (AVG 15 lid 4).
async fn tell_named(op: &mut Op<'_>, (zaak, organisatie): (Uuid, &Oin), named: &[Bsn]) -> Result<()> {
    for bsn in named {
        let hash = Party::Person(bsn.clone()).hash(op.keys(), organisatie)?;
        op.record(Event::of(GENOEMD, "zaak", zaak).at(organisatie).about(Some(&hash))).await?;
    }
    Ok(())
}

/// The zaak that comes of a draft.
fn new_zaak(
    op: &Op<'_>,
    draft: &Draft,
    (ready, party): (&Ready, Option<Party>),
    (hosted, overlay): (&Hosted, &ServiceOverlay),
    (code, with): (&FollowCode, &Sending<'_>),
) -> Result<NewZaak> {
    let planning = with.service.planning(&overlay.overlay, op.today(), with.calendar);
    let planning = planning.map_err(|e| Error::Internal(e.to_string()))?;
    Ok(NewZaak {
        id: Id::from(draft.id),
        organisatie: hosted.oin.clone(),
        bronorganisatie: hosted.rsin.clone(),
        versie: overlay.version.clone(),
        ontvangen_op: op.now(),
        einddatum_gepland: planning.einddatum_gepland,
        uiterlijke_einddatum_afdoening: planning.uiterlijke_einddatum_afdoening,
        taal: with.language,
        toelichting: ready.toelichting.clone(),
        bijzonder: ready.bijzonder.clone(),
        rollen: ready.rollen.clone(),
        party,
        volgcode: code.clone(),
        documents: draft.files.iter().map(DraftFile::document).collect(),
    })
}

/// The receipt, for the browser that sent it. Writes a line in the journal.
pub async fn receipt(op: &mut Op<'_>, id: Uuid, browser: &Browser) -> Result<Receipt> {
    store::check_opener(op, id, browser).await?;
    read_receipt(op, id).await
}

/// The receipt, for who holds the code of the zaak. Writes a line in the journal.
pub async fn receipt_of(op: &mut Op<'_>, zaak: Id<Zaak>) -> Result<Receipt> {
    read_receipt(op, zaak.uuid()).await
}

/// What was sent, in the words of who sent it; none when no receipt of it is kept. Writes no line in the journal: ask it beside
/// `cases::look`, which writes the one for this look.
pub async fn copy_of(op: &mut Op<'_>, zaak: Id<Zaak>) -> Result<Option<Copy>> {
    let (_, bijzonder) = cases::reads_bijzonder(op, zaak).await?;
    Ok(store::receipt(op, zaak.uuid()).await?.map(|receipt| receipt.copy.read_with(bijzonder)))
}

async fn read_receipt(op: &mut Op<'_>, id: Uuid) -> Result<Receipt> {
    let (party, bijzonder) = cases::reads_bijzonder(op, Id::from(id)).await?;
    let receipt = store::receipt(op, id).await?.ok_or(Error::NotFound)?;
    op.record(Event::of("ontvangstbewijs-gelezen", "zaak", id).about(party.as_deref())).await?;
    Ok(receipt.shown_to(&op.context().actor, bijzonder))
}

/// Sends a zaak on to another organisation, with what is still to be asked of a register: `cases::send_on`.
pub async fn send_on(
    op: &mut Op<'_>,
    id: Id<Zaak>,
    (to, catalogue): (&Organisatie, &Catalogue),
    reden: &Prose,
    desk: Desk<'_>,
) -> Result<Waarheen> {
    let waarheen = cases::send_on(op, id, (to, catalogue), reden, desk).await?;
    let there = cases::organisation_of(op, id).await?;
    registers::sent_on(op, id.uuid(), &there).await?;
    Ok(waarheen)
}

/// Photos of drafts that wait for the virus scanner, some hundreds at a time.
pub async fn waiting(op: &mut Op<'_>) -> Result<Vec<Waiting>> {
    store::waiting(op).await
}

/// What the virus scanner says of a photo of a draft that waited. Of an infected one no row stays; then remove its file. Errors:
/// `NotFound` when it does not wait here any more: it was scanned, taken out, or sent.
pub async fn file_scanned(op: &mut Op<'_>, waiting: &Waiting, verdict: Verdict) -> Result<()> {
    store::file_scanned(op, waiting.document.id, DocumentStatus::after(verdict)).await
}

/// The same for a document of a zaak; who sent an infected one reads so in the messages, in the language she used.
pub async fn document_scanned(op: &mut Op<'_>, waiting: &Waiting, verdict: Verdict, portal: &str) -> Result<()> {
    let sent = store::receipt(op, waiting.of).await?;
    let language = sent.and_then(|receipt| Language::from_code(&receipt.copy.language)).unwrap_or_default();
    let tekst = texts::text_with(language, "zaak-photo-infected-message", &[("name", &waiting.document.titel)]);
    cases::scanned(op, waiting, verdict, (&tekst, portal)).await
}

/// Tells a zaak what came out of a question that could not be asked when it was sent, once: its person, whom she named, and who handles it
/// what she must look at.
pub async fn checked(op: &mut Op<'_>, known: &Gecontroleerd, portal: &str) -> Result<()> {
    if !registers::settle(op, known).await? {
        return Ok(());
    }
    let zaak = known.controle.zaak;
    tell_named(op, (zaak, &known.controle.organisatie), &known.genoemd).await?;
    let sent = store::receipt(op, zaak).await?;
    let language = sent.and_then(|receipt| Language::from_code(&receipt.copy.language)).unwrap_or_default();
    let key = format!("controle-{}-{}", known.controle.register.name(), signals::came_to(known));
    let doubt = known.bijzonder.contains(&"onderzoek").then(|| texts::text(language, "form-in-onderzoek"));
    let tekst = [Some(texts::text(language, &key)), doubt].into_iter().flatten().collect::<Vec<_>>().join(" ");
    cases::tell(op, Id::from(zaak), &tekst, portal).await?;
    for signaal in signals::of_checked(known) {
        cases::signal(op, Id::from(zaak), &signaal).await?;
    }
    Ok(())
}

/// Destroys drafts that nobody can open any more since a day, with their keys, some hundreds at a time. Gives how many.
pub async fn sweep(op: &mut Op<'_>) -> Result<usize> {
    // A day later than it can't be opened any more: a clock that is a day ahead destroys nothing.
    store::sweep(op, (DRAFT_HOURS + 24, KEPT_DRAFT_HOURS + 24)).await
}

/// Destroys a zaak that was kept long enough (`cases::due_for_destruction`), with what was sent, what was to be asked of a register later, and the
/// letters about it. Errors: as `cases::destroy`.
pub async fn destroy(op: &mut Op<'_>, zaak: Id<Zaak>) -> Result<()> {
    cases::destroy(op, zaak).await?;
    store::destroy(op, zaak.uuid()).await?;
    registers::forget(op, zaak.uuid()).await?;
    letters::forget(op, ("zaak", zaak.uuid())).await
}

/// Names of all files that a draft or zaak points at.
pub async fn files_in_use(op: &mut Op<'_>) -> Result<Vec<String>> {
    let mut names = store::files_in_use(op).await?;
    names.extend(cases::files_in_use(op).await?);
    Ok(names)
}
