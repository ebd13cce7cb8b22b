//! What the bound has to know of places: who is there in every plan, and how many volunteers of each group there can be.
//!
//! A household that did not opt in keeps its home. One whose bond has such a household in its stairwell keeps the
//! stairwell; in its building, the building. All others may be anywhere in the estate that the plan has them in,
//! in homes of their type that meet their needs.

use super::super::case::Case;
use crate::model::{Dwelling, DwellingStatus, HouseholdId, Needs};
use std::collections::BTreeMap;
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
}

/// The least place that a household keeps in every plan.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Keeps {
    Home,
    Stairwell,
    Building(usize),
    Estate,
}

/// Volunteers by (home type, needs, what they keep).
type Kinds = BTreeMap<(u32, Needs, Keeps), usize>;

impl Estate {
    pub fn all(case: &Case) -> Vec<Estate> {
        let stock = &case.evidence.intake.stock;
        let groups = case.evidence.roll.groups.len();
        let keeps = keeps(case);
        let group = |who: usize| case.evidence.roll.of_household[who].map(|group| group.index());
        let mut holder = vec![None; stock.dwellings.len()];
        for (who, home) in case.plan.home_of.iter().enumerate() {
            if let Some(home) = home {
                holder[*home] = Some(who);
            }
        }
        let mut fixed = vec![vec![0; groups]; stock.stairwells.len()];
        let mut people = vec![vec![0; groups]; stock.estates.len()];
        for residents in &case.evidence.roll.residents {
            let (at, group) = (residents.stairwell.index(), residents.group.index());
            fixed[at][group] += i64::from(residents.households);
            people[stock.stairwells[at].estate.index()][group] += i64::from(residents.households);
        }
        // Homes that anybody who moves can have, and of these the ones that stay taken.
        let mut open: Vec<Vec<&Dwelling>> = vec![Vec::new(); stock.stairwells.len()];
        let mut taken: Vec<BTreeMap<u32, usize>> = vec![BTreeMap::new(); stock.stairwells.len()];
        let mut kinds: Vec<Vec<Kinds>> = vec![vec![Kinds::new(); groups]; stock.estates.len()];
        for (home, holder) in stock.dwellings.iter().zip(holder) {
            if home.status != DwellingStatus::Vacant {
                continue;
            }
            let at = home.stairwell.index();
            let kept = holder.map_or(Keeps::Estate, |who| keeps[who]);
            if kept != Keeps::Home {
                open[at].push(home);
            }
            if kept == Keeps::Stairwell {
                *taken[at].entry(home.home_type.0).or_default() += 1;
            }
            let Some((who, group)) = holder.and_then(|who| Some((who, group(who)?))) else { continue };
            people[home.estate.index()][group] += 1;
            if matches!(kept, Keeps::Home | Keeps::Stairwell) {
                fixed[at][group] += 1;
            } else {
                let kind = (home.home_type.0, case.household(who).needs, kept);
                *kinds[home.estate.index()][group].entry(kind).or_default() += 1;
            }
        }
        let stairwell = |at: usize| {
            let place = &stock.stairwells[at];
            let most = kinds[place.estate.index()].iter().map(|kinds| most(kinds, place.building.index(), &open[at], &taken[at]));
            let room = open[at].len() - taken[at].values().sum::<usize>();
            Place { fixed: fixed[at].clone(), room, most: most.collect(), ..Place::default() }
        };
        let mut estates: Vec<Estate> = Vec::new();
        for (people, kinds) in people.into_iter().zip(&kinds) {
            let movers = kinds.iter().map(|kinds| kinds.values().sum()).collect();
            estates.push(Estate { people, movers, buildings: Vec::new(), stairwells: Vec::new() });
        }
        for (at, place) in stock.stairwells.iter().enumerate() {
            estates[place.estate.index()].stairwells.push(stairwell(at));
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

/// Most volunteers of a group that a stairwell can hold: of each home type, no more than there are homes of it, nor
/// than there are of each kind and homes that this kind can have.
fn most(kinds: &Kinds, building: usize, open: &[&Dwelling], taken: &BTreeMap<u32, usize>) -> usize {
    let mut by_type: BTreeMap<u32, usize> = BTreeMap::new();
    for (&(home_type, needs, kept), &count) in kinds {
        if kept == Keeps::Estate || kept == Keeps::Building(building) {
            let fits = |home: &&&Dwelling| home.home_type.0 == home_type && needs.met_by(home.step_free, home.floor);
            *by_type.entry(home_type).or_default() += count.min(open.iter().filter(fits).count());
        }
    }
    let homes = |home_type: u32| {
        let all = open.iter().filter(|home| home.home_type.0 == home_type).count();
        all - taken.get(&home_type).copied().unwrap_or(0)
    };
    by_type.into_iter().map(|(home_type, count)| count.min(homes(home_type))).sum()
}

fn building_of(estate: &Estate, stairwells: Range<usize>) -> Place {
    let inside = &estate.stairwells[stairwells.clone()];
    let groups = 0..estate.movers.len();
    Place {
        fixed: groups.clone().map(|group| inside.iter().map(|place| place.fixed[group]).sum()).collect(),
        room: inside.iter().map(|place| place.room).sum(),
        least: Vec::new(),
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
