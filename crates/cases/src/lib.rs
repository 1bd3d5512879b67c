//! The ZGW model: catalogues, zaken and documents, for all organisations at once.
//!
//! Whoever follows a zaak without an account holds its volgcode: `find_by_code` gives the id, after which the actor is its holder.

mod aanvulling;
mod advies;
mod berichten;
mod besluit;
mod bijlage;
mod buiten_behandeling;
mod desk;
mod documents;
mod doorzending;
mod geschil;
mod mine;
mod overdracht;
mod publish;
mod scanner;
mod signaal;
mod standing;
mod store;
mod stukken;
mod toezicht;
mod uitnodiging;
mod verval;
mod zaak;

pub use aanvulling::{MOST_WEEKS, Opschorting, Taak, Verzoek, ask_supplement, fulfil, termijn, withdraw_supplement};
pub use advies::{Advies, AdviesLine, ToAdvise, advise, to_advise};
pub use berichten::{BerichtLine, Onderwerp, berichten, bewijs, unread, zaak_of_bericht};
pub use besluit::{Beslissing, Besluit, Ondertekening, decide};
pub use bijlage::{Bijdrage, Bijlage, Gever, MAX_DOCUMENTS, Toegevoegd, room_for_documents, seal_documents};
pub use buiten_behandeling::NogNiet;
pub use desk::{After, Desk, Dossier, WorkLine, answer, dossier, identify, note, work_list};
pub use documents::{Document, DocumentStatus, Documents, Waiting};
pub use doorzending::{DOORGEZONDEN, Waarheen, send_on, sent_on_to};
pub use geschil::{Indiener, to_complain, to_object};
pub use mine::{OwnDocument, PAGE, Page, Whole, ZaakLine, asked, everything, join, mine, of_party, running, services};
pub use overdracht::{done_elsewhere, hand_over};
pub use publish::{publish, unpublish};
pub use scanner::{Scanner, Verdict};
pub use signaal::{MAX_GEZIEN, NewSignaal, Signaal, seen, signal};
pub use standing::Standing;
pub use store::VERTEGENWOORDIGER;
pub use stukken::{Stukken, StukkenLine, papers_sent, papers_to_send};
pub use toezicht::{find_to_supervise, numbers, supervise};
pub use uitnodiging::{
    Gegeven, NewUitnodiging, Uitnodiging, Waarde, alles_gegeven, dienst_van_uitnodiging, gegeven, geven, mijn_uitnodigingen,
    nieuwe_woorden, openen, te_geven, uitnodigen, uitnodiging, uitnodiging_van,
};
pub use verval::{Verval, Vervalreden, vervalt};
pub use zaak::{Bericht, From, NewZaak, Oordeel, Rol, Stap, Zaak, ZaakView};

use ::store::Migration;
use access::{Acting, Action, DataKey, Error, Event, FollowCode, Op, Protected, Refusal, Result};
pub use catalogue::{INGETROKKEN, NIET_IN_BEHANDELING};
use uuid::Uuid;
use values::{Id, Oin, Prose};

/// The tables of this context.
pub const MIGRATIONS: &[Migration] = &[
    Migration { context: "cases", number: 1, sql: include_str!("../migrations/0001_zgw.sql") },
    Migration { context: "cases", number: 2, sql: include_str!("../migrations/0002_betrokkene.sql") },
    Migration { context: "cases", number: 3, sql: include_str!("../migrations/0003_due.sql") },
    Migration { context: "cases", number: 4, sql: include_str!("../migrations/0004_desk.sql") },
    Migration { context: "cases", number: 5, sql: include_str!("../migrations/0005_gelezen.sql") },
    Migration { context: "cases", number: 6, sql: include_str!("../migrations/0006_vestiging.sql") },
    Migration { context: "cases", number: 7, sql: include_str!("../migrations/0007_advies.sql") },
    Migration { context: "cases", number: 8, sql: include_str!("../migrations/0008_doorzending.sql") },
    Migration { context: "cases", number: 9, sql: include_str!("../migrations/0009_rechtsmiddel.sql") },
    Migration { context: "cases", number: 10, sql: include_str!("../migrations/0010_bijlage.sql") },
    Migration { context: "cases", number: 11, sql: include_str!("../migrations/0011_werkvoorraad.sql") },
    Migration { context: "cases", number: 12, sql: include_str!("../migrations/0012_mandaat.sql") },
    Migration { context: "cases", number: 13, sql: include_str!("../migrations/0013_uitnodiging.sql") },
    Migration { context: "cases", number: 14, sql: include_str!("../migrations/0014_gezien.sql") },
    Migration { context: "cases", number: 15, sql: include_str!("../migrations/0015_lex_silencio_onderwerp.sql") },
    Migration { context: "cases", number: 16, sql: include_str!("../migrations/0016_stukken.sql") },
    Migration { context: "cases", number: 18, sql: include_str!("../migrations/0018_bewaren.sql") },
    Migration { context: "cases", number: 19, sql: include_str!("../migrations/0019_bijzonder.sql") },
    Migration { context: "cases", number: 20, sql: include_str!("../migrations/0020_signaal_hier.sql") },
    Migration { context: "cases", number: 21, sql: include_str!("../migrations/0021_verval.sql") },
    Migration { context: "cases", number: 22, sql: include_str!("../migrations/0022_nummer.sql") },
    Migration { context: "cases", number: 23, sql: include_str!("../migrations/0023_elders.sql") },
];

