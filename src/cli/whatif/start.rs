//! What a sweep starts from: the scenario file, the crowd, the digests of all that was read.

use super::super::desk::Desk;
use super::super::{Failure, inputs, problems};
use crate::model::{Start as Base, Sweep};
use crate::read::{Against, Input, ReadOptions, Reading, SourceFile, Summary, read_plan, sweep};
use crate::town::{Recipe, make};
use crate::whatif::{Crowd, building_name};
use std::collections::BTreeMap;
use std::path::Path;

/// Everything a sweep needs.
pub struct Start {
    pub crowd: Crowd,
    pub sweep: Sweep,
    /// Names and digests of the inputs, the tool's version among them.
    pub inputs: BTreeMap<String, String>,
}

/// Reads a scenario file and what it starts from; tells all problems of both.
pub fn load(desk: &Desk, path: &Path) -> Result<Start, Failure> {
    let file = SourceFile { name: path.display().to_string(), bytes: inputs::read_file(desk, path)? };
    let mut base: Option<Result<Reading, Failure>> = None;
    let reading = sweep(&file, &mut |start| {
        let read = read_base(desk, path, start);
        let against = read.as_ref().ok().and_then(|reading| reading.input.as_ref()).map(against);
        base = Some(read);
        against
    });
    let base = base.transpose()?;
    let judged = base.as_ref().map(|reading| inputs::judge(desk, reading));
    let refused = reading.problems.iter().any(|p| p.severity == crate::read::Severity::Refused);
    let told = Reading { input: None, problems: reading.problems, sources: vec![file], summary: Summary::default() };
    problems::tell(desk, &told);
    if refused {
        return Err(Failure::told(Failure::REFUSED));
    }
    judged.transpose()?;
    let (Some(sweep), Some(base)) = (reading.sweep, base) else { return Err(Failure::told(Failure::PROBLEMS)) };
    let mut digests = inputs::digests(&base.sources);
    digests.insert("mixplan".to_owned(), env!("CARGO_PKG_VERSION").to_owned());
    let Some(input) = base.input else { return Err(Failure::told(Failure::PROBLEMS)) };
    let Input { intake, roll, opt_ins, target, effort, .. } = input;
    Ok(Start { crowd: Crowd::new(intake, roll, opt_ins, target, effort), sweep, inputs: digests })
}

/// A plan file beside the scenario file, or a synthetic town.
fn read_base(desk: &Desk, scenarios: &Path, base: &Base) -> Result<Reading, Failure> {
    match base {
        Base::Plan(plan) => {
            let folder = scenarios.parent().unwrap_or(Path::new(""));
            inputs::load(desk, &folder.join(plan), ReadOptions::default())
        }
        Base::Town { households, seed } => {
            let mut recipe = Recipe::sized(*households);
            recipe.scarce = *households == Recipe::demo().households;
            recipe.seed = seed.unwrap_or(recipe.seed);
            let town = make(&recipe);
            let plan = SourceFile { name: "plan.toml".to_owned(), bytes: town.plan_toml.into_bytes() };
            let mut load = |path: &str| {
                let text = if path == "dwellings.csv" { &town.dwellings_csv } else { &town.households_csv };
                Ok(text.clone().into_bytes())
            };
            Ok(read_plan(plan, &mut load, ReadOptions::default()).expect("a town is in memory"))
        }
    }
}

fn against(input: &Input) -> Against {
    let stock = &input.intake.stock;
    Against {
        groups: input.roll.groups.clone(),
        buildings: (0..stock.buildings.len()).map(|at| building_name(stock, at)).collect(),
        seed: input.draw.as_ref().map(|draw| draw.seed.clone()),
    }
}
