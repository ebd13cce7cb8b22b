//! A stairwell as the bound sees it: which volunteers it can hold, by home types, needs and bonds.

use super::estate::{Block, Class, Movers, Place, Region, Survey};
use super::parties::{Holding, Limit, Member, Party};
use crate::model::{BuildingId, DwellingId, HomeTypeId, Needs};
use std::collections::{BTreeMap, BTreeSet};

impl Survey<'_> {
    /// What a stairwell holds in every plan, and what it can hold of those who may leave theirs.
    pub fn stairwell(&self, stairwell: usize, homes: &Homes, movers: &Movers) -> Place {
        let groups = self.town.groups;
        let mut place = Place {
            fixed: self.residents[stairwell].clone(),
            least: vec![0; groups],
            has: vec![0; groups],
            ..Place::default()
        };
        for &id in &self.homes[stairwell] {
            let holder = self.holder[id.index()];
            let group = holder.map_or(groups, |h| self.town.group_of[h]);
            // Who cannot leave lives in this stairwell in every plan, if perhaps behind another door.
            let leaves = matches!(self.region_of(holder), Region::Building(_) | Region::Estate);
            if let Some(count) = place.has.get_mut(group).filter(|_| leaves) {
                *count += 1;
            } else if let Some(count) = place.fixed.get_mut(group).filter(|_| !leaves) {
                *count += 1;
            }
        }
        place.room = homes.free.values().sum();
        let blocks: Vec<&Block> =
            movers.blocks.iter().filter(|block| homes.take_in(block.region, &block.members)).collect();
        for (group, classes) in movers.alone.iter().enumerate() {
            let (most, possible) = homes.numbers(classes, &blocks, group);
            place.most.push(most);
            place.possible.push(possible);
        }
        place
    }

    /// How far whoever holds a home may go; a home that nobody holds is open to all.
    fn region_of(&self, holder: Option<usize>) -> Region {
        holder.map_or(Region::Estate, |h| self.regions[h])
    }

    /// The homes of a stairwell that volunteers can have.
    pub fn homes_of(&self, stairwell: usize) -> Homes<'_> {
        let building = self.town.intake.stock.stairwells[stairwell].building;
        let mut homes = Homes { survey: self, building, open: Vec::new(), free: BTreeMap::new() };
        for &id in &self.homes[stairwell] {
            let region = self.region_of(self.holder[id.index()]);
            if region != Region::Home {
                homes.open.push(id);
            }
            if matches!(region, Region::Building(_) | Region::Estate) {
                *homes.free.entry(self.home_type(id)).or_default() += 1;
            }
        }
        homes
    }
}

/// The homes of a stairwell that volunteers can have.
pub struct Homes<'a> {
    survey: &'a Survey<'a>,
    building: BuildingId,
    open: Vec<DwellingId>,
    /// Homes by type, less those that somebody who cannot leave takes up.
    free: BTreeMap<HomeTypeId, usize>,
}

impl Homes<'_> {
    fn of(&self, home_type: HomeTypeId) -> usize {
        self.free.get(&home_type).copied().unwrap_or(0)
    }

    fn meeting(&self, home_type: HomeTypeId, needs: Needs) -> usize {
        let meets = |&&id: &&DwellingId| {
            let home = self.survey.town.intake.stock.dwelling(id);
            self.survey.home_type(id) == home_type && needs.met_by(home.step_free, home.floor)
        };
        self.open.iter().filter(meets).count()
    }

    fn in_reach(&self, region: Region) -> bool {
        region == Region::Estate || region == Region::Building(self.building)
    }

    /// Which parties can be here, and which of them compete for the same homes.
    pub fn holding(&self, parties: &[Party]) -> Holding {
        let most = |party: &Party| self.most(party);
        let most: Vec<(usize, usize)> = parties.iter().map(most).enumerate().filter(|(_, most)| *most > 0).collect();
        let mut limits = Vec::new();
        for &home_type in self.free.keys() {
            let members = most.iter().flat_map(|&(party, _)| &parties[party].members);
            let needs: BTreeSet<Needs> = members.filter(|who| who.0 == home_type).map(|who| who.1).collect();
            for need in needs {
                let room = self.meeting(home_type, need).min(self.of(home_type));
                let weight = |party: usize| {
                    let competes = |who: &&Member| who.0 == home_type && who.1.within(need);
                    parties[party].members.iter().filter(competes).count()
                };
                let items = most.iter().enumerate().map(|(at, &(party, _))| (at, weight(party)));
                let items: Vec<(usize, usize)> = items.filter(|(_, weight)| *weight > 0).collect();
                let all: usize = items.iter().map(|&(at, weight)| weight * most[at].1).sum();
                if all > room {
                    limits.push(Limit { room, items });
                }
            }
        }
        Holding { most, limits }
    }

    /// How many of a party can be here by themselves.
    fn most(&self, party: &Party) -> usize {
        match party.members[..] {
            _ if !self.take_in(party.region, &party.members) => 0,
            [(home_type, needs, _)] => self.meeting(home_type, needs).min(self.of(home_type)).min(party.count),
            _ => party.count,
        }
    }

    /// Whether a whole block can live here, as far as the number of homes of each type tells.
    fn take_in(&self, region: Region, members: &[Member]) -> bool {
        self.in_reach(region)
            && members.iter().all(|&(home_type, needs, _)| {
                let alike = members.iter().filter(|member| member.0 == home_type).count();
                alike <= self.of(home_type) && self.meeting(home_type, needs) > 0
            })
    }

    /// The most volunteers of a group that can be here, and which numbers can be put together.
    fn numbers(&self, alone: &BTreeMap<Class, usize>, blocks: &[&Block], group: usize) -> (usize, Vec<bool>) {
        let mut by_type: BTreeMap<HomeTypeId, usize> = BTreeMap::new();
        for (&(home_type, needs, region), &members) in alone {
            if self.in_reach(region) {
                *by_type.entry(home_type).or_default() += members.min(self.meeting(home_type, needs));
            }
        }
        let all = |by_type: &BTreeMap<HomeTypeId, usize>| by_type.iter().map(|(&kind, &n)| n.min(self.of(kind))).sum();
        let single: usize = all(&by_type);
        let mut sums = vec![true];
        for block in blocks {
            let mut count = 0;
            for &(home_type, _, _) in block.members.iter().filter(|member| member.2 == group) {
                *by_type.entry(home_type).or_default() += 1;
                count += 1;
            }
            with_block(&mut sums, count);
        }
        let most = all(&by_type);
        // So many can be put together from some blocks and those who go alone.
        let possible = |n: usize| (n.saturating_sub(single)..=n).any(|sum| sums.get(sum) == Some(&true));
        (most, (0..=most).map(possible).collect())
    }
}

/// Adds to the numbers that blocks make up those with one more block of `count` members of the group.
fn with_block(sums: &mut Vec<bool>, count: usize) {
    let before = sums.clone();
    sums.resize(before.len() + count, false);
    for (sum, _) in before.iter().enumerate().filter(|&(_, &made)| made) {
        sums[sum + count] = true;
    }
}
