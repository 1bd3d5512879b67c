//! Basisregistratie inkomen: the income of a person in a year. A restricted service without a public specification:
//! `POST {base}/bri/v1/inkomen` with `burgerservicenummer` and `jaar`.
use crate::{Register, Vraagfout, connection::Connection};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use values::Bsn;

/// What a purpose may ask.
pub(crate) const FIELDS: &[&str] = &["inkomen"];

/// How sure an income is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum InkomenStatus {
    /// Settled.
    Definitief,
    /// It may still change.
    Voorlopig,
}

/// The income of a person in one year.
#[derive(Clone, PartialEq, Eq)]
pub struct Inkomen {
    /// When the register was asked.
    pub gevraagd_op: Timestamp,
    /// The year.
    pub jaar: i16,
    /// In whole euros, below zero for a loss.
    pub inkomen: i64,
    /// How sure it is, when the register says so.
    pub status: Option<InkomenStatus>,
}

hidden!(Inkomen);

#[derive(Deserialize)]
struct Wire {
    inkomen: i64,
    status: Option<InkomenStatus>,
}

/// Asks for the income of `bsn` in `jaar`. Errors: `NietGevonden` when the register holds none of that year.
pub(crate) async fn inkomen(bri: &Connection, bsn: &Bsn, jaar: i16, now: Timestamp) -> Result<Inkomen, Vraagfout> {
    let question = json!({ "burgerservicenummer": bsn.expose(), "jaar": jaar });
    let answer = bri.post("/bri/v1/inkomen", &question).await?;
    let of = answer.get("burgerservicenummer").and_then(Value::as_str);
    if answer.get("jaar").and_then(Value::as_i64) != Some(i64::from(jaar)) || of != Some(bsn.expose()) {
        return Err(Vraagfout::AnderePersoon(Register::Bri));
    }
    if answer.get("inkomen").is_none() {
        return Err(Vraagfout::NietGevonden(Register::Bri));
    }
    let wire: Wire = serde_json::from_value(answer).map_err(|_| Vraagfout::Onleesbaar(Register::Bri))?;
    Ok(Inkomen { gevraagd_op: now, jaar, inkomen: wire.inkomen, status: wire.status })
}
