//! `bond_level`, `bond_cost`: how near a bond asks to live, and how many tiers that may cost a member.

use super::super::world::World;
use super::number;
use crate::model::{Closeness, Setting};

pub fn level(setting: &Setting, world: &mut World) {
    world.intake.bond_rule.level = match setting.word() {
        Some("building") => Closeness::Building,
        Some("estate") => Closeness::Estate,
        _ => Closeness::Stairwell,
    };
}

pub fn cost(setting: &Setting, world: &mut World) {
    world.intake.bond_rule.may_cost_tiers = number(setting);
}
