//! What the measures of a plan count, from the nouns of the model: households without names.

use super::suppress::THRESHOLD;
use super::treatment::{Got, Treated};
use crate::model::{Intake, OptIns, Placement, Roll};
use std::collections::BTreeMap;

/// Every signed household as [`treatment`](super::treatment::treatment) counts it. `areas` has one entry per dwelling.
pub fn treated(intake: &Intake, roll: &Roll, areas: &[Option<f64>], [first, last]: [&Placement; 2]) -> Vec<Treated> {
    let got = |placement: &Placement, who: usize| {
        let id = placement.home_of[who]?;
        let home = intake.stock.dwelling(id);
        let rank = intake.households[who].choices.rank(home.estate)?;
        Some(Got { rank, area: areas.get(id.index()).copied().flatten(), floor: home.floor, step_free: home.step_free })
    };
    let signed = intake.households.iter().enumerate().filter(|(_, who)| who.signed());
    signed
        .map(|(at, who)| Treated {
            group: roll.of_household[at].map(|group| group.index()),
            persons: who.persons,
            needs_step_free: who.needs.step_free,
            first: got(first, at),
            last: got(last, at),
        })
        .collect()
}

/// Why the households of one estate could not come nearer to the target, in households; `None` where the number, or
/// all others together, are too few to be told of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InTheWay {
    /// Households that the plan places here.
    pub placed: u64,
    /// Of these, not opted in to exchanges.
    pub staying: Option<u64>,
    /// Opted in, but no other volunteer here has a home of the same type.
    pub without_partner: Option<u64>,
    /// Opted in, in a bond: they move together or not at all.
    pub bonded: Option<u64>,
    /// Opted in, with needs that not every home of the type meets.
    pub needing: Option<u64>,
}

/// By estate of the stock.
pub fn in_the_way(intake: &Intake, opt_ins: &OptIns, plan: &Placement) -> Vec<InTheWay> {
    let mut counts = vec![[0u64; 5]; intake.stock.estates.len()];
    let mut volunteers: BTreeMap<(u32, u32), u64> = BTreeMap::new();
    for (who, home) in plan.home_of.iter().enumerate() {
        let Some(home) = home.map(|home| intake.stock.dwelling(home)) else { continue };
        let household = &intake.households[who];
        let here = &mut counts[home.estate.index()];
        here[0] += 1;
        if !opt_ins.0[who] {
            here[1] += 1;
            continue;
        }
        *volunteers.entry((home.estate.0, home.home_type.0)).or_default() += 1;
        here[3] += u64::from(household.bond.is_some());
        here[4] += u64::from(household.needs != Default::default());
    }
    for (&(estate, _), _) in volunteers.iter().filter(|(_, count)| **count == 1) {
        counts[estate as usize][2] += 1;
    }
    let told = |[placed, staying, alone, bonded, needing]: [u64; 5]| {
        let few = u64::from(THRESHOLD);
        let tell = |count: u64| (count >= few && placed >= count + few).then_some(count);
        InTheWay {
            placed,
            staying: tell(staying),
            without_partner: tell(alone),
            bonded: tell(bonded),
            needing: tell(needing),
        }
    };
    counts.into_iter().map(told).collect()
}
