//! What drawing lots gives: exact expected values, without simulation.
//!
//! D, H, M, R, P, C and xPx are sums of terms of one cell each, and a cell's count is hypergeometric. So `E[D] = sum
//! of E|x - t p| / (2 T I)`, `E[M] = sum of E[x ln(x T / (t n))] / T`, `E[H] = E[M] / E`, over distinct sizes times
//! groups; `E[R] = E[P] = E[C] = (U-1)/(T-1)` and `E[xPx] = p + (1-p)(U-1)/(T-1)` in closed form. G and A need pairs
//! of places: shuffle for those. Undefined with fewer than two groups.

use super::composition::{binary_entropy, entropy};
use super::hypergeometric::Drawn;
use super::profile::Profile;
use super::sum::{Sum, XLogX};
use super::value::Undefined;
use rayon::prelude::*;

/// Expected values over all groups and for each group.
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    /// `E[D]`.
    pub dissimilarity: f64,
    /// `E[H]`.
    pub theil_h: f64,
    /// `E[M]`.
    pub mutual_information: f64,
    /// `E[R]`.
    pub relative_diversity: f64,
    /// `E[P]`.
    pub normalized_exposure: f64,
    /// `E[C]`.
    pub squared_cv: f64,
    /// Expected distance to the overall shares.
    pub target_distance: f64,
    /// 1, whatever the sizes.
    pub neighbour_mix: f64,
    /// 0, whatever the sizes.
    pub normalized_exposure_unbiased: f64,
    /// By group.
    pub one_group: Vec<Result<ExpectedGroup, Undefined>>,
}

/// Expected values of one group against the rest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExpectedGroup {
    /// `E[D]`.
    pub dissimilarity: f64,
    /// `E[H]`.
    pub theil_h: f64,
    /// `E[xPx]`.
    pub isolation: f64,
}

/// Sums over places for one group: of `E|x - t p|`, of `E[x ln(x/(t p))]`, and the same of the rest.
#[derive(Clone, Copy, Default)]
struct Moments {
    deviation: f64,
    own: f64,
    rest: f64,
}

/// The expected values if the homes of a profile were dealt out by lot.
pub fn expected_random(profile: &Profile) -> Result<Expected, Undefined> {
    profile.compare()?;
    let table = table(profile);
    let moments: Vec<Moments> =
        (0..profile.columns.len()).into_par_iter().map(|group| moments(profile, group, &table)).collect();
    let total = profile.total as f64;
    let simpson = profile.unequal_pairs() as f64 / (total * total);
    let all = |part: fn(&Moments) -> f64| super::sum::sum(moments.iter().map(part));
    let target_distance = all(|moments| moments.deviation) / (2.0 * total);
    let mutual_information = (all(|moments| moments.own) / total).max(0.0);
    let variance = (profile.places() as f64 - 1.0) / (total - 1.0);
    let group = |group: usize| {
        profile.compare_group(group)?;
        let share = profile.share(group);
        let Moments { deviation, own, rest } = moments[group];
        let diversity = binary_entropy(profile.columns[group].total, profile.total);
        Ok(ExpectedGroup {
            dissimilarity: deviation / (2.0 * total * share * (1.0 - share)),
            theil_h: ((own + rest) / (total * diversity)).max(0.0),
            isolation: share + (1.0 - share) * variance,
        })
    };
    Ok(Expected {
        dissimilarity: target_distance / simpson,
        theil_h: mutual_information / entropy(profile),
        mutual_information,
        relative_diversity: variance,
        normalized_exposure: variance,
        squared_cv: variance,
        target_distance,
        neighbour_mix: 1.0,
        normalized_exposure_unbiased: 0.0,
        one_group: (0..profile.columns.len()).map(group).collect(),
    })
}

fn table(profile: &Profile) -> XLogX {
    XLogX::up_to(profile.sizes.last().map_or(0, |size| size.0))
}

fn moments(profile: &Profile, group: usize, table: &XLogX) -> Moments {
    let marked = profile.columns[group].total;
    if marked == 0 || marked == profile.total {
        return Moments::default();
    }
    let share = profile.share(group);
    let (mut deviation, mut own, mut rest) = (Sum::default(), Sum::default(), Sum::default());
    for &(size, places) in &profile.sizes {
        let t = f64::from(size);
        let (due, others_due) = (t * share, t * (1.0 - share));
        let (due_log, others_log) = (due.ln(), others_due.ln());
        let mut sums = Moments::default();
        let all = Drawn { total: profile.total, marked, drawn: size }.each(|homes, weight| {
            let x = f64::from(homes);
            sums.deviation += weight * (x - due).abs();
            sums.own += weight * (table.of(homes) - x * due_log);
            sums.rest += weight * (table.of(size - homes) - (t - x) * others_log);
        });
        let places = f64::from(places);
        deviation.add(places * sums.deviation / all);
        own.add(places * sums.own / all);
        rest.add(places * sums.rest / all);
    }
    Moments { deviation: deviation.value(), own: own.value(), rest: rest.value() }
}

/// `E[M]` alone.
pub(super) fn expected_information(profile: &Profile) -> f64 {
    let table = table(profile);
    let own: Vec<f64> =
        (0..profile.columns.len()).into_par_iter().map(|group| moments(profile, group, &table).own).collect();
    if profile.total == 0 { 0.0 } else { (super::sum::sum(own) / profile.total as f64).max(0.0) }
}

/// `T E[M]` of places of these sizes (ascending, with repeats) that share homes of these groups.
pub(super) fn expected_within(sizes: &[u32], groups: impl Iterator<Item = u32> + Clone, table: &XLogX) -> f64 {
    let total: u64 = sizes.iter().map(|&size| u64::from(size)).sum();
    let mut all = Sum::default();
    for run in sizes.chunk_by(|a, b| a == b) {
        let size = run[0];
        if size == 0 || u64::from(size) == total {
            continue;
        }
        for marked in groups.clone() {
            let due_log = (f64::from(size) * f64::from(marked) / total as f64).ln();
            let drawn = Drawn { total, marked: u64::from(marked), drawn: size };
            let term = drawn.mean_of(|homes| table.of(homes) - f64::from(homes) * due_log);
            all.add(run.len() as f64 * term);
        }
    }
    all.value().max(0.0)
}
