//! What the figures mean, in sentences that a resident understands.

use super::super::words::{Words, args};
use super::undefined::key;
use super::{Audience, Checked, level_word, tables};
use crate::measure::statistic::Statistic;
use crate::measure::{Counts, Measures};

/// A chance this small, on one side of a band of 95 %, is called more than chance.
const RARE: f64 = 0.025;

/// The sentence of the headline: how often a neighbour is of another group.
pub fn headline(counts: &Counts, measures: &Measures, words: &Words) -> String {
    let level = level_word(counts.levels()[measures.level].name(), words);
    match measures.multigroup.neighbour_mix {
        Ok(mix) => {
            let what = args([("level", level.into()), ("times", format!("{mix:.2}").into())]);
            words.say("check-headline", &what)
        }
        Err(why) => words.say("check-no-headline", &args([("why", words.plain(key(why)).into())])),
    }
}

/// Whether the headline is more than chance.
fn verdict(measures: &Measures, words: &Words) -> Option<String> {
    let (_, band) = measures.bands.iter().find(|(statistic, _)| *statistic == Statistic::NeighbourMix)?;
    let band = band.as_ref().ok()?;
    let key = match (band.p_lower <= RARE, band.p_upper <= RARE) {
        (true, false) => "check-less-than-lots",
        (false, true) => "check-more-than-lots",
        _ => "check-as-lots",
    };
    let limit = |value: f64| format!("{value:.2}").into();
    Some(words.say(key, &args([("low", limit(band.low)), ("high", limit(band.high))])))
}

/// How much of H lies between the places of a level and how much inside them.
fn split(checked: &Checked, measures: &Measures, words: &Words) -> Option<String> {
    let split = measures.split.filter(|split| checked.levels[split.level].is_some())?;
    let (between, inside) = (split.between.ok()?, split.inside.ok()?);
    let share = if between + inside > 0.0 { 100.0 * between / (between + inside) } else { return None };
    let chance = |value: crate::measure::Value| value.map_or(words.plain("check-not-drawn"), |v| format!("{v:.3}"));
    let name = checked.counts.levels()[split.level].name();
    let finer: Vec<String> =
        checked.counts.levels()[split.level + 1..].iter().map(|l| level_word(l.name(), words)).collect();
    let what = args([
        ("level", level_word(name, words).into()),
        ("finer", finer.join(&words.plain("check-and")).into()),
        ("share", format!("{share:.0}").into()),
        ("between", format!("{between:.3}").into()),
        ("chance_between", chance(split.expected_between).into()),
        ("inside", format!("{inside:.3}").into()),
        ("chance_inside", chance(split.expected_inside).into()),
    ]);
    // People choose estates; buildings and stairwells they are given. Of other levels that is not known.
    let estates = level_word(name, words) == words.plain("level-estate");
    Some(words.say(if estates { "check-split-estates" } else { "check-split" }, &what))
}

/// The sentences below the tables, the headline first.
pub fn check_sentences(checked: &Checked, words: &Words) -> Vec<String> {
    let mut lines = tables::reasons(checked, words);
    let Some(finest) = checked.finest() else {
        lines.push(words.plain("check-nothing-shown"));
        return lines;
    };
    let first = headline(checked.counts, finest, words);
    let gap = words.plain("check-sentence-gap");
    lines.push(verdict(finest, words).map_or(first.clone(), |verdict| format!("{first}{gap}{verdict}")));
    lines.extend(split(checked, finest, words));
    if let (Some(Ok(against)), Audience::Internal) = (&finest.against_target, checked.audience) {
        let total = finest.composition.total;
        let what = args([("off", against.homes_off_target.into()), ("total", total.into())]);
        lines.push(words.say(if checked.persons { "check-off-sentence-persons" } else { "check-off-sentence" }, &what));
    }
    lines
}
