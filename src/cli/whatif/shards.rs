//! A sweep in shards: every job has a file of its own, so that any number of machines can work on one folder without
//! knowing of each other. No database is shared.

use super::super::desk::Desk;
use super::super::{Done, Failure, folder, inputs};
use super::finish::finish;
use super::jobs::Job;
use super::start::Start;
use super::work::work;
use crate::report::args;
use crate::report::whatif::outcome_from_json;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// The jobs of a sweep, one a line.
const JOBS: &str = "jobs.ndjson";

/// Results, one file for each job that is done.
const RESULTS: &str = "results";

/// So many missing jobs are named.
const NAMED: usize = 20;

/// One of so many shards, counted from 1.
#[derive(Clone, Copy)]
pub struct Shard {
    number: u64,
    of: u64,
}

impl Shard {
    /// The shard of a text such as `3/7`.
    pub fn of_text(desk: &Desk, text: &str) -> Result<Self, Failure> {
        let parts = text.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        match parts {
            Some((number, of)) if (1..=of).contains(&number) => Ok(Self { number, of }),
            _ => {
                let what = args([("value", text.into())]);
                Err(Failure::new(Failure::PROBLEMS, desk.words.say("whatif-bad-shard", &what)))
            }
        }
    }

    /// Whether a job is this shard's: by the first eight bytes of its id, whoever else works on the sweep.
    fn holds(self, job: &Job) -> bool {
        let number = job.id.get(..16).and_then(|hex| u64::from_str_radix(hex, 16).ok()).unwrap_or(0);
        number % self.of == self.number - 1
    }
}

/// Writes the list of jobs; leaves it as it is where it is the same.
pub fn write_jobs(desk: &Desk, out: &Path, jobs: &[Job], force: bool) -> Done {
    let path = out.join(JOBS);
    let mut text = String::new();
    for job in jobs {
        text.push_str(&serde_json::to_string(job).expect("a job is plain data"));
        text.push('\n');
    }
    match std::fs::read_to_string(&path) {
        Ok(known) if known == text => return Ok(()),
        Ok(_) if !force => {
            let what = args([("path", path.display().to_string().into())]);
            return Err(Failure::new(Failure::REFUSED, desk.words.say("whatif-other-jobs", &what)));
        }
        _ => {}
    }
    std::fs::create_dir_all(out.join(RESULTS)).map_err(|error| folder::cannot_write(desk, out, &error))?;
    folder::write_own(desk, &path, &text)
}

/// Does the jobs of one shard that have no valid result yet.
pub fn run(desk: &Desk, out: &Path, start: &Start, jobs: &[Job], shard: Shard, force: bool) -> Done {
    write_jobs(desk, out, jobs, force)?;
    let own: Vec<&Job> = jobs.iter().filter(|job| shard.holds(job)).collect();
    let open: Vec<&Job> = own.iter().copied().filter(|job| result(out, job).is_none()).collect();
    work(desk, start, &open, &mut |job, outcome| {
        let outcome: Value = serde_json::from_str(&outcome).expect("outcomes are JSON");
        let text = format!("{}\n", json!({ "id": job.id, "outcome": outcome }));
        folder::write_own(desk, &place(out, job), &text)
    })?;
    let what = args([("done", (open.len() as u64).into()), ("of", (own.len() as u64).into())]);
    desk.tell(&desk.words.say("whatif-shard-done", &what));
    Ok(())
}

fn place(out: &Path, job: &Job) -> PathBuf {
    out.join(RESULTS).join(format!("{}.json", job.id))
}

/// The outcome of a job, as JSON, where it has a file that is whole and its own.
fn result(out: &Path, job: &Job) -> Option<String> {
    let value: Value = serde_json::from_str(&std::fs::read_to_string(place(out, job)).ok()?).ok()?;
    let outcome = value.get("outcome").filter(|_| value.get("id").and_then(Value::as_str) == Some(&job.id))?;
    let text = outcome.to_string();
    outcome_from_json(&text).map(|_| text)
}

/// Puts the results of all shards together, or names what is missing.
pub fn merge(desk: &Desk, out: &Path) -> Done {
    let path = out.join(JOBS);
    let text = String::from_utf8(inputs::read_file(desk, &path)?).ok();
    let jobs = text.and_then(|text| text.lines().map(|line| serde_json::from_str(line).ok()).collect());
    let jobs: Vec<Job> = jobs.filter(|jobs: &Vec<Job>| !jobs.is_empty()).ok_or_else(|| {
        let what = args([("path", path.display().to_string().into())]);
        Failure::new(Failure::PROBLEMS, desk.words.say("whatif-bad-jobs", &what))
    })?;
    let missing: Vec<&Job> = jobs.iter().filter(|job| result(out, job).is_none()).collect();
    if !missing.is_empty() {
        for job in missing.iter().take(NAMED) {
            let what = [
                ("id", job.id.as_str().into()),
                ("name", job.name.as_str().into()),
                ("seed", job.seed.as_str().into()),
            ];
            desk.tell(&desk.words.say("whatif-missing", &args(what)));
        }
        let what = args([("missing", (missing.len() as u64).into()), ("of", (jobs.len() as u64).into())]);
        return Err(Failure::new(Failure::AGAIN, desk.words.say("whatif-incomplete", &what)));
    }
    finish(desk, out, &jobs, &mut |jobs| Ok(jobs.iter().filter_map(|job| result(out, job)).collect()))
}
