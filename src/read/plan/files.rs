//! `[files]`: a relative path for each table, or a small table with the path and how to read it.

use super::super::codes::Code;
use super::super::dates::{DateSystem, date};
use super::super::hints::Hints;
use super::super::source::Encoding;
use super::walk::{Walk, dotted};
use super::{PlanFile, entries};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

type Value<'t> = &'t Spanned<DeValue<'t>>;

/// A table that the plan file names.
#[derive(Default)]
pub(in crate::read) struct TableFile {
    /// Its path, as written.
    pub path: Option<String>,
    /// How to read it.
    pub hints: Hints,
}

/// Keys of every table, then those of households alone.
const KEYS: [&str; 8] = ["path", "sheet", "header_row", "encoding", "delimiter", "rows", "size", "listed_on"];
const OF_ALL: usize = 5;

/// `[files]`.
pub(super) fn files(walk: &mut Walk, section: Range<usize>, value: Value, plan: &mut PlanFile) {
    let Some(table) = walk.table("files", value) else { return };
    let mut seen = [false; 2];
    for (key, span, value) in entries(table) {
        match key {
            "dwellings" => {
                seen[0] = true;
                file(walk, "files.dwellings", value, &KEYS[..OF_ALL], &mut plan.dwellings);
            }
            "households" => {
                seen[1] = true;
                file(walk, "files.households", value, &KEYS, &mut plan.households);
            }
            _ => walk.unknown("files", key, span, &["dwellings", "households"]),
        }
    }
    for (seen, key) in seen.into_iter().zip(["files.dwellings", "files.households"]) {
        if !seen {
            walk.missing(key, section.clone());
        }
    }
}

fn file(walk: &mut Walk, key: &str, value: Value, keys: &[&str], file: &mut TableFile) {
    let Some(table) = value.get_ref().as_table() else {
        file.path = path(walk, key, value);
        return;
    };
    let mut has_path = false;
    let hints = &mut file.hints;
    for (name, span, value) in entries(table) {
        let full = dotted(key, name);
        match name {
            "path" => {
                has_path = true;
                file.path = path(walk, &full, value);
            }
            "sheet" => hints.sheet = walk.text(&full, value).map(str::to_owned),
            "header_row" => hints.header_row = walk.whole(&full, value, (1, 1_048_576)),
            "encoding" => hints.encoding = encoding(walk, &full, value),
            "delimiter" => hints.delimiter = delimiter(walk, &full, value),
            "rows" if keys.contains(&name) => {
                let word = walk.one_of(&full, value, &["household", "person"]);
                hints.person_rows = word.map(|word| word == "person");
            }
            "size" if keys.contains(&name) => {
                let word = walk.one_of(&full, value, &["stated", "counted"]);
                hints.stated_size = word.map(|word| word == "stated");
            }
            "listed_on" if keys.contains(&name) => hints.as_of = day(walk, &full, value),
            _ => walk.unknown(key, name, span, keys),
        }
    }
    if !has_path {
        walk.missing(&dotted(key, "path"), value.span());
    }
}

/// A plan's folder can be moved and sent only while its paths are relative.
fn path(walk: &mut Walk, key: &str, value: Value) -> Option<String> {
    let path = walk.text(key, value)?;
    let drive = path.as_bytes().get(1) == Some(&b':');
    if path.starts_with(['/', '\\', '~']) || drive || path.contains("://") {
        let problem = walk.problem(Code::PathNotRelative, key, value.span()).with("key", key);
        walk.problems.push(problem.with("value", path));
        return None;
    }
    Some(path.to_owned())
}

fn encoding(walk: &mut Walk, key: &str, value: Value) -> Option<Encoding> {
    let name = walk.text(key, value)?;
    let known = Encoding::of_name(name);
    if known.is_none() {
        not_one_of(walk, key, value, name, &Encoding::all());
    }
    known
}

fn delimiter(walk: &mut Walk, key: &str, value: Value) -> Option<char> {
    let Some(text) = value.get_ref().as_str() else {
        walk.wrong_kind(key, value, "string");
        return None;
    };
    let known = match text {
        "tab" | "\t" => Some('\t'),
        "comma" | "," => Some(','),
        "semicolon" | ";" => Some(';'),
        "\u{ff0c}" => Some('，'),
        _ => None,
    };
    if known.is_none() {
        not_one_of(walk, key, value, text, &[",", ";", "tab", "\u{ff0c}"]);
    }
    known
}

fn not_one_of(walk: &mut Walk, key: &str, value: Value, found: &str, allowed: &[&str]) {
    let problem = walk.problem(Code::NotOneOf, key, value.span()).with("key", key).with("value", found);
    walk.problems.push(problem.with("allowed", allowed.join(" ")));
}

/// A whole day: a TOML date, or the same in quotation marks.
pub(super) fn day(walk: &mut Walk, key: &str, value: Value) -> Option<String> {
    let written = match value.get_ref() {
        DeValue::Datetime(date) => date.to_string(),
        DeValue::String(text) => text.trim().to_owned(),
        _ => {
            walk.wrong_kind(key, value, "date");
            return None;
        }
    };
    let day = date(&written, DateSystem::From1900).filter(|date| !date.month_only && !date.converted);
    if day.is_none() {
        let problem = walk.problem(Code::BadDate, key, value.span()).with("key", key);
        walk.problems.push(problem.with("value", written));
    }
    day.map(|date| date.iso)
}
