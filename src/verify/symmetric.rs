//! `symmetric`: the target names every group or none, with one tolerance for all.
//!
//! One tolerance for all is so by the type of [`Target`](crate::model::Target); left to check are its numbers.

use super::breach::{Breach, Code};
use super::case::Case;
use super::promise::Promise;
use crate::model::Reference;

/// One positive share per group, 100 in all; tolerances between 0 and 100 points.
pub(super) fn check(case: &Case) -> Vec<Breach> {
    let Some(target) = case.evidence.target else { return Vec::new() };
    let groups = &case.evidence.roll.groups;
    let mut breaches = Vec::new();
    let mut add = |code, values: &[&dyn std::fmt::Display]| {
        breaches.push(Breach::new(Promise::Symmetric, None, code, values));
    };
    if let Reference::Shares(shares) = &target.reference {
        if shares.len() != groups.len() {
            add(Code::SharesMissing, &[&groups.len(), &shares.len()]);
        }
        for (group, _) in groups.iter().zip(shares).filter(|(_, share)| **share == 0) {
            add(Code::ShareZero, &[group]);
        }
        let total: u64 = shares.iter().map(|&share| u64::from(share)).sum();
        if total != 100 {
            add(Code::SharesTotal, &[&total]);
        }
    }
    let levels = [("estate", target.estate), ("building", target.building), ("stairwell", target.stairwell)];
    for (level, tolerance) in levels.into_iter().filter(|(_, tolerance)| *tolerance > 100) {
        add(Code::ToleranceRange, &[&level, &tolerance]);
    }
    breaches
}
