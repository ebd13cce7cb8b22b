//! Quotas: caps on the share of a place's homes that a group may hold, as in Singapore's Ethnic Integration Policy.
//! They are here to be compared with, and nowhere else: what comes out of them has no names, so it is no plan.

mod lottery;
mod optimum;

pub use lottery::lottery;
pub use optimum::{Optimum, optimum};
#[cfg(test)]
pub use optimum::{exact, priced};

use super::world::World;
use crate::model::Placement;

/// Room enough for anybody: 100 % is no cap, whoever lives there already.
const NO_CAP: i64 = i64::MAX / 16;

/// Per group of the roll, the largest share of a place's homes, in per cent. No entry: no cap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cap(pub Vec<u32>);

/// Caps at both levels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caps {
    pub estate: Cap,
    pub building: Cap,
}

/// How many households of each group a place may still take: estates first, buildings after them; the group runs
/// fastest.
#[derive(Clone)]
pub struct Room {
    groups: usize,
    estates: usize,
    left: Vec<i64>,
}

impl Room {
    /// The room that residents and settled households leave: floor(homes · share), all homes of the place counted,
    /// lived in or not.
    pub fn new(world: &World, settled: &Placement) -> Self {
        let stock = &world.intake.stock;
        let (groups, estates) = (world.roll.groups.len(), stock.estates.len());
        let mut homes = vec![0i64; estates + stock.buildings.len()];
        for home in &stock.dwellings {
            homes[home.estate.index()] += 1;
            homes[estates + home.building.index()] += 1;
        }
        let mut left = Vec::with_capacity(homes.len() * groups);
        for (place, &homes) in homes.iter().enumerate() {
            let cap = if place < estates { &world.caps.estate } else { &world.caps.building };
            let most = |group: usize| match cap.0.get(group) {
                Some(&percent) if percent < 100 => homes * i64::from(percent) / 100,
                _ => NO_CAP,
            };
            left.extend((0..groups).map(most));
        }
        let mut room = Self { groups, estates, left };
        for residents in &world.roll.residents {
            let place = &stock.stairwells[residents.stairwell.index()];
            let places = [place.estate.index(), estates + place.building.index()];
            for place in places {
                *room.at(place, residents.group.index()) -= i64::from(residents.households);
            }
        }
        for (home, group) in settled.home_of.iter().zip(&world.roll.of_household) {
            if let (Some(home), Some(group)) = (home, group) {
                let home = stock.dwelling(*home);
                room.take(group.index(), home.estate.index(), home.building.index());
            }
        }
        room
    }

    fn at(&mut self, place: usize, group: usize) -> &mut i64 {
        &mut self.left[place * self.groups + group]
    }

    /// How many more of a group a place of either level may take; below 0 where it holds too many already.
    pub fn left(&self, place: usize, group: usize) -> i64 {
        self.left[place * self.groups + group]
    }

    /// The number of a building among the places.
    pub fn building(&self, building: usize) -> usize {
        self.estates + building
    }

    /// The place of this estate or building that has no room for the group, if one has none.
    pub fn full(&self, group: usize, estate: usize, building: usize) -> Option<usize> {
        [estate, self.estates + building].into_iter().find(|&place| self.left(place, group) <= 0)
    }

    /// One more of a group lives here.
    pub fn take(&mut self, group: usize, estate: usize, building: usize) {
        *self.at(estate, group) -= 1;
        *self.at(self.estates + building, group) -= 1;
    }
}
