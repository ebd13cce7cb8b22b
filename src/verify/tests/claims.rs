//! Certificates: a true one passes, and each claim changed by itself is found.

use super::naive::{self, Good};
use super::town::{self, Town};
use crate::model::{Certificate, Counts, Mandate, PlanRow, Status, UnplacedRow};
use crate::verify::draw::{hex, sha256};
use crate::verify::{Code, Evidence, Promise, audit, certify, roll_digest};
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
        outputs: outputs(town, good),
        rows_left_out: 0,
        counts: Counts { households: town.intake.households.len() as u64, signed, placed, unplaced: signed - placed },
        promises: Promise::ALL.iter().map(|promise| (promise.id().to_owned(), "kept".to_owned())).collect(),
        mix: naive::figures(town, good),
        estates: naive::estates(town, good),
        bound_proof: "trivial".to_owned(),
        effort: "normal".to_owned(),
        mandate: Some(mandate()),
        warnings: Vec::new(),
    }
}

fn mandate() -> Mandate {
    Mandate {
        authority: "Housing board".to_owned(),
        reason: "Decision 4/2026".to_owned(),
        expires: "2027-06-30".to_owned(),
        signed_by: "The chair".to_owned(),
    }
}

/// Digests of the tables as they have to be written; no name in these towns needs quotation marks.
fn outputs(town: &Town, good: &Good) -> BTreeMap<String, String> {
    let sheets = good.sheets(town);
    let mut outputs = digests(&["problems.csv", "unplaced.csv"]);
    for (name, rows) in [("first.csv", &sheets.first), ("plan.csv", &sheets.plan)] {
        let lines = rows.iter().map(|row| row.cells().join(","));
        let text: String = [PlanRow::COLUMNS.join(",")].into_iter().chain(lines).map(|line| line + "\n").collect();
        outputs.insert(name.to_owned(), format!("sha256:{}", hex(&sha256(text.as_bytes()))));
    }
    outputs
}

fn digests(files: &[&str]) -> BTreeMap<String, String> {
    files.iter().map(|file| ((*file).to_owned(), format!("sha256:of {file}"))).collect()
}

fn evidence<'a>(town: &'a Town, good: &Good, mandate: &'a Mandate) -> Evidence<'a> {
    let inputs = digests(&["dwellings.csv", "households.csv", "plan.toml"]);
    let mut outputs = outputs(town, good);
    outputs.extend(digests(&["report.html"]));
    Evidence { inputs, outputs, mandate: Some(mandate), ..town.evidence() }
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
    let mandate = mandate();
    let plan = audit(&evidence(&town, &good, &mandate), good.sheets(&town), &stated).expect("all true");
    assert_eq!(plan.promises(), stated.promises);
    assert_eq!(plan.counts(), stated.counts);
    let draft = Certificate { status: Status::Draft, mandate: None, ..stated };
    let evidence = Evidence { mandate: None, ..evidence(&town, &good, &mandate) };
    audit(&evidence, good.sheets(&town), &draft).expect("a draft needs no mandate");
}

/// What an audit of these tables finds.
fn found(evidence: &Evidence, town: &Town, good: &Good, stated: &Certificate) -> Vec<(Option<String>, Code)> {
    let found = audit(evidence, good.sheets(town), stated).err().unwrap_or_default();
    assert!(found.iter().all(|breach| breach.promise == Promise::Replayable), "{found:?}");
    found.into_iter().map(|breach| (breach.household, breach.fault.code)).collect()
}

#[test]
fn a_mandate_is_not_invented() {
    let (town, good) = exchanged();
    let (stated, mandate) = (certificate(&town, &good), mandate());
    let without = Evidence { mandate: None, ..evidence(&town, &good, &mandate) };
    assert_eq!(found(&without, &town, &good, &stated), [(None, Code::MandateUnknown)]);
    let draft = Certificate { status: Status::Draft, ..stated.clone() };
    assert_eq!(found(&without, &town, &good, &draft), [(None, Code::MandateUnknown)]);
    let bare = Certificate { mandate: None, ..stated };
    assert_eq!(found(&without, &town, &good, &bare), [(None, Code::MandateMissing)]);
}

/// The same cells in other bytes, with the digest of these.
#[test]
fn other_bytes_are_not_the_same_plan() {
    let (town, good) = exchanged();
    let mandate = mandate();
    let mut evidence = evidence(&town, &good, &mandate);
    let mut stated = certificate(&town, &good);
    for outputs in [&mut evidence.outputs, &mut stated.outputs] {
        outputs.insert("plan.csv".to_owned(), "sha256:with a byte-order mark".to_owned());
    }
    assert_eq!(found(&evidence, &town, &good, &stated), [(None, Code::OutputForm)]);
}

