//! The corpus of the fuzz targets, run once: what was found to be hard stays mended.

#[path = "../fuzz/targets/inputs.rs"]
mod inputs;

use crate::world::Dice;
use std::path::Path;
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

fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(name);
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("a corpus").collect();
    files.sort_by_key(|file| file.as_ref().map(std::fs::DirEntry::path).ok());
    files.into_iter().map(|file| std::fs::read(file.expect("a file").path()).expect("its bytes")).collect()
}

#[test]
fn the_corpus_is_read_without_harm() {
    for (name, target) in TARGETS {
        let corpus = corpus(name);
        assert!(!corpus.is_empty(), "{name} has no corpus");
        corpus.iter().for_each(|file| target(file));
    }
}

/// Pieces that decide how a file is read.
const PIECES: [&str; 40] = [
    ",",
    ";",
    "\t",
    "，",
    "\n",
    "\r\n",
    "\"",
    "'",
    "=",
    "#",
    "-",
    "/",
    "|",
    ">",
    "*",
    "栋",
    "幢",
    "号楼",
    "单元",
    "门",
    "层",
    "楼",
    "室",
    "负",
    "十",
    "二",
    "甲",
    "区",
    "501",
    "1.5E+17",
    "#REF!",
    "合计",
    "填表人：",
    "户编号",
    "人数",
    "房屋地址",
    "与户主关系",
    "身份证号",
    "2019.3",
    "\u{feff}",
];

/// One to four changes to a file of the corpus: a byte, a piece, a part of another file, a cut.
fn spoiled(files: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let pick = |dice: &mut Dice| &files[dice.below(files.len() as u32) as usize];
    let mut bytes = pick(dice).clone();
    for _ in 0..1 + dice.below(4) {
        let at = dice.below(bytes.len() as u32 + 1) as usize;
        match dice.below(5) {
            0 => bytes.truncate(at.max(1)),
            1 => bytes.insert(at, dice.below(256) as u8),
            2 if at < bytes.len() => bytes[at] = dice.below(256) as u8,
            3 => {
                let other = pick(dice);
                let from = dice.below(other.len() as u32) as usize;
                bytes.splice(at..at, other[from..].iter().copied().take(30));
            }
            _ => drop(bytes.splice(at..at, PIECES[dice.below(40) as usize].bytes())),
        }
    }
    bytes.truncate(600);
    bytes
}

/// A few spoiled files each time; for long without a compiler for fuzzing:
/// `cargo test --release --test it -- fuzz_replay::spoiled_for_minutes --ignored --nocapture`.
#[test]
fn spoiled_files_are_read_without_harm() {
    for (name, target) in TARGETS {
        let (corpus, dice) = (corpus(name), &mut Dice::new(1));
        (0..300).for_each(|_| target(&spoiled(&corpus, dice)));
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
            (0..times).for_each(|_| TARGETS[at].1(&spoiled(&corpora[at], dice)));
            runs[at] += times;
        }
    }
    println!("runs of {:?}: {runs:?}", TARGETS.map(|(name, _)| name));
}
