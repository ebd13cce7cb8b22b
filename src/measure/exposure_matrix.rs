//! Exposure of each group to each other: the average household of group a lives in a place whose share of b is aPb.
//!
//! aPb = sum of a/A b/t (Lieberson 1981; Massey & Denton 1988). Range 0 .. 1, rows sum to 1. A row is undefined if its
//! group is absent.

use super::counts::Level;
use super::sum::Sum;
use super::value::{Undefined, Value};

/// aPb for each pair of groups, by group number; isolation on the diagonal.
pub fn exposure_matrix(level: &Level, totals: &[u64]) -> Vec<Vec<Value>> {
    let groups = totals.len();
    let mut met = vec![Sum::default(); groups * groups];
    for place in 0..level.len() {
        let entries = level.entries(place);
        let size = f64::from(level.total(place));
        for (at, one) in entries.iter().enumerate() {
            // The matrix is symmetric until rows are divided, so half of it will do.
            let share = f64::from(one.homes) / size;
            for other in &entries[at..] {
                met[one.group as usize * groups + other.group as usize].add(share * f64::from(other.homes));
            }
        }
    }
    let value = |a: usize, b: usize| match totals[a] {
        0 => Err(Undefined::GroupAbsent),
        n => Ok(met[a.min(b) * groups + a.max(b)].value() / n as f64),
    };
    (0..groups).map(|a| (0..groups).map(|b| value(a, b)).collect()).collect()
}
