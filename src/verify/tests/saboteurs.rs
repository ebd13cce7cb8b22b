//! One saboteur per promise: a good plan spoiled so that this promise and no other is broken.

use super::naive::Good;
use super::town::Town;
use crate::model::{Agreement, DwellingId, DwellingStatus, GroupId, Reference, Sheets, Target};
use crate::verify::{Breach, Code, Promise, certify};

/// Breaches as (promise, household, code), after checking that the unspoiled plan was good.
pub(super) fn breaches(town: &Town, sheets: Sheets) -> Vec<(Promise, Option<String>, Code)> {
    let found: Vec<Breach> = certify(&town.evidence(), sheets).expect_err("the plan was spoiled");
    found.into_iter().map(|breach| (breach.promise, breach.household, breach.fault.code)).collect()
}

pub(super) fn good(town: &Town) -> Good {
    let good = Good::of(town, 0);
    certify(&town.evidence(), good.sheets(town)).expect("a good plan to begin with");
    good
}

pub(super) fn only(promise: Promise, household: &str, code: Code) -> Vec<(Promise, Option<String>, Code)> {
    vec![(promise, Some(household.to_owned()), code)]
}

/// Key of the household with this turn.
pub(super) fn at_turn(town: &Town, good: &Good, turn: u32) -> usize {
    let found = good.turns.iter().position(|t| t.is_some_and(|t| t.turn == turn));
    let found = found.expect("a turn of this town");
    assert!(town.intake.households[found].signed());
    found
}

pub(super) fn key(town: &Town, who: usize) -> &str {
    &town.intake.households[who].key
}

fn move_to(town: &Town, good: &mut Good, who: usize, home: &str) {
    good.plan.home_of[who] = Some(DwellingId::new(town.home(home)));
}

/// Three equal homes, the two households volunteer and declared nothing.
pub(super) fn three_equal_homes() -> Town {
    Town::of(
        &["D1 East B1 S1 2 75", "D2 East B1 S1 2 75", "D3 East B1 S1 2 75"],
        &["H1 75 * volunteer", "H2 75 * volunteer"],
    )
}

#[test]
fn signed() {
    let mut town = three_equal_homes();
    let good = good(&town);
    let last = at_turn(&town, &good, 2);
    town.intake.households[last].agreement = Agreement::None;
    let name = key(&town, last);
    let found = breaches(&town, good.sheets(&town));
    let each = (Promise::Signed, Some(name.to_owned()), Code::HouseholdUnsigned);
    assert_eq!(found, [each.clone(), each], "once per table");
}

#[test]
fn fits() {
    let town = Town::of(&["D1 East B1 S1 2 75", "D2 East B1 S1 9 75"], &["H1 75 * floor=3 volunteer"]);
    let mut good = good(&town);
    move_to(&town, &mut good, 0, "D2");
    assert_eq!(breaches(&town, good.sheets(&town)), only(Promise::Fits, "H1", Code::FloorTooHigh));
}

#[test]
fn fits_step_free() {
    let town = Town::of(&["D1 East B1 S1 2 75", "D2 East B1 S1 2 75 steps"], &["H1 75 * stepfree volunteer"]);
    let mut good = good(&town);
    move_to(&town, &mut good, 0, "D2");
    assert_eq!(breaches(&town, good.sheets(&town)), only(Promise::Fits, "H1", Code::NotStepFree));
}

#[test]
fn fits_estate() {
    let town = Town::of(&["D1 East B1 S1 2 75", "D2 West B1 S1 2 75"], &["H1 75 East volunteer"]);
    let mut good = good(&town);
    move_to(&town, &mut good, 0, "D2");
    assert_eq!(breaches(&town, good.sheets(&town)), only(Promise::Fits, "H1", Code::EstateUnaccepted));
}

#[test]
fn one_home() {
    let town = three_equal_homes();
    let mut good = good(&town);
    good.plan.home_of[0] = good.plan.home_of[1];
    let found = breaches(&town, good.sheets(&town));
    let shared = |who: &str| (Promise::OneHome, Some(who.to_owned()), Code::DwellingShared);
    let mut names: Vec<_> = found.iter().map(|(_, who, _)| who.clone()).collect();
    names.sort();
    assert_eq!(names, [Some("H1".to_owned()), Some("H2".to_owned())]);
    assert!(found.iter().all(|breach| *breach == shared("H1") || *breach == shared("H2")));
}

#[test]
fn one_home_held() {
    let mut town = three_equal_homes();
    let good = good(&town);
    let home = good.first.home_of[0].expect("housed").index();
    town.intake.stock.dwellings[home].status = DwellingStatus::Held;
    let each = (Promise::OneHome, Some("H1".to_owned()), Code::DwellingHeld);
    assert_eq!(breaches(&town, good.sheets(&town)), [each.clone(), each]);
}

