//! What has no value, and what still has one (measures of absent groups, single places, empty places).

use super::{flat, tree};
use crate::measure::{Builder, CountsError, Options, Shuffles, TargetError, TargetShares, Undefined, measure};

#[test]
fn nobody_at_all() {
    let measures = measure(&flat(&[vec![0, 0]]), &Options { local: true, ..Options::default() });
    assert_eq!(measures.multigroup.mutual_information, Err(Undefined::Nobody));
    assert_eq!(measures.multigroup.dissimilarity, Err(Undefined::Nobody));
    assert_eq!(measures.multigroup.neighbour_mix, Err(Undefined::Nobody));
    assert_eq!(measures.composition.entropy, Err(Undefined::Nobody));
    assert_eq!(measures.local, [Err(Undefined::EmptyPlace)]);
    assert_eq!(measures.no_chance(), Some(Undefined::Nobody));
}

#[test]
fn no_place_and_no_group() {
    let counts = Builder::new(["stairwell"], Vec::<String>::new()).expect("no groups").build();
    let options = Options { local: true, pairs: true, shuffles: Some(Shuffles::usual(1)), ..Options::default() };
    let measures = measure(&counts, &options);
    assert_eq!(measures.multigroup.theil_h, Err(Undefined::Nobody));
    assert!(measures.bands.iter().all(|(_, band)| *band == Err(Undefined::Nobody)));
}

#[test]
fn one_group_only() {
    let measures = measure(&flat(&[vec![10, 0], vec![7, 0]]), &Options { pairs: true, ..Options::default() });
    assert_eq!(measures.multigroup.theil_h, Err(Undefined::OneGroup));
    assert_eq!(measures.multigroup.neighbour_mix, Err(Undefined::OneGroup));
    assert_eq!(measures.multigroup.mutual_information, Ok(0.0));
    assert_eq!(measures.composition.entropy, Ok(0.0));
    assert_eq!(measures.composition.entropy_normalized, Err(Undefined::OneGroup));
    assert_eq!(measures.one_group[0].dissimilarity, Err(Undefined::GroupAlone));
    assert_eq!(measures.one_group[1].dissimilarity, Err(Undefined::GroupAbsent));
    assert_eq!(measures.exposure_matrix[1][0], Err(Undefined::GroupAbsent));
    assert_eq!(measures.expected_random, Err(Undefined::OneGroup));
}

#[test]
fn one_place_is_even_and_says_so() {
    let measures = measure(&flat(&[vec![10, 4], vec![0, 0]]), &Options::default());
    assert_eq!(measures.multigroup.theil_h, Ok(0.0));
    assert_eq!(measures.multigroup.dissimilarity, Ok(0.0));
    assert_eq!(measures.no_chance(), Some(Undefined::OnePlace));
}

#[test]
fn homes_without_neighbours() {
    let measures = measure(&flat(&[vec![1, 0], vec![0, 1]]), &Options { local: true, ..Options::default() });
    assert_eq!(measures.multigroup.dissimilarity, Ok(1.0));
    assert_eq!(measures.multigroup.theil_h, Ok(1.0));
    assert_eq!(measures.multigroup.neighbour_mix, Err(Undefined::NoNeighbours));
    assert_eq!(measures.one_group[0].eta2_unbiased, Err(Undefined::NoNeighbours));
    assert_eq!(measures.one_home_places, Ok(1.0));
    let one = measures.local[0].as_ref().expect("somebody lives there");
    assert_eq!(one.neighbour_differs, Err(Undefined::NoNeighbours));
}

#[test]
fn one_home_places_are_left_out_of_neighbour_mix_only() {
    let with = measure(&flat(&[vec![3, 1], vec![1, 3], vec![1, 0]]), &Options::default());
    assert_eq!(with.multigroup.neighbour_mix, Ok(0.875));
    assert_ne!(with.multigroup.dissimilarity, Ok(0.5));
}

#[test]
fn same_names_in_different_parents_are_different_places() {
    let mut builder = Builder::new(["estate", "building"], ["B", "A"]).expect("unique");
    builder.row(&["North", "3"], &[4, 0]).expect("new");
    builder.row(&["South", "3"], &[0, 4]).expect("new");
    let twice = builder.row(&["North", "3"], &[1, 1]);
    assert_eq!(twice, Err(CountsError::DuplicatePlace(vec!["North".into(), "3".into()])));
    assert_eq!(builder.row(&["North"], &[1, 1]), Err(CountsError::PathLength { levels: 2, names: 1 }));
    assert_eq!(builder.row(&["North", "4"], &[1]), Err(CountsError::RowLength { groups: 2, counts: 1 }));
    let north = builder.place(None, "North").expect("a place");
    assert_eq!(builder.add(north, 0, 1), Err(CountsError::NotFinest));
    let third = builder.place(Some(north), "3").expect("a place");
    assert_eq!(builder.add(third, 2, 1), Err(CountsError::UnknownGroup(2)));
    assert_eq!(builder.add(third, 0, u32::MAX), Err(CountsError::TooMany));
    assert_eq!(builder.place(Some(third), "x"), Err(CountsError::TooDeep));
    let counts = builder.build();
    assert_eq!(counts.groups(), ["A", "B"]);
    assert_eq!(counts.written_order(), [1, 0]);
    assert_eq!(counts.finest().len(), 2);
    assert_eq!(counts.path(1, 1), ["South", "3"]);
    assert_eq!(measure(&counts, &Options::default()).multigroup.theil_h, Ok(1.0));
}

#[test]
fn groups_and_levels_are_checked() {
    let twice = Builder::new(["stairwell"], ["A", "A"]).map(|_| ());
    assert_eq!(twice, Err(CountsError::DuplicateGroup("A".into())));
    assert_eq!(Builder::new(Vec::<String>::new(), ["A"]).map(|_| ()), Err(CountsError::NoLevel));
    let counts = flat(&[vec![1, 1]]);
    let target = |shares: &[f64], caps: &[Option<f64>]| TargetShares::new(&counts, shares.to_vec(), caps.to_vec());
    assert_eq!(target(&[1.0], &[None]), Err(TargetError::Length));
    assert_eq!(target(&[1.5, 0.0], &[None; 2]), Err(TargetError::Range));
    assert_eq!(target(&[0.5, 0.25], &[None; 2]), Err(TargetError::Sum(0.75)));
}

#[test]
fn a_coarser_level_can_be_measured() {
    let rows = [(vec![0], vec![2, 2]), (vec![0], vec![4, 0]), (vec![1], vec![0, 4])];
    let measures = measure(&tree(&rows), &Options { level: Some(0), ..Options::default() });
    assert_eq!(measures.composition.inhabited, 2);
    assert_eq!(measures.nested.len(), 1);
    assert_eq!(measures.multigroup.mutual_information, measures.nested[0].cumulative_mutual_information);
}
