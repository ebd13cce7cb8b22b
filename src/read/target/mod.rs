//! A published target to measure places against: a TOML or JSON file.
//!
//! ```toml
//! tolerance = 7                       # percentage points, for all groups alike; or [tolerance] by level
//! [target]                            # a share for EVERY group: percent, or fractions of 1
//! A = 40
//! B = 35
//! C = 25
//! [cap]                               # optional, for every group or none; "none" where there is no limit
//! A = 60
//! B = 50
//! C = "none"
//! ```
//!
//! A file of shares alone, the `[mix]` of a plan file, and JSON with the same keys (`null` for no cap) do as well. What
//! names only some groups, or gives each group a tolerance of its own, is refused.

mod tree;

use super::SourceFile;
use super::codes::Code;
use super::fold::nearest;
use super::plan::Source;
use super::problem::{Problem, Problems};
use super::table::utf8;
use crate::model::PublishedTarget;
use std::collections::BTreeMap;
use std::ops::Range;
use tree::{Entry, Node, parse};

const SHARES: [&str; 3] = ["target", "shares", "目标"];
const CAPS: [&str; 3] = ["cap", "caps", "上限"];
const TOLERANCE: [&str; 2] = ["tolerance", "容差"];
const LEVELS: [&str; 3] = ["estate", "building", "stairwell"];

/// Shares are typed as decimals: so far from the whole they may add up.
const SLACK: f64 = 1e-6;

/// What a target is for.
#[derive(Clone, Copy, Debug)]
pub struct Measured<'a> {
    /// The groups, and whether anybody of them lives here.
    pub groups: &'a [(String, bool)],
    /// Names of the levels.
    pub levels: &'a [String],
}

/// Reads a target. `None` while a problem stands.
pub fn target(file: &SourceFile, measured: Measured) -> (Option<PublishedTarget>, Vec<Problem>) {
    let mut problems = Problems::new(false);
    let target = utf8(file, &mut problems).and_then(|(text, base)| {
        let mut reader = Reader { source: Source { file, base }, measured, problems: &mut problems };
        match parse(text) {
            Ok(node) => reader.target(&node),
            Err((span, detail)) => {
                reader.push(Code::TargetSyntax, span, "", &[("detail", &detail)]);
                None
            }
        }
    });
    let target = target.filter(|_| !problems.stop());
    (target, problems.sorted(&[&file.name]))
}

