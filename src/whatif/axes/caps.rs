//! `cap_estate`, `cap_building`: which share of a place's homes a group may hold, at most. Only quota mechanisms ask.

use super::super::quota::Cap;
use super::super::world::World;
use crate::model::Setting;

pub fn estate(setting: &Setting, world: &mut World) {
    world.caps.estate = cap(setting, world);
}

pub fn building(setting: &Setting, world: &mut World) {
    world.caps.building = cap(setting, world);
}

fn cap(setting: &Setting, world: &World) -> Cap {
    let percent = |n: i64| u32::try_from(n).unwrap_or(100);
    match setting {
        Setting::Table(table) => {
            Cap(world.roll.groups.iter().map(|group| table.get(group).map_or(100, |&n| percent(n))).collect())
        }
        one => Cap(vec![one.whole().map_or(100, percent); world.roll.groups.len()]),
    }
}
