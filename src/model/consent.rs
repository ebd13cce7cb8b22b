//! Consent, in two separate kinds: agreement (to be placed at all) and opt-in (to mixing).

/// A household's recorded agreement to be placed. Anything unclear in a file is read as `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Agreement {
    /// Nothing recorded: the household is not placed.
    #[default]
    None,
    /// Recorded without a date.
    Yes,
    /// Recorded with its date, as ISO `YYYY-MM-DD`.
    Dated(String),
}

impl Agreement {
    /// Whether the household agreed.
    pub fn given(&self) -> bool {
        !matches!(self, Agreement::None)
    }
}

/// Which households opted in to mixing: one entry per household of the intake, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OptIns(pub Vec<bool>);

impl OptIns {
    /// Whether the household with this index volunteers for exchanges.
    pub fn volunteers(&self, household: super::HouseholdId) -> bool {
        self.0[household.index()]
    }
}
