//! Brute force against the allocator and the exchanges, on worlds small enough to try everything.

use crate::world::{Shape, World, world};
use mixplan::allocate::allocate;
use mixplan::model::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Every way to house some of the signed households, as a home per household.
fn every_placement(world: &World, visit: &mut impl FnMut(&[Option<DwellingId>])) {
    fn go(
        world: &World,
        at: usize,
        homes: &mut Vec<Option<DwellingId>>,
        visit: &mut impl FnMut(&[Option<DwellingId>]),
    ) {
        let Some(who) = world.intake.households.get(at) else { return visit(homes) };
        homes.push(None);
        go(world, at + 1, homes, visit);
        homes.pop();
        for id in world.intake.stock.vacant() {
            if who.signed() && !homes.contains(&Some(id)) && who.tier(world.intake.stock.dwelling(id)).is_some() {
                homes.push(Some(id));
                go(world, at + 1, homes, visit);
                homes.pop();
            }
        }
    }
    go(world, 0, &mut Vec::new(), visit);
}

/// In turn order: housed or not (false sorts first, so "not housed" is turned round), then the tiers.
type Outcome = (Vec<bool>, Vec<Option<Tier>>);

fn outcome(world: &World, turns: &[Option<Turn>], homes: &[Option<DwellingId>]) -> Outcome {
    let mut order: Vec<usize> = (0..homes.len()).filter(|&h| turns[h].is_some()).collect();
    order.sort_by_key(|&h| turns[h].map(|t| t.turn));
    let tier = |h: usize| world.intake.households[h].tier(world.intake.stock.dwelling(homes[h]?));
    (order.iter().map(|&h| homes[h].is_none()).collect(), order.iter().map(|&h| tier(h)).collect())
}

/// The nearest level at which all these homes are in one place.
fn closeness(world: &World, homes: &[DwellingId]) -> Closeness {
    let stock = &world.intake.stock;
    let one = |place: &dyn Fn(&Dwelling) -> u32| {
        homes.iter().map(|&id| place(stock.dwelling(id))).collect::<BTreeSet<_>>().len() == 1
    };
    if one(&|d| d.stairwell.0) {
        Closeness::Stairwell
    } else if one(&|d| d.building.0) {
        Closeness::Building
    } else if one(&|d| d.estate.0) {
        Closeness::Estate
    } else {
        Closeness::Apart
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    /// The housed set is the best in turn order and of maximum size; the tiers are the best in turn order given it.
    #[test]
    fn housed_set_and_tiers_are_the_best(
        seed: u64,
        households in 1u32..7,
        dwellings in 0u32..8,
        estates in 1u32..4,
        bonds in 0u32..80,
    ) {
        let world = world(seed, Shape { estates, dwellings, households, groups: 3, bonds, may_cost_tiers: 0 });
        let (base, reasons) = allocate(&world.intake, &world.draw);
        let mut best: Option<Outcome> = None;
        let mut most = 0;
        every_placement(&world, &mut |homes| {
            most = most.max(homes.iter().flatten().count());
            let this = outcome(&world, &base.turns, homes);
            if best.as_ref().is_none_or(|best| this < *best) {
                best = Some(this);
            }
        });
        let homes = &base.placement.home_of;
        prop_assert_eq!(homes.iter().flatten().count(), most);
        prop_assert_eq!(Some(outcome(&world, &base.turns, homes)), best);
        let left_out = world.intake.households.iter().zip(homes).filter(|(who, home)| who.signed() && home.is_none());
        prop_assert_eq!(reasons.0.len(), left_out.count());
    }

    /// The bond that comes first reaches the nearest level that any placement with the same tiers could give it.
    #[test]
    fn first_bond_comes_as_near_as_can_be(seed: u64, households in 2u32..7, dwellings in 3u32..8, cost in 0u32..2) {
        let shape = Shape { estates: 2, dwellings, households, groups: 2, bonds: 70, may_cost_tiers: cost };
        let world = world(seed, shape);
        let (base, _) = allocate(&world.intake, &world.draw);
        let first = base.bonds.iter().filter(|b| b.limit != BondLimit::Alone).min_by_key(|b| {
            let members = (0..households as usize).filter(|&h| world.intake.households[h].bond == Some(b.bond));
            members.filter_map(|h| base.turns[h]).map(|t| t.turn).min()
        });
        let Some(first) = first else { return Ok(()) };
        let members: Vec<usize> = (0..households as usize)
            .filter(|&h| world.intake.households[h].bond == Some(first.bond) && base.placement.home_of[h].is_some())
            .collect();
        if cost > 0 {
            let free_of_charge = Intake {
                bond_rule: BondRule { may_cost_tiers: 0, ..world.intake.bond_rule },
                ..world.intake.clone()
            };
            let (free, _) = allocate(&free_of_charge, &world.draw);
            for (h, who) in world.intake.households.iter().enumerate() {
                let position = |base: &Base| {
                    base.placement.tier(&world.intake, h).map(|t| (t.choice - 1) * who.home_types.len() as u32 + t.kind)
                };
                let allowed = if who.bond.is_some() { cost } else { 0 };
                let (with, without) = (position(&base), position(&free));
                prop_assert_eq!(with.is_some(), without.is_some());
                prop_assert!(with <= without.map(|p| p + allowed));
                prop_assert!(who.bond.is_some() || with <= without);
            }
        }
        // With no cost allowed the tiers after step 3 are those of step 2, whatever the bonds did.
        if cost == 0 {
            let wanted = outcome(&world, &base.turns, &base.placement.home_of);
            let mut nearest = Closeness::Apart;
            every_placement(&world, &mut |homes| {
                if outcome(&world, &base.turns, homes) == wanted {
                    let theirs: Vec<DwellingId> = members.iter().filter_map(|&h| homes[h]).collect();
                    nearest = nearest.min(closeness(&world, &theirs).max(world.intake.bond_rule.level));
                }
            });
            prop_assert_eq!(first.reached, nearest);
        }
        let theirs: Vec<DwellingId> = members.iter().filter_map(|&h| base.placement.home_of[h]).collect();
        prop_assert!(closeness(&world, &theirs) <= first.reached);
    }
}
