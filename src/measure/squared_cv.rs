//! Squared coefficient of variation C.
//!
//! C = sum over groups of [sum of t (q - p)² / p] / (T (K - 1)) (Reardon & Firebaugh 2002). Range 0 .. 1. Small groups
//! weigh as much as large ones. Undefined with fewer than two groups.

use super::profile::Profile;
use super::relative_diversity::spread;
use super::value::Value;

/// C over the K groups present.
pub fn squared_cv(profile: &Profile) -> Value {
    let others = profile.present() as f64 - 1.0;
    profile.sum_present(|group| spread(profile, group) / (profile.share(group) * others))
}
