//! The list for the notice board: turn, household code, home, choice. No group, no opt-in, no need, no name.

use super::super::explain::address;
use super::super::words::Lang;
use super::engine::Engine;
use crate::model::{Certificate, PlanRow, Status};
use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// Turn, 1 = first.
    pub turn: u32,
    /// The office's code of the household.
    pub household: String,
    /// Its home.
    pub home: String,
    /// Estate choice, 1 = first.
    pub choice_rank: u32,
}

/// The list of a plan's rows, in turn order.
pub fn listed(rows: &[PlanRow]) -> Vec<Listed> {
    let line = |row: &PlanRow| Listed {
        turn: row.turn.parse().unwrap_or(0),
        household: row.household.clone(),
        home: address(row),
        choice_rank: row.choice_rank.parse().unwrap_or(0),
    };
    rows.iter().map(line).collect()
}

#[derive(Serialize)]
struct List<'a> {
    draft: bool,
    seed: &'a str,
    rows: &'a [Listed],
    placed: u64,
    unplaced: u64,
}

/// The list as a page to print, in one language or in several.
pub fn list_html(rows: &[Listed], certificate: &Certificate, languages: &[Lang]) -> String {
    let list = |lang: Lang| {
        let engine = Engine::new(lang);
        let counts = certificate.counts;
        let draft = certificate.status == Status::Draft;
        let list = List { draft, seed: &certificate.seed, rows, placed: counts.placed, unplaced: counts.unplaced };
        let text = engine.render("list.html", Value::from(Serde(list)));
        (engine, context! { lang => lang.tag(), text => Value::from_safe_string(text) })
    };
    let (engines, bodies): (Vec<Engine>, Vec<Value>) = languages.iter().map(|&lang| list(lang)).unzip();
    let Some(engine) = engines.first() else { return String::new() };
    engine.render("shell.html", context! { title => engine.words.plain("list-title"), bodies, kind => "list" })
}