/// Most characters in a message about a zaak.
pub const MAX_BERICHT: usize = 2_000;
/// Most characters of the reasons of a decision, or of advice.
pub const MAX_MOTIVERING: usize = 20_000;

/// Begins a zaak with its first status, rollen and documents. `new.id` makes it happen once: a second time is a `Conflict`.
pub async fn create(op: &mut Op<'_>, key: &DataKey, new: NewZaak) -> Result<Zaak> {
    let type_ = store::zaaktype::published(op, &new.organisatie, &new.versie).await?;
    let party = new.party.as_ref().map(|party| party.hash(op.keys(), &new.organisatie)).transpose()?;
    let vestiging = op.vestiging_at(&new.organisatie)?.map(Vec::from);
    let mut zaak = Zaak { vestiging, ..zaak::begin(op.keys(), &new, (key.id(), party), &type_, op.today()) };
    op.may(Action::Create, &zaak)?;
    // Among a million zaken of one organisation and year a new number is taken once in a million times: then another is drawn.
    while !store::insert(op, key, &zaak, &new).await? {
        zaak.identificatie = zaak::number(op.keys(), op.today());
    }
    for document in &new.documents {
        store::documents::insert(op, key, &zaak, document, None).await?;
    }
    op.record(Event::of("zaak-ontvangen", "zaak", zaak.id.uuid()).about(zaak.party())).await?;
    Ok(zaak)
}

/// The zaak of this code, if there is one, and whose it is. Gives nothing personal: look at it as its holder.
pub async fn find_by_code(op: &mut Op<'_>, code: &FollowCode) -> Result<(Id<Zaak>, Oin)> {
    let hash = code.hash(op.keys())?;
    store::by_code(op, hash).await
}

/// The zaak of this number, for the organisation of the operation.
pub async fn find_by_number(op: &mut Op<'_>, number: &str) -> Result<Id<Zaak>> {
    let id = store::by_number(op, number).await?;
    may_read(op, id).await.map(|_| id)
}

/// The organisation of a zaak; nothing personal.
pub async fn organisation_of(op: &mut Op<'_>, id: Id<Zaak>) -> Result<Oin> {
    store::organisation_of(op, id).await
}

/// The organisation of a zaak and by which that knows whose it is (`access::Protected::party`); nothing personal.
pub async fn whose(op: &mut Op<'_>, id: Id<Zaak>) -> Result<(Oin, Option<Vec<u8>>)> {
    let zaak = store::zaak(op, id).await?;
    Ok((zaak.organisatie, zaak.party))
}

/// May the actor read it? Gives whose it is (`access::Protected::party`). Errors: `NotFound` for who may not.
pub async fn may_read(op: &mut Op<'_>, id: Id<Zaak>) -> Result<Option<Vec<u8>>> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Read, &zaak)?;
    Ok(zaak.party)
}

/// As `may_read`; with whether the actor also reads what was answered about health and the like (AVG 9): of who works here only who handles it
/// or advises about it.
pub async fn reads_bijzonder(op: &mut Op<'_>, id: Id<Zaak>) -> Result<(Option<Vec<u8>>, bool)> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Read, &zaak)?;
    let bijzonder = opens_bijzonder(op, &zaak);
    Ok((zaak.party, bijzonder))
}

