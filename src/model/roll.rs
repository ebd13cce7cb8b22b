//! The roll: who declared which group. Kept apart from the intake, so that the first allocation cannot see it.

use super::ids::{GroupId, HouseholdId, StairwellId};

/// Residents of one stairwell that belong to one group. Counted, never named, never moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Residents {
    /// Where they live.
    pub stairwell: StairwellId,
    /// The group recorded for their household.
    pub group: GroupId,
    /// Households, at least 1.
    pub households: u32,
    /// Persons; 0 where the file does not say.
    pub persons: u32,
}

/// Declared groups of households and of residents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roll {
    /// Labels, sorted; after aliases of the plan file.
    pub groups: Vec<String>,
    /// One entry per household of the intake; `None` = not stated.
    pub of_household: Vec<Option<GroupId>>,
    /// Counts of residents by (stairwell, group), sorted, each pair once.
    pub residents: Vec<Residents>,
}

impl Roll {
    /// The group that a household declared.
    pub fn group(&self, household: HouseholdId) -> Option<GroupId> {
        self.of_household[household.index()]
    }
}
