//! Step 1, everyone first: the largest set of households that can all be housed, the best such set in turn order.
//!
//! The sets that can be housed are the independent sets of a transversal matroid, so going through the households in
//! turn order and keeping each that still fits gives a set of maximum size, and no other such set is better for
//! an earlier turn (Edmonds & Fulkerson 1965).

use super::Table;
use super::cells::{Wish, tiers};

/// Houses all who can be housed; returns those left out, in turn order.
pub fn house(table: &mut Table) -> Vec<usize> {
    // Cells only fill up in this step, so each class needs to look for room only from where it last found some.
    let mut first_with_room: Vec<usize> = Vec::new();
    let mut left_out = Vec::new();
    for position in 0..table.order.len() {
        let household = table.order[position];
        let class = table.matching.class(&table.cells, Wish::all(&table.intake.households[household]));
        table.matching.class_of[household] = class;
        if let Some(cell) = free_cell(table, household, &mut first_with_room) {
            table.matching.put(household as u32, cell);
            continue;
        }
        if !table.matching.enter_class(household as u32, class) {
            left_out.push(household);
        }
    }
    left_out
}

/// A cell with room, best tier first: what the household would take anyway, if nobody needed it more.
fn free_cell(table: &mut Table, household: usize, first_with_room: &mut Vec<usize>) -> Option<u32> {
    let who = &table.intake.households[household];
    for tier in tiers(who) {
        let wish = table.cells.tier_wish(who, tier);
        let class = table.matching.class(&table.cells, wish) as usize;
        if first_with_room.len() <= class {
            first_with_room.resize(class + 1, 0);
        }
        let cells = &table.matching.classes[class];
        while let Some(&cell) = cells.get(first_with_room[class]) {
            if table.matching.has_room(cell) {
                return Some(cell);
            }
            first_with_room[class] += 1;
        }
    }
    None
}
