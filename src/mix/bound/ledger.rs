//! The ledger: what each number costs each of its parties to the bound.

use super::estate::Place;
use std::ops::Range;

/// Beyond every cost; many of them still add up.
pub const FAR: i64 = 1 << 40;

/// Costs of numbers, in 1/[`ONE`](super::site::ONE) of a household.
///
/// A number (of a group's or a party's volunteers in a place) is looked at from several sides, each of which has a row
/// of costs for it. The rows of a number add up to 0, so that in any plan all of them cancel out.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    pub cost: Vec<i32>,
    rows: Vec<Range<usize>>,
    /// Rows of each number.
    pub numbers: Vec<Range<u32>>,
}

impl Ledger {
    /// Begins a number; the rows that follow are its own. Returns which number it is.
    pub fn number(&mut self) -> usize {
        let next = self.rows.len() as u32;
        self.numbers.push(next..next);
        self.numbers.len() - 1
    }

    /// Adds a row of `size` costs to the last number.
    pub fn row(&mut self, size: usize) -> u32 {
        self.rows.push(self.cost.len()..self.cost.len() + size);
        self.cost.resize(self.cost.len() + size, 0);
        let last = self.numbers.last_mut().expect("a number was begun");
        last.end += 1;
        last.end - 1
    }

    /// Adds a row for each number of a group's volunteers that a place can have.
    pub fn row_of(&mut self, place: &Place, group: usize) -> u32 {
        self.row(place.most[group] - place.least[group] + 1)
    }

    /// How many costs each row of a number has.
    pub fn size(&self, number: usize) -> usize {
        self.range(self.numbers[number].start).len()
    }

    /// Where the costs of a row are.
    #[inline]
    pub fn range(&self, row: u32) -> Range<usize> {
        self.rows[row as usize].clone()
    }

    #[inline]
    pub fn of(&self, row: u32) -> &[i32] {
        &self.cost[self.range(row)]
    }

    pub fn of_mut(&mut self, row: u32) -> &mut [i32] {
        let range = self.range(row);
        &mut self.cost[range]
    }

    /// Sets the first row of each number so that its rows add up to 0.
    pub fn even_out(&mut self) {
        for number in self.numbers.clone() {
            let first = self.range(number.start);
            for at in 0..first.len() {
                let others = number.clone().skip(1).map(|row| self.cost[self.rows[row as usize].start + at]);
                self.cost[first.start + at] = -others.sum::<i32>();
            }
        }
    }
}
