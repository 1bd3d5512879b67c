//! How well the engine answers questions in people's own words, measured on a set that is not part of this repository.
#![allow(clippy::panic)]
use catalogue::Catalogue;
use right_door::Engine;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

struct Row {
    id: String,
    question: String,
    products: Vec<String>,
    layers: Vec<String>,
    kind: String,
}

#[derive(Default)]
struct Tally {
    asked: usize,
    first: usize,
    third: usize,
    layer: usize,
    good_enough: usize,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn rows(file: &Path) -> Option<Vec<Row>> {
    let text = std::fs::read_to_string(file).ok()?;
    let split = |field: &str| field.split('|').map(str::to_owned).collect();
    let row = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [id, question, _, _, products, layers, kind] = fields[..] else { panic!("not seven columns: {line}") };
        Row { id: id.into(), question: question.into(), products: split(products), layers: split(layers), kind: kind.into() }
    };
    Some(text.lines().skip(1).map(row).collect())
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn measure(engine: &Engine, catalogue: &Catalogue, rows: &[Row]) -> BTreeMap<String, Tally> {
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for row in rows {
        let found = engine.search(&row.question, 3);
        let names: Vec<&str> = found.hits.iter().map(|h| catalogue.products()[h.product].name.as_str()).collect();
        let right = |name: &&str| row.products.iter().any(|p| p == *name);
        let layer = found.hits.first().map_or("gemeente", |h| h.layer.word());
        for kind in [row.kind.as_str(), if row.kind == "none" { "all none" } else { "all" }] {
            let tally = tallies.entry(kind.to_owned()).or_default();
            tally.asked += 1;
            tally.first += usize::from(names.first().is_some_and(right));
            tally.third += usize::from(names.iter().any(right));
            tally.layer += usize::from(row.layers.iter().any(|l| l == layer));
            tally.good_enough += usize::from(found.good_enough);
        }
        if !names.iter().any(right) || !found.good_enough || !row.layers.iter().any(|l| l == layer) {
            let scores: Vec<String> = found.hits.iter().zip(&names).map(|(h, n)| format!("{n} {:.2}", h.score)).collect();
            println!("{} good={} {layer}: {}", row.id, found.good_enough, scores.join(" | "));
        }
    }
    tallies
}

#[test]
fn most_questions_find_their_product_among_the_first_three() {
    let questions = root().join("../shared/data/right-door/questions-dev.tsv");
    let lexicon = root().join("assets/lexicon/nl.tsv");
    let Some(rows) = rows(&questions) else { return println!("SKIPPED: the questions are absent") };
    if !lexicon.exists() {
        return println!("SKIPPED: no lexicon; run scripts/lexicon");
    }
    let catalogue = Catalogue::load(&root().join("reference"), &root().join("services")).unwrap_or_else(|e| panic!("{e}"));
    let without = Engine::build(&catalogue, &root().join("reference"), None).unwrap_or_else(|e| panic!("{e}"));
    let bare = &measure(&without, &catalogue, &rows)["all"];
    println!("== without lexicon: recall@1 {:.3} recall@3 {:.3}", share(bare.first, bare.asked), share(bare.third, bare.asked));
    let engine = Engine::build(&catalogue, &root().join("reference"), Some(&lexicon)).unwrap_or_else(|e| panic!("{e}"));
    let tallies = measure(&engine, &catalogue, &rows);
    for (kind, t) in &tallies {
        println!(
            "== {kind}: {} questions, recall@1 {:.3}, recall@3 {:.3}, layer {:.3}, good enough {:.3}",
            t.asked,
            share(t.first, t.asked),
            share(t.third, t.asked),
            share(t.layer, t.asked),
            share(t.good_enough, t.asked)
        );
    }
    assert!(share(tallies["all"].third, tallies["all"].asked) >= 0.40);
}
