//! Density-corrected dissimilarity: an attempt to take chance out of D of one group against the rest.
//!
//! Allen, Burgess, Davidson & Windmeijer (2015), Econometrics J. 18:40-66. With a = x/n and b = (t-x)/(T-n), the
//! observed |a - b| / s, s² = a(1-a)/n + b(1-b)/(T-n), is taken as folded normal; its most likely centre c solves c =
//! o tanh(o c), and D' = half the sum of s c. Range 0 .. 1. Undefined if the group is absent or alone. Good for large
//! places; with small ones and little separation it is still biased upward, so the exact expected value is to be
//! preferred.

use super::profile::Profile;
use super::sum::Sum;
use super::value::Value;

/// Density-corrected D of a group against the rest.
pub fn density_corrected_d(profile: &Profile, group: usize) -> Value {
    profile.compare_group(group)?;
    let column = &profile.columns[group];
    let (n, rest) = (column.total as f64, (profile.total - column.total) as f64);
    let mut all = Sum::default();
    let mut add = |size: u32, homes: u32, places: u32| {
        let (a, b) = (f64::from(homes) / n, f64::from(size - homes) / rest);
        let noise = (a * (1.0 - a) / n + b * (1.0 - b) / rest).sqrt();
        // Without noise there is nothing to correct.
        let part = if noise > 0.0 { noise * centre((a - b).abs() / noise) } else { (a - b).abs() };
        all.add(f64::from(places) * part);
    };
    column.cells.iter().for_each(|cell| add(cell.size, cell.homes, cell.places));
    profile.without(group).for_each(|(size, places)| add(size, 0, places));
    Ok(all.value() / 2.0)
}

/// The largest root of c = o tanh(o c): 0 up to o = 1. Convex, so Newton's steps from o fall towards it.
fn centre(observed: f64) -> f64 {
    if observed <= 1.0 {
        return 0.0;
    }
    let mut centre = observed;
    for _ in 0..200 {
        let tanh = (observed * centre).tanh();
        let slope = 1.0 - observed * observed * (1.0 - tanh * tanh);
        let next = centre - (centre - observed * tanh) / slope;
        if next >= centre || next <= 0.0 {
            break;
        }
        centre = next;
    }
    centre
}
