//! # verify: the promises, checked again
//!
//! - **Knows**: the evidence (intake, roll, opt-ins, target, seed), the two tables of a plan, its certificate.
//! - **Does not know**: how a plan was made. It shares no code with the rooms that place and exchange, calls none
//!   of them, and recomputes tickets, ranks, levels and scores by itself.
//! - **Comes from**: tables as text, so that a spoiled cell can still be named.
//! - **Goes to**: `store` and `report`, which accept a [`Plan`] and nothing less.
//!
//! A [`Plan`] has one maker, [`certify`]; [`audit`] is `certify` and, on top, every claim of a certificate. Each
//! promise is one file with one `check` and one line in `CHECKS`; a check returns all its breaches.
//!
//! A row that cannot be read (unknown household, unknown or doubled dwelling, misfit) is a breach of one promise
//! and is then left out of the other checks, its home counted as taken: one fault is reported once.

mod blind_base;
mod bonds_kept;
mod bound;
mod breach;
mod case;
mod certificate;
mod company;
mod draw;
mod everyone_first;
mod fits;
mod fraction;
mod home_order;
mod nearer;
mod no_worse;
mod one_home;
mod opt_out_untouched;
mod plan;
mod pools;
mod promise;
mod replayable;
mod residents_stay;
mod score;
mod serial;
mod signed;
mod symmetric;
mod unplaced;
mod wish;

#[cfg(test)]
mod tests;

pub use breach::{Breach, Code, Fault};
pub use plan::Plan;
pub use promise::Promise;

use crate::model::{
    Certificate, Doubt, Draw, Effort, Intake, Mandate, OptIns, Roll, Sheets, Target, UnplacedRow, Witness,
    canonical_text,
};
use case::Case;
use std::collections::BTreeMap;

/// Everything a plan is held against. Borrowed: the verifier keeps nothing of a household but its rows.
#[derive(Clone, Debug)]
pub struct Evidence<'a> {
    /// Stock, households, bonds.
    pub intake: &'a Intake,
    /// Declared groups and residents.
    pub roll: &'a Roll,
    /// Who volunteers for exchanges.
    pub opt_ins: &'a OptIns,
    /// The published target; `None`: no exchanges, the plan must be the first allocation.
    pub target: Option<&'a Target>,
    /// The public seed.
    pub draw: &'a Draw,
    /// `sha256:…` of each input file as found, under the names the certificate uses. Only [`audit`] reads it.
    pub inputs: BTreeMap<String, String>,
    /// `sha256:…` of each file found beside the certificate. Only [`audit`] reads it.
    pub outputs: BTreeMap<String, String>,
    /// How long the plan file lets the search go on. Only [`audit`] reads it.
    pub effort: Effort,
    /// The mandate of the plan file. Only [`audit`] reads it.
    pub mandate: Option<&'a Mandate>,
    /// The rows of `unplaced.csv` as found. Only [`audit`] reads it.
    pub unplaced: Option<&'a [UnplacedRow]>,
    /// The witness of the bound; `None`: the bound is the trivial one, 0.
    pub witness: Option<&'a Witness>,
    /// Rows of the inputs left out for errors. Only [`audit`] reads it.
    pub rows_left_out: u64,
    /// What makes the recorded agreements doubtful. Only [`audit`] reads it.
    pub doubts: &'a [Doubt],
}

/// A check: all breaches of one promise.
type Check = fn(&Case) -> Vec<Breach>;

/// The promises and their checks, one line each, in the order of [`Promise::ALL`].
const CHECKS: [(Promise, Check); Promise::ALL.len()] = [
    (Promise::Signed, signed::check),
    (Promise::Fits, fits::check),
    (Promise::OneHome, one_home::check),
    (Promise::ResidentsStay, residents_stay::check),
    (Promise::EveryoneFirst, everyone_first::check),
    (Promise::BlindBase, blind_base::check),
    (Promise::NoWorse, no_worse::check),
    (Promise::OptOutUntouched, opt_out_untouched::check),
    (Promise::BondsKept, bonds_kept::check),
    (Promise::Company, company::check),
    (Promise::Nearer, nearer::check),
    (Promise::Symmetric, symmetric::check),
    (Promise::Replayable, replayable::check),
];

/// The gate: a [`Plan`] where every promise is kept, else every breach found.
///
/// `sheets` is taken as it was read from the files, cell by cell.
pub fn certify(evidence: &Evidence, sheets: Sheets) -> Result<Plan, Vec<Breach>> {
    let (facts, breaches) = examine(evidence, &sheets);
    if breaches.is_empty() { Ok(Plan::new(sheets, facts)) } else { Err(breaches) }
}

/// [`certify`], and every claim of the certificate held against what was recomputed.
pub fn audit(evidence: &Evidence, sheets: Sheets, stated: &Certificate) -> Result<Plan, Vec<Breach>> {
    let (facts, mut breaches) = examine(evidence, &sheets);
    breaches.extend(certificate::check(evidence, &facts, &sheets, stated));
    if let Some(rows) = evidence.unplaced {
        breaches.extend(unplaced::check(&Case::new(evidence, &sheets), rows));
    }
    if breaches.is_empty() { Ok(Plan::new(sheets, facts)) } else { Err(breaches) }
}

/// The roll digest, `sha256:` and 64 hex digits: SHA-256 of the canonical text of the intake.
pub fn roll_digest(intake: &Intake, roll: &Roll, opt_ins: &OptIns) -> String {
    format!("sha256:{}", draw::hex(&draw::sha256(canonical_text(intake, roll, opt_ins).as_bytes())))
}

fn examine(evidence: &Evidence, sheets: &Sheets) -> (plan::Facts, Vec<Breach>) {
    let case = Case::new(evidence, sheets);
    let mut breaches: Vec<Breach> = CHECKS.iter().flat_map(|(_, check)| check(&case)).collect();
    // A bound holds for plans that keep the promises; of others there is nothing to prove.
    let witness = evidence.witness.filter(|_| breaches.is_empty());
    let bounds = witness.map_or(Ok(Vec::new()), |witness| bound::bounds(&case, witness));
    let bounds = bounds.unwrap_or_else(|misfits| {
        breaches.extend(misfits);
        Vec::new()
    });
    (plan::Facts::of(&case, &bounds), breaches)
}
