//! A plain maximum matching, one dwelling a vertex (Kuhn 1955), against the allocator on a few hundred households.

use crate::world::{Shape, World, world};
use mixplan::allocate::allocate;
use mixplan::model::*;

/// For each household of a list the dwellings it would take.
type Wishes = Vec<Vec<usize>>;

/// Whether `household` can be matched as well, moving others; `holder` is the matching, changed only on success.
fn augment(wishes: &Wishes, household: usize, holder: &mut [Option<usize>], seen: &mut [bool]) -> bool {
    for &dwelling in &wishes[household] {
        if !seen[dwelling] {
            seen[dwelling] = true;
            if holder[dwelling].is_none_or(|other| augment(wishes, other, holder, seen)) {
                holder[dwelling] = Some(household);
                return true;
            }
        }
    }
    false
}

fn all_fit(wishes: &Wishes, households: &[usize], dwellings: usize) -> bool {
    let mut holder = vec![None; dwellings];
    households.iter().all(|&h| augment(wishes, h, &mut holder, &mut vec![false; dwellings]))
}

fn tier(world: &World, household: usize, dwelling: usize) -> Option<Tier> {
    let home = &world.intake.stock.dwellings[dwelling];
    let vacant = home.status == DwellingStatus::Vacant;
    world.intake.households[household].tier(home).filter(|_| vacant)
}

/// Housed set and tiers, the slow way: after each decision, a whole new matching says whether everybody still fits.
fn slow(world: &World, order: &[usize]) -> Vec<Option<Tier>> {
    let dwellings = world.intake.stock.dwellings.len();
    let accepted = |h: usize| (0..dwellings).filter(|&d| tier(world, h, d).is_some()).collect::<Vec<_>>();
    let mut wishes: Wishes = (0..world.intake.households.len()).map(accepted).collect();
    let mut holder = vec![None; dwellings];
    let mut housed = Vec::new();
    for &h in order {
        if augment(&wishes, h, &mut holder, &mut vec![false; dwellings]) {
            housed.push(h);
        }
    }
    let mut result = vec![None; wishes.len()];
    for &h in &housed {
        let all = wishes[h].clone();
        let mut tiers: Vec<Tier> = all.iter().filter_map(|&d| tier(world, h, d)).collect();
        tiers.sort_unstable();
        tiers.dedup();
        result[h] = tiers.into_iter().find(|&wanted| {
            wishes[h] = all.iter().copied().filter(|&d| tier(world, h, d) == Some(wanted)).collect();
            all_fit(&wishes, &housed, dwellings)
        });
    }
    result
}

#[test]
fn a_plain_matching_gives_the_same_set_and_tiers() {
    let mut left_out = 0;
    for seed in 0..6 {
        let shape = Shape {
            estates: 4,
            dwellings: 150,
            households: 160,
            groups: 4,
            bonds: 30 * (seed % 2) as u32,
            may_cost_tiers: 0,
        };
        let world = world(seed, shape);
        let (base, reasons) = allocate(&world.intake, &world.draw);
        let mut order: Vec<usize> = (0..160).filter(|&h| base.turns[h].is_some()).collect();
        order.sort_by_key(|&h| base.turns[h].map(|turn| turn.turn));
        let expected = slow(&world, &order);
        let got: Vec<Option<Tier>> = (0..160).map(|h| base.placement.tier(&world.intake, h)).collect();
        assert_eq!(got, expected, "world {seed}");
        left_out += reasons.0.len();
    }
    assert!(left_out > 0, "some worlds must be too small for everyone");
}

/// Every reason is true: the kinds named are all that the blocked household accepts, and they are too few.
#[test]
fn reasons_add_up() {
    let mut shortages = 0;
    for seed in 0..40 {
        let shape = Shape { estates: 3, dwellings: 50, households: 60, groups: 3, bonds: 0, may_cost_tiers: 0 };
        let world = world(seed, shape);
        let (base, reasons) = allocate(&world.intake, &world.draw);
        for (household, reason) in &reasons.0 {
            let accepted = (0..50).filter(|&d| tier(&world, household.index(), d).is_some()).count();
            match reason {
                Reason::NoSuchHome { .. } => assert_eq!(accepted, 0),
                Reason::Shortage { households, homes, kinds, repairs } => {
                    shortages += 1;
                    assert!(households > homes && accepted as u32 <= *homes);
                    assert_eq!(kinds.iter().map(|kind| kind.homes).sum::<u32>(), *homes);
                    assert!(!repairs.is_empty());
                    check_repairs(&world, &base, household.index(), repairs);
                }
            }
        }
    }
    assert!(shortages > 0, "some worlds must be short of homes");
}

/// Homes that are said to be left over are, and the household's needs are met by them.
fn check_repairs(world: &World, base: &Base, household: usize, repairs: &[Repair]) {
    let holder = base.placement.holder_of(world.intake.stock.dwellings.len());
    let who = &world.intake.households[household];
    for repair in repairs {
        match repair {
            Repair::MoreHomes { count, kind } => {
                let lowest = kind.floors.map_or(1, |(lowest, _)| lowest);
                assert!(housed_with(world, household, *count, kind, true, lowest), "so many are enough");
                assert!(!housed_with(world, household, count - 1, kind, true, lowest), "and one fewer is not");
                let (step_free, highest) =
                    (kind.step_free == Some(true), kind.floors.map_or(3, |(_, highest)| highest));
                assert!(housed_with(world, household, *count, kind, step_free, highest), "whatever else they are like");
            }
            Repair::Accepting { kind } => {
                let left = world.intake.stock.vacant().filter(|id| {
                    let home = world.intake.stock.dwelling(*id);
                    let alike = home.estate == kind.estate && home.home_type == kind.home_type;
                    alike && holder[id.index()].is_none() && who.needs.met_by(home.step_free, home.floor)
                });
                assert_eq!(left.count() as u32, kind.homes);
                assert!(housed_if_accepting(world, household, kind), "accepting it is enough");
            }
        }
    }
}

/// Whether a household is housed if there are so many more homes of a kind.
fn housed_with(world: &World, household: usize, count: u32, kind: &HomeKind, step_free: bool, floor: i16) -> bool {
    let mut intake = world.intake.clone();
    let stairwell =
        intake.stock.stairwells.iter().position(|s| s.estate == kind.estate).expect("estates have stairwells");
    for number in 0..count {
        intake.stock.dwellings.push(Dwelling {
            key: format!("X{number:03}"),
            stairwell: StairwellId::new(stairwell),
            building: intake.stock.stairwells[stairwell].building,
            estate: kind.estate,
            floor,
            door: String::new(),
            home_type: kind.home_type,
            step_free,
            status: DwellingStatus::Vacant,
        });
    }
    allocate(&intake, &world.draw).0.placement.home_of[household].is_some()
}

/// Whether a household is housed if it accepts the estate and the home type of a kind as well.
fn housed_if_accepting(world: &World, household: usize, kind: &HomeKind) -> bool {
    let mut intake = world.intake.clone();
    let who = &mut intake.households[household];
    if !who.home_types.contains(&kind.home_type) {
        who.home_types.push(kind.home_type);
    }
    if who.choices.rank(kind.estate).is_none() {
        who.choices.tiers.push(vec![kind.estate]);
    }
    allocate(&intake, &world.draw).0.placement.home_of[household].is_some()
}
