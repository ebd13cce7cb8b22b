//! Why a household has no home: data, not sentences.

use super::ids::{EstateId, HomeTypeId, HouseholdId};

/// A kind of home, as a person would name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HomeKind {
    /// Where.
    pub estate: EstateId,
    /// Which home type.
    pub home_type: HomeTypeId,
    /// `Some(true)`: only step-free ones; `Some(false)`: only those with steps; `None`: both.
    pub step_free: Option<bool>,
    /// `Some((lowest, highest))`: only on these floors; `None`: on every floor where the kind is vacant.
    pub floors: Option<(i16, i16)>,
    /// Vacant homes of this kind in the stock.
    pub homes: u32,
}

/// The smallest change of its sort that would house one household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// So many more homes of a kind (its `homes` field counts those that exist). All but one of them would go to others
    /// left out who come before it.
    MoreHomes {
        /// How many more, at least 1.
        count: u32,
        /// Of which kind.
        kind: HomeKind,
    },
    /// Its accepting a kind of home that is left over (its `homes` field counts those left).
    Accepting {
        /// Which kind of home it would have to accept.
        kind: HomeKind,
    },
}

/// Why one household was not housed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No vacant home in the whole stock fits its needs, home types and choices.
    NoSuchHome {
        /// What would house it.
        repairs: Vec<Repair>,
    },
    /// More households depend on certain homes than there are: a Hall set. All who got one had an earlier turn.
    Shortage {
        /// Households that accept no home outside these kinds, the blocked ones included.
        households: u32,
        /// Homes of these kinds.
        homes: u32,
        /// The homes they compete for.
        kinds: Vec<HomeKind>,
        /// Each of these alone would house it.
        repairs: Vec<Repair>,
    },
}

/// Reasons of all signed households without a home, by household.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons(pub Vec<(HouseholdId, Reason)>);
