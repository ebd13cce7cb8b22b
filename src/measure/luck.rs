//! Chance for shuffles: one generator per replicate, so that the number of threads changes nothing.

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

/// ChaCha8 with the seed as key and the replicate's number as stream: the same on every machine.
pub(super) struct Luck(ChaCha8Rng);

impl Luck {
    pub fn new(seed: u64, replicate: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        let mut rng = ChaCha8Rng::from_seed(key);
        rng.set_stream(replicate);
        Self(rng)
    }

    /// A whole number below `limit` (at least 1), each equally likely: by multiplication, and again if the low part
    /// falls into the surplus (Lemire 2019, ACM TOMACS 29:3).
    #[inline]
    pub fn below(&mut self, limit: u32) -> u32 {
        let mut wide = u64::from(self.0.next_u32()) * u64::from(limit);
        if (wide as u32) < limit {
            let surplus = limit.wrapping_neg() % limit;
            while (wide as u32) < surplus {
                wide = u64::from(self.0.next_u32()) * u64::from(limit);
            }
        }
        (wide >> 32) as u32
    }

    /// Puts a slice in random order (Fisher & Yates, from the front), and tells each item as it is fixed.
    #[inline]
    pub fn deal<T: Copy>(&mut self, items: &mut [T], mut dealt: impl FnMut(T)) {
        let all = items.len();
        for at in 0..all {
            items.swap(at, at + self.below((all - at) as u32) as usize);
            dealt(items[at]);
        }
    }
}
