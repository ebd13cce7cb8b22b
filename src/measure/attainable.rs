//! The best dissimilarity that whole homes allow.
//!
//! 12 homes cannot be shared out 90:10. In each place the counts nearest to the overall shares are found by largest
//! remainders (Hamilton's method), and their D is taken. Places are rounded one by one, so this is a lower bound: no
//! placement whatever is below it.

use super::profile::Profile;
use super::value::Value;

/// The least D of places of these sizes. Undefined with fewer than two groups.
pub fn best_dissimilarity(profile: &Profile) -> Value {
    profile.compare()?;
    let total = u128::from(profile.total);
    let mut apart = 0u128;
    for &(size, places) in &profile.sizes {
        // In units of 1/T of a home: rounding down is off by the remainder r, rounding up by T - r.
        let mut remainders: Vec<u128> =
            profile.columns.iter().map(|column| u128::from(size) * u128::from(column.total) % total).collect();
        remainders.sort_unstable_by(|a, b| b.cmp(a));
        let up = (remainders.iter().sum::<u128>() / total) as usize;
        let off = remainders[..up].iter().map(|r| total - r).sum::<u128>() + remainders[up..].iter().sum::<u128>();
        apart += off * u128::from(places);
    }
    Ok(apart as f64 / (2 * profile.unequal_pairs()) as f64)
}
