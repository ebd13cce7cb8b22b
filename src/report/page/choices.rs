//! Which choice households got, and whether the turn had to do with it.

use super::super::words::thousands;
use super::super::words::{Words, args};
use super::Told;
use super::summary::percent;
use serde::Serialize;

/// Ranks that have a row and a shade of their own; later ones share the last.
const RANKS: usize = 4;
/// Turns are shown in so many parts of equal size.
const PARTS: usize = 10;

#[derive(Serialize)]
pub(super) struct Choices {
    bars: Vec<Bar>,
    parts: Vec<Part>,
    legend: Vec<Key>,
}

#[derive(Serialize)]
struct Bar {
    class: String,
    name: String,
    count: String,
    percent: String,
    width: String,
}

#[derive(Serialize)]
struct Key {
    class: String,
    name: String,
}

/// A tenth of the turns: its segments from below, heights in percent.
#[derive(Serialize)]
struct Part {
    x: String,
    name: String,
    text: String,
    first: String,
    segments: Vec<(String, String, String)>,
}

pub(super) fn choices(told: &Told, words: &Words) -> Choices {
    let turns = told.base.turns.iter().flatten().count();
    // The column of each turn: its rank, the last column for no home.
    let mut got = vec![RANKS; turns];
    for row in &told.plan.sheets().plan {
        if let (Ok(turn), Ok(rank)) = (row.turn.parse::<usize>(), row.choice_rank.parse::<usize>()) {
            got[turn - 1] = rank.clamp(1, RANKS) - 1;
        }
    }
    let used: Vec<usize> = (0..=RANKS).filter(|&column| got.contains(&column)).collect();
    let bar = |&column: &usize| {
        let count = got.iter().filter(|&&at| at == column).count() as u64;
        let width = format!("{:.2}", 100.0 * count as f64 / turns.max(1) as f64);
        let percent = percent(count, turns as u64);
        Bar { class: class(column), name: name(words, column), count: thousands(count), percent, width }
    };
    Choices {
        bars: used.iter().map(bar).collect(),
        parts: if turns >= PARTS { (0..PARTS).map(|part| tenth(words, &got, part)).collect() } else { Vec::new() },
        legend: used.iter().map(|&column| Key { class: class(column), name: name(words, column) }).collect(),
    }
}

fn class(column: usize) -> String {
    format!("r{column}")
}

fn name(words: &Words, column: usize) -> String {
    match column {
        RANKS => words.plain("page-rank-none"),
        column if column + 1 == RANKS => words.say("page-rank-later", &args([("rank", RANKS.into())])),
        column => words.say("page-rank", &args([("rank", (column + 1).into())])),
    }
}

fn tenth(words: &Words, got: &[usize], part: usize) -> Part {
    let (from, to) = (got.len() * part / PARTS, got.len() * (part + 1) / PARTS);
    let here = &got[from..to];
    let share = |column: usize| 100.0 * here.iter().filter(|&&at| at == column).count() as f64 / here.len() as f64;
    let mut top = 100.0;
    let mut segments = Vec::new();
    for column in (0..=RANKS).filter(|&column| share(column) > 0.0) {
        top -= share(column);
        segments.push((class(column), format!("{:.2}", top.max(0.0)), format!("{:.2}", share(column))));
    }
    let first = format!("{:.0}", share(0));
    let turns = args([
        ("from", thousands(from as u64 + 1).into()),
        ("to", thousands(to as u64).into()),
        ("first", first.as_str().into()),
        ("none", format!("{:.0}", share(RANKS)).into()),
    ]);
    let text = words.say("page-tenth", &turns);
    Part { x: format!("{}", part * 100 / PARTS), name: format!("{}", part + 1), text, first, segments }
}
