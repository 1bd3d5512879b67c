//! Every word on a page or in a letter, per language, from `texts/nl.ftl` and `texts/en.ftl`; and dates and times in words.

mod dates;

pub use dates::{date, day, moment};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::{collections::BTreeSet, sync::OnceLock};
use unic_langid::LanguageIdentifier;
use values::Language;

const NL: &str = include_str!("../../../texts/nl.ftl");
const EN: &str = include_str!("../../../texts/en.ftl");

type Bundle = FluentBundle<FluentResource>;

fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: OnceLock<[Bundle; 2]> = OnceLock::new();
    let [nl, en] = BUNDLES.get_or_init(|| [load(Language::Nl, NL), load(Language::En, EN)]);
    language.pick(nl, en)
}

fn load(language: Language, source: &str) -> Bundle {
    let id: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    // What can't be parsed is left out, and then `missing` names it in the test.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(whole, _)| whole);
    bundle.add_resource_overriding(resource);
    bundle
}

/// The text of `key`. A key that no file has shows itself: the test `every_text_exists_in_every_language` finds it first.
pub fn text(language: Language, key: &str) -> String {
    text_with(language, key, &[])
}

/// The text of `key` with its arguments.
pub fn text_with(language: Language, key: &str, arguments: &[(&str, &str)]) -> String {
    let bundle = bundle(language);
    let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else { return format!("[{key}]") };
    let mut given = FluentArgs::new();
    for (name, value) in arguments {
        // A figure chooses the plural; everything else is text.
        let number = value.parse::<u32>().ok().filter(|n| n.to_string() == *value);
        given.set((*name).to_owned(), number.map_or_else(|| FluentValue::from((*value).to_owned()), FluentValue::from));
    }
    bundle.format_pattern(pattern, Some(&given), &mut vec![]).into_owned()
}

/// Parts of a legal ground that are words and no name, by the key of their text; the longest first.
const OF_GROUNDS: [&str; 7] = [
    "ground-unless-law",
    "ground-unless-grant-rule",
    "ground-until",
    "ground-under",
    "ground-article",
    "ground-paragraph",
    "ground-and",
];

/// A legal ground as it stands in the data, in Dutch, in the language of who reads it. Names of acts stay as they are.
pub fn ground(language: Language, dutch: &str) -> String {
    let translated = |ground: String, key: &&str| ground.replace(&text(Language::Nl, key), &text(language, key));
    if language == Language::Nl { dutch.to_owned() } else { OF_GROUNDS.iter().fold(dutch.to_owned(), translated) }
}

/// The text of `key`, if there is one.
pub fn find(language: Language, key: &str) -> Option<String> {
    bundle(language).has_message(key).then(|| text(language, key))
}

/// All keys of a language.
pub fn keys(language: Language) -> BTreeSet<String> {
    let source = language.pick(NL, EN);
    let starts = source.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    starts.filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_exists_in_every_language() {
        let (nl, en) = (keys(Language::Nl), keys(Language::En));
        assert_eq!(nl.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "not in en.ftl");
        assert_eq!(en.difference(&nl).collect::<Vec<_>>(), Vec::<&String>::new(), "not in nl.ftl");
        for language in Language::ALL {
            for key in keys(language) {
                assert_ne!(text(language, &key), format!("[{key}]"), "{key} can't be read in {}", language.code());
            }
        }
    }

    #[test]
    fn a_ground_is_read_in_every_language() {
        let dutch = "Awb artikel 4:13 lid 2, als geen wettelijk voorschrift een andere termijn geeft";
        assert_eq!(ground(Language::Nl, dutch), dutch);
        let english = "Awb article 4:13, paragraph 2, unless another legal rule gives another term";
        assert_eq!(ground(Language::En, dutch), english);
    }

    #[test]
    fn no_words_that_people_do_not_use() {
        let words = ["indienen", "betreffende", "middels", "dient u", "conform", "teneinde", "derhalve", "onderhavige"];
        for word in words {
            assert!(!NL.lines().filter(|l| !l.starts_with('#')).any(|l| l.to_lowercase().contains(word)), "{word}");
        }
    }
}
