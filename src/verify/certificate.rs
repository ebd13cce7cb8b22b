//! Every claim of a certificate, held against what was recomputed.

use super::breach::{Breach, Code};
use super::draw::{hex, sha256};
use super::plan::Facts;
use super::promise::Promise;
use super::{Evidence, roll_digest};
use crate::model::{Certificate, Doubt, EstateFigures, Pattern, PlanRow, ScoreFigures, Sheets, Status};
use std::fmt::Display;

/// Two floats that a text file carried are taken as equal within this, in households.
const NEAR: f64 = 1e-6;

/// A claim that does not hold breaks `replayable`; a promise stated otherwise than `kept` is itself the one broken.
pub(super) fn check(evidence: &Evidence, facts: &Facts, sheets: &Sheets, stated: &Certificate) -> Vec<Breach> {
    let mut found = identity(evidence, stated);
    found.extend(inputs(evidence, stated));
    found.extend(outputs(evidence, stated));
    found.extend(bytes(evidence, sheets));
    found.extend(counts(evidence, facts, stated));
    found.extend(figures(facts, stated));
    found.extend(estates(facts, stated));
    found.extend(promises(stated));
    found.extend(mandate(evidence, stated));
    found.extend(warnings(evidence, stated));
    found
}

fn breach(code: Code, values: &[&dyn Display]) -> Breach {
    Breach::new(Promise::Replayable, None, code, values)
}

