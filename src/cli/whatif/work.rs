//! Doing jobs: on all cores, one scenario worked out once for all of its seeds, results handed over as they come.

use super::super::Failure;
use super::super::desk::Desk;
use super::jobs::Job;
use super::start::Start;
use super::stopped;
use crate::report::whatif::outcome_json;
use crate::whatif::Study;
use rayon::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};

/// Results that wait to be written, at most: memory does not grow with the number of runs.
const WAITING: usize = 64;

/// Set when the user, or whoever runs the program, asks it to stop.
pub struct Bell(Arc<AtomicBool>);

impl Bell {
    /// Listens for Ctrl-C and for the signals that ask a program to end. The second one ends it at once.
    pub fn hung() -> Self {
        let rung = Arc::new(AtomicBool::new(false));
        let handler = Arc::clone(&rung);
        // Fails only if there is a handler already; then that one ends the program.
        let _ = ctrlc::set_handler(move || {
            if handler.swap(true, Ordering::SeqCst) {
                std::process::exit(i32::from(Failure::AGAIN));
            }
        });
        Self(rung)
    }

    fn rung(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// Does these jobs (by scenario, then seed) and hands each outcome, as JSON, to `keep`. Fails with "again" if it was
/// asked to stop, after the runs in flight are kept.
pub fn work(
    desk: &Desk,
    start: &Start,
    jobs: &[&Job],
    keep: &mut dyn FnMut(&Job, String) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let bell = Bell::hung();
    let progress = desk.countdown(jobs.len() as u64, desk.words.plain("doing-whatif"));
    let failed = AtomicBool::new(false);
    let mut result = Ok(());
    let mut done = 0;
    std::thread::scope(|scope| {
        let (sender, receiver) = sync_channel::<(&Job, String)>(WAITING);
        let (bell, failed) = (&bell, &failed);
        scope.spawn(move || {
            let scenarios: Vec<&[&Job]> = jobs.chunk_by(|a, b| a.scenario == b.scenario).collect();
            scenarios.into_par_iter().for_each_with(sender, |sender, jobs| one(start, jobs, sender, bell, failed));
        });
        for (job, outcome) in receiver {
            if result.is_ok() {
                result = keep(job, outcome);
                failed.store(result.is_err(), Ordering::SeqCst);
            }
            done += usize::from(result.is_ok());
            progress.tick();
        }
    });
    progress.done();
    result?;
    if done < jobs.len() { Err(stopped(desk, done, jobs.len())) } else { Ok(()) }
}

/// All open jobs of one scenario.
fn one<'j>(start: &Start, jobs: &[&'j Job], sender: &SyncSender<(&'j Job, String)>, bell: &Bell, failed: &AtomicBool) {
    let over = || bell.rung() || failed.load(Ordering::SeqCst);
    if over() {
        return;
    }
    let study = Study::new(&start.crowd, &start.sweep.scenarios[jobs[0].scenario as usize].changes);
    jobs.par_iter().for_each_with(sender.clone(), |sender, job| {
        if !over() {
            // Nobody listens only after a failure, which has been told.
            let _ = sender.send((*job, outcome_json(&study.run(&job.seed))));
        }
    });
}
