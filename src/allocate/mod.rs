//! # allocate: the draw, everyone first, choices, bonds
//!
//! - **Knows**: needs, priority, choices, bonds, agreements and the public seed.
//! - **Does not know**: who belongs where by origin or people, who volunteers for what comes later, or what mix is
//!   wished for. There is no path from any of these to this room.
//! - **Comes from**: `read`, as an [`Intake`], and a [`Draw`].
//! - **Goes to**: a [`Base`] for `mix`, and [`Reasons`] for those without a home.
//!
//! Four steps, each a file: *everyone first* (the largest set of households that can all be housed, the best such
//! set in turn order), *choices* (serial dictatorship inside that set), *bonds* (who asked to stay together gets
//! homes near each other, at nobody else's cost), *homes* (which dwelling of a tier: by the dwelling draw).
//! Steps 1 and 2 are the greedy algorithm on a transversal matroid (Edmonds & Fulkerson 1965) and serial
//! dictatorship with a feasibility constraint (Roth, Sönmez & Ünver 2005), on cells instead of single dwellings.

mod bonds;
mod cells;
mod choices;
mod draw;
mod everyone;
mod homes;
mod matching;
mod reasons;
mod repairs;

pub use draw::{dwelling_ticket, ticket, turns};

use crate::model::{Base, Draw, Intake, Placement, Reasons};
use cells::Cells;
use matching::Matching;

/// What the steps work on: the intake, its cells, and the matching that each step narrows.
struct Table<'a> {
    intake: &'a Intake,
    cells: Cells,
    matching: Matching,
    /// Signed households in turn order.
    order: Vec<usize>,
    /// The home each household got; filled by `bonds` and `homes`.
    home_of: Vec<Option<crate::model::DwellingId>>,
}

/// The first allocation: a function of needs, priority, choices, bonds and draw alone.
///
/// Houses as many signed households as can be housed at all (in turn order), gives each the best tier that leaves
/// every other housed household a home, brings bonds as near together as that allows, and picks the dwelling by the
/// dwelling draw. Same intake and seed: same base. Also says why anybody was left without a home.
pub fn allocate(intake: &Intake, draw: &Draw) -> (Base, Reasons) {
    let turns = turns(intake, draw);
    let cells = Cells::new(intake, draw);
    let matching = Matching::new(cells.capacities(), intake.households.len());
    let mut order: Vec<usize> = (0..intake.households.len()).filter(|&h| turns[h].is_some()).collect();
    order.sort_unstable_by_key(|&h| turns[h].map(|t| t.turn));
    let home_of = vec![None; intake.households.len()];
    let mut table = Table { intake, cells, matching, order, home_of };

    let left_out = everyone::house(&mut table);
    let shortages = reasons::shortages(&mut table, &left_out);
    choices::take(&mut table);
    let bonds = bonds::settle(&mut table);
    if intake.bond_rule.may_cost_tiers > 0 {
        choices::take_what_bonds_left(&mut table);
    }
    homes::hand_out(&mut table);

    let reasons = reasons::reasons(&table, shortages);
    let placement = Placement { home_of: table.home_of };
    (Base { turns, placement, bonds }, reasons)
}
