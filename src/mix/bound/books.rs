//! Books: every number of an estate, and everybody who looks at it.

use super::ascent::{above_plan, parts};
use super::balance::{Balance, Total};
use super::cluster::Cluster;
use super::estate::{Estate, Place};
use super::ledger::Ledger;
use super::parties::{Holding, Limit, clusters};
use super::seating::{Item, Seating};
use crate::model::{PlacePrices, Prices};
use std::ops::Range;

/// Sides of a group's number in a building or stairwell: its place, its chain, and in a stairwell the parties that
/// make it.
#[derive(Clone, Copy, Debug)]
pub struct Sides {
    pub site: u32,
    pub chain: u32,
    pub parties: u32,
}

/// Every number of an estate, and whoever chooses some of them besides sites and chains.
#[derive(Clone, Debug, Default)]
pub struct Books {
    pub ledger: Ledger,
    /// By place and group.
    pub buildings: Vec<Vec<Sides>>,
    pub stairwells: Vec<Vec<Sides>>,
    pub balances: Vec<Balance>,
    pub seatings: Vec<Seating>,
    pub clusters: Vec<Cluster>,
    /// By stairwell: its parties' numbers. Those of its groups come before.
    inside: Vec<Range<usize>>,
}

/// Books that are being opened.
struct Opening<'a> {
    estate: &'a Estate,
    books: Books,
    /// By group, where all of its parties are looked at as a whole.
    seatings: Vec<Option<Seating>>,
    /// By party, whether its share in each stairwell is asked for; and the rows of these, with their stairwells.
    shared: Vec<bool>,
    shares: Vec<Vec<(usize, u32)>>,
}

impl Books {
    /// Books at no prices. All places must be priced.
    pub fn new(estate: &Estate) -> Self {
        let clusters = clusters(&estate.parties);
        let seatings: Vec<_> = (0..estate.movers.len()).map(|group| Seating::of(estate, group)).collect();
        let seated =
            |at: usize| seatings.iter().enumerate().any(|(g, s)| s.is_some() && estate.parties[at].weight(g) > 0);
        let mut shared: Vec<bool> = (0..estate.parties.len()).map(|at| !seated(at)).collect();
        clusters.iter().flatten().for_each(|&unit| shared[unit] = true);
        let shares = vec![Vec::new(); shared.len()];
        let mut opening = Opening { estate, books: Self::default(), seatings, shared, shares };
        for place in &estate.buildings {
            opening.building(place);
        }
        for at in 0..estate.stairwells.len() {
            opening.stairwell(at);
        }
        opening.close(&clusters)
    }

    /// Costs, and steps of the tables of seatings: what a step of the climb takes time for.
    pub fn size(&self) -> usize {
        self.ledger.cost.len() + self.seatings.iter().map(Seating::size).sum::<usize>() / 16
    }

    /// Which number is a group's in a stairwell, or after these a party's.
    pub fn number(&self, stairwell: usize, number: usize) -> usize {
        self.inside[stairwell].start - self.stairwells[stairwell].len() + number
    }

    /// How many numbers there are in a stairwell.
    pub fn numbers(&self, stairwell: usize) -> usize {
        self.inside[stairwell].len() + self.stairwells[stairwell].len()
    }

    /// The books as the witness keeps them. The first side of every number is left out: it is what makes them add up
    /// to 0.
    pub fn prices(&self, estate: &Estate) -> Prices {
        let levels = [(&self.buildings, &estate.buildings), (&self.stairwells, &estate.stairwells)];
        let [buildings, stairwells] = levels.map(|(sides, places)| -> Vec<PlacePrices> {
            let paid = |side: &Sides| self.ledger.of(side.site).iter().map(|cost| -cost).collect::<Vec<i32>>();
            let list = |(sides, place): (&Vec<Sides>, &Place)| {
                sides.iter().enumerate().map(|(group, side)| above_plan(&paid(side), place, group)).collect()
            };
            sides.iter().zip(places).map(list).collect()
        });
        let inside =
            self.stairwells.iter().zip(&estate.stairwells).zip(&self.inside).map(|((sides, place), numbers)| {
                let groups = sides.iter().enumerate();
                let groups = groups.map(|(group, side)| above_plan(self.ledger.of(side.parties), place, group));
                let rows = self.ledger.numbers[numbers.clone()].iter().flat_map(|rows| rows.clone().skip(1));
                let rows = rows.map(|row| self.ledger.of(row));
                groups.chain(rows.map(|row| row.iter().map(|cost| parts(cost - row[0])).collect())).collect()
            });
        Prices { buildings, stairwells, parties: inside.collect() }
    }
}

