//! What must be built: one home for every signed household in an estate it accepts, and some to spare.

use super::chance::{Chance, Stream};
use super::people::{Consent, Family};
use super::recipe::Recipe;
use super::wishes::{Estates, Wish};

/// Home types, by area in square metres.
pub(super) const KINDS: [u32; 5] = [40, 50, 75, 100, 125];

/// The home types that suit a household of so many persons, best first: the largest within 25 m² a person.
pub(super) fn fit(persons: u32) -> &'static [usize] {
    match persons {
        0 | 1 => &[0],
        2 => &[1, 0],
        3 => &[2, 1],
        4 => &[3, 2],
        _ => &[4, 3],
    }
}

/// A home to build.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    /// Home type, as a place in [`KINDS`].
    pub(super) kind: usize,
    /// For somebody who needs it step-free.
    pub(super) step_free: bool,
    /// For somebody who needs a floor no higher than this.
    pub(super) max_floor: Option<u32>,
}

impl Wanted {
    /// Whether only some floors will do.
    pub(super) fn is_needy(&self) -> bool {
        self.step_free || self.max_floor.is_some()
    }
}

/// The homes to build in each estate. In a town that is not scarce, each signed household could have one of its own at
/// the same time, so nobody has to go without for want of a type; but not everyone's is in the first choice.
pub(super) fn wanted(
    recipe: &Recipe,
    families: &[Family],
    (estates, wishes): (&Estates, &[Wish]),
    consents: &[Consent],
) -> Vec<Vec<Wanted>> {
    let chance = &mut Chance::new(recipe.seed, Stream::Demand);
    let mut homes_of: Vec<Vec<Wanted>> = vec![Vec::new(); recipe.estates as usize];
    for ((family, wish), consent) in families.iter().zip(wishes).zip(consents) {
        if consent.signed {
            let kinds = family.kinds();
            let kind = if chance.percent(90) { kinds[0] } else { chance.one_of(kinds) };
            let estate = likely_estate(wish, estates, chance);
            homes_of[estate].push(Wanted { kind, step_free: family.step_free, max_floor: family.max_floor });
        }
    }
    if recipe.scarce {
        let alone = |(family, consent): &(&Family, &Consent)| consent.signed && family.persons == 1;
        take_small_homes(&mut homes_of, families.iter().zip(consents).filter(alone).count(), chance);
    }
    for homes in &mut homes_of {
        add_spare(homes, recipe, chance);
    }
    homes_of
}

/// Where the home for this household is built: at times in the first tier, else in the less popular one of two that it
/// accepts. So popular estates are too small for all who would rather live there.
fn likely_estate(wish: &Wish, estates: &Estates, chance: &mut Chance) -> usize {
    match wish.tiers.first() {
        Some(first) if chance.percent(25) => chance.one_of(first),
        Some(_) if !wish.any => {
            let named: Vec<usize> = wish.tiers.iter().flatten().copied().collect();
            estates.less_popular(chance.one_of(&named), chance.one_of(&named))
        }
        _ => estates.less_popular(chance.below(estates.names.len()), chance.below(estates.names.len())),
    }
}

/// Makes larger homes of the smallest ones until there is one for only 60 % of those who live alone.
fn take_small_homes(estates: &mut [Vec<Wanted>], alone: usize, chance: &mut Chance) {
    let mut small: Vec<&mut Wanted> = estates.iter_mut().flatten().filter(|home| home.kind == 0).collect();
    chance.shuffle(&mut small);
    let kept = alone * 60 / 100;
    for home in small.into_iter().skip(kept) {
        home.kind = 1;
    }
}

/// Spare homes have the types of the others; in a scarce town none of them is of the smallest type. An estate
/// has at least one home.
fn add_spare(homes: &mut Vec<Wanted>, recipe: &Recipe, chance: &mut Chance) {
    let built = homes.len();
    let spare = (built * recipe.spare_percent as usize).div_ceil(100).max(usize::from(built == 0));
    for _ in 0..spare {
        let kind = if built == 0 { 2 } else { homes[chance.below(built)].kind };
        let kind = if recipe.scarce { kind.max(1) } else { kind };
        homes.push(Wanted { kind, step_free: false, max_floor: None });
    }
}
