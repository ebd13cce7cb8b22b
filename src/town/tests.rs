//! Towns are near their recipe, whole, and the same every time.

use super::land::group_label;
use super::{Recipe, Town, make};
use std::collections::{BTreeMap, BTreeSet};

type Row<'a> = BTreeMap<&'a str, &'a str>;

/// Cells by column; no cell of a town holds a comma or a quote.
fn rows(csv: &str) -> Vec<Row<'_>> {
    let mut lines = csv.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let row = |line| {
        let cells: Vec<&str> = str::split(line, ',').collect();
        assert_eq!(cells.len(), header.len(), "{line}");
        header.iter().copied().zip(cells).collect()
    };
    lines.map(row).collect()
}

fn count(rows: &[Row], column: &str, value: impl Fn(&str) -> bool) -> usize {
    rows.iter().filter(|row| value(row[column])).count()
}

fn percent(part: usize, whole: usize) -> usize {
    (100 * part + whole / 2) / whole.max(1)
}

fn signed(row: &Row) -> bool {
    !matches!(row["agreement"], "" | "no")
}

/// What holds for every town, whatever its recipe.
fn check_whole(recipe: &Recipe, town: &Town) {
    let (dwellings, households) = (rows(&town.dwellings_csv), rows(&town.households_csv));
    assert!(town.dwellings_csv.is_ascii() && town.households_csv.is_ascii() && town.plan_toml.is_ascii());
    assert_eq!(households.len(), recipe.households.max(1) as usize);
    let estates: BTreeSet<&str> = dwellings.iter().map(|row| row["estate"]).collect();
    assert_eq!(estates.len(), recipe.estates.max(1) as usize);
    let ids: BTreeSet<&str> = dwellings.iter().map(|row| row["dwelling"]).collect();
    assert_eq!(ids.len(), dwellings.len(), "two dwellings have one id");
    let addresses: BTreeSet<[&str; 4]> =
        dwellings.iter().map(|row| ["estate", "building", "stairwell", "door"].map(|column| row[column])).collect();
    assert_eq!(addresses.len(), dwellings.len(), "two dwellings have one address");
    let ids: BTreeSet<&str> = households.iter().map(|row| row["household"]).collect();
    assert_eq!(ids.len(), households.len(), "two households have one id");

    let mut bonds: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &households {
        for estate in row["choices"].split(['>', '=']).filter(|name| !matches!(*name, "" | "*")) {
            assert!(estates.contains(estate), "no estate is called {estate}");
        }
        assert!(row["mixing"] != "yes" || signed(row), "only who signed opts in");
        *bonds.entry(row["together"]).or_default() += 1;
    }
    bonds.remove("");
    assert!(bonds.values().all(|size| (2..=5).contains(size)), "bonds have 2 to 5 members");

    let vacant = count(&dwellings, "status", |status| status == "vacant");
    let signed = households.iter().filter(|row| signed(row)).count();
    let spare = recipe.spare_percent as usize;
    assert!(vacant * 100 >= signed * (100 + spare), "{vacant} vacant homes for {signed} signed households");
    let slack = 2 * recipe.estates.max(1) as usize;
    assert!(vacant * 100 <= (signed + slack) * (100 + spare), "{vacant} vacant homes for {signed} signed households");
}

#[test]
fn the_same_recipe_makes_the_same_bytes_and_another_seed_does_not() {
    let recipe = Recipe::demo();
    assert_eq!(make(&recipe), make(&recipe));
    let other = make(&Recipe { seed: 8, ..recipe.clone() });
    assert_ne!(make(&recipe).households_csv, other.households_csv);
    assert_ne!(make(&recipe).dwellings_csv, other.dwellings_csv);
}

#[test]
fn the_first_rows_of_the_demo_town_stay_as_they_are() {
    let town = make(&Recipe::demo());
    let start = |csv: &str| csv.lines().skip(1).take(2).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(start(&town.households_csv), HOUSEHOLDS_START);
    assert_eq!(start(&town.dwellings_csv), DWELLINGS_START);
}

const HOUSEHOLDS_START: [&str; 2] = [
    "H00001,3,A,,no,,2,North>*,,2026-03-16,yes,Kestrelfield",
    "H00002,2,B,,no,,,North=South,,2026-03-30,yes,Granitespring",
];
const DWELLINGS_START: [&str; 2] =
    ["N-01-1-0101,North,1,1,1,101,100,yes,vacant,,,100", "N-01-1-0102,North,1,1,1,102,40,yes,vacant,,,40"];

