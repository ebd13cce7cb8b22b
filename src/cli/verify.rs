//! `verify`: holds a plan's folder against its inputs and says which promise broke, and for whom.

use super::args::{Format, Verify};
use super::desk::{Desk, WIDTH};
use super::plan::{make, prove};
use super::{Done, Failure, inputs, problems};
use crate::model::{Certificate, Draw, PlanRow, Sheets, UnplacedRow, Witness, rows};
use crate::read::{Input, ReadOptions, Reading, SourceFile, certificate, plan_rows, unplaced_rows, witness};
use crate::report::{args, csv_text, plan_csv, text_table, witness_json};
use crate::verify::{Breach, Evidence, Plan, Promise, audit};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;

/// So many breaches of one promise are shown; JSON and CSV have them all.
const SHOWN: usize = 10;

pub fn run(desk: &Desk, asked: &Verify) -> Done {
    let Held { stated, reading, verdict } = held(desk, &asked.out, asked.inputs.as_deref())?;
    let Some(input) = &reading.input else { return Err(Failure::told(Failure::PROBLEMS)) };
    let breaches = verdict.err().unwrap_or_default();
    show(desk, &stated, &breaches);
    if input.draw.as_ref().is_some_and(|draw| draw.seed != stated.seed) {
        desk.tell(&desk.words.plain("verify-seed-by-hand"));
    }
    if !breaches.is_empty() {
        return Err(Failure::told(Failure::BROKEN));
    }
    if asked.replay { replay(desk, &asked.out, input, &Draw { seed: stated.seed }) } else { Ok(()) }
}

/// A plan's folder, held against its inputs.
pub struct Held {
    pub stated: Certificate,
    /// With an input: without one there is nothing to hold anything against.
    pub reading: Reading,
    pub verdict: Result<Plan, Vec<Breach>>,
}

/// Reads a folder and its inputs, and checks every promise and every claim.
pub fn held(desk: &Desk, out: &Path, asked: Option<&Path>) -> Result<Held, Failure> {
    let progress = desk.progress();
    progress.step(desk.words.plain("doing-read"));
    let stated = stated(desk, out)?;
    let reading = load_inputs(desk, out, asked, &stated)?;
    let Some(input) = &reading.input else {
        return Err(inputs::judge(desk, &reading).err().unwrap_or(Failure::told(Failure::PROBLEMS)));
    };
    let (sheets, outputs) = sheets(desk, out, &stated)?;
    let unplaced = unplaced(desk, out, &outputs)?;
    let witness = witness_of(desk, out, &outputs)?;
    let evidence = Evidence {
        intake: &input.intake,
        roll: &input.roll,
        opt_ins: &input.opt_ins,
        target: input.target.as_ref(),
        draw: &Draw { seed: stated.seed.clone() },
        inputs: inputs::digests(&reading.sources),
        outputs,
        effort: input.effort,
        mandate: input.mandate.as_ref(),
        unplaced: unplaced.as_deref(),
        witness: witness.as_ref(),
        rows_left_out: reading.left_out(),
        doubts: &input.doubts,
    };
    progress.step(desk.words.plain("doing-verify"));
    let verdict = audit(&evidence, sheets, &stated);
    progress.done();
    Ok(Held { stated, reading, verdict })
}

/// Plans again from the inputs and holds the tables against each other, byte for byte. The promises do not need it:
/// it is for who wants to know that no other plan that keeps them was put in place of this one.
fn replay(desk: &Desk, out: &Path, input: &Input, draw: &Draw) -> Done {
    let progress = desk.progress();
    let (draft, _) = make(desk, &progress, input, draw);
    progress.step(desk.words.plain("doing-bound"));
    let witness = prove(input, &draft);
    progress.done();
    let table = |placement| plan_csv(&rows(&input.intake, &draft.base.turns, placement));
    let mut files = vec![("first.csv", table(&draft.base.placement)), ("plan.csv", table(&draft.placement))];
    files.extend(witness.map(|witness| ("bound.json", witness_json(&witness))));
    for (name, again) in files {
        if inputs::read_file(desk, &out.join(name))? != again.into_bytes() {
            let what = args([("file", name.into())]);
            return Err(Failure::new(Failure::BROKEN, desk.words.say("verify-replay-differs", &what)));
        }
    }
    desk.print(&desk.words.plain("verify-replayed"));
    Ok(())
}

