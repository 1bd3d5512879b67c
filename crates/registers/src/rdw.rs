//! RDW: whether a vehicle is in the name of a person. A restricted service without a public specification:
//! `POST {base}/rdw/v1/houderschap` with `kenteken` and `burgerservicenummer`.
use crate::{Register, Vraagfout, connection::Connection};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use values::Bsn;

/// What a purpose may ask.
pub(crate) const FIELDS: &[&str] = &["houderschap"];

/// This is no number plate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not six letters and digits, with at least one of each")]
pub struct InvalidKenteken;

/// A Dutch number plate: six letters and digits, kept without dashes (`X349DU`).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Kenteken(String);

impl Kenteken {
    /// Parses a plate as people type it: dashes, spaces and lower case are fine.
    pub fn parse(text: &str) -> Result<Self, InvalidKenteken> {
        let bare: String =
            text.chars().filter(|c| !c.is_whitespace() && *c != '-').take(7).collect::<String>().to_ascii_uppercase();
        let shape = bare.len() == 6 && bare.bytes().all(|b| b.is_ascii_alphanumeric());
        let mixed = bare.bytes().any(|b| b.is_ascii_digit()) && bare.bytes().any(|b| b.is_ascii_uppercase());
        if shape && mixed { Ok(Self(bare)) } else { Err(InvalidKenteken) }
    }

    /// The six characters, for storing and sending to those who may have them.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Kenteken {
    type Error = InvalidKenteken;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Kenteken> for String {
    fn from(kenteken: Kenteken) -> Self {
        kenteken.0
    }
}

/// Is the vehicle in the name of who was asked about?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpNaam {
    /// It is.
    Ja,
    /// It is not.
    Nee,
    /// The register can't say.
    Onbekend,
}

/// What vehicle it is.
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct Voertuig {
    /// `PEUGEOT`
    pub merk: Option<String>,
    /// `208`
    pub handelsbenaming: Option<String>,
    /// `Personenauto`
    pub voertuigsoort: Option<String>,
}

/// What the register said of a vehicle and a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Houderschap {
    /// When the register was asked.
    pub gevraagd_op: Timestamp,
    /// Of which vehicle.
    pub kenteken: Kenteken,
    /// In her name?
    pub op_naam: OpNaam,
    /// The vehicle, when the register describes it.
    pub voertuig: Option<Voertuig>,
    /// The moment of which the register speaks.
    pub peilmoment: Option<Timestamp>,
}

hidden!(Kenteken, Voertuig, Houderschap);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    op_naam: Option<bool>,
    voertuig: Option<Voertuig>,
    peilmoment: Option<Timestamp>,
}

/// Asks whether `kenteken` is in the name of `bsn`.
pub(crate) async fn houderschap(
    rdw: &Connection,
    kenteken: &Kenteken,
    bsn: &Bsn,
    now: Timestamp,
) -> Result<Houderschap, Vraagfout> {
    let question = json!({ "kenteken": kenteken.expose(), "burgerservicenummer": bsn.expose() });
    let answer = rdw.post("/rdw/v1/houderschap", &question).await?;
    let of = answer.get("kenteken").and_then(Value::as_str).and_then(|text| Kenteken::parse(text).ok());
    if of.as_ref() != Some(kenteken) {
        return Err(Vraagfout::AnderePersoon(Register::Rdw));
    }
    let wire: Wire = serde_json::from_value(answer).map_err(|_| Vraagfout::Onleesbaar(Register::Rdw))?;
    let op_naam = match wire.op_naam {
        Some(true) => OpNaam::Ja,
        Some(false) => OpNaam::Nee,
        None => OpNaam::Onbekend,
    };
    Ok(Houderschap {
        gevraagd_op: now,
        kenteken: kenteken.clone(),
        op_naam,
        voertuig: wire.voertuig,
        peilmoment: wire.peilmoment,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plates_as_people_type_them() {
        assert_eq!(Kenteken::parse(" x-349-du ").unwrap().expose(), "X349DU");
        for wrong in ["", "X349D", "X349DUA", "ABCDEF", "123456", "X349D!", "X349Dé"] {
            assert_eq!(Kenteken::parse(wrong), Err(InvalidKenteken), "{wrong}");
        }
    }
}
