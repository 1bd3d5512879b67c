//! BRP API Personen 2: `POST {base}/personen`, RaadpleegMetBurgerservicenummer.
mod answer;
mod parts;
mod plaats;

use crate::{Persoon, Register, Vraagfout, connection::Connection};
use jiff::Timestamp;
use serde_json::{Value, json};
use values::Bsn;

/// The field without which nobody can tell of whom an answer is.
pub(crate) const WHO: &str = "burgerservicenummer";

/// Why a list is kept no more: she died.
pub(crate) const OVERLEDEN: &str = "O";

/// What a purpose may ask: the paths of the API that this crate reads.
pub(crate) const FIELDS: &[&str] = &[
    WHO,
    "geslacht",
    "naam",
    "geboorte",
    "geboorte.datum",
    "geboorte.plaats",
    "geboorte.land",
    "verblijfplaats",
    "gemeenteVanInschrijving",
    "datumInschrijvingInGemeente",
    "nationaliteiten",
    "verblijfstitel",
    "indicatieCurateleRegister",
    "gezag",
    "partners",
    "partners.burgerservicenummer",
    "partners.naam",
    "partners.geboorte",
    "partners.geboorte.datum",
    "partners.soortVerbintenis",
    "partners.aangaanHuwelijkPartnerschap",
    "partners.ontbindingHuwelijkPartnerschap",
    "kinderen",
    "kinderen.burgerservicenummer",
    "kinderen.naam",
    "kinderen.geboorte",
    "kinderen.geboorte.datum",
    "ouders",
    "ouders.burgerservicenummer",
    "ouders.naam",
    "ouders.geboorte",
    "ouders.geboorte.datum",
];

/// What the API gives by itself and refuses to be asked for (a question that names one gets status 400).
pub(crate) const BY_ITSELF: &[&str] =
    &["inOnderzoek", "geheimhoudingPersoonsgegevens", "opschortingBijhouding", "rni", "verificatie"];

/// The most numbers that one question may hold.
pub(crate) const AT_ONCE: usize = 20;

/// Asks for one person, exactly these fields.
pub(crate) async fn persoon(brp: &Connection, fields: &[String], bsn: &Bsn, now: Timestamp) -> Result<Persoon, Vraagfout> {
    let mut found = personen(brp, fields, std::slice::from_ref(bsn)).await?;
    let (_, one) = found.pop().ok_or(Vraagfout::NietGevonden(Register::Brp))?;
    answer::read(one, bsn, now).ok_or(Vraagfout::Onleesbaar(Register::Brp))
}

/// Who of these died: the register says so by itself.
pub(crate) async fn overleden(brp: &Connection, of: &[Bsn]) -> Result<Vec<Bsn>, Vraagfout> {
    let found = personen(brp, &[WHO.to_owned()], of).await?;
    let died = |one: &Value| one.pointer("/opschortingBijhouding/reden/code").and_then(Value::as_str) == Some(OVERLEDEN);
    Ok(found.into_iter().filter(|(_, one)| died(one)).map(|(bsn, _)| bsn).collect())
}

/// What the register has of these, each with her number and at most once.
async fn personen(brp: &Connection, fields: &[String], of: &[Bsn]) -> Result<Vec<(Bsn, Value)>, Vraagfout> {
    let numbers: Vec<_> = of.iter().map(Bsn::expose).collect();
    let question = json!({ "type": "RaadpleegMetBurgerservicenummer", "burgerservicenummer": numbers, "fields": fields });
    let mut answer = brp.post("/personen", &question).await?;
    let personen = answer.get_mut("personen").and_then(Value::as_array_mut).ok_or(Vraagfout::Onleesbaar(Register::Brp))?;
    let mut found: Vec<(Bsn, Value)> = Vec::new();
    for one in personen.drain(..) {
        let who = of.iter().find(|bsn| one.get(WHO).and_then(Value::as_str) == Some(bsn.expose()));
        match who {
            Some(bsn) if found.iter().all(|(other, _)| other != bsn) => found.push((bsn.clone(), one)),
            _ => return Err(Vraagfout::AnderePersoon(Register::Brp)),
        }
    }
    Ok(found)
}
