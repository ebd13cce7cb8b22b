//! A balance: numbers that must add up to something, whatever they cost.

use super::ledger::{FAR, Ledger};

/// What the numbers of a balance add up to.
#[derive(Clone, Copy, Debug)]
pub enum Total {
    AtMost(usize),
    Exactly(usize),
    /// A number itself: `least` and the position in its row.
    Number {
        row: u32,
        least: usize,
    },
}

#[derive(Clone, Debug)]
pub struct Balance {
    /// Rows of its numbers, and how much one of each counts.
    pub items: Vec<(u32, usize)>,
    pub total: Total,
}

/// What is worked on while a balance is asked; kept to spare allocations.
#[derive(Default)]
pub struct Slate {
    rest: Vec<Vec<i64>>,
}

impl Balance {
    /// The least cost; calls `picked` for each row with the position in it that has this cost.
    pub fn choose(&self, ledger: &Ledger, slate: &mut Slate, mut picked: impl FnMut(u32, usize)) -> i64 {
        self.lay_out(ledger, slate);
        let mut total = 0;
        for (at, &(row, weight)) in self.items.iter().enumerate() {
            let (goal, later) = (slate.rest[at][total], &slate.rest[at + 1]);
            let makes = |(n, &cost): (usize, &i32)| {
                later.get(total + n * weight).is_some_and(|&rest| i64::from(cost) + rest == goal)
            };
            let number = ledger.of(row).iter().enumerate().position(makes).unwrap_or(0);
            picked(row, number);
            total += number * weight;
        }
        if let Total::Number { row, least } = self.total {
            picked(row, total.saturating_sub(least));
        }
        slate.rest[0][0]
    }

    /// `rest[i][t]`: least cost of the items from `i` on and of the total, where those before make `t`.
    fn lay_out(&self, ledger: &Ledger, slate: &mut Slate) {
        let size = self.items.len();
        if slate.rest.len() <= size {
            slate.rest.resize(size + 1, Vec::new());
        }
        self.close(ledger, &mut slate.rest[size]);
        for (at, &(row, weight)) in self.items.iter().enumerate().rev() {
            let (head, tail) = slate.rest.split_at_mut(at + 1);
            let (now, later) = (&mut head[at], &tail[0]);
            now.clear();
            now.resize(later.len(), FAR);
            for (n, &cost) in ledger.of(row).iter().enumerate().take_while(|(n, _)| n * weight < later.len()) {
                for (slot, &after) in now.iter_mut().zip(&later[n * weight..]) {
                    *slot = (*slot).min(after + i64::from(cost));
                }
            }
        }
    }

    /// Costs of the totals.
    fn close(&self, ledger: &Ledger, ends: &mut Vec<i64>) {
        ends.clear();
        match self.total {
            Total::AtMost(most) => ends.resize(most + 1, 0),
            Total::Exactly(all) => {
                ends.resize(all, FAR);
                ends.push(0);
            }
            Total::Number { row, least } => {
                ends.resize(least, FAR);
                ends.extend(ledger.of(row).iter().map(|&cost| i64::from(cost)));
            }
        }
    }
}
