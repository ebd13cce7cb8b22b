//! `slack`: which share of the volunteers would go one choice lower for a nearer mix. In a simulation only: no plan may
//! ask it of anybody.

use super::super::world::World;
use super::number;
use crate::model::Setting;

pub fn apply(setting: &Setting, world: &mut World) {
    world.slack = number(setting);
}
