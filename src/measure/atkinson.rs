//! Atkinson's index A of one group against the rest, with b = 0.5.
//!
//! A = 1 - p/(1-p) [sum of (1-q)^.5 q^.5 t / (p T)]² (Atkinson 1970; Massey & Denton 1988), that is
//! 1 - [sum of sqrt(x (t-x))]² / (n (T-n)). Range 0 .. 1. Other values of b would tell the group from the rest and are
//! not offered. Undefined if the group is absent or alone.

use super::profile::Profile;
use super::sum::sum;
use super::value::Value;

/// A of a group.
pub fn atkinson(profile: &Profile, group: usize) -> Value {
    profile.compare_group(group)?;
    let column = &profile.columns[group];
    let shared = sum(column
        .cells
        .iter()
        .map(|cell| f64::from(cell.places) * (f64::from(cell.homes) * f64::from(cell.size - cell.homes)).sqrt()));
    let most = column.total as f64 * (profile.total - column.total) as f64;
    Ok((1.0 - shared * shared / most).max(0.0))
}
