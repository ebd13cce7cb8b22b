//! Why somebody has no home, and the smallest change that would give them one.
//!
//! The cells that an alternating search from a household without a home reaches are all full, and whoever holds one
//! of them accepts nothing outside: a Hall set (Hall 1935). The households that depend on these cells are more
//! than the homes in them, whoever plans.

use super::Table;
use super::cells::Kind;
use super::repairs::{Trials, accepting, more_homes};
use crate::model::{EstateId, HomeKind, HomeTypeId, HouseholdId, Reason, Reasons, Repair};
use std::collections::BTreeMap;

/// Households left out by one and the same Hall set.
pub struct Shortage {
    left_out: Vec<usize>,
    /// The cells they compete for; empty where no home in the stock is for them.
    cells: Vec<u32>,
    /// Signed households that accept nothing else, those left out included.
    households: u32,
    /// How many more homes of which kind each of them waits for.
    repairs: BTreeMap<usize, Repair>,
}

/// The Hall set behind each household left out. To be asked right after step 1, while everybody still accepts all that
/// they accept. `left_out` is in turn order.
pub fn shortages(table: &mut Table, left_out: &[usize]) -> Vec<Shortage> {
    let mut by_class: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for &household in left_out {
        by_class.entry(table.matching.class_of[household]).or_default().push(household);
    }
    let mut by_cells: BTreeMap<Vec<u32>, Vec<usize>> = BTreeMap::new();
    for (&class, households) in &by_class {
        let wanted = table.matching.classes[class as usize].clone();
        let cells = if wanted.is_empty() { Vec::new() } else { table.matching.reach(&wanted) };
        by_cells.entry(cells).or_default().extend(households);
    }
    let mut inside = vec![false; table.cells.kinds.len()];
    let mut trials = Trials::default();
    let mut found = Vec::with_capacity(by_cells.len());
    for (cells, left_out_here) in by_cells {
        cells.iter().for_each(|&cell| inside[cell as usize] = true);
        let depends = |class: u32| {
            let wanted = &table.matching.classes[class as usize];
            !wanted.is_empty() && wanted.iter().all(|&cell| inside[cell as usize])
        };
        let blocked: usize = by_class.iter().filter(|&(&class, _)| depends(class)).map(|(_, list)| list.len()).sum();
        // A Hall set is full, and its holders accept nothing else: they are as many as its homes.
        let homes: u32 = cells.iter().map(|&cell| table.matching.capacity[cell as usize]).sum();
        cells.iter().for_each(|&cell| inside[cell as usize] = false);
        let repairs = more_homes(table, &left_out_here, left_out, &mut trials);
        found.push(Shortage { left_out: left_out_here, cells, households: homes + blocked as u32, repairs });
    }
    found
}

/// The reasons, once it is known which homes are left over.
pub fn reasons(table: &Table, shortages: Vec<Shortage>) -> Reasons {
    let left_over = left_over(table);
    let mut list: Vec<(HouseholdId, Reason)> = Vec::new();
    for shortage in shortages {
        let kinds = kinds(table, &shortage.cells);
        let homes = kinds.iter().map(|kind| kind.homes).sum();
        for household in shortage.left_out {
            let more = shortage.repairs.get(&household).cloned();
            let wanted = match &more {
                Some(Repair::MoreHomes { kind, .. }) => Some((kind.estate, kind.home_type)),
                _ => None,
            };
            let over = accepting(&left_over, wanted, table.intake.households[household].needs);
            let repairs: Vec<Repair> = more.into_iter().chain(over).collect();
            let reason = if shortage.cells.is_empty() {
                Reason::NoSuchHome { repairs }
            } else {
                Reason::Shortage { households: shortage.households, homes, kinds: kinds.clone(), repairs }
            };
            list.push((HouseholdId::new(household), reason));
        }
    }
    list.sort_by_key(|(household, _)| *household);
    Reasons(list)
}

/// Homes nobody holds, counted by what they are.
fn left_over(table: &Table) -> BTreeMap<Kind, u32> {
    let mut held = vec![false; table.intake.stock.dwellings.len()];
    table.home_of.iter().flatten().for_each(|home| held[home.index()] = true);
    let mut counts = BTreeMap::new();
    for (cell, homes) in table.cells.homes.iter().enumerate() {
        let free = homes.iter().filter(|id| !held[id.index()]).count() as u32;
        if free > 0 {
            counts.insert(table.cells.kinds[cell], free);
        }
    }
    counts
}

/// Cells told the way a person would, exactly: by estate and home type, with step-free and floors only where they
/// matter. Whoever counts the vacant homes of the kinds named comes to the same number.
fn kinds(table: &Table, cells: &[u32]) -> Vec<HomeKind> {
    let mut blocks: BTreeMap<(EstateId, HomeTypeId), Vec<u32>> = BTreeMap::new();
    for &cell in cells {
        let kind = &table.cells.kinds[cell as usize];
        blocks.entry((kind.estate, kind.home_type)).or_default().push(cell);
    }
    blocks
        .into_iter()
        .flat_map(|((estate, home_type), inside)| kinds_of_block(table, estate, home_type, &inside))
        .collect()
}

fn kinds_of_block(table: &Table, estate: EstateId, home_type: HomeTypeId, inside: &[u32]) -> Vec<HomeKind> {
    let homes = |cells: &[u32]| cells.iter().map(|&cell| table.cells.homes[cell as usize].len() as u32).sum();
    let block: Vec<u32> = table.cells.block(estate, home_type).collect();
    if inside.len() == block.len() {
        return vec![HomeKind { estate, home_type, step_free: None, floors: None, homes: homes(inside) }];
    }
    let mut told = Vec::new();
    for step_free in [false, true] {
        let alike = |cell: &u32| table.cells.kinds[*cell as usize].step_free == step_free;
        let whole: Vec<u32> = block.iter().copied().filter(alike).collect();
        // Runs of floors without a floor between them that is not meant. Cells of a block are sorted by floor.
        let runs = whole.chunk_by(|a, b| inside.contains(a) == inside.contains(b));
        for run in runs.filter(|run| inside.contains(&run[0])) {
            let floor = |cell: u32| table.cells.kinds[cell as usize].floor;
            let floors = (run.len() < whole.len()).then(|| (floor(run[0]), floor(run[run.len() - 1])));
            told.push(HomeKind { estate, home_type, step_free: Some(step_free), floors, homes: homes(run) });
        }
    }
    told
}
