//! The project speaks of itself alone: of no machine it was written on, and of no list that its readers cannot see.

use super::{File, Found};

/// What gives a place away. Put together here, so that this file does not find itself.
const ELSEWHERE: [&str; 5] = [
    concat!("/wo", "rk/"),
    concat!("/fa", "rm/"),
    concat!("/tmp/ba", "sh_jobs"),
    concat!("DEVELO", "PERS.md"),
    concat!("../sha", "red"),
];

/// Words that, before `#` and a number, point to an entry of a list kept elsewhere.
const ENTRIES: [&str; 7] = ["issue", "issues", "fix", "fixes", "close", "closes", "request"];

pub fn alone(file: &File) -> Found {
    let mut found = Vec::new();
    for (at, line) in file.text.lines().enumerate() {
        let places = ELSEWHERE.iter().filter(|place| line.contains(**place));
        found.extend(places.map(|place| (at + 1, format!("{place} lies elsewhere"))));
        if points_to_entry(line) {
            found.push((at + 1, "an entry of a list kept elsewhere".to_owned()));
        }
    }
    found
}

fn points_to_entry(line: &str) -> bool {
    let line = line.to_lowercase();
    line.match_indices('#').any(|(at, _)| {
        let word = line[..at].trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        ENTRIES.contains(&word) && line[at + 1..].starts_with(|c: char| c.is_ascii_digit())
    })
}
