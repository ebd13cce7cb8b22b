//! Comma-separated tables: bytes to rows, each row with its line and its place in the file.

use super::SourceFile;
use super::cells;
use super::codes::Code;
use super::headers::{self, Header, Wanted};
use super::problem::{Problem, Problems};
use csv::StringRecord;
use std::ops::ControlFlow;

/// Where a row starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    /// Line in the file, 1 = first.
    pub line: u32,
    /// Byte in the file.
    pub start: usize,
}

/// A table with its header understood.
pub(super) struct Table<'f> {
    file: &'f SourceFile,
    text: &'f str,
    base: usize,
    width: usize,
    headers: Vec<String>,
    /// What became of the header.
    pub header: Header,
}

/// A row with as many cells as the header.
pub(super) struct Row<'r> {
    table: &'r Table<'r>,
    record: &'r StringRecord,
    /// Where it starts.
    pub mark: Mark,
}

/// The text of a file without its BOM, or a problem: empty, or not UTF-8.
pub(super) fn utf8<'f>(file: &'f SourceFile, problems: &mut Problems) -> Option<(&'f str, usize)> {
    let base = if file.bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    match std::str::from_utf8(&file.bytes[base..]) {
        Ok(text) if text.trim().is_empty() => {
            problems.push(Problem::new(Code::EmptyFile, &file.name));
            None
        }
        Ok(text) => Some((text, base)),
        Err(error) => {
            problems.push(not_utf8(file, base, base + error.valid_up_to()));
            None
        }
    }
}

fn not_utf8(file: &SourceFile, base: usize, offset: usize) -> Problem {
    let before = &file.bytes[..offset];
    let line_start = before.iter().rposition(|&b| b == b'\n').map_or(base, |at| at + 1);
    let row = 1 + before.iter().filter(|&&b| b == b'\n').count() as u32;
    let problem = Problem::new(Code::NotUtf8, &file.name)
        .at(row, (offset, offset + 1))
        .with("offset", offset)
        .with("byte", format!("{:02X}", file.bytes[offset]));
    // The header may be readable although this row is not.
    let column = cell_spans(before, line_start).0.len() - 1;
    let header = cell_spans(&file.bytes, base).0.get(column).map(|&(from, to)| &file.bytes[from..to]);
    match header.and_then(|cell| std::str::from_utf8(cell).ok()) {
        Some(name) if row > 1 => problem.column(name.trim()),
        _ => problem,
    }
}

/// Byte ranges of the cells of the row that starts here, and whether a quotation mark stays open to the end of the
/// file. Only called where something is wrong, so that good rows cost nothing.
pub(super) fn cell_spans(bytes: &[u8], start: usize) -> (Vec<(usize, usize)>, bool) {
    let mut spans = Vec::new();
    let (mut from, mut quoted) = (start, false);
    for at in start..bytes.len() {
        match bytes[at] {
            b'"' if quoted || at == from => quoted = !quoted,
            // A doubled mark inside quotes closes and opens again.
            b'"' if bytes[from] == b'"' && bytes[at - 1] == b'"' => quoted = true,
            b',' if !quoted => {
                spans.push((from, at));
                from = at + 1;
            }
            b'\n' | b'\r' if !quoted => {
                spans.push((from, at));
                return (spans, false);
            }
            _ => {}
        }
    }
    spans.push((from, bytes.len()));
    (spans, quoted)
}

/// Reads all records, blank lines skipped, each with its mark.
pub(super) fn each_record(
    file: &SourceFile,
    text: &str,
    base: usize,
    problems: &mut Problems,
    mut visit: impl FnMut(&StringRecord, Mark, &mut Problems) -> ControlFlow<()>,
) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    while reader.read_record(&mut record).expect("reading checked text from memory cannot fail") {
        let position = record.position().expect("a record that was read has a position");
        let mut mark = Mark { line: position.line() as u32, start: position.byte() as usize };
        // The reader's position stands before the line ends that it skips.
        while let Some(end @ (b'\r' | b'\n')) = text.as_bytes().get(mark.start) {
            mark.line += u32::from(*end == b'\n');
            mark.start += 1;
        }
        mark.start += base;
        let last = reader.position().byte() as usize >= text.len();
        if last && let (spans, true) = cell_spans(&file.bytes, mark.start) {
            let open = *spans.last().expect("a row has a cell");
            let line = mark.line + file.bytes[mark.start..open.0].iter().filter(|&&b| b == b'\n').count() as u32;
            problems.push(Problem::new(Code::OpenQuote, &file.name).at(line, (open.0, open.0 + 1)));
            continue;
        }
        if visit(&record, mark, problems).is_break() {
            return;
        }
    }
}

