//! What many shuffles say about one index.

use super::statistic::Statistic;
use super::value::Value;

/// The distribution of an index under lots, and where the observed value stands in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The index.
    pub statistic: Statistic,
    /// Its value today.
    pub observed: f64,
    /// Shuffles in which it was defined.
    pub replicates: usize,
    /// Its mean under lots.
    pub mean: f64,
    /// Standard error of that mean.
    pub mean_se: f64,
    /// Its standard deviation under lots.
    pub sd: f64,
    /// 2.5 % point.
    pub low: f64,
    /// 97.5 % point.
    pub high: f64,
    /// (b+1)/(n+1), b shuffles with a value as high or higher. Never 0 (Phipson & Smyth 2010).
    pub p_upper: f64,
    /// (b+1)/(n+1), b shuffles with a value as low or lower.
    pub p_lower: f64,
    /// The values under lots, shuffle after shuffle.
    pub(super) values: Vec<f64>,
}

/// Values closer than this are equal: the same index of two placements may differ by rounding.
const EQUAL: f64 = 1e-12;

/// The band of a statistic from its values in shuffles.
pub(super) fn band(statistic: Statistic, observed: f64, drawn: Vec<f64>) -> Band {
    let mut values = drawn.clone();
    values.sort_unstable_by(f64::total_cmp);
    let n = values.len() as f64;
    let mean = super::sum::sum(values.iter().copied()) / n;
    let squares = super::sum::sum(values.iter().map(|value| (value - mean) * (value - mean)));
    let sd = if values.len() > 1 { (squares / (n - 1.0)).sqrt() } else { 0.0 };
    let near = EQUAL * observed.abs().max(1.0);
    let above = values.len() - values.partition_point(|&value| value < observed - near);
    let below = values.partition_point(|&value| value <= observed + near);
    Band {
        statistic,
        observed,
        replicates: values.len(),
        mean,
        mean_se: sd / n.sqrt(),
        sd,
        low: quantile(&values, 0.025),
        high: quantile(&values, 0.975),
        p_upper: (above as f64 + 1.0) / (n + 1.0),
        p_lower: (below as f64 + 1.0) / (n + 1.0),
        values: drawn,
    }
}

/// Linear between order statistics (type 7 of Hyndman & Fan 1996).
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let at = share * (sorted.len() - 1) as f64;
    let (low, high) = (at.floor() as usize, at.ceil() as usize);
    sorted[low] + (sorted[high] - sorted[low]) * (at - low as f64)
}

/// A statistic's values over shuffles, those that are defined.
pub(super) fn defined(values: impl Iterator<Item = Value>) -> Vec<f64> {
    values.filter_map(Result::ok).collect()
}
