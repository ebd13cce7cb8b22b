//! How many groups live here at all, which is not how mixed they are.
//!
//! Theil (1972), *Statistical Decomposition Analysis*; Simpson (1949), Nature 163:688; without replacement after
//! Hurlbert (1971), Ecology 52:577-586.

use super::profile::Profile;
use super::sum::sum;
use super::value::{Undefined, Value};

/// The diversity of a population, whatever place each lives in.
#[derive(Clone, Debug, PartialEq)]
pub struct Composition {
    /// Homes.
    pub total: u64,
    /// Places with anyone in them.
    pub inhabited: u64,
    /// Groups with any member.
    pub present: usize,
    /// Entropy E = -sum p ln p: 0 .. ln K. Undefined if nobody is here.
    pub entropy: Value,
    /// E / ln K over the K groups present: 0 .. 1. Undefined with one group.
    pub entropy_normalized: Value,
    /// Simpson's interaction I = 1 - sum p²: that two homes drawn with replacement differ.
    pub simpson_interaction: Value,
    /// 1 - sum n(n-1) / (T(T-1)): that two different homes differ. Undefined with one home.
    pub simpson_interaction_unbiased: Value,
    /// 1 / sum p²: so many groups of equal size would be as diverse.
    pub effective_groups: Value,
}

/// The composition of a profile.
pub fn composition(profile: &Profile) -> Composition {
    let some = |value: f64| if profile.total == 0 { Err(Undefined::Nobody) } else { Ok(value) };
    let total = profile.total as f64;
    let unequal = profile.unequal_pairs() as f64;
    let unbiased = match profile.total {
        0 => Err(Undefined::Nobody),
        1 => Err(Undefined::NoNeighbours),
        _ => Ok(unequal / (total * (total - 1.0))),
    };
    Composition {
        total: profile.total,
        inhabited: profile.places(),
        present: profile.present(),
        entropy: some(entropy(profile)),
        entropy_normalized: profile.compare().map(|()| entropy(profile) / (profile.present() as f64).ln()),
        simpson_interaction: some(unequal / (total * total)),
        simpson_interaction_unbiased: unbiased,
        effective_groups: some(total * total / (total * total - unequal)),
    }
}

/// E = -sum p ln p (0 if nobody is here).
pub fn entropy(profile: &Profile) -> f64 {
    entropy_of(profile.columns.iter().map(|column| column.total), profile.total)
}

/// The entropy of some counts and their total.
pub(super) fn entropy_of(counts: impl Iterator<Item = u64>, total: u64) -> f64 {
    let total = total as f64;
    sum(counts.filter(|&n| n > 0).map(|n| {
        let share = n as f64 / total;
        -share * share.ln()
    }))
    .max(0.0)
}

/// The entropy of one group against the rest.
pub(super) fn binary_entropy(n: u64, total: u64) -> f64 {
    entropy_of([n, total - n].into_iter(), total)
}
