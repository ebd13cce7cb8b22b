//! `bound.json`, through a twin that only this room knows.

use super::SourceFile;
use super::certificate::parsed;
use super::problem::Problem;
use crate::model::{EstateProof, PlacePrices, Prices, Proof, Split, Witness};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Twin {
    roll_digest: String,
    estates: Vec<ProofTwin>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProofTwin {
    /// Only the outermost proof of an estate has its name.
    #[serde(default)]
    estate: String,
    #[serde(default)]
    buildings: Vec<PlacePrices>,
    #[serde(default)]
    stairwells: Vec<PlacePrices>,
    #[serde(default)]
    parties: Vec<PlacePrices>,
    split: Option<Box<SplitTwin>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SplitTwin {
    stairwell: usize,
    number: usize,
    upto: usize,
    below: ProofTwin,
    above: ProofTwin,
}

impl ProofTwin {
    fn proof(self) -> Proof {
        let Self { buildings, stairwells, parties, split, .. } = self;
        let Some(split) = split else { return Proof::Prices(Prices { buildings, stairwells, parties }) };
        let SplitTwin { stairwell, number, upto, below, above } = *split;
        Proof::Split(Split { stairwell, number, upto }, Box::new([below.proof(), above.proof()]))
    }
}

/// Reads a witness of the bound.
///
/// # Errors
/// The problem of the file, where it is not a witness.
pub fn witness(file: &SourceFile) -> Result<Witness, Vec<Problem>> {
    let twin: Twin = parsed(file)?;
    let estate = |mut twin: ProofTwin| EstateProof { estate: std::mem::take(&mut twin.estate), proof: twin.proof() };
    Ok(Witness { roll_digest: twin.roll_digest, estates: twin.estates.into_iter().map(estate).collect() })
}
