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
