//! Rust sources as tokens and paths, for tests that read the house. Comments are left out, texts are whole, and
//! nothing more of the grammar is known than these tests ask for.

use std::path::{Path as Folder, PathBuf};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name or a keyword.
    Word,
    /// A number with its suffix.
    Number,
    /// What stands between the quotation marks of a text, escapes as they are.
    Text,
    /// `::`, or any other single mark.
    Mark,
}

/// A token and the line it begins in.
#[derive(Clone, Copy, Debug)]
pub struct Token<'a> {
    pub kind: Kind,
    pub text: &'a str,
    pub line: usize,
}

impl Token<'_> {
    /// Whether it is this mark or this word, and not a text of the same letters.
    pub fn is(&self, text: &str) -> bool {
        self.text == text && matches!(self.kind, Kind::Word | Kind::Mark)
    }
}

/// The tokens of a source.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut lexer = Lexer { text, at: 0, line: 1, tokens: Vec::new() };
    while lexer.at < text.len() {
        lexer.step();
    }
    lexer.tokens
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    tokens: Vec<Token<'a>>,
}

impl<'a> Lexer<'a> {
    fn step(&mut self) {
        let rest = &self.text[self.at..];
        let first = rest.chars().next().expect("there is a rest");
        if rest.starts_with("//") {
            self.skip(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.skip(block_comment(rest));
        } else if let Some((before, after)) = text_marks(rest) {
            let end = text_end(&rest[before..], after) + before;
            self.token(Kind::Text, &rest[before..end - after], end);
        } else if first == '\'' {
            self.skip(letter_or_lifetime(rest));
        } else if first.is_ascii_digit() {
            // After a dot the digits are a field of a tuple, so that `a.0.1` is not a fraction.
            let field = self.tokens.last().is_some_and(|token| token.is("."));
            let end = if field { word_end(rest) } else { number_end(rest) };
            self.token(Kind::Number, &rest[..end], end);
        } else if first == '_' || first.is_alphabetic() {
            let end = word_end(rest);
            self.token(Kind::Word, &rest[..end], end);
        } else if first.is_whitespace() {
            self.skip(first.len_utf8());
        } else {
            let end = if rest.starts_with("::") { 2 } else { first.len_utf8() };
            self.token(Kind::Mark, &rest[..end], end);
        }
    }

    fn token(&mut self, kind: Kind, text: &'a str, length: usize) {
        self.tokens.push(Token { kind, text, line: self.line });
        self.skip(length);
    }

    fn skip(&mut self, length: usize) {
        self.line += self.text[self.at..self.at + length].matches('\n').count();
        self.at += length;
    }
}

fn word_end(rest: &str) -> usize {
    rest.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(rest.len())
}

fn number_end(rest: &str) -> usize {
    let whole = word_end(rest);
    let Some(fraction) = rest[whole..].strip_prefix('.') else { return whole };
    match fraction.chars().next() {
        // A range, or a method of a number.
        Some(c) if c == '.' || c == '_' || c.is_alphabetic() => whole,
        _ => whole + 1 + word_end(fraction),
    }
}

/// Length of a comment that may hold others.
fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        let here = &rest.as_bytes()[at..];
        let step = match here {
            [b'/', b'*', ..] => (1, 2),
            [b'*', b'/', ..] => (-1, 2),
            _ => (0, 1),
        };
        depth += step.0;
        at += step.1;
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

/// Lengths of the opening and closing marks, where a text begins here: `"`, `b"`, `r#"` and the like.
fn text_marks(rest: &str) -> Option<(usize, usize)> {
    let kinds = rest.trim_start_matches(['b', 'c']);
    let raw = kinds.strip_prefix('r').map(|raw| (raw, raw.len() - raw.trim_start_matches('#').len()));
    let (quoted, hashes) = raw.map_or((kinds, 0), |(raw, hashes)| (&raw[hashes..], hashes));
    let before = rest.len() - quoted.len() + 1;
    (quoted.starts_with('"') && before <= hashes + 3).then_some((before, if raw.is_some() { hashes + 1 } else { 1 }))
}

/// Where a text ends, its closing marks included; `rest` begins behind the opening ones.
fn text_end(rest: &str, closing: usize) -> usize {
    let hashes = "#".repeat(closing - 1);
    let mut escaped = false;
    for (at, c) in rest.char_indices() {
        if c == '"' && !escaped && rest[at + 1..].starts_with(&hashes) {
            return at + closing;
        }
        // Only plain texts have escapes; a raw one with no hashes and a backslash before its end is not in use here.
        escaped = c == '\\' && !escaped && hashes.is_empty();
    }
    panic!("a text is never closed: {}", &rest[..rest.len().min(40)]);
}

/// Length of `'x'`, `'\n'` or `'lifetime`.
fn letter_or_lifetime(rest: &str) -> usize {
    let inner = &rest[1..];
    let first = inner.chars().next().map_or(0, char::len_utf8);
    if inner.starts_with('\\') {
        let after = inner[2..].find('\'').expect("a letter is closed");
        2 + after + 2
    } else if inner[first..].starts_with('\'') {
        first + 2
    } else {
        1 + word_end(inner)
    }
}

/// Position behind the bracket that closes the one at `open`.
pub fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.text {
            "(" | "[" | "{" if token.kind == Kind::Mark => depth += 1,
            ")" | "]" | "}" if token.kind == Kind::Mark => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

/// Whether tokens begin with these words and marks.
pub fn begins(tokens: &[Token], with: &[&str]) -> bool {
    tokens.len() >= with.len() && tokens.iter().zip(with).all(|(token, text)| token.is(text))
}

/// The tokens without the items under `#[cfg(test)]`.
pub fn without_tests<'a>(tokens: &[Token<'a>]) -> Vec<Token<'a>> {
    let mut live = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if begins(&tokens[at..], &["#", "[", "cfg", "(", "test", ")", "]"]) {
            let end = tokens[at + 7..].iter().position(|token| token.is(";") || token.is("{"));
            let end = end.map_or(tokens.len(), |end| at + 7 + end);
            at = if tokens.get(end).is_some_and(|token| token.is("{")) { closing(tokens, end) } else { end + 1 };
        } else {
            live.push(tokens[at]);
            at += 1;
        }
    }
    live
}

