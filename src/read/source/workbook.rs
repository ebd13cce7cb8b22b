//! `.xlsx` workbooks: cells are streamed one by one and never asked for as a range, so that a far corner costs
//! nothing. Numbers, dates and errors become the text that a person sees.

use super::super::dates::{DateSystem, serial_date};
use super::caps::{self, Refusal};
use calamine::{CellErrorType, DataRef, Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use csv::StringRecord;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::ControlFlow;

/// Columns of a sheet that are read. No list of homes or households is wider.
const COLUMNS: u32 = 1_000;
/// Rows of a sheet: no spreadsheet program writes more.
const ROWS: u32 = 1_048_576;
/// Cells that are read.
const CELLS: u64 = 50_000_000;
/// Characters of a cell.
const LETTERS: usize = 32_767;
/// Sheets that are looked at to find the right one.
const SHEETS: usize = 50;

/// An opened workbook.
pub(in crate::read) struct Workbook<'f> {
    xlsx: Xlsx<Cursor<&'f [u8]>>,
    merged: bool,
}

/// A merged range of a sheet: its rows and columns, and the text of its first cell once that was read.
struct Merge {
    range: Dimensions,
    text: String,
}

/// Merged ranges by their first row, and those that reach into the current row.
struct Merges {
    waiting: BTreeMap<u32, Vec<Merge>>,
    open: Vec<Merge>,
}

impl<'f> Workbook<'f> {
    /// Opens a workbook after it was found small enough.
    pub(in crate::read) fn open(bytes: &'f [u8]) -> Result<Self, Refusal> {
        let merged = caps::check(bytes)?;
        let xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
            XlsxError::Password => Refusal::OtherKind("xls"),
            _ => Refusal::Damaged,
        })?;
        Ok(Self { xlsx, merged })
    }

    /// Names of the sheets with cells, those that are shown first.
    pub(in crate::read) fn sheets(&self) -> Vec<String> {
        let sheets = self.xlsx.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let mut named: Vec<(bool, String)> =
            sheets.map(|sheet| (sheet.visible != SheetVisible::Visible, sheet.name.clone())).collect();
        named.sort_by_key(|(hidden, _)| *hidden);
        named.into_iter().map(|(_, name)| name).take(SHEETS).collect()
    }

    /// Which day its dates are counted from.
    pub(in crate::read) fn date_system(&self) -> DateSystem {
        if self.xlsx.has_1904_epoch() { DateSystem::From1904 } else { DateSystem::From1900 }
    }

    /// Visits the rows of a sheet that hold something, each with its number in the sheet. Merged cells all have the
    /// text of their range, unless `bare` is asked for.
    pub(in crate::read) fn rows(
        &mut self,
        sheet: &str,
        mut visit: impl FnMut(&StringRecord, u32) -> ControlFlow<()>,
    ) -> Result<(), Refusal> {
        let mut merges = self.merges(sheet)?;
        let system = self.date_system();
        let mut reader = self.xlsx.worksheet_cells_reader(sheet).map_err(|_| Refusal::Damaged)?;
        let mut row = Vec::new();
        let (mut number, mut cells) = (0u32, 0u64);
        loop {
            let cell = reader.next_cell().map_err(|_| Refusal::Damaged)?;
            let next = cell.as_ref().map(|cell| cell.get_position());
            if next.is_none_or(|(at, _)| at != number) {
                merges.fill(number, &mut row);
                if row.iter().any(|text| !text.trim().is_empty())
                    && visit(&StringRecord::from(std::mem::take(&mut row)), number + 1).is_break()
                {
                    return Ok(());
                }
                row.clear();
            }
            let Some((cell, (at, column))) = cell.zip(next) else { return Ok(()) };
            if at >= ROWS {
                return Err(Refusal::TooLarge("rows", u64::from(ROWS)));
            }
            if at < number {
                // Rows run upwards only; others are no sheet that a program wrote.
                return Err(Refusal::Damaged);
            }
            number = at;
            cells += 1;
            if cells > CELLS {
                return Err(Refusal::TooLarge("cells", CELLS));
            }
            let text = text(cell.get_value(), system);
            if text.is_empty() {
                continue;
            }
            if column >= COLUMNS {
                return Err(Refusal::TooLarge("columns", u64::from(COLUMNS)));
            }
            if text.len() > LETTERS && text.chars().count() > LETTERS {
                return Err(Refusal::TooLarge("text", LETTERS as u64));
            }
            let column = column as usize;
            if row.len() <= column {
                row.resize(column + 1, String::new());
            }
            row[column] = text;
        }
    }

    fn merges(&mut self, sheet: &str) -> Result<Merges, Refusal> {
        let mut merges = Merges { waiting: BTreeMap::new(), open: Vec::new() };
        if self.merged {
            let ranges = self.xlsx.merge_cells_by_sheet_name(sheet).map_err(|_| Refusal::Damaged)?;
            for range in ranges.into_iter().filter(|range| range.start.1 <= range.end.1 && range.end.1 < COLUMNS) {
                let merge = Merge { range, text: String::new() };
                merges.waiting.entry(range.start.0).or_default().push(merge);
            }
        }
        Ok(merges)
    }
}

impl Merges {
    /// Gives the cells of merged ranges their text.
    fn fill(&mut self, row: u32, cells: &mut Vec<String>) {
        // Ranges whose first row holds nothing stay blank.
        let later = self.waiting.split_off(&(row + 1));
        self.open.extend(std::mem::replace(&mut self.waiting, later).into_values().flatten());
        self.open.retain(|merge| merge.range.end.0 >= row);
        for merge in &mut self.open {
            let (from, to) = (merge.range.start.1 as usize, merge.range.end.1 as usize);
            if merge.range.start.0 == row {
                merge.text = cells.get(from).cloned().unwrap_or_default();
            }
            // A title across the whole sheet stays one cell: only what merges rows is a value of each.
            if merge.text.is_empty() || merge.range.start.0 == merge.range.end.0 {
                continue;
            }
            if cells.is_empty() && row > merge.range.start.0 {
                continue;
            }
            if cells.len() <= to {
                cells.resize(to + 1, String::new());
            }
            for cell in &mut cells[from..=to] {
                if cell.is_empty() {
                    cell.clone_from(&merge.text);
                }
            }
        }
    }
}

/// What a person sees in a cell, as far as it matters here.
fn text(value: &DataRef, system: DateSystem) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(date) if date.is_datetime() => {
            serial_date(date.as_f64(), system).unwrap_or_else(|| number_text(date.as_f64()))
        }
        DataRef::DateTime(date) => number_text(date.as_f64()),
        DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error_text(error).to_owned(),
    }
}

/// A number as it was typed. Beyond 15 digits a spreadsheet has lost the rest, and says so by its power of ten.
fn number_text(number: f64) -> String {
    if number.abs() >= 1e15 { format!("{number:E}").replacen('E', "E+", 1) } else { format!("{number}") }
}

fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        _ => "#ERROR!",
    }
}
