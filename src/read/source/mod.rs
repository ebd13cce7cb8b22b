//! From the bytes of a file to rows of text cells, whatever kind of file it is: text in one of several encodings with
//! one of several delimiters, or a sheet of a workbook. Every row knows its line in the file or its number in the
//! sheet. What was found out on the way is kept as a [`Form`], so that it can be told.

mod caps;
mod delimited;
mod encoding;
mod places;
mod workbook;

pub(super) use caps::Refusal;
pub(super) use delimited::{Mark, OpenQuote, STAND_IN, records, spans};
pub use encoding::Encoding;

use super::SourceFile;
use super::codes::Code;
use super::dates::DateSystem;
use super::fold::nearest;
use super::headers::{FIRST_ROWS, Known, Place, find};
use super::hints::Hints;
use super::problem::{Problem, Problems};
use csv::StringRecord;
use encoding::Undecodable;
use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::ControlFlow;
use workbook::Workbook;

/// What was found out about a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Encoding of a text file.
    pub encoding: Option<Encoding>,
    /// What stands between its cells.
    pub delimiter: Option<char>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Line or row of the header; of its first row where it has two.
    pub header_row: u32,
    /// Rows of the header, 1 or 2.
    pub header_rows: u32,
    /// Rows above the header that hold something.
    pub titles: u64,
    /// Whether each row is a person, not a household.
    pub person_rows: bool,
}

/// A file as rows of cells.
pub(super) struct Sheet<'f> {
    file: &'f SourceFile,
    body: Body<'f>,
    /// How day numbers count.
    pub dates: DateSystem,
    /// What was found out.
    pub form: Form,
    /// The header.
    pub header: Place,
    /// How many rows there are down to the end of the header.
    pub before: u64,
    /// Where the header starts.
    header_mark: Option<Mark>,
}

enum Body<'f> {
    Text { text: Cow<'f, str>, base: usize, delimiter: u8 },
    Workbook { book: Box<RefCell<Workbook<'f>>>, sheet: String },
}

/// Why rows end before their end.
pub(super) enum Broken {
    Quote(OpenQuote),
    Workbook(Refusal),
}

/// Rows at the top of a file.
#[derive(Default)]
struct Head {
    rows: Vec<Vec<String>>,
    marks: Vec<Mark>,
    /// Rows before these that were passed over.
    passed: u64,
}

/// The text of a file as problems point into it: as it is where it is UTF-8, else decoded from the encoding that was
/// found when it was read. `None` for workbooks.
pub fn text_of(file: &SourceFile, encoding: Option<Encoding>) -> Option<Cow<'_, str>> {
    if caps::is_workbook(&file.bytes) {
        return None;
    }
    match std::str::from_utf8(&file.bytes) {
        Ok(text) => Some(Cow::Borrowed(text)),
        Err(_) => Some(encoding::decode(file, encoding, &|_| true).text),
    }
}

/// Visits the records of a text file, each with the whole text, the byte between its cells, and its mark.
#[cfg(any(test, fuzzing))]
pub(super) fn records_of(
    file: &SourceFile,
    known: &Known,
    hints: &Hints,
    mut visit: impl FnMut(&str, u8, &StringRecord, Mark) -> ControlFlow<()>,
) {
    let mut problems = Problems::new(false);
    let Some(sheet) = Sheet::open(file, known, hints, &mut problems) else { return };
    let Body::Text { text, delimiter, .. } = &sheet.body else { return };
    records(text, *delimiter, |record, mark| visit(text, *delimiter, record, mark));
}

impl<'f> Sheet<'f> {
    /// Opens a file and finds its header; `None` where it cannot be read at all.
    pub(super) fn open(file: &'f SourceFile, known: &Known, hints: &Hints, problems: &mut Problems) -> Option<Self> {
        if caps::is_workbook(&file.bytes) {
            return match Self::workbook(file, known, hints) {
                Ok(sheet) => Some(sheet),
                Err(problem) => {
                    problems.push(*problem);
                    None
                }
            };
        }
        let decoded = encoding::decode(file, hints.encoding, &|text| known.in_text(text));
        if decoded.text.trim().is_empty() {
            problems.push(Problem::new(Code::EmptyFile, &file.name));
            return None;
        }
        let (delimiter, head) = delimiter(&decoded.text, known, hints);
        let text = match (delimiter, decoded.text) {
            ('，', text) => Cow::Owned(text.replace('，', "\u{1f}")),
            (_, text) => text,
        };
        let form = Form { encoding: Some(decoded.encoding), delimiter: Some(delimiter), ..Form::default() };
        let body = Body::Text { text, base: decoded.base, delimiter: delimited::byte(delimiter) };
        let sheet = Self::with_head(file, body, form, head, known, hints);
        for bad in &decoded.bad {
            problems.push(sheet.undecodable(bad, decoded.encoding));
        }
        decoded.bad.is_empty().then_some(sheet)
    }

