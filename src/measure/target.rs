//! Against a published target: its distance, homes off target, places on target, homes over a cap.
//!
//! Distance: TD = sum of |x - t τ| / (2T): 0 .. 1. Homes off target of a place: max(sum of (x - ceil(t τ))+,
//! sum of (floor(t τ) - x)+), the homes that would need another group. Homes over cap: (x - max(1, floor(c t)))+: a cap
//! never bans a group from a place that is merely small. Empty places are skipped; undefined if nobody is here.

use super::counts::{Counts, Entry, Level};
use super::hypergeometric::Drawn;
use super::profile::Profile;
use super::sum::Sum;
use super::value::{Undefined, Value};
use std::collections::BTreeMap;

/// Shares that a programme aims at, by group number, and perhaps caps.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetShares {
    shares: Vec<f64>,
    caps: Vec<Option<f64>>,
    tolerance: Option<f64>,
}

/// Why shares are no target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TargetError {
    /// There must be one share and one cap (or none) for each group.
    Length,
    /// A share or cap is not between 0 and 1.
    Range,
    /// The shares do not sum to 1.
    Sum(f64),
}

/// Shares are typed as decimals: this far from a whole number of homes is that whole number.
const TYPED: f64 = 1e-9;

impl TargetShares {
    /// Shares of all groups of these counts, which sum to 1, and caps for some, none or all; both by group number.
    pub fn new(counts: &Counts, shares: Vec<f64>, caps: Vec<Option<f64>>) -> Result<Self, TargetError> {
        if shares.len() != counts.groups().len() || shares.len() != caps.len() {
            return Err(TargetError::Length);
        }
        let valid = |share: &f64| (0.0..=1.0).contains(share);
        if !shares.iter().chain(caps.iter().flatten()).all(valid) {
            return Err(TargetError::Range);
        }
        let all = super::sum::sum(shares.iter().copied());
        if (all - 1.0).abs() > 1e-6 { Err(TargetError::Sum(all)) } else { Ok(Self { shares, caps, tolerance: None }) }
    }

    /// The same with a tolerance: how far each group's share of a place may be from its target, 0 .. 1, for all groups
    /// alike.
    pub fn within(self, tolerance: Option<f64>) -> Self {
        Self { tolerance, ..self }
    }

    /// The shares, by group number.
    pub fn shares(&self) -> &[f64] {
        &self.shares
    }

    /// Whether some group's share of a place is further from its target than so much.
    fn misses(&self, level: &Level, place: usize, tolerance: f64) -> bool {
        let size = f64::from(level.total(place));
        let apart = |homes: f64, share: f64| (homes - size * share).abs() > tolerance * size + TYPED;
        let mut entries = level.entries(place).iter().peekable();
        self.shares.iter().enumerate().any(|(group, &share)| {
            let homes = entries.next_if(|entry| entry.group as usize == group).map_or(0, |entry| entry.homes);
            apart(f64::from(homes), share)
        })
    }

    /// The caps, by group number.
    pub fn caps(&self) -> &[Option<f64>] {
        &self.caps
    }
}

/// How a level's places stand against a target.
#[derive(Clone, Debug, PartialEq)]
pub struct AgainstTarget {
    /// TD.
    pub target_distance: f64,
    /// TD as lots would give it, exactly.
    pub expected_target_distance: Value,
    /// Homes that would need another group, over all places.
    pub homes_off_target: u64,
    /// Inhabited places with no home off target.
    pub places_on_target: u64,
    /// Homes above the caps, over all places.
    pub homes_over_cap: u64,
    /// Places with a home above a cap.
    pub places_over_cap: u64,
    /// Inhabited places in which the share of some group is further from its target than the tolerance; nothing
    /// without a tolerance.
    pub places_outside_tolerance: Option<u64>,
    /// Homes off target of each place; 0 for an empty one.
    pub off_by_place: Vec<u32>,
}

