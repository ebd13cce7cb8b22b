//! Where and until when a household may appeal.

/// What letters say of appeals. Nothing is decided by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appeal {
    /// The last day, ISO `YYYY-MM-DD`.
    pub until: String,
    /// Where: an office, an address, a telephone, as the plan file writes it.
    pub office: String,
}
