//! The quota lottery: in the order of the draw, each household takes the best remaining home whose cap is open for its
//! group, at the building and at the estate; else it gets nothing.
//!
//! It is the draw of `allocate` with places closed along the way, so that what differs from the draw is due to caps
//! and to nothing else: the draw is held, the first household of each group in turn order that finds a place of an
//! estate full is looked for, that place is closed for its group from this turn on, and the draw is held again, until
//! nobody is too many. Where no cap is reached, the first draw stands.

use super::super::world::World;
use super::Room;
use crate::allocate::{allocate, turns};
use crate::model::{
    Agreement, Base, BuildingId, Choices, Draw, Dwelling, Estate, EstateId, Intake, Placement, Stairwell, Turn,
};
use std::collections::{BTreeMap, BTreeSet};

/// Places that are closed for a group, each from a turn on.
type Closed = BTreeMap<(usize, usize), u32>;

/// How often places that are not full in the end are opened again. Closings shift who lives where inside a tier, so
/// that one of them may come too early; after this it stays, with room for a household or two.
const REOPENINGS: u32 = 1;

/// Hands out homes under caps. `settled` are households that have a home already, from earlier rounds. Also says whom a
/// cap kept from having a home at all.
pub fn lottery(world: &World, intake: &Intake, draw: &Draw, settled: &Placement) -> (Base, Vec<bool>) {
    let room = Room::new(world, settled);
    let (first, _) = allocate(intake, draw);
    let mut closed = Closed::new();
    close(world, intake, &room, &first, &mut closed);
    if closed.is_empty() {
        let nobody = vec![false; intake.households.len()];
        return (first, nobody);
    }
    let turns = turns(intake, draw);
    let parts = by_building(intake);
    let mut reopenings = 0;
    loop {
        let (mut base, _) = allocate(&narrowed(world, intake, &parts, &turns, &closed), draw);
        base.turns.clone_from(&turns);
        if close(world, intake, &room, &base, &mut closed) {
            continue;
        }
        let before = closed.len();
        if reopenings < REOPENINGS {
            reopenings += 1;
            let left = left(world, intake, &room, &base);
            closed.retain(|&(group, place), _| left.left(place, group) <= 0);
        }
        if closed.len() == before {
            let homes = base.placement.home_of.iter().zip(&first.placement.home_of);
            let capped = homes.map(|(now, then)| now.is_none() && then.is_some()).collect();
            return (base, capped);
        }
    }
}

/// The room that everybody housed leaves.
fn left(world: &World, intake: &Intake, room: &Room, base: &Base) -> Room {
    let mut room = room.clone();
    for (home, group) in base.placement.home_of.iter().zip(&world.roll.of_household) {
        if let (Some(home), Some(group)) = (home, group) {
            let home = intake.stock.dwelling(*home);
            room.take(group.index(), home.estate.index(), home.building.index());
        }
    }
    room
}

/// Closes the first place of each estate that a group finds full in its turn; true if there were any. Only the first: a
/// closing shifts who comes to which building of the estate after it.
fn close(world: &World, intake: &Intake, room: &Room, base: &Base, closed: &mut Closed) -> bool {
    let mut order: Vec<(u32, usize)> = Vec::with_capacity(base.turns.len());
    for (household, turn) in base.turns.iter().enumerate() {
        if let (Some(turn), Some(_)) = (turn, base.placement.home_of[household]) {
            order.push((turn.turn, household));
        }
    }
    order.sort_unstable();
    let mut room = room.clone();
    let mut found: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (turn, household) in order {
        let Some(group) = world.roll.of_household[household].map(|group| group.index()) else { continue };
        let home = base.placement.home_of[household].expect("only housed ones are listed");
        let home = intake.stock.dwelling(home);
        let (estate, building) = (home.estate.index(), home.building.index());
        if let Some(place) = room.full(group, estate, building)
            && found.insert((group, estate))
        {
            let from = closed.entry((group, place)).or_insert(u32::MAX);
            *from = turn.min(from.saturating_sub(1));
        }
        room.take(group, estate, building);
    }
    !found.is_empty()
}

/// Buildings of each estate.
struct Parts {
    of_estate: Vec<Vec<EstateId>>,
}

/// Buildings take the place of estates, so that one of them can be closed alone.
fn by_building(intake: &Intake) -> Parts {
    let mut of_estate = vec![Vec::new(); intake.stock.estates.len()];
    for (at, building) in intake.stock.buildings.iter().enumerate() {
        of_estate[building.estate.index()].push(EstateId::new(at));
    }
    Parts { of_estate }
}

/// The intake with every building as an estate of its own, and without the choices that are closed.
fn narrowed(world: &World, intake: &Intake, parts: &Parts, turns: &[Option<Turn>], closed: &Closed) -> Intake {
    let mut narrowed = intake.clone();
    let stock = &mut narrowed.stock;
    stock.estates = stock.buildings.iter().map(|building| Estate { name: building.name.clone() }).collect();
    let own = |building: BuildingId| EstateId(building.0);
    stock.buildings.iter_mut().enumerate().for_each(|(at, building)| building.estate = EstateId::new(at));
    stock.stairwells.iter_mut().for_each(|place: &mut Stairwell| place.estate = own(place.building));
    stock.dwellings.iter_mut().for_each(|home: &mut Dwelling| home.estate = own(home.building));
    let mut shut: Vec<Vec<(u32, EstateId)>> = vec![Vec::new(); world.roll.groups.len()];
    let estates = intake.stock.estates.len();
    for (&(group, place), &from) in closed {
        match place.checked_sub(estates) {
            Some(building) => shut[group].push((from, EstateId::new(building))),
            None => shut[group].extend(parts.of_estate[place].iter().map(|&building| (from, building))),
        }
    }
    for (household, who) in narrowed.households.iter_mut().enumerate() {
        let Some(turn) = turns[household] else { continue };
        let group = world.roll.of_household[household].map(|group| group.index());
        let closed: Vec<EstateId> = group.map_or(Vec::new(), |group| {
            shut[group].iter().filter(|(from, _)| *from <= turn.turn).map(|&(_, building)| building).collect()
        });
        who.choices = choices(&who.choices, parts, &closed);
        // An empty list would stand for any estate.
        if who.choices.tiers.is_empty() && !who.choices.any {
            who.agreement = Agreement::None;
        }
    }
    narrowed
}

/// Choices by building, best first, without the closed ones.
fn choices(of: &Choices, parts: &Parts, closed: &[EstateId]) -> Choices {
    let open = |building: &EstateId| !closed.contains(building);
    let spread = |tier: &Vec<EstateId>| -> Vec<EstateId> {
        let mut all: Vec<EstateId> = tier.iter().flat_map(|e| &parts.of_estate[e.index()]).copied().collect();
        all.retain(open);
        all.sort_unstable();
        all
    };
    let mut tiers: Vec<Vec<EstateId>> = of.tiers.iter().map(spread).collect();
    let mut any = of.any;
    if any && !closed.is_empty() {
        let named: Vec<EstateId> = of.tiers.concat();
        let rest = (0..parts.of_estate.len()).map(EstateId::new).filter(|estate| !named.contains(estate));
        tiers.push(spread(&rest.collect()));
        any = false;
    }
    tiers.retain(|tier| !tier.is_empty());
    Choices { tiers, any }
}
