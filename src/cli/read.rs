//! `read`: what the files hold, and everything that is wrong with them.

use super::args::{Format, Read};
use super::desk::{Desk, WIDTH};
use super::{Done, folder, forms, inputs, problems};
use crate::model::{Doubt, Roll};
use crate::read::{ReadOptions, Reading};
use crate::report::{Words, args, for_spreadsheets, text_table};
use serde_json::json;

pub fn run(desk: &Desk, asked: &Read) -> Done {
    let reading = inputs::load(desk, &asked.plan, ReadOptions::default())?;
    let verdict = inputs::judge(desk, &reading);
    if let Some(file) = &asked.problems {
        let lang = reading.input.as_ref().and_then(|input| input.lang.as_deref());
        let text = problems::problems_csv(&reading.problems, &desk.file_words(lang));
        let text = if asked.excel { for_spreadsheets(&text) } else { text };
        folder::check_inputs(desk, std::slice::from_ref(file), &inputs::paths(&asked.plan, &reading))?;
        folder::write_file(desk, file, &text, asked.force)?;
    }
    match desk.format {
        Format::Table => {
            desk.print(&overview(desk, &reading));
            if asked.show_mapping {
                desk.print(&forms::mapping(&desk.words, &reading));
            }
        }
        Format::Json => desk.print(&as_json(desk, &reading)),
        Format::Csv => desk.print(&problems::problems_csv(&reading.problems, &desk.words)),
    }
    verdict
}

fn overview(desk: &Desk, reading: &Reading) -> String {
    let words = &desk.words;
    let header = ["read-file", "read-rows", "read-used", "read-listed", "read-columns", "read-ignored", "read-refused"];
    let header: Vec<String> = header.iter().map(|key| words.plain(key)).collect();
    let rows: Vec<Vec<String>> = reading
        .summary
        .files
        .iter()
        .map(|file| {
            let counts = [file.rows, file.used, file.listed].map(|count| count.to_string());
            let headers =
                [file.header.columns.len().to_string(), file.header.ignored.join(", "), file.header.refused.join(", ")];
            [file.file.clone()].into_iter().chain(counts).chain(headers).collect()
        })
        .collect();
    let summary = &reading.summary;
    let what = args([
        ("vacant", summary.vacant.into()),
        ("occupied", summary.occupied.into()),
        ("held", summary.held.into()),
        ("households", summary.households.into()),
        ("signed", summary.signed.into()),
        ("volunteers", summary.volunteers.into()),
        ("declared", summary.declared.into()),
    ]);
    let counts = words.say("read-counts", &what);
    let groups = reading.input.as_ref().map_or(String::new(), |input| groups(words, &input.roll));
    let told = [forms::lines(words, reading), forms::outcome(words, reading)].concat().join("\n");
    format!("{}\n\n{told}\n\n{counts}\n{groups}", text_table(&header, &rows, WIDTH))
}

/// The groups that households declared, so that two spellings of one do not go unnoticed.
fn groups(words: &Words, roll: &Roll) -> String {
    let count = |group: usize| roll.of_household.iter().flatten().filter(|g| g.index() == group).count();
    let named = roll.groups.iter().enumerate().map(|(group, name)| format!("{name} {}", count(group)));
    let listed = named.collect::<Vec<_>>().join(&words.plain("list-comma"));
    words.say("read-groups", &args([("groups", listed.into())]))
}

fn as_json(desk: &Desk, reading: &Reading) -> String {
    let file = |f: &crate::read::FileSummary| forms::as_json(f, &reading.problems);
    let doubt = |d: &Doubt| json!({ "pattern": d.pattern.id(), "places": d.places, "households": d.households });
    let doubts = reading.input.iter().flat_map(|input| &input.doubts).map(doubt);
    let problem = |p: &crate::read::Problem| {
        json!({
            "code": p.code.id(),
            "severity": format!("{:?}", p.severity).to_lowercase(),
            "file": p.file,
            "row": p.row,
            "column": p.column,
            "problem": problems::sentence(&desk.words, p, "problem"),
            "remedy": problems::sentence(&desk.words, p, "remedy"),
        })
    };
    let s = &reading.summary;
    let value = json!({
        "schema_version": 1,
        "files": s.files.iter().map(file).collect::<Vec<_>>(),
        "counts": { "vacant": s.vacant, "occupied": s.occupied, "held": s.held, "households": s.households,
                    "signed": s.signed, "volunteers": s.volunteers, "declared": s.declared },
        "warnings": doubts.collect::<Vec<_>>(),
        "problems": reading.problems.iter().map(problem).collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&value).expect("a JSON value always serializes")
}
