//! `no_worse`: against the first allocation, nobody holds a lower choice or another home type.
//!
//! That the home still meets every need is checked by `fits`, on both tables: a missed need is one breach, not two.

use super::breach::{Breach, Code};
use super::case::Case;
use super::promise::Promise;
use super::wish;

/// Home type equal, estate choice equal or better.
pub(super) fn check(case: &Case) -> Vec<Breach> {
    let types = &case.evidence.intake.stock.home_types;
    let mut breaches = Vec::new();
    for (who, first, plan) in case.in_both().filter(|(_, first, plan)| first != plan) {
        let (before, after) = (case.dwelling(first), case.dwelling(plan));
        let key = Some(case.key(who));
        if before.home_type != after.home_type {
            breaches.push(Breach::new(
                Promise::NoWorse,
                key,
                Code::OtherHomeType,
                &[&types[before.home_type.index()], &types[after.home_type.index()]],
            ));
        }
        let rank = |estate| wish::choice_rank(case.household(who), estate);
        // An estate that is not accepted at all has no rank: `fits` names it.
        if let (Some(held), Some(holds)) = (rank(before.estate), rank(after.estate))
            && holds > held
        {
            breaches.push(Breach::new(Promise::NoWorse, key, Code::LowerChoice, &[&held, &holds]));
        }
    }
    breaches
}
