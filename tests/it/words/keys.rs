//! The keys that the program asks for, read from its sources.

use crate::source::{Kind, Token, begins, closing, functions, tokens, without_tests};
use std::collections::{BTreeMap, BTreeSet};

/// Rooms that say something; the others hand over codes.
const SPEAKING: [&str; 2] = ["src/cli/", "src/report/"];

/// Keys put together at run time, as the sources write them. What stands in the braces is worked out by
/// `keys` of the module above; a new form must be worked out there before it is added here.
const TEMPLATES: [&str; 11] = [
    "{}-title",
    "{}-{}",
    "fault-{}",
    "promise-{}",
    "level-{}",
    "status-{}",
    "result-{}",
    "outcome-{}",
    "mechanism-{}",
    "figure-{}",
    "axis-{}",
];

/// The same for help: of shared arguments, of commands, of their arguments. [`commands`] works them out.
const HELP: [&str; 3] = ["help-arg-{}", "help-{}", "help-{}-{}"];

/// What the program says.
#[derive(Debug, Default)]
pub struct Keys {
    /// Keys put together at run time, and the parameters given to each.
    pub built: BTreeMap<String, BTreeSet<String>>,
    /// Keys written out where the program speaks: all must exist.
    pub said: BTreeSet<String>,
    /// Whole texts of the sources: a key among them is in use.
    pub texts: BTreeSet<String>,
    /// Key, place, and the parameters that are given in the function it is said in.
    pub given: Vec<(String, String, BTreeSet<String>)>,
    /// Sentences that are to use, together, all of these parameters.
    pub together: Vec<(Vec<String>, BTreeSet<String>)>,
    /// Templates that are not in the lists above.
    pub strange: BTreeSet<String>,
}

impl Keys {
    /// Adds keys put together at run time.
    pub fn build(&mut self, keys: impl IntoIterator<Item = String>, params: &BTreeSet<String>) {
        self.built.extend(keys.into_iter().map(|key| (key, params.clone())));
    }

    /// Whether the program can say this.
    pub fn known(&self, key: &str) -> bool {
        self.built.contains_key(key) || self.texts.contains(key)
    }
}

/// The keys written out in sources, given as path and text.
pub fn keys_of_sources(files: &[(&str, &str)]) -> Keys {
    let mut keys = Keys::default();
    let speaking = files.iter().filter(|(path, _)| SPEAKING.iter().any(|room| path.starts_with(room)));
    for (path, text) in speaking.filter(|(path, _)| !path.contains("/tests")) {
        let live = without_tests(&tokens(text));
        for (at, token) in live.iter().enumerate().filter(|(_, token)| token.kind == Kind::Text) {
            let asked = asked_for(&live[..at]);
            if asked || is_key(token.text) {
                keys.said.insert(token.text.to_owned());
            }
            let template = template(token.text);
            if template.as_ref().is_some_and(|t| !TEMPLATES.contains(&&**t) && !HELP.contains(&&**t)) {
                keys.strange.insert(format!("{path}:{}: {}", token.line, token.text));
            }
            keys.texts.insert(token.text.to_owned());
        }
        for (from, to) in functions(&live) {
            let body = &live[from..to];
            let given: BTreeSet<String> = pairs(body).map(str::to_owned).collect();
            for (at, token) in body.iter().enumerate().filter(|(_, token)| token.kind == Kind::Text) {
                if asked_for(&body[..at]) || is_key(token.text) {
                    let place = format!("`{}` in {path}", live[from + 1].text);
                    keys.given.push((token.text.to_owned(), place, given.clone()));
                }
            }
        }
    }
    keys
}

impl Keys {
    /// Adds the keys that a page asks for: `t("key", name=value)`.
    pub fn of_page(&mut self, path: &str, text: &str) {
        for (at, _) in text.match_indices("t(\"") {
            let before = text[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let rest = &text[at + 3..];
            let (Some(end), Some(close)) = (rest.find('"'), rest.find(')')) else { continue };
            let key = rest[..end].to_owned();
            let name = |part: &str| part.trim().split_once('=').map(|(name, _)| name.trim().to_owned());
            let given = rest[end + 1..close.max(end + 1)].split(',').filter_map(name).collect();
            self.said.insert(key.clone());
            self.texts.insert(key.clone());
            self.given.push((key, path.to_owned(), given));
        }
    }
}

/// Whether what comes next is the key of a sentence: `words.say(`, `.plain(`, `.say_text(`.
fn asked_for(before: &[Token]) -> bool {
    ["say", "plain", "say_text"]
        .iter()
        .any(|name| before.len() >= 3 && begins(&before[before.len() - 3..], &[".", name, "("]))
}

/// In a room that speaks, small words joined by hyphens are a key and nothing else.
fn is_key(text: &str) -> bool {
    let words = || text.split('-');
    words().count() > 1 && words().all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()))
}

/// A text of the form `word-{value}`, whatever stands in the braces.
fn template(text: &str) -> Option<String> {
    let mut form = String::new();
    let mut depth = 0;
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth > 0 => continue,
            _ => {}
        }
        form.push(c);
    }
    let part = |part: &str| part == "{}" || !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase());
    (form.contains("{}") && form.contains('-') && form.split('-').all(part)).then_some(form)
}

/// First texts of pairs such as `("count", 3.into())`.
fn pairs<'a>(body: &[Token<'a>]) -> impl Iterator<Item = &'a str> {
    let pair = |three: &[Token<'a>]| {
        (three[0].is("(") && three[1].kind == Kind::Text && three[2].is(",")).then_some(three[1].text)
    };
    body.windows(3).filter_map(pair)
}

/// The help keys of all commands and their arguments, from the structs that clap makes them of.
pub fn commands(source: &str) -> Vec<String> {
    let tokens = tokens(source);
    let mut keys = Vec::new();
    for at in 0..tokens.len() {
        if !begins(&tokens[at..], &["#", "[", "derive", "("]) {
            continue;
        }
        let derives = |name| tokens[at..closing(&tokens, at + 1)].iter().any(|token| token.is(name));
        let Some(open) = tokens[at..].iter().position(|token| token.is("{")).map(|open| at + open) else { break };
        let fields = fields(&tokens[open..closing(&tokens, open)]).filter(|field| *field != "command");
        if derives("Parser") {
            keys.extend(fields.map(|field| format!("help-arg-{field}")));
        } else if derives("Args") {
            let name = kebab(tokens[open - 1].text);
            keys.push(format!("help-{name}"));
            keys.extend(fields.map(|field| format!("help-{name}-{field}")));
        }
    }
    keys
}

/// Names of the public fields of a struct.
fn fields<'a>(body: &[Token<'a>]) -> impl Iterator<Item = &'a str> {
    body.windows(3).filter(|three| three[0].is("pub") && three[2].is(":")).map(|three| three[1].text)
}

/// `RollDigest` as it is typed: `roll-digest`.
fn kebab(name: &str) -> String {
    let mut typed = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !typed.is_empty() {
            typed.push('-');
        }
        typed.extend(c.to_lowercase());
    }
    typed
}
