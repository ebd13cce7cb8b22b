//! Every claim of a certificate, held against what was recomputed.

use super::breach::{Breach, Code};
use super::plan::Facts;
use super::promise::Promise;
use super::{Evidence, roll_digest};
use crate::model::{Certificate, Effort, ScoreFigures, Status};
use std::collections::BTreeMap;
use std::fmt::Display;

/// Two floats that a text file carried are taken as equal within this, in households.
const NEAR: f64 = 1e-6;

/// A claim that does not hold breaks `replayable`; a promise stated otherwise than `kept` is itself the one broken.
pub(super) fn check(evidence: &Evidence, facts: &Facts, stated: &Certificate) -> Vec<Breach> {
    let mut found = identity(evidence, stated);
    found.extend(inputs(evidence, stated));
    found.extend(outputs(evidence, stated));
    found.extend(counts(evidence, facts, stated));
    found.extend(figures(facts, stated));
    found.extend(promises(stated));
    found.extend(mandate(stated));
    found
}

fn breach(code: Code, values: &[&dyn Display]) -> Breach {
    Breach::new(Promise::Replayable, None, code, values)
}

/// Version, seed, roll digest, effort.
fn identity(evidence: &Evidence, stated: &Certificate) -> Vec<Breach> {
    let mut found = Vec::new();
    if stated.version.trim().is_empty() {
        found.push(breach(Code::VersionMissing, &[]));
    }
    if stated.seed != evidence.draw.seed {
        found.push(breach(Code::SeedDiffers, &[&stated.seed, &evidence.draw.seed]));
    }
    let digest = roll_digest(evidence.intake, evidence.roll, evidence.opt_ins);
    if stated.roll_digest != digest {
        found.push(breach(Code::RollDigestDiffers, &[&stated.roll_digest, &digest]));
    }
    let searched = [Effort::Quick, Effort::Normal, Effort::Thorough].iter().any(|e| e.word() == stated.effort);
    let fine = if evidence.target.is_some() { searched } else { stated.effort == "none" };
    if !fine {
        found.push(breach(Code::EffortWrong, &[&stated.effort]));
    }
    found
}

fn inputs(evidence: &Evidence, stated: &Certificate) -> Vec<Breach> {
    let mut found = Vec::new();
    for (file, digest) in &stated.inputs {
        match evidence.inputs.get(file) {
            None => found.push(breach(Code::InputMissing, &[file])),
            Some(actual) if actual != digest => found.push(breach(Code::InputChanged, &[file, digest, actual])),
            Some(_) => {}
        }
    }
    let unlisted = evidence.inputs.keys().filter(|file| !stated.inputs.contains_key(*file));
    found.extend(unlisted.map(|file| breach(Code::InputUnlisted, &[file])));
    found
}

/// Other files may lie beside a certificate; the two tables must be bound by it.
fn outputs(evidence: &Evidence, stated: &Certificate) -> Vec<Breach> {
    let mut found = Vec::new();
    for (file, digest) in &stated.outputs {
        match evidence.outputs.get(file) {
            None => found.push(breach(Code::OutputMissing, &[file])),
            Some(actual) if actual != digest => found.push(breach(Code::OutputChanged, &[file, digest, actual])),
            Some(_) => {}
        }
    }
    for table in ["first.csv", "plan.csv"] {
        let listed = |outputs: &BTreeMap<String, String>| {
            outputs.keys().any(|file| file.rsplit('/').next().is_some_and(|name| name == table))
        };
        if !listed(&stated.outputs) {
            found.push(breach(Code::OutputUnlisted, &[&table]));
        }
    }
    found
}

fn counts(evidence: &Evidence, facts: &Facts, stated: &Certificate) -> Vec<Breach> {
    let (said, known) = (&stated.counts, &facts.counts);
    let all = [
        ("households", said.households, known.households),
        ("signed", said.signed, known.signed),
        ("placed", said.placed, known.placed),
        ("unplaced", said.unplaced, known.unplaced),
        ("rows_left_out", stated.rows_left_out, evidence.rows_left_out),
        ("moved", stated.mix.moved, facts.figures.moved),
        ("first.without_company", stated.mix.first.without_company, facts.figures.first.without_company),
        ("final.without_company", stated.mix.last.without_company, facts.figures.last.without_company),
    ];
    let wrong = all.into_iter().filter(|(_, said, known)| said != known);
    wrong.map(|(count, said, known)| breach(Code::CountWrong, &[&count, &said, &known])).collect()
}

fn figures(facts: &Facts, stated: &Certificate) -> Vec<Breach> {
    let known = &facts.figures;
    let mut found = distances("first", &stated.mix.first, &known.first);
    found.extend(distances("final", &stated.mix.last, &known.last));
    found.extend(differs("closed", stated.mix.closed, known.closed));
    // The one proof this version knows: no score is below zero. Any other needs a witness it could check.
    if stated.bound_proof == "trivial" {
        found.extend(differs("bound", stated.mix.bound, 0.0));
    } else {
        found.push(breach(Code::BoundUnproven, &[&stated.bound_proof]));
    }
    found
}

fn distances(table: &str, said: &ScoreFigures, known: &ScoreFigures) -> Vec<Breach> {
    let all = [
        ("score", said.score, known.score),
        ("distance.estate", said.estate, known.estate),
        ("distance.building", said.building, known.building),
        ("distance.stairwell", said.stairwell, known.stairwell),
    ];
    all.into_iter().filter_map(|(figure, said, known)| differs(&format!("{table}.{figure}"), said, known)).collect()
}

/// Written so that a figure that is no number differs as well.
fn differs(figure: &str, said: f64, known: f64) -> Option<Breach> {
    let near = (said - known).abs() <= NEAR;
    (!near).then(|| breach(Code::FigureWrong, &[&figure, &said, &known]))
}

fn promises(stated: &Certificate) -> Vec<Breach> {
    let mut found = Vec::new();
    for promise in Promise::ALL {
        match stated.promises.get(promise.id()) {
            None => found.push(breach(Code::PromiseMissing, &[&promise.id()])),
            Some(result) if result != "kept" => {
                found.push(Breach::new(promise, None, Code::PromiseNotKept, &[&promise.id(), result]));
            }
            Some(_) => {}
        }
    }
    let unknown = stated.promises.keys().filter(|id| Promise::from_id(id).is_none());
    found.extend(unknown.map(|id| breach(Code::PromiseUnknown, &[id])));
    found
}

/// A final plan stands on a mandate with all its lines.
fn mandate(stated: &Certificate) -> Vec<Breach> {
    if stated.status != Status::Final {
        return Vec::new();
    }
    let Some(mandate) = &stated.mandate else { return vec![breach(Code::MandateMissing, &[&"mandate"])] };
    let lines = [
        ("authority", &mandate.authority),
        ("reason", &mandate.reason),
        ("expires", &mandate.expires),
        ("signed_by", &mandate.signed_by),
    ];
    let blank = lines.into_iter().filter(|(_, line)| line.trim().is_empty());
    blank.map(|(field, _)| breach(Code::MandateMissing, &[&field])).collect()
}
