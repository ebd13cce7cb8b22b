//! Who could not be housed, by the homes that were too few.

use super::super::reasons::{kinds_named, reason_code};
use super::super::words::Words;
use super::super::words::thousands;
use super::Told;
use crate::model::{HomeKind, Reason};
use serde::Serialize;
use std::collections::BTreeMap;

/// More sets than this are summed up.
const SETS: usize = 12;

#[derive(Serialize)]
pub(super) struct Unhoused {
    total: u64,
    /// No home in the whole stock fits them.
    none_fits: u64,
    sets: Vec<Set>,
    more_sets: usize,
    more: u64,
}

/// Households that depend on certain homes, and those homes.
#[derive(Serialize)]
struct Set {
    code: &'static str,
    kinds: String,
    households: String,
    homes: String,
    without: String,
    /// Of the households, how many homes there are for, in percent.
    width: String,
}

pub(super) fn unhoused(told: &Told, words: &Words) -> Unhoused {
    let mut sets: BTreeMap<&[HomeKind], (u64, u64, u64, &'static str)> = BTreeMap::new();
    let mut none_fits = 0;
    for (_, reason) in &told.reasons.0 {
        match reason {
            Reason::NoSuchHome { .. } => none_fits += 1,
            Reason::Shortage { households, homes, kinds, .. } => {
                let set = sets.entry(kinds).or_insert((0, 0, 0, reason_code(reason)));
                // Sets grow with each household that is turned away: the last word counts.
                set.0 = set.0.max(u64::from(*households));
                set.1 = set.1.max(u64::from(*homes));
                set.2 += 1;
            }
        }
    }
    let mut sets: Vec<_> = sets.into_iter().collect();
    sets.sort_by(|a, b| b.1.2.cmp(&a.1.2).then_with(|| a.0.cmp(b.0)));
    let more = sets.iter().skip(SETS).map(|(_, set)| set.2).sum();
    let set = |(kinds, (households, homes, without, code)): &(&[HomeKind], (u64, u64, u64, &'static str))| Set {
        code,
        kinds: kinds_named(told.intake, kinds, words),
        households: thousands(*households),
        homes: thousands(*homes),
        without: thousands(*without),
        width: format!("{:.2}", 100.0 * *homes as f64 / (*households).max(1) as f64),
    };
    Unhoused {
        total: told.reasons.0.len() as u64,
        none_fits,
        more_sets: sets.len().saturating_sub(SETS),
        more,
        sets: sets.iter().take(SETS).map(set).collect(),
    }
}
