//! `one_home`: one home per household, one household per home, and only homes that can be handed out.

use super::breach::{Breach, Code};
use super::case::{Case, Sheet};
use super::promise::Promise;
use crate::model::DwellingStatus;
use std::fmt::Display;

/// Both tables: dwellings known, not held, named once; households named once.
pub(super) fn check(case: &Case) -> Vec<Breach> {
    case.sheets().into_iter().flat_map(|sheet| check_sheet(case, sheet)).collect()
}

fn check_sheet(case: &Case, sheet: &Sheet) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let mut met = vec![false; sheet.rows_of.len()];
    for line in &sheet.lines {
        let key = Some(line.row.household.as_str());
        if let Some(who) = line.household {
            if met[who] {
                let code = Code::HouseholdTwice;
                breaches.push(Breach::new(Promise::OneHome, key, code, &[&sheet.name, &line.number]));
            }
            met[who] = true;
        }
        let code = match line.dwelling {
            None => Code::DwellingUnknown,
            Some(home) if case.dwelling(home).status == DwellingStatus::Held => Code::DwellingHeld,
            Some(_) => continue,
        };
        breaches.push(Breach::new(Promise::OneHome, key, code, &[&sheet.name, &line.row.dwelling]));
    }
    breaches.extend(shared(sheet));
    breaches
}

/// Every household of a dwelling with more than one is named, with one of the others.
fn shared(sheet: &Sheet) -> Vec<Breach> {
    let mut rows: Vec<(usize, usize)> = Vec::new();
    for (at, line) in sheet.lines.iter().enumerate() {
        if let Some(home) = line.dwelling.filter(|&home| sheet.named[home] > 1) {
            rows.push((home, at));
        }
    }
    rows.sort_unstable();
    let mut breaches = Vec::new();
    for group in rows.chunk_by(|one, next| one.0 == next.0) {
        for (place, &(_, at)) in group.iter().enumerate() {
            let (_, other) = group[if place == 0 { 1 } else { 0 }];
            let (row, other) = (sheet.lines[at].row, sheet.lines[other].row);
            let values: &[&dyn Display] = &[&sheet.name, &row.dwelling, &other.household];
            breaches.push(Breach::new(Promise::OneHome, Some(&row.household), Code::DwellingShared, values));
        }
    }
    breaches
}
