//! `fits`: every home, in both tables, fits home types, choices and needs of its household.

use super::breach::{Breach, Code};
use super::case::Case;
use super::promise::Promise;
use super::wish;
use crate::model::{Dwelling, Household};

/// Each way in which a home misses what its household stated is a breach of its own.
pub(super) fn check(case: &Case) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for sheet in case.sheets() {
        for (line, home) in sheet.with_home() {
            if let Some(who) = line.household {
                breaches.extend(misfits(case, sheet.name, case.household(who), case.dwelling(home)));
            }
        }
    }
    breaches
}

fn misfits(case: &Case, sheet: &str, who: &Household, home: &Dwelling) -> Vec<Breach> {
    let stock = &case.evidence.intake.stock;
    let key = Some(who.key.as_str());
    let mut found = Vec::new();
    if wish::type_rank(who, home.home_type).is_none() {
        let name = &stock.home_types[home.home_type.index()];
        found.push(Breach::new(Promise::Fits, key, Code::HomeTypeUnfit, &[&sheet, &home.key, name]));
    }
    if wish::choice_rank(who, home.estate).is_none() {
        let name = &stock.estates[home.estate.index()].name;
        found.push(Breach::new(Promise::Fits, key, Code::EstateUnaccepted, &[&sheet, &home.key, name]));
    }
    if who.needs.step_free && !home.step_free {
        found.push(Breach::new(Promise::Fits, key, Code::NotStepFree, &[&sheet, &home.key]));
    }
    if let Some(limit) = who.needs.max_floor.filter(|&limit| home.floor > limit) {
        found.push(Breach::new(Promise::Fits, key, Code::FloorTooHigh, &[&sheet, &home.key, &home.floor, &limit]));
    }
    found
}
