//! Sweeps: chains and sites hand each other what they have to spare, place by place, forth and back.

use super::branch::{BRANCHING, Branching};
use super::chain::{Costs, FAR};
use super::climb::{Climb, Pace};
use super::estate::{Estate, Place};
use super::site::{Desk, ONE, Site, lower};
use crate::mix::tally::EstateTally;
use crate::model::{Effort, PRICE_PARTS, PlacePrices, Prices, Proof};

/// Sweeps at the most.
fn sweeps(effort: Effort) -> usize {
    match effort {
        Effort::Quick => 2,
        Effort::Normal => 5,
        Effort::Thorough => 60,
    }
}

/// Steps of the climb, for so many costs in one of so many estates: none where only few could be afforded.
fn steps(effort: Effort, size: usize, estates: usize) -> usize {
    let (work, town, most) = match effort {
        Effort::Quick => return 0,
        Effort::Normal => (12_000_000, 250_000_000, 3_000),
        Effort::Thorough => (30_000_000, 1_000_000_000, 10_000),
    };
    let steps = (work.min(town / estates.max(1)) / size.max(1)).min(most);
    if steps < 600 { 0 } else { steps }
}

/// Splits of an estate, for so many costs in one of so many estates: none where only few could be afforded.
fn splits(effort: Effort, size: usize, estates: usize) -> usize {
    let (work, town) = match effort {
        Effort::Quick => return 0,
        Effort::Normal => (100_000_000, 300_000_000),
        Effort::Thorough => (1_000_000_000, 4_000_000_000),
    };
    let splits = work.min(town / estates.max(1)) / (size.max(1) * BRANCHING);
    if splits < 4 { 0 } else { splits }
}

/// A sweep that raises the bound by less than this, in 1/[`ONE`] of a household, is the last one.
const ENOUGH: i64 = ONE / 200;

/// The bounds of one estate after each of so many sweeps, in 1/[`ONE`]: estimates, without the prices that prove them.
pub fn after(estate: &Estate, sweeps: usize) -> Vec<i64> {
    let mut ascent = Ascent::new(estate);
    (0..sweeps).map(|round| ascent.sweep(round % 2 == 1).max(0)).collect()
}

/// Proof of one of `estates` estates, whose plan has this score.
pub fn proof(estate: &Estate, score: &EstateTally, effort: Effort, estates: usize) -> Proof {
    let mut ascent = Ascent::new(estate);
    let score = (i128::from(score.score) * i128::from(ONE) / i128::from(score.unit)) as i64;
    let mut before = -ONE;
    for round in 0..sweeps(effort) {
        let now = ascent.sweep(round % 2 == 1);
        let gain = now - before;
        before = now.max(before);
        if gain < ENOUGH || now >= score {
            break;
        }
    }
    let stored = |sites: &[Site], places: &[Place]| -> Vec<PlacePrices> {
        sites.iter().zip(places).map(|(site, place)| store(site, place)).collect()
    };
    let swept = Prices {
        buildings: stored(&ascent.buildings, &estate.buildings),
        stairwells: stored(&ascent.stairwells, &estate.stairwells),
        ..Prices::default()
    };
    let priced = estate.buildings.iter().chain(&estate.stairwells).all(|place| place.priced);
    // Books of more numbers than can be climbed with are not opened.
    let numbers: usize = estate.holdings.iter().flat_map(|holding| &holding.most).map(|(_, most)| most + 1).sum();
    if priced && numbers > 0 && before < score && steps(effort, numbers, estates) > 0 {
        let mut climb = Climb::new(estate, ascent.buildings, ascent.stairwells);
        let pace = Pace { steps: steps(effort, climb.size(), estates), patience: 100, part: 25 };
        let bound = climb.run(&pace, before, score, score);
        if bound > before {
            let splits = splits(effort, climb.size(), estates);
            return Branching::new(estate, climb, bound, score).proof(splits);
        }
    }
    Proof::Prices(swept)
}

/// Prices as the witness keeps them: a group's number in the plan costs nothing, since a sum added to all prices of a
/// group in a place changes no bound.
fn store(site: &Site, place: &Place) -> PlacePrices {
    let list = |(group, range): (usize, &std::ops::Range<usize>)| above_plan(&site.price[range.clone()], place, group);
    site.of_group.iter().enumerate().map(list).collect()
}

/// Prices of a group in a place, above that of the number that the plan has there.
pub fn above_plan(prices: &[i32], place: &Place, group: usize) -> Vec<i32> {
    let has = prices[place.has[group].clamp(place.least[group], place.most[group]) - place.least[group]];
    prices.iter().map(|&price| parts(price - has)).collect()
}

/// A price in the parts that the witness counts in.
pub fn parts(price: i32) -> i32 {
    (i64::from(price) * PRICE_PARTS).div_euclid(ONE) as i32
}

struct Ascent<'a> {
    estate: &'a Estate,
    buildings: Vec<Site>,
    stairwells: Vec<Site>,
    desk: Desk,
}

