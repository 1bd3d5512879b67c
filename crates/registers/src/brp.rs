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

/// Asks for one person, exactly these fields.
pub(crate) async fn persoon(brp: &Connection, fields: &[String], bsn: &Bsn, now: Timestamp) -> Result<Persoon, Vraagfout> {
    let question = json!({ "type": "RaadpleegMetBurgerservicenummer", "burgerservicenummer": [bsn.expose()], "fields": fields });
    let mut answer = brp.post("/personen", &question).await?;
    let personen = answer.get_mut("personen").and_then(Value::as_array_mut).ok_or(Vraagfout::Onleesbaar(Register::Brp))?;
    let one = match personen.as_mut_slice() {
        [] => return Err(Vraagfout::NietGevonden(Register::Brp)),
        [one] => one.take(),
        _ => return Err(Vraagfout::AnderePersoon(Register::Brp)),
    };
    if one.get(WHO).and_then(Value::as_str) != Some(bsn.expose()) {
        return Err(Vraagfout::AnderePersoon(Register::Brp));
    }
    answer::read(one, bsn, now).ok_or(Vraagfout::Onleesbaar(Register::Brp))
}
