//! A person as the BRP knows her; every part can be missing, because it was not asked or the register does not hold it.
use crate::{Adres, Bekend, Datum, Naam, Register, onderzoek::Onderzoek};
use jiff::{Timestamp, civil::Date};
use serde::Deserialize;
use values::Bsn;

/// A row of a national table of the BRP.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Waarde {
    /// Its code: `0599`.
    pub code: Option<String>,
    /// What it says: `Rotterdam`.
    pub omschrijving: Option<String>,
}

/// When and where somebody was born.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Geboorte {
    /// The day, perhaps not all of it known.
    pub datum: Option<Datum>,
    /// The municipality, or the place abroad.
    pub plaats: Option<String>,
    /// The country.
    pub land: Option<String>,
}

/// Where somebody lives.
#[derive(Clone, PartialEq, Eq)]
pub enum Verblijf {
    /// At an address in the Netherlands.
    Adres(Adres),
    /// Abroad.
    Buitenland {
        /// At most three lines, as they are written there.
        regels: Vec<String>,
        /// The country.
        land: Option<String>,
    },
    /// At a place without an address: a ship in a canal.
    Locatie(String),
    /// The register does not know.
    Onbekend,
}

impl Verblijf {
    /// On one line. None when the register does not know where it is.
    pub fn op_een_regel(&self) -> Option<String> {
        match self {
            Self::Adres(adres) => adres.op_een_regel(),
            Self::Buitenland { regels, land } => {
                let all: Vec<&str> = regels.iter().chain(land).map(String::as_str).collect();
                (!all.is_empty()).then(|| all.join(", "))
            }
            Self::Locatie(beschrijving) => Some(beschrijving.clone()).filter(|b| !b.is_empty()),
            Self::Onbekend => None,
        }
    }
}

/// What an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FunctieAdres {
    /// Where one lives.
    Woonadres,
    /// Where one's letters go.
    Briefadres,
}

/// Somebody beside a person in the register: a child, a parent, a partner.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Gerelateerde {
    /// Known for those who are in the BRP themselves.
    pub bsn: Option<Bsn>,
    /// The name.
    pub naam: Naam,
    /// The birth.
    pub geboorte: Option<Geboorte>,
}

/// A marriage or registered partnership.
#[derive(Clone, PartialEq, Eq)]
pub struct Partner {
    /// With whom.
    pub persoon: Gerelateerde,
    /// `huwelijk` or `geregistreerd partnerschap`
    pub soort: Option<String>,
    /// Since when.
    pub aangegaan: Option<Datum>,
    /// When it ended; none while it lasts, or when that was not asked.
    pub ontbonden: Option<Datum>,
}

/// A nationality, or what the register says instead of one.
#[derive(Clone, PartialEq, Eq)]
pub enum Nationaliteit {
    /// `Nederlandse`
    Bekend(String),
    /// Treated as a Dutch citizen.
    BehandeldAlsNederlander,
    /// Established not to be a Dutch citizen.
    VastgesteldNietNederlander,
    /// Without any.
    Staatloos,
    /// Not known.
    Onbekend,
}

/// The right to stay of who is no Dutch citizen.
#[derive(Clone, PartialEq, Eq)]
pub struct Verblijfstitel {
    /// Which.
    pub aanduiding: Waarde,
    /// Since when.
    pub ingang: Option<Datum>,
    /// Until when.
    pub einde: Option<Datum>,
}

/// Which kind of authority over a minor there is (BW boek 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GezagSoort {
    /// Both parents.
    GezamenlijkOuderlijkGezag,
    /// One parent.
    EenhoofdigOuderlijkGezag,
    /// A parent and somebody else.
    GezamenlijkGezag,
    /// A guardian.
    Voogdij,
    /// Nobody for the moment.
    TijdelijkGeenGezag,
    /// The register can't say: nobody may act on it.
    NietTeBepalen,
}

/// Authority over one minor.
#[derive(Clone, PartialEq, Eq)]
pub struct Gezagsrelatie {
    /// Which kind.
    pub soort: GezagSoort,
    /// Over whom.
    pub minderjarige: Option<Bsn>,
    /// Who have it, as far as the register knows their number.
    pub gezaghebbenden: Vec<Bsn>,
}

/// Did she ask that her data be not given to third parties (Wet BRP 2.59)? It does not hide them from government.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Geheimhouding {
    /// She did.
    Ja,
    /// She did not.
    Nee,
}

/// Why the register is not kept up any more for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RedenOpschorting {
    /// She died.
    Overlijden,
    /// She left the country.
    Emigratie,
    /// By decree of the minister.
    MinisterieelBesluit,
    /// She never lived here: registratie niet-ingezetenen.
    Rni,
    /// The list was a mistake and goes.
    Fout,
    /// Another reason, or none is known.
    Onbekend,
}

/// Why somebody can't do something herself, or have it done for her, by what the register says of her.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beletsel {
    /// She died.
    Overlijden,
    /// She lives abroad.
    Emigratie,
    /// Somebody else decides for her (curatele); known where the purpose asks for it.
    Curatele,
    /// She is too young for it.
    Leeftijd,
}

/// That the register is not kept up any more.
#[derive(Clone, PartialEq, Eq)]
pub struct Opschorting {
    /// Why.
    pub reden: RedenOpschorting,
    /// Since when.
    pub datum: Option<Datum>,
}

