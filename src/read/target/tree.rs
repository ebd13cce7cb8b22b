//! TOML and JSON as one kind of tree, each value with its place in the file.

use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A value.
pub(super) enum Node {
    Table(Vec<Entry>),
    Number(f64),
    Text(String),
    /// JSON's `null`.
    Nothing,
    Other,
}

/// A key, where it stands, and its value.
pub(super) struct Entry {
    pub key: String,
    pub span: Range<usize>,
    pub node: Node,
}

impl Node {
    pub fn entries(&self) -> &[Entry] {
        if let Node::Table(entries) = self { entries } else { &[] }
    }

    /// The entry of one of these names.
    pub fn entry(&self, names: &[&str]) -> Option<&Entry> {
        self.entries().iter().find(|entry| names.contains(&entry.key.as_str()))
    }
}

/// What a text holds, and whether it is JSON; or where it cannot be read, and why.
pub(super) fn parse(text: &str) -> Result<Node, (Range<usize>, String)> {
    if text.trim_start().starts_with('{') {
        let value: serde_json::Value = serde_json::from_str(text).map_err(|error| {
            let start: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
            (start..start, error.to_string())
        })?;
        return Ok(of_json(value, text));
    }
    let (document, errors) = DeTable::parse_recoverable(text);
    match errors.first() {
        Some(error) => Err((error.span().unwrap_or(0..0), error.message().to_owned())),
        None => Ok(of_table(document.get_ref())),
    }
}

fn of_table(table: &DeTable) -> Node {
    let entry = |(key, value): (&toml::Spanned<std::borrow::Cow<str>>, &toml::Spanned<DeValue>)| Entry {
        key: key.get_ref().trim().to_owned(),
        span: key.span(),
        node: of_toml(value.get_ref()),
    };
    Node::Table(table.iter().map(entry).collect())
}

fn of_toml(value: &DeValue) -> Node {
    match value {
        DeValue::Table(table) => of_table(table),
        DeValue::String(text) => Node::Text(text.to_string()),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or(Node::Other, |number| Node::Number(number as f64)),
        DeValue::Float(number) => number.as_str().parse().map_or(Node::Other, Node::Number),
        _ => Node::Other,
    }
}

fn of_json(value: serde_json::Value, text: &str) -> Node {
    use serde_json::Value;
    match value {
        Value::Null => Node::Nothing,
        Value::Number(number) => number.as_f64().map_or(Node::Other, Node::Number),
        Value::String(text) => Node::Text(text),
        Value::Object(map) => {
            let entry = |(key, value): (String, Value)| {
                let written = format!("\"{key}\"");
                // JSON values come without places; a key that stands once can be found again.
                let mut found = text.match_indices(&written).map(|(at, _)| at..at + written.len());
                let first = found.next().unwrap_or(0..0);
                let span = if found.next().is_none() { first } else { 0..0 };
                Entry { key: key.trim().to_owned(), span, node: of_json(value, text) }
            };
            Node::Table(map.into_iter().map(entry).collect())
        }
        _ => Node::Other,
    }
}
