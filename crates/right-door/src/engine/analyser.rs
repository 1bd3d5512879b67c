//! From words to units: the stem of a word, what it weighs, and the stems of its parts.
use super::{compounds, lexicon::Lexicon, reference::Reference, words};
use std::collections::{HashMap, HashSet};

/// One word as the index knows it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Unit {
    /// The stem of the whole word.
    pub(crate) stem: String,
    /// 1 for a word that says what it is about, less for one that many questions have.
    pub(crate) weight: f32,
    /// The stems of the parts of a compound, and of the verb behind a noun in -ing.
    pub(crate) parts: Vec<String>,
}

/// Knows the language: lemmas, compounds and the words that say little.
#[derive(Debug, Default)]
pub(crate) struct Analyser {
    lexicon: Lexicon,
    domain: HashSet<String>,
    weights: HashMap<String, f32>,
}

impl Analyser {
    /// Takes the lexicon (maybe empty) and the words that products are described with.
    pub(crate) fn new(lexicon: Lexicon, reference: &Reference, domain: HashSet<String>) -> Self {
        let mut analyser = Self { lexicon, domain, weights: HashMap::new() };
        for (_, word, weight) in reference.stop_words.iter().filter(|(language, ..)| language == "nl") {
            for plain in words::plain_words(word) {
                // A stop word is only itself: its stem may be that of a word that matters (`waren`, goods or were).
                if *weight > 0.0 {
                    analyser.weights.insert(analyser.stem(&plain), *weight);
                }
                analyser.weights.insert(plain, *weight);
            }
        }
        analyser
    }

    /// The units of a text; stop words are left out.
    pub(crate) fn units(&self, text: &str) -> Vec<Unit> {
        words::plain_words(text).iter().filter_map(|word| self.unit(word)).collect()
    }

    /// The unit of a plain word; nothing for a stop word.
    pub(crate) fn unit(&self, word: &str) -> Option<Unit> {
        let stem = self.stem(word);
        let weight = self.weights.get(word).or_else(|| self.weights.get(&stem)).copied().unwrap_or(1.0);
        (weight > 0.0).then(|| Unit { parts: self.parts(word, &stem), stem, weight })
    }

    /// Whether this is a word that we know, of Dutch or of a product.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.domain.contains(word) || self.lexicon.knows(word)
    }

    /// Whether this word says nothing of what a question is about.
    pub(crate) fn is_stop(&self, word: &str) -> bool {
        self.weights.get(word) == Some(&0.0)
    }

    /// What a stem weighs.
    pub(crate) fn weight_of_stem(&self, stem: &str) -> f32 {
        self.weights.get(stem).copied().unwrap_or(1.0)
    }

    /// The infinitive of a verb form, when the lexicon knows it.
    pub(crate) fn verb(&self, word: &str) -> Option<&str> {
        self.lexicon.lemma(word).filter(|lemma| lemma.ends_with("en") && (*lemma != word || word.len() > 4))
    }

    /// The stem of a word: of its lemma, or of itself when no lexicon knows it.
    pub(crate) fn stem(&self, word: &str) -> String {
        words::stem(self.lexicon.lemma(word).unwrap_or(word))
    }

    fn parts(&self, word: &str, stem: &str) -> Vec<String> {
        let is_part =
            |part: &str| !self.is_stop(part) && (self.domain.contains(part) || (part.len() > 3 && self.lexicon.knows(part)));
        let mut found: Vec<String> = Vec::new();
        for part in compounds::parts(word, &is_part).unwrap_or_default() {
            found.push(self.stem(part));
            found.extend(self.verb_of(part));
            // `parkeervergunning|aanvraag`: a part can be a compound itself.
            found.extend(compounds::parts(part, &is_part).unwrap_or_default().into_iter().map(|p| self.stem(p)));
        }
        found.extend(self.verb_of(word));
        found.sort();
        found.dedup();
        found.retain(|part| part != stem && part.len() > 2);
        found
    }

    /// `verhuizing` → the stem of `verhuizen`.
    fn verb_of(&self, word: &str) -> Option<String> {
        let base = word.strip_suffix("ing").filter(|base| base.len() >= 4)?;
        let verb = format!("{base}en");
        (self.lexicon.is_empty() || self.knows(&verb)).then(|| self.stem(&verb))
    }
}
