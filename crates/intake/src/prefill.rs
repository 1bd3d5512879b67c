//! Asks registers, before a draft begins, what the person then need not type.
//! Never inside a transaction: first ask, then write.
use crate::{Known, KnownItem, KnownValue, means, place::gemeente_of_known};
use access::{Access, Context, Grond, Party, Refusal, Vertegenwoordiging};
use catalogue::{Bevoegd, Catalogue, ServiceDefinition, Soort};
use jiff::civil::Date;
use registers::{BedrijfsAdres, Beletsel, Datum, Doel, Geheimhouding, Gezinslid, Onderneming, Persoon, Registers, Vraagfout};
use std::collections::BTreeMap;
use terms::Meerderjarigheid;
use values::{KvkNummer, Language, Postcode, dutch_date};

/// The registers, and for which purpose they are asked.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    /// The registers.
    pub registers: &'a Registers,
    /// Runs operations, for the line in the journal.
    pub access: &'a Access,
    /// Who asks, for which organisation.
    pub context: &'a Context,
    /// Why.
    pub doel: &'a Doel,
}

/// What the registers know of the party of the context that this service shows. A register that is away leaves its values out: then they
/// are asked, and checked later. Errors: this person can't do this here, and why.
pub async fn prefill(with: Asking<'_>, service: &ServiceDefinition, catalogue: &Catalogue) -> Result<Known, Refusal> {
    let now = with.access.clock().now();
    let unchecked = service.soort == Soort::Overdracht;
    let mut known = Known { asked_at: Some(now), unchecked, ..Known::default() };
    match with.context.actor.party_for(&service.name) {
        Some(Party::Person(bsn)) => match with.registers.persoon(with.access, with.context, with.doel, &bsn).await {
            Ok(mut persoon) => {
                let of = with.context.actor.vertegenwoordiging();
                admits(service, &persoon, of, dutch_date(now))?;
                leave_out_deceased(with, service, &mut persoon).await;
                known.geheimhouding = persoon.geheimhouding == Geheimhouding::Ja;
                known.values = of_persoon(&persoon, of, dutch_date(now));
                if lives_nowhere_we_know(service, &known, catalogue) {
                    return Err(Refusal("refused-gemeente-unknown"));
                }
                known.values.extend(means::partner(service, &persoon));
            }
            Err(Vraagfout::NietGevonden(_)) => return Err(Refusal("refused-not-in-brp")),
            Err(fault) => tracing::warn!(%fault, "the form begins without what a register knows"),
        },
        Some(Party::Company(kvk)) => match with.registers.onderneming(with.access, with.context, with.doel, &kvk).await {
            Ok(onderneming) => {
                let addresses = addresses(with, &onderneming).await?;
                known.values = of_onderneming(&onderneming, &addresses, catalogue);
            }
            Err(Vraagfout::NietGevonden(_)) => return Err(Refusal("refused-not-in-kvk")),
            Err(fault) => {
                tracing::warn!(%fault, "the form begins without what a register knows");
                known.values = of_sign_in(&kvk);
            }
        },
        None => {}
    }
    known.values.extend(means::inkomen(with, service, &known).await);
    Ok(known)
}

/// The addresses of the branch for which is acted, or else of the company. Errors: it is no branch of this company.
async fn addresses(with: Asking<'_>, onderneming: &Onderneming) -> Result<Vec<BedrijfsAdres>, Refusal> {
    let Some(own) = with.context.actor.vestiging().filter(|own| onderneming.is_nevenvestiging(own)) else {
        return Ok(onderneming.alle_adressen());
    };
    match with.registers.vestiging(with.access, with.context, with.doel, own).await {
        Ok(branch) if branch.kvk_nummer.as_ref() == Some(&onderneming.kvk_nummer) => Ok(branch.adressen),
        Ok(_) | Err(Vraagfout::NietGevonden(_)) => Err(Refusal("refused-not-in-kvk")),
        Err(fault) => {
            tracing::warn!(%fault, "the form begins without what a register knows");
            Ok(vec![])
        }
    }
}

