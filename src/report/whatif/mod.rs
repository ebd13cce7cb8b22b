//! What-if results: outcomes as JSON, comparisons as tables, files and pictures. Nothing here has the name of a
//! household: none reaches it.

mod json;
mod page;
mod pictures;
mod tables;

pub use json::{comparison_json, outcome_from_json, outcome_json};
pub use pictures::{frontier_svg, ranking_svg, spread_svg};
pub use tables::{RunsCsv, SHOWN, difference_table, parts_csv, ranking_csv, scenarios_csv};

use crate::model::{Mechanism, Named};
use crate::whatif::{Compared, Reach};

/// A scenario and what came of it.
pub struct Told {
    /// The scenario.
    pub named: Named,
    /// How it hands out homes.
    pub mechanism: Mechanism,
    /// Next to the base.
    pub compared: Compared,
}

/// A sweep, compared.
pub struct Comparison {
    /// Version of the tool.
    pub version: String,
    /// The seeds.
    pub seeds: Vec<String>,
    /// The scenarios, the base first.
    pub scenarios: Vec<Told>,
    /// What moves the mix most.
    pub ranking: Vec<Reach>,
}
