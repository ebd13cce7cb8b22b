//! The axes: what a scenario can change. One axis is one file (or one of a few that belong together) and one line here.
//! Keys and what they can be set to are in [`crate::model::scenario::AXES`]; `read` has checked every setting.

mod bonds;
mod buildings;
pub use buildings::building_name;
mod caps;
mod late;
mod mechanism;
mod participation;
mod refusals;
mod slack;
mod step_free;
mod target;
mod vacancies;

use super::world::World;
use crate::model::Setting;

/// What a setting does to the world.
type Apply = fn(&Setting, &mut World);

/// Every axis and what it does, in the order in which changes are made: buildings before the homes in them.
pub const ALL: [(&str, Apply); 24] = [
    ("add", buildings::add),
    ("close", buildings::close),
    ("vacancies", vacancies::apply),
    ("step_free", step_free::apply),
    ("mechanism", mechanism::apply),
    ("effort", mechanism::effort),
    ("worth", mechanism::worth),
    ("participation", participation::apply),
    ("target", target::reference),
    ("tolerance_estate", target::estate),
    ("tolerance_building", target::building),
    ("tolerance_stairwell", target::stairwell),
    ("company", target::company),
    ("slack", slack::apply),
    ("bond_level", bonds::level),
    ("bond_cost", bonds::cost),
    ("late", late::share),
    ("late_rule", late::rule),
    ("hold_back", late::hold_back),
    ("refusals", refusals::refusals),
    ("no_shows", refusals::no_shows),
    ("offers", refusals::offers),
    ("cap_estate", caps::estate),
    ("cap_building", caps::building),
];

/// A whole number that is not negative.
fn number(setting: &Setting) -> u32 {
    setting.whole().and_then(|n| u32::try_from(n).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use crate::model::scenario::AXES;
    use std::collections::BTreeSet;

    #[test]
    fn every_axis_of_the_model_is_worked_out_here() {
        let known: BTreeSet<&str> = AXES.iter().map(|axis| axis.key).collect();
        let done: BTreeSet<&str> = super::ALL.iter().map(|(key, _)| *key).collect();
        assert_eq!(known, done);
    }
}
