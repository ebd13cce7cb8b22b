//! Normalized exposure P: eta squared of all groups, weighted by their shares.
//!
//! P = sum of p V (James 1986, Sociol. Inquiry 56:425-443; Reardon & Firebaugh 2002). Range 0 .. 1. The unbiased
//! version uses eta squared with own homes left out, over places with two homes or more; 0 under chance. Undefined
//! with fewer than two groups.

use super::eta2::eta2_unbiased;
use super::isolation::paired;
use super::profile::Profile;
use super::relative_diversity::spread;
use super::value::{Undefined, Value};

/// P over all groups.
pub fn normalized_exposure(profile: &Profile) -> Value {
    profile.sum_present(|group| spread(profile, group) / (1.0 - profile.share(group)))
}

/// P over all groups, own homes left out.
pub fn normalized_exposure_unbiased(profile: &Profile) -> Value {
    profile.compare()?;
    let paired = paired(profile)?;
    if paired.groups.contains(&paired.total) {
        return Err(Undefined::OneGroup);
    }
    // A group without a neighbour anywhere has no eta squared and, in these places, no share either.
    let term = |group: usize| {
        eta2_unbiased(profile, group).map_or(0.0, |eta| paired.groups[group] as f64 / paired.total as f64 * eta)
    };
    profile.sum_present(term)
}
