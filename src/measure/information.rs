//! Mutual information M between place and group.
//!
//! M = sum over places of t/T sum over groups of q ln(q/p). Theil & Finizza (1971), J. Math. Sociol. 1:187-193;
//! Mora & Ruiz-Castillo (2011), Sociol. Methodology 41:159-194. Range 0 .. min(ln K, ln U), in nats. With one group it
//! is 0; undefined only if nobody is here.

use super::profile::Profile;
use super::sum::Sum;
use super::value::{Undefined, Value};

/// M over all groups.
pub fn mutual_information(profile: &Profile) -> Value {
    if profile.total == 0 {
        return Err(Undefined::Nobody);
    }
    let mut all = Sum::default();
    (0..profile.columns.len()).for_each(|group| add_group(&mut all, profile, group));
    Ok((all.value() / profile.total as f64).max(0.0))
}

/// M of one group against all others. 0 if the group is absent or alone.
pub fn group_information(profile: &Profile, group: usize) -> Value {
    if profile.total == 0 {
        return Err(Undefined::Nobody);
    }
    let column = &profile.columns[group];
    let total = profile.total as f64;
    let mut all = Sum::default();
    add_group(&mut all, profile, group);
    // The rest, as if it were one group: its share is (t-x)/t, or 1 where the group has no home.
    let rest = (profile.total - column.total) as f64;
    if rest > 0.0 {
        for cell in &column.cells {
            let others = f64::from(cell.size - cell.homes);
            if others > 0.0 {
                all.add(f64::from(cell.places) * others * (others * total / (f64::from(cell.size) * rest)).ln());
            }
        }
        all.add(column.elsewhere as f64 * (total / rest).ln());
    }
    Ok((all.value() / total).max(0.0))
}

fn add_group(all: &mut Sum, profile: &Profile, group: usize) {
    let column = &profile.columns[group];
    let scale = profile.total as f64 / column.total as f64;
    for cell in &column.cells {
        let homes = f64::from(cell.homes);
        all.add(f64::from(cell.places) * homes * (homes / f64::from(cell.size) * scale).ln());
    }
}
