//! The index: which products have a word in which field (BM25F), and which phrases of everyday language have it.
use super::analyser::{Analyser, Unit};
use std::collections::{BTreeMap, HashMap};

/// How much of a product a part of a compound says, beside the whole word.
const PART: f32 = 0.4;
/// Saturation and length normalisation of BM25F.
const K1: f32 = 1.2;
const B: f32 = 0.3;

/// One product (or one subject that is not ours) as it goes into the index.
#[derive(Debug, Default)]
pub(crate) struct Document {
    /// The name and the phrases people use; each is matched as a whole too.
    pub(crate) phrases: Vec<Vec<Unit>>,
    /// What stands further away (life events, legal bases), with its weight.
    pub(crate) context: Vec<(f32, Vec<Unit>)>,
}

#[derive(Debug)]
struct Phrase {
    document: u32,
    total: f32,
}

/// What a word does in the index.
#[derive(Debug, Default)]
struct Term {
    idf: f32,
    documents: Vec<(u32, f32)>,
    phrases: Vec<(u32, f32)>,
}

/// The index in memory; built once at start.
#[derive(Debug, Default)]
pub(crate) struct Index {
    places: HashMap<String, u32>,
    terms: Vec<Term>,
    phrases: Vec<Phrase>,
    documents: usize,
}

/// What a document scores, in two ways.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Points {
    /// BM25F over all fields.
    pub(crate) words: f32,
    /// The best phrase: matched weight × the share of the phrase that it is.
    pub(crate) phrase: f32,
}

impl Index {
    /// Builds the index. The name must be the first phrase of a document.
    pub(crate) fn build(documents: &[Document], analyser: &Analyser) -> Self {
        let mut index = Self { documents: documents.len(), ..Self::default() };
        let tables: Vec<HashMap<u32, f32>> = documents.iter().map(|d| index.table(d)).collect();
        let near: Vec<usize> = documents.iter().map(|d| d.phrases.iter().map(Vec::len).sum()).collect();
        let average = near.iter().sum::<usize>() as f32 / near.len().max(1) as f32;
        for (number, (table, length)) in (0u32..).zip(tables.into_iter().zip(near)) {
            let norm = 1.0 - B + B * length as f32 / average.max(1.0);
            for (term, tf) in table {
                let tf = tf / norm;
                index.terms[term as usize].documents.push((number, tf * (K1 + 1.0) / (tf + K1)));
            }
        }
        index.weigh(analyser);
        for (number, document) in (0u32..).zip(documents) {
            for phrase in &document.phrases {
                index.add_phrase(number, phrase);
            }
        }
        index
    }

    /// The weighted count of each term of a document.
    fn table(&mut self, document: &Document) -> HashMap<u32, f32> {
        let mut table: HashMap<u32, f32> = HashMap::new();
        let name = document.phrases.iter().take(1).map(|p| (2.0, p));
        let words = document.phrases.iter().skip(1).map(|p| (1.2, p));
        let context = document.context.iter().map(|(weight, units)| (*weight, units));
        for (weight, units) in name.chain(words).chain(context) {
            for unit in units {
                *table.entry(self.place(&unit.stem)).or_default() += weight;
                for part in &unit.parts {
                    *table.entry(self.place(part)).or_default() += weight * PART;
                }
            }
        }
        table
    }

    fn place(&mut self, stem: &str) -> u32 {
        if let Some(place) = self.places.get(stem) {
            return *place;
        }
        let place = self.terms.len() as u32;
        self.places.insert(stem.to_owned(), place);
        self.terms.push(Term::default());
        place
    }

    /// A word of few products tells more than a word of many; a document where it only stands in the distance counts for little.
    fn weigh(&mut self, analyser: &Analyser) {
        let all = self.documents as f32;
        for (stem, place) in &self.places {
            let term = &mut self.terms[*place as usize];
            let having: f32 = term.documents.iter().map(|(_, impact)| impact.min(1.0)).sum();
            term.idf = (1.0 + (all - having + 0.5).max(0.0) / (having + 0.5)).ln() * analyser.weight_of_stem(stem);
        }
    }

    fn add_phrase(&mut self, document: u32, units: &[Unit]) {
        let phrase = self.phrases.len() as u32;
        let mut total = 0.0;
        for unit in units {
            let whole = self.place(&unit.stem) as usize;
            let weight = self.terms[whole].idf;
            total += weight;
            self.terms[whole].phrases.push((phrase, weight));
            for part in &unit.parts {
                let place = self.place(part) as usize;
                let share = (0.9 * weight / unit.parts.len() as f32).min(self.terms[place].idf);
                self.terms[place].phrases.push((phrase, share));
            }
        }
        // A phrase of small words alone (or the name of a subject, which is empty) never matches.
        self.phrases.push(Phrase { document, total: if total > 0.0 { total } else { f32::INFINITY } });
    }

    /// The place of a stem, if any document has it.
    pub(crate) fn known(&self, stem: &str) -> Option<u32> {
        self.places.get(stem).copied()
    }

    /// How much the terms of a question weigh together.
    pub(crate) fn mass(&self, question: &BTreeMap<u32, f32>) -> f32 {
        question.iter().filter_map(|(place, weight)| Some(weight * self.terms.get(*place as usize)?.idf)).sum()
    }

    /// The points of every document for a question: terms with their weights.
    pub(crate) fn points(&self, question: &BTreeMap<u32, f32>) -> Vec<Points> {
        let mut points = vec![Points::default(); self.documents];
        let mut matched = vec![0.0_f32; self.phrases.len()];
        for (place, weight) in question {
            let Some(term) = self.terms.get(*place as usize) else { continue };
            for (document, impact) in &term.documents {
                points[*document as usize].words += weight * term.idf * impact;
            }
            for (phrase, share) in &term.phrases {
                matched[*phrase as usize] += weight * share;
            }
        }
        for (Phrase { document, total }, weight) in self.phrases.iter().zip(matched).filter(|(_, weight)| *weight > 0.0) {
            let weight = weight.min(*total);
            let best = &mut points[*document as usize].phrase;
            *best = best.max(weight * weight / total);
        }
        points
    }
}
