//! The climb: steps uphill from the prices that the sweeps leave, with parties looked at over the whole estate.
//!
//! Sites, chains and balances each choose by themselves. Where they choose different numbers, the step makes each
//! choice a little dearer to whoever made it and cheaper to the others: a subgradient. Steps follow its running mean
//! (Camerini, Fratta & Maffioli 1975) and are as long as the distance to the plan's score suggests (Polyak 1969).

use super::balance::Slate;
use super::books::{Books, Sides};
use super::chain::{Costs, spread};
use super::estate::Estate;
use super::seating::Sheet;
use super::site::{DEAREST, Desk, ONE, Site};
use std::ops::Range;

/// A choice, in the whole numbers of directions.
pub const CHOICE: i64 = 1 << 16;

/// The running mean takes in 1/2^6 of each step.
const MEMORY: u32 = 6;

/// What is often chosen, as a running mean that takes in 1/2^5 of each step.
const HABIT: u32 = 5;

/// Lengths of steps are counted in 1/2^20 of the whole distance.
const LENGTH: u32 = 20;
const SHORTEST: i64 = 1 << 4;

/// How a climb goes on.
pub struct Pace {
    /// Steps at the most.
    pub steps: usize,
    /// After so many steps without a better bound they become shorter, by 7/10.
    pub patience: usize,
    /// The first steps go this part of the distance that is left.
    pub part: i64,
}

/// A climb, under way.
pub struct Climb<'a> {
    estate: &'a Estate,
    books: Books,
    buildings: Vec<Site>,
    stairwells: Vec<Site>,
    desk: Desk,
    slate: Slate,
    sheet: Sheet,
    /// Choices of one step, by costs of the ledger; the running mean of steps, and how often each was chosen.
    chosen: Vec<u8>,
    mean: Vec<i64>,
    often: Vec<i64>,
    /// By costs of the ledger: numbers that nobody may choose.
    shut: Vec<bool>,
}

impl<'a> Climb<'a> {
    /// Starts from the prices of these sites. All places must be priced.
    pub fn new(estate: &'a Estate, buildings: Vec<Site>, stairwells: Vec<Site>) -> Self {
        let mut books = Books::new(estate);
        for (sites, sides) in [(&buildings, &books.buildings), (&stairwells, &books.stairwells)] {
            for (site, sides) in sites.iter().zip(sides) {
                for (range, side) in site.of_group.iter().zip(sides) {
                    books.ledger.of_mut(side.chain).copy_from_slice(&site.price[range.clone()]);
                }
            }
        }
        books.ledger.even_out();
        let size = books.ledger.cost.len();
        Self {
            estate,
            books,
            buildings,
            stairwells,
            desk: Desk::default(),
            slate: Slate::default(),
            sheet: Sheet::default(),
            chosen: vec![0; size],
            mean: vec![0; size],
            often: vec![0; size],
            shut: vec![false; size],
        }
    }

    /// What a step takes time for.
    pub fn size(&self) -> usize {
        self.books.size()
    }

    pub fn books(&self) -> &Books {
        &self.books
    }

    /// The books as they are where nothing is shut.
    pub fn evened_out(&mut self) -> &Books {
        self.books.ledger.even_out();
        &self.books
    }

    /// Starts anew from these costs; all numbers are open.
    pub fn restart(&mut self, cost: &[i32]) {
        self.books.ledger.cost.copy_from_slice(cost);
        self.mean.fill(0);
        self.often.fill(0);
        self.shut.fill(false);
    }

    /// Lets nobody choose a number in these positions of its rows.
    pub fn shut(&mut self, number: usize, positions: Range<usize>) {
        for row in self.books.ledger.numbers[number].clone() {
            let range = self.books.ledger.range(row);
            self.shut[range][positions.clone()].fill(true);
        }
        self.bar();
    }

    /// What is shut costs more than anything, on all sides. That proves what prices on all sides but the first prove,
    /// if the first cannot choose it.
    fn bar(&mut self) {
        let shut = self.books.ledger.cost.iter_mut().zip(&self.shut).filter(|(_, shut)| **shut);
        shut.for_each(|(cost, _)| *cost = DEAREST);
    }

    /// How often each position of a number's rows was chosen in the last steps, in 1/[`CHOICE`], as a mean of its
    /// sides; `None` for what is shut.
    pub fn habit(&self, number: usize) -> Vec<Option<i64>> {
        let ledger = &self.books.ledger;
        let sides = ledger.numbers[number].clone();
        let first = ledger.range(sides.start);
        let mean = |at: usize| {
            let sum: i64 = sides.clone().map(|row| self.often[ledger.range(row).start + at]).sum();
            (!self.shut[first.start + at]).then_some(sum / sides.len() as i64)
        };
        (0..first.len()).map(mean).collect()
    }

