//! Tables: the rows of a file below a header that is understood, cell by cell.

use super::SourceFile;
use super::cells;
use super::clean::{Trouble, is_clean, mend};
use super::codes::Code;
use super::dates::{self, DateSystem, Written};
use super::fold;
use super::headers::{self, Care, Header, Known, Need, Wanted};
use super::hints::Hints;
use super::problem::{Problem, Problems};
use super::repairs::Repair;
use super::skipped;
use super::source::Sheet;
use csv::StringRecord;
use std::ops::ControlFlow;

pub(super) use super::source::Mark;
pub(super) use super::text::{cell_spans, each_record, utf8};

/// A table with its header understood.
pub(super) struct Table<'f> {
    file: &'f SourceFile,
    wanted: &'static [Wanted],
    sheet: Sheet<'f>,
    width: usize,
    /// Positions that are read, with the column each is.
    used: Vec<(usize, usize)>,
    /// Columns that were worked out from others: their position behind the last one, and that of their origin.
    derived: Vec<(usize, usize)>,
    /// What became of the header.
    pub header: Header,
}

/// A row with as many cells as the header.
pub(super) struct Row<'r, 'f> {
    table: &'r Table<'f>,
    record: &'r StringRecord,
    /// Where it starts.
    pub mark: Mark,
    /// Whether something is wrong with it already, so that it cannot be used.
    pub spoiled: bool,
}

/// How many rows there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Rows {
    /// Below the header, blank lines not counted.
    pub all: u64,
}

impl<'f> Table<'f> {
    /// Reads the header; `None` where the file cannot be read as a table with the required columns.
    pub(super) fn open(
        file: &'f SourceFile,
        wanted: &'static [Wanted],
        hints: &Hints,
        problems: &mut Problems,
    ) -> Option<Self> {
        let before = problems.blocking;
        let named = hints.columns.iter().chain(&hints.perhaps).map(|(_, header)| fold::header(header)).collect();
        let sheet = Sheet::open(file, &Known { wanted, named }, hints, problems)?;
        let (header, found) = headers::recognise(&file.name, &sheet.header, wanted, hints);
        for (position, mut problem) in found {
            problem.row = Some(sheet.form.header_row);
            if let (Some(position), 1) = (position, sheet.form.header_rows) {
                problem.span = sheet.header_span(position);
            }
            problems.push(problem);
        }
        let note = |code| {
            let mut note = Problem::new(code, &file.name);
            note.row = Some(sheet.form.header_row);
            note
        };
        if !header.recognised.ignored.is_empty() {
            problems.push(note(Code::UnknownColumns).with("columns", header.recognised.ignored.join(", ")));
        }
        if sheet.form.titles > 0 {
            problems.push(note(Code::TitleRows).with("count", sheet.form.titles).with("row", sheet.form.header_row));
        }
        let places = |column: usize| header.at[column].iter().map(move |&position| (position, column));
        let used = (0..wanted.len()).flat_map(places).collect();
        let width = header.names.len();
        let table = Table { file, wanted, sheet, width, used, derived: Vec::new(), header };
        (problems.blocking == before).then_some(table)
    }

    /// Adds a column whose cells are worked out from another column. Returns its position.
    pub(super) fn derive(&mut self, column: usize, origin: usize) -> usize {
        let position = self.width + self.derived.len();
        self.derived.push((position, origin));
        self.header.at[column] = vec![position];
        position
    }

    /// How day numbers count here.
    pub(super) fn dates(&self) -> DateSystem {
        self.sheet.dates
    }

    /// What was found out about the file.
    pub(super) fn form(&mut self) -> &mut super::Form {
        &mut self.sheet.form
    }

    /// How many cells a row has, derived ones included.
    pub(super) fn width(&self) -> usize {
        self.width + self.derived.len()
    }

