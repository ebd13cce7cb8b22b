//! The results of a sweep: one row for each scenario and seed, and the digests of what they were made from.

use super::open::{StoreError, open};
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What a sweep is made from: name to digest, the tool's version among them.
pub type Inputs = BTreeMap<String, String>;

/// One run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Content id of the job: a hash of version, inputs, scenario and seed.
    pub job: String,
    /// Number of the scenario in the sweep, 0 = the base.
    pub scenario: u32,
    /// Its name.
    pub scenario_name: String,
    /// Number of the seed, 0 = the first.
    pub seed: u32,
    /// The seed.
    pub seed_text: String,
    /// The outcome, as JSON.
    pub outcome: String,
}

/// A file of results, open.
pub struct SweepFile {
    connection: Connection,
}

impl SweepFile {
    /// Opens the file of a sweep, or makes it.
    ///
    /// # Errors
    /// If the file belongs to other inputs, is not one of this tool, is damaged, or cannot be read or written.
    pub fn open(path: &Path, inputs: &Inputs) -> Result<Self, StoreError> {
        let mut connection = open(path)?;
        let known: Inputs = {
            let mut statement = connection.prepare("SELECT name, digest FROM input ORDER BY name")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect::<Result<_, _>>()?
        };
        if known.is_empty() {
            let transaction = connection.transaction()?;
            for (name, digest) in inputs {
                transaction.execute("INSERT INTO input (name, digest) VALUES (?1, ?2)", params![name, digest])?;
            }
            transaction.commit()?;
        } else if known != *inputs {
            return Err(StoreError::OtherInputs(differences(&known, inputs)));
        }
        Ok(Self { connection })
    }

    /// The jobs that are done.
    pub fn done(&self) -> Result<BTreeSet<String>, StoreError> {
        let mut statement = self.connection.prepare("SELECT job FROM run")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps a run, at once. A job that is there already stays as it is.
    pub fn put(&self, run: &Run) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(
            "INSERT OR IGNORE INTO run (job, scenario, scenario_name, seed, seed_text, outcome)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        statement.execute(params![run.job, run.scenario, run.scenario_name, run.seed, run.seed_text, run.outcome])?;
        Ok(())
    }

    /// The outcomes of one scenario, by number of the seed.
    pub fn outcomes(&self, scenario: u32) -> Result<Vec<String>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT outcome FROM run WHERE scenario = ?1 ORDER BY seed")?;
        let rows = statement.query_map([scenario], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// What differs: name, digest in the file, digest asked for; a blank where one has nothing of this name.
fn differences(known: &Inputs, asked: &Inputs) -> Vec<(String, String, String)> {
    let names: BTreeSet<&String> = known.keys().chain(asked.keys()).collect();
    let of = |inputs: &Inputs, name: &String| inputs.get(name).cloned().unwrap_or_default();
    let pairs = names.into_iter().map(|name| (name.clone(), of(known, name), of(asked, name)));
    pairs.filter(|(_, known, asked)| known != asked).collect()
}
