//! Which cells of a table of places and groups must not be shown.
//!
//! Every count below [`THRESHOLD`] is hidden, 0 included: that nobody of a group lives in a place tells as much as that
//! one household does. What is hidden must not come back by adding and subtracting what is shown: rows sum to the homes
//! of a place (which anyone can count from outside, so they are taken as known), and a place's counts to its parent's.
//! So more cells are hidden.
//!
//! Each hidden cell gets a **swap**: one home of group `a` and one of group `b`, in two of the smallest places, change
//! groups, so that all cells which change are hidden and none falls below 0. All sums stay as they were; so a reader
//! cannot tell the table from one in which the cell has another count. A swap stays inside one parent, climbs further
//! up, or in the end changes the overall totals. Cells to hide for it are chosen greedily, the fewest first, then those
//! with the fewest homes (after Cox 1980, J. Am. Stat. Assoc. 75:377-385, who hides cells along such cycles).
//!
//! This holds within one output. Two outputs of the same homes, or with other groupings, can still be subtracted from
//! one another. With a single group in the table nothing can be protected, because each count is the known total.

use super::counts::Counts;

/// Counts below this are not shown.
pub const THRESHOLD: u32 = 10;

/// Nearest places tried as a partner for a swap.
const PARTNERS: usize = 256;

/// The cells of a table that must not be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    groups: usize,
    /// Where each level's places begin; the whole population is node 0.
    offsets: Vec<usize>,
    cells: Vec<bool>,
}

impl Hidden {
    /// Whether a place's count of a group is hidden.
    pub fn place(&self, level: usize, place: usize, group: usize) -> bool {
        self.cells[(self.offsets[level] + place) * self.groups + group]
    }

    /// Whether a group's overall total is hidden.
    pub fn overall(&self, group: usize) -> bool {
        self.cells[group]
    }

    /// How many cells are hidden, overall totals included.
    pub fn count(&self) -> usize {
        self.cells.iter().filter(|&&hidden| hidden).count()
    }
}

/// What to hide if one output shows the counts of all levels down to `deepest`, by number.
///
/// # Panics
///
/// If there is no level of that number.
pub fn suppress(counts: &Counts, deepest: usize) -> Hidden {
    let mut table = Table::new(counts, deepest);
    table.hide_small();
    let all = table.parents.len() * table.groups;
    for cell in 0..all {
        if table.hidden[cell] && !table.covered[cell] {
            table.protect(cell / table.groups, cell % table.groups);
        }
    }
    Hidden { groups: table.groups, offsets: table.offsets, cells: table.hidden }
}

/// Only what is below the threshold: not enough, but what an attack has to be tried on.
#[cfg(test)]
pub(super) fn suppress_small_only(counts: &Counts, deepest: usize) -> Hidden {
    let mut table = Table::new(counts, deepest);
    table.hide_small();
    Hidden { groups: table.groups, offsets: table.offsets, cells: table.hidden }
}

/// All places of all levels in one list, parents before children, the whole population first.
struct Table {
    groups: usize,
    offsets: Vec<usize>,
    parents: Vec<usize>,
    children: Vec<std::ops::Range<usize>>,
    homes: Vec<u32>,
    hidden: Vec<bool>,
    covered: Vec<bool>,
}

/// A swap that could be made: the places whose cells change, the two groups, and what hiding them costs.
struct Swap {
    cost: u64,
    places: Vec<usize>,
    groups: (usize, usize),
}

impl Table {
    fn new(counts: &Counts, deepest: usize) -> Self {
        let groups = counts.groups().len();
        let levels = &counts.levels()[..=deepest];
        let mut offsets = vec![1];
        levels.iter().for_each(|level| offsets.push(offsets[offsets.len() - 1] + level.len()));
        let all = offsets[levels.len()];
        let mut table = Self {
            groups,
            parents: vec![0],
            children: std::iter::once(1..1 + levels[0].len()).collect(),
            homes: counts.group_totals().into_iter().map(|homes| homes as u32).collect(),
            hidden: vec![false; all * groups],
            covered: vec![false; all * groups],
            offsets,
        };
        table.homes.resize(all * groups, 0);
        for (number, level) in levels.iter().enumerate() {
            let (above, below) = (if number == 0 { 0 } else { table.offsets[number - 1] }, table.offsets[number + 1]);
            for place in 0..level.len() {
                let node = table.parents.len();
                table.parents.push(above + level.parent(place));
                let children = if number < deepest { level.children(place) } else { 0..0 };
                table.children.push(below + children.start..below + children.end);
                for entry in level.entries(place) {
                    table.homes[node * groups + entry.group as usize] = entry.homes;
                }
            }
        }
        table
    }

