//! What kind of town to make.

/// A recipe: the same one makes the same town, byte for byte. Shares are percentages, 0 to 100.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// Households of the intake, at least 1.
    pub households: u32,
    /// Estates, at least 1.
    pub estates: u32,
    /// The number that all chance comes from.
    pub seed: u64,
    /// Groups, 2 to 56: `A`, `B`, … with shares that fall off as 45, 20, 12, 10, 6, 4, 2, 1.
    pub groups: u32,
    /// Of the signed households, how many opt in to mixing.
    pub opt_in_percent: u32,
    /// How many households belong to a bond.
    pub bond_percent: u32,
    /// Vacant homes beyond one for each signed household.
    pub spare_percent: u32,
    /// Stairwells that are partly lived in already.
    pub resident_percent: u32,
    /// Households without a recorded agreement.
    pub unsigned_percent: u32,
    /// Households that declare no group.
    pub undeclared_percent: u32,
    /// Between two estates that a household ranks one after the other, how often it holds them equal (`=`).
    pub equal_percent: u32,
    /// Whether there are too few of the smallest homes, so that some signed households who live alone cannot be
    /// housed.
    pub scarce: bool,
}

impl Recipe {
    /// The town of the `demo` command: 600 households, 3 estates, 8 groups.
    pub fn demo() -> Self {
        Self::sized(600)
    }

    /// The demo town in another size. Estates grow about linearly: 3 for 600 households, 60 for 50,000.
    pub fn sized(households: u32) -> Self {
        let small = households.div_ceil(200).max(1);
        let large = 3 + (households.saturating_sub(600) + 433) / 867;
        Self {
            households,
            estates: small.min(large),
            seed: 7,
            groups: 8,
            opt_in_percent: 80,
            bond_percent: 35,
            spare_percent: 6,
            resident_percent: 15,
            unsigned_percent: 12,
            undeclared_percent: 2,
            equal_percent: 40,
            scarce: false,
        }
    }

    /// The recipe with every number brought into its range.
    pub(super) fn in_range(&self) -> Self {
        Self {
            households: self.households.max(1),
            estates: self.estates.max(1),
            seed: self.seed,
            groups: self.groups.clamp(2, 56),
            opt_in_percent: self.opt_in_percent.min(100),
            bond_percent: self.bond_percent.min(100),
            spare_percent: self.spare_percent.min(100),
            resident_percent: self.resident_percent.min(100),
            unsigned_percent: self.unsigned_percent.min(100),
            undeclared_percent: self.undeclared_percent.min(100),
            equal_percent: self.equal_percent.min(100),
            scarce: self.scarce,
        }
    }
}
