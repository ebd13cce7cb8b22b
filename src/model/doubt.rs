//! What makes recorded agreements doubtful: patterns, counted, never names. A signature is evidence of consent, not
//! proof; these are for whoever answers for the plan to look into.

/// A pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pattern {
    /// Every household of a village agreed, without exception.
    EverybodyAgreed,
    /// Every household of a village agreed, and all on one day.
    SameDay,
    /// Households that had refused and then agreed.
    RefusalTurned,
    /// Agreements dated before the list was drawn up.
    BeforeList,
}

impl Pattern {
    /// All patterns.
    pub const ALL: [Pattern; 4] =
        [Pattern::EverybodyAgreed, Pattern::SameDay, Pattern::RefusalTurned, Pattern::BeforeList];

    /// The word used in files.
    pub fn id(self) -> &'static str {
        match self {
            Pattern::EverybodyAgreed => "everybody_agreed",
            Pattern::SameDay => "same_day",
            Pattern::RefusalTurned => "refusal_turned",
            Pattern::BeforeList => "before_list",
        }
    }

    /// The pattern of a word.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pattern| pattern.id() == id)
    }
}

/// How often a pattern was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Doubt {
    /// Which pattern.
    pub pattern: Pattern,
    /// In how many villages; 0 where the pattern is one of single households.
    pub places: u64,
    /// Households it was found at.
    pub households: u64,
}
