//! `check`: how mixed is it, and how much of that is chance?

mod against;
mod population;

use super::args::{Check, Counted, Format};
use super::desk::{Desk, WIDTH};
use super::{Done, folder};
use crate::measure::{Counts, Measures, Options, Shuffles, Statistic, measure, measure_persons};
use crate::model::PublishedTarget;
use crate::report::{
    Audience, CHECK_COLUMNS, Checked, MOST_PLACES, args, by_level_json, check_csv, check_picture, check_sentences,
    csv_text, difference_json, difference_table, level_table, level_word, may_show, svg, target_table, text_table,
    values_json,
};
use against::{Shown, load_target, shown};
use population::{check_svg, load};
use serde_json::{Value, json};

pub fn run(desk: &Desk, asked: &Check) -> Done {
    check_svg(desk, asked)?;
    let progress = desk.progress();
    progress.step(desk.words.plain("doing-read"));
    let populations = load(desk, asked).inspect_err(|_| progress.done())?;
    progress.done();
    let target = load_target(desk, asked, &populations)?;
    let audience = if asked.internal { Audience::Internal } else { Audience::Public };
    let shown = shown(populations, target.as_ref(), audience, asked.after.is_some());
    let persons: Vec<Option<Counts>> = shown.populations.iter().map(|one| one.persons()).collect();
    let checked: Vec<Checked> = (0..shown.populations.len())
        .map(|number| check(desk, asked, &shown, number, persons[number].as_ref(), target.as_ref(), audience))
        .collect();
    let names: Vec<&str> = shown.populations.iter().map(|one| one.name.as_str()).collect();
    if let Some(path) = &asked.svg {
        let mut named = names.iter().copied().zip(&checked).rev();
        let last = named.next().expect("there is a population");
        let page = check_picture(last, named.next(), &desk.words);
        folder::write_file(desk, path, &svg(&page), asked.force)?;
    }
    match desk.format {
        Format::Json => desk.print(&as_json(desk, asked, &checked, &names)),
        Format::Csv => {
            let named: Vec<(&str, &Checked)> = names.iter().copied().zip(&checked).collect();
            let rows = check_csv(&named);
            desk.print(&csv_text(&CHECK_COLUMNS, rows.iter().map(|row| row.iter().map(String::as_str))));
        }
        Format::Table => tables(desk, asked, &checked, &names),
    }
    Ok(())
}

/// Measures all levels of a population.
fn check<'a>(
    desk: &Desk,
    asked: &Check,
    shown: &'a Shown,
    number: usize,
    persons: Option<&'a Counts>,
    target: Option<&PublishedTarget>,
    audience: Audience,
) -> Checked<'a> {
    let population = &shown.populations[number];
    let counts = &population.homes;
    let finest = counts.levels().len() - 1;
    let tolerances: Vec<Option<f64>> =
        counts.levels().iter().map(|level| target.and_then(|target| target.tolerance(level.name()))).collect();
    let estate = desk.words.plain("level-estate");
    let of_estates = counts.levels().iter().position(|level| level_word(level.name(), &desk.words) == estate);
    let progress = desk.progress();
    let mut levels: Vec<Option<Measures>> = Vec::new();
    for (level, &tolerance) in tolerances.iter().enumerate() {
        let everything = asked.internal && level == finest;
        let what = args([("level", level_word(counts.levels()[level].name(), &desk.words).into())]);
        let shuffles = (asked.shuffles > 0).then(|| Shuffles {
            replicates: asked.shuffles as usize,
            statistics: Statistic::with_pairs(if level == finest { counts.groups().len() } else { 0 }),
            counter: progress.counted(desk.words.say("doing-lots", &what), u64::from(asked.shuffles)),
            ..Shuffles::usual(asked.seed)
        });
        let options = Options {
            level: Some(level),
            target: shown.target_of(number, tolerance),
            local: everything && counts.finest().len() <= MOST_PLACES,
            pairs: everything,
            split: Some(of_estates.unwrap_or(0)),
            shuffles,
        };
        let measures = match &population.households {
            Some(households) => measure_persons(counts, households, &options),
            None => measure(counts, &options),
        };
        levels.push(may_show(counts, &measures, audience).then_some(measures));
    }
    progress.done();
    Checked {
        counts: persons.unwrap_or(counts),
        levels,
        audience,
        persons: persons.is_some(),
        target: shown.target_of(number, None),
        tolerances,
        hidden_cap: shown.hidden_cap,
    }
}

