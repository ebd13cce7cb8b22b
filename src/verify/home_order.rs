//! Which home of its tier: in turn order, each household takes the home that comes first in the dwelling draw among
//! those of its tier that leave every other household its own tier.
//!
//! Followed through with the homes of `first.csv` as the starting point. A household gives up its home; if an
//! alternating path (see `serial`) leads from an earlier home of its tier to a free one or to the one it gave up, that
//! earlier home was due. Then it is fixed to its home, and the next one's turn comes.
//!
//! A failed search closes the pools it reached, as in `serial`: they get a label of their own, and a household looks
//! only at pools of the label of its own home.
//!
//! A bond whose members share a place holds homes that were chosen for the place: they count as taken, and its members
//! are not followed. Members of a bond that found no place together, and bonds of one, draw like everybody else.

use super::breach::{Breach, Code};
use super::case::Case;
use super::pools::{Classes, Pools};
use super::promise::Promise;
use super::wish;
use crate::model::DwellingStatus;
use std::collections::BTreeMap;

/// Everybody who holds a later home of the draw than is due.
pub(super) fn check(case: &Case, together: &[bool]) -> Vec<Breach> {
    let pools = Pools::exact(case);
    let mut hall = Hall::new(case, &pools, together);
    let mut breaches = Vec::new();
    if case.evidence.intake.bond_rule.may_cost_tiers > 0 {
        breaches.extend(hall.order.clone().into_iter().filter_map(|who| left_lying(case, &mut hall, who)));
    }
    for who in hall.order.clone() {
        if let Some(better) = hall.take_turn(who) {
            let home = hall.home_of[who].expect("in the order with a home");
            breaches.push(breach(case, &hall, who, home, better));
        }
    }
    breaches
}

/// Where bonds gave up better tiers, whoever could take one, all others keeping theirs, has it.
fn left_lying(case: &Case, hall: &mut Hall, who: usize) -> Option<Breach> {
    let household = case.household(who);
    let home = hall.home_of[who].expect("in the order with a home");
    let held = wish::tier(household, case.dwelling(home)).expect("a sound home fits");
    let kinds = household.home_types.len();
    let better = (1..=held.0).flat_map(|choice| (1..=kinds as u32).map(move |kind| (choice, kind)));
    let better = better.take_while(|&tier| tier != held);
    let own = hall.give_up(who, home);
    let pools = hall.pools;
    let due = better.into_iter().find(|&(choice, kind)| {
        let reach = pools.tier(household, choice as usize, kind as usize);
        pools.within(&reach).any(|pool| hall.leads_on(pool, own))
    });
    *hall.holders[own].entry(hall.class_of[who]).or_default() += 1;
    let due = due?;
    let values: &[&dyn std::fmt::Display] = &[&held.0, &held.1, &due.0, &due.1];
    Some(Breach::new(Promise::BlindBase, Some(&household.key), Code::TierWorse, values))
}

fn breach(case: &Case, hall: &Hall, who: usize, home: usize, better: usize) -> Breach {
    let key = Some(case.key(who));
    let (home, earlier) = (&case.dwelling(home).key, &case.dwelling(better).key);
    match hall.holder[better] {
        Some(other) => Breach::new(Promise::BlindBase, key, Code::DwellingOrder, &[home, &case.key(other), earlier]),
        None => Breach::new(Promise::BlindBase, key, Code::DwellingSkipped, &[home, earlier]),
    }
}

/// The homes that are drawn for, and who holds them.
struct Hall<'a> {
    pools: &'a Pools,
    classes: Classes,
    /// Households that draw, by turn.
    order: Vec<usize>,
    /// Home of each of them.
    home_of: Vec<Option<usize>>,
    /// Class of each of them: its tier.
    class_of: Vec<usize>,
    /// Per dwelling: which of them holds it.
    holder: Vec<Option<usize>>,
    /// Per dwelling: its place in the dwelling draw.
    rank: Vec<usize>,
    /// Per pool: its homes in the order of the draw, those that are not drawn for left out.
    homes: Vec<Vec<usize>>,
    /// Per pool: the first of its homes that no earlier turn holds.
    next: Vec<usize>,
    /// Per dwelling: an earlier turn holds it.
    fixed: Vec<bool>,
    /// Per pool: homes that nobody holds.
    free: Vec<u32>,
    /// Per pool and class: how many households with later turns hold a home.
    holders: Vec<BTreeMap<usize, u32>>,
    /// Per pool; pools of one label have been closed together or never.
    label: Vec<usize>,
    labels: usize,
    search: u32,
    pool_seen: Vec<u32>,
    class_seen: Vec<u32>,
}

