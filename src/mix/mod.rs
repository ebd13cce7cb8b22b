//! # mix: volunteers exchange homes they hold equal
//!
//! - **Knows**: the first allocation, who volunteers, who declared which group, the published target.
//! - **Does not know**: names and addresses of people, files, seeds typed by hand, clocks.
//! - **Comes from**: `allocate` (a [`Base`]) and `read` (opt-ins, roll, target).
//! - **Goes to**: `verify`, as a [`Draft`] that nobody has checked yet.
//!
//! An exchange is a ring of volunteers, or a path that ends in a free dwelling, or the same with whole bonds, after
//! which everybody holds a home of the same type, in an equal tier, that meets their needs. Nothing else moves anybody:
//! a board holds only homes of volunteers and free dwellings, so a move that breaks a promise cannot be
//! written down.
//!
//! First between estates, for the estates' distance; then inside each estate, for the mix score (households without
//! company + distance of buildings + distance of stairwells). The search is simulated annealing (Kirkpatrick, Gelatt &
//! Vecchi 1983) on whole numbers, a fixed number of steps, on small boards at several temperatures at once; after it,
//! everybody whose return costs nothing goes home.

mod board;
mod bound;
mod exchange;
mod homecoming;
mod search;
mod tally;
mod temper;
mod ties;

use crate::model::{Base, Draft, Effort, Intake, OptIns, Placement, Roll, Target};
pub use bound::{bound, obstacles};

use board::{Board, Scope};
use rayon::prelude::*;
use search::Luck;
use tally::Town;

/// The plan after exchanges between volunteers.
///
/// `base` comes from `allocate` for the same `intake`; `volunteers` and `roll` have one entry per household of it.
/// Neither the households without company nor the mix score nor the estates' distance ends higher than in the base.
/// Same arguments: same draft, on any number of threads.
pub fn mix(intake: &Intake, base: &Base, volunteers: &OptIns, roll: &Roll, target: &Target, effort: Effort) -> Draft {
    let town = Town::new(intake, roll, target);
    let first = town.tally(&base.placement);
    let between = between_estates(&town, base, volunteers, effort);
    // Nearer estates can make the inside worse than it was: then the estates stay as drawn.
    let drawn = (between != base.placement).then(|| base.placement.clone());
    let kept = std::iter::once(between)
        .chain(drawn)
        .map(|from| inside_estates(&town, base, &from, volunteers, effort))
        .find(|placement| town.tally(placement).no_worse_than(&first));
    Draft { base: base.clone(), placement: kept.unwrap_or_else(|| base.placement.clone()) }
}

/// Exchanges between estates that their members hold equal.
fn between_estates(town: &Town, base: &Base, volunteers: &OptIns, effort: Effort) -> Placement {
    let mut board = Board::new(town, base, &base.placement, volunteers, Scope::Between);
    let mut score = town.between_score(&base.placement);
    let mut luck = Luck::new(base, 0);
    // Estates are few and large: what can be had between them is found in a fraction of the steps.
    let effort = if effort == Effort::Thorough { Effort::Normal } else { Effort::Quick };
    let all = board.slots.len();
    search::run(&mut board, &mut score, &mut luck, effort, all);
    homecoming::run(&mut board, &mut score);
    board.placement(&base.placement)
}

/// Exchanges inside each estate, one estate a task.
fn inside_estates(town: &Town, base: &Base, from: &Placement, volunteers: &OptIns, effort: Effort) -> Placement {
    let boards = Board::per_estate(town, base, from, volunteers);
    let all = boards.iter().map(|board| board.slots.len()).sum();
    let solved: Vec<Board> = boards
        .into_par_iter()
        .zip(town.inside_scores(from))
        .enumerate()
        .map(|(estate, (mut board, mut score))| {
            let mut luck = Luck::new(base, estate as u64 + 1);
            search::run(&mut board, &mut score, &mut luck, effort, all);
            homecoming::run(&mut board, &mut score);
            board
        })
        .collect();
    let mut placement = from.clone();
    for board in solved {
        placement = board.placement(&placement);
    }
    placement
}
