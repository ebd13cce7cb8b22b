//! The smallest change that would give a household a home, found by trying it out.
//!
//! Who is left out depends on turns: a new home goes to the earliest turn that can reach it, directly or because
//! somebody moves over. So the number of homes that would house a household is its place among all whom such homes
//! would house, and that is found by handing out as many of them as anybody could take.

use super::Table;
use super::cells::Kind;
use crate::model::{EstateId, HomeKind, HomeTypeId, Household, Needs, Repair};
use std::collections::BTreeMap;

/// How much work all trials together may be, in rough steps. With tens of thousands left out only the kinds that most
/// wait for are tried.
const WORK: usize = 20_000_000;

/// Kinds of homes and what more of them would do: for each household they would house, how many it takes.
#[derive(Default)]
pub struct Trials(BTreeMap<(EstateId, HomeTypeId, bool, i16), BTreeMap<usize, u32>>);

/// Repairs by more homes for all whom one shortage leaves out. `everybody` are all left out, in turn order. Mostly one
/// kind of home would do for a whole shortage; where it does not, the kind that most would take is tried first.
pub fn more_homes(
    table: &Table,
    left_out: &[usize],
    everybody: &[usize],
    trials: &mut Trials,
) -> BTreeMap<usize, Repair> {
    let affordable = (WORK / (everybody.len() * 200 + table.order.len() + 1)).clamp(2, 50);
    let mut waiting = left_out.to_vec();
    let mut found = BTreeMap::new();
    while !waiting.is_empty() && trials.0.len() < affordable {
        let mut demand: BTreeMap<(EstateId, HomeTypeId), u32> = BTreeMap::new();
        for &household in &waiting {
            for pair in accepted(table, &table.intake.households[household]) {
                *demand.entry(pair).or_default() += 1;
            }
        }
        let most = demand.iter().max_by_key(|&(pair, &count)| (count, std::cmp::Reverse(*pair)));
        let Some((&(estate, home_type), _)) = most else { break };
        let takes = |household: &usize| {
            let who = &table.intake.households[*household];
            who.home_types.contains(&home_type) && who.choices.rank(estate).is_some()
        };
        let (served, rest): (Vec<usize>, Vec<usize>) = waiting.into_iter().partition(takes);
        let needs = strictest(served.iter().map(|&h| table.intake.households[h].needs));
        // The most wanted home of this kind: fewer are needed of one that fewer others can use.
        let kind = Kind { estate, home_type, step_free: true, floor: needs.max_floor.unwrap_or(1).min(1) };
        let key = (estate, home_type, kind.step_free, kind.floor);
        let turns = trials.0.entry(key).or_insert_with(|| try_out(table, kind, everybody));
        for household in served {
            if let Some(&count) = turns.get(&household) {
                let own = table.intake.households[household].needs;
                found.insert(household, Repair::MoreHomes { count, kind: home_kind(table, estate, home_type, own) });
            }
        }
        waiting = rest;
    }
    found
}

/// How many more homes of a kind it takes for each household that they would house at all.
fn try_out(table: &Table, kind: Kind, everybody: &[usize]) -> BTreeMap<usize, u32> {
    let mut matching = table.matching.clone();
    matching.open_all();
    let cell = matching.add_cell(everybody.len() as u32, 0);
    matching.offer(cell, |wish| {
        let welcome = wish.estates.is_empty() || wish.estates.contains(&kind.estate);
        welcome && wish.home_types.contains(&kind.home_type) && wish.needs.met_by(kind.step_free, kind.floor)
    });
    let mut housed = BTreeMap::new();
    for &household in everybody {
        if matching.enter_class(household as u32, matching.class_of[household]) {
            housed.insert(household, housed.len() as u32 + 1);
        }
    }
    housed
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

fn home_kind(table: &Table, estate: EstateId, home_type: HomeTypeId, needs: Needs) -> HomeKind {
    let meets = |cell: &u32| {
        let kind = &table.cells.kinds[*cell as usize];
        needs.met_by(kind.step_free, kind.floor)
    };
    let cells = table.cells.block(estate, home_type).filter(meets);
    let homes = cells.map(|cell| table.cells.homes[cell as usize].len() as u32).sum();
    let floors = needs.max_floor.map(|highest| (highest.min(1), highest));
    HomeKind { estate, home_type, step_free: needs.step_free.then_some(true), floors, homes }
}

/// A kind of home that is left over and would do for a household, if it accepted it: rather in the estate it wants
/// than of the type it wants, and rather where many are left. Accepting it costs nobody else their home.
pub fn accepting(
    left_over: &BTreeMap<Kind, u32>,
    wanted: Option<(EstateId, HomeTypeId)>,
    needs: Needs,
) -> Option<Repair> {
    let mut blocks: BTreeMap<(EstateId, HomeTypeId), (u32, i16)> = BTreeMap::new();
    for (kind, &free) in left_over.iter().filter(|(kind, _)| needs.met_by(kind.step_free, kind.floor)) {
        let block = blocks.entry((kind.estate, kind.home_type)).or_insert((0, kind.floor));
        *block = (block.0 + free, block.1.min(kind.floor));
    }
    let nearest = |&((estate, home_type), (free, _)): &((EstateId, HomeTypeId), (u32, i16))| {
        let wanted = wanted.map(|wanted| (estate == wanted.0, home_type == wanted.1));
        (wanted, free, std::cmp::Reverse((estate, home_type)))
    };
    let ((estate, home_type), (homes, lowest)) = blocks.into_iter().max_by_key(nearest)?;
    let floors = needs.max_floor.map(|highest| (lowest, highest));
    let step_free = needs.step_free.then_some(true);
    Some(Repair::Accepting { kind: HomeKind { estate, home_type, step_free, floors, homes } })
}
