//! The pages that people look at: `report.html`, the list for the notice board, letters.
//!
//! One file each, no script, nothing loaded from elsewhere. Pictures are inline SVG whose text stays text; widths are
//! percentages, so that a phone gets a narrower picture and not smaller letters.

mod choices;
pub(super) mod engine;
mod equal;
mod facades;
pub(super) mod letters;
pub(super) mod list;
mod lots;
mod obstacles;
mod proof;
mod summary;
mod unhoused;

use super::words::Lang;
use crate::measure::lots::Nearness;
use crate::measure::people::InTheWay;
use crate::measure::treatment::Treatment;
use crate::model::{Base, Certificate, Intake, Obstacles, Reasons, Target};
use crate::verify::Plan;
use engine::Engine;
use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;

/// Everything that a report may tell. Groups are in it only as figures that may be shown.
pub struct Told<'a> {
    /// What the certificate states.
    pub certificate: &'a Certificate,
    /// Homes, households, bonds.
    pub intake: &'a Intake,
    /// Turns, first homes, bonds.
    pub base: &'a Base,
    /// Why somebody has no home.
    pub reasons: &'a Reasons,
    /// The verified plan.
    pub plan: &'a Plan,
    /// Tolerances; `None` = no mixing was asked for.
    pub target: Option<&'a Target>,
    /// A published target's shares by label; empty where each estate is its own.
    pub shares: &'a [(String, u32)],
    /// What each group got.
    pub treatment: &'a Treatment,
    /// Distances and shades beside lots.
    pub nearness: &'a Nearness,
    /// What held exchanges back, by estate.
    pub in_the_way: &'a [InTheWay],
    /// What each rule costs the mix, by estate; empty without mixing.
    pub obstacles: &'a [Obstacles],
    /// Homes handed out whose area is known.
    pub areas_known: u64,
}

/// What the template of the report fills in.
#[derive(Serialize)]
struct Contents {
    summary: summary::Summary,
    facades: Vec<facades::Facade>,
    steps: Vec<facades::Step>,
    lots: lots::Lots,
    choices: choices::Choices,
    unhoused: unhoused::Unhoused,
    equal: equal::Equal,
    obstacles: Vec<obstacles::Obstacle>,
    proof: proof::Proof,
}

/// `report.html` in one language or in several, one after the other.
pub fn report_html(told: &Told, languages: &[Lang]) -> String {
    let first = Engine::new(languages.first().copied().unwrap_or(Lang::En));
    let bodies: Vec<Value> = languages
        .iter()
        .map(|&lang| {
            let engine = if lang == first.lang { None } else { Some(Engine::new(lang)) };
            let engine = engine.as_ref().unwrap_or(&first);
            context! { lang => lang.tag(), text => Value::from_safe_string(body(told, engine)) }
        })
        .collect();
    first.render("shell.html", context! { title => first.words.plain("page-title"), bodies, kind => "report" })
}

/// Before and after, and the first estates, as one SVG file to show elsewhere.
pub fn picture_svg(told: &Told, lang: Lang) -> String {
    let engine = Engine::new(lang);
    let mut facades = facades::facades(told, &engine.words);
    facades.truncate(SHOWN);
    let lots = lots::lots(told, &engine.words);
    let still = Still { height: 74 + 66 * lots.rows() + 132 * facades.len(), lots, facades };
    engine.render("still.xml", Value::from(Serde(still)))
}

/// Estates in the picture of a plan.
const SHOWN: usize = 3;

/// What the picture of a plan shows.
#[derive(Serialize)]
struct Still {
    height: usize,
    lots: lots::Lots,
    facades: Vec<facades::Facade>,
}

fn body(told: &Told, engine: &Engine) -> String {
    let words = &engine.words;
    let contents = Contents {
        summary: summary::summary(told, words),
        facades: facades::facades(told, words),
        steps: facades::legend(words),
        lots: lots::lots(told, words),
        choices: choices::choices(told, words),
        unhoused: unhoused::unhoused(told, words),
        equal: equal::equal(told, words),
        obstacles: obstacles::obstacles(told, words),
        proof: proof::proof(told),
    };
    engine.render("report.html", Value::from(Serde(contents)))
}
