//! `[mix]`: the target, one tolerance per level for all groups alike. What is aimed at single groups is refused.

use super::super::codes::Code;
use super::super::fold;
use super::super::groups::Groups;
use super::super::problem::Problems;
use super::entries;
use super::walk::{Source, Walk, dotted};
use crate::model::{Effort, Reference, Target};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The section as written.
pub(in crate::read) struct Mix {
    /// How long to search.
    pub effort: Effort,
    target: Target,
    shares: Option<Vec<Share>>,
    strays: Vec<Stray>,
    span: Range<usize>,
    shares_span: Range<usize>,
}

/// A share of the target table; `percent` is `None` where it is not a good number.
struct Share {
    label: String,
    span: Range<usize>,
    percent: Option<u32>,
}

/// A key nobody knows: either a slip, or a cap aimed at a group. Which of them is known only with the groups.
struct Stray {
    section: &'static str,
    key: String,
    span: Range<usize>,
    inner: Vec<String>,
}

const KEYS: [&str; 5] = ["target", "estate", "building", "stairwell", "effort"];

/// Reads the section.
pub(super) fn read(walk: &mut Walk, value: &Spanned<DeValue>) -> Mix {
    let mut mix = Mix {
        effort: Effort::Normal,
        target: Target::default(),
        shares: None,
        strays: Vec::new(),
        span: value.span(),
        shares_span: value.span(),
    };
    let Some(table) = walk.table("mix", value) else { return mix };
    for (key, span, value) in entries(table) {
        match key {
            "target" => target(walk, value, &mut mix),
            "estate" => mix.target.estate = level(walk, "mix.estate", value, &mut mix, 10),
            "building" => mix.target.building = level(walk, "mix.building", value, &mut mix, 7),
            "stairwell" => mix.target.stairwell = level(walk, "mix.stairwell", value, &mut mix, 12),
            "effort" => {
                mix.effort = match walk.one_of("mix.effort", value, &["quick", "normal", "thorough"]) {
                    Some("quick") => Effort::Quick,
                    Some("thorough") => Effort::Thorough,
                    _ => Effort::Normal,
                }
            }
            _ => mix.strays.push(stray("mix", key, span, value)),
        }
    }
    mix
}

fn stray(section: &'static str, key: &str, span: Range<usize>, value: &Spanned<DeValue>) -> Stray {
    let inner = |table: &DeTable| entries(table).map(|(key, ..)| key.to_owned()).collect();
    let inner = value.get_ref().as_table().map(inner).unwrap_or_default();
    Stray { section, key: key.to_owned(), span, inner }
}

fn target(walk: &mut Walk, value: &Spanned<DeValue>, mix: &mut Mix) {
    let Some(table) = value.get_ref().as_table() else {
        walk.one_of("mix.target", value, &["estate"]);
        return;
    };
    let mut shares = Vec::new();
    for (label, span, value) in entries(table) {
        let percent = walk.whole(&dotted("mix.target", label), value, (1, 100));
        shares.push(Share { label: label.trim().to_owned(), span, percent });
    }
    mix.shares_span = value.span();
    mix.shares = Some(shares);
}

/// The tolerance of a level; `usual` where nothing or nothing good is said.
fn level(walk: &mut Walk, path: &'static str, value: &Spanned<DeValue>, mix: &mut Mix, usual: u32) -> u32 {
    let Some(table) = walk.table(path, value) else { return usual };
    let mut tolerance = None;
    for (key, span, value) in entries(table) {
        let full = dotted(path, key);
        match key {
            "tolerance" if value.get_ref().is_table() => {
                let problem = walk.problem(Code::LopsidedTolerance, &full, value.span()).with("key", &full);
                walk.problems.push(problem);
            }
            "tolerance" => tolerance = walk.whole(&full, value, (0, 100)),
            "company" if path == "mix.stairwell" => {
                mix.target.company = walk.whole(&full, value, (0, i64::from(u32::MAX))).unwrap_or(3);
            }
            _ => mix.strays.push(stray(path, key, span, value)),
        }
    }
    tolerance.unwrap_or(usual)
}

