//! Branching: plans are parted in two at some number, and each part gets prices of its own.
//!
//! Where everybody's choices cannot agree, half of a bond is often here and half there, or some of a group have company
//! by halves. In plans with the bond here that is over, and in those without it too; so the lower bound of both parts
//! is above that of the whole (Land & Doig 1960). The part with the lowest bound is parted next. Where to part it is
//! tried out: of some numbers that choices do not agree on, the one that helps both parts most.

use super::climb::{CHOICE, Climb, Pace};
use super::estate::Estate;
use super::site::ONE;
use crate::model::{Proof, Split};
use std::collections::BTreeMap;

/// Numbers that are tried out for each split.
const TRIES: usize = 6;

/// The climb of either part when it is tried out, and when it is chosen.
const TRIAL: Pace = Pace { steps: 100, patience: 20, part: 40 };
const WHOLE: Pace = Pace { steps: 400, patience: 20, part: 40 };

/// Steps that a split takes at the most.
pub const BRANCHING: usize = 2 * (TRIES * TRIAL.steps + WHOLE.steps);

/// Splits of splits at the most.
const DEEPEST: usize = 24;

/// What counts as nothing, in 1/[`ONE`].
const LITTLE: i64 = ONE / 200;

/// After so many splits that did not raise the bound there are no more.
const STALLED: usize = 6;

/// What is nearer to the plan's score than this is left alone, in 1/[`ONE`].
const NEAR: i64 = ONE / 16;

/// Plans within some cuts, and the costs that prove their bound.
struct Part {
    bound: i64,
    cost: Vec<i32>,
    cuts: Vec<(Split, bool)>,
    /// Where it has been parted, and its parts.
    parted: Option<(Split, [usize; 2])>,
}

/// A number that plans could be parted at, and how much that seems to promise.
#[derive(Clone, Copy)]
struct Candidate {
    split: Split,
    promise: i64,
}

/// A branching, under way.
pub struct Branching<'a> {
    estate: &'a Estate,
    climb: Climb<'a>,
    score: i64,
    parts: Vec<Part>,
    /// Gains of the trials so far, and how many these were.
    gains: BTreeMap<Split, (i64, i64)>,
}

impl<'a> Branching<'a> {
    /// Starts from a climb that has proven `bound`; `score` is the plan's. Both in 1/[`ONE`].
    pub fn new(estate: &'a Estate, climb: Climb<'a>, bound: i64, score: i64) -> Self {
        let cost = climb.books().ledger.cost.clone();
        let parts = vec![Part { bound, cost, cuts: Vec::new(), parted: None }];
        Self { estate, climb, score, parts, gains: BTreeMap::new() }
    }

    /// The proof after so many splits.
    pub fn proof(mut self, splits: usize) -> Proof {
        let goal = self.score - NEAR;
        let (mut reached, mut since) = (0, 0);
        for _ in 0..splits {
            let open = |at: &usize| self.parts[*at].parted.is_none();
            let lowest = (0..self.parts.len()).filter(open).min_by_key(|&at| self.parts[at].bound);
            let Some(at) = lowest.filter(|&at| self.parts[at].bound < goal) else { break };
            since += 1;
            if self.parts[at].bound > reached + LITTLE {
                (reached, since) = (self.parts[at].bound, 0);
            }
            if since > STALLED || self.parts[at].cuts.len() >= DEEPEST || !self.split(at, goal) {
                break;
            }
        }
        let whole = self.parts.iter().filter(|part| part.parted.is_none());
        let proven = whole.map(|part| part.bound).min().unwrap_or(0);
        self.assembled(0, proven)
    }

    /// The proof of a part, without splits that add nothing to what is proven in all.
    fn assembled(&mut self, at: usize, proven: i64) -> Proof {
        match self.parts[at].parted {
            Some((split, sides)) if self.parts[at].bound + LITTLE < proven => {
                Proof::Split(split, Box::new(sides.map(|side| self.assembled(side, proven))))
            }
            _ => {
                self.climb.restart(&self.parts[at].cost);
                Proof::Prices(self.climb.evened_out().prices(self.estate))
            }
        }
    }

