//! Every code is produced by a test, with its place; the words of every code exist in both languages.

mod back;
mod cases;
mod check;
mod counts;
mod dwellings;
mod households;
mod order;
mod persons;
mod plan;
mod spoiled;
mod sweep;
mod workbook;

use super::{Code, Problem, ReadOptions, Reading, Severity, SourceFile, read_plan};

pub(super) const FIT: &str = "[fit]\n\"1-2\" = [\"50\"]\n\"3\" = [\"75\", \"50\"]\n\"4+\" = [\"75\"]\n";

pub(super) const HOMES: &str = "\
dwelling,estate,building,stairwell,floor,door,home_type,step_free,status,resident_group,resident_persons
d1,North,1,1,1,101,50,yes,vacant,,
d2,North,1,1,2,201,75,no,vacant,,
d3,South,1,1,1,101,50,no,occupied,A,3
d4,South,1,2,1,101,50,no,held,,
";

pub(super) const PEOPLE: &str = "\
household,persons,group,home_types,step_free,max_floor,priority,choices,together,agreement,mixing
h1,2,A,,no,,1,North>South,,yes,yes
h2,3,B,,no,,,,,2026-03-05,no
";

pub(super) fn plan_text(rest: &str) -> String {
    format!("[files]\ndwellings = \"d.csv\"\nhouseholds = \"h.csv\"\n{rest}")
}

/// Reads a plan with these three files.
pub(super) fn read_all(plan: &[u8], homes: &[u8], people: &[u8], leave_out: bool) -> Reading {
    let plan = SourceFile { name: "plan.toml".to_owned(), bytes: plan.to_vec() };
    let mut load = |path: &str| match path {
        "d.csv" => Ok(homes.to_vec()),
        "h.csv" => Ok(people.to_vec()),
        _ => Err(std::io::Error::from(std::io::ErrorKind::NotFound)),
    };
    read_plan(plan, &mut load, ReadOptions { leave_out }).expect("both files load")
}

/// The problems of good files with one of them replaced.
pub(super) fn with_plan(rest: &str) -> Reading {
    read_all(plan_text(rest).as_bytes(), HOMES.as_bytes(), PEOPLE.as_bytes(), false)
}

pub(super) fn with_homes(homes: &str) -> Reading {
    read_all(plan_text(FIT).as_bytes(), homes.as_bytes(), PEOPLE.as_bytes(), false)
}

pub(super) fn with_people(people: &str) -> Reading {
    read_all(plan_text(FIT).as_bytes(), HOMES.as_bytes(), people.as_bytes(), false)
}

/// Code, row and column of each problem.
pub(super) fn told(problems: &[Problem]) -> Vec<(Code, Option<u32>, Option<&str>)> {
    problems.iter().map(|p| (p.code, p.row, p.column.as_deref())).collect()
}

/// Exactly one problem stands: this one, with the usual severity, and it carries all its parameters.
#[track_caller]
pub(super) fn only(reading: &Reading, code: Code, file: &str, row: u32, column: &str, cell: &str) {
    assert_eq!(told(&reading.problems), [(code, Some(row), Some(column).filter(|c| !c.is_empty()))]);
    let problem = &reading.problems[0];
    assert_eq!((problem.file.as_str(), problem.severity), (file, code.severity()));
    assert_eq!(reading.input.is_none(), code.severity().stops());
    assert_eq!(shown(reading, problem), cell);
    complete(problem);
}

pub(super) fn complete(problem: &Problem) {
    let names: Vec<&str> = problem.params.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, problem.code.params(), "{}", problem.code.id());
}

/// The bytes a problem points at.
pub(super) fn shown(reading: &Reading, problem: &Problem) -> String {
    let source = reading.sources.iter().find(|s| s.name == problem.file).expect("problems name files that were read");
    let (from, to) = problem.span.unwrap_or((0, 0));
    String::from_utf8_lossy(&source.bytes[from..to]).into_owned()
}

#[test]
fn good_files_have_no_problems() {
    let reading = with_plan(FIT);
    assert_eq!(reading.problems, []);
    let input = reading.input.expect("nothing stands in the way");
    let stock = &input.intake.stock;
    assert_eq!(stock.home_types, ["50", "75"]);
    assert_eq!(stock.estates.iter().map(|e| e.name.as_str()).collect::<Vec<_>>(), ["North", "South"]);
    assert_eq!(stock.stairwells.len(), 3);
    assert_eq!(input.roll.groups, ["A", "B"]);
    assert_eq!(input.roll.residents.len(), 1);
    assert_eq!(input.opt_ins.0, [true, false]);
    assert_eq!(input.intake.households[1].home_types.len(), 2);
    assert!(input.target.is_none() && input.draw.is_none() && input.mandate.is_none());
    let names: Vec<&str> = reading.sources.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["plan.toml", "d.csv", "h.csv"]);
    let summary = &reading.summary;
    assert_eq!((summary.vacant, summary.occupied, summary.held), (2, 1, 1));
    assert_eq!((summary.households, summary.signed, summary.volunteers, summary.declared), (2, 2, 1, 2));
}

#[test]
fn a_file_that_does_not_load_is_an_error_with_its_path() {
    let plan = SourceFile { name: "plan.toml".to_owned(), bytes: plan_text(FIT).into_bytes() };
    let mut load = |_: &str| Err(std::io::Error::from(std::io::ErrorKind::NotFound));
    let error = read_plan(plan, &mut load, ReadOptions::default()).unwrap_err();
    assert_eq!(error.path, "d.csv");
}

#[test]
fn every_code_has_a_test() {
    let tests = concat!(
        include_str!("back.rs"),
        include_str!("cases.rs"),
        include_str!("persons.rs"),
        include_str!("workbook.rs"),
        include_str!("check.rs"),
        include_str!("counts.rs"),
        include_str!("dwellings.rs"),
        include_str!("households.rs"),
        include_str!("plan.rs"),
        include_str!("sweep.rs")
    );
    for code in Code::ALL {
        assert!(tests.contains(&format!("Code::{code:?}")), "no test produces {code:?}");
    }
}

#[test]
fn ids_are_in_order_and_unique() {
    assert!(Code::ALL.is_sorted_by(|a, b| a.id() < b.id()));
    for code in Code::ALL {
        let refused = code.id().starts_with("MX9");
        assert_eq!(refused, code.severity() == Severity::Refused, "{code:?}");
    }
}
