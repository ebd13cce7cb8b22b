//! What a certificate states. The JSON twins live in `read` and `report`.

use super::doubt::Doubt;
use std::collections::BTreeMap;

/// Draft or final.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// No mandate: not to be acted on.
    Draft,
    /// Signed by a mandate.
    Final,
}

impl Status {
    /// The word used in files: `draft` or `final`.
    pub fn word(self) -> &'static str {
        match self {
            Status::Draft => "draft",
            Status::Final => "final",
        }
    }
}

/// On whose authority a final plan stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate {
    /// The body that decided.
    pub authority: String,
    /// Why this target.
    pub reason: String,
    /// Until when, ISO date.
    pub expires: String,
    /// Who answers for it.
    pub signed_by: String,
}

/// Counts of households.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Households read.
    pub households: u64,
    /// Of these, with a recorded agreement.
    pub signed: u64,
    /// Of these, with a home.
    pub placed: u64,
    /// Signed, without a home.
    pub unplaced: u64,
}

/// The objective of the mix, in households.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ScoreFigures {
    /// Without company + building distance + stairwell distance.
    pub score: f64,
    /// Households without company.
    pub without_company: u64,
    /// Distance of the estates.
    pub estate: f64,
    /// Distance of the buildings.
    pub building: f64,
    /// Distance of the stairwells.
    pub stairwell: f64,
}

/// What mixing did.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MixFigures {
    /// In the first allocation.
    pub first: ScoreFigures,
    /// In the plan.
    pub last: ScoreFigures,
    /// A score that no plan with the same choices, opt-ins, bonds and homes can go below.
    pub bound: f64,
    /// (first - last) / (first - bound); 1 where nothing could be closed.
    pub closed: f64,
    /// Households that end in another home than they drew.
    pub moved: u64,
}

/// What mixing did in one estate: mix scores, in households.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EstateFigures {
    /// Its name.
    pub estate: String,
    /// Mix score in the first allocation.
    pub first: f64,
    /// Mix score in the plan.
    pub last: f64,
    /// What no plan with the same people in the estate can go below.
    pub bound: f64,
    /// (first - last) / (first - bound); 1 where nothing could be closed.
    pub closed: f64,
}

/// Everything a certificate states.
#[derive(Clone, Debug, PartialEq)]
pub struct Certificate {
    /// Version of the tool.
    pub version: String,
    /// Draft or final.
    pub status: Status,
    /// The public seed.
    pub seed: String,
    /// `sha256:…` of the canonical intake.
    pub roll_digest: String,
    /// Path from the plan's folder to the plan file.
    pub plan_file: String,
    /// `sha256:…` of each input file, by its path as the plan file writes it; the plan file itself by its name.
    pub inputs: BTreeMap<String, String>,
    /// `sha256:…` of each table written beside the certificate.
    pub outputs: BTreeMap<String, String>,
    /// Rows of the inputs that were left out for errors, on request.
    pub rows_left_out: u64,
    /// Counts of households.
    pub counts: Counts,
    /// Result per promise id: `kept` or `broken`.
    pub promises: BTreeMap<String, String>,
    /// What mixing did.
    pub mix: MixFigures,
    /// The same, estate by estate, in the order of the stock.
    pub estates: Vec<EstateFigures>,
    /// Where the bound comes from: `prices` (worked out from the witness beside the certificate) or `trivial` (no score
    /// is below 0).
    pub bound_proof: String,
    /// Effort word of the search; `none` without mixing.
    pub effort: String,
    /// On whose authority.
    pub mandate: Option<Mandate>,
    /// Patterns that make recorded agreements doubtful.
    pub warnings: Vec<Doubt>,
}
