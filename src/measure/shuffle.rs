//! Seeded shuffles: the chance band of an index, and how far today's value lies outside it.
//!
//! The null hypothesis deals whole households over places; sizes of places and totals of groups stay as they are.
//! A full population has no sampling error, so the band is one of lots, not a confidence interval.

use super::band::{Band, band, defined};
use super::counts::Counts;
use super::deck::{Card, Deck};
use super::households::{Hands, Household, observed};
use super::luck::Luck;
use super::profile::Profile;
use super::statistic::Statistic;
use super::value::{Undefined, Value};
use rayon::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What to shuffle, how often, and what to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Shuffles {
    /// How often, at least once.
    pub replicates: usize,
    /// The seed. Replicate `r` has its own generator from seed and `r`: threads do not change a result.
    pub seed: u64,
    /// Deal only inside the places of this coarser level, by number; all together if it is none.
    pub within: Option<usize>,
    /// The indices.
    pub statistics: Vec<Statistic>,
    /// Counts shuffles as they are done, for whoever waits.
    pub counter: Counter,
}

/// A number that others may watch. It says nothing about what is measured, so all are equal.
#[derive(Clone, Debug, Default)]
pub struct Counter(pub Arc<AtomicU64>);

impl PartialEq for Counter {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Shuffles {
    /// 1,000 shuffles over all places, for D, H, R and neighbour mix.
    pub fn usual(seed: u64) -> Self {
        Self {
            replicates: 1_000,
            seed,
            within: None,
            statistics: Statistic::USUAL.to_vec(),
            counter: Counter::default(),
        }
    }
}

/// One band for each statistic asked for, or why there is none.
pub type Bands = Vec<(Statistic, Result<Band, Undefined>)>;

/// Shuffles the homes of a level.
pub fn shuffle_homes(counts: &Counts, level: usize, shuffles: &Shuffles) -> Bands {
    let groups = counts.groups().len();
    let today = Profile::of(&counts.levels()[level], groups);
    if groups <= 256 {
        shuffle_deck(&Deck::<u8>::new(counts, level, shuffles.within), &today, shuffles)
    } else {
        shuffle_deck(&Deck::<u16>::new(counts, level, shuffles.within), &today, shuffles)
    }
}

fn shuffle_deck<C: Card>(deck: &Deck<C>, today: &Profile, shuffles: &Shuffles) -> Bands {
    bands(today, shuffles, || deck.table(), |table, luck| deck.shuffle(table, luck))
}

/// Shuffles whole households over the homes of a level, and counts persons.
///
/// `counts` lends its places and groups; what is counted comes from the households alone.
///
/// # Panics
///
/// If a household names a place or a group by a number that there is not.
pub fn shuffle_households(counts: &Counts, level: usize, households: &[Household], shuffles: &Shuffles) -> Bands {
    let hands = Hands::new(counts, level, shuffles.within, households);
    bands(&observed(counts, level, households), shuffles, || (), |_, luck| hands.shuffle(luck))
}

fn bands<T>(
    today: &Profile,
    shuffles: &Shuffles,
    room: impl Fn() -> T + Sync + Send,
    shuffle: impl Fn(&mut T, &mut Luck) -> Profile + Sync + Send,
) -> Bands {
    let now: Vec<Value> = shuffles.statistics.iter().map(|statistic| statistic.of(today)).collect();
    let wanted = now.iter().any(Result::is_ok);
    let replicates = if wanted { shuffles.replicates.max(1) } else { 0 };
    let values: Vec<Vec<Value>> = (0..replicates)
        .into_par_iter()
        .map_init(&room, |room, replicate| {
            shuffles.counter.0.fetch_add(1, Ordering::Relaxed);
            let profile = shuffle(room, &mut Luck::new(shuffles.seed, replicate as u64));
            shuffles.statistics.iter().map(|statistic| statistic.of(&profile)).collect()
        })
        .collect();
    let one = |(number, &statistic): (usize, &Statistic)| {
        let result = now[number].and_then(|observed| {
            let values = defined(values.iter().map(|replicate| replicate[number]));
            if values.is_empty() { Err(Undefined::NoNeighbours) } else { Ok(band(statistic, observed, values)) }
        });
        (statistic, result)
    };
    shuffles.statistics.iter().enumerate().map(one).collect()
}
