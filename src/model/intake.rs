//! The intake: everything the first allocation may know.

use super::household::Household;
use super::place::Stock;

/// How near to each other the members of a bond live. Ordered nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Closeness {
    /// In one stairwell.
    Stairwell,
    /// In one building.
    Building,
    /// In one estate.
    Estate,
    /// Nothing in common.
    Apart,
}

impl Closeness {
    /// The word used in files: `stairwell`, `building`, `estate`, `apart`.
    pub fn word(self) -> &'static str {
        match self {
            Closeness::Stairwell => "stairwell",
            Closeness::Building => "building",
            Closeness::Estate => "estate",
            Closeness::Apart => "apart",
        }
    }
}

/// The rule of the plan file for households that asked to stay together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BondRule {
    /// The closeness asked for: `Stairwell`, `Building` or `Estate`.
    pub level: Closeness,
    /// How many tiers a member may lose by staying with the others (0 = none).
    pub may_cost_tiers: u32,
}

impl Default for BondRule {
    fn default() -> Self {
        Self { level: Closeness::Stairwell, may_cost_tiers: 0 }
    }
}

/// Stock, households and rules: needs, priority, choices, bonds, and nothing of groups or mixing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intake {
    /// Places and dwellings.
    pub stock: Stock,
    /// Households sorted by key, signed or not.
    pub households: Vec<Household>,
    /// Bond keys, sorted.
    pub bonds: Vec<String>,
    /// What a bond may ask for.
    pub bond_rule: BondRule,
}
