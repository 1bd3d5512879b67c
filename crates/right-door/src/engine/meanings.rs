//! A table of words (`naam`), phrases (`id kaart`) and beginnings of words (`verzeker*`) with what they mean in Dutch.
use super::words;
use std::collections::HashMap;

/// The most words of a phrase with a known meaning.
const LONGEST: usize = 4;

/// What words mean.
#[derive(Debug, Default)]
pub(crate) struct Meanings {
    whole: HashMap<String, Vec<String>>,
    beginnings: HashMap<String, Vec<String>>,
}

impl Meanings {
    /// Adds a line of a table.
    pub(crate) fn add(&mut self, word: &str, meaning: &str) {
        let table = if word.ends_with('*') { &mut self.beginnings } else { &mut self.whole };
        table.entry(words::plain_words(word).join(" ")).or_default().extend(words::plain_words(meaning));
    }

    /// What a word or phrase means; the longest beginning that fits, when the whole is not in the table.
    pub(crate) fn of(&self, phrase: &str) -> Option<&[String]> {
        if let Some(found) = self.whole.get(phrase) {
            return Some(found);
        }
        // The beginning must reach into the last word: only of that word may the end differ.
        let least = phrase.rfind(' ').map_or(1, |space| space + 1);
        let ends = phrase.char_indices().map(|(at, c)| at + c.len_utf8()).filter(|end| *end > least);
        ends.collect::<Vec<_>>().into_iter().rev().find_map(|end| self.beginnings.get(&phrase[..end])).map(Vec::as_slice)
    }

    /// The phrases of a text that have a meaning, the longest first: the range of words, and the meaning.
    pub(crate) fn in_text<'t>(&'t self, typed: &'t [String]) -> impl Iterator<Item = (std::ops::Range<usize>, &'t [String])> {
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < typed.len() {
                let most = LONGEST.min(typed.len() - at);
                let found = (1..=most).rev().find_map(|n| Some((n, self.of(&typed[at..at + n].join(" "))?)));
                let start = at;
                at += found.map_or(1, |(n, _)| n);
                if let Some((n, meaning)) = found {
                    return Some((start..start + n, meaning));
                }
            }
            None
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Meanings, words::plain_words};

    #[test]
    fn the_longest_phrase_goes_first_and_a_star_stands_for_any_end() {
        let mut table = Meanings::default();
        for (word, meaning) in [("id", "x"), ("id kaart", "identiteitskaart"), ("renew*", "verlengen"), ("паспорт*", "paspoort")]
        {
            table.add(word, meaning);
        }
        let found: Vec<_> =
            table.in_text(&plain_words("Mijn ID-kaart, renewing паспорта")).map(|(at, m)| (at, m.join(" "))).collect();
        let expected = [(1..3, "identiteitskaart"), (3..4, "verlengen"), (4..5, "paspoort")];
        assert_eq!(found, expected.map(|(at, m)| (at, m.to_owned())));
    }
}
