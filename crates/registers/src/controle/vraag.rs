//! What is asked later, and how the answer is compared with what was typed: pure.
use crate::{
    AdresVraag, BedrijfsAdres, Beletsel, Datum, Geheimhouding, Houderschap, Kenteken, Onderneming, OpNaam, Persoon, Register,
    bag, brp,
    gezin::{self, Genoemd},
    kvk,
    naam::alike,
    rdw,
};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use values::{Bsn, KvkNummer, Vestigingsnummer};

/// What a person typed of herself; only what she typed is compared.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Getypt {
    /// Surname, with or without what stands before it; or the whole name.
    pub achternaam: Option<String>,
    /// Date of birth; `Datum::ONBEKEND` when what she typed is no date.
    pub geboortedatum: Option<Datum>,
    /// Where she lives, on a line: `Cronus 555B-73c, 3225 TD Hellevoetsluis`. What was kept before as a postcode alone is no whole address,
    /// so that a person looks at it.
    #[serde(alias = "postcode")]
    pub adres: Option<String>,
    /// Whom of her gezin she named.
    pub gezin: Option<GetyptGezin>,
}

/// Whom a person named of her gezin, and what it takes to find them in the register.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetyptGezin {
    /// As she wrote them.
    pub namen: String,
    /// "I" in it is the person herself: nobody acted for her.
    pub is_ik: bool,
    /// From which age a child belongs to it no more, by the law of the day that she sent it.
    pub meerderjarig: Option<i16>,
    /// They all go to one address: a partner without the person herself is to be looked at (Wet BRP 2.49 lid 5).
    pub samen: bool,
}

/// What was typed of a company; only what was typed is compared.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetyptBedrijf {
    /// A name of it.
    pub naam: Option<String>,
    /// Its legal form.
    pub rechtsvorm: Option<String>,
    /// Where one can visit it, or the branch for which was acted.
    pub adres: Option<String>,
}

/// A question that could not be asked, with what was typed instead.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Controlevraag {
    /// Is the person who she typed that she is?
    Persoon {
        /// Who.
        #[serde(serialize_with = "write_bsn", deserialize_with = "read_bsn")]
        bsn: Bsn,
        /// What she typed.
        getypt: Getypt,
        /// How old one must be for it, in years.
        minstens: Option<u8>,
    },
    /// Does the address exist?
    Adres(AdresVraag),
    /// Is the company what was typed of it?
    Onderneming {
        /// Which.
        #[serde(serialize_with = "write_kvk", deserialize_with = "read_kvk")]
        kvk_nummer: KvkNummer,
        /// The branch for which was acted, if it was one.
        #[serde(default, serialize_with = "write_branch", deserialize_with = "read_branch")]
        vestiging: Option<Vestigingsnummer>,
        /// What was typed.
        getypt: GetyptBedrijf,
    },
    /// Is the vehicle in her name?
    Houderschap {
        /// Which.
        kenteken: Kenteken,
        /// Whose.
        #[serde(serialize_with = "write_bsn", deserialize_with = "read_bsn")]
        bsn: Bsn,
    },
}

hidden!(Getypt, GetyptBedrijf, GetyptGezin, Controlevraag);

impl Controlevraag {
    /// The register that is asked.
    pub fn register(&self) -> Register {
        match self {
            Self::Persoon { .. } => Register::Brp,
            Self::Adres(_) => Register::Bag,
            Self::Onderneming { .. } => Register::Kvk,
            Self::Houderschap { .. } => Register::Rdw,
        }
    }

    /// What a purpose must be allowed to ask there.
    pub(super) fn field(&self) -> &'static str {
        match self {
            Self::Persoon { .. } => brp::WHO,
            Self::Adres(_) => bag::FIELDS[0],
            Self::Onderneming { .. } => kvk::BASISPROFIEL,
            Self::Houderschap { .. } => rdw::FIELDS[0],
        }
    }
}

