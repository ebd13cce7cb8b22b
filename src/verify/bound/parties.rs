//! Volunteers over the whole estate: those alike, and those who stay together, each of whom is in one stairwell.
//!
//! A party's number in a stairwell is part of several sums: with all its stairwells it is the whole party, with the
//! other parties there it makes the numbers of its groups, and it takes homes of its types. Every sum is looked at by
//! itself, at costs that cancel out over all sums a number is part of; so the least costs of the sums add up to no
//! more than nothing, which is what they cost in any plan. All parties of a small group are looked at at once, and so
//! are parties of one bond that had one building, see `seatings`.

use super::places::{Estate, Homes, Keeps, Kinds, Leavers, Member};
use super::seatings::{Seat, Seating, Shares, cluster};
use super::{Cuts, FAR, together};
use crate::model::{Needs, PlacePrices};
use std::collections::{BTreeMap, BTreeSet};

/// Volunteers alike, or those of a bond who share a stairwell.
pub(super) struct Party {
    pub count: usize,
    pub members: Vec<Member>,
    /// The bond, and its building in the first allocation.
    pub bond: Option<(usize, usize)>,
}

impl Party {
    /// How many of one of the party are of the group.
    pub fn weight(&self, group: usize) -> usize {
        self.members.iter().filter(|member| member.2 == Some(group)).count()
    }
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

impl Shared {
    /// Whether so many of these seats find homes together.
    pub fn have_room(&self, seats: &[Seat], picks: &[usize]) -> bool {
        seats.iter().zip(picks).map(|(seat, pick)| self.takes[seat.position] * pick).sum::<usize>() <= self.homes
    }
}

impl Leavers {
    /// Those who go alone by group and kind, then bonds.
    pub fn parties(&self) -> Vec<Party> {
        let mut parties = Vec::new();
        let mut alone = |kinds: &Kinds, group: Option<usize>| {
            let party =
                |(&(kind, needs, kept), &count)| Party { count, members: vec![(kind, needs, group, kept)], bond: None };
            parties.extend(kinds.iter().map(party));
        };
        self.alone.iter().enumerate().for_each(|(group, kinds)| alone(kinds, Some(group)));
        alone(&self.silent, None);
        let joint = self.joint.iter().map(|(&(bond, building, _), members)| Party {
            count: 1,
            members: members.clone(),
            bond: Some((bond, building)),
        });
        parties.extend(joint);
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
pub(super) struct Sums<'a> {
    estate: &'a Estate,
    cuts: &'a Cuts,
    /// By stairwell and group, what the sum of the parties costs.
    pub made: Vec<Vec<Vec<i64>>>,
    /// The least cost of each sum, added up.
    pub least: i64,
    /// By group, where all of its parties are looked at as a whole.
    seatings: Vec<Option<Seating>>,
    /// By party, where its sum with all stairwells is asked for.
    shares: Vec<Option<Shares>>,
}

impl<'a> Sums<'a> {
    /// `None` where there is not one price for each possible number. `cost` turns a price into a cost.
    pub fn new(estate: &'a Estate, cuts: &'a Cuts, prices: &[PlacePrices], cost: impl Fn(i32) -> i64) -> Option<Self> {
        let parties = &estate.parties;
        let seatings: Vec<_> = (0..estate.movers.len()).map(|group| Seating::of(parties, group)).collect();
        let clusters = clusters(parties);
        let seated = |party: &Party| seatings.iter().enumerate().any(|(g, s)| s.is_some() && party.weight(g) > 0);
        let asked = |(at, party)| !seated(party) || clusters.iter().flatten().any(|&unit| unit == at);
        let shares = parties.iter().enumerate().map(|party| asked(party).then(Vec::new)).collect();
        let mut sums = Self { estate, cuts, made: Vec::new(), least: 0, seatings, shares };
        if prices.len() != estate.stairwells.len() {
            return None;
        }
        for (at, prices) in prices.iter().enumerate() {
            let costs = |list: &Vec<i32>| list.iter().map(|&price| cost(price)).collect();
            sums.stairwell(at, &prices.iter().map(costs).collect::<Vec<_>>())?;
        }
        for units in clusters {
            let units: Vec<_> = units.into_iter().filter_map(|unit| sums.shares[unit].take()).collect();
            sums.add(cluster(&units));
        }
        for (share, party) in std::mem::take(&mut sums.shares).into_iter().zip(parties) {
            if let Some(share) = share {
                let whole = share.iter().fold(vec![0], |sum, (_, costs)| together(&sum, costs, party.count));
                sums.add(whole.get(party.count).copied());
            }
        }
        for seating in std::mem::take(&mut sums.seatings).into_iter().flatten() {
            sums.add(seating.everybody());
        }
        Some(sums)
    }

