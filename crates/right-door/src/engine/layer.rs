//! The layer of government that most likely answers this question.
use catalogue::{Bestuurslaag, Product};
use std::collections::HashSet;

/// The words that point to a layer, and the layers in practice of products.
#[derive(Debug, Default)]
pub(crate) struct Layers {
    words: Vec<(Bestuurslaag, HashSet<String>)>,
    practice: Vec<Vec<Bestuurslaag>>,
}

impl Layers {
    /// `corrections` are the layers in practice by place of the product in the catalogue.
    pub(crate) fn new(
        products: &[Product],
        corrections: impl Fn(usize) -> Option<Vec<Bestuurslaag>>,
        words: Vec<(Bestuurslaag, String)>,
    ) -> Self {
        let practice = products.iter().enumerate().map(|(i, p)| corrections(i).unwrap_or_else(|| usual(p))).collect();
        let by_layer = |layer| words.iter().filter(|(l, _)| *l == layer).map(|(_, w)| w.clone()).collect();
        Self { words: Bestuurslaag::ALL.map(|layer| (layer, by_layer(layer))).into(), practice }
    }

    /// The layer for a product, given the words of the question: a word decides only between layers that do the product. And whether one did.
    pub(crate) fn likely(&self, product: usize, question: &HashSet<String>) -> (Bestuurslaag, bool) {
        let layers = self.practice.get(product).map(Vec::as_slice).unwrap_or_default();
        let named = |layer: &&Bestuurslaag| self.words.iter().any(|(l, words)| l == *layer && !words.is_disjoint(question));
        let by_word = layers.iter().find(named);
        (by_word.or(layers.first()).copied().unwrap_or(Bestuurslaag::Gemeente), by_word.is_some())
    }
}

/// The layers of the list, the nearest to people first.
fn usual(product: &Product) -> Vec<Bestuurslaag> {
    product.layers.iter().rev().copied().collect()
}
