//! KVK API's: `GET {base}/v1/basisprofielen/{kvkNummer}` and `GET {base}/v1/vestigingsprofielen/{vestigingsnummer}`.
use crate::{Adres, Datum, Register, Vraagfout, connection::Connection};
use jiff::Timestamp;
use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::Value;
use values::{KvkNummer, Rsin, Vestigingsnummer};

/// What a purpose may ask.
pub(crate) const BASISPROFIEL: &str = "basisprofiel";
/// What a purpose may ask.
pub(crate) const VESTIGINGSPROFIEL: &str = "vestigingsprofiel";

/// What a company does (Standaard Bedrijfsindeling).
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct Activiteit {
    /// `10110`
    #[serde(rename = "sbiCode")]
    pub code: String,
    /// In words.
    #[serde(rename = "sbiOmschrijving", default)]
    pub omschrijving: String,
    /// It is the main one.
    #[serde(rename = "indHoofdactiviteit", default, deserialize_with = "ja")]
    pub hoofd: bool,
}

/// An address of a company or branch.
#[derive(Clone, PartialEq, Eq)]
pub struct BedrijfsAdres {
    /// `bezoekadres` or `correspondentieadres`
    pub soort: String,
    /// The register shows it to those only who may have it: don't show it to others.
    pub afgeschermd: bool,
    /// The address; of one abroad only the lines are known.
    pub adres: Adres,
    /// As it is written.
    pub regels: Vec<String>,
}

/// A branch.
#[derive(Clone, PartialEq, Eq)]
pub struct Vestiging {
    /// When the register was asked.
    pub gevraagd_op: Timestamp,
    /// Its number.
    pub nummer: Vestigingsnummer,
    /// The company that it is of.
    pub kvk_nummer: Option<KvkNummer>,
    /// Its first trade name.
    pub naam: Option<String>,
    /// All its trade names, in order.
    pub handelsnamen: Vec<String>,
    /// It is the head office.
    pub hoofdvestiging: bool,
    /// Where it is and where its letters go.
    pub adressen: Vec<BedrijfsAdres>,
    /// What it does.
    pub activiteiten: Vec<Activiteit>,
    /// Since when it is there.
    pub aanvang: Option<Datum>,
    /// Since when it is there no more.
    pub einde: Option<Datum>,
}

/// A company, association, foundation or institution.
#[derive(Clone, PartialEq, Eq)]
pub struct Onderneming {
    /// When the register was asked.
    pub gevraagd_op: Timestamp,
    /// Its number.
    pub kvk_nummer: KvkNummer,
    /// The RSIN, of a legal person.
    pub rsin: Option<Rsin>,
    /// The name of the activity.
    pub naam: Option<String>,
    /// The name in its articles.
    pub statutaire_naam: Option<String>,
    /// `Eenmanszaak`, `Vereniging van Eigenaars`
    pub rechtsvorm: Option<String>,
    /// All its trade names, in order.
    pub handelsnamen: Vec<String>,
    /// What it does.
    pub activiteiten: Vec<Activiteit>,
    /// Addresses of its owner, when the register gives those.
    pub adressen: Vec<BedrijfsAdres>,
    /// Its head office.
    pub hoofdvestiging: Option<Vestiging>,
    /// Since when it works.
    pub aanvang: Option<Datum>,
    /// Since when it works no more.
    pub einde: Option<Datum>,
}

hidden!(Activiteit, BedrijfsAdres, Vestiging, Onderneming);

impl BedrijfsAdres {
    /// Where one can visit, among these; what the register shields is not shown, and decides nothing.
    pub fn bezoek(all: &[Self]) -> Option<&Self> {
        all.iter().filter(|address| !address.afgeschermd).find(|address| address.soort == "bezoekadres")
    }
}

impl Onderneming {
    /// The addresses of its head office, and those of its owner.
    pub fn alle_adressen(&self) -> Vec<BedrijfsAdres> {
        self.hoofdvestiging.iter().flat_map(|head| &head.adressen).chain(&self.adressen).cloned().collect()
    }

    /// Is this another branch than the head office, so that its addresses must be asked?
    pub fn is_nevenvestiging(&self, nummer: &Vestigingsnummer) -> bool {
        self.hoofdvestiging.as_ref().is_none_or(|head| head.nummer != *nummer)
    }
}

/// Asks for a company.
pub(crate) async fn onderneming(kvk: &Connection, nummer: &KvkNummer, now: Timestamp) -> Result<Onderneming, Vraagfout> {
    let answer = kvk.get(&format!("/v1/basisprofielen/{}", nummer.expose())).await?;
    if answer.get("kvkNummer").and_then(Value::as_str) != Some(nummer.expose()) {
        return Err(Vraagfout::AnderePersoon(Register::Kvk));
    }
    let unreadable = || Vraagfout::Onleesbaar(Register::Kvk);
    let wire: WireOnderneming = serde_json::from_value(answer).map_err(|_| unreadable())?;
    let Embedded { eigenaar, hoofdvestiging } = wire.embedded;
    Ok(Onderneming {
        gevraagd_op: now,
        kvk_nummer: nummer.clone(),
        rsin: eigenaar.rsin.as_deref().map(Rsin::parse).transpose().map_err(|_| unreadable())?,
        naam: wire.naam,
        statutaire_naam: wire.statutaire_naam,
        rechtsvorm: eigenaar.uitgebreide_rechtsvorm.or(eigenaar.rechtsvorm),
        handelsnamen: in_order(wire.handelsnamen),
        activiteiten: wire.sbi_activiteiten,
        adressen: eigenaar.adressen.into_iter().map(Into::into).collect(),
        hoofdvestiging: hoofdvestiging.map(|v| v.vestiging(now).ok_or_else(unreadable)).transpose()?,
        aanvang: wire.materiele_registratie.datum_aanvang,
        einde: wire.materiele_registratie.datum_einde,
    })
}

