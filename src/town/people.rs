//! Who the households are, what they need, whom they want to stay near, what they agreed to.

use super::chance::{Chance, Stream};
use super::homes::fit;
use super::land::Land;
use super::recipe::Recipe;

/// Household sizes 1 to 8, in per cent: mean 3.6.
pub(super) const SIZES: [u32; 8] = [8, 16, 24, 26, 15, 7, 3, 1];

/// A household without its wishes.
pub(super) struct Family {
    pub(super) persons: u32,
    pub(super) step_free: bool,
    pub(super) max_floor: Option<u32>,
    pub(super) priority: Option<u32>,
    /// Its own list of home types, where it has one.
    pub(super) own_kinds: Option<Vec<usize>>,
    pub(super) declared: bool,
}

impl Family {
    /// The home types it accepts, best first.
    pub(super) fn kinds(&self) -> &[usize] {
        self.own_kinds.as_deref().unwrap_or(fit(self.persons))
    }
}

/// One family per household of the land.
pub(super) fn families(recipe: &Recipe) -> Vec<Family> {
    let chance = &mut Chance::new(recipe.seed, Stream::People);
    (0..recipe.households).map(|_| family(recipe, chance)).collect()
}

fn family(recipe: &Recipe, chance: &mut Chance) -> Family {
    let persons = chance.weighted(&SIZES) as u32 + 1;
    let step_free = chance.percent(8);
    let max_floor =
        chance.percent(if step_free { 5 } else { 8 }).then(|| 2 + chance.weighted(&[35, 30, 15, 10, 10]) as u32);
    let priority = match chance.below(100) {
        0 => Some(1),
        1..30 if step_free => Some(1),
        30..36 => Some(2),
        _ => None,
    };
    let list = fit(persons);
    let own_kinds = (chance.percent(4) && list.len() > 1).then(|| match chance.below(3) {
        0 => vec![list[0]],
        1 => vec![list[1]],
        _ => list.iter().rev().copied().collect(),
    });
    Family { persons, step_free, max_floor, priority, own_kinds, declared: !chance.percent(recipe.undeclared_percent) }
}

/// The bond of each household, numbered from 0, and how many there are. Mostly kin: of one hamlet and one group.
pub(super) fn bonds(recipe: &Recipe, land: &Land, groups: &[u8]) -> (Vec<Option<u32>>, u32) {
    let chance = &mut Chance::new(recipe.seed, Stream::Bonds);
    let mut bond_of = vec![None; groups.len()];
    let mut wanted = groups.len() * recipe.bond_percent as usize / 100;
    let mut bonds = 0;
    let mut order: Vec<usize> = (0..groups.len()).collect();
    chance.shuffle(&mut order);
    for founder in order {
        if wanted < 2 || bond_of[founder].is_some() {
            continue;
        }
        let size = (2 + chance.weighted(&[50, 28, 14, 8])).min(wanted);
        bond_of[founder] = Some(bonds);
        let mut members = 1;
        while members < size {
            let Some(kin) = find_kin(land, groups, &bond_of, founder, chance) else { break };
            bond_of[kin] = Some(bonds);
            members += 1;
        }
        if members == 1 {
            bond_of[founder] = None;
        } else {
            wanted -= members;
            bonds += 1;
        }
    }
    (bond_of, bonds)
}

/// Somebody who is in no bond yet: 80 % from the hamlet, 15 % from the village, else from anywhere; 92 % of the
/// same group. Where nobody is found, the search goes one level up.
fn find_kin(land: &Land, groups: &[u8], bond_of: &[Option<u32>], founder: usize, chance: &mut Chance) -> Option<usize> {
    const TRIES: usize = 20;
    let hamlet = &land.hamlets[land.hamlet_of[founder]];
    let places = [hamlet.households.clone(), land.villages[hamlet.village].households.clone(), 0..groups.len()];
    let nearest = chance.weighted(&[80, 15, 5]);
    let same_group = chance.percent(92);
    for place in &places[nearest..] {
        for _ in 0..TRIES {
            let other = place.start + chance.below(place.len());
            let alike = !same_group || groups[other] == groups[founder];
            if alike && other != founder && bond_of[other].is_none() {
                return Some(other);
            }
        }
    }
    None
}

/// What a household agreed to.
pub(super) struct Consent {
    /// The cell `agreement`: `yes`, a date, `no` or blank.
    pub(super) agreement: String,
    /// Whether it agreed.
    pub(super) signed: bool,
    /// The cell `mixing`: `yes`, `no` or blank.
    pub(super) mixing: &'static str,
}

/// One entry per household. Each village signs over some weeks of its own.
pub(super) fn consents(recipe: &Recipe, land: &Land) -> Vec<Consent> {
    let chance = &mut Chance::new(recipe.seed, Stream::Consent);
    let starts: Vec<usize> = land.villages.iter().map(|_| chance.below(42)).collect();
    let consent = |&hamlet: &usize| {
        let signed = !chance.percent(recipe.unsigned_percent);
        let agreement = match (signed, chance.below(10)) {
            (true, 0..3) => "yes".to_owned(),
            (true, _) => date(starts[land.hamlets[hamlet].village] + chance.below(21)),
            (false, 0..4) => "no".to_owned(),
            (false, _) => String::new(),
        };
        let mixing = match (signed && chance.percent(recipe.opt_in_percent), chance.percent(50)) {
            (true, _) => "yes",
            (false, true) => "no",
            (false, false) => "",
        };
        Consent { agreement, signed, mixing }
    };
    land.hamlet_of.iter().map(consent).collect()
}

/// The ISO date so many days (up to 90) after 1 March 2026.
fn date(days: usize) -> String {
    let (month, day) = match days {
        0..31 => (3, days),
        31..61 => (4, days - 31),
        _ => (5, days - 61),
    };
    format!("2026-{month:02}-{:02}", day + 1)
}
