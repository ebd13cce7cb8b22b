//! The verified plan: what leaves the house.

use super::case::Case;
use super::promise::Promise;
use super::score::Score;
use crate::model::{Counts, EstateFigures, MixFigures, Sheets};
use std::collections::BTreeMap;

/// A plan that keeps every promise. Made by [`certify`](super::certify) and [`audit`](super::audit) only.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    sheets: Sheets,
    facts: Facts,
}

/// What was recomputed along the way.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Facts {
    pub counts: Counts,
    pub figures: MixFigures,
    pub estates: Vec<EstateFigures>,
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

    /// Scores before and after, recomputed, and the bound that the witness proves (0 without one).
    pub fn figures(&self) -> MixFigures {
        self.facts.figures
    }

    /// The same estate by estate, in the order of the stock.
    pub fn estates(&self) -> &[EstateFigures] {
        &self.facts.estates
    }

    /// Result per promise id as certificates write it; every one is `kept`, or there would be no plan.
    pub fn promises(&self) -> BTreeMap<String, String> {
        Promise::ALL.into_iter().map(|promise| (promise.id().to_owned(), "kept".to_owned())).collect()
    }
}

impl Facts {
    /// `bounds`: millionths of a household by estate, or none at all.
    pub fn of(case: &Case, bounds: &[u64]) -> Facts {
        let signed = case.turns.iter().flatten().count() as u64;
        let placed = case.plan.rows_of.iter().filter(|&&rows| rows > 0).count() as u64;
        let counts =
            Counts { households: case.turns.len() as u64, signed, placed, unplaced: signed.saturating_sub(placed) };
        let (drawn, planned) = (Score::of(case, &case.first), Score::of(case, &case.plan));
        let (first, last) = (drawn.figures(), planned.figures());
        let moved = case.in_both().filter(|(_, first, plan)| first != plan).count() as u64;
        let bound = bounds.iter().sum::<u64>() as f64 / MILLION;
        let figures = MixFigures { first, last, bound, closed: closed(first.score, last.score, bound), moved };
        let names = case.evidence.intake.stock.estates.iter().map(|estate| estate.name.clone());
        let scores = names.zip(drawn.by_estate(case)).zip(planned.by_estate(case)).enumerate();
        let estates = scores.map(|(at, ((estate, first), last))| {
            let bound = bounds.get(at).map_or(0.0, |&bound| bound as f64 / MILLION);
            EstateFigures { estate, first, last, bound, closed: closed(first, last, bound) }
        });
        Facts { counts, figures, estates: estates.collect() }
    }
}

/// Bounds are worked out in millionths of a household.
const MILLION: f64 = 1e6;

/// (first − last) / (first − bound); 1 where nothing could be closed.
fn closed(first: f64, last: f64, bound: f64) -> f64 {
    if first == bound { 1.0 } else { (first - last) / (first - bound) }
}
