//! Choices: the order in which a household accepts estates and home types.

use super::ids::EstateId;

/// Estates a household accepts, best first. A blank cell in the file is `any: true` with no tiers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Tiers, best first; the estates of one tier are held equal (`North=South`). Each tier is sorted by id, no
    /// estate is named twice.
    pub tiers: Vec<Vec<EstateId>>,
    /// `*` at the end: after these, any other estate, all of them equal.
    pub any: bool,
}

impl Choices {
    /// Rank of an estate, 1 = first choice; `None` where the household does not accept it.
    pub fn rank(&self, estate: EstateId) -> Option<u32> {
        let named = self.tiers.iter().position(|tier| tier.contains(&estate));
        match named {
            Some(place) => Some(place as u32 + 1),
            None if self.any => Some(self.tiers.len() as u32 + 1),
            None => None,
        }
    }

    /// How many ranks there are.
    pub fn ranks(&self) -> u32 {
        self.tiers.len() as u32 + u32::from(self.any)
    }
}

/// A tier: which estate choice and which home type of the household's list. Ordered best first: by estate
/// choice, then by home type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tier {
    /// Estate choice, 1 = first.
    pub choice: u32,
    /// Place of the home type in the household's list, 1 = first.
    pub kind: u32,
}
