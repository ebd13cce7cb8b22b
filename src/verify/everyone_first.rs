//! `everyone_first`: as many households are housed as can be housed at all, and who is left out follows the turn.
//!
//! Sets of households that can all be housed together are the independent sets of a transversal matroid. The set
//! of the first allocation is the right one if and only if no household outside can be added (no alternating path
//! from it to a free home) and none can replace one with a later turn (no alternating path to such a one's home):
//! Edmonds' greedy theorem (Matroids and the greedy algorithm, Math. Programming 1, 1971) by exchange of one.

use super::breach::{Breach, Code};
use super::case::Case;
use super::pools::{Classes, Pools, free_homes};
use super::promise::Promise;
use crate::model::Turn;

/// The housed set of the first allocation, and that the plan houses the same.
pub(super) fn check(case: &Case) -> Vec<Breach> {
    let mut breaches = left_out(case);
    for (who, (first, plan)) in case.first.rows_of.iter().zip(&case.plan.rows_of).enumerate() {
        let code = match (*first > 0, *plan > 0) {
            (true, false) => Code::MissingInPlan,
            (false, true) => Code::AddedInPlan,
            _ => continue,
        };
        breaches.push(Breach::new(Promise::EveryoneFirst, Some(case.key(who)), code, &[]));
    }
    breaches
}

/// Signed households without a row, against the last turn that an alternating path from them reaches.
fn left_out(case: &Case) -> Vec<Breach> {
    let pools = Pools::of(case);
    let mut classes = Classes::default();
    let waits = |who: usize| case.turns[who].is_some() && case.first.rows_of[who] == 0;
    let mut class_of = vec![None; case.turns.len()];
    for (who, class) in class_of.iter_mut().enumerate() {
        if waits(who) || case.sound[who].is_some() {
            *class = Some(classes.number(pools.reach(case.household(who))));
        }
    }
    let last = last_reached(case, &pools, &classes, &class_of);
    let mut breaches = Vec::new();
    for who in (0..class_of.len()).filter(|&who| waits(who)) {
        let key = Some(case.key(who));
        match (case.turns[who], class_of[who].map(|class| last[class])) {
            (Some(_), Some(Last::Free)) => {
                breaches.push(Breach::new(Promise::EveryoneFirst, key, Code::LeftUnhoused, &[]));
            }
            (Some(Turn { turn, .. }), Some(Last::Turn(later, other))) if later > turn => {
                let values: &[&dyn std::fmt::Display] = &[&turn, &case.key(other), &later];
                breaches.push(Breach::new(Promise::EveryoneFirst, key, Code::PassedOver, values));
            }
            _ => {}
        }
    }
    breaches
}

/// The best that alternating paths from a class reach.
#[derive(Clone, Copy)]
enum Last {
    Nothing,
    /// The holder with the last turn: (turn, household).
    Turn(u32, usize),
    Free,
}

/// Per class. Searched backwards from the goals, free homes before late turns before early ones, so that each pool
/// and each class is visited once, by the best goal it leads to.
fn last_reached(case: &Case, pools: &Pools, classes: &Classes, class_of: &[Option<usize>]) -> Vec<Last> {
    let mut accepting = vec![Vec::new(); pools.len()];
    for (class, reach) in classes.reach.iter().enumerate() {
        for pool in pools.within(reach) {
            accepting[pool].push(class);
        }
    }
    let mut held_by = vec![Vec::new(); classes.reach.len()];
    let mut goals: Vec<(usize, Last)> = Vec::new();
    let mut late: Vec<(u32, usize, usize)> = Vec::new();
    for (who, home) in case.sound.iter().enumerate() {
        if let (Some(home), Some(class), Some(turn)) = (*home, class_of[who], case.turns[who]) {
            let pool = pools.of_dwelling[home].expect("a sound home is vacant");
            held_by[class].push(pool);
            late.push((turn.turn, who, pool));
        }
    }
    for (pool, free) in free_homes(case, pools).into_iter().enumerate() {
        if free > 0 {
            goals.push((pool, Last::Free));
        }
    }
    late.sort_unstable();
    goals.extend(late.into_iter().rev().map(|(turn, who, pool)| (pool, Last::Turn(turn, who))));

    let mut last = vec![Last::Nothing; classes.reach.len()];
    let mut seen = vec![false; pools.len()];
    for (pool, goal) in goals {
        let mut open = vec![pool];
        while let Some(pool) = open.pop() {
            if std::mem::replace(&mut seen[pool], true) {
                continue;
            }
            for &class in &accepting[pool] {
                if matches!(last[class], Last::Nothing) {
                    last[class] = goal;
                    open.extend(&held_by[class]);
                }
            }
        }
    }
    last
}