/// A level against a target.
///
/// # Panics
///
/// If the target was made for counts with other groups.
pub fn against_target(level: &Level, profile: &Profile, target: &TargetShares) -> Result<AgainstTarget, Undefined> {
    if profile.total == 0 {
        return Err(Undefined::Nobody);
    }
    assert_eq!(target.shares.len(), profile.columns.len(), "one share for each group");
    let rounding = Rounding::of_target(profile, target);
    let off_by_place: Vec<u32> = (0..level.len()).map(|place| rounding.off(level, place)).collect();
    let over = |place: usize| {
        let size = f64::from(level.total(place));
        let above = |entry: &Entry| match target.caps[entry.group as usize] {
            Some(cap) => entry.homes.saturating_sub(((cap * size + TYPED).floor() as u32).max(1)),
            None => 0,
        };
        level.entries(place).iter().map(|entry| u64::from(above(entry))).sum::<u64>()
    };
    let over: Vec<u64> = (0..level.len()).map(over).filter(|&homes| homes > 0).collect();
    let on_target = |&place: &usize| level.total(place) > 0 && off_by_place[place] == 0;
    Ok(AgainstTarget {
        target_distance: target_distance(profile, target)?,
        expected_target_distance: Ok(expected_target_distance(profile, target)),
        homes_off_target: off_by_place.iter().map(|&homes| u64::from(homes)).sum(),
        places_on_target: (0..level.len()).filter(on_target).count() as u64,
        homes_over_cap: over.iter().sum(),
        places_over_cap: over.len() as u64,
        places_outside_tolerance: target.tolerance.map(|tolerance| {
            let outside = |&place: &usize| level.total(place) > 0 && target.misses(level, place, tolerance);
            (0..level.len()).filter(outside).count() as u64
        }),
        off_by_place,
    })
}

/// TD of a profile.
pub fn target_distance(profile: &Profile, target: &TargetShares) -> Value {
    if profile.total == 0 {
        return Err(Undefined::Nobody);
    }
    let mut all = Sum::default();
    for (column, &share) in profile.columns.iter().zip(&target.shares) {
        for cell in &column.cells {
            all.add(f64::from(cell.places) * (f64::from(cell.homes) - f64::from(cell.size) * share).abs());
        }
        all.add(column.elsewhere as f64 * share);
    }
    Ok(all.value() / (2.0 * profile.total as f64))
}

fn expected_target_distance(profile: &Profile, target: &TargetShares) -> f64 {
    let mut all = Sum::default();
    for (column, &share) in profile.columns.iter().zip(&target.shares) {
        for &(size, places) in &profile.sizes {
            let due = f64::from(size) * share;
            let drawn = Drawn { total: profile.total, marked: column.total, drawn: size };
            all.add(f64::from(places) * drawn.mean_of(|homes| (f64::from(homes) - due).abs()));
        }
    }
    all.value() / (2.0 * profile.total as f64)
}

/// For each size of place, the homes that each group is due, rounded down and up.
pub(super) struct Rounding {
    due: BTreeMap<u32, Due>,
}

struct Due {
    floors: Vec<u32>,
    ceils: Vec<u32>,
    all_floors: u64,
}

impl Rounding {
    fn of_target(profile: &Profile, target: &TargetShares) -> Self {
        Self::new(profile, |size, group| {
            let due = f64::from(size) * target.shares[group];
            ((due + TYPED).floor() as u32, (due - TYPED).ceil().max(0.0) as u32)
        })
    }

    /// Due by the shares of the population itself, in whole numbers.
    pub fn of_shares(profile: &Profile) -> Self {
        Self::new(profile, |size, group| {
            let due = u128::from(size) * u128::from(profile.columns[group].total);
            let total = u128::from(profile.total);
            ((due / total) as u32, due.div_ceil(total) as u32)
        })
    }

    fn new(profile: &Profile, due: impl Fn(u32, usize) -> (u32, u32)) -> Self {
        let of_size = |size: u32| {
            let (floors, ceils): (Vec<u32>, Vec<u32>) =
                (0..profile.columns.len()).map(|group| due(size, group)).unzip();
            let all_floors = floors.iter().map(|&floor| u64::from(floor)).sum();
            (size, Due { floors, ceils, all_floors })
        };
        Self { due: profile.sizes.iter().map(|&(size, _)| of_size(size)).collect() }
    }

    /// Homes of a place that would need another group.
    pub fn off(&self, level: &Level, place: usize) -> u32 {
        let Some(due) = self.due.get(&level.total(place)) else { return 0 };
        let (mut above, mut met) = (0u64, 0u64);
        for entry in level.entries(place) {
            let group = entry.group as usize;
            above += u64::from(entry.homes.saturating_sub(due.ceils[group]));
            met += u64::from(entry.homes.min(due.floors[group]));
        }
        above.max(due.all_floors - met) as u32
    }
}
