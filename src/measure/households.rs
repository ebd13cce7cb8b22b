//! Whole households as cards: a shuffle never takes a household apart, also where persons are counted.
//!
//! Shuffling single persons makes chance look like separation (with 12 households a stairwell the expected D counted in
//! persons is about 0.27, while single persons would give 0.11).

use super::counts::Counts;
use super::deck::blocks;
use super::luck::Luck;
use super::profile::{Profile, pack};

/// A household in its home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Household {
    /// Its place in the level that is shuffled, by number.
    pub place: usize,
    /// Its group, by number in [`Counts::groups`].
    pub group: usize,
    /// What it counts for: its persons, or 1.
    pub persons: u32,
    /// Class of its home. Households change homes within a class only, so that the size of flats is not taken for
    /// separation of groups (Aslund & Skans 2009); 0 for all if that is no matter.
    pub class: u32,
}

/// Households, ready to be dealt again and again.
pub(super) struct Hands {
    /// Group and persons, pool after pool, in canonical order inside a pool.
    cards: Vec<(u16, u32)>,
    pools: Vec<std::ops::Range<usize>>,
    /// The pool that each home draws from, place after place.
    slots: Vec<u32>,
    /// Where the homes of each place end.
    ends: Vec<usize>,
    groups: usize,
}

impl Hands {
    pub fn new(counts: &Counts, number: usize, within: Option<usize>, households: &[Household]) -> Self {
        let places = counts.levels()[number].len();
        let block_ends = blocks(counts, number, within);
        let block = |place: usize| block_ends.partition_point(|&end| end <= place);
        let mut sorted: Vec<(usize, u32, u16, u32, usize)> = households
            .iter()
            .map(|one| (block(one.place), one.class, one.group as u16, one.persons, one.place))
            .collect();
        sorted.sort_unstable();
        let mut pools = Vec::new();
        let mut slots: Vec<(usize, u32)> = Vec::with_capacity(sorted.len());
        let mut start = 0;
        for pool in sorted.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            slots.extend(pool.iter().map(|household| (household.4, pools.len() as u32)));
            pools.push(start..start + pool.len());
            start += pool.len();
        }
        slots.sort_unstable();
        let ends = (0..places).map(|place| slots.partition_point(|slot| slot.0 <= place)).collect();
        Self {
            cards: sorted.iter().map(|household| (household.2, household.3)).collect(),
            pools,
            slots: slots.into_iter().map(|slot| slot.1).collect(),
            ends,
            groups: counts.groups().len(),
        }
    }

    /// Shuffles and gives the profile of the places, in persons.
    pub fn shuffle(&self, luck: &mut Luck) -> Profile {
        let mut cards = self.cards.clone();
        for pool in &self.pools {
            luck.deal(&mut cards[pool.clone()], |_| ());
        }
        self.profile(&cards)
    }

    fn profile(&self, cards: &[(u16, u32)]) -> Profile {
        let mut next: Vec<usize> = self.pools.iter().map(|pool| pool.start).collect();
        let mut pairs: Vec<Vec<u64>> = vec![Vec::new(); self.groups];
        let mut sizes = Vec::with_capacity(self.ends.len());
        let mut homes = vec![0u32; self.groups];
        let mut start = 0;
        for &end in &self.ends {
            let mut size = 0;
            for &pool in &self.slots[start..end] {
                let (group, persons) = cards[next[pool as usize]];
                next[pool as usize] += 1;
                homes[group as usize] += persons;
                size += persons;
            }
            for (group, count) in homes.iter_mut().enumerate().filter(|(_, count)| **count > 0) {
                pairs[group].push(pack(size, std::mem::take(count)));
            }
            sizes.push(size);
            start = end;
        }
        Profile::from_pairs(&mut sizes, &mut pairs)
    }
}

/// The profile of the households as they live, in persons.
pub(super) fn observed(counts: &Counts, number: usize, households: &[Household]) -> Profile {
    let groups = counts.groups().len();
    let mut sorted: Vec<(usize, usize, u32)> =
        households.iter().map(|one| (one.place, one.group, one.persons)).collect();
    sorted.sort_unstable();
    let mut sizes = vec![0u32; counts.levels()[number].len()];
    sorted.iter().for_each(|one| sizes[one.0] += one.2);
    let mut pairs: Vec<Vec<u64>> = vec![Vec::new(); groups];
    for run in sorted.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let persons: u32 = run.iter().map(|one| one.2).sum();
        if persons > 0 {
            pairs[run[0].1].push(pack(sizes[run[0].0], persons));
        }
    }
    Profile::from_pairs(&mut sizes, &mut pairs)
}