#[test]
fn one_home_twice() {
    let town = three_equal_homes();
    let mut sheets = good(&town).sheets(&town);
    let again = sheets.plan[1].clone();
    sheets.plan.push(again);
    let found = breaches(&town, sheets);
    assert!(found.iter().all(|(promise, ..)| *promise == Promise::OneHome), "{found:?}");
    assert!(found.iter().any(|(.., code)| *code == Code::HouseholdTwice));
}

#[test]
fn residents_stay() {
    let mut town = three_equal_homes();
    let good = good(&town);
    let home = good.first.home_of[0].expect("housed").index();
    town.intake.stock.dwellings[home].status = DwellingStatus::Occupied;
    let each = (Promise::ResidentsStay, Some("H1".to_owned()), Code::DwellingOccupied);
    assert_eq!(breaches(&town, good.sheets(&town)), [each.clone(), each]);
}

/// A household that waits only for want of a choice, and then accepts what is free.
#[test]
fn everyone_first() {
    let mut town = Town::of(&["D1 East B1 S1 2 75", "D2 West B1 S1 2 75"], &["H1 75 East priority=1", "H2 75 East"]);
    let good = good(&town);
    town.intake.households[1].choices.any = true;
    assert_eq!(breaches(&town, good.sheets(&town)), only(Promise::EveryoneFirst, "H2", Code::LeftUnhoused));
}

/// The path to the free home goes over a holder who accepts it as well.
#[test]
fn everyone_first_over_a_path() {
    let mut town = Town::of(&["D1 East B1 S1 2 75", "D2 West B1 S1 2 75"], &["H1 75 East priority=1", "H2 75 East"]);
    let good = good(&town);
    town.intake.households[0].choices.any = true;
    assert_eq!(breaches(&town, good.sheets(&town)), only(Promise::EveryoneFirst, "H2", Code::LeftUnhoused));
}

#[test]
fn everyone_first_in_turn() {
    let town = Town::of(&["D1 East B1 S1 2 75"], &["H1 75 East priority=1", "H2 75 East"]);
    let mut good = good(&town);
    for placement in [&mut good.first, &mut good.plan] {
        placement.home_of.swap(0, 1);
    }
    assert_eq!(breaches(&town, good.sheets(&town)), only(Promise::EveryoneFirst, "H1", Code::PassedOver));
}

#[test]
fn everyone_first_in_both_tables() {
    let town = three_equal_homes();
    let mut good = good(&town);
    good.plan.home_of[0] = None;
    assert_eq!(breaches(&town, good.sheets(&town)), only(Promise::EveryoneFirst, "H1", Code::MissingInPlan));
}

#[test]
fn no_worse() {
    let town = Town::of(&["D1 East B1 S1 2 75", "D2 West B1 S1 2 75"], &["H1 75 East>West volunteer"]);
    let mut good = good(&town);
    move_to(&town, &mut good, 0, "D2");
    assert_eq!(breaches(&town, good.sheets(&town)), only(Promise::NoWorse, "H1", Code::LowerChoice));
}

#[test]
fn no_worse_home_type() {
    let town = Town::of(&["D1 East B1 S1 2 75", "D2 East B1 S1 2 50"], &["H1 75>50 * volunteer"]);
    let mut good = good(&town);
    move_to(&town, &mut good, 0, "D2");
    assert_eq!(breaches(&town, good.sheets(&town)), only(Promise::NoWorse, "H1", Code::OtherHomeType));
}

#[test]
fn opt_out_untouched() {
    let mut town = three_equal_homes();
    let mut good = good(&town);
    let free = ["D1", "D2", "D3"].into_iter().find(|home| {
        let home = DwellingId::new(town.home(home));
        !good.first.home_of.contains(&Some(home))
    });
    move_to(&town, &mut good, 0, free.expect("one is free"));
    certify(&town.evidence(), good.sheets(&town)).expect("a volunteer may move");
    town.opt_ins.0[0] = false;
    let expected = only(Promise::OptOutUntouched, "H1", Code::MovedWithoutOptIn);
    assert_eq!(breaches(&town, good.sheets(&town)), expected);
    town.opt_ins.0[0] = true;
    town.target = None;
    let expected = only(Promise::OptOutUntouched, "H1", Code::MovedWithoutTarget);
    assert_eq!(breaches(&town, good.sheets(&town)), expected);
}

