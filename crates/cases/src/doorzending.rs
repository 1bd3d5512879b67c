//! Sending on: what another organisation must handle goes there as it is, and keeps its number, its code and its person (Awb 2:3).
use crate::{Desk, From, Rol, Zaak, desk, refused, store};
use access::{Action, DataKey, Error, Event, Op, Party, Protected, Result, vestiging_hash};
use catalogue::{Catalogue, Hosted};
use values::{Bsn, Id, KvkNummer, Oin, Prose, Vestigingsnummer};

/// Sends it on to another organisation that takes the same service here, and tells the person why. Both dates of receipt are kept and both
/// journals have a line. There it begins anew: its own zaaktype, its own term from today; what was still asked of the person here
/// falls away. The other organisation knows the party by a hash of its own. Errors: `Refused` when it has ended, when it is there already,
/// or when that organisation does not take this service here.
pub async fn send_on(
    op: &mut Op<'_>,
    id: Id<Zaak>,
    (to, catalogue): (&Hosted, &Catalogue),
    reden: &Prose,
    desk: Desk<'_>,
) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Handle, &zaak)?;
    zaak.still_open()?;
    if zaak.organisatie == to.oin {
        return refused("refused-already-there");
    }
    let offered = catalogue.service(&zaak.service).and_then(|service| Some((service, service.overlay(&to.code)?)));
    let Some((service, overlay)) = offered else { return refused("refused-not-taken-there") };
    // The term runs from the day on which the competent organisation received it.
    let planning = service.planning(&overlay.overlay, op.today(), desk.calendar).map_err(|e| Error::Internal(e.to_string()))?;
    let type_ = store::zaaktype(op, &to.oin, &overlay.version).await?;
    let (party, vestiging) = known_there(op, &zaak, &to.oin).await?;
    let there = Zaak {
        organisatie: to.oin.clone(),
        zaaktype: type_.id,
        omschrijving: type_.omschrijving.clone(),
        startdatum: op.today(),
        einddatum_gepland: planning.einddatum_gepland,
        uiterlijke_einddatum_afdoening: planning.uiterlijke_einddatum_afdoening,
        party,
        vestiging,
        ..zaak.clone()
    };
    let asked = store::doorzending::drop_tasks(op, id).await?;
    let text = told(&there, (&catalogue.hosted_name(&to.oin, zaak.taal), reden), asked);
    store::insert_bericht(op, &zaak, From::Organisatie, &text).await?;
    desk::announce(op, &zaak, desk.portal).await?;
    store::doorzending::send_on(op, &zaak, &there, &type_).await?;
    op.record(Event::of("zaak-doorgezonden", "zaak", id.uuid()).about(zaak.party())).await?;
    op.record(Event::of("zaak-ontvangen-van-ander", "zaak", id.uuid()).at(&to.oin).about(there.party())).await
}

/// By which the other organisation knows whose it is, and of which branch.
async fn known_there(op: &mut Op<'_>, zaak: &Zaak, there: &Oin) -> Result<(Option<Vec<u8>>, Option<Vec<u8>>)> {
    if zaak.party.is_none() {
        return Ok((None, None));
    }
    let key = DataKey::find(op, zaak.data_key).await?;
    let rollen = store::desk::rollen(op, &key, zaak.id).await?;
    let initiator = rollen.iter().find(|rol| rol.omschrijving_generiek == store::INITIATOR);
    // What is somebody's never becomes nobody's.
    let unknown = || Error::Internal("the initiator of a zaak has no number".into());
    let party = initiator.and_then(party_of).ok_or_else(unknown)?.hash(op.keys(), there)?.to_vec();
    let vestiging = initiator.and_then(|rol| Vestigingsnummer::parse(rol.vestigingsnummer.as_deref()?).ok());
    let vestiging = vestiging.map(|of| vestiging_hash(op.keys(), there, &of)).transpose()?.map(Vec::from);
    if vestiging.is_some() == zaak.vestiging.is_some() { Ok((Some(party), vestiging)) } else { Err(unknown()) }
}

fn party_of(rol: &Rol) -> Option<Party> {
    let number = rol.identificatie.as_deref()?;
    match rol.betrokkene_type.as_str() {
        "natuurlijk_persoon" => Bsn::parse(number).ok().map(Party::Person),
        _ => KvkNummer::parse(number).ok().map(Party::Company),
    }
}

/// What the person reads, in the language in which she sent it.
fn told(there: &Zaak, (name, reden): (&str, &Prose), asked: bool) -> String {
    let text = |key: &str, values: &[(&str, &str)]| texts::text_with(there.taal, key, values);
    let last = there.uiterlijke_einddatum_afdoening.map(|day| texts::date(day, there.taal));
    let term = last.map(|date| text("zaak-sent-on-term", &[("date", &date)]));
    let nothing_more = asked.then(|| text("zaak-sent-on-asked", &[]));
    let parts = [Some(reden.as_str().to_owned()), Some(text("zaak-sent-on", &[("name", name)])), term, nothing_more];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}
