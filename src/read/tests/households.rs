use super::{Code, FIT, HOMES, PEOPLE, Severity, complete, only, plan_text, read_all, told, with_people, with_plan};
use crate::model::{Agreement, EstateId};

/// One more row below good ones; it stands in line 4.
#[track_caller]
fn row(row: &str, code: Code, column: &str, cell: &str) {
    only(&with_people(&format!("{PEOPLE}{row}\n")), code, "h.csv", 4, column, cell);
}

#[test]
fn cells() {
    row(",2,,,,,,,,yes,", Code::BlankCell, "household", "");
    row("h9,,,,,,,,,yes,", Code::BlankCell, "persons", "");
    row("h9,0,,,,,,,,yes,", Code::NotWhole, "persons", "0");
    row("h9,2,,,,,0,,,yes,", Code::NotWhole, "priority", "0");
    row("h9,2,,,,top,,,,yes,", Code::NotWhole, "max_floor", "top");
    row("h9,2,,,,0,,,,yes,", Code::ImpossibleFloor, "max_floor", "0");
    row("h9,2,,,perhaps,,,,,yes,", Code::NotYesNo, "step_free", "perhaps");
    row("\"h\n9\",2,,,,,,,,yes,", Code::HiddenCharacter, "household", "\"h\n9\"");
    row("h1,2,,,,,,,,yes,", Code::HouseholdTwice, "household", "h1");
}

#[test]
fn wishes() {
    row("h9,2,,,,,,North>>South,,yes,", Code::EmptyPart, "choices", "North>>South");
    row("h9,2,,,,,,*>South,,yes,", Code::StarNotLast, "choices", "*>South");
    row("h9,2,,,,,,Nroth,,yes,", Code::UnknownEstate, "choices", "Nroth");
    row("h9,2,,,,,,North=North,,yes,", Code::EstateTwice, "choices", "North=North");
    row("h9,2,,57>50,,,,,,yes,", Code::UnknownHomeType, "home_types", "57>50");
    row("h9,2,,75>75,,,,,,yes,", Code::HomeTypeTwice, "home_types", "75>75");
    row("h9,2,,75>,,,,,,yes,", Code::EmptyPart, "home_types", "75>");
    let reading = with_people(&format!("{PEOPLE}h9,2,,,,,,Nroth,,yes,\n"));
    assert_eq!(reading.problems[0].param("near"), Some("North, South"));
}

#[test]
fn too_big_for_the_fit_table() {
    let fit = "[fit]\n\"1-2\" = [\"50\"]\n";
    only(&with_plan(fit), Code::TooBigForFit, "h.csv", 3, "persons", "3");
    assert_eq!(with_plan(fit).problems[0].param("largest"), Some("2"));
    // Home types of its own help.
    let people = PEOPLE.replace("h2,3,B,,", "h2,3,B,75>50,");
    let reading = read_all(plan_text(fit).as_bytes(), HOMES.as_bytes(), people.as_bytes(), false);
    assert_eq!(reading.problems, []);
}

#[test]
fn no_fit_table_is_needed_where_all_name_their_types() {
    let people = PEOPLE.replace("A,,", "A,50,").replace("B,,", "B,75>50,");
    let reading = read_all(plan_text("").as_bytes(), HOMES.as_bytes(), people.as_bytes(), false);
    assert_eq!(reading.problems, []);
}

#[test]
fn what_is_unclear_is_no_agreement() {
    row("h9,2,,,,,,,,,yes", Code::NoAgreement, "agreement", "");
    row("h9,2,,,,,,,,no,yes", Code::NoAgreement, "agreement", "no");
    for text in ["同意(电话)", "2026-02-30", "26.3", "maybe", "?"] {
        row(&format!("h9,2,,,,,,,,{text},yes"), Code::AgreementUnclear, "agreement", text);
    }
    let reading = with_people(&format!("{PEOPLE}h9,2,,,,,,,,maybe,yes\n"));
    assert_eq!(reading.problems[0].severity, Severity::Listed);
    let input = reading.input.unwrap();
    assert_eq!(input.intake.households.len(), 3);
    assert!(!input.intake.households[2].signed());
    assert_eq!((reading.summary.files[1].used, reading.summary.files[1].listed), (2, 1));
}

