//! What the turn order gives: serial dictatorship over tiers, under the condition that all housed households keep
//! a home (Abdulkadiroğlu and Sönmez, Econometrica 66, 1998, with the matching constraint of the design, 3.3).
//!
//! The homes of `first.csv` are the starting point: they prove that all can be housed. Going in turn order, a
//! household gives up its home and looks for an alternating path from the pools of its best tier to a free home or
//! to the one it gave up; if there is one, the holders on the path move along it (to homes they accept), and the
//! household is fixed to that tier.
//!
//! **Why it is fast.** In a correct plan everybody already holds the tier that is due, so all searches but the last
//! fail. A failed search closes the pools it reached: they are full, and their holders accept nothing outside, now
//! and later (fixing a tier only narrows what a holder accepts), so no outsider ever gets in. Closed pools get a
//! label of their own; a household finds nothing outside the label of its own pool, because a pool of another label
//! is closed to it, or its own is closed and it accepts nothing outside. Each failed search that looks at anything
//! splits a label, so there are fewer of them than pools.

use super::case::Case;
use super::pools::{Classes, Pools, Reach, free_homes};
use std::collections::BTreeMap;

/// Tier (choice rank, type rank) that each soundly housed household is due.
pub(super) fn due_tiers(case: &Case) -> Vec<Option<(u32, u32)>> {
    let pools = Pools::of(case);
    let mut market = Market::new(case, &pools);
    let mut order: Vec<(u32, usize)> = Vec::new();
    for (who, turn) in case.turns.iter().enumerate() {
        if let (Some(turn), true) = (turn, case.sound[who].is_some()) {
            order.push((turn.turn, who));
        }
    }
    order.sort_unstable();
    let mut due = vec![None; case.turns.len()];
    for (_, who) in order {
        due[who] = Some(market.take_turn(case, who));
    }
    due
}

const NOBODY: usize = usize::MAX;

struct Market<'a> {
    pools: &'a Pools,
    classes: Classes,
    free: Vec<u32>,
    /// Per pool and class: who holds a home.
    holders: Vec<BTreeMap<usize, Vec<usize>>>,
    pool_of: Vec<usize>,
    class_of: Vec<usize>,
    /// Place in the list of holders.
    place_of: Vec<usize>,
    /// Label per pool; pools of one label have been closed together or never.
    label: Vec<usize>,
    labels: usize,
    search: Search,
}

/// State of one search, kept to save the clearing: an entry counts if it bears the number of the search.
#[derive(Default)]
struct Search {
    number: u32,
    pool_seen: Vec<u32>,
    class_seen: Vec<u32>,
    /// Per pool: the holder of which pool and class would come in; `NOBODY` for the searching household.
    comes_from: Vec<(usize, usize)>,
    queue: Vec<usize>,
}

impl<'a> Market<'a> {
    fn new(case: &Case, pools: &'a Pools) -> Self {
        let households = case.sound.len();
        let mut market = Self {
            pools,
            classes: Classes::default(),
            free: free_homes(case, pools),
            holders: vec![BTreeMap::new(); pools.len()],
            pool_of: vec![NOBODY; households],
            class_of: vec![NOBODY; households],
            place_of: vec![NOBODY; households],
            label: vec![0; pools.len()],
            labels: 1,
            search: Search {
                pool_seen: vec![0; pools.len()],
                comes_from: vec![(NOBODY, NOBODY); pools.len()],
                ..Search::default()
            },
        };
        for (who, home) in case.sound.iter().enumerate() {
            if let Some(home) = *home {
                let class = market.classes.number(pools.reach(case.household(who)));
                market.hold(who, class, pools.of_dwelling[home].expect("a sound home is vacant"));
            }
        }
        market
    }

    /// The best tier that leaves all others a home; `who` is fixed to it.
    fn take_turn(&mut self, case: &Case, who: usize) -> (u32, u32) {
        let wishes = case.household(who);
        let own = self.pool_of[who];
        self.leave(who);
        for choice in 1..=wishes.choices.tiers.len() + usize::from(wishes.choices.any) {
            for kind in 1..=wishes.home_types.len() {
                let tier = self.pools.tier(wishes, choice, kind);
                if let Some(pool) = self.entry(&tier, own) {
                    let class = self.classes.number(tier);
                    self.enter(who, class, pool);
                    return (choice as u32, kind as u32);
                }
            }
        }
        unreachable!("a household accepts the home it holds")
    }

    /// A pool of the tier with room for the household that gave up a home in `own` (which counts as free), after
    /// moving holders along a path where needed.
    fn entry(&mut self, tier: &Reach, own: usize) -> Option<usize> {
        if self.pools.within(tier).any(|pool| pool == own) {
            return Some(own);
        }
        let label = self.label[own];
        self.search.number += 1;
        self.search.queue.clear();
        for pool in self.pools.within(tier).filter(|&pool| self.label[pool] == label) {
            self.search.visit(pool, (NOBODY, NOBODY));
        }
        let mut next = 0;
        while next < self.search.queue.len() {
            let pool = self.search.queue[next];
            next += 1;
            if self.free[pool] > 0 {
                return Some(self.shift(pool));
            }
            self.expand(pool, label);
        }
        if !self.search.queue.is_empty() {
            for &pool in &self.search.queue {
                self.label[pool] = self.labels;
            }
            self.labels += 1;
        }
        None
    }

    /// Visits what the holders of a pool accept, each class once per search.
    fn expand(&mut self, pool: usize, label: usize) {
        self.search.class_seen.resize(self.classes.reach.len(), 0);
        let number = self.search.number;
        for &class in self.holders[pool].keys() {
            if std::mem::replace(&mut self.search.class_seen[class], number) == number {
                continue;
            }
            for to in self.pools.within(&self.classes.reach[class]).filter(|&to| self.label[to] == label) {
                self.search.visit(to, (pool, class));
            }
        }
    }

    /// Moves one holder per step of the path that ends in `pool`; returns its beginning, which has room now.
    fn shift(&mut self, mut pool: usize) -> usize {
        loop {
            let (from, class) = self.search.comes_from[pool];
            if from == NOBODY {
                return pool;
            }
            let who = *self.holders[from][&class].last().expect("the search saw a holder of this class");
            self.leave(who);
            self.enter(who, class, pool);
            pool = from;
        }
    }

    /// Takes one of the free homes of a pool.
    fn enter(&mut self, who: usize, class: usize, pool: usize) {
        self.free[pool] -= 1;
        self.hold(who, class, pool);
    }

    fn hold(&mut self, who: usize, class: usize, pool: usize) {
        let list = self.holders[pool].entry(class).or_default();
        (self.pool_of[who], self.class_of[who], self.place_of[who]) = (pool, class, list.len());
        list.push(who);
    }

    /// Gives the home up: it counts as free.
    fn leave(&mut self, who: usize) {
        let (pool, class, place) = (self.pool_of[who], self.class_of[who], self.place_of[who]);
        self.free[pool] += 1;
        let list = self.holders[pool].get_mut(&class).expect("it holds a home here");
        list.swap_remove(place);
        if let Some(&moved) = list.get(place) {
            self.place_of[moved] = place;
        } else if list.is_empty() {
            self.holders[pool].remove(&class);
        }
    }
}

impl Search {
    fn visit(&mut self, pool: usize, from: (usize, usize)) {
        if std::mem::replace(&mut self.pool_seen[pool], self.number) != self.number {
            self.comes_from[pool] = from;
            self.queue.push(pool);
        }
    }
}
