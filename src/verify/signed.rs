//! `signed`: only a household with its own recorded agreement is placed.

use super::breach::{Breach, Code};
use super::case::Case;
use super::promise::Promise;

/// Every row names a household of the intake that agreed.
pub(super) fn check(case: &Case) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for sheet in case.sheets() {
        for line in &sheet.lines {
            let named = Some(line.row.household.as_str());
            match line.household {
                None => {
                    breaches.push(Breach::new(
                        Promise::Signed,
                        named,
                        Code::HouseholdUnknown,
                        &[&sheet.name, &line.number],
                    ));
                }
                Some(who) if case.turns[who].is_none() => {
                    breaches.push(Breach::new(Promise::Signed, named, Code::HouseholdUnsigned, &[&sheet.name]));
                }
                Some(_) => {}
            }
        }
    }
    breaches
}