#[test]
fn a_date_beside_an_answer_must_agree_with_it() {
    let read = |answer: &str, date: &str| {
        let people = format!("household,persons,签订情况,签订日期\nh1,2,{answer},{date}\n");
        with_people(&people).input.unwrap().intake.households[0].agreement.clone()
    };
    assert_eq!(read("已签", "2026年3月5日"), Agreement::Dated("2026-03-05".to_owned()));
    assert_eq!(read("是", ""), Agreement::Yes);
    assert_eq!(read("", "2026-03-05"), Agreement::None);
    assert_eq!(read("未签", "2026-03-05"), Agreement::None);
    assert_eq!(read("是", "soon"), Agreement::None);
    let dated = with_people("household,persons,签订日期\nh1,2,2026/3/5\nh2,2,\nh3,2,yes\n");
    let told_of_it = [(Code::NoAgreement, Some(3), Some("签订日期"))];
    assert_eq!(told(&dated.problems), told_of_it);
}

#[test]
fn mixing_and_bonds_are_noted() {
    row("h9,2,,,,,,,,yes,perhaps", Code::MixingUnclear, "mixing", "perhaps");
    row("h9,2,,,,,,,k7,yes,", Code::BondAlone, "together", "k7");
    let reading = with_people(&format!("{PEOPLE}h9,2,,,,,,,k7,yes,perhaps\nh8,2,,,,,,,k7,yes,\n"));
    let input = reading.input.unwrap();
    assert_eq!(input.intake.bonds, ["k7"]);
    assert_eq!(input.opt_ins.0, [true, false, false, false]);
}

#[test]
fn numbered_choices() {
    let people = "户编号,人数,第二志愿,志愿1,choice_3,签订情况,县,乡镇\nh1,2,*,South = North,,是,x,y\n";
    let reading = with_people(people);
    assert_eq!(reading.problems, []);
    let input = reading.input.unwrap();
    let choices = &input.intake.households[0].choices;
    assert_eq!(choices.tiers, vec![vec![EstateId(0), EstateId(1)]]);
    assert!(choices.any);
    let clash = with_people("household,persons,choices,choice_1,agreement\nh1,2,,,yes\n");
    assert_eq!(told(&clash.problems), [(Code::ColumnTwice, Some(1), Some("choice_1"))]);
    complete(&clash.problems[0]);
    let twice = with_people("household,persons,志愿1,choice_1,agreement\nh1,2,,,yes\n");
    assert_eq!(told(&twice.problems), [(Code::ColumnTwice, Some(1), Some("choice_1"))]);
}

#[test]
fn an_office_number_is_not_taken_for_an_identity_number() {
    let reading = with_people("household,persons,agreement,ID No.,household id no\nh1,2,yes,1,2\n");
    let expected = [(Code::UnknownColumns, Some(1), None), (Code::RefusedColumn, Some(1), Some("ID No."))];
    assert_eq!(told(&reading.problems), expected);
}

#[test]
fn aliases_and_labels() {
    let people = "household,persons,group,agreement\nh1,2,01,yes\nh2,2,A,yes\nh3,2,,yes\nh4,2,Z,yes\n";
    let plan = plan_text(&format!("{FIT}[groups]\n\"Group A\" = [\"01\", \"A\"]\n"));
    let input = read_all(plan.as_bytes(), HOMES.as_bytes(), people.as_bytes(), false).input.unwrap();
    assert_eq!(input.roll.groups, ["Group A", "Z"]);
    let of: Vec<Option<u32>> = input.roll.of_household.iter().map(|g| g.map(|g| g.0)).collect();
    assert_eq!(of, [Some(0), Some(0), None, Some(1)]);
}

#[test]
fn all_problems_of_a_row_at_once() {
    let reading = with_people(&format!("{PEOPLE},0,,57,perhaps,,,Nroth>*>East,,maybe,\n"));
    let codes: Vec<Code> = reading.problems.iter().map(|p| p.code).collect();
    let expected = [
        Code::BlankCell,
        Code::NotWhole,
        Code::UnknownHomeType,
        Code::NotYesNo,
        Code::StarNotLast,
        Code::UnknownEstate,
        Code::UnknownEstate,
    ];
    assert_eq!(codes, expected);
}
