//! The board: homes that exchanges may touch, and the volunteers in them.
//!
//! Households that did not opt in, residents and held dwellings are not on it. A household that shares a bond's
//! stairwell with somebody who did not opt in stays in that stairwell: it could only leave alone. In a large town it is
//! not on the board either.

use super::tally::{Town, undeclared};
use super::ties::{Span, Ties};
use crate::model::{Base, BondId, BuildingId, DwellingId, EstateId, Needs, OptIns, Placement, StairwellId};
use std::collections::BTreeMap;

/// Nobody, or nothing.
pub const NONE: u32 = u32::MAX;

/// Which exchanges a board is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Between estates of one tier.
    Between,
    /// Inside one estate.
    Inside,
}

/// A home on the board.
#[derive(Clone)]
pub struct Slot {
    pub dwelling: DwellingId,
    /// Places that the score counts by, coarse to fine.
    pub place: [u32; 2],
    stairwell: StairwellId,
    building: BuildingId,
    estate: EstateId,
    step_free: bool,
    floor: i16,
}

/// A volunteer on the board.
#[derive(Clone)]
pub struct Mover {
    pub household: u32,
    /// Group index; `undeclared` where none was stated.
    pub group: usize,
    /// Those it must move with, itself included; `NONE` where it moves alone.
    pub block: u32,
    /// The bond members of one building that it can leave only together with; `NONE` where there are none.
    pub cluster: u32,
    /// The slot of the home it drew; `NONE` where that is not on this board.
    pub drawn: u32,
    needs: Needs,
    span: Span,
    /// Estates it holds equal to its own; used between estates only.
    equal: Vec<EstateId>,
}

/// Whoever is in a slot: what the search asks of a mover, or a free dwelling.
#[derive(Clone, Copy)]
struct Tenant {
    group: u32,
    block: u32,
    /// Whether every home of the board that is of their home type may be theirs.
    easy: bool,
}

#[derive(Clone, Default)]
pub struct Board {
    pub slots: Vec<Slot>,
    pub movers: Vec<Mover>,
    /// Mover in each slot; `NONE` = free dwelling.
    pub who: Vec<u32>,
    /// Whoever is in each slot, at hand for the search: it asks for them all the time.
    tenants: Vec<Tenant>,
    /// Slot of each mover.
    pub at: Vec<u32>,
    /// Movers of each block.
    pub blocks: Vec<Vec<u32>>,
    /// Bonds spread over several stairwells of one building: per cluster, the movers of each stairwell.
    pub clusters: Vec<Vec<Vec<u32>>>,
    /// Slots by home type: exchanges stay inside one.
    pub buckets: Vec<Vec<u32>>,
    pub bucket_of: Vec<u32>,
    /// Slots by stairwell, for whole blocks.
    pub by_stairwell: Vec<Vec<u32>>,
    /// Position in `by_stairwell` of each slot's stairwell.
    pub stairwell_of: Vec<u32>,
    /// Slots by building, for clusters.
    pub by_building: Vec<Vec<u32>>,
    /// Position in `by_building` of each slot's building.
    pub building_of: Vec<u32>,
}

impl Board {
    /// One board per estate of the stock.
    pub fn per_estate(town: &Town, base: &Base, from: &Placement, volunteers: &OptIns) -> Vec<Self> {
        let ties = Ties::new(town, base, volunteers);
        let mut homes: Vec<Vec<DwellingId>> = vec![Vec::new(); town.intake.stock.estates.len()];
        for id in town.intake.stock.vacant() {
            homes[town.intake.stock.dwelling(id).estate.index()].push(id);
        }
        let holder = from.holder_of(town.intake.stock.dwellings.len());
        homes.iter().map(|homes| Self::build(town, base, &ties, homes, &holder, Scope::Inside)).collect()
    }

    /// One board for the whole town.
    pub fn new(town: &Town, base: &Base, from: &Placement, volunteers: &OptIns, scope: Scope) -> Self {
        let ties = Ties::new(town, base, volunteers);
        let homes: Vec<DwellingId> = town.intake.stock.vacant().collect();
        let holder = from.holder_of(town.intake.stock.dwellings.len());
        Self::build(town, base, &ties, &homes, &holder, scope)
    }

