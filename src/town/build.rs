//! Buildings: stairwells of homes, some of them lived in, stocked with the home types that are wanted.

use super::chance::{Chance, Stream};
use super::homes::{KINDS, Wanted};
use super::land::group_weights;
use super::people::SIZES;
use super::recipe::Recipe;

/// Whether a home can be handed out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Vacant,
    Held,
    /// Lived in, by so many persons of this group; `None` where they did not say.
    Occupied(Option<u8>, u32),
}

/// A home and where it is.
#[derive(Clone, Copy)]
pub(super) struct Home {
    pub(super) estate: usize,
    pub(super) building: u32,
    pub(super) stairwell: u32,
    pub(super) floor: u32,
    /// Which door of the landing, from 1.
    pub(super) column: u32,
    pub(super) step_free: bool,
    /// Home type, as a place in [`KINDS`].
    pub(super) kind: usize,
    pub(super) state: State,
}

/// Floors and homes to a floor.
#[derive(Clone, Copy)]
struct Shape {
    lift: bool,
    floors: u32,
    columns: u32,
}

/// Builds the estate that offers exactly the wanted homes as vacant ones.
pub(super) fn build(recipe: &Recipe, estate: usize, wanted: &[Wanted], chances: &mut Chances) -> Vec<Home> {
    let chance = &mut chances.homes;
    // One home in 200 is kept back, and those of the last landing that nobody wants.
    let shells = wanted.len() + wanted.len() / 200;
    let mut homes: Vec<Home> = Vec::new();
    let mut vacant = 0;
    let mut building = 0;
    while vacant < shells {
        building += 1;
        let shape = shape(shells - vacant, chance);
        for stairwell in 1..=1 + chance.weighted(&[20, 35, 30, 15]) as u32 {
            if vacant >= shells {
                break;
            }
            let shape = shortened(shape, shells - vacant);
            let start = homes.len();
            add_stairwell(&mut homes, (estate, building, stairwell), shape);
            let lived_in = move_in(&mut homes[start..], recipe, &mut chances.residents);
            vacant += homes.len() - start - lived_in;
        }
    }
    hold_back(&mut homes, vacant - wanted.len(), chance);
    stock(&mut homes, wanted, chance);
    homes
}

/// The streams that estates are built from, one after the other.
pub(super) struct Chances {
    homes: Chance,
    residents: Chance,
}

impl Chances {
    /// At the start of a town.
    pub(super) fn new(seed: u64) -> Self {
        Self { homes: Chance::new(seed, Stream::Homes), residents: Chance::new(seed, Stream::Residents) }
    }
}

/// 60 % are walk-ups of 6 floors with 4 homes each, the others have a lift and 11 to 18 floors; nobody puts a lift
/// in for a handful of homes.
fn shape(missing: usize, chance: &mut Chance) -> Shape {
    if chance.percent(60) || missing < 22 {
        return Shape { lift: false, floors: 6, columns: 4 };
    }
    let floors = 11 + chance.weighted(&[45, 15, 10, 8, 7, 5, 5, 5]) as u32;
    Shape { lift: true, floors, columns: 2 + chance.weighted(&[85, 10, 5]) as u32 }
}

/// The last stairwell of an estate is only as high as it has to be, at least two floors.
fn shortened(shape: Shape, missing: usize) -> Shape {
    let floors = missing.div_ceil(shape.columns as usize).max(2);
    Shape { floors: shape.floors.min(u32::try_from(floors).unwrap_or(u32::MAX)), ..shape }
}

fn add_stairwell(homes: &mut Vec<Home>, (estate, building, stairwell): (usize, u32, u32), shape: Shape) {
    for floor in 1..=shape.floors {
        for column in 1..=shape.columns {
            let step_free = shape.lift || floor == 1;
            homes.push(Home { estate, building, stairwell, floor, column, step_free, kind: 0, state: State::Vacant });
        }
    }
}

/// People live in 20 to 80 % of the homes of some stairwells. Half of them have the group of a neighbour.
fn move_in(stairwell: &mut [Home], recipe: &Recipe, chance: &mut Chance) -> usize {
    if !chance.percent(recipe.resident_percent) {
        return 0;
    }
    let weights = group_weights(recipe.groups);
    let common = chance.weighted(&weights) as u8;
    let mut order: Vec<usize> = (0..stairwell.len()).collect();
    chance.shuffle(&mut order);
    order.truncate(stairwell.len() * (20 + chance.below(61)) / 100);
    for &home in &order {
        let group = if chance.percent(50) { common } else { chance.weighted(&weights) as u8 };
        let group = (!chance.percent(recipe.undeclared_percent)).then_some(group);
        stairwell[home].state = State::Occupied(group, chance.weighted(&SIZES) as u32 + 1);
    }
    order.len()
}

/// Positions of the vacant homes, in any order.
fn vacant_homes(homes: &[Home], chance: &mut Chance) -> Vec<usize> {
    let mut vacant: Vec<usize> = (0..homes.len()).filter(|&i| homes[i].state == State::Vacant).collect();
    chance.shuffle(&mut vacant);
    vacant
}

/// Takes so many vacant homes out of the plan, high ones with steps rather than those that are needed most.
fn hold_back(homes: &mut [Home], count: usize, chance: &mut Chance) {
    let mut vacant = vacant_homes(homes, chance);
    vacant.sort_by_key(|&i| homes[i].step_free || homes[i].floor < 3);
    for home in vacant.into_iter().take(count) {
        homes[home].state = State::Held;
    }
}

/// Gives every home its type. Homes for particular needs come first, onto floors that meet them; the rest is
/// stocked door by door upwards, so that homes above each other are mostly alike.
fn stock(homes: &mut [Home], wanted: &[Wanted], chance: &mut Chance) {
    let mut left = [0; KINDS.len()];
    let mut needy: Vec<&Wanted> = Vec::new();
    for home in wanted {
        left[home.kind] += 1;
        if home.is_needy() {
            needy.push(home);
        }
    }
    // The hardest to meet first.
    needy.sort_by_key(|home| (!home.step_free, home.max_floor.unwrap_or(u32::MAX)));
    let mut stamped = vec![false; homes.len()];
    let mut free = vacant_homes(homes, chance);
    for home in needy {
        let meets = |&i: &usize| {
            (homes[i].step_free || !home.step_free) && home.max_floor.is_none_or(|highest| homes[i].floor <= highest)
        };
        if let Some(place) = free.iter().rposition(meets) {
            let chosen = free.swap_remove(place);
            homes[chosen].kind = home.kind;
            stamped[chosen] = true;
            left[home.kind] -= 1;
        }
    }
    let mut order: Vec<usize> = (0..homes.len()).collect();
    order.sort_by_key(|&i| (homes[i].building, homes[i].stairwell, homes[i].column, homes[i].floor));
    let common = left.map(|count| count + 1);
    let mut column = None;
    let mut kind = 0;
    for place in order.into_iter().filter(|&i| !stamped[i]) {
        let vacant = homes[place].state == State::Vacant;
        let here = Some((homes[place].building, homes[place].stairwell, homes[place].column));
        if here != column || (vacant && left[kind] == 0) {
            column = here;
            kind = chance.weighted(if left.iter().any(|&count| count > 0) { &left } else { &common });
        }
        homes[place].kind = kind;
        left[kind] -= u32::from(vacant);
    }
}
