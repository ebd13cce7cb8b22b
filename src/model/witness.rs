//! The witness of the bound: prices, under which anybody can work out that no plan scores lower than stated.
//!
//! A price is paid for a number of volunteers of one group in one place. The places ask it, the groups pay it, so in
//! all it cancels out, whatever it is: see the verifier's `bound` for the argument.

/// What a witness counts prices in: one household is so many of them.
pub const PRICE_PARTS: i64 = 1 << 16;

/// A place where the number of a group's volunteers may differ by more than this is left out of the bound.
pub const WIDEST_PRICED: usize = 255;

/// The parties of a group are looked at as a whole where there are no more pairs than this of states, one after the
/// other, in which some of them are seated.
pub const MOST_SEATED: usize = 20_000;

/// Prices of one place: per group, one for each number of its volunteers from the fewest to the most who can live
/// there. Empty lists for a place that is left out.
pub type PlacePrices = Vec<Vec<i32>>;

/// Prices that prove a bound, in 1/[`PRICE_PARTS`] of a household.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prices {
    /// Per building, in the order of the stock.
    pub buildings: Vec<PlacePrices>,
    /// Per stairwell, in the order of the stock.
    pub stairwells: Vec<PlacePrices>,
    /// Per stairwell, prices that parties pay there: per group, for its number as the sum of its parties'; then, party
    /// by party, for the party's number in each sum that it is part of but the first (its share of the whole party, a
    /// group's number or seating, homes of one type). Empty where parties are left out of the bound.
    pub parties: Vec<PlacePrices>,
}

/// What a number in a stairwell is split at: plans with at most `upto` there, and all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Split {
    /// In the order of the stock, from 0 in each estate.
    pub stairwell: usize,
    /// Which number: first the groups', of volunteers who can leave their stairwell; then the parties'.
    pub number: usize,
    /// Households.
    pub upto: usize,
}

/// A proof that no plan of one estate scores lower than some bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Prices for the whole.
    Prices(Prices),
    /// One proof for either side of a split; the lower bound of both holds.
    Split(Split, Box<[Proof; 2]>),
}

/// Proof of one estate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EstateProof {
    /// Name of the estate.
    pub estate: String,
    /// What proves its bound.
    pub proof: Proof,
}

/// Prices of all estates, in the order of the stock.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Witness {
    /// Roll digest of the intake that it is about.
    pub roll_digest: String,
    /// One entry per estate.
    pub estates: Vec<EstateProof>,
}

/// What stands in the way of a nearer mix in one estate: how many hundredths of a household the bound of its mix score
/// would be lower with one rule lifted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Obstacles {
    /// Households that did not opt in.
    pub opt_in: u32,
    /// Each home type has its own homes.
    pub home_types: u32,
    /// Homes without steps or on low floors.
    pub needs: u32,
    /// Households that stay together.
    pub bonds: u32,
}
