//! The tables of a plan, read back as text for `verify`. Cells are never interpreted or mended here.

use super::SourceFile;
use super::codes::Code;
use super::problem::{Problem, Problems};
use super::table::{each_record, utf8};
use crate::model::{PlanRow, UnplacedRow};
use std::ops::ControlFlow;

/// The rows of `plan.csv` or `first.csv`, cell by cell as they stand.
///
/// # Errors
/// All problems of the file, where it is not such a table.
pub fn plan_rows(file: &SourceFile) -> Result<Vec<PlanRow>, Vec<Problem>> {
    Ok(table(file, PlanRow::COLUMNS)?.into_iter().map(PlanRow::from_cells).collect())
}

/// The rows of `unplaced.csv`.
///
/// # Errors
/// All problems of the file, where it is not such a table.
pub fn unplaced_rows(file: &SourceFile) -> Result<Vec<UnplacedRow>, Vec<Problem>> {
    let row = |[household, reason_code, _]: [String; 3]| UnplacedRow { household, reason_code };
    Ok(table(file, ["household", "reason_code", "reason"])?.into_iter().map(row).collect())
}

/// A cell without the guard that a copy for spreadsheet programs puts before what they would take for a formula.
fn unguarded(cell: &str, guarded: bool) -> &str {
    if guarded { cell.strip_prefix('\'').unwrap_or(cell) } else { cell }
}

/// The rows of a table with exactly these columns.
fn table<const WIDTH: usize>(file: &SourceFile, columns: [&str; WIDTH]) -> Result<Vec<[String; WIDTH]>, Vec<Problem>> {
    let mut problems = Problems::new(false);
    let mut rows = Vec::new();
    let mut header = false;
    // Only copies for spreadsheet programs begin with a mark.
    let guarded = file.bytes.starts_with(b"\xef\xbb\xbf");
    if let Some((text, base)) = utf8(file, &mut problems) {
        each_record(file, text, base, &mut problems, |record, mark, problems| {
            if !std::mem::replace(&mut header, true) {
                if !record.iter().eq(columns) {
                    let mut problem = Problem::new(Code::PlanHeader, &file.name);
                    problem.row = Some(mark.line);
                    problems.push(problem.with("expected", columns.join(",")));
                }
                return ControlFlow::Continue(());
            }
            let cells: Vec<String> = record.iter().map(|cell| unguarded(cell, guarded).to_owned()).collect();
            match <[String; WIDTH]>::try_from(cells) {
                Ok(cells) => rows.push(cells),
                Err(cells) => {
                    let mut problem = Problem::new(Code::RaggedRow, &file.name);
                    problem.row = Some(mark.line);
                    problems.push(problem.with("found", cells.len()).with("expected", WIDTH));
                }
            }
            ControlFlow::Continue(())
        });
    }
    if problems.stop() { Err(problems.sorted(&[&file.name])) } else { Ok(rows) }
}
