//! Isolation and exposure: the share of a group's neighbours that are of its own group, or of others.
//!
//! xPx = sum of x/n x/t (Lieberson 1981; Massey & Denton 1988), xPy = 1 - xPx. Range 0 .. 1. The exact version leaves
//! the own home out, x(x-1) / (t-1), over places with two homes or more. Undefined if the group is absent.

use super::profile::{Column, Profile};
use super::sum::sum;
use super::value::{Undefined, Value};

fn there(profile: &Profile, group: usize) -> Result<&Column, Undefined> {
    let column = &profile.columns[group];
    if column.total == 0 { Err(Undefined::GroupAbsent) } else { Ok(column) }
}

/// xPx of a group.
pub fn isolation(profile: &Profile, group: usize) -> Value {
    let column = there(profile, group)?;
    let met = sum(column.cells.iter().map(|cell| {
        let homes = f64::from(cell.homes);
        f64::from(cell.places) * homes * homes / f64::from(cell.size)
    }));
    Ok(met / column.total as f64)
}

/// xPy of a group: its exposure to all others.
pub fn exposure_to_others(profile: &Profile, group: usize) -> Value {
    let column = there(profile, group)?;
    let met = sum(column.cells.iter().map(|cell| {
        let others = f64::from(cell.size - cell.homes);
        f64::from(cell.places) * f64::from(cell.homes) * others / f64::from(cell.size)
    }));
    Ok(met / column.total as f64)
}

/// The homes that have a neighbour: those in places with two homes or more.
pub(super) struct Paired {
    pub total: u64,
    pub groups: Vec<u64>,
}

pub(super) fn paired(profile: &Profile) -> Result<Paired, Undefined> {
    let alone = |size: u32, places: u32| if size == 1 { u64::from(places) } else { 0 };
    let total = profile.total - profile.sizes.iter().map(|&(size, places)| alone(size, places)).sum::<u64>();
    if profile.total == 0 {
        return Err(Undefined::Nobody);
    }
    if total == 0 {
        return Err(Undefined::NoNeighbours);
    }
    let left =
        |column: &Column| column.total - column.cells.iter().map(|cell| alone(cell.size, cell.places)).sum::<u64>();
    Ok(Paired { total, groups: profile.columns.iter().map(left).collect() })
}

/// Sum over places of x(x-1) / (t-1).
pub(super) fn own_met(column: &Column) -> f64 {
    sum(column.cells.iter().filter(|cell| cell.size > 1).map(|cell| {
        let homes = f64::from(cell.homes);
        f64::from(cell.places) * homes * (homes - 1.0) / (f64::from(cell.size) - 1.0)
    }))
}

/// xPx of a group, own homes left out.
pub fn isolation_exact(profile: &Profile, group: usize) -> Value {
    let column = there(profile, group)?;
    match paired(profile)?.groups[group] {
        0 => Err(Undefined::NoNeighbours),
        n => Ok(own_met(column) / n as f64),
    }
}
