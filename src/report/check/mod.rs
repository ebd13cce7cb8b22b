//! What `check` says of a tree of counts: as JSON, as CSV, as tables with sentences, as a picture.
//!
//! What is for the public goes through [`publishable`] first: groups of which too few live here are taken together
//! before anything is worked out, and levels from whose figures single counts could be inferred are left out.

mod chance_picture;
mod difference;
mod json;
mod levels;
mod publish;
mod rows;
mod sentences;
mod tables;
mod undefined;

pub use chance_picture::check_picture;
pub use difference::{difference_json, difference_table};
pub use json::{MOST_PLACES, by_level_json, measures_json, values_json};
pub use levels::level_word;
pub use publish::{Audience, may_show, pooled};
pub use rows::{CHECK_COLUMNS, check_csv};
pub use sentences::{check_sentences, headline};
pub use tables::{level_table, target_table};

use crate::measure::{Counts, Measures, TargetShares};

/// A population that was measured.
pub struct Checked<'a> {
    /// Its counts: households, or persons.
    pub counts: &'a Counts,
    /// The measures of each level, coarse to fine; nothing where they are not shown.
    pub levels: Vec<Option<Measures>>,
    /// Whom this is for.
    pub audience: Audience,
    /// Whether persons were counted.
    pub persons: bool,
    /// The target that was measured against.
    pub target: Option<TargetShares>,
    /// The tolerance of each level in percentage points, where the target has one.
    pub tolerances: Vec<Option<f64>>,
    /// Whether a cap belongs to a group that is not shown, so that homes over caps cannot be told.
    pub hidden_cap: bool,
}

impl Checked<'_> {
    /// The measures of the finest level, if they are shown.
    pub fn finest(&self) -> Option<&Measures> {
        self.levels.last().and_then(Option::as_ref)
    }
}