impl Getypt {
    /// What differs from what the register says, and what stood in her way on the day that she sent it; what it does not say differs too.
    pub(super) fn differs(&self, persoon: &Persoon, minstens: Option<u8>, sent: Date) -> Vec<&'static str> {
        let naam = &persoon.naam;
        let names = [naam.volledig(), naam.achternaam(), naam.geslachtsnaam.clone()];
        let geboren = persoon.geboorte.as_ref().and_then(|g| g.datum);
        let adres = |typed: &String| persoon.adres().is_some_and(|adres| adres.is_typed(typed));
        let beletsel = persoon.beletsel(minstens, sent);
        let found = [
            ("achternaam", self.achternaam.as_ref().is_some_and(|typed| !names.iter().flatten().any(|name| alike(typed, name)))),
            ("geboortedatum", self.geboortedatum.is_some_and(|typed| typed == Datum::ONBEKEND || geboren != Some(typed))),
            ("adres", self.adres.as_ref().is_some_and(|typed| !adres(typed))),
            ("gezin", self.gezin.as_ref().is_some_and(|typed| !typed.named(persoon, sent).alles_herkend)),
            ("partner", self.gezin.as_ref().is_some_and(|typed| typed.samen && typed.named(persoon, sent).partner_alleen)),
            ("overlijden", beletsel == Some(Beletsel::Overlijden)),
            ("emigratie", beletsel == Some(Beletsel::Emigratie)),
            ("curatele", beletsel == Some(Beletsel::Curatele)),
            ("leeftijd", beletsel == Some(Beletsel::Leeftijd)),
        ];
        found.into_iter().filter(|(_, differs)| *differs).map(|(what, _)| what).collect()
    }

    /// What else the register says that must not be missed.
    pub(super) fn bijzonder(&self, persoon: &Persoon) -> Vec<&'static str> {
        let doubted = [
            ("naam", self.achternaam.is_some()),
            ("geboorte.datum", self.geboortedatum.is_some()),
            ("verblijfplaats", self.adres.is_some()),
            ("partners", self.gezin.is_some()),
            ("kinderen", self.gezin.is_some()),
        ];
        let onderzoek = doubted.iter().any(|(path, typed)| *typed && persoon.in_onderzoek(path));
        let geheim = persoon.geheimhouding == Geheimhouding::Ja;
        [geheim.then_some("geheimhouding"), onderzoek.then_some("onderzoek")].into_iter().flatten().collect()
    }

    /// Whom of her gezin she named, as far as the register has their number.
    pub(super) fn genoemd(&self, persoon: &Persoon, sent: Date) -> Vec<Bsn> {
        let named = self.gezin.iter().flat_map(|typed| typed.named(persoon, sent).anderen);
        named.filter_map(|one| one.bsn.clone()).collect()
    }
}

impl GetyptGezin {
    fn named<'a>(&self, persoon: &'a Persoon, sent: Date) -> Genoemd<'a> {
        gezin::named(&self.namen, (&persoon.naam, self.is_ik), &persoon.gezin(self.meerderjarig, sent))
    }
}

impl GetyptBedrijf {
    /// What differs of a company that one can visit at these addresses; what the register does not say differs too.
    pub(super) fn differs(&self, onderneming: &Onderneming, adressen: &[BedrijfsAdres]) -> Vec<&'static str> {
        let own = [&onderneming.naam, &onderneming.statutaire_naam].into_iter().flatten();
        let mut names = own.chain(&onderneming.handelsnamen);
        let rechtsvorm = |typed: &String| onderneming.rechtsvorm.as_ref().is_some_and(|known| alike(typed, known));
        let adres = |typed: &String| BedrijfsAdres::bezoek(adressen).is_some_and(|address| address.adres.is_typed(typed));
        let found = [
            ("naam", self.naam.as_ref().is_some_and(|typed| !names.any(|name| alike(typed, name)))),
            ("rechtsvorm", self.rechtsvorm.as_ref().is_some_and(|typed| !rechtsvorm(typed))),
            ("adres", self.adres.as_ref().is_some_and(|typed| !adres(typed))),
        ];
        found.into_iter().filter(|(_, differs)| *differs).map(|(what, _)| what).collect()
    }
}

/// What differs when it must be in her name: also when the register can't say.
pub(super) fn vehicle_differs(houderschap: &Houderschap) -> Vec<&'static str> {
    if houderschap.op_naam == OpNaam::Ja { Vec::new() } else { vec!["houderschap"] }
}

fn write_bsn<S: Serializer>(bsn: &Bsn, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(bsn.expose())
}

fn read_bsn<'de, D: Deserializer<'de>>(input: D) -> Result<Bsn, D::Error> {
    Bsn::parse(&String::deserialize(input)?).map_err(D::Error::custom)
}

fn write_kvk<S: Serializer>(nummer: &KvkNummer, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(nummer.expose())
}

fn read_kvk<'de, D: Deserializer<'de>>(input: D) -> Result<KvkNummer, D::Error> {
    KvkNummer::parse(&String::deserialize(input)?).map_err(D::Error::custom)
}

fn write_branch<S: Serializer>(nummer: &Option<Vestigingsnummer>, out: S) -> Result<S::Ok, S::Error> {
    nummer.as_ref().map(Vestigingsnummer::expose).serialize(out)
}

fn read_branch<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Vestigingsnummer>, D::Error> {
    Option::<String>::deserialize(input)?.map(|text| Vestigingsnummer::parse(&text).map_err(D::Error::custom)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_comes_back_as_it_was_and_shows_nothing() {
        let bsn = Bsn::parse("999990019").unwrap();
        let vraag = Controlevraag::Houderschap { kenteken: Kenteken::parse("X349DU").unwrap(), bsn };
        let json = serde_json::to_string(&vraag).unwrap();
        assert_eq!(serde_json::from_str::<Controlevraag>(&json).unwrap(), vraag);
        assert!(serde_json::from_str::<Controlevraag>(&json.replace("999990019", "999990018")).is_err());
        assert_eq!(format!("{vraag:?}"), "Controlevraag(…)");
    }
}
