//! The target of the mix: symmetric by its type. It holds a share for every group or for none, and one tolerance
//! per level for all groups alike; a cap aimed at one group cannot be written down.

/// What places are held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// Buildings and stairwells against their own estate, estates against the whole intake with its residents.
    Composition,
    /// A published share for every group of the roll (same order), positive, adding up to 100.
    Shares(Vec<u32>),
}

/// The published target: reference, tolerances in percentage points, company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What places are held against.
    pub reference: Reference,
    /// Tolerance for estates, 0 to 100 points.
    pub estate: u32,
    /// Tolerance for buildings, 0 to 100 points.
    pub building: u32,
    /// Tolerance for stairwells, 0 to 100 points.
    pub stairwell: u32,
    /// A household has company where its group has at least this many households in the stairwell; 0 or 1 turns
    /// the rule off.
    pub company: u32,
}

impl Default for Target {
    fn default() -> Self {
        Self { reference: Reference::Composition, estate: 10, building: 7, stairwell: 12, company: 3 }
    }
}

/// How long the search for exchanges goes on: a number of steps per home, never a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effort {
    /// A first look.
    Quick,
    /// The default.
    #[default]
    Normal,
    /// For the plan that will be signed.
    Thorough,
}

impl Effort {
    /// The word used in files: `quick`, `normal`, `thorough`.
    pub fn word(self) -> &'static str {
        match self {
            Effort::Quick => "quick",
            Effort::Normal => "normal",
            Effort::Thorough => "thorough",
        }
    }
}
