//! Jobs: one for each scenario and seed, known by what they are made from.

use super::super::inputs::digest;
use super::start::Start;
use crate::model::{Changes, Mechanism};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A job, as one line of `jobs.ndjson`: enough to do it and to compare it with others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// SHA-256 of version, inputs, scenario and seed.
    pub id: String,
    /// Number of the scenario, 0 = the base.
    pub scenario: u32,
    /// Its name.
    pub name: String,
    /// Its mechanism.
    pub mechanism: String,
    /// Its changes, as text.
    pub changes: BTreeMap<String, String>,
    /// The axis that alone differs from the base.
    pub alone: Option<String>,
    /// Number of the seed, 0 = the first.
    pub seed_number: u32,
    /// The seed.
    pub seed: String,
    /// One digest for the tool's version and all inputs.
    pub inputs: String,
}

/// All jobs, by scenario, then seed.
pub fn jobs(start: &Start) -> Vec<Job> {
    let inputs: Vec<String> = start.inputs.iter().map(|(name, digest)| format!("{name}\t{digest}")).collect();
    let inputs = digest(inputs.join("\n").as_bytes());
    let usual = start.crowd.usual_mechanism();
    let mut jobs = Vec::with_capacity(start.sweep.scenarios.len() * start.sweep.seeds.len());
    for (number, scenario) in start.sweep.scenarios.iter().enumerate() {
        let changes: BTreeMap<String, String> =
            scenario.changes.iter().map(|(key, setting)| ((*key).to_owned(), setting.to_string())).collect();
        let mechanism = mechanism(&scenario.changes, usual).word();
        let lines: Vec<String> = changes.iter().map(|(key, setting)| format!("{key}\t{setting}")).collect();
        for (seed_number, seed) in start.sweep.seeds.iter().enumerate() {
            let text = format!("{inputs}\n{number}\t{}\n{}\n{seed_number}\t{seed}", scenario.name, lines.join("\n"));
            let id = digest(text.as_bytes());
            jobs.push(Job {
                id: id.trim_start_matches("sha256:").to_owned(),
                scenario: number as u32,
                name: scenario.name.clone(),
                mechanism: mechanism.to_owned(),
                changes: changes.clone(),
                alone: scenario.alone.map(str::to_owned),
                seed_number: seed_number as u32,
                seed: seed.clone(),
                inputs: inputs.clone(),
            });
        }
    }
    jobs
}

fn mechanism(changes: &Changes, usual: Mechanism) -> Mechanism {
    changes.get("mechanism").and_then(|setting| setting.word()).and_then(Mechanism::of_word).unwrap_or(usual)
}

/// One digest of all jobs: it changes with every scenario, seed, input and version.
pub fn digest_of(jobs: &[Job]) -> String {
    let ids: Vec<&str> = jobs.iter().map(|job| job.id.as_str()).collect();
    digest(ids.join("\n").as_bytes())
}
