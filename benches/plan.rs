//! How the cost of each step grows with the town: `cargo bench`.
//!
//! Figures of one run compare with each other; figures of two machines do not.

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use mixplan::allocate::allocate;
use mixplan::mix::mix;
use mixplan::model::{Base, Draft, Draw, Effort, PlanRow, Sheets, rows};
use mixplan::read::{Input, ReadOptions, SourceFile, plan_rows, read_plan};
use mixplan::report::plan_csv;
use mixplan::town::{Recipe, Town, make};
use mixplan::verify::{Evidence, certify};
use std::collections::BTreeMap;
use std::hint::black_box;

const SIZES: [u32; 4] = [5_000, 10_000, 20_000, 50_000];

fn input(town: &Town) -> Input {
    let plan = SourceFile { name: "plan.toml".into(), bytes: town.plan_toml.clone().into_bytes() };
    let mut load = |path: &str| {
        let text = if path == "dwellings.csv" { &town.dwellings_csv } else { &town.households_csv };
        Ok(text.clone().into_bytes())
    };
    let reading = read_plan(plan, &mut load, ReadOptions::default()).expect("the town is in memory");
    reading.input.expect("a synthetic town has no problems")
}

fn exchanged(input: &Input, base: &Base) -> Draft {
    let target = input.target.as_ref().expect("a synthetic town has a target");
    mix(&input.intake, base, &input.opt_ins, &input.roll, target, Effort::Normal)
}

fn table(input: &Input, base: &Base, draft: &Draft) -> Sheets {
    let text = |placement| plan_csv(&rows(&input.intake, &base.turns, placement)).into_bytes();
    let back = |name: &str, bytes| -> Vec<PlanRow> {
        plan_rows(&SourceFile { name: name.into(), bytes }).expect("our own table")
    };
    Sheets { first: back("first.csv", text(&base.placement)), plan: back("plan.csv", text(&draft.placement)) }
}

fn steps(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("plan");
    group.sample_size(10);
    for size in SIZES {
        let town = make(&Recipe::sized(size));
        let read = input(&town);
        let draw: Draw = read.draw.clone().expect("a synthetic town has a seed");
        let (base, _) = allocate(&read.intake, &draw);
        let draft = exchanged(&read, &base);
        let sheets = table(&read, &base, &draft);
        let evidence = Evidence {
            intake: &read.intake,
            roll: &read.roll,
            opt_ins: &read.opt_ins,
            target: read.target.as_ref(),
            draw: &draw,
            inputs: BTreeMap::new(),
            outputs: BTreeMap::new(),
            effort: read.effort,
            mandate: None,
            unplaced: None,
            witness: None,
            rows_left_out: 0,
            doubts: &[],
        };
        group.bench_function(BenchmarkId::new("read", size), |b| b.iter(|| input(black_box(&town))));
        group.bench_function(BenchmarkId::new("allocate", size), |b| {
            b.iter(|| allocate(black_box(&read.intake), &draw))
        });
        group.bench_function(BenchmarkId::new("mix", size), |b| b.iter(|| exchanged(black_box(&read), &base)));
        group.bench_function(BenchmarkId::new("verify", size), |b| {
            b.iter_batched(|| sheets.clone(), |sheets| certify(black_box(&evidence), sheets), BatchSize::LargeInput)
        });
    }
    group.finish();
}

criterion_group!(benches, steps);
criterion_main!(benches);