/// The certificate of a folder.
pub fn stated(desk: &Desk, out: &Path) -> Result<Certificate, Failure> {
    let bytes = inputs::read_file(desk, &out.join("certificate.json"))?;
    let file = SourceFile { name: "certificate.json".to_owned(), bytes };
    certificate(&file).map_err(|list| tell_list(desk, &list))
}

/// The inputs behind a certificate: where it says they are, or where the user says. Rows left out when the plan was
/// made are left out again.
pub fn load_inputs(desk: &Desk, out: &Path, asked: Option<&Path>, stated: &Certificate) -> Result<Reading, Failure> {
    let plan = asked.map_or_else(|| out.join(&stated.plan_file), Path::to_path_buf);
    let mut reading = inputs::load(desk, &plan, ReadOptions { leave_out: true }).inspect_err(|_| {
        if asked.is_none() {
            desk.tell(&desk.words.plain("inputs-hint"));
        }
    })?;
    if let Some(first) = reading.sources.first_mut() {
        // The plan file may have been renamed since; its content is what counts.
        let name = Path::new(&stated.plan_file).file_name();
        first.name = name.map_or_else(|| first.name.clone(), |name| name.to_string_lossy().into_owned());
    }
    Ok(reading)
}

/// Both tables of a folder, and the digests of all files the certificate lists.
fn sheets(desk: &Desk, out: &Path, stated: &Certificate) -> Result<(Sheets, BTreeMap<String, String>), Failure> {
    let mut outputs = BTreeMap::new();
    for name in stated.outputs.keys().filter(|name| !name.contains(['/', '\\'])) {
        // A table that is missing is a breach, unless it is one of the two that everything is read from.
        if let Ok(bytes) = inputs::file_bytes(&out.join(name)) {
            outputs.insert(name.clone(), inputs::digest(&bytes));
        }
    }
    let read = |name: &str| rows_of(desk, name, inputs::read_file(desk, &out.join(name))?);
    Ok((Sheets { first: read("first.csv")?, plan: read("plan.csv")? }, outputs))
}

/// The witness of the bound; `None` where the certificate lists none.
fn witness_of(desk: &Desk, out: &Path, outputs: &BTreeMap<String, String>) -> Result<Option<Witness>, Failure> {
    const NAME: &str = "bound.json";
    if !outputs.contains_key(NAME) {
        return Ok(None);
    }
    let file = SourceFile { name: NAME.to_owned(), bytes: inputs::read_file(desk, &out.join(NAME))? };
    witness(&file).map(Some).map_err(|list| tell_list(desk, &list))
}

/// The rows of `unplaced.csv`; `None` where it is missing, which is told of the outputs.
fn unplaced(desk: &Desk, out: &Path, outputs: &BTreeMap<String, String>) -> Result<Option<Vec<UnplacedRow>>, Failure> {
    const NAME: &str = "unplaced.csv";
    if !outputs.contains_key(NAME) {
        return Ok(None);
    }
    let file = SourceFile { name: NAME.to_owned(), bytes: inputs::read_file(desk, &out.join(NAME))? };
    unplaced_rows(&file).map(Some).map_err(|list| tell_list(desk, &list))
}

/// The rows of `plan.csv` or `first.csv`; tells what is wrong where it is no such table.
pub fn rows_of(desk: &Desk, name: &str, bytes: Vec<u8>) -> Result<Vec<PlanRow>, Failure> {
    plan_rows(&SourceFile { name: name.to_owned(), bytes }).map_err(|list| tell_list(desk, &list))
}

