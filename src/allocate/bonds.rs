//! Step 3, bonds: households that asked to stay together get homes in one stairwell, else one building, else one
//! estate.
//!
//! A bond costs nobody outside it anything: everyone else keeps the tier that step 2 gave (only the cell inside it may
//! change; if bonds give better homes up, it can only come to a better one). Its own members keep theirs too, or lose
//! at most as many tiers as the plan file allows. Bonds are
//! settled in turn order; places are tried in the order of the dwelling draw.
//!
//! For each place tried, its homes are split off their cells as parts with a capacity of their own, the members are
//! narrowed to these parts, and the matching says exactly whether everybody else still has a home. On failure the
//! trail is walked back.

use super::Table;
use super::cells::Kind;
use super::cells::NONE;
use crate::model::{BondId, BondLimit, BondOutcome, Closeness, Dwelling, DwellingId, EstateId, Intake};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// Vacant dwellings by place of one level and by estate, each list in dwelling-draw order.
struct Places {
    level: Closeness,
    homes: Vec<Vec<DwellingId>>,
    of_estate: Vec<Vec<DwellingId>>,
}

impl Places {
    fn new(intake: &Intake, rank: &[u32], level: Closeness) -> Self {
        let stock = &intake.stock;
        let count = match level {
            Closeness::Stairwell => stock.stairwells.len(),
            Closeness::Building => stock.buildings.len(),
            Closeness::Estate | Closeness::Apart => stock.estates.len(),
        };
        let mut in_draw: Vec<DwellingId> = stock.vacant().collect();
        in_draw.sort_unstable_by_key(|id| rank[id.index()]);
        let mut places =
            Self { level, homes: vec![Vec::new(); count], of_estate: vec![Vec::new(); stock.estates.len()] };
        for id in in_draw {
            let place = places.of(stock.dwelling(id));
            places.homes[place].push(id);
            places.of_estate[stock.dwelling(id).estate.index()].push(id);
        }
        places
    }

    /// The place a dwelling is in.
    fn of(&self, home: &Dwelling) -> usize {
        match self.level {
            Closeness::Stairwell => home.stairwell.index(),
            Closeness::Building => home.building.index(),
            Closeness::Estate | Closeness::Apart => home.estate.index(),
        }
    }
}

/// After so many places that failed for one bond, it is found out which homes of their tiers its members can have at
/// all; places that lack these are not tried any more.
const FAILURES_BEFORE_PROBING: u32 = 4;

/// After so many places that failed, a bond is taken to find none: a bound on the work, far beyond what towns need.
const MOST_FAILURES: u32 = 1_000;

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
    let levels: Vec<Places> = [Closeness::Stairwell, Closeness::Building, Closeness::Estate]
        .into_iter()
        .filter(|&level| level >= table.intake.bond_rule.level)
        .map(|level| Places::new(table.intake, &table.cells.rank, level))
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

fn settle_one(table: &mut Table, levels: &[Places], housed: &[usize], taken: &mut [bool]) -> (Closeness, BondLimit) {
    if housed.len() < 2 {
        return (Closeness::Apart, BondLimit::Alone);
    }
    let mut members: Vec<Member> = housed.iter().map(|&household| member(table, household)).collect();
    let mut failures = 0;
    let mut limit = BondLimit::None;
    for places in levels {
        let mut walk = Walk::new(table, places, &members);
        let mut found = false;
        while let Some(place) = walk.next(table, places, &members, Some(taken)) {
            found = true;
            if move_in(table, &places.homes[place], &members, taken) {
                return (places.level, limit);
            }
            failures += 1;
            if failures == FAILURES_BEFORE_PROBING && table.intake.bond_rule.may_cost_tiers == 0 {
                probe(table, &mut members);
            }
            if failures >= MOST_FAILURES {
                break;
            }
        }
        let any = found || Walk::new(table, places, &members).next(table, places, &members, None).is_some();
        limit = if any { BondLimit::Taken } else { BondLimit::NoSuchPlace };
    }
    (Closeness::Apart, limit)
}

/// Tries every cell of every member's tier for this member alone. What cannot be had is enclosed, for good: what
/// households accept only narrows in this step.
fn probe(table: &mut Table, members: &mut [Member]) {
    table.matching.enclosing = true;
    for member in members.iter() {
        let household = member.household;
        for cell in table.matching.classes[table.matching.class_of[household] as usize].clone() {
            let own = table.matching.cell_of[household];
            if cell != own && table.matching.enclosure[cell as usize] == table.matching.enclosure[own as usize] {
                table.matching.enter(household as u32, &[cell]);
            }
        }
    }
    table.matching.enclosing = false;
    table.matching.trail.clear();
    for member in members {
        member.enclosure = table.matching.enclosure[table.matching.cell_of[member.household] as usize];
    }
}

