//! From a question to weighted terms: language, phrases with a known meaning, joined words, spelling mistakes, parts.
use super::{analyser::Analyser, index::Index, reference::Reference, spelling::Speller, words};
use std::collections::{HashMap, HashSet};

/// What a part of a word that was typed says.
const PART: f32 = 0.35;
/// What a synonym says.
const SYNONYM: f32 = 0.8;
/// The most words of a phrase with a known meaning.
const LONGEST: usize = 4;

/// What may stand apart from its verb, how many words away, and what the guess is worth.
const PARTICLES: [&str; 16] =
    ["aan", "af", "bij", "door", "in", "mee", "na", "om", "op", "over", "rond", "terug", "toe", "uit", "voor", "weg"];
const APART: usize = 7;
const APART_WEIGHT: f32 = 0.7;

/// A table of words (`naam`), phrases (`id kaart`) and beginnings of words (`verzeker*`) with their Dutch meaning.
#[derive(Debug, Default)]
struct Meanings {
    whole: HashMap<String, Vec<String>>,
    beginnings: HashMap<String, Vec<String>>,
}

impl Meanings {
    fn add(&mut self, word: &str, meaning: &str) {
        let table = if word.ends_with('*') { &mut self.beginnings } else { &mut self.whole };
        table.entry(words::plain_words(word).join(" ")).or_default().extend(words::plain_words(meaning));
    }

    fn of(&self, phrase: &str) -> Option<&[String]> {
        if let Some(found) = self.whole.get(phrase) {
            return Some(found);
        }
        let ends = phrase.char_indices().skip(2).map(|(at, c)| at + c.len_utf8()).collect::<Vec<_>>();
        ends.into_iter().rev().find_map(|end| self.beginnings.get(&phrase[..end])).map(Vec::as_slice)
    }
}

/// Understands questions.
#[derive(Debug)]
pub(crate) struct Reader {
    dutch: Meanings,
    foreign: HashMap<String, Meanings>,
    small_words: HashMap<String, Vec<String>>,
    speller: Speller,
}

/// A question, understood.
#[derive(Debug, Default)]
pub(crate) struct Question {
    /// Terms of the index with their weights.
    pub(crate) terms: HashMap<u32, f32>,
    /// Its plain words and the Dutch for them, for what is decided by words alone.
    pub(crate) words: HashSet<String>,
}

impl Reader {
    /// Takes the tables and the words that mistakes may be corrected to.
    pub(crate) fn new(reference: &Reference, vocabulary: HashSet<String>) -> Self {
        let mut dutch = Meanings::default();
        reference.synonyms.iter().for_each(|(word, meaning)| dutch.add(word, meaning));
        let mut foreign: HashMap<String, Meanings> = HashMap::new();
        for (language, word, meaning) in &reference.translations {
            foreign.entry(language.clone()).or_default().add(word, meaning);
        }
        let mut small_words: HashMap<String, Vec<String>> = HashMap::new();
        for (language, word, _) in reference.stop_words.iter().filter(|(.., weight)| *weight == 0.0) {
            for plain in words::plain_words(word) {
                small_words.entry(plain).or_default().push(language.clone());
            }
        }
        Self { dutch, foreign, small_words, speller: Speller::new(vocabulary) }
    }

    /// Reads a question.
    pub(crate) fn read(&self, text: &str, analyser: &Analyser, index: &Index) -> Question {
        let typed = words::plain_words(text);
        let language = self.language(&typed);
        let mut question = Question::default();
        let mut understood = vec![false; typed.len()];
        if let Some(table) = self.foreign.get(language) {
            self.meanings(&typed, table, 1.0, &mut understood, &mut question, (analyser, index));
        }
        let mut has_synonym = vec![false; typed.len()];
        self.meanings(&typed, &self.dutch, SYNONYM, &mut has_synonym, &mut question, (analyser, index));
        for (i, word) in typed.iter().enumerate() {
            if let Some(next) = typed.get(i + 1) {
                question.joined(word, next, analyser, index);
            }
            let foreign_small = language != "nl" && self.is_small(word, language);
            // English stands among the phrases of products too; words of other languages only look like Dutch.
            if !foreign_small && (!understood[i] || language == "en") {
                question.add_word(word, 1.0, analyser, index);
                if !has_synonym[i] && language == "nl" {
                    self.correct(word, &mut question, analyser, index);
                }
            }
        }
        if language == "nl" {
            self.separable(&typed, &mut question, analyser, index);
        }
        question.words.extend(typed);
        question
    }

