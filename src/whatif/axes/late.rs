//! `late`, `late_rule`, `hold_back`: households that arrive after the first offers, and what waits for them.

use super::super::world::{LateRule, World};
use super::number;
use crate::model::Setting;

pub fn share(setting: &Setting, world: &mut World) {
    world.late = number(setting);
}

pub fn rule(setting: &Setting, world: &mut World) {
    world.late_rule = if setting.word() == Some("with_left_out") { LateRule::WithLeftOut } else { LateRule::Last };
}

pub fn hold_back(setting: &Setting, world: &mut World) {
    world.hold_back = number(setting);
}
