//! The bound, worked out from a witness.
//!
//! Every plan gives each place (stairwell or building) a number of volunteers of each group, and its score is the sum
//! of what the places cost at those numbers. Let every group pay each place the witness' price for its number there:
//! all payments cancel out. So the score of any plan is at least
//!
//! - what each place costs less what it is paid, at the numbers that are best for it alone, and
//! - what each group pays, where it spreads its volunteers in the way that is cheapest for it alone,
//!
//! added up. That holds for any prices whatever: wrong ones only prove less. A witness may go further into who the
//! volunteers are, see `parties`. It may also part all plans in two by some number in a stairwell, and prove either
//! part by itself; the lower bound of both holds. All of it in whole numbers, in 1/(2·100·C) of a household as the
//! score itself.

mod parties;
mod places;
mod seatings;

use super::breach::{Breach, Code};
use super::case::Case;
use super::promise::Promise;
use crate::model::{PRICE_PARTS, PlacePrices, Prices, Proof, Reference, Split, WIDEST_PRICED, Witness};
use parties::Sums;
use places::{Estate, Place};
use std::fmt::Display;

/// Beyond every cost; thousands of them can be added up.
const FAR: i64 = i64::MAX >> 12;

/// Millionths of a household, rounded down, that the plans of each estate score at the least; breaches where the
/// witness is not one of this intake.
pub(super) fn bounds(case: &Case, witness: &Witness) -> Result<Vec<u64>, Vec<Breach>> {
    let estates = Estate::all(case);
    let stated = witness.estates.len();
    if stated != estates.len() {
        let values: &[&dyn Display] = &[&stated, &estates.len()];
        return Err(vec![Breach::new(Promise::Replayable, None, Code::EstatesDiffer, values)]);
    }
    let mut breaches = Vec::new();
    let mut bounds = Vec::new();
    for (at, (estate, stated)) in estates.iter().zip(&witness.estates).enumerate() {
        let name = &case.evidence.intake.stock.estates[at].name;
        match proven(case, estate, &stated.proof, &Cuts::default()).filter(|_| stated.estate == *name) {
            Some(bound) => bounds.push(bound),
            None => {
                breaches.push(Breach::new(Promise::Replayable, None, Code::WitnessMisfit, &[name]));
            }
        }
    }
    if breaches.is_empty() { Ok(bounds) } else { Err(breaches) }
}

/// Numbers in stairwells that are taken to be in some range: a part of all plans.
#[derive(Clone, Default)]
struct Cuts(Vec<(Split, bool)>);

impl Cuts {
    /// Whether these plans can have so many of a number in a stairwell; a number is one of its groups or, after these,
    /// one of its parties.
    fn allow(&self, stairwell: usize, number: usize, count: usize) -> bool {
        let about = |cut: &&(Split, bool)| (cut.0.stairwell, cut.0.number) == (stairwell, number);
        self.0.iter().filter(about).all(|&(split, above)| (count > split.upto) == above)
    }

    fn and(&self, split: Split, above: bool) -> Self {
        Self(self.0.iter().copied().chain([(split, above)]).collect())
    }
}

/// What a proof proves for the plans within the cuts, as [`bounds`]: of a split, what holds on both of its sides, since
/// every plan is on one of them. `None` where the proof does not fit the estate.
fn proven(case: &Case, estate: &Estate, proof: &Proof, cuts: &Cuts) -> Option<u64> {
    match proof {
        Proof::Prices(prices) => Some(Dual::new(case, estate, prices, cuts)?.millionths()),
        Proof::Split(split, sides) => {
            let below = proven(case, estate, &sides[0], &cuts.and(*split, false))?;
            Some(below.min(proven(case, estate, &sides[1], &cuts.and(*split, true))?))
        }
    }
}

/// One estate and its prices.
struct Dual<'a> {
    estate: &'a Estate,
    cuts: &'a Cuts,
    /// Parts of each group in the reference, and their sum.
    share: Vec<i64>,
    whole: i64,
    tolerance: [i64; 2],
    /// By group, from which number on its households have company; 0 where the rule does not hold.
    company: Vec<i64>,
    /// Prices by place, in 1/(200·whole), as stated; `None` for a place that is left out.
    levels: [Vec<Option<PlacePrices>>; 2],
    /// Costs of parties' numbers; `None` where the witness leaves parties out.
    sums: Option<Sums<'a>>,
}

