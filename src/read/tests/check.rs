//! What `check` reads besides counts: dwellings alone, and targets; each of their codes.

use super::{Code, Problem, SourceFile};
use crate::model::PublishedTarget;
use crate::read::{Measured, TableKind, not_counts, residents, table_kind, target};

fn file(text: &str) -> SourceFile {
    SourceFile { name: "file".to_owned(), bytes: text.as_bytes().to_vec() }
}

fn read(text: &str) -> (Option<PublishedTarget>, Vec<Problem>) {
    let groups = [("A".to_owned(), true), ("B".to_owned(), true), ("C".to_owned(), false)];
    target(&file(text), Measured { groups: &groups, levels: &["hall".to_owned()] })
}

/// The one problem of a target, as (code, row, column).
fn only(text: &str) -> (Code, Option<u32>, Option<String>) {
    let (target, problems) = read(text);
    assert!(target.is_none());
    let [problem] = &problems[..] else { panic!("one problem, not {problems:?}") };
    (problem.code, problem.row, problem.column.clone())
}

#[test]
fn a_target_has_a_share_for_every_group() {
    let (target, problems) = read("\u{feff}[target]\nA = 60\nB = 40.0\nC = 0\n[tolerance]\nhall = 5\nestate = 10\n");
    let target = target.unwrap_or_else(|| panic!("{problems:?}"));
    assert_eq!((target.shares.clone(), target.caps.clone()), (vec![0.6, 0.4, 0.0], vec![None; 3]));
    assert_eq!(
        [target.tolerance("hall"), target.tolerance("estate"), target.tolerance("floor")],
        [Some(5.0), Some(10.0), None]
    );
    let (whole, _) = read("{\"A\": 0.5, \"B\": 0.25, \"C\": 0.25, \"tolerance\": 7}");
    assert_eq!(whole.expect("a flat table").tolerance("anything"), Some(7.0));
}

#[test]
fn each_problem_of_a_target_has_its_code_and_row() {
    let column = |name: &str| Some(name.to_owned());
    assert_eq!(only("[target]\nA = 60\nB = \n"), (Code::TargetSyntax, Some(3), None));
    assert_eq!(only("[cap]\nA = 60\n"), (Code::TargetShape, None, column("target")));
    assert_eq!(only("A = 60\nB = 140\nC = 0"), (Code::TargetNumber, Some(2), column("target.B")));
    assert_eq!(only("A = 60\nB = 30\nC = 0").0, Code::TargetTotal);
    assert_eq!(only("A = 60\nB = 40\nC = 0\nD = 0").0, Code::TargetUnknownGroup);
    assert_eq!(only("[target]\nA = 60\nB = 40").0, Code::LopsidedShares);
    assert_eq!(only("[target]\nA = 60\nB = 40\nC = 0\n[cap]\nB = 10").0, Code::LopsidedCaps);
    assert_eq!(only("[target]\nA = 100\nB = 0\nC = 0"), (Code::ZeroShare, Some(3), column("target.B")));
    let caps = "[target]\nA = 0.6\nB = 0.4\nC = 0\n[cap]\nA = 60\nB = 0.5\nC = \"none\"";
    assert_eq!(only(caps).0, Code::TargetNumber, "shares are fractions, so a cap of 60 is none");
    let (_, several) = read("A = \"x\"\nB = -1\nD = 3");
    assert_eq!(several.len(), 4, "all at once: {several:?}");
}

const DWELLINGS: &str = "dwelling,estate,building,stairwell,floor,home_type,status,resident_group,resident_persons\n";

#[test]
fn tables_are_known_by_their_headers() {
    assert_eq!(table_kind(&file(DWELLINGS)), TableKind::Dwellings);
    assert_eq!(table_kind(&file("小区,楼栋,单元,楼层,户型,是否入住\n")), TableKind::Dwellings);
    assert_eq!(table_kind(&file("小区,楼栋,单元,汉族,彝族\n")), TableKind::Counts);
    assert_eq!(table_kind(&file("estate,building,stairwell,A,B\n")), TableKind::Counts);
    assert_eq!(table_kind(&file("household,persons,agreement,choices\n")), TableKind::Households);
    assert_eq!(table_kind(&file("")), TableKind::Counts);
    assert_eq!(not_counts(&file("")).code, Code::HouseholdsNotCounts);
}

#[test]
fn residents_are_counted_by_household() {
    let text = format!("{DWELLINGS}a,N,1,1,1,50,occupied,Y,3\nb,N,1,1,2,50,occupied,X,2\nc,N,1,1,3,50,vacant,,\n");
    let (lived, problems, summary) = residents(&file(&text));
    let lived = lived.unwrap_or_else(|| panic!("{problems:?}"));
    assert_eq!((lived.groups.join(""), summary.rows), ("XY".to_owned(), 3));
    let each: Vec<(usize, u32)> = lived.each.iter().map(|one| (one.group.index(), one.persons)).collect();
    assert_eq!(each, [(0, 2), (1, 3)]);
    let (nobody, problems, _) = residents(&file(&format!("{DWELLINGS}a,N,1,1,1,50,vacant,,\n")));
    assert!(nobody.is_none() && problems[0].code == Code::NoResidents);
}
