//! Estate by estate: how near the plan comes to what any plan could reach, and what stands in the way.

use super::plan_files::csv_text;
use super::words::{Words, args};
use crate::model::{EstateFigures, Obstacles};

/// So many estates are told of in words; the table has them all.
const TOLD: usize = 3;

/// What counts as something in the way, in hundredths of a household.
const WORTH_TELLING: u32 = 50;

/// `estates.csv`: scores and bound in households, the share closed, and by how many households the bound would be lower
/// with one rule lifted. Rows as in the stock.
pub fn estates_csv(estates: &[EstateFigures], obstacles: &[Obstacles]) -> String {
    let header = ["estate", "first", "final", "bound", "closed", "opt_in", "home_types", "needs", "bonds"];
    let row = |(figures, in_the_way): (&EstateFigures, &Obstacles)| {
        let EstateFigures { estate, first, last, bound, closed } = figures;
        let Obstacles { opt_in, home_types, needs, bonds } = *in_the_way;
        let scores = [first, last, bound, closed].map(|figure| format!("{figure:.4}"));
        let costs = [opt_in, home_types, needs, bonds].map(|cost| format!("{:.2}", f64::from(cost) / 100.0));
        [estate.clone()].into_iter().chain(scores).chain(costs).collect::<Vec<_>>()
    };
    let rows: Vec<Vec<String>> = estates.iter().zip(obstacles).map(row).collect();
    csv_text(&header, rows.iter().map(|row| row.iter().map(String::as_str)))
}

/// What stands in the way in one estate, the dearest first, in words; `None` where nothing counts.
pub(super) fn in_the_way(obstacles: &Obstacles, words: &Words) -> Option<String> {
    let Obstacles { opt_in, home_types, needs, bonds } = *obstacles;
    let mut costs = vec![
        ("obstacle-opt-in", opt_in),
        ("obstacle-home-types", home_types),
        ("obstacle-needs", needs),
        ("obstacle-bonds", bonds),
    ];
    costs.retain(|&(_, cost)| cost >= WORTH_TELLING);
    costs.sort_by_key(|&(_, cost)| std::cmp::Reverse(cost));
    let part = |(key, cost): (&str, u32)| {
        let cost = format!("{:.1}", f64::from(cost) / 100.0);
        words.say(key, &args([("cost", cost.into())]))
    };
    let list: Vec<String> = costs.into_iter().map(part).collect();
    (!list.is_empty()).then(|| list.join(&words.plain("obstacle-and")))
}

/// Sentences on what stands in the way where most is left, a few estates at the most.
pub fn obstacle_sentences(estates: &[EstateFigures], obstacles: &[Obstacles], words: &Words) -> Vec<String> {
    let mut left: Vec<(&EstateFigures, &Obstacles)> = estates.iter().zip(obstacles).collect();
    left.sort_by(|(one, _), (other, _)| other.last.total_cmp(&one.last));
    let sentence = |(figures, obstacles): (&EstateFigures, &Obstacles)| {
        let what = [
            ("estate", figures.estate.as_str().into()),
            ("score", format!("{:.1}", figures.last).into()),
            ("list", in_the_way(obstacles, words)?.into()),
        ];
        Some(words.say("obstacle-estate", &args(what)))
    };
    left.into_iter().filter_map(sentence).take(TOLD).collect()
}