fn member(table: &Table, household: usize) -> Member {
    let who = &table.intake.households[household];
    let cell = table.matching.cell_of[household] as usize;
    let tier = table.cells.kinds[cell].tier(who).expect("a housed household holds a cell it accepts");
    let position = (tier.choice - 1) * who.home_types.len() as u32 + tier.kind;
    Member {
        household,
        worst: position.saturating_add(table.intake.bond_rule.may_cost_tiers),
        enclosure: table.matching.enclosure[cell],
    }
}

/// Whether a home of this kind is in a tier the member may end in.
fn accepts(table: &Table, member: &Member, kind: &Kind) -> bool {
    let who = &table.intake.households[member.household];
    let position = |t: crate::model::Tier| (t.choice - 1) * who.home_types.len() as u32 + t.kind;
    kind.tier(who).is_some_and(|tier| position(tier) <= member.worst)
}

/// Walks through the places that could take a bond, in the order of the dwelling draw: a place comes when its first
/// usable dwelling does. Lazily, because the first or second place mostly will do.
struct Walk {
    /// Next dwelling of each estate that all members accept: (draw rank, estate, position in its list).
    next: BinaryHeap<Reverse<(u32, usize, usize)>>,
    seen: BTreeSet<usize>,
}

impl Walk {
    fn new(table: &Table, places: &Places, members: &[Member]) -> Self {
        let welcome = |estate: usize| {
            members.iter().all(|m| {
                let who = &table.intake.households[m.household];
                let rank = who.choices.rank(EstateId::new(estate));
                rank.is_some_and(|rank| (rank - 1) * (who.home_types.len() as u32) < m.worst)
            })
        };
        let first = |(estate, list): (usize, &Vec<DwellingId>)| {
            let id = list.first().filter(|_| welcome(estate))?;
            Some(Reverse((table.cells.rank[id.index()], estate, 0)))
        };
        Self { next: places.of_estate.iter().enumerate().filter_map(first).collect(), seen: BTreeSet::new() }
    }

    /// The next place where every member finds a fitting home and there are homes for all of them. Without `taken`,
    /// homes that others hold count too.
    fn next(&mut self, table: &Table, places: &Places, members: &[Member], taken: Option<&[bool]>) -> Option<usize> {
        while let Some(Reverse((_, estate, position))) = self.next.pop() {
            let list = &places.of_estate[estate];
            if let Some(after) = list.get(position + 1) {
                self.next.push(Reverse((table.cells.rank[after.index()], estate, position + 1)));
            }
            let id = list[position];
            let place = places.of(table.intake.stock.dwelling(id));
            let usable = || members.iter().any(|member| can_use(table, member, id, taken));
            if places.homes[place].len() < members.len() || self.seen.contains(&place) || !usable() {
                continue;
            }
            self.seen.insert(place);
            let homes = &places.homes[place];
            let usable = homes.iter().filter(|&&id| members.iter().any(|member| can_use(table, member, id, taken)));
            let served = |member| homes.iter().any(|&id| can_use(table, member, id, taken));
            if usable.count() >= members.len() && members.iter().all(served) {
                return Some(place);
            }
        }
        None
    }
}

/// Whether a dwelling is in a tier the member may end in and, where `taken` is given, can still be had.
fn can_use(table: &Table, member: &Member, id: DwellingId, taken: Option<&[bool]>) -> bool {
    let cell = table.cells.cell_of[id.index()].expect("places list vacant homes") as usize;
    let free = taken.is_none_or(|taken| !taken[id.index()] && table.matching.enclosure[cell] == member.enclosure);
    free && accepts(table, member, &table.cells.kinds[cell])
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
        let class = table.matching.class_of[member.household];
        if !table.matching.enter_class(member.household as u32, class) {
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

/// Gives the members their dwellings and takes both out of the matching: in turn order, each takes the home of the
/// place that comes first in the dwelling draw and leaves the other members, and everybody else, a home.
fn hand_over(table: &mut Table, parts: &[Part], members: &[Member], taken: &mut [bool]) {
    for member in members {
        let class = table.matching.class_of[member.household] as usize;
        let options = table.matching.classes[class].clone();
        let first = |part: &Part| part.homes.iter().copied().find(|id| !taken[id.index()]);
        let mut open: Vec<(u32, u32, DwellingId)> = parts
            .iter()
            .filter(|part| options.contains(&part.number))
            .filter_map(|part| first(part).map(|id| (table.cells.rank[id.index()], part.number, id)))
            .collect();
        open.sort_unstable();
        let mut due = open.into_iter().filter(|&(_, part, _)| {
            table.matching.cell_of[member.household] == part || table.matching.enter(member.household as u32, &[part])
        });
        let (_, part, home) = due.next().expect("the member's own part has a home for it");
        taken[home.index()] = true;
        table.home_of[member.household] = Some(home);
        table.matching.take_out(member.household as u32);
        table.matching.capacity[part as usize] -= 1;
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
