//! Who gets which home: the first allocation (base) and the plan after exchanges (draft).

use super::choice::Tier;
use super::ids::{BondId, DwellingId};
use super::intake::{Closeness, Intake};

/// The public seed of the draw: any text, published after the roll digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draw {
    /// The seed; its UTF-8 bytes are the HMAC key.
    pub seed: String,
}

/// A household's place in the order of turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// 1 is first. Counted over the signed households.
    pub turn: u32,
    /// The ticket that set it: the household's own or, in a bond, the bond's.
    pub ticket: [u8; 32],
}

/// Home of each household, in the intake's order; `None` = no home.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placement {
    /// One entry per household of the intake.
    pub home_of: Vec<Option<DwellingId>>,
}

impl Placement {
    /// The reverse: which household holds each dwelling of the stock, as an index into the intake's households.
    pub fn holder_of(&self, dwellings: usize) -> Vec<Option<usize>> {
        let mut holder = vec![None; dwellings];
        for (household, home) in self.home_of.iter().enumerate() {
            if let Some(home) = home {
                holder[home.index()] = Some(household);
            }
        }
        holder
    }
}

/// Why a bond did not come nearer than it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BondLimit {
    /// It reached the closeness asked for.
    None,
    /// Fewer than two of its members are housed.
    Alone,
    /// No place at the next nearer level has fitting homes for all of its members within the tiers they hold.
    NoSuchPlace,
    /// Places with enough fitting homes exist, but giving them up would cost somebody a home or a choice, or an
    /// earlier bond holds them.
    Taken,
}

/// What the first allocation could do for one bond.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BondOutcome {
    /// Which bond.
    pub bond: BondId,
    /// How near its housed members live in the first allocation.
    pub reached: Closeness,
    /// Why not nearer.
    pub limit: BondLimit,
}

/// The first allocation: a function of needs, priority, choices, bonds and draw alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// One entry per household; `None` for those who did not sign.
    pub turns: Vec<Option<Turn>>,
    /// Who got which home.
    pub placement: Placement,
    /// One entry per bond with a signed member, by bond id.
    pub bonds: Vec<BondOutcome>,
}

/// A plan that nobody has verified yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What the draw gave.
    pub base: Base,
    /// What volunteers made of it.
    pub placement: Placement,
}

impl Placement {
    /// The tier that a household holds, or `None` where it has no home.
    pub fn tier(&self, intake: &Intake, household: usize) -> Option<Tier> {
        let home = self.home_of[household]?;
        intake.households[household].tier(intake.stock.dwelling(home))
    }
}
