//! A town of thousands, so that a check that grows with the square is noticed.

use super::town::{Chance, Town};
use crate::model::{DwellingId, Placement, Sheets, Turn, rows};
use crate::verify::certify;
use crate::verify::draw::{Tickets, turns};
use std::collections::BTreeMap;

/// Twelve estates, two home types with too few homes of one, step-free needs, three choices and then any estate.
fn large(households: usize) -> Town {
    let mut chance = Chance(1);
    let mut homes = Vec::new();
    let mut wishes = Vec::new();
    for at in 0..households {
        let (estate, building, stairwell) = (chance.below(12), chance.below(20), chance.below(4));
        let kind = if chance.percent(50) { "75" } else { "50" };
        let steps = if chance.percent(70) { "steps" } else { "" };
        homes
            .push(format!("D{at:06} E{estate:02} B{building:02} S{stairwell} {} {kind} {steps}", 1 + chance.below(12)));
        let [a, b, c] = [0, 4, 8].map(|from| from + chance.below(4));
        let kind = if chance.percent(53) { "75" } else { "50" };
        let equal = chance.pick(&['>', '=']);
        let need = if chance.percent(10) { "stepfree" } else { "" };
        let group = chance.pick(&["A", "A", "B", "C"]);
        wishes.push(format!("H{at:06} {kind} E{a:02}>E{b:02}{equal}E{c:02}>* {need} group={group} volunteer"));
    }
    let lines = |texts: &[String]| -> Vec<&'static str> {
        texts.iter().map(|text| &*Box::leak(text.clone().into_boxed_str())).collect()
    };
    Town::of(&lines(&homes), &lines(&wishes))
}

/// In this town everybody accepts every estate in the end, so greed by turn is right as long as step-free homes
/// are kept for those who need them: one count per home type.
fn greedy(town: &Town, turns: &[Option<Turn>]) -> Placement {
    let (stock, households) = (&town.intake.stock, &town.intake.households);
    let tickets = Tickets::new(&town.draw);
    let mut order: Vec<usize> = (0..households.len()).collect();
    order.sort_by_key(|&who| turns[who].expect("all signed").turn);
    // Homes by (type, estate, step-free); those left and those kept by (type, step-free).
    let mut left: BTreeMap<(usize, usize, bool), Vec<usize>> = BTreeMap::new();
    for (at, home) in stock.dwellings.iter().enumerate() {
        left.entry((home.home_type.index(), home.estate.index(), home.step_free)).or_default().push(at);
    }
    let mut housed = Vec::new();
    let mut room: BTreeMap<(usize, bool), usize> = BTreeMap::new();
    for (&(kind, _, step_free), homes) in &left {
        *room.entry((kind, step_free)).or_default() += homes.len();
    }
    let (mut needing, mut all) = ([0; 2], [0; 2]);
    for &who in &order {
        let kind = households[who].home_types[0].index();
        let need = households[who].needs.step_free;
        let total = room[&(kind, true)] + room[&(kind, false)];
        if all[kind] < total && (!need || needing[kind] < room[&(kind, true)]) {
            all[kind] += 1;
            needing[kind] += usize::from(need);
            housed.push(who);
        }
    }
    let mut cells: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for who in housed {
        let kind = households[who].home_types[0].index();
        let need = households[who].needs.step_free;
        needing[kind] -= usize::from(need);
        let spare = room[&(kind, true)] > needing[kind];
        let tiers = &households[who].choices.tiers;
        let any: Vec<usize> = (0..12).filter(|e| !tiers.iter().flatten().any(|t| t.index() == *e)).collect();
        let tiers = tiers.iter().map(|tier| tier.iter().map(|e| e.index()).collect()).chain([any]);
        let takes = tiers.into_iter().find_map(|tier: Vec<usize>| {
            let has =
                |step_free| tier.iter().find(|&&e| left.get(&(kind, e, step_free)).is_some_and(|l| !l.is_empty()));
            let with_steps = if need { None } else { has(false).map(|&e| (kind, e, false)) };
            with_steps.or_else(|| has(true).filter(|_| spare).map(|&e| (kind, e, true)))
        });
        let takes = takes.expect("it was counted in");
        let home = left.get_mut(&takes).expect("found").pop().expect("not empty");
        *room.get_mut(&(kind, takes.2)).expect("counted") -= 1;
        let dwelling = &stock.dwellings[home];
        let cell = (dwelling.home_type, dwelling.estate, dwelling.step_free, dwelling.floor);
        cells.entry(cell).or_default().push(who);
    }
    let mut homes: BTreeMap<_, Vec<([u8; 32], usize)>> = BTreeMap::new();
    for (at, d) in stock.dwellings.iter().enumerate() {
        let cell = (d.home_type, d.estate, d.step_free, d.floor);
        homes.entry(cell).or_default().push((tickets.of("dwelling:", &d.key), at));
    }
    let mut placement = Placement { home_of: vec![None; households.len()] };
    for (cell, who) in cells {
        let list = homes.get_mut(&cell).expect("a cell with homes");
        list.sort_unstable();
        for (who, (_, home)) in who.into_iter().zip(list) {
            placement.home_of[who] = Some(DwellingId::new(*home));
        }
    }
    placement
}

/// The number of households comes from the place of call, so that a release build can be timed on more.
fn check(households: usize) {
    let town = large(households);
    let turns = turns(&town.intake, &Tickets::new(&town.draw));
    let placement = greedy(&town, &turns);
    let housed = placement.home_of.iter().flatten().count();
    assert!(housed < households && housed > households * 9 / 10, "{housed} of {households}: some are left out");
    let table = rows(&town.intake, &turns, &placement);
    let plan = certify(&town.evidence(), Sheets { first: table.clone(), plan: table }).expect("a good plan");
    assert_eq!(plan.counts().placed, housed as u64);
}

#[test]
fn five_thousand_households() {
    check(5_000);
}

/// In a release build certify itself stays under a second here.
#[test]
#[ignore = "for timing by hand in a release build"]
fn fifty_thousand_households() {
    check(50_000);
}
