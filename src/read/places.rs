//! Names to numbers and back, in canonical order: never in the order in which rows come.

use crate::model::{Building, BuildingId, Estate, EstateId, Stairwell, StairwellId, Stock};
use std::collections::HashMap;

/// Names under a parent, numbered as they come. The map is only looked up, never walked.
#[derive(Default)]
pub(super) struct Names {
    /// Parent and name, by number.
    pub list: Vec<(u32, String)>,
    index: Vec<HashMap<String, u32>>,
}

impl Names {
    pub(super) fn intern(&mut self, parent: u32, name: &str) -> u32 {
        if self.index.len() <= parent as usize {
            self.index.resize_with(parent as usize + 1, HashMap::new);
        }
        if let Some(&number) = self.index[parent as usize].get(name) {
            return number;
        }
        let number = u32::try_from(self.list.len()).expect("fewer names than u32::MAX");
        self.index[parent as usize].insert(name.to_owned(), number);
        self.list.push((parent, name.to_owned()));
        number
    }

    /// The name behind a number.
    pub(super) fn name(&self, number: u32) -> &str {
        &self.list[number as usize].1
    }

    /// The new number of each used name, and the used ones in order: by parent (its new number), then name.
    pub(super) fn ranked(&self, used: &[bool], parents: &[u32]) -> (Vec<u32>, Vec<u32>) {
        let parent = |number: u32| parents.get(self.list[number as usize].0 as usize).copied().unwrap_or(0);
        let mut order: Vec<u32> = (0..self.list.len() as u32).filter(|&n| used[n as usize]).collect();
        order.sort_by(|&a, &b| (parent(a), self.name(a)).cmp(&(parent(b), self.name(b))));
        let mut rank = vec![u32::MAX; self.list.len()];
        for (new, &old) in order.iter().enumerate() {
            rank[old as usize] = new as u32;
        }
        (rank, order)
    }
}

/// Estates, buildings and stairwells as rows name them.
#[derive(Default)]
pub(super) struct Places {
    /// Estates; all of one parent.
    pub estates: Names,
    /// Buildings by estate.
    pub buildings: Names,
    /// Stairwells by building.
    pub stairwells: Names,
}

impl Places {
    /// The number of a stairwell.
    pub(super) fn intern(&mut self, estate: &str, building: &str, stairwell: &str) -> u32 {
        let estate = self.estates.intern(0, estate);
        let building = self.buildings.intern(estate, building);
        self.stairwells.intern(building, stairwell)
    }

    /// Building and estate of a stairwell.
    pub(super) fn above(&self, stairwell: u32) -> (u32, u32) {
        let building = self.stairwells.list[stairwell as usize].0;
        (building, self.buildings.list[building as usize].0)
    }

    /// Fills the lists of places of a stock from the stairwells in use; returns the id of each by its number.
    pub(super) fn settle(&self, used: &[bool], stock: &mut Stock) -> Vec<u32> {
        let mut buildings = vec![false; self.buildings.list.len()];
        let mut estates = vec![false; self.estates.list.len()];
        for stairwell in (0..used.len()).filter(|&s| used[s]) {
            let (building, estate) = self.above(stairwell as u32);
            buildings[building as usize] = true;
            estates[estate as usize] = true;
        }
        let (estate_rank, order) = self.estates.ranked(&estates, &[]);
        stock.estates = order.iter().map(|&e| Estate { name: self.estates.name(e).to_owned() }).collect();
        let (building_rank, order) = self.buildings.ranked(&buildings, &estate_rank);
        let building = |&b: &u32| {
            let estate = EstateId(estate_rank[self.buildings.list[b as usize].0 as usize]);
            Building { estate, name: self.buildings.name(b).to_owned() }
        };
        stock.buildings = order.iter().map(building).collect();
        let (stairwell_rank, order) = self.stairwells.ranked(used, &building_rank);
        let stairwell = |&s: &u32| {
            let (building, estate) = self.above(s);
            let building = BuildingId(building_rank[building as usize]);
            let estate = EstateId(estate_rank[estate as usize]);
            Stairwell { building, estate, name: self.stairwells.name(s).to_owned() }
        };
        stock.stairwells = order.iter().map(stairwell).collect();
        stairwell_rank
    }
}

/// The stairwell id and what it implies.
pub(super) fn whereabouts(stock: &Stock, stairwell: u32) -> (StairwellId, BuildingId, EstateId) {
    let place = &stock.stairwells[stairwell as usize];
    (StairwellId(stairwell), place.building, place.estate)
}
