//! How to check a plan without trusting it.

use super::Told;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Proof {
    version: String,
    seed: String,
    roll_digest: String,
    plan_file: String,
    inputs: Vec<(String, String)>,
    outputs: Vec<(String, String)>,
    python: String,
}

/// The recomputation of every ticket. The household table's path stands where the certificate names it.
const TICKETS: &str = include_str!("../../../data/pages/tickets.py");

pub(super) fn proof(told: &Told) -> Proof {
    let certificate = told.certificate;
    let list = |map: &std::collections::BTreeMap<String, String>| {
        map.iter().map(|(file, digest)| (file.clone(), digest.clone())).collect()
    };
    Proof {
        version: certificate.version.clone(),
        seed: certificate.seed.clone(),
        roll_digest: certificate.roll_digest.clone(),
        plan_file: certificate.plan_file.clone(),
        inputs: list(&certificate.inputs),
        outputs: list(&certificate.outputs),
        python: TICKETS.trim_end().to_owned(),
    }
}