    /// Parts the plans once more; `false` where choices agree on everything.
    fn split(&mut self, at: usize, goal: i64) -> bool {
        // A few steps show what is often chosen.
        self.parts[at] = self.climbed(at, None, &TRIAL, goal);
        let bound = self.parts[at].bound;
        let mut best: Option<(i64, Split, [Part; 2])> = None;
        for Candidate { split, .. } in self.candidates() {
            let both = [false, true].map(|above| self.climbed(at, Some((split, above)), &TRIAL, goal));
            let [low, high] = [0, 1].map(|side| (both[side].bound.min(goal) - bound).max(0));
            let gain = self.gains.entry(split).or_default();
            *gain = (gain.0 + low.min(high) + low.max(high) / 8, gain.1 + 1);
            let worth = (low + LITTLE) * (high + LITTLE);
            if best.as_ref().is_none_or(|best| worth > best.0) {
                best = Some((worth, split, both));
            }
        }
        let Some((_, split, both)) = best else { return false };
        let first = self.parts.len();
        self.parts.extend(both);
        for child in [first, first + 1] {
            if self.parts[child].bound < goal {
                self.parts[child] = self.climbed(child, None, &WHOLE, goal);
            }
        }
        self.parts[at].parted = Some((split, [first, first + 1]));
        true
    }

    /// A part after a climb from where it is, within one cut more if there is one.
    fn climbed(&mut self, at: usize, cut: Option<(Split, bool)>, pace: &Pace, goal: i64) -> Part {
        let Part { bound, cost, cuts, .. } = &self.parts[at];
        let cuts: Vec<(Split, bool)> = cuts.iter().copied().chain(cut).collect();
        self.climb.restart(cost);
        for &(split, above) in &cuts {
            let number = self.climb.books().number(split.stairwell, split.number);
            let edge = split.upto + 1 - self.least(split.stairwell, split.number);
            let size = self.climb.books().ledger.size(number);
            self.climb.shut(number, if above { 0..edge } else { edge..size });
        }
        let bound = self.climb.run(pace, *bound, goal, self.score);
        Part { bound, cost: self.climb.books().ledger.cost.clone(), cuts, parted: None }
    }

    /// The least of a number in a stairwell.
    fn least(&self, stairwell: usize, number: usize) -> usize {
        self.estate.stairwells[stairwell].least.get(number).copied().unwrap_or(0)
    }

    /// The most promising numbers that the last steps did not agree on.
    fn candidates(&self) -> Vec<Candidate> {
        let mut list = Vec::new();
        for stairwell in 0..self.estate.stairwells.len() {
            for number in 0..self.climb.books().numbers(stairwell) {
                let party = number.checked_sub(self.estate.movers.len());
                let party = party.map(|at| &self.estate.parties[self.estate.holdings[stairwell].most[at].0]);
                if party.is_none_or(|party| party.bond.is_some()) {
                    self.edges(stairwell, number, &mut list);
                }
            }
        }
        list.sort_by_key(|candidate| std::cmp::Reverse(candidate.promise));
        list.truncate(TRIES);
        list
    }

    /// Adds the edges of one number.
    fn edges(&self, stairwell: usize, number: usize, list: &mut Vec<Candidate>) {
        let habit = self.climb.habit(self.climb.books().number(stairwell, number));
        let least = self.least(stairwell, number);
        let mut below = 0;
        for edge in 0..habit.len() - 1 {
            below += habit[edge].unwrap_or(0);
            let open = |side: &[Option<i64>]| side.iter().any(Option::is_some);
            let torn = below.min(CHOICE - below);
            if torn > CHOICE / 50 && open(&habit[..=edge]) && open(&habit[edge + 1..]) {
                let split = Split { stairwell, number, upto: least + edge };
                let tried = self.gains.get(&split);
                // Bonds are many, and most of them say little.
                let first = if number < self.estate.movers.len() { ONE } else { ONE / 8 };
                let weight = tried.map_or(first, |&(sum, count)| sum / count);
                list.push(Candidate { split, promise: torn * weight / ONE });
            }
        }
    }
}