impl<'f> Table<'f> {
    /// Reads the header; `None` where the file cannot be read as a table with the required columns.
    pub(super) fn open(file: &'f SourceFile, wanted: &[Wanted], problems: &mut Problems) -> Option<Self> {
        let before = problems.blocking;
        let (text, base) = utf8(file, problems)?;
        let mut headers: Option<(Vec<String>, Mark)> = None;
        each_record(file, text, base, problems, |record, mark, _| {
            headers = Some((record.iter().map(str::to_owned).collect(), mark));
            ControlFlow::Break(())
        });
        let (headers, mark) = headers?;
        let (header, found) = headers::recognise(&file.name, &headers, wanted, problems);
        let spans = cell_spans(&file.bytes, mark.start).0;
        for (position, problem) in found {
            problems.push(problem.at(mark.line, spans[position]));
        }
        if !header.recognised.ignored.is_empty() {
            let mut note = Problem::new(Code::UnknownColumns, &file.name);
            note.row = Some(mark.line);
            problems.push(note.with("columns", header.recognised.ignored.join(", ")));
        }
        let table = Table { file, text, base, width: headers.len(), headers, header };
        (problems.blocking == before).then_some(table)
    }

    /// Visits every row that has the right number of cells and is not blank; the others are listed. Returns how many
    /// rows there are; `None` where there is none or their ends cannot be told.
    pub(super) fn each(&self, problems: &mut Problems, mut visit: impl FnMut(&Row, &mut Problems)) -> Option<u64> {
        let before = problems.list.len();
        let mut records = 0u64;
        each_record(self.file, self.text, self.base, problems, |record, mark, problems| {
            records += 1;
            if records == 1 {
                // The header.
            } else if record.iter().all(|cell| cell.trim().is_empty()) {
                problems.push(self.problem(Code::BlankRow, mark, None));
            } else if record.len() != self.width {
                let problem = self.problem(Code::RaggedRow, mark, None);
                problems.push(problem.with("found", record.len()).with("expected", self.width));
            } else {
                visit(&Row { table: self, record, mark }, problems);
            }
            ControlFlow::Continue(())
        });
        if problems.list[before..].iter().any(|p| p.code == Code::OpenQuote) {
            return None;
        }
        if records == 1 {
            problems.push(Problem::new(Code::NoRows, &self.file.name));
            return None;
        }
        Some(records - 1)
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

    fn problem_at(&self, problem: Problem, mark: Mark, position: usize) -> Problem {
        let span = cell_spans(&self.file.bytes, mark.start).0.get(position).copied();
        Problem { span, ..problem.column(self.headers[position].trim()) }
    }

    /// The name under which the file knows a column; our own name where it has none.
    pub(super) fn column_name(&self, column: usize, own: &'static str) -> &str {
        self.header.at[column].first().map_or(own, |&position| self.headers[position].trim())
    }
}

impl<'r> Row<'r> {
    /// A cell without the spaces around it; blank where the file has no such column.
    pub(super) fn cell(&self, column: usize, problems: &mut Problems) -> &'r str {
        match self.table.header.at[column].first() {
            Some(&position) => self.checked(position, problems),
            None => "",
        }
    }

    /// The cells of a numbered column, in the order of their numbers.
    pub(super) fn cells(&self, column: usize, problems: &mut Problems) -> Vec<&'r str> {
        self.table.header.at[column].iter().map(|&position| self.checked(position, problems)).collect()
    }

    /// Whether the file has a column.
    pub(super) fn has(&self, column: usize) -> bool {
        !self.table.header.at[column].is_empty()
    }

    fn checked(&self, position: usize, problems: &mut Problems) -> &'r str {
        let text = self.record[position].trim();
        let Some(found) = cells::hidden(text) else { return text };
        let problem = self.table.problem(Code::HiddenCharacter, self.mark, None);
        let problem = self.table.problem_at(problem, self.mark, position);
        let column = self.table.headers[position].trim();
        problems.push(problem.with("column", column).with("character", format!("U+{:04X}", found as u32)));
        text
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
        let text = self.cell(column, problems);
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
        let text = self.cell(column, problems);
        if text.is_empty() {
            return None;
        }
        let number = cells::whole(text).filter(|n| (range.0..=range.1).contains(n));
        if number.is_none() {
            let problem = self.bad(Code::NotWhole, column, own, text);
            problems.push(problem.with("lowest", range.0).with("highest", range.1));
        }
        number
    }

    /// Yes or no; blank is no.
    pub(super) fn yes_no(&self, column: usize, own: &'static str, problems: &mut Problems) -> bool {
        let text = self.cell(column, problems);
        if text.is_empty() {
            return false;
        }
        cells::yes_no(text).unwrap_or_else(|| {
            problems.push(self.bad(Code::NotYesNo, column, own, text));
            false
        })
    }
}
