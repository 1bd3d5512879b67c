//! Sending on: what another organisation must handle goes there as it is, and keeps its number, its code and its person (Awb 2:3).
//! Both dates of receipt are kept.
use crate::{Desk, Onderwerp, Rol, Zaak, desk, not_granted, refused, store, uitnodiging, zaak::werkdatum};
use access::{Action, DataKey, Error, Event, KnownBy, Op, Party, Protected, Result};
use catalogue::{Catalogue, Hosted, Organisatie, ServiceDefinition, ServiceOverlay};
use jiff::civil::Date;
use values::{Doorzending, Id, Oin, Prose, Vestigingsnummer};

/// The resultaat of what was sent on to an organisation that does not take it here.
pub const DOORGEZONDEN: &str = "Doorgezonden";

/// Where a zaak went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waarheen {
    /// To an organisation that takes the same service here: it goes on there.
    Hier,
    /// To one that does not: it ended, and its papers must be sent.
    Elders,
}

/// Sends it on to another organisation, and tells the person why. Who takes the same service here gets it as it is. For another it ends, and the
/// handler sends the papers. What was still asked of the person falls away. Errors: `Refused` when it has ended, is there already, or is
/// granted by law.
pub async fn send_on(
    op: &mut Op<'_>,
    id: Id<Zaak>,
    (to, catalogue): (&Organisatie, &Catalogue),
    reden: &Prose,
    desk: Desk<'_>,
) -> Result<Waarheen> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Handle, &zaak)?;
    let zaak = store::hold_open(op, &zaak).await?;
    not_granted(op, &zaak, "refused-granted-by-law")?;
    if catalogue.hosted_with_oin(&zaak.organisatie).is_some_and(|here| here.code == to.code) {
        return refused("refused-already-there");
    }
    let asked = store::doorzending::drop_tasks(op, id).await?;
    let told = Told { zaak: &zaak, name: &to.in_words(zaak.taal), reden, asked };
    let service = catalogue.service(&zaak.service);
    let offered = service.and_then(|service| Some((service, service.overlay(&to.code)?)));
    op.record(Event::of("zaak-doorgezonden", "zaak", id.uuid()).about(zaak.party())).await?;
    match (offered, catalogue.hosted_with_code(&to.code)) {
        (Some(offered), Some(hosted)) => {
            let there = begun_there(op, &zaak, (hosted, offered), desk).await?;
            tell(op, &told, ("zaak-sent-on", Some(&there)), desk).await?;
            store::doorzending::move_to(op, &zaak, &there).await?;
            uitnodiging::move_to(op, &there).await?;
            op.record(Event::of("zaak-ontvangen-van-ander", "zaak", id.uuid()).at(&hosted.oin).about(there.party())).await?;
            Ok(Waarheen::Hier)
        }
        _ => {
            tell(op, &told, ("zaak-sent-elsewhere", None), desk).await?;
            store::doorzending::end(op, &zaak, DOORGEZONDEN).await?;
            store::stukken::insert(op, id, (false, &to.code)).await?;
            if store::documents::of(op, id).await?.iter().any(|document| document.besloten) {
                store::stukken::insert(op, id, (true, &to.code)).await?;
            }
            Ok(Waarheen::Elders)
        }
    }
}

/// Where the organisation of the operation last sent on the zaak of this number; nothing more of it. Writes a line in its journal. Errors:
/// `NotFound` when it never had it, and for who may not see its work.
pub async fn sent_on_to(op: &mut Op<'_>, number: &str) -> Result<Doorzending> {
    op.may_here(Action::Read)?;
    let (id, sent_on) = store::doorzending::from_here(op, number).await?;
    let zaak = store::zaak(op, id).await?;
    let (party, _) = known_there(op, &zaak, &sent_on.van).await?;
    op.record(Event::of("doorzending-opgezocht", "zaak", id.uuid()).about(party.as_deref())).await?;
    Ok(sent_on)
}

