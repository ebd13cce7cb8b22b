//! `step_free`: which share of the vacant homes with steps becomes step-free.

use super::super::luck;
use super::super::world::World;
use super::number;
use crate::model::{DwellingStatus, Setting};

pub fn apply(setting: &Setting, world: &mut World) {
    let percent = number(setting);
    for home in &mut world.intake.stock.dwellings {
        let open = home.status == DwellingStatus::Vacant && !home.step_free;
        home.step_free |= open && luck::of_stock("step-free", &home.key, percent);
    }
}
