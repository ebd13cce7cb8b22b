//! What the plan file says of a table beyond its path: what would otherwise be found out from the file itself.

use super::source::Encoding;

/// How to read one table. Whatever is `None` is detected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hints {
    /// Encoding of a text file.
    pub encoding: Option<Encoding>,
    /// What stands between its cells.
    pub delimiter: Option<char>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Row of the header, or the first of its two rows; 1 = first.
    pub header_row: Option<u32>,
    /// Whether a row is a person (`true`) or a household.
    pub person_rows: Option<bool>,
    /// Which size of a household counts where the stated one is not that of its rows: `true` = the stated one.
    pub stated_size: Option<bool>,
    /// The day on which the list was drawn up, ISO.
    pub as_of: Option<String>,
    /// Canonical columns and the headers they have in the file.
    pub columns: Vec<(String, String)>,
    /// The same, where only one of the two tables need have the header.
    pub perhaps: Vec<(String, String)>,
    /// Headers not to be used.
    pub ignore: Vec<String>,
}