/// A person, as the BRP answered.
#[derive(Clone, PartialEq, Eq)]
pub struct Persoon {
    /// Who.
    pub bsn: Bsn,
    /// When the register was asked.
    pub gevraagd_op: Timestamp,
    /// The name.
    pub naam: Naam,
    /// `man`, `vrouw`, `onbekend`
    pub geslacht: Option<String>,
    /// The birth.
    pub geboorte: Option<Geboorte>,
    /// Where she lives; none when that was not asked.
    pub verblijf: Option<Verblijf>,
    /// Since when she lives there.
    pub verblijf_van: Option<Datum>,
    /// What that address is for.
    pub functie_adres: Option<FunctieAdres>,
    /// It was established that she does not live at the address that the register holds.
    pub vastgesteld_niet_op_adres: bool,
    /// The municipality that keeps her list (bijhoudingsgemeente).
    pub gemeente_van_inschrijving: Option<Waarde>,
    /// Since when she is registered there.
    pub datum_inschrijving: Option<Datum>,
    /// Marriages and partnerships, also one that ended.
    pub partners: Vec<Partner>,
    /// Her children.
    pub kinderen: Vec<Gerelateerde>,
    /// Her parents.
    pub ouders: Vec<Gerelateerde>,
    /// Her nationalities.
    pub nationaliteiten: Vec<Nationaliteit>,
    /// Her right to stay.
    pub verblijfstitel: Option<Verblijfstitel>,
    /// She is under curatele.
    pub onder_curatele: bool,
    /// Authority, over her or that she has.
    pub gezag: Vec<Gezagsrelatie>,
    /// Whether her data may go to third parties.
    pub geheimhouding: Geheimhouding,
    /// That the register is not kept up any more; none when it is.
    pub opschorting: Option<Opschorting>,
    pub(crate) onderzoek: Onderzoek,
}

hidden!(Waarde, Geboorte, Verblijf, Gerelateerde, Partner, Nationaliteit, Verblijfstitel, Gezagsrelatie, Opschorting, Persoon);

/// Why there is no text for where somebody lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GeenAdrestekst {
    /// It was not asked, or not answered.
    NietInAntwoord,
    /// The register does not know where she lives.
    Onbekend,
    /// There is an address, of which nothing is known.
    Leeg,
}

impl Persoon {
    /// Is the value at this path of the register (`verblijfplaats`, `naam.geslachtsnaam`, `partners.0.naam`) under investigation, or
    /// something in it, or that of which it is a part?
    pub fn in_onderzoek(&self, path: &str) -> bool {
        self.onderzoek.holds(path)
    }

    /// A value with where it comes from: `path` says where in the register it stands, `pick` takes it.
    pub fn bekend<T>(&self, path: &str, pick: impl FnOnce(&Self) -> Option<T>) -> Option<Bekend<T>> {
        let (bron, gevraagd_op, in_onderzoek) = (Register::Brp, self.gevraagd_op, self.in_onderzoek(path));
        pick(self).map(|waarde| Bekend { waarde, bron, gevraagd_op, in_onderzoek })
    }

    /// Her address, if it is one in the Netherlands.
    pub fn adres(&self) -> Option<&Adres> {
        match &self.verblijf {
            Some(Verblijf::Adres(adres)) => Some(adres),
            _ => None,
        }
    }

    /// Where she lives, on one line, or why that can't be said.
    pub fn adrestekst(&self) -> Result<String, GeenAdrestekst> {
        match &self.verblijf {
            None => Err(GeenAdrestekst::NietInAntwoord),
            Some(Verblijf::Onbekend) => Err(GeenAdrestekst::Onbekend),
            Some(verblijf) => verblijf.op_een_regel().ok_or(GeenAdrestekst::Leeg),
        }
    }

    /// Her age in years on `day`; none when her birth is not known well enough, or she died.
    pub fn leeftijd(&self, day: Date) -> Option<i16> {
        if self.is_overleden() { None } else { self.geboorte.as_ref()?.datum?.leeftijd(day) }
    }

    /// Did she die?
    pub fn is_overleden(&self) -> bool {
        self.opschorting.as_ref().is_some_and(|o| o.reden == RedenOpschorting::Overlijden)
    }

    /// What stands in her way on `day`, where one must be `minstens` so old. What the register does not say stops nobody.
    pub fn beletsel(&self, minstens: Option<u8>, day: Date) -> Option<Beletsel> {
        let born = self.geboorte.as_ref().and_then(|geboorte| geboorte.datum);
        match self.opschorting.as_ref().map(|o| o.reden) {
            Some(RedenOpschorting::Overlijden) => Some(Beletsel::Overlijden),
            Some(RedenOpschorting::Emigratie | RedenOpschorting::Rni) => Some(Beletsel::Emigratie),
            _ if self.onder_curatele => Some(Beletsel::Curatele),
            _ => (minstens.zip(born)?.1.minstens(i16::from(minstens?), day) == Some(false)).then_some(Beletsel::Leeftijd),
        }
    }

    /// Who is her partner now; needs `partners.ontbindingHuwelijkPartnerschap` among the fields of the purpose.
    pub fn partner(&self) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.ontbonden.is_none())
    }
}
