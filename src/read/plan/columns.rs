//! `[columns]`: which header is which column, where the file is not understood by itself. Either for both tables at
//! once, or under `[columns.dwellings]` and `[columns.households]`; either way round, `persons = "人口"` or
//! `"人口" = "persons"`.

use super::super::codes::Code;
use super::super::headers::{Wanted, is_canonical, refused};
use super::super::{dwellings, households};
use super::files::TableFile;
use super::walk::{Walk, dotted};
use super::{PlanFile, entries};
use toml::Spanned;
use toml::de::DeValue;

type Value<'t> = &'t Spanned<DeValue<'t>>;

/// Reads the section.
pub(super) fn read(walk: &mut Walk, value: Value, plan: &mut PlanFile) {
    let Some(table) = walk.table("columns", value) else { return };
    for (key, span, value) in entries(table) {
        let path = dotted("columns", key);
        match key {
            "dwellings" if value.get_ref().is_table() => {
                of_table(walk, &path, value, &mut [(&dwellings::COLUMNS, &mut plan.dwellings)]);
            }
            "households" if value.get_ref().is_table() => {
                of_table(walk, &path, value, &mut [(&households::COLUMNS, &mut plan.households)]);
            }
            _ => {
                let mut both: [Target; 2] =
                    [(&dwellings::COLUMNS, &mut plan.dwellings), (&households::COLUMNS, &mut plan.households)];
                entry(walk, "columns", (key, span, value), &mut both);
            }
        }
    }
}

type Target<'p> = (&'static [Wanted], &'p mut TableFile);

fn of_table(walk: &mut Walk, section: &str, value: Value, target: &mut [Target]) {
    let Some(table) = walk.table(section, value) else { return };
    for found in entries(table) {
        entry(walk, section, found, target);
    }
}

fn entry(walk: &mut Walk, section: &str, (key, span, value): super::Entry, targets: &mut [Target]) {
    let path = dotted(section, key);
    if key == "ignore" {
        let Some(list) = value.get_ref().as_array() else {
            walk.wrong_kind(&path, value, "array");
            return;
        };
        for item in list.iter() {
            let Some(name) = walk.name(&path, item) else { continue };
            targets.iter_mut().for_each(|(_, file)| file.hints.ignore.push(name.to_owned()));
        }
        return;
    }
    let Some(text) = walk.text(&path, value) else { return };
    let known = |name: &str, targets: &[Target]| targets.iter().any(|(wanted, _)| is_canonical(name, wanted));
    let (column, header) = match (known(key, targets), known(text, targets)) {
        (true, _) => (key, text),
        (false, true) => (text, key),
        (false, false) => {
            let all: Vec<&str> = targets.iter().flat_map(|(wanted, _)| wanted.iter().map(|w| w.name)).collect();
            walk.unknown(section, key, span, &all);
            return;
        }
    };
    if let Some(kind) = refused(header) {
        let problem = walk.problem(Code::RefusedMapping, &path, value.span()).with("header", header);
        walk.problems.push(problem.with("kind", kind));
        return;
    }
    let mut fitting: Vec<&mut Target> = targets.iter_mut().filter(|(wanted, _)| is_canonical(column, wanted)).collect();
    // A name that both tables know is a wish where there are two, not a must.
    let sure = fitting.len() == 1;
    for (_, file) in &mut fitting {
        let list = if sure { &mut file.hints.columns } else { &mut file.hints.perhaps };
        list.push((column.to_owned(), header.to_owned()));
    }
}
