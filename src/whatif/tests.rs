//! Quotas against procedures that are easy to follow, on crowds where every estate is one building of equal homes.

use super::crowd::Crowd;
use super::quota::{exact, lottery, optimum, priced};
use super::world::World;
use super::worth;
use crate::allocate::turns;
use crate::model::*;

/// A small source of numbers.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// Estates of `homes` homes each, and households that rank all of them, or only one where `picky`.
fn crowd(seed: u64, estates: usize, homes: usize, households: usize, picky: bool) -> Crowd {
    let mut dice = Dice(seed + 1);
    let mut stock = Stock { home_types: vec!["home".to_owned()], ..Stock::default() };
    for at in 0..estates {
        let (estate, building, stairwell) = (EstateId::new(at), BuildingId::new(at), StairwellId::new(at));
        stock.estates.push(Estate { name: format!("E{at}") });
        stock.buildings.push(Building { estate, name: "1".to_owned() });
        stock.stairwells.push(Stairwell { building, estate, name: "1".to_owned() });
        stock.dwellings.extend((0..homes).map(|home| Dwelling {
            key: format!("E{at}-{home:03}"),
            stairwell,
            building,
            estate,
            floor: 1,
            door: String::new(),
            home_type: HomeTypeId(0),
            step_free: false,
            status: DwellingStatus::Vacant,
        }));
    }
    let household = |at: usize| {
        let mut order: Vec<usize> = (0..estates).collect();
        (1..estates).rev().for_each(|end| order.swap(end, dice.below(end as u64 + 1) as usize));
        let named = if picky && dice.below(2) == 0 { 1 } else { estates };
        Household {
            key: format!("H{at:03}"),
            persons: 1,
            home_types: vec![HomeTypeId(0)],
            needs: Needs::default(),
            priority: None,
            choices: Choices { tiers: order[..named].iter().map(|&at| vec![EstateId::new(at)]).collect(), any: false },
            bond: None,
            agreement: Agreement::Yes,
        }
    };
    let households: Vec<Household> = (0..households).map(household).collect();
    let of_household = households.iter().map(|_| Some(GroupId(dice.below(3) as u32))).collect();
    let opt_ins = OptIns(vec![false; households.len()]);
    let groups = ["A", "B", "C"].map(str::to_owned).to_vec();
    let roll = Roll { groups, of_household, residents: Vec::new() };
    Crowd::new(Intake { stock, households, ..Intake::default() }, roll, opt_ins, None, Effort::Quick)
}

fn capped(crowd: &Crowd, percent: i64) -> World {
    World::new(crowd, &Changes::from([("cap_building", Setting::Whole(percent))]))
}

/// Estate of each household: in turn order, each takes the first of its list with a home left and its cap open.
fn step_by_step(world: &World, draw: &Draw, homes: i64, percent: i64) -> Vec<Option<usize>> {
    let estates = world.intake.stock.estates.len();
    let (mut left, mut room) = (vec![homes; estates], vec![[homes * percent / 100; 3]; estates]);
    let turns = turns(&world.intake, draw);
    let mut order: Vec<usize> = (0..turns.len()).collect();
    order.sort_by_key(|&household| turns[household].map(|turn| turn.turn));
    let mut taken = vec![None; turns.len()];
    for household in order {
        let group = world.roll.of_household[household].expect("everybody has a group").index();
        let list = world.intake.households[household].choices.tiers.iter().map(|tier| tier[0].index());
        let Some(estate) = list.into_iter().find(|&estate| left[estate] > 0 && room[estate][group] > 0) else {
            continue;
        };
        left[estate] -= 1;
        room[estate][group] -= 1;
        taken[household] = Some(estate);
    }
    taken
}

#[test]
fn the_lottery_is_what_one_gets_step_by_step() {
    let mut capped_somebody = 0;
    for seed in 0..60 {
        // Homes enough for everybody, so that looking ahead changes nothing.
        let (homes, percent) = (12, 25);
        let world = capped(&crowd(seed, 4, homes, 24, false), percent);
        let draw = Draw { seed: format!("seed {seed}") };
        let (base, _) = lottery(&world, &world.intake, &draw, &Placement::default());
        let estate = |home: &Option<DwellingId>| home.map(|home| world.intake.stock.dwelling(home).estate.index());
        let got: Vec<Option<usize>> = base.placement.home_of.iter().map(estate).collect();
        let expected = step_by_step(&world, &draw, homes as i64, percent);
        assert_eq!(got, expected, "seed {seed}");
        capped_somebody += u32::from(got != step_by_step(&world, &draw, homes as i64, 100));
    }
    assert!(capped_somebody > 30, "caps were reached: {capped_somebody}");
}

/// The best total of any allocation under the cap, household after household.
fn best(world: &World, household: usize, left: &mut [i64], room: &mut [[i64; 3]]) -> i64 {
    let Some(who) = world.intake.households.get(household) else { return 0 };
    let group = world.roll.of_household[household].expect("everybody has a group").index();
    let mut most = best(world, household + 1, left, room);
    for (rank, tier) in who.choices.tiers.iter().enumerate() {
        let estate = tier[0].index();
        if left[estate] > 0 && room[estate][group] > 0 {
            (left[estate], room[estate][group]) = (left[estate] - 1, room[estate][group] - 1);
            let own = worth::of_rank(world.worth, who, rank as u32 + 1);
            most = most.max(own + best(world, household + 1, left, room));
            (left[estate], room[estate][group]) = (left[estate] + 1, room[estate][group] + 1);
        }
    }
    most
}

#[test]
fn the_optimum_is_the_best_of_all_allocations() {
    for seed in 0..30 {
        let world = capped(&crowd(seed, 3, 3, 8, true), 40);
        let found = optimum(&world);
        let true_best = best(&world, 0, &mut [3; 3], &mut [[1; 3]; 3]);
        assert_eq!(found.bound, true_best, "seed {seed}");
        assert_eq!(worth::total(world.worth, &world.intake, &found.placement), true_best, "and it is reached");
    }
}

#[test]
fn prices_bound_the_optimum_and_their_allocation_keeps_the_caps() {
    let mut proven = 0;
    for seed in 0..40 {
        let world = capped(&crowd(seed, 4, 9, 30, true), 34);
        let room = super::quota::Room::new(&world, &Placement::default());
        let exact = exact(&world, &room).expect("every estate is one building");
        let priced = priced(&world, &room);
        let reached = worth::total(world.worth, &world.intake, &priced.placement);
        assert!(reached <= exact.bound && exact.bound <= priced.bound, "seed {seed}");
        assert!(priced.bound as f64 <= exact.bound as f64 * 1.05, "seed {seed}: a bound of some use");
        proven += u32::from(priced.bound == exact.bound);
        let mut count = [[0; 3]; 4];
        for (home, group) in priced.placement.home_of.iter().zip(&world.roll.of_household) {
            if let (Some(home), Some(group)) = (home, group) {
                count[world.intake.stock.dwelling(*home).estate.index()][group.index()] += 1;
            }
        }
        assert!(count.iter().flatten().all(|&households| households <= 9 * 34 / 100), "seed {seed}");
    }
    assert!(proven > 0);
}