    /// Takes in the costs of one stairwell: of each group's number, then of each party's number in every sum but one.
    fn stairwell(&mut self, at: usize, costs: &[Vec<i64>]) -> Option<()> {
        let (place, stay) = (&self.estate.stairwells[at], &self.estate.stays[at]);
        let building = self.estate.buildings.iter().position(|building| building.stairwells.contains(&at))?;
        let (made, rest) = costs.split_at_checked(self.estate.movers.len())?;
        let widths = place.most.iter().zip(&place.least).map(|(most, least)| most - least + 1);
        if !made.iter().map(Vec::len).eq(widths) {
            return None;
        }
        let mut rest = rest.iter();
        let mut seats: Vec<Vec<Seat>> = made.iter().map(|_| Vec::new()).collect();
        let mut takes: Vec<Vec<i64>> = vec![vec![0]; stay.shared.len()];
        for (position, &(party, most)) in stay.most.iter().enumerate() {
            let weights: Vec<usize> = (0..made.len()).map(|group| self.estate.parties[party].weight(group)).collect();
            let taken: Vec<usize> = stay.shared.iter().map(|shared| shared.takes[position]).collect();
            let sums = weights.iter().chain(&taken).filter(|weight| **weight > 0).count();
            let mut rows = rows(usize::from(self.shares[party].is_some()) + sums, most, &mut rest)?;
            let cut = |&count: &usize| !self.cuts.allow(at, made.len() + position, count);
            (0..=most).filter(cut).for_each(|count| rows[0][count] = FAR);
            let mut rows = rows.into_iter();
            if let Some(share) = &mut self.shares[party] {
                share.push((building, rows.next()?));
            }
            for (seats, &weight) in seats.iter_mut().zip(&weights).filter(|(_, weight)| **weight > 0) {
                seats.push(Seat { position, party, weight, costs: rows.next()? });
            }
            for ((take, shared), &weight) in takes.iter_mut().zip(&stay.shared).zip(&taken).filter(|(_, w)| **w > 0) {
                *take = together(take, &spaced(&rows.next()?, weight), shared.homes);
            }
        }
        for (group, (seats, made)) in seats.iter().zip(made).enumerate() {
            match &mut self.seatings[group] {
                Some(seating) => seating.stairwell(seats, place.least[group], made, &stay.shared),
                None => {
                    let with = |sum: Vec<i64>, seat: &Seat| {
                        together(&sum, &spaced(&seat.costs, seat.weight), place.most[group])
                    };
                    let sum = seats.iter().fold(vec![0], with);
                    let total = |(above, own): (usize, &i64)| Some(sum.get(place.least[group] + above)? + own);
                    self.add(made.iter().enumerate().filter_map(total).min());
                }
            }
        }
        takes.iter().for_each(|take| self.add(take.iter().min().copied()));
        self.made.push(made.to_vec());
        rest.next().is_none().then_some(())
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

/// The costs of a number up to `most` in each of its `sums`, all but the first as stated: they add up to nothing.
/// `None` where others are stated.
fn rows<'a>(sums: usize, most: usize, stated: &mut impl Iterator<Item = &'a Vec<i64>>) -> Option<Vec<Vec<i64>>> {
    let stated: Option<Vec<&Vec<i64>>> =
        (1..sums).map(|_| stated.next().filter(|costs| costs.len() == most + 1)).collect();
    let stated = stated?;
    let first = (0..=most).map(|number| -stated.iter().map(|costs| costs[number]).sum::<i64>()).collect();
    Some(std::iter::once(first).chain(stated.into_iter().cloned()).collect())
}

/// Parties of one bond that had stairwells of one building and can leave it; they have one building in every plan.
fn clusters(parties: &[Party]) -> Vec<Vec<usize>> {
    let mut clusters: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, party) in parties.iter().enumerate() {
        let free = party.members.iter().all(|member| member.3 == Keeps::Estate);
        if let Some(bond) = party.bond.filter(|_| free) {
            clusters.entry(bond).or_default().push(at);
        }
    }
    clusters.into_values().filter(|units| units.len() > 1).collect()
}