    fn workbook(file: &'f SourceFile, known: &Known, hints: &Hints) -> Result<Self, Box<Problem>> {
        let refused = |refusal| Box::new(refusal_problem(&file.name, refusal));
        let mut book = Workbook::open(&file.bytes).map_err(refused)?;
        let names = book.sheets();
        if let Some(asked) = &hints.sheet
            && !names.contains(asked)
        {
            let problem = Problem::new(Code::NoSuchSheet, &file.name).with("sheet", asked);
            return Err(Box::new(problem.with("near", nearest(asked, names.iter().map(String::as_str)))));
        }
        let mut best: Option<(u32, String, Head)> = None;
        for name in names.iter().filter(|name| hints.sheet.as_ref().is_none_or(|asked| asked == *name)) {
            let mut head = Head::default();
            let read = book.rows(name, |record, row| head.take(record, Mark { line: row, start: 0 }, hints));
            read.map_err(refused)?;
            let score = find(&head.rows, only(hints), known).score;
            if !head.rows.is_empty() && best.as_ref().is_none_or(|(other, ..)| score > *other) {
                best = Some((score, name.clone(), head));
            }
        }
        let Some((_, sheet, head)) = best else { return Err(Box::new(Problem::new(Code::EmptyFile, &file.name))) };
        let form = Form { sheet: Some(sheet.clone()), ..Form::default() };
        let dates = book.date_system();
        let body = Body::Workbook { book: Box::new(RefCell::new(book)), sheet };
        Ok(Self { dates, ..Self::with_head(file, body, form, head, known, hints) })
    }

    fn with_head(file: &'f SourceFile, body: Body<'f>, form: Form, head: Head, known: &Known, hints: &Hints) -> Self {
        let header = find(&head.rows, only(hints), known);
        let form = Form {
            header_row: head.marks.get(header.at).map_or(1, |mark| mark.line),
            header_rows: header.levels as u32,
            titles: head.passed + header.at as u64,
            ..form
        };
        let before = head.passed + (header.at + header.levels) as u64;
        let header_mark = head.marks.get(header.at).copied();
        Self { file, body, dates: DateSystem::From1900, form, header, before, header_mark }
    }

    /// Visits all rows, those of the header included.
    pub(super) fn each(&self, mut visit: impl FnMut(&StringRecord, Mark) -> ControlFlow<()>) -> Result<(), Broken> {
        match &self.body {
            Body::Text { text, delimiter, .. } => match records(text, *delimiter, visit) {
                Some(open) => Err(Broken::Quote(open)),
                None => Ok(()),
            },
            Body::Workbook { book, sheet } => book
                .borrow_mut()
                .rows(sheet, |record, row| visit(record, Mark { line: row, start: 0 }))
                .map_err(Broken::Workbook),
        }
    }

    /// Whether rows may be shorter or longer than the header: a sheet keeps no blank cells at the end of a row.
    pub(super) fn is_ragged(&self) -> bool {
        matches!(self.body, Body::Workbook { .. })
    }

    /// Byte range of a cell of the row that starts at this mark, in the text of [`text_of`].
    pub(super) fn span(&self, mark: Mark, position: usize) -> Option<(usize, usize)> {
        let Body::Text { text, base, delimiter } = &self.body else { return None };
        if *delimiter == STAND_IN {
            return None;
        }
        let (spans, _) = spans(text.as_bytes(), mark.start, *delimiter);
        spans.get(position).map(|(from, to)| (from + base, to + base))
    }

