//! Theil's information index H: the share of the diversity that is lost by sorting into places.
//!
//! H = M / E. Theil & Finizza (1971); Reardon & Firebaugh (2002), Sociol. Methodology 32:33-67. Range 0 .. 1. It adds
//! up over nested levels. Undefined with fewer than two groups; 0 with one place.

use super::composition::{binary_entropy, entropy};
use super::information::{group_information, mutual_information};
use super::profile::Profile;
use super::value::Value;

/// H over all groups.
pub fn theil_h(profile: &Profile) -> Value {
    profile.compare()?;
    Ok((mutual_information(profile)? / entropy(profile)).min(1.0))
}

/// H of one group against all others. Undefined if the group is absent or alone.
pub fn group_theil_h(profile: &Profile, group: usize) -> Value {
    profile.compare_group(group)?;
    let diversity = binary_entropy(profile.columns[group].total, profile.total);
    Ok((group_information(profile, group)? / diversity).min(1.0))
}
