//! Parties: volunteers who are alike, or who stay together, and what a stairwell can have of them.

use super::estate::Region;
use crate::model::{BondId, BuildingId, HomeTypeId, Needs};
use std::collections::BTreeMap;

/// Home type and needs of a volunteer, and its group (one past the last: none declared).
pub type Member = (HomeTypeId, Needs, usize);

/// Volunteers alike who go alone, or those of a bond who share a stairwell.
#[derive(Clone, Debug)]
pub struct Party {
    /// How many of those alike; 1 for a bond.
    pub count: usize,
    /// One of those alike, or all of the bond.
    pub members: Vec<Member>,
    pub region: Region,
    /// The bond, and its building in the first allocation.
    pub bond: Option<(BondId, BuildingId)>,
}

impl Party {
    /// How many of one of the party are of the group.
    pub fn weight(&self, group: usize) -> usize {
        self.members.iter().filter(|member| member.2 == group).count()
    }
}

/// Parties of one bond that had one building, and so go on having one: by position among all parties.
pub fn clusters(parties: &[Party]) -> Vec<Vec<usize>> {
    let mut clusters: BTreeMap<(BondId, BuildingId), Vec<usize>> = BTreeMap::new();
    for (at, party) in parties.iter().enumerate().filter(|(_, party)| party.region == Region::Estate) {
        if let Some(bond) = party.bond {
            clusters.entry(bond).or_default().push(at);
        }
    }
    clusters.into_values().filter(|units| units.len() > 1).collect()
}

/// What a stairwell can have of the parties of its estate.
#[derive(Clone, Debug, Default)]
pub struct Holding {
    /// Which parties can be here, and how many of each by themselves.
    pub most: Vec<(usize, usize)>,
    /// Who competes for the same homes.
    pub limits: Vec<Limit>,
}

/// No more than `room` of these: position in the holding, and how many homes one of the party takes.
#[derive(Clone, Debug)]
pub struct Limit {
    pub room: usize,
    pub items: Vec<(usize, usize)>,
}

impl Limit {
    /// How many of the homes one of a party takes.
    pub fn weight(&self, position: usize) -> usize {
        self.items.iter().find(|item| item.0 == position).map_or(0, |item| item.1)
    }
}
