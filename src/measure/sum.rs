//! Compensated summation: the error of a sum does not grow with the number of its terms.

/// A running sum after Neumaier (1974, ZAMM 54:39-51).
#[derive(Clone, Copy, Debug, Default)]
pub struct Sum {
    sum: f64,
    lost: f64,
}

impl Sum {
    /// Adds one term.
    #[inline]
    pub fn add(&mut self, term: f64) {
        let next = self.sum + term;
        self.lost += if self.sum.abs() >= term.abs() { (self.sum - next) + term } else { (term - next) + self.sum };
        self.sum = next;
    }

    /// The sum so far.
    pub fn value(self) -> f64 {
        self.sum + self.lost
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<I: IntoIterator<Item = f64>>(terms: I) -> Self {
        let mut sum = Sum::default();
        terms.into_iter().for_each(|term| sum.add(term));
        sum
    }
}

/// The compensated sum of some terms.
pub fn sum(terms: impl IntoIterator<Item = f64>) -> f64 {
    terms.into_iter().collect::<Sum>().value()
}

/// `x ln x`, and 0 at 0: looked up for small whole numbers, computed for the others.
#[derive(Debug)]
pub struct XLogX(Vec<f64>);

impl XLogX {
    /// Beyond this, a table costs more memory traffic than a logarithm does.
    const LONGEST: u32 = 1 << 16;

    /// A table that serves every number, those up to `largest` (within reason) without a logarithm.
    pub fn up_to(largest: u32) -> Self {
        Self((0..=largest.min(Self::LONGEST)).map(|x| Self::compute(f64::from(x))).collect())
    }

    fn compute(x: f64) -> f64 {
        if x > 0.0 { x * x.ln() } else { 0.0 }
    }

    /// `x ln x`.
    #[inline]
    pub fn of(&self, x: u32) -> f64 {
        self.0.get(x as usize).copied().unwrap_or_else(|| Self::compute(f64::from(x)))
    }
}
