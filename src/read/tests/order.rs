//! The order of rows changes nothing; rows read are rows used and rows listed.

use super::super::{ReadOptions, Reading, SourceFile, read_plan};
use super::{Code, FIT, Severity, plan_text, read_all, told};
use proptest::prelude::*;

const HOMES: &str = "\
estate,building,stairwell,floor,door,home_type,status,resident_group
South,2,1,1,101,50,vacant,
North,10,2,1,101,75,occupied,B
North,9,1,1,101,50,occupied,A
North,9,1,2,201,50,occupied,B
South,2,1,-1,B1,50,occupied,A
South,1,3,1,101,50,held,
North,9,1,3,301,50,occupied,A
East,1,1,1,1,100,vacant,
";

const PEOPLE: &str = "\
household,persons,group,choices,together,agreement,mixing
h5,2,C,South=North,k2,yes,yes
h1,3,A,East>*,k1,2026-03-05,no
h3,1,,,k1,,yes
h2,5,B,North>South,,no,yes
h4,2,A,*,k2,y,
";

const SPOILT: &[&str] = &["", "h1", "0", "?", "a\"b", "x,y"];

fn shuffled(text: &str, seed: &[u32]) -> String {
    let mut lines = text.lines();
    let header = lines.next().unwrap();
    let mut rows: Vec<(u32, &str)> = lines.enumerate().map(|(i, row)| (seed[i % seed.len()], row)).collect();
    rows.sort_unstable();
    std::iter::once(header).chain(rows.into_iter().map(|(_, row)| row)).map(|row| format!("{row}\n")).collect()
}

fn read(homes: &str, people: &str, leave_out: bool) -> Reading {
    let plan = plan_text(&format!("{FIT}[mix]\n"));
    read_all(plan.as_bytes(), homes.as_bytes(), people.as_bytes(), leave_out)
}

proptest! {
    #[test]
    fn rows_in_any_order_make_the_same_input(seed in prop::collection::vec(any::<u32>(), 8)) {
        let expected = read(HOMES, PEOPLE, false).input.expect("nothing stands in the way");
        let input = read(&shuffled(HOMES, &seed), &shuffled(PEOPLE, &seed), false).input.expect("the same");
        prop_assert_eq!(expected, input);
    }

    /// Whatever the bytes: no panic, and no input while a problem stands that stops.
    #[test]
    fn any_bytes_are_read_or_told(homes in ".{0,80}", people in "[hk,\"\n\r >=*0-9]{0,80}", leave_out: bool) {
        let people = format!("household,persons,agreement\n{people}");
        let homes = format!("estate,building,stairwell,floor,home_type\n{homes}");
        let reading = read(&homes, &people, leave_out);
        let stops = reading.problems.iter().any(|p| p.severity.stops());
        prop_assert_eq!(stops, reading.input.is_none());
        for problem in &reading.problems {
            let source = reading.sources.iter().find(|s| s.name == problem.file).expect("a file that was read");
            if let Some((from, to)) = problem.span {
                prop_assert!(from <= to && to <= source.bytes.len());
            }
        }
    }

    /// Nothing is dropped in silence, with rows spoiled in any way.
    #[test]
    fn rows_read_are_rows_used_and_rows_listed(
        spoil in prop::collection::vec((0usize..5, 0usize..8, prop::sample::select(SPOILT)), 0..6),
        leave_out: bool,
    ) {
        let mut rows: Vec<Vec<String>> =
            PEOPLE.lines().skip(1).map(|row| row.split(',').map(str::to_owned).collect()).collect();
        for (row, cell, text) in spoil {
            let cells = rows[row].len();
            rows[row][cell % cells] = text.to_owned();
        }
        let body: String = rows.iter().map(|row| row.join(",") + "\n").collect();
        let people = format!("{}\n{body}", PEOPLE.lines().next().unwrap());
        let reading = read(HOMES, &people, leave_out);
        let file = &reading.summary.files[1];
        prop_assert_eq!(file.rows, 5);
        let mut told: Vec<u32> = reading.problems.iter()
            .filter(|p| p.file == "h.csv" && p.severity != Severity::Note)
            .filter_map(|p| p.row)
            .collect();
        told.sort_unstable();
        told.dedup();
        if leave_out {
            prop_assert_eq!(file.listed, told.len() as u64);
            if let Some(input) = &reading.input {
                let signed = input.intake.households.iter().filter(|who| who.signed()).count() as u64;
                prop_assert_eq!(signed, file.used);
            }
        }
        prop_assert_eq!(file.used + file.listed, file.rows);
    }
}

#[test]
fn canonical_lists() {
    let input = read(HOMES, PEOPLE, false).input.unwrap();
    let stock = &input.intake.stock;
    let buildings: Vec<(u32, &str)> = stock.buildings.iter().map(|b| (b.estate.0, b.name.as_str())).collect();
    assert_eq!(buildings, [(0, "1"), (1, "10"), (1, "9"), (2, "1"), (2, "2")]);
    assert!(stock.dwellings.is_sorted_by(|a, b| a.key < b.key));
    assert_eq!(stock.home_types, ["100", "50", "75"]);
    assert_eq!(input.intake.bonds, ["k1", "k2"]);
    let residents: Vec<(u32, u32, u32)> =
        input.roll.residents.iter().map(|r| (r.stairwell.0, r.group.0, r.households)).collect();
    assert_eq!(residents, [(1, 1, 1), (2, 0, 2), (2, 1, 1), (4, 0, 1)]);
}

#[test]
fn rows_left_out_are_listed_and_leave_no_trace() {
    let homes = format!("{HOMES}West,1,1,0,1,50,vacant,\nNorth,9,1,2,201,50,vacant,\n");
    let people = format!("{PEOPLE}h6,0,D,,,yes,\nh4,2,A,*,k3,y,\nh7,2,,West,,yes,\n");
    let reading = read(&homes, &people, true);
    let input = reading.input.expect("the rest is good");
    assert_eq!(input.intake.stock.estates.len(), 3);
    assert_eq!(input.roll.groups, ["A", "B", "C"]);
    let keys: Vec<&str> = input.intake.households.iter().map(|h| h.key.as_str()).collect();
    assert_eq!(keys, ["h1", "h2", "h3", "h5"]);
    assert!(reading.problems.iter().all(|p| matches!(p.severity, Severity::Listed | Severity::Note)));
    let both: Vec<_> = told(&reading.problems).into_iter().filter(|(c, ..)| *c == Code::HouseholdTwice).collect();
    assert_eq!(both.len(), 2);
    let [homes, people] = &reading.summary.files[..] else { panic!("two tables") };
    assert_eq!((homes.rows, homes.used, homes.listed), (10, 7, 3));
    assert_eq!((people.rows, people.used, people.listed), (8, 2, 6));
    assert!(read(HOMES, &format!("{PEOPLE}h6,0,D,,,yes,\n"), false).input.is_none());
}

#[test]
fn faults_of_a_file_stop_even_then() {
    let plan = SourceFile { name: "p".to_owned(), bytes: plan_text("[fit]\n\"2+\" = [\"50\"]\n").into_bytes() };
    let mut load = |path: &str| Ok(if path == "d.csv" { HOMES } else { PEOPLE }.as_bytes().to_vec());
    let reading = read_plan(plan, &mut load, ReadOptions { leave_out: true }).unwrap();
    assert!(reading.input.is_none());
}
