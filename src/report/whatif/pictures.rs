//! Three pictures of a sweep: choice against mix, spreads over seeds, what moves the mix most.

use super::super::picture::{INK, QUIET, shortened};
use super::super::words::Words;
use super::page::{BAND, DOT, GRID, Page, Scale, Side, WIDTH, page};
use super::tables::scenario_name;
use super::{Comparison, Told};
use crate::model::Mechanism;
use crate::whatif::{FIGURES, Spread, place};
use plotters::style::RGBColor;

/// One colour for each mechanism, told apart by most eyes (Okabe & Ito 2008).
fn colour(mechanism: Mechanism) -> RGBColor {
    match mechanism {
        Mechanism::Draw => RGBColor(110, 110, 110),
        Mechanism::ChoiceFirst => RGBColor(0, 114, 178),
        Mechanism::QuotaLottery => RGBColor(213, 94, 0),
        Mechanism::QuotaOptimum => RGBColor(0, 158, 115),
    }
}

fn figure(told: &Told, key: &str) -> Option<Spread> {
    told.compared.figures[place(key)]
}

/// A scenario on the frontier: its mechanism, mix and choice.
type Point = (Mechanism, Spread, Spread);

/// Choice against mix: every scenario a dot with its bands, every mechanism a curve through its dots.
pub fn frontier_svg(comparison: &Comparison, words: &Words) -> String {
    const HEIGHT: i32 = 560;
    let points: Vec<Point> = comparison
        .scenarios
        .iter()
        .filter_map(|told| {
            Some((told.mechanism, figure(told, "neighbour_mix")?, figure(told, "choice_per_household")?))
        })
        .collect();
    page(HEIGHT, |page| {
        page.text(&words.plain("whatif-frontier"), (24, 28), 19, INK, Side::Left);
        page.text(&words.plain("whatif-frontier-note"), (24, 54), 13, QUIET, Side::Left);
        let mixes = points.iter().flat_map(|(_, mix, _)| [mix.low, mix.high]);
        let choices = points.iter().flat_map(|(.., choice)| [choice.low, choice.high]);
        let across = Scale::over(mixes, 90, WIDTH - 40);
        let up = Scale::over(choices, HEIGHT - 110, 96);
        let (Some(across), Some(up)) = (across, up) else {
            return page.text(&words.plain("whatif-no-points"), (WIDTH / 2, HEIGHT / 2), 15, QUIET, Side::Centre);
        };
        axes(page, &across, &up, HEIGHT, words);
        for mechanism in Mechanism::ALL {
            curve(page, &points, mechanism, &across, &up);
        }
        let used: Vec<Mechanism> =
            Mechanism::ALL.into_iter().filter(|m| points.iter().any(|(own, ..)| own == m)).collect();
        for (at, mechanism) in used.into_iter().enumerate() {
            let left = 90 + 195 * at as i32;
            page.dot((left, HEIGHT - 22), 5, colour(mechanism));
            let name = words.plain(&format!("mechanism-{}", mechanism.word()));
            page.text(&name, (left + 12, HEIGHT - 22), 13, INK, Side::Left);
        }
    })
}

fn axes(page: &Page, across: &Scale, up: &Scale, height: i32, words: &Words) {
    let (ticks, digits) = across.ticks();
    for value in ticks {
        let x = across.at(value);
        page.line(vec![(x, 92), (x, height - 110)], GRID, 1);
        page.text(&format!("{value:.digits$}"), (x, height - 94), 12, QUIET, Side::Centre);
    }
    let (ticks, digits) = up.ticks();
    for value in ticks {
        let y = up.at(value);
        page.line(vec![(90, y), (WIDTH - 40, y)], GRID, 1);
        page.text(&format!("{value:.digits$}"), (80, y), 12, QUIET, Side::Right);
    }
    page.line(vec![(90, 92), (90, height - 110), (WIDTH - 40, height - 110)], QUIET, 1);
    let middle = (90 + WIDTH - 40) / 2;
    page.text(&words.plain("whatif-frontier-mix"), (middle, height - 68), 14, INK, Side::Centre);
    page.text(&words.plain("whatif-frontier-choice"), (90, 78), 13, INK, Side::Left);
}

fn curve(page: &Page, points: &[Point], mechanism: Mechanism, across: &Scale, up: &Scale) {
    let mut own: Vec<&Point> = points.iter().filter(|(of, ..)| *of == mechanism).collect();
    own.sort_by(|a, b| a.1.mean.total_cmp(&b.1.mean).then(a.2.mean.total_cmp(&b.2.mean)));
    let colour = colour(mechanism);
    let spot = |(_, mix, choice): &&Point| (across.at(mix.mean), up.at(choice.mean));
    page.line(own.iter().map(spot).collect(), colour, 1);
    for point in &own {
        let (x, y) = spot(point);
        let (_, mix, choice) = point;
        page.line(vec![(across.at(mix.low), y), (across.at(mix.high), y)], colour, 1);
        page.line(vec![(x, up.at(choice.low)), (x, up.at(choice.high))], colour, 1);
        page.dot((x, y), 5, colour);
    }
}

