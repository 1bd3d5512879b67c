//! The full name, and the name in letters and on envelopes: aanhef, aanschrijfwijze, gebruikInLopendeTekst.
//! The rules are those of the features that go with the Haal Centraal specification.

use super::titel::{Geslacht, Titel};
use serde_json::{Value, json};

/// The parts of a name. A part that is not there is empty.
#[derive(Debug, Clone, Copy)]
pub(super) struct Naam<'a> {
    voornamen: &'a str,
    voorletters: &'a str,
    titel: Option<Titel>,
    voorvoegsel: &'a str,
    geslachtsnaam: &'a str,
}

impl<'a> Naam<'a> {
    /// From the group `naam` of a person or partner.
    pub(super) fn of(naam: &'a Value) -> Self {
        let part = |name: &str| naam[name].as_str().unwrap_or_default();
        Self {
            voornamen: part("voornamen"),
            voorletters: part("voorletters"),
            titel: naam["adellijkeTitelPredicaat"]["code"].as_str().and_then(Titel::of),
            voorvoegsel: part("voorvoegsel"),
            // A point stands for a name that is not known.
            geslachtsnaam: if part("geslachtsnaam") == "." { "" } else { part("geslachtsnaam") },
        }
    }

    /// Predicate, first names, title, prefix and surname; nothing when all are unknown.
    pub(super) fn full(&self, geslacht: Geslacht) -> Option<String> {
        let word = self.titel.map_or("", |titel| titel.word_for(geslacht).unwrap_or(titel.word()));
        let predicaat = self.titel.is_some_and(Titel::is_predicaat);
        let (before, after) = if predicaat { (word, "") } else { ("", word) };
        let full = joined(&[before, self.voornamen, after, self.voorvoegsel, self.geslachtsnaam]);
        (!full.is_empty()).then_some(full)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Naamgebruik {
    Eigen,
    Partner,
    PartnerVoorEigen,
    PartnerNaEigen,
}

/// Is the partner whose name is used still a partner?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Band {
    /// Married or in a registered partnership now.
    Actueel,
    /// It was dissolved.
    Ontbonden,
}

/// Somebody as she wants to be called.
pub(super) struct Aanspreking<'a> {
    eigen: Naam<'a>,
    partner: Naam<'a>,
    band: Option<Band>,
    geslacht: Geslacht,
    gebruik: Naamgebruik,
}

