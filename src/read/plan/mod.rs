//! `plan.toml`, walked by hand so that every problem is told at once, with its place.

mod appeal;
mod columns;
mod files;
mod fit;
mod mix;
mod sections;
mod setting;
mod sweep;
mod walk;

pub(super) use fit::Fit;
pub(super) use mix::{Mix, settle};
pub use sweep::{Against, SweepReading, sweep};
pub(super) use walk::Source;
use walk::document;

use super::SourceFile;
use super::codes::Code;
use super::problem::Problems;
use crate::model::{Appeal, BondRule, Draw, Mandate};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use walk::Walk;

/// The pieces of a plan file, each as far as it could be read.
#[derive(Default)]
pub(super) struct PlanFile {
    /// The table of dwellings.
    pub dwellings: files::TableFile,
    /// The table of households.
    pub households: files::TableFile,
    /// The fit table.
    pub fit: Fit,
    /// The seed.
    pub draw: Option<Draw>,
    /// The rule for bonds.
    pub bonds: BondRule,
    /// The target as written; whom it must name is known only after the households.
    pub mix: Option<Mix>,
    /// Spelling to label.
    pub aliases: BTreeMap<String, String>,
    /// On whose authority.
    pub mandate: Option<Mandate>,
    /// Language of written files.
    pub lang: Option<String>,
    /// Where and until when households may appeal.
    pub appeal: Option<Appeal>,
}

const SECTIONS: [&str; 10] =
    ["files", "columns", "fit", "lottery", "bonds", "mix", "groups", "mandate", "appeal", "lang"];

/// A key and its value.
type Entry<'t> = (&'t str, Range<usize>, &'t Spanned<DeValue<'t>>);

/// The entries of a table, in the order of their keys.
fn entries<'t>(table: &'t DeTable<'t>) -> impl Iterator<Item = Entry<'t>> {
    table.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span(), value))
}

/// Reads a plan file; `None` where it is not TOML.
pub(super) fn read(file: &SourceFile, problems: &mut Problems) -> Option<PlanFile> {
    let (source, document) = document(file, problems)?;
    let mut plan = PlanFile::default();
    let mut walk = Walk { source, problems };
    let mut files = false;
    for (key, span, value) in entries(document.get_ref()) {
        match key {
            "files" => {
                files = true;
                files::files(&mut walk, span, value, &mut plan);
            }
            "columns" => columns::read(&mut walk, value, &mut plan),
            "fit" => plan.fit = fit::read(&mut walk, value),
            "lottery" => sections::lottery(&mut walk, value, &mut plan),
            "bonds" => sections::bonds(&mut walk, value, &mut plan),
            "mix" => plan.mix = Some(mix::read(&mut walk, value)),
            "groups" => sections::groups(&mut walk, value, &mut plan),
            "mandate" => sections::mandate(&mut walk, span, value, &mut plan),
            "appeal" => plan.appeal = appeal::read(&mut walk, span, value),
            "lang" => plan.lang = walk.one_of("lang", value, &["zh", "en"]).map(str::to_owned),
            _ => walk.unknown("", key, span, &SECTIONS),
        }
    }
    if !files {
        let problem = walk.problem(Code::MissingKey, "files", 0..0);
        walk.problems.push(problem.with("key", "files"));
    }
    Some(plan)
}