/// The values of a company, at one of these addresses, by concept.
fn of_onderneming(onderneming: &Onderneming, addresses: &[BedrijfsAdres], catalogue: &Catalogue) -> BTreeMap<String, KnownValue> {
    let value = |text: Option<String>| {
        let text = text?;
        Some(KnownValue { nl: text.clone(), en: text, bron: "kvk".into(), ..KnownValue::default() })
    };
    let visit = BedrijfsAdres::bezoek(addresses);
    let address = visit.map(|address| address.adres.op_een_regel().unwrap_or_else(|| address.regels.join(", ")));
    let gemeente = visit.and_then(|address| {
        let postcode = Postcode::parse(address.adres.postcode.as_deref()?).ok()?;
        let gemeente = catalogue.gemeente_of(&postcode)?;
        Some(KnownValue { code: gemeente.code.clone(), ..value(Some(gemeente.naam.clone()))? })
    });
    let all = [
        ("bedrijf.naam", value(onderneming.naam.clone())),
        ("bedrijf.rechtsvorm", value(onderneming.rechtsvorm.clone())),
        ("bedrijf.kvknummer", value(Some(onderneming.kvk_nummer.expose().to_owned()))),
        ("bedrijf.adres", value(address.clone())),
        ("aanvrager.naam", value(onderneming.naam.clone())),
        ("aanvrager.adres", value(address)),
        ("aanvrager.gemeente", gemeente),
    ];
    all.into_iter().filter_map(|(concept, value)| Some((concept.to_owned(), value?))).collect()
}

/// The one thing that is known of a company while its register is away: for which number somebody signed in.
fn of_sign_in(kvk: &KvkNummer) -> BTreeMap<String, KnownValue> {
    let nummer = kvk.expose().to_owned();
    let value = KnownValue { nl: nummer.clone(), en: nummer, bron: "eherkenning".into(), ..KnownValue::default() };
    BTreeMap::from([("bedrijf.kvknummer".to_owned(), value)])
}

/// How old one must be. That a child is young enough was decided with her parent's authority.
pub(crate) fn youngest(service: &ServiceDefinition, of: Option<&Vertegenwoordiging>) -> Option<u8> {
    let by_parent = of.is_some_and(|of| of.grond == Grond::Gezag);
    service.inloggen.as_ref().filter(|_| !by_parent).and_then(|inloggen| inloggen.vanaf_leeftijd)
}

/// May this be done by this person herself, or for her, here? What the register does not say stops nobody. While it is away it is decided
/// when it is back: `later` asks the same.
fn admits(service: &ServiceDefinition, persoon: &Persoon, of: Option<&Vertegenwoordiging>, today: Date) -> Result<(), Refusal> {
    let Some(beletsel) = persoon.beletsel(youngest(service, of), today) else { return Ok(()) };
    Err(match (beletsel, of) {
        (Beletsel::Overlijden, None) => Refusal("refused-deceased"),
        (Beletsel::Emigratie, None) => Refusal("refused-emigrated"),
        (Beletsel::Curatele, None) => Refusal("refused-curator"),
        (Beletsel::Overlijden, Some(_)) => Refusal::BEHALF_DECEASED,
        (Beletsel::Emigratie, Some(_)) => Refusal("refused-behalf-emigrated"),
        (Beletsel::Curatele, Some(_)) => Refusal("refused-behalf-curator"),
        // What is for adults alone, no parent does for a child.
        (Beletsel::Leeftijd, _) if for_adults(service, today) => Refusal("refused-not-adult"),
        (Beletsel::Leeftijd, _) => Refusal("refused-too-young"),
    })
}

fn for_adults(service: &ServiceDefinition, today: Date) -> bool {
    meerderjarig(today).zip(youngest(service, None)).is_some_and(|(adult, youngest)| i16::from(youngest) >= adult)
}

/// Does the register say where she lives, in words that lead to no municipality of today? Then she can't be asked for another address.
fn lives_nowhere_we_know(service: &ServiceDefinition, known: &Known, catalogue: &Catalogue) -> bool {
    let address = known.value("persoon.adres").is_some_and(|address| !address.nl.is_empty());
    address && service.bevoegd == Bevoegd::Woonplaats && gemeente_of_known("persoon", known, catalogue).is_none()
}

