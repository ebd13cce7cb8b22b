//! A seating: all parties of one group, each of which takes a stairwell, looked at as a whole.
//!
//! Going from stairwell to stairwell, a table keeps the least cost for every way in which some of the group are seated
//! already. That is exact, but only groups of few parties have tables small enough.

use super::estate::Estate;
use super::ledger::{FAR, Ledger};
use super::parties::Party;
use crate::model::MOST_SEATED;
use std::ops::RangeInclusive;

/// A group's seating. A *state* counts who of each party is seated, in mixed radix.
#[derive(Clone, Debug)]
pub struct Seating {
    parties: Vec<Seated>,
    states: usize,
    stairwells: Vec<Seats>,
}

/// A party with members of the group.
#[derive(Clone, Copy, Debug)]
struct Seated {
    /// Position among all parties.
    party: usize,
    count: usize,
    /// What one of the party adds to a state.
    place: usize,
}

/// What one stairwell can have of the group.
#[derive(Clone, Debug)]
struct Seats {
    /// Row of the group's number, and the least number in it.
    row: u32,
    least: usize,
    /// Rows of the parties' numbers.
    items: Vec<u32>,
    choices: Vec<Choice>,
}

/// So many of each party.
#[derive(Clone, Debug)]
struct Choice {
    picks: Vec<usize>,
    /// How many of the group they are.
    number: usize,
    step: usize,
    /// States that it can follow, in order.
    from: Vec<u32>,
}

/// What a stairwell can have of one party: position among all parties, its row, the most of it, and how many of the
/// group one of it is.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    pub party: usize,
    pub row: u32,
    pub most: usize,
    pub weight: usize,
}

/// What is worked on while a seating is asked; kept to spare allocations.
#[derive(Default)]
pub struct Sheet {
    /// By stairwells seen and state.
    least: Vec<Vec<i64>>,
}

impl Seating {
    /// No stairwells yet; `None` for a group without parties, or with more than a table can have.
    pub fn of(estate: &Estate, group: usize) -> Option<Self> {
        let (mut parties, mut states, mut pairs): (_, usize, usize) = (Vec::new(), 1, 1);
        for (party, Party { count, .. }) in estate.parties.iter().enumerate().filter(|(_, p)| p.weight(group) > 0) {
            pairs = pairs.saturating_mul((count + 1) * (count + 2) / 2);
            if pairs > MOST_SEATED {
                return None;
            }
            parties.push(Seated { party, count: *count, place: states });
            states *= count + 1;
        }
        (!parties.is_empty()).then_some(Self { parties, states, stairwells: Vec::new() })
    }

    /// Adds a stairwell with the row of the group's numbers there; `fits` tells whether so many of each item find homes
    /// together.
    pub fn add(&mut self, row: u32, numbers: &RangeInclusive<usize>, items: &[Item], fits: impl Fn(&[usize]) -> bool) {
        let rows = items.iter().map(|item| item.row).collect();
        let mut seats = Seats { row, least: *numbers.start(), items: rows, choices: Vec::new() };
        let of = |item: &Item| *self.parties.iter().find(|own| own.party == item.party).expect("a party of the group");
        let seated: Vec<Seated> = items.iter().map(of).collect();
        let mut picks = vec![0; items.len()];
        loop {
            let number = items.iter().zip(&picks).map(|(item, pick)| item.weight * pick).sum();
            if numbers.contains(&number) && fits(&picks) {
                let follows = |&state: &usize| {
                    let left = |(own, pick): (&Seated, &usize)| state / own.place % (own.count + 1) + pick <= own.count;
                    seated.iter().zip(&picks).all(left)
                };
                let from = (0..self.states).filter(follows).map(|state| state as u32).collect();
                let step = seated.iter().zip(&picks).map(|(own, pick)| own.place * pick).sum();
                seats.choices.push(Choice { picks: picks.clone(), number, step, from });
            }
            let Some(next) = (0..picks.len()).find(|&at| picks[at] < items[at].most) else { break };
            picks[..next].fill(0);
            picks[next] += 1;
        }
        self.stairwells.push(seats);
    }

    /// Steps from a state to the next: what a choice takes time for.
    pub fn size(&self) -> usize {
        self.stairwells.iter().flat_map(|seats| &seats.choices).map(|choice| choice.from.len()).sum()
    }

    /// The least cost; calls `picked` for each row with the position in it that has this cost. `None` where not
    /// everybody finds a seat.
    pub fn choose(&self, ledger: &Ledger, sheet: &mut Sheet, mut picked: impl FnMut(u32, usize)) -> Option<i64> {
        self.lay_out(ledger, sheet);
        let mut state = self.states - 1;
        let least = sheet.least[self.stairwells.len()][state];
        if least >= FAR / 2 {
            return None;
        }
        for (at, seats) in self.stairwells.iter().enumerate().rev() {
            let (before, goal) = (&sheet.least[at], sheet.least[at + 1][state]);
            let makes = |choice: &&Choice| {
                let from =
                    state.checked_sub(choice.step).filter(|&from| choice.from.binary_search(&(from as u32)).is_ok());
                from.is_some_and(|from| before[from] + seats.cost(ledger, choice) == goal)
            };
            let choice = seats.choices.iter().find(makes).expect("some choice has the least cost");
            picked(seats.row, choice.number - seats.least);
            seats.items.iter().zip(&choice.picks).for_each(|(&row, &pick)| picked(row, pick));
            state -= choice.step;
        }
        Some(least)
    }

    fn lay_out(&self, ledger: &Ledger, sheet: &mut Sheet) {
        sheet.least.resize(sheet.least.len().max(self.stairwells.len() + 1), Vec::new());
        sheet.least[0].clear();
        sheet.least[0].resize(self.states, FAR);
        sheet.least[0][0] = 0;
        for (at, seats) in self.stairwells.iter().enumerate() {
            let (head, tail) = sheet.least.split_at_mut(at + 1);
            let (before, after) = (&head[at], &mut tail[0]);
            after.clear();
            after.resize(self.states, FAR);
            for choice in &seats.choices {
                let cost = seats.cost(ledger, choice);
                for &from in &choice.from {
                    let slot = &mut after[from as usize + choice.step];
                    *slot = (*slot).min(before[from as usize] + cost);
                }
            }
        }
    }
}

impl Seats {
    fn cost(&self, ledger: &Ledger, choice: &Choice) -> i64 {
        let items = self.items.iter().zip(&choice.picks).map(|(&row, &pick)| i64::from(ledger.of(row)[pick]));
        items.sum::<i64>() + i64::from(ledger.of(self.row)[choice.number - self.least])
    }
}
