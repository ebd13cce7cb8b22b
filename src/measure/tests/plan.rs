//! A plan beside lots, and equal treatment: each computed a second way, and nothing small in what is shown.

use crate::measure::THRESHOLD;
use crate::measure::lots::{Shade, nearness};
use crate::measure::people::in_the_way;
use crate::measure::treatment::{Got, Outcome, Treated, treatment};
use crate::model::{
    Building, BuildingId, Choices, Dwelling, DwellingId, DwellingStatus, Estate, EstateId, GroupId, HomeTypeId,
    Household, Intake, OptIns, Placement, Roll, Stairwell, StairwellId, Stock, Target,
};

/// One estate of `buildings` with two stairwells of `homes` each; group 0 or 1 by the last argument; everybody housed.
fn town(buildings: usize, homes: usize, group: impl Fn(usize) -> usize) -> (Intake, Roll, Placement) {
    let mut stock =
        Stock { estates: vec![Estate { name: "E".into() }], home_types: vec!["50".into()], ..Default::default() };
    let (mut households, mut of_household) = (Vec::new(), Vec::new());
    for building in 0..buildings {
        stock.buildings.push(Building { estate: EstateId(0), name: format!("{building:03}") });
        for stairwell in 0..2 {
            let place = StairwellId::new(stock.stairwells.len());
            let building = BuildingId::new(building);
            stock.stairwells.push(Stairwell { building, estate: EstateId(0), name: stairwell.to_string() });
            for _ in 0..homes {
                let at = stock.dwellings.len();
                stock.dwellings.push(Dwelling {
                    key: format!("{at:05}"),
                    stairwell: place,
                    building,
                    estate: EstateId(0),
                    floor: 1,
                    door: String::new(),
                    home_type: HomeTypeId(0),
                    step_free: false,
                    status: DwellingStatus::Vacant,
                });
                households.push(Household {
                    key: format!("{at:05}"),
                    persons: 2,
                    home_types: vec![HomeTypeId(0)],
                    needs: Default::default(),
                    priority: None,
                    choices: Choices { tiers: Vec::new(), any: true },
                    bond: None,
                    agreement: crate::model::Agreement::Yes,
                });
                of_household.push(Some(GroupId::new(group(at))));
            }
        }
    }
    let placement = Placement { home_of: (0..households.len()).map(|at| Some(DwellingId::new(at))).collect() };
    let roll = Roll { groups: vec!["A".into(), "B".into()], of_household, residents: Vec::new() };
    (Intake { stock, households, ..Default::default() }, roll, placement)
}

#[test]
fn a_parted_town_is_far_from_lots_and_a_mixed_one_is_not() {
    let parted = town(10, 12, |at| at / 120);
    let target = Target::default();
    let near = nearness(&parted.0, &parted.1, &target, [&parted.2, &parted.2], 199, 1);
    let [stairwells, buildings, estates] = near.levels;
    // Half of 24 homes too many of one group, less 7 points for each of both groups, in ten buildings.
    assert!((buildings.first - 10.0 * (12.0 - 0.07 * 24.0)).abs() < 1e-9, "{buildings:?}");
    assert!((stairwells.first - 20.0 * (6.0 - 0.12 * 12.0)).abs() < 1e-9, "{stairwells:?}");
    assert_eq!((estates.first, near.company.first), (0.0, 0.0));
    assert!(buildings.first > buildings.band.1 && stairwells.first > stairwells.band.1);
    assert!(near.stairwells.iter().all(|shades| shades == &[Shade::Further(4); 2]));
    assert!(near.on_target.iter().all(|on| on == &[false; 2]));
    let mixed = town(10, 12, |at| at % 2);
    let near = nearness(&mixed.0, &mixed.1, &target, [&mixed.2, &parted.2], 199, 1);
    assert_eq!(near.levels[1].first, 0.0);
    // Twelve of each in 24 homes is what lots give in every sixth draw.
    assert!(near.buildings.iter().all(|shades| shades[0] == Shade::AsByLot(0)), "{:?}", near.buildings);
    assert!(near.on_target.iter().all(|on| on == &[true; 2]));
}

