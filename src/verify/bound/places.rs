//! What the bound has to know of places: who is there in every plan, and how many volunteers of each group can be.
//!
//! A household that did not opt in keeps its home. One whose bond has such a household in its stairwell keeps the
//! stairwell; in its building, the building. All others may be anywhere in the estate that the plan has them in,
//! in homes of their type that meet their needs.

use super::super::case::Case;
use super::parties::{Party, Stay};
use crate::model::{Dwelling, DwellingStatus, HouseholdId, Needs};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A stairwell or a building.
#[derive(Clone, Default)]
pub(super) struct Place {
    /// Declared households by group that are there in every plan.
    pub fixed: Vec<i64>,
    /// Homes for volunteers who can leave.
    pub room: usize,
    /// Fewest and most of these by group.
    pub least: Vec<usize>,
    pub most: Vec<usize>,
    /// By group, whether so many volunteers can be put together from bonds that fit and those who go alone; what is
    /// not listed can.
    pub possible: Vec<Vec<bool>>,
    /// Of a building: its stairwells, counted in the estate.
    pub stairwells: Range<usize>,
}

/// One estate.
pub(super) struct Estate {
    /// Declared households by group, residents included.
    pub people: Vec<i64>,
    /// Declared volunteers by group who can leave their stairwell.
    pub movers: Vec<usize>,
    pub buildings: Vec<Place>,
    pub stairwells: Vec<Place>,
    /// Those who can leave their stairwell, and what each stairwell can have of them.
    pub parties: Vec<Party>,
    pub stays: Vec<Stay>,
}

/// The least place that a household keeps in every plan.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Keeps {
    Home,
    Stairwell,
    Building(usize),
    Estate,
}

/// Volunteers by (home type, needs, what they keep).
pub(super) type Kinds = BTreeMap<(u32, Needs, Keeps), usize>;

/// Somebody who can only leave with others: home type, needs, group, and what is kept.
pub(super) type Member = (u32, Needs, Option<usize>, Keeps);

/// The volunteers of an estate who can leave their stairwell.
#[derive(Clone, Default)]
pub(super) struct Leavers {
    /// By group, those without a bond.
    pub alone: Vec<Kinds>,
    /// Those without a bond who declared no group.
    pub silent: Kinds,
    /// By bond, and building and stairwell of the first allocation: who can only leave together.
    pub joint: BTreeMap<(usize, usize, usize), Vec<Member>>,
}

impl Estate {
    pub fn all(case: &Case) -> Vec<Estate> {
        let stock = &case.evidence.intake.stock;
        let census = Census::of(case);
        let mut estates: Vec<Estate> = Vec::new();
        for ((people, movers), leavers) in census.people.iter().zip(&census.movers).zip(&census.leavers) {
            let (people, movers) = (people.clone(), movers.clone());
            let (buildings, stairwells, stays) = (Vec::new(), Vec::new(), Vec::new());
            estates.push(Estate { people, movers, buildings, stairwells, parties: leavers.parties(), stays });
        }
        for (at, place) in stock.stairwells.iter().enumerate() {
            let (estate, building) = (place.estate.index(), place.building.index());
            let homes = Homes { building, open: &census.open[at], taken: &census.taken[at] };
            let stay = homes.stay(&estates[estate].parties);
            estates[estate].stays.push(stay);
            estates[estate].stairwells.push(census.stairwell(at, estate, &homes));
        }
        let mut first = vec![0; estates.len()];
        for (at, building) in stock.buildings.iter().enumerate() {
            let inside = stock.stairwells.iter().skip(stock.stairwells.partition_point(|s| s.building.index() < at));
            let count = inside.take_while(|s| s.building.index() == at).count();
            let (estate, from) = (&mut estates[building.estate.index()], &mut first[building.estate.index()]);
            let place = building_of(estate, *from..*from + count);
            estate.buildings.push(place);
            *from += count;
        }
        for Estate { movers, buildings, stairwells, .. } in &mut estates {
            forced(buildings, movers);
            forced(stairwells, movers);
        }
        estates
    }
}

