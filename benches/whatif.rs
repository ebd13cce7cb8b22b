//! What a run of a what-if costs: `cargo bench --bench whatif`. Figures of one run compare with each other; figures of
//! two machines do not.

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use mixplan::allocate::allocate;
use mixplan::mix::mix;
use mixplan::model::{Changes, Draw, Setting};
use mixplan::read::{Input, ReadOptions, SourceFile, read_plan};
use mixplan::town::{Recipe, make};
use mixplan::whatif::{Crowd, Study};
use std::hint::black_box;

fn input(households: u32) -> Input {
    let town = make(&Recipe::sized(households));
    let plan = SourceFile { name: "plan.toml".into(), bytes: town.plan_toml.into_bytes() };
    let table = |path: &str| if path == "dwellings.csv" { &town.dwellings_csv } else { &town.households_csv };
    let reading = read_plan(plan, &mut |path| Ok(table(path).clone().into_bytes()), ReadOptions::default());
    reading.expect("the town is in memory").input.expect("a synthetic town has no problems")
}

fn crowd(input: &Input) -> Crowd {
    let Input { intake, roll, opt_ins, target, effort, .. } = input.clone();
    Crowd::new(intake, roll, opt_ins, target, effort)
}

fn with(key: &'static str, word: &str) -> Changes {
    Changes::from([(key, Setting::Word(word.to_owned()))])
}

/// Runs of a 2,000-household town, mechanism by mechanism.
fn runs(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("whatif-2000");
    group.sample_size(10);
    let crowd = crowd(&input(2_000));
    let mut caps = with("mechanism", "quota_lottery");
    caps.insert("cap_building", Setting::Whole(60));
    let scenarios = [
        ("draw", with("mechanism", "draw")),
        ("quick", with("effort", "quick")),
        ("normal", Changes::new()),
        ("quota", caps),
    ];
    for (name, changes) in &scenarios {
        group.bench_function(BenchmarkId::new("study", name), |b| b.iter(|| Study::new(black_box(&crowd), changes)));
        let study = Study::new(&crowd, changes);
        let mut seed = 0u32;
        group.bench_function(BenchmarkId::new("run", name), |b| {
            b.iter(|| {
                seed += 1;
                study.run(&format!("seed {seed}"))
            })
        });
    }
    group.finish();
}

/// One run of a large town, beside what `plan` does for it between reading and writing.
fn large(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("whatif-50000");
    group.sample_size(10);
    let input = input(50_000);
    let crowd = crowd(&input);
    let draw: Draw = input.draw.clone().expect("a synthetic town has a seed");
    let target = input.target.as_ref().expect("and a target");
    group.bench_function("plan", |b| {
        b.iter(|| {
            let (base, _) = allocate(black_box(&input.intake), &draw);
            mix(&input.intake, &base, &input.opt_ins, &input.roll, target, input.effort)
        })
    });
    group.bench_function("simulate", |b| b.iter(|| Study::new(black_box(&crowd), &Changes::new()).run(&draw.seed)));
    group.finish();
}

criterion_group!(benches, runs, large);
criterion_main!(benches);
