//! Tables of `check`: a line for each level, every index beside what lots give.

use super::super::words::Words;
use super::undefined::key;
use super::{Audience, Checked, level_word};
use crate::measure::expected::Expected;
use crate::measure::statistic::Statistic;
use crate::measure::suppress::THRESHOLD;
use crate::measure::{Measures, Undefined, Value};

/// Stands where there is no value; the reason stands below the table.
const NOTHING: &str = "–";

/// The header and a line for each level: neighbour mix, D and H with their chance values.
pub fn level_table(checked: &Checked, words: &Words) -> (Vec<String>, Vec<Vec<String>>) {
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
    let header = header.map(|key| words.plain(key)).to_vec();
    let rows = checked.levels.iter().enumerate().map(|(level, m)| level_line(checked, level, m.as_ref(), words));
    (header, rows.collect())
}

fn level_line(checked: &Checked, level: usize, measures: Option<&Measures>, words: &Words) -> Vec<String> {
    let level = &checked.counts.levels()[level];
    let named = level_word(level.name(), words);
    let Some(m) = measures else {
        let mut line = vec![named, level.len().to_string()];
        line.extend(vec![words.plain("check-hidden"); 8]);
        return line;
    };
    let chance = |of: fn(&Expected) -> f64| show(m.expected_random.as_ref().map(of).map_err(|&why| why));
    let band = m.bands.iter().find(|(statistic, _)| *statistic == Statistic::NeighbourMix);
    let (lots, p) = match band {
        Some((_, Ok(b))) => (format!("{:.3}–{:.3}", b.low, b.high), chance_text(b.p_lower)),
        _ => (NOTHING.to_owned(), NOTHING.to_owned()),
    };
    vec![
        named,
        m.composition.inhabited.to_string(),
        show(m.multigroup.neighbour_mix),
        lots,
        p,
        show(m.multigroup.dissimilarity),
        chance(|e| e.dissimilarity),
        show(m.best_dissimilarity),
        show(m.multigroup.theil_h),
        chance(|e| e.theil_h),
    ]
}

fn show(value: Value) -> String {
    value.map_or(NOTHING.to_owned(), |value| format!("{value:.3}"))
}

/// A chance with three decimals, but never 0.
pub(super) fn chance_text(p: f64) -> String {
    if p < 0.0005 { "<0.001".to_owned() } else { format!("{p:.3}") }
}

/// Why some values of the table are not there, a line for each reason with the levels that it holds for.
pub(super) fn reasons(checked: &Checked, words: &Words) -> Vec<String> {
    let mut lines: Vec<(Undefined, Vec<String>)> = Vec::new();
    for (level, m) in checked.levels.iter().enumerate() {
        let Some(m) = m else { continue };
        for why in missing_of(m) {
            let named = level_word(checked.counts.levels()[level].name(), words);
            match lines.iter_mut().find(|(known, _)| *known == why) {
                Some((_, levels)) => levels.push(named),
                None => lines.push((why, vec![named])),
            }
        }
    }
    let comma = words.plain("check-comma");
    lines.into_iter().map(|(why, at)| format!("{NOTHING} {}: {}", at.join(&comma), words.plain(key(why)))).collect()
}

/// The reasons of a level, each once.
fn missing_of(m: &Measures) -> Vec<Undefined> {
    let lots = m.bands.iter().find(|(statistic, _)| *statistic == Statistic::NeighbourMix);
    let not_drawn = lots.is_none().then_some(Undefined::NotDrawn);
    let whys = [
        m.multigroup.neighbour_mix.err(),
        m.multigroup.theil_h.err(),
        m.expected_random.as_ref().err().copied(),
        lots.and_then(|(_, band)| band.as_ref().err().copied()).or(not_drawn),
    ];
    let mut whys: Vec<Undefined> = whys.into_iter().flatten().collect();
    whys.sort_unstable();
    whys.dedup();
    // That no lots were drawn is no news where there is nothing to draw.
    if whys.len() > 1 {
        whys.retain(|&why| why != Undefined::NotDrawn);
    }
    whys
}

/// The header and a line for each level against a target; nothing if there is none.
pub fn target_table(checked: &Checked, words: &Words) -> Option<(Vec<String>, Vec<Vec<String>>)> {
    checked.target.as_ref()?;
    let off = if checked.persons { "check-off-persons" } else { "check-off" };
    let header =
        ["check-level", "check-places", "check-td", "check-d-lots", off, "check-on", "check-outside", "check-over"];
    let few = words.plain("check-hidden");
    let count = |homes: u64| {
        let small = checked.audience == Audience::Public && (1..u64::from(THRESHOLD)).contains(&homes);
        if small { few.clone() } else { homes.to_string() }
    };
    let line = |(number, measures): (usize, &Option<Measures>)| {
        let level = &checked.counts.levels()[number];
        let mut line = vec![level_word(level.name(), words)];
        let against = measures.as_ref().and_then(|m| Some((m, m.against_target.as_ref()?.as_ref().ok()?)));
        let Some((m, a)) = against else {
            let nothing = if measures.is_some() { NOTHING } else { &few };
            line.push(level.len().to_string());
            line.extend(vec![nothing.to_owned(); 6]);
            return line;
        };
        let outside = |outside: u64| format!("{outside} (±{})", checked.tolerances[number].unwrap_or_default());
        line.extend([
            m.composition.inhabited.to_string(),
            show(Ok(a.target_distance)),
            show(a.expected_target_distance),
            count(a.homes_off_target),
            a.places_on_target.to_string(),
            a.places_outside_tolerance.map_or(NOTHING.to_owned(), outside),
            if checked.hidden_cap { few.clone() } else { count(a.homes_over_cap) },
        ]);
        line
    };
    let rows = checked.levels.iter().enumerate().map(line).collect();
    Some((header.map(|key| words.plain(key)).to_vec(), rows))
}
