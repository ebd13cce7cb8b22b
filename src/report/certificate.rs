//! `certificate.json`. Its keys are a published format; the shapes here are its twin, apart from the model.

use crate::model::{Certificate, EstateFigures, EstateProof, PlacePrices, Prices, Proof, ScoreFigures, Split, Witness};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Shape<'a> {
    mixplan: &'a str,
    status: &'a str,
    seed: &'a str,
    roll_digest: &'a str,
    plan_file: &'a str,
    inputs: &'a BTreeMap<String, String>,
    outputs: &'a BTreeMap<String, String>,
    rows_left_out: u64,
    counts: CountsShape,
    promises: &'a BTreeMap<String, String>,
    mix: MixShape<'a>,
    effort: &'a str,
    mandate: Option<MandateShape<'a>>,
    warnings: Vec<DoubtShape>,
}

#[derive(Serialize)]
struct DoubtShape {
    pattern: &'static str,
    places: u64,
    households: u64,
}

#[derive(Serialize)]
struct CountsShape {
    households: u64,
    signed: u64,
    placed: u64,
    unplaced: u64,
}

#[derive(Serialize)]
struct MixShape<'a> {
    first: ScoreShape,
    #[serde(rename = "final")]
    last: ScoreShape,
    bound: f64,
    bound_proof: &'a str,
    closed: f64,
    moved: u64,
    estates: Vec<EstateShape<'a>>,
}

#[derive(Serialize)]
struct EstateShape<'a> {
    estate: &'a str,
    first: f64,
    #[serde(rename = "final")]
    last: f64,
    bound: f64,
    closed: f64,
}

#[derive(Serialize)]
struct ScoreShape {
    score: f64,
    without_company: u64,
    distance: DistanceShape,
}

#[derive(Serialize)]
struct DistanceShape {
    estate: f64,
    building: f64,
    stairwell: f64,
}

#[derive(Serialize)]
struct MandateShape<'a> {
    authority: &'a str,
    reason: &'a str,
    expires: &'a str,
    signed_by: &'a str,
}

/// The text of `certificate.json`, ended by a line break.
pub fn certificate_json(certificate: &Certificate) -> String {
    let counts = certificate.counts;
    let mix = &certificate.mix;
    let shape = Shape {
        mixplan: &certificate.version,
        status: certificate.status.word(),
        seed: &certificate.seed,
        roll_digest: &certificate.roll_digest,
        plan_file: &certificate.plan_file,
        inputs: &certificate.inputs,
        outputs: &certificate.outputs,
        rows_left_out: certificate.rows_left_out,
        counts: CountsShape {
            households: counts.households,
            signed: counts.signed,
            placed: counts.placed,
            unplaced: counts.unplaced,
        },
        promises: &certificate.promises,
        mix: MixShape {
            first: score(&mix.first),
            last: score(&mix.last),
            bound: mix.bound,
            bound_proof: &certificate.bound_proof,
            closed: mix.closed,
            moved: mix.moved,
            estates: certificate.estates.iter().map(estate).collect(),
        },
        effort: &certificate.effort,
        mandate: certificate.mandate.as_ref().map(|mandate| MandateShape {
            authority: &mandate.authority,
            reason: &mandate.reason,
            expires: &mandate.expires,
            signed_by: &mandate.signed_by,
        }),
        warnings: certificate
            .warnings
            .iter()
            .map(|doubt| DoubtShape { pattern: doubt.pattern.id(), places: doubt.places, households: doubt.households })
            .collect(),
    };
    let mut text = serde_json::to_string_pretty(&shape).expect("text, numbers and maps of text always serialize");
    text.push('\n');
    text
}

fn estate(figures: &EstateFigures) -> EstateShape<'_> {
    let EstateFigures { estate, first, last, bound, closed } = figures;
    EstateShape { estate, first: *first, last: *last, bound: *bound, closed: *closed }
}

/// The text of `bound.json`, ended by a line break: one line per estate.
pub fn witness_json(witness: &Witness) -> String {
    let quoted = |text: &str| serde_json::to_string(text).expect("text always serializes");
    let line = |estate: &EstateProof| format!("{{\"estate\":{},{}}}", quoted(&estate.estate), proof(&estate.proof));
    let lines: Vec<String> = witness.estates.iter().map(line).collect();
    format!("{{\"roll_digest\":{},\"estates\":[\n{}\n]}}\n", quoted(&witness.roll_digest), lines.join(",\n"))
}

/// The keys of a proof.
fn proof(of: &Proof) -> String {
    let list = |places: &[PlacePrices]| serde_json::to_string(places).expect("numbers always serialize");
    match of {
        Proof::Prices(Prices { buildings, stairwells, parties }) => {
            let parties = match &parties[..] {
                [] => String::new(),
                parties => format!(",\"parties\":{}", list(parties)),
            };
            format!("\"buildings\":{},\"stairwells\":{}{parties}", list(buildings), list(stairwells))
        }
        Proof::Split(Split { stairwell, number, upto }, sides) => {
            let [below, above] = [0, 1].map(|side| proof(&sides[side]));
            let at = format!("\"stairwell\":{stairwell},\"number\":{number},\"upto\":{upto}");
            format!("\"split\":{{{at},\"below\":{{{below}}},\"above\":{{{above}}}}}")
        }
    }
}

fn score(figures: &ScoreFigures) -> ScoreShape {
    let distance = DistanceShape { estate: figures.estate, building: figures.building, stairwell: figures.stairwell };
    ScoreShape { score: figures.score, without_company: figures.without_company, distance }
}
