//! A person's or company's own zaken at all organisations: put together live, stored nowhere.
use crate::{Document, From, Zaak, advies, open, refused, store};
use access::{DataKey, Error, Event, FollowCode, Lists, Op, Party, Protected, Result, shown};
use jiff::{Timestamp, civil::Date};
use serde_json::json;
use uuid::Uuid;
use values::{Id, Oin};

/// Most zaken on one page.
pub const PAGE: usize = 50;

/// So many numbers of what runs already say enough.
const MOST_RUNNING: usize = 5;

/// One zaak in a list of one's own.
#[derive(Debug, Clone)]
pub struct ZaakLine {
    /// Its id.
    pub id: Id<Zaak>,
    /// The organisation that handles it.
    pub organisatie: Oin,
    /// Its number.
    pub identificatie: String,
    /// What kind of zaak it is.
    pub omschrijving: String,
    /// The name of its service: `verhuismelding`.
    pub service: String,
    /// When it was received.
    pub ontvangen_op: Timestamp,
    /// The day a norm promises an answer.
    pub einddatum_gepland: Option<Date>,
    /// The last day the law gives.
    pub uiterlijke_einddatum_afdoening: Option<Date>,
    /// The day it ended.
    pub einddatum: Option<Date>,
    /// ZGW `omschrijving` of the last status.
    pub status: String,
    /// The date that bites: `Zaak::werkdatum`.
    pub werkdatum: Date,
    /// Silence means yes: `Zaak::lex_silencio`.
    pub lex_silencio: bool,
    /// How it ended.
    pub resultaat: Option<String>,
    /// What she can do against the decision itself, and the last day for it: `bezwaar`.
    pub rechtsmiddel: Option<(String, Date)>,
    /// Until when she can do what she was asked, when she has not yet and still can.
    pub taak: Option<Date>,
    /// Somebody whom she named must still give her own data.
    pub wacht_op_genodigde: bool,
    /// She said that she did elsewhere what she prepared here.
    pub elders_gedaan: bool,
}

/// A document of one's own zaak, with the key that opens its file.
pub struct OwnDocument {
    /// Of which zaak.
    pub zaak: Id<Zaak>,
    /// Which.
    pub document: Document,
    /// Opens it.
    pub key: DataKey,
}

/// Which part of the list; by default the first page of what is open.
#[derive(Debug, Clone, Copy, Default)]
pub struct Page {
    /// Those that ended, or those that are still open.
    pub ended: bool,
    /// Only those that began before this one: the last of the page before.
    pub before: Option<Uuid>,
}

/// The zaken of the party of the actor at these organisations, the newest first; the second is `true` when there are more than a page. Who
/// acts for another sees those of the services of her authority (test `what_was_begun_for_him_is_his`), who acts for one branch those of
/// that branch.
/// Each organisation whose zaken are shown gets a line in its part of the journal. Errors: `NotFound` for who did not sign in.
pub async fn mine(op: &mut Op<'_>, organisations: &[Oin], page: Page) -> Result<(Vec<ZaakLine>, bool)> {
    let lists = Lists::of(op, organisations)?;
    let (lines, more) = access::page(store::mine::lines(op, &lists, page, PAGE + 1).await?, PAGE);
    shown(op, &lists.party, "zaken-bekeken", lines.iter().map(|line| &line.organisatie)).await?;
    Ok((lines, more))
}

/// The zaken of the actor at these organisations in which something was asked of her that she can still do, the first date first, and then those
/// in which somebody whom she named must still give her own data; as many as stand on one page; with lines in the journal and errors as `mine`.
pub async fn asked(op: &mut Op<'_>, organisations: &[Oin]) -> Result<Vec<ZaakLine>> {
    let lists = Lists::of(op, organisations)?;
    let lines = store::mine::asked(op, &lists, PAGE).await?;
    shown(op, &lists.party, "zaken-bekeken", lines.iter().map(|line| &line.organisatie)).await?;
    Ok(lines)
}

/// The numbers of the newest zaken of this service that the actor has at the organisation of the operation and that are not over, a few at most;
/// none for who did not sign in. With a line in the journal as `mine`.
pub async fn running(op: &mut Op<'_>, service: &str) -> Result<Vec<String>> {
    let here = op.context().organisation.clone();
    let lists = match Lists::of(op, std::slice::from_ref(&here)) {
        Err(Error::NotFound) => return Ok(vec![]),
        lists => lists?,
    };
    if lists.diensten.as_ref().is_some_and(|of| !of.iter().any(|one| one == service)) {
        return Ok(vec![]);
    }
    let numbers = store::mine::running(op, &lists, service, MOST_RUNNING).await?;
    shown(op, &lists.party, "zaken-bekeken", numbers.first().map(|_| &here).into_iter()).await?;
    Ok(numbers)
}

/// What this party has at the organisation of the operation, for who works there and was given its number: first what is open, the newest first; the second
/// is `true` when there are more than a page. That it was searched for is a line in its journal, also when there is nothing. Errors: `NotFound`
/// for who may not see all its zaken.
pub async fn of_party(op: &mut Op<'_>, party: &Party) -> Result<(Vec<ZaakLine>, bool)> {
    let lists = Lists::at_work(op, party)?;
    let found = access::page(store::mine::all(op, &lists, PAGE + 1).await?, PAGE);
    let here = op.context().organisation.clone();
    shown(op, party, "zaken-gezocht", std::iter::once(&here)).await?;
    Ok(found)
}

