//! From a placement to an outcome. Here is where names end: what leaves this file are sums.

use super::outcome::{Figures, Outcome, Part, merged};
use super::rounds::Given;
use super::score::{counts, score};
use super::study::Prices;
use super::world::World;
use crate::measure::{Builder, Counts, Profile, neighbour_mix::neighbour_mix, nested::nested};
use crate::model::rows::bond_closeness;
use crate::model::{DwellingId, Household, Placement};

/// What there is to see of a run.
pub struct Seen<'a> {
    pub given: &'a Given,
    /// Where everybody lives in the end.
    pub last: &'a Placement,
    pub prices: Prices,
}

/// The outcome of a run.
pub fn observe(world: &World, seen: &Seen) -> Outcome {
    let intake = &world.intake;
    let (groups, drawn) = (world.roll.groups.len(), &seen.given.base.placement);
    let last_counts = counts(intake, &world.roll, seen.last);
    let last = score(intake, groups, &world.target, &last_counts);
    let score_drawn = if seen.last == drawn {
        last.score
    } else {
        score(intake, groups, &world.target, &counts(intake, &world.roll, drawn)).score
    };
    let (classes, parts) = (classes(world, seen), groups_of(world, seen));
    let signed: u64 = parts.iter().map(|part| part.signed).sum();
    let housed: u64 = parts.iter().map(|part| part.housed).sum();
    let sum = |of: &dyn Fn(&Part) -> u64| Some(parts.iter().map(of).sum::<u64>() as f64);
    let ranks: u64 = (0..intake.households.len()).filter_map(|h| rank(world, seen, h)).map(u64::from).sum();
    let share = |part: f64| (housed > 0).then(|| part / housed as f64);
    let (kept, bonds) = bonds(world, drawn);
    let mut figures = Figures {
        signed: Some(signed as f64),
        housed: Some(housed as f64),
        left_out_for_cap: sum(&|part| part.left_out_for_cap),
        mean_choice_rank: share(ranks as f64),
        first_choice_share: sum(&|part| part.first_choice).and_then(share),
        bonds_kept: Some(f64::from(kept)),
        bonds: Some(f64::from(bonds)),
        without_company: Some(last.without_company as f64),
        distance_estate: Some(last.estate),
        distance_building: Some(last.building),
        distance_stairwell: Some(last.stairwell),
        score: Some(last.score),
        score_drawn: Some(score_drawn),
        exchanged: sum(&|part| part.exchanged),
        choice: Some(seen.prices.choice),
        choice_per_household: (signed > 0).then(|| seen.prices.choice / signed as f64),
        price_of_diversity: seen.prices.diversity,
        price_of_order: seen.prices.order,
        optimum_gap: seen.prices.gap,
        least_housed_of_class: least(&classes, |part| part.housed),
        least_first_of_class: least(&classes, |part| part.first_choice),
        ..Figures::default()
    };
    mixing(&mut figures, &tree(world, &last_counts));
    Outcome { figures, classes, groups: parts }
}

fn least(parts: &[Part], of: impl Fn(&Part) -> u64) -> Option<f64> {
    parts.iter().map(|part| part.share(of(part))).min_by(f64::total_cmp)
}

/// The choice rank of a housed household.
fn rank(world: &World, seen: &Seen, household: usize) -> Option<u32> {
    let home = world.intake.stock.dwelling(seen.last.home_of[household]?);
    world.intake.households[household].choices.rank(home.estate)
}

/// Adds up the signed households by part.
fn parts(world: &World, seen: &Seen, labels: Vec<String>, part_of: impl Fn(usize, &Household) -> usize) -> Vec<Part> {
    let mut parts: Vec<Part> = labels.into_iter().map(|label| Part { label, ..Part::default() }).collect();
    let drawn = &seen.given.base.placement;
    for (household, who) in world.intake.households.iter().enumerate().filter(|(_, who)| who.signed()) {
        let home: Option<DwellingId> = seen.last.home_of[household];
        parts[part_of(household, who)].absorb(&Part {
            label: String::new(),
            signed: 1,
            housed: u64::from(home.is_some()),
            first_choice: u64::from(rank(world, seen, household) == Some(1)),
            left_out_for_cap: u64::from(home.is_none() && seen.given.capped[household]),
            rounds: u64::from(seen.given.round[household]),
            exchanged: u64::from(home.is_some() && home != drawn.home_of[household]),
        });
    }
    merged(parts)
}

