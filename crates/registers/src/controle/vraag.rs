//! What is asked later, and how the answer is compared with what was typed: pure.
use crate::{
    Adres, AdresVraag, Datum, Houderschap, Inkomen, Kenteken, Onderneming, OpNaam, Persoon, Register, bag, bri, brp, kvk, rdw,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use values::{Bsn, KvkNummer};

/// What a person typed of herself; only what she typed is compared.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Getypt {
    /// Surname, with or without what stands before it.
    pub achternaam: Option<String>,
    /// Date of birth.
    pub geboortedatum: Option<Datum>,
    /// Postcode of where she lives.
    pub postcode: Option<String>,
    /// House number with letter and addition: `555B-73c`.
    pub huisnummer: Option<String>,
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
    },
    /// Does the address exist?
    Adres(AdresVraag),
    /// Does the company exist, with this name when one was typed?
    Onderneming {
        /// Which.
        #[serde(serialize_with = "write_kvk", deserialize_with = "read_kvk")]
        kvk_nummer: KvkNummer,
        /// What was typed.
        naam: Option<String>,
    },
    /// Is the vehicle in her name?
    Houderschap {
        /// Which.
        kenteken: Kenteken,
        /// Whose.
        #[serde(serialize_with = "write_bsn", deserialize_with = "read_bsn")]
        bsn: Bsn,
    },
    /// Is this the income?
    Inkomen {
        /// Whose.
        #[serde(serialize_with = "write_bsn", deserialize_with = "read_bsn")]
        bsn: Bsn,
        /// Of which year.
        jaar: i16,
        /// What was typed, in whole euros.
        inkomen: i64,
    },
}

hidden!(Getypt, Controlevraag);

impl Controlevraag {
    /// The register that is asked.
    pub fn register(&self) -> Register {
        match self {
            Self::Persoon { .. } => Register::Brp,
            Self::Adres(_) => Register::Bag,
            Self::Onderneming { .. } => Register::Kvk,
            Self::Houderschap { .. } => Register::Rdw,
            Self::Inkomen { .. } => Register::Bri,
        }
    }

    /// What a purpose must be allowed to ask there.
    pub(super) fn field(&self) -> &'static str {
        match self {
            Self::Persoon { .. } => brp::WHO,
            Self::Adres(_) => bag::FIELDS[0],
            Self::Onderneming { .. } => kvk::BASISPROFIEL,
            Self::Houderschap { .. } => rdw::FIELDS[0],
            Self::Inkomen { .. } => bri::FIELDS[0],
        }
    }
}

impl Getypt {
    /// What differs from what the register says; what it does not say differs too.
    pub(super) fn differs(&self, persoon: &Persoon) -> Vec<&'static str> {
        let naam = &persoon.naam;
        let names = [naam.achternaam(), naam.geslachtsnaam.clone()];
        let geboren = persoon.geboorte.as_ref().and_then(|g| g.datum);
        let (postcode, huisnummer) = (persoon.adres().and_then(|a| a.postcode.clone()), persoon.adres().map(number));
        let found = [
            ("achternaam", self.achternaam.as_ref().is_some_and(|typed| !names.iter().flatten().any(|name| alike(typed, name)))),
            ("geboortedatum", self.geboortedatum.is_some_and(|typed| geboren != Some(typed))),
            ("adres", other(self.postcode.as_deref(), postcode) || other(self.huisnummer.as_deref(), huisnummer)),
        ];
        found.into_iter().filter(|(_, differs)| *differs).map(|(what, _)| what).collect()
    }
}

fn other(typed: Option<&str>, known: Option<String>) -> bool {
    typed.is_some_and(|typed| !known.is_some_and(|known| alike(typed, &known)))
}

/// The same letters and digits; capitals, spaces and other marks make no difference.
fn alike(one: &str, other: &str) -> bool {
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    bare(one) == bare(other)
}

fn number(adres: &Adres) -> String {
    let nummer = adres.huisnummer.map(|n| n.to_string());
    [&nummer, &adres.huisletter, &adres.toevoeging].into_iter().flatten().map(String::as_str).collect()
}

/// What differs of a company: only a name that was typed can.
pub(super) fn company_differs(naam: Option<&str>, onderneming: &Onderneming) -> Vec<&'static str> {
    let own = [&onderneming.naam, &onderneming.statutaire_naam].into_iter().flatten();
    let mut names = own.chain(&onderneming.handelsnamen);
    match naam {
        Some(typed) if !names.any(|name| alike(typed, name)) => vec!["naam"],
        _ => Vec::new(),
    }
}

/// What differs when it must be in her name: also when the register can't say.
pub(super) fn vehicle_differs(houderschap: &Houderschap) -> Vec<&'static str> {
    if houderschap.op_naam == OpNaam::Ja { Vec::new() } else { vec!["houderschap"] }
}

/// What differs of an income.
pub(super) fn income_differs(typed: i64, known: &Inkomen) -> Vec<&'static str> {
    if known.inkomen == typed { Vec::new() } else { vec!["inkomen"] }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_spaces_make_no_difference_and_other_letters_do() {
        assert!(alike("3077 aw", "3077AW") && alike("Van der Berg", "van der  berg") && alike("555 b-73C", "555B73c"));
        assert!(!alike("Beamont", "Béamont"), "a person looks at it");
        assert!(other(Some("1"), None) && !other(None, Some("1".into())));
    }

    #[test]
    fn a_question_comes_back_as_it_was_and_shows_nothing() {
        let bsn = Bsn::parse("999990019").unwrap();
        let vraag = Controlevraag::Inkomen { bsn, jaar: 2025, inkomen: -12 };
        let json = serde_json::to_string(&vraag).unwrap();
        assert_eq!(serde_json::from_str::<Controlevraag>(&json).unwrap(), vraag);
        assert!(serde_json::from_str::<Controlevraag>(&json.replace("999990019", "999990018")).is_err());
        assert_eq!(format!("{vraag:?}"), "Controlevraag(…)");
    }
}
