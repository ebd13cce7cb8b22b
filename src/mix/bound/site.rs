//! A site: one stairwell or building that chooses its numbers of volunteers by itself.

use super::estate::{Estate, Place};
use std::ops::Range;

/// One household in the whole numbers of the sweeps. The verifier is exact; here a rounded cost only makes a price a
/// little worse.
pub const ONE: i64 = 1 << 16;

/// Beyond every cost: 8,192 households. Two of them and a cost still fit.
const FAR: i32 = 1 << 29;

/// Prices stay within this.
pub const DEAREST: i32 = 256 << 16;

/// Numbers of volunteers in all for which slack is worked out exactly; for the others from below.
const WINDOW: usize = 5;

/// A site and what it has been asked to pay so far.
pub struct Site {
    /// Fewest volunteers by group.
    pub least: Vec<usize>,
    /// Where each group's prices are.
    pub of_group: Vec<Range<usize>>,
    /// Prices by group and number of its volunteers above the fewest.
    pub price: Vec<i32>,
    /// Numbers of volunteers in all, above the sum of the fewest, that are possible.
    totals: Range<usize>,
    /// Cost by total and, as prices are, by group and number.
    cost: Vec<i32>,
    /// The total that was best last time.
    middle: usize,
}

/// What is worked on while a site is asked; kept to spare allocations.
#[derive(Default)]
pub struct Desk {
    /// Cost less price less `rent` for each volunteer, laid out as `cost`.
    reduced: Vec<i32>,
    /// Least reduced cost by total and group, and their sums with the rent.
    least: Vec<i32>,
    sums: Vec<i32>,
    order: Vec<usize>,
    /// Of each total of the window, least costs of the groups from one on.
    rest: Vec<Vec<i32>>,
    /// Of each total of the window, least cost of the groups before.
    before: Vec<Vec<i32>>,
    slack: Vec<i32>,
    other: Vec<i32>,
}

impl Site {
    /// A stairwell, with company, or a building, without. `elsewhere` is the room of all other places of its level.
    pub fn new(estate: &Estate, place: &Place, elsewhere: usize, stairwell: bool) -> Self {
        let groups = place.most.len();
        let mut of_group = Vec::with_capacity(groups);
        let mut size = 0;
        if place.priced {
            for (least, most) in place.least.iter().zip(&place.most) {
                of_group.push(size..size + most - least + 1);
                size += most - least + 1;
            }
        }
        let fewest: usize = place.least.iter().sum();
        let all: usize = estate.movers.iter().sum();
        let low = all.saturating_sub(elsewhere).saturating_sub(fewest);
        let high = place.room.min(place.most.iter().sum()).saturating_sub(fewest).max(low);
        let mut site = Self {
            least: place.least.clone(),
            of_group,
            price: vec![0; size],
            totals: low..high + 1,
            cost: Vec::new(),
            middle: place.has.iter().sum::<usize>().saturating_sub(fewest).clamp(low, high),
        };
        if place.priced {
            site.fill_in(estate, place, fewest, stairwell);
        }
        site
    }

    fn fill_in(&mut self, estate: &Estate, place: &Place, fewest: usize, stairwell: bool) {
        let there: i64 = place.fixed.iter().sum();
        let tolerance = if stairwell { estate.stairwell_tolerance } else { estate.building_tolerance };
        let whole = estate.share.whole;
        self.cost.reserve(self.totals.len() * self.price.len());
        for total in self.totals.clone() {
            let total_households = there + (fewest + total) as i64;
            for (group, range) in self.of_group.iter().enumerate() {
                for above in 0..range.len() {
                    let count = place.fixed[group] + (place.least[group] + above) as i64;
                    let off = (100 * (whole * count - estate.share.part[group] * total_households)).abs();
                    let distance = (off - tolerance * whole * total_households).max(0);
                    let alone = if stairwell && count < estate.company[group] { count * ONE } else { 0 };
                    let possible = *place.possible[group].get(place.least[group] + above).unwrap_or(&true);
                    let cost = if possible { distance * ONE / (200 * whole) + alone } else { i64::from(FAR) };
                    self.cost.push(cost.min(i64::from(FAR)) as i32);
                }
            }
        }
    }