#[test]
fn shares_are_near_the_recipe() {
    let recipe = Recipe::sized(20_000);
    let town = make(&recipe);
    check_whole(&recipe, &town);
    let (dwellings, households) = (rows(&town.dwellings_csv), rows(&town.households_csv));
    let near = |what: &str, found: usize, expected: usize, slack: usize| {
        assert!(found.abs_diff(expected) <= slack, "{what}: {found} per cent, expected {expected}");
    };
    let share = |column: &str, value: &dyn Fn(&str) -> bool| percent(count(&households, column, value), 20_000);
    near("unsigned", share("agreement", &|cell| matches!(cell, "" | "no")), 12, 1);
    near("bonds", share("together", &|cell| !cell.is_empty()), 35, 1);
    near("undeclared", share("group", &str::is_empty), 2, 1);
    near("step-free", share("step_free", &|cell| cell == "yes"), 8, 1);
    near("blank choices", share("choices", &str::is_empty), 15, 2);
    near("group A", share("group", &|cell| cell == "A"), 44, 2);
    near("group B", share("group", &|cell| cell == "B"), 20, 1);
    near("group H", share("group", &|cell| cell == "H"), 1, 1);
    let signed = households.iter().filter(|row| signed(row)).count();
    near("opted in", percent(count(&households, "mixing", |cell| cell == "yes"), signed), 80, 1);
    let dated = count(&households, "agreement", |cell| cell.starts_with("2026-"));
    near("dated agreements", percent(dated, signed), 70, 2);
    let stairwells: BTreeSet<_> =
        dwellings.iter().map(|row| (row["estate"], row["building"], row["stairwell"])).collect();
    let homes = dwellings.len() / stairwells.len();
    assert!((20..=28).contains(&homes), "{homes} homes to a stairwell");
    let occupied = count(&dwellings, "status", |cell| cell == "occupied");
    near("lived in", percent(occupied, dwellings.len()), 7, 2);
}

#[test]
fn groups_live_in_clusters_at_home_and_ids_do_not_tell() {
    let households = make(&Recipe::sized(5_000)).households_csv;
    let households = rows(&households);
    let mut villages: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in &households {
        villages.entry(row["origin"]).or_default().push(row["group"]);
    }
    let most_common = |groups: &Vec<&str>| groups.iter().map(|g| groups.iter().filter(|o| *o == g).count()).max();
    let together: usize = villages.values().filter_map(most_common).sum();
    assert!(percent(together, households.len()) > 60, "villages hold about one group each");
    let same_as_next = households.windows(2).filter(|pair| pair[0]["origin"] == pair[1]["origin"]).count();
    assert!(percent(same_as_next, households.len()) < 5, "neighbouring ids are not neighbours");
}

#[test]
fn stress_recipes_make_whole_towns() {
    let base = Recipe::sized(1_500);
    let recipes = [
        Recipe::sized(0),
        Recipe::sized(1),
        Recipe::sized(2),
        Recipe { estates: 25, ..Recipe::sized(30) },
        Recipe { opt_in_percent: 10, ..base.clone() },
        Recipe { bond_percent: 60, ..base.clone() },
        Recipe { bond_percent: 100, groups: 56, ..base.clone() },
        Recipe { groups: 20, ..base.clone() },
        Recipe { groups: 2, undeclared_percent: 100, ..base.clone() },
        Recipe { estates: 1, spare_percent: 0, ..Recipe::sized(6_000) },
        Recipe { resident_percent: 50, spare_percent: 0, ..base.clone() },
        Recipe { resident_percent: 100, unsigned_percent: 100, ..base.clone() },
        Recipe { scarce: true, ..base.clone() },
        Recipe { equal_percent: 100, opt_in_percent: 100, unsigned_percent: 0, ..base.clone() },
    ];
    for recipe in recipes {
        check_whole(&recipe, &make(&recipe));
    }
}

#[test]
fn a_scarce_town_lacks_homes_for_those_who_live_alone() {
    for scarce in [false, true] {
        let town = make(&Recipe { scarce, ..Recipe::demo() });
        let households = rows(&town.households_csv);
        let alone = households.iter().filter(|row| row["persons"] == "1" && signed(row)).count();
        let small = |row: &&Row| row["home_type"] == "40" && row["status"] == "vacant";
        let homes = rows(&town.dwellings_csv).iter().filter(small).count();
        assert_eq!(homes < alone, scarce, "{homes} small homes for {alone} households");
        assert_eq!(town.readme.contains("too few"), scarce);
    }
}

#[test]
fn one_share_leaves_the_other_columns_alone() {
    let column = |town: &Town, name: &str| -> Vec<String> {
        rows(&town.households_csv).iter().map(|row| row[name].to_owned()).collect()
    };
    let few = make(&Recipe { opt_in_percent: 10, bond_percent: 10, ..Recipe::demo() });
    let many = make(&Recipe { opt_in_percent: 90, bond_percent: 60, ..Recipe::demo() });
    for name in ["persons", "group", "origin", "step_free", "priority"] {
        assert_eq!(column(&few, name), column(&many, name), "{name}");
    }
}

#[test]
fn labels_and_sizes() {
    assert_eq!([0, 25, 26, 51, 52, 55].map(group_label), ["A", "Z", "AA", "AZ", "BA", "BD"]);
    assert_eq!([1, 200, 600, 50_000].map(|households| Recipe::sized(households).estates), [1, 1, 3, 60]);
}

#[test]
fn the_plan_file_reads_as_toml_and_says_it_is_synthetic() {
    let town = make(&Recipe::demo());
    let plan: toml::Table = town.plan_toml.parse().unwrap();
    assert_eq!(plan["fit"]["5+"].as_array().unwrap().len(), 2);
    assert_eq!(plan["mix"]["stairwell"]["company"].as_integer(), Some(3));
    assert!(plan.get("mandate").is_none());
    assert!(town.plan_toml.contains("synthetic") && town.readme.contains("synthetic"));
}