/// Asks for a branch.
pub(crate) async fn vestiging(kvk: &Connection, nummer: &Vestigingsnummer, now: Timestamp) -> Result<Vestiging, Vraagfout> {
    let answer = kvk.get(&format!("/v1/vestigingsprofielen/{}", nummer.expose())).await?;
    if answer.get("vestigingsnummer").and_then(Value::as_str) != Some(nummer.expose()) {
        return Err(Vraagfout::AnderePersoon(Register::Kvk));
    }
    let wire = serde_json::from_value::<WireVestiging>(answer).ok();
    wire.and_then(|wire| wire.vestiging(now)).ok_or(Vraagfout::Onleesbaar(Register::Kvk))
}

/// The register writes `Ja` and `Nee`.
fn ja<'de, D: Deserializer<'de>>(input: D) -> Result<bool, D::Error> {
    Ok(String::deserialize(input)?.eq_ignore_ascii_case("ja"))
}

/// The register writes `20170710`, with zeroes for what it does not know.
fn datum<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Datum>, D::Error> {
    Datum::parse(&String::deserialize(input)?).map(Some).map_err(D::Error::custom)
}

fn in_order(mut namen: Vec<WireNaam>) -> Vec<String> {
    namen.sort_by_key(|naam| naam.volgorde);
    namen.into_iter().map(|naam| naam.naam).collect()
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireOnderneming {
    naam: Option<String>,
    statutaire_naam: Option<String>,
    #[serde(default)]
    handelsnamen: Vec<WireNaam>,
    #[serde(default)]
    sbi_activiteiten: Vec<Activiteit>,
    #[serde(default)]
    materiele_registratie: Registratie,
    #[serde(default, rename = "_embedded")]
    embedded: Embedded,
}

#[derive(Deserialize)]
struct WireNaam {
    naam: String,
    #[serde(default)]
    volgorde: i64,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Registratie {
    #[serde(deserialize_with = "datum")]
    datum_aanvang: Option<Datum>,
    #[serde(deserialize_with = "datum")]
    datum_einde: Option<Datum>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Embedded {
    eigenaar: Eigenaar,
    hoofdvestiging: Option<WireVestiging>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Eigenaar {
    rsin: Option<String>,
    rechtsvorm: Option<String>,
    uitgebreide_rechtsvorm: Option<String>,
    adressen: Vec<WireAdres>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct WireVestiging {
    vestigingsnummer: String,
    kvk_nummer: Option<String>,
    eerste_handelsnaam: Option<String>,
    handelsnamen: Vec<WireNaam>,
    #[serde(deserialize_with = "ja")]
    ind_hoofdvestiging: bool,
    adressen: Vec<WireAdres>,
    sbi_activiteiten: Vec<Activiteit>,
    materiele_registratie: Registratie,
}

impl WireVestiging {
    /// None when one of its numbers is none.
    fn vestiging(self, gevraagd_op: Timestamp) -> Option<Vestiging> {
        Some(Vestiging {
            gevraagd_op,
            nummer: Vestigingsnummer::parse(&self.vestigingsnummer).ok()?,
            kvk_nummer: self.kvk_nummer.as_deref().map(KvkNummer::parse).transpose().ok()?,
            naam: self.eerste_handelsnaam,
            handelsnamen: in_order(self.handelsnamen),
            hoofdvestiging: self.ind_hoofdvestiging,
            adressen: self.adressen.into_iter().map(Into::into).collect(),
            activiteiten: self.sbi_activiteiten,
            aanvang: self.materiele_registratie.datum_aanvang,
            einde: self.materiele_registratie.datum_einde,
        })
    }
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct WireAdres {
    #[serde(rename = "type")]
    soort: String,
    #[serde(deserialize_with = "ja")]
    ind_afgeschermd: bool,
    straatnaam: Option<String>,
    huisnummer: Option<u32>,
    postbusnummer: Option<u32>,
    huisletter: Option<String>,
    huisnummer_toevoeging: Option<String>,
    postcode: Option<String>,
    plaats: Option<String>,
    straat_huisnummer: Option<String>,
    postcode_woonplaats: Option<String>,
    land: Option<String>,
}

impl From<WireAdres> for BedrijfsAdres {
    fn from(wire: WireAdres) -> Self {
        let adres = Adres {
            straat: wire.straatnaam,
            huisnummer: wire.huisnummer.or(wire.postbusnummer),
            huisletter: wire.huisletter,
            toevoeging: wire.huisnummer_toevoeging,
            postcode: wire.postcode,
            woonplaats: wire.plaats,
            ..Adres::default()
        };
        let mut regels = adres.regels();
        regels.extend([wire.straat_huisnummer, wire.postcode_woonplaats].into_iter().flatten());
        regels.extend(wire.land.filter(|land| land != "Nederland"));
        Self { soort: wire.soort, afgeschermd: wire.ind_afgeschermd, adres, regels }
    }
}
