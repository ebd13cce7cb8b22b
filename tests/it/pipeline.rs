//! The whole way from files to tables, in memory, as the tests need it.

use mixplan::allocate::allocate;
use mixplan::mix::mix;
use mixplan::model::{Draft, Draw, Sheets, rows};
use mixplan::read::{Input, ReadOptions, SourceFile, plan_rows, read_plan};
use mixplan::report::plan_csv;
use mixplan::town::{Recipe, Town, make};
use mixplan::verify::{Breach, Evidence, Plan, certify};
use std::collections::BTreeMap;

/// The files of a plan, as text.
#[derive(Clone)]
pub struct Files {
    pub plan: String,
    pub dwellings: String,
    pub households: String,
}

/// The tables that come out.
#[derive(PartialEq, Eq, Debug)]
pub struct Tables {
    pub first: String,
    pub plan: String,
}

impl Files {
    pub fn of(recipe: &Recipe) -> Self {
        let Town { dwellings_csv, households_csv, plan_toml, .. } = make(recipe);
        Self { plan: plan_toml, dwellings: dwellings_csv, households: households_csv }
    }

    pub fn input(&self) -> Input {
        let plan = SourceFile { name: "plan.toml".into(), bytes: self.plan.clone().into_bytes() };
        let mut load = |path: &str| {
            Ok(if path == "dwellings.csv" { &self.dwellings } else { &self.households }.clone().into_bytes())
        };
        let reading = read_plan(plan, &mut load, ReadOptions::default()).expect("in memory");
        let stopping: Vec<_> = reading.problems.iter().filter(|problem| problem.severity.stops()).collect();
        reading.input.unwrap_or_else(|| panic!("the town does not read: {stopping:?}"))
    }

    /// Draws, exchanges and writes.
    pub fn tables(&self) -> Tables {
        tables(&self.input())
    }

    /// The header and the rows of the households table, each split into cells.
    pub fn household_cells(&self) -> Vec<Vec<String>> {
        self.households.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
    }

    /// The same files with another households table.
    pub fn with_households(&self, cells: &[Vec<String>]) -> Self {
        let mut households = String::new();
        for row in cells {
            households.push_str(&row.join(","));
            households.push('\n');
        }
        Self { households, ..self.clone() }
    }

    /// Changes one column of the households table, row by row.
    pub fn change_column(&self, column: &str, mut change: impl FnMut(usize, &str) -> String) -> Self {
        let mut cells = self.household_cells();
        let at = cells[0].iter().position(|name| name == column).expect("the column exists");
        for (row, cells) in cells.iter_mut().enumerate().skip(1) {
            cells[at] = change(row, &cells[at]);
        }
        self.with_households(&cells)
    }
}

fn draft(input: &Input) -> Draft {
    let draw = draw(input);
    let (base, _) = allocate(&input.intake, &draw);
    match &input.target {
        Some(target) => mix(&input.intake, &base, &input.opt_ins, &input.roll, target, input.effort),
        None => Draft { placement: base.placement.clone(), base },
    }
}

fn draw(input: &Input) -> Draw {
    input.draw.clone().expect("towns have a seed")
}

pub fn tables(input: &Input) -> Tables {
    let draft = draft(input);
    let text = |placement| plan_csv(&rows(&input.intake, &draft.base.turns, placement));
    Tables { first: text(&draft.base.placement), plan: text(&draft.placement) }
}

/// Holds tables against an input with `verify`.
pub fn judge(input: &Input, tables: &Tables) -> Result<Plan, Vec<Breach>> {
    let back = |name: &str, text: &str| {
        plan_rows(&SourceFile { name: name.into(), bytes: text.as_bytes().to_vec() }).expect("our own table")
    };
    let sheets = Sheets { first: back("first.csv", &tables.first), plan: back("plan.csv", &tables.plan) };
    let evidence = Evidence {
        intake: &input.intake,
        roll: &input.roll,
        opt_ins: &input.opt_ins,
        target: input.target.as_ref(),
        draw: &draw(input),
        inputs: BTreeMap::new(),
        outputs: BTreeMap::new(),
        effort: input.effort,
        mandate: None,
        unplaced: None,
        witness: None,
        rows_left_out: 0,
        doubts: &[],
    };
    certify(&evidence, sheets)
}