impl<'a> Hall<'a> {
    fn new(case: &Case, pools: &'a Pools, together: &[bool]) -> Self {
        let dwellings = case.first.named.len();
        let mut hall = Self {
            pools,
            classes: Classes::default(),
            order: Vec::new(),
            home_of: vec![None; case.sound.len()],
            class_of: vec![0; case.sound.len()],
            holder: vec![None; dwellings],
            rank: vec![0; dwellings],
            homes: vec![Vec::new(); pools.len()],
            next: vec![0; pools.len()],
            fixed: vec![false; dwellings],
            free: vec![0; pools.len()],
            holders: vec![BTreeMap::new(); pools.len()],
            label: vec![0; pools.len()],
            labels: 1,
            search: 0,
            pool_seen: vec![0; pools.len()],
            class_seen: Vec::new(),
        };
        hall.let_in(case, together);
        hall.lay_out(case);
        hall
    }

    /// Households that draw, each with the tier it holds.
    fn let_in(&mut self, case: &Case, together: &[bool]) {
        let mut by_turn = Vec::new();
        for (who, home) in case.sound.iter().enumerate() {
            let bound = case.household(who).bond.is_some_and(|bond| together[bond.index()]);
            if let (Some(home), Some(turn), false) = (*home, case.turns[who], bound) {
                by_turn.push((turn.turn, who));
                self.home_of[who] = Some(home);
                self.holder[home] = Some(who);
                let (choice, kind) = wish::tier(case.household(who), case.dwelling(home)).expect("a sound home fits");
                let reach = self.pools.tier(case.household(who), choice as usize, kind as usize);
                self.class_of[who] = self.classes.number(reach);
                let pool = self.pools.of_dwelling[home].expect("a sound home is vacant");
                *self.holders[pool].entry(self.class_of[who]).or_default() += 1;
            }
        }
        by_turn.sort_unstable();
        self.order = by_turn.into_iter().map(|(_, who)| who).collect();
        self.class_seen = vec![0; self.classes.reach.len()];
    }

    /// Homes that are drawn for: held by somebody who draws, or named by nobody.
    fn lay_out(&mut self, case: &Case) {
        let mut drawn: Vec<([u8; 32], usize)> = Vec::new();
        for (home, dwelling) in case.evidence.intake.stock.dwellings.iter().enumerate() {
            let free = case.first.named[home] == 0;
            if dwelling.status == DwellingStatus::Vacant && (free || self.holder[home].is_some()) {
                drawn.push((case.tickets.of("dwelling:", &dwelling.key), home));
                let pool = self.pools.of_dwelling[home].expect("it is vacant");
                self.free[pool] += u32::from(free);
            }
        }
        drawn.sort_unstable();
        for (rank, (_, home)) in drawn.into_iter().enumerate() {
            self.rank[home] = rank;
            self.homes[self.pools.of_dwelling[home].expect("it is vacant")].push(home);
        }
    }

    /// The earliest home of the draw that was due to a household, if it is not the one it holds. Fixes it there.
    fn take_turn(&mut self, who: usize) -> Option<usize> {
        let home = self.home_of[who].expect("in the order with a home");
        let (own, class) = (self.give_up(who, home), self.class_of[who]);
        let mut earlier: Vec<(usize, usize, usize)> = Vec::new();
        for pool in self.pools.within(&self.classes.reach[class]) {
            if self.label[pool] != self.label[own] {
                continue;
            }
            while self.homes[pool].get(self.next[pool]).is_some_and(|&home| self.fixed[home]) {
                self.next[pool] += 1;
            }
            if let Some(&first) = self.homes[pool].get(self.next[pool])
                && self.rank[first] < self.rank[home]
            {
                earlier.push((self.rank[first], first, pool));
            }
        }
        earlier.sort_unstable();
        let due = earlier.into_iter().find(|&(_, _, pool)| self.leads_on(pool, own));
        self.fixed[home] = true;
        due.map(|(_, first, _)| first)
    }

    /// Takes a household out of the pool of its home, which is returned.
    fn give_up(&mut self, who: usize, home: usize) -> usize {
        let own = self.pools.of_dwelling[home].expect("it is vacant");
        let count = self.holders[own].get_mut(&self.class_of[who]).expect("it holds a home here");
        *count -= 1;
        if *count == 0 {
            self.holders[own].remove(&self.class_of[who]);
        }
        own
    }

    /// Whether room can be made in a pool for the household that gave up a home in `own`.
    fn leads_on(&mut self, pool: usize, own: usize) -> bool {
        let label = self.label[own];
        if self.label[pool] != label {
            return false;
        }
        self.search += 1;
        self.pool_seen[pool] = self.search;
        let mut queue = vec![pool];
        let mut next = 0;
        while let Some(&pool) = queue.get(next) {
            next += 1;
            if pool == own || self.free[pool] > 0 {
                return true;
            }
            for &class in self.holders[pool].keys() {
                if std::mem::replace(&mut self.class_seen[class], self.search) == self.search {
                    continue;
                }
                for to in self.pools.within(&self.classes.reach[class]).filter(|&to| self.label[to] == label) {
                    if std::mem::replace(&mut self.pool_seen[to], self.search) != self.search {
                        queue.push(to);
                    }
                }
            }
        }
        for pool in queue {
            self.label[pool] = self.labels;
        }
        self.labels += 1;
        false
    }
}
