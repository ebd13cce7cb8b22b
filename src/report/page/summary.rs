//! The first screen: what was asked, what came out, every promise.

use super::super::summary::{bonds_kept, first_choices};
use super::super::words::thousands;
use super::super::words::{Words, args};
use super::Told;
use super::engine::apart;
use crate::model::{ScoreFigures, Status};
use crate::verify::Promise;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Summary {
    draft: bool,
    mandate: Option<MandateLine>,
    households: u64,
    signed: u64,
    placed: u64,
    unplaced: u64,
    left_out: u64,
    placed_percent: String,
    first_choices: u64,
    first_percent: String,
    bonds_kept: u64,
    bonds: u64,
    mixing: bool,
    company: [String; 2],
    inside: [String; 2],
    buildings: [String; 2],
    stairwells: [String; 2],
    between: [String; 2],
    score: [String; 2],
    bound: String,
    closed_percent: String,
    proven: bool,
    moved: u64,
    asked: Vec<[String; 2]>,
    promises: Vec<Kept>,
}

#[derive(Serialize)]
struct MandateLine {
    authority: String,
    reason: String,
    expires: String,
    signed_by: String,
}

#[derive(Serialize)]
struct Kept {
    id: &'static str,
    text: String,
    kept: bool,
}

/// A share in percent with one digit.
pub(super) fn percent(part: u64, whole: u64) -> String {
    if whole == 0 { "–".to_owned() } else { format!("{:.1}", 100.0 * part as f64 / whole as f64) }
}

pub(super) fn summary(told: &Told, words: &Words) -> Summary {
    let (certificate, counts) = (told.certificate, told.certificate.counts);
    let mix = &certificate.mix;
    let pair = |of: fn(&ScoreFigures) -> f64| [&mix.first, &mix.last].map(|figures| format!("{:.1}", of(figures)));
    let (kept, bonds) = bonds_kept(told.intake, told.base);
    let first = first_choices(told.plan);
    let promise = |promise: Promise| Kept {
        id: promise.id(),
        text: words.plain(&format!("promise-{}", promise.id())),
        kept: certificate.promises.get(promise.id()).is_some_and(|result| result == "kept"),
    };
    Summary {
        draft: certificate.status == Status::Draft,
        mandate: certificate.mandate.as_ref().map(|mandate| MandateLine {
            authority: mandate.authority.clone(),
            reason: mandate.reason.clone(),
            expires: mandate.expires.clone(),
            signed_by: mandate.signed_by.clone(),
        }),
        households: counts.households,
        signed: counts.signed,
        placed: counts.placed,
        unplaced: counts.unplaced,
        left_out: certificate.rows_left_out,
        placed_percent: percent(counts.placed, counts.signed),
        first_choices: first,
        first_percent: percent(first, counts.placed),
        bonds_kept: kept,
        bonds,
        mixing: told.target.is_some(),
        company: [mix.first.without_company, mix.last.without_company].map(thousands),
        inside: pair(|figures| figures.building + figures.stairwell),
        buildings: pair(|figures| figures.building),
        stairwells: pair(|figures| figures.stairwell),
        between: pair(|figures| figures.estate),
        score: pair(|figures| figures.score),
        bound: format!("{:.1}", mix.bound),
        closed_percent: format!("{:.0}", (100.0 * mix.closed).floor()),
        proven: certificate.bound_proof != "trivial",
        moved: mix.moved,
        asked: asked(told, words),
        promises: Promise::ALL.map(promise).into(),
    }
}

/// What the plan file asked for.
fn asked(told: &Told, words: &Words) -> Vec<[String; 2]> {
    let (vacant, estates) = (told.intake.stock.vacant().count() as u64, told.intake.stock.estates.len() as u64);
    let homes = args([("vacant", thousands(vacant).into()), ("estates", thousands(estates).into())]);
    let mut lines = vec![[words.plain("page-asked-homes"), words.say("page-asked-homes-are", &homes)]];
    let level = words.plain(&format!("level-{}", told.intake.bond_rule.level.word()));
    let tiers = u64::from(told.intake.bond_rule.may_cost_tiers);
    let bond = words.say("page-asked-bonds-are", &args([("level", level.into()), ("tiers", tiers.into())]));
    lines.push([words.plain("page-asked-bonds"), bond]);
    let Some(target) = told.target else {
        lines.push([words.plain("page-asked-target"), words.plain("page-asked-no-target")]);
        return lines;
    };
    let share = |(label, share): &(String, u32)| {
        words.say("page-asked-share", &args([("label", apart(label).into()), ("share", (*share).into())]))
    };
    let shares: Vec<String> = told.shares.iter().map(share).collect();
    let towards = match shares.is_empty() {
        true => words.plain("page-asked-own"),
        false => shares.join(&words.plain("list-comma")),
    };
    lines.push([words.plain("page-asked-target"), towards]);
    let tolerances = args([
        ("estate", target.estate.into()),
        ("building", target.building.into()),
        ("stairwell", target.stairwell.into()),
    ]);
    lines.push([words.plain("page-asked-tolerance"), words.say("page-asked-tolerances", &tolerances)]);
    let company = match target.company {
        0 | 1 => words.plain("page-asked-no-company"),
        some => words.say("page-asked-company-is", &args([("company", some.into())])),
    };
    lines.push([words.plain("page-asked-company"), company]);
    lines
}
