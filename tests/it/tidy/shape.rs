//! The shape of files: a card at the door of every room, sizes that fit a screen, nothing left lying about.

use super::{File, Found};
use crate::source::{begins, closing, functions};

const FILE_LINES: usize = 400;
const FUNCTION_LINES: usize = 70;
const LINE_LETTERS: usize = 120;

/// What a card says of its room, in this order.
const CARD: [&str; 4] = ["Knows", "Does not know", "Comes from", "Goes to"];

/// Every room's `mod.rs` begins with its card.
pub fn cards(file: &File) -> Found {
    let Some(room) = file.room.filter(|room| file.path == format!("src/{room}/mod.rs")) else { return Vec::new() };
    let card: Vec<&str> = file.text.lines().take_while(|line| line.starts_with("//!")).collect();
    let mut found = Vec::new();
    if !card.first().is_some_and(|line| line.starts_with(&format!("//! # {room}: "))) {
        found.push((1, format!("the card's title is missing: `//! # {room}: …`")));
    }
    let mut last = 0;
    for part in CARD {
        match card.iter().position(|line| line.starts_with(&format!("//! - **{part}**: "))) {
            Some(at) if at > last => last = at,
            _ => found.push((1, format!("the card's line **{part}** is missing or out of place"))),
        }
    }
    found
}

/// Files, functions and lines are short.
pub fn sizes(file: &File) -> Found {
    if !file.path.ends_with(".rs") {
        return Vec::new();
    }
    let mut found = Vec::new();
    let lines = file.text.lines().count();
    if lines > FILE_LINES {
        found.push((lines, format!("a file of {lines} lines")));
    }
    for (at, text) in file.text.lines().enumerate() {
        let letters = text.chars().count();
        if letters > LINE_LETTERS {
            found.push((at + 1, format!("a line of {letters} letters")));
        }
    }
    for (from, to) in functions(&file.tokens) {
        let (first, last) = (file.tokens[from].line, file.tokens[to - 1].line);
        let lines = last + 1 - first;
        if lines > FUNCTION_LINES {
            found.push((first, format!("`{}` has {lines} lines", file.tokens[from + 1].text)));
        }
    }
    found
}

/// Nothing unfinished.
pub fn leftovers(file: &File) -> Found {
    let left = file
        .tokens
        .windows(2)
        .filter(|pair| pair[1].is("!") && ["todo", "unimplemented", "dbg"].iter().any(|name| pair[0].is(name)));
    left.map(|pair| (pair[0].line, format!("{}! is left over", pair[0].text))).collect()
}

/// A lint that is switched off says why.
pub fn reasons(file: &File) -> Found {
    let tokens = &file.tokens;
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let attribute = ["allow", "expect"].iter().find(|name| {
            begins(&tokens[at..], &["#", "[", name, "("]) || begins(&tokens[at..], &["#", "!", "[", name, "("])
        });
        let Some(name) = attribute else { continue };
        let open = at + if tokens[at + 1].is("!") { 2 } else { 1 };
        if !tokens[open..closing(tokens, open)].iter().any(|token| token.is("reason")) {
            found.push((tokens[at].line, format!("{name} without a reason")));
        }
    }
    found
}
