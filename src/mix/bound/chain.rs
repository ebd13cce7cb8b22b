//! A chain: one group that spreads its volunteers over the places of an estate by itself, at the prices they pay.

/// Beyond every cost; several of them still add up.
pub const FAR: i64 = i64::MAX / 8;

/// Least costs by number of volunteers, for numbers from `start` on.
#[derive(Clone, Debug)]
pub struct Costs {
    pub start: usize,
    pub cost: Vec<i64>,
}

impl Costs {
    /// Nobody, for nothing.
    pub fn nobody() -> Self {
        Self { start: 0, cost: vec![0] }
    }

    /// The prices that a place pays for `start` and more volunteers, turned into costs of the chain.
    pub fn of(start: usize, prices: &[i32]) -> Self {
        Self { start, cost: prices.iter().map(|&price| i64::from(price)).collect() }
    }

    /// Any number of a range for nothing.
    pub fn free(start: usize, most: usize) -> Self {
        Self { start, cost: vec![0; most - start + 1] }
    }

    /// The cost of so many volunteers.
    pub fn at(&self, number: usize) -> i64 {
        number.checked_sub(self.start).and_then(|at| self.cost.get(at).copied()).unwrap_or(FAR)
    }

    /// Least costs of both together, for numbers up to `most`.
    pub fn and(&self, other: &Self, most: usize) -> Self {
        let start = self.start + other.start;
        let size = (self.cost.len() + other.cost.len() - 1).min((most + 1).saturating_sub(start));
        let mut cost = vec![FAR; size];
        let (long, short) = if self.cost.len() > other.cost.len() { (self, other) } else { (other, self) };
        for (n, &more) in short.cost.iter().enumerate().take(size) {
            for (slot, &before) in cost[n..].iter_mut().zip(&long.cost) {
                let value = before + more;
                *slot = if value < *slot { value } else { *slot };
            }
        }
        cost.iter_mut().for_each(|cost| *cost = (*cost).min(FAR));
        Self { start, cost }
    }

    /// Adds the prices of the same volunteers at another level; numbers that it does not have cannot be.
    pub fn plus(mut self, other: &Self) -> Self {
        for (at, cost) in self.cost.iter_mut().enumerate() {
            *cost = (*cost + other.at(self.start + at)).min(FAR);
        }
        self
    }

    /// For each number in `numbers`: the least cost where these costs pay for all that is missing to `all`.
    pub fn rest(&self, all: usize, start: usize, count: usize) -> Self {
        let cost = |number: usize| all.checked_sub(number).map_or(FAR, |missing| self.at(missing));
        Self { start, cost: (start..start + count).map(cost).collect() }
    }
}

/// How many a group sends to each building, and to each of its stairwells.
pub type Numbers = Vec<(usize, Vec<usize>)>;

/// The least that a group of `all` volunteers pays in buildings (`outer`) and their stairwells (`inner`), and the
/// numbers at that cost; `None` where they find no room.
pub fn spread(inner: &[Vec<Costs>], outer: &[Costs], all: usize) -> Option<(i64, Numbers)> {
    let inside: Vec<Vec<Costs>> = inner.iter().map(|parts| sums(parts, all)).collect();
    let whole: Vec<Costs> =
        inside.iter().zip(outer).map(|(sums, own)| sums.last().expect("one to begin with").clone().plus(own)).collect();
    let across = sums(&whole, all);
    let least = across.last().expect("one to begin with").at(all);
    if least >= FAR {
        return None;
    }
    let numbers = parts(&whole, &across, all);
    let spread = |(at, number): (usize, usize)| (number, parts(&inner[at], &inside[at], number));
    Some((least, numbers.into_iter().enumerate().map(spread).collect()))
}

/// Costs of the first parts together: of none, of one, and so on.
fn sums(parts: &[Costs], most: usize) -> Vec<Costs> {
    let mut sums = vec![Costs::nobody()];
    for part in parts {
        let next = sums.last().expect("one to begin with").and(part, most);
        sums.push(next);
    }
    sums
}

/// How `all` are spread over the parts at the least cost.
fn parts(parts: &[Costs], sums: &[Costs], all: usize) -> Vec<usize> {
    let mut left = all;
    let mut numbers = vec![0; parts.len()];
    for (at, part) in parts.iter().enumerate().rev() {
        let goal = sums[at + 1].at(left);
        let mut range = part.start..(part.start + part.cost.len()).min(left + 1);
        let number =
            range.find(|&n| sums[at].at(left - n) + part.at(n) == goal).expect("some number has the least cost");
        numbers[at] = number;
        left -= number;
    }
    numbers
}
