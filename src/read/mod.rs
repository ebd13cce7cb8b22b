//! # read: bytes to model, and all problems at once
//!
//! - **Knows**: CSV, TOML, JSON, headers in Chinese and English, what is missing, doubled, unclear or refused.
//! - **Does not know**: folders, clocks, sentences of any language, how homes are handed out.
//! - **Comes from**: `cli`, which hands over bytes and a way to load more.
//! - **Goes to**: `model` nouns; [`Problem`]s, which `report` puts into words.
//!
//! Nothing stops at the first problem, and nothing is dropped in silence: the rows of a file are the rows used and
//! the rows listed. What is unclear is never taken for consent. Columns about a person's religion, politics, police
//! record, trust, identity number or phone are dropped unread.

mod address;
mod back;
mod cells;
mod certificate;
mod choices;
mod clean;
mod codes;
mod counts;
mod dates;
mod doubts;
mod dwellings;
mod fold;
#[cfg(any(test, fuzzing))]
pub mod fuzz;
mod groups;
mod headers;
mod hints;
mod households;
mod input;
mod persons;
mod places;
mod plan;
mod problem;
mod repairs;
mod residents;
mod signature;
mod skipped;
mod source;
mod summary;
mod table;
mod target;
#[cfg(test)]
mod tests;
mod text;
mod whereabouts;
mod witness;

pub use back::{plan_rows, unplaced_rows};
pub use certificate::certificate;
pub use codes::Code;
pub use counts::counts;
pub use headers::{Match, Recognised, is_refused};
pub use plan::{Against, SweepReading, sweep};
pub use problem::{Problem, Severity};
pub use repairs::Repair;
pub use residents::{Lived, TableKind, not_counts, residents, table_kind};
pub use source::{Encoding, Form, text_of};
pub use summary::{FileSummary, Summary};
pub use target::{Measured, target};
pub use witness::witness;

use crate::model::{Appeal, Doubt, Draw, Effort, Intake, Mandate, OptIns, Residents, Roll, Target};

/// A file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name as the user, or the plan file, wrote it.
    pub name: String,
    /// Its bytes, untouched.
    pub bytes: Vec<u8>,
}

/// How to read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Leave rows with an error out and list them, instead of stopping. What is wrong with a file as a whole (a
    /// missing column, a fit table with a hole) stops all the same.
    pub leave_out: bool,
}

/// Which columns of a table of counts are what; where nothing is said, the table speaks for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountOptions {
    /// Columns that name places, coarse to fine.
    pub levels: Option<Vec<String>>,
    /// Columns that count groups.
    pub groups: Option<Vec<String>>,
}

/// Everything a plan is made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// Needs, choices, homes: all the draw may know.
    pub intake: Intake,
    /// Declared groups.
    pub roll: Roll,
    /// The residents of the roll household by household, sorted: sizes of households are needed to count persons.
    pub resident_households: Vec<Residents>,
    /// Who volunteers for exchanges.
    pub opt_ins: OptIns,
    /// The target; `None` = no mixing.
    pub target: Option<Target>,
    /// How long to search for exchanges.
    pub effort: Effort,
    /// The public seed, where the plan file has it.
    pub draw: Option<Draw>,
    /// On whose authority a final plan would stand.
    pub mandate: Option<Mandate>,
    /// Language of written files: `zh` or `en`.
    pub lang: Option<String>,
    /// What makes recorded agreements doubtful.
    pub doubts: Vec<Doubt>,
    /// Where and until when households may appeal, where the plan file says so.
    pub appeal: Option<Appeal>,
    /// Square metres of each dwelling of the stock, where the file says so. The draw does not see them.
    pub areas: Vec<Option<f64>>,
    /// The language each household of the intake wants letters in: `zh`, `en`, or `None` for that of the other files.
    pub letter_languages: Vec<Option<&'static str>>,
}

/// What became of a plan file and the files it names.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The input; `None` while a problem stands that stops.
    pub input: Option<Input>,
    /// All problems, by file and place.
    pub problems: Vec<Problem>,
    /// All files read, the plan file first.
    pub sources: Vec<SourceFile>,
    /// What was found.
    pub summary: Summary,
}

impl Reading {
    /// Rows left out because of errors, on request: rows that would have stopped the reading.
    pub fn left_out(&self) -> u64 {
        let errors = self.problems.iter().filter(|p| p.severity == Severity::Listed && p.code.severity().stops());
        let rows: std::collections::BTreeSet<(&str, Option<u32>)> = errors.map(|p| (p.file.as_str(), p.row)).collect();
        rows.len() as u64
    }
}

/// A file that could not be loaded.
#[derive(Debug)]
pub struct LoadError {
    /// Its path as the plan file writes it.
    pub path: String,
    /// Why.
    pub source: std::io::Error,
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}: {}", self.path, self.source)
    }
}

impl std::error::Error for LoadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// Reads a plan file and the tables it names. `load` is given each path as the plan file writes it.
///
/// # Errors
/// Only where `load` fails; whatever is wrong inside a file is a [`Problem`].
pub fn read_plan(
    plan: SourceFile,
    load: &mut dyn FnMut(&str) -> std::io::Result<Vec<u8>>,
    options: ReadOptions,
) -> Result<Reading, LoadError> {
    let mut problems = problem::Problems::new(options.leave_out);
    let parsed = plan::read(&plan, &mut problems);
    let mut sources = vec![plan];
    let mut fetch = |path: &Option<String>| -> Result<Option<usize>, LoadError> {
        let Some(path) = path else { return Ok(None) };
        let bytes = load(path).map_err(|source| LoadError { path: path.clone(), source })?;
        sources.push(SourceFile { name: path.clone(), bytes });
        Ok(Some(sources.len() - 1))
    };
    let mut summary = Summary::default();
    let mut input = None;
    if let Some(parsed) = parsed {
        let dwellings = fetch(&parsed.dwellings.path)?;
        let households = fetch(&parsed.households.path)?;
        let files = input::Files {
            plan: &sources[0],
            dwellings: dwellings.map(|i| &sources[i]),
            households: households.map(|i| &sources[i]),
        };
        input = input::assemble(parsed, files, &mut summary, &mut problems);
    }
    if problems.stop() {
        input = None;
    }
    let names: Vec<&str> = sources.iter().map(|s| s.name.as_str()).collect();
    let problems = problems.sorted(&names);
    Ok(Reading { input, problems, sources, summary })
}
