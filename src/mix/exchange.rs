//! Exchanges: rings of volunteers and paths into free dwellings, of single households and of whole blocks.
//!
//! An exchange is written as swaps of two slots, done one after the other. It is built only where every member may hold
//! the home it ends in.

use super::board::{Board, NONE};
use super::search::Luck;
use super::tally::Tally;

/// Swaps of an exchange under consideration; kept to spare allocations.
#[derive(Default)]
pub struct Exchange {
    pub swaps: Vec<(u32, u32)>,
    here: Vec<u32>,
    there: Vec<u32>,
    used: Vec<bool>,
}

/// The most homes in a ring, less one.
const LONGEST_RING: usize = 5;

/// The most homes on one side of an exchange of blocks.
const LARGEST_SIDE: usize = 24;

impl Exchange {
    /// Two slots of one home type trade places; false where they may not or nothing would come of it.
    pub fn pair(&mut self, board: &Board, a: u32, b: u32) -> bool {
        self.swaps.clear();
        let apart = board.slots[a as usize].place[1] != board.slots[b as usize].place[1];
        let fair = apart && board.group(a) != board.group(b) && board.may_go(a, b) && board.may_go(b, a);
        if fair {
            self.swaps.push((a, b));
        }
        fair
    }

    /// Some or all of a group in the stairwell of `a` go to the stairwell of `b`, each in exchange for somebody of
    /// another group there: company is made or ended in one go, where each swap alone would first cost some.
    pub fn gather(&mut self, board: &Board, a: u32, b: u32, luck: &mut Luck) -> bool {
        self.swaps.clear();
        let (from, to) = (board.stairwell_of[a as usize], board.stairwell_of[b as usize]);
        let group = board.group(a);
        if from == to {
            return false;
        }
        let here = &board.by_stairwell[from as usize];
        let there = &board.by_stairwell[to as usize];
        let goes = |slot: u32| board.group(slot) == group && board.block(slot) == NONE;
        let most = here.iter().filter(|&&slot| goes(slot)).count() as u32;
        if most == 0 {
            return false;
        }
        let count = 1 + luck.below(most) as usize;
        let start = luck.below(here.len() as u32) as usize;
        for &slot in here[start..].iter().chain(&here[..start]).filter(|&&slot| goes(slot)) {
            let fits = |other: u32| {
                board.bucket_of[other as usize] == board.bucket_of[slot as usize]
                    && board.group(other) != group
                    && board.block(other) == NONE
                    && board.may_hold(slot, other)
                    && board.may_hold(other, slot)
                    && !self.swaps.iter().any(|&(_, used)| used == other)
            };
            if let Some(other) = by_lot(there, luck, fits) {
                self.swaps.push((slot, other));
                if self.swaps.len() == count {
                    return true;
                }
            }
        }
        !self.swaps.is_empty()
    }

    /// A ring through slots of one home type: a's mover to b, b's to another home it may take, often just a door
    /// further, and so on until somebody may take a's home.
    pub fn ring(&mut self, board: &Board, a: u32, b: u32, luck: &mut Luck) -> bool {
        self.swaps.clear();
        if a == b || !board.may_go(a, b) {
            return false;
        }
        self.swaps.push((a, b));
        let mut last = b;
        while !board.may_go(last, a) {
            let near = &board.by_stairwell[board.stairwell_of[last as usize] as usize];
            let anywhere = &board.buckets[board.bucket_of[a as usize] as usize];
            let doors = if luck.below(2) == 0 { near } else { anywhere };
            let next = doors[luck.below(doors.len() as u32) as usize];
            let passed = next == a || self.swaps.iter().any(|&(_, slot)| slot == next);
            let alike = board.bucket_of[next as usize] == board.bucket_of[a as usize];
            if passed || !alike || !board.may_go(last, next) || self.swaps.len() >= LONGEST_RING {
                return false;
            }
            self.swaps.push((a, next));
            last = next;
        }
        true
    }

    /// A whole block goes to the stairwell that `towards` is in; whoever holds the homes there comes to the block's
    /// stairwell in return, whole blocks again. Both sides give and take equal numbers of each home type.
    pub fn blocks(&mut self, board: &Board, block: u32, towards: u32, luck: &mut Luck) -> bool {
        self.swaps.clear();
        self.unit(board, &board.blocks[block as usize], towards, NONE, luck)
    }

    /// A bond that holds one building in several stairwells goes to another building: the members of each stairwell
    /// to a stairwell there, as in [`Exchange::blocks`].
    pub fn cluster(&mut self, board: &Board, cluster: u32, towards: u32, luck: &mut Luck) -> bool {
        self.swaps.clear();
        for unit in &board.clusters[cluster as usize] {
            let first = board.at[unit[0] as usize];
            let bucket = board.bucket_of[first as usize];
            let Some(door) = door_in_building(board, towards, bucket, luck) else { return false };
            if !self.unit(board, unit, door, cluster, luck) {
                return false;
            }
        }
        // Everybody has a home of their own only if no slot serves two of the units.
        let mut slots: Vec<u32> = self.swaps.iter().flat_map(|&(a, b)| [a, b]).collect();
        slots.sort_unstable();
        slots.windows(2).all(|pair| pair[0] != pair[1])
    }

