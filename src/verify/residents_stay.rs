//! `residents_stay`: no home in which residents live is handed out.
//!
//! Residents have no id in the model, so nothing can be written down that moves one; what is left to check is
//! that nobody is sent into their homes.

use super::breach::{Breach, Code};
use super::case::Case;
use super::promise::Promise;
use crate::model::DwellingStatus;

/// No row of either table names an occupied dwelling.
pub(super) fn check(case: &Case) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for sheet in case.sheets() {
        for (line, home) in sheet.with_home() {
            if case.dwelling(home).status == DwellingStatus::Occupied {
                let key = Some(line.row.household.as_str());
                breaches.push(Breach::new(
                    Promise::ResidentsStay,
                    key,
                    Code::DwellingOccupied,
                    &[&sheet.name, &line.row.dwelling],
                ));
            }
        }
    }
    breaches
}
