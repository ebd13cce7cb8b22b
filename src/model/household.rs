//! A household: what it needs and wishes. Its group and its opt-in to mixing are kept elsewhere
//! ([`Roll`](super::Roll), [`OptIns`](super::OptIns)), out of the first allocation's reach.

use super::choice::{Choices, Tier};
use super::consent::Agreement;
use super::ids::{BondId, HomeTypeId};
use super::place::Dwelling;

/// Needs that a home must meet, stated by the household.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Needs {
    /// Must be step-free.
    pub step_free: bool,
    /// Highest floor it can live on; `None` = any.
    pub max_floor: Option<i16>,
}

impl Needs {
    /// Whether every home that meets these needs meets `wider` too.
    pub fn within(self, wider: Self) -> bool {
        let lower = wider.max_floor.is_none_or(|highest| self.max_floor.is_some_and(|own| own <= highest));
        (self.step_free || !wider.step_free) && lower
    }

    /// Whether a home with these properties meets the needs.
    pub fn met_by(self, step_free: bool, floor: i16) -> bool {
        (step_free || !self.step_free) && self.max_floor.is_none_or(|highest| floor <= highest)
    }
}

/// A household (户) of the intake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Household {
    /// The office's id, unique; the ticket is made from it.
    pub key: String,
    /// Persons, at least 1.
    pub persons: u32,
    /// Accepted home types, best first: the household's own list, else its row of the fit table. Never empty.
    pub home_types: Vec<HomeTypeId>,
    /// What its home must offer.
    pub needs: Needs,
    /// 1 is first; `None` comes after every number.
    pub priority: Option<u32>,
    /// Estates it accepts.
    pub choices: Choices,
    /// With whom it asked to stay together.
    pub bond: Option<BondId>,
    /// Whether it agreed to be placed at all.
    pub agreement: Agreement,
}

impl Household {
    /// Whether it takes part in the draw: only with its own recorded agreement.
    pub fn signed(&self) -> bool {
        self.agreement.given()
    }

    /// The tier a dwelling is for this household, or `None` where it does not fit or is not accepted.
    pub fn tier(&self, home: &Dwelling) -> Option<Tier> {
        if !self.needs.met_by(home.step_free, home.floor) {
            return None;
        }
        let kind = self.home_types.iter().position(|&t| t == home.home_type)? as u32 + 1;
        let choice = self.choices.rank(home.estate)?;
        Some(Tier { choice, kind })
    }
}