fn opens_bijzonder(op: &Op<'_>, zaak: &Zaak) -> bool {
    if !matches!(op.context().actor.acting, Acting::Worker { .. }) {
        return true;
    }
    let advises = op.may(Action::Advise, zaak).is_ok();
    advises || op.may(Action::Handle, zaak).is_ok()
}

/// The organisation of a zaak and the name of its service; nothing personal.
pub async fn service_of(op: &mut Op<'_>, id: Id<Zaak>) -> Result<(Oin, String)> {
    let zaak = store::zaak(op, id).await?;
    Ok((zaak.organisatie, zaak.service))
}

/// Everything of a zaak that its person may see, what was written and decided too. Writes a line in the journal. Errors: `NotAllowed` for who works
/// here and only advises: `to_advise` is what she sees of it.
pub async fn look(op: &mut Op<'_>, id: Id<Zaak>) -> Result<ZaakView> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Read, &zaak)?;
    if matches!(op.context().actor.acting, Acting::Worker { .. }) {
        op.may(Action::Note, &zaak)?;
    }
    let view = open(op, zaak).await?;
    op.record(Event::of("zaak-gelezen", "zaak", id.uuid()).about(view.zaak.party())).await?;
    Ok(view)
}

/// Everything of a zaak; what the other side wrote was read from now on, for the proof of reading (Awb 2:25).
pub(crate) async fn open(op: &mut Op<'_>, zaak: Zaak) -> Result<ZaakView> {
    let writer = match op.context().actor.acting {
        Acting::Holder { .. } | Acting::Person(_) | Acting::Representative { .. } => Some(From::Organisatie),
        Acting::Worker { .. } => Some(From::Persoon),
        Acting::Anonymous | Acting::Machine(_) => None,
    };
    if let Some(writer) = writer {
        store::mark_read(op, zaak.id, writer).await?;
    }
    let bijzonder = opens_bijzonder(op, &zaak);
    store::view(op, zaak, bijzonder).await
}

/// The person adds words, papers, or both; the same words twice within a minute are one message, the same paper twice is one document. Errors:
/// `Refused` when it is over, `Invalid` when there are too many documents.
pub async fn add_bericht(op: &mut Op<'_>, id: Id<Zaak>, bijdrage: impl Into<Bijdrage>) -> Result<()> {
    let bijdrage = bijdrage.into();
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Contribute, &zaak)?;
    let zaak = store::hold_open(op, &zaak).await?;
    let (tekst, papers) = bijlage::keep(op, &zaak, &bijdrage).await?;
    let nothing_new = !papers && (bijdrage.tekst.is_none() || store::just_written(op, &zaak, From::Persoon, &tekst).await?);
    if nothing_new {
        return Ok(());
    }
    store::insert_bericht(op, &zaak, From::Persoon, &tekst).await?;
    op.record(Event::of("zaak-aangevuld", "zaak", id.uuid()).about(zaak.party())).await
}

/// What the person would withdraw; nothing of what it holds. Errors: as `withdraw`.
pub async fn to_withdraw(op: &mut Op<'_>, id: Id<Zaak>) -> Result<Zaak> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Contribute, &zaak)?;
    if zaak.einddatum.is_some() {
        return refused("refused-zaak-closed");
    }
    not_granted(op, &zaak, "refused-withdraw-granted")?;
    Ok(zaak)
}

/// The person withdraws it. Errors: `Refused` when it is over, or granted by law as nobody decided in time.
pub async fn withdraw(op: &mut Op<'_>, id: Id<Zaak>) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Contribute, &zaak)?;
    let zaak = store::hold_open(op, &zaak).await?;
    not_granted(op, &zaak, "refused-withdraw-granted")?;
    store::close(op, &zaak, INGETROKKEN).await?;
    op.record(Event::of("zaak-ingetrokken", "zaak", id.uuid()).about(zaak.party())).await
}

/// The person says whether it was easy; a later answer takes the place of an earlier one.
pub async fn rate(op: &mut Op<'_>, id: Id<Zaak>, oordeel: Oordeel) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Contribute, &zaak)?;
    store::rate(op, id, oordeel).await?;
    op.record(Event::of("zaak-gewaardeerd", "zaak", id.uuid()).about(zaak.party())).await
}

