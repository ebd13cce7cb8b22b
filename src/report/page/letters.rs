//! Letters: one page for each household, in words it can act on.

use super::super::explain::{Explainer, bond_sentence, lost_sentence};
use super::super::reasons::reason_sentence;
use super::super::words::{Lang, args};
use super::engine::{Engine, apart};
use crate::model::rows::hex;
use crate::model::{Appeal, Base, BondOutcome, Certificate, Intake, PlanRow, Reason, Reasons, Status};
use crate::verify::Plan;
use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;
use std::collections::BTreeMap;

/// So many households share a file: a browser still prints it, and an office can share out the work.
const PART: usize = 1_000;

/// What letters are written from.
pub struct Post<'a> {
    /// Households, homes, bonds.
    pub intake: &'a Intake,
    /// Turns, first homes.
    pub base: &'a Base,
    /// Why somebody has no home.
    pub reasons: &'a Reasons,
    /// The verified plan.
    pub plan: &'a Plan,
    /// What its certificate states.
    pub certificate: &'a Certificate,
    /// Where and until when to appeal.
    pub appeal: Option<&'a Appeal>,
    /// The language each household of the intake asked for.
    pub languages: &'a [Option<&'static str>],
}

#[derive(Serialize)]
struct Letter<'a> {
    draft: bool,
    household: &'a str,
    turn: Option<(u32, u32)>,
    ticket: String,
    seed: &'a str,
    home: Option<Home<'a>>,
    lost: Vec<String>,
    bond: String,
    reason: String,
    until: &'a str,
    office: &'a str,
}

#[derive(Serialize)]
struct Home<'a> {
    estate: &'a str,
    building: &'a str,
    stairwell: &'a str,
    floor: &'a str,
    door: &'a str,
    dwelling: &'a str,
    home_type: &'a str,
    choice: u32,
}

/// What is looked up for every letter.
struct Desk<'a> {
    post: &'a Post<'a>,
    explainer: Explainer<'a>,
    rows: BTreeMap<&'a str, &'a PlanRow>,
    reasons: BTreeMap<usize, &'a Reason>,
    bonds: BTreeMap<usize, &'a BondOutcome>,
}

/// The letters in files of `PART` households each; `part` is told how many households are done.
pub fn letters_html(post: &Post, languages: &[Lang], mut part: impl FnMut(usize)) -> Vec<String> {
    let engines = [Lang::Zh, Lang::En].map(Engine::new);
    let Some(first) = engines.iter().find(|engine| languages.first() == Some(&engine.lang)) else { return Vec::new() };
    let desk = Desk {
        post,
        explainer: Explainer::new(post.intake, post.base),
        rows: post.plan.sheets().plan.iter().map(|row| (row.household.as_str(), row)).collect(),
        reasons: post.reasons.0.iter().map(|(who, reason)| (who.index(), reason)).collect(),
        bonds: post.base.bonds.iter().map(|outcome| (outcome.bond.index(), outcome)).collect(),
    };
    let households: Vec<usize> = (0..post.intake.households.len()).collect();
    let file = |households: &[usize]| {
        part(households[0]);
        let mut text = String::new();
        for &household in households {
            let own = post.languages.get(household).copied().flatten().and_then(Lang::of_tag);
            // Who asked for a language gets that one, unless the office wants every letter in both.
            let wanted = |lang: Lang| match own {
                Some(own) if languages.len() == 1 => own == lang,
                _ => languages.contains(&lang),
            };
            for engine in engines.iter().filter(|engine| wanted(engine.lang)) {
                text.push_str(&engine.render("letters.html", Value::from(Serde(desk.letter(household, engine)))));
            }
        }
        let title = first.words.plain("letter-title");
        let bodies = [context! { lang => first.lang.tag(), text => Value::from_safe_string(text) }];
        first.render("shell.html", context! { title, bodies => bodies.to_vec(), kind => "letters" })
    };
    households.chunks(PART).map(file).collect()
}

impl<'a> Desk<'a> {
    fn letter(&self, household: usize, engine: &Engine) -> Letter<'a> {
        let Post { intake, base, certificate, appeal, .. } = *self.post;
        let (who, words) = (&intake.households[household], &engine.words);
        let row = self.rows.get(who.key.as_str()).copied();
        let told = self.explainer.explain(household);
        let rank = |text: &str| text.parse::<u32>().unwrap_or(u32::MAX);
        // An exchange may have brought a better tier than the draw: what was made good is no loss.
        let held = row.map(|row| (rank(&row.choice_rank), rank(&row.type_rank)));
        let lost = told.lost.iter().filter(|lost| held.is_none_or(|held| (lost.tier.choice, lost.tier.kind) < held));
        let bond = who.bond.filter(|_| row.is_some()).and_then(|bond| self.bonds.get(&bond.index()));
        let reason = self.reasons.get(&household).map(|reason| reason_sentence(intake, reason, words));
        Letter {
            draft: certificate.status == Status::Draft,
            household: &who.key,
            turn: told.turn,
            ticket: base.turns[household].map_or(String::new(), |turn| hex(&turn.ticket)),
            seed: &certificate.seed,
            home: row.map(|row| Home {
                estate: &row.estate,
                building: &row.building,
                stairwell: &row.stairwell,
                floor: &row.floor,
                door: &row.door,
                dwelling: &row.dwelling,
                home_type: &row.home_type,
                choice: rank(&row.choice_rank),
            }),
            lost: lost.map(|lost| lost_sentence(lost, words)).collect(),
            bond: bond.map_or(String::new(), |outcome| self.bond(outcome, row, engine)),
            reason: reason.unwrap_or_default(),
            until: appeal.map_or("", |appeal| &appeal.until),
            office: appeal.map_or("", |appeal| &appeal.office),
        }
    }

    /// How near the bond lives in the plan; where that is no nearer than after the draw, why.
    fn bond(&self, outcome: &BondOutcome, row: Option<&PlanRow>, engine: &Engine) -> String {
        let level = row.map_or("", |row| row.bond_level.as_str());
        let words = &engine.words;
        if level.is_empty() || level == outcome.reached.word() {
            return bond_sentence(outcome, words);
        }
        let level = words.plain(&format!("level-{level}"));
        words.say("letter-bond", &args([("level", apart(&level).into())]))
    }
}
