//! Packages have rooms too: a room that cannot reach a package cannot do what the package does.

use super::{File, Found};
use crate::source::paths;

/// Every package and the rooms it may be named in, tests apart. `model` is in none: it stands on the standard library.
const PACKAGES: [(&str, &[&str]); 26] = [
    ("csv", &["read"]),
    ("encoding_rs", &["read"]),
    ("chardetng", &["read"]),
    ("calamine", &["read"]),
    ("zip", &["read"]),
    ("toml", &["read"]),
    ("serde", &["read", "report", "cli"]),
    ("serde_json", &["read", "report", "cli"]),
    ("hmac", &["allocate"]),
    ("sha2", &["allocate", "verify", "cli", "store"]),
    ("rand", &["mix", "town", "whatif", "measure"]),
    ("rayon", &["mix", "measure", "whatif", "cli"]),
    ("rusqlite", &["store"]),
    ("rusqlite_migration", &["store"]),
    ("ctrlc", &["cli"]),
    ("comfy_table", &["report"]),
    ("minijinja", &["report"]),
    ("rust_xlsxwriter", &["report"]),
    ("plotters", &["report"]),
    ("fluent_bundle", &["report"]),
    ("unic_langid", &["report"]),
    ("unicode_width", &["report", "cli"]),
    ("clap", &["cli"]),
    ("indicatif", &["cli"]),
    ("annotate_snippets", &["cli"]),
    ("anstream", &["cli"]),
];

pub fn packages(file: &File) -> Found {
    if file.path == "Cargo.toml" {
        return homeless(file);
    }
    let mut found = Vec::new();
    for path in paths(&file.live) {
        let head = path.parts[0];
        // A name alone is a variable or a function, unless it is imported.
        if path.parts.len() < 2 && !path.import {
            continue;
        }
        let Some((_, rooms)) = PACKAGES.iter().find(|(name, _)| *name == head) else { continue };
        if !file.in_room(rooms) {
            found.push((path.line, format!("{head} is at home in: {}", rooms.join(", "))));
        }
    }
    found
}

/// Dependencies that no room has been given.
fn homeless(file: &File) -> Found {
    let mut section = "";
    let mut found = Vec::new();
    for (line, text) in file.text.lines().enumerate() {
        if text.starts_with('[') {
            section = text.trim();
        } else if section == "[dependencies]"
            && let Some((name, _)) = text.split_once('=')
        {
            let name = name.split('.').next().unwrap_or(name).trim().replace('-', "_");
            if !name.starts_with('#') && PACKAGES.iter().all(|(known, _)| *known != name) {
                found.push((line + 1, format!("{name} has no room")));
            }
        }
    }
    found
}