    /// Byte range of a cell of the header's first row.
    pub(super) fn header_span(&self, position: usize) -> Option<(usize, usize)> {
        self.span(self.header_mark?, position)
    }

    /// The problem of what ended the rows.
    pub(super) fn broken(&self, broken: Broken) -> Problem {
        match broken {
            Broken::Quote(OpenQuote { line, at }) => {
                let base = if let Body::Text { base, .. } = &self.body { *base } else { 0 };
                Problem::new(Code::OpenQuote, &self.file.name).at(line, (at + base, at + base + 1))
            }
            Broken::Workbook(refusal) => refusal_problem(&self.file.name, refusal),
        }
    }

    fn undecodable(&self, bad: &Undecodable, encoding: Encoding) -> Problem {
        let Body::Text { text, delimiter, .. } = &self.body else { unreachable!("only texts are decoded") };
        let before = &text.as_bytes()[..bad.text_offset.min(text.len())];
        let row = 1 + before.iter().filter(|&&b| b == b'\n').count() as u32;
        let mut problem = Problem::new(Code::Undecodable, &self.file.name)
            .with("encoding", encoding.name())
            .with("offset", bad.offset)
            .with("byte", format!("{:02X}", bad.byte));
        problem.row = Some(row);
        // The text before it may be another than that of the file.
        problem.span = (encoding == Encoding::Utf8).then_some((bad.offset, bad.offset + 1));
        // The header may be readable although this row is not.
        let line_start = before.iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        let column = spans(before, line_start, *delimiter).0.len() - 1;
        match self.header.name(column) {
            Some(name) if row >= self.form.header_row + self.form.header_rows => problem.column(&name),
            _ => problem,
        }
    }
}

impl Head {
    fn take(&mut self, record: &StringRecord, mark: Mark, hints: &Hints) -> ControlFlow<()> {
        if hints.header_row.is_some_and(|row| mark.line < row) {
            self.passed += 1;
            return ControlFlow::Continue(());
        }
        self.rows.push(record.iter().map(str::to_owned).collect());
        self.marks.push(mark);
        let enough = if hints.header_row.is_some() { 2 } else { FIRST_ROWS + 1 };
        if self.rows.len() < enough { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }
}

/// Where the header must begin among the rows of the head, if the user said so.
fn only(hints: &Hints) -> Option<usize> {
    hints.header_row.map(|_| 0)
}

/// The delimiter of a text and its first rows: the one asked for, or the one that makes the header known best.
fn delimiter(text: &str, known: &Known, hints: &Hints) -> (char, Head) {
    let head = |delimiter: char| {
        let mut head = Head::default();
        let mut take = |record: &StringRecord, mark| head.take(record, mark, hints);
        if delimiter == '，' {
            // Only the top is converted here.
            let top: Vec<&str> = text.split_inclusive('\n').take(200).collect();
            records(&top.concat().replace('，', "\u{1f}"), STAND_IN, take);
        } else {
            records(text, delimited::byte(delimiter), &mut take);
        }
        head
    };
    if let Some(asked) = hints.delimiter {
        return (asked, head(asked));
    }
    let mut best = (0, ',', None);
    // One that is nowhere in the text parts nothing.
    for delimiter in delimited::DELIMITERS.into_iter().filter(|d| *d == ',' || text.contains(*d)) {
        let head = head(delimiter);
        let score = find(&head.rows, only(hints), known).score;
        if score > best.0 || best.2.is_none() {
            best = (score, delimiter, Some(head));
        }
    }
    if best.0 == 0 {
        // Nothing is known: the delimiter that the first row has most of, so that its columns can be told.
        let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let often = |delimiter: &char| first.matches(*delimiter).count();
        let most = delimited::DELIMITERS.into_iter().rev().max_by_key(often).unwrap_or(',');
        return (most, head(most));
    }
    (best.1, best.2.unwrap_or_default())
}

fn refusal_problem(file: &str, refusal: Refusal) -> Problem {
    match refusal {
        Refusal::OtherKind(kind) => Problem::new(Code::OtherSpreadsheet, file).with("kind", kind),
        Refusal::Damaged => Problem::new(Code::DamagedWorkbook, file),
        Refusal::TooLarge(what, most) => {
            Problem::new(Code::WorkbookTooLarge, file).with("what", what).with("most", most)
        }
    }
}