const BUILDING: usize = 0;
const STAIRWELL: usize = 1;

impl<'a> Dual<'a> {
    /// `None` where there is not one price for each possible number.
    fn new(case: &Case, estate: &'a Estate, prices: &Prices, cuts: &'a Cuts) -> Option<Self> {
        let target = case.evidence.target?;
        let share: Vec<i64> = match &target.reference {
            Reference::Composition => estate.people.clone(),
            Reference::Shares(shares) => shares.iter().map(|&share| i64::from(share)).collect(),
        };
        let enough = i64::from(target.company);
        let whole = share.iter().sum::<i64>().max(1);
        let mut dual = Self {
            estate,
            cuts,
            whole,
            share,
            tolerance: [i64::from(target.building), i64::from(target.stairwell)],
            company: estate.people.iter().map(|&n| if n >= enough { enough } else { 0 }).collect(),
            levels: [fitted(&estate.buildings, &prices.buildings)?, fitted(&estate.stairwells, &prices.stairwells)?],
            sums: None,
        };
        if !prices.parties.is_empty() {
            dual.sums = Some(Sums::new(estate, cuts, &prices.parties, |price| dual.cost_of(price))?);
        }
        Some(dual)
    }

    fn millionths(&self) -> u64 {
        let buildings = self.level(BUILDING, &self.estate.buildings);
        let stairwells = self.level(STAIRWELL, &self.estate.stairwells);
        let groups: i64 = (0..self.share.len()).map(|group| self.group(group)).sum();
        let parties = self.sums.as_ref().map_or(0, |sums| sums.least);
        let bound = i128::from(buildings + stairwells + groups) + i128::from(parties);
        u64::try_from(bound * 1_000_000 / i128::from(200 * self.whole)).unwrap_or(0)
    }

    fn level(&self, level: usize, places: &[Place]) -> i64 {
        let room: usize = places.iter().map(|place| place.room).sum();
        let all: usize = self.estate.movers.iter().sum();
        let cost = |(at, prices): (usize, &Option<PlacePrices>)| match prices {
            Some(prices) => self.place(level, at, prices, all.saturating_sub(room - places[at].room)),
            None => 0,
        };
        self.levels[level].iter().enumerate().map(cost).sum()
    }

    fn cost_of(&self, price: i32) -> i64 {
        (i64::from(price) * 200 * self.whole).div_euclid(PRICE_PARTS)
    }

    /// Price as a cost.
    fn price(&self, prices: &PlacePrices, group: usize, above: usize) -> i64 {
        self.cost_of(prices[group][above])
    }

    /// What `count` households of a group cost a place with `total` declared ones.
    fn cost(&self, level: usize, group: usize, count: i64, total: i64) -> i64 {
        let off = 100 * (self.whole * count - self.share[group] * total).abs();
        let alone = if level == STAIRWELL && count < self.company[group] { count } else { 0 };
        (off - self.tolerance[level] * self.whole * total).max(0) + alone * 200 * self.whole
    }

    /// The least that a place with at least `fewest` volunteers costs, less what it is paid.
    fn place(&self, level: usize, at: usize, prices: &PlacePrices, fewest: usize) -> i64 {
        let place = if level == STAIRWELL { &self.estate.stairwells[at] } else { &self.estate.buildings[at] };
        let groups = 0..self.share.len();
        let forced: usize = place.least.iter().sum();
        let most = place.room.min(place.most.iter().sum());
        let there: i64 = place.fixed.iter().sum();
        let lists = |total: usize| -> Vec<Vec<i64>> {
            let one = |group: usize| {
                let cost = |above: usize| {
                    let number = place.least[group] + above;
                    let cut = level == STAIRWELL && !self.cuts.allow(at, group, number);
                    if cut || place.possible[group].get(number) == Some(&false) {
                        return FAR;
                    }
                    let count = place.fixed[group] + number as i64;
                    self.cost(level, group, count, there + total as i64) - self.price(prices, group, above)
                };
                (0..prices[group].len().min(total - forced + 1)).map(cost).collect()
            };
            groups.clone().map(one).collect()
        };
        // A total that cannot be the best one is passed over: with any rent for each volunteer, the groups' own best
        // numbers are no dearer together than those that add up.
        let totals: Vec<(usize, Vec<Vec<i64>>)> =
            (fewest.max(forced)..=most).map(|total| (total, lists(total))).collect();
        let rent = totals.get(totals.len() / 2).map_or(0, |(total, lists)| rent(lists, total - forced, self.whole));
        let mut order: Vec<(i64, usize)> = totals
            .iter()
            .enumerate()
            .map(|(at, (total, lists))| (relaxed(lists, rent) + rent * (total - forced) as i64, at))
            .collect();
        order.sort_unstable();
        let mut best = FAR;
        for (sum, at) in order {
            if sum >= best {
                break;
            }
            let (total, lists) = &totals[at];
            let joint = lists.iter().fold(vec![0], |sum, list| together(&sum, list, total - forced));
            best = best.min(joint.get(total - forced).copied().unwrap_or(FAR));
        }
        best
    }

