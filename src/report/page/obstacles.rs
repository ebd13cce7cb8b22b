//! What stands in the way of a nearer mix, estate by estate.

use super::super::estates::in_the_way;
use super::super::words::{Words, args};
use super::Told;
use super::engine::apart;
use crate::measure::people::InTheWay;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Obstacle {
    estate: String,
    lines: Vec<String>,
}

pub(super) fn obstacles(told: &Told, words: &Words) -> Vec<Obstacle> {
    let stock = &told.intake.stock;
    let placed = told.in_the_way.iter().enumerate().filter(|(_, here)| here.placed > 0);
    let obstacle = |(estate, here): (usize, &InTheWay)| {
        let mut all = proven(told, estate, words);
        all.extend(lines(here, &stock.estates[estate].name, words));
        Obstacle { estate: stock.estates[estate].name.clone(), lines: all }
    };
    placed.map(obstacle).collect()
}

/// How much of what any plan could close is closed here, and what each rule costs; nothing without a proven bound.
fn proven(told: &Told, estate: usize, words: &Words) -> Vec<String> {
    let (Some(figures), Some(obstacles)) = (told.certificate.estates.get(estate), told.obstacles.get(estate)) else {
        return Vec::new();
    };
    let what = [
        ("percent", format!("{:.1}", 100.0 * figures.closed).into()),
        ("first", format!("{:.1}", figures.first).into()),
        ("last", format!("{:.1}", figures.last).into()),
        ("bound", format!("{:.1}", figures.bound).into()),
    ];
    let costs = in_the_way(obstacles, words).map(|list| words.say("page-way-costs", &args([("list", list.into())])));
    [words.say("page-way-closed", &args(what))].into_iter().chain(costs).collect()
}

fn lines(here: &InTheWay, estate: &str, words: &Words) -> Vec<String> {
    let known = [
        ("page-way-staying", here.staying),
        ("page-way-partner", here.without_partner),
        ("page-way-bonded", here.bonded),
        ("page-way-needing", here.needing),
    ];
    let line = |(key, count): (&str, Option<u64>)| {
        let what = args([("count", count?.into()), ("placed", here.placed.into()), ("estate", apart(estate).into())]);
        Some(words.say(key, &what))
    };
    let lines: Vec<String> = known.into_iter().filter_map(line).collect();
    if lines.is_empty() { vec![words.plain("page-way-few")] } else { lines }
}
