//! `counts.csv` for `check`: text columns are the levels, coarse to fine, whole-number columns are the groups.

use super::cells;
use super::codes::Code;
use super::fold::{self, nearest, plain};
use super::headers;
use super::problem::{Problem, Problems};
use super::table::{Mark, cell_spans, each_record, utf8};
use super::{CountOptions, SourceFile};
use crate::model::CountTable;
use csv::StringRecord;
use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;

/// No count of a place is larger: sums stay exact.
const LARGEST: i64 = 1_000_000_000;

/// What each column of the file is, by position.
struct Roles {
    levels: Vec<usize>,
    groups: Vec<usize>,
}

/// Reads a table of counts. `None` while a problem stands.
///
/// A column named `unit` (or `place`) ends the levels, and all behind it are groups. Without one, columns whose first
/// cell is a number are groups, except those that are known to be places (an estate numbered 1 is no count). Options
/// override both.
pub fn counts(file: &SourceFile, options: &CountOptions) -> (Option<CountTable>, Vec<Problem>) {
    let mut problems = Problems::new(false);
    let table = utf8(file, &mut problems).and_then(|(text, base)| read(file, text, base, options, &mut problems));
    let table = table.filter(|_| !problems.stop());
    (table, problems.sorted(&[&file.name]))
}