/// Everybody who counts, by place.
struct Census<'a> {
    /// By stairwell and group, who is there in every plan.
    fixed: Vec<Vec<i64>>,
    /// By stairwell, homes that anybody who moves can have, and of these by type the ones that stay taken.
    open: Vec<Vec<&'a Dwelling>>,
    taken: Vec<BTreeMap<u32, usize>>,
    /// By estate and group, everybody, and those who can leave their stairwell.
    people: Vec<Vec<i64>>,
    movers: Vec<Vec<usize>>,
    leavers: Vec<Leavers>,
}

impl<'a> Census<'a> {
    fn of(case: &Case<'a>) -> Self {
        let stock = &case.evidence.intake.stock;
        let (groups, estates, stairwells) =
            (case.evidence.roll.groups.len(), stock.estates.len(), stock.stairwells.len());
        let mut census = Self {
            fixed: vec![vec![0; groups]; stairwells],
            open: vec![Vec::new(); stairwells],
            taken: vec![BTreeMap::new(); stairwells],
            people: vec![vec![0; groups]; estates],
            movers: vec![vec![0; groups]; estates],
            leavers: vec![Leavers { alone: vec![Kinds::new(); groups], ..Leavers::default() }; estates],
        };
        for residents in &case.evidence.roll.residents {
            let (at, group) = (residents.stairwell.index(), residents.group.index());
            census.fixed[at][group] += i64::from(residents.households);
            census.people[stock.stairwells[at].estate.index()][group] += i64::from(residents.households);
        }
        let mut holder = vec![None; stock.dwellings.len()];
        for (who, home) in case.plan.home_of.iter().enumerate() {
            if let Some(home) = home {
                holder[*home] = Some(who);
            }
        }
        let keeps = keeps(case);
        let vacant = stock.dwellings.iter().zip(holder).filter(|(home, _)| home.status == DwellingStatus::Vacant);
        for (home, holder) in vacant {
            let kept = holder.map_or(Keeps::Estate, |who| keeps[who]);
            if kept != Keeps::Home {
                census.open[home.stairwell.index()].push(home);
            }
            if kept == Keeps::Stairwell {
                *census.taken[home.stairwell.index()].entry(home.home_type.0).or_default() += 1;
            }
            if let Some(who) = holder {
                census.count(case, who, home, kept);
            }
        }
        census
    }

    /// Counts a household where the plan has it.
    fn count(&mut self, case: &Case, who: usize, home: &Dwelling, kept: Keeps) {
        let (estate, at) = (home.estate.index(), home.stairwell.index());
        let group = case.evidence.roll.of_household[who].map(|group| group.index());
        let stays = matches!(kept, Keeps::Home | Keeps::Stairwell);
        if let Some(group) = group {
            self.people[estate][group] += 1;
            self.fixed[at][group] += i64::from(stays);
            self.movers[estate][group] += usize::from(!stays);
        }
        let Some(drawn) = case.first.home_of[who].filter(|_| !stays) else { return };
        let (kind, needs) = (home.home_type.0, case.household(who).needs);
        match (case.household(who).bond, group) {
            (Some(bond), _) => {
                let drawn = case.dwelling(drawn);
                let key = (bond.index(), drawn.building.index(), drawn.stairwell.index());
                self.leavers[estate].joint.entry(key).or_default().push((kind, needs, group, kept));
            }
            (None, Some(group)) => *self.leavers[estate].alone[group].entry((kind, needs, kept)).or_default() += 1,
            (None, None) => *self.leavers[estate].silent.entry((kind, needs, kept)).or_default() += 1,
        }
    }

    fn stairwell(&self, at: usize, estate: usize, homes: &Homes) -> Place {
        let leavers = &self.leavers[estate];
        let entering: Vec<_> = leavers.joint.values().filter(|members| homes.take_in(members)).collect();
        let numbers = leavers.alone.iter().enumerate().map(|(group, alone)| homes.numbers(alone, &entering, group));
        let (most, possible) = numbers.unzip();
        let room = self.open[at].len() - self.taken[at].values().sum::<usize>();
        Place { fixed: self.fixed[at].clone(), room, most, possible, ..Place::default() }
    }
}

