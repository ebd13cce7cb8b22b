//! Equal treatment: what each group got, beside all others, and what labels by lot would give.

use super::super::words::thousands;
use super::super::words::{Words, args};
use super::Told;
use super::engine::apart;
use crate::measure::treatment::{Figure, Line, Outcome};
use crate::model::{PlanRow, Sheets};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub(super) struct Equal {
    blocks: Vec<Block>,
    replicates: usize,
    groups: usize,
    areas_known: u64,
    placed: u64,
    /// Households whose choice of estate, and whose home type, is another in the plan than after the draw.
    other_choice: u64,
    other_type: u64,
    few: u32,
}

/// One outcome with a row for each group.
#[derive(Serialize)]
struct Block {
    name: String,
    word: &'static str,
    first: String,
    last: String,
    verdict: String,
    rows: Vec<Row>,
    /// Groups of which nothing may be shown here, as one text; empty where there is none.
    hidden: String,
}

#[derive(Serialize)]
struct Row {
    group: String,
    households: String,
    figure: Shown,
}

#[derive(Serialize)]
struct Shown {
    first: String,
    last: String,
    changed: bool,
    others: String,
    gap: String,
    band: String,
    by_lot: bool,
    /// Of the strip: band from, band width, zero, gap; in percent.
    strip: [String; 4],
}

pub(super) fn equal(told: &Told, words: &Words) -> Equal {
    let treatment = told.treatment;
    let block = |(at, outcome): (usize, Outcome)| {
        let figures = || treatment.lines.iter().filter_map(move |line| line.figures[at]);
        let reach = |figure: Figure| figure.gap().abs().max(figure.band.0.abs()).max(figure.band.1.abs());
        let reach = figures().map(reach).fold(0.0, f64::max) * 1.15;
        let name = |line: &Line| line.group.clone().unwrap_or_else(|| words.plain("page-not-stated"));
        let row = |line: &Line| {
            let households = line.households.map_or("–".to_owned(), thousands);
            Some(Row { group: name(line), households, figure: shown(outcome, line.figures[at]?, reach) })
        };
        let rows: Vec<Row> = treatment.lines.iter().filter_map(row).collect();
        // Where everybody got the same, one line says so.
        let level = rows.len() == treatment.lines.len() && figures().all(|figure| figure.gap() == 0.0);
        let all_or_none = outcome.is_share() && matches!(treatment.together[at], Some((0.0, 0.0) | (1.0, 1.0)));
        let same = level || all_or_none;
        let few = treatment.lines.iter().filter(|line| line.figures[at].is_none());
        let hidden: Vec<String> = few.map(|line| apart(&name(line))).collect();
        let together = treatment.together[at];
        let show = |value: Option<f64>| value.map_or("–".to_owned(), |value| value_of(outcome, value));
        Block {
            name: words.plain(&format!("outcome-{}", outcome.word())),
            word: outcome.word(),
            first: show(together.map(|both| both.0)),
            last: show(together.map(|both| both.1)),
            verdict: match same {
                true => words.plain("page-equal-same"),
                false => verdict(words, together.and(treatment.p[at])),
            },
            rows: if same { Vec::new() } else { rows },
            hidden: if same { String::new() } else { hidden.join(&words.plain("list-comma")) },
        }
    };
    Equal {
        blocks: Outcome::ALL.into_iter().enumerate().map(block).collect(),
        replicates: treatment.replicates,
        groups: treatment.lines.iter().filter(|line| line.group.is_some()).count(),
        areas_known: told.areas_known,
        other_choice: differing(told, |row| &row.choice_rank),
        other_type: differing(told, |row| &row.home_type),
        placed: told.certificate.counts.placed,
        few: crate::measure::THRESHOLD,
    }
}

/// Households with another value in the plan than after the draw.
fn differing(told: &Told, of: fn(&PlanRow) -> &String) -> u64 {
    let Sheets { first, plan } = told.plan.sheets();
    let first: BTreeMap<&str, &String> = first.iter().map(|row| (row.household.as_str(), of(row))).collect();
    plan.iter().filter(|row| first.get(row.household.as_str()) != Some(&of(row))).count() as u64
}

/// How often labels by lot differ as much.
fn verdict(words: &Words, p: Option<f64>) -> String {
    let Some(p) = p else { return words.plain("page-equal-nothing") };
    let of_hundred = (100.0 * p).round().clamp(1.0, 100.0) as u64;
    let key = if p <= 0.05 { "page-equal-rare" } else { "page-equal-common" };
    words.say(key, &args([("times", of_hundred.into())]))
}

fn value_of(outcome: Outcome, value: f64) -> String {
    match outcome {
        outcome if outcome.is_share() => format!("{:.1}", 100.0 * value),
        Outcome::Space => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

fn signed(outcome: Outcome, value: f64) -> String {
    let text = value_of(outcome, value.abs());
    let zero = text.trim_matches(['0', '.']).is_empty();
    if zero {
        text
    } else if value < 0.0 {
        format!("−{text}")
    } else {
        format!("+{text}")
    }
}

fn shown(outcome: Outcome, figure: Figure, reach: f64) -> Shown {
    let at = |value: f64| if reach > 0.0 { 50.0 + 50.0 * value / reach } else { 50.0 };
    let (low, high) = (at(figure.band.0), at(figure.band.1));
    let (first, last) = (value_of(outcome, figure.first), value_of(outcome, figure.last));
    Shown {
        changed: first != last,
        first,
        last,
        others: value_of(outcome, figure.others),
        gap: signed(outcome, figure.gap()),
        band: format!("{} … {}", signed(outcome, figure.band.0), signed(outcome, figure.band.1)),
        by_lot: figure.by_lot(),
        strip: [low, (high - low).max(1.0), 50.0, at(figure.gap())].map(|value| format!("{value:.1}")),
    }
}
