//! The short sections: `[files]`, `[lottery]`, `[bonds]`, `[groups]`, `[mandate]`.

use super::super::cells;
use super::super::codes::Code;
use super::walk::{Walk, dotted};
use super::{PlanFile, entries};
use crate::model::{Closeness, Draw, Mandate};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

type Value<'t> = &'t Spanned<DeValue<'t>>;

/// `[files]`: two relative paths.
pub(super) fn files(walk: &mut Walk, section: Range<usize>, value: Value, plan: &mut PlanFile) {
    let Some(table) = walk.table("files", value) else { return };
    let mut seen = [false; 2];
    for (key, span, value) in entries(table) {
        match key {
            "dwellings" => {
                seen[0] = true;
                plan.dwellings = path(walk, "files.dwellings", value);
            }
            "households" => {
                seen[1] = true;
                plan.households = path(walk, "files.households", value);
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

/// `[lottery]`: the seed, if it is known already.
pub(super) fn lottery(walk: &mut Walk, value: Value, plan: &mut PlanFile) {
    let Some(table) = walk.table("lottery", value) else { return };
    for (key, span, value) in entries(table) {
        if key != "seed" {
            walk.unknown("lottery", key, span, &["seed"]);
        } else if let Some(number) = value.get_ref().as_integer() {
            // 0042 and 42 would be one number, but are two seeds.
            let problem = walk.problem(Code::SeedNotText, "lottery.seed", value.span());
            walk.problems.push(problem.with("value", number.as_str()));
        } else {
            plan.draw = walk.text("lottery.seed", value).map(|seed| Draw { seed: seed.to_owned() });
        }
    }
}

/// `[bonds]`: how near, and at what cost.
pub(super) fn bonds(walk: &mut Walk, value: Value, plan: &mut PlanFile) {
    let Some(table) = walk.table("bonds", value) else { return };
    for (key, span, value) in entries(table) {
        match key {
            "level" => match walk.one_of("bonds.level", value, &["stairwell", "building", "estate"]) {
                Some("building") => plan.bonds.level = Closeness::Building,
                Some("estate") => plan.bonds.level = Closeness::Estate,
                _ => plan.bonds.level = Closeness::Stairwell,
            },
            "may_cost_tiers" => {
                let tiers = walk.whole("bonds.may_cost_tiers", value, (0, i64::from(u32::MAX)));
                plan.bonds.may_cost_tiers = tiers.unwrap_or(0);
            }
            _ => walk.unknown("bonds", key, span, &["level", "may_cost_tiers"]),
        }
    }
}

/// `[groups]`: label = its other spellings. A spelling stands for one label only, and a label for itself.
pub(super) fn groups(walk: &mut Walk, value: Value, plan: &mut PlanFile) {
    let Some(table) = walk.table("groups", value) else { return };
    let labels: Vec<&str> = entries(table).map(|(label, ..)| label.trim()).collect();
    for (label, span, value) in entries(table) {
        let path = dotted("groups", label);
        let label = label.trim();
        walk.visible("groups", label, span.clone());
        if label.is_empty() {
            let problem = walk.problem(Code::EmptyText, &path, span).with("key", "groups");
            walk.problems.push(problem);
        }
        let Some(list) = value.get_ref().as_array() else {
            walk.wrong_kind(&path, value, "array");
            continue;
        };
        for item in list.iter() {
            let Some(alias) = walk.name(&path, item) else { continue };
            let earlier = plan.aliases.get(alias).map(String::as_str);
            let other = earlier.or_else(|| labels.iter().find(|l| **l == alias).copied());
            if let Some(other) = other.filter(|other| *other != label) {
                let problem = walk.problem(Code::AliasTwice, &path, item.span()).with("alias", alias);
                walk.problems.push(problem.with("first", other).with("second", label));
                continue;
            }
            plan.aliases.insert(alias.to_owned(), label.to_owned());
        }
    }
}

/// `[mandate]`: all four or none.
pub(super) fn mandate(walk: &mut Walk, section: Range<usize>, value: Value, plan: &mut PlanFile) {
    const KEYS: [&str; 4] = ["authority", "reason", "expires", "signed_by"];
    let Some(table) = walk.table("mandate", value) else { return };
    let mut found: [Option<Option<String>>; 4] = Default::default();
    for (key, span, value) in entries(table) {
        let path = dotted("mandate", key);
        match KEYS.iter().position(|known| *known == key) {
            Some(2) => found[2] = Some(expiry(walk, &path, value)),
            Some(place) => found[place] = Some(walk.text(&path, value).map(str::to_owned)),
            None => walk.unknown("mandate", key, span, &KEYS),
        }
    }
    for (key, found) in KEYS.iter().zip(&found) {
        if found.is_none() {
            walk.missing(&dotted("mandate", key), section.clone());
        }
    }
    let [Some(Some(authority)), Some(Some(reason)), Some(Some(expires)), Some(Some(signed_by))] = found else {
        return;
    };
    plan.mandate = Some(Mandate { authority, reason, expires, signed_by });
}

/// A TOML date, or the same in quotation marks.
pub(super) fn expiry(walk: &mut Walk, key: &str, value: Value) -> Option<String> {
    let written = match value.get_ref() {
        DeValue::Datetime(date) => date.to_string(),
        DeValue::String(text) => text.trim().to_owned(),
        _ => {
            walk.wrong_kind(key, value, "date");
            return None;
        }
    };
    let date = cells::date(&written);
    if date.is_none() {
        let problem = walk.problem(Code::BadDate, key, value.span()).with("key", key);
        walk.problems.push(problem.with("value", written));
    }
    date
}
