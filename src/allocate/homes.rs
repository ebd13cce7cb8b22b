//! Step 4, homes: which dwelling of its tier each household gets, by the dwelling draw.
//!
//! In turn order, each household takes the dwelling that comes first in the dwelling draw among those of its tier that
//! fit it and leave every other housed household its own tier. So inside a cell, turns and dwelling tickets run in
//! the same order, and floors are drawn like everything else.

use super::Table;
use super::cells::NONE;
use super::matching::Matching;
use crate::model::DwellingId;

/// Gives a dwelling to every housed household that has none yet.
pub fn hand_out(table: &mut Table) {
    let mut taken = vec![false; table.intake.stock.dwellings.len()];
    for home in table.home_of.iter().flatten() {
        taken[home.index()] = true;
    }
    let mut next = vec![0; table.cells.kinds.len()];
    for position in 0..table.order.len() {
        let household = table.order[position];
        if table.matching.cell_of[household] != NONE {
            let (cell, home) = draw_home(table, household, &mut next, &taken);
            taken[home.index()] = true;
            table.home_of[household] = Some(home);
            settle(&mut table.matching, household, cell);
        }
    }
    table.matching.trail.clear();
}

/// Takes a household and one home of its cell out of the matching: from here on they belong together.
fn settle(matching: &mut Matching, household: usize, cell: u32) {
    matching.take_out(household as u32);
    matching.capacity[cell as usize] -= 1;
}

fn draw_home(table: &mut Table, household: usize, next: &mut [usize], taken: &[bool]) -> (u32, DwellingId) {
    loop {
        let own = table.matching.cell_of[household];
        let enclosure = table.matching.enclosure[own as usize];
        let mut best: Option<(u32, u32, DwellingId)> = None;
        for &cell in &table.matching.classes[table.matching.class_of[household] as usize] {
            if table.matching.enclosure[cell as usize] != enclosure || table.matching.capacity[cell as usize] == 0 {
                continue;
            }
            let homes = &table.cells.homes[cell as usize];
            let place = &mut next[cell as usize];
            while taken[homes[*place].index()] {
                *place += 1;
            }
            let rank = table.cells.rank[homes[*place].index()];
            if best.is_none_or(|(lowest, ..)| rank < lowest) {
                best = Some((rank, cell, homes[*place]));
            }
        }
        let (_, cell, home) = best.expect("the household's own cell is in its class and enclosure");
        // A failed try encloses the cell away from this household, so the next round does not see it again.
        if cell == own || table.matching.enter(household as u32, &[cell]) {
            return (cell, home);
        }
    }
}
