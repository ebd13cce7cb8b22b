//! `report`: what people look at, from a plan that is verified again first.

use super::args::Report;
use super::desk::Desk;
use super::explain::homes;
use super::publish::Material;
use super::verify::{Held, held, tell_breaches};
use super::{Done, Failure, folder};
use crate::allocate::allocate;
use crate::model::{Draw, Placement};
use crate::report::{Lang, args};
use std::path::{Path, PathBuf};

/// What is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Report,
    List,
    Letters,
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
    let material =
        Material { input, base: &base, reasons: &reasons, placement: &placement, plan: &plan, certificate: &stated };
    let languages = languages(desk, input.lang.as_deref(), desk.both);
    let done = match what {
        What::Report => write(desk, &out, "report.html", &material.report(&languages)),
        What::List | What::Letters => Ok(()),
    };
    progress.done();
    done
}

/// `report OUT`, `report list OUT`, `report letters OUT`; the word may stand behind the folder as well.
fn what(desk: &Desk, words: &[String]) -> Result<(What, PathBuf), Failure> {
    let kind = |word: &str| match word {
        "list" => Some(What::List),
        "letters" => Some(What::Letters),
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

/// Writes a file of the folder again; it is ours, so it may be overwritten.
fn write(desk: &Desk, out: &Path, name: &str, text: &str) -> Done {
    let path = out.join(name);
    folder::write_file(desk, &path, text, true)?;
    desk.tell(&desk.words.say("report-done", &args([("path", path.display().to_string().into())])));
    Ok(())
}
