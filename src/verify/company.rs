//! `company`: exchanges leave no more households without company than the first allocation.

use super::breach::{Breach, Code};
use super::case::Case;
use super::promise::Promise;
use super::score::Score;

/// One number against the other, over the whole intake.
pub(super) fn check(case: &Case) -> Vec<Breach> {
    let (first, plan) = (Score::of(case, &case.first), Score::of(case, &case.plan));
    if plan.without_company <= first.without_company {
        return Vec::new();
    }
    vec![Breach::new(Promise::Company, None, Code::CompanyLost, &[&first.without_company, &plan.without_company])]
}
