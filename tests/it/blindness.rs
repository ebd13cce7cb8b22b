//! Metamorphic tests: what must not matter does not.

use crate::pipeline::{Files, judge, tables};
use crate::world::Dice;
use mixplan::town::Recipe;
use proptest::prelude::*;

fn recipe() -> impl Strategy<Value = Recipe> {
    let shares = (0u32..=100, 0u32..=70, 0u32..=20, 0u32..=60, any::<bool>());
    (1u32..160, 1u32..4, any::<u64>(), 2u32..9, shares).prop_map(|(households, estates, seed, groups, shares)| {
        let (opt_in_percent, bond_percent, spare_percent, resident_percent, scarce) = shares;
        Recipe {
            estates,
            seed,
            groups,
            opt_in_percent,
            bond_percent,
            spare_percent,
            resident_percent,
            scarce,
            ..Recipe::sized(households)
        }
    })
}

/// Rows of a CSV text in another order, the header first.
fn shuffled(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    for at in (2..lines.len()).rev() {
        lines.swap(at, 1 + dice.below(at as u32) as usize);
    }
    lines.join("\n") + "\n"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Every plan of every town passes the verifier.
    #[test]
    fn every_promise_is_kept(recipe in recipe()) {
        let input = Files::of(&recipe).input();
        let verdict = judge(&input, &tables(&input));
        prop_assert!(verdict.is_ok(), "{:?}", verdict.err());
    }

    /// Groups, opt-ins and the target have no way into the first allocation.
    #[test]
    fn first_allocation_is_blind(recipe in recipe(), other: u64) {
        let files = Files::of(&recipe);
        let first = files.tables().first;
        let mut dice = Dice::new(other);
        let groups: Vec<String> = files.household_cells().into_iter().skip(1).map(|row| row[2].clone()).collect();
        let permuted = files.change_column("group", |_, _| groups[dice.below(groups.len() as u32) as usize].clone());
        prop_assert_eq!(&permuted.tables().first, &first);
        let erased = files.change_column("group", |_, _| String::new());
        prop_assert_eq!(&erased.tables().first, &first);
        let flip = |_: usize, mixing: &str| if mixing == "yes" { "no" } else { "yes" }.to_owned();
        prop_assert_eq!(&files.change_column("mixing", flip).tables().first, &first);
        let plan = files.plan.replace("tolerance = 7", "tolerance = 0").replace("company = 3", "company = 5");
        prop_assert!(plan != files.plan);
        let other_target = Files { plan, ..files };
        prop_assert_eq!(&other_target.tables().first, &first);
    }

    /// Where nobody opted in, the plan is the first allocation.
    #[test]
    fn no_volunteers_no_exchange(recipe in recipe()) {
        let tables = Files::of(&recipe).change_column("mixing", |_, _| "no".to_owned()).tables();
        prop_assert_eq!(tables.first, tables.plan);
    }

    /// The order of rows decides nothing, nor does the number of threads.
    #[test]
    fn same_bytes_whatever_the_order_and_the_threads(recipe in recipe(), order: u64) {
        let files = Files::of(&recipe);
        let mut dice = Dice::new(order);
        let other = Files {
            dwellings: shuffled(&files.dwellings, &mut dice),
            households: shuffled(&files.households, &mut dice),
            ..files.clone()
        };
        let with = |threads: usize, files: &Files| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a small pool");
            pool.install(|| files.tables())
        };
        let expected = with(1, &files);
        prop_assert_eq!(&with(3, &files), &expected);
        prop_assert_eq!(&with(2, &other), &expected);
    }
}

/// The tests above change the columns they mean to change.
#[test]
fn the_town_has_the_columns_in_question() {
    let cells = Files::of(&Recipe::demo()).household_cells();
    assert_eq!(cells[0][2], "group");
    assert!(cells[0].contains(&"mixing".to_owned()));
}
