//! Between and inside: how much of H lies between the places of a level (between estates: what people chose) and how
//! much inside them (between the buildings and stairwells of an estate: what they were given).
//!
//! Both add up to H of the finest level. Between is held against lots over the whole population, inside against lots
//! that leave everybody in the own estate.

use super::composition::entropy;
use super::counts::Counts;
use super::expected::expected_within;
use super::nested::NestedLevel;
use super::profile::Profile;
use super::sum::{XLogX, sum};
use super::value::{Undefined, Value};
use rayon::prelude::*;

/// H in two parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// The level that is held apart, by number.
    pub level: usize,
    /// H between its places.
    pub between: Value,
    /// The same if everybody were dealt out over the whole tree.
    pub expected_between: Value,
    /// H inside its places.
    pub inside: Value,
    /// The same if everybody were dealt out inside the own place.
    pub expected_inside: Value,
}

/// The parts of H of the last of these nested levels, held apart at `level`.
pub(super) fn split(counts: &Counts, nested: &[NestedLevel], profile: &Profile, level: usize) -> Split {
    let add = |levels: &[NestedLevel], term: fn(&NestedLevel) -> Value| -> Value {
        levels.iter().map(term).try_fold(0.0, |sum, term| Ok(sum + term?))
    };
    let (outer, inner) = nested.split_at(level + 1);
    Split {
        level,
        between: add(outer, |level| level.theil_h),
        expected_between: add(outer, |level| level.expected_theil_h),
        inside: add(inner, |level| level.theil_h),
        expected_inside: profile
            .compare()
            .map(|()| expected_inside(counts, level, nested.len() - 1) / entropy(profile)),
    }
}

/// `E[M]` between the places of a level if everybody is dealt out inside the own place of a coarser one.
fn expected_inside(counts: &Counts, outer: usize, level: usize) -> f64 {
    let (above, below) = (&counts.levels()[outer], &counts.levels()[level]);
    let table = XLogX::up_to(below.totals.iter().copied().max().unwrap_or(0));
    let mut ends: Vec<usize> = (0..=above.len()).collect();
    for between in &counts.levels()[outer..level] {
        ends.iter_mut().for_each(|end| *end = between.children[*end] as usize);
    }
    let one = |place: usize| {
        let mut sizes = below.totals[ends[place]..ends[place + 1]].to_vec();
        sizes.sort_unstable();
        let groups = above.entries(place);
        if groups.len() < 2 { 0.0 } else { expected_within(&sizes, groups.iter().map(|entry| entry.homes), &table) }
    };
    let parts: Vec<f64> = (0..above.len()).into_par_iter().map(one).collect();
    sum(parts) / above.grand_total() as f64
}

/// Nothing to split: undefined for this reason.
pub(super) fn not_drawn(split: Split, why: Undefined) -> Split {
    let chance = |value: Value| value.and(Err(why));
    Split { expected_between: chance(split.expected_between), expected_inside: chance(split.expected_inside), ..split }
}
