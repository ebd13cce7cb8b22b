//! `[fit]`: home types by household size, best first, without holes or overlaps.

use super::super::choices::MARKS;
use super::super::codes::Code;
use super::super::fold::narrow;
use super::entries;
use super::walk::{Walk, dotted};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

/// The fit table, as far as it could be read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::read) enum Fit {
    /// No such section.
    #[default]
    Absent,
    /// There, but with problems; nothing is held against it.
    Broken,
    /// Good.
    Table(Sizes),
}

/// Home types by size.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::read) struct Sizes(Vec<Line>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    key: String,
    span: Range<usize>,
    lowest: u32,
    highest: u32,
    types: Vec<(String, Range<usize>)>,
}

impl Sizes {
    /// Home types for a household of this size; `None` where it is larger than the table provides for.
    pub(in crate::read) fn types(&self, persons: u32) -> Option<Vec<String>> {
        let line = self.0.iter().find(|line| (line.lowest..=line.highest).contains(&persons))?;
        Some(line.types.iter().map(|(name, _)| name.clone()).collect())
    }

    /// The largest size provided for.
    pub(in crate::read) fn largest(&self) -> u32 {
        self.0.iter().map(|line| line.highest).max().unwrap_or(0)
    }

    /// Every home type named, with the key of its line and its place.
    pub(in crate::read) fn all(&self) -> impl Iterator<Item = (&str, &str, Range<usize>)> {
        let types = |line: &'_ Line| line.types.len();
        self.0.iter().flat_map(move |line| {
            (0..types(line)).map(move |i| (line.key.as_str(), line.types[i].0.as_str(), line.types[i].1.clone()))
        })
    }
}

/// Sizes that a key names: `3`, `1-2`, `4+`.
fn sizes(key: &str) -> Option<(u32, u32)> {
    let number = |text: &str| -> Option<u32> {
        let text = text.trim();
        let digits = (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse().ok()).flatten().filter(|n| *n > 0)
    };
    if let Some(lowest) = key.trim().strip_suffix('+') {
        return Some((number(lowest)?, u32::MAX));
    }
    match key.split_once(['-', '–']) {
        Some((lowest, highest)) => Some((number(lowest)?, number(highest)?)).filter(|(low, high)| low <= high),
        None => number(key).map(|n| (n, n)),
    }
}

/// How a range of sizes is written.
fn written(lowest: u32, highest: u32) -> String {
    match (lowest, highest) {
        (_, u32::MAX) => format!("{lowest}+"),
        _ if lowest == highest => lowest.to_string(),
        _ => format!("{lowest}-{highest}"),
    }
}

/// Reads the section.
pub(super) fn read(walk: &mut Walk, value: &Spanned<DeValue>) -> Fit {
    let before = walk.problems.blocking;
    let Some(table) = walk.table("fit", value) else { return Fit::Broken };
    let mut lines = Vec::new();
    for (key, span, value) in entries(table) {
        let path = dotted("fit", key);
        let types = types(walk, &path, value);
        match sizes(key) {
            Some((lowest, highest)) => lines.push(Line { key: path, span, lowest, highest, types }),
            None => {
                let problem = walk.problem(Code::FitKey, &path, span).with("key", key);
                walk.problems.push(problem);
            }
        }
    }
    // A key that is not understood may be the very one that fills a hole.
    if walk.problems.blocking == before {
        lines.sort_by_key(|line| (line.lowest, line.highest));
        holes(walk, &lines, value.span());
    }
    if walk.problems.blocking == before { Fit::Table(Sizes(lines)) } else { Fit::Broken }
}

fn holes(walk: &mut Walk, lines: &[Line], section: Range<usize>) {
    // The line that reaches furthest so far, and the first size it leaves open; 0 = none is open.
    let mut open = 1u32;
    let mut furthest: Option<&Line> = None;
    for line in lines {
        if let Some(other) = furthest.filter(|other| line.lowest <= other.highest) {
            let shared = written(line.lowest, line.highest.min(other.highest));
            let problem = walk.problem(Code::FitOverlap, &line.key, line.span.clone()).with("first", &other.key);
            walk.problems.push(problem.with("second", &line.key).with("sizes", shared));
        } else if line.lowest > open {
            let problem = walk.problem(Code::FitHole, &line.key, line.span.clone());
            walk.problems.push(problem.with("sizes", written(open, line.lowest - 1)));
        }
        if furthest.is_none_or(|other| other.highest < line.highest) {
            furthest = Some(line);
            open = line.highest.saturating_add(1);
        }
    }
    if lines.is_empty() {
        let problem = walk.problem(Code::FitHole, "fit", section).with("sizes", written(1, u32::MAX));
        walk.problems.push(problem);
    }
}

fn types(walk: &mut Walk, path: &str, value: &Spanned<DeValue>) -> Vec<(String, Range<usize>)> {
    let mut types: Vec<(String, Range<usize>)> = Vec::new();
    let Some(list) = value.get_ref().as_array() else {
        walk.wrong_kind(path, value, "array");
        return types;
    };
    if list.is_empty() {
        let problem = walk.problem(Code::FitEmpty, path, value.span()).with("key", path);
        walk.problems.push(problem);
    }
    for item in list.iter() {
        let Some(name) = walk.name(path, item) else { continue };
        if let Some(mark) = name.chars().map(narrow).find(|c| MARKS.contains(c)) {
            let problem = walk.problem(Code::FitTypeMark, path, item.span()).with("key", path).with("value", name);
            walk.problems.push(problem.with("mark", mark));
            continue;
        }
        if types.iter().any(|(known, _)| known == name) {
            let problem = walk.problem(Code::FitTypeTwice, path, item.span()).with("key", path);
            walk.problems.push(problem.with("value", name));
            continue;
        }
        types.push((name.to_owned(), item.span()));
    }
    types
}
