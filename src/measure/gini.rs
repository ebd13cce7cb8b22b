//! Gini G: the mean difference between places, relative to full separation.
//!
//! G = sum over groups and pairs of places of t t' |q - q'| / (2 T² I) (Reardon & Firebaugh 2002; for one group against
//! the rest, Massey & Denton 1988, Soc. Forces 67:281-315). Range 0 .. 1. Undefined with fewer than two groups, or if
//! the group is absent or alone.
//!
//! Places are sorted by the group's share; running totals then give all pairs in one pass, in whole numbers.

use super::profile::{Cell, Profile};
use super::value::Value;

/// T² times half the mean difference for one group: the sum over pairs of places of |t x' - t' x|.
fn differences(profile: &Profile, group: usize) -> u128 {
    let column = &profile.columns[group];
    let mut cells: Vec<(f64, Cell)> =
        column.cells.iter().map(|&cell| (f64::from(cell.homes) / f64::from(cell.size), cell)).collect();
    cells.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let (mut size_before, mut homes_before) = (i128::from(column.elsewhere), 0i128);
    let mut sum = 0i128;
    for (_, cell) in cells {
        let size = i128::from(cell.size) * i128::from(cell.places);
        let homes = i128::from(cell.homes) * i128::from(cell.places);
        sum += homes * size_before - size * homes_before;
        size_before += size;
        homes_before += homes;
    }
    sum.unsigned_abs()
}

/// G over all groups.
pub fn gini(profile: &Profile) -> Value {
    profile.compare()?;
    let sum: u128 = (0..profile.columns.len()).map(|group| differences(profile, group)).sum();
    Ok(sum as f64 / profile.unequal_pairs() as f64)
}

/// G of one group against all others.
pub fn group_gini(profile: &Profile, group: usize) -> Value {
    profile.compare_group(group)?;
    let n = u128::from(profile.columns[group].total);
    Ok(differences(profile, group) as f64 / (n * (u128::from(profile.total) - n)) as f64)
}
