//! Who belong to somebody's gezin by the register, and whom of them a typed text names. Pure.
use crate::{Gerelateerde, Naam, Persoon, naam::alike};
use jiff::civil::Date;

/// What somebody of a gezin is to the person whose register it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gezinslid {
    /// Her spouse or registered partner now.
    Partner,
    /// Her child, still a minor.
    Kind,
}

impl Gezinslid {
    /// `partner`, `kind`
    pub fn word(self) -> &'static str {
        match self {
            Self::Partner => "partner",
            Self::Kind => "kind",
        }
    }
}

impl Persoon {
    /// Beside herself: who is her spouse or registered partner now, and her children younger than `meerderjarig` years on `day`. Who has no
    /// name in the register can't be shown, so is not among them; without `meerderjarig` no child is.
    pub fn gezin(&self, meerderjarig: Option<i16>, day: Date) -> Vec<(Gezinslid, &Gerelateerde)> {
        let partners = self.partners.iter().filter(|partner| partner.ontbonden.is_none()).map(|partner| &partner.persoon);
        let minor = |kind: &&Gerelateerde| {
            let born = kind.geboorte.as_ref().and_then(|geboorte| geboorte.datum);
            born.zip(meerderjarig).and_then(|(born, age)| born.minstens(age, day)) == Some(false)
        };
        let partners = partners.map(|persoon| (Gezinslid::Partner, persoon));
        let children = self.kinderen.iter().filter(minor).map(|persoon| (Gezinslid::Kind, persoon));
        partners.chain(children).filter(|(_, persoon)| persoon.naam.volledig().is_some()).collect()
    }
}

/// How one writes that one means oneself.
const ONESELF: [&str; 8] = ["ik", "ikzelf", "mezelf", "mijzelf", "alleen ik", "me", "myself", "only me"];

/// Whom a text names of a gezin.
pub(crate) struct Genoemd<'a> {
    /// Who are named beside the person herself, each once.
    pub anderen: Vec<&'a Gerelateerde>,
    /// It names somebody, and all that it says is a name that one of them alone has.
    pub alles_herkend: bool,
    /// It names a partner and not the person herself.
    pub partner_alleen: bool,
}

/// Whom of the gezin, or of the person herself, a text names; `is_ik` when "I" in it is the person herself.
pub(crate) fn named<'a>(text: &str, (zelf, is_ik): (&Naam, bool), gezin: &[(Gezinslid, &'a Gerelateerde)]) -> Genoemd<'a> {
    let parts = parts(text);
    let (mut anderen, mut alles_herkend) = (Vec::new(), !parts.is_empty());
    let (mut herself, mut partner) = (false, false);
    for part in &parts {
        let is_she = is_called(zelf, part) || (is_ik && ONESELF.iter().any(|word| alike(word, part)));
        let others: Vec<_> = gezin.iter().filter(|(_, one)| is_called(&one.naam, part)).collect();
        match (is_she, others.as_slice()) {
            (true, []) => herself = true,
            (false, [(lid, one)]) => {
                partner |= *lid == Gezinslid::Partner;
                if !anderen.contains(one) {
                    anderen.push(*one);
                }
            }
            _ => alles_herkend = false,
        }
    }
    Genoemd { anderen, alles_herkend, partner_alleen: partner && !herself }
}

/// What stands between line ends, commas and the word "and", without what stands in brackets.
fn parts(text: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let bare = text.chars().filter(|c| match c {
        '(' => {
            depth += 1;
            false
        }
        ')' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    let lines: String = bare.collect::<String>().replace(" en ", "\n").replace(" and ", "\n");
    let parts = lines.split(['\n', ',', ';', '&', '+']).filter(|part| part.contains(char::is_alphabetic));
    parts.map(|part| part.trim_matches(|c: char| !c.is_alphabetic()).to_owned()).collect()
}

/// Is this how one writes this name: all of it, the first names or the first of them, with or without the surname, or with initials?
fn is_called(naam: &Naam, text: &str) -> bool {
    let first = naam.voornamen.as_deref().and_then(|all| all.split_whitespace().next()).map(str::to_owned);
    let with_surname = |one: &Option<String>| Some(format!("{} {}", one.as_ref()?, naam.achternaam()?));
    let written = [
        naam.volledig(),
        naam.met_voorletters(),
        with_surname(&naam.voornamen),
        with_surname(&first),
        naam.voornamen.clone(),
        first,
    ];
    written.iter().flatten().any(|name| alike(name, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(voornamen: &str, voorvoegsel: Option<&str>, geslachtsnaam: &str) -> Gerelateerde {
        let naam = Naam {
            voornamen: Some(voornamen.into()),
            voorvoegsel: voorvoegsel.map(str::to_owned),
            geslachtsnaam: Some(geslachtsnaam.into()),
            ..Naam::default()
        };
        Gerelateerde { naam, ..Gerelateerde::default() }
    }

    /// Jan de Wit with his wife and two children, and what he typed; whom it names and whether that is all.
    fn typed(text: &str, is_ik: bool) -> (Vec<String>, bool) {
        let children = [called("Pim", Some("de"), "Wit"), called("Bo", Some("de"), "Wit")];
        let (maria, jan) = (called("Maria Anna", None, "Moulin"), called("Jan", Some("de"), "Wit").naam);
        let all = [(Gezinslid::Partner, &maria), (Gezinslid::Kind, &children[0]), (Gezinslid::Kind, &children[1])];
        let genoemd = named(text, (&jan, is_ik), &all);
        assert_eq!(genoemd.partner_alleen, text == "Maria", "{text}");
        (genoemd.anderen.iter().filter_map(|one| one.naam.voornamen.clone()).collect(), genoemd.alles_herkend)
    }

    #[test]
    fn names_are_found_however_people_write_a_list() {
        for text in [
            "Ik, Maria Moulin en Pim",
            "- Jan de Wit\r\n- maria anna moulin (mijn vrouw)\r\n- Pim de Wit (4)",
            "pim; MARIA; ikzelf; Pim",
        ] {
            let (mut names, all) = typed(text, true);
            names.sort();
            assert_eq!((names, all), (vec!["Maria Anna".to_owned(), "Pim".to_owned()], true), "{text}");
        }
        assert_eq!(typed("Alleen ik", true), (vec![], true));
        assert_eq!(typed("Maria", true), (vec!["Maria Anna".to_owned()], true));
    }

    #[test]
    fn what_names_nobody_or_could_be_two_is_left_to_a_person() {
        for text in ["", " , ", "(Pim)", "Kim", "de Wit", "Ik en mijn vrouw", "Maria de Wit"] {
            assert_eq!(typed(text, true), (vec![], false), "{text}");
        }
        assert_eq!(
            typed("Pim en oma", true),
            (vec!["Pim".to_owned()], false),
            "who is named is told, and somebody looks at the rest"
        );
        assert_eq!(typed("Ik", false), (vec![], false), "who acts for another is not the person herself");
        let twins = [called("Jan", None, "Wit"), called("Jan", None, "Wit")];
        let twins = twins.each_ref().map(|one| (Gezinslid::Kind, one));
        assert!(!named("Jan", (&Naam::default(), true), &twins).alles_herkend);
    }
}