/// Holds the section against the groups of the roll (sorted; `None` where the files could not be read) and makes
/// the target of it.
pub(in crate::read) fn settle(
    mix: &Mix,
    groups: Option<&[String]>,
    spelled: &Groups,
    source: Source,
    problems: &mut Problems,
) -> Target {
    let mut walk = Walk { source, problems };
    for stray in &mix.strays {
        judge(&mut walk, stray, groups, spelled);
    }
    let mut target = mix.target.clone();
    match (&mix.shares, groups) {
        (Some(shares), Some(groups)) => {
            target.reference = Reference::Shares(by_group(&mut walk, mix, shares, groups, spelled));
        }
        (Some(shares), None) => check_sum(&mut walk, mix, shares),
        (None, _) => {}
    }
    target
}

fn check_sum(walk: &mut Walk, mix: &Mix, shares: &[Share]) {
    let sum: Option<u64> = shares.iter().map(|share| share.percent.map(u64::from)).sum();
    if let Some(sum) = sum.filter(|sum| *sum != 100) {
        let problem = walk.problem(Code::TargetSum, "mix.target", mix.shares_span.clone()).with("sum", sum);
        walk.problems.push(problem);
    }
}

fn judge(walk: &mut Walk, stray: &Stray, groups: Option<&[String]>, spelled: &Groups) {
    const CAPS: [&str; 9] = ["cap", "quota", "max", "min", "limit", "reserve", "ceiling", "上限", "配额"];
    let folded = fold::header(&stray.key);
    let names_group = |key: &String| {
        let label = spelled.label(key.trim());
        label != key.trim() || groups.is_some_and(|groups| groups.iter().any(|g| g == label))
    };
    let cap = CAPS.iter().any(|word| folded.contains(word));
    if cap || names_group(&stray.key) || stray.inner.iter().any(names_group) {
        let path = dotted(stray.section, &stray.key);
        let problem = walk.problem(Code::GroupCap, &path, stray.span.clone()).with("key", &path);
        walk.problems.push(problem);
        return;
    }
    let known: &[&str] = match stray.section {
        "mix" => &KEYS,
        "mix.stairwell" => &["tolerance", "company"],
        _ => &["tolerance"],
    };
    walk.unknown(stray.section, &stray.key, stray.span.clone(), known);
}

/// Shares in the order of the roll's groups. Every group must be named, each once, and no other.
fn by_group(walk: &mut Walk, mix: &Mix, shares: &[Share], groups: &[String], spelled: &Groups) -> Vec<u32> {
    let mut named: Vec<Option<&Share>> = vec![None; groups.len()];
    for share in shares {
        let label = spelled.label(&share.label);
        let path = dotted("mix.target", &share.label);
        let Ok(place) = groups.binary_search_by(|g| g.as_str().cmp(label)) else {
            let problem = walk.problem(Code::TargetUnknownGroup, &path, share.span.clone()).with("group", &share.label);
            let near = fold::nearest(&share.label, groups.iter().map(String::as_str));
            walk.problems.push(problem.with("near", near));
            continue;
        };
        if let Some(first) = named[place] {
            let problem = walk.problem(Code::TargetGroupTwice, &path, share.span.clone()).with("group", label);
            walk.problems.push(problem.with("first", &first.label).with("second", &share.label));
        }
        named[place] = Some(share);
    }
    let missing: Vec<&str> =
        named.iter().zip(groups).filter(|(n, _)| n.is_none()).map(|(_, group)| group.as_str()).collect();
    if missing.is_empty() {
        check_sum(walk, mix, shares);
    } else {
        // A refusal is enough: what the shares of some groups add up to does not matter.
        let problem = walk.problem(Code::LopsidedTarget, "mix.target", mix.span.clone());
        walk.problems.push(problem.with("missing", missing.join(", ")));
    }
    named.iter().map(|share| share.and_then(|s| s.percent).unwrap_or(0)).collect()
}
