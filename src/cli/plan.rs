//! `plan`: read, allocate, mix, verify, write. Nothing is written that did not pass the gate.

use super::args::{Format, Plan as Asked};
use super::desk::{Desk, WIDTH};
use super::publish::{Material, in_the_way_of};
use super::verify::{rows_of, tell_breaches};
use super::{Done, Failure, folder, forms, inputs, problems};
use crate::allocate::allocate;
use crate::mix::{bound, mix};
use crate::model::{Certificate, Draft, Draw, PlanRow, Reasons, Sheets, Status, Witness, rows};
use crate::read::{Input, ReadOptions, Reading};
use crate::report::{
    Words, args, certificate_json, estates_csv, for_spreadsheets, obstacle_sentences, plan_csv, plan_summary,
    plan_xlsx, text_table, unplaced_csv, witness_json,
};
use crate::verify::{Breach, Evidence, Plan, certify, roll_digest};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The files of a plan.
const FILES: [&str; 9] = [
    "first.csv",
    "plan.csv",
    "unplaced.csv",
    "problems.csv",
    "estates.csv",
    "bound.json",
    "plan.xlsx",
    "report.html",
    "certificate.json",
];

pub fn run(desk: &Desk, asked: &Asked) -> Done {
    let reading = read(desk, asked)?;
    let Some(input) = &reading.input else { return Err(Failure::told(Failure::PROBLEMS)) };
    if asked.final_plan && input.mandate.is_none() {
        return Err(Failure::new(Failure::REFUSED, desk.words.plain("final-without-mandate")));
    }
    let draw = draw(desk, asked, input)?;
    if let Some(threads) = asked.threads {
        // Fails only if the pool runs already, which it does not: this is the one place that sets it up.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads.into()).build_global();
    }

    let progress = desk.progress();
    let (draft, reasons) = make(desk, &progress, input, &draw);
    progress.step(desk.words.plain("doing-bound"));
    let lang = desk.file_lang(input.lang.as_deref());
    // Of what is joined here nothing depends on anything else, and each takes a while.
    let (witness, (mut texts, book)) = rayon::join(
        || prove(input, &draft),
        || {
            let words = Words::new(lang);
            let rows = rows(&input.intake, &draft.base.turns, &draft.placement);
            let texts = texts(&reading, input, &draft, &reasons, &rows, &words);
            (texts, plan_xlsx(&input.intake, &rows, &reasons, &words))
        },
    );
    progress.step(desk.words.plain("doing-verify"));
    let sheets = sheets(desk, &texts)?;
    let (verdict, obstacles) =
        rayon::join(|| gate(&reading, input, &draw, sheets, witness.as_ref()), || in_the_way_of(input, &draft));
    progress.done();
    let (plan, book) = (passed(desk, verdict)?, made(desk, book)?);
    if let Some(witness) = &witness {
        texts.insert("bound.json", witness_json(witness));
        texts.insert("estates.csv", estates_csv(plan.estates(), &obstacles));
    }
    let told = obstacle_sentences(plan.estates(), &obstacles, &desk.words);

    let mut files: Vec<(&str, &[u8])> = texts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    files.push(("plan.xlsx", &book));
    let stated = certificate(desk, asked, &reading, input, &draw, &plan, &files)?;
    let certificate = certificate_json(&stated);
    let progress = desk.progress();
    progress.step(desk.words.plain("doing-report"));
    let (base, placement) = (&draft.base, &draft.placement);
    let material = Material {
        input,
        base,
        reasons: &reasons,
        placement,
        plan: &plan,
        certificate: &stated,
        obstacles: &obstacles,
    };
    let report = material.report(&[lang]);
    progress.done();
    let copies = copies(asked, &texts);
    files.extend(copies.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    files.extend([("report.html", report.as_bytes()), ("certificate.json", certificate.as_bytes())]);
    folder::write(desk, &asked.out, &files, asked.force)?;
    let lines = plan_summary(&input.intake, &draft.base, &plan, reading.left_out(), &desk.words);
    show(desk, asked, input, lines, &plan, &certificate);
    told.iter().for_each(|sentence| desk.tell(sentence));
    Ok(())
}

/// Reads the plan file and its tables, and looks whether the result can be written.
fn read(desk: &Desk, asked: &Asked) -> Result<Reading, Failure> {
    folder::check_free(desk, &asked.out, asked.force)?;
    let progress = desk.progress();
    progress.step(desk.words.plain("doing-read"));
    let reading = inputs::load(desk, &asked.plan, ReadOptions { leave_out: asked.leave_out })?;
    progress.done();
    forms::tell(desk, &reading);
    inputs::judge(desk, &reading).inspect_err(|failure| {
        if failure.code == Failure::PROBLEMS && !asked.leave_out {
            desk.tell(&desk.words.plain("leave-out-hint"));
        }
    })?;
    let outputs: Vec<PathBuf> = FILES.iter().map(|name| asked.out.join(name)).collect();
    folder::check_inputs(desk, &outputs, &inputs::paths(&asked.plan, &reading))?;
    Ok(reading)
}

/// The public seed: that of the command line, else that of the plan file.
fn draw(desk: &Desk, asked: &Asked, input: &Input) -> Result<Draw, Failure> {
    match (&asked.seed, &input.draw) {
        (Some(seed), _) if !seed.trim().is_empty() => Ok(Draw { seed: seed.clone() }),
        (None, Some(draw)) => Ok(draw.clone()),
        _ => Err(Failure::new(Failure::PROBLEMS, desk.words.plain("no-seed"))),
    }
}

/// The spreadsheet, where one could be made.
fn made(desk: &Desk, book: Result<Vec<u8>, impl std::fmt::Display>) -> Result<Vec<u8>, Failure> {
    book.map_err(|error| {
        let why = args([("why", error.to_string().into())]);
        Failure::new(Failure::CANNOT, desk.words.say("cannot-make-xlsx", &why))
    })
}

/// Copies of the tables that people open in a spreadsheet, on request.
fn copies(asked: &Asked, texts: &BTreeMap<&'static str, String>) -> Vec<(String, String)> {
    let tables = ["plan.csv", "unplaced.csv", "problems.csv"].iter().filter(|_| asked.excel);
    tables.map(|name| (name.replace(".csv", ".excel.csv"), for_spreadsheets(&texts[name]))).collect()
}

/// The draw, then the exchanges, if the plan file wants any.
pub fn make(desk: &Desk, progress: &super::desk::Progress, input: &Input, draw: &Draw) -> (Draft, Reasons) {
    progress.step(desk.words.plain("doing-allocate"));
    let (base, reasons) = allocate(&input.intake, draw);
    let draft = match &input.target {
        Some(target) => {
            progress.step(desk.words.plain("doing-mix"));
            mix(&input.intake, &base, &input.opt_ins, &input.roll, target, input.effort)
        }
        None => Draft { placement: base.placement.clone(), base },
    };
    (draft, reasons)
}

/// The witness of the bound, if the plan file wants any mixing.
pub fn prove(input: &Input, draft: &Draft) -> Option<Witness> {
    let target = input.target.as_ref()?;
    let mut witness = bound(&input.intake, draft, &input.opt_ins, &input.roll, target, input.effort);
    witness.roll_digest = roll_digest(&input.intake, &input.roll, &input.opt_ins);
    Some(witness)
}

/// The tables to write, by name. Their language never depends on the locale.
fn texts(
    reading: &Reading,
    input: &Input,
    draft: &Draft,
    reasons: &Reasons,
    planned: &[PlanRow],
    words: &Words,
) -> BTreeMap<&'static str, String> {
    let drawn = rows(&input.intake, &draft.base.turns, &draft.base.placement);
    BTreeMap::from([
        ("first.csv", plan_csv(&drawn)),
        ("plan.csv", plan_csv(planned)),
        ("unplaced.csv", unplaced_csv(&input.intake, reasons, words)),
        ("problems.csv", problems::problems_csv(&reading.problems, words)),
    ])
}

