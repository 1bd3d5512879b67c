//! What was typed because a register was away, as questions for when it is back. Pure.
use crate::{
    Facts, day,
    place::{self, TypedAddress},
    prefill::youngest,
};
use access::{Actor, Party};
use catalogue::{Question, QuestionKind, ServiceDefinition};
use registers::{Controlevraag, Datum, Getypt, GetyptBedrijf, Kenteken};
use values::{Bsn, KvkNummer};

/// What is compared with its register later, when it was typed; all else that was typed whoever handles it looks at herself.
const COMPARED: [&str; 8] = [
    "persoon.naam",
    "persoon.adres",
    "persoon.geboortedatum",
    "aanvrager.naam",
    "aanvrager.adres",
    "bedrijf.naam",
    "bedrijf.rechtsvorm",
    "bedrijf.adres",
];

/// Is what is typed here compared with its register when that is back?
pub fn is_compared(question: &Question) -> bool {
    question.kind == QuestionKind::Known && COMPARED.contains(&question.concept.as_str())
}

/// The questions that could not be asked. Invariant: what is typed where `is_compared` says so, is in one of them (test
/// `what_is_promised_to_be_checked_is_asked`).
pub(crate) fn questions(service: &ServiceDefinition, facts: &Facts<'_>, actor: &Actor) -> Vec<Controlevraag> {
    if facts.known.unchecked {
        return vec![];
    }
    let addresses = service.questions().filter(|q| q.kind == QuestionKind::Address).filter_map(|question| {
        let place::Address::Unchecked(_) = place::address(question, facts).ok()? else { return None };
        TypedAddress::of(question, facts.answers)?.vraag().map(Controlevraag::Adres)
    });
    let party = actor.party_for(&service.name);
    let (who, vehicles) = match &party {
        Some(Party::Person(bsn)) => (person(service, facts, (bsn, actor)), vehicles(facts, bsn)),
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
    let one = |question: &Question| {
        let text = facts.answers.get(&question.id).trim();
        let asked = concepts.contains(&question.concept.as_str()) && facts.known.value(&question.concept).is_none();
        (is_compared(question) && asked && !text.is_empty()).then(|| text.to_owned())
    };
    service.questions().find_map(one)
}

/// Is she who she typed that she is, and may she do it?
fn person(service: &ServiceDefinition, facts: &Facts<'_>, (bsn, actor): (&Bsn, &Actor)) -> Option<Controlevraag> {
    let of = |what: &str| typed(service, facts, [&format!("persoon.{what}"), &format!("aanvrager.{what}")]);
    let geboortedatum = of("geboortedatum").map(|text| day::written(&text).map_or(Datum::ONBEKEND, Datum::from));
    let getypt = Getypt { achternaam: of("naam"), geboortedatum, adres: of("adres") };
    let minstens = youngest(service, actor.vertegenwoordiging());
    (getypt != Getypt::default()).then(|| Controlevraag::Persoon { bsn: bsn.clone(), getypt, minstens })
}

/// Is the company, or the branch of it, what was typed?
fn company(service: &ServiceDefinition, facts: &Facts<'_>, (kvk, actor): (&KvkNummer, &Actor)) -> Option<Controlevraag> {
    let of = |what: &str| typed(service, facts, [&format!("bedrijf.{what}"), &format!("aanvrager.{what}")]);
    let getypt = GetyptBedrijf { naam: of("naam"), rechtsvorm: of("rechtsvorm"), adres: of("adres") };
    let vestiging = actor.vestiging().cloned();
    (getypt != GetyptBedrijf::default()).then(|| Controlevraag::Onderneming { kvk_nummer: kvk.clone(), vestiging, getypt })
}
