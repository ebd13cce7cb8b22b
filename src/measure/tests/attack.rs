//! A reader who adds and subtracts: a linear system over hidden cells, and bounds that tighten each other.

use super::{tree, trees};
use crate::measure::suppress::{Hidden, THRESHOLD, suppress, suppress_small_only};
use crate::measure::{Counts, Shuffles, Statistic, shuffle_homes};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What a reader of one output has: hidden cells, and sums of them that must hold.
struct Puzzle {
    truth: Vec<i64>,
    sums: Vec<(BTreeMap<usize, i64>, i64)>,
}

/// Place 0 is the whole population; then the levels' places, coarse to fine.
fn puzzle(counts: &Counts, hidden: &Hidden) -> Puzzle {
    let groups = counts.groups().len();
    let mut rows: Vec<(Option<usize>, Vec<i64>, Vec<bool>)> = vec![(
        None,
        counts.group_totals().into_iter().map(|homes| homes as i64).collect(),
        (0..groups).map(|group| hidden.overall(group)).collect(),
    )];
    let mut above = 0;
    for (number, level) in counts.levels().iter().enumerate() {
        let start = rows.len();
        for place in 0..level.len() {
            let mut homes = vec![0; groups];
            level.entries(place).iter().for_each(|entry| homes[usize::from(entry.group)] = i64::from(entry.homes));
            let hides = (0..groups).map(|group| hidden.place(number, place, group)).collect();
            let parent = if number == 0 { 0 } else { above + level.parent(place) };
            rows.push((Some(parent), homes, hides));
        }
        above = start;
    }
    let mut unknown = BTreeMap::new();
    let mut truth = Vec::new();
    for (row, (_, homes, hides)) in rows.iter().enumerate() {
        for group in (0..groups).filter(|&group| hides[group]) {
            unknown.insert((row, group), truth.len());
            truth.push(homes[group]);
        }
    }
    let mut sums = Vec::new();
    let mut sum = |cells: Vec<(usize, usize, i64)>| {
        let mut terms = BTreeMap::new();
        for (row, group, sign) in cells {
            if let Some(&cell) = unknown.get(&(row, group)) {
                *terms.entry(cell).or_insert(0) += sign;
            }
        }
        if !terms.is_empty() {
            let value = terms.iter().map(|(&cell, sign)| sign * truth[cell]).sum();
            sums.push((terms, value));
        }
    };
    for row in 0..rows.len() {
        sum((0..groups).map(|group| (row, group, 1)).collect());
        let children: Vec<usize> = (0..rows.len()).filter(|&child| rows[child].0 == Some(row)).collect();
        for group in (0..groups).filter(|_| !children.is_empty()) {
            let parts = children.iter().map(|&child| (child, group, 1));
            sum(parts.chain([(row, group, -1)]).collect());
        }
    }
    Puzzle { truth, sums }
}

/// Hidden cells that the sums alone determine: rows of the reduced system with one cell left.
fn solved(puzzle: &Puzzle) -> usize {
    let cells = puzzle.truth.len();
    let mut rows: Vec<Vec<f64>> = puzzle
        .sums
        .iter()
        .map(|(terms, _)| (0..cells).map(|cell| terms.get(&cell).map_or(0.0, |&sign| sign as f64)).collect())
        .collect();
    let mut rank = 0;
    for cell in 0..cells {
        let pivot = (rank..rows.len()).max_by(|&a, &b| rows[a][cell].abs().total_cmp(&rows[b][cell].abs()));
        let Some(pivot) = pivot.filter(|&pivot| rows[pivot][cell].abs() > 1e-9) else { continue };
        rows.swap(rank, pivot);
        let scale = rows[rank][cell];
        rows[rank].iter_mut().for_each(|term| *term /= scale);
        let leader = rows[rank].clone();
        for (number, row) in rows.iter_mut().enumerate().filter(|(number, _)| *number != rank) {
            let factor = row[cell];
            let _ = number;
            row.iter_mut().zip(&leader).for_each(|(term, lead)| *term -= factor * lead);
        }
        rank += 1;
    }
    rows.iter().filter(|row| row.iter().filter(|term| term.abs() > 1e-9).count() == 1).count()
}

