//! What-if: what must follow from what, sweeps that are stopped and go on, shards, a published setting.

mod metamorphic;
mod published;
mod shards;
mod sweeps;

use crate::desk::write;
use std::path::Path;

/// A scenario file of a synthetic town, with these lines after the base.
fn scenarios(folder: &Path, households: u32, seeds: u32, rest: &str) {
    let base = format!("[base]\ntown = {{ households = {households} }}\nseeds = {seeds}\n");
    write(folder, "s.toml", &format!("{base}changes = {{ effort = \"quick\" }}\n{rest}"));
}

/// The value of a figure in `comparison.json`: mean over seeds of the scenario of this name.
fn figure(comparison: &serde_json::Value, name: &str, key: &str) -> f64 {
    let scenarios = comparison["scenarios"].as_array().expect("scenarios");
    let scenario = scenarios.iter().find(|scenario| scenario["name"] == name).expect("a scenario of this name");
    scenario["figures"][key]["mean"].as_f64().unwrap_or_else(|| panic!("{name} has a {key}"))
}
