//! `check`: how mixed is it, and how much of that is chance?

use super::args::{Check, Format};
use super::desk::{Desk, WIDTH};
use super::verify::rows_of;
use super::{Done, Failure, inputs, problems};
use crate::measure::{Builder, Counts, Measures, Options, Shuffles, measure};
use crate::model::{CountTable, PlanRow};
use crate::read::{CountOptions, Input, ReadOptions, Reading, SourceFile, Summary, counts};
use crate::report::{Audience, csv_text, headline, level_line, may_show, measures_json, text_table};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub fn run(desk: &Desk, asked: &Check) -> Done {
    let progress = desk.progress();
    progress.step(desk.words.plain("doing-read"));
    let counts = load(desk, asked).inspect_err(|_| progress.done())?;
    let audience = if asked.internal { Audience::Internal } else { Audience::Public };
    progress.step(desk.words.plain("doing-measure"));
    let finest = counts.levels().len() - 1;
    let measured: Vec<Measures> = (0..=finest).map(|level| measure(&counts, &options(asked, level, finest))).collect();
    progress.done();
    let shown: Vec<Option<&Measures>> = measured.iter().map(|m| may_show(&counts, m, audience).then_some(m)).collect();
    match desk.format {
        Format::Json => desk.print(&as_json(desk, asked, &counts, &shown, audience)),
        Format::Csv => {
            let (header, rows) = table(desk, &counts, &shown);
            let header: Vec<&str> = header.iter().map(String::as_str).collect();
            desk.print(&csv_text(&header, rows.iter().map(|row| row.iter().map(String::as_str))));
        }
        Format::Table => {
            if audience == Audience::Internal {
                desk.print(&desk.words.plain("check-internal"));
            }
            let (header, rows) = table(desk, &counts, &shown);
            desk.print(&text_table(&header, &rows, WIDTH));
            desk.print(&desk.words.plain("check-legend"));
            if let Some(finest) = shown[finest] {
                desk.print(&headline(&counts, finest, &desk.words));
            }
        }
    }
    Ok(())
}

/// Everything at the finest level; at the others, what the table shows.
fn options(asked: &Check, level: usize, finest: usize) -> Options {
    let everything = asked.internal && level == finest;
    let shuffles =
        (asked.shuffles > 0).then(|| Shuffles { replicates: asked.shuffles as usize, ..Shuffles::usual(asked.seed) });
    Options { level: Some(level), target: None, local: everything, pairs: everything, shuffles }
}

fn load(desk: &Desk, asked: &Check) -> Result<Counts, Failure> {
    if asked.file.extension().is_some_and(|extension| extension == "toml") {
        let reading = inputs::load(desk, &asked.file, ReadOptions::default())?;
        inputs::judge(desk, &reading)?;
        let Some(input) = &reading.input else { return Err(Failure::told(Failure::PROBLEMS)) };
        let rows = match &asked.after {
            Some(out) => rows_of(desk, "plan.csv", inputs::read_file(desk, &out.join("plan.csv"))?)?,
            None => Vec::new(),
        };
        return Ok(of_plan(input, &rows));
    }
    let bytes = inputs::read_file(desk, &asked.file)?;
    let file = SourceFile { name: asked.file.display().to_string(), bytes };
    let list =
        |text: &Option<String>| text.as_ref().map(|text| text.split(',').map(|name| name.trim().to_owned()).collect());
    let options = CountOptions { levels: list(&asked.levels), groups: list(&asked.groups) };
    let (table, found) = counts(&file, &options);
    let reading = Reading { input: None, problems: found, sources: vec![file], summary: Summary::default() };
    problems::tell(desk, &reading);
    table.map(|table| of_table(&table)).ok_or(Failure::told(Failure::PROBLEMS))
}

/// A tree of counts from a table; `read` has seen to it that no place stands twice and no count is too large.
fn of_table(table: &CountTable) -> Counts {
    let mut builder = Builder::new(table.levels.clone(), table.groups.clone()).expect("read checks the header");
    let mut counts = vec![0; table.groups.len()];
    let mut cells = table.cells.iter().peekable();
    for place in 0..table.places() {
        counts.fill(0);
        while let Some(&(_, group, count)) = cells.next_if(|(at, ..)| *at as usize == place) {
            counts[group as usize] = u32::try_from(count).expect("read checks the counts");
        }
        let path: Vec<&str> = table.path(place).collect();
        builder.row(&path, &counts).expect("read checks the places");
    }
    builder.build()
}

/// Residents by stairwell and, after a plan, its households with them.
fn of_plan(input: &Input, rows: &[PlanRow]) -> Counts {
    let stock = &input.intake.stock;
    let levels = ["estate", "building", "stairwell"];
    let mut builder = Builder::new(levels, input.roll.groups.clone()).expect("groups of a roll are distinct");
    let mut homes = vec![vec![0u32; input.roll.groups.len()]; stock.stairwells.len()];
    for residents in &input.roll.residents {
        homes[residents.stairwell.index()][residents.group.index()] += residents.households;
    }
    for (stairwell, group) in placed(input, rows) {
        homes[stairwell][group] += 1;
    }
    for (stairwell, counts) in stock.stairwells.iter().zip(&homes) {
        let building = &stock.buildings[stairwell.building.index()].name;
        let path = [stock.estate_name(stairwell.estate), building, &stairwell.name];
        builder.row(&path, counts).expect("a stock names each stairwell once");
    }
    builder.build()
}

/// Stairwell and declared group of each placed household.
fn placed(input: &Input, rows: &[PlanRow]) -> Vec<(usize, usize)> {
    let homes: BTreeMap<&str, usize> =
        input.intake.stock.dwellings.iter().map(|home| (home.key.as_str(), home.stairwell.index())).collect();
    let groups: BTreeMap<&str, Option<usize>> = input
        .intake
        .households
        .iter()
        .zip(&input.roll.of_household)
        .map(|(who, group)| (who.key.as_str(), group.map(|group| group.index())))
        .collect();
    let place = |row: &PlanRow| {
        let group = groups.get(row.household.as_str()).copied().flatten()?;
        Some((*homes.get(row.dwelling.as_str())?, group))
    };
    rows.iter().filter_map(place).collect()
}

fn table(desk: &Desk, counts: &Counts, shown: &[Option<&Measures>]) -> (Vec<String>, Vec<Vec<String>>) {
    let header = [
        "check-level",
        "check-places",
        "check-mix",
        "check-lots",
        "check-p",
        "check-d",
        "check-d-lots",
        "check-d-best",
        "check-h",
        "check-h-lots",
    ];
    let header = header.map(|key| desk.words.plain(key));
    let rows = shown.iter().enumerate().map(|(level, m)| level_line(counts, level, *m, &desk.words));
    (header.to_vec(), rows.collect())
}

fn as_json(desk: &Desk, asked: &Check, counts: &Counts, shown: &[Option<&Measures>], audience: Audience) -> String {
    let finest = shown.last().copied().flatten();
    let mut value = json!({
        "schema_version": 1,
        "audience": if audience == Audience::Internal { "internal" } else { "public" },
        "unit": counts.finest().name(),
        "levels": counts.levels().iter().map(|level| level.name()).collect::<Vec<_>>(),
        "counted": "households",
        "shuffles": asked.shuffles,
        "seed": asked.seed,
        "values": finest.map_or(Value::Null, |finest| measures_json(counts, finest, audience)),
    });
    if audience == Audience::Internal {
        value["notice"] = json!(desk.words.plain("check-internal"));
    }
    serde_json::to_string_pretty(&value).expect("a JSON value always serializes")
}
