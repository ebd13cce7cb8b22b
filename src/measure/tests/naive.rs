//! Each index a second way: dense tables, floats, pairs of places, straight from the published formulas.

use super::{Dense, flat, near, tables};
use crate::measure::hypergeometric::Drawn;
use crate::measure::{Measures, Options, TargetShares, Value, measure};
use proptest::prelude::*;

struct Naive {
    x: Vec<Vec<f64>>,
    t: Vec<f64>,
    n: Vec<f64>,
    total: f64,
}

fn ln0(x: f64) -> f64 {
    if x > 0.0 { x.ln() } else { 0.0 }
}

impl Naive {
    fn new(rows: &Dense) -> Self {
        let x: Vec<Vec<f64>> = rows
            .iter()
            .filter(|row| row.iter().any(|&homes| homes > 0))
            .map(|row| row.iter().map(|&homes| f64::from(homes)).collect())
            .collect();
        let t: Vec<f64> = x.iter().map(|row| row.iter().sum()).collect();
        let n = (0..rows[0].len()).map(|group| x.iter().map(|row| row[group]).sum()).collect();
        let total = t.iter().sum();
        Self { x, t, n, total }
    }

    /// A group against the rest, as a table of two groups.
    fn rest(&self, group: usize) -> Self {
        let rows = self.x.iter().zip(&self.t).map(|(row, t)| vec![row[group] as u32, (t - row[group]) as u32]);
        Self::new(&rows.collect())
    }

    fn p(&self, group: usize) -> f64 {
        self.n[group] / self.total
    }

    fn groups(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.n.len()).filter(|&group| self.n[group] > 0.0)
    }

    fn simpson(&self) -> f64 {
        1.0 - self.groups().map(|group| self.p(group).powi(2)).sum::<f64>()
    }

    fn entropy(&self) -> f64 {
        -self.groups().map(|group| self.p(group) * ln0(self.p(group))).sum::<f64>()
    }

    fn over_cells(&self, term: impl Fn(f64, f64, f64) -> f64) -> f64 {
        let place = |i: usize| self.groups().map(|m| term(self.x[i][m], self.t[i], self.p(m))).sum::<f64>();
        (0..self.x.len()).map(place).sum()
    }

    /// M as the entropy of groups less the mean entropy inside places.
    fn m(&self) -> f64 {
        let inside = self.over_cells(|x, t, _| -x * ln0(x / t));
        self.entropy() - inside / self.total
    }

    fn d(&self) -> f64 {
        self.over_cells(|x, t, p| t * (x / t - p).abs()) / (2.0 * self.total * self.simpson())
    }

    fn gini(&self) -> f64 {
        let mut all = 0.0;
        for m in self.groups() {
            for (row, t) in self.x.iter().zip(&self.t) {
                for (other, s) in self.x.iter().zip(&self.t) {
                    all += t * s * (row[m] / t - other[m] / s).abs();
                }
            }
        }
        all / (2.0 * self.total * self.total * self.simpson())
    }

    fn r(&self) -> f64 {
        self.over_cells(|x, t, p| t * (x / t - p).powi(2)) / (self.total * self.simpson())
    }

    fn c(&self) -> f64 {
        let k = self.groups().count() as f64;
        self.over_cells(|x, t, p| t * (x / t - p).powi(2) / p) / (self.total * (k - 1.0))
    }

    fn exposure(&self, a: usize, b: usize) -> f64 {
        let met = self.x.iter().zip(&self.t).map(|(row, t)| row[a] / self.n[a] * row[b] / t);
        met.sum()
    }

    fn p_index(&self) -> f64 {
        let eta = |m: usize| (self.exposure(m, m) - self.p(m)) / (1.0 - self.p(m));
        self.groups().map(|m| self.p(m) * eta(m)).sum()
    }

    fn atkinson(&self) -> f64 {
        let p = self.p(0);
        let inner = |(row, t): (&Vec<f64>, &f64)| {
            let q = row[0] / t;
            (1.0 - q).sqrt() * q.sqrt() * t / (p * self.total)
        };
        1.0 - p / (1.0 - p) * self.x.iter().zip(&self.t).map(inner).sum::<f64>().powi(2)
    }

    /// Neighbour mix by asking each home for each of its neighbours.
    fn neighbour_mix(&self) -> f64 {
        let rows: Dense = (0..self.x.len())
            .filter(|&i| self.t[i] > 1.0)
            .map(|i| self.x[i].iter().map(|&x| x as u32).collect())
            .collect();
        let among =
            |counts: &[f64], size: f64| -> f64 { counts.iter().map(|x| x * (size - x)).sum::<f64>() / (size - 1.0) };
        let paired = Naive::new(&rows);
        let met: f64 = paired.x.iter().zip(&paired.t).map(|(row, &t)| among(row, t)).sum();
        met / among(&paired.n, paired.total)
    }
}

fn same(found: Value, naive: f64) {
    match found {
        Ok(found) => assert!(near(found, naive), "{found} against {naive}"),
        Err(_) => assert!(!naive.is_finite() || naive == 0.0, "undefined against {naive}"),
    }
}

