//! `replayable`: anyone with the inputs and the seed gets the same cells.
//!
//! Each cell of both tables is recomputed and compared as text, so one changed byte is enough to be found. That
//! the homes themselves follow from the inputs is what the other checks are for.

use super::breach::{Breach, Code};
use super::case::{Case, Line, Sheet};
use super::draw::hex;
use super::promise::Promise;
use super::wish;
use std::fmt::Display;

/// Turn, ticket, address, ranks, bond level, and the order of rows.
pub(super) fn check(case: &Case) -> Vec<Breach> {
    let bonds = case.bond_members();
    let mut breaches = Vec::new();
    for sheet in case.sheets() {
        let levels: Vec<&str> = bonds.iter().map(|members| bond_level(case, sheet, members)).collect();
        let mut last_turn = 0;
        for line in &sheet.lines {
            breaches.extend(address(case, sheet, line));
            breaches.extend(ranks(case, sheet, line));
            let Some(who) = line.household else { continue };
            let bond = case.household(who).bond;
            let level = bond.map_or("", |bond| levels[bond.index()]);
            breaches.extend(differs(sheet, line, Code::BondLevelWrong, "", &line.row.bond_level, level));
            // Without agreement there is no turn: `signed` names the household.
            let Some(turn) = case.turns[who] else { continue };
            breaches.extend(differs(sheet, line, Code::TurnWrong, "", &line.row.turn, &turn.turn.to_string()));
            breaches.extend(differs(sheet, line, Code::TicketWrong, "", &line.row.ticket, &hex(&turn.ticket)));
            if turn.turn < last_turn {
                let key = Some(line.row.household.as_str());
                let values: &[&dyn Display] = &[&sheet.name, &line.number];
                breaches.push(Breach::new(Promise::Replayable, key, Code::RowOrderWrong, values));
            }
            last_turn = last_turn.max(turn.turn);
        }
    }
    breaches
}

fn address(case: &Case, sheet: &Sheet, line: &Line) -> Vec<Breach> {
    let Some(home) = line.dwelling else { return Vec::new() };
    let (home, stock) = (case.dwelling(home), &case.evidence.intake.stock);
    let floor = home.floor.to_string();
    let cells = [
        ("estate", &line.row.estate, &stock.estates[home.estate.index()].name),
        ("building", &line.row.building, &stock.buildings[home.building.index()].name),
        ("stairwell", &line.row.stairwell, &stock.stairwells[home.stairwell.index()].name),
        ("floor", &line.row.floor, &floor),
        ("door", &line.row.door, &home.door),
        ("home_type", &line.row.home_type, &stock.home_types[home.home_type.index()]),
    ];
    let compare = |(column, found, expected): (_, &String, &String)| {
        differs(sheet, line, Code::AddressWrong, column, found, expected)
    };
    cells.into_iter().filter_map(compare).collect()
}

fn ranks(case: &Case, sheet: &Sheet, line: &Line) -> Vec<Breach> {
    let (Some(who), Some(home)) = (line.household, line.dwelling) else { return Vec::new() };
    // A home that does not fit has no ranks: `fits` names the household.
    let Some((choice, kind)) = wish::tier(case.household(who), case.dwelling(home)) else { return Vec::new() };
    let wrong =
        |column, found: &str, rank: u32| differs(sheet, line, Code::RankWrong, column, found, &rank.to_string());
    let row = line.row;
    [wrong("choice_rank", &row.choice_rank, choice), wrong("type_rank", &row.type_rank, kind)]
        .into_iter()
        .flatten()
        .collect()
}

/// A breach where the cell is not the recomputed one; `column` where the code needs it.
fn differs(sheet: &Sheet, line: &Line, code: Code, column: &str, found: &str, expected: &str) -> Option<Breach> {
    if found == expected {
        return None;
    }
    let all: [&dyn Display; 4] = [&sheet.name, &column, &found, &expected];
    let values = if column.is_empty() { &[all[0], all[2], all[3]][..] } else { &all[..] };
    Some(Breach::new(Promise::Replayable, Some(&line.row.household), code, values))
}

/// The nearest place that all housed members share; blank for fewer than two.
fn bond_level(case: &Case, sheet: &Sheet, members: &[usize]) -> &'static str {
    let homes: Vec<_> = members.iter().filter_map(|&who| sheet.home_of[who]).map(|home| case.dwelling(home)).collect();
    let Some((first, others)) = homes.split_first() else { return "" };
    if others.is_empty() {
        ""
    } else if others.iter().all(|home| home.stairwell == first.stairwell) {
        "stairwell"
    } else if others.iter().all(|home| home.building == first.building) {
        "building"
    } else if others.iter().all(|home| home.estate == first.estate) {
        "estate"
    } else {
        "apart"
    }
}
