//! Files with a row for each person.

use super::{Code, FIT, HOMES, Severity, complete, plan_text, read_all, told, with_people};
use crate::read::{Reading, Repair};

const HEADER: &str = "户编号,人编号,与户主关系,民族,家庭人口,签订情况,第一志愿\n";

fn read(rows: &str) -> Reading {
    with_people(&format!("{HEADER}{rows}"))
}

fn size_as(size: &str, rows: &str) -> Reading {
    let files =
        format!("[files]\ndwellings = \"d.csv\"\nhouseholds = {{ path = \"h.csv\", size = \"{size}\" }}\n{FIT}");
    read_all(files.as_bytes(), HOMES.as_bytes(), format!("{HEADER}{rows}").as_bytes(), false)
}

#[test]
fn persons_are_counted_and_blank_ids_filled_down() {
    let reading = read("h1,1,户主,A,3,是,North\n,2,妻,A,,,\n,3,子,A,,,\nh2,4,户主,B,1,是,\n");
    assert_eq!(reading.problems, []);
    let input = reading.input.expect("all is well");
    let people = &input.intake.households;
    assert_eq!(people.iter().map(|who| (who.key.as_str(), who.persons)).collect::<Vec<_>>(), [("h1", 3), ("h2", 1)]);
    assert_eq!(input.roll.groups, ["A", "B"]);
    let file = &reading.summary.files[1];
    assert_eq!((file.rows, file.used, file.listed), (4, 4, 0));
    assert!(file.form.as_ref().is_some_and(|form| form.person_rows));
    assert_eq!(file.repaired, [(Repair::FilledDown, 2)]);
}

#[test]
fn rows_of_one_household_may_lie_apart() {
    let reading = read("h1,1,户主,A,,是,\nh2,4,户主,B,,是,\nh1,2,妻,A,,,\n");
    let people = reading.input.expect("all is well").intake.households;
    assert_eq!(people.iter().map(|who| who.persons).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn two_sizes_are_told_and_one_can_be_chosen() {
    let rows = "h1,1,户主,A,5,是,\n,2,妻,A,,,\n";
    let reading = read(rows);
    assert_eq!(
        told(&reading.problems),
        [(Code::SizesDiffer, Some(2), Some("家庭人口")), (Code::MemberOfUnused, Some(3), Some("户编号")),]
    );
    reading.problems.iter().for_each(complete);
    for (size, persons) in [("stated", 5), ("counted", 2)] {
        let reading = size_as(size, rows);
        assert_eq!(told(&reading.problems), [(Code::SizeChosen, Some(2), Some("家庭人口"))]);
        complete(&reading.problems[0]);
        assert_eq!(reading.input.expect("a size was chosen").intake.households[0].persons, persons);
    }
}

#[test]
fn two_heads_may_be_two_households() {
    let reading = read("h1,1,户主,A,,是,\nh1,2,户主,A,,是,\n");
    let told_twice = reading.problems.iter().find(|p| p.code == Code::TwoHeads);
    complete(told_twice.expect("two heads are told"));
    // A blank id is never filled down over another head.
    let reading = read("h1,1,户主,A,1,是,\n,2,户主,A,1,是,\n");
    assert_eq!(told(&reading.problems), [(Code::BlankCell, Some(3), Some("户编号"))]);
}

#[test]
fn a_group_is_declared_or_shared_or_not_stated() {
    let reading = read("h1,1,户主,A,,是,\nh1,2,妻,B,,,\n");
    assert_eq!(told(&reading.problems), [(Code::MembersDiffer, Some(2), Some("民族"))]);
    complete(&reading.problems[0]);
    assert_eq!(reading.input.expect("a note stops nothing").roll.of_household, [None]);
    let declared = with_people("户编号,人编号,民族,户组别,签订情况\nh1,1,A,B,是\nh1,2,B,,\n");
    assert_eq!(declared.problems, []);
    assert_eq!(declared.input.expect("all is well").roll.groups, ["A", "B"]);
}

#[test]
fn members_who_disagree_leave_no_guess() {
    let reading = read("h1,1,户主,A,,是,North\nh1,2,妻,A,,是,South\n");
    let disagree = |reading: &Reading| reading.problems.iter().find(|p| p.code == Code::MembersDisagree).cloned();
    complete(&disagree(&reading).expect("two wishes are told"));
    // Two answers are no agreement.
    let reading = read("h1,1,户主,A,,是,\nh1,2,妻,A,,否,\n");
    let codes: Vec<Code> = reading.problems.iter().map(|p| p.code).collect();
    assert_eq!(codes, [Code::AgreementUnclear, Code::MemberOfUnused]);
    complete(&reading.problems[1]);
    // One answer in two spellings is one answer.
    assert_eq!(read("h1,1,户主,A,,是,\nh1,2,妻,A,,已签,\n").problems, []);
    // The same id in two villages is two households.
    let apart = with_people("户编号,人编号,迁出村,签订情况\nh1,1,x,是\nh1,2,y,\n");
    assert!(disagree(&apart).is_some());
}

#[test]
fn rows_in_are_rows_used_and_rows_listed() {
    let reading = read("h1,1,户主,A,,是,\nh1,2,妻,A,,,\nh2,3,户主,A,,否,\n,4,妻,A,,,\n合计,,,,4,,\n");
    let file = &reading.summary.files[1];
    assert_eq!((file.rows, file.used, file.listed), (5, 2, 3));
    let listed: Vec<Option<u32>> =
        reading.problems.iter().filter(|p| p.severity == Severity::Listed).map(|p| p.row).collect();
    assert_eq!(listed, [Some(4), Some(5), Some(6)]);
}

#[test]
fn heads_alone_are_a_household_to_a_row() {
    let reading = read("h1,1,户主,A,4,是,\nh2,2,户主,A,2,是,\n");
    assert_eq!(reading.problems, []);
    assert!(!reading.summary.files[1].form.as_ref().is_some_and(|form| form.person_rows));
    let plan = plan_text(FIT);
    assert!(plan.contains("h.csv"));
}
