//! Purposes as data (`policies/doelen.toml`): which purpose may ask what of which register, and on which ground.
use crate::{Register, bag, bri, brp, kvk, rdw};
use access::Purpose;
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};
use toml::Spanned;

/// A file with purposes that can't be used.
#[derive(Debug, thiserror::Error)]
#[error("{file}:{line}: {what}")]
pub struct DoelFault {
    /// The file.
    pub file: String,
    /// The line, from 1; 0 when it is the whole file.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

/// Why something is asked. There is no other way to one than through the file, so a question can't ask what its purpose may not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doel {
    purpose: Purpose,
    fields: BTreeMap<Register, Vec<String>>,
}

impl Doel {
    /// Its name and ground, as the journal has them.
    pub fn purpose(&self) -> &Purpose {
        &self.purpose
    }

    /// What it may ask of a register; nothing when it may not ask that register at all.
    pub fn fields(&self, register: Register) -> &[String] {
        self.fields.get(&register).map(Vec::as_slice).unwrap_or_default()
    }

    /// May it ask this?
    pub(crate) fn may(&self, register: Register, field: &str) -> bool {
        self.fields(register).iter().any(|known| known == field)
    }
}

/// All purposes, by name.
#[derive(Debug, Clone, Default)]
pub struct Doelen(BTreeMap<String, Doel>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    doel: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    naam: Spanned<String>,
    grondslag: Spanned<String>,
    vraagt: Spanned<BTreeMap<Register, Vec<Spanned<String>>>>,
}

impl Doelen {
    /// Reads a file with purposes. Errors: the first thing that is wrong, with file and line.
    pub fn load(path: &Path) -> Result<Self, DoelFault> {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|e| DoelFault { file: file.clone(), line: 0, what: e.to_string() })?;
        Self::parse(&text).map_err(|(at, what)| {
            let line = text.get(..at).map_or(0, |before| before.matches('\n').count() + 1);
            DoelFault { file, line, what }
        })
    }

    /// The purpose with this name.
    pub fn get(&self, name: &str) -> Option<&Doel> {
        self.0.get(name)
    }

    /// All of them, by name: part of the register of processing (AVG 30).
    pub fn iter(&self) -> impl Iterator<Item = &Doel> {
        self.0.values()
    }

    /// Errors: where in the text, and what is wrong.
    fn parse(text: &str) -> Result<Self, (usize, String)> {
        let file: File = toml::from_str(text).map_err(|e| (e.span().map_or(0, |span| span.start), e.message().to_owned()))?;
        let mut all = BTreeMap::new();
        for entry in file.doel {
            let (at, naam) = (entry.naam.span().start, entry.naam.get_ref().clone());
            if all.insert(naam.clone(), doel(entry)?).is_some() {
                return Err((at, format!("{naam} stands here twice")));
            }
        }
        Ok(Self(all))
    }
}

fn doel(entry: Entry) -> Result<Doel, (usize, String)> {
    for text in [&entry.naam, &entry.grondslag] {
        if text.get_ref().trim().is_empty() {
            return Err((text.span().start, "a purpose has a name and a ground".into()));
        }
    }
    let (at, vraagt) = (entry.vraagt.span().start, entry.vraagt.into_inner());
    let mut fields = BTreeMap::new();
    for (register, asked) in vraagt {
        if asked.is_empty() {
            return Err((at, format!("{register} is named and nothing is asked of it")));
        }
        if register == Register::Brp && !asked.iter().any(|field| field.get_ref() == brp::WHO) {
            return Err((at, format!("without {} nobody can tell whose answer it is", brp::WHO)));
        }
        let mut seen = BTreeSet::new();
        for field in asked {
            let (at, field) = (field.span().start, field.into_inner());
            check(register, &field, &seen).map_err(|what| (at, what))?;
            seen.insert(field);
        }
        fields.insert(register, seen.into_iter().collect());
    }
    if fields.is_empty() {
        return Err((at, "it asks nothing".into()));
    }
    Ok(Doel { purpose: Purpose::new(entry.naam.get_ref(), entry.grondslag.get_ref()), fields })
}

/// What a register can be asked.
fn known(register: Register) -> &'static [&'static str] {
    match register {
        Register::Brp => brp::FIELDS,
        Register::Bag => bag::FIELDS,
        Register::Kvk => &[kvk::BASISPROFIEL, kvk::VESTIGINGSPROFIEL],
        Register::Rdw => rdw::FIELDS,
        Register::Bri => bri::FIELDS,
    }
}

fn check(register: Register, field: &str, before: &BTreeSet<String>) -> Result<(), String> {
    if register == Register::Brp && brp::BY_ITSELF.contains(&field) {
        return Err(format!("{field} is given by itself; the BRP refuses a question that names it"));
    }
    if !known(register).contains(&field) {
        return Err(format!("{register} has no {field} that we can read"));
    }
    let within = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    match before.iter().find(|other| within(field, other) || within(other, field)) {
        Some(other) => Err(format!("{field} and {other} are asked: one holds the other")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "[[doel]]\nnaam = 'verhuismelding'\ngrondslag = 'Wet BRP artikel 2.39 lid 1'\n[doel.vraagt]\n\
                        brp = [\n  'naam',\n  'burgerservicenummer',\n]\nbag = ['adres']\n";

    #[test]
    fn a_purpose_asks_what_stands_in_the_file_and_nothing_else() {
        let doelen = Doelen::parse(GOOD).unwrap();
        let doel = doelen.get("verhuismelding").unwrap();
        assert_eq!(doel.fields(Register::Brp), ["burgerservicenummer", "naam"]);
        assert_eq!(doel.fields(Register::Kvk), [""; 0]);
        assert_eq!(doel.purpose().basis, "Wet BRP artikel 2.39 lid 1");
        assert!(doel.may(Register::Bag, "adres") && !doel.may(Register::Kvk, kvk::BASISPROFIEL));
        assert!(doelen.get("nieuwsgierigheid").is_none());
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let told = |from: &str, to: &str| {
            let text = GOOD.replace(from, to);
            let (at, what) = Doelen::parse(&text).unwrap_err();
            (text[..at].matches('\n').count() + 1, what)
        };
        let says = |(line, what): (usize, String), expected: usize, part: &str| {
            assert!(line == expected && what.contains(part), "line {line}: {what}");
        };
        says(told("'naam'", "'namen'"), 6, "brp has no namen");
        says(told("'naam'", "'geheimhoudingPersoonsgegevens'"), 6, "by itself");
        says(told("  'naam',", "  'partners', 'partners.naam',"), 6, "partners.naam and partners are asked");
        says(told("  'burgerservicenummer',", ""), 4, "whose answer");
        says(told("['adres']", "[]"), 4, "nothing is asked");
        says(told("'Wet BRP artikel 2.39 lid 1'", "' '"), 3, "a ground");
        says(told("bag =", "woz ="), 9, "woz");
        says(told("grondslag", "basis"), 3, "basis");
        let twice = format!("{GOOD}{GOOD}");
        let (at, what) = Doelen::parse(&twice).unwrap_err();
        assert_eq!((twice[..at].matches('\n').count() + 1, what.as_str()), (11, "verhuismelding stands here twice"));
    }
}
