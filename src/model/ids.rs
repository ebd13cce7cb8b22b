//! Typed indices into the lists of a [`Stock`](super::Stock), an [`Intake`](super::Intake) or a [`Roll`](super::Roll).
//!
//! Residents have no id on purpose: there is nothing by which a resident could be moved.

macro_rules! id_type {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in the list this id points into.
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The id of the list position `index`; lists longer than `u32::MAX` are refused by `read`.
            pub fn new(index: usize) -> Self {
                Self(u32::try_from(index).expect("lists are shorter than u32::MAX"))
            }
        }
    )+};
}

id_type! {
    /// An estate (小区): position in `Stock::estates`.
    EstateId,
    /// A building (楼栋): position in `Stock::buildings`.
    BuildingId,
    /// A stairwell (单元): position in `Stock::stairwells`.
    StairwellId,
    /// A dwelling (住房): position in `Stock::dwellings`.
    DwellingId,
    /// A home type (户型): position in `Stock::home_types`.
    HomeTypeId,
    /// A household (户): position in `Intake::households`.
    HouseholdId,
    /// A wish to stay together (关联): position in `Intake::bonds`.
    BondId,
    /// A declared group: position in `Roll::groups`.
    GroupId,
}
