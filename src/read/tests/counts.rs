//! Tables of counts: which column is what, and each of their codes.

use super::super::counts::counts;
use super::{Code, Problem, Severity, SourceFile};
use crate::model::CountTable;
use crate::read::CountOptions;

fn read(text: &str, options: &CountOptions) -> (Option<CountTable>, Vec<Problem>) {
    counts(&SourceFile { name: "counts.csv".to_owned(), bytes: text.as_bytes().to_vec() }, options)
}

fn good(text: &str) -> CountTable {
    let (table, problems) = read(text, &CountOptions::default());
    table.unwrap_or_else(|| panic!("{problems:?}"))
}

/// The one problem of a text, as (code, row, column).
fn only(text: &str, options: &CountOptions) -> (Code, Option<u32>, Option<String>) {
    let (table, problems) = read(text, options);
    assert!(table.is_none());
    let [problem] = &problems[..] else { panic!("one problem, not {problems:?}") };
    assert_eq!((problem.severity, problem.file.as_str()), (Severity::Error, "counts.csv"));
    (problem.code, problem.row, problem.column.clone())
}

fn asked(levels: &[&str], groups: &[&str]) -> CountOptions {
    let list = |names: &[&str]| (!names.is_empty()).then(|| names.iter().map(|name| (*name).to_owned()).collect());
    CountOptions { levels: list(levels), groups: list(groups) }
}

#[test]
fn text_columns_are_levels_and_number_columns_groups() {
    let table = good("小区,楼栋,单元,汉,彝\n北苑,1,1,9,0\n北苑,1,2,3,4\n南苑,1,1,0,0\n");
    assert_eq!(table.levels, ["小区", "楼栋", "单元"], "known places are levels, even where they are numbered");
    assert_eq!(table.groups, ["汉", "彝"]);
    assert_eq!(table.cells, [(0, 0, 9), (1, 0, 3), (1, 1, 4)]);
    assert_eq!((table.places(), table.path(2).collect::<Vec<_>>()), (3, vec!["南苑", "1", "1"]));
}

#[test]
fn a_unit_column_ends_the_levels() {
    let table = good("county,unit,pop_white,pop_black\n10001,10001040100,5569,524\n");
    assert_eq!(
        (table.levels, table.groups),
        (vec!["county".into(), "unit".into()], vec!["pop_white".into(), "pop_black".into()])
    );
    assert_eq!(good("unit,q1,q2\n1,9,12\n2,0,5\n").places(), 2);
}

#[test]
fn options_override() {
    let (table, _) = read("a,b,c\n1,2,3\n4,5,6\n", &asked(&["a"], &["c"]));
    let table = table.expect("a level and a group");
    assert_eq!((table.levels, table.groups), (vec!["a".to_owned()], vec!["c".to_owned()]));
}

#[test]
fn wrong_counts_are_told_all_at_once() {
    let (table, problems) = read("unit,A,B\nx,-1,1.5\ny,,many\nz,1,2\n", &CountOptions::default());
    assert!(table.is_none());
    let found: Vec<_> = problems.iter().map(|p| (p.code, p.row, p.column.as_deref(), p.param("value"))).collect();
    let bad = |row, column, value| (Code::NotCount, Some(row), Some(column), Some(value));
    assert_eq!(found, [bad(2, "A", "-1"), bad(2, "B", "1.5"), bad(3, "A", ""), bad(3, "B", "many")]);
}

#[test]
fn each_code_of_the_header() {
    let none = CountOptions::default();
    assert_eq!(only("unit,A,A\nx,1,2\n", &none), (Code::CountColumnTwice, Some(1), Some("A".into())));
    assert_eq!(only("unit,A\nx,1\n", &asked(&[], &["C"])).0, Code::NoSuchCountColumn);
    assert_eq!(only("unit,A\nx,1\n", &asked(&["unit", "A"], &["A"])), (Code::LevelAndGroup, Some(1), Some("A".into())));
    assert_eq!(only("name,street\nx,y\n", &none).0, Code::NoGroupColumn);
    assert_eq!(only("A,B\n1,2\n", &none).0, Code::NoLevelColumn);
    assert_eq!(only("unit,A\n", &none).0, Code::NoRows);
    assert_eq!(only("", &none).0, Code::EmptyFile);
}

#[test]
fn each_code_of_a_row() {
    let none = CountOptions::default();
    let (code, row, _) = only("estate,unit,A\nN,x,1\nS,x,1\nN,x,2\n", &none);
    assert_eq!((code, row), (Code::PlaceTwice, Some(4)), "only under one parent");
    assert_eq!(only("unit,A\nx,1\ny\n", &none), (Code::RaggedRow, Some(3), None));
    assert_eq!(only("estate,unit,A\nN,,1\n", &none), (Code::BlankCell, Some(2), Some("unit".into())));
}