fn tell_list(desk: &Desk, list: &[crate::read::Problem]) -> Failure {
    for problem in list {
        let [file, row, column, code, what, remedy] = problems::cells(problem, &desk.words);
        let place: Vec<String> = [file, row, column].into_iter().filter(|part| !part.is_empty()).collect();
        desk.tell(&format!("{}: {code}: {what} {remedy}", place.join(":")));
    }
    Failure::told(Failure::PROBLEMS)
}

/// Tells breaches on stderr, the first few of each promise.
pub fn tell_breaches(desk: &Desk, breaches: &[Breach]) {
    for promise in Promise::ALL {
        let broken: Vec<&Breach> = breaches.iter().filter(|b| b.promise == promise).collect();
        for breach in broken.iter().take(SHOWN) {
            let whom = breach.household.as_deref().unwrap_or("-");
            desk.tell(&format!("{}: {whom}: {}", promise.id(), sentence(desk, breach)));
        }
        if broken.len() > SHOWN {
            let more = args([("promise", promise.id().into()), ("count", ((broken.len() - SHOWN) as u64).into())]);
            desk.tell(&desk.words.say("breaches-more", &more));
        }
    }
}

fn sentence(desk: &Desk, breach: &Breach) -> String {
    desk.words.say_text(&format!("fault-{}", breach.fault.code.id()), &breach.fault.params)
}

fn show(desk: &Desk, stated: &Certificate, breaches: &[Breach]) {
    match desk.format {
        Format::Table => {
            tell_breaches(desk, breaches);
            desk.print(&promises_table(desk, breaches));
            let what = args([
                ("seed", stated.seed.as_str().into()),
                ("status", desk.words.plain(&format!("status-{}", stated.status.word())).into()),
                ("count", (breaches.len() as u64).into()),
            ]);
            let key = if breaches.is_empty() { "verify-kept" } else { "verify-broken" };
            desk.print(&desk.words.say(key, &what));
        }
        Format::Json => {
            let breach = |b: &Breach| {
                json!({ "promise": b.promise.id(), "household": b.household, "fault": b.fault.code.id(),
                        "what": sentence(desk, b) })
            };
            let promises: BTreeMap<&str, &str> = Promise::ALL.iter().map(|&p| (p.id(), result(breaches, p))).collect();
            let breaches: Vec<_> = breaches.iter().map(breach).collect();
            let value = json!({ "schema_version": 1, "promises": promises, "breaches": breaches });
            desk.print(&serde_json::to_string_pretty(&value).expect("a JSON value always serializes"));
        }
        Format::Csv => {
            let broken = |b: &Breach| {
                let whom = b.household.clone().unwrap_or_default();
                let fault = b.fault.code.id().to_owned();
                [b.promise.id().to_owned(), "broken".to_owned(), whom, fault, sentence(desk, b)]
            };
            let kept = Promise::ALL.into_iter().filter(|&promise| result(breaches, promise) == "kept").map(|promise| {
                let means = desk.words.plain(&format!("promise-{}", promise.id()));
                [promise.id().to_owned(), "kept".to_owned(), String::new(), String::new(), means]
            });
            let rows: Vec<[String; 5]> = breaches.iter().map(broken).chain(kept).collect();
            let header = ["promise", "result", "household", "fault", "what"];
            desk.print(&csv_text(&header, rows.iter().map(|row| row.iter().map(String::as_str))));
        }
    }
}

fn result(breaches: &[Breach], promise: Promise) -> &'static str {
    if breaches.iter().any(|b| b.promise == promise) { "broken" } else { "kept" }
}

fn promises_table(desk: &Desk, breaches: &[Breach]) -> String {
    let header = ["verify-promise", "verify-result", "verify-means"].map(|key| desk.words.plain(key));
    let row = |promise: Promise| {
        let result = desk.words.plain(&format!("result-{}", result(breaches, promise)));
        vec![promise.id().to_owned(), result, desk.words.plain(&format!("promise-{}", promise.id()))]
    };
    text_table(&header, &Promise::ALL.map(row), WIDTH)
}