impl<'a> Ascent<'a> {
    fn new(estate: &'a Estate) -> Self {
        let sites = |places: &[Place], stairwell: bool| -> Vec<Site> {
            let room: usize = places.iter().map(|place| place.room).sum();
            places.iter().map(|place| Site::new(estate, place, room - place.room, stairwell)).collect()
        };
        Self {
            estate,
            buildings: sites(&estate.buildings, false),
            stairwells: sites(&estate.stairwells, true),
            desk: Desk::default(),
        }
    }

    /// What a group pays in a stairwell.
    fn stairwell(&self, at: usize, group: usize) -> Costs {
        costs(&self.stairwells[at], &self.estate.stairwells[at], group)
    }

    /// What a group pays in all of a building, by how many live there: least over its stairwells.
    fn inner(&self, building: usize, group: usize) -> Costs {
        let all = self.estate.movers[group];
        let inside = self.estate.inside[building].clone();
        inside.fold(Costs::nobody(), |sum, at| sum.and(&self.stairwell(at, group), all))
    }

    fn building(&self, building: usize, group: usize) -> Costs {
        self.inner(building, group).plus(&costs(&self.buildings[building], &self.estate.buildings[building], group))
    }

    /// Goes through all places once; returns the bound that results, in 1/[`ONE`].
    fn sweep(&mut self, backwards: bool) -> i64 {
        let groups = self.estate.movers.len();
        let mut order: Vec<usize> = (0..self.buildings.len()).collect();
        if backwards {
            order.reverse();
        }
        // Per group, least costs of all buildings after each.
        let mut after: Vec<Vec<Costs>> = vec![vec![Costs::nobody(); groups]];
        for &building in order.iter().rev() {
            let last = after.last().expect("one to begin with");
            let next = (0..groups).map(|g| last[g].and(&self.building(building, g), self.estate.movers[g])).collect();
            after.push(next);
        }
        let mut before = vec![Costs::nobody(); groups];
        let mut bound = 0;
        after.pop();
        for &building in &order {
            let after = after.pop().expect("one for each building");
            let elsewhere: Vec<Costs> = (0..groups).map(|g| before[g].and(&after[g], self.estate.movers[g])).collect();
            bound += self.visit(building, &elsewhere, backwards);
            for (group, before) in before.iter_mut().enumerate() {
                *before = before.and(&self.building(building, group), self.estate.movers[group]);
            }
        }
        bound + before.iter().zip(&self.estate.movers).map(|(costs, &all)| costs.at(all)).sum::<i64>()
    }

    /// One building and its stairwells; returns what they cost by themselves.
    fn visit(&mut self, building: usize, elsewhere: &[Costs], backwards: bool) -> i64 {
        let estate = self.estate;
        let groups = 0..elsewhere.len();
        for group in groups.clone() {
            let inner = self.inner(building, group);
            let rest = elsewhere[group].rest(estate.movers[group], inner.start, inner.cost.len());
            self.buildings[building].take(group, &inner.plus(&rest));
        }
        let mut bound = self.buildings[building].give(&mut self.desk);
        // What a group pays outside a stairwell, by how many live in the building.
        let outside: Vec<Costs> = groups
            .clone()
            .map(|group| {
                let own = costs(&self.buildings[building], &estate.buildings[building], group);
                let rest = elsewhere[group].rest(estate.movers[group], own.start, own.cost.len());
                own.plus(&rest)
            })
            .collect();
        let mut stairwells: Vec<usize> = estate.inside[building].clone().collect();
        if backwards {
            stairwells.reverse();
        }
        for &at in &stairwells {
            for group in groups.clone() {
                let others = stairwells
                    .iter()
                    .filter(|&&other| other != at)
                    .fold(Costs::nobody(), |sum, &other| sum.and(&self.stairwell(other, group), estate.movers[group]));
                let own = self.stairwell(at, group);
                let least = |number: usize| {
                    let sums = others
                        .cost
                        .iter()
                        .enumerate()
                        .map(|(more, cost)| cost + outside[group].at(number + others.start + more));
                    sums.min().unwrap_or(FAR).min(FAR)
                };
                let rest = (own.start..own.start + own.cost.len()).map(least).collect();
                self.stairwells[at].take(group, &Costs { start: own.start, cost: rest });
            }
            bound += self.stairwells[at].give(&mut self.desk);
        }
        bound
    }
}

/// What a group pays in a place.
fn costs(site: &Site, place: &Place, group: usize) -> Costs {
    match site.of_group.get(group) {
        Some(range) => Costs::of(place.least[group], &site.price[range.clone()]),
        None => Costs::free(place.least[group], place.most[group]),
    }
}

impl Site {
    /// Takes over what a chain has to spare: `rest` is what the group pays everywhere else, by its number here.
    fn take(&mut self, group: usize, rest: &Costs) {
        let Some(range) = self.of_group.get(group).cloned() else { return };
        let start = self.least[group];
        let cost = |price: &[i32], at: usize| (i64::from(price[at]) + rest.at(start + at - range.start)).min(FAR);
        let least = range.clone().map(|at| cost(&self.price, at)).min().unwrap_or(0);
        for at in range.clone() {
            let spare = cost(&self.price, at) - least;
            lower(&mut self.price[at], spare);
        }
    }
}