/// Version, seed, roll digest, effort.
fn identity(evidence: &Evidence, stated: &Certificate) -> Vec<Breach> {
    let mut found = bound(evidence, stated);
    let numbers: Vec<&str> = stated.version.split('.').collect();
    if numbers.len() != 3 || !numbers.iter().all(|part| part.parse::<u16>().is_ok_and(|n| n.to_string() == *part)) {
        found.push(breach(Code::VersionMissing, &[]));
    }
    if stated.seed != evidence.draw.seed {
        found.push(breach(Code::SeedDiffers, &[&stated.seed, &evidence.draw.seed]));
    }
    let digest = roll_digest(evidence.intake, evidence.roll, evidence.opt_ins);
    if stated.roll_digest != digest {
        found.push(breach(Code::RollDigestDiffers, &[&stated.roll_digest, &digest]));
    }
    let effort = if evidence.target.is_some() { evidence.effort.word() } else { "none" };
    if stated.effort != effort {
        found.push(breach(Code::EffortWrong, &[&stated.effort, &effort]));
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

/// Other files may lie beside a certificate; the tables must be bound by it.
fn outputs(evidence: &Evidence, stated: &Certificate) -> Vec<Breach> {
    let mut found = Vec::new();
    for (file, digest) in &stated.outputs {
        match evidence.outputs.get(file) {
            None => found.push(breach(Code::OutputMissing, &[file])),
            Some(actual) if actual != digest => found.push(breach(Code::OutputChanged, &[file, digest, actual])),
            Some(_) => {}
        }
    }
    for table in ["first.csv", "plan.csv", "unplaced.csv", "problems.csv"] {
        if !stated.outputs.contains_key(table) {
            found.push(breach(Code::OutputUnlisted, &[&table]));
        }
    }
    found
}

/// Cells that read the same can be written in many ways (quotation marks, line ends, blank lines, a byte-order mark);
/// only one of them is what everybody gets.
fn bytes(evidence: &Evidence, sheets: &Sheets) -> Vec<Breach> {
    let mut found = Vec::new();
    for (file, rows) in [("first.csv", &sheets.first), ("plan.csv", &sheets.plan)] {
        let due = format!("sha256:{}", hex(&sha256(table(rows).as_bytes())));
        if evidence.outputs.get(file).is_some_and(|actual| *actual != due) {
            found.push(breach(Code::OutputForm, &[&file]));
        }
    }
    found
}

/// The one way to write a table: RFC 4180, lines ended by `\n`, quotation marks only where a cell needs them.
fn table(rows: &[PlanRow]) -> String {
    let quoted = |cell: &str| {
        let plain = !cell.contains([',', '"', '\r', '\n']);
        if plain { cell.to_owned() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
    };
    let line = |cells: [&str; 13]| cells.map(quoted).join(",") + "\n";
    std::iter::once(PlanRow::COLUMNS).chain(rows.iter().map(PlanRow::cells)).map(line).collect()
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
    found.extend(differs("bound", stated.mix.bound, known.bound));
    found
}

/// What proves the bound: the witness, of this very intake, or nothing but that no score is below 0.
fn bound(evidence: &Evidence, stated: &Certificate) -> Vec<Breach> {
    let mut found = Vec::new();
    let proof = if evidence.witness.is_some() { "prices" } else { "trivial" };
    if stated.bound_proof != proof {
        found.push(breach(Code::BoundUnproven, &[&stated.bound_proof, &proof]));
    }
    if let Some(witness) = evidence.witness.filter(|witness| witness.roll_digest != stated.roll_digest) {
        found.push(breach(Code::WitnessForeign, &[&witness.roll_digest, &stated.roll_digest]));
    }
    found
}

fn estates(facts: &Facts, stated: &Certificate) -> Vec<Breach> {
    let mut found = Vec::new();
    let names = |list: &[EstateFigures]| list.iter().map(|figures| figures.estate.clone()).collect::<Vec<_>>();
    let (said, known) = (names(&stated.estates), names(&facts.estates));
    if said != known {
        return vec![breach(Code::EstatesDiffer, &[&said.join(", "), &known.join(", ")])];
    }
    for (said, known) in stated.estates.iter().zip(&facts.estates) {
        let estate = &known.estate;
        for (figure, said, known) in [
            ("first", said.first, known.first),
            ("final", said.last, known.last),
            ("bound", said.bound, known.bound),
            ("closed", said.closed, known.closed),
        ] {
            found.extend(differs(&format!("{estate}: {figure}"), said, known));
        }
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

/// Each pattern that makes agreements doubtful, with its counts, and no other.
fn warnings(evidence: &Evidence, stated: &Certificate) -> Vec<Breach> {
    let counts = |list: &[Doubt], pattern: Pattern| {
        let of = list.iter().filter(|doubt| doubt.pattern == pattern);
        of.fold((0, 0), |sum, doubt| (sum.0 + doubt.places, sum.1 + doubt.households))
    };
    let mut found = Vec::new();
    for pattern in Pattern::ALL {
        let (said, known) = (counts(&stated.warnings, pattern), counts(evidence.doubts, pattern));
        for (count, said, known) in [("places", said.0, known.0), ("households", said.1, known.1)] {
            if said != known {
                found.push(breach(Code::CountWrong, &[&format!("warnings.{}.{count}", pattern.id()), &said, &known]));
            }
        }
    }
    found
}

/// A final plan stands on the mandate of the plan file, word for word; without one there it is a draft.
fn mandate(evidence: &Evidence, stated: &Certificate) -> Vec<Breach> {
    let (said, known) = match (&stated.mandate, evidence.mandate) {
        (None, None) if stated.status == Status::Draft => return Vec::new(),
        (None, _) => return vec![breach(Code::MandateMissing, &[])],
        (Some(_), None) => return vec![breach(Code::MandateUnknown, &[])],
        (Some(said), Some(known)) => (said, known),
    };
    let lines = [
        ("authority", said.authority.as_str(), known.authority.as_str()),
        ("reason", &said.reason, &known.reason),
        ("expires", &said.expires, &known.expires),
        ("signed_by", &said.signed_by, &known.signed_by),
        ("status", stated.status.word(), Status::Final.word()),
    ];
    let other = lines.into_iter().filter(|(_, said, known)| said != known);
    other.map(|(field, said, known)| breach(Code::MandateDiffers, &[&field, &said, &known])).collect()
}