struct Reader<'a> {
    source: Source<'a>,
    measured: Measured<'a>,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn push(&mut self, code: Code, span: Range<usize>, key: &str, params: &[(&'static str, &str)]) {
        let mut problem = self.source.problem(code, span.clone());
        if span == (0..0) {
            (problem.row, problem.span) = (None, None);
        }
        if !key.is_empty() {
            problem = problem.column(key);
        }
        self.problems.push(params.iter().fold(problem, |problem, (name, value)| problem.with(name, value)));
    }

    fn target(&mut self, whole: &Node) -> Option<PublishedTarget> {
        let section = home(whole);
        let flat = section.entry(&SHARES).is_none();
        let nothing = Node::Table(Vec::new());
        let (shares, span) = match section.entry(&SHARES) {
            Some(Entry { node, span, .. }) => (node, span.clone()),
            None => (section, 0..0),
        };
        let others =
            |entry: &&Entry| flat && (CAPS.contains(&entry.key.as_str()) || TOLERANCE.contains(&entry.key.as_str()));
        let named: Vec<&Entry> = shares.entries().iter().filter(|entry| !others(entry)).collect();
        if named.is_empty() || flat && named.iter().all(|entry| matches!(entry.node, Node::Table(_))) {
            self.push(Code::TargetShape, span, "target", &[]);
            return None;
        }
        let mut shares = self.by_group(&named, "target", false)?;
        let caps = section.entry(&CAPS).filter(|caps| !matches!(caps.node, Node::Nothing));
        let named: Vec<&Entry> = caps.map_or(&nothing, |caps| &caps.node).entries().iter().collect();
        let mut caps = if caps.is_some() { self.by_group(&named, "cap", true)? } else { vec![None; shares.len()] };
        let tolerances = self.tolerances(section);
        let sum: f64 = shares.iter().flatten().sum();
        let scale = if (sum - 1.0).abs() <= SLACK { 1.0 } else { 100.0 };
        if (sum / scale - 1.0).abs() > SLACK {
            self.push(Code::TargetTotal, span, "target", &[("sum", &format!("{sum}"))]);
            return None;
        }
        for share in shares.iter_mut().chain(caps.iter_mut()).flatten() {
            *share /= scale;
        }
        for (at, cap) in caps.iter().enumerate() {
            if let Some(cap) = cap.filter(|cap| *cap > 1.0) {
                let key = format!("cap.{}", self.measured.groups[at].0);
                self.push(Code::TargetNumber, 0..0, &key, &[("key", &key), ("value", &format!("{}", cap * scale))]);
            }
        }
        Some(PublishedTarget { shares: shares.into_iter().flatten().collect(), caps, tolerances })
    }

    /// A number for every group. `None` where there are problems.
    fn by_group(&mut self, named: &[&Entry], section: &str, caps: bool) -> Option<Vec<Option<f64>>> {
        let before = (self.problems.blocking, self.problems.list.len());
        let groups = self.measured.groups;
        let mut numbers: Vec<Option<Option<f64>>> = vec![None; groups.len()];
        for entry in named {
            let path = format!("{section}.{}", entry.key);
            let Some(at) = groups.iter().position(|(name, _)| *name == entry.key) else {
                let near = nearest(&entry.key, groups.iter().map(|(name, _)| name.as_str()));
                self.push(
                    Code::TargetUnknownGroup,
                    entry.span.clone(),
                    &path,
                    &[("group", &entry.key), ("near", &near)],
                );
                continue;
            };
            numbers[at] = Some(self.number(entry, &path, caps));
            if !caps && groups[at].1 && numbers[at] == Some(Some(0.0)) {
                self.push(Code::ZeroShare, entry.span.clone(), &path, &[("group", &entry.key)]);
            }
        }
        let missing: Vec<&str> =
            groups.iter().zip(&numbers).filter(|(_, n)| n.is_none()).map(|((name, _), _)| name.as_str()).collect();
        if !missing.is_empty() {
            let code = if caps { Code::LopsidedCaps } else { Code::LopsidedShares };
            let span = named.first().map_or(0..0, |entry| entry.span.clone());
            self.push(code, span, section, &[("missing", &missing.join(", "))]);
        }
        let clean = before == (self.problems.blocking, self.problems.list.len());
        clean.then(|| numbers.into_iter().flatten().collect())
    }

    /// A number from 0 to 100; nothing where a cap says so, or where it is none.
    fn number(&mut self, entry: &Entry, path: &str, caps: bool) -> Option<f64> {
        let shown = match &entry.node {
            Node::Number(number) if (0.0..=100.0).contains(number) => return Some(*number),
            Node::Nothing if caps => return None,
            Node::Text(text) if caps && matches!(text.trim(), "none" | "无") => return None,
            Node::Number(number) => format!("{number}"),
            Node::Text(text) => text.clone(),
            _ => String::new(),
        };
        self.push(Code::TargetNumber, entry.span.clone(), path, &[("key", path), ("value", &shown)]);
        None
    }

    /// Tolerances by level: one number for all, a table by level, or as a plan file has them.
    fn tolerances(&mut self, section: &Node) -> BTreeMap<String, f64> {
        let mut found = BTreeMap::new();
        let mut entries: Vec<(String, &Entry)> = Vec::new();
        for entry in section.entries() {
            match &entry.node {
                Node::Table(levels) if TOLERANCE.contains(&entry.key.as_str()) => {
                    entries.extend(levels.iter().map(|level| (level.key.clone(), level)));
                }
                _ if TOLERANCE.contains(&entry.key.as_str()) => entries.push(("*".to_owned(), entry)),
                Node::Table(_) if LEVELS.contains(&entry.key.as_str()) => {
                    entries.extend(entry.node.entry(&TOLERANCE).map(|tolerance| (entry.key.clone(), tolerance)));
                }
                _ => {}
            }
        }
        for (level, entry) in entries {
            let path = if level == "*" { "tolerance".to_owned() } else { format!("tolerance.{level}") };
            let is_group = |name: &String| self.measured.groups.iter().any(|(group, _)| group == name);
            let known = level == "*" || LEVELS.contains(&level.as_str()) || self.measured.levels.contains(&level);
            if matches!(entry.node, Node::Table(_)) || !known && is_group(&level) {
                self.push(Code::LopsidedTolerance, entry.span.clone(), &path, &[("key", &path)]);
            } else if !known {
                let near = nearest(&level, self.measured.levels.iter().map(String::as_str));
                self.push(Code::UnknownKey, entry.span.clone(), &path, &[("key", &path), ("near", &near)]);
            } else if let Some(points) = self.number(entry, &path, false) {
                found.insert(level, points);
            }
        }
        found
    }
}

/// The table that holds the target: the file itself, the `[mix]` of a plan file, or a published set of values.
fn home(whole: &Node) -> &Node {
    let inside = whole.entry(&["mix", "values", "against_target"]).filter(|_| whole.entry(&SHARES).is_none());
    inside.map_or(whole, |entry| home(&entry.node))
}
