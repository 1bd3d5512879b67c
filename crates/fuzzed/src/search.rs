//! Questions in people's own words.
use crate::world::{CATALOGUE, root};
use right_door::Engine;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let lexicon = root().join("assets/lexicon/nl.tsv");
    Engine::build(&CATALOGUE, &root().join("reference"), lexicon.exists().then_some(lexicon.as_path())).expect("the engine")
});

/// At most as many as were asked for, the best first, each with a share as score.
pub fn search(bytes: &[u8]) {
    let found = ENGINE.search(&String::from_utf8_lossy(bytes), 4);
    assert!(found.hits.len() <= 4);
    assert!(found.hits.iter().all(|hit| (0.0..=1.0).contains(&hit.score) && hit.product < CATALOGUE.products().len()));
    assert!(found.hits.is_sorted_by(|a, b| a.score >= b.score));
}
