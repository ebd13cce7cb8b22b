//! `blind_base`: the first allocation is a function of needs, priority, choices, bonds and draw alone.
//!
//! Two things make it one: the tier of everybody is the one that the turn order gives (`serial`), and inside a tier
//! the homes follow the dwelling draw (`home_order`). Where a bond's members share a place, which place and which of
//! its homes depends on where they fit together; that is not recomputed here.

use super::breach::{Breach, Code};
use super::case::Case;
use super::home_order;
use super::promise::Promise;
use super::serial::due_tiers;
use super::wish;

/// Tiers, then the order of homes inside them.
pub(super) fn check(case: &Case) -> Vec<Breach> {
    let together = together(case);
    let mut breaches = tiers(case, &together);
    breaches.extend(home_order::check(case, &together));
    breaches
}

/// Per bond: whether two or more of its members are housed, and all of them in one estate at least. Only such a bond
/// was given homes for the place; members of any other take their turns as if there were no bond.
fn together(case: &Case) -> Vec<bool> {
    let shares_an_estate = |members: &Vec<usize>| {
        let homes = members.iter().filter_map(|&who| case.sound[who]);
        let estates: Vec<_> = homes.map(|home| case.dwelling(home).estate).collect();
        estates.len() > 1 && estates.iter().all(|estate| *estate == estates[0])
    };
    case.bond_members().iter().map(shares_an_estate).collect()
}

/// Tiers are exactly those due. Where bonds may cost `c` tiers, the members of a bond that shares a place may hold a
/// tier up to `c` places worse, and what they gave up may have brought others to a better one (`home_order` checks that
/// nothing of it is left lying). Nobody else holds a worse one.
fn tiers(case: &Case, together: &[bool]) -> Vec<Breach> {
    let cost = u64::from(case.evidence.intake.bond_rule.may_cost_tiers);
    let mut breaches = Vec::new();
    for (who, due) in due_tiers(case).into_iter().enumerate() {
        let (Some(due), Some(home)) = (due, case.sound[who]) else { continue };
        let household = case.household(who);
        let held = wish::tier(household, case.dwelling(home)).expect("a sound home fits");
        let (held_at, due_at) = (wish::position(household, held), wish::position(household, due));
        let pays = cost > 0 && household.bond.is_some_and(|bond| together[bond.index()]);
        let code = if held_at > due_at + if pays { cost } else { 0 } {
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
