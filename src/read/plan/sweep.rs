//! `scenarios.toml`: where a sweep starts, and which scenarios it tries.

use super::super::codes::Code;
use super::super::problem::{Problem, Problems};
use super::setting::{axis, setting};
use super::walk::{Walk, document, dotted};
use super::{SourceFile, entries};
use crate::model::scenario::Axis;
use crate::model::{Changes, Named, Setting, Start, Sweep};
use std::collections::BTreeSet;
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

type Value<'t> = &'t Spanned<DeValue<'t>>;

/// What the names in a scenario file are held against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Against {
    /// Labels of the groups.
    pub groups: Vec<String>,
    /// Buildings, as `estate/building`.
    pub buildings: Vec<String>,
    /// The seed of the plan file, where it has one.
    pub seed: Option<String>,
}

/// What became of a scenario file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SweepReading {
    /// The sweep; `None` while a problem stands that stops.
    pub sweep: Option<Sweep>,
    /// All problems, by place.
    pub problems: Vec<Problem>,
}

const SECTIONS: [&str; 4] = ["base", "scenarios", "grid", "one_at_a_time"];
const BASE: [&str; 4] = ["plan", "town", "seeds", "changes"];

/// No sweep has more scenarios, and none more seeds.
const MOST: usize = 100_000;

/// Without a number of seeds, so many.
const USUAL_SEEDS: i64 = 10;

/// Reads a scenario file. `load` is given the start of the sweep and says what names are held against; `None` where the
/// start itself has problems, which it tells.
pub fn sweep(file: &SourceFile, load: &mut dyn FnMut(&Start) -> Option<Against>) -> SweepReading {
    let mut problems = Problems::new(false);
    let sweep = read(file, load, &mut problems).filter(|_| !problems.stop());
    SweepReading { sweep, problems: problems.sorted(&[&file.name]) }
}

fn read(file: &SourceFile, load: &mut dyn FnMut(&Start) -> Option<Against>, problems: &mut Problems) -> Option<Sweep> {
    let (source, document) = document(file, problems)?;
    let mut walk = Walk { source, problems };
    let table = document.get_ref();
    let section = |name: &str| entries(table).find(|(key, ..)| *key == name);
    for (key, span, _) in entries(table).filter(|(key, ..)| !SECTIONS.contains(key)) {
        walk.unknown("", key, span, &SECTIONS);
    }
    let Some((_, span, value)) = section("base") else {
        walk.missing("base", 0..0);
        return None;
    };
    let start = start(&mut walk, span, value);
    let against = start.as_ref().and_then(load);
    let mut all = Scenarios { base: Changes::new(), list: Vec::new(), against: against.as_ref() };
    let seeds = all.of_base(&mut walk, value);
    let base = Named { name: "base".to_owned(), changes: all.base.clone(), alone: None };
    all.list.push(base);
    if let Some((_, _, value)) = section("scenarios") {
        all.named(&mut walk, value);
    }
    if let Some((_, _, value)) = section("grid") {
        all.grid(&mut walk, value);
    }
    if let Some((_, _, value)) = section("one_at_a_time") {
        all.one_at_a_time(&mut walk, value);
    }
    all.check_names(&mut walk);
    let first = against.as_ref()?.seed.clone().unwrap_or_else(|| "what-if".to_owned());
    Some(Sweep { start: start?, scenarios: all.list, seeds: seeds?.written(&first) })
}

/// Seeds as written.
enum Seeds {
    Count(i64),
    List(Vec<String>),
}

impl Seeds {
    /// The first seed is that of the plan, so that the base is the plan; the others are numbered.
    fn written(self, first: &str) -> Vec<String> {
        match self {
            Seeds::List(list) => list,
            Seeds::Count(count) => {
                let more = (2..=count).map(|number| format!("{first} / {number}"));
                std::iter::once(first.to_owned()).chain(more).collect()
            }
        }
    }
}

fn start(walk: &mut Walk, section: Range<usize>, value: Value) -> Option<Start> {
    let table = walk.table("base", value)?;
    let mut found = Vec::new();
    let mut told = false;
    for (key, span, value) in entries(table) {
        let start = match key {
            "plan" => walk.text("base.plan", value).map(|path| Start::Plan(path.to_owned())),
            "town" => town(walk, value),
            "seeds" | "changes" => continue,
            _ => {
                walk.unknown("base", key, span, &BASE);
                continue;
            }
        };
        told |= start.is_none();
        found.extend(start);
    }
    if found.len() != 1 && !told {
        let problem = walk.problem(Code::SweepStart, "base", section);
        walk.problems.push(problem);
    }
    found.pop().filter(|_| found.is_empty())
}

fn town(walk: &mut Walk, value: Value) -> Option<Start> {
    let table = walk.table("base.town", value)?;
    let (mut households, mut seed) = (Some(600), None);
    for (key, span, value) in entries(table) {
        match key {
            "households" => households = walk.whole("base.town.households", value, (1, 1_000_000)),
            "seed" => seed = walk.whole("base.town.seed", value, (0, i64::from(u32::MAX))).map(u64::from),
            _ => walk.unknown("base.town", key, span, &["households", "seed"]),
        }
    }
    Some(Start::Town { households: households?, seed })
}

