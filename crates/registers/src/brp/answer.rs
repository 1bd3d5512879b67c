//! From the words of the BRP API to a `Persoon`. What is missing stays missing; what is there and can't be right makes the answer
//! unreadable. No fault says what stood there.
use super::{
    parts::{WireBsn, WireDatum, WireGeboorte, WireGerelateerde, WireNaam},
    plaats::WirePlaats,
};
use crate::{
    Datum, Geheimhouding, GezagSoort, Gezagsrelatie, Nationaliteit, Opschorting, Partner, Persoon, RedenOpschorting,
    Verblijfstitel, Waarde, onderzoek::Onderzoek,
};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;
use values::Bsn;

/// Reads one of `personen`; none when it can't be read.
pub(super) fn read(one: Value, bsn: &Bsn, now: Timestamp) -> Option<Persoon> {
    let onderzoek = Onderzoek::read(&one);
    let wire: WirePersoon = serde_json::from_value(one).ok()?;
    let (gemeente, plaats) = (wire.gemeente_van_inschrijving, wire.verblijfplaats);
    let (van, functie, niet_op_adres) = plaats.as_ref().map(WirePlaats::about).unwrap_or_default();
    let in_gemeente = gemeente.as_ref().and_then(|g| g.omschrijving.clone());
    Some(Persoon {
        bsn: bsn.clone(),
        gevraagd_op: now,
        naam: wire.naam.into(),
        geslacht: wire.geslacht.and_then(|g| g.omschrijving),
        geboorte: wire.geboorte.map(Into::into),
        verblijf: plaats.and_then(|plaats| plaats.verblijf(in_gemeente)),
        verblijf_van: van,
        functie_adres: functie,
        vastgesteld_niet_op_adres: niet_op_adres,
        gemeente_van_inschrijving: gemeente,
        datum_inschrijving: wire.datum_inschrijving_in_gemeente.map(|d| d.0),
        partners: wire.partners.into_iter().map(Into::into).collect(),
        kinderen: wire.kinderen.into_iter().map(Into::into).collect(),
        ouders: wire.ouders.into_iter().map(Into::into).collect(),
        nationaliteiten: wire.nationaliteiten.into_iter().map(Into::into).collect(),
        verblijfstitel: wire.verblijfstitel.map(Into::into),
        onder_curatele: wire.indicatie_curatele_register,
        gezag: wire.gezag.into_iter().map(Into::into).collect(),
        geheimhouding: if wire.geheimhouding_persoonsgegevens { Geheimhouding::Ja } else { Geheimhouding::Nee },
        opschorting: wire.opschorting_bijhouding.map(Into::into),
        onderzoek,
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WirePersoon {
    geslacht: Option<Waarde>,
    #[serde(default)]
    naam: WireNaam,
    geboorte: Option<WireGeboorte>,
    verblijfplaats: Option<WirePlaats>,
    gemeente_van_inschrijving: Option<Waarde>,
    datum_inschrijving_in_gemeente: Option<WireDatum>,
    #[serde(default)]
    partners: Vec<WirePartner>,
    #[serde(default)]
    kinderen: Vec<WireGerelateerde>,
    #[serde(default)]
    ouders: Vec<WireGerelateerde>,
    #[serde(default)]
    nationaliteiten: Vec<WireNationaliteit>,
    verblijfstitel: Option<WireVerblijfstitel>,
    #[serde(default)]
    indicatie_curatele_register: bool,
    #[serde(default)]
    gezag: Vec<WireGezag>,
    #[serde(default)]
    geheimhouding_persoonsgegevens: bool,
    opschorting_bijhouding: Option<WireOpschorting>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WirePartner {
    #[serde(flatten)]
    persoon: WireGerelateerde,
    soort_verbintenis: Option<Waarde>,
    aangaan_huwelijk_partnerschap: Option<WireMoment>,
    ontbinding_huwelijk_partnerschap: Option<WireMoment>,
}

#[derive(Deserialize)]
struct WireMoment {
    datum: Option<WireDatum>,
}

impl WireMoment {
    /// That it happened is known, even when the day is not.
    fn datum(self) -> Datum {
        self.datum.map_or(Datum::ONBEKEND, |d| d.0)
    }
}

impl From<WirePartner> for Partner {
    fn from(wire: WirePartner) -> Self {
        Self {
            persoon: wire.persoon.into(),
            soort: wire.soort_verbintenis.and_then(|s| s.omschrijving),
            aangegaan: wire.aangaan_huwelijk_partnerschap.map(WireMoment::datum),
            ontbonden: wire.ontbinding_huwelijk_partnerschap.map(WireMoment::datum),
        }
    }
}

#[derive(Deserialize)]
struct WireNationaliteit {
    #[serde(rename = "type", default)]
    soort: String,
    nationaliteit: Option<Waarde>,
}

impl From<WireNationaliteit> for Nationaliteit {
    fn from(wire: WireNationaliteit) -> Self {
        match (wire.soort.as_str(), wire.nationaliteit.and_then(|n| n.omschrijving)) {
            ("Nationaliteit", Some(nationaliteit)) => Self::Bekend(nationaliteit),
            ("BehandeldAlsNederlander", _) => Self::BehandeldAlsNederlander,
            ("VastgesteldNietNederlander", _) => Self::VastgesteldNietNederlander,
            ("Staatloos", _) => Self::Staatloos,
            _ => Self::Onbekend,
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireVerblijfstitel {
    #[serde(default)]
    aanduiding: Waarde,
    datum_ingang: Option<WireDatum>,
    datum_einde: Option<WireDatum>,
}

impl From<WireVerblijfstitel> for Verblijfstitel {
    fn from(wire: WireVerblijfstitel) -> Self {
        let (ingang, einde) = (wire.datum_ingang.map(|d| d.0), wire.datum_einde.map(|d| d.0));
        Self { aanduiding: wire.aanduiding, ingang, einde }
    }
}

#[derive(Deserialize)]
struct WireOpschorting {
    #[serde(default)]
    reden: Waarde,
    datum: Option<WireDatum>,
}

impl From<WireOpschorting> for Opschorting {
    fn from(wire: WireOpschorting) -> Self {
        let reden = match wire.reden.code.as_deref() {
            Some(super::OVERLEDEN) => RedenOpschorting::Overlijden,
            Some("E") => RedenOpschorting::Emigratie,
            Some("M") => RedenOpschorting::MinisterieelBesluit,
            Some("R") => RedenOpschorting::Rni,
            Some("F" | "W") => RedenOpschorting::Fout,
            _ => RedenOpschorting::Onbekend,
        };
        Self { reden, datum: wire.datum.map(|d| d.0) }
    }
}

#[derive(Deserialize)]
struct WireGezag {
    #[serde(rename = "type", default)]
    soort: String,
    minderjarige: Option<WireGezagPersoon>,
    ouder: Option<WireGezagPersoon>,
    derde: Option<WireGezagPersoon>,
    #[serde(default)]
    ouders: Vec<WireGezagPersoon>,
    #[serde(default)]
    derden: Vec<WireGezagPersoon>,
}

#[derive(Deserialize)]
struct WireGezagPersoon {
    burgerservicenummer: Option<WireBsn>,
}

impl From<WireGezag> for Gezagsrelatie {
    fn from(wire: WireGezag) -> Self {
        let soort = match wire.soort.as_str() {
            "GezamenlijkOuderlijkGezag" => GezagSoort::GezamenlijkOuderlijkGezag,
            "EenhoofdigOuderlijkGezag" => GezagSoort::EenhoofdigOuderlijkGezag,
            "GezamenlijkGezag" => GezagSoort::GezamenlijkGezag,
            "Voogdij" => GezagSoort::Voogdij,
            "TijdelijkGeenGezag" => GezagSoort::TijdelijkGeenGezag,
            _ => GezagSoort::NietTeBepalen,
        };
        let number = |persoon: WireGezagPersoon| persoon.burgerservicenummer.map(|b| b.0);
        let all = wire.ouders.into_iter().chain(wire.ouder).chain(wire.derden).chain(wire.derde);
        Self { soort, minderjarige: wire.minderjarige.and_then(number), gezaghebbenden: all.filter_map(number).collect() }
    }
}
