//! A study: one scenario, tried under any number of seeds.

use super::crowd::Crowd;
use super::luck;
use super::market::{Alike, Market};
use super::observe::{Seen, observe};
use super::outcome::Outcome;
use super::quota::{Optimum, optimum};
use super::rounds::{Given, hold};
use super::world::{Participation, World};
use super::worth;
use crate::allocate::allocate;
use crate::mix::mix;
use crate::model::{Base, Changes, Draw, Intake, Mechanism, OptIns, Placement, Scenario};

/// A scenario worked out as far as chance plays no part in it.
pub struct Study {
    world: World,
    /// Best total choice without caps.
    best: i64,
    /// Best total choice under caps, for the mechanisms that have any.
    capped: Option<Optimum>,
}

/// One run of a scenario: a crowd goes in, sums and shares come out.
pub fn simulate(crowd: &Crowd, scenario: &Scenario) -> Outcome {
    Study::new(crowd, &scenario.changes).run(&scenario.seed)
}

impl Study {
    /// Makes the changes and works out the bounds that prices are held against. Settings are those that `read` lets
    /// through; others are taken as near as possible.
    pub fn new(crowd: &Crowd, changes: &Changes) -> Self {
        let world = World::new(crowd, changes);
        let market = Market::new(&world, Alike::InEstate, false);
        let best = market.solve(&|_, _| 0).total / market.scale;
        let quota = matches!(world.mechanism, Mechanism::QuotaLottery | Mechanism::QuotaOptimum);
        let capped = quota.then(|| optimum(&world));
        Self { world, best, capped }
    }

    /// The scenario under one seed.
    pub fn run(&self, seed: &str) -> Outcome {
        let world = &self.world;
        let draw = Draw { seed: seed.to_owned() };
        let mut given = match (&self.capped, world.mechanism) {
            (Some(capped), Mechanism::QuotaOptimum) => without_draw(&capped.placement),
            _ => hold(world, &draw),
        };
        let last = if world.mechanism == Mechanism::ChoiceFirst {
            self.exchanged(&given.base, &draw)
        } else {
            given.base.placement.clone()
        };
        if world.mechanism == Mechanism::QuotaOptimum {
            let drawn = allocate(&world.intake, &draw).0.placement;
            let homes = given.base.placement.home_of.iter().zip(&drawn.home_of);
            given.capped = homes.map(|(best, drawn)| best.is_none() && drawn.is_some()).collect();
        }
        let prices = self.prices(&given.base.placement, &last);
        observe(world, &Seen { given: &given, last: &last, prices })
    }

    /// Exchanges between volunteers, as a plan has them; with slack, some accept one choice lower.
    fn exchanged(&self, base: &Base, draw: &Draw) -> Placement {
        let world = &self.world;
        let volunteers = volunteers(world, draw);
        if !volunteers.0.contains(&true) {
            return base.placement.clone();
        }
        let run = |intake: &Intake| mix(intake, base, &volunteers, &world.roll, &world.target, world.effort).placement;
        if world.slack == 0 { run(&world.intake) } else { run(&slackened(world, base, &volunteers, draw)) }
    }

    fn prices(&self, drawn: &Placement, last: &Placement) -> Prices {
        let world = &self.world;
        let total = |placement| worth::total(world.worth, &world.intake, placement);
        let (drawn, last) = (total(drawn), total(last));
        let ratio = |above: i64, below: i64| (below > 0).then(|| above as f64 / below as f64);
        let (diversity, order, gap) = match &self.capped {
            Some(capped) => {
                let reached = total(&capped.placement);
                let gap = ratio(capped.bound - reached, capped.bound);
                (ratio(self.best, capped.bound), ratio(capped.bound, drawn), gap)
            }
            None => (ratio(drawn, last), ratio(self.best, drawn), None),
        };
        Prices { choice: last as f64 / worth::WHOLE as f64, diversity, order, gap }
    }
}

/// What a run costs in choice.
pub struct Prices {
    pub choice: f64,
    pub diversity: Option<f64>,
    pub order: Option<f64>,
    pub gap: Option<f64>,
}

/// Who opts in under this seed.
fn volunteers(world: &World, draw: &Draw) -> OptIns {
    let says = |key: &str, percent| luck::of_run(draw, "participation", key, percent);
    let each = world.intake.households.iter().zip(&world.opt_ins.0);
    OptIns(
        each.map(|(who, &stated)| match &world.participation {
            Participation::AsStated => stated,
            Participation::Overall(percent) => who.signed() && says(&who.key, *percent),
            Participation::ByPriority(shares) => match shares.get(&who.priority) {
                Some(percent) => who.signed() && says(&who.key, *percent),
                None => stated,
            },
        })
        .collect(),
    )
}

/// The intake where some volunteers hold the choice they drew and the one below it equal.
fn slackened(world: &World, base: &Base, volunteers: &OptIns, draw: &Draw) -> Intake {
    let mut intake = world.intake.clone();
    for (at, who) in intake.households.iter_mut().enumerate() {
        let willing = volunteers.0[at] && luck::of_run(draw, "slack", &who.key, world.slack);
        let held = base.placement.home_of[at].map(|home| world.intake.stock.dwelling(home).estate);
        let rank = held.filter(|_| willing).and_then(|estate| who.choices.rank(estate));
        let Some(rank) = rank.map(|rank| rank as usize) else { continue };
        let tiers = &mut who.choices.tiers;
        if rank < tiers.len() {
            let below = tiers.remove(rank);
            tiers[rank - 1].extend(below);
            tiers[rank - 1].sort_unstable();
        } else if rank == tiers.len() && who.choices.any {
            // The choice below is any other estate: then the one held is one of them.
            tiers.pop();
        }
    }
    intake
}

/// Homes that no draw handed out.
fn without_draw(placement: &Placement) -> Given {
    let households = placement.home_of.len();
    Given {
        base: Base { turns: vec![None; households], placement: placement.clone(), bonds: Vec::new() },
        round: placement.home_of.iter().map(|home| u32::from(home.is_some())).collect(),
        capped: vec![false; households],
    }
}
