//! A sweep on one machine: results in a SQLite file, so that a stopped sweep goes on where it was.

use super::super::desk::Desk;
use super::super::{Done, Failure, folder};
use super::finish::finish;
use super::jobs::{Job, digest_of};
use super::start::Start;
use super::work::work;
use crate::report::args;
use crate::store::{Run, StoreError, SweepFile};
use std::path::Path;

/// The file of results in the folder of a sweep.
const FILE: &str = "sweep.sqlite";

pub fn run(desk: &Desk, out: &Path, start: &Start, jobs: &[Job], force: bool) -> Done {
    let path = out.join(FILE);
    if force {
        for name in [FILE, "sweep.sqlite-wal", "sweep.sqlite-shm"] {
            let _ = std::fs::remove_file(out.join(name));
        }
    }
    if !path.exists() {
        folder::check_free(desk, out, force)?;
    }
    std::fs::create_dir_all(out).map_err(|error| folder::cannot_write(desk, out, &error))?;
    let mut inputs = start.inputs.clone();
    inputs.insert("scenarios".to_owned(), digest_of(jobs));
    let cannot = |error: StoreError| failure(desk, &path, &error);
    let file = SweepFile::open(&path, &inputs).map_err(cannot)?;
    let done = file.done().map_err(cannot)?;
    let open: Vec<&Job> = jobs.iter().filter(|job| !done.contains(&job.id)).collect();
    if !done.is_empty() && !open.is_empty() {
        let what = args([("done", (done.len() as u64).into()), ("of", (jobs.len() as u64).into())]);
        desk.tell(&desk.words.say("whatif-resumed", &what));
    }
    work(desk, start, &open, &mut |job, outcome| {
        let run = Run {
            job: job.id.clone(),
            scenario: job.scenario,
            scenario_name: job.name.clone(),
            seed: job.seed_number,
            seed_text: job.seed.clone(),
            outcome,
        };
        file.put(&run).map_err(cannot)
    })?;
    finish(desk, out, jobs, &mut |jobs| file.outcomes(jobs[0].scenario).map_err(cannot))
}

/// What is wrong with a file of results. Other inputs are refused: their results must not stand side by side.
fn failure(desk: &Desk, path: &Path, error: &StoreError) -> Failure {
    let name = path.display().to_string();
    let say = |key: &str| desk.words.say(key, &args([("path", name.as_str().into())]));
    match error {
        StoreError::OtherInputs(list) => {
            let changed: Vec<&str> = list.iter().map(|(name, ..)| name.as_str()).collect();
            let what = args([("path", name.as_str().into()), ("changed", changed.join(", ").into())]);
            Failure::new(Failure::REFUSED, desk.words.say("whatif-other-inputs", &what))
        }
        StoreError::Foreign => Failure::new(Failure::CANNOT, say("whatif-foreign-file")),
        StoreError::Newer => Failure::new(Failure::CANNOT, say("whatif-newer-file")),
        StoreError::Damaged(_) | StoreError::Sqlite(_) => {
            let what = args([("path", name.as_str().into()), ("why", error.to_string().into())]);
            Failure::new(Failure::CANNOT, desk.words.say("whatif-bad-file", &what))
        }
    }
}
