//! Values that are not there: `null` in JSON, each with its reason beside the tree.

use super::super::words::Words;
use super::publish::Audience;
use crate::measure::{Undefined, Value};
use serde_json::{Map, Value as Json, json};

/// Marks a value without a number until [`settle`] makes it `null`.
const MARK: &str = "\u{0}undefined";
/// The key of "too few to publish".
pub(super) const HIDDEN: &str = "undefined-too-few";

/// The key of "too many places to list".
pub(super) const TOO_MANY: &str = "undefined-too-many";

/// A mark with the key of its reason.
pub(super) fn mark(key: &str) -> Json {
    json!({ MARK: key })
}

/// A number, or the mark of what is not there.
pub(super) fn number(value: Value) -> Json {
    value.map_or_else(missing, |value| json!(value))
}

/// The mark of what is not there.
pub(super) fn missing(why: Undefined) -> Json {
    mark(key(why))
}

/// The mark of what is not shown.
pub(super) fn hidden() -> Json {
    mark(HIDDEN)
}

/// The key of the sentence of a reason.
pub(super) fn key(why: Undefined) -> &'static str {
    match why {
        Undefined::Nobody => "undefined-nobody",
        Undefined::OneGroup => "undefined-one-group",
        Undefined::GroupAbsent => "undefined-group-absent",
        Undefined::GroupAlone => "undefined-group-alone",
        Undefined::EmptyPlace => "undefined-empty-place",
        Undefined::NoNeighbours => "undefined-no-neighbours",
        Undefined::OnePlace => "undefined-one-place",
        Undefined::NotDrawn => "undefined-not-drawn",
    }
}

/// The code of a reason by its key: what machines read.
pub(super) fn code(key: &str) -> &str {
    key.trim_start_matches("undefined-")
}

/// The tree with `null` for marks, and the reasons by dotted path. For the public, figures are rounded: what many
/// decimals would tell beyond the figure is how it came about.
pub(super) fn settle(mut tree: Json, audience: Audience, words: &Words) -> (Json, Map<String, Json>) {
    let mut reasons = Map::new();
    walk(&mut tree, String::new(), audience == Audience::Public, words, &mut reasons);
    (tree, reasons)
}

fn walk(tree: &mut Json, path: String, rounded: bool, words: &Words, reasons: &mut Map<String, Json>) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match tree {
        Json::Object(map) => {
            if let Some(key) = map.get(MARK).and_then(Json::as_str) {
                reasons.insert(path, json!({ "code": code(key), "reason": words.plain(key) }));
                *tree = Json::Null;
                return;
            }
            for (key, value) in map.iter_mut() {
                // A chance of 1 in 100,001 must not become 0.
                let rounded = rounded && !key.starts_with("p_");
                walk(value, below(key), rounded, words, reasons);
            }
        }
        Json::Array(list) => {
            for (at, value) in list.iter_mut().enumerate() {
                walk(value, below(&at.to_string()), rounded, words, reasons);
            }
        }
        Json::Number(number) if rounded && number.is_f64() => {
            *tree = json!(round(number.as_f64().unwrap_or_default()));
        }
        _ => {}
    }
}

/// Four decimals.
pub(super) fn round(number: f64) -> f64 {
    // Adding 0 turns a negative zero into a plain one.
    (number * 1e4).round() / 1e4 + 0.0
}