/// The tables as anybody would read them back.
fn sheets(desk: &Desk, texts: &BTreeMap<&'static str, String>) -> Result<Sheets, Failure> {
    let back = |name: &str| -> Result<Vec<PlanRow>, Failure> { rows_of(desk, name, texts[name].clone().into_bytes()) };
    Ok(Sheets { first: back("first.csv")?, plan: back("plan.csv")? })
}

/// Lets `verify` judge the tables.
fn gate(
    reading: &Reading,
    input: &Input,
    draw: &Draw,
    sheets: Sheets,
    witness: Option<&Witness>,
) -> Result<Plan, Vec<Breach>> {
    let evidence = Evidence {
        intake: &input.intake,
        roll: &input.roll,
        opt_ins: &input.opt_ins,
        target: input.target.as_ref(),
        draw,
        inputs: BTreeMap::new(),
        outputs: BTreeMap::new(),
        effort: input.effort,
        mandate: input.mandate.as_ref(),
        unplaced: None,
        witness,
        rows_left_out: reading.left_out(),
        doubts: &input.doubts,
    };
    certify(&evidence, sheets)
}

/// The plan that passed the gate; what is wrong, where it did not.
fn passed(desk: &Desk, verdict: Result<Plan, Vec<Breach>>) -> Result<Plan, Failure> {
    verdict.map_err(|breaches| {
        tell_breaches(desk, &breaches);
        Failure::new(Failure::BROKEN, desk.words.plain("gate-closed"))
    })
}