    /// Hands over what this site has to spare: prices rise by its slack, shared out between the groups one after the
    /// other. Its own least cost stays as it is; that is what is returned, in 1/[`ONE`].
    pub fn give(&mut self, desk: &mut Desk) -> i64 {
        if self.of_group.is_empty() {
            return 0;
        }
        let rent = self.reduce(desk);
        let best = self.search(desk);
        let window: Vec<usize> = desk.order.iter().copied().take(WINDOW).collect();
        self.lay_out(desk, &window);
        let groups = self.of_group.len();
        for group in 0..groups {
            self.slack(desk, &window, group, best);
            self.share_out(desk, &window, group, rent, (groups - group) as i32);
        }
        i64::from(best)
    }

    /// The least cost; calls `picked` for each group with its number of volunteers above the fewest at that cost.
    pub fn choose(&mut self, desk: &mut Desk, mut picked: impl FnMut(usize, usize)) -> i64 {
        if self.of_group.is_empty() {
            return 0;
        }
        self.reduce(desk);
        let best = self.search(desk);
        let row = self.middle - self.totals.start;
        self.lay_out(desk, &[row]);
        let mut left = self.middle;
        for (group, range) in self.of_group.iter().enumerate() {
            let costs = Costs::of(self, row, range);
            let (goal, later) = (desk.rest[group][left], &desk.rest[group + 1]);
            let makes = |&n: &usize| later.get(left - n).is_some_and(|rest| rest + costs.at(n) == goal);
            let number = (0..range.len().min(left + 1)).find(makes).unwrap_or(0);
            picked(group, number);
            left -= number;
        }
        i64::from(best)
    }

    /// Reduced costs at a rent that makes the groups want about the middle total by themselves; returns the rent.
    fn reduce(&self, desk: &mut Desk) -> i32 {
        let size = self.price.len();
        let row = &self.cost[(self.middle - self.totals.start) * size..][..size];
        let wanted = |rent: i32| -> usize {
            let of = |range: &Range<usize>| {
                let cost = |at: &usize| row[*at] - self.price[*at] - rent * (at - range.start) as i32;
                range.clone().min_by_key(cost).expect("a group has a number") - range.start
            };
            self.of_group.iter().map(of).sum()
        };
        let (mut low, mut high) = (-2 * ONE as i32, 2 * ONE as i32);
        while high - low > 256 {
            let rent = i32::midpoint(low, high);
            if wanted(rent) < self.middle { low = rent } else { high = rent }
        }
        let rent = high;
        desk.reduced.clear();
        desk.least.clear();
        desk.sums.clear();
        for (total, row) in self.totals.clone().zip(self.cost.chunks_exact(size)) {
            let mut sum = rent * total as i32;
            for range in &self.of_group {
                let mut least = FAR;
                for (above, at) in range.clone().enumerate() {
                    let reduced = row[at] - self.price[at] - rent * above as i32;
                    desk.reduced.push(reduced);
                    if above <= total {
                        least = least.min(reduced);
                    }
                }
                desk.least.push(least);
                sum += least;
            }
            desk.sums.push(sum);
        }
        rent
    }

    /// The least cost of the site; leaves the totals in the order of their sums, which are never above their costs.
    fn search(&mut self, desk: &mut Desk) -> i32 {
        desk.order.clear();
        desk.order.extend(0..self.totals.len());
        let Desk { order, sums, rest, other, .. } = desk;
        order.sort_by_key(|&row| sums[row]);
        let mut best = FAR;
        let mut now = rest.pop().unwrap_or_default();
        for &row in order.iter() {
            if sums[row] >= best {
                break;
            }
            let total = row + self.totals.start;
            now.clear();
            now.push(0);
            for range in &self.of_group {
                convolve(&now, Costs::of(self, row, range), total, other);
                std::mem::swap(&mut now, other);
            }
            if let Some(&cost) = now.get(total).filter(|&&cost| cost < best) {
                best = cost;
                self.middle = total;
            }
        }
        rest.push(now);
        best
    }

