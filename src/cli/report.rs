//! `report`: what people look at, from a plan that is verified again first.

use super::args::{Format, Report};
use super::desk::{Desk, Progress, WIDTH};
use super::explain::homes;
use super::publish::{Material, in_the_way_of};
use super::verify::{Held, held, tell_breaches};
use super::{Done, Failure, folder};
use crate::allocate::allocate;
use crate::model::{Certificate, Draft, Draw, Placement};
use crate::report::{Lang, Listed, Post, args, csv_for_people, letters_html, list_html, listed, text_table};
use crate::verify::Plan;
use serde_json::json;
use std::path::{Path, PathBuf};

/// What is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Report,
    List,
    Letters,
    Picture,
}

pub fn run(desk: &Desk, asked: &Report) -> Done {
    let (what, out) = what(desk, &asked.what)?;
    let Held { stated, reading, verdict } = held(desk, &out, asked.inputs.as_deref())?;
    let Some(input) = &reading.input else { return Err(Failure::told(Failure::PROBLEMS)) };
    let plan = verdict.map_err(|breaches| {
        tell_breaches(desk, &breaches);
        Failure::new(Failure::BROKEN, desk.words.plain("report-broken"))
    })?;
    let progress = desk.progress();
    progress.step(desk.words.plain("doing-report"));
    let (mut base, reasons) = allocate(&input.intake, &Draw { seed: stated.seed.clone() });
    // What is told is the published first allocation, not what this program would draw.
    base.placement.home_of = homes(&input.intake, &plan.sheets().first);
    let placement = Placement { home_of: homes(&input.intake, &plan.sheets().plan) };
    let draft = Draft { base: base.clone(), placement: placement.clone() };
    let shown = matches!(what, What::Report | What::Picture);
    let obstacles = if shown { in_the_way_of(input, &draft) } else { Vec::new() };
    let material = Material {
        input,
        base: &base,
        reasons: &reasons,
        placement: &placement,
        plan: &plan,
        certificate: &stated,
        obstacles: &obstacles,
    };
    let languages = languages(desk, input.lang.as_deref(), desk.both);
    let done = match what {
        What::Report => write(desk, &out, "report.html", &material.report(&languages)),
        What::Picture => write(desk, &out, "picture.svg", &material.picture(languages[0])),
        What::List => list(desk, &out, &plan, &stated, &languages),
        What::Letters => {
            let post = Post {
                intake: &input.intake,
                base: &base,
                reasons: &reasons,
                plan: &plan,
                certificate: &stated,
                appeal: input.appeal.as_ref(),
                languages: &input.letter_languages,
            };
            letters(desk, &progress, &out, &post, &languages)
        }
    };
    progress.done();
    done
}

/// `report OUT`, `report list OUT`, `report letters OUT`; the word may stand behind the folder as well.
fn what(desk: &Desk, words: &[String]) -> Result<(What, PathBuf), Failure> {
    let kind = |word: &str| match word {
        "list" => Some(What::List),
        "letters" => Some(What::Letters),
        "picture" => Some(What::Picture),
        _ => None,
    };
    match words {
        [out] => Ok((What::Report, out.into())),
        [first, second] => match (kind(first), kind(second)) {
            (Some(what), _) => Ok((what, second.into())),
            (None, Some(what)) => Ok((what, first.into())),
            (None, None) => {
                let word = args([("word", first.as_str().into())]);
                Err(Failure::new(Failure::PROBLEMS, desk.words.say("report-what", &word)))
            }
        },
        _ => Err(Failure::told(Failure::PROBLEMS)),
    }
}

/// The languages to write: both, or that of the other files.
fn languages(desk: &Desk, plan_file: Option<&str>, both: bool) -> Vec<Lang> {
    if both { vec![Lang::Zh, Lang::En] } else { vec![desk.file_lang(plan_file)] }
}

/// Prints the list, and writes it as a page for the notice board.
fn list(desk: &Desk, out: &Path, plan: &Plan, stated: &Certificate, languages: &[Lang]) -> Done {
    let rows = listed(&plan.sheets().plan);
    let cells =
        |row: &Listed| [row.turn.to_string(), row.household.clone(), row.home.clone(), row.choice_rank.to_string()];
    match desk.format {
        Format::Table => {
            let header = ["xlsx-turn", "xlsx-household", "list-home", "page-choice"].map(|key| desk.words.plain(key));
            let rows: Vec<Vec<String>> = rows.iter().map(|row| cells(row).to_vec()).collect();
            desk.print(&text_table(&header, &rows, WIDTH));
        }
        Format::Csv => {
            let rows: Vec<[String; 4]> = rows.iter().map(cells).collect();
            let rows = rows.iter().map(|row| row.iter().map(String::as_str));
            desk.print(&csv_for_people(&["turn", "household", "home", "choice_rank"], rows));
        }
        Format::Json => {
            let list = json!({ "schema_version": 1, "status": stated.status.word(), "list": rows });
            desk.print(&serde_json::to_string_pretty(&list).expect("a JSON value always serializes"));
        }
    }
    write(desk, out, "list.html", &list_html(&rows, stated, languages))
}

/// Writes all letters, in as many files as they need; files of an earlier time beyond these are removed.
fn letters(desk: &Desk, progress: &Progress, out: &Path, post: &Post, languages: &[Lang]) -> Done {
    let all = post.intake.households.len() as u64;
    let done = |count: usize| {
        let what = args([("done", (count as u64).into()), ("all", all.into())]);
        progress.step(desk.words.say("doing-letters", &what));
    };
    let files = letters_html(post, languages, done);
    let name = |number: usize| format!("letters-{number:03}.html");
    for (number, text) in (1..).zip(&files) {
        folder::write_file(desk, &out.join(name(number)), text, true)?;
    }
    let old = (files.len() + 1..).map(|number| out.join(name(number)));
    for path in old.take_while(|path| path.exists()) {
        std::fs::remove_file(&path).map_err(|error| folder::cannot_write(desk, &path, &error))?;
    }
    let what = args([("dir", out.display().to_string().into()), ("count", (files.len() as u64).into())]);
    desk.tell(&desk.words.say("letters-done", &what));
    Ok(())
}

/// Writes a file of the folder again; it is ours, so it may be overwritten.
fn write(desk: &Desk, out: &Path, name: &str, text: &str) -> Done {
    let path = out.join(name);
    folder::write_file(desk, &path, text, true)?;
    desk.tell(&desk.words.say("report-done", &args([("path", path.display().to_string().into())])));
    Ok(())
}
