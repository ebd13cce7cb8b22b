//! `plan.xlsx`: the plan as a spreadsheet for people, row by row in constant memory.
//!
//! Whatever somebody wrote is written as text, so that no cell is ever a formula (OWASP, CSV Injection); ids keep
//! their leading zeros. The date of making is fixed: same plan, same bytes.

use super::reasons::{reason_code, reason_sentence};
use super::words::Words;
use crate::model::{DwellingStatus, Intake, PlanRow, Reasons};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// Columns of the plan: as `plan.csv` has them, their label, their meaning, whether they are numbers, their width.
const COLUMNS: [(&str, &str, &str, bool, u16); 13] = [
    ("household", "xlsx-household", "xlsx-household-is", false, 14),
    ("turn", "xlsx-turn", "xlsx-turn-is", true, 8),
    ("ticket", "xlsx-ticket", "xlsx-ticket-is", false, 18),
    ("estate", "xlsx-estate", "xlsx-estate-is", false, 16),
    ("building", "xlsx-building", "xlsx-building-is", false, 10),
    ("stairwell", "xlsx-stairwell", "xlsx-stairwell-is", false, 10),
    ("floor", "xlsx-floor", "xlsx-floor-is", true, 8),
    ("door", "xlsx-door", "xlsx-door-is", false, 10),
    ("dwelling", "xlsx-dwelling", "xlsx-dwelling-is", false, 18),
    ("home_type", "xlsx-home-type", "xlsx-home-type-is", false, 12),
    ("choice_rank", "xlsx-choice", "xlsx-choice-is", true, 10),
    ("type_rank", "xlsx-type", "xlsx-type-is", true, 10),
    ("bond_level", "xlsx-bond", "xlsx-bond-is", false, 14),
];

/// A cell holds no more letters than this (ECMA-376 as Excel keeps it).
const LETTERS: usize = 32_767;

/// The bytes of `plan.xlsx`.
///
/// # Errors
/// If there are more rows than a sheet has (1,048,576), or no room for temporary files.
pub fn plan_xlsx(intake: &Intake, rows: &[PlanRow], reasons: &Reasons, words: &Words) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?.and_hms(0, 0, 0)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    plan_sheet(book.add_worksheet_with_constant_memory()?, rows, words)?;
    unplaced_sheet(book.add_worksheet_with_constant_memory()?, intake, reasons, words)?;
    summary_sheet(book.add_worksheet_with_constant_memory()?, intake, rows, words)?;
    columns_sheet(book.add_worksheet_with_constant_memory()?, words)?;
    book.save_to_buffer()
}

/// Name, widths, a bold header that stays in view.
fn begin(sheet: &mut Worksheet, name: &str, header: &[(String, u16)]) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    let bold = Format::new().set_bold().set_text_wrap();
    for (at, (label, width)) in header.iter().enumerate() {
        sheet.set_column_width(at as u16, f64::from(*width))?;
        sheet.write_string_with_format(0, at as u16, label, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn text(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    match text.char_indices().nth(LETTERS) {
        Some((end, _)) => sheet.write_string(row, column, &text[..end])?,
        None => sheet.write_string(row, column, text)?,
    };
    Ok(())
}

/// A number of our own; whatever is none stays text.
fn number(sheet: &mut Worksheet, row: u32, column: u16, cell: &str) -> Result<(), XlsxError> {
    match cell.parse::<i32>() {
        Ok(number) => sheet.write_number(row, column, number).map(|_| ()),
        Err(_) => text(sheet, row, column, cell),
    }
}

fn plan_sheet(sheet: &mut Worksheet, rows: &[PlanRow], words: &Words) -> Result<(), XlsxError> {
    let header = COLUMNS.map(|(_, label, _, _, width)| (words.plain(label), width));
    begin(sheet, &words.plain("xlsx-sheet-plan"), &header)?;
    for (at, row) in (1..).zip(rows) {
        for (column, (cell, spec)) in (0..).zip(row.cells().into_iter().zip(COLUMNS)) {
            let write = if spec.3 { number } else { text };
            write(sheet, at, column, cell)?;
        }
    }
    sheet.autofilter(0, 0, rows.len() as u32, COLUMNS.len() as u16 - 1)?;
    Ok(())
}

fn unplaced_sheet(sheet: &mut Worksheet, intake: &Intake, reasons: &Reasons, words: &Words) -> Result<(), XlsxError> {
    let header = [("xlsx-household", 14), ("xlsx-reason-code", 16), ("xlsx-reason", 110)];
    begin(sheet, &words.plain("xlsx-sheet-unplaced"), &header.map(|(key, width)| (words.plain(key), width)))?;
    for (at, (household, reason)) in (1..).zip(&reasons.0) {
        text(sheet, at, 0, &intake.households[household.index()].key)?;
        text(sheet, at, 1, reason_code(reason))?;
        text(sheet, at, 2, &reason_sentence(intake, reason, words))?;
    }
    Ok(())
}

/// One line for each estate, and one for each of its buildings below it.
fn summary_sheet(sheet: &mut Worksheet, intake: &Intake, rows: &[PlanRow], words: &Words) -> Result<(), XlsxError> {
    let keys = ["xlsx-estate", "xlsx-building", "xlsx-homes", "xlsx-placed", "xlsx-left", "xlsx-first-choice"];
    begin(sheet, &words.plain("xlsx-sheet-summary"), &keys.map(|key| (words.plain(key), 16)))?;
    let stock = &intake.stock;
    let mut lines: BTreeMap<(&str, &str), [u32; 3]> = BTreeMap::new();
    let mut add = |estate, building, which: usize| {
        lines.entry((estate, "")).or_default()[which] += 1;
        lines.entry((estate, building)).or_default()[which] += 1;
    };
    for home in stock.dwellings.iter().filter(|home| home.status == DwellingStatus::Vacant) {
        add(stock.estate_name(home.estate), stock.buildings[home.building.index()].name.as_str(), 0);
    }
    for row in rows {
        add(&row.estate, &row.building, 1);
        if row.choice_rank == "1" {
            add(&row.estate, &row.building, 2);
        }
    }
    let bold = Format::new().set_bold();
    for (at, ((estate, building), [homes, placed, first])) in (1..).zip(lines) {
        if building.is_empty() {
            sheet.set_row_format(at, &bold)?;
        }
        text(sheet, at, 0, estate)?;
        text(sheet, at, 1, if building.is_empty() { "" } else { building })?;
        for (column, count) in (2..).zip([homes, placed, homes.saturating_sub(placed), first]) {
            sheet.write_number(at, column, count)?;
        }
    }
    Ok(())
}

fn columns_sheet(sheet: &mut Worksheet, words: &Words) -> Result<(), XlsxError> {
    let header = [("xlsx-column", 18), ("xlsx-name", 16), ("xlsx-meaning", 100)];
    begin(sheet, &words.plain("xlsx-sheet-columns"), &header.map(|(key, width)| (words.plain(key), width)))?;
    for (at, (name, label, meaning, ..)) in (1..).zip(COLUMNS) {
        text(sheet, at, 0, &words.plain(label))?;
        text(sheet, at, 1, name)?;
        text(sheet, at, 2, &words.plain(meaning))?;
    }
    text(sheet, COLUMNS.len() as u32 + 2, 0, &words.plain("xlsx-note"))
}
