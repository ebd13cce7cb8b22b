//! The files of a finished sweep: tables, JSON, pictures. Made from outcomes as they were kept, whoever made them.

use super::super::args::Format;
use super::super::desk::{Desk, WIDTH};
use super::super::{Failure, folder};
use super::jobs::Job;
use crate::model::scenario::AXES;
use crate::model::{Mechanism, Named, Setting};
use crate::report::whatif::{
    Comparison, RunsCsv, Told, comparison_json, difference_table, frontier_svg, outcome_from_json, parts_csv,
    ranking_csv, ranking_svg, scenarios_csv, spread_svg,
};
use crate::report::{args, text_table};
use crate::whatif::{self, Outcome, ranking};
use std::path::Path;

/// Reads the outcomes of one scenario, by seed; text that is no outcome is a failure.
pub type Outcomes<'a> = dyn FnMut(&[Job]) -> Result<Vec<String>, Failure> + 'a;

/// Compares, writes the files and prints the table.
pub fn finish(desk: &Desk, out: &Path, jobs: &[Job], outcomes: &mut Outcomes) -> Result<(), Failure> {
    let mut comparison = whatif::Comparison::default();
    let mut scenarios = Vec::new();
    let mut runs = RunsCsv::header();
    for jobs in jobs.chunk_by(|a, b| a.scenario == b.scenario) {
        let outcomes = parsed(desk, jobs, &outcomes(jobs)?)?;
        for (job, outcome) in jobs.iter().zip(&outcomes) {
            runs.push_str(&RunsCsv::row(&job.name, &job.seed, outcome));
        }
        let mechanism = Mechanism::of_word(&jobs[0].mechanism).unwrap_or_default();
        scenarios.push(Told { named: named(&jobs[0]), mechanism, compared: comparison.add(&outcomes) });
    }
    let reaches: Vec<_> = scenarios.iter().map(|told: &Told| (told.named.alone, &told.compared)).collect();
    let ranking = ranking(&reaches);
    let first = jobs.first().map_or(0, |job| job.scenario);
    let seeds = jobs.iter().take_while(|job| job.scenario == first).map(|job| job.seed.clone()).collect();
    let comparison = Comparison { version: env!("CARGO_PKG_VERSION").to_owned(), seeds, scenarios, ranking };
    let words = desk.file_words(None);
    let files = [
        ("runs.csv", runs),
        ("scenarios.csv", scenarios_csv(&comparison)),
        ("parts.csv", parts_csv(&comparison)),
        ("ranking.csv", ranking_csv(&comparison)),
        ("frontier.svg", frontier_svg(&comparison, &words)),
        ("spread.svg", spread_svg(&comparison, &words)),
        ("ranking.svg", ranking_svg(&comparison, &words)),
        ("comparison.json", comparison_json(&comparison)),
    ];
    let texts: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    folder::write(desk, out, &texts, true)?;
    match desk.format {
        Format::Json => desk.print(&files[7].1),
        Format::Csv => desk.print(&files[1].1),
        Format::Table => {
            let (header, rows) = difference_table(&comparison, &desk.words);
            desk.print(&text_table(&header, &rows, WIDTH + 40));
            desk.print(&desk.words.plain("whatif-legend"));
        }
    }
    let what = args([
        ("dir", out.display().to_string().into()),
        ("scenarios", (comparison.scenarios.len() as u64).into()),
        ("seeds", (comparison.seeds.len() as u64).into()),
    ]);
    desk.tell(&desk.words.say("whatif-done", &what));
    Ok(())
}

fn parsed(desk: &Desk, jobs: &[Job], texts: &[String]) -> Result<Vec<Outcome>, Failure> {
    let outcomes: Option<Vec<Outcome>> = texts.iter().map(|text| outcome_from_json(text)).collect();
    outcomes.filter(|outcomes| outcomes.len() == jobs.len()).ok_or_else(|| {
        let what = args([("name", jobs[0].name.as_str().into())]);
        Failure::new(Failure::CANNOT, desk.words.say("whatif-not-an-outcome", &what))
    })
}

/// The scenario behind a job. Settings come back as they are written: nothing is worked out from them any more.
fn named(job: &Job) -> Named {
    let axis = |key: &String| AXES.iter().find(|axis| axis.key == *key).map(|axis| axis.key);
    let changes = job.changes.iter().filter_map(|(key, text)| Some((axis(key)?, Setting::Word(text.clone()))));
    Named { name: job.name.clone(), changes: changes.collect(), alone: job.alone.as_ref().and_then(axis) }
}
