//! A table of counts as a file holds it: places below each other, groups beside each other.

/// Households (or persons, or homes) by place and group. Only counts above 0 are kept: with many groups and small
/// places most are 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountTable {
    /// Names of the levels, coarse to fine; the last one names the places that are counted.
    pub levels: Vec<String>,
    /// Names of the groups, in the order of the file.
    pub groups: Vec<String>,
    /// Distinct names of places of all levels.
    pub names: Vec<String>,
    /// Per place one entry of `names` for each level, one place after the other.
    pub paths: Vec<u32>,
    /// Counts as (place, group, count), by place, then group.
    pub cells: Vec<(u32, u32, u64)>,
}

impl CountTable {
    /// How many places there are, empty ones included.
    pub fn places(&self) -> usize {
        self.paths.len().checked_div(self.levels.len()).unwrap_or(0)
    }

    /// The names of a place, coarse to fine.
    pub fn path(&self, place: usize) -> impl Iterator<Item = &str> {
        let levels = self.levels.len();
        self.paths[place * levels..(place + 1) * levels].iter().map(|&name| self.names[name as usize].as_str())
    }
}
