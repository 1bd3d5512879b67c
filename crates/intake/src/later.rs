//! What was typed because a register was away, as questions for when it is back. Pure.
use crate::{
    Facts,
    place::{self, TypedAddress},
};
use access::Party;
use catalogue::{QuestionKind, ServiceDefinition};
use registers::{Controlevraag, Getypt, Kenteken};

/// The questions that could not be asked.
pub(crate) fn questions(service: &ServiceDefinition, facts: &Facts<'_>, party: Option<&Party>) -> Vec<Controlevraag> {
    if facts.known.unchecked {
        return vec![];
    }
    let addresses = service.questions().filter(|q| q.kind == QuestionKind::Address).filter_map(|question| {
        let place::Address::Unchecked(_) = place::address(question, facts).ok()? else { return None };
        TypedAddress::of(question, facts.answers)?.vraag().map(Controlevraag::Adres)
    });
    person(service, facts, party).into_iter().chain(addresses).chain(vehicles(facts, party)).collect()
}

/// Is the vehicle in her name?
fn vehicles(facts: &Facts<'_>, party: Option<&Party>) -> Vec<Controlevraag> {
    let Some(Party::Person(bsn)) = party else { return vec![] };
    let away = facts.known.vehicles.values().filter(|lookup| lookup.away);
    let plates = away.filter_map(|lookup| Kenteken::parse(&lookup.asked).ok());
    plates.map(|kenteken| Controlevraag::Houderschap { kenteken, bsn: bsn.clone() }).collect()
}

/// Is she who she typed that she is?
fn person(service: &ServiceDefinition, facts: &Facts<'_>, party: Option<&Party>) -> Option<Controlevraag> {
    let Some(Party::Person(bsn)) = party else { return None };
    let typed = |concept: &str| {
        let question = service.questions().find(|q| q.kind == QuestionKind::Known && q.concept == concept)?;
        let text = facts.answers.get(&question.id).trim();
        let asked = facts.known.value(concept).is_none() && !text.is_empty();
        asked.then(|| text.to_owned())
    };
    let naam = typed("persoon.naam").or_else(|| typed("aanvrager.naam"));
    let adres = typed("persoon.adres").or_else(|| typed("aanvrager.adres"));
    if naam.is_none() && adres.is_none() {
        return None;
    }
    let postcode = adres.as_deref().and_then(place::postcode_in).map(|postcode| postcode.to_string());
    Some(Controlevraag::Persoon { bsn: bsn.clone(), getypt: Getypt { achternaam: naam, postcode, ..Getypt::default() } })
}