fn keeps(case: &Case) -> Vec<Keeps> {
    let members = case.bond_members();
    let moves = |who: usize| case.evidence.opt_ins.volunteers(HouseholdId::new(who));
    let of = |who: usize| {
        let Some(mine) = case.first.home_of[who].filter(|_| moves(who)) else { return Keeps::Home };
        let mine = case.dwelling(mine);
        let bond = case.household(who).bond.map_or(&[][..], |bond| &members[bond.index()]);
        let staying = bond.iter().filter(|&&other| !moves(other)).filter_map(|&other| case.first.home_of[other]);
        let kept = staying.map(|home| {
            let theirs = case.dwelling(home);
            if theirs.stairwell == mine.stairwell {
                Keeps::Stairwell
            } else if theirs.building == mine.building {
                Keeps::Building(mine.building.index())
            } else {
                Keeps::Estate
            }
        });
        kept.min().unwrap_or(Keeps::Estate)
    };
    (0..case.turns.len()).map(of).collect()
}

/// The homes of a stairwell that volunteers can have.
pub(super) struct Homes<'a> {
    building: usize,
    open: &'a [&'a Dwelling],
    /// Of these by home type, how many are taken in every plan.
    taken: &'a BTreeMap<u32, usize>,
}

impl Homes<'_> {
    pub fn of(&self, kind: u32) -> usize {
        let all = self.open.iter().filter(|home| home.home_type.0 == kind).count();
        all - self.taken.get(&kind).copied().unwrap_or(0)
    }

    pub fn meeting(&self, kind: u32, needs: Needs) -> usize {
        let meets = |home: &&&Dwelling| home.home_type.0 == kind && needs.met_by(home.step_free, home.floor);
        self.open.iter().filter(meets).count()
    }

    fn in_reach(&self, kept: Keeps) -> bool {
        kept == Keeps::Estate || kept == Keeps::Building(self.building)
    }

    /// Whether all of a bond can be here at once, as far as the number of homes of each type tells.
    pub fn take_in(&self, members: &[Member]) -> bool {
        members.iter().all(|&(kind, needs, _, kept)| {
            let alike = members.iter().filter(|member| member.0 == kind).count();
            self.in_reach(kept) && alike <= self.of(kind) && self.meeting(kind, needs) > 0
        })
    }

    /// The most volunteers of a group that can be here, and which numbers can be put together. Of each home type no
    /// more than there are homes of it; of those who go alone, no more of a kind than homes it can have.
    fn numbers(&self, alone: &Kinds, joint: &[&Vec<Member>], group: usize) -> (usize, Vec<bool>) {
        let mut by_type: BTreeMap<u32, usize> = BTreeMap::new();
        for (&(kind, needs, kept), &count) in alone {
            if self.in_reach(kept) {
                *by_type.entry(kind).or_default() += count.min(self.meeting(kind, needs));
            }
        }
        let total =
            |by_type: &BTreeMap<u32, usize>| by_type.iter().map(|(&kind, &n)| n.min(self.of(kind))).sum::<usize>();
        let single = total(&by_type);
        let mut made = BTreeSet::from([0]);
        for members in joint {
            let ours = members.iter().filter(|member| member.2 == Some(group));
            let count = ours.clone().count();
            ours.for_each(|member| *by_type.entry(member.0).or_default() += 1);
            made.extend(made.clone().into_iter().map(|sum| sum + count));
        }
        let most = total(&by_type);
        let possible = |number: usize| made.range(number.saturating_sub(single)..=number).next().is_some();
        (most, (0..=most).map(possible).collect())
    }
}

fn building_of(estate: &Estate, stairwells: Range<usize>) -> Place {
    let inside = &estate.stairwells[stairwells.clone()];
    let groups = 0..estate.movers.len();
    Place {
        fixed: groups.clone().map(|group| inside.iter().map(|place| place.fixed[group]).sum()).collect(),
        room: inside.iter().map(|place| place.room).sum(),
        least: Vec::new(),
        possible: vec![Vec::new(); estate.movers.len()],
        most: groups
            .map(|group| inside.iter().map(|place| place.most[group]).sum::<usize>().min(estate.movers[group]))
            .collect(),
        stairwells,
    }
}

/// Who finds no room in all other places of a level must be in this one.
fn forced(places: &mut [Place], movers: &[usize]) {
    let mut all = vec![0; movers.len()];
    for place in places.iter() {
        all.iter_mut().zip(&place.most).for_each(|(all, most)| *all += most);
    }
    for place in places {
        let least = |((most, all), movers): ((&usize, &usize), &usize)| (movers + most).saturating_sub(*all);
        place.least = place.most.iter().zip(&all).zip(movers).map(least).collect();
    }
}
