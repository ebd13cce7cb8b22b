//! The house is tidy: the sources are read as text and held against the rules of the house. One rule is one line of
//! [`RULES`]; `planted.rs` spoils a small source for each of them and sees that this rule, and no other, finds it.

mod alone;
mod arrows;
mod packages;
mod planted;
mod pure;
mod sentences;
mod shape;
mod silences;

use crate::source::{Token, files, tokens, without_tests};

/// A rule that is broken, and where.
#[derive(Debug, PartialEq, Eq)]
struct Fault {
    rule: &'static str,
    file: String,
    line: usize,
    what: String,
}

/// A file as the rules see it.
struct File<'a> {
    path: &'a str,
    text: &'a str,
    /// The folder below `src/`; none outside of `src/` and for the two files right in it.
    room: Option<&'a str>,
    /// All tokens; none where the file is not Rust.
    tokens: Vec<Token<'a>>,
    /// The tokens that are part of the program; none in tests and outside of `src/`.
    live: Vec<Token<'a>>,
}

impl<'a> File<'a> {
    fn new(path: &'a str, text: &'a str) -> Self {
        let tokens = if path.ends_with(".rs") { tokens(text) } else { Vec::new() };
        let inside = path.strip_prefix("src/");
        let test = path.contains("/tests/") || path.ends_with("/tests.rs");
        let live = if inside.is_some() && !test { without_tests(&tokens) } else { Vec::new() };
        let room = inside.and_then(|path| path.split_once('/')).map(|(room, _)| room);
        File { path, text, room, tokens, live }
    }

    fn in_room(&self, rooms: &[&str]) -> bool {
        self.room.is_some_and(|room| rooms.contains(&room))
    }
}

/// Lines and what is wrong in them.
type Found = Vec<(usize, String)>;

/// What a rule finds in a file.
type Check = fn(&File) -> Found;

/// The rules of the house by name.
const RULES: [(&str, Check); 12] = [
    ("rooms", arrows::rooms),
    ("arrows", arrows::arrows),
    ("silences", silences::silences),
    ("pure", pure::pure),
    ("whole numbers", pure::whole_numbers),
    ("packages", packages::packages),
    ("sentences", sentences::sentences),
    ("cards", shape::cards),
    ("sizes", shape::sizes),
    ("leftovers", shape::leftovers),
    ("reasons", shape::reasons),
    ("alone", alone::alone),
];

/// All faults of these files, given as path and text.
fn faults(files: &[(&str, &str)]) -> Vec<Fault> {
    let mut all = Vec::new();
    for (path, text) in files {
        let file = File::new(path, text);
        for (rule, check) in RULES {
            let fault = |(line, what)| Fault { rule, file: (*path).to_owned(), line, what };
            all.extend(check(&file).into_iter().map(fault));
        }
    }
    all
}

#[test]
fn the_house_is_tidy() {
    const PLACES: [&str; 10] =
        ["src", "tests", "benches", "examples", "data", ".ci", "README.md", "Cargo.toml", "rustfmt.toml", ".gitignore"];
    let files = files(&PLACES);
    assert!(files.iter().any(|(path, _)| path == "src/lib.rs"), "the sources are found");
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let faults = faults(&files);
    let listed: Vec<String> =
        faults.iter().map(|fault| format!("{}:{}: {}: {}", fault.file, fault.line, fault.rule, fault.what)).collect();
    assert!(listed.is_empty(), "\n{}\n", listed.join("\n"));
}
