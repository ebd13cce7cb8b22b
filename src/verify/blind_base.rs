//! `blind_base`: the first allocation is a function of needs, priority, choices, bonds and draw alone.
//!
//! Two things make it one: the tier of everybody is the one that the turn order gives (`serial`), and inside a
//! cell the homes follow the dwelling draw. Which home of its tier a bond holds depends on where its members fit
//! together; that is not recomputed here, so members of bonds are left out of the order inside a cell.

use super::breach::{Breach, Code};
use super::case::Case;
use super::promise::Promise;
use super::serial::due_tiers;
use super::wish;
use crate::model::DwellingStatus;
use std::collections::BTreeMap;

/// Tiers, then the order inside cells.
pub(super) fn check(case: &Case) -> Vec<Breach> {
    let mut breaches = tiers(case);
    breaches.extend(order_in_cells(case));
    breaches
}

/// Without a cost of bonds the tiers are exactly those due. With a cost of `c` a bond member may hold a tier up to
/// `c` places worse, and what it gave up may have helped others: nobody else is worse off.
fn tiers(case: &Case) -> Vec<Breach> {
    let cost = u64::from(case.evidence.intake.bond_rule.may_cost_tiers);
    let mut breaches = Vec::new();
    for (who, due) in due_tiers(case).into_iter().enumerate() {
        let (Some(due), Some(home)) = (due, case.sound[who]) else { continue };
        let household = case.household(who);
        let held = wish::tier(household, case.dwelling(home)).expect("a sound home fits");
        let (held_at, due_at) = (wish::position(household, held), wish::position(household, due));
        let allowed = if household.bond.is_some() { cost } else { 0 };
        let code = if held_at > due_at + allowed {
            Code::TierWorse
        } else if held_at < due_at && cost == 0 {
            Code::TierBetter
        } else {
            continue;
        };
        let values: &[&dyn std::fmt::Display] = &[&held.0, &held.1, &due.0, &due.1];
        breaches.push(Breach::new(Promise::BlindBase, Some(&household.key), code, values));
    }
    breaches
}

/// A home of a cell in the order of the draw, with its holder.
struct Drawn {
    ticket: [u8; 32],
    home: usize,
    holder: Option<usize>,
}

/// Inside a cell (same estate, home type, step-free, floor) households without a bond hold homes in the order of
/// the dwelling draw, earlier turns first, and skip none that is left free.
fn order_in_cells(case: &Case) -> Vec<Breach> {
    let mut holder = vec![None; case.first.named.len()];
    for (who, home) in case.sound.iter().enumerate() {
        if let Some(home) = home {
            holder[*home] = Some(who);
        }
    }
    let mut cells: BTreeMap<_, Vec<Drawn>> = BTreeMap::new();
    for (home, dwelling) in case.evidence.intake.stock.dwellings.iter().enumerate() {
        let free = case.first.named[home] == 0;
        let draws = holder[home].is_some_and(|who| case.household(who).bond.is_none());
        if dwelling.status == DwellingStatus::Vacant && (free || draws) {
            let cell = (dwelling.estate, dwelling.home_type, dwelling.step_free, dwelling.floor);
            let ticket = case.tickets.of("dwelling:", &dwelling.key);
            cells.entry(cell).or_default().push(Drawn { ticket, home, holder: holder[home] });
        }
    }
    let mut breaches = Vec::new();
    for cell in cells.values_mut() {
        cell.sort_unstable_by_key(|drawn| (drawn.ticket, drawn.home));
        breaches.extend(order_in_cell(case, cell));
    }
    breaches
}

fn order_in_cell(case: &Case, cell: &[Drawn]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let mut skipped = None;
    // The last turn met so far: (turn, household, home).
    let mut last = (0, 0, 0);
    for drawn in cell {
        let home = &case.dwelling(drawn.home).key;
        let Some(who) = drawn.holder else {
            skipped = skipped.or(Some(home));
            continue;
        };
        let key = Some(case.key(who));
        if let Some(free) = skipped {
            breaches.push(Breach::new(Promise::BlindBase, key, Code::DwellingSkipped, &[home, free]));
        }
        let turn = case.turns[who].expect("a sound household signed").turn;
        if turn < last.0 {
            let values: &[&dyn std::fmt::Display] = &[home, &case.key(last.1), &case.dwelling(last.2).key];
            breaches.push(Breach::new(Promise::BlindBase, key, Code::DwellingOrder, values));
        } else {
            last = (turn, who, drawn.home);
        }
    }
    breaches
}
