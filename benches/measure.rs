//! What measuring costs in a county: 2.6 million homes in 216,667 stairwells, 10 groups, 7 levels.
//!
//! Figures of one run compare with each other; figures of two machines do not. Shuffles of the county are a hundred,
//! not a thousand: the cost is the same for each.

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use mixplan::measure::{Builder, Counts, Options, Shuffles, measure, shuffle_homes, suppress};
use std::hint::black_box;

const LEVELS: [&str; 7] = ["county", "township", "community", "estate", "building", "stairwell", "half"];
/// Places of a level in each place of the level above; there are as many counties as it takes.
const FANS: [usize; 6] = [4, 5, 8, 9, 10, 8];
const GROUPS: [&str; 10] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
const HOMES: u32 = 12;

/// Stairwells filled by lot, with groups of very unequal size.
fn county(stairwells: usize) -> Counts {
    let mut builder = Builder::new(LEVELS, GROUPS).expect("names are unique");
    let mut state = 20_260_101u64;
    for number in 0..stairwells {
        let (mut rest, mut place) = (number, None);
        let mut path = [0; 7];
        for (name, fan) in path.iter_mut().rev().zip(FANS.iter().rev()) {
            (*name, rest) = (rest % fan, rest / fan);
        }
        path[0] = rest;
        for name in path {
            place = Some(builder.place(place, &name.to_string()).expect("seven levels"));
        }
        let place = place.expect("seven levels");
        // Sizes from 8 to 16, 12 on average.
        for _ in 0..HOMES - 4 + (number % 9) as u32 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let lot = (state >> 33) % 1_000;
            let group = (lot * lot / 100_000) as usize;
            builder.add(place, group, 1).expect("a group and a smallest place");
        }
    }
    builder.build()
}

fn measuring(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("measure");
    group.sample_size(10);
    let (town, county_counts) = (county(4_167), county(216_667));
    group.bench_function("counts/216667", |b| b.iter(|| county(black_box(216_667))));
    let all = Options { pairs: true, ..Options::default() };
    group.bench_function("all with exact chance/216667", |b| b.iter(|| measure(black_box(&county_counts), &all)));
    group.bench_function("suppress/216667", |b| b.iter(|| suppress(black_box(&county_counts), 6)));
    for (name, counts, replicates) in [("50000 homes", &town, 1_000), ("2600000 homes", &county_counts, 100)] {
        let shuffles = Shuffles { replicates, ..Shuffles::usual(1) };
        group.bench_with_input(BenchmarkId::new(format!("{replicates} shuffles"), name), counts, |b, counts| {
            b.iter(|| shuffle_homes(black_box(counts), 6, &shuffles))
        });
    }
    group.finish();
}

criterion_group!(benches, measuring);
criterion_main!(benches);
