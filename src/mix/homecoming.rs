//! Homecoming: among equal scores, as few households as possible end in another home than they drew.
//!
//! After the search, everybody away from the home they drew tries to return: by exchanging with whoever lives there
//! now, or, where that would cost the mix something, by first trading places with somebody of the same group in
//! the stairwell they came from. Only returns happen that raise neither the score nor the
//! households without company, and each brings at least one more
//! household home, so this ends.

use super::board::{Board, NONE};
use super::exchange::{Exchange, swap};
use super::tally::Tally;

/// Brings home whom it can, until nobody more can return.
pub fn run(board: &mut Board, score: &mut Tally) {
    loop {
        let mut returned = false;
        for block in 0..board.blocks.len() as u32 {
            returned |= together(board, score, block);
        }
        for mover in 0..board.movers.len() as u32 {
            returned |= alone(board, score, mover);
        }
        if !returned {
            break;
        }
    }
}

fn at_home(board: &Board, slot: u32) -> bool {
    let mover = board.who[slot as usize];
    mover != NONE && board.movers[mover as usize].drawn == slot
}

/// Whether two slots of one home type may trade places, each going alone.
fn may_trade(board: &Board, a: u32, b: u32) -> bool {
    board.bucket_of[a as usize] == board.bucket_of[b as usize] && board.may_go(a, b) && board.may_go(b, a)
}

/// One household returns alone; true if it did.
fn alone(board: &mut Board, score: &mut Tally, mover: u32) -> bool {
    let (drawn, at) = (board.movers[mover as usize].drawn, board.at[mover as usize]);
    if drawn == NONE || drawn == at {
        return false;
    }
    if may_trade(board, at, drawn) {
        let lonely = score.without_company();
        if swap(board, score, at, drawn) <= 0 && score.without_company() <= lonely {
            return true;
        }
        swap(board, score, at, drawn);
    }
    let stairwell = board.stairwell_of[drawn as usize] as usize;
    for position in 0..board.by_stairwell[stairwell].len() {
        let door = board.by_stairwell[stairwell][position];
        let stand_in = door != drawn && door != at && !at_home(board, door) && board.group(door) == board.group(at);
        if !stand_in || !may_trade(board, at, door) {
            continue;
        }
        // Same group: no count changes. Then inside one stairwell: again none.
        swap(board, score, at, door);
        if may_trade(board, door, drawn) {
            swap(board, score, door, drawn);
            return true;
        }
        swap(board, score, at, door);
    }
    false
}

/// A whole block returns from another stairwell to the homes its members drew, if all who live there now may come in
/// exchange; true if it did.
fn together(board: &mut Board, score: &mut Tally, block: u32) -> bool {
    let members = &board.blocks[block as usize];
    let pairs: Vec<(u32, u32)> =
        members.iter().map(|&m| (board.at[m as usize], board.movers[m as usize].drawn)).collect();
    let homes: Vec<u32> = pairs.iter().map(|&(_, drawn)| drawn).collect();
    let may_go = |&(at, drawn): &(u32, u32)| {
        drawn != NONE
            && board.stairwell_of[at as usize] != board.stairwell_of[drawn as usize]
            && (board.block(drawn) == NONE || all_in(board, board.block(drawn), &homes))
            && board.may_hold(at, drawn)
            && board.may_hold(drawn, at)
    };
    if !pairs.iter().all(may_go) {
        return false;
    }
    let mut exchange = Exchange::default();
    exchange.swaps.extend(pairs);
    let lonely = score.without_company();
    if exchange.make(board, score) > 0 || score.without_company() > lonely {
        exchange.unmake(board, score);
        return false;
    }
    true
}

/// Whether a whole block lives in these slots.
fn all_in(board: &Board, block: u32, slots: &[u32]) -> bool {
    board.blocks[block as usize].iter().all(|&mover| slots.contains(&board.at[mover as usize]))
}