    /// Adds the exchange of some movers of one stairwell with the stairwell of `towards`.
    fn unit(&mut self, board: &Board, movers: &[u32], towards: u32, cluster: u32, luck: &mut Luck) -> bool {
        let from = board.at[movers[0] as usize];
        if board.slots[from as usize].place[1] == board.slots[towards as usize].place[1] {
            return false;
        }
        self.here.clear();
        self.there.clear();
        self.here.extend(movers.iter().map(|&mover| board.at[mover as usize]));
        take_with_block(board, towards, &mut self.there);
        let (home, away) = (board.stairwell_of[from as usize], board.stairwell_of[towards as usize]);
        self.balance(board, home, away, luck) && self.match_up(board, cluster, luck)
    }

    /// Adds homes to the side that lacks some of a type until both have equal numbers of each.
    fn balance(&mut self, board: &Board, home: u32, away: u32, luck: &mut Luck) -> bool {
        while self.here.len() <= LARGEST_SIDE && self.there.len() <= LARGEST_SIDE {
            let of_type = |side: &[u32], bucket: u32| {
                side.iter().filter(|&&slot| board.bucket_of[slot as usize] == bucket).count()
            };
            let buckets = self.here.iter().chain(&self.there).map(|&slot| board.bucket_of[slot as usize]);
            let uneven = buckets.into_iter().find(|&b| of_type(&self.here, b) != of_type(&self.there, b));
            let Some(bucket) = uneven else { return true };
            let more_here = of_type(&self.here, bucket) > of_type(&self.there, bucket);
            let (side, stairwell) = if more_here { (&mut self.there, away) } else { (&mut self.here, home) };
            let Some(slot) = pick(board, stairwell, bucket, side, luck) else { return false };
            take_with_block(board, slot, side);
        }
        false
    }

    /// Pairs the two sides off by home type, each with the first that fits both ways, from a random start.
    fn match_up(&mut self, board: &Board, cluster: u32, luck: &mut Luck) -> bool {
        self.used.clear();
        self.used.resize(self.there.len(), false);
        for &slot in &self.here {
            let start = luck.below(self.there.len() as u32) as usize;
            let fits = |&at: &usize| {
                let other = self.there[at];
                !self.used[at]
                    && board.bucket_of[other as usize] == board.bucket_of[slot as usize]
                    && board.may_hold_with(slot, other, cluster)
                    && board.may_hold(other, slot)
            };
            let Some(at) = (start..self.there.len()).chain(0..start).find(fits) else { return false };
            self.used[at] = true;
            self.swaps.push((slot, self.there[at]));
        }
        true
    }

    /// Carries the exchange out and says by how much the score changed.
    pub fn make(&self, board: &mut Board, score: &mut Tally) -> i64 {
        self.swaps.iter().map(|&(a, b)| swap(board, score, a, b)).sum()
    }

    /// Takes the exchange back.
    pub fn unmake(&self, board: &mut Board, score: &mut Tally) {
        for &(a, b) in self.swaps.iter().rev() {
            carry_out(board, score, a, b);
        }
    }
}

/// Swaps two slots; returns the change of the score.
pub fn swap(board: &mut Board, score: &mut Tally, a: u32, b: u32) -> i64 {
    let (u, v) = (&board.slots[a as usize].place, &board.slots[b as usize].place);
    let delta = score.delta(u, v, board.group(a), board.group(b));
    carry_out(board, score, a, b);
    delta
}

/// Swaps two slots, whatever it does to the score.
fn carry_out(board: &mut Board, score: &mut Tally, a: u32, b: u32) {
    let (group_a, group_b) = (board.group(a), board.group(b));
    if group_a != group_b {
        score.swap(&board.slots[a as usize].place, &board.slots[b as usize].place, group_a, group_b);
    }
    board.swap(a, b);
}

/// Adds a slot to a side and, with it, the rest of the block living in it.
fn take_with_block(board: &Board, slot: u32, side: &mut Vec<u32>) {
    match board.block(slot) {
        NONE => side.push(slot),
        block => side.extend(board.blocks[block as usize].iter().map(|&mover| board.at[mover as usize])),
    }
}

/// A slot of a home type in a stairwell that is not on the side yet, by lot.
fn pick(board: &Board, stairwell: u32, bucket: u32, side: &[u32], luck: &mut Luck) -> Option<u32> {
    let slots = &board.by_stairwell[stairwell as usize];
    by_lot(slots, luck, |slot| board.bucket_of[slot as usize] == bucket && !side.contains(&slot))
}

/// A slot of a home type in the building that `towards` is in, by lot.
fn door_in_building(board: &Board, towards: u32, bucket: u32, luck: &mut Luck) -> Option<u32> {
    let slots = &board.by_building[board.building_of[towards as usize] as usize];
    by_lot(slots, luck, |slot| board.bucket_of[slot as usize] == bucket)
}

/// The first of a list that will do, from a random start.
fn by_lot(slots: &[u32], luck: &mut Luck, will_do: impl Fn(u32) -> bool) -> Option<u32> {
    let start = luck.below(slots.len() as u32) as usize;
    let (before, after) = slots.split_at(start);
    let find = |part: &[u32]| part.iter().copied().find(|&slot| will_do(slot));
    find(after).or_else(|| find(before))
}
