//! Steps of the walk: a value of the right kind, or a problem with its place.

use super::super::SourceFile;
use super::super::cells::hidden;
use super::super::codes::Code;
use super::super::fold::nearest;
use super::super::problem::{Problem, Problems};
use super::super::text::utf8;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The plan file, for places of problems.
#[derive(Clone, Copy)]
pub(in crate::read) struct Source<'s> {
    /// The file.
    pub file: &'s SourceFile,
    /// Where its text starts, after a BOM.
    pub base: usize,
}

impl Source<'_> {
    /// A problem at a range of the text.
    pub(in crate::read) fn problem(&self, code: Code, span: Range<usize>) -> Problem {
        let (from, to) = (span.start + self.base, span.end + self.base);
        let before = &self.file.bytes[..from.min(self.file.bytes.len())];
        let row = 1 + before.iter().filter(|&&b| b == b'\n').count() as u32;
        Problem::new(code, &self.file.name).at(row, (from, to))
    }
}

/// The TOML of a file and where its text stands; every fault of its syntax is told, and then there is none.
pub(super) fn document<'s>(
    file: &'s SourceFile,
    problems: &mut Problems,
) -> Option<(Source<'s>, Spanned<DeTable<'s>>)> {
    let (text, base) = utf8(file, problems)?;
    let source = Source { file, base };
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let problem = source.problem(Code::TomlSyntax, error.span().unwrap_or(0..0));
        problems.push(problem.with("detail", error.message()));
    }
    errors.is_empty().then_some((source, document))
}

/// A walk over the values of a plan file.
pub(super) struct Walk<'w> {
    /// For places.
    pub source: Source<'w>,
    /// Where problems go.
    pub problems: &'w mut Problems,
}

/// `section.key`, or the key alone at the top.
pub(super) fn dotted(section: &str, key: &str) -> String {
    if section.is_empty() { key.to_owned() } else { format!("{section}.{key}") }
}

/// The whole number that a value holds.
fn integer(value: &DeValue) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

impl Walk<'_> {
    /// A problem of a key.
    pub(super) fn problem(&self, code: Code, key: &str, span: Range<usize>) -> Problem {
        self.source.problem(code, span).column(key)
    }

    /// Says that a value is of the wrong kind. `wanted` is a word that the sentences know.
    pub(super) fn wrong_kind(&mut self, key: &str, value: &Spanned<DeValue>, wanted: &'static str) {
        let found = value.get_ref().type_str();
        let problem = self.problem(Code::WrongKind, key, value.span()).with("key", key);
        self.problems.push(problem.with("found", found).with("wanted", wanted));
    }

    /// Says that nobody knows a key.
    pub(super) fn unknown(&mut self, section: &str, key: &str, span: Range<usize>, known: &[&str]) {
        let path = dotted(section, key);
        let problem = self.problem(Code::UnknownKey, &path, span).with("key", &path);
        self.problems.push(problem.with("near", nearest(key, known.iter().copied())));
    }

    /// Says that a key must be there.
    pub(super) fn missing(&mut self, path: &str, section: Range<usize>) {
        let problem = self.problem(Code::MissingKey, path, section).with("key", path);
        self.problems.push(problem);
    }

    /// A table.
    pub(super) fn table<'t>(&mut self, key: &str, value: &'t Spanned<DeValue<'t>>) -> Option<&'t DeTable<'t>> {
        if value.get_ref().as_table().is_none() {
            self.wrong_kind(key, value, "table");
        }
        value.get_ref().as_table()
    }

    /// A text that is not blank.
    pub(super) fn text<'t>(&mut self, key: &str, value: &'t Spanned<DeValue<'t>>) -> Option<&'t str> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_kind(key, value, "string");
            return None;
        };
        if text.trim().is_empty() {
            let problem = self.problem(Code::EmptyText, key, value.span()).with("key", key);
            self.problems.push(problem);
            return None;
        }
        Some(text)
    }

    /// A name: a text without surrounding spaces and without characters that cannot be seen.
    pub(super) fn name<'t>(&mut self, key: &str, value: &'t Spanned<DeValue<'t>>) -> Option<&'t str> {
        let name = self.text(key, value)?.trim();
        self.visible(key, name, value.span()).then_some(name)
    }

    /// Whether all of a name can be seen; says so if not.
    pub(super) fn visible(&mut self, key: &str, name: &str, span: Range<usize>) -> bool {
        let Some(found) = hidden(name) else { return true };
        let problem = self.problem(Code::HiddenInName, key, span).with("key", key);
        self.problems.push(problem.with("character", format!("U+{:04X}", found as u32)));
        false
    }

    /// One of some words.
    pub(super) fn one_of(
        &mut self,
        key: &str,
        value: &Spanned<DeValue>,
        words: &[&'static str],
    ) -> Option<&'static str> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_kind(key, value, "string");
            return None;
        };
        let word = words.iter().find(|word| **word == text);
        if word.is_none() {
            let problem = self.problem(Code::NotOneOf, key, value.span()).with("key", key).with("value", text);
            self.problems.push(problem.with("allowed", words.join(", ")));
        }
        word.copied()
    }

    /// A whole number in a range that holds nothing below 0.
    pub(super) fn whole(&mut self, key: &str, value: &Spanned<DeValue>, range: (i64, i64)) -> Option<u32> {
        self.integer(key, value, range).and_then(|n| u32::try_from(n).ok())
    }

    /// A whole number in a range.
    pub(super) fn integer(&mut self, key: &str, value: &Spanned<DeValue>, range: (i64, i64)) -> Option<i64> {
        if !value.get_ref().is_integer() {
            self.wrong_kind(key, value, "integer");
            return None;
        }
        let number = integer(value.get_ref()).filter(|n| (range.0..=range.1).contains(n));
        if number.is_none() {
            let written = value.get_ref().as_integer().map_or("", |n| n.as_str());
            let problem = self.problem(Code::OutOfRange, key, value.span()).with("key", key).with("value", written);
            self.problems.push(problem.with("lowest", range.0).with("highest", range.1));
        }
        number
    }
}