fn check_groups(found: &Measures, naive: &Naive) {
    for a in 0..naive.n.len() {
        for b in 0..naive.n.len() {
            let both = naive.n[a] > 0.0 && naive.n[b] > 0.0;
            if naive.n[a] > 0.0 {
                same(found.exposure_matrix[a][b], naive.exposure(a, b));
            }
            if both {
                let apart = naive.x.iter().map(|row| (row[a] / naive.n[a] - row[b] / naive.n[b]).abs() / 2.0);
                same(found.pairwise_dissimilarity[a][b], apart.sum());
            }
        }
        let (one, two) = (&found.one_group[a], naive.rest(a));
        if two.n.contains(&0.0) {
            assert!(one.dissimilarity.is_err() && one.gini.is_err() && one.eta2.is_err());
            continue;
        }
        same(one.dissimilarity, two.d());
        same(one.gini, two.gini());
        same(one.theil_h, two.m() / two.entropy());
        same(one.atkinson, two.atkinson());
        same(one.isolation, naive.exposure(a, a));
        same(one.exposure_to_others, two.exposure(0, 1));
        same(one.eta2, (naive.exposure(a, a) - naive.p(a)) / (1.0 - naive.p(a)));
    }
}

proptest! {
    #[test]
    fn every_index_is_what_its_formula_says(rows in tables()) {
        let naive = Naive::new(&rows);
        let found = measure(&flat(&rows), &Options { pairs: true, local: true, ..Options::default() });
        prop_assert_eq!(found.composition.total as f64, naive.total);
        if naive.total == 0.0 {
            return Ok(());
        }
        let all = &found.multigroup;
        same(found.composition.entropy, naive.entropy());
        same(found.composition.simpson_interaction, naive.simpson());
        same(all.mutual_information, naive.m());
        check_groups(&found, &naive);
        if naive.groups().count() < 2 {
            prop_assert!(all.dissimilarity.is_err() && all.theil_h.is_err());
            return Ok(());
        }
        same(all.theil_h, naive.m() / naive.entropy());
        same(all.dissimilarity, naive.d());
        same(all.gini, naive.gini());
        same(all.relative_diversity, naive.r());
        same(all.squared_cv, naive.c());
        same(all.normalized_exposure, naive.p_index());
        same(all.target_distance, naive.d() * naive.simpson());
        if all.neighbour_mix.is_ok() {
            same(all.neighbour_mix, naive.neighbour_mix());
        }
        // The mean of the local scores, weighted by homes, is M.
        let scores = found.local.iter().flatten().map(|local| f64::from(local.total) * local.local_segregation);
        prop_assert!(near(scores.sum::<f64>() / naive.total, naive.m()));
    }

    #[test]
    fn homes_off_target_are_the_moves_that_whole_homes_need(
        rows in tables(), weights in prop::collection::vec(1u32..9, 5)
    ) {
        let (counts, groups) = (flat(&rows), rows[0].len());
        let all: u32 = weights[..groups].iter().sum();
        let shares: Vec<f64> = weights[..groups].iter().map(|&w| f64::from(w) / f64::from(all)).collect();
        let target = TargetShares::new(&counts, shares.clone(), vec![Some(0.4); groups]).expect("sums to 1");
        let found = measure(&counts, &Options { target: Some(target), ..Options::default() });
        let Some(Ok(found)) = found.against_target else { return Ok(()) };
        let (mut distance, mut off, mut over, mut total) = (0.0, 0.0, 0u32, 0.0);
        for row in &rows {
            let t: f64 = row.iter().map(|&x| f64::from(x)).sum();
            let (mut above, mut below) = (0.0, 0.0);
            for (&x, share) in row.iter().zip(&shares) {
                let due = (t * share * 1e6).round() / 1e6;
                distance += (f64::from(x) - t * share).abs();
                above += (f64::from(x) - due.ceil()).max(0.0);
                below += (due.floor() - f64::from(x)).max(0.0);
                over += x.saturating_sub(((0.4 * t + 1e-9) as u32).max(1));
            }
            off += f64::max(above, below);
            total += t;
        }
        prop_assert!(near(found.target_distance, distance / (2.0 * total)));
        prop_assert_eq!(found.homes_off_target as f64, off);
        prop_assert_eq!(found.homes_over_cap, u64::from(over));
    }

    #[test]
    fn chances_are_those_of_binomials(total in 1u64..40, marked in 0u64..40, drawn in 0u32..40) {
        let (marked, drawn) = (marked.min(total), drawn.min(total as u32));
        let choose = |n: u64, k: u64| -> f64 {
            if k > n { 0.0 } else { (1..=k).fold(1.0, |all, i| all * (n - k + i) as f64 / i as f64) }
        };
        let mut weights = vec![0.0; drawn as usize + 1];
        let all = Drawn { total, marked, drawn }.each(|count, weight| weights[count as usize] += weight);
        for (count, weight) in weights.iter().enumerate() {
            let (x, t) = (count as u64, u64::from(drawn));
            let chance = choose(marked, x) * choose(total - marked, t - x) / choose(total, t);
            prop_assert!((weight / all - chance).abs() < 1e-12);
        }
    }
}
