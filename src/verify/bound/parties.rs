//! Volunteers over the whole estate: those alike, and those who stay together, each of whom is in one stairwell.
//!
//! A party's number in a stairwell is part of several sums: with all its stairwells it is the whole party, with the
//! other parties there it makes the numbers of its groups, and it takes homes of its types. Every sum is looked at by
//! itself, at costs that cancel out over all sums a number is part of; so the least costs of the sums add up to no
//! more than nothing, which is what they cost in any plan.

use super::places::{Estate, Homes, Kinds, Leavers, Member};
use super::{FAR, together};
use crate::model::{Needs, PlacePrices};
use std::collections::BTreeSet;

/// Volunteers alike, or those of a bond who share a stairwell.
pub(super) struct Party {
    pub count: usize,
    pub members: Vec<Member>,
}

/// What a stairwell can have of the parties.
#[derive(Default)]
pub(super) struct Stay {
    /// Party, and the most of it that can be here.
    pub most: Vec<(usize, usize)>,
    pub shared: Vec<Shared>,
}

/// Homes that several parties compete for.
pub(super) struct Shared {
    homes: usize,
    /// By position in the stay: how many of the homes one of the party takes.
    takes: Vec<usize>,
}

impl Leavers {
    /// Those who go alone by group and kind, then bonds.
    pub fn parties(&self) -> Vec<Party> {
        let mut parties = Vec::new();
        let mut alone = |kinds: &Kinds, group: Option<usize>| {
            let party = |(&(kind, needs, kept), &count)| Party { count, members: vec![(kind, needs, group, kept)] };
            parties.extend(kinds.iter().map(party));
        };
        self.alone.iter().enumerate().for_each(|(group, kinds)| alone(kinds, Some(group)));
        alone(&self.silent, None);
        parties.extend(self.joint.values().map(|members| Party { count: 1, members: members.clone() }));
        parties
    }
}

impl Homes<'_> {
    pub fn stay(&self, parties: &[Party]) -> Stay {
        let mut stay = Stay::default();
        for (at, party) in parties.iter().enumerate().filter(|(_, party)| self.take_in(&party.members)) {
            let alone = |&(kind, needs, ..): &Member| self.meeting(kind, needs).min(self.of(kind)).min(party.count);
            let most = if let [member] = &party.members[..] { alone(member) } else { party.count };
            if most > 0 {
                stay.most.push((at, most));
            }
        }
        let members = || stay.most.iter().flat_map(|&(party, _)| &parties[party].members);
        let wanted: BTreeSet<(u32, Needs)> = members().map(|&(kind, needs, ..)| (kind, needs)).collect();
        let mut shared = Vec::new();
        for (kind, needs) in wanted.into_iter().filter(|&(kind, _)| self.of(kind) > 0) {
            let competes = |member: &&Member| member.0 == kind && member.1.within(needs);
            let takes = |&(party, _): &(usize, usize)| parties[party].members.iter().filter(competes).count();
            let takes: Vec<usize> = stay.most.iter().map(takes).collect();
            let homes = self.meeting(kind, needs).min(self.of(kind));
            if takes.iter().zip(&stay.most).map(|(takes, (_, most))| takes * most).sum::<usize>() > homes {
                shared.push(Shared { homes, takes });
            }
        }
        stay.shared = shared;
        stay
    }
}

/// Costs of the parties' numbers in all sums, as a witness states them.
pub(super) struct Sums {
    /// By stairwell and group, what the sum of the parties costs.
    pub made: Vec<Vec<Vec<i64>>>,
    /// The least cost of each sum, added up.
    pub least: i64,
}

impl Sums {
    /// `None` where there is not one price for each possible number. `cost` turns a price into a cost.
    pub fn new(estate: &Estate, prices: &[PlacePrices], cost: impl Fn(i32) -> i64) -> Option<Self> {
        let mut sums = Self { made: Vec::new(), least: 0 };
        let mut whole: Vec<Vec<i64>> = vec![vec![0]; estate.parties.len()];
        if prices.len() != estate.stairwells.len() {
            return None;
        }
        for ((place, stay), prices) in estate.stairwells.iter().zip(&estate.stays).zip(prices) {
            let costs: Vec<Vec<i64>> =
                prices.iter().map(|list| list.iter().map(|&price| cost(price)).collect()).collect();
            let groups = estate.movers.len();
            let made: Vec<Vec<i64>> = costs.get(..groups)?.to_vec();
            let mut rows = costs[groups..].iter();
            let mut makes = vec![vec![0]; groups];
            let mut takes: Vec<Vec<i64>> = vec![vec![0]; stay.shared.len()];
            for (position, &(at, most)) in stay.most.iter().enumerate() {
                let party = &estate.parties[at];
                let mut rest = vec![0; most + 1];
                let mut next = || -> Option<&Vec<i64>> {
                    let row = rows.next().filter(|row| row.len() == most + 1)?;
                    rest.iter_mut().zip(row).for_each(|(rest, cost)| *rest -= cost);
                    Some(row)
                };
                for (group, make) in makes.iter_mut().enumerate() {
                    let weight = party.members.iter().filter(|member| member.2 == Some(group)).count();
                    if weight > 0 {
                        *make = together(make, &spaced(next()?, weight), place.most[group]);
                    }
                }
                for (shared, take) in stay.shared.iter().zip(&mut takes) {
                    if shared.takes[position] > 0 {
                        *take = together(take, &spaced(next()?, shared.takes[position]), shared.homes);
                    }
                }
                whole[at] = together(&whole[at], &rest, party.count);
            }
            if rows.next().is_some() {
                return None;
            }
            for (group, (make, own)) in makes.iter().zip(&made).enumerate() {
                let due = place.most[group] - place.least[group] + 1;
                let own = Some(own).filter(|own| own.len() == due)?;
                let total = |(above, own): (usize, &i64)| Some(make.get(place.least[group] + above)? + own);
                sums.add(own.iter().enumerate().filter_map(total).min());
            }
            takes.iter().for_each(|take| sums.add(take.iter().min().copied()));
            sums.made.push(made);
        }
        for (costs, party) in whole.iter().zip(&estate.parties) {
            sums.add(costs.get(party.count).copied());
        }
        Some(sums)
    }

    /// Adds the least cost of one sum; `None` where no numbers make it.
    fn add(&mut self, least: Option<i64>) {
        self.least = (self.least + least.unwrap_or(FAR)).min(FAR);
    }
}

/// Costs of a number as costs of `weight` times the number.
fn spaced(costs: &[i64], weight: usize) -> Vec<i64> {
    let mut out = vec![FAR; (costs.len() - 1) * weight + 1];
    costs.iter().enumerate().for_each(|(number, &cost)| out[number * weight] = cost);
    out
}
