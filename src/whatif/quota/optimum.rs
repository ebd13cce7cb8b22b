//! The quota optimum: the best total choice that caps allow. A bound to hold lotteries against, and no way to hand out
//! homes: it looks at all wishes at once and lets nobody's turn count.
//!
//! Where every household holds all homes of an estate equal and an estate is one building (as in published settings),
//! caps are arcs of a network, and its best flow is the optimum. Elsewhere caps get prices (Lagrange multipliers, by
//! subgradient steps): any prices give a bound that no allocation under these caps exceeds, and the best allocation
//! found on the way is what is measured; the gap between the two is told.

use super::super::flow::Network;
use super::super::market::{Alike, Kind, Market};
use super::super::world::World;
use super::Room;
use crate::model::{DwellingId, Placement};
use std::collections::BTreeMap;

/// What was found.
#[derive(Clone, Debug)]
pub struct Optimum {
    /// An allocation under the caps.
    pub placement: Placement,
    /// A total worth, as [`super::super::worth`] counts it, that no allocation under the caps exceeds.
    pub bound: i64,
}

/// Steps of the search for prices.
const STEPS: u32 = 30;

/// The best total choice under caps. Chance plays no part in it.
pub fn optimum(world: &World) -> Optimum {
    let room = Room::new(world, &Placement::default());
    exact(world, &room).unwrap_or_else(|| priced(world, &room))
}

/// The optimum where caps are arcs of a network; `None` where they are not.
pub fn exact(world: &World, room: &Room) -> Option<Optimum> {
    let intake = &world.intake;
    let stock = &intake.stock;
    if stock.buildings.len() != stock.estates.len() {
        return None;
    }
    let vacant: Vec<DwellingId> = stock.vacant().collect();
    let first: BTreeMap<usize, DwellingId> =
        vacant.iter().rev().map(|&id| (stock.dwelling(id).estate.index(), id)).collect();
    let market = Market::new(world, Alike::InEstate, true);
    for (_, members) in &market.classes {
        let who = &intake.households[members[0].index()];
        let alike = |id: &DwellingId| {
            let home = stock.dwelling(*id);
            let like = first.get(&home.estate.index()).map(|id| stock.dwelling(*id));
            who.tier(home).map(|t| t.choice) == like.and_then(|home| who.tier(home)).map(|t| t.choice)
        };
        if !vacant.iter().all(alike) {
            return None;
        }
    }
    Some(through_caps(world, room, &market, &vacant))
}

/// Classes to estates, through one arc for each cap.
fn through_caps(world: &World, room: &Room, market: &Market, vacant: &[DwellingId]) -> Optimum {
    let intake = &world.intake;
    let mut network = Network::default();
    let (source, sink) = (network.node(), network.node());
    let mut homes: BTreeMap<usize, Vec<DwellingId>> = BTreeMap::new();
    for &id in vacant {
        homes.entry(intake.stock.dwelling(id).estate.index()).or_default().push(id);
    }
    let mut ends: BTreeMap<usize, u32> = BTreeMap::new();
    for (&estate, homes) in &homes {
        let node = network.node();
        network.arc(node, sink, homes.len() as i64, 0);
        ends.insert(estate, node);
    }
    let mut doors: BTreeMap<(Option<u32>, usize), u32> = BTreeMap::new();
    let mut flows: Vec<(u32, usize, usize)> = Vec::new();
    for (class, (group, members)) in market.classes.iter().enumerate() {
        let who = &intake.households[members[0].index()];
        let node = network.node();
        network.arc(source, node, members.len() as i64, 0);
        for (&estate, homes) in &homes {
            let Some(tier) = who.tier(intake.stock.dwelling(homes[0])) else { continue };
            let worth = super::super::worth::of_rank(world.worth, who, tier.choice) * market.scale + 1;
            let door = *doors.entry((*group, estate)).or_insert_with(|| {
                let building = intake.stock.dwelling(homes[0]).building.index();
                let cap = |g: usize| room.left(estate, g).min(room.left(room.building(building), g)).max(0);
                let door = network.node();
                network.arc(door, ends[&estate], group.map_or(i64::MAX / 8, |g| cap(g as usize)), 0);
                door
            });
            flows.push((network.arc(node, door, members.len() as i64, -worth), class, estate));
        }
    }
    let total = -network.run(source, sink);
    let mut placement = Placement { home_of: vec![None; intake.households.len()] };
    let mut next: Vec<usize> = vec![0; market.classes.len()];
    for (arc, class, estate) in flows {
        for _ in 0..network.flow(arc) {
            let home = homes.get_mut(&estate).and_then(Vec::pop).expect("no more flows than there are homes");
            placement.home_of[market.classes[class].1[next[class]].index()] = Some(home);
            next[class] += 1;
        }
    }
    Optimum { placement, bound: total / market.scale }
}

