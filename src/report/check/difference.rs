//! Two populations beside each other: the difference of each index, and what lots would make of it.

use super::super::words::Words;
use super::json::{band_json, statistic_key};
use super::tables::chance_text;
use super::undefined::{missing, settle};
use super::{Checked, level_word};
use crate::measure::statistic::Statistic;
use crate::measure::{Band, Measures, Undefined, Value, differences};
use serde_json::{Value as Json, json};

/// Indices that are compared.
const COMPARED: [Statistic; 3] = [Statistic::NeighbourMix, Statistic::Dissimilarity, Statistic::TheilH];

/// One index at one level.
pub(super) struct Line<'a> {
    pub level: &'a str,
    pub statistic: Statistic,
    pub first: Value,
    pub second: Value,
    pub band: Result<Band, Undefined>,
}

/// The levels that both show, index by index. Levels of the same name are compared.
pub(super) fn lines<'a>(first: &'a Checked, second: &'a Checked) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for (number, level) in second.counts.levels().iter().enumerate() {
        let same = first.counts.levels().iter().position(|other| other.name() == level.name());
        let pair = same.and_then(|same| Some((first.levels[same].as_ref()?, second.levels[number].as_ref()?)));
        let Some((a, b)) = pair else { continue };
        let bands = differences(&a.bands, &b.bands);
        for statistic in COMPARED {
            let band = bands.iter().find(|(known, _)| *known == statistic);
            let band = band.map_or(Err(Undefined::NotDrawn), |(_, band)| band.clone());
            let (first, second) = (observed(a, statistic), observed(b, statistic));
            lines.push(Line { level: level.name(), statistic, first, second, band });
        }
    }
    lines
}

fn observed(measures: &Measures, statistic: Statistic) -> Value {
    match statistic {
        Statistic::NeighbourMix => measures.multigroup.neighbour_mix,
        Statistic::Dissimilarity => measures.multigroup.dissimilarity,
        _ => measures.multigroup.theil_h,
    }
}

fn less(first: Value, second: Value) -> Value {
    Ok(second? - first?)
}

/// The differences of all levels: second minus first.
pub fn difference_json(first: &Checked, second: &Checked, words: &Words) -> Json {
    let mut levels: Vec<Json> = Vec::new();
    for line in lines(first, second) {
        if levels.last().is_none_or(|last| last["level"] != line.level) {
            levels.push(json!({ "level": line.level }));
        }
        let lots = line.band.as_ref().map_or_else(|&why| missing(why), band_json);
        let difference = super::undefined::number(less(line.first, line.second));
        let place = levels.last_mut().expect("one was just pushed");
        place[statistic_key(line.statistic)] = json!({ "difference": difference, "lots": lots });
    }
    settle(Json::Array(levels), second.audience, words).0
}

/// The header and a line for each level and index. `names` are those of the two populations.
pub fn difference_table(
    first: &Checked,
    second: &Checked,
    names: [&str; 2],
    words: &Words,
) -> (Vec<String>, Vec<Vec<String>>) {
    let header = vec![
        words.plain("check-level"),
        words.plain("check-index"),
        names[0].to_owned(),
        names[1].to_owned(),
        words.plain("check-difference"),
        words.plain("check-lots"),
        words.plain("check-p-two"),
    ];
    let show = |value: Value| value.map_or("–".to_owned(), |value| format!("{value:.3}"));
    let line = |line: Line| {
        let index = words.plain(match line.statistic {
            Statistic::NeighbourMix => "check-mix",
            Statistic::Dissimilarity => "check-d",
            _ => "check-h",
        });
        let (lots, p) = match &line.band {
            Ok(b) => (
                format!("{} – {}", signed(b.low), signed(b.high)),
                chance_text((2.0 * b.p_lower.min(b.p_upper)).min(1.0)),
            ),
            Err(_) => ("–".to_owned(), "–".to_owned()),
        };
        let difference = less(line.first, line.second).map_or("–".to_owned(), signed);
        vec![level_word(line.level, words), index, show(line.first), show(line.second), difference, lots, p]
    };
    (header, lines(first, second).into_iter().map(line).collect())
}

/// A difference with its sign; what rounds to nothing has a plus.
fn signed(difference: f64) -> String {
    format!("{:+.3}", (difference * 1e3).round() / 1e3 + 0.0)
}
