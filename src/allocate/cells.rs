//! Cells: vacant dwellings that no household's needs or choices tell apart.

use super::draw::dwelling_ticket;
use crate::model::{Draw, DwellingId, EstateId, HomeTypeId, Household, Intake, Needs, Tier};
use std::collections::BTreeMap;

/// What the homes of a cell have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind {
    pub estate: EstateId,
    pub home_type: HomeTypeId,
    pub step_free: bool,
    pub floor: i16,
}

impl Kind {
    /// The tier a home of this kind is for a household; `None` where it does not fit or is not accepted.
    pub fn tier(&self, who: &Household) -> Option<Tier> {
        if !who.needs.met_by(self.step_free, self.floor) {
            return None;
        }
        let kind = who.home_types.iter().position(|&t| t == self.home_type)? as u32 + 1;
        Some(Tier { choice: who.choices.rank(self.estate)?, kind })
    }
}

/// A set of cells as asked for: estates (sorted; none named = any), home types (sorted) and needs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Wish {
    pub estates: Vec<EstateId>,
    pub home_types: Vec<HomeTypeId>,
    pub needs: Needs,
}

impl Wish {
    /// Everything a household accepts.
    pub fn all(who: &Household) -> Self {
        let estates = if who.choices.any { Vec::new() } else { sorted(who.choices.tiers.concat()) };
        Self { estates, home_types: sorted(who.home_types.clone()), needs: who.needs }
    }
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort_unstable();
    list
}

/// No cell, no household, no block.
pub const NONE: u32 = u32::MAX;

/// A run of cells in the list of a wish.
#[derive(Clone, Copy)]
pub struct Run {
    /// The block they belong to, or `NONE`.
    pub block: u32,
    pub from: u32,
    pub to: u32,
    /// Whether these are all cells of the block.
    pub whole: bool,
}

/// All cells of a stock, by kind.
pub struct Cells {
    /// What each cell holds, sorted; its position is the cell's number.
    pub kinds: Vec<Kind>,
    /// The dwellings of each cell in the order of the dwelling draw.
    pub homes: Vec<Vec<DwellingId>>,
    /// Cell of each dwelling of the stock; `None` where it is not vacant.
    pub cell_of: Vec<Option<u32>>,
    /// Place of each dwelling in the dwelling draw over the whole stock, 0 = first; vacant ones only.
    pub rank: Vec<u32>,
    /// Number, first and one-past-last cell of each (estate, home type).
    blocks: BTreeMap<(EstateId, HomeTypeId), (u32, u32, u32)>,
    estates: u32,
}

impl Cells {
    pub fn new(intake: &Intake, draw: &Draw) -> Self {
        let stock = &intake.stock;
        let mut drawn: Vec<([u8; 32], DwellingId)> =
            stock.vacant().map(|id| (dwelling_ticket(draw, &stock.dwelling(id).key), id)).collect();
        drawn.sort_unstable();

        let mut by_kind: BTreeMap<Kind, Vec<DwellingId>> = BTreeMap::new();
        let mut rank = vec![u32::MAX; stock.dwellings.len()];
        for (position, &(_, id)) in drawn.iter().enumerate() {
            rank[id.index()] = position as u32;
            let home = stock.dwelling(id);
            let kind =
                Kind { estate: home.estate, home_type: home.home_type, step_free: home.step_free, floor: home.floor };
            by_kind.entry(kind).or_default().push(id);
        }

        let mut cell_of = vec![None; stock.dwellings.len()];
        let mut blocks: BTreeMap<(EstateId, HomeTypeId), (u32, u32, u32)> = BTreeMap::new();
        let (kinds, homes): (Vec<Kind>, Vec<Vec<DwellingId>>) = by_kind.into_iter().unzip();
        for (cell, kind) in kinds.iter().enumerate() {
            let cell = cell as u32;
            let number = blocks.len() as u32;
            blocks.entry((kind.estate, kind.home_type)).or_insert((number, cell, cell)).2 = cell + 1;
            for id in &homes[cell as usize] {
                cell_of[id.index()] = Some(cell);
            }
        }
        Self { kinds, homes, cell_of, rank, blocks, estates: stock.estates.len() as u32 }
    }

    /// How many homes each cell has.
    pub fn capacities(&self) -> Vec<u32> {
        self.homes.iter().map(|homes| homes.len() as u32).collect()
    }

    /// All cells of one home type in one estate.
    pub fn block(&self, estate: EstateId, home_type: HomeTypeId) -> std::ops::Range<u32> {
        let (_, from, to) = self.blocks.get(&(estate, home_type)).copied().unwrap_or((0, 0, 0));
        from..to
    }

    /// How many blocks there are, a block being one home type of one estate.
    pub fn block_count(&self) -> usize {
        self.blocks.len()
    }

    /// The cells that satisfy a wish, block by block, and the run of each block. Inside a block, those that fewest
    /// others can use come first: with steps before step-free, high floors before low ones. (The order only saves work;
    /// no result depends on it.)
    pub fn matching(&self, wish: &Wish) -> (Vec<u32>, Vec<Run>) {
        let mut found: Vec<u32> = Vec::new();
        let mut runs = Vec::new();
        let mut add = |estate: EstateId| {
            for &home_type in &wish.home_types {
                let Some(&(number, from, to)) = self.blocks.get(&(estate, home_type)) else { continue };
                let fits = |cell: &u32| {
                    let kind = &self.kinds[*cell as usize];
                    wish.needs.met_by(kind.step_free, kind.floor)
                };
                let start = found.len();
                found.extend((from..to).filter(fits));
                found[start..].sort_by_key(|&cell| {
                    let kind = &self.kinds[cell as usize];
                    (kind.step_free, -kind.floor)
                });
                if found.len() > start {
                    let whole = found.len() - start == (to - from) as usize;
                    runs.push(Run { block: number, from: start as u32, to: found.len() as u32, whole });
                }
            }
        };
        if wish.estates.is_empty() {
            (0..self.estates).for_each(|estate| add(EstateId(estate)));
        } else {
            wish.estates.iter().for_each(|&estate| add(estate));
        }
        (found, runs)
    }

    /// The wish for one tier of a household.
    pub fn tier_wish(&self, who: &Household, tier: Tier) -> Wish {
        let estates = match who.choices.tiers.get(tier.choice as usize - 1) {
            Some(named) => sorted(named.clone()),
            None => self.unnamed(who),
        };
        Wish { estates, home_types: vec![who.home_types[tier.kind as usize - 1]], needs: who.needs }
    }

    /// The estates behind `*`: all that the household did not name. Empty (= any) where it named none; where it named
    /// all, an estate number that does not exist, so that the wish matches nothing.
    fn unnamed(&self, who: &Household) -> Vec<EstateId> {
        if who.choices.tiers.is_empty() {
            return Vec::new();
        }
        let named = |estate: &EstateId| who.choices.tiers.iter().any(|tier| tier.contains(estate));
        let rest: Vec<EstateId> = (0..self.estates).map(EstateId).filter(|e| !named(e)).collect();
        if rest.is_empty() { vec![EstateId(u32::MAX)] } else { rest }
    }
}

/// The tiers of a household, best first, whether or not homes exist in them.
pub fn tiers(who: &Household) -> impl Iterator<Item = Tier> + '_ {
    let kinds = who.home_types.len() as u32;
    (1..=who.choices.ranks()).flat_map(move |choice| (1..=kinds).map(move |kind| Tier { choice, kind }))
}
