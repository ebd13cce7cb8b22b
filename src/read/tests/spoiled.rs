//! Spoiled inputs to the parsers by themselves: some each time, millions on demand.

#[path = "../../../tests/fuzz/targets/spoil.rs"]
mod spoil;

use crate::read::fuzz;
use spoil::{corpus, spoiled};
use std::time::Instant;

/// What a target does with bytes.
type Target = fn(&[u8]);

/// Each with the corpus it starts from.
const TARGETS: [(&str, &str, Target); 3] =
    [("place", "address", fuzz::place), ("titles", "headers", fuzz::titles), ("records", "csv", fuzz::records)];

/// Numbers that look thrown (splitmix64).
fn dice(mut state: u64) -> impl FnMut(u32) -> u32 {
    move |limit| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed >> 32) % u64::from(limit)) as u32
    }
}

fn run(target: Target, corpus: &[Vec<u8>], times: u64, seed: u64) {
    let mut below = dice(seed);
    for _ in 0..times {
        let input = spoiled(corpus, &mut below);
        if std::panic::catch_unwind(|| target(&input)).is_err() {
            panic!("spoiled: {:?}", String::from_utf8_lossy(&input));
        }
    }
}

#[test]
fn parsers_keep_their_word() {
    for (_, from, target) in TARGETS {
        let corpus = corpus(from);
        corpus.iter().for_each(|file| target(file));
        run(target, &corpus, 2_000, 1);
    }
}

/// `cargo test --release --lib read::tests::spoiled::millions -- --ignored --nocapture`
#[test]
#[ignore = "runs for minutes"]
fn millions() {
    for (name, from, target) in TARGETS {
        let (corpus, start) = (corpus(from), Instant::now());
        run(target, &corpus, 4_000_000, 2);
        println!("{name}: 4000000 inputs in {:.0} s", start.elapsed().as_secs_f64());
    }
}