fn read(
    file: &SourceFile,
    text: &str,
    base: usize,
    options: &CountOptions,
    problems: &mut Problems,
) -> Option<CountTable> {
    let mut opening: Vec<(Vec<String>, Mark)> = Vec::new();
    each_record(file, text, base, problems, |record, mark, _| {
        opening.push((record.iter().map(|cell| cell.trim().to_owned()).collect(), mark));
        if opening.len() == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let (header, mark) = opening.first()?;
    let Some((first, _)) = opening.get(1) else {
        problems.push(Problem::new(Code::NoRows, &file.name));
        return None;
    };
    let roles = roles(file, header, first, *mark, options, problems)?;
    let mut rows = Rows::new(file, header, &roles);
    let mut records = 0u64;
    each_record(file, text, base, problems, |record, mark, problems| {
        records += 1;
        if records > 1 {
            rows.take(record, mark, problems);
        }
        ControlFlow::Continue(())
    });
    Some(rows.table)
}

fn roles(
    file: &SourceFile,
    header: &[String],
    first: &[String],
    mark: Mark,
    options: &CountOptions,
    problems: &mut Problems,
) -> Option<Roles> {
    let before = problems.blocking;
    let spans = cell_spans(&file.bytes, mark.start).0;
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for (position, name) in header.iter().enumerate() {
        if let Some(&other) = named.get(name.as_str()) {
            let twice = Problem::new(Code::CountColumnTwice, &file.name).at(mark.line, spans[position]);
            problems
                .push(twice.column(name).with("column", name).with("first", other + 1).with("second", position + 1));
        }
        named.insert(name, position);
    }
    let mut asked = |list: &[String], option: &str| -> Vec<usize> {
        let position = |name: &String| {
            let found = header.iter().position(|header| header == name);
            if found.is_none() {
                let near = nearest(name, header.iter().map(String::as_str));
                let unknown = Problem::new(Code::NoSuchCountColumn, &file.name).with("option", option);
                problems.push(unknown.with("column", name).with("near", near));
            }
            found
        };
        list.iter().filter_map(position).collect()
    };
    let end = header.iter().position(|name| matches!(fold::header(name).as_str(), "unit" | "place"));
    let refused = |position: usize| headers::is_refused(&header[position]);
    let number = |position: usize| first.get(position).is_some_and(|cell| is_number(cell));
    let level = |position: usize| match end {
        Some(end) => position <= end,
        None => !number(position) || headers::is_place(&header[position]),
    };
    let levels = match &options.levels {
        Some(list) => asked(list, "--levels"),
        None => (0..header.len()).filter(|&position| level(position) && !refused(position)).collect(),
    };
    let groups = match &options.groups {
        Some(list) => asked(list, "--groups"),
        None => (0..header.len())
            .filter(|&position| {
                !levels.contains(&position) && (end.is_some() || number(position)) && !refused(position)
            })
            .collect(),
    };
    for &position in groups.iter().filter(|position| levels.contains(position)) {
        let both = Problem::new(Code::LevelAndGroup, &file.name).at(mark.line, spans[position]);
        problems.push(both.column(&header[position]).with("column", &header[position]));
    }
    if groups.is_empty() && options.groups.is_none() {
        problems.push(Problem::new(Code::NoGroupColumn, &file.name));
    }
    if levels.is_empty() && options.levels.is_none() {
        problems.push(Problem::new(Code::NoLevelColumn, &file.name));
    }
    (problems.blocking == before).then_some(Roles { levels, groups })
}

/// Whether a cell looks like a number, be it a wrong one: `-3` and `1.5` are meant as counts.
fn is_number(cell: &str) -> bool {
    plain(cell).parse::<f64>().is_ok_and(f64::is_finite)
}

struct Rows<'a> {
    file: &'a SourceFile,
    header: &'a [String],
    roles: &'a Roles,
    table: CountTable,
    numbers: HashMap<String, u32>,
    /// Line of each place, to name both rows of a place that stands twice.
    lines: HashMap<Vec<u32>, u32>,
}

impl<'a> Rows<'a> {
    fn new(file: &'a SourceFile, header: &'a [String], roles: &'a Roles) -> Self {
        let names = |list: &[usize]| list.iter().map(|&position| header[position].clone()).collect();
        let table = CountTable { levels: names(&roles.levels), groups: names(&roles.groups), ..CountTable::default() };
        Self { file, header, roles, table, numbers: HashMap::new(), lines: HashMap::new() }
    }

    fn take(&mut self, record: &StringRecord, mark: Mark, problems: &mut Problems) {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            let mut blank = Problem::new(Code::BlankRow, &self.file.name);
            blank.row = Some(mark.line);
            problems.push(blank);
            return;
        }
        if record.len() != self.header.len() {
            let mut ragged = Problem::new(Code::RaggedRow, &self.file.name);
            ragged.row = Some(mark.line);
            problems.push(ragged.with("found", record.len()).with("expected", self.header.len()));
            return;
        }
        let place = self.table.places() as u32;
        let mut path = Vec::with_capacity(self.roles.levels.len());
        for &position in &self.roles.levels {
            let name = record[position].trim();
            if name.is_empty() {
                let column = &self.header[position];
                problems.push(self.problem(Code::BlankCell, mark, position).with("column", column));
            }
            path.push(self.intern(name));
        }
        if let Some(other) = self.lines.insert(path.clone(), mark.line) {
            let names: Vec<&str> = self.roles.levels.iter().map(|&position| record[position].trim()).collect();
            let at = *self.roles.levels.last().expect("there is a level");
            let twice = self.problem(Code::PlaceTwice, mark, at);
            problems.push(twice.with("place", names.join(" / ")).with("other", other));
        }
        self.table.paths.extend(path);
        for (group, &position) in self.roles.groups.iter().enumerate() {
            match cells::whole(record[position].trim()).filter(|count| (0..=LARGEST).contains(count)) {
                Some(0) => {}
                Some(count) => self.table.cells.push((place, group as u32, count as u64)),
                None => {
                    let bad = self.problem(Code::NotCount, mark, position).with("column", &self.header[position]);
                    problems.push(bad.with("value", record[position].trim()));
                }
            }
        }
    }

    fn intern(&mut self, name: &str) -> u32 {
        if let Some(&known) = self.numbers.get(name) {
            return known;
        }
        let number = self.table.names.len() as u32;
        self.table.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }

    fn problem(&self, code: Code, mark: Mark, position: usize) -> Problem {
        let spans = cell_spans(&self.file.bytes, mark.start).0;
        let mut problem = Problem::new(code, &self.file.name).column(&self.header[position]);
        (problem.row, problem.span) = (Some(mark.line), spans.get(position).copied());
        problem
    }
}
