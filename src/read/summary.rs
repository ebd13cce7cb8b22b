//! What became of the files: counts and findings to show after reading.

use super::SourceFile;
use super::headers::Recognised;
use super::problem::Problems;
use super::repairs::Repair;
use super::source::Form;
use super::table::Table;

/// What became of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileSummary {
    /// Its name.
    pub file: String,
    /// Rows below the header, blank lines not counted.
    pub rows: u64,
    /// Rows that take part: homes in the stock, households that agreed.
    pub used: u64,
    /// Rows that do not; each has a problem that says why.
    pub listed: u64,
    /// What became of its header.
    pub header: Recognised,
    /// How it was read; `None` where it could not be.
    pub form: Option<Form>,
    /// What was mended, by kind.
    pub repaired: Vec<(Repair, u64)>,
}

impl FileSummary {
    /// Of a file that could not be read as a table.
    pub(super) fn unread(file: &str) -> Self {
        Self { file: file.to_owned(), ..Self::default() }
    }

    pub(super) fn new(file: &SourceFile, mut table: Table, rows: u64, used: u64, problems: &mut Problems) -> Self {
        Self {
            file: file.name.clone(),
            rows,
            used,
            listed: rows - used,
            form: Some(table.form().clone()),
            header: table.header.recognised,
            repaired: problems.repairs.take(),
        }
    }
}

/// Counts to show after reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The tables, in the order read.
    pub files: Vec<FileSummary>,
    /// Dwellings that can be handed out.
    pub vacant: u64,
    /// Dwellings with residents.
    pub occupied: u64,
    /// Dwellings kept back.
    pub held: u64,
    /// Households without errors.
    pub households: u64,
    /// Of these, with a recorded agreement.
    pub signed: u64,
    /// Of the signed ones, volunteers for exchanges.
    pub volunteers: u64,
    /// Of the households, with a declared group.
    pub declared: u64,
}