/// The values by concept, as a form shows them.
fn of_persoon(persoon: &Persoon, of: Option<&Vertegenwoordiging>, today: Date) -> BTreeMap<String, KnownValue> {
    let value = |text: Option<String>, field: &str| {
        let text = text?;
        let in_onderzoek = persoon.in_onderzoek(field);
        Some(KnownValue { nl: text.clone(), en: text, bron: "brp".into(), in_onderzoek, ..KnownValue::default() })
    };
    let gemeente = persoon.gemeente_van_inschrijving.as_ref();
    let in_gemeente = gemeente.and_then(|g| {
        let code = format!("gm{}", g.code.as_deref()?);
        Some(KnownValue { code, ..value(g.omschrijving.clone(), "gemeenteVanInschrijving")? })
    });
    let geboren = persoon.geboorte.as_ref().and_then(|geboorte| geboorte.datum);
    let all = [
        ("persoon.naam", value(persoon.naam.volledig(), "naam")),
        (
            "persoon.geboortedatum",
            geboren.map(|datum| {
                let in_onderzoek = persoon.in_onderzoek("geboorte.datum");
                let [nl, en] = [Language::Nl, Language::En].map(|language| datum_in_words(datum, language));
                KnownValue { nl, en, code: datum.to_string(), bron: "brp".into(), in_onderzoek, ..KnownValue::default() }
            }),
        ),
        ("persoon.adres", value(persoon.verblijf.as_ref().and_then(registers::Verblijf::op_een_regel), "verblijfplaats")),
        ("persoon.gemeente", in_gemeente.clone()),
        ("aanvrager.naam", value(persoon.naam.volledig(), "naam")),
        ("aanvrager.adres", value(persoon.verblijf.as_ref().and_then(registers::Verblijf::op_een_regel), "verblijfplaats")),
        ("aanvrager.gemeente", in_gemeente),
        (GEZIN, Some(gezin(persoon, of, today))),
    ];
    all.into_iter().filter_map(|(concept, value)| Some((concept.to_owned(), value?))).collect()
}

/// Leaves out children who died: the list of their parent does not say so, their own does. While the register is away they stay.
async fn leave_out_deceased(with: Asking<'_>, service: &ServiceDefinition, persoon: &mut Persoon) {
    if !service.questions().any(|question| question.concept == GEZIN) {
        return;
    }
    let today = dutch_date(with.access.clock().now());
    let gezin = persoon.gezin(meerderjarig(today), today);
    let children = gezin.into_iter().filter(|(lid, _)| *lid == Gezinslid::Kind).filter_map(|(_, kind)| kind.bsn.clone());
    match with.registers.overleden(with.access, with.context, with.doel, &children.collect::<Vec<_>>()).await {
        Ok(died) => persoon.kinderen.retain(|kind| kind.bsn.as_ref().is_none_or(|bsn| !died.contains(bsn))),
        Err(fault) => tracing::warn!(%fault, "the form begins without knowing whether a child lives"),
    }
}

/// From which age one is no child any more on this day.
pub(crate) fn meerderjarig(day: Date) -> Option<i16> {
    Meerderjarigheid::on(day).map(|law| law.leeftijd)
}

/// Herself, her partner and her children.
const GEZIN: &str = "persoon.gezin";

/// The id in a list of people of herself, or of for whom it is done.
pub(crate) const HERSELF: &str = "ik";

/// Herself (or for whom it is done), who is her spouse or registered partner now, and her children who are still minors.
fn gezin(persoon: &Persoon, of: Option<&Vertegenwoordiging>, today: Date) -> KnownValue {
    let item = |id: String, naam: String, (nl, en): (&str, &str)| KnownItem {
        id,
        nl: format!("{naam} ({nl})"),
        en: format!("{naam} ({en})"),
        identificatie: None,
    };
    let [own, partner_word, child_word] = match of {
        None => [("u zelf", "yourself"), ("uw partner", "your partner"), ("uw kind", "your child")],
        Some(_) => [("voor wie u dit regelt", "for whom you arrange this"), ("partner", "partner"), ("kind", "child")],
    };
    let mut items = vec![item(HERSELF.into(), persoon.naam.volledig().unwrap_or_default(), own)];
    for (lid, wie) in persoon.gezin(meerderjarig(today), today) {
        let number = items.iter().filter(|item| item.id.starts_with(lid.word())).count() + 1;
        let naam = wie.naam.volledig().unwrap_or_default();
        let word = if lid == Gezinslid::Partner { partner_word } else { child_word };
        let identificatie = wie.bsn.as_ref().map(|bsn| bsn.expose().to_owned());
        items.push(KnownItem { identificatie, ..item(format!("{}-{number}", lid.word()), naam, word) });
    }
    let in_onderzoek = persoon.in_onderzoek("partners") || persoon.in_onderzoek("kinderen");
    KnownValue { bron: "brp".into(), in_onderzoek, items, ..KnownValue::default() }
}

/// A date of a register as people read it; of which perhaps not all is known.
pub fn datum_in_words(datum: Datum, language: Language) -> String {
    match datum.volledig() {
        Some(date) => texts::day(date, language),
        None if datum.jaar().is_none() => texts::text(language, "unknown"),
        None => datum.to_string(),
    }
}