    /// The least that a group pays in all.
    fn group(&self, group: usize) -> i64 {
        let all = self.estate.movers[group];
        let paid = |level: usize, place: &Place, at: usize| -> Vec<i64> {
            let (least, most) = (place.least[group], place.most[group]);
            // In a stairwell the sum of the parties pays its part.
            let made = |above: usize| match &self.sums {
                Some(sums) if level == STAIRWELL => sums.made[at][group][above],
                _ => 0,
            };
            let price = |number: usize| {
                let paid = self.levels[level][at].as_ref().map_or(0, |p| self.price(p, group, number - least));
                paid - made(number - least)
            };
            (0..=most).map(|number| if number < least { FAR } else { price(number) }).collect()
        };
        let mut sum = vec![0];
        for (at, building) in self.estate.buildings.iter().enumerate() {
            let mut inside = vec![0];
            for stairwell in building.stairwells.clone() {
                inside = together(&inside, &paid(STAIRWELL, &self.estate.stairwells[stairwell], stairwell), all);
            }
            let own = paid(BUILDING, building, at);
            inside.truncate(own.len());
            inside.iter_mut().zip(own).for_each(|(inside, own)| *inside = (*inside + own).min(FAR));
            sum = together(&sum, &inside, all);
        }
        sum.get(all).copied().unwrap_or(FAR)
    }
}

/// The prices of one level, where there is one for each number a place can have.
fn fitted(places: &[Place], prices: &[PlacePrices]) -> Option<Vec<Option<PlacePrices>>> {
    let fits = |(place, prices): (&Place, &PlacePrices)| {
        let widths: Vec<usize> = place.most.iter().zip(&place.least).map(|(most, least)| most - least).collect();
        let priced = widths.iter().all(|&width| width <= WIDEST_PRICED);
        let due: Vec<usize> = if priced { widths.iter().map(|width| width + 1).collect() } else { Vec::new() };
        let same = prices.iter().map(Vec::len).eq(due);
        same.then(|| priced.then(|| prices.clone()))
    };
    if places.len() != prices.len() {
        return None;
    }
    places.iter().zip(prices).map(fits).collect()
}

/// A rent at which the groups by themselves want about `wanted` volunteers in all.
fn rent(lists: &[Vec<i64>], wanted: usize, whole: i64) -> i64 {
    let (mut low, mut high) = (-400 * whole, 400 * whole);
    for _ in 0..12 {
        let middle = i64::midpoint(low, high);
        let best = |list: &Vec<i64>| (0..list.len()).min_by_key(|&n| list[n] - middle * n as i64).unwrap_or(0);
        if lists.iter().map(best).sum::<usize>() < wanted { low = middle } else { high = middle }
    }
    high
}

/// Least costs of the groups by themselves, less the rent.
fn relaxed(lists: &[Vec<i64>], rent: i64) -> i64 {
    lists.iter().map(|list| (0..list.len()).map(|n| list[n] - rent * n as i64).min().unwrap_or(FAR)).sum()
}

/// Least costs of two parties together, by their number, up to `most`.
fn together(one: &[i64], other: &[i64], most: usize) -> Vec<i64> {
    let mut sums = vec![FAR; (one.len() + other.len() - 1).min(most + 1)];
    for (more, cost) in other.iter().enumerate().take(sums.len()) {
        for (sum, before) in sums[more..].iter_mut().zip(one) {
            *sum = (*sum).min(before + cost);
        }
    }
    sums.iter_mut().for_each(|sum| *sum = (*sum).min(FAR));
    sums
}
