//! `nearer`: neither the estates' distance nor the mix score is higher than in the first allocation.

use super::breach::{Breach, Code};
use super::case::Case;
use super::fraction::exceeds;
use super::promise::Promise;
use super::score::Score;
use super::symmetric;

/// Both numbers compared exactly, as sums of fractions: no rounding decides. A lopsided target gives no distance
/// to compare; `symmetric` names it.
pub(super) fn check(case: &Case) -> Vec<Breach> {
    if !symmetric::check(case).is_empty() {
        return Vec::new();
    }
    let (first, plan) = (Score::of(case, &case.first), Score::of(case, &case.plan));
    let mut breaches = Vec::new();
    let figure = |value: f64| format!("{value:.6}");
    if exceeds(&plan.estate, &first.estate) {
        breaches.push(Breach::new(
            Promise::Nearer,
            None,
            Code::EstatesFurther,
            &[&figure(first.figures().estate), &figure(plan.figures().estate)],
        ));
    }
    if exceeds(&plan.terms(), &first.terms()) {
        breaches.push(Breach::new(
            Promise::Nearer,
            None,
            Code::ScoreHigher,
            &[&figure(first.figures().score), &figure(plan.figures().score)],
        ));
    }
    breaches
}
