//! Sentences live in `data/words`, so that each can be said in every language.

use super::{File, Found};
use crate::source::{Kind, Token};

/// Whose messages are for programmers: faults of the program and reasons for lints, which nobody translates.
const FOR_PROGRAMMERS: [&str; 11] = [
    "expect",
    "expect_err",
    "panic",
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "unreachable",
    "compile_error",
    "allow",
];

/// From so many words on, a text is taken for a sentence.
const WORDS: usize = 4;

pub fn sentences(file: &File) -> Found {
    // A town is written in English: its files are sample data, not messages. And a store speaks SQL.
    if file.in_room(&["town", "store"]) {
        return Vec::new();
    }
    let mut found = Vec::new();
    // Whom each open bracket belongs to.
    let mut callers: Vec<&str> = Vec::new();
    for (at, token) in file.live.iter().enumerate() {
        match (token.kind, token.text) {
            (Kind::Mark, "(" | "[" | "{") => callers.push(caller(&file.live[..at])),
            (Kind::Mark, ")" | "]" | "}") => drop(callers.pop()),
            (Kind::Text, text) => {
                let for_users = !callers.iter().any(|name| FOR_PROGRAMMERS.contains(name));
                if for_users && is_sentence(text) {
                    found.push((token.line, format!("a sentence: {text}")));
                }
            }
            _ => {}
        }
    }
    found
}

/// The name before a bracket: a function's, or a macro's with `!`.
fn caller<'a>(before: &[Token<'a>]) -> &'a str {
    let name = match before {
        [.., name, mark] if mark.is("!") => Some(name),
        [.., name] => Some(name),
        [] => None,
    };
    name.filter(|name| name.kind == Kind::Word).map_or("", |name| name.text)
}

fn is_sentence(text: &str) -> bool {
    let word = |word: &str| {
        let word = word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '{' && c != '}');
        !word.is_empty() && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))
    };
    let chinese = text.contains(['。', '，', '；', '！', '？']);
    chinese || text.split_whitespace().filter(|part| word(part)).count() >= WORDS
}
