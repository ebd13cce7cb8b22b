//! Step 3, bonds: households that asked to stay together get homes in one stairwell, else one building, else one
//! estate.
//!
//! A bond costs nobody outside it anything: everyone else keeps the tier that step 2 gave (only the cell inside it may
//! change). Its own members keep theirs too, or lose at most as many tiers as the plan file allows. Bonds are
//! settled in turn order; places are tried in the order of the dwelling draw.
//!
//! For each place tried, its homes are split off their cells as parts with a capacity of their own, the members are
//! narrowed to these parts, and the matching says exactly whether everybody else still has a home. On failure the
//! trail is walked back.

use super::Table;
use super::cells::Kind;
use super::matching::NONE;
use crate::model::{BondId, BondLimit, BondOutcome, Closeness, DwellingId, EstateId, Intake};
use std::collections::BTreeMap;

/// Vacant dwellings of each place, in dwelling-draw order, and the places of each estate.
struct Places {
    homes: Vec<Vec<DwellingId>>,
    of_estate: Vec<Vec<usize>>,
}

impl Places {
    fn new(intake: &Intake, rank: &[u32], level: Closeness) -> Self {
        let stock = &intake.stock;
        let (estates, count): (Vec<EstateId>, usize) = match level {
            Closeness::Stairwell => (stock.stairwells.iter().map(|s| s.estate).collect(), stock.stairwells.len()),
            Closeness::Building => (stock.buildings.iter().map(|b| b.estate).collect(), stock.buildings.len()),
            Closeness::Estate | Closeness::Apart => {
                ((0..stock.estates.len()).map(EstateId::new).collect(), stock.estates.len())
            }
        };
        let mut homes = vec![Vec::new(); count];
        for id in stock.vacant() {
            let home = stock.dwelling(id);
            let place = match level {
                Closeness::Stairwell => home.stairwell.index(),
                Closeness::Building => home.building.index(),
                Closeness::Estate | Closeness::Apart => home.estate.index(),
            };
            homes[place].push(id);
        }
        homes.iter_mut().for_each(|list| list.sort_unstable_by_key(|id| rank[id.index()]));
        let mut of_estate = vec![Vec::new(); stock.estates.len()];
        for (place, estate) in estates.iter().enumerate() {
            of_estate[estate.index()].push(place);
        }
        Self { homes, of_estate }
    }
}

/// One member of a bond, as far as this step needs it.
struct Member {
    household: usize,
    /// Best-first position of the worst tier it may end in.
    worst: u32,
    /// Enclosure of its cell: it can only get homes inside it.
    enclosure: u32,
}

/// Settles all bonds with a signed member; one outcome each, by bond id.
pub fn settle(table: &mut Table) -> Vec<BondOutcome> {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); table.intake.bonds.len()];
    let mut in_turn: Vec<BondId> = Vec::new();
    for &household in &table.order {
        if let Some(bond) = table.intake.households[household].bond {
            if members[bond.index()].is_empty() {
                in_turn.push(bond);
            }
            members[bond.index()].push(household);
        }
    }
    let levels: Vec<(Closeness, Places)> = [Closeness::Stairwell, Closeness::Building, Closeness::Estate]
        .into_iter()
        .filter(|&level| level >= table.intake.bond_rule.level)
        .map(|level| (level, Places::new(table.intake, &table.cells.rank, level)))
        .collect();

    // Members of a bond that may cost tiers come to accept more than before, which enclosures cannot follow.
    if table.intake.bond_rule.may_cost_tiers > 0 {
        table.matching.open_all();
    }
    table.matching.enclosing = false;
    let mut taken = vec![false; table.intake.stock.dwellings.len()];
    let mut outcomes: Vec<BondOutcome> = Vec::with_capacity(in_turn.len());
    for bond in in_turn {
        let housed: Vec<usize> =
            members[bond.index()].iter().copied().filter(|&h| table.matching.cell_of[h] != NONE).collect();
        let (reached, limit) = settle_one(table, &levels, &housed, &mut taken);
        outcomes.push(BondOutcome { bond, reached, limit });
    }
    table.matching.enclosing = true;
    outcomes.sort_unstable_by_key(|outcome| outcome.bond);
    outcomes
}

fn settle_one(
    table: &mut Table,
    levels: &[(Closeness, Places)],
    housed: &[usize],
    taken: &mut [bool],
) -> (Closeness, BondLimit) {
    if housed.len() < 2 {
        return (Closeness::Apart, BondLimit::Alone);
    }
    let members: Vec<Member> = housed.iter().map(|&household| member(table, household)).collect();
    let mut limit = BondLimit::None;
    for (level, places) in levels {
        let candidates = candidates(table, places, &members, taken, false);
        for &place in &candidates {
            if move_in(table, &places.homes[place], &members, taken) {
                return (*level, limit);
            }
        }
        let any = !candidates.is_empty() || !self::candidates(table, places, &members, taken, true).is_empty();
        limit = if any { BondLimit::Taken } else { BondLimit::NoSuchPlace };
    }
    (Closeness::Apart, limit)
}

fn member(table: &Table, household: usize) -> Member {
    let who = &table.intake.households[household];
    let cell = table.matching.cell_of[household] as usize;
    let tier = table.cells.kinds[cell].tier(who).expect("a housed household holds a cell it accepts");
    let position = (tier.choice - 1) * who.home_types.len() as u32 + tier.kind;
    Member {
        household,
        worst: position + table.intake.bond_rule.may_cost_tiers,
        enclosure: table.matching.enclosure[cell],
    }
}

