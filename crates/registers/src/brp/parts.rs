//! Parts that stand in many places of an answer of the BRP API: numbers, dates, names, births.
use crate::{Datum, Geboorte, Gerelateerde, Naam, Waarde};
use serde::{Deserialize, Deserializer, de::Error as _};
use values::Bsn;

/// `.` is how the register writes that it does not know.
pub(super) fn known<'de, D: Deserializer<'de>>(input: D) -> Result<Option<String>, D::Error> {
    Ok(Some(String::deserialize(input)?).filter(|text| !matches!(text.as_str(), "" | ".")))
}

pub(super) struct WireBsn(pub Bsn);
impl<'de> Deserialize<'de> for WireBsn {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        Bsn::parse(&String::deserialize(input)?).map(Self).map_err(D::Error::custom)
    }
}

/// `Datum`, `JaarMaandDatum`, `JaarDatum` or `DatumOnbekend`.
#[derive(Deserialize)]
#[serde(try_from = "WireDatumParts")]
pub(super) struct WireDatum(pub Datum);

#[derive(Deserialize)]
pub(super) struct WireDatumParts {
    datum: Option<String>,
    jaar: Option<i16>,
    maand: Option<i8>,
}

impl TryFrom<WireDatumParts> for WireDatum {
    type Error = crate::InvalidDatum;
    fn try_from(parts: WireDatumParts) -> Result<Self, Self::Error> {
        let datum = match (&parts.datum, parts.jaar) {
            (Some(datum), _) => as_far_as_it_exists(datum),
            (None, Some(jaar)) => Datum::of(jaar, parts.maand, None),
            (None, None) => Ok(Datum::ONBEKEND),
        };
        datum.map(Self)
    }
}

/// The register holds days that do not exist (`1982-12-91`, of a parent born abroad): of those month and year are used.
fn as_far_as_it_exists(text: &str) -> Result<Datum, crate::InvalidDatum> {
    let shorter = || [7, 4].into_iter().find_map(|length| Datum::parse(text.get(..length)?).ok());
    Datum::parse(text).or_else(|wrong| shorter().ok_or(wrong))
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct WireNaam {
    #[serde(deserialize_with = "known")]
    voornamen: Option<String>,
    #[serde(deserialize_with = "known")]
    voorletters: Option<String>,
    #[serde(deserialize_with = "known")]
    voorvoegsel: Option<String>,
    #[serde(deserialize_with = "known")]
    geslachtsnaam: Option<String>,
    adellijke_titel_predicaat: Option<WireTitel>,
}

#[derive(Deserialize)]
pub(super) struct WireTitel {
    omschrijving: Option<String>,
    soort: Option<String>,
}

impl From<WireNaam> for Naam {
    fn from(wire: WireNaam) -> Self {
        let (predicaat, adellijke_titel) = match wire.adellijke_titel_predicaat {
            Some(titel) if titel.soort.as_deref() == Some("predicaat") => (titel.omschrijving, None),
            titel => (None, titel.and_then(|t| t.omschrijving)),
        };
        let WireNaam { voornamen, voorletters, voorvoegsel, geslachtsnaam, .. } = wire;
        Self { voornamen, voorletters, predicaat, adellijke_titel, voorvoegsel, geslachtsnaam }
    }
}

#[derive(Deserialize)]
pub(super) struct WireGeboorte {
    datum: Option<WireDatum>,
    plaats: Option<Waarde>,
    land: Option<Waarde>,
}

impl From<WireGeboorte> for Geboorte {
    fn from(wire: WireGeboorte) -> Self {
        let said = |waarde: Option<Waarde>| waarde.and_then(|w| w.omschrijving);
        Self { datum: wire.datum.map(|d| d.0), plaats: said(wire.plaats), land: said(wire.land) }
    }
}

#[derive(Deserialize)]
pub(super) struct WireGerelateerde {
    burgerservicenummer: Option<WireBsn>,
    #[serde(default)]
    naam: WireNaam,
    geboorte: Option<WireGeboorte>,
}

impl From<WireGerelateerde> for Gerelateerde {
    fn from(wire: WireGerelateerde) -> Self {
        let bsn = wire.burgerservicenummer.map(|b| b.0);
        Self { bsn, naam: wire.naam.into(), geboorte: wire.geboorte.map(Into::into) }
    }
}
