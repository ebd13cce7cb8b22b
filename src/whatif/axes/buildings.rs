//! `close`, `add`: a building whose vacant homes are not handed out; a building like one there is, all of it vacant.

use super::super::world::World;
use super::vacancies::copy;
use crate::model::{Building, BuildingId, Dwelling, DwellingStatus, Setting, Stairwell, StairwellId, Stock};

pub fn close(setting: &Setting, world: &mut World) {
    for building in named(setting, &world.intake.stock) {
        let inside = world.intake.stock.dwellings.iter_mut().filter(|home| home.building == building);
        for home in inside.filter(|home| home.status == DwellingStatus::Vacant) {
            home.status = DwellingStatus::Held;
        }
    }
}

pub fn add(setting: &Setting, world: &mut World) {
    for (number, building) in named(setting, &world.intake.stock).into_iter().enumerate() {
        append(&mut world.intake.stock, building, number as i64 + 1);
    }
    let stairwells = sort(&mut world.intake.stock);
    for residents in &mut world.roll.residents {
        residents.stairwell = stairwells[residents.stairwell.index()];
    }
    world.roll.residents.sort_unstable();
}

/// The buildings that a setting names, as `estate/building`.
fn named(setting: &Setting, stock: &Stock) -> Vec<BuildingId> {
    let Setting::List(names) = setting else { return Vec::new() };
    let find = |name: &String| (0..stock.buildings.len()).find(|&at| building_name(stock, at) == *name);
    names.iter().filter_map(find).map(BuildingId::new).collect()
}

/// The name of a building as scenarios write it.
pub fn building_name(stock: &Stock, building: usize) -> String {
    let building = &stock.buildings[building];
    format!("{}/{}", stock.estate_name(building.estate), building.name)
}

/// Adds a copy of a building at the end of all lists; [`sort`] brings them back into order.
fn append(stock: &mut Stock, like: BuildingId, number: i64) {
    let Building { estate, name } = stock.buildings[like.index()].clone();
    let building = BuildingId::new(stock.buildings.len());
    stock.buildings.push(Building { estate, name: format!("{name}\u{1}{number}") });
    let mut copies: Vec<Option<StairwellId>> = vec![None; stock.stairwells.len()];
    for (at, copy) in copies.iter_mut().enumerate() {
        if stock.stairwells[at].building == like {
            *copy = Some(StairwellId::new(stock.stairwells.len()));
            let name = stock.stairwells[at].name.clone();
            stock.stairwells.push(Stairwell { building, estate, name });
        }
    }
    let inside: Vec<Dwelling> = stock.dwellings.iter().filter(|home| home.building == like).cloned().collect();
    for home in inside {
        let stairwell = copies[home.stairwell.index()].expect("a home's stairwell is in its building");
        let status = DwellingStatus::Vacant;
        stock.dwellings.push(Dwelling { building, stairwell, status, ..copy(&home, -number) });
    }
}

/// Brings buildings, stairwells and dwellings back into canonical order; the new number of every stairwell.
fn sort(stock: &mut Stock) -> Vec<StairwellId> {
    let mut order: Vec<usize> = (0..stock.buildings.len()).collect();
    order.sort_by(|&a, &b| {
        let (a, b) = (&stock.buildings[a], &stock.buildings[b]);
        (a.estate, &a.name).cmp(&(b.estate, &b.name))
    });
    let buildings: Vec<BuildingId> = inverse(&order).into_iter().map(BuildingId::new).collect();
    stock.buildings = order.iter().map(|&at| stock.buildings[at].clone()).collect();
    stock.stairwells.iter_mut().for_each(|place| place.building = buildings[place.building.index()]);

    let mut order: Vec<usize> = (0..stock.stairwells.len()).collect();
    order.sort_by(|&a, &b| {
        let (a, b) = (&stock.stairwells[a], &stock.stairwells[b]);
        (a.building, &a.name).cmp(&(b.building, &b.name))
    });
    let stairwells: Vec<StairwellId> = inverse(&order).into_iter().map(StairwellId::new).collect();
    stock.stairwells = order.iter().map(|&at| stock.stairwells[at].clone()).collect();
    for home in &mut stock.dwellings {
        home.building = buildings[home.building.index()];
        home.stairwell = stairwells[home.stairwell.index()];
    }
    stock.dwellings.sort_by(|a, b| a.key.cmp(&b.key));
    stairwells
}

/// Where each place of the old order is in the new one.
fn inverse(order: &[usize]) -> Vec<usize> {
    let mut place = vec![0; order.len()];
    order.iter().enumerate().for_each(|(new, &old)| place[old] = new);
    place
}
