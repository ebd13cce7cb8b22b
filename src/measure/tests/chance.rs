//! Exact expected values against shuffles, bands, threads, households.

use super::{flat, near, tree};
use crate::measure::corrected::correct;
use crate::measure::{
    Band, Bands, Counts, Household, Options, Shuffles, Statistic, measure, shuffle_homes, shuffle_households,
};

/// Stairwells of unequal size with groups of unequal size, in buildings of three.
fn estate() -> Vec<(Vec<usize>, Vec<u32>)> {
    (0..24u32)
        .map(|n| {
            (vec![n as usize / 3], vec![6 + n % 5, 3 * u32::from(n.is_multiple_of(2)), u32::from(n % 7 == 1), n % 4])
        })
        .collect()
}

fn shuffles(replicates: usize, statistics: &[Statistic]) -> Shuffles {
    Shuffles { replicates, statistics: statistics.to_vec(), ..Shuffles::usual(7) }
}

fn only(bands: &Bands) -> Band {
    bands[0].1.clone().expect("defined")
}

/// The households of counts, of so many persons each.
fn households(counts: &Counts, persons: impl Fn(usize) -> u32) -> Vec<Household> {
    let level = counts.finest();
    let mut all = Vec::new();
    for place in 0..level.len() {
        for entry in level.entries(place) {
            for _ in 0..entry.homes {
                let persons = persons(all.len());
                all.push(Household { place, group: usize::from(entry.group), persons, class: 0 });
            }
        }
    }
    all
}

#[test]
fn exact_expected_values_are_what_shuffles_give() {
    let counts = tree(&estate());
    let measures = measure(&counts, &Options::default());
    let expected = measures.expected_random.expect("several groups");
    let exact = [
        (Statistic::Dissimilarity, expected.dissimilarity),
        (Statistic::TheilH, expected.theil_h),
        (Statistic::RelativeDiversity, expected.relative_diversity),
        (Statistic::NeighbourMix, expected.neighbour_mix),
        (Statistic::TargetDistance, expected.target_distance),
        (Statistic::GroupDissimilarity(2), expected.one_group[2].expect("present").dissimilarity),
    ];
    let bands = shuffle_homes(&counts, 1, &shuffles(4_000, &exact.map(|(statistic, _)| statistic)));
    for ((statistic, exact), (_, band)) in exact.iter().zip(&bands) {
        let band = band.as_ref().expect("defined");
        assert!((band.mean - exact).abs() <= 4.0 * band.mean_se, "{statistic:?}: {} against {exact}", band.mean);
    }
}

#[test]
fn dealing_inside_parents_has_its_own_expected_value() {
    let counts = tree(&estate());
    let measures = measure(&counts, &Options::default());
    let entropy = measures.composition.entropy.expect("several groups");
    let [building, stairwell] = &measures.nested[..] else { panic!("two levels") };
    // Inside the buildings, these stay as they are, so that M of the whole is theirs and what the dealing gives.
    let within = stairwell.expected_within_parent.expect("defined");
    let whole = (building.mutual_information.expect("defined") + within) / entropy;
    let shuffles = Shuffles { within: Some(0), ..shuffles(4_000, &[Statistic::TheilH]) };
    let band = only(&shuffle_homes(&counts, 1, &shuffles));
    assert!((band.mean - whole).abs() <= 4.0 * band.mean_se, "{} against {whole}", band.mean);
}

#[test]
fn published_bias_of_small_places() {
    // 200 stairwells: shares, homes a stairwell, E[D], E[H], least D of whole homes.
    let table: [(&[u32], u32, f64, f64, f64); 4] = [
        (&[90, 10], 6, 0.590, 0.282, 0.370),
        (&[90, 10], 12, 0.383, 0.150, 0.093),
        (&[50, 50], 12, 0.225, 0.063, 0.0),
        (&[50, 20, 15, 10, 5], 12, 0.305, 0.141, 0.074),
    ];
    for (shares, homes, d, h, best) in table {
        // Who lives where does not matter for what lots give, so homes are filled group after group.
        let mut rest: Vec<u32> = shares.iter().map(|share| share * homes * 2).collect();
        let mut group = 0;
        let mut rows = vec![vec![0; shares.len()]; 200];
        for home in 0..homes as usize * 200 {
            while rest[group] == 0 {
                group += 1;
            }
            rest[group] -= 1;
            rows[home / homes as usize][group] += 1;
        }
        let measures = measure(&flat(&rows), &Options::default());
        let expected = measures.expected_random.expect("several groups");
        assert!((expected.dissimilarity - d).abs() < 6e-4, "{} {d}", expected.dissimilarity);
        assert!((expected.theil_h - h).abs() < 6e-4, "{} {h}", expected.theil_h);
        assert!((measures.best_dissimilarity.expect("several groups") - best).abs() < 6e-4);
    }
}

