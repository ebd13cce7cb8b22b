//! Step 2, choices: in turn order, each housed household takes the best tier that still leaves every other housed
//! household a home. Those before keep the tier they took; within it they can still be moved from cell to cell.

use super::Table;
use super::cells::{NONE, tiers};

/// Narrows every housed household to the tier it takes.
pub fn take(table: &mut Table) {
    for position in 0..table.order.len() {
        let household = table.order[position];
        if table.matching.cell_of[household] == NONE {
            continue;
        }
        let who = &table.intake.households[household];
        for tier in tiers(who) {
            let wish = table.cells.tier_wish(who, tier);
            let class = table.matching.class(&table.cells, wish);
            // Where it cannot get in, the cells it ran into are enclosed, and nobody asks for them again in vain.
            if holds(table, household, tier) || table.matching.enter_class(household as u32, class) {
                table.matching.class_of[household] = class;
                break;
            }
        }
    }
    table.matching.trail.clear();
}

fn holds(table: &Table, household: usize, tier: crate::model::Tier) -> bool {
    let cell = table.matching.cell_of[household] as usize;
    table.cells.kinds[cell].tier(&table.intake.households[household]) == Some(tier)
}

/// After bonds that gave up better tiers to stay together: in turn order, each household takes a better tier that has
/// come free, if everybody else keeps theirs, until nobody can. No home that somebody wants stays empty.
pub fn take_what_bonds_left(table: &mut Table) {
    // Whoever takes a better tier leaves the enclosure of the old one, so none may be relied on here.
    table.matching.open_all();
    table.matching.enclosing = false;
    loop {
        let mut taken = false;
        for position in 0..table.order.len() {
            let household = table.order[position];
            if table.matching.cell_of[household] == NONE {
                continue;
            }
            let who = &table.intake.households[household];
            let better = tiers(who).take_while(|&tier| !holds(table, household, tier)).collect::<Vec<_>>();
            for tier in better {
                let wish = table.cells.tier_wish(&table.intake.households[household], tier);
                let class = table.matching.class(&table.cells, wish);
                if table.matching.enter_class(household as u32, class) {
                    table.matching.class_of[household] = class;
                    taken = true;
                    break;
                }
            }
        }
        if !taken {
            break;
        }
    }
    table.matching.enclosing = true;
    table.matching.trail.clear();
}
