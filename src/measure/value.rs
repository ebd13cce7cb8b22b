//! A measured value, or the reason why there is none.

/// Why a measure has no value. Data only; the sentences belong to whoever prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Undefined {
    /// Nobody is counted anywhere.
    Nobody,
    /// Only one group is counted, so there is nothing to compare.
    OneGroup,
    /// The group has no member here.
    GroupAbsent,
    /// The group is all there is: there are no others to compare it with.
    GroupAlone,
    /// The place is empty.
    EmptyPlace,
    /// No place (or not this place) has two homes, so nobody has a neighbour.
    NoNeighbours,
    /// There is one inhabited place only, so drawing lots can change nothing.
    OnePlace,
    /// No lots were drawn: persons live in households, for which there is no exact value.
    NotDrawn,
}

/// A number, or why there is none: never NaN, and never 0 for something that is not known.
pub type Value = Result<f64, Undefined>;
