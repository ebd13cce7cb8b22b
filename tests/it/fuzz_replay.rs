//! The corpus of the fuzz targets, run once: what was found to be hard stays mended.

#[path = "../fuzz/targets/inputs.rs"]
mod inputs;
#[path = "../fuzz/targets/spoil.rs"]
mod spoil;

use crate::world::Dice;
use spoil::corpus;
use std::time::{Duration, Instant};

/// What a target does with bytes.
type Target = fn(&[u8]);

const TARGETS: [(&str, Target); 5] = [
    ("csv", inputs::csv),
    ("headers", inputs::headers),
    ("address", inputs::address),
    ("plan", inputs::plan),
    ("certificate", inputs::a_certificate),
];

#[test]
fn the_corpus_is_read_without_harm() {
    for (name, target) in TARGETS {
        let corpus = corpus(name);
        assert!(!corpus.is_empty(), "{name} has no corpus");
        corpus.iter().for_each(|file| target(file));
    }
}

/// A few spoiled files each time; for long without a compiler for fuzzing:
/// `cargo test --release --test it -- fuzz_replay::spoiled_for_minutes --ignored --nocapture`.
#[test]
fn spoiled_files_are_read_without_harm() {
    for (name, target) in TARGETS {
        let (corpus, dice) = (corpus(name), &mut Dice::new(1));
        (0..300).for_each(|_| target(&spoil::spoiled(&corpus, &mut |limit| dice.below(limit))));
    }
}

#[test]
#[ignore = "runs for minutes"]
fn spoiled_for_minutes() {
    let corpora: Vec<Vec<Vec<u8>>> = TARGETS.iter().map(|(name, _)| corpus(name)).collect();
    let (dice, start, mut runs) = (&mut Dice::new(2), Instant::now(), [0u64; 5]);
    while start.elapsed() < Duration::from_secs(240) {
        // Tables, headers and addresses the most.
        for (at, times) in [(0, 400), (1, 400), (2, 400), (3, 100), (4, 100)] {
            (0..times).for_each(|_| TARGETS[at].1(&spoil::spoiled(&corpora[at], &mut |limit| dice.below(limit))));
            runs[at] += times;
        }
    }
    println!("runs of {:?}: {runs:?}", TARGETS.map(|(name, _)| name));
}
