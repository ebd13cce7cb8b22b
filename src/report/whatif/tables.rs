//! Comparisons as tables: one for the eye, the others for programs.

use super::super::plan_files::{csv_line, csv_text};
use super::super::words::{Words, args};
use super::{Comparison, Told};
use crate::whatif::{Chances, FIGURES, Outcome, Spread, place};

/// The figures of the table for the eye.
pub const SHOWN: [&str; 8] = [
    "housed",
    "left_out_for_cap",
    "first_choice_share",
    "without_company",
    "score",
    "neighbour_mix",
    "price_of_diversity",
    "price_of_order",
];

/// The base's values, and the differences of every other scenario to it with their bands.
pub fn difference_table(comparison: &Comparison, words: &Words) -> (Vec<String>, Vec<Vec<String>>) {
    let figures = SHOWN.map(|key| words.plain(&format!("figure-{key}")));
    let header = std::iter::once(words.plain("whatif-scenario")).chain(figures).collect();
    let row = |(at, told): (usize, &Told)| {
        let cells = SHOWN.map(|key| {
            let figure = place(key);
            let spread = if at == 0 { told.compared.figures[figure] } else { told.compared.differences[figure] };
            cell(spread.as_ref(), FIGURES[figure].share, at > 0, words)
        });
        std::iter::once(scenario_name(told, words)).chain(cells).collect()
    };
    (header, comparison.scenarios.iter().enumerate().map(row).collect())
}

/// The name of a scenario; the base has one in every language.
pub(super) fn scenario_name(told: &Told, words: &Words) -> String {
    if told.named.name == "base" { words.plain("whatif-base") } else { told.named.name.clone() }
}

/// Mean and band; shares as percentages, differences with their sign.
fn cell(spread: Option<&Spread>, share: bool, signed: bool, words: &Words) -> String {
    let Some(spread) = spread else { return words.plain("whatif-nothing") };
    let scale = if share { 100.0 } else { 1.0 };
    let most = spread.low.abs().max(spread.high.abs()) * scale;
    let digits = match most {
        100.0.. => 0,
        2.0.. => 1,
        _ if share => 1,
        _ => 3,
    };
    let number = |value: f64| {
        let text = format!("{:.digits$}", value * scale);
        let zero = text.trim_start_matches('-').chars().all(|c| matches!(c, '0' | '.'));
        let plain = if zero { text.trim_start_matches('-').to_owned() } else { text };
        if signed && !zero && value > 0.0 { format!("+{plain}") } else { plain }
    };
    let mean = number(spread.mean);
    if spread.low == spread.high {
        return mean;
    }
    let band = [("mean", mean.into()), ("low", number(spread.low).into()), ("high", number(spread.high).into())];
    words.say("whatif-band", &args(band))
}

fn number(value: Option<f64>) -> String {
    value.map_or(String::new(), |value| value.to_string())
}

/// `scenarios.csv`: one row for each scenario and figure.
pub fn scenarios_csv(comparison: &Comparison) -> String {
    let header = [
        "scenario",
        "mechanism",
        "changes",
        "alone",
        "figure",
        "runs",
        "mean",
        "low",
        "high",
        "difference",
        "difference_low",
        "difference_high",
    ];
    let mut text = csv_text::<[&str; 0]>(&header, []);
    for told in &comparison.scenarios {
        let changes: Vec<String> = told.named.changes.iter().map(|(key, setting)| format!("{key}={setting}")).collect();
        let changes = changes.join("; ");
        for (at, figure) in FIGURES.iter().enumerate() {
            let (own, difference) = (told.compared.figures[at], told.compared.differences[at]);
            let cells = [
                told.named.name.clone(),
                told.mechanism.word().to_owned(),
                changes.clone(),
                told.named.alone.unwrap_or_default().to_owned(),
                figure.key.to_owned(),
                own.map_or(0, |s| s.runs).to_string(),
                number(own.map(|s| s.mean)),
                number(own.map(|s| s.low)),
                number(own.map(|s| s.high)),
                number(difference.map(|s| s.mean)),
                number(difference.map(|s| s.low)),
                number(difference.map(|s| s.high)),
            ];
            csv_line(&mut text, cells.iter().map(String::as_str));
        }
    }
    text
}

/// `parts.csv`: chances by class and burden by group, each with its band.
pub fn parts_csv(comparison: &Comparison) -> String {
    let chances = ["housed", "first_choice", "left_out_for_cap", "rounds", "exchanged"];
    let mut header: Vec<String> = ["scenario", "kind", "label", "signed"].map(str::to_owned).to_vec();
    for chance in chances {
        header.extend([chance.to_owned(), format!("{chance}_low"), format!("{chance}_high")]);
    }
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let mut text = csv_text::<[&str; 0]>(&header, []);
    for told in &comparison.scenarios {
        let kinds = [("class", &told.compared.classes), ("group", &told.compared.groups)];
        for (kind, part) in kinds.iter().flat_map(|(kind, parts)| parts.iter().map(move |part| (kind, part))) {
            let mut cells =
                vec![told.named.name.clone(), (*kind).to_owned(), part.label.clone(), part.signed.to_string()];
            cells.extend(spreads(part).iter().flat_map(|spread| {
                [spread.map(|s| s.mean), spread.map(|s| s.low), spread.map(|s| s.high)].map(number)
            }));
            csv_line(&mut text, cells.iter().map(String::as_str));
        }
    }
    text
}

fn spreads(part: &Chances) -> [Option<Spread>; 5] {
    [part.housed, part.first_choice, part.left_out_for_cap, part.rounds, part.exchanged]
}

/// `ranking.csv`: what moves the mix most.
pub fn ranking_csv(comparison: &Comparison) -> String {
    let header = [
        "axis",
        "neighbour_mix_low",
        "neighbour_mix_high",
        "score_low",
        "score_high",
        "first_choice_share_low",
        "first_choice_share_high",
    ];
    let mut text = csv_text::<[&str; 0]>(&header, []);
    for reach in &comparison.ranking {
        let values = [reach.mix.0, reach.mix.1, reach.score.0, reach.score.1, reach.choice.0, reach.choice.1];
        let values = values.map(|value| value.to_string());
        csv_line(&mut text, std::iter::once(reach.axis).chain(values.iter().map(String::as_str)));
    }
    text
}

/// `runs.csv`, row by row: every figure of every run.
pub struct RunsCsv;

impl RunsCsv {
    /// Its header.
    pub fn header() -> String {
        let header: Vec<&str> = ["scenario", "seed"].into_iter().chain(FIGURES.iter().map(|f| f.key)).collect();
        csv_text::<[&str; 0]>(&header, [])
    }

    /// The row of a run.
    pub fn row(scenario: &str, seed: &str, outcome: &Outcome) -> String {
        let values: Vec<String> = outcome.figures.values().into_iter().map(number).collect();
        let mut text = String::new();
        csv_line(&mut text, [scenario, seed].into_iter().chain(values.iter().map(String::as_str)));
        text
    }
}
