//! Rooms whose results depend on what they are given and on nothing else.

use super::{File, Found};
use crate::source::{Kind, Token, paths};

/// Rooms without files, environment, clocks and unseeded chance.
const PURE: [&str; 7] = ["model", "allocate", "measure", "mix", "verify", "whatif", "town"];

/// Ways to the world outside, as the first parts of a path or as a name alone.
const OUTSIDE: [&[&str]; 14] = [
    &["std", "*"],
    &["std", "fs"],
    &["std", "env"],
    &["std", "time"],
    &["std", "net"],
    &["std", "process"],
    &["std", "io", "stdin"],
    &["rand", "rng"],
    &["rand", "random"],
    &["rand", "random_range"],
    &["Instant"],
    &["SystemTime"],
    &["thread_rng"],
    &["RandomState"],
];

/// Files of pure rooms that may name a hash table, and why. Its order differs from run to run, so it is only ever
/// asked, never walked; clippy's `iter_over_hash_type` sees to that.
const HASHED: [(&str, &str); 1] =
    [("src/allocate/matching.rs", "numbers of wishes are looked up, one for each household and step")];

pub fn pure(file: &File) -> Found {
    if !file.in_room(&PURE) {
        return Vec::new();
    }
    let hashed = HASHED.iter().any(|(path, _)| *path == file.path);
    let mut found = Vec::new();
    for path in paths(&file.live) {
        let outside = OUTSIDE.iter().any(|way| match way {
            [name] => path.parts.contains(name),
            way => path.parts.starts_with(way),
        });
        let table = path.parts.iter().any(|part| matches!(*part, "HashMap" | "HashSet"));
        if outside || table && !hashed {
            found.push((path.line, format!("{} in a pure room", path.parts.join("::"))));
        }
    }
    found
}

/// Where people are placed, only whole numbers decide: fractions differ from machine to machine.
pub fn whole_numbers(file: &File) -> Found {
    if !file.in_room(&["allocate", "mix"]) {
        return Vec::new();
    }
    let fractions = file.live.iter().filter(|token| is_fraction(token));
    fractions.map(|token| (token.line, format!("{} is no whole number", token.text))).collect()
}

fn is_fraction(token: &Token) -> bool {
    match token.kind {
        Kind::Word => matches!(token.text, "f32" | "f64" | "f16" | "f128"),
        Kind::Number => {
            let text = token.text;
            let radix = ["0x", "0b", "0o"].iter().any(|prefix| text.starts_with(prefix));
            let suffix = text.ends_with("f32") || text.ends_with("f64");
            let power = text
                .split_once(['e', 'E'])
                .is_some_and(|(_, after)| after.bytes().all(|digit| digit.is_ascii_digit() || digit == b'_'));
            !radix && (text.contains('.') || suffix || power)
        }
        Kind::Text | Kind::Mark => false,
    }
}
