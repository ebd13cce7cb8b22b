//! Chance: who takes part, who refuses, which homes change. Everybody has a number for each question, made from the
//! seed as tickets are; a share of all are those whose number is low. So whoever takes part at 30 % does so at 60 %,
//! and no answer depends on the order of anything.

use crate::allocate::ticket;
use crate::model::Draw;

/// Whether somebody is among so many per cent of all, under the seed of a run.
pub fn of_run(draw: &Draw, question: &str, key: &str, percent: u32) -> bool {
    match percent {
        0 => false,
        100.. => true,
        _ => low(&ticket(draw, &format!("what-if {question}:{key}")), percent),
    }
}

/// Whether a home is among so many per cent of all: the same under every seed, so that scenarios differ from each other
/// in the stock and runs of one scenario do not.
pub fn of_stock(question: &str, key: &str, percent: u32) -> bool {
    of_run(&Draw { seed: String::from("stock") }, question, key, percent)
}

fn low(ticket: &[u8; 32], percent: u32) -> bool {
    let number = ticket[..8].iter().fold(0u128, |number, &byte| number << 8 | u128::from(byte));
    number * 100 < u128::from(percent) << 64
}
