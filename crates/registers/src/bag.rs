//! BAG API Individuele Bevragingen 2: `GET {base}/adressen?postcode=…&huisnummer=…`, in HAL.
use crate::{Adres, Bekend, Register, Vraagfout, connection::Connection, onderzoek::Onderzoek};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use values::Postcode;

/// What a purpose may ask.
pub(crate) const FIELDS: &[&str] = &["adres"];

/// Postcode and number do not make an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a postcode with letters, a number 1 … 99999, at most one letter and at most four letters or digits")]
pub struct InvalidAdresVraag;

/// Which address: only what the BAG takes, so that it can stand in a URL as it is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Typed", into = "Typed")]
pub struct AdresVraag(Typed);

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Typed {
    postcode: String,
    huisnummer: u32,
    huisletter: Option<char>,
    toevoeging: Option<String>,
}

impl AdresVraag {
    /// All addresses with this postcode and number, or only that with this letter and addition.
    pub fn new(
        postcode: &Postcode,
        huisnummer: u32,
        huisletter: Option<char>,
        toevoeging: Option<&str>,
    ) -> Result<Self, InvalidAdresVraag> {
        let postcode = postcode.to_string().replace(' ', "");
        Typed { postcode, huisnummer, huisletter, toevoeging: toevoeging.map(str::to_owned) }.try_into()
    }

    fn path(&self) -> String {
        let Typed { postcode, huisnummer, huisletter, toevoeging } = &self.0;
        let letter = huisletter.map(|letter| format!("&huisletter={letter}")).unwrap_or_default();
        let toevoeging = toevoeging.as_ref().map(|t| format!("&huisnummertoevoeging={t}")).unwrap_or_default();
        format!("/adressen?postcode={postcode}&huisnummer={huisnummer}{letter}{toevoeging}&pageSize=100")
    }

    /// The same in one word, to tell which address a journal line is about.
    pub(crate) fn word(&self) -> String {
        let Typed { postcode, huisnummer, huisletter, toevoeging } = &self.0;
        let letter = huisletter.map(String::from).unwrap_or_default();
        format!("{postcode} {huisnummer}{letter}-{}", toevoeging.as_deref().unwrap_or_default())
    }
}

impl TryFrom<Typed> for AdresVraag {
    type Error = InvalidAdresVraag;
    fn try_from(typed: Typed) -> Result<Self, Self::Error> {
        let postcode = Postcode::parse(&typed.postcode).is_ok_and(|p| p.is_complete()) && typed.postcode.len() == 6;
        let letter = typed.huisletter.is_none_or(|letter| letter.is_ascii_alphabetic());
        let short = |t: &String| (1..=4).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_alphanumeric());
        let right = postcode && letter && (1..=99_999).contains(&typed.huisnummer) && typed.toevoeging.as_ref().is_none_or(short);
        if right { Ok(Self(typed)) } else { Err(InvalidAdresVraag) }
    }
}

impl From<AdresVraag> for Typed {
    fn from(vraag: AdresVraag) -> Self {
        vraag.0
    }
}

hidden!(AdresVraag);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireAdres {
    openbare_ruimte_naam: Option<String>,
    korte_naam: Option<String>,
    huisnummer: Option<u32>,
    huisletter: Option<String>,
    huisnummertoevoeging: Option<String>,
    postcode: Option<String>,
    woonplaats_naam: Option<String>,
    nummeraanduiding_identificatie: Option<String>,
    adresseerbaar_object_identificatie: Option<String>,
}

/// The addresses of that postcode and number: one to a hundred.
pub(crate) async fn adressen(bag: &Connection, vraag: &AdresVraag, now: Timestamp) -> Result<Vec<Bekend<Adres>>, Vraagfout> {
    let answer = bag.get(&vraag.path()).await?;
    let found = answer.pointer("/_embedded/adressen").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let found: Option<Vec<_>> = found.iter().map(|one| read(one, now)).collect();
    let found = found.ok_or(Vraagfout::Onleesbaar(Register::Bag))?;
    let asked =
        |adres: &Adres| adres.huisnummer == Some(vraag.0.huisnummer) && adres.postcode.as_ref() == Some(&vraag.0.postcode);
    match found.as_slice() {
        [] => Err(Vraagfout::NietGevonden(Register::Bag)),
        all if !all.iter().all(|one| asked(&one.waarde)) => Err(Vraagfout::AnderePersoon(Register::Bag)),
        _ => Ok(found),
    }
}

fn read(one: &Value, gevraagd_op: Timestamp) -> Option<Bekend<Adres>> {
    let wire = WireAdres::deserialize(one).ok()?;
    let waarde = Adres {
        straat: wire.openbare_ruimte_naam,
        korte_naam: wire.korte_naam,
        huisnummer: wire.huisnummer,
        huisletter: wire.huisletter,
        toevoeging: wire.huisnummertoevoeging,
        postcode: wire.postcode,
        woonplaats: wire.woonplaats_naam,
        nummeraanduiding: wire.nummeraanduiding_identificatie,
        adresseerbaar_object: wire.adresseerbaar_object_identificatie,
        ..Adres::default()
    };
    Some(Bekend { waarde, bron: Register::Bag, gevraagd_op, in_onderzoek: Onderzoek::read(one).any() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_stand_in_a_url_is_asked() {
        let postcode = Postcode::parse("3225 td").unwrap();
        let vraag = AdresVraag::new(&postcode, 555, Some('B'), Some("73c")).unwrap();
        assert_eq!(vraag.path(), "/adressen?postcode=3225TD&huisnummer=555&huisletter=B&huisnummertoevoeging=73c&pageSize=100");
        let json = serde_json::to_string(&vraag).unwrap();
        assert_eq!(serde_json::from_str::<AdresVraag>(&json).unwrap(), vraag);
        assert!(serde_json::from_str::<AdresVraag>(&json.replace("73c", "7&x")).is_err());
        let short = Postcode::parse("3225").unwrap();
        for wrong in [
            AdresVraag::new(&short, 555, None, None),
            AdresVraag::new(&postcode, 0, None, None),
            AdresVraag::new(&postcode, 100_000, None, None),
            AdresVraag::new(&postcode, 1, Some('&'), None),
            AdresVraag::new(&postcode, 1, None, Some("")),
            AdresVraag::new(&postcode, 1, None, Some("12345")),
        ] {
            assert_eq!(wrong, Err(InvalidAdresVraag));
        }
    }
}
