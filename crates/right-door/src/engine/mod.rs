//! The search engine of the right door: a question in a person's own words → products of the list, with the layer that answers.
//! Everything is in memory and read-only after `build`; nothing of a question is kept.

mod analyser;
mod compounds;
mod index;
mod layer;
mod leads;
mod lexicon;
mod meanings;
mod nood;
mod query;
mod reference;
mod spelling;
mod words;

use analyser::Analyser;
use catalogue::{Bestuurslaag, Catalogue, Product};
use index::{Document, Index, Points};
use layer::Layers;
pub use leads::Leads;
use lexicon::Lexicon;
use nood::Nood;
pub use nood::Noodhulp;
use query::{Question, Reader};
pub use reference::EngineError;
use reference::Reference;
use std::{collections::HashSet, path::Path};

/// Longer questions are read up to here.
const MAX_QUESTION: usize = 2_000;
/// The score from which the best answer is worth showing as an answer.
const GOOD_ENOUGH: f32 = 0.51;
/// A subject that is not of government, matched this well beside the best product, makes the product doubtful.
const ELSEWHERE: f32 = 0.6;

/// A product that may answer the question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// Its place in `Catalogue::products`.
    pub product: usize,
    /// How well it fits, 0–1.
    pub score: f32,
    /// The layer that most likely does it for this question.
    pub layer: Bestuurslaag,
    /// A word of the question says that it is this one.
    pub layer_named: bool,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Products, the best first; empty when no word of the question says anything.
    pub hits: Vec<Hit>,
    /// Whether the best are good enough to show as the answer; otherwise offer the municipality.
    pub good_enough: bool,
}

/// The engine; built once at start.
#[derive(Debug)]
pub struct Engine {
    analyser: Analyser,
    index: Index,
    reader: Reader,
    layers: Layers,
    priors: Vec<f32>,
    nood: Nood,
}

impl Engine {
    /// Builds the index over all products from `reference/wegwijzer` and, when there is one, the lexicon file.
    /// Errors: the first line that is wrong, with its file.
    pub fn build(catalogue: &Catalogue, reference: &Path, lexicon: Option<&Path>) -> Result<Self, EngineError> {
        let folder = reference.join("wegwijzer");
        let reference = Reference::load(&folder, catalogue)?;
        let lexicon = lexicon.map(Lexicon::load).transpose()?.unwrap_or_default();
        let vocabulary = vocabulary(catalogue.products(), &reference);
        let analyser = Analyser::new(lexicon, &reference, vocabulary.clone());
        let documents = documents(catalogue, &reference, &analyser);
        let prior = |i: usize| match (reference.often.contains(&i), reference.phrases.contains_key(&i)) {
            (true, _) => 1.1,
            (false, true) => 1.0,
            // Nobody wrote down how people ask for it: rarely asked.
            (false, false) => 0.8,
        };
        Ok(Self {
            index: Index::build(&documents, &analyser),
            priors: (0..catalogue.products().len()).map(prior).collect(),
            layers: Layers::new(catalogue.products(), |i| reference.layers.get(&i).cloned(), reference.layer_words.clone()),
            reader: Reader::new(&reference, vocabulary),
            nood: Nood::load(&folder)?,
            analyser,
        })
    }

    /// The `how_many` products that fit a question best.
    pub fn search(&self, question: &str, how_many: usize) -> Found {
        let end = question.char_indices().nth(MAX_QUESTION).map_or(question.len(), |(at, _)| at);
        let question = &question[..end];
        // Who gives her number with her question seldom asks about that number.
        let without = query::without_given_number(question).map(|rest| self.find(&rest, how_many));
        without.filter(|found| found.good_enough).unwrap_or_else(|| self.find(question, how_many))
    }

    fn find(&self, question: &str, how_many: usize) -> Found {
        let question = self.reader.read(question, &self.analyser, &self.index);
        let points = self.index.points(&question.terms);
        let (products, elsewhere) = points.split_at(self.priors.len().min(points.len()));
        let total = |p: &Points| 0.35 * p.words + p.phrase;
        let mut ranked: Vec<(usize, f32)> =
            products.iter().zip(&self.priors).map(|(p, prior)| total(p) * prior).enumerate().filter(|(_, s)| *s > 0.0).collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked.truncate(how_many);
        let other = elsewhere.iter().map(total).fold(0.0, f32::max);
        let (best, phrase) = ranked.first().map_or((0.0, 0.0), |(product, s)| (*s, points[*product].phrase));
        // A few words of daily life weigh little, but all of the question being one known phrase is a sure sign.
        let all_of_it = phrase > 0.9 * self.index.mass(&question.terms) && phrase > 0.5;
        Found {
            good_enough: (scaled(best) >= GOOD_ENOUGH || all_of_it) && other < ELSEWHERE * best,
            hits: self.hits(&ranked, &question),
        }
    }

    /// Whom to call first, for who wrote this: somebody may be in danger. Nobody when nothing says so; else 112 is always among them.
    pub fn whom_to_call(&self, text: &str) -> Vec<&Noodhulp> {
        self.nood.whom(text)
    }

    fn hits(&self, ranked: &[(usize, f32)], question: &Question) -> Vec<Hit> {
        let hit = |(product, points): &(usize, f32)| {
            let (layer, layer_named) = self.layers.likely(*product, &question.words);
            Hit { product: *product, score: scaled(*points), layer, layer_named }
        };
        ranked.iter().map(hit).collect()
    }
}

/// Points to 0–1: ten points, about one telling word of a phrase of its own, is two thirds.
fn scaled(points: f32) -> f32 {
    1.0 - (-points / 9.0).exp()
}

/// Every word that describes a product: what compounds are split into and mistakes are corrected to.
fn vocabulary(products: &[Product], reference: &Reference) -> HashSet<String> {
    let names = products.iter().map(|p| p.name.as_str());
    let phrases = reference.phrases.values().flatten().map(String::as_str);
    let synonyms = reference.synonyms.iter().flat_map(|(word, meaning)| [word.as_str(), meaning.as_str()]);
    names.chain(phrases).chain(synonyms.filter(|w| !w.ends_with('*'))).flat_map(words::plain_words).collect()
}

fn documents(catalogue: &Catalogue, reference: &Reference, analyser: &Analyser) -> Vec<Document> {
    let product = |(i, product): (usize, &Product)| {
        let phrases = reference.phrases.get(&i).into_iter().flatten().map(String::as_str);
        let events = catalogue
            .life_events()
            .iter()
            .filter(|e| e.products.contains(&product.name))
            .map(|e| (0.2, analyser.units(&e.title_nl)));
        let bases = product.grondslagen.iter().map(|g| (0.1, analyser.units(&g.label)));
        Document {
            phrases: [product.name.as_str()].into_iter().chain(phrases).map(|p| analyser.units(p)).collect(),
            context: events.chain(bases).collect(),
        }
    };
    let elsewhere = |phrases: &Vec<String>| Document {
        phrases: [""].into_iter().chain(phrases.iter().map(String::as_str)).map(|p| analyser.units(p)).collect(),
        context: Vec::new(),
    };
    catalogue.products().iter().enumerate().map(product).chain(reference.elsewhere.iter().map(elsewhere)).collect()
}
