//! Relative diversity R: the share of the variance that lies between places.
//!
//! R = sum of t (q - p)² / (T I) (Goodman & Kruskal's tau, 1954; Reardon & Firebaugh 2002). Range 0 .. 1. Its expected
//! value under lots is (U-1)/(T-1), exactly. It adds up over nested levels. Undefined with fewer than two groups.

use super::profile::Profile;
use super::sum::Sum;
use super::value::Value;

/// R over all groups.
pub fn relative_diversity(profile: &Profile) -> Value {
    let total = profile.total as f64;
    let simpson = profile.unequal_pairs() as f64 / (total * total);
    profile.sum_present(|group| spread(profile, group) / simpson)
}

/// The variance of a group's share between places: sum of t (q - p)² / T.
pub(super) fn spread(profile: &Profile, group: usize) -> f64 {
    let column = &profile.columns[group];
    let (n, total) = (i128::from(column.total), i128::from(profile.total));
    let mut sum = Sum::default();
    for cell in &column.cells {
        // The difference is taken in whole numbers: an even place gives 0, not a rounding error.
        let apart = i128::from(cell.homes) * total - i128::from(cell.size) * n;
        let apart = apart as f64 / total as f64;
        sum.add(f64::from(cell.places) * apart * apart / f64::from(cell.size));
    }
    let share = profile.share(group);
    sum.add(column.elsewhere as f64 * share * share);
    sum.value() / profile.total as f64
}
