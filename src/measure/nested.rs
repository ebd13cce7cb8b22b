//! Separation level by level: between estates, between an estate's buildings, between a building's stairwells.
//!
//! M(places of level d | the levels above) = M(path to d) - M(path to d-1), each at least 0; H terms are M terms / E.
//! They add up to M and H of the finest level (Theil 1972; Mora & Ruiz-Castillo 2011). Inside parent j: M_j, H_j = M_j
//! / E_j (0 if E_j = 0) and E_j / E; the sum of T_j/T E_j/E H_j is the level's H term.
//!
//! Two baselines: everybody dealt out over the whole tree (the difference of `E[M]` of two levels), or only inside
//! each parent (sum of `T_j/T E[M_j]`). The second asks whether a building's stairwells are separated beyond chance,
//! given who lives in the building.

use super::composition::{entropy, entropy_of};
use super::counts::{Counts, Level};
use super::expected::{expected_information, expected_within};
use super::information::mutual_information;
use super::profile::Profile;
use super::sum::{XLogX, sum};
use super::value::{Undefined, Value};
use rayon::prelude::*;

/// One level's part of M and H.
#[derive(Clone, Debug, PartialEq)]
pub struct NestedLevel {
    /// The level's number.
    pub level: usize,
    /// M of this level, given the coarser ones.
    pub mutual_information: Value,
    /// H of this level, given the coarser ones.
    pub theil_h: Value,
    /// M of this level and the coarser ones.
    pub cumulative_mutual_information: Value,
    /// M of this level if everybody were dealt out over the whole tree.
    pub expected_mutual_information: Value,
    /// H of this level if everybody were dealt out over the whole tree.
    pub expected_theil_h: Value,
    /// M of this level if everybody were dealt out inside the parent only.
    pub expected_within_parent: Value,
    /// Each inhabited parent; for the first level, the whole population as its only parent.
    pub parents: Vec<Within>,
}

/// Separation between the children of one parent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Within {
    /// The parent's number in the level above (0 in the first level).
    pub parent: usize,
    /// Its homes.
    pub total: u64,
    /// M between its children.
    pub mutual_information: f64,
    /// H between its children; 0 if only one group lives here.
    pub theil_h: f64,
    /// Its own entropy relative to that of the population. Undefined if the population is one group.
    pub ent_ratio: Value,
    /// M between its children as lots inside this parent would give it.
    pub expected_mutual_information: Value,
}

/// The parts of M and H down to a level, whose profiles (coarse to fine) are given.
pub fn nested(counts: &Counts, profiles: &[Profile]) -> Vec<NestedLevel> {
    let Some(finest) = profiles.last() else { return Vec::new() };
    let diversity = entropy(finest);
    let of_diversity = |m: f64| finest.compare().map(|()| m / diversity);
    let (mut above, mut expected_above) = (0.0, 0.0);
    let mut levels = Vec::with_capacity(profiles.len());
    for (number, profile) in profiles.iter().enumerate() {
        let parents = within(counts, number, diversity);
        let so_far = mutual_information(profile);
        let part = so_far.map(|m| (m - above).max(0.0));
        let expected = expected_information(profile);
        let expected_part = so_far.map(|_| (expected - expected_above).max(0.0));
        let inside =
            sum(parents.iter().map(|parent| parent.total as f64 * parent.expected_mutual_information.unwrap_or(0.0)));
        levels.push(NestedLevel {
            level: number,
            mutual_information: part,
            theil_h: part.and_then(of_diversity),
            cumulative_mutual_information: so_far,
            expected_mutual_information: expected_part,
            expected_theil_h: expected_part.and_then(of_diversity),
            expected_within_parent: so_far.map(|_| inside / profile.total as f64),
            parents,
        });
        above = so_far.unwrap_or(0.0);
        expected_above = expected;
    }
    levels
}

/// Separation inside each parent of a level's places.
fn within(counts: &Counts, number: usize, diversity: f64) -> Vec<Within> {
    let level = &counts.levels()[number];
    let table = XLogX::up_to(level.totals.iter().copied().max().unwrap_or(0));
    if number == 0 {
        let totals = counts.group_totals();
        let present: Vec<u32> = totals.into_iter().filter(|&homes| homes > 0).map(|homes| homes as u32).collect();
        return one(level, 0..level.len(), 0, &present, diversity, &table).into_iter().collect();
    }
    let above = &counts.levels()[number - 1];
    (0..above.len())
        .into_par_iter()
        .with_min_len(64)
        .filter_map(|parent| {
            let groups: Vec<u32> = above.entries(parent).iter().map(|entry| entry.homes).collect();
            one(level, above.children(parent), parent, &groups, diversity, &table)
        })
        .collect()
}

fn one(
    level: &Level,
    children: std::ops::Range<usize>,
    parent: usize,
    groups: &[u32],
    diversity: f64,
    table: &XLogX,
) -> Option<Within> {
    let total: u64 = groups.iter().map(|&homes| u64::from(homes)).sum();
    if total == 0 {
        return None;
    }
    let mut sizes = level.totals[children.clone()].to_vec();
    sizes.sort_unstable();
    let logs = |counts: &[u32]| sum(counts.iter().map(|&count| table.of(count)));
    let entries = &level.entries[level.starts[children.start]..level.starts[children.end]];
    let cells = sum(entries.iter().map(|entry| table.of(entry.homes)));
    let t = total as f64;
    // T M = sum x ln x - sum t ln t - sum n ln n + T ln T.
    let information = ((cells - logs(&sizes) - logs(groups)) / t + t.ln()).max(0.0);
    let own = entropy_of(groups.iter().map(|&homes| u64::from(homes)), total);
    let alone = groups.len() < 2 || sizes.iter().filter(|&&size| size > 0).count() < 2;
    let information = if alone { 0.0 } else { information };
    let expected = if alone { 0.0 } else { expected_within(&sizes, groups.iter().copied(), table) / t };
    Some(Within {
        parent,
        total,
        mutual_information: information,
        theil_h: if own > 0.0 { information / own } else { 0.0 },
        ent_ratio: if diversity > 0.0 { Ok(own / diversity) } else { Err(Undefined::OneGroup) },
        expected_mutual_information: Ok(expected),
    })
}
