//! A plan beside lots: the distances of a first allocation and of a plan, and what dealing the same households over
//! the same homes would give.
//!
//! Distance of a level = ½ Σ max(0, |n(u,g) − c(g)/C·N(u)| − t/100·N(u)), in households, over its places. A household
//! is without company where its group has fewer than `company` in the stairwell and at least as many in the estate.
//! Lots deal the households of the first allocation inside their estate and home type, so that what people chose and
//! the size of their homes are not taken for separation (Åslund & Skans 2009); for the level of the estates, inside the
//! home type alone. Residents stay where they are.
//!
//! A single place is never told of without the 95 % of its own lots: a stairwell of twelve homes is off its target by
//! chance nearly always.

use super::band::quantile;
use super::luck::Luck;
use super::suppress::THRESHOLD;
use crate::model::{Intake, Placement, Reference, Roll, Stock, Target};
use rayon::prelude::*;

/// One figure of a plan beside lots, in households.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BesideLots {
    /// In the first allocation.
    pub first: f64,
    /// In the plan.
    pub last: f64,
    /// 2.5 and 97.5 % points of lots.
    pub band: (f64, f64),
}

/// How far a place is from its target, without a sign and without a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shade {
    /// Fewer households of declared groups than may be told of.
    Few,
    /// No nearer and no further than lots bring such a place: number of the step in [`STEPS`] that the share of homes
    /// off target falls into.
    AsByLot(u8),
    /// Nearer than lots, the same.
    Nearer(u8),
    /// Further than lots, the same.
    Further(u8),
}

/// Upper ends of the steps of a shade, in percent of homes that would need another group; the last step is open.
pub const STEPS: [u32; 4] = [5, 10, 20, 30];

/// Everything, without a count of any group.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearness {
    /// Households without company.
    pub company: BesideLots,
    /// Distance of stairwells, buildings, estates.
    pub levels: [BesideLots; 3],
    /// By stairwell of the stock: after the first allocation, and in the plan.
    pub stairwells: Vec<[Shade; 2]>,
    /// By building of the stock, the same.
    pub buildings: Vec<[Shade; 2]>,
    /// By stairwell: whether it is on target within the tolerance.
    pub on_target: Vec<[bool; 2]>,
    /// Times dealt.
    pub replicates: usize,
}

const NOBODY: u16 = u16::MAX;

/// The places of a stock with the residents that stay in them.
struct Ground<'a> {
    stock: &'a Stock,
    target: &'a Target,
    groups: usize,
    residents: Vec<u32>,
}

/// Figures of one table of counts.
struct Look {
    company: f64,
    stairwell: f64,
    building: f64,
    estate: f64,
    /// Share off target by stairwell, then by building; below 0 where nobody is.
    apart: Vec<f32>,
    /// By stairwell: inhabited, and nobody off target beyond the tolerance.
    on_target: Vec<bool>,
}

/// Compares a first allocation and a plan with lots.
pub fn nearness(
    intake: &Intake,
    roll: &Roll,
    target: &Target,
    [first, last]: [&Placement; 2],
    replicates: usize,
    seed: u64,
) -> Nearness {
    let ground = Ground::new(&intake.stock, target, roll);
    let homes =
        |placement: &Placement| ground.look(&ground.counts(declared(intake, roll, placement).map(|h| (h.2, h.3))));
    let looks = [homes(first), homes(last)];
    let hands: Vec<Hand> = declared(intake, roll, first).collect();
    let inside = Deck::new(hands.clone(), |hand| (hand.0, hand.1));
    let over_all = Deck::new(hands, |hand| (0, hand.1));
    let tallies = ground.many(&inside, &looks, replicates, seed);
    let estates: Vec<f64> = (0..replicates)
        .into_par_iter()
        .map(|at| ground.estates(&ground.counts(over_all.deal(&mut Luck::new(seed, (replicates + at) as u64)))))
        .collect();
    let beside = |of: fn(&Look) -> f64, mut values: Vec<f64>| {
        values.sort_unstable_by(f64::total_cmp);
        let band = (quantile(&values, 0.025), quantile(&values, 0.975));
        BesideLots { first: of(&looks[0]), last: of(&looks[1]), band }
    };
    let column = |n: usize| tallies.figures.iter().map(|figures| figures[n]).collect::<Vec<f64>>();
    let shades = ground.shades(&looks, &tallies);
    let (stairwells, buildings) = shades.split_at(intake.stock.stairwells.len());
    Nearness {
        company: beside(|look| look.company, column(0)),
        levels: [
            beside(|look| look.stairwell, column(1)),
            beside(|look| look.building, column(2)),
            beside(|look| look.estate, estates),
        ],
        stairwells: stairwells.to_vec(),
        buildings: buildings.to_vec(),
        on_target: (0..intake.stock.stairwells.len())
            .map(|at| [0, 1].map(|table: usize| looks[table].on_target[at]))
            .collect(),
        replicates,
    }
}