    /// Climbs up to `goal`; leaves the costs that prove most in the books, or those it came with where none prove more
    /// than `bound`. Returns the best bound. `score` is the plan's. All in 1/[`ONE`].
    pub fn run(&mut self, pace: &Pace, bound: i64, goal: i64, score: i64) -> i64 {
        let mut best = self.books.ledger.cost.clone();
        let (mut high, mut length, mut since) = (bound, (1 << LENGTH) / pace.part, 0);
        for _ in 0..pace.steps {
            let Some(now) = self.choose() else { break };
            for (often, &chosen) in self.often.iter_mut().zip(&self.chosen) {
                *often += (i64::from(chosen) * CHOICE - *often) >> HABIT;
            }
            since += 1;
            if now > high {
                (high, since) = (now, 0);
                best.copy_from_slice(&self.books.ledger.cost);
            } else if since == pace.patience {
                (length, since) = (length * 7 / 10, 0);
            }
            if high >= goal || length < SHORTEST {
                break;
            }
            self.step(length * (score - now.max(high - ONE)));
        }
        self.books.ledger.cost = best;
        high
    }

    /// Lets everybody choose; returns what they pay in all. `None` where somebody finds nothing to choose.
    fn choose(&mut self) -> Option<i64> {
        self.chosen.fill(0);
        let (books, chosen) = (&self.books, &mut self.chosen);
        let mut sum = 0;
        for (sites, sides) in [(&mut self.buildings, &books.buildings), (&mut self.stairwells, &books.stairwells)] {
            for (site, sides) in sites.iter_mut().zip(sides) {
                for (range, side) in site.of_group.iter().zip(sides) {
                    let costs = books.ledger.of(side.site);
                    site.price[range.clone()].iter_mut().zip(costs).for_each(|(price, cost)| *price = -cost);
                }
                sum += site.choose(&mut self.desk, |group, above| {
                    chosen[books.ledger.range(sides[group].site).start + above] = 1;
                });
            }
        }
        let mut picked = |row, at| chosen[books.ledger.range(row).start + at] = 1;
        for balance in &books.balances {
            sum += balance.choose(&books.ledger, &mut self.slate, &mut picked);
        }
        for seating in &books.seatings {
            sum += seating.choose(&books.ledger, &mut self.sheet, &mut picked)?;
        }
        for cluster in &books.clusters {
            sum += cluster.choose(&books.ledger, &mut picked)?;
        }
        for group in 0..self.estate.movers.len() {
            sum += self.chain(group)?;
        }
        Some(sum)
    }

    /// Lets a group choose how it spreads.
    fn chain(&mut self, group: usize) -> Option<i64> {
        let (estate, books) = (self.estate, &self.books);
        let costs = |sides: &Sides, least: usize| Costs::of(least, books.ledger.of(sides.chain));
        let inner: Vec<Vec<Costs>> = estate
            .inside
            .iter()
            .map(|inside| {
                inside.clone().map(|at| costs(&books.stairwells[at][group], estate.stairwells[at].least[group]))
            })
            .map(Iterator::collect)
            .collect();
        let outer: Vec<Costs> = (0..estate.buildings.len())
            .map(|at| costs(&books.buildings[at][group], estate.buildings[at].least[group]))
            .collect();
        let (sum, numbers) = spread(&inner, &outer, estate.movers[group])?;
        for ((at, inside), (number, parts)) in estate.inside.iter().enumerate().zip(numbers) {
            let position = |sides: &Sides, above: usize| books.ledger.range(sides.chain).start + above;
            self.chosen[position(&books.buildings[at][group], number - estate.buildings[at].least[group])] = 1;
            for (at, part) in inside.clone().zip(parts) {
                self.chosen[position(&books.stairwells[at][group], part - estate.stairwells[at].least[group])] = 1;
            }
        }
        Some(sum)
    }

    /// One step: `reach` is how far, times 2^[`LENGTH`].
    fn step(&mut self, reach: i64) {
        let ledger = &mut self.books.ledger;
        for number in &ledger.numbers {
            let first = ledger.range(number.start);
            let sides = i64::from(number.end - number.start);
            for at in 0..first.len() {
                let choice = |row: usize| i64::from(self.chosen[first.start + row * first.len() + at]) * CHOICE;
                let all: i64 = (0..sides as usize).map(choice).sum();
                for row in 0..sides as usize {
                    let mean = &mut self.mean[first.start + row * first.len() + at];
                    *mean += (choice(row) - all / sides - *mean) >> MEMORY;
                }
            }
        }
        let norm: i128 = self.mean.iter().map(|&mean| i128::from(mean * mean)).sum();
        let factor = i128::from(reach) * i128::from(CHOICE) / norm.max(1);
        let factor = factor.clamp(0, 1 << 40) as i64;
        for (cost, mean) in ledger.cost.iter_mut().zip(&self.mean) {
            let by = (mean * factor + (1 << (LENGTH - 1))) >> LENGTH;
            *cost = (i64::from(*cost) + by).clamp(i64::from(-DEAREST), i64::from(DEAREST)) as i32;
        }
        ledger.even_out();
        self.bar();
    }
}
