//! `bound.json`, through a twin that only this room knows.

use super::SourceFile;
use super::certificate::parsed;
use super::problem::Problem;
use crate::model::{EstatePrices, PlacePrices, Witness};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Twin {
    roll_digest: String,
    estates: Vec<EstateTwin>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EstateTwin {
    estate: String,
    buildings: Vec<PlacePrices>,
    stairwells: Vec<PlacePrices>,
    #[serde(default)]
    parties: Vec<PlacePrices>,
}

/// Reads a witness of the bound.
///
/// # Errors
/// The problem of the file, where it is not a witness.
pub fn witness(file: &SourceFile) -> Result<Witness, Vec<Problem>> {
    let twin: Twin = parsed(file)?;
    let prices = |twin: EstateTwin| {
        let EstateTwin { estate, buildings, stairwells, parties } = twin;
        EstatePrices { estate, buildings, stairwells, parties }
    };
    Ok(Witness { roll_digest: twin.roll_digest, estates: twin.estates.into_iter().map(prices).collect() })
}