/// The zaak as it begins anew at an organisation: of its zaaktype, its term from the day on which that first received it, its party known by a hash
/// of its own.
async fn begun_there(
    op: &mut Op<'_>,
    zaak: &Zaak,
    (to, (service, overlay)): (&Hosted, (&ServiceDefinition, &ServiceOverlay)),
    desk: Desk<'_>,
) -> Result<Zaak> {
    // A term of law runs from the day on which the competent body received it (Awb 2:3): what comes back does not start again.
    let received = store::doorzending::first_receipt(op, zaak, &to.oin).await?.unwrap_or(op.today());
    let planning = service.planning(&overlay.overlay, received, desk.calendar).map_err(|e| Error::Internal(e.to_string()))?;
    let type_ = store::zaaktype::published(op, &to.oin, &overlay.version).await?;
    let (party, vestiging) = known_there(op, zaak, &to.oin).await?;
    Ok(Zaak {
        organisatie: to.oin.clone(),
        zaaktype: type_.id,
        omschrijving: type_.omschrijving,
        startdatum: received,
        einddatum_gepland: planning.einddatum_gepland,
        uiterlijke_einddatum_afdoening: planning.uiterlijke_einddatum_afdoening,
        party,
        vestiging,
        adviseur: type_.adviseur,
        lex_silencio: type_.lex_silencio,
        werkdatum: werkdatum(received, (planning.einddatum_gepland, planning.uiterlijke_einddatum_afdoening), false),
        ..zaak.clone()
    })
}

/// By which the other organisation knows whose it is, and of which branch.
pub(crate) async fn known_there(op: &mut Op<'_>, zaak: &Zaak, there: &Oin) -> Result<KnownBy> {
    if zaak.party.is_none() {
        return Ok((None, None));
    }
    let key = DataKey::find(op, zaak.data_key).await?;
    let rollen = store::desk::rollen(op, &key, zaak.id).await?;
    let initiator = rollen.iter().find(|rol| rol.omschrijving_generiek == store::INITIATOR);
    let vestiging = initiator.and_then(|rol| Vestigingsnummer::parse(rol.vestigingsnummer.as_deref()?).ok());
    op.known_at(there, zaak, (initiator.and_then(party_of), vestiging))
}

fn party_of(rol: &Rol) -> Option<Party> {
    let kind = if rol.betrokkene_type == "natuurlijk_persoon" { "person" } else { "company" };
    Party::of_number(kind, rol.identificatie.as_deref()?)
}

/// What the person is told.
struct Told<'a> {
    zaak: &'a Zaak,
    /// To whom it was sent on, as it stands in a sentence.
    name: &'a str,
    reden: &'a Prose,
    /// Something was still asked of her.
    asked: bool,
}

/// The key of when the term ends there, which began on the day `received` and ends on `last`.
fn term_key((received, last): (Date, Date), today: Date) -> &'static str {
    match (received < today, last < today) {
        (false, _) => "zaak-sent-on-term",
        (true, false) => "zaak-sent-on-term-back",
        (true, true) => "zaak-sent-on-term-over",
    }
}

/// Writes it to her, in the language in which she sent it; a letter says so when there is an address.
async fn tell(op: &mut Op<'_>, told: &Told<'_>, (key, there): (&str, Option<&Zaak>), desk: Desk<'_>) -> Result<()> {
    let text = |key: &str, values: &[(&str, &str)]| texts::text_with(told.zaak.taal, key, values);
    let last = there.and_then(|there| Some((there.startdatum, there.uiterlijke_einddatum_afdoening?)));
    let term = last.map(|(received, day)| {
        let dates = [("received", texts::date(received, told.zaak.taal)), ("date", texts::date(day, told.zaak.taal))];
        text(term_key((received, day), op.today()), &dates.each_ref().map(|(name, date)| (*name, date.as_str())))
    });
    let asked = told.asked.then(|| text("zaak-sent-on-asked", &[]));
    let parts = [Some(told.reden.as_str().to_owned()), Some(text(key, &[("name", told.name)])), term, asked];
    let message = parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n");
    store::insert_about(op, told.zaak, Onderwerp::Doorgezonden, &message).await?;
    desk::announce(op, told.zaak, desk.portal).await
}
