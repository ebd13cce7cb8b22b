//! Saboteurs of `blind_base`: tiers, homes inside tiers, and what bonds may and may not do.

use super::naive;
use super::saboteurs::{at_turn, breaches, good, key, only, three_equal_homes};
use super::town::Town;
use crate::model::{Draw, DwellingId};
use crate::verify::{Code, Promise, certify};

#[test]
fn blind_base() {
    let town = three_equal_homes();
    let mut good = good(&town);
    let early = at_turn(&town, &good, 1);
    for placement in [&mut good.first, &mut good.plan] {
        placement.home_of.swap(0, 1);
    }
    assert_eq!(breaches(&town, good.sheets(&town)), only(Promise::BlindBase, key(&town, early), Code::DwellingOrder));
}

#[test]
fn blind_base_tiers() {
    let town =
        Town::of(&["D1 East B1 S1 2 75", "D2 West B1 S1 2 75"], &["H1 75 East>West priority=1", "H2 75 East>West"]);
    let mut good = good(&town);
    for placement in [&mut good.first, &mut good.plan] {
        placement.home_of.swap(0, 1);
    }
    let found = breaches(&town, good.sheets(&town));
    let expected = [("H1", Code::TierWorse), ("H2", Code::TierBetter)];
    assert_eq!(found, expected.map(|(who, code)| (Promise::BlindBase, Some(who.to_owned()), code)));
}

#[test]
fn blind_base_skipped_home() {
    let town = three_equal_homes();
    let mut good = good(&town);
    let late = at_turn(&town, &good, 2);
    let free = (0..3).map(DwellingId::new).find(|home| !good.first.home_of.contains(&Some(*home)));
    // The first of the draw is left free, the last of it given away.
    let early = at_turn(&town, &good, 1);
    let [a, b] = [early, late].map(|who| good.first.home_of[who]);
    for placement in [&mut good.first, &mut good.plan] {
        (placement.home_of[early], placement.home_of[late]) = (b, free);
    }
    assert!(a.is_some());
    let found = breaches(&town, good.sheets(&town));
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|(promise, _, code)| *promise == Promise::BlindBase && *code == Code::DwellingSkipped));
}

/// The homes of a tier differ by floor, and each of the two could do with either.
#[test]
fn blind_base_another_floor() {
    let town = Town::of(&["D1 East B1 S1 2 75", "D2 East B1 S1 9 75"], &["H1 75 *", "H2 75 *"]);
    let mut good = good(&town);
    let early = at_turn(&town, &good, 1);
    for placement in [&mut good.first, &mut good.plan] {
        placement.home_of.swap(0, 1);
    }
    assert_eq!(breaches(&town, good.sheets(&town)), only(Promise::BlindBase, key(&town, early), Code::DwellingOrder));
}

/// The home on another floor, left free, comes first in the draw.
#[test]
fn blind_base_another_floor_left_free() {
    let mut town = Town::of(&["D1 East B1 S1 2 75", "D2 East B1 S1 9 75"], &["H1 75 * floor=2"]);
    let low = town.home("D1");
    let ticket = |town: &Town, home: &str| naive::ticket(town, &format!("dwelling:{home}"));
    town.draw.seed = (0..)
        .map(|n| n.to_string())
        .find(|seed| {
            let town = Town { draw: Draw { seed: seed.clone() }, ..town.clone() };
            ticket(&town, "D2") < ticket(&town, "D1")
        })
        .expect("every second one");
    let good = good(&town);
    assert_eq!(good.first.home_of, [Some(DwellingId::new(low))], "the other home is too high");
    town.intake.households[0].needs.max_floor = None;
    assert_eq!(breaches(&town, good.sheets(&town)), only(Promise::BlindBase, "H1", Code::DwellingSkipped));
}

/// A bond of one, or one that found no place together, gives no say in the draw.
#[test]
fn blind_base_bonds_that_share_nothing() {
    for bonds in [["bond=K", "bond=L"], ["bond=K", "bond=K"]] {
        let households =
            [format!("H1 75 East {}", bonds[0]), "H2 75 East".to_owned(), format!("H3 75 West {}", bonds[1])];
        let town = Town::of(
            &["D1 East B1 S1 2 75", "D2 East B1 S1 2 75", "D3 West B1 S1 2 75"].map(str::to_owned),
            &households,
        );
        let mut good = good(&town);
        for placement in [&mut good.first, &mut good.plan] {
            placement.home_of.swap(0, 1);
        }
        let found = breaches(&town, good.sheets(&town));
        assert!(matches!(found[..], [(Promise::BlindBase, Some(_), Code::DwellingOrder)]), "{found:?}");
    }
}

/// A bond may cost its members as many tiers as the rule says if it shares a place for it.
#[test]
fn blind_base_with_the_cost_of_bonds() {
    let mut town = Town::of(
        &["D1 East B1 S1 2 75", "D2 West B1 S1 2 75", "D3 West B1 S1 2 75"],
        &["H1 75 East>West priority=1 bond=K", "H2 75 West bond=K"],
    );
    let mut good = good(&town);
    let free = DwellingId::new((1..3).find(|&home| good.first.home_of[1] != Some(DwellingId::new(home))).expect("one"));
    for placement in [&mut good.first, &mut good.plan] {
        placement.home_of[0] = Some(free);
    }
    let worse = only(Promise::BlindBase, "H1", Code::TierWorse);
    assert_eq!(breaches(&town, good.sheets(&town))[..1], worse);
    town.intake.bond_rule.may_cost_tiers = 1;
    certify(&town.evidence(), good.sheets(&town)).expect("a cost of one tier is agreed");
    town.intake.households[1].bond = None;
    assert!(breaches(&town, good.sheets(&town)).contains(&worse[0]), "the cost was paid for nothing");
}

/// What a bond gives up goes to whoever wants it.
#[test]
fn blind_base_nothing_is_left_lying() {
    let mut town = Town::of(
        &["D1 East B1 S1 2 75", "D2 West B1 S1 2 75", "D3 West B1 S1 2 75", "D4 West B1 S2 2 75"],
        &["H1 75 East>West priority=1 bond=K", "H2 75 West bond=K", "H3 75 East>West"],
    );
    let mut good = good(&town);
    town.intake.bond_rule.may_cost_tiers = 1;
    let west = |home: usize| Some(DwellingId::new(home));
    let free = (1..4).map(west).find(|home| !good.first.home_of.contains(home)).expect("one of three");
    for placement in [&mut good.first, &mut good.plan] {
        placement.home_of[0] = free;
    }
    let found = breaches(&town, good.sheets(&town));
    assert!(found.contains(&only(Promise::BlindBase, "H3", Code::TierWorse)[0]), "{found:?}");
    for placement in [&mut good.first, &mut good.plan] {
        placement.home_of[2] = west(0);
    }
    certify(&town.evidence(), good.sheets(&town)).expect("it has what the bond gave up");
}