    /// Least costs of the last groups, for every total of the window.
    fn lay_out(&self, desk: &mut Desk, window: &[usize]) {
        let groups = self.of_group.len();
        desk.rest.resize(window.len().max(1) * (groups + 1), Vec::new());
        desk.before.resize(window.len().max(1), Vec::new());
        for (at, &row) in window.iter().enumerate() {
            let total = row + self.totals.start;
            desk.before[at].clear();
            desk.before[at].push(0);
            let (_, list) = desk.rest.split_at_mut(at * (groups + 1));
            list[groups].clear();
            list[groups].push(0);
            for (group, range) in self.of_group.iter().enumerate().rev() {
                let (head, tail) = list.split_at_mut(group + 1);
                convolve(&tail[0], Costs::of(self, row, range), total, &mut head[group]);
            }
        }
    }

    /// For each number of the group's volunteers: how much more than `best` the site costs at the least.
    fn slack(&self, desk: &mut Desk, window: &[usize], group: usize, best: i32) {
        let (groups, size, range) = (self.of_group.len(), self.price.len(), &self.of_group[group]);
        desk.slack.clear();
        desk.slack.resize(range.len(), FAR);
        for row in (0..self.totals.len()).filter(|row| !window.contains(row)) {
            let others = desk.sums[row] - desk.least[row * groups + group] - best;
            let reduced = &desk.reduced[row * size..][range.clone()];
            for (slack, reduced) in desk.slack.iter_mut().zip(reduced) {
                *slack = (*slack).min(others + reduced);
            }
        }
        for (at, &row) in window.iter().enumerate() {
            let total = row + self.totals.start;
            let (before, rest) = (&desk.before[at], &desk.rest[at * (groups + 1) + group + 1]);
            // Least cost of all other groups, by their number.
            convolve(before, Costs::plain(rest), total, &mut desk.other);
            let costs = Costs::of(self, row, range);
            for (above, slack) in desk.slack.iter_mut().enumerate().take(total + 1) {
                if let Some(other) = desk.other.get(total - above) {
                    *slack = (*slack).min(other + costs.at(above) - best);
                }
            }
        }
    }

    /// Raises the group's prices by its part of the slack.
    fn share_out(&mut self, desk: &mut Desk, window: &[usize], group: usize, rent: i32, parts: i32) {
        let (groups, range) = (self.of_group.len(), self.of_group[group].clone());
        for (at, slack) in range.clone().zip(&desk.slack) {
            self.price[at] = (self.price[at] + slack.max(&0) / parts).min(DEAREST);
        }
        for (row, total) in self.totals.clone().enumerate() {
            let costs = Costs::of(self, row, &range);
            let reduced = (0..range.len().min(total + 1)).map(|above| costs.at(above) - rent * above as i32);
            let least = reduced.min().unwrap_or(FAR);
            desk.sums[row] += least - desk.least[row * groups + group];
            desk.least[row * groups + group] = least;
        }
        for (at, &row) in window.iter().enumerate() {
            let total = row + self.totals.start;
            convolve(&desk.before[at], Costs::of(self, row, &range), total, &mut desk.other);
            std::mem::swap(&mut desk.before[at], &mut desk.other);
        }
    }
}

/// Costs less prices of one group at one total.
#[derive(Clone, Copy)]
struct Costs<'a> {
    cost: &'a [i32],
    price: &'a [i32],
}

impl<'a> Costs<'a> {
    fn of(site: &'a Site, row: usize, range: &Range<usize>) -> Self {
        let cost = &site.cost[row * site.price.len()..][range.clone()];
        Self { cost, price: &site.price[range.clone()] }
    }

    fn plain(cost: &'a [i32]) -> Self {
        Self { cost, price: &[] }
    }

    #[inline]
    fn at(&self, above: usize) -> i32 {
        self.cost[above] - self.price.get(above).copied().unwrap_or(0)
    }
}

/// `out[t]` = least `a[s] + b[t - s]` for `t` up to `most`.
fn convolve(a: &[i32], b: Costs, most: usize, out: &mut Vec<i32>) {
    let size = (a.len() + b.cost.len() - 1).min(most + 1);
    out.clear();
    out.resize(size, FAR);
    for n in 0..b.cost.len().min(size) {
        let cost = b.at(n);
        for (slot, &before) in out[n..].iter_mut().zip(a) {
            let value = before + cost;
            *slot = if value < *slot { value } else { *slot };
        }
    }
}

/// Lowers a price, within the limit.
pub fn lower(price: &mut i32, by: i64) {
    *price = i64::from(*price).saturating_sub(by).max(i64::from(-DEAREST)) as i32;
}
