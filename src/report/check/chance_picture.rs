//! The picture of `check`: each level beside its chance band, and places by distance to target.

use super::super::picture::{Beside, Distances, Page, Panel};
use super::super::words::{Words, args};
use super::{Audience, Checked, level_word};
use crate::measure::statistic::Statistic;
use crate::measure::{Band, Measures};

/// Fewest places that a bar for the public stands for.
const FEWEST: u64 = 10;

/// The page for a population with its name; for two, the first one's values stand beside the second's as open dots.
pub fn check_picture(named: (&str, &Checked), before: Option<(&str, &Checked)>, words: &Words) -> Page {
    let (name, checked) = named;
    let panel = |statistic, title: &str, note: &str| {
        let rows: Vec<Beside> = (0..checked.levels.len())
            .filter_map(|level| beside(checked, before.map(|before| before.1), level, statistic, words))
            .collect();
        (!rows.is_empty()).then(|| Panel { title: words.plain(title), note: words.plain(note), rows })
    };
    let panels = [
        panel(Statistic::NeighbourMix, "picture-mix", "picture-mix-note"),
        panel(Statistic::Dissimilarity, "picture-d", "picture-even-note"),
        panel(Statistic::TheilH, "picture-h", "picture-even-note"),
    ];
    let panels: Vec<Panel> = panels.into_iter().flatten().collect();
    let mut notes = Vec::new();
    if checked.audience == Audience::Internal {
        notes.push(words.plain("check-internal"));
    }
    notes.push(words.plain(if checked.persons { "picture-persons" } else { "picture-households" }));
    notes.push(words.plain(if panels.is_empty() { "picture-no-lots" } else { "picture-key" }));
    if let Some((first, _)) = before {
        notes.push(words.say("picture-before", &args([("first", first.into()), ("second", name.into())])));
    }
    let distances = checked.finest().and_then(|finest| distances(checked, finest, words));
    Page { title: words.plain("picture-title"), notes, panels, distances }
}

fn band(measures: &Measures, statistic: Statistic) -> Option<&Band> {
    measures.bands.iter().find(|(known, _)| *known == statistic)?.1.as_ref().ok()
}

fn beside(
    checked: &Checked,
    before: Option<&Checked>,
    level: usize,
    statistic: Statistic,
    words: &Words,
) -> Option<Beside> {
    let band = band(checked.levels[level].as_ref()?, statistic)?;
    let name = checked.counts.levels()[level].name();
    let old = before.and_then(|before| {
        let same = before.counts.levels().iter().position(|other| other.name() == name)?;
        Some(self::band(before.levels[same].as_ref()?, statistic)?.observed)
    });
    let observed = old.into_iter().chain([band.observed]).collect();
    Some(Beside { name: level_word(name, words), observed, low: band.low, high: band.high, mean: band.mean })
}

/// Places by homes off target, where a target was given, else off the shares of all places together.
fn distances(checked: &Checked, finest: &Measures, words: &Words) -> Option<Distances> {
    let fewest = if checked.audience == Audience::Public { FEWEST } else { 0 };
    let level = &checked.counts.levels()[finest.level];
    let (off, key): (&[u32], &str) = match &finest.against_target {
        Some(against) => (&against.as_ref().ok()?.off_by_place, "picture-off-target"),
        None => (&finest.local_summary.off_by_place, "picture-off-shares"),
    };
    let inhabited = (0..level.len()).filter(|&place| level.total(place) > 0).map(|place| off[place]);
    let bars = Distances::bars(inhabited, fewest);
    if bars.iter().any(|bar| bar.places < fewest) {
        return None;
    }
    let what = args([("level", level_word(level.name(), words).into())]);
    let axis = if checked.persons { "picture-off-axis-persons" } else { "picture-off-axis" };
    Some(Distances { title: words.say(key, &what), axis: words.plain(axis), bars })
}
