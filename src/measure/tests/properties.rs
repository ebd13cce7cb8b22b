//! What any index must keep: order, empty places, absent groups, merging, multiples, levels.

use super::{Dense, flat, group_name, near, tables, tree, trees};
use crate::measure::{Builder, Measures, Multigroup, Options, measure};
use proptest::prelude::*;

fn all(rows: &Dense) -> Measures {
    measure(&flat(rows), &Options::default())
}

fn chance_of_variance(measures: &Measures) -> Option<(f64, f64)> {
    let expected = measures.expected_random.as_ref().ok()?;
    let composition = &measures.composition;
    Some((expected.relative_diversity, (composition.inhabited as f64 - 1.0) / (composition.total as f64 - 1.0)))
}

/// The indices that do not leave the own home out.
fn with_own_home(multigroup: &Multigroup) -> Vec<Option<f64>> {
    let Multigroup { mutual_information, theil_h, dissimilarity, gini, .. } = *multigroup;
    let Multigroup { relative_diversity, normalized_exposure, squared_cv, .. } = *multigroup;
    let values =
        [mutual_information, theil_h, dissimilarity, gini, relative_diversity, normalized_exposure, squared_cv];
    values.into_iter().map(Result::ok).collect()
}

proptest! {
    #[test]
    fn order_of_rows_and_columns_does_not_change_a_digit(
        rows in trees(), order in Just((0..5usize).collect::<Vec<_>>()).prop_shuffle(), turn in 0usize..14
    ) {
        let groups = rows[0].1.len();
        let order: Vec<usize> = order.into_iter().filter(|&group| group < groups).collect();
        let levels = ["one", "two", "three"];
        let mut builder = Builder::new(levels, order.iter().map(|&group| group_name(group))).expect("unique");
        for step in (0..rows.len()).rev() {
            let number = (step + turn) % rows.len();
            let (path, row) = &rows[number];
            let names = [path[0].to_string(), path[1].to_string(), format!("{number:03}")];
            let row: Vec<u32> = order.iter().map(|&group| row[group]).collect();
            builder.row(&names, &row).expect("paths are unique");
        }
        let options = Options { local: true, pairs: true, ..Options::default() };
        prop_assert_eq!(measure(&tree(&rows), &options), measure(&builder.build(), &options));
    }

    #[test]
    fn an_empty_place_and_an_absent_group_change_nothing(rows in tables()) {
        let before = all(&rows);
        let mut more = rows.clone();
        more.push(vec![0; rows[0].len()]);
        more.iter_mut().for_each(|row| row.push(0));
        let after = all(&more);
        prop_assert_eq!(before.multigroup, after.multigroup);
        prop_assert_eq!(&before.one_group[..], &after.one_group[..rows[0].len()]);
        prop_assert_eq!(before.composition, after.composition);
        prop_assert_eq!(before.best_dissimilarity, after.best_dissimilarity);
    }

    #[test]
    fn merging_never_raises_information(rows in tables()) {
        let Ok(before) = all(&rows).multigroup.mutual_information else { return Ok(()) };
        let mut places = rows.clone();
        if let (Some(last), true) = (places.pop(), rows.len() > 1) {
            places[0].iter_mut().zip(last).for_each(|(home, more)| *home += more);
            prop_assert!(all(&places).multigroup.mutual_information.unwrap_or(0.0) <= before + 1e-12);
        }
        let mut groups = rows.clone();
        if rows[0].len() > 1 {
            for row in &mut groups {
                row[0] += row.pop().unwrap_or(0);
            }
            prop_assert!(all(&groups).multigroup.mutual_information.unwrap_or(0.0) <= before + 1e-12);
        }
    }

    #[test]
    fn multiples_leave_the_indices_as_they_are(rows in tables(), times in 2u32..9) {
        let more: Dense = rows.iter().map(|row| row.iter().map(|homes| homes * times).collect()).collect();
        let (one, many) = (all(&rows).multigroup, all(&more).multigroup);
        for (one, many) in with_own_home(&one).into_iter().zip(with_own_home(&many)) {
            prop_assert_eq!(one.is_some(), many.is_some());
            prop_assert!(near(one.unwrap_or(0.0), many.unwrap_or(0.0)));
        }
    }

    #[test]
    fn indices_stay_in_range_and_variance_has_its_chance_value(rows in tables()) {
        let measures = all(&rows);
        for value in with_own_home(&measures.multigroup).into_iter().skip(1).flatten() {
            prop_assert!((0.0..=1.0 + 1e-12).contains(&value), "{}", value);
        }
        if let Some((expected, exact)) = chance_of_variance(&measures) {
            prop_assert!(near(expected, exact));
        }
        if let (Ok(best), Ok(d)) = (measures.best_dissimilarity, measures.multigroup.dissimilarity) {
            prop_assert!(best <= d + 1e-12);
        }
    }

    #[test]
    fn levels_add_up(rows in trees()) {
        let measures = measure(&tree(&rows), &Options::default());
        let (mut m, mut h) = (0.0, 0.0);
        for level in &measures.nested {
            let (Ok(part_m), Ok(part_h)) = (level.mutual_information, level.theil_h) else { return Ok(()) };
            prop_assert!(part_m >= 0.0 && part_h >= 0.0);
            (m, h) = (m + part_m, h + part_h);
            // The same level from its parents, each weighted by its homes.
            let total = measures.composition.total as f64;
            let from_parents = |value: &dyn Fn(&crate::measure::nested::Within) -> f64| {
                level.parents.iter().map(|parent| parent.total as f64 / total * value(parent)).sum::<f64>()
            };
            prop_assert!(near(part_m, from_parents(&|parent| parent.mutual_information)));
            let by_ratio = from_parents(&|parent| parent.theil_h * parent.ent_ratio.unwrap_or(0.0));
            prop_assert!(near(part_h, by_ratio));
            let expected = from_parents(&|parent| parent.expected_mutual_information.expect("exact"));
            prop_assert!(near(level.expected_within_parent.unwrap_or(0.0), expected));
        }
        prop_assert!(near(m, measures.multigroup.mutual_information.unwrap_or(0.0)));
        prop_assert!(near(h, measures.multigroup.theil_h.unwrap_or(0.0)));
    }
}

#[test]
fn seven_levels_and_more_add_up() {
    let rows: Vec<(Vec<usize>, Vec<u32>)> = (0..512usize)
        .map(|n| ((0..9).map(|bit| n >> bit & 1).collect(), vec![n as u32 % 7, n as u32 % 5, 3]))
        .collect();
    let measures = measure(&tree(&rows), &Options::default());
    assert_eq!(measures.nested.len(), 10);
    let sum: f64 = measures.nested.iter().map(|level| level.theil_h.unwrap_or(0.0)).sum();
    assert!(near(sum, measures.multigroup.theil_h.unwrap_or(0.0)));
}