    /// `ik geef het door`, `om het door te geven` → `doorgeven`: Dutch takes its verbs apart.
    fn separable(&self, typed: &[String], question: &mut Question, analyser: &Analyser, index: &Index) {
        for (at, particle) in typed.iter().enumerate().filter(|(_, word)| PARTICLES.contains(&word.as_str())) {
            let before = typed[at.saturating_sub(APART)..at].iter();
            let after = typed.get(at + 1).filter(|te| *te == "te").and_then(|_| typed.get(at + 2));
            for verb in before.chain(after).filter_map(|word| analyser.verb(word)) {
                let whole = format!("{particle}{verb}");
                if analyser.knows(&whole) {
                    question.add_word(&whole, APART_WEIGHT, analyser, index);
                    for other in self.dutch.of(&whole).unwrap_or_default() {
                        question.add_word(other, APART_WEIGHT * SYNONYM, analyser, index);
                    }
                }
            }
        }
    }

    /// The language with the most small words; Dutch when in doubt. A script of its own decides at once.
    fn language(&self, typed: &[String]) -> &str {
        let has = |range: std::ops::RangeInclusive<char>| typed.iter().flat_map(|w| w.chars()).any(|c| range.contains(&c));
        if has('\u{600}'..='\u{6ff}') {
            return "ar";
        }
        if has('\u{400}'..='\u{4ff}') {
            return "uk";
        }
        let mut counts: HashMap<&str, i32> = HashMap::from([("nl", 1)]);
        for language in typed.iter().filter_map(|word| self.small_words.get(word)).flatten() {
            *counts.entry(language).or_default() += 2;
        }
        counts.into_iter().max_by_key(|(language, count)| (*count, *language == "nl")).map_or("nl", |(language, _)| language)
    }

    fn is_small(&self, word: &str, language: &str) -> bool {
        self.small_words.get(word).is_some_and(|languages| languages.iter().any(|l| l == language))
    }

    /// Adds what words and phrases mean; the longest phrase goes first.
    fn meanings(
        &self,
        typed: &[String],
        table: &Meanings,
        weight: f32,
        understood: &mut [bool],
        question: &mut Question,
        (analyser, index): (&Analyser, &Index),
    ) {
        let mut i = 0;
        while i < typed.len() {
            let most = LONGEST.min(typed.len() - i);
            let found = (1..=most).rev().find_map(|n| table.of(&typed[i..i + n].join(" ")).map(|meaning| (n, meaning)));
            let Some((n, meaning)) = found else {
                i += 1;
                continue;
            };
            for word in meaning {
                question.add_word(word, weight, analyser, index);
                question.words.insert(word.clone());
            }
            understood[i..i + n].iter_mut().for_each(|u| *u = true);
            i += n;
        }
    }

    /// Adds the word that was probably meant by one that nobody knows.
    fn correct(&self, word: &str, question: &mut Question, analyser: &Analyser, index: &Index) {
        let known = |unit: &super::analyser::Unit| index.known(&unit.stem).is_some() || !unit.parts.is_empty();
        if analyser.knows(word) || analyser.unit(word).is_none_or(|unit| known(&unit)) {
            return;
        }
        if let Some((meant, sure)) = self.speller.nearest(word) {
            question.add_word(meant, sure, analyser, index);
            question.words.insert(meant.to_owned());
            for other in self.dutch.of(meant).unwrap_or_default() {
                question.add_word(other, sure * SYNONYM, analyser, index);
            }
        }
    }
}

impl Question {
    fn add(&mut self, stem: &str, weight: f32, index: &Index) {
        if let Some(term) = index.known(stem) {
            let old = self.terms.entry(term).or_default();
            *old = old.max(weight);
        }
    }

    fn add_word(&mut self, word: &str, weight: f32, analyser: &Analyser, index: &Index) {
        let Some(unit) = analyser.unit(word) else { return };
        self.add(&unit.stem, weight, index);
        for part in &unit.parts {
            self.add(part, weight * PART, index);
        }
    }

    /// `zorg toeslag` → `zorgtoeslag`: many people write compounds as two words.
    fn joined(&mut self, word: &str, next: &str, analyser: &Analyser, index: &Index) {
        for joined in [format!("{word}{next}"), format!("{word}s{next}")] {
            if let Some(unit) = analyser.unit(&joined).filter(|unit| joined.len() > 5 && index.known(&unit.stem).is_some()) {
                self.add(&unit.stem, 1.0, index);
            }
        }
    }
}
