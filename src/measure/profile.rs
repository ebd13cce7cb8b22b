//! What the indices need to know of a level, and no more: how many places have this size and this many homes of a
//! group.
//!
//! An index of evenness does not care which place is which. So equal places are counted once: 216,667 stairwells of
//! 12 homes and 10 groups come down to some hundred numbers. Kept sorted, they also make every sum independent of
//! the order of places; and a shuffle needs to give nothing but its profile.

use super::counts::Level;
use super::value::{Undefined, Value};
use rayon::prelude::*;

/// Places of the same size with the same number of homes of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Homes in such a place, all groups.
    pub size: u32,
    /// Homes of the group in such a place, at least 1.
    pub homes: u32,
    /// How many such places there are.
    pub places: u32,
}

/// One group over all places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Homes of the group.
    pub total: u64,
    /// Where they are, by size and homes.
    pub cells: Vec<Cell>,
    /// Homes in places where the group has none.
    pub elsewhere: u64,
}

/// A level's places, without their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Homes in all places.
    pub total: u64,
    /// Sizes of places and how many there are of each, ascending; empty places left out.
    pub sizes: Vec<(u32, u32)>,
    /// The groups in canonical order.
    pub columns: Vec<Column>,
}

impl Profile {
    /// The profile of a level with so many groups.
    pub fn of(level: &Level, groups: usize) -> Self {
        let mut sizes: Vec<u32> = level.totals.clone();
        let mut pairs: Vec<Vec<u64>> = vec![Vec::new(); groups];
        for place in 0..level.len() {
            for entry in level.entries(place) {
                pairs[entry.group as usize].push(pack(level.total(place), entry.homes));
            }
        }
        Self::from_pairs(&mut sizes, &mut pairs)
    }

    /// A profile from the sizes of places and, for each group, (size, homes) pairs as [`pack`] makes them. Both are
    /// left sorted.
    pub(super) fn from_pairs(sizes: &mut [u32], pairs: &mut [Vec<u64>]) -> Self {
        sizes.sort_unstable();
        let sizes: Vec<(u32, u32)> = runs(sizes).filter(|run| run.0 > 0).collect();
        let columns = pairs
            .par_iter_mut()
            .map(|pairs| {
                pairs.sort_unstable();
                runs(pairs)
                    .map(|(pair, places)| Cell { size: (pair >> 32) as u32, homes: pair as u32, places })
                    .collect()
            })
            .collect();
        Self::from_cells(sizes, columns)
    }

    /// A profile from sorted sizes and sorted cells.
    pub(super) fn from_cells(sizes: Vec<(u32, u32)>, columns: Vec<Vec<Cell>>) -> Self {
        let total = sizes.iter().map(|&(size, places)| u64::from(size) * u64::from(places)).sum();
        let column = |cells: Vec<Cell>| Column {
            total: cells.iter().map(|cell| u64::from(cell.homes) * u64::from(cell.places)).sum(),
            elsewhere: total - cells.iter().map(|cell| u64::from(cell.size) * u64::from(cell.places)).sum::<u64>(),
            cells,
        };
        Self { total, sizes, columns: columns.into_iter().map(column).collect() }
    }

    /// Inhabited places.
    pub fn places(&self) -> u64 {
        self.sizes.iter().map(|&(_, places)| u64::from(places)).sum()
    }

    /// Groups that have any member.
    pub fn present(&self) -> usize {
        self.columns.iter().filter(|column| column.total > 0).count()
    }

    /// The group's share of all homes.
    pub fn share(&self, group: usize) -> f64 {
        self.columns[group].total as f64 / self.total as f64
    }

    /// T² Simpson's I = T² - sum of n²: a whole number, and twice the pairs of homes of unequal group.
    pub fn unequal_pairs(&self) -> u128 {
        let square = |n: u64| u128::from(n) * u128::from(n);
        square(self.total) - self.columns.iter().map(|column| square(column.total)).sum::<u128>()
    }

    /// Nothing if at least two groups are here, else the reason why evenness has no value.
    pub fn compare(&self) -> Result<(), Undefined> {
        match self.present() {
            0 => Err(Undefined::Nobody),
            1 => Err(Undefined::OneGroup),
            _ => Ok(()),
        }
    }

    /// Nothing if the group and others are here, else the reason why the group cannot be compared with the rest.
    pub fn compare_group(&self, group: usize) -> Result<(), Undefined> {
        match self.columns[group].total {
            _ if self.total == 0 => Err(Undefined::Nobody),
            0 => Err(Undefined::GroupAbsent),
            n if n == self.total => Err(Undefined::GroupAlone),
            _ => Ok(()),
        }
    }

    /// Sizes of the places where the group has no home, and how many there are of each.
    pub fn without(&self, group: usize) -> impl Iterator<Item = (u32, u32)> + '_ {
        let cells = &self.columns[group].cells;
        let mut at = 0;
        self.sizes.iter().filter_map(move |&(size, places)| {
            let mut left = places;
            while at < cells.len() && cells[at].size == size {
                left -= cells[at].places;
                at += 1;
            }
            (left > 0).then_some((size, left))
        })
    }

    /// The sum over groups of a value per group that is present; nothing else may be undefined.
    pub(super) fn sum_present(&self, value: impl Fn(usize) -> f64) -> Value {
        self.compare()?;
        let present = (0..self.columns.len()).filter(|&group| self.columns[group].total > 0);
        Ok(super::sum::sum(present.map(value)))
    }
}

/// Size and homes in one number that sorts by size, then homes.
#[inline]
pub(super) fn pack(size: u32, homes: u32) -> u64 {
    (u64::from(size) << 32) | u64::from(homes)
}

/// Equal neighbours of a sorted list, each once, with their number.
fn runs<T: Copy + PartialEq>(sorted: &[T]) -> impl Iterator<Item = (T, u32)> + '_ {
    sorted.chunk_by(|a, b| a == b).map(|run| (run[0], run.len() as u32))
}