/// The handler sets a next status; the one it has already changes nothing. Errors: `Refused` when it is over, when the type has no such status,
/// for a step back, and for the last step: that comes with a decision, or with an end.
pub async fn set_status(op: &mut Op<'_>, id: Id<Zaak>, omschrijving: &str) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Handle, &zaak)?;
    let zaak = store::hold_open(op, &zaak).await?;
    if !store::set_status(op, &zaak, omschrijving).await? {
        return Ok(());
    }
    op.record(Event::of("zaak-status-gezet", "zaak", id.uuid()).about(zaak.party())).await
}

/// The handler ends it with a resultaat, and tells the person what was done. Errors: `Refused` for a resultaat that is a decision or that comes with
/// another act (withdrawn by its person, sent on), and for what the law has granted already.
pub async fn close(op: &mut Op<'_>, id: Id<Zaak>, resultaat: &str, uitleg: &Prose, portal: &str) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Handle, &zaak)?;
    let zaak = store::hold_open(op, &zaak).await?;
    if store::besluit::is_besluit(op, &zaak, resultaat).await? {
        return refused("refused-needs-decision");
    }
    not_granted(op, &zaak, "refused-granted-by-law")?;
    if !store::desk::resultaten(op, &zaak, false).await?.iter().any(|one| one == resultaat) {
        return refused("refused-no-such-result");
    }
    store::insert_bericht(op, &zaak, From::Organisatie, uitleg.as_str()).await?;
    store::close(op, &zaak, resultaat).await?;
    desk::announce(op, &zaak, portal).await?;
    op.record(Event::of("zaak-afgesloten", "zaak", id.uuid()).about(zaak.party())).await
}

/// One document of a zaak: where its sealed file is and with which key it opens. Writes a line in the journal. Errors: `Refused` when
/// the virus scanner has not seen it yet, or found something in it.
pub async fn document(op: &mut Op<'_>, id: Id<Zaak>, document: Uuid) -> Result<(Document, DataKey)> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Read, &zaak)?;
    let found = store::documents::one(op, id, document).await?;
    let closed = found.besloten && matches!(op.context().actor.acting, Acting::Worker { .. });
    if closed {
        // Of who works here its adviser opens it; for all others it is not there.
        op.may(Action::Advise, &zaak).map_err(|_| Error::NotFound)?;
    }
    found.may_leave()?;
    let key = DataKey::find(op, zaak.data_key).await?;
    let event = if closed { "besloten-document-gelezen" } else { "document-gelezen" };
    op.record(Event::of(event, "zaak", id.uuid()).about(zaak.party())).await?;
    Ok((found, key))
}

/// Documents of the organisation of the operation that wait for the virus scanner, some hundreds at a time.
pub async fn waiting(op: &mut Op<'_>) -> Result<Vec<Waiting>> {
    store::documents::waiting(op).await
}

/// What the virus scanner says of a document that waited. Of an infected one only the row stays, and `tekst` tells the person; then
/// remove its file. Errors: `NotFound` when it does not wait any more.
pub async fn scanned(op: &mut Op<'_>, waiting: &Waiting, verdict: Verdict, (tekst, portal): (&str, &str)) -> Result<()> {
    let zaak = store::zaak(op, Id::from(waiting.of)).await?;
    op.may(Action::Read, &zaak)?;
    let status = DocumentStatus::after(verdict);
    store::documents::set_status(op, waiting.document.id, status).await?;
    let event = match status {
        DocumentStatus::InBewerking => return Ok(()),
        DocumentStatus::Definitief => "document-nagekeken",
        DocumentStatus::Gearchiveerd => {
            store::insert_bericht(op, &zaak, From::Organisatie, tekst).await?;
            desk::announce(op, &zaak, portal).await?;
            "document-besmet"
        }
    };
    op.record(Event::of(event, "zaak", zaak.id.uuid()).about(zaak.party())).await
}

/// The organisation tells the person something of itself: what a register said later. A letter says so when there is an address.
pub async fn tell(op: &mut Op<'_>, id: Id<Zaak>, tekst: &str, portal: &str) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Read, &zaak)?;
    store::insert_bericht(op, &zaak, From::Organisatie, tekst).await?;
    desk::announce(op, &zaak, portal).await?;
    op.record(Event::of("zaak-bericht-gestuurd", "zaak", id.uuid()).about(zaak.party())).await
}

