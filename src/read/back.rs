//! `plan.csv` and `first.csv`, read back as text for `verify`. Cells are never interpreted or mended here.

use super::SourceFile;
use super::codes::Code;
use super::problem::{Problem, Problems};
use super::table::{each_record, utf8};
use crate::model::PlanRow;
use std::ops::ControlFlow;

/// The rows of `plan.csv` or `first.csv`, cell by cell as they stand.
///
/// # Errors
/// All problems of the file, where it is not such a table.
pub fn plan_rows(file: &SourceFile) -> Result<Vec<PlanRow>, Vec<Problem>> {
    let mut problems = Problems::new(false);
    let mut rows = Vec::new();
    let mut header = false;
    if let Some((text, base)) = utf8(file, &mut problems) {
        each_record(file, text, base, &mut problems, |record, mark, problems| {
            if !std::mem::replace(&mut header, true) {
                if !record.iter().eq(PlanRow::COLUMNS) {
                    let mut problem = Problem::new(Code::PlanHeader, &file.name);
                    problem.row = Some(mark.line);
                    problems.push(problem.with("expected", PlanRow::COLUMNS.join(",")));
                }
                return ControlFlow::Continue(());
            }
            let cells: Vec<String> = record.iter().map(str::to_owned).collect();
            match <[String; 13]>::try_from(cells) {
                Ok(cells) => rows.push(PlanRow::from_cells(cells)),
                Err(cells) => {
                    let mut problem = Problem::new(Code::RaggedRow, &file.name);
                    problem.row = Some(mark.line);
                    problems.push(problem.with("found", cells.len()).with("expected", PlanRow::COLUMNS.len()));
                }
            }
            ControlFlow::Continue(())
        });
    }
    if problems.stop() { Err(problems.sorted(&[&file.name])) } else { Ok(rows) }
}
