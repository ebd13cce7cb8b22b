//! A first allocation by brute force and exchanges by trial, for small towns: another way to the same plans, slow
//! and plain. Nothing of this is used outside the tests.

use super::town::{Chance, Town};
use crate::model::{
    DwellingId, DwellingStatus, Estate, EstateFigures, Intake, MixFigures, Placement, PlanRow, Reference, ScoreFigures,
    Sheets, Target, Turn, rows,
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// HMAC by the package, not by the room's own code.
pub fn ticket(town: &Town, message: &str) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(town.draw.seed.as_bytes()).expect("any key length");
    mac.update(message.as_bytes());
    mac.finalize().into_bytes().into()
}

pub fn turns(town: &Town) -> Vec<Option<Turn>> {
    let households = &town.intake.households;
    let sort_key = |at: usize| {
        let who = &households[at];
        let own = ticket(town, &format!("household:{}", who.key));
        let Some(bond) = who.bond else { return (who.priority.unwrap_or(u32::MAX), own, own) };
        let members = households.iter().filter(|other| other.bond == Some(bond) && other.signed());
        let best = members.map(|other| other.priority.unwrap_or(u32::MAX)).min().expect("it signed itself");
        (best, ticket(town, &format!("bond:{}", town.intake.bonds[bond.index()])), own)
    };
    let mut order: Vec<usize> = (0..households.len()).filter(|&at| households[at].signed()).collect();
    order.sort_by_key(|&at| sort_key(at));
    let mut turns = vec![None; households.len()];
    for (place, &at) in order.iter().enumerate() {
        turns[at] = Some(Turn { turn: place as u32 + 1, ticket: sort_key(at).1 });
    }
    turns
}

/// (choice, type) of a home for a household, from the model.
pub fn tier(intake: &Intake, who: usize, home: usize) -> Option<(u32, u32)> {
    intake.households[who].tier(&intake.stock.dwellings[home]).map(|tier| (tier.choice, tier.kind))
}

/// Households with the tier they are fixed to, if any.
type Wanting = [(usize, Option<(u32, u32)>)];

/// Homes for all of them among those not taken, or `None`: Kuhn's augmenting paths over single dwellings.
fn house_all(intake: &Intake, all: &Wanting, taken: &[bool]) -> Option<Vec<usize>> {
    let mut holder: Vec<Option<usize>> = vec![None; taken.len()];
    for at in 0..all.len() {
        if !augment(intake, all, at, &mut holder, &mut taken.to_vec()) {
            return None;
        }
    }
    let home_of = |at| holder.iter().position(|&held| held == Some(at)).expect("all are housed");
    Some((0..all.len()).map(home_of).collect())
}

fn augment(intake: &Intake, all: &Wanting, at: usize, holder: &mut [Option<usize>], seen: &mut [bool]) -> bool {
    let (who, fixed) = all[at];
    for home in 0..holder.len() {
        let vacant = intake.stock.dwellings[home].status == DwellingStatus::Vacant;
        let tier = tier(intake, who, home).filter(|tier| fixed.is_none_or(|fixed| fixed == *tier));
        if !vacant || tier.is_none() || std::mem::replace(&mut seen[home], true) {
            continue;
        }
        if holder[home].is_none_or(|held| augment(intake, all, held, holder, seen)) {
            holder[home] = Some(at);
            return true;
        }
    }
    false
}

/// Everyone first, then tiers, going in the given order; then homes inside tiers by the turns and the draw.
pub fn first(town: &Town, order: &[usize], turns: &[Option<Turn>]) -> Placement {
    let intake = &town.intake;
    let none_taken = vec![false; intake.stock.dwellings.len()];
    let mut housed: Vec<(usize, Option<(u32, u32)>)> = Vec::new();
    for &who in order {
        housed.push((who, None));
        if house_all(intake, &housed, &none_taken).is_none() {
            housed.pop();
        }
    }
    for at in 0..housed.len() {
        let who = &intake.households[housed[at].0];
        let ranks = who.choices.ranks();
        let tiers = (1..=ranks).flat_map(|choice| (1..=who.home_types.len() as u32).map(move |kind| (choice, kind)));
        let takes = tiers.into_iter().find(|&tier| {
            housed[at].1 = Some(tier);
            house_all(intake, &housed, &none_taken).is_some()
        });
        housed[at].1 = Some(takes.expect("all could be housed before"));
    }
    housed.sort_by_key(|(who, _)| turns[*who].expect("signed").turn);
    draw_inside_tiers(town, &housed)
}

