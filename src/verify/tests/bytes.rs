//! One byte of one cell changed: found, under the right promise and household, whatever column and row.

use super::naive::Good;
use super::town::{self, Chance};
use crate::model::PlanRow;
use crate::verify::{Breach, Promise, certify};
use proptest::prelude::*;

/// Changes, drops or inserts one byte (as one ASCII character, so that the cell stays text).
fn spoil(cell: &str, chance: &mut Chance) -> String {
    let mut chars: Vec<char> = cell.chars().collect();
    let new = *chance.pick(&['0', '1', '2', '7', 'a', 'D', 'H', ' ', '-', 'é']);
    let at = chance.below(chars.len() + 1);
    match chance.below(3) {
        0 if at < chars.len() => {
            chars.remove(at);
        }
        1 if at < chars.len() => chars[at] = new,
        _ => chars.insert(at, new),
    }
    chars.into_iter().collect()
}

/// Which promise names the spoiled row for a change in this column.
fn expected(column: usize, found: &[Breach], before: &PlanRow, after: &PlanRow) -> bool {
    let names = |breach: &Breach, key: &str| breach.household.as_deref() == Some(key);
    match PlanRow::COLUMNS[column] {
        // Both the unknown or doubled name and the household that lost its row.
        "household" => {
            let new = found.iter().any(|breach| {
                names(breach, &after.household)
                    && matches!(breach.promise, Promise::Signed | Promise::OneHome | Promise::Replayable)
            });
            let old = |b: &Breach| names(b, &before.household) && b.promise == Promise::EveryoneFirst;
            new && found.iter().any(old)
        }
        "dwelling" => found.iter().any(|breach| {
            names(breach, &before.household) && matches!(breach.promise, Promise::OneHome | Promise::Replayable)
        }),
        _ => found.iter().any(|breach| names(breach, &before.household) && breach.promise == Promise::Replayable),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// All columns of both tables, and eight rows of each.
    #[test]
    fn one_changed_byte_is_found(number: u64, luck: u64) {
        let town = town::random(number, true);
        let good = Good::of(&town, 40).sheets(&town);
        let mut chance = Chance(luck);
        let evidence = town.evidence();
        for _ in 0..8.min(good.plan.len()) {
            for column in 0..PlanRow::COLUMNS.len() {
                for in_first in [true, false] {
                    let mut sheets = good.clone();
                    let table = if in_first { &mut sheets.first } else { &mut sheets.plan };
                    let at = chance.below(table.len());
                    let before = table[at].clone();
                    let mut cells = before.cells().map(str::to_owned);
                    cells[column] = spoil(&cells[column], &mut chance);
                    table[at] = PlanRow::from_cells(cells);
                    let after = table[at].clone();
                    if after == before {
                        continue;
                    }
                    let found = certify(&evidence, sheets).expect_err("one byte differs");
                    prop_assert!(expected(column, &found, &before, &after), "{before:?}\n{after:?}\n{found:?}");
                }
            }
        }
    }
}
