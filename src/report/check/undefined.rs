//! Values that are not there: `null` in JSON, each with its reason beside the tree.

use super::super::words::Words;
use super::publish::Audience;
use crate::measure::{Undefined, Value};
use serde_json::{Map, Value as Json, json};

/// Marks a value without a number until [`settle`] makes it `null`.
const MARK: &str = "\u{0}undefined";
/// Too few to publish.
pub(super) const HIDDEN: &str = "too-few";

/// A number, or the mark of what is not there.
pub(super) fn number(value: Value) -> Json {
    value.map_or_else(missing, |value| json!(value))
}

/// The mark of what is not there.
pub(super) fn missing(why: Undefined) -> Json {
    json!({ MARK: code(why) })
}

/// The mark of what is not shown.
pub(super) fn hidden() -> Json {
    json!({ MARK: HIDDEN })
}

/// The code of a reason; its sentence is `undefined-` and the code.
pub(super) fn code(why: Undefined) -> &'static str {
    match why {
        Undefined::Nobody => "nobody",
        Undefined::OneGroup => "one-group",
        Undefined::GroupAbsent => "group-absent",
        Undefined::GroupAlone => "group-alone",
        Undefined::EmptyPlace => "empty-place",
        Undefined::NoNeighbours => "no-neighbours",
        Undefined::OnePlace => "one-place",
        Undefined::NotDrawn => "not-drawn",
    }
}

/// Why there is no value, as a sentence.
pub(super) fn sentence(code: &str, words: &Words) -> String {
    words.plain(match code {
        "nobody" => "undefined-nobody",
        "one-group" => "undefined-one-group",
        "group-absent" => "undefined-group-absent",
        "group-alone" => "undefined-group-alone",
        "empty-place" => "undefined-empty-place",
        "no-neighbours" => "undefined-no-neighbours",
        "one-place" => "undefined-one-place",
        "not-drawn" => "undefined-not-drawn",
        _ => "undefined-too-few",
    })
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
            if let Some(code) = map.get(MARK).and_then(Json::as_str) {
                reasons.insert(path, json!({ "code": code, "reason": sentence(code, words) }));
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
