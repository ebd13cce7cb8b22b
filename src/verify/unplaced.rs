//! `unplaced.csv`: whom it lists and with which reason. A claim like those of the certificate, so part of the audit.
//!
//! The reason's sentence is for people and depends on the language; its code is recomputed.

use super::breach::{Breach, Code};
use super::case::Case;
use super::pools::Pools;
use super::promise::Promise;
use crate::model::UnplacedRow;
use std::collections::BTreeMap;

/// Every signed household without a row in `first.csv` once, and nobody else.
pub(super) fn check(case: &Case, rows: &[UnplacedRow]) -> Vec<Breach> {
    let pools = Pools::of(case);
    let waits = |who: usize| case.turns[who].is_some() && case.first.rows_of[who] == 0;
    let known: BTreeMap<&str, usize> = (0..case.turns.len()).map(|who| (case.key(who), who)).collect();
    let mut listed = vec![false; case.turns.len()];
    let mut breaches = Vec::new();
    let mut add = |household: &str, code, values: &[&dyn std::fmt::Display]| {
        breaches.push(Breach::new(Promise::Replayable, Some(household), code, values));
    };
    for (row, line) in rows.iter().zip(2..) {
        let who = known.get(row.household.as_str()).copied().filter(|&who| waits(who) && !listed[who]);
        let Some(who) = who else {
            add(&row.household, Code::UnplacedWrong, &[&line]);
            continue;
        };
        listed[who] = true;
        let fits_somewhere = pools.within(&pools.reach(case.household(who))).next().is_some();
        let due = if fits_somewhere { "shortage" } else { "no_such_home" };
        if row.reason_code != due {
            add(&row.household, Code::UnplacedReason, &[&line, &row.reason_code, &due]);
        }
    }
    for who in (0..listed.len()).filter(|&who| waits(who) && !listed[who]) {
        add(case.key(who), Code::UnplacedMissing, &[]);
    }
    breaches
}
