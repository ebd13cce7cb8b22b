//! Scores of single places, for a map or a table.
//!
//! Local segregation ls = sum of q ln(q/p) (Alonso-Villar & del Rio 2010; Mora & Ruiz-Castillo 2011), 0 .. ln(1/min p):
//! their mean, weighted by homes, is M. Location quotient q/p: 0 .. 1/p. Normalized entropy divides by ln of the groups
//! in the whole population. A place's scores are undefined if it is empty; a quotient, if the group is absent
//! everywhere.
//!
//! A single stairwell says little: compare `at_least` and `at_most`, the chances that lots give a group as many homes
//! or more, or as many or fewer, before colouring anything.

use super::counts::Level;
use super::hypergeometric::Drawn;
use super::profile::Profile;
use super::sum::Sum;
use super::target::Rounding;
use super::value::{Undefined, Value};
use rayon::prelude::*;

/// The scores of one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Local {
    /// Homes.
    pub total: u32,
    /// Entropy of the place.
    pub entropy: f64,
    /// Entropy / ln K, K the groups present anywhere. Undefined with one group.
    pub entropy_normalized: Value,
    /// ls.
    pub local_segregation: f64,
    /// That two homes drawn with replacement differ.
    pub simpson_interaction: f64,
    /// That two different homes differ. Undefined with one home.
    pub neighbour_differs: Value,
    /// Half the sum of |q - p|.
    pub target_distance: f64,
    /// Homes that would need another group to have the overall shares, rounded either way.
    pub homes_off_target: u32,
    /// q/p by group.
    pub location_quotient: Vec<Value>,
    /// q - p by group.
    pub share_difference: Vec<f64>,
    /// By group, the chance that lots give at least as many homes.
    pub at_least: Vec<f64>,
    /// By group, the chance that lots give at most as many homes.
    pub at_most: Vec<f64>,
}

/// The scores of all places of a level, over its own population.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalSummary {
    /// Places, empty ones included.
    pub places: usize,
    /// The least ls.
    pub min_local_segregation: Value,
    /// The greatest ls.
    pub max_local_segregation: Value,
    /// Homes off target (the overall shares), over all places.
    pub homes_off_target_total: u64,
    /// Homes off target of each place; 0 for an empty one.
    pub off_by_place: Vec<u32>,
}

/// The least and greatest scores of a level.
pub fn local_summary(level: &Level, profile: &Profile) -> LocalSummary {
    let rounding = if profile.total > 0 { Some(Rounding::of_shares(profile)) } else { None };
    let scores: Vec<Option<(f64, u32)>> = (0..level.len())
        .into_par_iter()
        .map(|place| {
            if level.total(place) == 0 {
                return None;
            }
            let off = rounding.as_ref().map_or(0, |rounding| rounding.off(level, place));
            Some((local_segregation(level, profile, place), off))
        })
        .collect();
    let all = || scores.iter().flatten().map(|score| score.0);
    LocalSummary {
        places: level.len(),
        min_local_segregation: all().reduce(f64::min).ok_or(Undefined::Nobody),
        max_local_segregation: all().reduce(f64::max).ok_or(Undefined::Nobody),
        homes_off_target_total: scores.iter().flatten().map(|score| u64::from(score.1)).sum(),
        off_by_place: scores.into_iter().map(|score| score.map_or(0, |score| score.1)).collect(),
    }
}

/// ls of a place (0 if it is empty).
pub fn local_segregation(level: &Level, profile: &Profile, place: usize) -> f64 {
    let size = f64::from(level.total(place));
    let total = profile.total as f64;
    let mut all = Sum::default();
    for entry in level.entries(place) {
        let homes = f64::from(entry.homes);
        let due = size * profile.columns[entry.group as usize].total as f64;
        all.add(homes / size * (homes * total / due).ln());
    }
    all.value().max(0.0)
}

/// The scores of every place of a level.
pub fn local(level: &Level, profile: &Profile) -> Vec<Result<Local, Undefined>> {
    if profile.total == 0 {
        return vec![Err(Undefined::EmptyPlace); level.len()];
    }
    let rounding = Rounding::of_shares(profile);
    (0..level.len())
        .into_par_iter()
        .map(|place| match level.total(place) {
            0 => Err(Undefined::EmptyPlace),
            _ => Ok(score(level, profile, place, &rounding)),
        })
        .collect()
}

fn score(level: &Level, profile: &Profile, place: usize, rounding: &Rounding) -> Local {
    let groups = profile.columns.len();
    let size = level.total(place);
    let mut homes = vec![0u32; groups];
    level.entries(place).iter().for_each(|entry| homes[entry.group as usize] = entry.homes);
    let counts = || level.entries(place).iter().map(|entry| u64::from(entry.homes));
    let (t, total) = (u64::from(size), u128::from(profile.total));
    let unequal = (t * t - counts().map(|x| x * x).sum::<u64>()) as f64;
    let entropy = super::composition::entropy_of(counts(), t);
    let apart = |group: usize| {
        let (x, due) =
            (i128::from(homes[group]) * total as i128, i128::from(t) * i128::from(profile.columns[group].total));
        (x - due) as f64 / (f64::from(size) * total as f64)
    };
    let share_difference: Vec<f64> = (0..groups).map(apart).collect();
    let quotient = |group: usize| match profile.columns[group].total {
        0 => Err(Undefined::GroupAbsent),
        n => Ok(f64::from(homes[group]) * total as f64 / (f64::from(size) * n as f64)),
    };
    let tails = |group: usize| {
        Drawn { total: profile.total, marked: profile.columns[group].total, drawn: size }.tails(homes[group])
    };
    let (at_most, at_least) = (0..groups).map(tails).unzip();
    Local {
        total: size,
        entropy,
        entropy_normalized: profile.compare().map(|()| entropy / (profile.present() as f64).ln()),
        local_segregation: local_segregation(level, profile, place),
        simpson_interaction: unequal / (t * t) as f64,
        neighbour_differs: if t > 1 { Ok(unequal / (t * (t - 1)) as f64) } else { Err(Undefined::NoNeighbours) },
        target_distance: super::sum::sum(share_difference.iter().map(|apart| apart.abs())) / 2.0,
        homes_off_target: rounding.off(level, place),
        location_quotient: (0..groups).map(quotient).collect(),
        share_difference,
        at_least,
        at_most,
    }
}
