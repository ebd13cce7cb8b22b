//! The same places with other counts: persons instead of households, or groups taken together.

use super::builder::{CountsError, gather};
use super::counts::{Counts, Entry, Level};

impl Counts {
    /// The same tree and groups with other counts, given as (place of the finest level, group, count), each by number.
    /// Counts for the same place and group add up.
    ///
    /// # Errors
    /// If there are more than 4,294,967,295 in all.
    ///
    /// # Panics
    /// If there is no place or no group of a number.
    pub fn recount(&self, cells: impl IntoIterator<Item = (usize, usize, u32)>) -> Result<Counts, CountsError> {
        let cells = cells.into_iter().map(|(place, group, count)| (place as u32, group as u16, count)).collect();
        self.rebuilt(self.groups.clone(), self.written.clone(), cells)
    }

    /// The same tree with some groups taken together as one of this name, which no group has yet. It is written last.
    ///
    /// # Panics
    /// If `together` does not have one entry for each group.
    pub fn joined(&self, together: &[bool], name: &str) -> Counts {
        assert_eq!(together.len(), self.groups.len(), "one entry for each group");
        let mut groups: Vec<String> =
            self.groups.iter().zip(together).filter(|(_, joined)| !**joined).map(|(name, _)| name.clone()).collect();
        groups.push(name.to_owned());
        groups.sort();
        let number = |name: &str| groups.binary_search_by(|known| known.as_str().cmp(name)).expect("it is in the list");
        let new: Vec<usize> =
            self.groups.iter().zip(together).map(|(own, joined)| number(if *joined { name } else { own })).collect();
        let mut written: Vec<usize> =
            self.written.iter().filter(|&&group| !together[group]).map(|&group| new[group]).collect();
        written.push(number(name));
        let cells = self.cells().map(|(place, group, homes)| (place, new[usize::from(group)] as u16, homes)).collect();
        self.rebuilt(groups, written, cells).expect("the total stays as it was")
    }

    /// The same counts with a longer list of groups, as they are to be written; the new ones are absent.
    ///
    /// # Panics
    /// If a group of these counts is not in the list.
    pub fn with_groups(&self, all: &[String]) -> Counts {
        let mut groups = all.to_vec();
        groups.sort();
        let number = |name: &String| groups.binary_search(name).expect("it is in the list");
        let new: Vec<usize> = self.groups.iter().map(number).collect();
        let written = all.iter().map(number).collect();
        let cells = self.cells().map(|(place, group, homes)| (place, new[usize::from(group)] as u16, homes)).collect();
        self.rebuilt(groups, written, cells).expect("the total stays as it was")
    }

    /// Place, group and homes of all cells of the finest level.
    fn cells(&self) -> impl Iterator<Item = (u32, u16, u32)> + '_ {
        let finest = self.finest();
        let of_place = |place: usize| finest.entries(place).iter().map(move |e| (place as u32, e.group, e.homes));
        (0..finest.len()).flat_map(of_place)
    }

    /// The groups' totals as a table of their own: one level with one place.
    pub fn total(&self) -> Counts {
        let mut all = emptied(&self.levels[0]);
        (all.names, all.parents, all.totals) = (vec![String::new()], vec![0], vec![0]);
        let totals = self.group_totals();
        for (group, &homes) in totals.iter().enumerate().filter(|(_, homes)| **homes > 0) {
            all.entries.push(Entry { group: group as u16, homes: homes as u32 });
            all.totals[0] += homes as u32;
        }
        all.starts.push(all.entries.len());
        Counts { groups: self.groups.clone(), written: self.written.clone(), levels: vec![all] }
    }

    fn rebuilt(
        &self,
        groups: Vec<String>,
        written: Vec<usize>,
        mut cells: Vec<(u32, u16, u32)>,
    ) -> Result<Counts, CountsError> {
        if cells.iter().map(|cell| u64::from(cell.2)).sum::<u64>() > u64::from(u32::MAX) {
            return Err(CountsError::TooMany);
        }
        cells.sort_unstable();
        let mut finest = emptied(self.finest());
        finest.children.clear();
        let mut runs = cells.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).peekable();
        for place in 0..finest.len() {
            while let Some(run) = runs.next_if(|run| run[0].0 as usize == place) {
                let homes = run.iter().map(|cell| cell.2).sum();
                if homes > 0 {
                    finest.entries.push(Entry { group: run[0].1, homes });
                    finest.totals[place] += homes;
                }
            }
            finest.starts.push(finest.entries.len());
        }
        assert!(runs.next().is_none(), "no place of this number");
        let mut levels = vec![finest];
        for above in self.levels[..self.levels.len() - 1].iter().rev() {
            let mut level = emptied(above);
            gather(&mut level, &levels[levels.len() - 1], groups.len());
            levels.push(level);
        }
        levels.reverse();
        Ok(Counts { groups, written, levels })
    }

    /// For each place of the finest level, by number, the place of a coarser level that it lies in.
    pub fn ancestors(&self, level: usize) -> Vec<usize> {
        let mut ancestors: Vec<usize> = (0..self.finest().len()).collect();
        for below in self.levels[level + 1..].iter().rev() {
            ancestors.iter_mut().for_each(|place| *place = below.parent(*place));
        }
        ancestors
    }
}

/// A level's places without their counts.
fn emptied(level: &Level) -> Level {
    Level {
        name: level.name.clone(),
        names: level.names.clone(),
        parents: level.parents.clone(),
        children: Vec::new(),
        starts: vec![0],
        entries: Vec::new(),
        totals: vec![0; level.len()],
    }
}
