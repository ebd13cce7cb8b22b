//! What a room does not even mention. Comments are held to it as well: a room that knows of a thing will talk of it.

use super::{File, Found};
use crate::source::paths;

/// Rooms, and the names they are silent about, in parts: `OptIn` is found in `OptIns`, `opt_in` and `OPT_IN`.
const SILENCES: [(&str, &[&[&str]]); 8] = [
    ("allocate", &[&["roll"], &["group"], &["opt", "in"], &["target"], &["quota"]]),
    ("whatif", &[&["register"]]),
    ("mix", &[&["register"], &["quota"]]),
    ("measure", &[&["quota"]]),
    ("verify", &[&["quota"]]),
    ("store", &[&["quota"]]),
    ("town", &[&["quota"]]),
    ("report", &[&["roll"]]),
];

/// The one thing about the roll that `report` writes: the field `roll_digest` of the certificate, and the command
/// of that name. It is the digest, published before the draw, and tells nothing of who is in the roll.
const DIGEST: [&str; 2] = ["roll", "digest"];

/// `verify` names none of these as a module, under whatever path: it shares no code with what it verifies.
const NOT_VERIFIED_WITH: [&str; 3] = ["allocate", "measure", "mix"];

pub fn silences(file: &File) -> Found {
    let mut found = Vec::new();
    for (_, names) in SILENCES.iter().filter(|(room, _)| Some(*room) == file.room) {
        for (line, text) in file.text.lines().enumerate() {
            let spoken = words(text).filter(|word| names.iter().any(|name| speaks_of(&parts(word), name)));
            found.extend(spoken.map(|word| (line + 1, format!("{word} is not spoken of here"))));
        }
    }
    if file.room == Some("verify") {
        let modules = paths(&file.tokens).into_iter().filter(|path| path.parts.len() > 1);
        let shared = modules.filter(|path| path.parts.iter().any(|part| NOT_VERIFIED_WITH.contains(part)));
        found.extend(shared.map(|path| (path.line, format!("{} is what is verified", path.parts.join("::")))));
    }
    found
}

/// Names in a line. A hyphen joins, as in prose and in the names of commands.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| c != '_' && c != '-' && !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The parts of a name in small letters: `OptIns`, `OPT_INS` and `opt-ins` are all `opt` and `ins`.
fn parts(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut parts = vec![String::new()];
    for (at, &c) in letters.iter().enumerate() {
        let last = at.checked_sub(1).map(|before| letters[before]);
        // A hump: `tI` in `OptIn`, and the last capital before small letters in `HTMLRoll`.
        let starts = c.is_uppercase()
            && last.is_some_and(|last| {
                !last.is_uppercase() || letters.get(at + 1).is_some_and(|next| next.is_lowercase())
            });
        let digit = last.is_some_and(|last| last.is_numeric() != c.is_numeric());
        if starts || digit {
            parts.push(String::new());
        }
        if c.is_alphanumeric() {
            parts.last_mut().expect("never empty").extend(c.to_lowercase());
        } else {
            parts.push(String::new());
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether the parts of `name` stand in a row, the last of them perhaps in the plural.
fn speaks_of(parts: &[String], name: &[&str]) -> bool {
    parts.windows(name.len()).enumerate().any(|(at, window)| {
        let same = window.iter().zip(name).enumerate().all(|(place, (part, name))| {
            part == name || place + 1 == window.len() && part.strip_suffix('s') == Some(name)
        });
        same && !(name == ["roll"] && parts[at..].iter().take(2).eq(DIGEST.iter()))
    })
}

#[test]
fn names_are_parted_in_every_form() {
    for word in ["OptIns", "OPT_IN", "opt-ins", "of_opt_in"] {
        assert!(speaks_of(&parts(word), &["opt", "in"]), "{word}");
    }
    for word in ["Roll", "ROLLS", "Roll2", "HTMLRoll", "roll_of_digest", "rolls"] {
        assert!(speaks_of(&parts(word), &["roll"]), "{word}");
    }
    for word in ["scroll", "enrolled", "Scroll", "controller", "roll_digest", "RollDigest", "roll-digest"] {
        assert!(!speaks_of(&parts(word), &["roll"]), "{word}");
    }
}