#[test]
fn threads_change_nothing() {
    let counts = tree(&estate());
    let people = households(&counts, |number| 1 + number as u32 % 5);
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| {
            let options =
                Options { local: true, pairs: true, shuffles: Some(Shuffles::usual(3)), ..Options::default() };
            (measure(&counts, &options), shuffle_households(&counts, 1, &people, &Shuffles::usual(3)))
        })
    };
    assert_eq!(run(1), run(3));
}

#[test]
fn whole_households_are_dealt_as_homes_are() {
    let counts = tree(&estate());
    let homes = only(&shuffle_homes(&counts, 1, &shuffles(3_000, &[Statistic::Gini])));
    let people = households(&counts, |_| 1);
    let same = only(&shuffle_households(&counts, 1, &people, &shuffles(3_000, &[Statistic::Gini])));
    assert!(near(homes.observed, same.observed));
    assert!((homes.mean - same.mean).abs() <= 4.0 * homes.mean_se.hypot(same.mean_se));
}

#[test]
fn persons_in_households_vary_more_than_single_persons() {
    let counts = tree(&estate());
    let people = households(&counts, |number| 2 + number as u32 % 5);
    let statistic = [Statistic::Dissimilarity];
    let whole = only(&shuffle_households(&counts, 1, &people, &shuffles(500, &statistic)));
    let single: Vec<Household> = people
        .iter()
        .flat_map(|household| (0..household.persons).map(|_| Household { persons: 1, ..*household }))
        .collect();
    let single = only(&shuffle_households(&counts, 1, &single, &shuffles(500, &statistic)));
    assert!(near(whole.observed, single.observed));
    assert!(whole.mean > 1.5 * single.mean);
}

#[test]
fn homes_of_a_class_of_their_own_stay() {
    let counts = tree(&estate());
    let mut people = households(&counts, |_| 1);
    people.iter_mut().enumerate().for_each(|(number, household)| household.class = number as u32);
    let band = only(&shuffle_households(&counts, 1, &people, &shuffles(20, &[Statistic::TheilH])));
    assert_eq!((band.mean, band.sd), (band.observed, 0.0));
    assert_eq!((band.p_upper, band.p_lower), (1.0, 1.0));
}

#[test]
fn large_and_small_places_are_counted_alike() {
    // Places so large that shuffles are counted place by place, not by a tally of sizes.
    let rows: Vec<Vec<u32>> = (0..30u32).map(|n| vec![4_000 + 97 * n, 3_000 + 31 * n, 500]).collect();
    let counts = flat(&rows);
    let expected = measure(&counts, &Options::default()).expected_random.expect("several groups");
    let band = only(&shuffle_homes(&counts, 1, &shuffles(200, &[Statistic::Dissimilarity])));
    assert!((band.mean - expected.dissimilarity).abs() <= 4.0 * band.mean_se);
}

#[test]
fn atkinson_and_many_groups_have_bands() {
    let rows: Vec<Vec<u32>> = (0..40usize).map(|n| (0..300).map(|g| u32::from((g + n) % 40 < 2)).collect()).collect();
    let bands = shuffle_homes(&flat(&rows), 1, &shuffles(50, &[Statistic::Atkinson(3), Statistic::NeighbourMix]));
    assert!(bands.iter().flat_map(|(_, band)| band).all(|band| band.low <= band.mean && band.mean <= band.high));
    assert_eq!(bands.iter().filter(|(_, band)| band.is_ok()).count(), 2);
    let mix = bands[1].1.as_ref().expect("defined");
    assert!((mix.mean - 1.0).abs() <= 4.0 * mix.mean_se);
}

#[test]
fn correction_keeps_its_ends() {
    assert_eq!((correct(1.0, 0.3), correct(0.3, 0.3), correct(0.0, 0.3)), (1.0, 0.0, -1.0));
    assert_eq!((correct(0.0, 0.0), correct(1.0, 1.0)), (0.0, 0.0));
}