/// Going by turns, each takes the first home of the draw in its tier that leaves all after it a home of theirs.
fn draw_inside_tiers(town: &Town, housed: &Wanting) -> Placement {
    let (intake, stock) = (&town.intake, &town.intake.stock);
    let mut by_ticket: Vec<usize> = (0..stock.dwellings.len()).collect();
    by_ticket.retain(|&home| stock.dwellings[home].status == DwellingStatus::Vacant);
    by_ticket.sort_by_key(|&home| ticket(town, &format!("dwelling:{}", stock.dwellings[home].key)));
    let mut placement = Placement { home_of: vec![None; intake.households.len()] };
    let mut taken = vec![false; stock.dwellings.len()];
    for (at, &(who, fixed)) in housed.iter().enumerate() {
        let takes = by_ticket.iter().copied().find(|&home| {
            if taken[home] || tier(intake, who, home) != fixed {
                return false;
            }
            taken[home] = true;
            let all_keep_theirs = house_all(intake, &housed[at + 1..], &taken).is_some();
            taken[home] = all_keep_theirs;
            all_keep_theirs
        });
        placement.home_of[who] = Some(DwellingId::new(takes.expect("a home each")));
    }
    placement
}

/// A good plan: the naive first allocation in turn order, and then `tries` random exchanges, each kept if the plan
/// is still one that the promises allow.
pub struct Good {
    pub turns: Vec<Option<Turn>>,
    pub first: Placement,
    pub plan: Placement,
}

impl Good {
    pub fn of(town: &Town, tries: usize) -> Good {
        let turns = turns(town);
        let mut order: Vec<usize> = (0..turns.len()).filter(|&who| turns[who].is_some()).collect();
        order.sort_by_key(|&who| turns[who].expect("signed").turn);
        let first = first(town, &order, &turns);
        let mut plan = first.clone();
        let mut chance = Chance(7);
        let homes = town.intake.stock.dwellings.len();
        for _ in 0..if town.target.is_some() { tries } else { 0 } {
            let mut next = plan.clone();
            let (who, home) = (chance.below(turns.len()), DwellingId::new(chance.below(homes)));
            let Some(own) = next.home_of[who] else { continue };
            if let Some(other) = next.home_of.iter().position(|&held| held == Some(home)) {
                next.home_of[other] = Some(own);
            }
            next.home_of[who] = Some(home);
            if allowed(town, &first, &next) {
                plan = next;
            }
        }
        Good { turns, first, plan }
    }

    pub fn sheets(&self, town: &Town) -> Sheets {
        let table = |placement| -> Vec<PlanRow> { rows(&town.intake, &self.turns, placement) };
        Sheets { first: table(&self.first), plan: table(&self.plan) }
    }
}

fn allowed(town: &Town, first: &Placement, plan: &Placement) -> bool {
    let (intake, stock) = (&town.intake, &town.intake.stock);
    let homes = |placement: &Placement, who: usize| placement.home_of[who].map(|home| stock.dwelling(home).clone());
    for who in 0..intake.households.len() {
        let (Some(held), Some(holds)) = (homes(first, who), homes(plan, who)) else { continue };
        if held == holds {
            continue;
        }
        let (Some(before), Some(after)) = (intake.households[who].tier(&held), intake.households[who].tier(&holds))
        else {
            return false;
        };
        let vacant = holds.status == DwellingStatus::Vacant;
        if !vacant || !town.opt_ins.0[who] || after.choice > before.choice || held.home_type != holds.home_type {
            return false;
        }
        for other in 0..intake.households.len() {
            let bonded =
                other != who && intake.households[who].bond.is_some_and(|b| intake.households[other].bond == Some(b));
            let (Some(near), Some(now)) = (homes(first, other), homes(plan, other)) else { continue };
            let parted = held.stairwell == near.stairwell && holds.stairwell != now.stairwell
                || held.building == near.building && holds.building != now.building
                || held.estate == near.estate && holds.estate != now.estate;
            if bonded && parted {
                return false;
            }
        }
    }
    let (before, after) = (score(town, first), score(town, plan));
    after.without_company <= before.without_company
        && after.estate <= before.estate + 1e-9
        && after.score <= before.score + 1e-9
}

