//! Eta squared: how much more a group meets its own than chance gives; the correlation ratio.
//!
//! V = (xPx - p) / (1 - p) (Bell 1954, Soc. Forces 32:357-364; Massey & Denton 1988). Range 0 .. 1. The unbiased
//! version leaves the own home out: (xPx' - b) / (1 - b) with b = (n-1)/(T-1), over places with two homes or more; 0
//! under chance at any size of place, so it may be below 0. Undefined if the group is absent or alone.

use super::isolation::{isolation_exact, paired};
use super::profile::Profile;
use super::relative_diversity::spread;
use super::value::{Undefined, Value};

/// Eta squared of a group.
pub fn eta2(profile: &Profile, group: usize) -> Value {
    profile.compare_group(group)?;
    let share = profile.share(group);
    Ok(spread(profile, group) / (share * (1.0 - share)))
}

/// Eta squared of a group, own homes left out.
pub fn eta2_unbiased(profile: &Profile, group: usize) -> Value {
    profile.compare_group(group)?;
    let paired = paired(profile)?;
    let met = isolation_exact(profile, group)?;
    if paired.groups[group] == paired.total {
        return Err(Undefined::GroupAlone);
    }
    let base = (paired.groups[group] as f64 - 1.0) / (paired.total as f64 - 1.0);
    Ok((met - base) / (1.0 - base))
}
