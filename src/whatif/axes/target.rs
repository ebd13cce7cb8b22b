//! `target`, `tolerance_…`, `company`: what the exchanges aim at.

use super::super::world::World;
use super::number;
use crate::model::{Reference, Setting};

pub fn reference(setting: &Setting, world: &mut World) {
    world.target.reference = match setting {
        Setting::Table(table) => {
            let share = |group: &String| table.get(group).and_then(|&n| u32::try_from(n).ok()).unwrap_or(0);
            Reference::Shares(world.roll.groups.iter().map(share).collect())
        }
        _ => Reference::Composition,
    };
}

pub fn estate(setting: &Setting, world: &mut World) {
    world.target.estate = number(setting);
}

pub fn building(setting: &Setting, world: &mut World) {
    world.target.building = number(setting);
}

pub fn stairwell(setting: &Setting, world: &mut World) {
    world.target.stairwell = number(setting);
}

pub fn company(setting: &Setting, world: &mut World) {
    world.target.company = number(setting);
}
