//! Where somebody lives, in the words of the BRP API.
use super::parts::{WireDatum, known};
use crate::{Adres, Datum, FunctieAdres, Verblijf, Waarde};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WirePlaats {
    #[serde(rename = "type")]
    soort: Option<SoortPlaats>,
    #[serde(default)]
    verblijfadres: WireAdres,
    functie_adres: Option<Waarde>,
    adresseerbaar_object_identificatie: Option<String>,
    nummeraanduiding_identificatie: Option<String>,
    datum_van: Option<WireDatum>,
    #[serde(default)]
    indicatie_vastgesteld_verblijft_niet_op_adres: bool,
}

/// Another kind than these can't be shown as something that it may not be, so it makes the answer unreadable.
#[derive(Clone, Copy, Deserialize)]
enum SoortPlaats {
    Adres,
    VerblijfplaatsBuitenland,
    Locatie,
    VerblijfplaatsOnbekend,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct WireAdres {
    #[serde(deserialize_with = "known")]
    officiele_straatnaam: Option<String>,
    #[serde(deserialize_with = "known")]
    korte_straatnaam: Option<String>,
    huisnummer: Option<u32>,
    #[serde(deserialize_with = "known")]
    huisletter: Option<String>,
    #[serde(deserialize_with = "known")]
    huisnummertoevoeging: Option<String>,
    aanduiding_bij_huisnummer: Option<Waarde>,
    #[serde(deserialize_with = "known")]
    postcode: Option<String>,
    #[serde(deserialize_with = "known")]
    woonplaats: Option<String>,
    #[serde(deserialize_with = "known")]
    locatiebeschrijving: Option<String>,
    #[serde(deserialize_with = "known")]
    regel1: Option<String>,
    #[serde(deserialize_with = "known")]
    regel2: Option<String>,
    #[serde(deserialize_with = "known")]
    regel3: Option<String>,
    land: Option<Waarde>,
}

impl WirePlaats {
    /// Since when, what for, and whether it was established that she is not there.
    pub fn about(&self) -> (Option<Datum>, Option<FunctieAdres>, bool) {
        let functie = match self.functie_adres.as_ref().and_then(|f| f.code.as_deref()) {
            Some("W") => Some(FunctieAdres::Woonadres),
            Some("B") => Some(FunctieAdres::Briefadres),
            _ => None,
        };
        (self.datum_van.as_ref().map(|d| d.0), functie, self.indicatie_vastgesteld_verblijft_niet_op_adres)
    }

    /// The place itself; none when the answer does not say what kind of place it is.
    pub fn verblijf(self, gemeente: Option<String>) -> Option<Verblijf> {
        let wire = self.verblijfadres;
        Some(match self.soort? {
            SoortPlaats::VerblijfplaatsOnbekend => Verblijf::Onbekend,
            SoortPlaats::Locatie => Verblijf::Locatie(wire.locatiebeschrijving.unwrap_or_default()),
            SoortPlaats::VerblijfplaatsBuitenland => Verblijf::Buitenland {
                regels: [wire.regel1, wire.regel2, wire.regel3].into_iter().flatten().collect(),
                land: wire.land.and_then(|l| l.omschrijving),
            },
            SoortPlaats::Adres => Verblijf::Adres(Adres {
                straat: wire.officiele_straatnaam,
                korte_naam: wire.korte_straatnaam,
                huisnummer: wire.huisnummer,
                huisletter: wire.huisletter,
                toevoeging: wire.huisnummertoevoeging,
                aanduiding_bij_huisnummer: wire.aanduiding_bij_huisnummer.and_then(|a| a.omschrijving),
                postcode: wire.postcode,
                woonplaats: wire.woonplaats,
                gemeente,
                nummeraanduiding: self.nummeraanduiding_identificatie,
                adresseerbaar_object: self.adresseerbaar_object_identificatie,
            }),
        })
    }
}