/// Estate, home type, stairwell, group ([`NOBODY`] where none is stated).
type Hand = (u32, u32, u32, u16);

fn declared<'a>(intake: &'a Intake, roll: &'a Roll, placement: &'a Placement) -> impl Iterator<Item = Hand> + 'a {
    placement.home_of.iter().enumerate().filter_map(|(who, home)| {
        let home = intake.stock.dwelling((*home)?);
        let group = roll.of_household[who].map_or(NOBODY, |group| group.index() as u16);
        Some((home.estate.0, home.home_type.0, home.stairwell.0, group))
    })
}

/// Households as cards, in pools that are dealt among themselves.
struct Deck {
    cards: Vec<u16>,
    stairwells: Vec<u32>,
    ends: Vec<usize>,
}

impl Deck {
    fn new(mut hands: Vec<Hand>, pool: impl Fn(&Hand) -> (u32, u32)) -> Self {
        // In canonical order, so that a shuffle does not depend on who lives where today.
        hands.sort_unstable_by_key(|hand| (pool(hand), hand.3));
        let cards = hands.iter().map(|hand| hand.3).collect();
        hands.sort_unstable_by_key(|hand| (pool(hand), hand.2));
        let mut ends = Vec::new();
        for chunk in hands.chunk_by(|a, b| pool(a) == pool(b)) {
            ends.push(ends.last().copied().unwrap_or(0) + chunk.len());
        }
        Self { cards, stairwells: hands.iter().map(|hand| hand.2).collect(), ends }
    }

    fn deal(&self, luck: &mut Luck) -> impl Iterator<Item = (u32, u16)> + '_ {
        let mut cards = self.cards.clone();
        let mut start = 0;
        for &end in &self.ends {
            luck.deal(&mut cards[start..end], |_| ());
            start = end;
        }
        self.stairwells.iter().copied().zip(cards)
    }
}

/// What many deals gave.
struct Tallies {
    /// Company, stairwell, building of each deal.
    figures: Vec<[f64; 3]>,
    /// By place and table: deals in which the place was as near or nearer, and as far or further.
    tails: Vec<[[u32; 2]; 2]>,
}

impl<'a> Ground<'a> {
    fn new(stock: &'a Stock, target: &'a Target, roll: &Roll) -> Self {
        let groups = roll.groups.len();
        let mut residents = vec![0; stock.stairwells.len() * groups];
        for some in &roll.residents {
            residents[some.stairwell.index() * groups + some.group.index()] += some.households;
        }
        Self { stock, target, groups, residents }
    }

    fn counts(&self, homes: impl Iterator<Item = (u32, u16)>) -> Vec<u32> {
        let mut counts = self.residents.clone();
        for (stairwell, group) in homes.filter(|(_, group)| *group != NOBODY) {
            counts[stairwell as usize * self.groups + usize::from(group)] += 1;
        }
        counts
    }

    /// Counts of the next level up.
    fn gather(&self, counts: &[u32], places: usize, parent: impl Fn(usize) -> usize) -> Vec<u32> {
        let mut sums = vec![0; places * self.groups];
        for (child, row) in counts.chunks(self.groups.max(1)).enumerate() {
            let sum = &mut sums[parent(child) * self.groups..][..self.groups];
            sum.iter_mut().zip(row).for_each(|(sum, count)| *sum += count);
        }
        sums
    }

    fn look(&self, counts: &[u32]) -> Look {
        let (stock, groups) = (self.stock, self.groups);
        let buildings = self.gather(counts, stock.buildings.len(), |at| stock.stairwells[at].building.index());
        let estates = self.gather(&buildings, stock.estates.len(), |at| stock.buildings[at].estate.index());
        let own: Vec<Vec<u32>> =
            (0..stock.estates.len()).map(|at| self.reference(&estates[at * groups..][..groups])).collect();
        let mut look =
            Look { company: 0.0, stairwell: 0.0, building: 0.0, estate: 0.0, apart: Vec::new(), on_target: Vec::new() };
        for (at, place) in stock.stairwells.iter().enumerate() {
            let here = &counts[at * groups..][..groups];
            let (over, apart) = off(here, &own[place.estate.index()], self.target.stairwell);
            look.stairwell += over;
            look.on_target.push(over < 1e-9 && here.iter().any(|&households| households > 0));
            look.apart.push(apart);
            let estate = &estates[place.estate.index() * groups..][..groups];
            let alone =
                here.iter().zip(estate).filter(|(n, all)| **n < self.target.company && **all >= self.target.company);
            look.company += alone.map(|(n, _)| f64::from(*n)).sum::<f64>();
        }
        for (at, place) in stock.buildings.iter().enumerate() {
            let here = &buildings[at * groups..][..groups];
            let (over, apart) = off(here, &own[place.estate.index()], self.target.building);
            look.building += over;
            look.apart.push(apart);
        }
        look.estate = self.between(&estates);
        look
    }

