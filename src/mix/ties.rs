//! Ties: whether and how far a household may move without parting from those it asked to stay with.

use super::tally::Town;
use crate::model::{Base, BondId, HouseholdId, OptIns};
use std::collections::BTreeMap;

/// How far a mover may go without parting from bond members who live nearby. Nearest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Span {
    /// Part of a block that is not on this board as a whole.
    Nowhere,
    /// Somebody of the bond lives in the stairwell and did not opt in.
    Stairwell,
    Building,
    Estate,
    Anywhere,
}

/// In a town with more households than this, who cannot leave the stairwell keeps the home as well: a different door
/// rarely helps anybody there, and trying costs the search steps.
const SMALL_TOWN: usize = 1_500;

/// What decides whether and how far a household may move, worked out once for the whole town.
pub struct Ties {
    /// Bond and stairwell, for households that must move together.
    pub block: Vec<Option<(BondId, u32)>>,
    /// How near the nearest of its bond lives outside its stairwell, whether it opted in or not.
    pub span: Vec<Span>,
    /// Whether somebody of the bond lives in its stairwell and did not opt in.
    pub tied: Vec<bool>,
    pub movable: Vec<bool>,
}

impl Ties {
    /// How far a household may go.
    pub fn reach(&self, h: usize) -> Span {
        if self.tied[h] { Span::Stairwell } else { self.span[h] }
    }

    pub fn new(town: &Town, base: &Base, volunteers: &OptIns) -> Self {
        let households = town.intake.households.len();
        let stock = &town.intake.stock;
        let mut ties = Self {
            block: vec![None; households],
            span: vec![Span::Anywhere; households],
            tied: vec![false; households],
            movable: vec![false; households],
        };
        let mut bonds: BTreeMap<BondId, Vec<usize>> = BTreeMap::new();
        for (h, who) in town.intake.households.iter().enumerate() {
            if base.placement.home_of[h].is_some() {
                ties.movable[h] = volunteers.volunteers(HouseholdId::new(h));
                if let Some(bond) = who.bond {
                    bonds.entry(bond).or_default().push(h);
                }
            }
        }
        let home = |h: usize| stock.dwelling(base.placement.home_of[h].expect("only housed members are listed"));
        for (bond, members) in bonds {
            let all_move: Vec<bool> = members.iter().map(|&h| ties.movable[h]).collect();
            for &h in &members {
                for (&other, &moves) in members.iter().zip(&all_move).filter(|&(&other, _)| other != h) {
                    let (mine, theirs) = (home(h), home(other));
                    if mine.stairwell == theirs.stairwell {
                        ties.block[h] = Some((bond, mine.stairwell.0));
                        ties.tied[h] |= !moves;
                    } else if mine.building == theirs.building {
                        ties.span[h] = Span::Building;
                    } else if mine.estate == theirs.estate {
                        ties.span[h] = ties.span[h].min(Span::Estate);
                    }
                }
                if ties.tied[h] {
                    ties.block[h] = None;
                    ties.movable[h] &= households <= SMALL_TOWN;
                }
            }
        }
        ties
    }
}