/// The zaken of the organisation of the operation that were kept long enough, some hundreds at a time, after this one. Destroy each in an
/// operation of its own: one that can't be destroyed keeps no other.
pub async fn due_for_destruction(op: &mut Op<'_>, after: Option<Id<Zaak>>) -> Result<Vec<Id<Zaak>>> {
    store::due_for_destruction(op, after).await
}

/// Destroys a zaak whose archiefactiedatum has come, with its key: nobody can read it any more, and the journal still proves itself.
/// Its files are left without a row, and swept. Errors: `NotFound` when it is not due, `Conflict` when another destroys it.
pub async fn destroy(op: &mut Op<'_>, id: Id<Zaak>) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Read, &zaak)?;
    let zaak = store::hold(op, &zaak).await?;
    store::check_due(op, &zaak).await?;
    uitnodiging::destroy(op, &zaak).await?;
    store::destroy(op, &zaak).await?;
    DataKey::destroy(op, zaak.data_key).await?;
    op.record(Event::of("zaak-vernietigd", "zaak", id.uuid()).about(zaak.party())).await
}

/// Names of all files that a zaak points at.
pub async fn files_in_use(op: &mut Op<'_>) -> Result<Vec<String>> {
    store::files_in_use(op).await
}

/// Errors: `Refused` with this, when the law granted what was asked: then nothing is left of it to withdraw or to hand to another.
pub(crate) fn not_granted(op: &Op<'_>, zaak: &Zaak, why: &'static str) -> Result<()> {
    if zaak.granted_after(op.today()).is_some() { refused(why) } else { Ok(()) }
}

pub(crate) fn refused<T>(why: &'static str) -> Result<T> {
    Err(Error::Refused(Refusal(why)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use access::{Actor, Context, FollowCode, Purpose};
    use std::{path::Path, sync::LazyLock};

    static ALL: LazyLock<Vec<Migration>> = LazyLock::new(|| [access::MIGRATIONS, MIGRATIONS].concat());

    fn melding(op: &Op<'_>, hosted: &catalogue::Hosted, versie: &str) -> NewZaak {
        NewZaak {
            id: Id::new(),
            organisatie: hosted.oin.clone(),
            bronorganisatie: hosted.rsin.clone(),
            versie: versie.to_owned(),
            ontvangen_op: op.now(),
            einddatum_gepland: None,
            uiterlijke_einddatum_afdoening: None,
            taal: values::Language::Nl,
            toelichting: "Er ligt glas".into(),
            bijzonder: None,
            rollen: vec![],
            party: None,
            volgcode: FollowCode::new(op.keys()),
            documents: vec![],
        }
    }

    #[tokio::test]
    async fn a_number_that_another_zaak_has_is_told_from_a_zaak_that_was_begun() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let known = catalogue::Catalogue::load(&root.join("reference"), &root.join("services")).unwrap();
        let (hosted, service) = (known.hosted()[0].clone(), known.service("melding-openbare-ruimte").unwrap().clone());
        for world in testing::worlds(&ALL).await {
            let (hosted, service) = (hosted.clone(), service.clone());
            let purpose = Purpose::new("test", "test");
            let context = Context { actor: Actor::anonymous(), organisation: hosted.oin.clone(), purpose, trace: "test".into() };
            let work = world.access.write(context, move |op| {
                let (hosted, service) = (hosted.clone(), service.clone());
                Box::pin(async move {
                    publish(op, &service, &hosted, "gemeente").await?;
                    let versie = service.overlay(&hosted.code).map(|o| o.version.clone()).unwrap_or_default();
                    let (one, other) = (melding(op, &hosted, &versie), melding(op, &hosted, &versie));
                    let key = DataKey::create(op).await?;
                    let first = create(op, &key, one.clone()).await?;
                    let taken = Zaak { id: other.id, ..first.clone() };
                    let taken = store::insert(op, &key, &taken, &other).await?;
                    Ok((taken, create(op, &key, one).await.map(drop)))
                })
            });
            let (taken, again) = work.await.unwrap();
            assert!(!taken);
            assert!(matches!(again, Err(access::Error::Conflict("zaak"))));
        }
    }
}
