//! `whatif`: scenarios times seeds, on one machine or in shards, compared and drawn.

mod finish;
mod jobs;
mod one_machine;
mod shards;
mod start;
mod work;

use super::args::Whatif;
use super::desk::Desk;
use super::{Done, Failure};
use crate::report::{Lang, args};
use std::path::Path;

pub fn run(desk: &Desk, asked: &Whatif) -> Done {
    if asked.template {
        let text = match desk.lang {
            Lang::En => include_str!("../../../data/whatif/scenarios.en.toml"),
            Lang::Zh => include_str!("../../../data/whatif/scenarios.zh.toml"),
        };
        desk.print(text);
        return Ok(());
    }
    // Asked before anything else: there is no scenario for which the answer would be another.
    if asked.as_plan.is_some() {
        return Err(Failure::new(Failure::REFUSED, desk.words.plain("whatif-no-plan")));
    }
    let usage = || Failure::new(Failure::PROBLEMS, desk.words.plain("whatif-usage"));
    let what = asked.scenarios.as_deref().ok_or_else(usage)?;
    if what == Path::new("merge") {
        let dir = asked.dir.as_deref().or(asked.out.as_deref()).ok_or_else(usage)?;
        return shards::merge(desk, dir);
    }
    if asked.dir.is_some() {
        return Err(usage());
    }
    let out = asked.out.as_deref().ok_or_else(usage)?;
    if let Some(threads) = asked.threads {
        // Fails only if the pool runs already, which it does not: this is the one place that sets it up.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads.into()).build_global();
    }
    let shard = asked.shard.as_deref().map(|shard| shards::Shard::of_text(desk, shard)).transpose()?;
    let start = start::load(desk, what)?;
    let jobs = jobs::jobs(&start);
    if asked.jobs {
        return shards::write_jobs(desk, out, &jobs, asked.force);
    }
    match shard {
        Some(shard) => shards::run(desk, out, &start, &jobs, shard, asked.force),
        None => one_machine::run(desk, out, &start, &jobs, asked.force),
    }
}

/// The failure of a stopped sweep: what is done is kept, and the same command goes on with the rest.
fn stopped(desk: &Desk, done: usize, of: usize) -> Failure {
    let what = args([("done", (done as u64).into()), ("of", (of as u64).into())]);
    Failure::new(Failure::AGAIN, desk.words.say("whatif-stopped", &what))
}
