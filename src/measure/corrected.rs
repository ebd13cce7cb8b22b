//! Indices with chance taken out, after Carrington & Troske (1997), J. Bus. Econ. Stat. 15:402-409.
//!
//! (v - e) / (1 - e) if v >= e, else (v - e) / e: -1 .. 1, 0 = as lots give. It shrinks real separation where places
//! are small; neighbour mix does not.

use super::dissimilarity::{dissimilarity, group_dissimilarity};
use super::expected::Expected;
use super::profile::Profile;
use super::theil::theil_h;
use super::value::{Undefined, Value};

/// Corrected values.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// D over all groups.
    pub dissimilarity: f64,
    /// H over all groups.
    pub theil_h: f64,
    /// D of each group against the rest.
    pub one_group_dissimilarity: Vec<Value>,
}

/// One value corrected by its expected value. An expected value of 0 or 1 leaves nothing to correct.
pub fn correct(value: f64, expected: f64) -> f64 {
    let scale = if value >= expected { 1.0 - expected } else { expected };
    if scale > 0.0 { (value - expected) / scale } else { 0.0 }
}

/// The corrected values of a profile.
pub fn corrected(profile: &Profile, expected: &Expected) -> Result<Corrected, Undefined> {
    let group = |group: usize| {
        let chance = expected.one_group[group]?;
        Ok(correct(group_dissimilarity(profile, group)?, chance.dissimilarity))
    };
    Ok(Corrected {
        dissimilarity: correct(dissimilarity(profile)?, expected.dissimilarity),
        theil_h: correct(theil_h(profile)?, expected.theil_h),
        one_group_dissimilarity: (0..profile.columns.len()).map(group).collect(),
    })
}
