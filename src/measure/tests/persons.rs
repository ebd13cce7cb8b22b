//! Persons: lots keep households whole.

use crate::measure::expected::expected_random;
use crate::measure::*;

/// 80 stairwells of 12 households of 1 to 8 persons, two groups of equal size, filled by lot.
fn town() -> (Counts, Vec<Household>) {
    let sizes: Vec<u32> = [(1, 4), (2, 9), (3, 18), (4, 29), (5, 20), (6, 12), (7, 5), (8, 3)]
        .into_iter()
        .flat_map(|(size, share)| vec![size; share])
        .collect();
    let mut state = 7u64;
    let mut lot = |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % limit
    };
    let mut builder = Builder::new(["building", "stairwell"], ["A", "B"]).expect("distinct names");
    let mut households = Vec::new();
    for stairwell in 0..80 {
        let building = builder.place(None, &format!("{:02}", stairwell / 4)).expect("a building");
        let place = builder.place(Some(building), &stairwell.to_string()).expect("a stairwell");
        for _ in 0..12 {
            let (group, persons) = (lot(2), sizes[lot(sizes.len())]);
            builder.add(place, group, 1).expect("a household");
            households.push(Household { place: stairwell, group, persons, class: 0 });
        }
    }
    let (counts, numbers) = builder.finish();
    households.iter_mut().for_each(|one| one.place = numbers[one.place]);
    (counts, households)
}

#[test]
fn single_persons_would_turn_chance_into_separation() {
    let (homes, households) = town();
    let options = Options { shuffles: Some(Shuffles::usual(3)), split: Some(0), local: true, ..Options::default() };
    let measures = measure_persons(&homes, &households, &options);
    let whole = measures.expected_random.as_ref().expect("lots were drawn").dissimilarity;
    let persons = homes.recount(households.iter().map(|one| (one.place, one.group, one.persons))).expect("few");
    let single = expected_random(&Profile::of(persons.finest(), 2)).expect("two groups").dissimilarity;
    // The published comparison: 0.265 against 0.114.
    assert!((whole - 0.265).abs() < 0.02, "{whole}");
    assert!((single - 0.114).abs() < 0.006, "{single}");
    let band = measures.bands.iter().find(|(statistic, _)| *statistic == Statistic::Dissimilarity);
    let band = band.expect("it was asked for").1.as_ref().expect("two groups");
    assert!(band.p_upper > 0.025 && band.low > single, "a town filled by lot is within chance: {band:?}");
    assert_eq!(measures.composition.total, u64::from(households.iter().map(|one| one.persons).sum::<u32>()));
    let split = measures.split.expect("asked for");
    let h = measures.multigroup.theil_h.expect("two groups");
    assert!((split.between.expect("defined") + split.inside.expect("defined") - h).abs() < 1e-12);
    let chance = split.expected_inside.expect("lots were drawn");
    assert!((chance - split.inside.expect("defined")).abs() < 0.05, "{split:?}");
}

#[test]
fn what_leaves_the_own_home_out_is_counted_by_household() {
    let (homes, households) = town();
    let by_home = measure(&homes, &Options { local: true, ..Options::default() });
    let by_person = measure_persons(&homes, &households, &Options { local: true, ..Options::default() });
    assert_eq!(by_person.multigroup.neighbour_mix, by_home.multigroup.neighbour_mix);
    assert_eq!(by_person.one_group[0].eta2_unbiased, by_home.one_group[0].eta2_unbiased);
    assert_ne!(by_person.multigroup.dissimilarity, by_home.multigroup.dissimilarity);
    assert_eq!(by_person.expected_random, Err(Undefined::NotDrawn), "there is no exact value for whole households");
    assert_eq!(by_person.nested[1].expected_theil_h, Err(Undefined::NotDrawn));
    // Households of one person each are counted alike.
    let ones: Vec<Household> = households.iter().map(|one| Household { persons: 1, ..*one }).collect();
    let alone = measure_persons(&homes, &ones, &Options { local: true, ..Options::default() });
    assert_eq!(alone.multigroup, by_home.multigroup);
    assert_eq!(alone.local, by_home.local);
}

#[test]
fn differences_have_a_band_of_their_own() {
    let (homes, _) = town();
    let bands = measure(&homes, &Options { shuffles: Some(Shuffles::usual(3)), ..Options::default() }).bands;
    for (_, difference) in differences(&bands, &bands) {
        let difference = difference.expect("two groups");
        assert_eq!(difference.observed, 0.0);
        assert!(difference.low < 0.0 && difference.high > 0.0, "the same seed must not make lots equal");
        assert!(difference.mean.abs() < 5.0 * difference.mean_se);
    }
}

#[test]
fn groups_taken_together_keep_all_sums() {
    let (homes, _) = town();
    let one = homes.joined(&[true, true], "all");
    assert_eq!((one.groups(), one.finest().grand_total()), (&["all".to_owned()][..], 960));
    let more = homes.with_groups(&["0".to_owned(), "B".to_owned(), "A".to_owned()]);
    assert_eq!(more.written_order(), [0, 2, 1]);
    let same = more.joined(&[true, true, false], "X");
    assert_eq!(same.groups(), ["B", "X"]);
    assert_eq!(same.group_totals(), [homes.group_totals()[1], homes.group_totals()[0]]);
    for level in 0..2 {
        for place in 0..homes.levels()[level].len() {
            assert_eq!(same.levels()[level].total(place), homes.levels()[level].total(place));
        }
    }
    assert_eq!(homes.total().group_totals(), homes.group_totals());
}

#[test]
fn places_outside_a_tolerance_are_counted() {
    let mut builder = Builder::new(["stairwell"], ["A", "B"]).expect("distinct names");
    for (name, counts) in
        [("even", [5, 5]), ("near", [6, 4]), ("far", [8, 2]), ("one group", [0, 10]), ("nobody", [0, 0])]
    {
        builder.row(&[name], &counts).expect("a row");
    }
    let counts = builder.build();
    let outside = |tolerance| {
        let target = TargetShares::new(&counts, vec![0.5, 0.5], vec![None, None]).expect("a target").within(tolerance);
        let measures = measure(&counts, &Options { target: Some(target), ..Options::default() });
        measures.against_target.expect("asked for").expect("somebody is here").places_outside_tolerance
    };
    assert_eq!(
        [outside(None), outside(Some(0.1)), outside(Some(0.3)), outside(Some(0.5))],
        [None, Some(2), Some(1), Some(0)]
    );
    assert_eq!(outside(Some(0.0)), Some(3));
}