    /// Distance of the estates, from the counts of stairwells.
    fn estates(&self, counts: &[u32]) -> f64 {
        let stairwells = &self.stock.stairwells;
        self.between(&self.gather(counts, self.stock.estates.len(), |at| stairwells[at].estate.index()))
    }

    /// Distance of the estates, from their counts.
    fn between(&self, estates: &[u32]) -> f64 {
        let whole = self.reference(&self.gather(estates, 1, |_| 0));
        estates.chunks(self.groups.max(1)).map(|row| off(row, &whole, self.target.estate).0).sum()
    }

    fn reference(&self, own: &[u32]) -> Vec<u32> {
        match &self.target.reference {
            Reference::Shares(shares) if shares.len() == self.groups => shares.clone(),
            _ => own.to_vec(),
        }
    }

    fn many(&self, deck: &Deck, looks: &[Look; 2], replicates: usize, seed: u64) -> Tallies {
        let places = looks[0].apart.len();
        let empty = || Tallies { figures: Vec::new(), tails: vec![[[0; 2]; 2]; places] };
        let one = |mut all: Tallies, at: usize| {
            let look = self.look(&self.counts(deck.deal(&mut Luck::new(seed, at as u64))));
            for (place, &apart) in look.apart.iter().enumerate() {
                for (table, now) in looks.iter().enumerate() {
                    all.tails[place][table][0] += u32::from(apart <= now.apart[place] + 1e-6);
                    all.tails[place][table][1] += u32::from(apart >= now.apart[place] - 1e-6);
                }
            }
            all.figures.push([look.company, look.stairwell, look.building]);
            all
        };
        let join = |mut a: Tallies, b: Tallies| {
            a.figures.extend(b.figures);
            for (a, b) in a.tails.iter_mut().flatten().flatten().zip(b.tails.iter().flatten().flatten()) {
                *a += b;
            }
            a
        };
        (0..replicates).into_par_iter().fold(empty, one).reduce(empty, join)
    }

    fn shades(&self, looks: &[Look; 2], tallies: &Tallies) -> Vec<[Shade; 2]> {
        let all = tallies.figures.len() as f64 + 1.0;
        // A place with few declared households in either table is told of in neither.
        let few: Vec<bool> = self.few(looks);
        let shade = |place: usize, table: usize| {
            let percent = f64::from(looks[table].apart[place]) * 100.0;
            let step = STEPS.iter().filter(|&&end| percent >= f64::from(end)).count() as u8;
            let rare = tallies.tails[place][table].map(|count| (f64::from(count) + 1.0) / all <= 0.025);
            match (few[place], rare) {
                (true, _) => Shade::Few,
                (false, [true, _]) => Shade::Nearer(step),
                (false, [_, true]) => Shade::Further(step),
                (false, [false, false]) => Shade::AsByLot(step),
            }
        };
        (0..few.len()).map(|place| [0, 1].map(|table| shade(place, table))).collect()
    }

    fn few(&self, looks: &[Look; 2]) -> Vec<bool> {
        let all = looks[0].apart.len();
        (0..all).map(|place| looks.iter().any(|look| look.apart[place] < 0.0)).collect()
    }
}

/// Households off target beyond the tolerance, and the plain share off target (−1 where too few are counted to say).
fn off(here: &[u32], reference: &[u32], tolerance: u32) -> (f64, f32) {
    let (all, total): (u32, u32) = (here.iter().sum(), reference.iter().sum());
    if total == 0 || all == 0 {
        return (0.0, -1.0);
    }
    let (size, total) = (f64::from(all), f64::from(total));
    let free = f64::from(tolerance) / 100.0 * size;
    let apart = |(n, c): (&u32, &u32)| (f64::from(*n) - f64::from(*c) / total * size).abs();
    let over: f64 = here.iter().zip(reference).map(|pair| (apart(pair) - free).max(0.0)).sum();
    let plain: f64 = here.iter().zip(reference).map(apart).sum();
    let share = if all < THRESHOLD { -1.0 } else { (plain / 2.0 / size) as f32 };
    (over / 2.0, share)
}
