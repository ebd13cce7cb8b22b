//! The tables of a plan as CSV text (RFC 4180, lines ended by `\n`, UTF-8).

use super::reasons::{reason_code, reason_sentence};
use super::words::Words;
use crate::model::{Intake, PlanRow, Reasons};

/// CSV text of a header and rows; a cell is quoted where it has to be.
pub fn csv_text<'a, R: IntoIterator<Item = &'a str>>(header: &[&str], rows: impl IntoIterator<Item = R>) -> String {
    let mut text = String::new();
    csv_line(&mut text, header.iter().copied());
    for row in rows {
        csv_line(&mut text, row);
    }
    text
}

/// CSV text that somebody may open in a spreadsheet: a cell that would be taken for a formula is marked as text by an
/// apostrophe (OWASP, CSV Injection).
pub fn csv_for_people<'a, R: IntoIterator<Item = &'a str>>(
    header: &[&str],
    rows: impl IntoIterator<Item = R>,
) -> String {
    let safe = |cell: &str| match cell.starts_with(is_formula) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    };
    let rows: Vec<Vec<String>> = rows.into_iter().map(|row| row.into_iter().map(safe).collect()).collect();
    csv_text(header, rows.iter().map(|row| row.iter().map(String::as_str)))
}

/// One line of CSV.
pub(super) fn csv_line<'a>(text: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (position, cell) in cells.into_iter().enumerate() {
        if position > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push('\n');
}

/// A table for spreadsheet programs: with a byte order mark, so that they take it for UTF-8, and with a guard before
/// cells that they would take for formulas. Whole numbers stay numbers. Reading it back takes one guard away.
pub fn for_spreadsheets(table: &str) -> String {
    let mut text = String::from("\u{feff}");
    let mut rest = table.chars().peekable();
    let mut starts = true;
    let mut quoted = false;
    while let Some(c) = rest.next() {
        if starts {
            // The first letter of a cell, behind a quotation mark if there is one.
            let inner = if c == '"' { rest.peek().copied() } else { Some(c) };
            let number = c == '-' && rest.peek().is_some_and(char::is_ascii_digit) && is_number(rest.clone());
            // An unquoted line end closes a blank cell.
            let guard = c != '\n' && inner.is_some_and(|c| is_formula(c) || c == '\'') && !number;
            match (guard, c) {
                (true, '"') => text.push_str("\"'"),
                (true, c) => text.extend(['\'', c]),
                (false, c) => text.push(c),
            }
        } else {
            text.push(c);
        }
        quoted ^= c == '"';
        starts = !quoted && matches!(c, ',' | '\n');
    }
    text
}

/// Letters by which a spreadsheet program takes a cell for a formula.
fn is_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// Whether a cell holds digits to its end.
fn is_number(cell: impl Iterator<Item = char>) -> bool {
    cell.take_while(|c| !matches!(c, ',' | '\n')).all(|c| c.is_ascii_digit())
}

/// `plan.csv` or `first.csv`.
pub fn plan_csv(rows: &[PlanRow]) -> String {
    csv_text(&PlanRow::COLUMNS, rows.iter().map(PlanRow::cells))
}

/// `unplaced.csv`: every signed household without a home, and why.
pub fn unplaced_csv(intake: &Intake, reasons: &Reasons, words: &Words) -> String {
    let rows: Vec<[String; 3]> = reasons
        .0
        .iter()
        .map(|(household, reason)| {
            let key = intake.households[household.index()].key.clone();
            [key, reason_code(reason).to_owned(), reason_sentence(intake, reason, words)]
        })
        .collect();
    csv_text(&["household", "reason_code", "reason"], rows.iter().map(|row| row.iter().map(String::as_str)))
}
