//! Parties: volunteers who are alike, or who stay together, and what their numbers must add up to.

use super::ascent::{above_plan, parts};
use super::balance::{Balance, Total};
use super::estate::{Estate, Place, Region};
use super::ledger::Ledger;
use crate::model::{EstatePrices, HomeTypeId, Needs, PlacePrices};
use std::ops::Range;

/// Home type and needs of a volunteer, and its group (one past the last: none declared).
pub type Member = (HomeTypeId, Needs, usize);

/// Volunteers alike who go alone, or those of a bond who share a stairwell.
#[derive(Clone, Debug)]
pub struct Party {
    /// How many of those alike; 1 for a bond.
    pub count: usize,
    /// One of those alike, or all of the bond.
    pub members: Vec<Member>,
    pub region: Region,
}

/// What a stairwell can have of the parties of its estate.
#[derive(Clone, Debug, Default)]
pub struct Holding {
    /// Which parties can be here, and how many of each by themselves.
    pub most: Vec<(usize, usize)>,
    /// Who competes for the same homes.
    pub limits: Vec<Limit>,
}

/// No more than `room` of these: position in the holding, and how many homes one of the party takes.
#[derive(Clone, Debug)]
pub struct Limit {
    pub room: usize,
    pub items: Vec<(usize, usize)>,
}

/// Sides of a group's number in a building or stairwell: its place, its chain, and in a stairwell the parties that
/// make it.
#[derive(Clone, Copy, Debug)]
pub struct Sides {
    pub site: u32,
    pub chain: u32,
    pub parties: u32,
}

/// Every number of an estate, and every balance.
#[derive(Clone, Debug, Default)]
pub struct Books {
    pub ledger: Ledger,
    /// By place and group.
    pub buildings: Vec<Vec<Sides>>,
    pub stairwells: Vec<Vec<Sides>>,
    pub balances: Vec<Balance>,
    /// By stairwell: its parties' numbers.
    pub inside: Vec<Range<usize>>,
}

impl Books {
    /// Books at no prices. All places must be priced.
    pub fn new(estate: &Estate) -> Self {
        let mut books = Self::default();
        let groups = 0..estate.movers.len();
        for place in &estate.buildings {
            let sides = groups.clone().map(|group| {
                books.ledger.number();
                let (site, chain) = (books.ledger.row_of(place, group), books.ledger.row_of(place, group));
                Sides { site, chain, parties: chain }
            });
            let sides = sides.collect();
            books.buildings.push(sides);
        }
        let mut shares: Vec<Vec<(u32, usize)>> = vec![Vec::new(); estate.parties.len()];
        for at in 0..estate.stairwells.len() {
            books.stairwell(estate, at, &mut shares);
        }
        for (items, party) in shares.into_iter().zip(&estate.parties) {
            books.balances.push(Balance { items, total: Total::Exactly(party.count) });
        }
        books
    }

    /// Opens the numbers of a stairwell; `shares` takes the row of each party that is its share of the whole.
    fn stairwell(&mut self, estate: &Estate, at: usize, shares: &mut [Vec<(u32, usize)>]) {
        let (place, holding) = (&estate.stairwells[at], &estate.holdings[at]);
        let mut sides = Vec::new();
        let mut makes: Vec<Balance> = Vec::new();
        for group in 0..estate.movers.len() {
            self.ledger.number();
            let rows = [(); 3].map(|()| self.ledger.row_of(place, group));
            sides.push(Sides { site: rows[0], chain: rows[1], parties: rows[2] });
            let total = Total::Number { row: rows[2], least: place.least[group] };
            makes.push(Balance { items: Vec::new(), total });
        }
        let first = self.ledger.numbers.len();
        let mut limits: Vec<Balance> = Vec::new();
        limits.extend(holding.limits.iter().map(|l| Balance { items: Vec::new(), total: Total::AtMost(l.room) }));
        for (position, &(party, most)) in holding.most.iter().enumerate() {
            self.ledger.number();
            shares[party].push((self.ledger.row(most + 1), 1));
            for (group, make) in makes.iter_mut().enumerate() {
                let weight = estate.parties[party].members.iter().filter(|member| member.2 == group).count();
                if weight > 0 {
                    make.items.push((self.ledger.row(most + 1), weight));
                }
            }
            for (limit, balance) in holding.limits.iter().zip(&mut limits) {
                if let Some(&(_, weight)) = limit.items.iter().find(|item| item.0 == position) {
                    balance.items.push((self.ledger.row(most + 1), weight));
                }
            }
        }
        self.inside.push(first..self.ledger.numbers.len());
        self.stairwells.push(sides);
        self.balances.extend(makes);
        self.balances.extend(limits);
    }

    /// The books as the witness keeps them. The first side of every number is left out: it is what makes them add up
    /// to 0.
    pub fn prices(&self, estate: &Estate) -> EstatePrices {
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
        EstatePrices { estate: String::new(), buildings, stairwells, parties: inside.collect() }
    }
}
