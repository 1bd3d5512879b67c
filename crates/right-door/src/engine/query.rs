//! From a question to weighted terms: language, phrases with a known meaning, joined words, spelling mistakes, parts.
use super::{analyser::Analyser, index::Index, meanings::Meanings, reference::Reference, spelling::Speller, words};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What a part of a word that was typed says.
const PART: f32 = 0.35;
/// What a synonym says.
const SYNONYM: f32 = 0.8;
/// The most words of one question that are corrected; each costs a look at the whole vocabulary.
const CORRECTIONS: usize = 12;
/// What may stand apart from its verb, how many words away, and what the guess is worth.
const PARTICLES: [&str; 16] =
    ["aan", "af", "bij", "door", "in", "mee", "na", "om", "op", "over", "rond", "terug", "toe", "uit", "voor", "weg"];
const APART: usize = 7;
const APART_WEIGHT: f32 = 0.7;
/// What stands in the place of a number that was masked, and what people call that number.
const MASK: char = '•';
const NUMBER: [&str; 4] = ["bsn", "burgerservicenummer", "sofinummer", "bsn-nummer"];

/// The question without the name of the number that was given in it; none when no number was.
pub(crate) fn without_given_number(text: &str) -> Option<String> {
    let is_name = |word: &&str| NUMBER.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str());
    text.contains(MASK).then(|| text.split_whitespace().filter(|word| !is_name(word)).collect::<Vec<_>>().join(" "))
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
    /// Terms of the index with their weights; ordered, so that the same question always gives the same score.
    pub(crate) terms: BTreeMap<u32, f32>,
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
        let mut draft = Draft { analyser, index, added: HashMap::new(), question: Question::default() };
        match self.language(&typed) {
            "nl" => self.read_dutch(&typed, &mut draft),
            language => self.read_foreign(&typed, language, &mut draft),
        }
        draft.question.words.extend(typed);
        draft.question
    }

    fn read_dutch(&self, typed: &[String], draft: &mut Draft<'_>) {
        let mut corrected: HashSet<&str> = HashSet::new();
        let with_synonym = draft.add_meanings(typed, &self.dutch, SYNONYM);
        for (i, word) in typed.iter().enumerate() {
            if let Some(next) = typed.get(i + 1) {
                draft.add_joined(word, next);
            }
            let unknown = !draft.add(word, 1.0) && !with_synonym.contains(&i);
            if unknown && corrected.len() < CORRECTIONS && corrected.insert(word) {
                self.correct(word, draft);
            }
        }
        self.separable(typed, draft);
    }

    /// English stands among the phrases of products too; words of other languages only look like Dutch when they are understood.
    fn read_foreign(&self, typed: &[String], language: &str, draft: &mut Draft<'_>) {
        let understood = self.foreign.get(language).map_or_else(HashSet::new, |table| draft.add_meanings(typed, table, 1.0));
        draft.add_meanings(typed, &self.dutch, SYNONYM);
        for (i, word) in typed.iter().enumerate() {
            let is_small = self.small_words.get(word).is_some_and(|languages| languages.iter().any(|l| l == language));
            if !is_small && (language == "en" || !understood.contains(&i)) {
                draft.add(word, 1.0);
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
        let mut counts: BTreeMap<&str, usize> = BTreeMap::from([("nl", 0)]);
        for language in typed.iter().filter_map(|word| self.small_words.get(word)).flatten() {
            *counts.entry(language).or_default() += 1;
        }
        counts.into_iter().max_by_key(|(language, count)| (*count, *language == "nl")).map_or("nl", |(language, _)| language)
    }

    /// Adds the word that was probably meant by one that nobody knows.
    fn correct(&self, word: &str, draft: &mut Draft<'_>) {
        if let Some((meant, sure)) = self.speller.nearest(word) {
            draft.add(meant, sure);
            draft.question.words.insert(meant.to_owned());
            for other in self.dutch.of(meant).unwrap_or_default() {
                draft.add(other, sure * SYNONYM);
            }
        }
    }

    /// `ik geef het door`, `om het door te geven` → `doorgeven`: Dutch takes its verbs apart.
    fn separable(&self, typed: &[String], draft: &mut Draft<'_>) {
        for (at, particle) in typed.iter().enumerate().filter(|(_, word)| PARTICLES.contains(&word.as_str())) {
            let before = typed[at.saturating_sub(APART)..at].iter();
            let after = typed.get(at + 1).filter(|te| *te == "te").and_then(|_| typed.get(at + 2));
            for verb in before.chain(after).filter_map(|word| draft.analyser.verb(word)) {
                let whole = format!("{particle}{verb}");
                if draft.analyser.knows(&whole) {
                    draft.add(&whole, APART_WEIGHT);
                    for other in self.dutch.of(&whole).unwrap_or_default() {
                        draft.add(other, APART_WEIGHT * SYNONYM);
                    }
                }
            }
        }
    }
}

/// A question while it is read.
struct Draft<'a> {
    analyser: &'a Analyser,
    index: &'a Index,
    added: HashMap<String, (f32, bool)>,
    question: Question,
}

impl Draft<'_> {
    /// Adds a word and its parts, and says whether we know the word. A word that came before only counts when it weighs more now.
    fn add(&mut self, word: &str, weight: f32) -> bool {
        match self.added.get(word) {
            Some((before, is_known)) if *before >= weight => return *is_known,
            _ => {}
        }
        let unit = self.analyser.unit(word);
        let mut is_known = unit.is_none() || self.analyser.knows(word);
        if let Some(unit) = unit {
            is_known |= self.add_stem(&unit.stem, weight) || !unit.parts.is_empty();
            for part in &unit.parts {
                self.add_stem(part, weight * PART);
            }
        }
        self.added.insert(word.to_owned(), (weight, is_known));
        is_known
    }

    fn add_stem(&mut self, stem: &str, weight: f32) -> bool {
        let Some(term) = self.index.known(stem) else { return false };
        let old = self.question.terms.entry(term).or_default();
        *old = old.max(weight);
        true
    }

    /// Adds what words and phrases mean, and gives the places of the words that had a meaning.
    fn add_meanings(&mut self, typed: &[String], table: &Meanings, weight: f32) -> HashSet<usize> {
        let mut places = HashSet::new();
        for (range, meaning) in table.in_text(typed) {
            for word in meaning {
                self.add(word, weight);
                self.question.words.insert(word.clone());
            }
            places.extend(range);
        }
        places
    }

    /// `zorg toeslag` → `zorgtoeslag`: many people write compounds as two words.
    fn add_joined(&mut self, word: &str, next: &str) {
        for joined in [format!("{word}{next}"), format!("{word}s{next}")] {
            let stem = self.analyser.stem(&joined);
            if joined.len() > 5 && self.analyser.weight_of_stem(&stem) > 0.0 {
                self.add_stem(&stem, 1.0);
            }
        }
    }
}