    fn homes(&self, node: usize, group: usize) -> u32 {
        self.homes[node * self.groups + group]
    }

    /// Hides small counts. In an empty place there is nobody to protect.
    fn hide_small(&mut self) {
        for node in 0..self.parents.len() {
            let row = node * self.groups..(node + 1) * self.groups;
            if self.homes[row.clone()].iter().any(|&homes| homes > 0) {
                for cell in row {
                    self.hidden[cell] = self.homes[cell] < THRESHOLD;
                }
            }
        }
    }

    /// Makes sure that there is a swap which changes this cell.
    fn protect(&mut self, node: usize, group: usize) {
        let mut best: Option<Swap> = None;
        for other in (0..self.groups).filter(|&other| other != group) {
            self.swaps(node, (group, other), &mut best);
            if best.as_ref().is_some_and(|best| best.cost == 0) {
                break;
            }
        }
        let Some(Swap { places, groups, .. }) = best else { return };
        for place in places {
            for group in [groups.0, groups.1] {
                self.hidden[place * self.groups + group] = true;
                self.covered[place * self.groups + group] = true;
            }
        }
    }

    /// Tries the swaps of two groups that change this place, and keeps the cheapest.
    fn swaps(&self, node: usize, groups: (usize, usize), best: &mut Option<Swap>) {
        // Either group may be the one that leaves this place; the other leaves the partner.
        for (leaves, comes) in [groups, (groups.1, groups.0)] {
            let Some((mut places, mut cost)) = self.down(node, groups, leaves) else { continue };
            let mut top = node;
            let worth = |cost: u64, best: &Option<Swap>| best.as_ref().is_none_or(|best| cost < best.cost);
            while worth(cost, best) && top != 0 {
                for partner in self.partners(top) {
                    let found = self.down(partner, groups, comes);
                    if let Some((others, more)) = found.filter(|(_, more)| worth(cost + more, best)) {
                        let places = [&places[..], &others[..]].concat();
                        *best = Some(Swap { cost: cost + more, places, groups });
                        if cost + more == 0 {
                            return;
                        }
                    }
                }
                top = self.parents[top];
                places.push(top);
                cost += self.cost(top, groups);
            }
            // At the top, the overall totals themselves change, and no partner is needed.
            if top == 0 && worth(cost, best) {
                *best = Some(Swap { cost, places, groups });
            }
        }
    }

    /// From a place down to one of the smallest that has a home of the group which leaves; cheap cells first.
    fn down(&self, node: usize, groups: (usize, usize), leaves: usize) -> Option<(Vec<usize>, u64)> {
        if self.homes(node, leaves) == 0 {
            return None;
        }
        let (mut places, mut cost) = (vec![node], self.cost(node, groups));
        let mut node = node;
        loop {
            let children = self.children[node].clone().filter(|&child| self.homes(child, leaves) > 0);
            let Some(child) = children.min_by_key(|&child| self.cost(child, groups)) else { break };
            places.push(child);
            cost += self.cost(child, groups);
            node = child;
        }
        Some((places, cost))
    }

    /// The nearest places under the same parent.
    fn partners(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        let siblings = self.children[self.parents[node]].clone();
        let count = siblings.len();
        let at = node - siblings.start;
        (1..count).take(PARTNERS).map(move |step| siblings.start + (at + step) % count)
    }

    /// What it costs to hide a place's cells of two groups, if they are not hidden yet: a cell counts more than homes.
    fn cost(&self, node: usize, groups: (usize, usize)) -> u64 {
        let one = |group: usize| {
            let cell = node * self.groups + group;
            if self.hidden[cell] { 0 } else { (1 << 33) + u64::from(self.homes[cell]) }
        };
        one(groups.0) + one(groups.1)
    }
}
