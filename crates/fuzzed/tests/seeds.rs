//! Every reader on its seeds, and on variations of them: the short form of `make fuzz`, with every `make test`.
#![allow(clippy::unwrap_used, clippy::panic)]
use fuzzed::READERS;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::path::Path;

/// Variations of the seeds of each reader.
const CASES: u32 = 200;

fn seeds(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds").join(name);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    entries.map(|entry| std::fs::read(entry.unwrap().path()).unwrap()).collect()
}

/// A seed that was cut, with bytes changed and a piece put in from elsewhere.
fn variation(seeds: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6);
    let piece = prop_oneof![prop::collection::vec(any::<u8>(), 0..12), ".{0,12}".prop_map(String::into_bytes)];
    let parts = (prop::sample::select(seeds), changes, any::<prop::sample::Index>(), piece, any::<bool>());
    parts.prop_map(|(mut bytes, changes, at, piece, cut)| {
        let length = bytes.len();
        for (at, to) in changes.into_iter().filter(|_| length > 0) {
            bytes[at.index(length)] = to;
        }
        let at = at.index(bytes.len() + 1);
        let rest = bytes.split_off(at);
        bytes.extend(piece);
        if !cut {
            bytes.extend(rest);
        }
        bytes
    })
}

#[test]
fn every_reader_keeps_its_promise_on_its_seeds_and_on_what_looks_like_them() {
    for (name, reader) in READERS {
        let seeds = seeds(name);
        assert!(!seeds.is_empty(), "{name} has no seeds");
        seeds.iter().for_each(|seed| reader(seed));
        let mut runner = TestRunner::new(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() });
        runner
            .run(&variation(seeds), |bytes| {
                reader(&bytes);
                Ok(())
            })
            .unwrap_or_else(|e| panic!("{name}: {e}"));
    }
    fuzzed::clean();
}