/// The mix by the formulas of the design, in floats and with loops over names of places.
pub fn score(town: &Town, placement: &Placement) -> ScoreFigures {
    score_in(town, placement, None)
}

/// The same of one estate only, where one is named.
fn score_in(town: &Town, placement: &Placement, only: Option<usize>) -> ScoreFigures {
    let default = Target::default();
    let target = town.target.as_ref().unwrap_or(&default);
    let stock = &town.intake.stock;
    let groups = town.roll.groups.len();
    // One entry per declared household: (estate, building, stairwell, group).
    let mut all: Vec<[usize; 4]> = Vec::new();
    let mut add = |stairwell: usize, group: usize| {
        let place = &stock.stairwells[stairwell];
        all.push([place.estate.index(), place.building.index(), stairwell, group]);
    };
    for r in &town.roll.residents {
        (0..r.households).for_each(|_| add(r.stairwell.index(), r.group.index()));
    }
    for (who, home) in placement.home_of.iter().enumerate() {
        if let (Some(home), Some(group)) = (home, town.roll.of_household[who]) {
            add(stock.dwelling(*home).stairwell.index(), group.index());
        }
    }
    let n = |level: usize, place: usize, group: usize| {
        all.iter().filter(|at| at[level] == place && at[3] == group).count() as f64
    };
    let sum = |level, place| (0..groups).map(|group| n(level, place, group)).sum::<f64>();
    let share = |within: Option<usize>, group: usize| match (&target.reference, within) {
        (Reference::Shares(shares), _) => f64::from(shares[group]) / 100.0,
        (_, Some(estate)) => n(0, estate, group) / sum(0, estate).max(1.0),
        (_, None) => all.iter().filter(|at| at[3] == group).count() as f64 / (all.len() as f64).max(1.0),
    };
    let distance = |level: usize, place: usize, within: Option<usize>, tolerance: u32| {
        let over = |group| (n(level, place, group) - share(within, group) * sum(level, place)).abs();
        (0..groups).map(|g| (over(g) - f64::from(tolerance) / 100.0 * sum(level, place)).max(0.0)).sum::<f64>() / 2.0
    };
    let k = f64::from(target.company);
    let mut figures = ScoreFigures::default();
    let counts = |estate: usize| only.is_none_or(|only| only == estate);
    for estate in 0..stock.estates.len() {
        figures.estate += distance(0, estate, None, target.estate);
    }
    for (at, building) in stock.buildings.iter().enumerate().filter(|(_, place)| counts(place.estate.index())) {
        figures.building += distance(1, at, Some(building.estate.index()), target.building);
    }
    for (at, stairwell) in stock.stairwells.iter().enumerate().filter(|(_, place)| counts(place.estate.index())) {
        figures.stairwell += distance(2, at, Some(stairwell.estate.index()), target.stairwell);
        let alone = (0..groups).filter(|&g| n(2, at, g) < k && n(0, stairwell.estate.index(), g) >= k);
        figures.without_company += alone.map(|g| n(2, at, g)).sum::<f64>() as u64;
    }
    figures.score = figures.without_company as f64 + figures.building + figures.stairwell;
    figures
}

/// What a certificate of this plan would say.
pub fn figures(town: &Town, good: &Good) -> MixFigures {
    let (first, last) = (score(town, &good.first), score(town, &good.plan));
    let closed = if first.score == 0.0 { 1.0 } else { (first.score - last.score) / first.score };
    let moved = good.first.home_of.iter().zip(&good.plan.home_of).filter(|(one, other)| one != other).count() as u64;
    MixFigures { first, last, bound: 0.0, closed, moved }
}

/// The same estate by estate.
pub fn estates(town: &Town, good: &Good) -> Vec<EstateFigures> {
    let figures = |(at, estate): (usize, &Estate)| {
        let [first, last] = [&good.first, &good.plan].map(|placement| score_in(town, placement, Some(at)).score);
        let closed = if first == 0.0 { 1.0 } else { (first - last) / first };
        EstateFigures { estate: estate.name.clone(), first, last, bound: 0.0, closed }
    };
    town.intake.stock.estates.iter().enumerate().map(figures).collect()
}
