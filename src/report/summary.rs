//! The summary a person reads after planning.

use super::words::{Words, args};
use crate::model::{Base, BondLimit, Closeness, Intake};
use crate::verify::Plan;

/// Lines of label and value: asked, signed, housed, first choices, bonds, company and distances before and after.
/// `left_out` is how many rows were left out for errors.
pub fn plan_summary(intake: &Intake, base: &Base, plan: &Plan, left_out: u64, words: &Words) -> Vec<[String; 2]> {
    let counts = plan.counts();
    let mix = plan.figures();
    let first_choices = first_choices(plan);
    let share = |part: u64, whole: u64| {
        let percent = if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 };
        words.say("of-share", &args([("part", part.into()), ("percent", format!("{percent:.1}").into())]))
    };
    let change = |before: f64, after: f64, digits: usize| {
        let mut text = format!("{before:.digits$} → {after:.digits$}");
        if before > 0.0 && before != after {
            text.push_str(&format!(" ({:+.1} %)", 100.0 * (after - before) / before));
        }
        text
    };
    let (kept, bonds) = bonds_kept(intake, base);
    let mut lines = vec![[words.plain("summary-asked"), counts.households.to_string()]];
    if left_out > 0 {
        lines.push([words.plain("summary-left-out"), left_out.to_string()]);
    }
    lines.extend([
        [words.plain("summary-signed"), share(counts.signed, counts.households)],
        [words.plain("summary-housed"), share(counts.placed, counts.signed)],
        [words.plain("summary-first-choice"), share(first_choices, counts.placed)],
        [words.plain("summary-bonds"), words.say("of-bonds", &args([("kept", kept.into()), ("bonds", bonds.into())]))],
        [words.plain("summary-company"), change(mix.first.without_company as f64, mix.last.without_company as f64, 0)],
    ]);
    let inside = |figures: &crate::model::ScoreFigures| figures.building + figures.stairwell;
    for (key, before, after) in [
        ("summary-distance", inside(&mix.first), inside(&mix.last)),
        ("summary-buildings", mix.first.building, mix.last.building),
        ("summary-stairwells", mix.first.stairwell, mix.last.stairwell),
        ("summary-estates", mix.first.estate, mix.last.estate),
        ("summary-score", mix.first.score, mix.last.score),
    ] {
        lines.push([words.plain(key), change(before, after, 1)]);
    }
    if mix.bound > 0.0 {
        let closed =
            [("percent", format!("{:.1}", 100.0 * mix.closed).into()), ("bound", format!("{:.1}", mix.bound).into())];
        lines.push([words.plain("summary-closed"), words.say("of-closed", &args(closed))]);
    }
    lines.push([words.plain("summary-moved"), share(mix.moved, counts.placed)]);
    let promises = plan.promises().len() as u64;
    lines.push([words.plain("summary-promises"), words.say("all-kept", &args([("count", promises.into())]))]);
    lines
}

/// Households that got their first choice of estate.
pub(super) fn first_choices(plan: &Plan) -> u64 {
    plan.sheets().plan.iter().filter(|row| row.choice_rank == "1").count() as u64
}

/// Bonds whose housed members live as near as the plan file asks, and bonds with two or more housed members.
pub(super) fn bonds_kept(intake: &Intake, base: &Base) -> (u64, u64) {
    let joint = base.bonds.iter().filter(|bond| bond.limit != BondLimit::Alone);
    let near = |reached: Closeness| reached <= intake.bond_rule.level;
    (joint.clone().filter(|bond| near(bond.reached)).count() as u64, joint.count() as u64)
}