impl Opening<'_> {
    fn building(&mut self, place: &Place) {
        let ledger = &mut self.books.ledger;
        let sides = (0..self.estate.movers.len()).map(|group| {
            ledger.number();
            let (site, chain) = (ledger.row_of(place, group), ledger.row_of(place, group));
            Sides { site, chain, parties: chain }
        });
        let sides = sides.collect();
        self.books.buildings.push(sides);
    }

    fn stairwell(&mut self, at: usize) {
        let (place, holding) = (&self.estate.stairwells[at], &self.estate.holdings[at]);
        let mut sides = Vec::new();
        for group in 0..self.estate.movers.len() {
            self.books.ledger.number();
            let rows = [(); 3].map(|()| self.books.ledger.row_of(place, group));
            sides.push(Sides { site: rows[0], chain: rows[1], parties: rows[2] });
        }
        let first = self.books.ledger.numbers.len();
        let parts = self.parties(at, holding);
        self.books.inside.push(first..self.books.ledger.numbers.len());
        for (group, (parts, side)) in parts.into_iter().zip(&sides).enumerate() {
            self.group(place, holding, group, side.parties, parts);
        }
        self.books.stairwells.push(sides);
    }

    /// Opens the numbers of the parties in a stairwell. By group, what makes its number: position in the holding, and
    /// the party.
    fn parties(&mut self, at: usize, holding: &Holding) -> Vec<Vec<(usize, Item)>> {
        let ledger = &mut self.books.ledger;
        let mut parts: Vec<Vec<(usize, Item)>> = vec![Vec::new(); self.estate.movers.len()];
        let mut limits: Vec<Vec<(u32, usize)>> = vec![Vec::new(); holding.limits.len()];
        for (position, &(party, most)) in holding.most.iter().enumerate() {
            ledger.number();
            if self.shared[party] {
                self.shares[party].push((at, ledger.row(most + 1)));
            }
            for (group, parts) in parts.iter_mut().enumerate() {
                let weight = self.estate.parties[party].weight(group);
                if weight > 0 {
                    parts.push((position, Item { party, row: ledger.row(most + 1), most, weight }));
                }
            }
            for (limit, items) in holding.limits.iter().zip(&mut limits) {
                let weight = limit.weight(position);
                if weight > 0 {
                    items.push((ledger.row(most + 1), weight));
                }
            }
        }
        let balance = |(limit, items): (&Limit, _)| Balance { items, total: Total::AtMost(limit.room) };
        self.books.balances.extend(holding.limits.iter().zip(limits).map(balance));
        parts
    }

    /// Lets the parties make a group's number in a stairwell: for its seating, or by themselves.
    fn group(&mut self, place: &Place, holding: &Holding, group: usize, row: u32, parts: Vec<(usize, Item)>) {
        let Some(seating) = &mut self.seatings[group] else {
            let items = parts.iter().map(|(_, item)| (item.row, item.weight)).collect();
            self.books.balances.push(Balance { items, total: Total::Number { row, least: place.least[group] } });
            return;
        };
        let (positions, items): (Vec<usize>, Vec<Item>) = parts.into_iter().unzip();
        let fits = |picks: &[usize]| {
            holding.limits.iter().all(|limit| {
                let taken = positions.iter().zip(picks).map(|(&position, pick)| limit.weight(position) * pick);
                taken.sum::<usize>() <= limit.room
            })
        };
        seating.add(row, &(place.least[group]..=place.most[group]), &items, fits);
    }

    /// Whoever looks at shares: clusters, and parties for themselves.
    fn close(mut self, clusters: &[Vec<usize>]) -> Books {
        let estate = self.estate;
        let building = |at: usize| estate.inside.partition_point(|inside| inside.end <= at);
        for units in clusters {
            let unit = |&unit: &usize| {
                self.shared[unit] = false;
                let rows = std::mem::take(&mut self.shares[unit]);
                rows.into_iter().map(|(at, row)| (building(at), row)).collect()
            };
            let units = units.iter().map(unit).collect();
            self.books.clusters.push(Cluster::new(units, estate.buildings.len()));
        }
        let alone = estate.parties.iter().zip(self.shares).zip(&self.shared).filter(|(_, shared)| **shared);
        let whole = alone.map(|((party, rows), _)| {
            let items = rows.into_iter().map(|(_, row)| (row, 1)).collect();
            Balance { items, total: Total::Exactly(party.count) }
        });
        self.books.balances.extend(whole);
        self.books.seatings = self.seatings.into_iter().flatten().collect();
        self.books
    }
}
