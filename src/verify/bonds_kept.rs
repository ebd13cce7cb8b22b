//! `bonds_kept`: members of a bond who share a stairwell, building or estate in the first allocation share it in
//! the plan as well.

use super::breach::{Breach, Code};
use super::case::Case;
use super::promise::Promise;
use crate::model::Closeness;

/// Every pair of housed members of every bond.
pub(super) fn check(case: &Case) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (bond, members) in case.bond_members().iter().enumerate() {
        for (at, &one) in members.iter().enumerate() {
            for &other in &members[at + 1..] {
                let homes = |homes: &[Option<usize>]| Some((homes[one]?, homes[other]?));
                let (Some(first), Some(plan)) = (homes(&case.first.home_of), homes(&case.plan.home_of)) else {
                    continue;
                };
                let (before, after) = (nearness(case, first), nearness(case, plan));
                if after > before {
                    let key = &case.evidence.intake.bonds[bond];
                    breaches.push(Breach::new(
                        Promise::BondsKept,
                        Some(case.key(one)),
                        Code::BondParted,
                        &[key, &case.key(other), &before.word()],
                    ));
                }
            }
        }
    }
    breaches
}

/// The nearest place that two homes share; `Closeness` is ordered nearest first, and each level contains the one
/// before it.
fn nearness(case: &Case, (one, other): (usize, usize)) -> Closeness {
    let (one, other) = (case.dwelling(one), case.dwelling(other));
    if one.stairwell == other.stairwell {
        Closeness::Stairwell
    } else if one.building == other.building {
        Closeness::Building
    } else if one.estate == other.estate {
        Closeness::Estate
    } else {
        Closeness::Apart
    }
}