fn certificate(
    desk: &Desk,
    asked: &Asked,
    reading: &Reading,
    input: &Input,
    draw: &Draw,
    plan: &Plan,
    files: &[(&str, &[u8])],
) -> Result<Certificate, Failure> {
    let plan_file = inputs::relative_path(&asked.out, &asked.plan)
        .map_err(|error| inputs::cannot_read(desk, &asked.plan, &error))?;
    let outputs = files.iter().map(|(name, bytes)| ((*name).to_owned(), inputs::digest(bytes)));
    Ok(Certificate {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        status: if input.mandate.is_some() { Status::Final } else { Status::Draft },
        seed: draw.seed.clone(),
        roll_digest: roll_digest(&input.intake, &input.roll, &input.opt_ins),
        plan_file,
        inputs: inputs::digests(&reading.sources),
        outputs: outputs.collect(),
        rows_left_out: reading.left_out(),
        counts: plan.counts(),
        promises: plan.promises(),
        mix: plan.figures(),
        estates: plan.estates().to_vec(),
        bound_proof: if input.target.is_some() { "prices" } else { "trivial" }.to_owned(),
        effort: if input.target.is_some() { input.effort.word() } else { "none" }.to_owned(),
        mandate: input.mandate.clone(),
        warnings: input.doubts.clone(),
    })
}

fn show(desk: &Desk, asked: &Asked, input: &Input, lines: Vec<[String; 2]>, plan: &Plan, certificate: &str) {
    match desk.format {
        Format::Json => desk.print(certificate),
        Format::Csv => {
            let rows = lines.iter().map(|line| line.iter().map(String::as_str));
            desk.print(&crate::report::csv_text(&["what", "value"], rows));
        }
        Format::Table => {
            let header = [desk.words.plain("summary-what"), desk.words.plain("summary-value")];
            let rows: Vec<Vec<String>> = lines.into_iter().map(Vec::from).collect();
            desk.print(&text_table(&header, &rows, WIDTH));
        }
    }
    let what = args([("dir", asked.out.display().to_string().into())]);
    desk.tell(&desk.words.say("plan-done", &what));
    if plan.counts().unplaced > 0 {
        desk.tell(&desk.words.say("plan-unplaced", &what));
    }
    match &input.mandate {
        Some(mandate) => {
            desk.tell(&desk.words.say("plan-final", &args([("expires", mandate.expires.as_str().into())])));
        }
        None => desk.tell(&desk.words.plain("plan-draft")),
    }
    if input.target.is_some() {
        let percent = 100.0 * plan.figures().closed;
        desk.tell(&desk.words.say("plan-closed", &args([("percent", format!("{percent:.2}").into())])));
    }
}