    /// Visits every row of data; totals, blank rows and the like are listed. Returns how many rows there are; `None`
    /// where there is none or their ends cannot be told.
    pub(super) fn each(&self, problems: &mut Problems, mut visit: impl FnMut(&Row, &mut Problems)) -> Option<Rows> {
        let needed: Vec<usize> = (0..self.wanted.len())
            .filter(|&column| matches!(self.wanted[column].need, Need::Required | Need::Unless(_)))
            .filter_map(|column| self.header.at[column].first().copied())
            .collect();
        let shape = skipped::Shape { names: &self.header.names, needed: &needed };
        let mut rows = Rows::default();
        let mut ordinal = 0u64;
        let read = self.sheet.each(|record, mark| {
            ordinal += 1;
            if ordinal > self.sheet.before {
                rows.all += 1;
                self.one(record, mark, &shape, problems, &mut visit);
            }
            ControlFlow::Continue(())
        });
        if let Err(broken) = read {
            problems.push(self.sheet.broken(broken));
            return None;
        }
        if rows.all == 0 {
            problems.push(Problem::new(Code::NoRows, &self.file.name));
            return None;
        }
        Some(rows)
    }

    fn one(
        &self,
        record: &StringRecord,
        mark: Mark,
        shape: &skipped::Shape,
        problems: &mut Problems,
        visit: &mut impl FnMut(&Row, &mut Problems),
    ) {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            problems.push(self.problem(Code::BlankRow, mark, None));
            return;
        }
        if let Some(code) = skipped::kind(record, shape) {
            problems.push(self.problem(code, mark, None));
            return;
        }
        let extra_blank = || record.iter().skip(self.width).all(|cell| cell.trim().is_empty());
        let fits = record.len() == self.width || self.sheet.is_ragged() || record.len() > self.width && extra_blank();
        if !fits {
            let problem = self.problem(Code::RaggedRow, mark, None);
            problems.push(problem.with("found", record.len()).with("expected", self.width));
            return;
        }
        let clean = |(position, column): &(usize, usize)| {
            self.wanted[*column].care == Care::Loose || record.get(*position).is_some_and(is_clean)
        };
        if record.len() == self.width && self.used.iter().all(clean) {
            visit(&self.row(record, mark), problems);
        } else {
            let before = problems.blocking;
            let record = self.mended(record, mark, problems);
            let spoiled = problems.blocking > before;
            visit(&Row { spoiled, ..self.row(&record, mark) }, problems);
        }
    }

    /// The row with its cells mended and as wide as the header.
    fn mended(&self, record: &StringRecord, mark: Mark, problems: &mut Problems) -> StringRecord {
        let mut cells: Vec<std::borrow::Cow<str>> =
            (0..self.width).map(|at| record.get(at).unwrap_or_default().into()).collect();
        for &(position, column) in &self.used {
            let care = self.wanted[column].care;
            let Some(text) = record.get(position).filter(|text| !is_clean(text)) else { continue };
            let mended = mend(text, care);
            for repair in mended.repairs {
                problems.repairs.count(repair);
            }
            if let Some(trouble) = mended.trouble.filter(|_| care != Care::Loose) {
                self.trouble(&trouble, mark, (position, column), text.trim(), problems);
            }
            cells[position] = mended.text;
        }
        cells.iter().collect()
    }

    fn trouble(
        &self,
        trouble: &Trouble,
        mark: Mark,
        (position, column): (usize, usize),
        text: &str,
        problems: &mut Problems,
    ) {
        let at = |code| self.problem_at(Problem::new(code, &self.file.name), mark, position);
        let name = self.header.names[position].as_str();
        let name = if name.is_empty() { self.wanted[column].name } else { name };
        let problem = match trouble {
            Trouble::Hidden(found) => {
                let character = format!("U+{:04X}", *found as u32);
                at(Code::HiddenCharacter).with("column", name).with("character", character)
            }
            Trouble::ErrorValue if self.wanted[column].care == Care::Vital => {
                at(Code::VitalErrorValue).with("column", name).with("value", text)
            }
            Trouble::ErrorValue => {
                problems.repairs.count(Repair::ErrorValue);
                at(Code::ErrorValue).with("column", name).with("value", text)
            }
            Trouble::Damaged => at(Code::DamagedNumber).with("column", name).with("value", text),
            Trouble::TurnedToDate => at(Code::TurnedToDate).with("column", name).with("value", text),
        };
        problems.push(problem);
    }

    /// A problem of a row, or of one of its cells.
    pub(super) fn problem(&self, code: Code, mark: Mark, column: Option<usize>) -> Problem {
        let mut problem = Problem::new(code, &self.file.name);
        problem.row = Some(mark.line);
        if let Some(&position) = column.and_then(|c| self.header.at[c].first()) {
            return self.problem_at(problem, mark, position);
        }
        problem
    }

    fn problem_at(&self, mut problem: Problem, mark: Mark, position: usize) -> Problem {
        let position = self.origin(position);
        problem.row = Some(mark.line);
        problem.span = self.sheet.span(mark, position);
        match self.header.names.get(position).filter(|name| !name.is_empty()) {
            Some(name) => problem.column(name),
            None => problem,
        }
    }

    /// The position in the file of a column, which for a derived one is that of its origin.
    fn origin(&self, position: usize) -> usize {
        self.derived.iter().find(|(derived, _)| *derived == position).map_or(position, |(_, origin)| *origin)
    }

    /// The name under which the file knows a column; our own name where it has none.
    pub(super) fn column_name(&self, column: usize, own: &'static str) -> &str {
        let position = self.header.at[column].first().map(|&position| self.origin(position));
        let name = position.and_then(|position| self.header.names.get(position));
        name.map(String::as_str).filter(|name| !name.is_empty()).unwrap_or(own)
    }

    /// A row made from others.
    pub(super) fn row<'r>(&'r self, record: &'r StringRecord, mark: Mark) -> Row<'r, 'f> {
        Row { table: self, record, mark, spoiled: false }
    }
}

