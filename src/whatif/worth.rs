//! What homes are worth to households, in whole numbers, for the sums that prices are made of.

use crate::model::{Household, Intake, Placement, Worth};

/// One first choice. Divisible by 1 to 10, so that shares of it are whole down to the tenth choice.
pub const WHOLE: i64 = 2_520;

/// What an estate of this choice rank is worth to a household; 1 is the first choice.
pub fn of_rank(worth: Worth, who: &Household, rank: u32) -> i64 {
    match worth {
        Worth::Rank => WHOLE / i64::from(rank),
        Worth::First => WHOLE * i64::from(rank == 1),
        Worth::Named => WHOLE * i64::from(rank as usize <= who.choices.tiers.len()),
    }
}

/// What a placement is worth to all of them.
pub fn total(worth: Worth, intake: &Intake, placement: &Placement) -> i64 {
    let homes = placement.home_of.iter().zip(&intake.households);
    homes
        .filter_map(|(home, who)| Some(of_rank(worth, who, who.choices.rank(intake.stock.dwelling((*home)?).estate)?)))
        .sum()
}