/// Functions: the position of `fn`, and the position behind the body.
pub fn functions(tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if !tokens[at].is("fn") || tokens.get(at + 1).is_none_or(|name| name.kind != Kind::Word) {
            continue;
        }
        let mut body = at;
        while body < tokens.len() && !tokens[body].is("{") && !tokens[body].is(";") {
            // Types such as `[u8; 3]` stand inside brackets.
            body = if tokens[body].is("(") || tokens[body].is("[") { closing(tokens, body) } else { body + 1 };
        }
        if tokens.get(body).is_some_and(|token| token.is("{")) {
            found.push((at, closing(tokens, body)));
        }
    }
    found
}

/// A path such as `crate::model::Roll`. Groups in braces are written out, one path for each.
#[derive(Debug)]
pub struct Path<'a> {
    pub parts: Vec<&'a str>,
    pub line: usize,
    /// Whether `use` stands before it.
    pub import: bool,
    /// Whether `as` stands after it.
    pub renamed: bool,
}

/// All paths, single names included.
pub fn paths<'a>(tokens: &[Token<'a>]) -> Vec<Path<'a>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].kind != Kind::Word {
            at += 1;
            continue;
        }
        let before = &tokens[..at];
        let import = before.iter().rev().find(|token| !token.is("::")).is_some_and(|token| token.is("use"));
        at = branch(tokens, at, &[], import, &mut found);
    }
    found
}

fn branch<'a>(tokens: &[Token<'a>], mut at: usize, stem: &[&'a str], import: bool, out: &mut Vec<Path<'a>>) -> usize {
    let (mut parts, line) = (stem.to_vec(), tokens[at].line);
    loop {
        parts.push(tokens[at].text);
        at += 1;
        if !tokens.get(at).is_some_and(|token| token.is("::")) {
            break;
        }
        match tokens.get(at + 1) {
            Some(next) if next.kind == Kind::Word || next.is("*") => at += 1,
            Some(next) if next.is("{") => {
                let end = closing(tokens, at + 1);
                at += 2;
                while at < end - 1 {
                    let name = tokens[at].kind == Kind::Word || tokens[at].is("*");
                    at = if name { branch(tokens, at, &parts, import, out) } else { at + 1 };
                }
                return end;
            }
            _ => break,
        }
    }
    let renamed = tokens.get(at).is_some_and(|token| token.is("as"));
    out.push(Path { parts, line, import, renamed });
    // The new name is no path.
    if import && renamed { at + 2 } else { at }
}

/// The project's own text files below `folders` and beside the manifest, by their path from there. Files that are
/// not text are left out.
pub fn files(folders: &[&str]) -> Vec<(String, String)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in folders {
        collect(&root, &root.join(folder), &mut found);
    }
    found.sort();
    found
}

fn collect(root: &Folder, place: &Folder, found: &mut Vec<(String, String)>) {
    let Ok(entries) = std::fs::read_dir(place) else {
        if let Ok(text) = std::fs::read_to_string(place) {
            let path = place.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
            found.push((path, text));
        }
        return;
    };
    for entry in entries {
        collect(root, &entry.expect("a readable folder").path(), found);
    }
}