#[test]
fn who_waits_is_listed_with_the_reason() {
    let town = Town::of(
        &["D1 East B1 S1 2 75 ", "D2 East B1 S1 9 50"],
        &["H1 75 * priority=1", "H2 75 *", "H3 50 * floor=3", "H4 75 * unsigned"],
    );
    let good = Good::of(&town, 0);
    let mandate = mandate();
    let stated = certificate(&town, &good);
    let row = |text: &str| {
        let (household, reason_code) = text.split_once(' ').expect("two words");
        UnplacedRow { household: household.to_owned(), reason_code: reason_code.to_owned() }
    };
    let told = |rows: &[&str]| {
        let rows: Vec<UnplacedRow> = rows.iter().map(|text| row(text)).collect();
        found(&Evidence { unplaced: Some(&rows), ..evidence(&town, &good, &mandate) }, &town, &good, &stated)
    };
    let one = |household: &str, code| vec![(Some(household.to_owned()), code)];
    assert_eq!(told(&["H2 shortage", "H3 no_such_home"]), []);
    assert_eq!(told(&["H2 shortage"]), one("H3", Code::UnplacedMissing));
    assert_eq!(told(&["H2 no_such_home", "H3 no_such_home"]), one("H2", Code::UnplacedReason));
    assert_eq!(told(&["H2 shortage", "H3 rude"]), one("H3", Code::UnplacedReason));
    for more in ["H1 shortage", "H2 shortage", "H4 shortage", "H5 shortage"] {
        assert_eq!(told(&["H2 shortage", "H3 no_such_home", more]), one(&more[..2], Code::UnplacedWrong));
    }
}

/// A forged name is shown, not obeyed.
#[test]
fn what_would_steer_a_terminal_is_spelled_out() {
    let (town, good) = exchanged();
    let mut sheets = good.sheets(&town);
    sheets.plan[0].household = "\u{1b}[2JH\u{202e}1".to_owned();
    let found = certify(&town.evidence(), sheets).expect_err("nobody of this name");
    let names: Vec<_> = found.iter().filter_map(|breach| breach.household.as_deref()).collect();
    assert!(names.contains(&"\\u{1b}[2JH\\u{202e}1"), "{names:?}");
}

type Lie = (fn(&mut Certificate), Code);

const LIES: &[Lie] = &[
    (|c| c.version = " ".into(), Code::VersionMissing),
    (|c| c.version = "0.1.0 approved by the court".into(), Code::VersionMissing),
    (|c| c.seed.push('1'), Code::SeedDiffers),
    (|c| c.roll_digest.push('0'), Code::RollDigestDiffers),
    (|c| c.effort = "none".into(), Code::EffortWrong),
    (|c| c.effort = "thorough".into(), Code::EffortWrong),
    (|c| drop(c.inputs.insert("plan.toml".into(), "sha256:0".into())), Code::InputChanged),
    (|c| drop(c.inputs.insert("more.csv".into(), "sha256:0".into())), Code::InputMissing),
    (|c| drop(c.inputs.remove("plan.toml")), Code::InputUnlisted),
    (|c| drop(c.outputs.insert("plan.csv".into(), "sha256:0".into())), Code::OutputChanged),
    (|c| drop(c.outputs.insert("lost.csv".into(), "sha256:0".into())), Code::OutputMissing),
    (|c| drop(c.outputs.remove("first.csv")), Code::OutputUnlisted),
    (|c| drop(c.outputs.remove("unplaced.csv")), Code::OutputUnlisted),
    (|c| drop(c.outputs.remove("problems.csv")), Code::OutputUnlisted),
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
    (|c| c.estates[0].first += 1e-5, Code::FigureWrong),
    (|c| c.estates[0].estate = "Elsewhere".into(), Code::EstatesDiffer),
    (|c| c.bound_proof = "believe me".into(), Code::BoundUnproven),
    (|c| drop(c.promises.remove("nearer")), Code::PromiseMissing),
    (|c| drop(c.promises.insert("nearer".into(), "broken".into())), Code::PromiseNotKept),
    (|c| drop(c.promises.insert("cheaper".into(), "kept".into())), Code::PromiseUnknown),
    (|c| c.mandate = None, Code::MandateMissing),
    (|c| c.mandate.as_mut().expect("final").expires.clear(), Code::MandateDiffers),
    (|c| c.mandate.as_mut().expect("final").signed_by = "The minister".into(), Code::MandateDiffers),
    (|c| c.status = Status::Draft, Code::MandateDiffers),
];

#[test]
fn each_lie_is_found_by_itself() {
    let (town, good) = exchanged();
    let mandate = mandate();
    for (at, (lie, code)) in LIES.iter().enumerate() {
        let mut stated = certificate(&town, &good);
        lie(&mut stated);
        let found = audit(&evidence(&town, &good, &mandate), good.sheets(&town), &stated).expect_err("a lie");
        assert_eq!(found.iter().map(|breach| breach.fault.code).collect::<Vec<_>>(), [*code], "lie {at}");
    }
}
