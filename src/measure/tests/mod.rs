//! Known values, second ways, properties, chance, attacks.

mod attack;
mod chance;
mod known;
mod naive;
mod persons;
mod properties;
mod undefined;

use super::{Builder, Counts};
use proptest::prelude::*;

/// A dense table: places times groups.
type Dense = Vec<Vec<u32>>;

fn group_name(group: usize) -> String {
    format!("g{group:02}")
}

/// A flat table of places named by number.
fn flat(rows: &[Vec<u32>]) -> Counts {
    tree(&rows.iter().map(|row| (vec![0], row.clone())).collect::<Vec<_>>())
}

/// A tree: each row has the numbers of the places it is in, coarse to fine; the smallest place is named by row.
fn tree(rows: &[(Vec<usize>, Vec<u32>)]) -> Counts {
    let (depth, groups) = rows.first().map_or((1, 0), |(path, row)| (path.len(), row.len()));
    let levels = (0..=depth).map(|level| format!("level {level}"));
    let mut builder = Builder::new(levels, (0..groups).map(group_name)).expect("names are unique");
    for (number, (path, row)) in rows.iter().enumerate() {
        let mut names: Vec<String> = path.iter().map(usize::to_string).collect();
        names.push(format!("{number:03}"));
        builder.row(&names, row).expect("paths are unique");
    }
    builder.build()
}

/// Small tables, with empty places and absent groups among them.
fn tables() -> impl Strategy<Value = Dense> {
    (1usize..9, 1usize..6).prop_flat_map(|(places, groups)| {
        let count = prop_oneof![2 => Just(0u32), 3 => 1u32..4, 2 => 4u32..30];
        prop::collection::vec(prop::collection::vec(count, groups), places)
    })
}

/// Small trees of three levels.
fn trees() -> impl Strategy<Value = Vec<(Vec<usize>, Vec<u32>)>> {
    (1usize..14, 1usize..5).prop_flat_map(|(places, groups)| {
        let count = prop_oneof![2 => Just(0u32), 3 => 1u32..4, 2 => 4u32..30];
        let row = (prop::collection::vec(0usize..3, 2), prop::collection::vec(count, groups));
        prop::collection::vec(row, places)
    })
}

fn near(found: f64, other: f64) -> bool {
    (found - other).abs() <= 1e-9 * found.abs().max(1.0)
}