/// Prices on caps, moved towards those that are exceeded.
pub fn priced(world: &World, room: &Room) -> Optimum {
    let market = Market::new(world, Alike::InBuilding, true);
    let groups = world.roll.groups.len();
    let places = world.intake.stock.estates.len() + world.intake.stock.buildings.len();
    let mut prices = vec![0i64; places * groups];
    let spots = |group: u32, kind: &Kind| {
        [kind.estate.index(), room.building(kind.building as usize)].map(|place| place * groups + group as usize)
    };
    let mut best: Option<(i64, Placement)> = None;
    let mut bound = i64::MAX;
    let mut step = 1.0;
    for _ in 0..STEPS {
        let solved = market.solve(&|group, kind| group.map_or(0, |g| spots(g, kind).map(|at| prices[at]).iter().sum()));
        let paid = |at: usize| i128::from(prices[at]) * i128::from(room.left(at / groups, at % groups).max(0));
        let caps: i128 = (0..prices.len()).map(paid).sum();
        let value = i64::try_from(i128::from(solved.total) + caps).unwrap_or(i64::MAX);
        step = if value < bound { step } else { step * 0.7 };
        bound = bound.min(value);
        let pairs = solved.pairs();
        let found = repaired(world, room, &market, &pairs);
        if best.as_ref().is_none_or(|(worth, _)| found.0 > *worth) {
            best = Some(found);
        }
        let mut over = vec![0i64; prices.len()];
        for &(class, kind, households) in &pairs {
            if let Some(group) = market.classes[class].0 {
                for at in spots(group, &market.kinds[kind].0) {
                    over[at] += households;
                }
            }
        }
        for (at, over) in over.iter_mut().enumerate() {
            *over -= room.left(at / groups, at % groups).max(0);
        }
        let worth = best.as_ref().map_or(0, |(worth, _)| *worth);
        let slopes = over.iter().zip(&prices).filter(|(over, price)| **over > 0 || **price > 0);
        let norm: f64 = slopes.map(|(over, _)| (*over * *over) as f64).sum();
        if norm == 0.0 || bound <= worth {
            break;
        }
        let length = step * (value - worth) as f64 / norm;
        for (price, over) in prices.iter_mut().zip(&over) {
            *price = (*price + (length * *over as f64).round() as i64).max(0);
        }
    }
    let (worth, placement) = best.unwrap_or_default();
    Optimum { placement, bound: bound.max(worth) / market.scale }
}

/// An allocation under the caps, made of one that may exceed them: who is too many takes another home of most worth
/// that is free and open, if there is one. Its scaled worth, and where everybody lives.
fn repaired(world: &World, room: &Room, market: &Market, pairs: &[(usize, usize, i64)]) -> (i64, Placement) {
    let intake = &world.intake;
    let mut room = room.clone();
    let mut free: Vec<Vec<DwellingId>> = market.kinds.iter().map(|(_, homes)| homes.clone()).collect();
    let mut next = vec![0; market.classes.len()];
    let mut placement = Placement { home_of: vec![None; intake.households.len()] };
    let mut total = 0;
    let mut give = |class: usize, kind: usize, next: &mut Vec<usize>, free: &mut Vec<Vec<DwellingId>>| {
        let (group, members) = &market.classes[class];
        let home = &market.kinds[kind].0;
        let (estate, building) = (home.estate.index(), home.building as usize);
        if free[kind].is_empty() || group.is_some_and(|g| room.full(g as usize, estate, building).is_some()) {
            return false;
        }
        if let Some(group) = group {
            room.take(*group as usize, estate, building);
        }
        let who = members[next[class]];
        next[class] += 1;
        let home = free[kind].pop().expect("it was looked at above");
        placement.home_of[who.index()] = Some(home);
        let who = &intake.households[who.index()];
        let rank = who.choices.rank(intake.stock.dwelling(home).estate).unwrap_or(u32::MAX);
        total += super::super::worth::of_rank(world.worth, who, rank) * market.scale + 1;
        true
    };
    for &(class, kind, households) in pairs {
        for _ in 0..households {
            if !give(class, kind, &mut next, &mut free) {
                break;
            }
        }
    }
    for class in 0..market.classes.len() {
        let who = &intake.households[market.classes[class].1[0].index()];
        if next[class] == market.classes[class].1.len() {
            continue;
        }
        let mut wanted: Vec<(u32, usize)> = Vec::new();
        for (at, (_, homes)) in market.kinds.iter().enumerate() {
            wanted.extend(who.tier(intake.stock.dwelling(homes[0])).map(|tier| (tier.choice, at)));
        }
        wanted.sort_unstable();
        for (_, kind) in wanted {
            while next[class] < market.classes[class].1.len() && give(class, kind, &mut next, &mut free) {}
        }
    }
    (total, placement)
}
