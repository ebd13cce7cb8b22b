//! Problems as data: what is wrong, how serious, and where.

use super::codes::Code;
use super::repairs::Repairs;

/// What a problem does to the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing can be planned until it is mended (exit code 2).
    Error,
    /// The tool declines (exit code 3).
    Refused,
    /// The row takes no part; the rest does.
    Listed,
    /// Everything takes part, but something should be known.
    Note,
}

impl Severity {
    /// Whether no input comes out while this stands.
    pub fn stops(self) -> bool {
        matches!(self, Severity::Error | Severity::Refused)
    }
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub code: Code,
    /// What it does to the reading.
    pub severity: Severity,
    /// Name of the file, as the user wrote it.
    pub file: String,
    /// Line in the file, 1 = first.
    pub row: Option<u32>,
    /// Header as written, or dotted key of the plan file.
    pub column: Option<String>,
    /// Byte range of the offending cell or value in the file.
    pub span: Option<(usize, usize)>,
    /// What the sentences need to know.
    pub params: Vec<(&'static str, String)>,
}

impl Problem {
    /// A problem of a file as a whole.
    pub(super) fn new(code: Code, file: &str) -> Self {
        let severity = code.severity();
        Self { code, severity, file: file.to_owned(), row: None, column: None, span: None, params: Vec::new() }
    }

    /// Adds the place.
    pub(super) fn at(mut self, row: u32, span: (usize, usize)) -> Self {
        self.row = Some(row);
        self.span = Some(span);
        self
    }

    /// Adds the column or key.
    pub(super) fn column(mut self, column: &str) -> Self {
        self.column = Some(column.to_owned());
        self
    }

    /// Adds a parameter.
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        debug_assert!(self.code.params().contains(&name), "{} has no parameter {name}", self.code.id());
        self.params.push((name, value.to_string()));
        self
    }

    /// The value of a parameter.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str())
    }
}

/// Collects problems; nothing stops at the first.
pub(super) struct Problems {
    /// All so far.
    pub list: Vec<Problem>,
    /// Rows with errors are left out and listed.
    pub leave_out: bool,
    /// How many so far keep a row or the whole file from use. A row is clean when this did not grow over it.
    pub blocking: usize,
    /// What was mended without a problem, in the table that is being read.
    pub repairs: Repairs,
}

impl Problems {
    pub(super) fn new(leave_out: bool) -> Self {
        Self { list: Vec::new(), leave_out, blocking: 0, repairs: Repairs::default() }
    }

    pub(super) fn push(&mut self, mut problem: Problem) {
        if problem.severity == Severity::Error {
            self.blocking += 1;
            if self.leave_out && problem.code.spoils_row() {
                problem.severity = Severity::Listed;
            }
        }
        self.list.push(problem);
    }

    pub(super) fn stop(&self) -> bool {
        self.list.iter().any(|p| p.severity.stops())
    }

    /// By file in the order read, then by place: never by the order in which checks happen to run.
    pub(super) fn sorted(mut self, files: &[&str]) -> Vec<Problem> {
        let rank = |p: &Problem| files.iter().position(|f| *f == p.file);
        self.list.sort_by_cached_key(|p| (rank(p), p.row, p.span, p.code, p.column.clone(), p.params.clone()));
        self.list
    }
}