    fn build(
        town: &Town,
        base: &Base,
        ties: &Ties,
        homes: &[DwellingId],
        holder: &[Option<usize>],
        scope: Scope,
    ) -> Self {
        let stock = &town.intake.stock;
        let mut board = Self::default();
        let first_of = |estate: EstateId| {
            let building = stock.buildings.partition_point(|b| b.estate < estate) as u32;
            let stairwell = stock.stairwells.partition_point(|s| s.estate < estate) as u32;
            [building, stairwell]
        };
        let offset = homes.first().map_or([0, 0], |&id| first_of(stock.dwelling(id).estate));
        let mut slot_of: BTreeMap<DwellingId, u32> = BTreeMap::new();
        for &id in homes {
            let home = stock.dwelling(id);
            let mover = match holder[id.index()] {
                None => NONE,
                Some(h) => match board.add_mover(town, ties, h, home.estate, scope) {
                    Some(mover) => mover,
                    None => continue,
                },
            };
            let place = match scope {
                Scope::Between => [home.estate.0; 2],
                Scope::Inside => [home.building.0 - offset[0], home.stairwell.0 - offset[1]],
            };
            slot_of.insert(id, board.slots.len() as u32);
            board.slots.push(Slot {
                dwelling: id,
                place,
                stairwell: home.stairwell,
                building: home.building,
                estate: home.estate,
                step_free: home.step_free,
                floor: home.floor,
            });
            if mover != NONE {
                board.at.push(board.who.len() as u32);
            }
            board.who.push(mover);
        }
        for mover in &mut board.movers {
            let drawn = base.placement.home_of[mover.household as usize];
            mover.drawn = drawn.and_then(|id| slot_of.get(&id).copied()).unwrap_or(NONE);
        }
        board.group_slots(town);
        board.join_blocks(ties);
        if scope == Scope::Inside {
            board.join_clusters(town, ties);
        }
        board.note_all(undeclared(town.groups), scope);
        board
    }

    /// Takes a household onto the board if exchanges of this scope could move it.
    fn add_mover(&mut self, town: &Town, ties: &Ties, h: usize, estate: EstateId, scope: Scope) -> Option<u32> {
        let who = &town.intake.households[h];
        let mut equal = Vec::new();
        if scope == Scope::Between && ties.movable[h] {
            let estates = (0..town.intake.stock.estates.len()).map(EstateId::new);
            equal = estates.filter(|&e| who.choices.rank(e) == who.choices.rank(estate)).collect();
        }
        let span = ties.reach(h);
        let stays = scope == Scope::Between && (equal.len() < 2 || span != Span::Anywhere);
        if !ties.movable[h] || stays {
            return None;
        }
        let group = town.group_of[h];
        self.movers.push(Mover {
            household: h as u32,
            group,
            block: NONE,
            cluster: NONE,
            drawn: NONE,
            needs: who.needs,
            span,
            equal,
        });
        Some(self.movers.len() as u32 - 1)
    }

    fn group_slots(&mut self, town: &Town) {
        let home_type = |slot: &Slot| town.intake.stock.dwelling(slot.dwelling).home_type.0;
        (self.buckets, self.bucket_of) = sort_out(&self.slots, home_type);
        (self.by_stairwell, self.stairwell_of) = sort_out(&self.slots, |slot| slot.stairwell.0);
        (self.by_building, self.building_of) = sort_out(&self.slots, |slot| slot.building.0);
    }

    /// Ties the movers of each block together. Between estates a block is on the board only if all of it is: the
    /// others of it who are not leave it in place.
    fn join_blocks(&mut self, ties: &Ties) {
        let mut members: BTreeMap<(BondId, u32), Vec<u32>> = BTreeMap::new();
        for (number, mover) in self.movers.iter().enumerate() {
            if let Some(block) = ties.block[mover.household as usize] {
                members.entry(block).or_default().push(number as u32);
            }
        }
        let mut whole: BTreeMap<(BondId, u32), usize> = BTreeMap::new();
        for block in ties.block.iter().flatten() {
            *whole.entry(*block).or_default() += 1;
        }
        for (block, members) in members {
            let complete = whole[&block] == members.len();
            for &mover in &members {
                let mover = &mut self.movers[mover as usize];
                mover.block = self.blocks.len() as u32;
                if !complete {
                    // An incomplete block cannot go anywhere: no home is equal for all of it.
                    mover.span = Span::Nowhere;
                }
            }
            self.blocks.push(members);
        }
    }

