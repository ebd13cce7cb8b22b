//! Two populations, such as before and after a plan, or two years: is the difference more than chance?
//!
//! Each is dealt out by lot within its own places and totals, independently of the other; the band is that of the
//! difference. Where both have the same homes and groups, as two plans of one intake have, the margins are equal and
//! the difference is one of structure; otherwise it also holds who moved in or out (Elbers 2021,
//! doi 10.1177/0049124121986204).

use super::band::{Band, band};
use super::shuffle::Bands;

/// For each index, second minus first with its band under lots.
///
/// Both lists are for the same indices in the same order. Shuffles with the same seed may go through the same swaps, so
/// each shuffle of the first is held against the next one of the second.
pub fn differences(first: &Bands, second: &Bands) -> Bands {
    let one = |(a, b): (&(_, Result<Band, _>), &(_, Result<Band, _>))| {
        let statistic = a.0;
        let difference = match (&a.1, &b.1) {
            (Ok(a), Ok(b)) => {
                let next = b.values.iter().cycle().skip(1);
                let values = a.values.iter().zip(next).map(|(a, b)| b - a).collect();
                Ok(band(statistic, b.observed - a.observed, values))
            }
            (Err(why), _) | (_, Err(why)) => Err(*why),
        };
        (statistic, difference)
    };
    first.iter().zip(second).map(one).collect()
}
