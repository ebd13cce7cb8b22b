//! A world: the crowd after the changes of a scenario, and the rules it is tried under.

use super::axes;
use super::crowd::Crowd;
use super::quota::Caps;
use crate::model::{Changes, Effort, Intake, Mechanism, OptIns, Roll, Target, Worth};
use std::collections::BTreeMap;

/// Whether late ones come after everybody else or with those who were left out at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LateRule {
    /// After them.
    #[default]
    Last,
    /// With them, in turn order.
    WithLeftOut,
}

/// Who opts in to mixing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Participation {
    /// Who did in the base.
    AsStated,
    /// So many per cent of all who signed.
    Overall(u32),
    /// So many per cent of those of a priority (`None` = without one); the others as stated.
    ByPriority(BTreeMap<Option<u32>, u32>),
}

/// The crowd as a scenario has it.
pub struct World {
    pub intake: Intake,
    pub roll: Roll,
    pub opt_ins: OptIns,
    pub target: Target,
    pub effort: Effort,
    pub mechanism: Mechanism,
    pub participation: Participation,
    /// Per cent of the volunteers who would go one choice lower for a nearer mix.
    pub slack: u32,
    /// Per cent of the signed households that come late.
    pub late: u32,
    pub late_rule: LateRule,
    /// Per cent of the vacant homes that wait for them.
    pub hold_back: u32,
    /// Per cent of the offers that are refused.
    pub refusals: u32,
    /// Per cent of the offers nobody comes for.
    pub no_shows: u32,
    /// How many offers a household gets.
    pub offers: u32,
    pub caps: Caps,
    pub worth: Worth,
}

impl World {
    pub fn new(crowd: &Crowd, changes: &Changes) -> Self {
        let mut world = Self {
            intake: crowd.intake.clone(),
            roll: crowd.roll.clone(),
            opt_ins: crowd.opt_ins.clone(),
            target: crowd.target.clone().unwrap_or_default(),
            effort: crowd.effort,
            mechanism: crowd.usual_mechanism(),
            participation: Participation::AsStated,
            slack: 0,
            late: 0,
            late_rule: LateRule::Last,
            hold_back: 0,
            refusals: 0,
            no_shows: 0,
            offers: 3,
            caps: Caps::default(),
            worth: Worth::default(),
        };
        for (key, apply) in axes::ALL {
            if let Some(setting) = changes.get(key) {
                apply(setting, &mut world);
            }
        }
        world
    }

    /// Whether one round of offers is all there is.
    pub fn settled_at_once(&self) -> bool {
        self.late == 0 && self.hold_back == 0 && self.refusals == 0 && self.no_shows == 0
    }
}
