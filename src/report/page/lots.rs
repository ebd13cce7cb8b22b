//! Before and after, level by level, beside what lots give.

use super::super::words::{Words, args};
use super::Told;
use crate::measure::lots::BesideLots;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Lots {
    rows: Vec<Row>,
    ticks: Vec<(String, String)>,
    replicates: usize,
}

impl Lots {
    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }
}

/// One level; positions are percent of the width.
#[derive(Serialize)]
struct Row {
    name: String,
    text: String,
    band: [String; 2],
    first: Mark,
    last: Mark,
}

#[derive(Serialize)]
struct Mark {
    at: String,
    value: String,
    /// Where the letters of its label hang from: `start`, `middle` or `end`.
    anchor: &'static str,
}

/// Right and left of the picture some room is kept for labels.
const LEFT: f64 = 2.0;
const WIDTH: f64 = 94.0;

pub(super) fn lots(told: &Told, words: &Words) -> Lots {
    let near = told.nearness;
    let [stairwells, buildings, estates] = near.levels;
    let all = [
        ("summary-company", near.company, 0),
        ("page-lots-stairwells", stairwells, 1),
        ("page-lots-buildings", buildings, 1),
        ("page-lots-estates", estates, 1),
    ];
    let most =
        all.iter().map(|(_, figures, _)| figures.first.max(figures.last).max(figures.band.1)).fold(1.0, f64::max);
    let ticks = ticks(most);
    let end = ticks.last().copied().unwrap_or(most).max(most);
    let at = |value: f64| LEFT + WIDTH * value / end;
    let rows = all.iter().map(|&(key, figures, digits)| row(words, words.plain(key), figures, digits, &at)).collect();
    let ticks = ticks.iter().map(|&tick| (format!("{:.2}", at(tick)), shown(tick, usize::from(end < 3.0)))).collect();
    Lots { rows, ticks, replicates: near.replicates }
}

fn row(words: &Words, name: String, figures: BesideLots, digits: usize, at: &dyn Fn(f64) -> f64) -> Row {
    let mark = |value: f64| {
        let place = at(value);
        let anchor = if place < 12.0 {
            "start"
        } else if place > 88.0 {
            "end"
        } else {
            "middle"
        };
        Mark { at: format!("{place:.2}"), value: shown(value, digits), anchor }
    };
    let (low, high) = figures.band;
    let what = args([
        ("first", shown(figures.first, digits).into()),
        ("last", shown(figures.last, digits).into()),
        ("low", shown(low, digits).into()),
        ("high", shown(high, digits).into()),
    ]);
    let text = words.say("page-lots-row", &what);
    let width = (at(high) - at(low)).max(0.4);
    Row {
        name,
        text,
        band: [format!("{:.2}", at(low)), format!("{width:.2}")],
        first: mark(figures.first),
        last: mark(figures.last),
    }
}

fn shown(value: f64, digits: usize) -> String {
    // No minus in front of nothing.
    format!("{:.digits$}", value + 0.0)
}

/// Round numbers from 0 to beyond `most`, four to seven of them: steps of 1, 2 or 5 times a power of ten (Heckbert,
/// Nice numbers for graph labels, Graphics Gems 1990).
fn ticks(most: f64) -> Vec<f64> {
    let raw = most / 5.0;
    let power = 10f64.powf(raw.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * power).find(|&step| step >= raw).unwrap_or(raw);
    (0..=(most / step).ceil() as u32).map(|n| f64::from(n) * step).collect()
}
