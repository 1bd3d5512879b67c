//! Everything checked once more, over all pages, and what the answers come to. Pure.
use crate::{
    CopyRow, Facts, Handover, handover, namens,
    place::competent,
    questions::{Contact, check_page, contact, is_asked, rows},
};
use access::{Actor, FieldFault, Party};
use cases::Rol;
use catalogue::{QuestionKind, ServiceDefinition};
use values::{Email, Language, Vestigingsnummer};

/// Answers that can be sent.
#[derive(Clone)]
pub struct Ready {
    /// Code of the organisation that is competent.
    pub organisatie: String,
    /// What it is about and where, in words.
    pub toelichting: String,
    /// What it says of health and the like, if that was asked.
    pub bijzonder: Option<String>,
    /// Who sends it, when that is known.
    pub rollen: Vec<Rol>,
    /// Where a confirmation may go.
    pub email: Option<Email>,
    /// Question and answer, in the language of the person, in order.
    pub rows: Vec<CopyRow>,
    /// To whose counter it is handed over, when that is what this service does.
    pub handover: Option<Handover>,
}

/// Decides whether this can be sent by the actor, for whom she acts in this service. Errors: what is wrong.
pub fn decide(
    service: &ServiceDefinition,
    facts: &Facts<'_>,
    actor: &Actor,
    language: Language,
) -> Result<Ready, Vec<FieldFault>> {
    let faults: Vec<_> = service.pages.iter().flat_map(|page| check_page(page, facts)).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let party = actor.party_for(&service.name);
    let place = competent(service, facts)?;
    let contact = contact(facts.answers)?;
    let row = |bijzonder| move |(label, answer)| CopyRow { label, answer, source: None, bijzonder };
    let answered = |question, language| rows(question, facts, language).into_iter().map(row(question.bijzonder));
    let asked = || service.questions().filter(|question| is_asked(question, facts));
    let filed_by = |language| namens::filed_by(actor, language).into_iter().map(row(false));
    let about = asked().filter(|question| question.kind != QuestionKind::Contact);
    let about = filed_by(Language::Nl).chain(about.flat_map(|question| answered(question, Language::Nl)));
    let (bijzonder, toelichting): (Vec<_>, Vec<_>) = about.partition(|row| row.bijzonder);
    Ok(Ready {
        organisatie: place.organisatie.code.clone(),
        toelichting: in_words(&toelichting),
        bijzonder: (!bijzonder.is_empty()).then(|| in_words(&bijzonder)),
        email: contact.email.clone(),
        rollen: namens::rollen(actor, initiator(facts, (party.as_ref(), actor.vestiging()), contact).into_iter().collect()),
        rows: if service.overdracht.is_some() {
            handover::to_take_along(service, facts, language)
        } else {
            filed_by(language).chain(asked().flat_map(|question| answered(question, language))).collect()
        },
        handover: handover::of(service, facts, language),
    })
}

/// Question and answer on two lines, and an empty one between.
fn in_words(rows: &[CopyRow]) -> String {
    rows.iter().map(|CopyRow { label, answer, .. }| format!("{label}\n{answer}")).collect::<Vec<_>>().join("\n\n")
}

/// Who sends it: the party that signed in, or its branch, or whoever left something to be answered by.
fn initiator(
    facts: &Facts<'_>,
    (party, vestiging): (Option<&Party>, Option<&Vestigingsnummer>),
    contact: Contact,
) -> Option<Rol> {
    let Contact { naam, email, telefoon } = contact;
    let known = |concept| facts.known.value(concept).map(|value| value.nl.clone());
    let naam = match party {
        Some(Party::Person(_)) => known("persoon.naam").or(naam),
        Some(Party::Company(_)) => known("bedrijf.naam").or(naam),
        None if naam.is_none() && email.is_none() && telefoon.is_none() => return None,
        None => naam,
    };
    Some(Rol {
        omschrijving_generiek: "initiator".into(),
        betrokkene_type: party.map_or("natuurlijk_persoon", |party| Rol::type_of(party, vestiging)).into(),
        identificatie: party.map(|party| party.number().to_owned()),
        vestigingsnummer: vestiging.map(|own| own.expose().to_owned()),
        naam,
        email: email.map(|e| e.as_str().to_owned()),
        telefoon,
        indicatie_machtiging: None,
        roltoelichting: None,
    })
}
