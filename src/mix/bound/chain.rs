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
