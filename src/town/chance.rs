//! Seeded chance in whole numbers only, so that a town has the same bytes on every machine.

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

/// What a stream of chance is used for. Each use has a stream of its own, so that another share of bonds, say,
/// leaves everybody's size and choices as they were.
#[derive(Clone, Copy)]
pub(super) enum Stream {
    Land = 1,
    Groups,
    People,
    Bonds,
    Wishes,
    Consent,
    Order,
    Demand,
    Homes,
    Residents,
}

/// One stream of chance.
pub(super) struct Chance(ChaCha8Rng);

impl Chance {
    /// The stream of this use under this seed number.
    pub(super) fn new(seed: u64, stream: Stream) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8] = stream as u8;
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A whole number below `limit` (at least 1). Its bias is below one in 2^32 for any list that fits in memory.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        ((u128::from(self.0.next_u64()) * limit as u128) >> 64) as usize
    }

    /// True in so many of 100 cases.
    pub(super) fn percent(&mut self, share: u32) -> bool {
        self.below(100) < share as usize
    }

    /// A place in the list, by weight; the weights add up to more than 0.
    pub(super) fn weighted(&mut self, weights: &[u32]) -> usize {
        let total: usize = weights.iter().map(|&w| w as usize).sum();
        let mut left = self.below(total);
        for (place, &weight) in weights.iter().enumerate() {
            if left < weight as usize {
                return place;
            }
            left -= weight as usize;
        }
        unreachable!("a number below the sum of the weights falls on one of them")
    }

    /// One of the list, each alike.
    pub(super) fn one_of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    /// Brings the list into any order, all orders alike.
    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, self.below(end + 1));
        }
    }
}

/// Splits `total` in proportion to the weights; the parts add up to `total` exactly.
pub(super) fn split(total: u32, weights: &[u32]) -> Vec<u32> {
    let sum: u64 = weights.iter().map(|&w| u64::from(w)).sum();
    let mut seen = 0;
    let mut given = 0;
    let part = |&weight: &u32| {
        seen += u64::from(weight);
        let until = (u128::from(seen) * u128::from(total) / u128::from(sum)) as u32;
        let part = until - given;
        given = until;
        part
    };
    weights.iter().map(part).collect()
}