/// Whether a home of this kind is in a tier the member may end in.
fn accepts(table: &Table, member: &Member, kind: &Kind) -> bool {
    let who = &table.intake.households[member.household];
    let position = |t: crate::model::Tier| (t.choice - 1) * who.home_types.len() as u32 + t.kind;
    kind.tier(who).is_some_and(|tier| position(tier) <= member.worst)
}

/// Places where every member finds a fitting home and there are homes for all of them, first in the dwelling draw
/// first. With `even_taken`, homes that others hold count too.
fn candidates(table: &Table, places: &Places, members: &[Member], taken: &[bool], even_taken: bool) -> Vec<usize> {
    let mut found: Vec<(u32, usize)> = Vec::new();
    for (estate, here) in places.of_estate.iter().enumerate() {
        let welcome = members.iter().all(|m| {
            let who = &table.intake.households[m.household];
            let rank = who.choices.rank(EstateId::new(estate));
            rank.is_some_and(|rank| (rank - 1) * (who.home_types.len() as u32) < m.worst)
        });
        if !welcome {
            continue;
        }
        for &place in here {
            if places.homes[place].len() < members.len() {
                continue;
            }
            let mut usable = 0;
            let mut earliest = u32::MAX;
            let mut served = vec![false; members.len()];
            for id in &places.homes[place] {
                let cell = table.cells.cell_of[id.index()].expect("places list vacant homes") as usize;
                if taken[id.index()] && !even_taken {
                    continue;
                }
                let mut wanted = false;
                for (m, member) in members.iter().enumerate() {
                    let within = even_taken || table.matching.enclosure[cell] == member.enclosure;
                    if within && accepts(table, member, &table.cells.kinds[cell]) {
                        served[m] = true;
                        wanted = true;
                    }
                }
                if wanted {
                    usable += 1;
                    earliest = earliest.min(table.cells.rank[id.index()]);
                }
            }
            if usable >= members.len() && served.iter().all(|&s| s) {
                found.push((earliest, place));
            }
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(_, place)| place).collect()
}

/// Gives every member a home of this place if everybody else keeps a home of their tier; else changes nothing.
fn move_in(table: &mut Table, place: &[DwellingId], members: &[Member], taken: &mut [bool]) -> bool {
    let (cells_before, classes_before) = (table.matching.capacity.len(), table.matching.classes.len());
    let classes: Vec<u32> = members.iter().map(|m| table.matching.class_of[m.household]).collect();
    table.matching.trail.clear();
    let parts = split_off(table, place, members, taken);
    let mut all_in = true;
    for member in members {
        let options: Vec<u32> = parts
            .iter()
            .filter(|part| table.matching.enclosure[part.cell as usize] == member.enclosure)
            .filter(|part| accepts(table, member, &table.cells.kinds[part.cell as usize]))
            .map(|part| part.number)
            .collect();
        let class = table.matching.add_class(options);
        table.matching.class_of[member.household] = class;
    }
    for member in members {
        let class = table.matching.class_of[member.household] as usize;
        let options = table.matching.classes[class].clone();
        if !table.matching.enter(member.household as u32, &options) {
            all_in = false;
            break;
        }
    }
    if all_in {
        hand_over(table, &parts, members, taken);
    } else {
        table.matching.undo();
    }
    merge_back(table, &parts);
    for (member, class) in members.iter().zip(classes) {
        table.matching.class_of[member.household] = class;
    }
    table.matching.drop_cells(cells_before);
    table.matching.drop_classes(classes_before);
    all_in
}

/// The free homes of a place that belong to one cell.
struct Part {
    cell: u32,
    number: u32,
    homes: Vec<DwellingId>,
}

fn split_off(table: &mut Table, place: &[DwellingId], members: &[Member], taken: &[bool]) -> Vec<Part> {
    let mut by_cell: BTreeMap<u32, Vec<DwellingId>> = BTreeMap::new();
    for id in place.iter().filter(|id| !taken[id.index()]) {
        let cell = table.cells.cell_of[id.index()].expect("places list vacant homes");
        if members.iter().any(|m| accepts(table, m, &table.cells.kinds[cell as usize])) {
            by_cell.entry(cell).or_default().push(*id);
        }
    }
    let mut parts = Vec::with_capacity(by_cell.len());
    for (cell, homes) in by_cell {
        let matching = &mut table.matching;
        let number = matching.add_cell(homes.len() as u32, matching.enclosure[cell as usize]);
        matching.part_of[cell as usize] = number;
        matching.capacity[cell as usize] -= homes.len() as u32;
        while matching.holders[cell as usize].len() as u32 > matching.capacity[cell as usize] {
            let spilled = *matching.holders[cell as usize].last().expect("more holders than homes");
            matching.trail.push((spilled, cell));
            matching.take_out(spilled);
            matching.put(spilled, number);
        }
        parts.push(Part { cell, number, homes });
    }
    parts
}

/// Gives the members their dwellings and takes both out of the matching.
fn hand_over(table: &mut Table, parts: &[Part], members: &[Member], taken: &mut [bool]) {
    for member in members {
        let number = table.matching.cell_of[member.household];
        let part = parts.iter().find(|part| part.number == number).expect("members were narrowed to the parts");
        let home = *part.homes.iter().find(|id| !taken[id.index()]).expect("a part holds as many as it has homes");
        taken[home.index()] = true;
        table.home_of[member.household] = Some(home);
        table.matching.take_out(member.household as u32);
        table.matching.capacity[number as usize] -= 1;
    }
}

fn merge_back(table: &mut Table, parts: &[Part]) {
    let matching = &mut table.matching;
    for part in parts {
        matching.part_of[part.cell as usize] = NONE;
        matching.capacity[part.cell as usize] += matching.capacity[part.number as usize];
        while let Some(&household) = matching.holders[part.number as usize].last() {
            matching.take_out(household);
            matching.put(household, part.cell);
        }
    }
}
