//! The settings of a scenario, each of the kind that its axis asks for.

use super::super::codes::Code;
use super::super::fold::nearest;
use super::sweep::Against;
use super::walk::{Walk, dotted};
use super::{Entry, entries};
use crate::model::Setting;
use crate::model::scenario::{AXES, Axis, Kind, Labels};
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

type Value<'t> = &'t Spanned<DeValue<'t>>;

/// The axis of a key, or a problem with the nearest known one.
pub(super) fn axis(walk: &mut Walk, section: &str, (key, span, _): &Entry) -> Option<&'static Axis> {
    let found = AXES.iter().find(|axis| axis.key == *key);
    if found.is_none() {
        let known: Vec<&str> = AXES.iter().map(|axis| axis.key).collect();
        walk.unknown(section, key, span.clone(), &known);
    }
    found
}

/// The setting of an axis; `base` is what the names in it are held against, if there is a base.
pub(super) fn setting(
    walk: &mut Walk,
    path: &str,
    axis: &Axis,
    value: Value,
    base: Option<&Against>,
) -> Option<Setting> {
    match axis.kind {
        Kind::Whole(lowest, highest) => walk.integer(path, value, (lowest, highest)).map(Setting::Whole),
        Kind::OneOf(words) => walk.one_of(path, value, words).map(|word| Setting::Word(word.to_owned())),
        Kind::Shares(labels) => match value.get_ref().as_table() {
            Some(table) => shares(walk, path, table, value, labels, base),
            None => walk.integer(path, value, (0, 100)).map(Setting::Whole),
        },
        Kind::Target => match value.get_ref().as_table() {
            Some(table) => target(walk, path, table, value, base),
            None => walk.one_of(path, value, &["estate"]).map(|word| Setting::Word(word.to_owned())),
        },
        Kind::Buildings => buildings(walk, path, value, base),
    }
}

fn shares(
    walk: &mut Walk,
    path: &str,
    table: &DeTable,
    value: Value,
    labels: Labels,
    base: Option<&Against>,
) -> Option<Setting> {
    let mut found = BTreeMap::new();
    for (label, span, value) in entries(table) {
        let path = dotted(path, label);
        let share = walk.integer(&path, value, (0, 100));
        let known = match labels {
            Labels::Priorities => label == "none" || label.parse::<u32>().is_ok_and(|priority| priority > 0),
            Labels::Groups => base.is_none_or(|base| base.groups.iter().any(|group| group == label)),
        };
        if !known {
            let names: Vec<&str> = match labels {
                Labels::Priorities => vec!["1", "2", "3", "none"],
                Labels::Groups => base.map_or(Vec::new(), |base| base.groups.iter().map(String::as_str).collect()),
            };
            let problem = walk.problem(Code::UnknownLabel, &path, span).with("key", &path).with("value", label);
            walk.problems.push(problem.with("near", nearest(label, names)));
        } else if let Some(share) = share {
            found.insert(label.to_owned(), share);
        }
    }
    if let (Labels::Groups, Some(base)) = (labels, base) {
        let missing = missing(table, base);
        if !missing.is_empty() {
            let problem = walk.problem(Code::CapsMissing, path, value.span()).with("key", path);
            walk.problems.push(problem.with("missing", missing.join(", ")));
            return None;
        }
    }
    Some(Setting::Table(found))
}

/// Groups of the base that a table does not name.
fn missing<'b>(table: &DeTable, base: &'b Against) -> Vec<&'b str> {
    let named = |group: &&str| entries(table).any(|(label, ..)| label == *group);
    base.groups.iter().map(String::as_str).filter(|group| !named(group)).collect()
}

/// A share for every group: a lopsided target is refused in a simulation as well.
fn target(walk: &mut Walk, path: &str, table: &DeTable, value: Value, base: Option<&Against>) -> Option<Setting> {
    let mut found = BTreeMap::new();
    for (label, span, value) in entries(table) {
        let path = dotted(path, label);
        let share = walk.integer(&path, value, (1, 100));
        let groups = base.map_or(&[][..], |base| &base.groups);
        if base.is_some() && !groups.iter().any(|group| group == label) {
            let near = nearest(label, groups.iter().map(String::as_str));
            let problem = walk.problem(Code::TargetUnknownGroup, &path, span).with("group", label);
            walk.problems.push(problem.with("near", near));
        }
        found.insert(label.to_owned(), share?);
    }
    let missing = base.map_or(Vec::new(), |base| missing(table, base));
    if !missing.is_empty() {
        let problem = walk.problem(Code::LopsidedTarget, path, value.span());
        walk.problems.push(problem.with("missing", missing.join(", ")));
        return None;
    }
    let sum: i64 = found.values().sum();
    if sum != 100 {
        let problem = walk.problem(Code::TargetSum, path, value.span()).with("sum", sum);
        walk.problems.push(problem);
        return None;
    }
    Some(Setting::Table(found))
}

/// One building or a list of them, each `estate/building`.
fn buildings(walk: &mut Walk, path: &str, value: Value, base: Option<&Against>) -> Option<Setting> {
    let mut list = Vec::new();
    let one = |walk: &mut Walk, value: Value, list: &mut Vec<String>| {
        let Some(name) = walk.name(path, value) else { return };
        let known = |base: &Against| base.buildings.iter().any(|building| building == name);
        if base.is_none_or(known) {
            list.push(name.to_owned());
            return;
        }
        let near = base.map_or(String::new(), |base| nearest(name, base.buildings.iter().map(String::as_str)));
        let problem = walk.problem(Code::NoSuchBuilding, path, value.span()).with("value", name);
        walk.problems.push(problem.with("near", near));
    };
    match value.get_ref().as_array() {
        Some(array) => array.iter().for_each(|value| one(walk, value, &mut list)),
        None => one(walk, value, &mut list),
    }
    (!list.is_empty()).then_some(Setting::List(list))
}
