//! `refusals`, `no_shows`, `offers`: offers that are refused, offers nobody comes for, and how many offers there are.

use super::super::world::World;
use super::number;
use crate::model::Setting;

pub fn refusals(setting: &Setting, world: &mut World) {
    world.refusals = number(setting);
}

pub fn no_shows(setting: &Setting, world: &mut World) {
    world.no_shows = number(setting);
}

pub fn offers(setting: &Setting, world: &mut World) {
    world.offers = number(setting).max(1);
}
