//! Vacant homes as the checks of the first allocation see them: pools of homes that no wish tells apart.
//!
//! A pool is a cell of the design with floors joined wherever no stated floor limit lies between them: for the
//! question who can be housed where, these are the same home. (The order of the dwelling draw is checked in exact
//! cells, in `home_order`.)

use super::case::Case;
use crate::model::{Dwelling, DwellingStatus, Household};
use std::collections::BTreeMap;
use std::ops::Range;

/// All pools, sorted by estate and home type.
pub(super) struct Pools {
    /// What each pool consists of.
    kinds: Vec<Kind>,
    /// Pool of each vacant dwelling.
    pub of_dwelling: Vec<Option<usize>>,
    /// Pools by estate and home type, the home type running fastest.
    ranges: Vec<Range<usize>>,
    estates: usize,
    types: usize,
    /// Floors that divide the bands, ascending; a household's limit is one of them.
    limits: Vec<i16>,
}

/// (estate, home type, step-free, floor band), as indices.
type Kind = (usize, usize, bool, usize);

/// A set of pools, as a wish describes it. Two households with the same reach accept the same pools.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reach {
    /// Estates, sorted.
    estates: Vec<usize>,
    /// Whether the estates are those not listed.
    others: bool,
    /// Home types, sorted.
    types: Vec<usize>,
    step_free: bool,
    /// Highest floor band.
    band: usize,
}

impl Pools {
    pub fn of(case: &Case) -> Pools {
        Self::divided_at(case, Self::stated_limits(case).collect())
    }

    /// Every floor apart, so that each pool is a cell of the design.
    pub fn exact(case: &Case) -> Pools {
        let floors = case.evidence.intake.stock.dwellings.iter().map(|home| home.floor);
        Self::divided_at(case, floors.chain(Self::stated_limits(case)).collect())
    }

    fn stated_limits<'a>(case: &Case<'a>) -> impl Iterator<Item = i16> + use<'a> {
        case.evidence.intake.households.iter().filter_map(|who| who.needs.max_floor)
    }

    /// Floors on both sides of a limit are kept apart.
    fn divided_at(case: &Case, mut limits: Vec<i16>) -> Pools {
        let stock = &case.evidence.intake.stock;
        limits.sort_unstable();
        limits.dedup();
        let kind =
            |home: &Dwelling| (home.estate.index(), home.home_type.index(), home.step_free, band(&limits, home.floor));
        let vacant = |home: &&Dwelling| home.status == DwellingStatus::Vacant;
        let mut kinds: Vec<Kind> = stock.dwellings.iter().filter(vacant).map(kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let pool = |home: &Dwelling| vacant(&home).then(|| kinds.binary_search(&kind(home)).expect("listed above"));
        let of_dwelling = stock.dwellings.iter().map(pool).collect();
        let (estates, types) = (stock.estates.len(), stock.home_types.len());
        let start = |at: usize| kinds.partition_point(|&(estate, kind, ..)| estate * types + kind < at);
        let ranges = (0..estates * types).map(|at| start(at)..start(at + 1)).collect();
        Pools { kinds, of_dwelling, ranges, estates, types, limits }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Everything a household accepts.
    pub fn reach(&self, who: &Household) -> Reach {
        let mut estates = Vec::new();
        if !who.choices.any {
            estates = who.choices.tiers.iter().flatten().map(|estate| estate.index()).collect();
        }
        self.limited(who, estates, who.choices.any, who.home_types.iter().map(|kind| kind.index()).collect())
    }

    /// One tier of a household, both ranks from 1.
    pub fn tier(&self, who: &Household, choice: usize, kind: usize) -> Reach {
        let named = who.choices.tiers.get(choice - 1);
        let listed = match named {
            Some(tier) => tier.iter().map(|estate| estate.index()).collect(),
            None => who.choices.tiers.iter().flatten().map(|estate| estate.index()).collect(),
        };
        self.limited(who, listed, named.is_none(), vec![who.home_types[kind - 1].index()])
    }

    fn limited(&self, who: &Household, mut estates: Vec<usize>, others: bool, mut types: Vec<usize>) -> Reach {
        estates.sort_unstable();
        types.sort_unstable();
        let band = who.needs.max_floor.map_or(self.limits.len(), |limit| band(&self.limits, limit));
        Reach { estates, others, types, step_free: who.needs.step_free, band }
    }

    /// The pools of a reach.
    pub fn within<'a>(&'a self, reach: &'a Reach) -> impl Iterator<Item = usize> + 'a {
        let (listed, others) = if reach.others { (&[][..], 0..self.estates) } else { (&reach.estates[..], 0..0) };
        let others = others.filter(move |estate| reach.estates.binary_search(estate).is_err());
        let estates = listed.iter().copied().chain(others);
        let ranges = estates.flat_map(move |estate| reach.types.iter().map(move |kind| estate * self.types + kind));
        ranges.flat_map(move |at| self.ranges[at].clone()).filter(move |&pool| {
            let (_, _, step_free, band) = self.kinds[pool];
            (step_free || !reach.step_free) && band <= reach.band
        })
    }
}

/// How many stated limits lie below a floor. A household with the limit of index `i` accepts bands 0 to `i`.
fn band(limits: &[i16], floor: i16) -> usize {
    limits.partition_point(|&limit| limit < floor)
}

/// Households with equal reach, numbered as they come.
#[derive(Default)]
pub(super) struct Classes {
    numbers: BTreeMap<Reach, usize>,
    /// Reach of each class.
    pub reach: Vec<Reach>,
}

impl Classes {
    /// The number of the class of this reach.
    pub fn number(&mut self, reach: Reach) -> usize {
        if let Some(&known) = self.numbers.get(&reach) {
            return known;
        }
        let number = self.reach.len();
        self.numbers.insert(reach.clone(), number);
        self.reach.push(reach);
        number
    }
}

/// Homes of each pool that no row of `first.csv` names.
pub(super) fn free_homes(case: &Case, pools: &Pools) -> Vec<u32> {
    let mut free = vec![0; pools.len()];
    for (home, pool) in pools.of_dwelling.iter().enumerate() {
        if let Some(pool) = *pool
            && case.first.named[home] == 0
        {
            free[pool] += 1;
        }
    }
    free
}