/// The scenarios so far.
struct Scenarios<'a> {
    base: Changes,
    list: Vec<Named>,
    against: Option<&'a Against>,
}

impl Scenarios<'_> {
    /// What the base itself changes; its seeds.
    fn of_base(&mut self, walk: &mut Walk, value: Value) -> Option<Seeds> {
        let mut seeds = Some(Seeds::Count(USUAL_SEEDS));
        for (key, _, value) in entries(value.get_ref().as_table()?) {
            match key {
                "seeds" => seeds = self.seeds(walk, value),
                "changes" => self.base = self.changes(walk, "base.changes", value),
                _ => {}
            }
        }
        seeds
    }

    fn seeds(&self, walk: &mut Walk, value: Value) -> Option<Seeds> {
        let Some(array) = value.get_ref().as_array() else {
            return walk.integer("base.seeds", value, (1, MOST as i64)).map(Seeds::Count);
        };
        let list: Option<Vec<String>> =
            array.iter().map(|seed| walk.text("base.seeds", seed).map(str::to_owned)).collect();
        let mut list = list?;
        let mut known = BTreeSet::new();
        list.retain(|seed| known.insert(seed.clone()));
        if list.is_empty() {
            let problem = walk.problem(Code::EmptyText, "base.seeds", value.span()).with("key", "base.seeds");
            walk.problems.push(problem);
            return None;
        }
        Some(Seeds::List(list))
    }

    /// A table of changes, laid over those of the base.
    fn changes(&self, walk: &mut Walk, path: &str, value: Value) -> Changes {
        let mut changes = self.base.clone();
        let Some(table) = walk.table(path, value) else { return changes };
        for entry in entries(table) {
            let Some(axis) = axis(walk, path, &entry) else { continue };
            let path = dotted(path, axis.key);
            changes.extend(setting(walk, &path, axis, entry.2, self.against).map(|setting| (axis.key, setting)));
        }
        changes
    }

    /// `[scenarios."name"]`.
    fn named(&mut self, walk: &mut Walk, value: Value) {
        let Some(table) = walk.table("scenarios", value) else { return };
        for (name, span, value) in entries(table) {
            let path = dotted("scenarios", name);
            walk.visible("scenarios", name, span);
            let changes = self.changes(walk, &path, value);
            self.list.push(Named { name: name.trim().to_owned(), changes, alone: None });
        }
    }

    /// Axes and the settings of each, from a table of lists.
    fn lists(&self, walk: &mut Walk, path: &str, value: Value) -> Vec<(&'static Axis, Vec<Setting>)> {
        let Some(table) = walk.table(path, value) else { return Vec::new() };
        let mut lists = Vec::new();
        for entry in entries(table) {
            let Some(axis) = axis(walk, path, &entry) else { continue };
            let path = dotted(path, axis.key);
            let Some(array) = entry.2.get_ref().as_array() else {
                walk.wrong_kind(&path, entry.2, "array");
                continue;
            };
            let settings: Vec<Setting> =
                array.iter().filter_map(|value| setting(walk, &path, axis, value, self.against)).collect();
            if !settings.is_empty() {
                lists.push((axis, settings));
            }
        }
        lists
    }

    /// `[grid]`: every combination.
    fn grid(&mut self, walk: &mut Walk, value: Value) {
        let lists = self.lists(walk, "grid", value);
        if lists.is_empty() {
            return;
        }
        let count: u128 = lists.iter().map(|(_, settings)| settings.len() as u128).product();
        if count > MOST as u128 {
            let problem = walk.problem(Code::TooManyScenarios, "grid", value.span());
            walk.problems.push(problem.with("count", count).with("most", MOST));
            return;
        }
        for number in 0..count as usize {
            let mut left = number;
            let mut changes = self.base.clone();
            let mut names = vec![String::new(); lists.len()];
            // The last axis changes fastest, as in nested loops.
            for (place, (axis, settings)) in lists.iter().enumerate().rev() {
                let setting = &settings[left % settings.len()];
                left /= settings.len();
                names[place] = format!("{}={setting}", axis.key);
                changes.insert(axis.key, setting.clone());
            }
            self.list.push(Named { name: names.join(", "), changes, alone: None });
        }
    }

    /// `[one_at_a_time]`: each value alone, all else as in the base.
    fn one_at_a_time(&mut self, walk: &mut Walk, value: Value) {
        for (axis, settings) in self.lists(walk, "one_at_a_time", value) {
            for setting in settings {
                let mut changes = self.base.clone();
                let name = format!("{}={setting} alone", axis.key);
                changes.insert(axis.key, setting);
                self.list.push(Named { name, changes, alone: Some(axis.key) });
            }
        }
    }

    fn check_names(&self, walk: &mut Walk) {
        let mut known = BTreeSet::new();
        for scenario in &self.list {
            if !known.insert(&scenario.name) {
                let problem = walk.problem(Code::ScenarioTwice, "scenarios", 0..0).with("name", &scenario.name);
                walk.problems.push(problem);
            }
        }
    }
}
