//! `opt_out_untouched`: who did not opt in keeps exactly the home of the first allocation. Where a plan has no
//! target there is nothing to opt in to, and everybody keeps it.

use super::breach::{Breach, Code};
use super::case::Case;
use super::promise::Promise;

/// Every household with another home than in the first allocation is a volunteer of a plan with a target.
pub(super) fn check(case: &Case) -> Vec<Breach> {
    let volunteers = |who: usize| case.evidence.opt_ins.0.get(who).copied().unwrap_or(false);
    let mut breaches = Vec::new();
    for (who, first, plan) in case.in_both().filter(|(_, first, plan)| first != plan) {
        let code = match case.evidence.target {
            None => Code::MovedWithoutTarget,
            Some(_) if !volunteers(who) => Code::MovedWithoutOptIn,
            Some(_) => continue,
        };
        breaches.push(Breach::new(
            Promise::OptOutUntouched,
            Some(case.key(who)),
            code,
            &[&case.dwelling(first).key, &case.dwelling(plan).key],
        ));
    }
    breaches
}
