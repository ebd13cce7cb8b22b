//! Why somebody has no home, and the smallest change that would give them one.
//!
//! The cells that an alternating search from a household without a home reaches are all full, and whoever holds one
//! of them accepts nothing outside: a Hall set (Hall 1935). The households that depend on these cells are more
//! than the homes in them, whoever plans.

use super::Table;
use super::cells::Kind;
use crate::model::{EstateId, HomeKind, HomeTypeId, Household, HouseholdId, Needs, Reason, Reasons, Repair};
use std::collections::BTreeMap;

/// Households left out by one and the same Hall set.
pub struct Shortage {
    left_out: Vec<usize>,
    /// The cells they compete for; empty where no home in the stock is for them.
    cells: Vec<u32>,
    /// Signed households that accept nothing else, those left out included.
    households: u32,
}

/// The Hall set behind each household left out. To be asked right after step 1, while everybody still accepts all that
/// they accept.
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
    let mut found = Vec::with_capacity(by_cells.len());
    for (cells, mut left_out) in by_cells {
        cells.iter().for_each(|&cell| inside[cell as usize] = true);
        let depends = |class: u32| {
            let wanted = &table.matching.classes[class as usize];
            !wanted.is_empty() && wanted.iter().all(|&cell| inside[cell as usize])
        };
        let blocked: usize = by_class.iter().filter(|&(&class, _)| depends(class)).map(|(_, list)| list.len()).sum();
        // A Hall set is full, and its holders accept nothing else: they are as many as its homes.
        let homes: u32 = cells.iter().map(|&cell| table.matching.capacity[cell as usize]).sum();
        cells.iter().for_each(|&cell| inside[cell as usize] = false);
        left_out.sort_unstable();
        found.push(Shortage { left_out, cells, households: homes + blocked as u32 });
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
        for (served, repairs) in repairs(table, &shortage.left_out, &left_over) {
            for household in served {
                let reason = if shortage.cells.is_empty() {
                    Reason::NoSuchHome { repairs: repairs.clone() }
                } else {
                    let (kinds, repairs) = (kinds.clone(), repairs.clone());
                    Reason::Shortage { households: shortage.households, homes, kinds, repairs }
                };
                list.push((HouseholdId::new(household), reason));
            }
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

/// Cells told the way a person would: by estate and home type, with step-free or floors only where they matter.
fn kinds(table: &Table, cells: &[u32]) -> Vec<HomeKind> {
    let mut blocks: BTreeMap<(EstateId, HomeTypeId), Vec<u32>> = BTreeMap::new();
    for &cell in cells {
        let kind = &table.cells.kinds[cell as usize];
        blocks.entry((kind.estate, kind.home_type)).or_default().push(cell);
    }
    let told = |(&(estate, home_type), inside): (&(EstateId, HomeTypeId), &Vec<u32>)| {
        let kinds: Vec<&Kind> = inside.iter().map(|&cell| &table.cells.kinds[cell as usize]).collect();
        let whole: Vec<&Kind> = table.cells.block(estate, home_type).map(|c| &table.cells.kinds[c as usize]).collect();
        let span = |list: &[&Kind]| {
            let floors = || list.iter().map(|kind| kind.floor);
            (floors().min().unwrap_or(0), floors().max().unwrap_or(0))
        };
        let step_free = match kinds.iter().filter(|kind| kind.step_free).count() {
            all if all == kinds.len() && whole.iter().any(|kind| !kind.step_free) => Some(true),
            0 if whole.iter().any(|kind| kind.step_free) => Some(false),
            _ => None,
        };
        let floors = (span(&kinds) != span(&whole)).then(|| span(&kinds));
        let homes = inside.iter().map(|&cell| table.cells.homes[cell as usize].len() as u32).sum();
        HomeKind { estate, home_type, step_free, floors, homes }
    };
    blocks.iter().map(told).collect()
}

/// Repairs for all whom one shortage leaves out. Mostly one kind of home serves them all; where it does not, the kind
/// that serves most comes first, and the rest are served by another.
fn repairs(table: &Table, left_out: &[usize], left_over: &BTreeMap<Kind, u32>) -> Vec<(Vec<usize>, Vec<Repair>)> {
    let mut waiting = left_out.to_vec();
    let mut found = Vec::new();
    while !waiting.is_empty() {
        let mut demand: BTreeMap<(EstateId, HomeTypeId), u32> = BTreeMap::new();
        for &household in &waiting {
            for pair in accepted(table, &table.intake.households[household]) {
                *demand.entry(pair).or_default() += 1;
            }
        }
        let most = demand.iter().max_by_key(|&(pair, &count)| (count, std::cmp::Reverse(*pair)));
        let Some((&(estate, home_type), _)) = most else {
            found.push((waiting, Vec::new()));
            break;
        };
        let takes = |household: &usize| {
            let who = &table.intake.households[*household];
            who.home_types.contains(&home_type) && who.choices.rank(estate).is_some()
        };
        let (served, rest): (Vec<usize>, Vec<usize>) = waiting.into_iter().partition(takes);
        let needs = strictest(served.iter().map(|&h| table.intake.households[h].needs));
        let count = served.len() as u32;
        let mut repairs = vec![more_homes(table, estate, home_type, needs, count)];
        repairs.extend(accepting(left_over, (estate, home_type), needs, count));
        found.push((served, repairs));
        waiting = rest;
    }
    found
}

fn accepted(table: &Table, who: &Household) -> Vec<(EstateId, HomeTypeId)> {
    let estates = (0..table.intake.stock.estates.len()).map(EstateId::new);
    let welcome = estates.filter(|&estate| who.choices.rank(estate).is_some());
    welcome.flat_map(|estate| who.home_types.iter().map(move |&home_type| (estate, home_type))).collect()
}

/// Needs that meet everybody's.
fn strictest(all: impl Iterator<Item = Needs>) -> Needs {
    all.fold(Needs::default(), |strict, needs| Needs {
        step_free: strict.step_free || needs.step_free,
        max_floor: match (strict.max_floor, needs.max_floor) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        },
    })
}

fn more_homes(table: &Table, estate: EstateId, home_type: HomeTypeId, needs: Needs, count: u32) -> Repair {
    let alike =
        |kind: &Kind| kind.estate == estate && kind.home_type == home_type && needs.met_by(kind.step_free, kind.floor);
    let cells = table.cells.kinds.iter().zip(&table.cells.homes);
    let homes = cells.filter(|(kind, _)| alike(kind)).map(|(_, homes)| homes.len() as u32).sum();
    let kind = HomeKind {
        estate,
        home_type,
        step_free: needs.step_free.then_some(true),
        floors: needs.max_floor.map(|highest| (highest.min(1), highest)),
        homes,
    };
    Repair::MoreHomes { count, kind }
}

/// Homes left over that would do for everybody waiting, if they accepted them: in the same estate rather than of
/// the same type, and rather many than few.
fn accepting(
    left_over: &BTreeMap<Kind, u32>,
    wanted: (EstateId, HomeTypeId),
    needs: Needs,
    count: u32,
) -> Option<Repair> {
    let mut blocks: BTreeMap<(EstateId, HomeTypeId), u32> = BTreeMap::new();
    for (kind, &free) in left_over.iter().filter(|(kind, _)| needs.met_by(kind.step_free, kind.floor)) {
        *blocks.entry((kind.estate, kind.home_type)).or_default() += free;
    }
    let enough = blocks.into_iter().filter(|&(_, free)| free >= count);
    let nearest = |&((estate, home_type), free): &((EstateId, HomeTypeId), u32)| {
        (estate == wanted.0, home_type == wanted.1, free, std::cmp::Reverse((estate, home_type)))
    };
    let ((estate, home_type), homes) = enough.max_by_key(nearest)?;
    let step_free = needs.step_free.then_some(true);
    let floors = needs.max_floor.map(|highest| (highest.min(1), highest));
    Some(Repair::Accepting { count, kind: HomeKind { estate, home_type, step_free, floors, homes } })
}