impl<'a> Aanspreking<'a> {
    /// `naam` is the group of the person, `partner` that of the partner whose name may be used.
    pub(super) fn of(naam: &'a Value, geslacht: Geslacht, partner: Option<(&'a Value, Band)>) -> Self {
        let named = Naam::of(partner.map_or(&Value::Null, |(naam, _)| naam));
        let gebruik = match naam["aanduidingNaamgebruik"]["code"].as_str() {
            // Without a name of the partner it is the own name.
            _ if named.geslachtsnaam.is_empty() => Naamgebruik::Eigen,
            Some("P") => Naamgebruik::Partner,
            Some("V") => Naamgebruik::PartnerVoorEigen,
            Some("N") => Naamgebruik::PartnerNaEigen,
            _ => Naamgebruik::Eigen,
        };
        Self { eigen: Naam::of(naam), partner: named, band: partner.map(|(_, band)| band), geslacht, gebruik }
    }

    /// The group `adressering` as far as it is about the name.
    pub(super) fn json(&self) -> Value {
        let mut group = json!({});
        if let Some(aanhef) = self.aanhef() {
            group["aanhef"] = aanhef.into();
        }
        if self.has_name() {
            group["aanschrijfwijze"] = self.aanschrijfwijze();
            group["gebruikInLopendeTekst"] = self.running_text().into();
        }
        group
    }

    fn has_name(&self) -> bool {
        self.gebruik == Naamgebruik::Partner || !self.eigen.geslachtsnaam.is_empty()
    }

    /// Her own title, when the way she uses names leaves room for it.
    fn own_title(&self) -> Option<Titel> {
        let titel = self.eigen.titel.filter(|_| self.gebruik != Naamgebruik::Partner)?;
        let married = self.band == Some(Band::Actueel) || self.gebruik != Naamgebruik::Eigen;
        let lost = titel.is_predicaat() && self.geslacht == Geslacht::Vrouw && married;
        (!lost).then_some(titel)
    }

    /// The title of her husband, when she uses his name and may be called by it.
    fn courtesy(&self) -> Option<Titel> {
        let uses = self.geslacht == Geslacht::Vrouw && self.gebruik != Naamgebruik::Eigen;
        self.partner.titel.filter(|titel| uses && titel.courtesy().is_some())
    }

    fn courtesy_word(&self) -> &'static str {
        self.courtesy().and_then(Titel::courtesy).unwrap_or_default()
    }

    fn own_word(&self) -> &'static str {
        self.own_title().and_then(|titel| titel.word_for(self.geslacht)).unwrap_or_default()
    }

    /// Surnames in the order of use, each with its title.
    fn surnames(&self, own_title: &str, courtesy: &str) -> String {
        let own = joined(&[own_title, self.eigen.voorvoegsel, self.eigen.geslachtsnaam]);
        let theirs = joined(&[courtesy, self.partner.voorvoegsel, self.partner.geslachtsnaam]);
        match self.gebruik {
            Naamgebruik::Eigen => own,
            Naamgebruik::Partner => theirs,
            Naamgebruik::PartnerVoorEigen => format!("{theirs}-{own}"),
            Naamgebruik::PartnerNaEigen => format!("{own}-{theirs}"),
        }
    }

    fn aanhef(&self) -> Option<String> {
        let by_title = self.courtesy().or(self.own_title()).and_then(|titel| titel.address(self.geslacht));
        if let Some(address) = by_title {
            return Some(capital(address));
        }
        let surnames = self.surnames("", "");
        self.has_name().then(|| match self.geslacht {
            Geslacht::Man => format!("Geachte heer {}", capital(&surnames)),
            Geslacht::Vrouw => format!("Geachte mevrouw {}", capital(&surnames)),
            Geslacht::Onbekend => format!("Geachte {}", capital(&joined(&[self.eigen.voorletters, &surnames]))),
        })
    }

    fn aanschrijfwijze(&self) -> Value {
        let (own, courtesy) = (self.own_word(), self.courtesy_word());
        let first = matches!(self.gebruik, Naamgebruik::Eigen | Naamgebruik::PartnerNaEigen);
        let predicaat = first && self.own_title().is_some_and(Titel::is_predicaat);
        let name = if predicaat {
            joined(&[own, self.eigen.voorletters, &self.surnames("", courtesy)])
        } else {
            joined(&[self.eigen.voorletters, &self.surnames(own, courtesy)])
        };
        let mut group = json!({ "naam": capital(&name) });
        // A woman who is a ridder has no word for it, and then no form of address on the envelope either.
        let own_title = self.own_title().filter(|titel| !own.is_empty() || titel.address(Geslacht::Onbekend).is_some());
        if let Some(address) = self.courtesy().or(own_title).and_then(|titel| titel.address(self.geslacht)) {
            group["aanspreekvorm"] = format!("De {address}").into();
        }
        group
    }

    fn running_text(&self) -> String {
        let (own, courtesy) = (self.own_word(), self.courtesy_word());
        let surnames = self.surnames(own, courtesy);
        let first = match self.gebruik {
            Naamgebruik::Eigen | Naamgebruik::PartnerNaEigen => own,
            Naamgebruik::Partner | Naamgebruik::PartnerVoorEigen => courtesy,
        };
        match self.geslacht {
            _ if !first.is_empty() => surnames,
            Geslacht::Man => format!("de heer {}", capital(&surnames)),
            Geslacht::Vrouw => format!("mevrouw {}", capital(&surnames)),
            Geslacht::Onbekend => capital(&joined(&[self.eigen.voorletters, &surnames])),
        }
    }
}

/// The words with one space between, without what is empty.
fn joined(words: &[&str]) -> String {
    words.iter().flat_map(|word| word.split_whitespace()).collect::<Vec<_>>().join(" ")
}