    /// Finds the bonds that hold one building in several stairwells, where all of them volunteer.
    fn join_clusters(&mut self, town: &Town, ties: &Ties) {
        let bond = |h: usize| town.intake.households[h].bond;
        let mut clusters: BTreeMap<(BondId, BuildingId), BTreeMap<StairwellId, Vec<u32>>> = BTreeMap::new();
        for (number, mover) in self.movers.iter().enumerate().filter(|(_, mover)| mover.span == Span::Building) {
            let slot = &self.slots[self.at[number] as usize];
            if let Some(bond) = bond(mover.household as usize) {
                let units = clusters.entry((bond, slot.building)).or_default();
                units.entry(slot.stairwell).or_default().push(number as u32);
            }
        }
        let mut pinned: Vec<BondId> = Vec::new();
        for (h, span) in ties.span.iter().enumerate() {
            pinned.extend(bond(h).filter(|_| *span == Span::Building && !ties.movable[h]));
        }
        pinned.sort_unstable();
        clusters.retain(|(bond, _), _| pinned.binary_search(bond).is_err());
        for units in clusters.into_values() {
            for &mover in units.values().flatten() {
                self.movers[mover as usize].cluster = self.clusters.len() as u32;
            }
            self.clusters.push(units.into_values().collect());
        }
    }

    /// Notes who is in each slot; nobody counts as `undeclared`.
    fn note_all(&mut self, undeclared: usize, scope: Scope) {
        let free = Tenant { group: undeclared as u32, block: NONE, easy: true };
        let tenant = |&who: &u32| {
            let Some(mover) = self.movers.get(who as usize) else { return free };
            let easy = scope == Scope::Inside && mover.span > Span::Building && mover.needs == Needs::default();
            Tenant { group: mover.group as u32, block: mover.block, easy }
        };
        self.tenants = self.who.iter().map(tenant).collect();
    }

    /// Group of whoever is in a slot.
    #[inline]
    pub fn group(&self, slot: u32) -> usize {
        self.tenants[slot as usize].group as usize
    }

    /// The block of whoever is in a slot; `NONE` for a free dwelling or somebody who moves alone.
    #[inline]
    pub fn block(&self, slot: u32) -> u32 {
        self.tenants[slot as usize].block
    }

    /// Whether whoever is in `from` (nobody always may) would hold the home in `to` equal and it meets their needs.
    /// Home types are the caller's business.
    #[inline]
    pub fn may_hold(&self, from: u32, to: u32) -> bool {
        self.tenants[from as usize].easy || self.may_hold_with(from, to, NONE)
    }

    /// Whether whoever is in `from` may go to `to` alone: as [`Board::may_hold`], and who is in a block only to another
    /// door of its own stairwell.
    #[inline]
    pub fn may_go(&self, from: u32, to: u32) -> bool {
        (self.block(from) == NONE || self.stairwell_of[from as usize] == self.stairwell_of[to as usize])
            && self.may_hold(from, to)
    }

    /// [`Board::may_hold`] where all of `cluster` leave their building together.
    pub fn may_hold_with(&self, from: u32, to: u32, cluster: u32) -> bool {
        let mover = self.who[from as usize];
        if mover == NONE {
            return true;
        }
        let (mover, from, to) = (&self.movers[mover as usize], &self.slots[from as usize], &self.slots[to as usize]);
        let near = match mover.span {
            Span::Nowhere => false,
            Span::Stairwell => from.stairwell == to.stairwell,
            Span::Building => from.building == to.building || (cluster != NONE && mover.cluster == cluster),
            Span::Estate | Span::Anywhere => true,
        };
        near && mover.needs.met_by(to.step_free, to.floor)
            && (from.estate == to.estate || mover.equal.contains(&to.estate))
    }

    /// Lets two slots exchange their movers.
    pub fn swap(&mut self, a: u32, b: u32) {
        self.who.swap(a as usize, b as usize);
        self.tenants.swap(a as usize, b as usize);
        for slot in [a, b] {
            let mover = self.who[slot as usize];
            if mover != NONE {
                self.at[mover as usize] = slot;
            }
        }
    }

    /// `from` with the homes of this board's movers put in.
    pub fn placement(&self, from: &Placement) -> Placement {
        let mut placement = from.clone();
        for (mover, &slot) in self.movers.iter().zip(&self.at) {
            placement.home_of[mover.household as usize] = Some(self.slots[slot as usize].dwelling);
        }
        placement
    }
}

/// Slots by some property, and the position of each slot's list.
fn sort_out(slots: &[Slot], property: impl Fn(&Slot) -> u32) -> (Vec<Vec<u32>>, Vec<u32>) {
    let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
    let mut lists: Vec<Vec<u32>> = Vec::new();
    let mut list_of = Vec::with_capacity(slots.len());
    for (slot, what) in slots.iter().enumerate() {
        let number = *numbers.entry(property(what)).or_insert(lists.len() as u32);
        lists.resize(numbers.len(), Vec::new());
        lists[number as usize].push(slot as u32);
        list_of.push(number);
    }
    (lists, list_of)
}