fn tables(desk: &Desk, asked: &Check, checked: &[Checked], names: &[&str]) {
    if asked.internal {
        desk.print(&desk.words.plain("check-internal"));
    }
    let show = |(header, rows): (Vec<String>, Vec<Vec<String>>)| desk.print(&text_table(&header, &rows, WIDTH));
    for (one, name) in checked.iter().zip(names) {
        if checked.len() > 1 {
            desk.print(&format!("\n{name}"));
        }
        show(level_table(one, &desk.words));
        if let Some(table) = target_table(one, &desk.words) {
            show(table);
        }
        for line in check_sentences(one, &desk.words) {
            desk.print(&super::desk::wrapped(&line, WIDTH.into()));
        }
    }
    let (last, before) = checked.split_last().expect("there is a population");
    for (first, name) in before.iter().zip(names) {
        let what = args([("first", (*name).into()), ("second", names[names.len() - 1].into())]);
        desk.print(&format!("\n{}", desk.words.say("check-difference-title", &what)));
        let table = difference_table(first, last, [name, names[names.len() - 1]], &desk.words);
        if table.1.is_empty() {
            desk.print(&desk.words.plain("check-difference-none"));
        } else {
            show(table);
        }
    }
    let mut legend = vec!["check-legend"];
    legend.extend(last.target.is_some().then_some("check-legend-target"));
    legend.extend((!before.is_empty()).then_some("check-legend-difference"));
    legend.push(if last.persons { "check-counted-persons" } else { "check-counted-households" });
    desk.print("");
    for key in legend {
        desk.print(&super::desk::wrapped(&desk.words.plain(key), WIDTH.into()));
    }
}

fn as_json(desk: &Desk, asked: &Check, checked: &[Checked], names: &[&str]) -> String {
    let (last, before) = checked.split_last().expect("there is a population");
    let of = |one: &Checked| {
        let (values, undefined) = values_json(one, &desk.words);
        let levels = by_level_json(one, &desk.words);
        json!({ "values": values, "undefined": undefined, "by_level": levels })
    };
    let mut value = json!({
        "schema_version": 1,
        "audience": if asked.internal { "internal" } else { "public" },
        "unit": last.counts.finest().name(),
        "levels": last.counts.levels().iter().map(|level| level.name()).collect::<Vec<_>>(),
        "groups": last.counts.written_order().iter().map(|&group| &last.counts.groups()[group]).collect::<Vec<_>>(),
        "counted": if asked.count == Counted::Persons { "persons" } else { "households" },
        "shuffles": asked.shuffles,
        "seed": asked.seed,
    });
    let Value::Object(map) = &mut value else { unreachable!("an object was just made") };
    if let Value::Object(own) = of(last) {
        map.extend(own);
    }
    if asked.internal {
        map.insert("notice".to_owned(), json!(desk.words.plain("check-internal")));
    }
    if !before.is_empty() {
        let key = |at: usize| if at == 0 { "before" } else { "drawn" };
        for (at, one) in before.iter().enumerate() {
            let mut one = of(one);
            one["name"] = json!(names[at]);
            map.insert(key(at).to_owned(), one);
        }
        let mut after = of(last);
        after["name"] = json!(names[names.len() - 1]);
        map.insert("after".to_owned(), after);
        let differences = before.iter().enumerate().map(|(at, first)| {
            json!({ "from": key(at), "to": "after", "levels": difference_json(first, last, &desk.words) })
        });
        map.insert("difference".to_owned(), differences.collect());
    }
    serde_json::to_string_pretty(&value).expect("a JSON value always serializes")
}

impl population::Population {
    /// Counts in persons, where persons are counted.
    fn persons(&self) -> Option<Counts> {
        let cells = self.households.as_ref()?.iter().map(|one| (one.place, one.group, one.persons));
        Some(self.homes.recount(cells).expect("read checks the numbers"))
    }
}