/// The first letter as a capital; an apostrophe stays.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The group `adressering` of somebody: voorletters, titel, voorvoegsel, geslachtsnaam, naamgebruik; and her partner's.
    fn called(geslacht: Geslacht, own: [&str; 5], partner: Option<([&str; 3], Band)>) -> (String, String, String) {
        let [voorletters, titel, voorvoegsel, geslachtsnaam, gebruik] = own;
        let naam = json!({
            "voorletters": voorletters, "adellijkeTitelPredicaat": { "code": titel }, "voorvoegsel": voorvoegsel,
            "geslachtsnaam": geslachtsnaam, "aanduidingNaamgebruik": { "code": gebruik },
        });
        let theirs = partner.map(|([titel, voorvoegsel, geslachtsnaam], band)| {
            let code = json!({ "code": titel });
            (json!({ "adellijkeTitelPredicaat": code, "voorvoegsel": voorvoegsel, "geslachtsnaam": geslachtsnaam }), band)
        });
        let group = Aanspreking::of(&naam, geslacht, theirs.as_ref().map(|(naam, band)| (naam, *band))).json();
        let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
        let envelope =
            joined(&[&text(&group["aanschrijfwijze"]["aanspreekvorm"]), "|", &text(&group["aanschrijfwijze"]["naam"])]);
        (text(&group["aanhef"]), envelope, text(&group["gebruikInLopendeTekst"]))
    }

    fn told(aanhef: &str, envelope: &str, running: &str) -> (String, String, String) {
        (aanhef.to_owned(), envelope.to_owned(), running.to_owned())
    }

    const VELD: [&str; 4] = ["J.R.", "", "in het", "Veld"];

    fn veld(gebruik: &'static str) -> [&'static str; 5] {
        [VELD[0], VELD[1], VELD[2], VELD[3], gebruik]
    }

    #[test]
    fn somebody_alone_is_called_by_her_own_name_whatever_she_chose() {
        for gebruik in ["E", "P", "V", "N"] {
            let own = told("Geachte mevrouw In het Veld", "- | J.R. in het Veld", "mevrouw In het Veld");
            assert_eq!(called(Geslacht::Vrouw, veld(gebruik), None), own);
        }
        let man = told("Geachte heer In het Veld", "- | J.R. in het Veld", "de heer In het Veld");
        assert_eq!(called(Geslacht::Man, veld("E"), None), man);
        let neither = told("Geachte J.R. in het Veld", "- | J.R. in het Veld", "J.R. in het Veld");
        assert_eq!(called(Geslacht::Onbekend, veld("E"), None), neither);
    }

    #[test]
    fn the_name_of_a_partner_is_used_as_she_chose() {
        let velzen = Some((["", "van", "Velzen"], Band::Ontbonden));
        let as_chosen = |gebruik| called(Geslacht::Vrouw, veld(gebruik), velzen);
        assert_eq!(as_chosen("P"), told("Geachte mevrouw Van Velzen", "- | J.R. van Velzen", "mevrouw Van Velzen"));
        let before =
            told("Geachte mevrouw Van Velzen-in het Veld", "- | J.R. van Velzen-in het Veld", "mevrouw Van Velzen-in het Veld");
        assert_eq!(as_chosen("V"), before);
        let after =
            told("Geachte mevrouw In het Veld-van Velzen", "- | J.R. in het Veld-van Velzen", "mevrouw In het Veld-van Velzen");
        assert_eq!(as_chosen("N"), after);
        let unknown = Some((["", "", "."], Band::Actueel));
        assert_eq!(called(Geslacht::Vrouw, veld("P"), unknown).0, "Geachte mevrouw In het Veld");
    }

    #[test]
    fn an_apostrophe_at_the_beginning_stays_as_it_is() {
        let wolkje = Some((["", "'t", "Wolkje"], Band::Actueel));
        assert_eq!(called(Geslacht::Vrouw, veld("P"), wolkje).0, "Geachte mevrouw 't Wolkje");
        let nameless = ["", "", "van", "Velzen", "E"];
        assert_eq!(called(Geslacht::Onbekend, nameless, None).1, "- | Van Velzen");
    }

    #[test]
    fn a_title_stands_in_the_form_that_fits_the_sex() {
        let boer = Some((["", "de", "Boer"], Band::Actueel));
        let aedel = |gebruik| ["J.A.", "BS", "van den", "Aedel", gebruik];
        let own = told("Hoogwelgeboren vrouwe", "De hoogwelgeboren vrouwe | J.A. barones van den Aedel", "barones van den Aedel");
        assert_eq!(called(Geslacht::Vrouw, aedel("E"), boer), own);
        let before = called(Geslacht::Vrouw, aedel("V"), boer);
        assert_eq!(before.1, "De hoogwelgeboren vrouwe | J.A. de Boer-barones van den Aedel");
        assert_eq!(before.2, "mevrouw De Boer-barones van den Aedel");
        let partner = told("Geachte mevrouw De Boer", "- | J.A. de Boer", "mevrouw De Boer");
        assert_eq!(called(Geslacht::Vrouw, aedel("P"), boer), partner);
        let man = told("Hooggeboren heer", "De hooggeboren heer | A. graaf van den Aedel", "graaf van den Aedel");
        assert_eq!(called(Geslacht::Man, ["A.", "GI", "van den", "Aedel", "E"], None), man);
        let ridder = called(Geslacht::Vrouw, ["A.", "R", "van den", "Aedel", "E"], None);
        assert_eq!(ridder, told("Hoogwelgeboren vrouwe", "- | A. van den Aedel", "mevrouw Van den Aedel"));
        let unknown = called(Geslacht::Onbekend, ["P.", "B", "van den", "Aedel", "E"], None);
        assert_eq!(unknown, told("Geachte P. van den Aedel", "- | P. van den Aedel", "P. van den Aedel"));
        let prins = called(Geslacht::Onbekend, ["P.", "P", "van den", "Aedel", "E"], None);
        assert_eq!(prins, told("Hoogheid", "De hoogheid | P. van den Aedel", "P. van den Aedel"));
    }

    #[test]
    fn a_woman_loses_her_predicate_by_marriage_and_a_man_does_not() {
        let own = |gebruik| ["J.A.", "JV", "van den", "Aedel", gebruik];
        let boer = |band| Some((["", "de", "Boer"], band));
        assert_eq!(called(Geslacht::Vrouw, own("E"), boer(Band::Actueel)).2, "mevrouw Van den Aedel");
        assert_eq!(called(Geslacht::Vrouw, own("E"), boer(Band::Ontbonden)).2, "jonkvrouw van den Aedel");
        assert_eq!(called(Geslacht::Vrouw, own("N"), boer(Band::Ontbonden)).2, "mevrouw Van den Aedel-de Boer");
        assert_eq!(called(Geslacht::Man, own("V"), boer(Band::Actueel)).2, "de heer De Boer-jonkheer van den Aedel");
        let after = called(Geslacht::Man, own("N"), boer(Band::Actueel));
        assert_eq!(after.1, "De hoogwelgeboren heer | Jonkheer J.A. van den Aedel-de Boer");
        let before = called(Geslacht::Man, own("V"), boer(Band::Actueel));
        assert_eq!(before.1, "De hoogwelgeboren heer | J.A. de Boer-jonkheer van den Aedel");
    }

    #[test]
    fn a_woman_who_uses_the_name_of_a_titled_husband_is_called_by_his_title() {
        let fooie = |gebruik| ["A.", "BS", "de", "Bonne Fooie", gebruik];
        let graaf = Some((["G", "van den", "Aedel"], Band::Actueel));
        let after = called(Geslacht::Vrouw, fooie("N"), graaf);
        assert_eq!(after.0, "Hooggeboren vrouwe");
        assert_eq!(after.1, "De hooggeboren vrouwe | A. barones de Bonne Fooie-gravin van den Aedel");
        let partner = called(Geslacht::Vrouw, fooie("P"), graaf);
        assert_eq!(partner.2, "gravin van den Aedel");
        let ridder = Some((["R", "de", "Boer"], Band::Actueel));
        assert_eq!(called(Geslacht::Vrouw, fooie("P"), ridder).0, "Geachte mevrouw De Boer");
        assert_eq!(called(Geslacht::Man, veld("P"), graaf).0, "Geachte heer Van den Aedel");
    }

    #[test]
    fn a_full_name_has_predicate_first_and_title_in_between() {
        let full = |geslacht, naam: Value| Naam::of(&naam).full(geslacht);
        let naam = |titel: &str| {
            let code = json!({ "code": titel });
            json!({ "voornamen": "Jo Anne", "adellijkeTitelPredicaat": code, "voorvoegsel": "van  den", "geslachtsnaam": "Aedel" })
        };
        assert_eq!(full(Geslacht::Man, naam("JV")).unwrap(), "jonkheer Jo Anne van den Aedel");
        assert_eq!(full(Geslacht::Vrouw, naam("G")).unwrap(), "Jo Anne gravin van den Aedel");
        assert_eq!(full(Geslacht::Vrouw, naam("R")).unwrap(), "Jo Anne ridder van den Aedel");
        assert_eq!(full(Geslacht::Onbekend, naam("PS")).unwrap(), "Jo Anne prinses van den Aedel");
        assert_eq!(full(Geslacht::Man, json!({ "voornamen": "Dian", "geslachtsnaam": "." })).unwrap(), "Dian");
        assert_eq!(full(Geslacht::Man, json!({ "geslachtsnaam": "." })), None);
    }
}
