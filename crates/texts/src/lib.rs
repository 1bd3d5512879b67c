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
    fn no_words_that_people_do_not_use() {
        let words = ["indienen", "betreffende", "middels", "dient u", "conform", "teneinde", "derhalve", "onderhavige"];
        for word in words {
            assert!(!NL.lines().filter(|l| !l.starts_with('#')).any(|l| l.to_lowercase().contains(word)), "{word}");
        }
    }
}