impl<'r, 'f> Row<'r, 'f> {
    /// A cell without the spaces around it; blank where the file has no such column.
    pub(super) fn cell(&self, column: usize) -> &'r str {
        self.table.header.at[column].first().map_or("", |&position| self.at(position))
    }

    /// The cells of a numbered column, in the order of their numbers.
    pub(super) fn cells(&self, column: usize) -> impl Iterator<Item = &'r str> + Clone {
        self.table.header.at[column].iter().map(|&position| self.at(position))
    }

    /// Whether the file has a column.
    pub(super) fn has(&self, column: usize) -> bool {
        !self.table.header.at[column].is_empty()
    }

    /// The same row, which is not to be used if `spoiled`.
    pub(super) fn or_spoiled(self, spoiled: bool) -> Self {
        Self { spoiled, ..self }
    }

    /// All its cells, those of the file first.
    pub(super) fn record(&self) -> &'r StringRecord {
        self.record
    }

    fn at(&self, position: usize) -> &'r str {
        self.record.get(position).unwrap_or_default().trim()
    }

    /// A problem of this row's cell in a column.
    pub(super) fn problem(&self, code: Code, column: usize) -> Problem {
        self.table.problem(code, self.mark, Some(column))
    }

    /// Like [`Row::problem`], naming the column.
    pub(super) fn naming(&self, code: Code, column: usize, own: &'static str) -> Problem {
        self.problem(code, column).with("column", self.table.column_name(column, own))
    }

    /// Like [`Row::problem`], naming the column and the value.
    pub(super) fn bad(&self, code: Code, column: usize, own: &'static str, value: &str) -> Problem {
        self.naming(code, column, own).with("value", value)
    }

    /// A cell that must not be blank.
    pub(super) fn needed(&self, column: usize, own: &'static str, problems: &mut Problems) -> &'r str {
        let text = self.cell(column);
        if text.is_empty() {
            problems.push(self.naming(Code::BlankCell, column, own));
        }
        text
    }

    /// A whole number in a range; `None` where blank or wrong.
    pub(super) fn whole(
        &self,
        column: usize,
        own: &'static str,
        range: (i64, i64),
        problems: &mut Problems,
    ) -> Option<i64> {
        let text = self.cell(column);
        if text.is_empty() {
            return None;
        }
        let plain = cells::whole(text);
        let number = plain.or_else(|| cells::whole_in_words(text)).filter(|n| (range.0..=range.1).contains(n));
        match number {
            Some(_) if plain.is_none() => problems.repairs.count(Repair::Number),
            Some(_) => {}
            None => {
                let problem = self.bad(Code::NotWhole, column, own, text);
                problems.push(problem.with("lowest", range.0).with("highest", range.1));
            }
        }
        number
    }

    /// Yes or no; blank is no.
    pub(super) fn yes_no(&self, column: usize, own: &'static str, problems: &mut Problems) -> bool {
        let text = self.cell(column);
        if text.is_empty() {
            return false;
        }
        cells::yes_no(text).unwrap_or_else(|| {
            problems.push(self.bad(Code::NotYesNo, column, own, text));
            false
        })
    }

    /// A date; says what had to be worked out.
    pub(super) fn date(&self, text: &str) -> Option<Written> {
        dates::date(text, self.table.dates())
    }
}
