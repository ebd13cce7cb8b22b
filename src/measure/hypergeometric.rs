//! Homes of one group in a place, if homes are dealt out by lot.
//!
//! With sizes of places and totals of groups fixed, the count is hypergeometric (an allotment office has both). Chances
//! are built from the mode outward by their ratios and then scaled to sum to 1: with millions of homes, factorials by
//! log-gamma lose digits and this does not.

/// `drawn` homes out of `total`, of which `marked` are of the group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawn {
    pub total: u64,
    pub marked: u64,
    pub drawn: u32,
}

/// Counts less likely than the mode by this factor are left out.
const NEGLIGIBLE: f64 = 1e-20;

impl Drawn {
    /// Calls `visit` with each count and its weight; returns the sum of weights.
    pub fn each(self, mut visit: impl FnMut(u32, f64)) -> f64 {
        let (total, marked, drawn) = (self.total as f64, self.marked as f64, f64::from(self.drawn));
        let least = (u64::from(self.drawn) + self.marked).saturating_sub(self.total) as u32;
        let most = u64::from(self.drawn).min(self.marked) as u32;
        let mode = (u128::from(self.marked) + 1) * (u128::from(self.drawn) + 1) / (u128::from(self.total) + 2);
        let mode = (mode as u32).clamp(least, most);
        visit(mode, 1.0);
        let mut all = 1.0;
        let rest = total - marked - drawn;
        let (mut weight, mut count) = (1.0, mode);
        while count < most && weight > NEGLIGIBLE {
            let x = f64::from(count);
            weight *= (marked - x) * (drawn - x) / ((x + 1.0) * (rest + x + 1.0));
            count += 1;
            all += weight;
            visit(count, weight);
        }
        (weight, count) = (1.0, mode);
        while count > least && weight > NEGLIGIBLE {
            let x = f64::from(count);
            weight *= x * (rest + x) / ((marked - x + 1.0) * (drawn - x + 1.0));
            count -= 1;
            all += weight;
            visit(count, weight);
        }
        all
    }

    /// The expected value of a function of the count.
    pub fn mean_of(self, value: impl Fn(u32) -> f64) -> f64 {
        let mut sum = 0.0;
        let all = self.each(|count, weight| sum += weight * value(count));
        sum / all
    }

    /// The chances of at most and of at least so many.
    pub fn tails(self, homes: u32) -> (f64, f64) {
        let (mut at_most, mut at_least) = (0.0, 0.0);
        let all = self.each(|count, weight| {
            at_most += if count <= homes { weight } else { 0.0 };
            at_least += if count >= homes { weight } else { 0.0 };
        });
        (at_most / all, at_least / all)
    }
}
