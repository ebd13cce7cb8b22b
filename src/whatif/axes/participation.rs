//! `participation`: which share of the signed households opts in to mixing, overall or by priority.

use super::super::world::{Participation, World};
use super::number;
use crate::model::Setting;

pub fn apply(setting: &Setting, world: &mut World) {
    world.participation = match setting {
        Setting::Table(table) => {
            let pair = |(label, &percent): (&String, &i64)| (label.parse().ok(), u32::try_from(percent).unwrap_or(0));
            Participation::ByPriority(table.iter().map(pair).collect())
        }
        one => Participation::Overall(number(one)),
    };
}