#[test]
fn shuffled_towns_lie_inside_their_own_band() {
    // A fixed scramble that knows no places (the finalizer of SplitMix64, Steele et al. 2014).
    let scramble = |at: usize| {
        let mut z = (at as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::from((z ^ (z >> 31)) % 100 < 40)
    };
    let (intake, roll, placement) = town(12, 12, scramble);
    let near = nearness(&intake, &roll, &Target::default(), [&placement, &placement], 399, 7);
    for level in near.levels.iter().chain([&near.company]) {
        assert!(level.band.0 <= level.first && level.first <= level.band.1, "{level:?}");
    }
    let by_lot = near.stairwells.iter().filter(|shades| matches!(shades[0], Shade::AsByLot(_))).count();
    assert!(by_lot >= 20, "nearly all of 24 stairwells are as by lot: {by_lot}");
    let again = nearness(&intake, &roll, &Target::default(), [&placement, &placement], 399, 7);
    assert_eq!(near, again, "whatever the threads do");
}

#[test]
fn places_with_few_households_have_no_shade() {
    let (intake, roll, placement) = town(4, (THRESHOLD - 1) as usize, |at| at % 2);
    let near = nearness(&intake, &roll, &Target::default(), [&placement, &placement], 19, 1);
    assert!(near.stairwells.iter().all(|shades| shades == &[Shade::Few; 2]));
    assert!(near.buildings.iter().all(|shades| shades != &[Shade::Few; 2]));
}

/// `n` households of a group, of which `later` have their second choice and `none` no home.
fn people(group: usize, n: usize, later: usize, none: usize) -> Vec<Treated> {
    let got = |rank| Got { rank, area: Some(50.0), floor: 2, step_free: false };
    let one = |at: usize| {
        let home = if at < none { None } else { Some(got(if at < none + later { 2 } else { 1 })) };
        Treated { group: Some(group), persons: 2, needs_step_free: false, first: home, last: home }
    };
    (0..n).map(one).collect()
}

#[test]
fn figures_are_plain_shares_and_means() {
    let all = [people(0, 200, 40, 20), people(1, 100, 50, 20)].concat();
    let groups = ["A".to_owned(), "B".to_owned()];
    let found = treatment(&groups, &all, 199, 3);
    let figure = |line: usize, outcome: usize| found.lines[line].figures[outcome].expect("large enough");
    assert_eq!([figure(0, 0).last, figure(0, 0).others], [180.0 / 200.0, 80.0 / 100.0]);
    assert_eq!(figure(1, 1).last, 30.0 / 80.0);
    assert_eq!(figure(1, 2).last, (30.0 + 2.0 * 50.0) / 80.0);
    assert_eq!([figure(0, 3).last, figure(0, 4).last], [25.0, 2.0]);
    assert_eq!(found.together[6], Some((40.0 / 300.0, 40.0 / 300.0)));
    // 30 of 80 against 140 of 180 is no accident; equal areas are.
    assert!(!figure(1, 1).by_lot() && found.p[1].expect("two groups") <= 0.01);
    assert!(figure(1, 3).by_lot() && found.p[3].expect("two groups") > 0.99);
    assert_eq!(found, treatment(&groups, &all, 199, 3), "whatever the threads do");
}

/// The band of a share is that of the hypergeometric distribution: ±1.96 standard deviations, nearly.
#[test]
fn the_band_is_that_of_drawing_without_putting_back() {
    let all = [people(0, 300, 150, 0), people(1, 300, 150, 0)].concat();
    let found = treatment(&["A".into(), "B".into()], &all, 1_999, 11);
    let band = found.lines[0].figures[1].expect("large enough").band;
    let (n, size, share) = (600.0, 300.0, 0.5);
    // Gap of two halves: twice the deviation of one from the mean of all.
    let deviation = 2.0 * f64::sqrt(share * (1.0 - share) / size * (n - size) / (n - 1.0));
    assert!((band.1 - 1.96 * deviation).abs() < 0.02 && (band.0 + 1.96 * deviation).abs() < 0.02, "{band:?}");
}

#[test]
fn small_figures_are_not_shown_nor_what_would_give_them_back() {
    let all = [people(0, 200, 40, 20), people(1, 100, 50, 20), people(2, 90, 30, 4), people(3, 6, 0, 0)].concat();
    let groups: Vec<String> = ["A", "B", "C", "D"].map(str::to_owned).to_vec();
    let found = treatment(&groups, &all, 49, 3);
    let shown = |line: usize, outcome: Outcome| found.lines[line].figures[outcome as usize].is_some();
    assert_eq!(found.lines[3].households, None, "six households are too few");
    assert!(Outcome::ALL.iter().all(|&outcome| !shown(3, outcome)));
    let sizes = found.lines.iter().filter(|line| line.households.is_none()).count();
    assert!(sizes >= 2, "what the other groups leave over would tell how many they are");
    assert!(!shown(2, Outcome::Housed), "four without a home are too few");
    let hidden = (0..4).filter(|&line| !shown(line, Outcome::Waiting)).count();
    assert!(hidden >= 2, "all who wait, less those who may be told of, would tell of four: {hidden}");
}

#[test]
fn what_is_in_the_way_is_counted_and_small_numbers_are_not_told() {
    let (mut intake, _, placement) = town(2, 12, |at| at % 2);
    intake.households[40].needs.step_free = true;
    let volunteers = OptIns((0..48).map(|at| at >= 20).collect());
    let [here] = &in_the_way(&intake, &volunteers, &placement)[..] else { panic!("one estate") };
    assert_eq!((here.placed, here.staying), (48, Some(20)));
    assert_eq!((here.without_partner, here.bonded, here.needing), (None, None, None));
    let nearly_all = OptIns((0..48).map(|at| at >= 40).collect());
    assert_eq!(in_the_way(&intake, &nearly_all, &placement)[0].staying, None, "eight volunteers are too few");
}
