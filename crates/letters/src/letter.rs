//! A letter: the key of its words, the language, the address, and the values that fill the words in.
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{collections::BTreeMap, fmt};
use values::{Email, Language};

/// A letter that must leave. The words come from `Words` when it is sent, so a letter that waits is never in old words.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// Key of its words: `letter-received`.
    pub kind: String,
    /// The language it is written in.
    #[serde(serialize_with = "to_code", deserialize_with = "from_code")]
    pub language: Language,
    /// The e-mail address it goes to.
    pub to: String,
    /// What fills the words in, by name.
    pub values: BTreeMap<String, String>,
}

impl Letter {
    /// A letter of this kind, still without values.
    pub fn new(kind: &str, language: Language, to: &Email) -> Self {
        Self { kind: kind.to_owned(), language, to: to.as_str().to_owned(), values: BTreeMap::new() }
    }

    /// The same with one value more.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.values.insert(name.to_owned(), value.to_owned());
        self
    }
}

/// Shows the kind only: address and values are personal.
impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Letter({}, …)", self.kind)
    }
}

fn to_code<S: Serializer>(language: &Language, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(language.code())
}

fn from_code<'de, D: Deserializer<'de>>(input: D) -> Result<Language, D::Error> {
    let code = String::deserialize(input)?;
    Language::from_code(&code).ok_or_else(|| D::Error::custom("a language that we do not write in"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_nothing_of_the_content_and_json_brings_it_all_back() {
        let to = Email::parse("j.jansen@voorbeeld.nl").unwrap();
        let letter = Letter::new("letter-received", Language::En, &to).with("number", "Z-2026-1");
        assert_eq!(format!("{letter:?}"), "Letter(letter-received, …)");
        let json = serde_json::to_string(&letter).unwrap();
        assert_eq!(serde_json::from_str::<Letter>(&json).unwrap(), letter);
        assert!(serde_json::from_str::<Letter>(&json.replace("\"en\"", "\"xx\"")).is_err());
    }
}