/// Hidden cells whose bounds meet, if counts are whole and not negative.
fn squeezed(puzzle: &Puzzle) -> usize {
    let mut low = vec![0i64; puzzle.truth.len()];
    let mut high = vec![1_000_000i64; puzzle.truth.len()];
    let mut changed = true;
    while changed {
        changed = false;
        for (terms, value) in &puzzle.sums {
            for (&cell, &sign) in terms {
                // The others at their most and least leave this one its least and most.
                let others = terms.iter().filter(|(other, _)| **other != cell);
                let (mut least, mut most) = (0, 0);
                for (&other, &sign) in others {
                    let (one, two) = (sign * low[other], sign * high[other]);
                    least += one.min(two);
                    most += one.max(two);
                }
                let (one, two) = (sign * (value - least), sign * (value - most));
                let (from, to) = (one.min(two).max(low[cell]), one.max(two).min(high[cell]));
                changed |= (from, to) != (low[cell], high[cell]);
                (low[cell], high[cell]) = (from, to);
            }
        }
    }
    for (cell, &truth) in puzzle.truth.iter().enumerate() {
        assert!(low[cell] <= truth && truth <= high[cell], "the attack itself must be sound");
    }
    (0..low.len()).filter(|&cell| low[cell] == high[cell]).count()
}

fn wins(counts: &Counts, hidden: &Hidden) -> usize {
    let puzzle = puzzle(counts, hidden);
    solved(&puzzle) + squeezed(&puzzle)
}

/// Two estates of two buildings; one group is small in one building only.
fn estates() -> Counts {
    tree(&[
        (vec![0], vec![40, 30, 3]),
        (vec![0], vec![35, 20, 25]),
        (vec![1], vec![50, 25, 40]),
        (vec![1], vec![45, 35, 30]),
    ])
}

#[test]
fn hiding_small_counts_alone_is_undone_and_ours_is_not() {
    let counts = estates();
    assert!(wins(&counts, &suppress_small_only(&counts, 1)) > 0);
    let hidden = suppress(&counts, 1);
    assert_eq!(wins(&counts, &hidden), 0);
    // Four cells hide one: the small one, another group of its building, and the same two next door.
    assert_eq!(hidden.count(), 4);
    assert!(hidden.place(1, 0, 2));
}

#[test]
fn enough_is_shown_and_nothing_small() {
    let counts = estates();
    let hidden = suppress(&counts, 1);
    assert!((0..3).all(|group| !hidden.overall(group)));
    assert!((0..2).all(|place| (0..3).all(|group| !hidden.place(0, place, group))));
    // A coarser table has nothing to hide.
    assert_eq!(suppress(&counts, 0).count(), 0);
}

#[test]
fn an_absent_group_is_hidden_with_another_total() {
    let counts = tree(&[(vec![0], vec![40, 30, 0]), (vec![0], vec![20, 20, 0])]);
    let hidden = suppress(&counts, 1);
    assert!(hidden.overall(2) && (hidden.overall(0) || hidden.overall(1)));
    assert_eq!(wins(&counts, &hidden), 0);
}

#[test]
fn a_county_is_done_in_one_go() {
    let rows: Vec<(Vec<usize>, Vec<u32>)> = (0..20_000usize)
        .map(|n| (vec![n / 400, n / 20], (0..8).map(|g| (n * (g + 3) % 11) as u32 % (g as u32 + 2)).collect()))
        .collect();
    let counts = tree(&rows);
    let hidden = suppress(&counts, 2);
    let level = counts.finest();
    for place in (0..level.len()).filter(|&place| level.total(place) > 0) {
        for entry in level.entries(place).iter().filter(|entry| entry.homes < THRESHOLD) {
            assert!(hidden.place(2, place, usize::from(entry.group)));
        }
    }
    let shuffles =
        Shuffles { replicates: 2, within: Some(1), statistics: vec![Statistic::TheilH], ..Shuffles::usual(1) };
    assert_eq!(shuffle_homes(&counts, 2, &shuffles).len(), 1);
}

proptest! {
    #[test]
    fn no_hidden_cell_comes_back(rows in trees()) {
        let counts = tree(&rows);
        let groups = counts.groups().len();
        let hidden = suppress(&counts, 2);
        if groups > 1 {
            prop_assert_eq!(wins(&counts, &hidden), 0);
        }
        for (number, level) in counts.levels().iter().enumerate() {
            for place in (0..level.len()).filter(|&place| level.total(place) > 0) {
                let mut homes = vec![0; groups];
                level.entries(place).iter().for_each(|entry| homes[usize::from(entry.group)] = entry.homes);
                for (group, &homes) in homes.iter().enumerate() {
                    prop_assert!(homes >= THRESHOLD || hidden.place(number, place, group));
                }
            }
        }
    }
}