/// So many scenarios have a row in the picture of spreads; the files have all.
const ROWS: usize = 60;

/// Spreads over seeds: a row for each scenario, its mean a dot, its band a bar, in three panels.
pub fn spread_svg(comparison: &Comparison, words: &Words) -> String {
    const PANELS: [&str; 3] = ["neighbour_mix", "first_choice_share", "housed"];
    let shown = &comparison.scenarios[..comparison.scenarios.len().min(ROWS)];
    let height = 120 + 24 * shown.len() as i32;
    page(height, |page| {
        page.text(&words.plain("whatif-spread"), (24, 28), 19, INK, Side::Left);
        page.text(&words.plain("whatif-spread-note"), (24, 54), 13, QUIET, Side::Left);
        for (at, told) in shown.iter().enumerate() {
            let name = shortened(&scenario_name(told, words), 32);
            page.text(&name, (258, 100 + 24 * at as i32), 13, INK, Side::Right);
        }
        for (number, key) in PANELS.into_iter().enumerate() {
            let left = 276 + 196 * number as i32;
            page.text(&words.plain(&format!("figure-{key}")), (left, 78), 13, INK, Side::Left);
            panel(page, shown, key, (left, left + 176), height);
        }
    })
}

fn panel(page: &Page, shown: &[Told], key: &str, (left, right): (i32, i32), height: i32) {
    let scale = if FIGURES[place(key)].share { 100.0 } else { 1.0 };
    let scaled = |s: Spread| Spread { mean: s.mean * scale, low: s.low * scale, high: s.high * scale, ..s };
    let spreads: Vec<Option<Spread>> = shown.iter().map(|told| figure(told, key).map(scaled)).collect();
    let Some(scale) = Scale::over(spreads.iter().flatten().flat_map(|s| [s.low, s.high]), left, right) else { return };
    let (ticks, digits) = scale.ticks();
    // Labels take room: every other tick has one where there are many.
    let every = ticks.len().div_ceil(4).max(1);
    for (at, value) in ticks.into_iter().enumerate() {
        let x = scale.at(value);
        page.line(vec![(x, 90), (x, height - 28)], GRID, 1);
        if at % every == 0 {
            page.text(&format!("{value:.digits$}"), (x, height - 16), 11, QUIET, Side::Centre);
        }
    }
    if let Some(base) = spreads.first().copied().flatten() {
        page.line(vec![(scale.at(base.mean), 90), (scale.at(base.mean), height - 28)], QUIET, 1);
    }
    for (at, (spread, told)) in spreads.iter().zip(shown).enumerate() {
        let Some(spread) = spread else { continue };
        let y = 100 + 24 * at as i32;
        page.bar((scale.at(spread.low), y - 4), (scale.at(spread.high).max(scale.at(spread.low) + 1), y + 4), BAND);
        page.dot((scale.at(spread.mean), y), 4, colour(told.mechanism));
    }
}

/// What moves the mix most: for each axis changed alone, from its lowest to its highest difference to the base.
pub fn ranking_svg(comparison: &Comparison, words: &Words) -> String {
    let height = 120 + 30 * comparison.ranking.len().max(1) as i32;
    page(height, |page| {
        page.text(&words.plain("whatif-ranking"), (24, 28), 19, INK, Side::Left);
        page.text(&words.plain("whatif-ranking-note"), (24, 54), 13, QUIET, Side::Left);
        let reaches = comparison.ranking.iter().flat_map(|reach| [reach.mix.0, reach.mix.1]);
        let Some(scale) = Scale::over(reaches, 280, WIDTH - 60) else {
            return page.text(&words.plain("whatif-no-ranking"), (24, 100), 14, QUIET, Side::Left);
        };
        let (ticks, digits) = scale.ticks();
        for value in ticks {
            let x = scale.at(value);
            page.line(vec![(x, 74), (x, height - 34)], GRID, 1);
            let label = if value == 0.0 { String::from("0") } else { format!("{value:+.digits$}") };
            page.text(&label, (x, height - 20), 12, QUIET, Side::Centre);
        }
        let zero = scale.at(0.0);
        page.line(vec![(zero, 74), (zero, height - 34)], QUIET, 1);
        for (at, reach) in comparison.ranking.iter().enumerate() {
            let y = 92 + 30 * at as i32;
            page.text(&words.plain(&format!("axis-{}", reach.axis)), (264, y), 14, INK, Side::Right);
            page.bar(
                (scale.at(reach.mix.0), y - 8),
                (scale.at(reach.mix.1).max(scale.at(reach.mix.0) + 1), y + 8),
                DOT,
            );
        }
    })
}
