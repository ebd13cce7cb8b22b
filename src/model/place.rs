//! The stock of homes: estate > building > stairwell > dwelling.

use super::ids::{BuildingId, DwellingId, EstateId, HomeTypeId, StairwellId};

/// An estate (小区).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estate {
    /// Name as written in the files; unique.
    pub name: String,
}

/// A building (楼栋) of an estate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Building {
    /// The estate it stands in.
    pub estate: EstateId,
    /// Name, unique inside the estate.
    pub name: String,
}

/// A stairwell (单元) of a building.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stairwell {
    /// The building it belongs to.
    pub building: BuildingId,
    /// The estate of that building.
    pub estate: EstateId,
    /// Name, unique inside the building.
    pub name: String,
}

/// Whether a dwelling can be handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DwellingStatus {
    /// Can be handed out.
    Vacant,
    /// Residents live in it.
    Occupied,
    /// Kept back by the office: neither handed out nor counted.
    Held,
}

/// A dwelling (住房).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dwelling {
    /// The office's id, unique; the draw's message is made from it.
    pub key: String,
    /// The stairwell it opens on.
    pub stairwell: StairwellId,
    /// The building of that stairwell.
    pub building: BuildingId,
    /// The estate of that building.
    pub estate: EstateId,
    /// Floor; the ground floor is 1, basements are below 0.
    pub floor: i16,
    /// Door as written; may be empty.
    pub door: String,
    /// Home type (户型).
    pub home_type: HomeTypeId,
    /// Can be reached and used without a step.
    pub step_free: bool,
    /// Vacant, occupied or held.
    pub status: DwellingStatus,
}

/// All places and dwellings, each list sorted by (parent, name) bytewise; dwellings by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stock {
    /// Estates by name.
    pub estates: Vec<Estate>,
    /// Buildings by (estate, name).
    pub buildings: Vec<Building>,
    /// Stairwells by (building, name).
    pub stairwells: Vec<Stairwell>,
    /// Home types by name: those of dwellings, of the fit table and of households.
    pub home_types: Vec<String>,
    /// Dwellings by key.
    pub dwellings: Vec<Dwelling>,
    /// Addresses as the files write them, by dwelling: only of those that had to be taken apart. For display alone.
    pub addresses: Vec<(DwellingId, String)>,
}

impl Stock {
    /// The dwelling behind an id.
    pub fn dwelling(&self, id: DwellingId) -> &Dwelling {
        &self.dwellings[id.index()]
    }

    /// The address of a dwelling as the files write it, where it had to be taken apart.
    pub fn written_address(&self, id: DwellingId) -> Option<&str> {
        let place = self.addresses.binary_search_by_key(&id, |(dwelling, _)| *dwelling).ok()?;
        Some(&self.addresses[place].1)
    }

    /// The same, by the key of the dwelling.
    pub fn written(&self, key: &str) -> Option<&str> {
        let place = self.dwellings.binary_search_by(|home| home.key.as_str().cmp(key)).ok()?;
        self.written_address(DwellingId::new(place))
    }

    /// Name of an estate.
    pub fn estate_name(&self, id: EstateId) -> &str {
        &self.estates[id.index()].name
    }

    /// Name of a home type.
    pub fn home_type_name(&self, id: HomeTypeId) -> &str {
        &self.home_types[id.index()]
    }

    /// Ids of the dwellings that can be handed out, in canonical order.
    pub fn vacant(&self) -> impl Iterator<Item = DwellingId> + '_ {
        let vacant = |d: &Dwelling| d.status == DwellingStatus::Vacant;
        (0..self.dwellings.len()).filter(move |&i| vacant(&self.dwellings[i])).map(DwellingId::new)
    }
}
