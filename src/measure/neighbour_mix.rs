//! Neighbour mix, the headline: how often a neighbour is of another group, relative to drawing lots.
//!
//! [1 - sum of x(x-1)/(t-1) / T] / [1 - sum of n(n-1) / (T(T-1))], over places with two homes or more and the totals
//! of those places. The own home is left out (Fossett 2017, *New Methods for Measuring and Analyzing Segregation*, ch.
//! 15), so that its expected value under lots is 1 at any size of place. 0 if all neighbours are alike; above 1 if
//! more even than lots. Undefined if these places hold fewer than two groups, or if no place has two homes.

use super::isolation::{own_met, paired};
use super::profile::Profile;
use super::sum::sum;
use super::value::{Undefined, Value};

/// Neighbour mix.
pub fn neighbour_mix(profile: &Profile) -> Value {
    profile.compare()?;
    let paired = paired(profile)?;
    let total = u128::from(paired.total);
    let alike: u128 = paired.groups.iter().map(|&n| u128::from(n) * u128::from(n.saturating_sub(1))).sum();
    let unequal = total * (total - 1) - alike;
    if unequal == 0 {
        return Err(Undefined::OneGroup);
    }
    let differ = 1.0 - sum(profile.columns.iter().map(own_met)) / total as f64;
    Ok(differ.max(0.0) / (unequal as f64 / (total * (total - 1)) as f64))
}
