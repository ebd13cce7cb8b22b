//! The crowd: everybody a scenario is tried on, and the homes there are.

use crate::model::{Effort, Intake, Mechanism, OptIns, Roll, Target};

/// Who asks, what there is, and what the office aims at. Goes into [`simulate`](super::simulate) and does not come
/// out again: no field can be read from outside this room.
#[derive(Clone, Debug)]
pub struct Crowd {
    pub(super) intake: Intake,
    pub(super) roll: Roll,
    pub(super) opt_ins: OptIns,
    pub(super) target: Option<Target>,
    pub(super) effort: Effort,
}

impl Crowd {
    /// A crowd. `roll` and `opt_ins` have one entry per household of the intake; without a target nobody exchanges,
    /// and the mix is held against the usual tolerances.
    pub fn new(intake: Intake, roll: Roll, opt_ins: OptIns, target: Option<Target>, effort: Effort) -> Self {
        Self { intake, roll, opt_ins, target, effort }
    }

    /// How homes are handed out where a scenario does not say: with exchanges where there is a target.
    pub fn usual_mechanism(&self) -> Mechanism {
        if self.target.is_some() { Mechanism::ChoiceFirst } else { Mechanism::Draw }
    }
}
