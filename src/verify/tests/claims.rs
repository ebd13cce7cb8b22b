//! Certificates: a true one passes, and each claim changed by itself is found.

use super::naive::{self, Good};
use super::town::{self, Town};
use crate::model::{Certificate, Counts, Mandate, Status};
use crate::verify::{Code, Evidence, Promise, audit, roll_digest};
use std::collections::BTreeMap;

/// A certificate that states everything rightly, made from the naive figures.
fn certificate(town: &Town, good: &Good) -> Certificate {
    let signed = town.intake.households.iter().filter(|who| who.signed()).count() as u64;
    let placed = good.plan.home_of.iter().flatten().count() as u64;
    Certificate {
        version: "0.1.0".to_owned(),
        status: Status::Final,
        seed: town.draw.seed.clone(),
        roll_digest: roll_digest(&town.intake, &town.roll, &town.opt_ins),
        plan_file: "../plan.toml".to_owned(),
        inputs: digests(&["dwellings.csv", "households.csv", "plan.toml"]),
        outputs: digests(&["first.csv", "plan.csv"]),
        rows_left_out: 0,
        counts: Counts { households: town.intake.households.len() as u64, signed, placed, unplaced: signed - placed },
        promises: Promise::ALL.iter().map(|promise| (promise.id().to_owned(), "kept".to_owned())).collect(),
        mix: naive::figures(town, good),
        bound_proof: "trivial".to_owned(),
        effort: "normal".to_owned(),
        mandate: Some(Mandate {
            authority: "Housing board".to_owned(),
            reason: "Decision 4/2026".to_owned(),
            expires: "2027-06-30".to_owned(),
            signed_by: "The chair".to_owned(),
        }),
    }
}

fn digests(files: &[&str]) -> BTreeMap<String, String> {
    files.iter().map(|file| ((*file).to_owned(), format!("sha256:of {file}"))).collect()
}

fn evidence(town: &Town) -> Evidence<'_> {
    let inputs = digests(&["dwellings.csv", "households.csv", "plan.toml"]);
    let outputs = digests(&["first.csv", "plan.csv", "report.html"]);
    Evidence { inputs, outputs, ..town.evidence() }
}

/// A town with a target in which something was exchanged.
fn exchanged() -> (Town, Good) {
    (0..)
        .map(|number| {
            let town = town::random(number, true);
            let good = Good::of(&town, 60);
            (town, good)
        })
        .find(|(town, good)| town.target.is_some() && good.first != good.plan)
        .expect("one of many")
}

#[test]
fn a_true_certificate_passes() {
    let (town, good) = exchanged();
    let stated = certificate(&town, &good);
    let plan = audit(&evidence(&town), good.sheets(&town), &stated).expect("all true");
    assert_eq!(plan.promises(), stated.promises);
    assert_eq!(plan.counts(), stated.counts);
    let draft = Certificate { status: Status::Draft, mandate: None, ..stated };
    audit(&evidence(&town), good.sheets(&town), &draft).expect("a draft needs no mandate");
}

type Lie = (fn(&mut Certificate), Code);

const LIES: &[Lie] = &[
    (|c| c.version = " ".into(), Code::VersionMissing),
    (|c| c.seed.push('1'), Code::SeedDiffers),
    (|c| c.roll_digest.push('0'), Code::RollDigestDiffers),
    (|c| c.effort = "none".into(), Code::EffortWrong),
    (|c| drop(c.inputs.insert("plan.toml".into(), "sha256:0".into())), Code::InputChanged),
    (|c| drop(c.inputs.insert("more.csv".into(), "sha256:0".into())), Code::InputMissing),
    (|c| drop(c.inputs.remove("plan.toml")), Code::InputUnlisted),
    (|c| drop(c.outputs.insert("plan.csv".into(), "sha256:0".into())), Code::OutputChanged),
    (|c| drop(c.outputs.insert("lost.csv".into(), "sha256:0".into())), Code::OutputMissing),
    (|c| drop(c.outputs.remove("first.csv")), Code::OutputUnlisted),
    (|c| c.counts.households += 1, Code::CountWrong),
    (|c| c.counts.signed += 1, Code::CountWrong),
    (|c| c.counts.placed += 1, Code::CountWrong),
    (|c| c.counts.unplaced += 1, Code::CountWrong),
    (|c| c.mix.moved += 1, Code::CountWrong),
    (|c| c.mix.first.without_company += 1, Code::CountWrong),
    (|c| c.mix.last.without_company += 1, Code::CountWrong),
    (|c| c.mix.first.score += 1e-5, Code::FigureWrong),
    (|c| c.mix.last.score -= 1e-5, Code::FigureWrong),
    (|c| c.mix.last.estate += 1e-5, Code::FigureWrong),
    (|c| c.mix.last.building += 1e-5, Code::FigureWrong),
    (|c| c.mix.first.stairwell = f64::NAN, Code::FigureWrong),
    (|c| c.mix.closed += 1e-5, Code::FigureWrong),
    (|c| c.mix.bound = 0.5, Code::FigureWrong),
    (|c| c.bound_proof = "believe me".into(), Code::BoundUnproven),
    (|c| drop(c.promises.remove("nearer")), Code::PromiseMissing),
    (|c| drop(c.promises.insert("nearer".into(), "broken".into())), Code::PromiseNotKept),
    (|c| drop(c.promises.insert("cheaper".into(), "kept".into())), Code::PromiseUnknown),
    (|c| c.mandate = None, Code::MandateMissing),
    (|c| c.mandate.as_mut().expect("final").expires.clear(), Code::MandateMissing),
];

#[test]
fn each_lie_is_found_by_itself() {
    let (town, good) = exchanged();
    for (at, (lie, code)) in LIES.iter().enumerate() {
        let mut stated = certificate(&town, &good);
        lie(&mut stated);
        let found = audit(&evidence(&town), good.sheets(&town), &stated).expect_err("a lie");
        assert_eq!(found.iter().map(|breach| breach.fault.code).collect::<Vec<_>>(), [*code], "lie {at}");
    }
}
