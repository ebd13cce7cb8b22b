//! Dissimilarity D: the share of homes that would have to change places, relative to full separation.
//!
//! Many groups: D = sum of t |q - p| / (2 T I) (Sakoda 1981, Demography 18:245-250; Reardon & Firebaugh 2002). Two
//! groups: half the sum of |a/A - b/B| (Duncan & Duncan 1955, Am. Sociol. Rev. 20:210-217). Range 0 .. 1. Undefined
//! with fewer than two groups; for a pair, if either is absent; for a group against the rest, if it is absent or
//! alone.
//!
//! Sums are taken in whole numbers and divided once, so they are exact.

use super::counts::Level;
use super::profile::Profile;
use super::value::{Undefined, Value};

/// T times the sum over places of |x - t p|, for one group: a whole number.
fn deviation(profile: &Profile, group: usize) -> u128 {
    let column = &profile.columns[group];
    let (n, total) = (u128::from(column.total), u128::from(profile.total));
    let there = column.cells.iter().map(|cell| {
        let (homes, due) = (u128::from(cell.homes) * total, u128::from(cell.size) * n);
        homes.abs_diff(due) * u128::from(cell.places)
    });
    there.sum::<u128>() + u128::from(column.elsewhere) * n
}

/// D over all groups.
pub fn dissimilarity(profile: &Profile) -> Value {
    profile.compare()?;
    Ok(all_deviations(profile) as f64 / (2 * profile.unequal_pairs()) as f64)
}

fn all_deviations(profile: &Profile) -> u128 {
    (0..profile.columns.len()).map(|group| deviation(profile, group)).sum()
}

/// D of one group against all others.
pub fn group_dissimilarity(profile: &Profile, group: usize) -> Value {
    profile.compare_group(group)?;
    let n = u128::from(profile.columns[group].total);
    Ok(deviation(profile, group) as f64 / (2 * n * (u128::from(profile.total) - n)) as f64)
}

/// Distance to the overall shares: sum of |x - t p| / (2T), which is D times Simpson's I. 0 with one group.
pub fn distance_to_shares(profile: &Profile) -> Value {
    if profile.total == 0 {
        return Err(Undefined::Nobody);
    }
    let total = u128::from(profile.total);
    Ok(all_deviations(profile) as f64 / (2 * total * total) as f64)
}

/// D of each pair of groups, by group number: 1 - sum of min(a/A, b/B). 0 on the diagonal.
pub fn pairwise_dissimilarity(level: &Level, totals: &[u64]) -> Vec<Vec<Value>> {
    let groups = totals.len();
    let mut shared = vec![0u128; groups * groups];
    for place in 0..level.len() {
        let entries = level.entries(place);
        for (at, one) in entries.iter().enumerate() {
            for other in &entries[at + 1..] {
                let (a, b) = (one.group as usize, other.group as usize);
                let overlap = (u64::from(one.homes) * totals[b]).min(u64::from(other.homes) * totals[a]);
                shared[a * groups + b] += u128::from(overlap);
            }
        }
    }
    let value = |a: usize, b: usize| {
        if totals[a] == 0 || totals[b] == 0 {
            return Err(Undefined::GroupAbsent);
        }
        let all = u128::from(totals[a]) * u128::from(totals[b]);
        let shared = if a == b { all } else { shared[a.min(b) * groups + a.max(b)] };
        Ok((all - shared) as f64 / all as f64)
    };
    (0..groups).map(|a| (0..groups).map(|b| value(a, b)).collect()).collect()
}
