//! A cluster: parties of one bond that had stairwells of one building. They leave it together only.

use super::ledger::{FAR, Ledger};

/// By unit, where it can be: building, and the row of its number in one of the building's stairwells.
#[derive(Clone, Debug)]
pub struct Cluster {
    units: Vec<Vec<(usize, u32)>>,
    buildings: usize,
}

impl Cluster {
    /// `units` with their rows, in one of so many buildings.
    pub fn new(units: Vec<Vec<(usize, u32)>>, buildings: usize) -> Self {
        Self { units, buildings }
    }

    /// The least cost in one building; calls `picked` for each row with the number in it that has this cost. `None`
    /// where no building can have all of them.
    pub fn choose(&self, ledger: &Ledger, mut picked: impl FnMut(u32, usize)) -> Option<i64> {
        let more = |row: u32| i64::from(ledger.of(row)[1]) - i64::from(ledger.of(row)[0]);
        let best = |unit: &[(usize, u32)], building: usize| {
            let inside = unit.iter().filter(|seat| seat.0 == building);
            inside.map(|&(_, row)| (more(row), row)).min()
        };
        let whole = |building: usize| -> i64 {
            let least = |unit: &Vec<(usize, u32)>| best(unit, building).map_or(FAR, |(cost, _)| cost);
            self.units.iter().map(least).sum()
        };
        let (least, building) = (0..self.buildings).map(|building| (whole(building), building)).min()?;
        if least >= FAR / 2 {
            return None;
        }
        let mut nowhere = 0;
        for unit in &self.units {
            let (_, home) = best(unit, building)?;
            for &(_, row) in unit {
                nowhere += i64::from(ledger.of(row)[0]);
                picked(row, usize::from(row == home));
            }
        }
        Some(least + nowhere)
    }
}
