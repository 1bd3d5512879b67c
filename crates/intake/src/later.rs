//! What was typed because a register was away, as questions for when it is back. Pure.
use crate::{
    Facts, day,
    place::{self, TypedAddress},
    prefill::{meerderjarig, youngest},
};
use access::{Actor, Party};
use catalogue::{QuestionKind, ServiceDefinition};
use jiff::civil::Date;
use registers::{Controlevraag, Datum, Getypt, GetyptBedrijf, GetyptGezin, Kenteken};
use values::{Bsn, KvkNummer};

/// The questions that could not be asked. Invariant: whatever was typed of what a register holds is in one of them (test
/// `what_is_promised_to_be_checked_is_asked`).
pub(crate) fn questions(service: &ServiceDefinition, facts: &Facts<'_>, actor: &Actor, today: Date) -> Vec<Controlevraag> {
    if facts.known.unchecked {
        return vec![];
    }
    let addresses = service.questions().filter(|q| q.kind == QuestionKind::Address).filter_map(|question| {
        let place::Address::Unchecked(_) = place::address(question, facts).ok()? else { return None };
        TypedAddress::of(question, facts.answers)?.vraag().map(Controlevraag::Adres)
    });
    let party = actor.party_for(&service.name);
    let (who, vehicles) = match &party {
        Some(Party::Person(bsn)) => (person(service, facts, (bsn, actor), today), vehicles(facts, bsn)),
        Some(Party::Company(kvk)) => (company(service, facts, (kvk, actor)), vec![]),
        None => (None, vec![]),
    };
    who.into_iter().chain(addresses).chain(vehicles).collect()
}

/// Is the vehicle in her name?
fn vehicles(facts: &Facts<'_>, bsn: &Bsn) -> Vec<Controlevraag> {
    let away = facts.known.vehicles.values().filter(|lookup| lookup.away);
    let plates = away.filter_map(|lookup| Kenteken::parse(&lookup.asked).ok());
    plates.map(|kenteken| Controlevraag::Houderschap { kenteken, bsn: bsn.clone() }).collect()
}

/// What was typed of this, under one of these concepts, because the register had no answer.
fn typed(service: &ServiceDefinition, facts: &Facts<'_>, concepts: [&str; 2]) -> Option<String> {
    let asked = service.questions().filter(|question| {
        matches!(question.kind, QuestionKind::Known | QuestionKind::People)
            && concepts.contains(&question.concept.as_str())
            && facts.known.value(&question.concept).is_none()
    });
    asked.map(|question| facts.answers.get(&question.id).trim()).find(|text| !text.is_empty()).map(str::to_owned)
}

/// Is it about who goes to another address?
fn moves(service: &ServiceDefinition) -> bool {
    service.questions().any(|question| question.ander_dan.is_some())
}

/// Is she who she typed that she is, and may she do it?
fn person(service: &ServiceDefinition, facts: &Facts<'_>, (bsn, actor): (&Bsn, &Actor), today: Date) -> Option<Controlevraag> {
    let of = |what: &str| typed(service, facts, [&format!("persoon.{what}"), &format!("aanvrager.{what}")]);
    let geboortedatum = of("geboortedatum").map(|text| day::written(&text).map_or(Datum::ONBEKEND, Datum::from));
    let of_whom = actor.vertegenwoordiging();
    let gezin = of("gezin").map(|namen| GetyptGezin {
        namen,
        is_ik: of_whom.is_none(),
        meerderjarig: meerderjarig(today),
        samen: moves(service),
    });
    let getypt = Getypt { achternaam: of("naam"), geboortedatum, adres: of("adres"), gezin };
    let minstens = youngest(service, of_whom);
    (getypt != Getypt::default()).then(|| Controlevraag::Persoon { bsn: bsn.clone(), getypt, minstens })
}

/// Is the company, or the branch of it, what was typed?
fn company(service: &ServiceDefinition, facts: &Facts<'_>, (kvk, actor): (&KvkNummer, &Actor)) -> Option<Controlevraag> {
    let of = |what: &str| typed(service, facts, [&format!("bedrijf.{what}"), &format!("aanvrager.{what}")]);
    let getypt = GetyptBedrijf { naam: of("naam"), rechtsvorm: of("rechtsvorm"), adres: of("adres") };
    let vestiging = actor.vestiging().cloned();
    (getypt != GetyptBedrijf::default()).then(|| Controlevraag::Onderneming { kvk_nummer: kvk.clone(), vestiging, getypt })
}