#[test]
fn bonds_kept() {
    let town = Town::of(
        &["D1 East B1 S1 2 75", "D2 East B1 S1 2 75", "D3 East B1 S2 3 75"],
        &["H1 75 * bond=K volunteer priority=1 floor=2", "H2 75 * bond=K volunteer"],
    );
    let mut good = good(&town);
    let in_one_stairwell = [Some(DwellingId::new(0)), Some(DwellingId::new(1))];
    good.first.home_of = in_one_stairwell.to_vec();
    good.plan.home_of = in_one_stairwell.to_vec();
    certify(&town.evidence(), good.sheets(&town)).expect("a bond may choose its homes");
    move_to(&town, &mut good, 1, "D3");
    assert_eq!(breaches(&town, good.sheets(&town)), only(Promise::BondsKept, "H1", Code::BondParted));
}

/// Two buildings of one estate, half A and half B, the first with too many A. One of three A-households of its
/// stairwell S1 (group A) and one B-household of the other building are placed; the rest are residents.
fn two_buildings(target: Target) -> (Town, Good) {
    let mut town = Town::of(
        &["D1 East B1 S1 2 75", "D2 East B1 S2 2 75 held", "D3 East B2 S1 2 75"],
        &["H1 75 * volunteer", "H2 75 * volunteer"],
    );
    for (stairwell, group, households) in [(0, 0, 2), (0, 1, 5), (1, 0, 10), (2, 0, 3), (2, 1, 10)] {
        town.residents(stairwell, group, households);
    }
    town.target = Some(target);
    let first = Good::of(&town, 0).first;
    for (who, home) in first.home_of.iter().enumerate() {
        let in_first_building = *home == Some(DwellingId::new(0));
        town.roll.of_household[who] = Some(GroupId::new(if in_first_building { 0 } else { 1 }));
    }
    let good = good(&town);
    (town, good)
}

/// The exchange takes two households' distance off the buildings and leaves two A-households without company: the
/// score stays, the company does not.
#[test]
fn company() {
    let (town, mut good) = two_buildings(Target { building: 0, stairwell: 100, company: 3, ..Target::default() });
    good.plan.home_of.swap(0, 1);
    assert_eq!(breaches(&town, good.sheets(&town)), [(Promise::Company, None, Code::CompanyLost)]);
}

/// The same exchange backwards, with the company rule off.
#[test]
fn nearer() {
    let (mut town, mut good) = two_buildings(Target { building: 0, stairwell: 100, company: 0, ..Target::default() });
    for group in &mut town.roll.of_household {
        *group = group.map(|GroupId(group)| GroupId(1 - group));
    }
    good.plan.home_of.swap(0, 1);
    assert_eq!(breaches(&town, good.sheets(&town)), [(Promise::Nearer, None, Code::ScoreHigher)]);
}

#[test]
fn nearer_between_estates() {
    let mut town = Town::of(
        &["D1 East B1 S1 2 75", "D2 West B1 S1 2 75"],
        &["H1 75 East=West volunteer group=A priority=1", "H2 75 East=West volunteer group=B"],
    );
    town.target = Some(Target { estate: 0, building: 100, stairwell: 100, company: 0, ..Target::default() });
    let mut good = good(&town);
    // Residents so that the estate of each is the one where the other belongs.
    for who in 0..2 {
        let estate = good.first.home_of[who].expect("housed").index();
        town.residents(estate, 1 - who, 5);
    }
    certify(&town.evidence(), good.sheets(&town)).expect("still good");
    good.plan.home_of.swap(0, 1);
    assert_eq!(breaches(&town, good.sheets(&town)), [(Promise::Nearer, None, Code::EstatesFurther)]);
}

#[test]
fn symmetric() {
    let mut town = three_equal_homes();
    let good = good(&town);
    let lopsided = |shares: &[u32]| Target { reference: Reference::Shares(shares.to_vec()), ..Target::default() };
    let spoiled = [
        (lopsided(&[50, 30, 10]), Code::SharesTotal),
        (lopsided(&[60, 40]), Code::SharesMissing),
        (lopsided(&[60, 40, 0]), Code::ShareZero),
        (Target { building: 101, ..Target::default() }, Code::ToleranceRange),
    ];
    for (target, code) in spoiled {
        town.target = Some(target);
        assert_eq!(breaches(&town, good.sheets(&town)), [(Promise::Symmetric, None, code)]);
    }
    town.target = Some(lopsided(&[60, 30, 10]));
    certify(&town.evidence(), good.sheets(&town)).expect("a share for every group");
}

#[test]
fn replayable() {
    let town = three_equal_homes();
    let good = good(&town);
    let mut sheets = good.sheets(&town);
    sheets.plan[0].ticket = "0".repeat(64);
    let first = key(&town, at_turn(&town, &good, 1));
    assert_eq!(breaches(&town, sheets), only(Promise::Replayable, first, Code::TicketWrong));
    let mut sheets = good.sheets(&town);
    sheets.plan.swap(0, 1);
    assert_eq!(breaches(&town, sheets), only(Promise::Replayable, first, Code::RowOrderWrong));
}
