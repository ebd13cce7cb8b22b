//! What a household accepts, read straight from its fields: ranks and needs, independent of the model's helpers.

use crate::model::{Dwelling, EstateId, HomeTypeId, Household};

/// Rank of the estate choice, 1 = first; `None` where the estate is not accepted.
pub(super) fn choice_rank(who: &Household, estate: EstateId) -> Option<u32> {
    let mut rank = 0;
    for tier in &who.choices.tiers {
        rank += 1;
        if tier.contains(&estate) {
            return Some(rank);
        }
    }
    who.choices.any.then_some(rank + 1)
}

/// Place of the home type in the household's list, 1 = first.
pub(super) fn type_rank(who: &Household, home_type: HomeTypeId) -> Option<u32> {
    (1..).zip(&who.home_types).find(|(_, listed)| **listed == home_type).map(|(rank, _)| rank)
}

/// Whether the needs are met: step-free and floor.
pub(super) fn needs_met(who: &Household, home: &Dwelling) -> bool {
    let steps_fine = home.step_free || !who.needs.step_free;
    let floor_fine = match who.needs.max_floor {
        Some(limit) => home.floor <= limit,
        None => true,
    };
    steps_fine && floor_fine
}

/// (choice rank, type rank) of a home that fits, else `None`.
pub(super) fn tier(who: &Household, home: &Dwelling) -> Option<(u32, u32)> {
    if !needs_met(who, home) {
        return None;
    }
    Some((choice_rank(who, home.estate)?, type_rank(who, home.home_type)?))
}

/// Position of a tier in the household's list of tiers: choices are major, home types minor.
pub(super) fn position(who: &Household, (choice, kind): (u32, u32)) -> u64 {
    u64::from(choice - 1) * who.home_types.len() as u64 + u64::from(kind)
}
