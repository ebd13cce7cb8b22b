//! Good plans pass, and first allocations that differ from the brute-force one do not.

use super::naive::{self, Good};
use super::town::{self, Chance};
use crate::model::{DwellingId, DwellingStatus, Placement, Sheets, rows};
use crate::verify::{Promise, certify};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever brute force and allowed exchanges make is certified, with the figures of the plain formulas.
    #[test]
    fn good_plans_are_certified(number: u64, bonds: bool) {
        let town = town::random(number, bonds);
        let good = Good::of(&town, 60);
        let plan = certify(&town.evidence(), good.sheets(&town)).expect("a good plan");
        let (found, known) = (plan.figures(), naive::figures(&town, &good));
        prop_assert_eq!(found.moved, known.moved);
        for (one, other) in [(found.first, known.first), (found.last, known.last)] {
            prop_assert_eq!(one.without_company, other.without_company);
            for (a, b) in [(one.score, other.score), (one.estate, other.estate), (one.building, other.building)] {
                prop_assert!((a - b).abs() < 1e-9, "{a} {b}");
            }
        }
        prop_assert_eq!(plan.counts().placed, good.plan.home_of.iter().flatten().count() as u64);
    }

    /// The same households going in another order: certified if and only if everybody holds the tier that is due.
    #[test]
    fn other_orders_are_told_apart(number: u64, shuffle: u64) {
        let mut town = town::random(number, false);
        town.target = None;
        let good = Good::of(&town, 0);
        let mut order: Vec<usize> = (0..good.turns.len()).filter(|&who| good.turns[who].is_some()).collect();
        let mut chance = Chance(shuffle);
        for at in (1..order.len()).rev() {
            order.swap(at, chance.below(at + 1));
        }
        let other = naive::first(&town, &order, &good.turns);
        let table = rows(&town.intake, &good.turns, &other);
        let verdict = certify(&town.evidence(), Sheets { first: table.clone(), plan: table });
        let tiers = |placement: &Placement| -> Vec<_> {
            (0..good.turns.len()).map(|who| placement.tier(&town.intake, who)).collect()
        };
        let housed = |placement: &Placement| -> Vec<bool> { placement.home_of.iter().map(Option::is_some).collect() };
        if housed(&other) != housed(&good.first) {
            let breaches = verdict.expect_err("another set is housed");
            prop_assert!(breaches.iter().any(|breach| breach.promise == Promise::EveryoneFirst), "{breaches:?}");
        } else if tiers(&other) != tiers(&good.first) {
            let breaches = verdict.expect_err("other tiers");
            prop_assert!(breaches.iter().all(|breach| breach.promise == Promise::BlindBase), "{breaches:?}");
        } else {
            prop_assert!(verdict.is_ok(), "{verdict:?}");
        }
    }

    /// The same households and tiers, but other homes than the draw gives.
    #[test]
    fn other_homes_are_told_apart(number: u64, luck: u64) {
        let mut town = town::random(number, false);
        town.target = None;
        let good = Good::of(&town, 0);
        let mut chance = Chance(luck);
        for _ in 0..30 {
            let mut other = good.first.clone();
            let (who, home) = (chance.below(good.turns.len()), chance.below(town.intake.stock.dwellings.len()));
            let held = other.home_of.iter().position(|held| held.is_some_and(|held| held.index() == home));
            if let (Some(held), Some(_)) = (held, other.home_of[who]) {
                other.home_of.swap(who, held);
            } else if other.home_of[who].is_some()
                && town.intake.stock.dwellings[home].status == DwellingStatus::Vacant
            {
                other.home_of[who] = Some(DwellingId::new(home));
            }
            let same_tiers = (0..good.turns.len()).all(|who| {
                other.tier(&town.intake, who) == good.first.tier(&town.intake, who)
            });
            if same_tiers && other != good.first {
                let table = rows(&town.intake, &good.turns, &other);
                let sheets = Sheets { first: table.clone(), plan: table };
                let breaches = certify(&town.evidence(), sheets).expect_err("other homes");
                prop_assert!(breaches.iter().all(|breach| breach.promise == Promise::BlindBase), "{breaches:?}");
            }
        }
    }
}
