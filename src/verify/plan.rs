//! The verified plan: what leaves the house.

use super::case::Case;
use super::promise::Promise;
use super::score::Score;
use crate::model::{Counts, MixFigures, Sheets};
use std::collections::BTreeMap;

/// A plan that keeps every promise. Made by [`certify`](super::certify) and [`audit`](super::audit) only.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    sheets: Sheets,
    facts: Facts,
}

/// What was recomputed along the way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Facts {
    pub counts: Counts,
    pub figures: MixFigures,
}

impl Plan {
    pub(super) fn new(sheets: Sheets, facts: Facts) -> Self {
        Self { sheets, facts }
    }

    /// The two tables, as they were read.
    pub fn sheets(&self) -> &Sheets {
        &self.sheets
    }

    /// Counts of households, recomputed.
    pub fn counts(&self) -> Counts {
        self.facts.counts
    }

    /// Scores before and after, recomputed, against the trivial bound: no score is below 0.
    pub fn figures(&self) -> MixFigures {
        self.facts.figures
    }

    /// Result per promise id as certificates write it; every one is `kept`, or there would be no plan.
    pub fn promises(&self) -> BTreeMap<String, String> {
        Promise::ALL.into_iter().map(|promise| (promise.id().to_owned(), "kept".to_owned())).collect()
    }
}

impl Facts {
    pub fn of(case: &Case) -> Facts {
        let signed = case.turns.iter().flatten().count() as u64;
        let placed = case.plan.rows_of.iter().filter(|&&rows| rows > 0).count() as u64;
        let counts =
            Counts { households: case.turns.len() as u64, signed, placed, unplaced: signed.saturating_sub(placed) };
        let first = Score::of(case, &case.first).figures();
        let last = Score::of(case, &case.plan).figures();
        let moved = case.in_both().filter(|(_, first, plan)| first != plan).count() as u64;
        let bound = 0.0;
        let figures = MixFigures { first, last, bound, closed: closed(first.score, last.score, bound), moved };
        Facts { counts, figures }
    }
}

/// (first − last) / (first − bound); 1 where nothing could be closed.
fn closed(first: f64, last: f64, bound: f64) -> f64 {
    if first == bound { 1.0 } else { (first - last) / (first - bound) }
}
