//! `mechanism`, `effort`, `worth`: how homes are handed out, how long exchanges are searched for, and what a choice
//! counts for in sums.

use super::super::world::World;
use crate::model::{Effort, Mechanism, Setting, Worth};

pub fn apply(setting: &Setting, world: &mut World) {
    world.mechanism = setting.word().and_then(Mechanism::of_word).unwrap_or_default();
}

pub fn effort(setting: &Setting, world: &mut World) {
    world.effort = match setting.word() {
        Some("quick") => Effort::Quick,
        Some("thorough") => Effort::Thorough,
        _ => Effort::Normal,
    };
}

pub fn worth(setting: &Setting, world: &mut World) {
    world.worth = setting.word().and_then(Worth::of_word).unwrap_or_default();
}