/// Persons (6 stands for 6 and more), and whether a home must be step-free.
fn classes(world: &World, seen: &Seen) -> Vec<Part> {
    let labels = (0..12).map(|at| {
        let persons = if at / 2 == 5 { String::from("6+") } else { (at / 2 + 1).to_string() };
        if at % 2 == 1 { format!("{persons} step-free") } else { persons }
    });
    let class =
        |_: usize, who: &Household| (who.persons.clamp(1, 6) as usize - 1) * 2 + usize::from(who.needs.step_free);
    parts(world, seen, labels.collect(), class)
}

/// Declared groups, and after them those who declared none, under `?`.
fn groups_of(world: &World, seen: &Seen) -> Vec<Part> {
    let groups = &world.roll.groups;
    let labels = groups.iter().cloned().chain([String::from("?")]);
    let of = |household: usize, _: &Household| {
        world.roll.of_household[household].map_or(groups.len(), |group| group.index())
    };
    parts(world, seen, labels.collect(), of)
}

/// Bonds that live as near as asked, and bonds with two or more housed members.
fn bonds(world: &World, placement: &Placement) -> (u32, u32) {
    let near = bond_closeness(&world.intake, placement);
    let kept = near.iter().flatten().filter(|&&near| near <= world.intake.bond_rule.level).count();
    (kept as u32, near.iter().flatten().count() as u32)
}

/// Counts as a tree of places, each known by its number.
fn tree(world: &World, counts: &[u32]) -> Counts {
    let stock = &world.intake.stock;
    let groups = world.roll.groups.len();
    let levels = ["estate", "building", "stairwell"];
    let mut builder = Builder::new(levels, world.roll.groups.clone()).expect("groups of a roll are distinct");
    let mut places = Vec::with_capacity(stock.buildings.len());
    let name = |number: usize| format!("{number:08}");
    let add = "places are distinct";
    let estates: Vec<_> = (0..stock.estates.len()).map(|at| builder.place(None, &name(at)).expect(add)).collect();
    for (at, building) in stock.buildings.iter().enumerate() {
        places.push(builder.place(Some(estates[building.estate.index()]), &name(at)).expect(add));
    }
    for (at, stairwell) in stock.stairwells.iter().enumerate() {
        let place = builder.place(Some(places[stairwell.building.index()]), &name(at)).expect(add);
        for group in 0..groups {
            let homes = counts[at * groups + group];
            if homes > 0 {
                builder.add(place, group, homes).expect(add);
            }
        }
    }
    builder.build()
}

/// Neighbour mix and nested H, each with what lots give.
fn mixing(figures: &mut Figures, counts: &Counts) {
    let profiles: Vec<Profile> =
        counts.levels().iter().map(|level| Profile::of(level, counts.groups().len())).collect();
    let Some(finest) = profiles.last() else { return };
    figures.neighbour_mix = neighbour_mix(finest).ok();
    // The own home is left out of it, so that lots give 1 at any size of place.
    figures.neighbour_mix_chance = figures.neighbour_mix.map(|_| 1.0);
    let nested = nested(counts, &profiles);
    let h = |level: usize| nested.get(level).and_then(|l| l.theil_h.ok());
    let chance = |level: usize| nested.get(level).and_then(|l| l.expected_theil_h.ok());
    (figures.h_estate, figures.h_estate_chance) = (h(0), chance(0));
    (figures.h_building, figures.h_building_chance) = (h(1), chance(1));
    (figures.h_stairwell, figures.h_stairwell_chance) = (h(2), chance(2));
}