/// Makes the zaak of this code, which was begun without signing in, the party's of the actor, or of the branch for which she acts: she is
/// its initiator, and the code keeps working. What is hers already stays as it is. Errors: `NotFound` for a code of nothing and for who
/// acts for another person, `Refused` when it is another party's or branch's.
pub async fn join(op: &mut Op<'_>, code: &FollowCode) -> Result<Id<Zaak>> {
    let hash = code.hash(op.keys())?;
    let (id, _) = store::by_code(op, hash).await?;
    let zaak = store::zaak(op, id).await?;
    let organisation = zaak.organisatie.clone();
    let lists = Lists::own(op, std::slice::from_ref(&organisation))?;
    // Of two at once the second waits here, and sees whose it became.
    let zaak = store::hold(op, &zaak).await?;
    if zaak.party.is_some() {
        return if op.is_the_partys(&zaak)? { Ok(id) } else { refused("refused-of-another") };
    }
    // Who has the code may do all its holder may, so also make it her own.
    let party = op.own_party_at(&organisation)?.map(Vec::from);
    let zaak = Zaak { party, vestiging: op.vestiging_at(&organisation)?.map(Vec::from), ..zaak };
    let key = DataKey::find(op, zaak.data_key).await?;
    store::mine::join(op, &key, &zaak, &lists).await?;
    op.record(Event::of("zaak-verbonden", "zaak", id.uuid()).at(&organisation).about(zaak.party())).await?;
    Ok(id)
}

/// The services of which the party of the actor has zaken at these organisations, by name. Errors: as `everything`.
pub async fn services(op: &mut Op<'_>, organisations: &[Oin]) -> Result<Vec<String>> {
    let party = op.context().actor.party().ok_or(Error::NotFound)?;
    let hashes = access::party_hashes(op, &party, organisations)?;
    store::mine::services(op, &hashes).await
}

/// What one takes along of a page of zaken.
#[derive(Default)]
pub struct Whole {
    /// Each zaak with what was sent, its steps, what was written, and which documents it has.
    pub zaken: Vec<serde_json::Value>,
    /// Those documents, to be read from the disk outside the transaction.
    pub documents: Vec<OwnDocument>,
    /// Where it goes on; none after the last.
    pub next: Option<Page>,
}

/// Everything of the party of the actor at these organisations, to take along (AVG 15 and 20), a page at a time: first what is open, then what ended. Each
/// zaak is a line in the journal, also for its documents. Errors: `NotFound` for who did not sign in, or acts for another.
pub async fn everything(op: &mut Op<'_>, organisations: &[Oin], page: Page) -> Result<Whole> {
    op.context().actor.party().ok_or(Error::NotFound)?;
    let (lines, more) = mine(op, organisations, page).await?;
    let mut all = Whole::default();
    for line in &lines {
        let (zaak, files) = whole(op, line).await?;
        all.zaken.push(zaak);
        all.documents.extend(files);
    }
    all.next = match more {
        true => Some(Page { before: lines.last().map(|line| line.id.uuid()), ..page }),
        false if page.ended => None,
        false => Some(Page { ended: true, before: None }),
    };
    Ok(all)
}

/// Of a line of her own list: whose it is was decided there.
async fn whole(op: &mut Op<'_>, line: &ZaakLine) -> Result<(serde_json::Value, Vec<OwnDocument>)> {
    let zaak = store::zaak(op, line.id).await?;
    let key = DataKey::find(op, zaak.data_key).await?;
    let view = open(op, zaak).await?;
    let event = Event::of("zaak-meegegeven", "zaak", line.id.uuid()).at(&line.organisatie);
    op.record(event.about(view.zaak.party())).await?;
    let steps: Vec<_> = view.stappen.iter().map(|s| json!({ "omschrijving": s.omschrijving, "gezet": s.gezet })).collect();
    let messages: Vec<_> = view
        .berichten
        .iter()
        .map(|b| json!({ "van": if b.van == From::Persoon { "u" } else { "organisatie" }, "op": b.op, "gelezen_op": b.gelezen_op, "tekst": b.tekst }))
        .collect();
    let tasks: Vec<_> = view
        .taken
        .iter()
        .map(|t| {
            json!({ "gevraagd": t.gevraagd, "gevraagd_op": t.gevraagd_op, "uiterlijk": t.uiterlijk, "vervuld_op": t.vervuld_op,
            "ingetrokken_op": t.ingetrokken_op })
        })
        .collect();
    let adviezen: Vec<_> = store::advies::of(op, &key, line.id).await?.iter().map(advies::to_take_along).collect();
    let documents: Vec<_> = view
        .documents
        .iter()
        .map(|d| {
            let later = d.toegevoegd.map(|toegevoegd| toegevoegd.op);
            json!({ "id": d.id, "titel": d.titel, "formaat": d.formaat, "bestandsomvang": d.bestandsomvang, "toegevoegd_op": later })
        })
        .collect();
    let whole = json!({
        "organisatie": line.organisatie.expose(),
        "identificatie": line.identificatie,
        "omschrijving": line.omschrijving,
        "ontvangen_op": line.ontvangen_op,
        "einddatum_gepland": line.einddatum_gepland,
        "uiterlijke_einddatum_afdoening": line.uiterlijke_einddatum_afdoening,
        "einddatum": line.einddatum,
        "elders_gedaan_op": view.zaak.elders_gedaan_op,
        "resultaat": view.resultaat,
        "toelichting": view.toelichting,
        "stappen": steps,
        "berichten": messages,
        "taken": tasks,
        "adviezen": adviezen,
        "besluit": view.besluit,
        "doorzendingen": view.doorzendingen,
        "documenten": documents,
    });
    let may_leave = view.documents.into_iter().filter(|document| document.may_leave().is_ok());
    Ok((whole, may_leave.map(|document| OwnDocument { zaak: line.id, document, key: key.clone() }).collect()))
}
