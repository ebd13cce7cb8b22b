//! `certificate.json`, through a twin that only this room knows.
//!
//! Keys nobody knows are refused: what `verify` does not check, a certificate must not claim. So are keys given twice,
//! because other programs may read the first where this one reads the last.

use super::SourceFile;
use super::codes::Code;
use super::problem::{Problem, Problems};
use super::table::utf8;
use crate::model::{Certificate, Counts, Doubt, EstateFigures, Mandate, MixFigures, Pattern, ScoreFigures, Status};
use serde::de::{DeserializeOwned, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Twin {
    mixplan: String,
    status: StatusTwin,
    seed: String,
    roll_digest: String,
    plan_file: String,
    #[serde(deserialize_with = "unique")]
    inputs: BTreeMap<String, String>,
    #[serde(deserialize_with = "unique")]
    outputs: BTreeMap<String, String>,
    rows_left_out: u64,
    counts: CountsTwin,
    #[serde(deserialize_with = "unique")]
    promises: BTreeMap<String, String>,
    mix: MixTwin,
    effort: String,
    mandate: Option<MandateTwin>,
    #[serde(default)]
    warnings: Vec<DoubtTwin>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DoubtTwin {
    #[serde(deserialize_with = "pattern")]
    pattern: Pattern,
    places: u64,
    households: u64,
}

fn pattern<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Pattern, D::Error> {
    let id = String::deserialize(deserializer)?;
    Pattern::of_id(&id).ok_or_else(|| D::Error::custom(format_args!("unknown pattern `{id}`")))
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum StatusTwin {
    Draft,
    Final,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountsTwin {
    households: u64,
    signed: u64,
    placed: u64,
    unplaced: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MixTwin {
    first: ScoreTwin,
    r#final: ScoreTwin,
    bound: f64,
    closed: f64,
    moved: u64,
    bound_proof: String,
    estates: Vec<EstateTwin>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EstateTwin {
    estate: String,
    first: f64,
    r#final: f64,
    bound: f64,
    closed: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScoreTwin {
    score: f64,
    without_company: u64,
    distance: DistanceTwin,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DistanceTwin {
    estate: f64,
    building: f64,
    stairwell: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MandateTwin {
    authority: String,
    reason: String,
    expires: String,
    signed_by: String,
}

/// A map in which every key stands once.
fn unique<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, String>, D::Error> {
    struct Once;
    impl<'de> Visitor<'de> for Once {
        type Value = BTreeMap<String, String>;

        fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
            f.write_str("map")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some((key, value)) = entries.next_entry::<String, String>()? {
                if map.contains_key(&key) {
                    return Err(A::Error::custom(format_args!("duplicate field `{key}`")));
                }
                map.insert(key, value);
            }
            Ok(map)
        }
    }
    deserializer.deserialize_map(Once)
}

/// Reads a certificate.
///
/// # Errors
/// The problem of the file, where it is not a certificate.
pub fn certificate(file: &SourceFile) -> Result<Certificate, Vec<Problem>> {
    parsed::<Twin>(file).map(Into::into)
}

/// A JSON file that lies beside a plan, or the problem of it.
pub(super) fn parsed<T: DeserializeOwned>(file: &SourceFile) -> Result<T, Vec<Problem>> {
    let mut problems = Problems::new(false);
    let Some((text, base)) = utf8(file, &mut problems) else { return Err(problems.list) };
    match serde_json::from_str(text) {
        Ok(twin) => Ok(twin),
        Err(error) => {
            let line_start: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
            let at = base + (line_start + error.column().saturating_sub(1)).min(text.len());
            let problem = Problem::new(Code::CertificateForm, &file.name).at(error.line() as u32, (at, at));
            Err(vec![problem.with("detail", error)])
        }
    }
}

impl From<ScoreTwin> for ScoreFigures {
    fn from(twin: ScoreTwin) -> Self {
        let DistanceTwin { estate, building, stairwell } = twin.distance;
        Self { score: twin.score, without_company: twin.without_company, estate, building, stairwell }
    }
}

impl From<EstateTwin> for EstateFigures {
    fn from(twin: EstateTwin) -> Self {
        let EstateTwin { estate, first, r#final, bound, closed } = twin;
        Self { estate, first, last: r#final, bound, closed }
    }
}

impl From<DoubtTwin> for Doubt {
    fn from(twin: DoubtTwin) -> Self {
        let DoubtTwin { pattern, places, households } = twin;
        Self { pattern, places, households }
    }
}

impl From<MandateTwin> for Mandate {
    fn from(twin: MandateTwin) -> Self {
        let MandateTwin { authority, reason, expires, signed_by } = twin;
        Self { authority, reason, expires, signed_by }
    }
}

impl From<Twin> for Certificate {
    fn from(twin: Twin) -> Self {
        let CountsTwin { households, signed, placed, unplaced } = twin.counts;
        let MixTwin { first, r#final, bound, closed, moved, bound_proof, estates } = twin.mix;
        let status = match twin.status {
            StatusTwin::Draft => Status::Draft,
            StatusTwin::Final => Status::Final,
        };
        Self {
            version: twin.mixplan,
            status,
            seed: twin.seed,
            roll_digest: twin.roll_digest,
            plan_file: twin.plan_file,
            inputs: twin.inputs,
            outputs: twin.outputs,
            rows_left_out: twin.rows_left_out,
            counts: Counts { households, signed, placed, unplaced },
            promises: twin.promises,
            mix: MixFigures { first: first.into(), last: r#final.into(), bound, closed, moved },
            estates: estates.into_iter().map(Into::into).collect(),
            bound_proof,
            effort: twin.effort,
            mandate: twin.mandate.map(Into::into),
            warnings: twin.warnings.into_iter().map(Into::into).collect(),
        }
    }
}
