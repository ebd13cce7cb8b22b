//! Rooms, and which room may ask which. The order is what keeps groups away from the draw, and names from the search.

use super::{File, Found};
use crate::source::{Kind, Path, Token, begins, closing, paths};

/// Every room and the rooms it may name, from the ground up. Nobody names `cli`.
const HOUSE: [(&str, &[&str]); 11] = [
    ("model", &[]),
    ("read", &["model"]),
    ("allocate", &["model"]),
    ("measure", &["model"]),
    ("verify", &["model"]),
    ("town", &["model"]),
    ("mix", &["model", "measure"]),
    ("store", &["model", "verify"]),
    ("whatif", &["model", "allocate", "measure", "mix", "verify", "town"]),
    ("report", &["model", "measure", "verify", "whatif"]),
    ("cli", &["model", "read", "allocate", "measure", "verify", "town", "mix", "store", "whatif", "report"]),
];

/// Every folder below `src/` is a room of the house, and only the two roots stand beside them.
pub fn rooms(file: &File) -> Found {
    let known = match (file.room, file.path.strip_prefix("src/")) {
        (Some(room), _) => HOUSE.iter().any(|(name, _)| *name == room),
        (None, Some(root)) => matches!(root, "lib.rs" | "main.rs"),
        (None, None) => true,
    };
    if known { Vec::new() } else { vec![(1, "the house has no such room".to_owned())] }
}

/// No room names another that it may not see. Holds for tests inside of rooms as well.
pub fn arrows(file: &File) -> Found {
    let Some((room, seen)) = HOUSE.iter().find(|(name, _)| Some(*name) == file.room) else { return Vec::new() };
    let mut found: Found =
        paths(&file.tokens).iter().filter_map(|path| Some((path.line, forbidden(path, room, seen)?))).collect();
    found.extend(escapes(file));
    found
}

fn forbidden(path: &Path, room: &str, seen: &[&str]) -> Option<String> {
    match path.parts[..] {
        ["crate", other, ..] if other == room || seen.contains(&other) => None,
        ["crate", other, ..] if other != "self" && other != "*" => Some(format!("{room} may not name {other}")),
        ["crate", _, ..] => Some("the whole house is named; name the room".to_owned()),
        ["crate"] if path.renamed => Some("the whole house is renamed".to_owned()),
        // Inside the library the crate's own name would be a way around this rule.
        ["mixplan", _, ..] => Some("the crate is named by its own name".to_owned()),
        _ => None,
    }
}

/// Chains of `super` that lead out of the room.
fn escapes(file: &File) -> Found {
    let inside = file.path.strip_prefix("src/").expect("a room lies in src").trim_end_matches(".rs");
    let depth = inside.trim_end_matches("/mod").split('/').count();
    let tokens = &file.tokens;
    // Positions at which a module written out in this file ends.
    let mut nested: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        nested.retain(|&end| at < end);
        let inline = matches!(tokens[at..], [word, name, open, ..]
            if word.is("mod") && name.kind == Kind::Word && open.is("{"));
        if inline {
            nested.push(closing(tokens, at + 2));
        }
        let goes_on = at > 0 && tokens[at - 1].is("::") || at > 1 && begins(&tokens[at - 2..], &["pub", "("]);
        if tokens[at].is("super") && !goes_on {
            let (supers, split) = chain(&tokens[at..]);
            if supers >= depth + nested.len() || split {
                found.push((tokens[at].line, "super leads out of the room, or could".to_owned()));
            }
        }
    }
    found
}

/// Length of a chain of `super`, and whether it goes on inside braces, where this rule does not follow it.
fn chain(tokens: &[Token]) -> (usize, bool) {
    let mut supers = 0;
    let mut rest = tokens;
    while begins(rest, &["super", "::"]) {
        (supers, rest) = (supers + 1, &rest[2..]);
    }
    (supers + usize::from(begins(rest, &["super"])), begins(rest, &["{", "super"]))
}
